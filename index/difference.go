package index

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// oneSeries reports whether the records are of one area.
func oneSeries(list []corpus.Record) bool {
	return !slices.ContainsFunc(list, func(r corpus.Record) bool { return r.Area != list[0].Area })
}

// jump is the ratio of two neighbouring values of a series above which they
// are taken to be of different scopes, whatever the records say of theirs.
const jump = 4.0

// comparable tells why a difference of the records would mean nothing; empty:
// it means something.
func comparable(list []corpus.Record) string {
	for i, r := range list {
		a := list[0]
		switch {
		case r.Indicator != a.Indicator:
			return "hai số thuộc hai chỉ tiêu khác nhau"
		case r.Scope != a.Scope:
			return "hai số khác phạm vi" + sayScopes(a, r)
		case r.Unit != a.Unit || r.Value == nil || a.Value == nil:
			return "hai số không cùng đơn vị hoặc không phải số tuyệt đối"
		case r.Bound+a.Bound != "" || r.Approx+a.Approx != "":
			return "có số chỉ nêu gần đúng hoặc mức giới hạn"
		case r.Area != a.Area && r.Period != a.Period:
			return "hai số thuộc hai thời gian khác nhau"
		case povertyLine(r) != povertyLine(a) && r.Source.ID != a.Source.ID:
			return "hai số theo hai chuẩn nghèo khác nhau"
		case r.Period.Kind != a.Period.Kind:
			return "hai kỳ dài ngắn khác nhau"
		case i > 0 && warnsOfScope(r, list[i-1]):
			return "nguồn ghi rõ hai số không cùng phạm vi"
		case i > 0 && r.Area == a.Area && ratio(*r.Value, *list[i-1].Value) > jump:
			return "hai số chênh nhau quá lớn, nhiều khả năng không cùng phạm vi"
		}
	}
	return ""
}

// povertyLines are the first years in which another national poverty line held:
// those of Decisions 09/2011/QĐ-TTg and 59/2015/QĐ-TTg, the latter kept for 2021,
// and of Decree 07/2021/NĐ-CP.
var povertyLines = []int{2011, 2016, 2022}

// povertyLine tells by which line the poor of a record were counted, going by its
// year; 0 for what counts none. A source may count all its years by one line.
func povertyLine(r corpus.Record) int {
	if !strings.Contains(r.Indicator, "ho-ngheo") && !strings.Contains(r.Indicator, "can-ngheo") {
		return 0
	}
	line, found := slices.BinarySearch(povertyLines, r.Period.Year)
	if found {
		line++
	}
	return 1 + line
}

func sayScopes(a, b corpus.Record) string {
	name := func(r corpus.Record) string {
		if r.Scope == "" {
			return "không ghi phạm vi"
		}
		return r.Scope
	}
	return fmt.Sprintf(" (%s; %s)", name(a), name(b))
}

// warnsOfScope reports whether the note of one record says that the other is of
// another scope.
func warnsOfScope(a, b corpus.Record) bool {
	says := func(r, other corpus.Record) bool {
		return strings.Contains(r.Note, "phạm vi") && (strings.Contains(r.Note, SayPeriod(other.Period)) || strings.Contains(r.Note, sayNumber(*other.Value)))
	}
	return a.Value != nil && b.Value != nil && (says(a, b) || says(b, a))
}

func ratio(a, b float64) float64 {
	if a == 0 || b == 0 || a*b < 0 {
		return 1
	}
	return max(a/b, b/a)
}

// sayDifferences writes what may be computed from two figures, or why it is not.
func (d *deliberation) sayDifferences(found []corpus.Record) string {
	if d.q.Measure == query.Change && len(found) == 2 && sameGrowth(found[0], found[1]) {
		return sayFaster(found[0], found[1])
	}
	if d.adding || len(d.q.Indicators) > 1 || len(found) > 2 && !oneSeries(found) || d.measureOf(found[0]) != query.Level {
		return ""
	}
	if !slices.ContainsFunc(found[1:], func(r corpus.Record) bool {
		return r.Indicator == found[0].Indicator || r.Area == found[0].Area && r.Period != found[0].Period
	}) {
		return ""
	}
	if why := comparable(found); why != "" {
		return "Tôi không tính chênh lệch: " + why + "."
	}
	return sayDifference(found[0], found[len(found)-1])
}

// sameGrowth reports whether two records tell the growth of one thing in one
// period for two places, in per cent and exactly.
func sameGrowth(a, b corpus.Record) bool {
	return a.Indicator == b.Indicator && a.Period == b.Period && a.Area != b.Area && a.Scope == b.Scope &&
		a.Change != nil && b.Change != nil && a.Change.Unit == "%" && b.Change.Unit == "%" && a.Bound+b.Bound+a.Approx+b.Approx == "" &&
		namesYear(a.Change.Basis) == namesYear(b.Change.Basis)
}

// sayDifference writes the difference of two values of one scope.
func sayDifference(a, b corpus.Record) string {
	diff := *b.Value - *a.Value
	head := SayPeriod(b.Period) + " so với " + SayPeriod(a.Period)
	if a.Area != b.Area {
		head = b.Area + " so với " + a.Area
	}
	if diff == 0 {
		return head + ": bằng nhau."
	}
	verb := "cao hơn"
	if diff < 0 {
		verb = "thấp hơn"
	}
	unit := " " + a.Unit
	share := ""
	if strings.HasPrefix(a.Unit, "%") {
		unit = " điểm phần trăm"
	} else if *a.Value > 0 {
		share = fmt.Sprintf(", tức %s%%", sayNumber(round(abs(diff) / *a.Value * 100, 2)))
	}
	return fmt.Sprintf("%s: %s %s%s%s (tính từ hai số đã công bố).", head, verb, sayNumber(round(abs(diff), 4)), unit, share)
}

func abs(v float64) float64 { return max(v, -v) }

// round keeps n decimals.
func round(v float64, n int) float64 {
	s := 1.0
	for range n {
		s *= 10
	}
	return math.Round(v*s) / s
}
