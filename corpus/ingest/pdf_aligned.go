package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// A printedRow is what stands on one height of a page, cell by cell.
type printedRow struct {
	box
	size  float64
	cells []printedCell
}

// A printedCell is a stretch of a row parted from its neighbours by a wide gap.
type printedCell struct {
	box
	text string
	runs []int // into the runs of the page
}

// An alignedTable is a table without borders: its columns are told by what stands
// below each other.
type alignedTable struct {
	box
	runs []int
	text string
}

// alignedTables finds the tables without borders among the runs that free reports.
// It takes only what is beyond doubt: at least two rows with figures, columns that
// no cell crosses, and a heading that names what the rows are.
func alignedTables(runs []run, free func(int) bool) []alignedTable {
	rows := printedRows(runs, free)
	var tables []alignedTable
	for i := 0; i < len(rows); i++ {
		if !rows[i].figured() {
			continue
		}
		last := i
		for j := i + 1; j < len(rows) && j-last < 5 && rows[j-1].bottom-rows[j].top < 2*rows[j].size; j++ {
			if rows[j].figured() {
				last = j
			}
		}
		if t, ok := tableOf(rows, i, last); ok {
			tables = append(tables, t)
		}
		i = last
	}
	return tables
}

// maxPrintedRuns bounds the runs of a page in which such tables are looked for.
const maxPrintedRuns = 5000

// printedRows orders the runs into rows from the top and cells from the left.
func printedRows(runs []run, free func(int) bool) []printedRow {
	if len(runs) > maxPrintedRuns {
		return nil
	}
	var order []int
	for i, r := range runs {
		if free(i) && strings.TrimSpace(r.text) != "" {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(runs[b].midY(), runs[a].midY()) })
	var rows []printedRow
	for from := 0; from < len(order); {
		first, to := runs[order[from]], from+1
		for to < len(order) && runs[order[to]].midY() > first.bottom {
			to++
		}
		rows = append(rows, rowOf(runs, order[from:to]))
		from = to
	}
	return rows
}

func rowOf(runs []run, at []int) printedRow {
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(runs[a].left, runs[b].left) })
	row := printedRow{box: runs[at[0]].box, size: runs[at[0]].size}
	for _, i := range at {
		r := runs[i]
		row.top, row.bottom = max(row.top, r.top), min(row.bottom, r.bottom)
		row.right = max(row.right, r.right)
		if n := len(row.cells); n > 0 && r.left-row.cells[n-1].right < 0.8*r.size {
			c := &row.cells[n-1]
			c.text, c.right, c.runs = c.text+" "+strings.TrimSpace(r.text), max(c.right, r.right), append(c.runs, i)
			continue
		}
		row.cells = append(row.cells, printedCell{r.box, strings.TrimSpace(r.text), []int{i}})
	}
	return row
}

// figured reports whether a row is one of a table: a name, and figures of their own.
func (r *printedRow) figured() bool {
	if len(r.cells) < 3 {
		return false
	}
	name := slices.ContainsFunc(r.cells[:2], func(c printedCell) bool { return named(c.text) })
	return name && slices.ContainsFunc(r.cells[1:], func(c printedCell) bool { return isNumber(c.text) })
}

// tableOf reads the rows from first to last, and the heading above them.
func tableOf(rows []printedRow, first, last int) (alignedTable, bool) {
	columns, ok := columnsBelow(rows[first : last+1])
	if !ok || last == first {
		return alignedTable{}, false
	}
	top := first
	for top > 0 && first-top < 4 && rows[top-1].bottom-rows[top].top < 1.5*rows[top].size && rows[top-1].fits(columns) {
		top--
	}
	head := make([]string, len(columns))
	for _, row := range rows[top:first] {
		for _, c := range row.cells {
			k := columnAt(columns, c)
			head[k] = strings.TrimSpace(head[k] + " " + c.text)
		}
	}
	if !slices.ContainsFunc(head, namesRows) || slices.Contains(head, "") {
		return alignedTable{}, false
	}
	cells, ok := logicalRows(rows[first:last+1], columns)
	if !ok {
		return alignedTable{}, false
	}
	t := alignedTable{box: rows[top].box, text: gridText(append([][]string{head}, cells...))}
	for _, row := range rows[top : last+1] {
		t.left, t.right, t.bottom = min(t.left, row.left), max(t.right, row.right), min(t.bottom, row.bottom)
		for _, c := range row.cells {
			t.runs = append(t.runs, c.runs...)
		}
	}
	return t, true
}

