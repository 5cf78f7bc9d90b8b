package reminder

import "slices"

// dayNumbers reads "ngày 15", "ngày 15 và 30", "các ngày 1, 15", "mùng 5".
func (b *builder) dayNumbers(i int) ([]int, int) {
	j := b.each(i)
	if !b.Is(j, "ngày", "mùng", "mồng") {
		return nil, i
	}
	for b.Is(j, "ngày", "mùng", "mồng") {
		j++
	}
	var days []int
	for len(days) < 31 {
		v, k := b.smallNumber(j)
		if k == j || v < 1 || v > 31 || slices.Contains(days, v) || b.Is(k, "/", "%", "-") {
			break
		}
		days, j = append(days, v), k
		sep := b.SeqAny(j, ", và", ",", "và", "&", "hoặc")
		if sep == j {
			break
		}
		for b.Is(sep, "ngày", "mùng", "mồng") {
			sep++
		}
		if _, k := b.smallNumber(sep); k == sep {
			break
		}
		if c, e := b.Clock(sep); e > sep && c.Named {
			break
		}
		j = sep
	}
	if len(days) == 0 {
		return nil, i
	}
	slices.Sort(days)
	return days, j
}

// monthList reads "ngày 5 các tháng 3, 6, 9, 12", "các tháng 6 và 12", "ngày 10
// tháng 1, 4, 7, 10 hàng năm".
func (b *builder) monthList(i int) int {
	days, j := b.dayNumbers(i)
	if b.Is(j, "của") && j > i {
		j++
	}
	k := b.SeqAny(j, "các tháng", "những tháng", "mỗi tháng", "tháng")
	said := k > j+1
	var months []int
	for k > j && len(months) < 12 {
		m, e := b.smallNumber(b.SeqAny(k, "tháng"))
		if e == k || m < 1 || m > 12 || slices.Contains(months, m) {
			break
		}
		months, k = append(months, m), e
		sep := b.SeqAny(k, ", và", ",", "và", "-", "&")
		if m, e := b.smallNumber(b.SeqAny(sep, "tháng")); sep == k || e == sep || m > 12 || slices.Contains(months, m) || b.Is(e, "h", "giờ", "g", ":", "/") {
			break
		}
		k = sep
	}
	unit, e := b.recurringAfter(k)
	if len(months) < 2 || !said && unit != Yearly || unit != "" && unit != Yearly {
		return i
	}
	slices.Sort(months)
	b.recurring, b.unit, b.months = true, Monthly, months
	if len(days) > 0 {
		b.monthDays = days
	}
	return b.take(i, e, true)
}

// monthDaySpan reads "từ ngày 1 đến ngày 15 hàng tháng" and "ngày 1-5 hàng
// tháng": each day from the one to the other.
func (b *builder) monthDaySpan(i int) int {
	from, j := b.monthDay(b.SeqAny(i, "trong các ngày từ", "các ngày từ", "từ"))
	if j == i || !b.Is(j, "đến", "tới", "-") {
		return i
	}
	to, k := b.monthDay(b.SeqAny(j+1, "hết"))
	if e := b.SeqAny(j+1, "ngày cuối tháng", "hết tháng", "cuối tháng"); e > j+1 {
		to, k = 31, e
	}
	unit, e := b.recurringAfter(k)
	if k <= j+1 || unit != Monthly {
		return i
	}
	b.recurring, b.unit = true, Monthly
	if to <= from {
		b.ask(askWhichDays)
		return b.take(i, e, true)
	}
	for d := from; d <= to; d++ {
		b.monthDays = append(b.monthDays, d)
	}
	return b.take(i, e, true)
}

// monthDay reads the number of a day of the month: "ngày 5", "mùng 5", "5".
func (b *builder) monthDay(i int) (int, int) {
	j := b.SeqAny(i, "ngày mùng", "ngày mồng", "ngày", "mùng", "mồng")
	v, k := b.smallNumber(j)
	if k == j || v < 1 || v > 31 {
		return 0, i
	}
	return v, k
}

// monthDayList reads "ngày 15 và 30 hàng tháng", "các ngày 1, 15", "ngày 15 mỗi
// tháng".
func (b *builder) monthDayList(i int) int {
	days, k := b.dayNumbers(i)
	if k == i {
		days, k = b.bareMonthDay(i)
	}
	if k == i {
		return i
	}
	unit, e := b.recurringAfter(k)
	each := b.each(i) > i
	lunar := false
	if n := b.SeqAny(k, "âm lịch"); n > k {
		unit, e = b.recurringAfter(n)
		lunar = true
	} else if unit == Monthly && b.SeqAny(e, "âm lịch") > e {
		e, lunar = e+2, true
	}
	if unit == "" && (each || len(days) > 1 && b.unit == Monthly) && !lunar && !b.Is(k, "tháng") {
		e, unit = k, Monthly
	}
	if unit == "" && len(days) > 1 {
		b.ask(askWhichDays)
		return b.take(i, k, false)
	}
	if unit != Monthly {
		return i
	}
	b.recurring, b.monthDays = true, days
	b.unit = Monthly
	if lunar {
		b.unit, b.lunar = LunarMonth, true
	}
	return b.take(i, e, true)
}

// bareMonthDay reads the "30" of "30 hằng tháng" where it begins the time.
func (b *builder) bareMonthDay(i int) ([]int, int) {
	v, n, ok := b.Digits(i)
	unit, _ := b.recurringAfter(i + 1)
	if !ok || n > 2 || v < 1 || v > 31 || unit != Monthly || i > 0 && !b.call[i-1] && !b.Is(i-1, "vào", ",") {
		return nil, i
	}
	return []int{v}, i + 1
}

// lunarRepeat reads "rằm hàng tháng", "mỗi rằm", "Giỗ Tổ hàng năm", "rằm và mùng
// một hàng tháng".
func (b *builder) lunarRepeat(i int) int {
	j := b.each(i)
	led := j > i
	if b.Is(j, "ngày") {
		j++
	}
	if !b.Is(j, "rằm") && !(b.Is(j, "mùng", "mồng") && b.lunarPair(j)) {
		return i
	}
	var days []int
	for len(days) < 3 {
		switch {
		case b.Is(j, "rằm"):
			days, j = append(days, 15), j+1
		case b.Is(j, "mùng", "mồng"):
			v, k := b.smallNumber(j + 1)
			if k == j+1 || v > 10 {
				return i
			}
			days, j = append(days, v), k
		}
		if !b.Is(j, "và", ",") || !b.Is(j+1, "rằm", "mùng", "mồng") {
			break
		}
		j++
	}
	unit, e := b.recurringAfter(j)
	if unit != Monthly && !(led && !b.Is(j, "tháng")) {
		return i
	}
	slices.Sort(days)
	b.recurring, b.unit, b.lunar, b.monthDays = true, LunarMonth, true, days
	e = b.SeqAny(max(e, j), "âm lịch")
	return b.take(i, e, true)
}

func (b *builder) lunarPair(j int) bool {
	_, k := b.smallNumber(j + 1)
	return k > j+1 && b.Is(k, "và", ",") && b.Is(k+1, "rằm")
}
