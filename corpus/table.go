package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Limits of reading on after a broken line, which may cost a look at the whole
// rest of the file, as an open quote does: how many lines, and how many bytes in
// all. Beyond them the rest of the file is left out.
const (
	maxBroken = 100
	maxReread = 256 << 20
)

// A row is one line of a table, its cells found by the name of their column.
type row struct {
	file    string
	line    int
	columns map[string]int
	cells   []string
	bad     []Problem
}

// cell returns the trimmed text of a column in NFC, "" if there is none.
func (r *row) cell(column string) string {
	i, ok := r.columns[column]
	if !ok || i >= len(r.cells) {
		return ""
	}
	return norm.NFC.String(strings.TrimSpace(r.cells[i]))
}

// list returns the parts of a cell, which are parted by ";".
func (r *row) list(column string) []string { return splitList(r.cell(column)) }

func splitList(s string) []string {
	var parts []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// number returns the value of a cell, nil if it is empty. Figures in tables have
// a decimal point and no grouping; anything else is a problem of the row.
func (r *row) number(column string) *float64 {
	s := r.cell(column)
	if s == "" {
		return nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || strings.ContainsAny(s, "xX_pP") {
		r.problem("%s %q: want digits with a decimal point and no grouping, such as 3426.5", column, s)
		return nil
	}
	return &v
}

// count returns the whole number of a cell, 0 if it is empty.
func (r *row) count(column string) int {
	s := r.cell(column)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		r.problem("%s %q: want a whole number", column, s)
		return 0
	}
	return n
}

func (r *row) place() Place { return Place{File: r.file, Line: r.line} }

func (r *row) problem(format string, args ...any) {
	r.bad = append(r.bad, Problem{r.file, r.line, fmt.Sprintf(format, args...)})
}

// readTable calls each for every row below the header and returns the problems
// of the file and of its rows. Lines that begin with # are left out; a broken
// line is reported and the rows after it are read.
func readTable(file string, b []byte, need []string, each func(*row)) []Problem {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	var problems []Problem
	var columns map[string]int
	for skipped, broken, read := 0, 0, 0; ; {
		read += len(b)
		r := csv.NewReader(bytes.NewReader(b))
		r.FieldsPerRecord, r.Comment, r.ReuseRecord = -1, '#', true
		next, err := readRows(r, func(line int, cells []string) error {
			if columns == nil {
				c, err := header(cells, need)
				columns = c
				return err
			}
			w := &row{file: file, line: skipped + line, columns: columns, cells: cells}
			if len(cells) > len(columns) {
				w.problem("%d cells under %d columns", len(cells), len(columns))
			} else {
				each(w)
			}
			problems = append(problems, w.bad...)
			return nil
		})
		if err == nil {
			return problems
		}
		problems = append(problems, Problem{file, skipped + next, err.Error()})
		if broken++; columns == nil || broken > maxBroken || read > maxReread {
			return append(problems, Problem{file, skipped + next, "the rest of the file is not read"})
		}
		b = afterLines(b, next)
		skipped += next
	}
}

// readRows reads to the end, or to the first line that is broken: it returns the
// number of that line and what is wrong with it.
func readRows(r *csv.Reader, each func(line int, cells []string) error) (int, error) {
	for {
		cells, err := r.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return 0, nil
		case errors.As(err, &broken):
			return broken.StartLine, fmt.Errorf("broken line: %w", broken.Err)
		case err != nil:
			return 1, err
		}
		line, _ := r.FieldPos(0)
		if err := each(line, cells); err != nil {
			return line, err
		}
	}
}

func header(cells, need []string) (map[string]int, error) {
	columns := make(map[string]int, len(cells))
	for i, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		if _, twice := columns[name]; twice && name != "" {
			return nil, fmt.Errorf("column %q stands twice in the header", name)
		}
		columns[name] = i
	}
	for _, name := range need {
		if _, ok := columns[name]; !ok {
			return nil, fmt.Errorf("the header lacks the column %q", name)
		}
	}
	return columns, nil
}

// afterLines returns what follows the first n lines.
func afterLines(b []byte, n int) []byte {
	for ; n > 0; n-- {
		_, rest, ok := bytes.Cut(b, []byte("\n"))
		if !ok {
			return nil
		}
		b = rest
	}
	return b
}
