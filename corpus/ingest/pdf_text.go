package ingest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one printed line, or a whole table.
type line struct {
	box
	page  int
	size  float64
	text  string
	table bool
}

// pagesText returns the paragraphs and tables of the pages, parted by an empty
// line, without page numbers and what repeats at the edges of the pages.
func pagesText(pages []pdfPage) string {
	var lines []line
	for i, p := range pages {
		lines = append(lines, p.lines(i)...)
	}
	return joinLines(withoutMargins(lines, len(pages)))
}

// lines returns the lines and the tables of a page in reading order. A table
// stands where the first text in it stands.
func (p pdfPage) lines(page int) []line {
	tables := ruledTables(p.rules)
	ruled := func(r run) int {
		return slices.IndexFunc(tables, func(t ruledTable) bool { return t.contains(r) })
	}
	plain := alignedTables(p.runs, func(i int) bool { return ruled(p.runs[i]) < 0 })
	inside, stands := make([][]run, len(tables)), make([]int, len(tables))
	said := map[int]bool{} // tables without borders that stand already
	var lines []line
	for i, r := range p.runs {
		if k := slices.IndexFunc(plain, func(t alignedTable) bool { return slices.Contains(t.runs, i) }); k >= 0 {
			if !said[k] {
				said[k] = true
				lines = append(lines, line{box: plain[k].box, page: page, table: true, text: plain[k].text})
			}
			continue
		}
		at := ruled(r)
		if at < 0 {
			lines = appendRun(lines, r, page)
			continue
		}
		if inside[at] == nil {
			stands[at] = len(lines)
			lines = append(lines, line{box: tables[at].box, page: page, table: true})
		}
		inside[at] = append(inside[at], r)
	}
	for at, runs := range inside {
		if runs != nil {
			lines[stands[at]].text = gridText(tables[at].cells(runs))
		}
	}
	return lines
}

// appendRun adds a run to the last line if it stands on its right, otherwise a
// line of its own. Wide gaps part the cells of a table without borders.
func appendRun(lines []line, r run, page int) []line {
	if n := len(lines); n > 0 {
		last := &lines[n-1]
		beside := !last.table && last.bottom < r.midY() && r.midY() < last.top && r.left > last.right-r.size/2
		if gap := r.left - last.right; beside && gap < 20*r.size {
			parting := " "
			if gap > r.size {
				parting = " | "
			} else if gap < r.size/10 {
				parting = ""
			}
			last.text += parting + r.text
			last.right, last.top, last.bottom = r.right, max(last.top, r.top), min(last.bottom, r.bottom)
			return lines
		}
	}
	return append(lines, line{box: r.box, page: page, size: r.size, text: r.text})
}

// withoutMargins leaves out page numbers, and lines that stand at one height on
// most of the pages of a document of three or more.
func withoutMargins(lines []line, pages int) []line {
	type place struct {
		text string
		y    int
	}
	seen := map[place]int{}
	at := func(l line) place { return place{strings.Trim(l.text, "0123456789/ "), int(l.midY()) / 4} }
	for _, l := range lines {
		seen[at(l)]++
	}
	return slices.DeleteFunc(lines, func(l line) bool {
		number := strings.Trim(l.text, "0123456789-– ") == ""
		return !l.table && (number || pages >= 3 && seen[at(l)] > pages/2)
	})
}

// joinLines makes paragraphs of printed lines.
func joinLines(lines []line) string {
	var b strings.Builder
	pitch := usualPitch(lines)
	for i, l := range lines {
		b.WriteString(l.text)
		switch {
		case i == len(lines)-1:
		case parts(lines, i, pitch) || !centred(l, lines[i+1]) && endsParagraph(l.text, lines[i+1].text, isShort(lines, i)):
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// usualPitch returns the distance between most lines, in sizes of their font.
func usualPitch(lines []line) float64 {
	var pitches []float64
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if p := a.pitch(b); !a.table && !b.table && p > 0 {
			pitches = append(pitches, p)
		}
	}
	if len(pitches) == 0 {
		return 0
	}
	slices.Sort(pitches)
	return pitches[len(pitches)/2]
}

// pitch returns how far below a line the next stands, in sizes of its font; 0 if
// it stands on another page, in another column or above.
func (l line) pitch(next line) float64 {
	if l.page != next.page || next.midY() >= l.midY() || l.size <= 0 || next.right < l.left || l.right < next.left {
		return 0
	}
	return (l.midY() - next.midY()) / l.size
}

// parts reports whether a paragraph ends between line i and the next for the
// looks of it: a table, more space than usual, an indent.
func parts(lines []line, i int, pitch float64) bool {
	a, b := lines[i], lines[i+1]
	if a.table || b.table || strings.Contains(a.text, " | ") || strings.Contains(b.text, " | ") {
		return true
	}
	if i < head && (isLetterhead(a.text) || isLetterhead(b.text)) {
		return true
	}
	p := a.pitch(b)
	if p == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	return p > 1.35*pitch && !unicode.IsLower(first) || p > 2.2*pitch || !unicode.IsLower(first) && indented(lines, i+1)
}

// indented reports whether a line begins further right than its neighbours in
// the column do.
func indented(lines []line, i int) bool {
	l := lines[i]
	if centred(lines[i-1], l) {
		return false
	}
	margin := l.left
	for _, o := range lines[max(0, i-8):min(len(lines), i+8)] {
		if !o.table && o.page == l.page && l.left-o.left < 6*l.size {
			margin = min(margin, o.left)
		}
	}
	return l.left-margin > 0.8*l.size
}

// centred reports whether two lines are set to one middle, as the lines of a
// heading, and neither or both in capitals.
func centred(a, b line) bool {
	off, gap := a.midX()-b.midX(), a.left-b.left
	caps := func(s string) bool { return s == strings.ToUpper(s) }
	return !a.table && !b.table && off < 2 && off > -2 && (gap > a.size || gap < -a.size) && !caps(a.text) && !caps(b.text)
}

// isShort reports whether a line ends well before its neighbours in the column.
func isShort(lines []line, i int) bool {
	l := lines[i]
	left, right := l.left, l.right
	for _, o := range lines[max(0, i-8):min(len(lines), i+9)] {
		if !o.table && o.page == l.page && o.left < l.right && l.left < o.right {
			left, right = min(left, o.left), max(right, o.right)
		}
	}
	return right-l.right > (right-left)/5
}

// endsParagraph reports whether a paragraph ends between two lines for what they
// say and for whether the first is short.
func endsParagraph(line, next string, short bool) bool {
	first, _ := utf8.DecodeRuneInString(next)
	begins := unicode.IsUpper(first) || strings.ContainsRune("-+•*–“", first)
	last, _ := utf8.DecodeLastRuneInString(line)
	if unicode.IsDigit(first) {
		begins = pointed.MatchString(next) || strings.ContainsRune(".:;!?", last)
	}
	return begins && (short || strings.ContainsRune(".:;!?", last) && strings.ContainsRune("-+•*–", first)) || short && strings.ContainsRune(".!?", last)
}

// pointed opens a line that is a point of its own: "1. Thu ngân sách".
var pointed = regexp.MustCompile(`^\d{1,2}(\.\d{1,2})*[.)] ?\p{L}`)
