package index

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sayFigure writes the figure that answers, its change and plan, the variants
// and the source.
func sayFigure(r corpus.Record, variants []corpus.Record, m query.Measure, fallback string) string {
	var lines []string
	if fallback != "" {
		fallback += ": "
	}
	lines = append(lines, fallback+sayLead(r, m))
	if s := sayMoves(r, m); s != "" {
		lines = append(lines, s)
	}
	if r.Scope != "" && !strings.Contains(strings.ToLower(r.Name), r.Scope) {
		lines = append(lines, "Phạm vi: "+strings.TrimPrefix(r.Scope, "phạm vi "))
	}
	if len(variants) > 0 {
		lines = append(lines, "Số khác đã công bố:")
		for _, v := range variants {
			lines = append(lines, "• "+viet.Capital(sayVariant(v, m)))
		}
	}
	return strings.Join(append(lines, "Nguồn: "+saySource(r.Source)), "\n")
}

// sayParts writes the parts of a whole, and what other sources give for them.
func sayParts(list, others []corpus.Record, fallback string) string {
	var lines []string
	if fallback != "" {
		lines = append(lines, fallback+":")
	}
	lines = append(lines, list[0].Area+" · "+SayPeriod(list[0].Period)+":")
	for _, r := range list {
		lines = append(lines, "• "+r.Name+": "+sayMeasure(r, query.Level))
	}
	if len(others) > 0 {
		lines = append(lines, "Số khác đã công bố:")
	}
	for _, r := range others {
		lines = append(lines, "• "+viet.Capital(sayVariant(r, query.Level)))
	}
	return strings.Join(append(lines, saySources(list)...), "\n")
}

// sayLead writes the first line: figure, name, area, period.
func sayLead(r corpus.Record, m query.Measure) string {
	return strings.Join([]string{viet.Capital(sayMeasure(r, m)), r.Name, r.Area, SayPeriod(r.Period)}, " · ")
}

// sayMeasure writes the number that is asked for.
func sayMeasure(r corpus.Record, m query.Measure) string {
	switch {
	case m == query.Change && r.Change != nil:
		return sayEstimated(r) + sayMoved(r)
	case m == query.PlanPct && r.PlanPct != nil:
		return sayEstimated(r) + sayPlan(r)
	}
	return sayStatus(r) + sayValue(r)
}

func sayEstimated(r corpus.Record) string {
	switch r.Status {
	case corpus.Estimate:
		return "ước "
	case corpus.Target:
		return "mục tiêu "
	}
	return ""
}

func sayStatus(r corpus.Record) string {
	switch r.Status {
	case corpus.Estimate:
		return "ước đạt "
	case corpus.Target:
		return "mục tiêu "
	}
	return ""
}

// sayValue writes the value as printed, with its approximation or bound.
func sayValue(r corpus.Record) string {
	if r.Value == nil && r.Low == nil && r.High == nil {
		switch {
		case r.Change != nil:
			return sayMoved(r)
		case r.PlanPct != nil:
			return sayPlan(r)
		}
	}
	s := r.Printed
	if s == "" {
		s = sayQuantity(r.Quantity)
	}
	if r.Approx != "" && !strings.Contains(strings.ToLower(s), strings.ToLower(r.Approx)) {
		s = r.Approx + " " + s
	}
	return sayBound(s, r.Bound)
}

func sayBound(s, bound string) string {
	low := strings.ToLower(s)
	switch bound {
	case ">=":
		if !strings.Contains(low, "trở lên") && !strings.Contains(low, "ít nhất") {
			return s + " trở lên"
		}
	case "<=":
		if !strings.Contains(low, "không quá") && !strings.Contains(low, "trở xuống") {
			return "không quá " + s
		}
	case ">":
		if !strings.Contains(low, "trên") && !strings.Contains(low, "hơn") {
			return "trên " + s
		}
	case "<":
		if !strings.Contains(low, "dưới") {
			return "dưới " + s
		}
	}
	return s
}

func sayQuantity(q corpus.Quantity) string {
	unit := q.Unit
	if unit != "" && !strings.HasPrefix(unit, "%") {
		unit = " " + unit
	}
	switch {
	case q.Low != nil && q.High != nil:
		return sayNumber(*q.Low) + "-" + sayNumber(*q.High) + unit
	case q.Value != nil && q.Of != nil:
		return sayNumber(*q.Value) + "/" + sayNumber(*q.Of) + unit
	case q.Value != nil:
		return sayNumber(*q.Value) + unit
	case q.Low != nil:
		return "từ " + sayNumber(*q.Low) + unit
	case q.High != nil:
		return "đến " + sayNumber(*q.High) + unit
	}
	return ""
}

// sayNumber writes a number the Vietnamese way: 3.426,5.
func sayNumber(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 {
		b.WriteByte('-')
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(c)
	}
	if frac != "" {
		b.WriteString("," + frac)
	}
	return b.String()
}

