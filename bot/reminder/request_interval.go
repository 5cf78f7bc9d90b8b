package reminder

var unitWords = []struct {
	word string
	unit Unit
	n    int
}{
	{"phút", Minutely, 1}, {"giờ", Hourly, 1}, {"tiếng", Hourly, 1}, {"ngày", Daily, 1}, {"tuần", Weekly, 1}, {"tháng", Monthly, 1}, {"quý", Monthly, 3}, {"năm", Yearly, 1},
	{"giây", "second", 1},
}

func (b *builder) unitWord(i int) (Unit, int, bool) {
	for _, u := range unitWords {
		if b.Is(i, u.word) {
			return u.unit, u.n, true
		}
	}
	return "", 0, false
}

// interval reads "hàng ngày", "mỗi tuần", "2 tuần một lần", "cứ 3 ngày", "cách
// ngày", "định kỳ 6 tháng", "mỗi sáng".
func (b *builder) interval(i int) int {
	if j := b.SeqAny(i, "cách một ngày", "cách ngày", "ngày cách ngày"); j > i {
		return b.setEvery(Daily, 2, i, j)
	}
	if j := b.SeqAny(i, "cách tuần", "cách một tuần"); j > i {
		return b.setEvery(Weekly, 2, i, j)
	}
	if j := b.anyOf(i); j > i {
		return j
	}
	if j := b.timesPer(i); j > i {
		return j
	}
	j := b.SeqAny(i, "định kỳ mỗi", "định kỳ hàng", "định kỳ hằng", "định kỳ", "cứ mỗi", "cứ sau", "cứ cách", "cứ", "lặp lại mỗi", "lặp lại hàng", "mỗi", "hàng", "hằng")
	led := j > i
	if b.Is(j, "nửa") && b.Is(j+1, "tiếng", "giờ") {
		if once := b.onceAfter(j + 2); led || once > j+2 {
			return b.setEvery(Minutely, 30, i, once)
		}
	}
	n, k := 1, j
	if v, e := b.smallNumber(j); e > j && !b.yearlyOn(j) {
		n, k = v, e
	}
	unit, scale, ok := b.unitWord(k)
	if !ok {
		return b.eachPart(i, j, led)
	}
	once := b.onceAfter(k + 1)
	if k == j && !led || k > j && !led && once == k+1 || n < 1 || k == j && b.otherRepeat(unit, scale, k+1) {
		return i
	}
	if _, e := b.smallNumber(k + 1); unit == Daily && k == j && b.Is(i, "cứ") && e > k+1 && !b.Is(e, "lần") {
		return i // "cứ ngày 30 hằng tháng"
	}
	if j := b.SeqAny(k+1, "trong tuần"); unit == Daily && n == 1 && j > k+1 {
		b.ask(askWhichDays, b.with(j, "từ thứ hai đến thứ sáu", "hằng ngày")...)
		return b.take(i, j, true)
	}
	return b.setEvery(unit, n*scale, i, once)
}

// onceAfter reads the "một lần" of "2 tuần một lần", "6 tháng/lần".
func (b *builder) onceAfter(i int) int {
	j := b.SeqAny(i, "/")
	if b.Is(j, "lần") && j > i {
		return j + 1
	}
	if v, k := b.smallNumber(j); k > j && v == 1 && b.Is(k, "lần") {
		return k + 1
	}
	return b.SeqAny(i, "lại nhắc", "lại")
}

// otherRepeat reports whether what follows "hàng ngày" or "hàng tháng" at i makes
// it the beginning of something else: "hàng ngày thứ hai", "mỗi ngày làm việc",
// "hàng tháng Giêng".
func (b *builder) otherRepeat(unit Unit, scale, i int) bool {
	switch unit {
	case Daily:
		return b.Is(i, "thứ", "chủ", "t", "cn") || b.SeqAny(i, "làm việc", "cuối", "đầu") > i
	case Monthly:
		return scale == 1 && b.Is(i, "giêng", "chạp")
	}
	return false
}

