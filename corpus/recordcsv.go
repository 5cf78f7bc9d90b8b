package corpus

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// RecordColumns are the columns of records/*.csv, in the order FormatRecords
// writes them. "indicator" holds the id of the catalogue, or the name as printed
// where there is none; "name" the name as printed beside an id.
var RecordColumns = []string{
	"area", "area_level", "indicator", "period", "period_type", "kind", "value", "unit",
	"change_pct", "change_basis", "vs_plan_pct", "source_id", "note",
	"low", "high", "bound", "of", "change", "change_unit", "scope", "printed",
	"paragraph", "evidence", "approx", "doubt", "name",
}

// maxRecordFile is the largest file of records that is read, in bytes.
const maxRecordFile = 64 << 20

var idShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// ParseRecords reads a file of records: the columns of RecordColumns in any
// order, area, indicator and period at least. The source of a row without
// source_id is the file itself: the base of its name without the ending. Only
// Source.ID is set; an Indicator that is not an id stays empty with its Name as
// printed, until Corpus.Resolve finds it in a catalogue. Rows that are the lower
// and the upper end of one range become one record. A broken row is a Problem
// and the others are kept.
func ParseRecords(name string, r io.Reader) ([]Record, []Problem) {
	b, err := io.ReadAll(io.LimitReader(r, maxRecordFile+1))
	if err != nil {
		return nil, []Problem{{name, 0, err.Error()}}
	}
	if len(b) > maxRecordFile {
		return nil, []Problem{{name, 0, fmt.Sprintf("more than %d MiB", maxRecordFile>>20)}}
	}
	source := strings.TrimSuffix(path.Base(name), path.Ext(name))
	var records []Record
	problems := readTable(name, b, []string{"area", "indicator", "period"}, func(w *row) {
		rec := recordOf(w, source)
		if len(w.bad) == 0 && !joinRange(records, rec) {
			records = append(records, rec)
		}
	})
	return records, problems
}

func recordOf(w *row, source string) Record {
	rec := Record{
		Area: w.cell("area"), Name: w.cell("name"), Status: Status(w.cell("kind")),
		Quantity: Quantity{
			Value: w.number("value"), Low: w.number("low"), High: w.number("high"), Bound: w.cell("bound"),
			Of: w.number("of"), Unit: w.cell("unit"), Printed: w.cell("printed"),
		},
		PlanPct: w.number("vs_plan_pct"), Scope: w.cell("scope"), Approx: w.cell("approx"),
		Note: w.cell("note"), Doubt: w.cell("doubt"), Evidence: w.cell("evidence"),
		Source: Source{ID: w.cell("source_id"), Paragraph: w.count("paragraph")}, At: w.place(),
	}
	if rec.Source.ID == "" {
		rec.Source.ID = source
	}
	setIndicator(&rec, w)
	setPeriod(&rec, w)
	setChange(&rec, w)
	checkRow(&rec, w)
	normalizeGrowth(&rec)
	return rec
}

func setIndicator(rec *Record, w *row) {
	cell := w.cell("indicator")
	switch {
	case cell == "":
		w.problem("no indicator")
	case idShape.MatchString(cell):
		rec.Indicator = cell
	case rec.Name == "":
		rec.Name = cell
	}
}

var yearSpan = regexp.MustCompile(`^(\d{4})\s*[-–]\s*(\d{4})$`)

func setPeriod(rec *Record, w *row) {
	cell := w.cell("period")
	if cell == "" {
		what := "no period"
		if Status(w.cell("kind")) == Target {
			what = "a target without a year"
		}
		w.problem("%s", what)
		return
	}
	if m := yearSpan.FindStringSubmatch(cell); m != nil {
		cell = m[1] + "/" + m[2]
	}
	p, err := ParsePeriod(cell)
	if err != nil {
		w.problem("%v", err)
	}
	rec.Period = p
}

// setChange reads change_pct, which is in per cent, or change with change_unit.
func setChange(rec *Record, w *row) {
	basis := w.cell("change_basis")
	if v := w.number("change"); v != nil {
		unit := w.cell("change_unit")
		if unit == "" {
			unit = "%"
		}
		rec.Change = &Change{Value: *v, Unit: unit, Basis: basis}
	} else if v := w.number("change_pct"); v != nil {
		rec.Change = &Change{Value: *v, Unit: "%", Basis: basis}
	}
}

func checkRow(rec *Record, w *row) {
	if rec.Area == "" {
		w.problem("no area")
	}
	switch rec.Status {
	case "":
		rec.Status = Actual
	case Actual, Estimate, Target:
	default:
		w.problem("kind %q: want actual, estimate or target", rec.Status)
	}
	switch rec.Bound {
	case "", ">", ">=", "<", "<=":
	default:
		w.problem("bound %q: want >=, <=, > or <", rec.Bound)
	}
	if rec.Value == nil && rec.Low == nil && rec.High == nil && rec.Change == nil && rec.PlanPct == nil && len(w.bad) == 0 {
		w.problem("no value, range, change or share of a plan")
	}
}

// FormatRecords writes records as ParseRecords reads them.
func FormatRecords(records []Record) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(RecordColumns) // a bytes.Buffer does not fail
	for i := range records {
		_ = w.Write(recordRow(&records[i]))
	}
	w.Flush()
	return b.Bytes()
}

func recordRow(r *Record) []string {
	indicator, name := r.Indicator, r.Name
	if indicator == "" {
		indicator, name = r.Name, ""
	}
	var pct, change, changeUnit, basis string
	if r.Change != nil {
		basis = r.Change.Basis
		if r.Change.Unit == "%" {
			pct = numberCell(&r.Change.Value)
		} else {
			change, changeUnit = numberCell(&r.Change.Value), r.Change.Unit
		}
	}
	paragraph := ""
	if r.Source.Paragraph > 0 {
		paragraph = strconv.Itoa(r.Source.Paragraph)
	}
	return []string{
		r.Area, levelOf(r.Area), indicator, r.Period.String(), r.Period.Kind.String(), string(r.Status), numberCell(r.Value), r.Unit,
		pct, basis, numberCell(r.PlanPct), r.Source.ID, r.Note,
		numberCell(r.Low), numberCell(r.High), r.Bound, numberCell(r.Of), change, changeUnit, r.Scope, r.Printed,
		paragraph, r.Evidence, r.Approx, r.Doubt, name,
	}
}

func numberCell(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
