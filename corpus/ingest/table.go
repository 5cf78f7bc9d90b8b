package ingest

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// column tells what a column of a table holds.
type column struct {
	field  string        // a column name of records/*.csv, or "" if not read
	period corpus.Period // of a column of values
	status corpus.Status // of a column of values
	name   string        // heading as printed
}

// table is a table of records found among the rows of a sheet.
type table struct {
	title   string
	unit    string // "Đơn vị tính: tỷ đồng" above the table
	columns []column
	rows    [][]string
	first   int // row number of the first of rows, 1-based
	machine bool
}

// headings are the words that name a column, folded, whole cells.
var headings = map[string]string{
	"dia ban": "area", "khu vuc": "area", "dia phuong": "area", "huyen, thanh pho": "area", "huyen/thanh pho": "area",
	"chi tieu": "indicator", "ten chi tieu": "indicator", "chi so": "indicator", "noi dung": "indicator",
	"ky": "period", "nam": "period", "thoi gian": "period", "ky bao cao": "period", "thoi ky": "period",
	"loai": "kind", "loai so lieu": "kind", "trang thai": "kind", "tinh trang": "kind",
	"gia tri": "value", "so lieu": "value", "thuc hien": "value", "ket qua": "value", "tri so": "value", "uoc thuc hien": "value", "ke hoach": "value",
	"don vi tinh": "unit", "dvt": "unit", "don vi": "unit",
	"tang/giam (%)": "change_pct", "tang, giam (%)": "change_pct", "tang giam (%)": "change_pct", "toc do tang (%)": "change_pct", "tang truong (%)": "change_pct",
	"co so so sanh": "change_basis", "so voi": "change_basis",
	"so voi ke hoach (%)": "vs_plan_pct", "so ke hoach (%)": "vs_plan_pct", "ty le thuc hien ke hoach (%)": "vs_plan_pct", "% ke hoach": "vs_plan_pct", "dat ke hoach (%)": "vs_plan_pct",
	"nguon": "source_id", "ma nguon": "source_id", "ghi chu": "note", "pham vi": "scope", "tu": "low", "den": "high",
}

// maxTitleRows is how far down a sheet the heading of the table may stand.
const maxTitleRows = 20

var errNoTable = errors.New("no row of headings found: want at least a column of indicators (Chỉ tiêu) and one of values (Giá trị, Năm 2021 …)")

// findTable finds the row of headings; what stands above is the title.
func findTable(rows [][]string) (*table, error) {
	t := &table{}
	var title []string
	for i, row := range rows[:min(maxTitleRows, len(rows))] {
		t.columns = readHeadings(row)
		t.machine = slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) == "indicator" })
		if t.has("indicator") && (t.has("value") || t.machine) {
			t.rows, t.first = rows[i+1:], i+2
			t.title = strings.Join(title, " ")
			return t, nil
		}
		for _, cell := range slices.Compact(slices.Clone(row)) {
			if cell = strings.TrimSpace(cell); cell == "" {
				continue
			}
			if unit, ok := unitLine(cell); ok {
				t.unit = unit
			} else {
				title = append(title, cell)
			}
		}
	}
	return nil, errNoTable
}

func (t *table) has(field string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.field == field })
}

var unitHeading = regexp.MustCompile(`(?i)^\(?\s*(?:đơn vị tính|đơn vị|đvt)\s*:\s*([^)]+)\)?$`)

func unitLine(cell string) (string, bool) {
	m := unitHeading.FindStringSubmatch(cell)
	if m == nil {
		return "", false
	}
	return strings.TrimSpace(m[1]), true
}

func readHeadings(row []string) []column {
	columns := make([]column, len(row))
	for i, cell := range row {
		columns[i] = readHeading(strings.Join(strings.Fields(cell), " "))
	}
	return columns
}

// readHeading tells what a column holds: a known word, or a heading with a
// period in it ("Ước thực hiện 6 tháng đầu năm 2022"), which is one of values.
func readHeading(cell string) column {
	if slices.Contains(corpus.RecordColumns, cell) {
		return column{field: cell, name: cell}
	}
	folded := viet.Fold(cell)
	c := column{field: headings[folded], name: cell}
	if c.field == "value" {
		c.status = statusOf(folded)
		return c
	}
	if c.field != "" || cell == "" {
		return c
	}
	for _, when := range viet.Times(cell, time.Time{}) {
		if p, ok := corpus.PeriodOf(when.From, when.To); ok && !when.Relative {
			c.field, c.period, c.status = "value", p, statusOf(folded)
			if strings.Contains(folded, "so voi") || strings.Contains(folded, "%") {
				c.field = ""
			}
			return c
		}
	}
	return c
}

func statusOf(folded string) corpus.Status {
	switch {
	case strings.Contains(folded, "ke hoach"), strings.Contains(folded, "muc tieu"), strings.Contains(folded, "du toan"), strings.Contains(folded, "chi tieu giao"), strings.HasPrefix(folded, "kh "):
		return corpus.Target
	case strings.Contains(folded, "uoc"), strings.Contains(folded, "du kien"):
		return corpus.Estimate
	}
	return corpus.Actual
}

// records reads the rows. A table in the form of records/*.csv is read as such.
func (t *table) records() ([]corpus.Record, error) {
	if t.machine {
		return t.machineRecords()
	}
	var records []corpus.Record
	for i, row := range t.rows {
		found, err := t.row(row)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", t.first+i, err)
		}
		records = append(records, found...)
	}
	if len(records) == 0 {
		return nil, errors.New("no record below the headings")
	}
	return records, nil
}

