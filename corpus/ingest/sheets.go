package ingest

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// sheets gathers the tables of one workbook.
type sheets struct {
	above   []string // lines above the first table
	texts   []string
	records []corpus.Record
	why     error // why the first sheet is no table of records
	figures bool  // a sheet that is none holds figures
}

// add reads one sheet: its records, if it is a table of records in a form that is
// known outright; else its rows alone, to be read as a table in an article is.
func (b *sheets) add(rows [][]string) error {
	rows = squared(rows)
	if level := sheetSecrecy(rows); level != "" {
		return fmt.Errorf("stamped %s: %w", level, ErrSecret)
	}
	t, err := findTable(rows)
	if err != nil {
		b.addRows(rows, err)
		return nil
	}
	records, err := t.records()
	if err != nil {
		if b.why == nil {
			b.why = err
		}
		return nil
	}
	if len(b.texts) == 0 {
		b.above = t.above
	}
	if t.machine {
		lines := t.sentences(records)
		for i := range records {
			if records[i].Evidence == "" {
				records[i].Evidence = lines[i]
			}
		}
		b.texts = append(b.texts, strings.Join(lines, "\n\n"))
	} else {
		b.texts = append(b.texts, gridText(rows))
	}
	b.records = append(b.records, records...)
	return nil
}

// squared gives all rows the same number of cells, without the columns that are
// empty at the right end.
func squared(rows [][]string) [][]string {
	width := 0
	for _, row := range rows {
		for i, cell := range row {
			if i >= width && strings.TrimSpace(cell) != "" {
				width = i + 1
			}
		}
	}
	if width*len(rows) > maxSquare {
		return rows
	}
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = append(slices.Clone(row[:min(width, len(row))]), make([]string, max(0, width-len(row)))...)
	}
	return out
}

// maxSquare bounds the cells of a sheet that are kept in memory as a square.
const maxSquare = 4_000_000

// addRows keeps a sheet in no known form.
func (b *sheets) addRows(rows [][]string, why error) {
	above, wide, figures := outline(rows)
	if b.why == nil {
		b.why = why
	}
	if !wide || !figures {
		return
	}
	if len(b.texts) == 0 {
		b.above = above
	}
	b.figures = true
	b.texts = append(b.texts, gridText(rows))
}

// outline returns the lines above the first row of several cells, whether there
// is such a row, and whether a cell below it holds a number.
func outline(rows [][]string) (above []string, wide, figures bool) {
	words := false
	for _, row := range rows {
		cells := slices.DeleteFunc(slices.Compact(slices.Clone(row)), func(s string) bool { return strings.TrimSpace(s) == "" })
		switch {
		case len(cells) > 1 && !slices.ContainsFunc(cells, isLetterhead):
			wide = true
			words = words || slices.ContainsFunc(cells, named)
			figures = figures || words && slices.ContainsFunc(cells[1:], isNumber)
		case !wide:
			above = append(above, cells...)
		}
	}
	return above, wide, figures
}

// named reports whether a cell may name what a row is about.
func named(cell string) bool {
	letters := 0
	for _, r := range cell {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 3
}

// item makes an item of the sheets: the records, and an article that stands as
// their source, its text the rows as they are printed.
func (b *sheets) item(name string) (Item, error) {
	switch {
	case len(b.records) > 0 || b.figures:
	case b.why != nil:
		return Item{}, b.why
	default:
		return Item{}, errNoTable
	}
	head := strings.Join(b.above, "\n")
	a := corpus.Article{Title: tableTitle(b.above), Kind: "report", Date: dateIn(head), Publisher: uncapped(issuerIn(head), head)}
	if a.Title == "" {
		base := filepath.Base(name)
		a.Title = strings.TrimSuffix(base, filepath.Ext(base))
	}
	a.Text = paragraphs(strings.Join(b.texts, "\n\n"))
	return Item{Article: a, Table: b.records}, nil
}

// tableTitle returns what the lines above a table call it, without letterhead and
// the document that it is an annex of.
func tableTitle(above []string) string {
	var lines []string
	for _, line := range above {
		if !isLetterhead(line) && !annex.MatchString(viet.Fold(line)) {
			lines = append(lines, line)
		}
	}
	return uncapped(strings.Join(lines, " "), "")
}

// annex opens the line that names the document of which a table is an annex,
// folded.
var annex = regexp.MustCompile(`^\(?\s*(ban hanh )?(kem theo|dinh kem)`)
