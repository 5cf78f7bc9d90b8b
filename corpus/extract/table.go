package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A grid is the table that is being read: its heading, as far as it was met.
type grid struct {
	heading [][]string // rows of the heading, as printed
	columns []column   // nil: the table has no heading, or one that tells nothing
	begun   bool       // a row of figures was read
}

// A caption is what stands right above a table.
type caption struct {
	period corpus.Period
	target bool
	unit   unit // "Đơn vị tính: tỷ đồng"
}

// table reads a paragraph whose lines are rows of cells parted by "|" or tabs;
// it reports false if it is none.
func (r *reader) table(n int, s span) bool {
	lines := linesOf(r.a.Text, s)
	barred, labelled := true, true
	for _, l := range lines {
		cells := cellsOf(r.a.Text, l)
		bar := r.a.Text[l.from] == '|'
		if len(cells) < 2 || len(cells) < 3 && !bar {
			if !r.sectionTitle(s) {
				r.grid = nil
			}
			return false
		}
		barred = barred && bar
		labelled = labelled && r.labelledCells(cells)
	}
	if labelled && !barred && r.grid == nil {
		return false // "Thu ngân sách: 1.245 tỷ | Chi ngân sách: 612 tỷ | …"
	}
	r.number = n
	if r.grid == nil {
		r.grid = &grid{}
	}
	for _, l := range lines {
		r.line(l, cellsOf(r.a.Text, l))
	}
	return true
}

// sectionTitle reports whether a paragraph amid a table may be the title of some of
// its rows: a few words without a figure and a time.
func (r *reader) sectionTitle(s span) bool {
	text := r.a.Text[s.from:s.to]
	if len(text) > 120 || strings.HasSuffix(text, ".") || strings.HasSuffix(text, ":") || strings.Contains(text, "\n") {
		return false
	}
	toks := r.lexer.tokens(nil, s.from, s.to)
	for _, it := range r.x.items(r.lex, r.a.Text, toks[numbering(toks):], r.clock) {
		if it.kind == figureItem || it.kind == whenItem {
			return false
		}
	}
	return true
}

// labelledCells reports whether each cell bears its own name before a colon.
func (r *reader) labelledCells(cells []span) bool {
	for _, s := range cells {
		if !strings.Contains(r.cell(s), ":") {
			return false
		}
	}
	return true
}

// line reads one line of a table: its heading, a rule, or a row.
func (r *reader) line(l span, cells []span) {
	g := r.grid
	switch {
	case r.ruled(cells):
	case r.headed(cells):
		texts := make([]string, len(cells))
		for i, s := range cells {
			texts[i] = headText(r.cell(s))
		}
		switch {
		case g.heading == nil, !g.begun && continues(g.heading[0], texts):
			g.heading = append(g.heading, texts)
			if cols := r.columnsOf(joined(g.heading)); namesColumns(cols) || g.columns == nil {
				g.columns = cols
			}
		default:
			if cols := r.columnsOf(texts); namesColumns(cols) {
				g.heading, g.columns = [][]string{texts}, cols
			}
		}
	case numbersColumns(r, cells):
	default:
		g.begun = true
		r.row(l, cells)
	}
}

// headText is a cell of a heading without the marks of Markdown.
func headText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "<br>", " "), "<br/>", " ")
	return strings.TrimSpace(strings.Trim(strings.Join(strings.Fields(viet.Normalize(s)), " "), "*_"))
}

// columnNumber is a cell of the row that numbers the columns: A, B, 1, (2), 5=4/3.
var columnNumber = regexp.MustCompile(`^\(?([A-ZĐ]|\d{1,2}(\s*=.*)?)\)?$`)

// numbersColumns reports whether a row only numbers the columns.
func numbersColumns(r *reader, cells []span) bool {
	for _, s := range cells {
		if t := r.cell(s); t != "" && !columnNumber.MatchString(t) {
			return false
		}
	}
	return columnNumber.MatchString(r.cell(cells[0]))
}

