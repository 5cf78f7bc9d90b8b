package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// column tells what the cells of one column of a table hold.
type column struct {
	kind   columnKind
	status corpus.Status
	period corpus.Period
	basis  string
	ratio  bool // 108,1 is a growth of 8,1 %
}

type columnKind uint8

const (
	otherColumn columnKind = iota
	nameColumn
	unitColumn
	valueColumn
	planColumn   // share of the plan in %
	changeColumn // change against an earlier value
)

// table reads a paragraph whose lines are rows of cells parted by "|" or tabs;
// it reports false if it is none.
func (r *reader) table(n int, s span) bool {
	lines := linesOf(r.a.Text, s)
	for _, l := range lines {
		if len(cellsOf(r.a.Text, l)) < 3 {
			r.columns = nil
			return false
		}
	}
	r.number = n
	for _, l := range lines {
		cells := cellsOf(r.a.Text, l)
		switch {
		case r.ruled(cells):
		case r.headed(cells):
			if cols := r.columnsOf(cells); r.columns == nil || namesColumns(cols) {
				r.columns = cols
			}
		default:
			r.row(l, cells)
		}
	}
	return true
}

func linesOf(text string, s span) []span {
	var out []span
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i == s.to || text[i] == '\n' {
			if strings.TrimSpace(text[from:i]) != "" {
				out = append(out, span{from, i})
			}
			from = i + 1
		}
	}
	return out
}

// cellsOf cuts a line into trimmed cells; the empty cells outside the outer
// bars are left out.
func cellsOf(text string, l span) []span {
	sep := byte('|')
	if strings.IndexByte(text[l.from:l.to], '|') < 0 {
		sep = '\t'
	}
	var out []span
	from := l.from
	for i := l.from; i <= l.to; i++ {
		if i < l.to && text[i] != sep {
			continue
		}
		a, b := from, i
		for a < b && isBlank(text[a]) {
			a++
		}
		for b > a && isBlank(text[b-1]) {
			b--
		}
		if a < b || sep == '\t' || from > l.from && i < l.to {
			out = append(out, span{a, b})
		}
		from = i + 1
	}
	return out
}

func (r *reader) cell(s span) string { return r.a.Text[s.from:s.to] }

// ruled reports whether the row is the rule under a header.
func (r *reader) ruled(cells []span) bool {
	for _, s := range cells {
		if strings.Trim(r.cell(s), "-: ") != "" {
			return false
		}
	}
	return true
}

// headed reports whether the row is a header: no cell of it is a plain number
// but the years of columns.
func (r *reader) headed(cells []span) bool {
	for _, s := range cells[1:] {
		if v, ok := r.numberIn(s); ok && (v < 1945 || v > 2100 || v != float64(int(v))) {
			return false
		}
	}
	return true
}

// numberIn reads a cell that holds a number and nothing else.
func (r *reader) numberIn(s span) (float64, bool) {
	t := strings.TrimSpace(strings.TrimSuffix(r.cell(s), "%"))
	sign := 1.0
	switch {
	case strings.HasPrefix(t, "-"), strings.HasPrefix(t, "−"):
		sign, t = -1, strings.TrimLeft(t, "-− ")
	case strings.HasPrefix(t, "+"):
		t = t[1:]
	}
	if t == "" || t[0] < '0' || t[0] > '9' || strings.Trim(t, "0123456789.,") != "" {
		return 0, false
	}
	v, ok, odd := parseNumber(t)
	return sign * v, ok && !odd
}

// namesColumns reports whether a row is a header of its own; a row without
// figures amid a table is the title of a section.
func namesColumns(cols []column) bool {
	name, value := false, false
	for _, c := range cols {
		name, value = name || c.kind == nameColumn, value || c.kind == valueColumn
	}
	return name && value
}

func (r *reader) columnsOf(cells []span) []column {
	cols := make([]column, len(cells))
	for i, s := range cells {
		cols[i] = r.columnOf(viet.Fold(viet.Normalize(r.cell(s))), s, i)
	}
	return cols
}

func (r *reader) columnOf(head string, s span, i int) column {
	var c column
	c.period = r.periodIn(s)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(" "+strings.NewReplacer("/", " ", "(", " ", ")", " ", ".", " ").Replace(head)+" ", " "+w+" ") {
				return true
			}
		}
		return false
	}
	plan := has("ke hoach", "kh", "du toan", "dt", "muc tieu", "nghi quyet")
	share := strings.Contains(head, "%") || has("so", "so voi", "ty le", "dat")
	switch {
	case has("don vi", "dvt", "don vi tinh"):
		c.kind = unitColumn
	case has("stt", "tt", "ghi chu"):
	case i < 2 && has("chi tieu", "noi dung", "ten chi tieu", "danh muc", "linh vuc"):
		c.kind = nameColumn
	case share && plan:
		c.kind = planColumn
	case has("cung ky", "ck", "nam truoc") && (share || has("tang", "giam")), has("tang truong", "tang giam", "tang (%)"):
		c.kind, c.basis = changeColumn, viet.Normalize(r.cell(s))
		c.ratio = !has("tang", "giam", "tang truong")
	case plan:
		c.kind, c.status = valueColumn, corpus.Target
	case has("uoc", "uth", "uoc thuc hien"):
		c.kind, c.status = valueColumn, corpus.Estimate
	case has("thuc hien", "th", "ket qua", "gia tri", "so lieu", "dat duoc", "dat") || !c.period.IsZero():
		c.kind, c.status = valueColumn, corpus.Actual
	}
	return c
}

