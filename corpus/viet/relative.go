package viet

import "time"

// relativePeriod reads "cùng kỳ", "tuần này", "cuối tháng", "5 năm qua", "đầu
// năm", "trong 10 ngày tới".
func (r periodReader) relativePeriod(i int) (stretch, int) {
	for _, read := range [...]func(int) (stretch, int){r.samePeriod, r.wholeWeek, r.weekend, r.partOf, r.lengthBack} {
		if s, j := read(i); j > i {
			s.relative = !s.fixed
			return s, j
		}
	}
	return stretch{}, i
}

// samePeriod reads "cùng kỳ", "cùng kỳ năm trước", "cùng kỳ năm 2020": the span
// of the period before in the text, in another year.
func (r periodReader) samePeriod(i int) (stretch, int) {
	j := r.SeqAny(i, "cùng kỳ", "cùng thời điểm", "cùng giai đoạn", "cùng thời gian")
	if j == i {
		return stretch{}, i
	}
	base := r.last
	if base.from.IsZero() || base.to.IsZero() {
		base = r.months(r.today.Year(), 1, 12, "year")
	}
	j = r.slash(j)
	shift := -1
	if r.Is(j, "năm") && r.Is(j+1, "trước", "ngoái") {
		j += 2
		if r.Is(j, "đó") {
			j++
		}
	} else if y, k, _ := r.yearAt(j, 0); k > j {
		shift, j = y-base.from.Year(), k
	}
	return shifted(base, shift), j
}

func shifted(s stretch, years int) stretch {
	end := s.to.AddDate(0, 0, -1)
	if s.to.Day() == 1 {
		s.to = s.to.AddDate(years, 0, 0)
	} else {
		s.to = addMonths(end, 12*years).AddDate(0, 0, 1)
	}
	s.from = addMonths(s.from, 12*years)
	s.day, s.relative = nil, true
	return s
}

func (r periodReader) wholeWeek(i int) (stretch, int) {
	n, j := r.week(i)
	if j == i || r.Is(i, "của", "trong") {
		return stretch{}, i
	}
	monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today)+7*n)
	return stretch{from: monday, to: monday.AddDate(0, 0, 7), grain: "week"}, j
}

// weekend reads "cuối tuần", "đầu tuần sau", "giữa tuần".
func (r periodReader) weekend(i int) (stretch, int) {
	if !r.Is(i, "cuối", "đầu", "giữa") || !r.Is(i+1, "tuần") {
		return stretch{}, i
	}
	n, j := r.week(i + 1)
	if j == i+1 {
		j = i + 2
	}
	monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today)+7*n)
	first, days := 5, 2
	switch {
	case r.Is(i, "đầu"):
		first, days = 0, 1
		if n == 0 && j == i+2 && monday.Before(r.today) {
			first = 7
		}
	case r.Is(i, "giữa"):
		first, days = 2, 1
	}
	from := monday.AddDate(0, 0, first)
	return stretch{from: from, to: from.AddDate(0, 0, days), grain: "day"}, j
}

// partOf reads "đầu tháng 9", "cuối tháng", "trung tuần tháng 3", "cuối năm
// 2022", "đầu quý": the first ten days of a month, the next ten, the rest; the
// first quarter of a year, the middle half, the last quarter.
func (r periodReader) partOf(i int) (stretch, int) {
	which, j := r.third(i)
	if j == i {
		return stretch{}, i
	}
	if s, k := r.month(j); k > j {
		t := tenDays(s.from, which)
		t.fixed = !s.relative && !s.noYear
		return t, k
	}
	if s, k := r.quarter(j); k > j {
		t := r.monthOfQuarter(s.from, which)
		t.fixed = !s.relative && !s.noYear
		return t, k
	}
	if r.Is(j, "năm") || r.bareYear(j) {
		y, k, rel := r.yearAt(j, r.leanYear())
		if k == j {
			rel = true
			y, k = r.today.Year(), j+1
			if l := r.leanYear(); l != 0 {
				y = l
			}
		}
		from, n := 1, 3
		if which == 1 {
			from, n = 4, 6
		} else if which == 2 {
			from = 10
		}
		t := r.months(y, from, n, "month")
		t.fixed = !rel
		return t, k
	}
	first := r.date0(r.today.Year(), int(r.today.Month()), 1)
	switch {
	case r.Is(j, "tháng"):
		return tenDays(first, which), j + 1
	case r.Is(j, "quý"):
		q := r.date0(r.today.Year(), (int(r.today.Month())-1)/3*3+1, 1)
		return r.monthOfQuarter(q, which), j + 1
	}
	return stretch{}, i
}

// bareYear reports whether a year in four figures stands at i ("cuối 2021").
func (r periodReader) bareYear(i int) bool {
	v, digits, ok := r.Digits(i)
	return ok && digits == 4 && plausibleYear(v) && r.yearStands(i) && !r.gluedSign(i+1, "-", "/")
}

