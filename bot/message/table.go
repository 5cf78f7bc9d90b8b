package message

import (
	"strings"
	"unicode/utf8"
)

// PhoneColumns is the width in characters that a monospace line may have to
// stand unbroken on a phone.
const PhoneColumns = 35

// Text lays the table out in monospace columns, one row a line, no line longer
// than width characters where width is positive: the widest left-aligned column
// is broken into several lines first. Cells are one line of text each.
func (t *Table) Text(width int) string {
	all := t.Rows
	if len(t.Header) > 0 {
		all = append([][]string{t.Header}, t.Rows...)
	}
	widths := t.widths(all, width)
	var b strings.Builder
	for _, row := range all {
		t.writeRow(&b, row, widths)
	}
	return strings.TrimRight(b.String(), "\n")
}

// widths gives each column what its longest cell needs, then takes from the
// widest until the row fits.
func (t *Table) widths(rows [][]string, width int) []int {
	var w []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(w) {
				w = append(w, 1)
			}
			w[i] = max(w[i], utf8.RuneCountInString(cell))
		}
	}
	for width > 0 && sum(w)+2*(len(w)-1) > width {
		widest := 0
		for i := range w {
			if w[i] > w[widest] {
				widest = i
			}
		}
		if w[widest] <= 4 {
			break
		}
		w[widest]--
	}
	return w
}

func sum(ns []int) (s int) {
	for _, n := range ns {
		s += n
	}
	return s
}

func (t *Table) writeRow(b *strings.Builder, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 1
	for i, cell := range row {
		cells[i] = wrap(cell, widths[i])
		height = max(height, len(cells[i]))
	}
	for line := range height {
		var s strings.Builder
		for i := range row {
			if i > 0 {
				s.WriteString("  ")
			}
			piece := ""
			if line < len(cells[i]) {
				piece = cells[i][line]
			}
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(piece))
			if i < len(t.Right) && t.Right[i] {
				s.WriteString(pad + piece)
			} else {
				s.WriteString(piece + pad)
			}
		}
		b.WriteString(strings.TrimRight(s.String(), " "))
		b.WriteByte('\n')
	}
}

// wrap breaks a cell into lines of at most width characters, at spaces where
// there are any.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		for utf8.RuneCountInString(word) > width {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			r := []rune(word)
			lines, word = append(lines, string(r[:width])), string(r[width:])
		}
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}
