package ingest

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// gridText returns the text of a table within a document: a line of cells parted
// by " | " for each row, the rows of its heading joined to one. Cells that span
// columns or rows are expected in each of them. A row of one cell across the
// whole table is a line by itself.
func gridText(rows [][]string) string {
	var out []string
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		filled := slices.DeleteFunc(slices.Compact(slices.Clone(row)), func(cell string) bool { return strings.TrimSpace(cell) == "" })
		switch len(filled) {
		case 0:
			continue
		case 1:
			out = append(out, strings.TrimSpace(filled[0]))
			continue
		}
		if isHeading(row) {
			depth := headingRows(rows[i:])
			row = joinHeadings(rows[i : i+depth])
			i += depth - 1
		}
		out = append(out, barred(row))
	}
	return strings.Join(out, "\n\n")
}

// isHeading reports whether a row names the columns of indicators or areas.
func isHeading(row []string) bool {
	return slices.ContainsFunc(row, func(cell string) bool {
		field := headings[viet.Fold(strings.Join(strings.Fields(cell), " "))]
		return field == "indicator" || field == "area"
	})
}

// barred joins the cells of a row by bars, with bars at the ends where the first
// or the last cell is empty, so that each keeps its column.
func barred(cells []string) string {
	flat := make([]string, len(cells))
	for i, cell := range cells {
		flat[i] = strings.Join(strings.Fields(strings.ReplaceAll(cell, "|", "/")), " ")
	}
	text := strings.Join(flat, " | ")
	if n := len(flat); n > 0 && (flat[0] == "" || flat[n-1] == "") {
		return "| " + text + " |"
	}
	return text
}
