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
	if unit, n, ok := b.unitWord(i); ok && b.SeqAny(i+1, "nào cũng") > i+1 {
		return b.setEvery(unit, n, i, i+3)
	}
	j := b.SeqAny(i, "định kỳ mỗi", "định kỳ hàng", "định kỳ hằng", "định kỳ", "cứ mỗi", "cứ sau", "cứ cách", "cứ", "lặp lại mỗi", "lặp lại hàng", "mỗi", "hàng", "hằng")
	led := j > i
	n, k := 1, j
	if v, e := b.smallNumber(j); e > j {
		n, k = v, e
	}
	unit, scale, ok := b.unitWord(k)
	if !ok {
		return b.eachPart(i, j, led)
	}
	once := b.SeqAny(k+1, "một lần", "1 lần", "lại nhắc", "lại")
	if b.Is(k+1, "một") && b.Is(k+2, "lần") {
		once = k + 3
	} else if v, _, ok := b.Digits(k + 1); ok && v == 1 && b.Is(k+2, "lần") {
		once = k + 3
	}
	if k == j && !led || k > j && !led && once == k+1 {
		return i
	}
	if k == j && unit == Daily && b.SeqAny(k+1, "làm việc", "cuối", "đầu") > k+1 {
		return i
	}
	if k == j && unit == Daily && b.Is(k+1, "thứ", "chủ", "t", "cn") {
		return i // "hàng ngày thứ hai"
	}
	if unit == Monthly && scale == 1 && k == j && b.Is(k+1, "giêng", "chạp") {
		return i
	}
	if n < 1 {
		return i
	}
	if j := b.SeqAny(k+1, "trong tuần"); unit == Daily && n == 1 && j > k+1 {
		b.ask(askWhichDays, b.with(j, "từ thứ hai đến thứ sáu", "hằng ngày")...)
		return b.take(i, j, true)
	}
	return b.setEvery(unit, n*scale, i, max(k+1, once))
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
		return b.take(i, j, true)
	case unit == Weekly && b.unit == Monthly && n == 1:
		return b.take(i, j, true)
	}
	if b.unit == "" || b.unit == unit || b.unit == Daily || n > 1 {
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
