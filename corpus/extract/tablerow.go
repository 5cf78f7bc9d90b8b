package extract

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// rowHead is what the values of a row share.
type rowHead struct {
	name   string
	unit   unit
	part   bool // the row is a part of one above
	area   string
	period corpus.Period
	doubt  string
}

// row reads one row below a header; without one, the row must speak for itself.
func (r *reader) row(l span, cells []span) {
	cols := r.grid.columns
	if r.grid.heading == nil {
		r.lone(l, cells)
		return
	}
	if len(cols) != len(cells) || !namesColumns(cols) {
		return
	}
	head, ok := r.headOf(cells, cols)
	if !ok {
		return
	}
	last := -1 // the record that shares and changes speak of
	group := ""
	for i, s := range cells {
		col := &cols[i]
		f, ok := r.figureIn(s)
		if !ok {
			continue
		}
		switch col.kind {
		case valueColumn, measureColumn:
			n := len(r.out)
			r.rowValue(l, s, head, &f, col)
			if len(r.out) > n && col.status != corpus.Target {
				last, group = n, col.group
			}
		case planColumn, changeColumn:
			if last >= 0 && (col.group == group || group == "" || r.out[last].Name == viet.Capital(head.name)) {
				signed := strings.ContainsAny(r.cell(s)[:1], "+-") || strings.HasPrefix(r.cell(s), "−")
				r.compareTo(last, &f, col, signed)
			}
		}
	}
}

// compareTo gives a share of the plan or a change to the value that it speaks of.
// A signed figure is the change itself.
func (r *reader) compareTo(last int, f *figure, col *column, signed bool) {
	rec := &r.out[last]
	if f.isScore || f.isRange || f.unit.n > 0 && !f.unit.percent() {
		return
	}
	v := f.value
	percent := col.percent || f.unit.percent()
	switch {
	case col.kind == planColumn:
		if rec.PlanPct == nil {
			rec.PlanPct = &v
		}
	case signed && percent && rec.Change == nil:
		rec.Change = &corpus.Change{Value: v, Unit: "%", Basis: col.basis}
	case col.ratio && v < lowestRatio, !percent && col.ratio && v > 500, !percent && !col.ratio:
		return // an amount, a growth or a share: the heading does not say
	case rec.Change == nil:
		rec.Change = rowChange(v, col)
	}
}

// lowestRatio is the least per cent of an earlier value that is read as such: a
// smaller figure may be the growth itself.
const lowestRatio = 40

func rowChange(v float64, col *column) *corpus.Change {
	if col.ratio {
		v = roundTo(v-100, 6)
	}
	return &corpus.Change{Value: v, Unit: "%", Basis: col.basis}
}

// headOf reads the cells of a row that all its values share; ok is false where
// the row is none of an indicator, area or period.
func (r *reader) headOf(cells []span, cols []column) (head rowHead, ok bool) {
	head.unit = unit{scale: 1}
	for i, s := range cells {
		text := headText(r.cell(s))
		switch cols[i].kind {
		case otherColumn:
			head.part = head.part || i == 0 && (text == "-" || text == "+" || text == "•")
		case nameColumn:
			head.part = head.part || partRow.MatchString(viet.Fold(viet.Normalize(r.cell(s))))
			if u, name := r.bracketUnit(text); u.n > 0 {
				head.unit, text = u, name
			}
			if m := ofYear.FindStringSubmatch(text); m != nil && !slices.ContainsFunc(cols, func(c column) bool { return !c.period.IsZero() }) {
				head.period, text = r.periodOf(m[2]), m[1]
			}
			head.name = strings.Trim(rowNumber.ReplaceAllString(text, ""), "*-+_ .:")
			ok = head.name != ""
		case areaColumn:
			head.area, head.doubt = r.rowArea(text, cols[i].kindOf)
			ok = head.area != ""
		case periodColumn:
			head.period = r.periodOf(periodText(text, viet.Fold(r.grid.heading[0][i])))
			ok = !head.period.IsZero()
		case unitColumn:
			if u := r.unitIn(text); u.n > 0 {
				head.unit = u
			}
		}
	}
	return head, ok
}

// ofYear closes the name of a row with its year: "Thu ngân sách năm 2024".
var ofYear = regexp.MustCompile(`^(.*\S)[\s,]+((?:[Nn]ăm|[Nn]am)\s+\d{4})$`)

