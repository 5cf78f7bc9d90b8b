package ingest

import (
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
	field     string        // a column name of records/*.csv, or "" if not read
	period    corpus.Period // of a column of values
	status    corpus.Status // of a column of values; "" if the heading tells none
	unit      string        // in brackets behind the heading
	indicator string        // of a column of values that bears an indicator
	name      string        // heading as printed
	bare      string        // heading without the unit
	doubt     string        // of every value in the column
}

// headings are the words that name a column, folded, whole cells.
var headings = map[string]string{
	"dia ban": "area", "khu vuc": "area", "dia phuong": "area", "huyen, thanh pho": "area", "huyen/thanh pho": "area",
	"ten xa": "area", "xa, phuong": "area", "xa, phuong, thi tran": "area", "don vi hanh chinh": "area", "ten don vi": "area",
	"chi tieu": "indicator", "ten chi tieu": "indicator", "chi so": "indicator", "noi dung": "indicator", "cac chi tieu": "indicator", "cac chi tieu chu yeu": "indicator", "chi tieu chu yeu": "indicator",
	"ky": "period", "nam": "period", "thoi gian": "period", "ky bao cao": "period", "thoi ky": "period",
	"loai": "kind", "loai so lieu": "kind", "trang thai": "kind", "tinh trang": "kind",
	"gia tri": "value", "so lieu": "value", "thuc hien": "value", "ket qua": "value", "tri so": "value", "uoc thuc hien": "value", "ke hoach": "value",
	"ket qua thuc hien": "value", "so luong": "value", "du toan": "value", "muc tieu": "value",
	"don vi tinh": "unit", "dvt": "unit", "don vi": "unit",
	"tang/giam (%)": "change_pct", "tang, giam (%)": "change_pct", "tang giam (%)": "change_pct", "toc do tang (%)": "change_pct", "tang truong (%)": "change_pct",
	"co so so sanh": "change_basis", "so voi": "change_basis",
	"so voi ke hoach (%)": "vs_plan_pct", "so ke hoach (%)": "vs_plan_pct", "ty le thuc hien ke hoach (%)": "vs_plan_pct", "% ke hoach": "vs_plan_pct", "dat ke hoach (%)": "vs_plan_pct",
	"nguon": "source_id", "ma nguon": "source_id", "ghi chu": "note", "pham vi": "scope", "tu": "low", "den": "high",
	"stt": "ordinal", "tt": "ordinal", "so tt": "ordinal", "so thu tu": "ordinal",
}

// A heading may stand in up to this many rows.
const maxHeadingRows = 3

// headingRows returns how many of the rows are one heading: the first, and those
// below it that only part its columns further ("Năm 2021" into "Kế hoạch" and
// "Thực hiện").
func headingRows(rows [][]string) int {
	depth := 1
	for depth < min(maxHeadingRows, len(rows)) && partsHeading(rows[0], rows[depth]) {
		depth++
	}
	return depth
}

// partsHeading reports whether a row continues the heading above it: nothing new
// below the column of names, and words, not numbers, below others.
func partsHeading(top, row []string) bool {
	said, named := false, false
	for i, cell := range row {
		above, cell := cellAt(top, i), strings.TrimSpace(cell)
		field := headings[viet.Fold(above)]
		named = named || field == "indicator" || field == "area"
		switch {
		case cell == "" || cell == above:
		case field != "" && field != "value":
			return false
		case isNumber(cell) && !yearCell.MatchString(cell):
			return false
		default:
			said = true
		}
	}
	return said && named
}

var yearCell = regexp.MustCompile(`^(19|20)\d\d$`)

func isNumber(cell string) bool {
	_, err := number(cell)
	return err == nil
}

func cellAt(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.Join(strings.Fields(row[i]), " ")
}

// joinHeadings makes one row of the rows of a heading. A cell left empty above a
// filled one belongs to the merged cell on its left.
func joinHeadings(rows [][]string) []string {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	joined := make([]string, width)
	for i := range joined {
		var parts []string
		for depth, row := range rows {
			cell := cellAt(row, i)
			if cell == "" && depth < len(rows)-1 && cellAt(rows[len(rows)-1], i) != "" {
				cell = leftOf(row, i)
			}
			if cell != "" && !slices.Contains(parts, cell) {
				parts = append(parts, cell)
			}
		}
		joined[i] = strings.Join(parts, " ")
	}
	return joined
}

// leftOf returns the nearest filled cell on the left that may span columns.
func leftOf(row []string, i int) string {
	for i--; i >= 0; i-- {
		if cell := cellAt(row, i); cell != "" {
			if field := headings[viet.Fold(cell)]; field != "" && field != "value" {
				return ""
			}
			return cell
		}
	}
	return ""
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
	c := column{name: cell, bare: cell}
	if slices.Contains(corpus.RecordColumns, cell) {
		c.field = cell
		return c
	}
	if c.field = headings[viet.Fold(cell)]; c.field == "" {
		c.bare, c.unit = splitUnit(cell)
		c.field = headings[viet.Fold(c.bare)]
	}
	folded := viet.Fold(c.bare)
	found := periodsIn(c.bare)
	switch {
	case c.field != "" && c.field != "value":
		return c
	case comparing(folded):
		c.field, c.unit = comparison(viet.Fold(cell)), ""
		return c
	case len(found) == 1:
		c.field, c.period = "value", found[0]
	case statusHeading(folded):
		c.field = "value"
	}
	c.status = statusOf(folded)
	if strings.Contains(folded, "thuc hien") && c.status == "" || strings.HasPrefix(folded, "th ") {
		c.status = corpus.Actual
	}
	return c
}