// sayMoved writes the movement of a record; of a growth without a level, with
// the approximation or bound, which then speak of the growth.
func sayMoved(r corpus.Record) string {
	s := sayChange(*r.Change)
	if r.Value != nil || r.Low != nil || r.High != nil || r.Change.Value == 0 {
		return s
	}
	verb, number, _ := strings.Cut(s, " ")
	switch {
	case r.Bound != "":
		return verb + " " + sayBound(number, r.Bound)
	case r.Approx != "":
		return verb + " " + r.Approx + " " + number
	}
	return s
}

// sayChange writes a movement: "tăng 15,1% so với cùng kỳ".
func sayChange(c corpus.Change) string {
	verb, v := "tăng", c.Value
	switch {
	case v < 0:
		verb, v = "giảm", -v
	case v == 0:
		return strings.TrimSpace("không đổi " + c.Basis)
	}
	unit := c.Unit
	if !strings.HasPrefix(unit, "%") {
		unit = " " + unit
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s%s %s", verb, sayNumber(v), unit, c.Basis))
}

// sayPlan writes the share of the plan reached, under the name that the source
// gives the plan.
func sayPlan(r corpus.Record) string {
	plan := "kế hoạch"
	if strings.Contains(r.Note+r.Evidence, "dự toán") {
		plan = "dự toán"
	}
	return "bằng " + sayNumber(*r.PlanPct) + "% " + plan
}

// sayMoves writes what the first line left out: change, share of the plan,
// level.
func sayMoves(r corpus.Record, m query.Measure) string {
	var parts []string
	if m != query.Level && (r.Value != nil || r.Low != nil) && sayMeasure(r, m) != sayStatus(r)+sayValue(r) {
		parts = append(parts, sayStatus(r)+sayValue(r))
	}
	if r.Change != nil && m != query.Change && (r.Value != nil || m != query.Level) {
		parts = append(parts, sayChange(*r.Change))
	}
	if r.PlanPct != nil && m != query.PlanPct && (r.Value != nil || r.Change != nil) {
		parts = append(parts, sayPlan(r))
	}
	return viet.Capital(strings.Join(parts, "; "))
}

// sayVariant writes another published value with what sets it apart.
func sayVariant(r corpus.Record, m query.Measure) string {
	s := sayMeasure(r, m) + " · " + r.Name
	if r.Scope != "" && !strings.Contains(strings.ToLower(r.Name), r.Scope) {
		s += " (" + r.Scope + ")"
	}
	return s + " – " + saySource(r.Source)
}

// saySource writes publisher, date, title and id of a source.
func saySource(s corpus.Source) string {
	var parts []string
	if s.Publisher != "" {
		parts = append(parts, s.Publisher)
	}
	if s.Date != "" {
		parts = append(parts, sayDate(s.Date))
	}
	out := strings.Join(parts, ", ")
	if s.Title != "" {
		out += " – " + s.Title
	}
	if s.Paragraph > 0 {
		out += fmt.Sprintf(", đoạn %d", s.Paragraph)
	}
	return strings.TrimPrefix(out, " – ")
}

// sayDate writes 2021-12-30 as 30/12/2021 and 2021-12 as tháng 12/2021.
func sayDate(date string) string {
	parts := strings.Split(date, "-")
	switch len(parts) {
	case 2:
		return "tháng " + strings.TrimPrefix(parts[1], "0") + "/" + parts[0]
	case 3:
		return parts[2] + "/" + parts[1] + "/" + parts[0]
	}
	return date
}

var roman = []string{"", "I", "II", "III", "IV"}

// SayPeriod writes a period in words: "2021", "6 tháng đầu năm 2022", "quý III/2021".
func SayPeriod(p corpus.Period) string {
	switch p.Kind {
	case corpus.Span:
		return fmt.Sprintf("giai đoạn %d-%d", p.Year, p.End)
	case corpus.Year:
		return strconv.Itoa(p.Year)
	case corpus.Half:
		if p.N == 1 {
			return fmt.Sprintf("6 tháng đầu năm %d", p.Year)
		}
		return fmt.Sprintf("6 tháng cuối năm %d", p.Year)
	case corpus.Months:
		return fmt.Sprintf("%d tháng đầu năm %d", p.N, p.Year)
	case corpus.Quarter:
		return fmt.Sprintf("quý %s/%d", roman[p.N], p.Year)
	case corpus.Month:
		return fmt.Sprintf("tháng %d/%d", p.N, p.Year)
	case corpus.Day:
		return fmt.Sprintf("%02d/%02d/%d", p.End, p.N, p.Year)
	}
	return "chưa rõ thời gian"
}

// sayCampaign writes a campaign with the score it reached; nil if none was published.
func sayCampaign(c corpus.Campaign, score *corpus.Record) string {
	s := c.Name
	if c.Launched != "" {
		s += " (phát động " + sayDate(c.Launched) + ")"
	}
	switch {
	case score != nil:
		s += ": " + sayValue(*score) + " đạt và vượt"
	case c.TargetsCount > 0:
		s += fmt.Sprintf(": %d chỉ tiêu, chưa rõ kết quả cả năm", c.TargetsCount)
	default:
		s += ": chưa rõ chỉ tiêu và kết quả"
	}
	return s
}
