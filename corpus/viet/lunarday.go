package viet

import "time"

// feasts are days of the lunar calendar that go by their names, longer names
// first. The list was set down by hand from the customary feasts.
var feasts = []struct {
	phrase     string
	month, day int
}{
	{"giỗ tổ hùng vương", 3, 10}, {"giỗ tổ", 3, 10}, {"mùng một tết", 1, 1}, {"giao thừa", 12, 0}, {"tết nguyên đán", 1, 1}, {"tết âm lịch", 1, 1},
	{"tết trung thu", 8, 15}, {"rằm trung thu", 8, 15}, {"trung thu", 8, 15}, {"tết cổ truyền", 1, 1}, {"tết ta", 1, 1}, {"tết nguyên tiêu", 1, 15},
	{"tết hàn thực", 3, 3}, {"tết đoan ngọ", 5, 5}, {"lễ vu lan", 7, 15}, {"lễ phật đản", 4, 15},
}

// lunarDay reads "rằm", "rằm tháng Giêng", "mùng 3 Tết", "30 tháng Chạp", "10/3
// âm lịch", "Giỗ Tổ", "Tết".
func (r dayReader) lunarDay(i int) (Day, int) {
	part, k := r.dayPart(i)
	d, j := r.lunarDate(k)
	if j == k || k > i && r.fresh(k) {
		return Day{}, i
	}
	d.Part = part
	return d, j
}

// feast reads a feast by its name; New Year's Day is that of the sun.
func (r dayReader) feast(i int) (Day, int) {
	if j := r.SeqAny(i, "tết dương lịch", "tết tây"); j > i {
		d := r.date0(r.today.Year(), 1, 1)
		if d.Before(r.today) {
			d = r.date0(r.today.Year()+1, 1, 1)
		}
		return Day{Date: d, Day: 1, Month: 1}, j
	}
	for _, f := range feasts {
		if j := r.Seq(i, f.phrase); j > i {
			return r.lunarOn(f.month, f.day, j)
		}
	}
	return Day{}, i
}

func (r dayReader) lunarDate(i int) (Day, int) {
	if d, j := r.feast(i); j > i {
		return d, j
	}
	j := i
	if r.Is(j, "ngày") {
		j++
	}
	if r.Is(j, "rằm") {
		m, k := r.lunarMonth(j + 1)
		return r.lunarOn(m, 15, r.lunarTail(k))
	}
	if r.Is(j, "mùng", "mồng", "ngày") {
		j++
	}
	day, k := r.dayNumber(j)
	if k == j || day > 30 || r.fresh(k) {
		return r.lunarNew(i)
	}
	if r.Is(k, "tết") {
		if day >= 23 {
			return r.lunarOn(12, day, k+1)
		}
		if !r.Is(k+1, "dương") && day <= 10 {
			return r.lunarOn(1, day, k+1)
		}
		return Day{}, i
	}
	if m, e := r.lunarMonth(k); e > k && (r.Is(e-1, "giêng", "chạp") || r.lunarTail(e) > e) {
		return r.lunarOn(m, day, r.lunarTail(e))
	}
	if e := r.lunarTail(k); e > k && r.Is(j-1, "mùng", "mồng", "ngày") {
		return r.lunarOn(0, day, e)
	}
	if m, n, ok := r.Digits(k + 1); ok && n <= 2 && m <= 12 && r.gluedSign(k, "/") {
		if e := r.lunarTail(k + 2); e > k+2 {
			return r.lunarOn(m, day, e)
		}
	}
	return Day{}, i
}

// lunarNew reads "Tết" alone.
func (r dayReader) lunarNew(i int) (Day, int) {
	if r.Is(i, "tết") && !r.Is(i+1, "dương", "tây", "thiếu", "độc", "trồng", "quân") && !r.toks[i].bare {
		return r.lunarOn(1, 1, i+1)
	}
	return Day{}, i
}

// lunarMonth reads "tháng Giêng", "tháng Chạp", "tháng 7" for a lunar day.
func (r dayReader) lunarMonth(i int) (int, int) {
	if !r.Is(i, "tháng") {
		return 0, i
	}
	switch {
	case r.Is(i+1, "giêng"):
		return 1, i + 2
	case r.Is(i+1, "chạp"):
		return 12, i + 2
	}
	if m, j := r.monthNumber(i + 1); j > i+1 {
		return m, j
	}
	return 0, i
}

func (r dayReader) lunarTail(i int) int {
	return r.SeqAny(i, "âm lịch", "lịch âm", "âl", "( âl )", "( âm lịch )", "âm")
}

// lunarOn finds the next such lunar day from today, or that of a year named
// after it. Day 0 is the last day of the month.
func (r dayReader) lunarOn(month, day, next int) (Day, int) {
	year, k := r.yearOf(next)
	if k > next && year > 0 {
		next = k
	}
	d := Day{Day: day, Month: month, Year: year, Lunar: true}
	l := Lunar(r.today)
	from, to := year, year
	if year == 0 {
		from, to = l.Year, l.Year+1
	} else if month == 12 && day == 0 {
		from, to = year-1, year-1 // "giao thừa 2027" opens that year
	}
	for y := from; y <= to; y++ {
		for m := 1; m <= 12; m++ {
			if month != 0 && m != month {
				continue
			}
			t, ok := lunarDayOf(y, m, day)
			if ok && (year > 0 || !t.Before(r.today)) {
				d.Date = t
				return d, next
			}
		}
	}
	d.Impossible = true
	return d, next
}

// lunarDayOf finds a day of a lunar month; day 0, and 30 in a month of 29 days,
// is the last one.
func lunarDayOf(y, m, day int) (time.Time, bool) {
	if day == 0 {
		day = 30
	}
	t, ok := LunarDate{Year: y, Month: m, Day: day}.Solar()
	if !ok && day == 30 {
		return LunarDate{Year: y, Month: m, Day: 29}.Solar()
	}
	return t, ok
}
