package viet

import (
	"strings"
	"time"
)

// Limits of a time: what is before or after what it names.
const (
	Until  = "until"  // up to the end of what is named: "đến hết ngày 20/11"
	Before = "before" // up to its beginning: "trước ngày 15/12"
	Since  = "since"  // from its beginning: "kể từ ngày 5/9"
	Past   = "past"   // from its end: "sau ngày 5/9"
)

var untilPhrases = []string{
	"tính đến hết", "tính đến thời điểm", "tính đến cuối", "tính đến", "tính tới", "lũy kế đến hết", "lũy kế đến", "lũy kế tới", "cho đến hết", "cho đến",
	"đến hết", "tới hết", "đến thời điểm", "hết hạn vào", "chậm nhất là", "chậm nhất vào", "chậm nhất đến", "chậm nhất", "muộn nhất là", "muộn nhất vào",
	"muộn nhất", "hạn chót là", "hạn chót vào", "hạn chót", "đến", "tới", "hết",
}

// limit reads "từ A đến B", "từ A", "đến hết B", "trước B", "sau A".
func (r *periodReader) limit(i int) (Time, int) {
	if j := r.SeqAny(i, "kể từ khi", "kể từ", "bắt đầu từ", "từ"); j > i {
		return r.since(i, j)
	}
	for _, p := range untilPhrases {
		if _, part := r.dayPart(i); part > i {
			break // "toi nay" is "tối nay", not "tới nay"
		}
		if j := r.Seq(i, p); j > i {
			if r.Is(j-1, "cuối") {
				j--
			}
			if t, k := r.until(j, Until, p); k > j {
				return t, k
			}
		}
	}
	switch {
	case r.Is(i, "trước") && !r.Is(i-1, "năm", "tháng", "tuần", "quý", "ngày"):
		j := r.SeqAny(i+1, "thời điểm", "hạn")
		if t, k := r.until(j, Before, ""); k > j {
			return t, k
		}
	case r.Is(i, "sau") && !r.Is(i-1, "năm", "tháng", "tuần", "quý", "ngày") && !(r.loose && r.bareMonths(i+1)):
		j := i + 1
		if r.Is(j, "khi") {
			return Time{}, i
		}
		if _, _, k := r.After(i); k > i {
			return Time{}, i // "sau 3 ngày nữa" is a day, not what comes after it
		}
		if t, k := r.until(j, Past, ""); k > j {
			return t, k
		}
	}
	return Time{}, i
}

// bareMonths reports whether "sau thang dau" is "sáu tháng đầu".
func (r *periodReader) bareMonths(i int) bool {
	return r.Is(i, "tháng") && r.Is(i+1, "đầu", "cuối")
}

func (r *periodReader) since(i, j int) (Time, int) {
	if r.Is(j, "nay") {
		return r.fromNow(j + 1)
	}
	if t, k := r.sharedSpan(j); k > j {
		return t, k
	}
	s, k := r.period(j)
	if k == j {
		return r.sinceClock(i, j)
	}
	if e, n := r.through(s, k); n > k {
		r.last = e
		return e.entry(), n
	}
	if s.day != nil && s.day.Weekday > 0 && s.day.Month == 0 && !s.day.Pinned {
		return Time{}, i
	}
	r.last = s
	return Time{From: s.from, Grain: s.grain, Relative: s.relative, Limit: Since, NamedFrom: s.from, NamedTo: s.to}, k
}

// sinceClock leaves "từ 8h đến 10h" to the clock.
func (r *periodReader) sinceClock(i, j int) (Time, int) {
	a, k := r.instant(j)
	if k == j || !r.Is(k, "đến", "tới", "-") {
		return Time{}, i
	}
	b, n := r.instant(k + 1)
	if n == k+1 {
		return Time{}, i
	}
	if t, ok := r.sameDay(j, k, n, b); ok {
		a = t
	}
	if _, m := r.Clock(k + 1); m == n && !b.From.After(a.From) {
		b.From = b.From.AddDate(0, 0, 1) // "từ 8h đến 17h" said at nine: both are tomorrow's
	}
	if !b.From.After(a.From) {
		return Time{}, i
	}
	a.To = b.From
	return a, n
}

// sameDay gives the clock time at i, which ends at k without a day of its own,
// the day and the part of the day that the second one, from k+1 to n, names:
// "từ 2h đến 4h chiều ngày 5/9".
func (r *periodReader) sameDay(i, k, n int, b Time) (Time, bool) {
	first, e := r.Clock(i)
	second, m := r.Clock(k + 1)
	if e != k || m == n && second.Part == "" {
		return Time{}, false
	}
	if first.Part == "" {
		first.Part = second.Part
		first.settle()
	}
	y, month, d := b.From.In(zone).Date()
	t := clockEntry(Day{Date: time.Date(y, month, d, 0, 0, 0, 0, zone), Pinned: true}, first)
	return t, t.From.Before(b.From)
}