func (r periodReader) third(i int) (int, int) {
	if j := r.SeqAny(i, "thượng tuần"); j > i {
		return 0, j
	}
	if j := r.SeqAny(i, "trung tuần"); j > i {
		return 1, j
	}
	if j := r.SeqAny(i, "hạ tuần"); j > i {
		return 2, j
	}
	switch {
	case r.Is(i, "đầu"):
		return 0, i + 1
	case r.Is(i, "giữa"):
		return 1, i + 1
	case r.Is(i, "cuối"):
		return 2, i + 1
	}
	return 0, i
}

func tenDays(first time.Time, which int) stretch {
	s := stretch{from: first.AddDate(0, 0, 10*which), grain: "day"}
	s.to = s.from.AddDate(0, 0, 10)
	if which == 2 {
		s.to = first.AddDate(0, 1, 0)
	}
	return s
}

func (r periodReader) monthOfQuarter(first time.Time, which int) stretch {
	return r.months(first.Year(), int(first.Month())+which, 1, "month")
}

// lengthBack reads "5 năm qua", "3 năm gần đây", "2 tháng vừa qua", "10 ngày
// tới", "24 giờ qua".
func (r periodReader) lengthBack(i int) (stretch, int) {
	if k := r.SeqAny(i, "cách đây", "cách nay"); k > i {
		n, unit, j := r.Length(k)
		if j == k || n == 0 || unit == "phút" || unit == "giờ" {
			return stretch{}, i
		}
		return r.ago(n, unit), j
	}
	n, unit, j := r.Length(i)
	if j == i || n == 0 {
		return stretch{}, i
	}
	if k := r.SeqAny(j, "vừa qua", "gần đây nhất", "gần đây", "gần nhất", "trở lại đây", "vừa rồi", "qua"); k > j && !r.throughYears(j) {
		return r.back(n, unit), k
	}
	if k := r.SeqAny(j, "sắp tới", "tới đây", "tới", "tiếp theo"); k > j {
		return r.ahead(n, unit), k
	}
	if k := r.SeqAny(j, "trước đây", "trước"); k > j && (r.fresh(k) || !r.Is(k, "hạn", "khi", "ngày")) && (unit != "phút" && unit != "giờ" || r.Is(k-1, "đây")) && r.mayGoBack(i) {
		return r.ago(n, unit), k
	}
	return stretch{}, i
}

// ago returns the day n units before today, or the year.
func (r periodReader) ago(n int, unit string) stretch {
	if unit == "năm" {
		return r.months(r.today.Year()-n, 1, 12, "year")
	}
	t := addUnit(r.today, -n, unit)
	return stretch{from: t, to: t.AddDate(0, 0, 1), grain: "day"}
}

// throughYears reports whether "qua" at i leads through years, as in "thu nhập 1
// tháng qua các năm", and tells of no time gone by.
func (r dayReader) throughYears(i int) bool {
	return r.Is(i, "qua") && r.Is(i+1, "các", "những", "mỗi") && r.Is(i+2, "năm")
}

// mayGoBack refuses "nhắc 3 ngày trước": an offset, not a day gone by.
func (r periodReader) mayGoBack(i int) bool {
	if r.Is(i-1, "cách", "từ") || i > 0 && r.Seq(i-2, "cách đây") == i {
		return true
	}
	for k := max(0, i-12); k < i+12; k++ {
		if r.Is(k, "nhắc", "hạn", "báo") {
			return false
		}
	}
	return true
}

// back returns the n units up to now: whole years before this one for years,
// otherwise ending today.
func (r periodReader) back(n int, unit string) stretch {
	switch unit {
	case "năm":
		return r.months(r.today.Year()-n, 1, 12*n, "year")
	case "tháng":
		return r.months(r.today.Year(), int(r.today.Month())-n, n, "month")
	case "tuần":
		monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today))
		return stretch{from: monday.AddDate(0, 0, -7*n), to: monday, grain: "week"}
	case "ngày":
		return stretch{from: r.today.AddDate(0, 0, -n), to: r.today, grain: "day"}
	}
	return stretch{from: addUnit(r.now, -n, unit), to: r.now, grain: grainOf[unit]}
}

func (r periodReader) ahead(n int, unit string) stretch {
	switch unit {
	case "năm":
		return r.months(r.today.Year()+1, 1, 12*n, "year")
	case "tháng":
		return r.months(r.today.Year(), int(r.today.Month())+1, n, "month")
	case "tuần":
		monday := r.today.AddDate(0, 0, 8-isoWeekday(r.today))
		return stretch{from: monday, to: monday.AddDate(0, 0, 7*n), grain: "week"}
	case "ngày":
		return stretch{from: r.today.AddDate(0, 0, 1), to: r.today.AddDate(0, 0, n+1), grain: "day"}
	}
	return stretch{from: r.now, to: addUnit(r.now, n, unit), grain: grainOf[unit]}
}

var grainOf = map[string]string{"giây": "second", "phút": "minute", "giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