// continues reports whether a row without figures parts the columns of the
// heading above it further: nothing new below its names, words below the others.
func continues(top, row []string) bool {
	if len(row) != len(top) {
		return false
	}
	said := false
	for i, text := range row {
		switch {
		case text == "" || text == top[i]:
		case i < 2 && top[i] != "" && firstColumn(viet.Fold(top[i])):
			return false
		default:
			said = true
		}
	}
	return said
}

// firstColumn reports whether a heading is one of names, units or numbers, below
// which a second row of the heading is empty.
func firstColumn(head string) bool {
	return ordinalHead[head] || nameHead(head) || unitHead(head) || areaHead(head) || periodHead[head]
}

// joined makes one row of a heading of several. A cell left empty above a filled
// one belongs to the merged cell on its left.
func joined(rows [][]string) []string {
	out := make([]string, len(rows[0]))
	for i := range out {
		var parts []string
		for d, row := range rows {
			text := row[i]
			if text == "" && d < len(rows)-1 && rows[len(rows)-1][i] != "" {
				text = leftOf(row, i)
			}
			if text != "" && (len(parts) == 0 || parts[len(parts)-1] != text) {
				parts = append(parts, text)
			}
		}
		out[i] = strings.Join(parts, partSign)
	}
	return out
}

// partSign parts the rows of a heading in a column's text.
const partSign = " ¦ "

// leftOf returns the nearest filled cell on the left that may span columns.
func leftOf(row []string, i int) string {
	for i--; i >= 0; i-- {
		if row[i] != "" {
			if firstColumn(viet.Fold(row[i])) {
				return ""
			}
			return row[i]
		}
	}
	return ""
}

func linesOf(text string, s span) []span {
	var out []span
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i == s.to || text[i] == '\n' {
			if strings.TrimSpace(text[from:i]) != "" {
				for from < i && isBlank(text[from]) && text[from] != '\t' {
					from++
				}
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

// headed reports whether the row is a header: no cell of it but the first holds a
// figure, apart from the years of columns.
func (r *reader) headed(cells []span) bool {
	for _, s := range cells[1:] {
		f, ok := r.figureIn(s)
		if ok && f.isScore && f.unit.n == 0 && yearly(f.value) && yearly(f.of) {
			continue // "2024/2023"
		}
		if ok && (f.unit.n > 0 || f.isScore || !yearly(f.value)) {
			return false
		}
	}
	return true
}

func yearly(v float64) bool { return v >= 1945 && v <= 2100 && v == float64(int(v)) }

// figureIn reads a cell that holds one figure and nothing else, with its unit if
// it has one.
func (r *reader) figureIn(s span) (figure, bool) {
	t := strings.Trim(r.cell(s), " *_")
	if v, ok := plainCell(t); ok {
		f := figure{value: v}
		if strings.HasSuffix(t, "%") {
			f.unit = unit{name: "%", scale: 1, n: 1}
		}
		return f, true
	}
	if len(t) > 60 || !strings.ContainsAny(t, "0123456789") {
		return figure{}, false
	}
	toks := r.lexer.tokens(nil, s.from, s.to)
	f := r.lex.figureAt(toks, 0)
	if f.to == 0 || f.to != len(toks) || f.odd != "" || f.after {
		return figure{}, false
	}
	if f.unit.n == 0 && !f.isScore && !f.isRange && (f.bound != "" || f.approx != "") {
		return f, true
	}
	return f, f.unit.n > 0 || f.isScore
}

// plainCell reads a number as tables print it, with a sign and "%" or without.
func plainCell(t string) (float64, bool) {
	t = strings.TrimSpace(strings.TrimSuffix(t, "%"))
	sign := 1.0
	switch {
	case strings.HasPrefix(t, "-"), strings.HasPrefix(t, "−"), strings.HasPrefix(t, "–"):
		sign, t = -1, strings.TrimLeft(t, "-−– ")
	case strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")"):
		return 0, false // a number of the column, or a loss
	case strings.HasPrefix(t, "+"):
		t = t[1:]
	}
	if t == "" || t[0] < '0' || t[0] > '9' || strings.Trim(t, "0123456789.,") != "" {
		return 0, false
	}
	v, ok, odd := parseNumber(t)
	return sign * v, ok && !odd
}