// fromNow reads "từ nay", "từ nay đến cuối năm".
func (r *periodReader) fromNow(j int) (Time, int) {
	t := Time{From: r.today, Grain: "day", Relative: true, Limit: Since, NamedFrom: r.today, NamedTo: r.today.AddDate(0, 0, 1)}
	if !r.Is(j, "đến", "tới") {
		return t, j
	}
	k := j + 1
	if r.Is(k, "hết") {
		k++
	}
	r.last = stretch{}
	s, n := r.period(k)
	if n == k || !s.to.After(r.today) {
		return t, j
	}
	t.To, t.Limit = s.to, ""
	t.NamedFrom, t.NamedTo = time.Time{}, time.Time{}
	return t, n
}

// sharedSpan reads "từ 5 đến 7/9", "từ tháng 1 đến tháng 9 năm 2021", "từ năm
// 2018 đến 2021": the second end gives what the first lacks.
func (r *periodReader) sharedSpan(i int) (Time, int) {
	if s, k := r.daysSpan(i); k > i {
		r.last = s
		return s.entry(), k
	}
	if q, k := r.quarterNumber(i); k > i && r.Is(k, "đến", "tới") {
		if e, n := r.quarter(k + 1); n > k+1 && 3*q-2 <= int(e.from.Month()) {
			s := e
			s.from = r.date0(e.from.Year(), 3*q-2, 1)
			r.last = s
			return s.entry(), n
		}
	}
	if m, k := r.monthName(i); k > i && r.Is(k, "đến", "tới") {
		if e, n := r.month(k + 1); n > k+1 && m <= int(e.from.Month()) {
			s := e
			s.from = r.date0(e.from.Year(), m, 1)
			r.last = s
			return s.entry(), n
		}
	}
	return Time{}, i
}

// upToNow takes a day without a year that something is counted up to ("tính đến
// 30/9") back to this year where the next such day lies in the one to come.
func (r *periodReader) upToNow(s stretch) stretch {
	if s.day == nil || !s.noYear || s.day.Month == 0 || s.day.Lunar || s.from.Year() != r.today.Year()+1 {
		return s
	}
	s.from, s.to = addMonths(s.from, -12), addMonths(s.from, -12).AddDate(0, 0, 1)
	return s
}

// thisOne reads the period that is running where only its kind is named: "đến hết
// tháng".
func (r *periodReader) thisOne(i int) (stretch, int) {
	if !r.Is(i-1, "hết") || r.numeric(i+1) {
		return stretch{}, i
	}
	y, m, _ := r.today.Date()
	switch {
	case r.Is(i, "tuần"):
		monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today))
		return stretch{from: monday, to: monday.AddDate(0, 0, 7), grain: "week", relative: true}, i + 1
	case r.Is(i, "tháng"):
		s := r.months(y, int(m), 1, "month")
		s.relative = true
		return s, i + 1
	case r.Is(i, "quý"):
		s := r.months(y, (int(m)-1)/3*3+1, 3, "quarter")
		s.relative = true
		return s, i + 1
	}
	return stretch{}, i
}

// until reads what a one-sided limit names.
func (r *periodReader) until(i int, kind, phrase string) (Time, int) {
	if r.Is(i, "nay") && kind == Until && (phrase == "tính đến" || phrase == "đến" || phrase == "lũy kế đến" || phrase == "cho đến") {
		return Time{To: r.today.AddDate(0, 0, 1), Grain: "day", Relative: true, Limit: Until, NamedFrom: r.today, NamedTo: r.today.AddDate(0, 0, 1)}, i + 1
	}
	at, j := r.instant(i)
	s := stretch{from: at.From, to: at.To, grain: at.Grain, relative: at.Relative}
	if j == i {
		if s, j = r.period(i); j == i && kind == Until {
			s, j = r.thisOne(i)
		}
		if j == i {
			return Time{}, i
		}
		r.last = s
	} else if kind == Until {
		s.to = s.from
		if s.grain != "hour" && s.grain != "minute" {
			s.to = at.To
		}
	}
	if strings.HasPrefix(phrase, "tính") || strings.HasPrefix(phrase, "lũy kế") {
		s = r.upToNow(s)
	}
	t := Time{Grain: s.grain, Relative: s.relative, Limit: kind, NamedFrom: s.from, NamedTo: s.to}
	switch kind {
	case Until:
		t.To = s.to
	case Before:
		t.To = s.from
	case Past:
		t.From = s.to
	}
	return t, j
}