// namesRows reports whether a heading says what the rows below it are.
func namesRows(head string) bool { return rowsHead.MatchString(viet.Fold(head)) }

var rowsHead = regexp.MustCompile(`^(ten |cac )?(chi tieu|noi dung|chi so|danh muc|hang muc|dia ban|dia phuong|don vi hanh chinh|xa|phuong|huyen|khu vuc)\b`)

// columnsBelow returns the extents of the columns of rows with figures; ok is false
// where two cells of a row fall into one.
func columnsBelow(rows []printedRow) (columns []box, ok bool) {
	for _, row := range rows {
		if !row.figured() {
			continue
		}
		for _, c := range row.cells {
			columns = append(columns, c.box)
		}
	}
	slices.SortFunc(columns, func(a, b box) int { return cmp.Compare(a.left, b.left) })
	n := 0
	for _, c := range columns {
		if n > 0 && c.left <= columns[n-1].right {
			columns[n-1].right = max(columns[n-1].right, c.right)
			continue
		}
		columns[n] = c
		n++
	}
	columns = columns[:n]
	for _, row := range rows {
		if row.figured() && !row.fits(columns) {
			return nil, false
		}
	}
	return columns, n >= 3
}

// fits reports whether each cell of a row lies below or above one column alone.
func (r *printedRow) fits(columns []box) bool {
	seen := map[int]bool{}
	for _, c := range r.cells {
		k := columnAt(columns, c)
		if k < 0 || seen[k] {
			return false
		}
		seen[k] = true
	}
	return true
}

// columnAt returns the column that a cell overlaps, or in whose place it stands
// alone between its neighbours; -1 if it is over several.
func columnAt(columns []box, c printedCell) int {
	at := -1
	for k, col := range columns {
		left, right := col.left, col.right
		if k > 0 {
			left = (columns[k-1].right + col.left) / 2
		}
		if k+1 < len(columns) {
			right = (col.right + columns[k+1].left) / 2
		}
		if c.right <= left && k > 0 || c.left >= right && k+1 < len(columns) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	return at
}

// logicalRows joins the lines of names that take several; ok is false where it is
// not plain to which row a line belongs.
func logicalRows(rows []printedRow, columns []box) (cells [][]string, ok bool) {
	above := "" // lines of a name whose row is still to come
	for _, row := range rows {
		if row.figured() {
			line := make([]string, len(columns))
			for _, c := range row.cells {
				line[columnAt(columns, c)] = c.text
			}
			name := nameCell(line)
			if name < 0 {
				return nil, false
			}
			if above != "" && !continuing(line[name]) {
				cells = append(cells, titleRow(above, len(columns)))
			} else if above != "" {
				line[name] = above + " " + line[name]
			}
			above = ""
			cells = append(cells, line)
			continue
		}
		if len(row.cells) != 1 || columnAt(columns, row.cells[0]) < 0 {
			return nil, false
		}
		text := row.cells[0].text
		switch n := len(cells); {
		case above != "" && continuing(text):
			above += " " + text
		case above != "":
			return nil, false
		case continuing(text) && n > 0:
			name := nameCell(cells[n-1])
			cells[n-1][name] += " " + text
		default:
			above = text
		}
	}
	return cells, above == ""
}

// titleRow is the row of a section.
func titleRow(text string, width int) []string {
	line := make([]string, width)
	line[0] = text
	return line
}

// nameCell returns which of the first two cells of a row names it, -1 if none.
func nameCell(line []string) int {
	return slices.IndexFunc(line[:2], named)
}

// continuing reports whether a line goes on with the one above it.
func continuing(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}
