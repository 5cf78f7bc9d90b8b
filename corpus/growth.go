package corpus

import (
	"math"
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// How the rows of an office's table name what is not a level: the growth of X,
// how many times X an earlier year it is, the share of X's plan reached, and the
// two ends of a range. The figure then belongs to X itself.
var (
	growthName = regexp.MustCompile(`(?i)^tốc độ tăng(?: trưởng)?(?: bình quân)?(?: hằng năm| hàng năm)?(?: của)? (.+?)(?: bình quân)?$`)
	timesName  = regexp.MustCompile(`(?i)^số lần (.+) (so với năm \d{4})$`)
	planName   = regexp.MustCompile(`(?i)^tỷ lệ (?:thực hiện dự toán|hoàn thành kế hoạch|thực hiện kế hoạch) (.+)$`)
	rangeEnd   = regexp.MustCompile(`(?i)^(.+?) \((mức thấp|mức cao)\)$`)
)

// normalizeGrowth turns a row that is named for a growth, a multiple or a share
// of the plan into a record of the indicator itself, with a null value.
func normalizeGrowth(r *Record) {
	if r.Indicator != "" || r.Value == nil {
		return
	}
	if m := growthName.FindStringSubmatch(r.Name); m != nil && strings.HasPrefix(r.Unit, "%") && !isEconomy(m[1]) {
		if r.Change == nil || r.Change.Value == *r.Value {
			basis := ""
			if r.Change != nil {
				basis = r.Change.Basis
			}
			r.Change = &Change{Value: *r.Value, Unit: r.Unit, Basis: basis}
			r.Name, r.Value = viet.Capital(m[1]), nil
		}
		return
	}
	if m := timesName.FindStringSubmatch(r.Name); m != nil && r.Unit == "lần" && r.Change == nil {
		r.Change = &Change{Value: math.Round((*r.Value-1)*1e6) / 1e4, Unit: "%", Basis: m[2]}
		r.Name, r.Value, r.Unit = viet.Capital(m[1]), nil, "%"
		return
	}
	if m := planName.FindStringSubmatch(r.Name); m != nil && r.Unit == "%" {
		if r.PlanPct == nil {
			r.PlanPct = r.Value
		}
		r.Name, r.Value = viet.Capital(m[1]), nil
	}
}

// isEconomy reports whether a growth is that of the whole economy, whose name
// says the growth itself ("Tốc độ tăng trưởng kinh tế").
func isEconomy(name string) bool { return strings.EqualFold(name, "kinh tế") }

// joinRange gives the upper end of a range to the record of its lower end (or
// the other way round) and reports whether it did; a first end is made a range.
func joinRange(records []Record, r Record) bool {
	m := rangeEnd.FindStringSubmatch(r.Name)
	if m == nil || r.Value == nil {
		return false
	}
	name, high := m[1], strings.EqualFold(m[2], "mức cao")
	for i := range records {
		o := &records[i]
		om := rangeEnd.FindStringSubmatch(o.Name)
		if om == nil || om[1] != name || om[2] == m[2] || o.Value == nil ||
			o.Area != r.Area || o.Period != r.Period || o.Status != r.Status || o.Source.ID != r.Source.ID {
			continue
		}
		lowEnd, highEnd := o.Value, r.Value
		if !high {
			lowEnd, highEnd = r.Value, o.Value
		}
		o.Name, o.Value, o.Low, o.High = name, nil, lowEnd, highEnd
		return true
	}
	return false
}
