package ingest

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// ruledTable is a table whose borders are drawn on a page.
type ruledTable struct {
	box
	xs, ys []float64 // borders of the columns from the left, of the rows from the top
	rules  []rule
}

// maxRules is how many lines of a page may be borders; a page of more is a
// drawing.
const maxRules = 2000

// ruledTables finds the tables that the lines of a page draw: lines that touch
// one another and part at least two rows of two columns.
func ruledTables(rules []rule) []ruledTable {
	if rules = joinRules(rules); len(rules) > maxRules {
		return nil
	}
	var tables []ruledTable
	for _, group := range touching(rules) {
		t := ruledTable{rules: group}
		for _, r := range group {
			if r.upright {
				t.xs = append(t.xs, r.at)
			} else {
				t.ys = append(t.ys, r.at)
			}
		}
		t.xs, t.ys = distinct(t.xs), distinct(t.ys)
		slices.Reverse(t.ys)
		if len(t.xs) < 3 || len(t.ys) < 3 {
			continue
		}
		t.box = box{t.xs[0], t.ys[len(t.ys)-1], t.xs[len(t.xs)-1], t.ys[0]}
		tables = append(tables, t)
	}
	return tables
}

// joinRules makes one line of those that lie on each other or continue one
// another: borders are drawn cell by cell, and each twice where it has a width.
func joinRules(rules []rule) []rule {
	slices.SortFunc(rules, func(a, b rule) int {
		if a.upright != b.upright {
			if a.upright {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from))
	})
	var joined []rule
	for from := 0; from < len(rules); {
		to := from + 1
		for to < len(rules) && rules[to].upright == rules[from].upright && rules[to].at-rules[to-1].at < slack {
			to++
		}
		joined = append(joined, joinInLine(rules[from:to])...)
		from = to
	}
	return joined
}

// joinInLine joins the stretches of one line.
func joinInLine(line []rule) []rule {
	at := line[len(line)/2].at
	slices.SortFunc(line, func(a, b rule) int { return cmp.Compare(a.from, b.from) })
	joined := line[:0:0]
	for _, r := range line {
		if n := len(joined); n > 0 && r.from <= joined[n-1].to+slack {
			joined[n-1].to = max(joined[n-1].to, r.to)
			continue
		}
		joined = append(joined, rule{r.upright, at, r.from, r.to})
	}
	return joined
}

// touching parts the lines into groups that hang together.
func touching(rules []rule) [][]rule {
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range rules {
		for j, b := range rules[:i] {
			if a.crosses(b) {
				group[root(i)] = root(j)
			}
		}
	}
	var groups [][]rule
	index := map[int]int{}
	for i, r := range rules {
		at, seen := index[root(i)]
		if !seen {
			at = len(groups)
			index[root(i)] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], r)
	}
	return groups
}

func (r rule) crosses(o rule) bool {
	return r.upright != o.upright && r.covers(o.at) && o.covers(r.at)
}

// covers reports whether the line reaches over a coordinate of its own axis.
func (r rule) covers(at float64) bool { return r.from-slack <= at && at <= r.to+slack }

// distinct sorts coordinates and keeps one of those that are closer than a border
// is wide.
func distinct(at []float64) []float64 {
	slices.Sort(at)
	return slices.CompactFunc(at, func(a, b float64) bool { return math.Abs(a-b) < slack })
}

// contains reports whether the middle of a run lies in the table.
func (t *ruledTable) contains(r run) bool {
	return t.left < r.midX() && r.midX() < t.right && t.bottom < r.midY() && r.midY() < t.top
}

// cells returns the rows of the table with the runs that lie in it. A cell that
// spans columns or rows is repeated in each of them.
func (t *ruledTable) cells(runs []run) [][]string {
	width, height := len(t.xs)-1, len(t.ys)-1
	owner := t.spans()
	held := make([][]run, width*height)
	for _, r := range runs {
		if row, col := t.rowAt(r.midY()), t.columnAt(r.midX()); row >= 0 && col >= 0 {
			cell := owner[row*width+col]
			held[cell] = append(held[cell], r)
		}
	}
	rows := make([][]string, height)
	for row := range rows {
		rows[row] = make([]string, width)
		for col := range rows[row] {
			rows[row][col] = runsText(held[owner[row*width+col]])
		}
	}
	return rows
}

// spans returns for each cell of the grid the first cell of the printed cell that
// it is a part of: no line parts the two.
func (t *ruledTable) spans() []int {
	width, height := len(t.xs)-1, len(t.ys)-1
	owner := make([]int, width*height)
	for row := range height {
		for col := range width {
			cell := row*width + col
			owner[cell] = cell
			midX, midY := (t.xs[col]+t.xs[col+1])/2, (t.ys[row]+t.ys[row+1])/2
			switch {
			case col > 0 && !t.parted(true, t.xs[col], midY):
				owner[cell] = owner[cell-1]
			case row > 0 && !t.parted(false, t.ys[row], midX):
				owner[cell] = owner[cell-width]
			}
		}
	}
	return owner
}

// parted reports whether a line of the table stands at a border, where it is
// crossed at the given coordinate.
func (t *ruledTable) parted(upright bool, at, across float64) bool {
	return slices.ContainsFunc(t.rules, func(r rule) bool {
		return r.upright == upright && math.Abs(r.at-at) < slack && r.covers(across)
	})
}

func (t *ruledTable) columnAt(x float64) int {
	return slices.IndexFunc(t.xs[1:], func(at float64) bool { return x < at })
}

func (t *ruledTable) rowAt(y float64) int {
	return slices.IndexFunc(t.ys[1:], func(at float64) bool { return y > at })
}

// runsText returns the runs of one cell, line after line.
func runsText(runs []run) string {
	slices.SortStableFunc(runs, func(a, b run) int {
		if a.midY() > b.top || b.midY() > a.top { // on different lines
			return cmp.Compare(b.midY(), a.midY())
		}
		return cmp.Compare(a.left, b.left)
	})
	parts := make([]string, len(runs))
	for i, r := range runs {
		parts[i] = r.text
	}
	return strings.Join(parts, " ")
}