// machineRecords reads a table whose headings are the columns of records/*.csv.
func (t *table) machineRecords() ([]corpus.Record, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	if err := w.WriteAll(append([][]string{names}, t.rows...)); err != nil {
		return nil, err
	}
	records, problems := corpus.ParseRecords("", &b)
	if len(problems) > 0 {
		p := problems[0]
		return nil, fmt.Errorf("line %d: %s", p.Line+t.first-2, p.Text)
	}
	if len(records) == 0 {
		return nil, errors.New("no record below the headings")
	}
	return records, nil
}

// row reads one row: a record for each column of values that is filled.
func (t *table) row(row []string) ([]corpus.Record, error) {
	base := corpus.Record{Quantity: corpus.Quantity{Unit: t.unit}, Status: corpus.Actual}
	for i, c := range t.columns {
		if i >= len(row) || c.field == "" || c.field == "value" {
			continue
		}
		if err := setField(&base, c.field, strings.TrimSpace(row[i])); err != nil {
			return nil, fmt.Errorf("column %q: %w", c.name, err)
		}
	}
	if base.Name == "" {
		return nil, nil
	}
	var records []corpus.Record
	for i, c := range t.columns {
		if i >= len(row) || c.field != "value" || strings.Trim(row[i], " -–….") == "" {
			continue
		}
		v, err := number(row[i])
		if err != nil {
			return nil, fmt.Errorf("column %q: %w", c.name, err)
		}
		rec := base
		rec.Value, rec.Printed = &v, strings.TrimSpace(strings.TrimSpace(row[i])+" "+rec.Unit)
		if !c.period.IsZero() {
			rec.Period = c.period
		}
		if c.status != corpus.Actual && c.status != "" {
			rec.Status = c.status
		}
		rec.Evidence = strings.Join([]string{base.Name, c.name, strings.TrimSpace(row[i])}, " | ")
		records = append(records, doubtful(rec))
	}
	return records, nil
}

// doubtful marks a record that lacks what a reader must know.
func doubtful(rec corpus.Record) corpus.Record {
	switch {
	case rec.Unit == "":
		rec.Doubt = "bảng không ghi đơn vị"
	case rec.Period.IsZero():
		rec.Doubt = "bảng không ghi kỳ"
	}
	return rec
}

func setField(rec *corpus.Record, field, cell string) error {
	if cell == "" {
		return nil
	}
	switch field {
	case "area":
		rec.Area = cell
	case "indicator":
		rec.Name = cell
	case "unit":
		rec.Unit = cell
	case "note":
		rec.Note = cell
	case "scope":
		rec.Scope = cell
	case "source_id":
		rec.Source.ID = cell
	case "kind":
		rec.Status = statusOf(viet.Fold(cell))
	case "period":
		return setPeriod(rec, cell)
	case "low", "high", "change_pct", "vs_plan_pct":
		return setNumber(rec, field, cell)
	case "change_basis":
		if rec.Change != nil {
			rec.Change.Basis = cell
		}
	}
	return nil
}

func setPeriod(rec *corpus.Record, cell string) error {
	if p, err := corpus.ParsePeriod(cell); err == nil {
		rec.Period = p
		return nil
	}
	for _, when := range viet.Times(cell, time.Time{}) {
		if p, ok := corpus.PeriodOf(when.From, when.To); ok && !when.Relative {
			rec.Period = p
			return nil
		}
	}
	return fmt.Errorf("period %q is not understood", cell)
}

func setNumber(rec *corpus.Record, field, cell string) error {
	v, err := number(cell)
	if err != nil {
		return err
	}
	switch field {
	case "low":
		rec.Low = &v
	case "high":
		rec.High = &v
	case "change_pct":
		rec.Change = &corpus.Change{Value: v, Unit: "%"}
	case "vs_plan_pct":
		rec.PlanPct = &v
	}
	return nil
}

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?([eE][-+]?\d+)?$`)

// number reads a cell: as a spreadsheet stores numbers, or as Vietnamese prints
// them. A single "." before three digits parts thousands in print, so such a
// cell is read so only where it stands as text.
func number(cell string) (float64, error) {
	cell = strings.TrimSpace(cell)
	if plainNumber.MatchString(cell) && !groupsOfThree(cell) {
		return strconv.ParseFloat(cell, 64)
	}
	found := viet.Numbers(cell)
	if len(found) != 1 {
		return 0, fmt.Errorf("%q is not one number", cell)
	}
	v := found[0].Value
	if strings.HasPrefix(cell, "-") && v > 0 || strings.HasPrefix(cell, "(") && strings.HasSuffix(cell, ")") {
		v = -v
	}
	return v, nil
}

func groupsOfThree(cell string) bool {
	_, frac, ok := strings.Cut(cell, ".")
	return ok && len(frac) == 3 && !strings.HasPrefix(strings.TrimPrefix(cell, "-"), "0")
}

// sentences say the records of a table in words, so that they can be searched.
func (t *table) sentences(records []corpus.Record) []string {
	var lines []string
	for _, rec := range records {
		line := strings.TrimSpace(rec.Name + ": " + rec.Printed)
		for _, more := range []string{rec.Area, rec.Period.String(), rec.Note} {
			if more != "" {
				line += ", " + more
			}
		}
		lines = append(lines, line+".")
	}
	return lines
}
