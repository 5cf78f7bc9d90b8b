package ingest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// rowRecord is a record of one row.
type rowRecord struct {
	corpus.Record
	part bool // the row is set in as a part of one above
}

// doubt adds a reason to look.
func (r *rowRecord) doubt(why string) {
	if why == "" || strings.Contains(r.Doubt, why) {
		return
	}
	if r.Doubt != "" {
		why = r.Doubt + "; " + why
	}
	r.Doubt = why
}

// row reads one row: a record for each column of values that is filled. What
// cannot be read makes its record doubted, naming the row.
func (t *table) row(row []string, line int) []rowRecord {
	base, trouble := t.base(row, line)
	if columnNumbers.MatchString(base.Name) {
		return nil
	}
	var records []rowRecord
	for i, c := range t.columns {
		cell := cellAt(row, i)
		if c.field != "value" || strings.Trim(cell, " -–….") == "" || base.Name == "" && c.indicator == "" {
			continue
		}
		rec := base
		rec.setValue(c, cell, line)
		rec.doubt(trouble)
		rec.doubt(c.doubt)
		rec.lacking(t, row)
		rec.Evidence = barred(row)
		records = append(records, rec)
	}
	t.attach(records, row, line)
	return records
}

// columnNumbers is a cell of the row that numbers the columns: A, B, 1, (2).
var columnNumbers = regexp.MustCompile(`^\(?([A-ZĐ]|\d{1,2})\)?$`)

// base reads the cells of a row that all its values share.
func (t *table) base(row []string, line int) (base rowRecord, trouble string) {
	base.Status = corpus.Actual
	base.Unit = t.unit
	for i, c := range t.columns {
		cell := cellAt(row, i)
		if cell == "" {
			continue
		}
		if err := base.set(c.field, cell); err != nil {
			trouble = fmt.Sprintf("dòng %d: %v", line, err)
		}
	}
	return base, trouble
}

// set puts a cell into the field that its column holds.
func (r *rowRecord) set(field, cell string) error {
	switch field {
	case "area":
		r.Area = cell
	case "indicator":
		r.setName(cell)
	case "unit":
		unit, known := unitOf(cell)
		if r.Unit = unit; !known {
			return fmt.Errorf("đơn vị lạ “%s”", cell)
		}
	case "note":
		r.Note = cell
	case "scope":
		r.Scope = cell
	case "source_id":
		r.Source.ID = cell
	case "kind":
		if status := statusOf(viet.Fold(cell)); status != "" {
			r.Status = status
		}
	case "period":
		return r.setPeriod(cell)
	case "low", "high":
		v, err := number(cell)
		if err != nil {
			return err
		}
		if field == "low" {
			r.Low = &v
		} else {
			r.High = &v
		}
	}
	return nil
}

