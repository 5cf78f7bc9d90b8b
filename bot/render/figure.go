package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot/message"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Number returns n as Vietnamese papers print it, points in thousands and a
// decimal comma, with at most four decimals: 3688.977 is "3.688,977".
func Number(n float64) string {
	if math.IsNaN(n) || math.IsInf(n, 0) || math.Abs(n) >= 1e15 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	s := strconv.FormatFloat(math.Abs(n), 'f', -1, 64)
	whole, part, _ := strings.Cut(s, ".")
	if len(part) > 4 {
		s = strconv.FormatFloat(math.Abs(n), 'f', 4, 64)
		whole, part, _ = strings.Cut(strings.TrimRight(strings.TrimRight(s, "0"), "."), ".")
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part != "" {
		whole += "," + part
	}
	if n < 0 && strings.Trim(whole, "0.,") != "" {
		return "-" + whole
	}
	return whole
}

// Amount returns n with its unit: "15,1%", "3.426 tỷ đồng".
func Amount(n float64, unit string) string {
	if strings.HasPrefix(unit, "%") {
		return Number(n) + unit
	}
	return strings.TrimSpace(Number(n) + " " + unit)
}

// Figure returns the value of a record as its source prints it, otherwise as
// Number does; for a growth without a level, the growth.
func Figure(r corpus.Record) string {
	switch {
	case r.Printed != "":
		return Line(r.Printed)
	case r.Low != nil && r.High != nil:
		return Number(*r.Low) + "-" + Amount(*r.High, r.Unit)
	case r.Value != nil && r.Of != nil:
		return Number(*r.Value) + "/" + Amount(*r.Of, r.Unit)
	case r.Value != nil:
		return strings.TrimSpace(bound(r.Bound) + Amount(*r.Value, r.Unit))
	case r.Change != nil:
		return Change(*r.Change)
	}
	return ""
}

func bound(b string) string {
	switch b {
	case ">=":
		return "từ "
	case "<=":
		return "không quá "
	case ">":
		return "trên "
	case "<":
		return "dưới "
	}
	return ""
}

// Change returns a movement in words: "tăng 15,1% so với cùng kỳ".
func Change(c corpus.Change) string {
	verb := "tăng"
	if c.Value < 0 {
		verb = "giảm"
	}
	return strings.TrimSpace(verb + " " + Amount(math.Abs(c.Value), c.Unit) + " " + Line(c.Basis))
}

// Period returns a period in words: "năm 2021", "6 tháng đầu năm 2022".
func Period(p corpus.Period) string {
	switch p.Kind {
	case corpus.Year:
		return fmt.Sprintf("năm %d", p.Year)
	case corpus.Day:
		return fmt.Sprintf("ngày %d/%d/%d", p.End, p.N, p.Year)
	}
	return index.SayPeriod(p)
}

// ShortPeriod names a period in a few letters.
func ShortPeriod(p corpus.Period) string {
	switch p.Kind {
	case corpus.Span:
		return fmt.Sprintf("%d-%02d", p.Year, p.End%100)
	case corpus.Half:
		return fmt.Sprintf("6T/%d", p.Year)
	case corpus.Months:
		return fmt.Sprintf("%dT/%d", p.N, p.Year)
	case corpus.Quarter:
		return fmt.Sprintf("Q%d/%d", p.N, p.Year%100)
	case corpus.Month:
		return fmt.Sprintf("T%d/%d", p.N, p.Year%100)
	}
	return fmt.Sprint(p.Year)
}

// Date returns a date of the corpus (2021, 2021-12, 2021-12-30) as it is
// written in Vietnam: 30/12/2021.
func Date(s string) string {
	parts := strings.Split(s, "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "/")
}

// Source returns a source with its title as a link: title, publisher, date.
func Source(s corpus.Source) []message.Part {
	title := Line(s.Title)
	if title == "" {
		title = Line(s.ID)
	}
	link := message.Part{Text: title}
	if Web(s.URL) {
		link.URL = s.URL
	}
	rest := ""
	for _, more := range []string{Line(s.Publisher), Date(Line(s.Date))} {
		if more != "" {
			rest += ", " + more
		}
	}
	return join([]message.Part{link, {Text: rest}})
}

// Weekdays as they are written in Vietnam, from Sunday.
var weekdays = [7]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// Instant returns an instant in words: "08:00 Thứ Hai 23/11/2026".
func Instant(t time.Time) string {
	return t.In(corpus.Zone).Format("15:04") + " " + Day(t)
}

// Day returns the day of an instant in words: "Thứ Hai 23/11/2026".
func Day(t time.Time) string {
	t = t.In(corpus.Zone)
	return fmt.Sprintf("%s %d/%d/%d", weekdays[t.Weekday()], t.Day(), t.Month(), t.Year())
}