// comparison returns the field of a column of shares of the plan in per cent, or
// of figures in per cent of those a year before; of others it is not told what
// they are.
func comparison(folded string) string {
	plan, before := ofPlan.MatchString(folded), ofYearAgo.MatchString(folded)
	switch {
	case !strings.Contains(folded, "%") || plan == before || moves.MatchString(folded):
		return "ordinal"
	case plan:
		return "vs_plan_pct"
	}
	return "change_ratio"
}

// What columns of comparison are set against, folded.
var (
	ofPlan    = regexp.MustCompile(`\b(ke hoach|kh|du toan|dt)\b`)
	ofYearAgo = regexp.MustCompile(`\b(cung ky|ck|nam truoc)\b|\b(19|20)\d\d\s*/\s*(19|20)\d\d\b`)
	moves     = regexp.MustCompile(`\b(tang|giam|toc do|ty trong|co cau|chenh lech)\b`)
)

// comparing reports whether a heading is of a comparison, a share or a part.
func comparing(folded string) bool {
	for _, word := range []string{"so voi", "so sanh", "so kh", "so ke hoach", "so cung ky", "cung ky", "ty trong", "co cau", "%", "tang", "giam", "toc do", "th/kh", "kh/th", "chenh lech"} {
		if strings.Contains(" "+folded+" ", word) {
			return true
		}
	}
	return ratio.MatchString(folded)
}

// ratio is one year or column over another: "2021/2020", "(4)/(3)", "5=4/3".
var ratio = regexp.MustCompile(`\b(19|20)\d\d\s*/\s*(19|20)\d\d|\)\s*/\s*\(|=`)

// statusHeading reports whether a heading is nothing but a status in the words
// of offices, with a part of a year or without ("Ước TH 6 tháng", "KH năm").
func statusHeading(folded string) bool { return statusCell.MatchString(folded) }

var statusCell = regexp.MustCompile(`^(uoc |uth|uoc th|th|kh|thuc hien|ke hoach|du toan|muc tieu|chi tieu|ket qua)( (thuc hien|th|ca nam|nam|\d{1,2} thang( dau nam)?|quy [ivx\d]+|thang \d{1,2}|dau nam|giao|duoc giao))*$`)

// periodsIn returns the different periods that a text names outright.
func periodsIn(text string) []corpus.Period {
	var found []corpus.Period
	for _, when := range viet.Times(text, time.Time{}) {
		if p, ok := corpus.PeriodOf(when.From, when.To); ok && !when.Relative && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found
}

// statusOf returns the status that words name, "" if they name none.
func statusOf(folded string) corpus.Status {
	has := func(word string) bool { return strings.Contains(" "+folded+" ", word) }
	switch {
	case has(" ke hoach "), has(" muc tieu "), has(" du toan "), has(" chi tieu giao "), has(" chi tieu nam "), has(" kh "), has(" target "), has(" phan dau "):
		return corpus.Target
	case has(" uoc "), has(" du kien "), has(" uth "), has(" so bo "), has(" estimate "):
		return corpus.Estimate
	}
	return ""
}

// complete gives a column of values the period and the status that its heading
// leaves to the title, and doubts it where the two do not fit.
func (c *column) complete(t *table, year string) {
	if c.field != "value" {
		return
	}
	if c.period.IsZero() && year != "" && partOfYear.MatchString(viet.Fold(c.bare)) {
		if found := periodsIn(c.bare + " năm " + year); len(found) == 1 {
			c.period = found[0]
		}
	}
	wholeYear := c.period.Kind == corpus.Year && t.period.Kind != corpus.Year && !t.period.IsZero()
	if wholeYear && c.status != corpus.Target {
		c.doubt = "tiêu đề bảng nói kỳ " + t.period.String() + ", cột nói " + c.period.String()
	}
	if c.status == "" {
		c.status = t.status
	}
	if c.period.IsZero() && !t.has("period") && !yearOnlyPlan(c, t) {
		c.period = t.period
	}
}

// yearOnlyPlan reports whether a column of plans stands in a table of a part of
// a year: it may be the plan of that part or of the year.
func yearOnlyPlan(c *column, t *table) bool {
	return c.status == corpus.Target && t.period.Kind != corpus.Year
}

var partOfYear = regexp.MustCompile(`\b(thang|quy)\b`)

var inBrackets = regexp.MustCompile(`^(.*\S)\s*\((?:đvt\s*:|ĐVT\s*:|đơn vị tính\s*:)?\s*([^()]+?)\s*\)$`)

// splitUnit parts a heading or a name from the unit in brackets behind it.
func splitUnit(s string) (bare, unit string) {
	m := inBrackets.FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	unit, known := unitOf(m[2])
	if !known {
		return s, ""
	}
	return m[1], unit
}

// thousands are units of a thousand that tables write in digits.
var thousands = strings.NewReplacer("1000 ", "nghìn ", "1.000 ", "nghìn ", "1,000 ", "nghìn ")

// unitOf returns a unit spelled out, and whether it is one that is known.
func unitOf(s string) (unit string, known bool) {
	s = thousands.Replace(strings.Join(strings.Fields(s), " "))
	for _, form := range []string{s, strings.ToLower(s)} {
		text := strconv.Itoa(5) + " " + form
		if q := viet.Quantities(text); len(q) == 1 && q[0].Start == 0 && q[0].End == len(text) && q[0].Unit != "" {
			return q[0].Unit, true
		}
	}
	return s, false
}