// rowNumber opens the name of a row: "1.", "1.2", "a)", "II.".
var rowNumber = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ]\)\s*|[IVX]{1,5}[.)]\s*)+`)

// partRow opens the name of a row that is a part of the one above it, folded.
var partRow = regexp.MustCompile(`^\s*([-+*–•]|trong do|rieng)`)

// periodText spells the period of a row out by the heading of its column: "5"
// below "Tháng".
func periodText(text, head string) string {
	switch {
	case strings.Trim(text, "0123456789IVX") != "":
		return text
	case head == "thang":
		return "tháng " + text
	case head == "quy":
		return "quý " + text
	case len(text) == 4:
		return "năm " + text
	}
	return text
}

// totalRow names the row of a whole, folded.
var totalRow = regexp.MustCompile(`^(tong|tong so|tong cong|cong|chung)$`)

// wholeRow names the row of the area that the table is about, folded.
var wholeRow = regexp.MustCompile(`^(?:toan|ca|chung toan|tong toan|binh quan toan) (tinh|thanh pho|thi xa|huyen|quan|phuong|xa|thi tran)$`)

// rowArea returns the area of a row, with a doubt where its name leaves it open;
// "" if the row is of an office or of none.
func (r *reader) rowArea(text, kind string) (area, doubt string) {
	folded := viet.Fold(text)
	if m := wholeRow.FindStringSubmatch(folded); m != nil {
		for level, area := range r.levels {
			if viet.Fold(level) == m[1] {
				return area, ""
			}
		}
		return r.home, doubtArea
	}
	if totalRow.MatchString(folded) {
		return r.home, doubtArea
	}
	if area := r.areaIn(text, kind); area != "" {
		return area, ""
	}
	if text == "" || len(text) > 60 || strings.ContainsAny(text, "0123456789:;,.()") || !capitals(text) || officeRow.MatchString(folded) {
		return "", ""
	}
	if kind != "" {
		return r.x.named(kind + " " + properCased(text)), ""
	}
	if name, ok := r.x.areaNames[folded]; ok {
		return name, ""
	}
	return text, doubtArea
}

// officeRow opens the name of an office or firm, folded.
var officeRow = regexp.MustCompile(`^(so|phong|ban|chi cuc|cuc|cong ty|truong|benh vien|trung tam|hoi|doan|van phong|cong an|vien|chi nhanh|ngan hang|toa an|kho bac|hop tac xa|htx|ubnd|uy ban)\b`)

// capitals reports whether the words of a name begin with capital letters.
func capitals(name string) bool {
	for _, w := range strings.Fields(name) {
		if first := []rune(w)[0]; strings.ToUpper(string(first)) != string(first) {
			return false
		}
	}
	return true
}

// smallPlaces open the name of a part of a commune, folded.
var smallPlaces = regexp.MustCompile(`^(khu pho|thon|ap|ban|to dan pho|to|buon|lang|khom|khu) (so )?\S`)

// areaIn returns the area that a text names, by its kind or in the table of
// areas; "" if it names none.
func (r *reader) areaIn(text, kind string) string {
	text = headText(text)
	l := newLexer(r.lex, text)
	toks := l.tokens(nil, 0, len(text))
	if len(toks) == 0 || len(toks) > 8 {
		return ""
	}
	if m := wholeRow.FindStringSubmatch(viet.Fold(text)); m != nil {
		for level, area := range r.levels {
			if viet.Fold(level) == m[1] {
				return area
			}
		}
		return ""
	}
	if name, n := r.x.placeAt(r.lex, text, toks, 0); n == len(toks) && (kind == "" || levelOf(name) == kind || levelOf(name) == "" || toks[0].kind == wordToken && levelOf(viet.Capital(strings.ToLower(text))) != "") {
		return name
	}
	if smallPlaces.MatchString(viet.Fold(text)) && viet.HasMarks(text) {
		return viet.Capital(text)
	}
	return ""
}

// lone reads a row of a table without a header that can mean but one thing: a
// name, a unit and one number. Whether it was planned or reached the row does not
// say; where the text before it speaks of plans, a person should look.
func (r *reader) lone(l span, cells []span) {
	name, at := "", -1
	var u unit
	var fig figure
	for i, s := range cells {
		text := strings.TrimSpace(r.cell(s))
		if f, ok := r.figureIn(s); ok && name != "" {
			if at >= 0 {
				return
			}
			fig, at = f, i
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
	if at < 0 || u.n == 0 && fig.unit.n == 0 || len(name) > 200 {
		return
	}
	n := len(r.out)
	part := partRow.MatchString(viet.Fold(name))
	r.rowValue(l, cells[at], rowHead{name: strings.Trim(name, "*-+_ .:"), unit: u, part: part}, &fig, &column{kind: valueColumn, status: corpus.Actual})
	for _, word := range [...]string{"ke hoach", "chi tieu", "muc tieu", "du toan", "nghi quyet"} {
		if len(r.out) > n && (strings.Contains(viet.Fold(r.a.Title), word) || r.list.target) {
			r.out[n].Doubt = doubts(r.out[n].Doubt, doubtHeader)
			return
		}
	}
}

// rowValue writes the record of one cell.
func (r *reader) rowValue(l, s span, head rowHead, f *figure, col *column) {
	c := &clause{reader: r, ev: span{l.from, l.to}, last: -1}
	for c.ev.from < c.ev.to && isBlank(r.a.Text[c.ev.from]) {
		c.ev.from++
	}
	for c.ev.to > c.ev.from && isBlank(r.a.Text[c.ev.to-1]) {
		c.ev.to--
	}
	name := head.name
	if col.kind == measureColumn {
		name = col.name
	}
	rec := corpus.Record{Name: viet.Capital(name), Status: col.status}
	rec.Printed = viet.Normalize(r.cell(s))
	u := r.unitOf(head, col, f, &rec)
	if u.name == "" && !f.isScore {
		return
	}
	rec.Unit = u.name
	r.cellValue(&rec, f)
	rec.Period = c.rowPeriod(&rec, head, col)
	if rec.Area = head.area; rec.Area == "" {
		rec.Area = r.home
		if col.area != "" {
			rec.Area = col.area
		}
	}
	if refs := c.exact(name); len(refs) > 0 {
		c.fit(&rec, refs, cLevel, &figure{unit: u})
	}
	if head.part {
		rec.Doubt = doubts(rec.Doubt, doubtRow)
	}
	if totalRow.MatchString(viet.Fold(name)) || rec.Indicator == "" && vague[strings.ToLower(name)] {
		rec.Doubt = doubts(rec.Doubt, doubtName)
	}
	rec.Doubt = doubts(doubts(rec.Doubt, head.doubt), col.doubt)
	c.append(rec)
}

// unitOf returns the unit of a cell: its own, that of its column, of its row, or
// the one above the table. Two that differ are doubted.
func (r *reader) unitOf(head rowHead, col *column, f *figure, rec *corpus.Record) unit {
	u := head.unit
	if u.name == "" || col.kind == measureColumn {
		if u = col.unit; u.name == "" && col.kind != measureColumn {
			u = head.unit
		}
	}
	switch {
	case f.unit.n > 0 && u.name != "" && f.unit.name != u.name:
		rec.Doubt = doubts(rec.Doubt, doubtUnit)
	case f.unit.n > 0:
		u = f.unit
	}
	if u.name == "" {
		u = r.countIn(rec.Name)
	}
	if u.name == "" && !ratio(rec.Name) {
		u = r.tableUnit()
	}
	if u.name == "" && ratio(rec.Name) && col.percent {
		u = unit{name: "%", scale: 1, n: 1}
	}
	return u
}

// tableUnit returns the unit of all figures of the table: in the heading of its
// names ("Nội dung (tỷ đồng)") or above it.
func (r *reader) tableUnit() unit {
	if r.grid != nil {
		for _, col := range r.grid.columns {
			if col.kind == nameColumn && col.unit.n > 0 {
				return col.unit
			}
		}
	}
	return r.caption.unit
}

// countIn returns the unit of "Số hộ nghèo": what the name says is counted.
func (r *reader) countIn(name string) unit {
	l := newLexer(r.lex, name)
	toks := l.tokens(nil, 0, len(name))
	at := 1
	if len(toks) > 2 && toks[0].word == "tổng" {
		at = 2
	}
	if len(toks) <= at || toks[at-1].word != r.lex.w.so {
		return unit{scale: 1}
	}
	if u := r.lex.unitAt(toks, at); u.count {
		return u
	}
	return unit{scale: 1}
}

// cellValue puts the figure of a cell into the record.
func (r *reader) cellValue(rec *corpus.Record, f *figure) {
	rec.Approx = f.approx
	if f.isRange {
		low, high := f.low, f.high
		rec.Low, rec.High = &low, &high
		return
	}
	v := f.value
	rec.Value = &v
	if f.isScore {
		of := f.of
		rec.Of = &of
	}
	if rec.Bound = f.bound; rec.Status == corpus.Target && (f.approx == "trên" || f.approx == "hơn") {
		rec.Bound = ">"
	}
}

// rowPeriod finds the period of a cell: of its row, its column, the words above
// the table, the title; a year after the article can only be planned.
func (c *clause) rowPeriod(rec *corpus.Record, head rowHead, col *column) corpus.Period {
	p := head.period
	for _, more := range [...]corpus.Period{col.period, c.caption.period, c.list.period, c.reader.title, c.running} {
		if p.IsZero() {
			p = more
		}
	}
	if !head.period.IsZero() && !col.period.IsZero() && head.period != col.period {
		rec.Doubt = doubts(rec.Doubt, doubtPeriod)
	}
	switch {
	case p.IsZero():
		return c.datePeriod(rec)
	case rec.Status == corpus.Target && p.Kind != corpus.Year && p.Kind != corpus.Span && col.period.IsZero() && head.period.IsZero():
		rec.Doubt = doubts(rec.Doubt, doubtPeriod) // of the year, or of the part of it
	case rec.Status == corpus.Actual && !col.said && c.caption.target && (col.period.IsZero() || c.clock.unfinished(col.period)):
		rec.Status = corpus.Target
		if !c.clock.unfinished(p) {
			rec.Doubt = doubts(rec.Doubt, doubtHeader)
		}
	case rec.Status != corpus.Target && c.clock.year > 0 && yearOf(p) > c.clock.year:
		rec.Status, rec.Doubt = corpus.Target, doubts(rec.Doubt, doubtHeader)
	case rec.Status == corpus.Actual && c.clock.unfinished(p):
		rec.Doubt = doubts(rec.Doubt, doubtOpen)
	}
	return p
}
