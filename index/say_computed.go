package index

import (
	"fmt"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sayWithin names the periods whose figures keep a limit, or says that none does.
func sayWithin(kept, all []corpus.Record, limit string, m query.Measure) string {
	of := fmt.Sprintf("%s · %s", all[0].Name, all[0].Area)
	if len(kept) == 0 {
		return fmt.Sprintf("Chưa có năm nào %s trong các năm có số liệu · %s.", limit, of)
	}
	first := kept[0]
	if n := len(kept); n > 2 && sameRecord(kept[n-1], all[len(all)-1]) && n == len(all)-indexOf(all, first) {
		return fmt.Sprintf("%s từ năm %s (%s) đến %s, năm mới nhất có số liệu · %s.", viet.Capital(limit), SayPeriod(first.Period), sayMeasure(first, m), SayPeriod(kept[n-1].Period), of)
	}
	var at []string
	for _, r := range kept {
		at = append(at, fmt.Sprintf("%s (%s)", SayPeriod(r.Period), sayMeasure(r, m)))
	}
	return fmt.Sprintf("%s: %s · %s.", viet.Capital(limit), strings.Join(at, ", "), of)
}

func sameRecord(a, b corpus.Record) bool { return a.Period == b.Period && sameFigure(a, b) }

func indexOf(list []corpus.Record, r corpus.Record) int {
	for i, o := range list {
		if sameRecord(o, r) {
			return i
		}
	}
	return -1
}

// sayListedWithin heads a list of indicators whose figures keep a limit.
func sayListedWithin(limit, where string, p corpus.Period) string {
	return fmt.Sprintf("Chỉ tiêu %s · %s · %s:", limit, where, SayPeriod(p))
}

// sayNoneWithin says that no published figure keeps a limit.
func sayNoneWithin(limit, where string, p corpus.Period) string {
	return fmt.Sprintf("Trong các số tôi có của %s, %s, không có chỉ tiêu nào %s.", where, SayPeriod(p), limit)
}

// sayTimes writes how many times b is a, computed from both.
func sayTimes(a, b corpus.Record) string {
	where := ""
	if a.Area == b.Area {
		where = " · " + a.Area
	}
	return fmt.Sprintf("%s (tôi tính từ hai số đã công bố) · %s%s.", viet.Capital(timesOf(a, b)), a.Name, where)
}

func timesOf(a, b corpus.Record) string {
	times := *b.Value / *a.Value
	word := "gấp"
	if times < 1 {
		word = "chỉ bằng"
	}
	from, to := SayPeriod(a.Period), SayPeriod(b.Period)
	if a.Area != b.Area {
		from, to = a.Area, b.Area+", "+SayPeriod(b.Period)+","
	}
	return fmt.Sprintf("%s %s %s lần %s", to, word, sayNumber(round(times, 2)), from)
}

// sayTimesGrown writes a published growth in per cent as a multiple of what it was
// before.
func sayTimesGrown(c corpus.Change, base string) string {
	times := 1 + c.Value/100
	word := "gấp"
	if times < 1 {
		word = "bằng"
	}
	return fmt.Sprintf("%s %s lần %s", word, sayNumber(round(times, 3)), base)
}

// sayYearly writes the average growth a year between two figures, computed.
func sayYearly(a, b corpus.Record, perCent float64) string {
	verb := "tăng"
	if perCent < 0 {
		verb, perCent = "giảm", -perCent
	}
	return fmt.Sprintf("Bình quân mỗi năm %s %s%% (tôi tính từ số năm %s và %s) · %s · %s.",
		verb, sayNumber(round(perCent, 2)), SayPeriod(a.Period), SayPeriod(b.Period), b.Name, b.Area)
}

// sayFaster compares two published growths of one period.
func sayFaster(a, b corpus.Record) string {
	diff := round(a.Change.Value-b.Change.Value, 2)
	switch {
	case diff == 0:
		return fmt.Sprintf("%s và %s tăng bằng nhau.", a.Area, b.Area)
	case diff < 0:
		a, b, diff = b, a, -diff
	}
	word := "tăng nhanh hơn"
	if a.Change.Value <= 0 {
		word = "giảm ít hơn"
	}
	return fmt.Sprintf("%s %s %s: hơn %s điểm phần trăm (tính từ hai mức đã công bố).", a.Area, word, b.Area, sayNumber(diff))
}

// The openings of an answer to a question for yes or no.
const (
	sayYes          = "Có: "
	sayNo           = "Không: "
	sayNotYet       = "Chưa: "
	sayTargetMet    = "Đạt mục tiêu: "
	sayTargetMissed = "Chưa đạt mục tiêu: "
	sayJustMet      = "Đạt, không vượt: "
)

// sayAgainstTarget answers whether a target was reached, from both figures.
func sayAgainstTarget(target, reached corpus.Record, met, yesNo bool) string {
	opening := sayNotYet
	switch {
	case met && yesNo:
		opening = sayYes
	case met:
		opening = sayTargetMet
	case !yesNo:
		opening = sayTargetMissed
	}
	return fmt.Sprintf("%s%s, so với %s · %s · %s · %s (tôi so hai số đã công bố).", opening,
		strings.TrimSpace(sayStatus(reached)+sayValue(reached)), sayStatus(target)+sayValue(target), reached.Name, reached.Area, SayPeriod(reached.Period))
}

// sayOrdered heads a list of places in order.
func sayOrdered(n int, lowest bool) string {
	if lowest {
		return fmt.Sprintf("Xếp từ thấp lên cao, %d nơi có số liệu:", n)
	}
	return fmt.Sprintf("Xếp từ cao xuống thấp, %d nơi có số liệu:", n)
}

// sayExtremal is the word for an extreme of what is asked.
func sayExtremal(lowest, falling bool) string {
	switch {
	case falling && lowest:
		return "Giảm mạnh nhất"
	case falling:
		return "Giảm ít nhất"
	case lowest:
		return "Thấp nhất"
	}
	return "Cao nhất"
}

// sayTop names the place with the highest or lowest figure among those known.
func sayTop(word string, r corpus.Record, m query.Measure) string {
	return fmt.Sprintf("%s trong các nơi có số liệu: %s (%s) · %s · %s.", word, r.Area, sayMeasure(r, m), r.Name, SayPeriod(r.Period))
}

// sayPlacesWithin names the places whose figures keep a limit.
func sayPlacesWithin(limit string, kept []corpus.Record) string {
	var names []string
	for _, r := range kept {
		names = append(names, r.Area)
	}
	return fmt.Sprintf("%d nơi %s · %s · %s: %s.", len(kept), limit, kept[0].Name, SayPeriod(kept[0].Period), strings.Join(names, ", "))
}

// sayNoPlaceWithin says that no place known keeps a limit.
func sayNoPlaceWithin(limit string, like corpus.Record) string {
	return fmt.Sprintf("Trong các nơi tôi có số liệu, không nơi nào %s · %s · %s.", limit, like.Name, SayPeriod(like.Period))
}

// sayNotApart refuses a figure without the part of a place.
func sayNotApart(place string) string {
	return fmt.Sprintf("Tôi chưa có số liệu tách riêng phần %s.", place)
}
