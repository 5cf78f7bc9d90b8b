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

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// table is a table of records found among the rows of a sheet.
type table struct {
	title   string        // the lines above the table, joined
	above   []string      // those lines
	period  corpus.Period // that the title names, zero if none or several
	status  corpus.Status // that the title names, for columns that say nothing
	unit    string        // "Đơn vị tính: tỷ đồng" above the table
	columns []column
	rows    [][]string
	first   int // row number of the first of rows, 1-based
	machine bool
}

// maxTitleRows is how far down a sheet the heading of the table may stand.
const maxTitleRows = 20

var errNoTable = errors.New("no row of headings found: want at least a column of indicators (Chỉ tiêu) or of areas (Địa bàn), and one of values (Giá trị, Năm 2021 …)")

// findTable finds the row of headings; what stands above is the title.
func findTable(rows [][]string) (*table, error) {
	t := &table{}
	var title []string
	for i, row := range rows[:min(maxTitleRows, len(rows))] {
		depth := headingRows(rows[i:])
		t.columns = readHeadings(joinHeadings(rows[i : i+depth]))
		t.machine = slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) == "indicator" })
		if t.isTable() {
			t.rows, t.first = rows[i+depth:], i+depth+1
			t.above = title
			t.entitle(strings.Join(title, " "))
			return t, nil
		}
		for _, cell := range slices.Compact(slices.Clone(row)) {
			if cell = strings.TrimSpace(cell); cell == "" {
				continue
			}
			if unit, ok := unitLine(cell); ok {
				t.unit = unit
				continue
			}
			if m := unitBehind.FindStringSubmatch(cell); m != nil {
				if unit, known := unitOf(m[2]); known {
					t.unit, cell = unit, m[1]
				}
			}
			title = append(title, cell)
		}
	}
	return nil, errNoTable
}

// isTable reports whether the columns read so far make a table of records: those
// of records/*.csv, one of indicators beside values, or one of areas beside
// columns that each bear an indicator with its unit.
func (t *table) isTable() bool {
	switch {
	case t.has("indicator"):
		return t.has("value") || t.machine
	case t.has("area"):
		named := false
		for i, c := range t.columns {
			if c.field == "" && c.unit != "" && c.name != "" {
				t.columns[i].field, t.columns[i].indicator, named = "value", c.bare, true
			}
		}
		return named
	}
	return false
}

// entitle takes from the title what the headings leave open.
func (t *table) entitle(title string) {
	t.title = title
	if found := periodsIn(title); len(found) == 1 {
		t.period = found[0]
	}
	folded := viet.Fold(title)
	t.status = statusOf(folded)
	if strings.Contains(folded, "ket qua") || strings.Contains(folded, "thuc hien") && t.status == corpus.Target {
		t.status = corpus.Actual
	}
	year := ""
	if !t.period.IsZero() {
		year = t.period.String()[:4]
	}
	for i := range t.columns {
		t.columns[i].complete(t, year)
	}
}

func (t *table) has(field string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.field == field })
}

var unitHeading = regexp.MustCompile(`(?i)^\(?\s*(đơn vị tính|đơn vị|đvt)\s*:\s*([^)]+)\)?$`)

// unitBehind closes a title with the unit of the table: "… NĂM 2023 (ĐVT: tỷ đồng)".
var unitBehind = regexp.MustCompile(`(?i)^(.*?\S)\s*\(?(?:đơn vị tính|đvt)\s*:\s*([^():]+)\)?$`)

// unitLine returns the unit that a line above the table names. "Đơn vị: …" may
// as well name an office.
func unitLine(cell string) (string, bool) {
	m := unitHeading.FindStringSubmatch(cell)
	if m == nil {
		return "", false
	}
	unit, known := unitOf(m[2])
	return unit, known || !strings.EqualFold(m[1], "đơn vị")
}

// records reads the rows. A table in the form of records/*.csv is read as such.
func (t *table) records() ([]corpus.Record, error) {
	if t.machine {
		return t.machineRecords()
	}
	var records []corpus.Record
	valued := "" // the last name that had values and was no part of another
	for i, row := range t.rows {
		found := t.row(row, t.first+i)
		if len(found) > 0 && found[0].part && valued != "" {
			for j := range found {
				found[j].doubt("là một phần của “" + valued + "”")
			}
		} else if len(found) > 0 {
			valued = found[0].Name
		}
		for _, r := range found {
			records = append(records, r.Record)
		}
	}
	if len(records) == 0 {
		return nil, errNoRecord
	}
	return records, nil
}

var errNoRecord = errors.New("no record below the headings")

// noArea stands in a table in the form of records/*.csv that has no column of
// areas while it is read.
const noArea = "?"

// machineRecords reads a table whose headings are the columns of records/*.csv.
func (t *table) machineRecords() ([]corpus.Record, error) {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	rows := append([][]string{names}, t.rows...)
	if !t.has("area") {
		rows[0] = append(names, "area")
		for i, row := range rows[1:] {
			if strings.TrimSpace(strings.Join(row, "")) != "" {
				padded := append(slices.Clone(row), make([]string, max(0, len(names)-len(row)))...)
				rows[i+1] = append(padded[:len(names)], noArea)
			}
		}
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		return nil, err
	}
	records, problems := corpus.ParseRecords("", &b)
	if len(problems) > 0 {
		p := problems[0]
		return nil, fmt.Errorf("line %d: %s", p.Line+t.first-2, p.Text)
	}
	if len(records) == 0 {
		return nil, errNoRecord
	}
	for i := range records {
		if records[i].Area == noArea {
			records[i].Area = ""
		}
		if records[i].Source.ID == "." { // no source named, and no file
			records[i].Source.ID = ""
		}
	}
	return records, nil
}

// sentences say the records of a table in words, so that they can be searched.
// Whatever a record holds stands in its sentence: tables with equal sentences
// are equal.
func (t *table) sentences(records []corpus.Record) []string {
	var lines []string
	for _, rec := range records {
		line := strings.TrimSpace(rec.Name + rec.Indicator + ": " + amountIn(rec))
		for _, more := range []string{rec.Area, rec.Period.String(), statusWords[rec.Status], rec.Scope, rec.Note} {
			if more != "" {
				line += ", " + more
			}
		}
		lines = append(lines, line+".")
	}
	return lines
}

var statusWords = map[corpus.Status]string{corpus.Estimate: "ước thực hiện", corpus.Target: "kế hoạch"}

// amountIn says value, change and share of the plan of a record.
func amountIn(rec corpus.Record) string {
	var parts []string
	if rec.Printed != "" {
		parts = append(parts, rec.Printed)
	}
	add := func(before string, v *float64, after string) {
		if v != nil {
			parts = append(parts, strings.TrimSpace(before+numeral(*v)+" "+after))
		}
	}
	if rec.Printed == "" {
		add(rec.Bound, rec.Value, rec.Unit)
	}
	add("từ ", rec.Low, rec.Unit)
	add("đến ", rec.High, rec.Unit)
	if rec.Change != nil {
		add("tăng giảm ", &rec.Change.Value, strings.TrimSpace(rec.Change.Unit+" "+rec.Change.Basis))
	}
	add("đạt ", rec.PlanPct, "% kế hoạch")
	return strings.Join(parts, ", ")
}

// numeral writes a number as Vietnamese prints it, without parting thousands.
func numeral(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}