// periodIn returns the first period that a cell names.
func (r *reader) periodIn(s span) corpus.Period {
	toks := r.lexer.tokens(nil, s.from, s.to)
	for _, it := range r.x.items(r.lex, r.a.Text, toks, r.clock) {
		if it.kind == whenItem && !it.when.event {
			return r.resolve(it.when, corpus.Period{})
		}
	}
	return corpus.Period{}
}

// row reads one row below a header; without one, the row must speak for itself.
func (r *reader) row(l span, cells []span) {
	if r.columns == nil {
		r.lone(l, cells)
		return
	}
	if len(r.columns) != len(cells) {
		return
	}
	name, unitText := "", unit{scale: 1}
	for i, s := range cells {
		switch r.columns[i].kind {
		case nameColumn:
			name = r.cell(s)
		case unitColumn:
			unitText = r.lex.unitAt(r.lexer.tokens(nil, s.from, s.to), 0)
		}
	}
	name = viet.Normalize(name)
	part := partRow.MatchString(viet.Fold(name))
	name = strings.Trim(name, "*-+_ .:")
	if name == "" || unitText.name == "" {
		return
	}
	last := -1
	for i, s := range cells {
		v, ok := r.numberIn(s)
		if !ok {
			continue
		}
		switch col := &r.columns[i]; col.kind {
		case valueColumn:
			r.rowValue(l, s, rowHead{name, unitText, part}, v, col)
			if col.status != corpus.Target {
				last = len(r.out) - 1
			}
		case planColumn:
			if last >= 0 {
				r.out[last].PlanPct = &v
			}
		case changeColumn:
			if last >= 0 {
				r.out[last].Change = rowChange(v, col)
			}
		}
	}
}

// lone reads a row of a table without a header that can mean but one thing: a
// name, a unit and one number. Whether it was planned or reached the row does not
// say; where the text before it speaks of plans, a person should look.
func (r *reader) lone(l span, cells []span) {
	name, at := "", -1
	var u unit
	var v float64
	for i, s := range cells {
		text := strings.TrimSpace(r.cell(s))
		if n, ok := r.numberIn(s); ok && name != "" {
			if at >= 0 {
				return
			}
			v, at = n, i
			continue
		}
		toks := r.lexer.tokens(nil, s.from, s.to)
		switch w := r.lex.unitAt(toks, 0); {
		case text == "" || i == 0 && len(text) < 5:
		case name == "":
			name = viet.Normalize(text)
		case w.n > 0 && w.n == len(toks) && u.n == 0:
			u = w
		default:
			return
		}
	}
	if at < 0 || u.n == 0 || len(name) > 200 {
		return
	}
	n := len(r.out)
	part := partRow.MatchString(viet.Fold(name))
	r.rowValue(l, cells[at], rowHead{strings.Trim(name, "*-+_ .:"), u, part}, v, &column{kind: valueColumn, status: corpus.Actual})
	for _, word := range [...]string{"ke hoach", "chi tieu", "muc tieu", "du toan", "nghi quyet"} {
		if len(r.out) > n && (strings.Contains(viet.Fold(r.a.Title), word) || r.list.target) {
			r.out[n].Doubt = doubts(r.out[n].Doubt, doubtHeader)
			return
		}
	}
}

func rowChange(v float64, col *column) *corpus.Change {
	if col.ratio {
		v = roundTo(v-100, 6)
	}
	return &corpus.Change{Value: v, Unit: "%", Basis: col.basis}
}

// rowHead is what the values of a row share.
type rowHead struct {
	name string
	unit unit
	part bool // the row is a part of one above
}

// partRow opens the name of a row that is a part of the one above it, folded.
var partRow = regexp.MustCompile(`^\s*([-+*–•]|trong do|rieng)`)

// rowValue writes the record of one cell.
func (r *reader) rowValue(l, s span, head rowHead, v float64, col *column) {
	c := &clause{reader: r, ev: span{l.from, l.to}, last: -1}
	for c.ev.from < c.ev.to && isBlank(r.a.Text[c.ev.from]) {
		c.ev.from++
	}
	for c.ev.to > c.ev.from && isBlank(r.a.Text[c.ev.to-1]) {
		c.ev.to--
	}
	rec := corpus.Record{Name: viet.Capital(head.name), Status: col.status, Area: r.home, Period: col.period}
	rec.Value, rec.Unit, rec.Printed = &v, head.unit.name, viet.Normalize(r.cell(s))
	if rec.Period.IsZero() {
		rec.Period = r.title
	}
	if rec.Period.IsZero() {
		rec.Period = c.datePeriod(&rec)
	}
	if refs := c.exact(head.name); len(refs) > 0 {
		c.fit(&rec, refs, cLevel, &figure{unit: head.unit})
	}
	if head.part {
		rec.Doubt = doubts(rec.Doubt, doubtRow)
	}
	c.append(rec)
}
