package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"thiduabot/index"
)

// Row is one question with the answer it should get.
type Row struct {
	ID       string
	Question string
	Kind     index.Kind
	Expected []Expected // alternatives
	At       time.Time  // zero: the instant of the options
}

// Expected is one acceptable answer; empty parts do not matter.
type Expected struct {
	Value  string // 3426, 15-20, 12/13; for articles their ids
	Unit   string
	Period string
	Area   string
	Source string
}

// ReadRows reads a question file; name stands in its errors.
func ReadRows(r io.Reader, name string) ([]Row, error) {
	var rows []Row
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), " \r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, err := readRow(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		rows = append(rows, row)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

var kinds = map[index.Kind]bool{
	index.Figure: true, index.Comparison: true, index.List: true, index.Articles: true, index.Passage: true,
	index.Due: true, index.Reminder: true, index.Clarify: true, index.Smalltalk: true, index.Unknown: true,
}

func readRow(line string) (Row, error) {
	cells := append(strings.Split(line, "\t"), "", "")
	if len(cells) < 5 {
		return Row{}, fmt.Errorf("want id, question, kind, expected, at parted by tabs")
	}
	row := Row{ID: strings.TrimSpace(cells[0]), Question: cells[1], Kind: index.Kind(strings.TrimSpace(cells[2]))}
	if !kinds[row.Kind] {
		return Row{}, fmt.Errorf("kind %q is none of an answer", cells[2])
	}
	for alt := range strings.SplitSeq(cells[3], " // ") {
		if alt = strings.TrimSpace(alt); alt != "" {
			row.Expected = append(row.Expected, readExpected(alt))
		}
	}
	if at := strings.TrimSpace(cells[4]); at != "" {
		t, err := time.Parse(time.RFC3339, at)
		if err != nil {
			return Row{}, fmt.Errorf("at %q: want an RFC 3339 time", at)
		}
		row.At = t
	}
	return row, nil
}

func readExpected(s string) Expected {
	p := append(strings.Split(s, "|"), "", "", "", "", "")
	for i := range p {
		p[i] = strings.TrimSpace(p[i])
	}
	return Expected{p[0], p[1], p[2], p[3], p[4]}
}

// number reads a number written with a decimal point.
func number(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v, err == nil
}