// anyOf reads "ngày nào cũng", "sáng nào cũng", "thứ hai nào cũng", "cả tuần".
func (b *builder) anyOf(i int) int {
	if j := b.SeqAny(i, "cả tuần", "hôm nào cũng"); j > i {
		return b.setEvery(Daily, 1, i, j)
	}
	if unit, n, ok := b.unitWord(i); ok && b.SeqAny(i+1, "nào cũng") > i+1 {
		return b.setEvery(unit, n, i, i+3)
	}
	part := ""
	j := i
	if c, k := b.Clock(j); k > j && !c.Named {
		part, j = c.Part, k
	}
	w, k := b.Weekday(j)
	e := b.SeqAny(k, "nào cũng")
	if e == k || k == i {
		return i
	}
	b.setPart(part)
	if k == j {
		return b.setEvery(Daily, 1, i, e)
	}
	b.recurring, b.unit, b.weekdays = true, weeklyUnless(b.unit), append(b.weekdays, w)
	return b.take(i, e, true)
}

// timesPer reads "1 tháng 2 lần", "tuần hai lần": as many days or hours must be
// said.
func (b *builder) timesPer(i int) int {
	j := i
	if v, k := b.smallNumber(i); k > i && v == 1 {
		j = k
	}
	unit, n, ok := b.unitWord(j)
	if !ok || unit == Hourly || unit == Minutely || b.Is(i-1, "trong", "mỗi", "hàng", "hằng") {
		return i
	}
	v, k := b.smallNumber(j + 1)
	if k == j+1 || v < 2 || !b.Is(k, "lần") || b.ordinalAt(k+1) {
		return i
	}
	b.perUnit = v
	return b.setEvery(unit, n, i, k+1)
}

// always reads "cứ 5h chiều", "mỗi 8h sáng": an hour that comes round again, with
// the weekday that stands beside it or every day.
func (b *builder) always(i int) int {
	j := b.SeqAny(i, "cứ đến", "cứ tới", "cứ vào", "cứ lúc", "cứ", "mỗi lúc", "mỗi")
	c, k := b.Clock(j)
	if j == i || k == j || !c.Named {
		return i
	}
	b.eachTime = true
	return b.take(i, j, true)
}

// settleAlways gives what "cứ 5h chiều" said its days.
func (b *builder) settleAlways() {
	switch {
	case !b.eachTime || b.recurring:
	case len(b.days)+len(b.dates) == 0:
		b.recurring, b.unit = true, Daily
	case len(b.days) == 1 && b.days[0].Weekday > 0 && b.days[0].Day == 0 && !b.days[0].Pinned:
		b.recurring, b.unit, b.weekdays, b.days = true, Weekly, []int{b.days[0].Weekday}, nil
	default:
		b.ask(askWhichDays)
	}
}

// yearlyOn reports whether "năm" at i is the year and no five: "hàng năm ngày
// 20/11", "mỗi năm ngày 20/11".
func (b *builder) yearlyOn(i int) bool {
	if !b.Is(i, "năm") {
		return false
	}
	if b.Is(i-1, "hàng", "hằng") {
		return true
	}
	_, _, date := b.Digits(i + 2)
	return b.Is(i+1, "ngày") && date
}

// eachPart reads "mỗi sáng", "hàng tối".
func (b *builder) eachPart(i, j int, led bool) int {
	if !led {
		return i
	}
	c, k := b.Clock(j)
	if k == j || c.Part == "" {
		return i
	}
	if _, e := b.Weekday(k); e > k {
		return i
	}
	if c.Named {
		b.clocks = append(b.clocks, c)
	} else {
		b.setPart(c.Part)
	}
	return b.setEvery(Daily, 1, i, k)
}

func (b *builder) setEvery(unit Unit, n, i, j int) int {
	b.recurring, b.listed = true, false
	switch {
	case unit == "second", unit == Minutely && n < 15:
		b.ask(askOften)
		return b.take(i, j, true)
	case unit == Daily && n == 1 && b.unit != "":
		b.daily = true
		return b.take(i, j, true)
	case unit == Weekly && b.unit == Monthly && n == 1:
		return b.take(i, j, true)
	}
	if b.unit == "" || b.unit == unit || b.unit == Daily || n > 1 {
		b.daily = b.daily || b.unit == Daily
		b.unit = unit
	}
	if n > 1 {
		b.every = n
	}
	return b.take(i, j, true)
}

// smallNumber reads a plain whole number in figures or words.
func (b *builder) smallNumber(i int) (int, int) {
	if v, n, ok := b.Digits(i); ok {
		if n > 3 {
			return 0, i
		}
		return v, i + 1
	}
	v, j := b.Small(i)
	return v, j
}