// bullet opens a name: "1.", "1.2", "a)", "II.", "-", "+", "*".
var bullet = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[a-zđ]\)\s*|[IVX]{1,5}[.)]\s*|[-+*–•]\s*)+`)

// within opens a name that is a part of the one above it, folded.
var within = regexp.MustCompile(`^(trong do|rieng)\s*:?\s*`)

// setName takes numbering and unit off a name.
func (r *rowRecord) setName(cell string) {
	name := bullet.ReplaceAllString(cell, "")
	r.part = strings.ContainsAny(cell[:1], "-+*") || strings.HasPrefix(cell, "–") || strings.HasPrefix(cell, "•") || within.MatchString(viet.Fold(name))
	var unit string
	if name, unit = splitUnit(name); unit != "" {
		r.Unit = unit
	}
	r.Name = strings.TrimSpace(strings.TrimSuffix(name, ":"))
}

func (r *rowRecord) setPeriod(cell string) error {
	if p, err := corpus.ParsePeriod(cell); err == nil {
		r.Period = p
		return nil
	}
	if found := periodsIn(cell); len(found) == 1 {
		r.Period = found[0]
		return nil
	}
	return fmt.Errorf("không hiểu kỳ “%s”", cell)
}

// setValue reads one value under its column.
func (r *rowRecord) setValue(c column, cell string, line int) {
	if c.indicator != "" {
		r.Name = c.indicator
	}
	switch {
	case c.unit != "" && r.Unit == "" || c.indicator != "":
		r.Unit = c.unit
	case strings.HasSuffix(cell, "%") && r.Unit == "":
		r.Unit = "%"
	case strings.HasSuffix(cell, "%") && !strings.HasPrefix(r.Unit, "%"), c.unit != "" && c.unit != r.Unit:
		r.doubt("ô và đầu bảng ghi đơn vị khác nhau")
	}
	r.Printed = strings.TrimSpace(cell + " " + r.Unit)
	if strings.HasPrefix(r.Unit, "%") {
		r.Printed = cell + r.Unit
	}
	if strings.HasSuffix(cell, "%") {
		r.Printed = cell
	}
	if !c.period.IsZero() {
		r.Period = c.period
	}
	if c.status != "" && (c.status != corpus.Actual || r.Status == "") {
		r.Status = c.status
	}
	v, of, err := score(cell)
	if err != nil {
		r.doubt(fmt.Sprintf("dòng %d, cột “%s”: “%s” không phải một con số", line, c.name, cell))
		return
	}
	r.Value, r.Of = &v, of
}

// total names rows that add others up, folded.
var total = regexp.MustCompile(`^(tong|tong so|tong cong|cong|toan (huyen|tinh|thanh pho|xa))$`)

// lacking doubts a record that lacks what a reader must know.
func (r *rowRecord) lacking(t *table, row []string) {
	if r.Unit == "" {
		r.doubt("bảng không ghi đơn vị")
	}
	if r.Period.IsZero() {
		r.doubt("bảng không ghi kỳ")
	}
	if total.MatchString(viet.Fold(r.Name)) {
		r.doubt("dòng tổng, chưa rõ chỉ tiêu")
	}
	if t.has("area") && (r.Area == "" || total.MatchString(viet.Fold(r.Area))) {
		r.doubt("chưa rõ địa bàn")
	}
}

// latest returns the record of the latest period that is no plan; nil if there is
// none, or several of that period.
func latest(records []rowRecord) *rowRecord {
	var done *rowRecord
	twice := false
	for i := range records {
		r := &records[i]
		switch {
		case r.Status == corpus.Target:
		case done == nil || r.Period.After().After(done.Period.After()):
			done, twice = r, false
		case !done.Period.After().After(r.Period.After()):
			twice = true
		}
	}
	if twice {
		return nil
	}
	return done
}

// attach gives the growth and the share of the plan in a row to the value that
// they speak of: the latest that is no plan. With several it stays untold.
func (t *table) attach(records []rowRecord, row []string, line int) {
	done := latest(records)
	if done == nil {
		return
	}
	for i, c := range t.columns {
		cell := cellAt(row, i)
		if cell == "" || c.field != "change_pct" && c.field != "change_ratio" && c.field != "vs_plan_pct" && c.field != "change_basis" {
			continue
		}
		if err := done.setComparison(c.field, cell); err != nil {
			done.doubt(fmt.Sprintf("dòng %d, cột “%s”: “%s” không phải một con số", line, c.name, cell))
		}
	}
}

// lowestRatio is the least per cent of the year before that is read as such: a
// smaller figure may be the growth itself.
const lowestRatio = 40

func (r *rowRecord) setComparison(field, cell string) error {
	if field == "change_basis" {
		if r.Change != nil {
			r.Change.Basis = cell
		}
		return nil
	}
	v, err := number(cell)
	switch {
	case err != nil:
		return err
	case field == "change_ratio" && (v < lowestRatio || r.Change != nil):
	case field == "change_ratio":
		r.Change = &corpus.Change{Value: shortest(v - 100), Unit: "%"}
	case field == "change_pct":
		r.Change = &corpus.Change{Value: v, Unit: "%"}
	default:
		r.PlanPct = &v
	}
	return nil
}

var (
	plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?([eE][-+]?\d+)?$`)
	ofTotal     = regexp.MustCompile(`^(\d{1,5})\s*/\s*(\d{1,5})$`)
)

// score reads a cell of a value, with the whole that it is counted out of in
// cells such as "12/13".
func score(cell string) (v float64, of *float64, err error) {
	if m := ofTotal.FindStringSubmatch(cell); m != nil {
		v, _ = strconv.ParseFloat(m[1], 64)
		whole, _ := strconv.ParseFloat(m[2], 64)
		return v, &whole, nil
	}
	v, err = number(cell)
	return v, nil, err
}

// number reads a cell: as a spreadsheet stores numbers, or as Vietnamese prints
// them. A single "." before three digits parts thousands in print, so such a
// cell is read so only where it stands as text.
func number(cell string) (float64, error) {
	cell = strings.TrimSpace(cell)
	if plainNumber.MatchString(cell) && !groupsOfThree(cell) {
		return strconv.ParseFloat(cell, 64)
	}
	found := viet.Numbers(cell)
	if len(found) != 1 || strings.Trim(cell[:found[0].Start]+cell[found[0].End:], " +-()%") != "" {
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
