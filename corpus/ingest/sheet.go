package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxRows is how many rows of a sheet are read.
const maxRows = 100_000

// readCSV reads a table of records, parted by commas, semicolons or tabs.
func readCSV(name string, b []byte) (Item, error) {
	text, err := decodeText(b)
	if err != nil {
		return Item{}, err
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = delimiter(text)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	var rows [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Item{}, csvError(err)
		}
		if len(rows) == maxRows {
			return Item{}, fmt.Errorf("more than %d rows", maxRows)
		}
		rows = append(rows, row)
	}
	return tableItem(name, rows)
}

func csvError(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return fmt.Errorf("line %d: %w", p.StartLine, p.Err)
	}
	return err
}

// delimiter returns the sign that the first lines are parted by.
func delimiter(text string) rune {
	first := strings.Join(strings.SplitN(text, "\n", 6)[:min(5, strings.Count(text, "\n")+1)], "\n")
	best, most := ',', strings.Count(first, ",")
	for _, d := range []rune{';', '\t'} {
		if n := strings.Count(first, string(d)); n > most {
			best, most = d, n
		}
	}
	return best
}

// readXLSX reads the tables of all sheets that can be seen.
func readXLSX(name string, raw []byte) (Item, error) {
	if err := oldOffice(raw); err != nil {
		return Item{}, err
	}
	x, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return Item{}, fmt.Errorf("not a workbook: %w", err)
	}
	defer x.Close()
	var b sheets
	for _, sheet := range x.GetSheetList() {
		if seen, err := x.GetSheetVisible(sheet); err == nil && !seen {
			continue
		}
		rows, err := sheetRows(x, sheet)
		if err != nil {
			return Item{}, fmt.Errorf("sheet %q: %w", sheet, err)
		}
		if err := b.add(rows); err != nil {
			return Item{}, fmt.Errorf("sheet %q: %w", sheet, err)
		}
	}
	return b.item(name)
}

// sheetRows returns the cells of a sheet, those of merged ranges filled in.
func sheetRows(x *excelize.File, sheet string) ([][]string, error) {
	it, err := x.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer it.Close()
	f := cells{file: x, sheet: sheet, percent: map[int]bool{}}
	var rows [][]string
	for it.Next() {
		row, err := it.Columns()
		if err != nil {
			return nil, err
		}
		if len(rows) == maxRows {
			return nil, fmt.Errorf("more than %d rows", maxRows)
		}
		for i, cell := range row {
			row[i] = f.printed(cell, i+1, len(rows)+1)
		}
		rows = append(rows, row)
	}
	merged, err := x.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	for _, m := range merged {
		fillMerged(rows, m)
	}
	return rows, it.Error()
}

// cells reads numbers of one sheet as they are printed.
type cells struct {
	file    *excelize.File
	sheet   string
	percent map[int]bool // styles that print a share as per cent
}

// printed returns a cell as Vietnamese prints it where its stored form says
// another thing: 3.426 with a comma, since the same letters in a cell of text
// would be three thousand, and 0.151 in a cell of per cent as 15,1%.
func (f cells) printed(cell string, col, row int) string {
	if !plainNumber.MatchString(cell) {
		return cell
	}
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return cell
	}
	kind, err := f.file.GetCellType(f.sheet, name)
	v, notNumber := strconv.ParseFloat(cell, 64)
	if err != nil || notNumber != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		return cell
	}
	if f.isPercent(name) {
		return numeral(shortest(v*100)) + "%"
	}
	return numeral(shortest(v))
}

// shortest takes off the last digits of a stored number, which are the rounding
// of binary fractions.
func shortest(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return short
}

func (f cells) isPercent(name string) bool {
	id, err := f.file.GetCellStyle(f.sheet, name)
	if err != nil {
		return false
	}
	if is, known := f.percent[id]; known {
		return is
	}
	style, err := f.file.GetStyle(id)
	is := err == nil && (style.NumFmt == 9 || style.NumFmt == 10 || style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "%"))
	f.percent[id] = is
	return is
}

// fillMerged repeats the value of a merged range in each of its cells.
func fillMerged(rows [][]string, m excelize.MergeCell) {
	c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
	c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
	if err1 != nil || err2 != nil || (c2-c1+1)*(r2-r1+1) > 10_000 {
		return
	}
	for r := r1 - 1; r < r2 && r < len(rows); r++ {
		for len(rows[r]) < c2 {
			rows[r] = append(rows[r], "")
		}
		for c := c1 - 1; c < c2; c++ {
			rows[r][c] = m.GetCellValue()
		}
	}
}

// tableItem makes an item of the rows of one table.
func tableItem(name string, rows [][]string) (Item, error) {
	var b sheets
	if err := b.add(rows); err != nil {
		return Item{}, err
	}
	return b.item(name)
}
