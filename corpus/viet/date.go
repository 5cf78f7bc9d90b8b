package viet

import "time"

// date reads a date with its day: "30/12/2021", "ngày 30 tháng 12", "mùng 5
// tháng sau", "ngày 15". Without month it is the next such day.
func (r dayReader) date(i int) (Day, int) {
	part, j := r.dayPart(i)
	led := false
	for r.Is(j, "ngày", "hôm", "mùng", "mồng") && !r.fresh(j+1) && j < i+4 {
		led = true
		j++
	}
	bare := r.Is(j-1, "mùng", "mồng")
	if d, k := r.isoDate(j); k > j {
		return d.with(part), k
	}
	day, k := r.dayNumber(j)
	if k == j {
		return Day{}, i
	}
	if d, e := r.numericDate(j, day, k, led || part != ""); e > j {
		return r.placed(d).with(part), e
	}
	d := Day{Day: day}
	month, e := r.monthOf(k)
	switch {
	case e > k && (led || !r.Is(e, "ngày")):
		d.Month = month
		d.Year, e = r.yearOf(e)
		return r.placed(d).with(part), e
	case !led:
		return Day{}, i
	}
	if v, n, ok := r.Digits(k + 1); ok && r.Is(k, "tháng") && n <= 2 && v > 12 {
		d.Impossible = true
		return d, k + 2
	}
	if n, e := r.monthOffset(k); e > k && !r.fresh(k) {
		t := addMonths(time.Date(r.today.Year(), r.today.Month(), 1, 0, 0, 0, 0, zone), n)
		d.Month, d.Year = int(t.Month()), t.Year()
		return r.placedLast(d).with(part), e
	}
	if !bare && r.ordinalDay(j, k) {
		return Day{}, i
	}
	d.Bare = bare
	return r.nextDay(d).with(part), k
}

// ordinalDay refuses lengths: "ngày" is not before them, or a unit follows.
func (r dayReader) ordinalDay(j, k int) bool {
	if r.Is(j-1, "ngày") && r.toks[j].kind == scanWord && !r.Is(j-1, "mùng", "mồng") {
		return r.Is(j, "hai", "ba", "năm", "một") && !r.fresh(k) && r.Is(k, "lần", "bữa", "buổi")
	}
	return r.Is(k, "lần", "/") || r.toks[j].value > 31
}

func (d Day) with(part string) Day {
	if part != "" {
		d.Part = part
	}
	return d
}

// dayNumber reads a day of the month, 1 to 31 or beyond (then impossible).
func (r dayReader) dayNumber(i int) (int, int) {
	v, j := r.smallNumber(i)
	if j == i || v < 1 || v > 99 || r.toks[i].kind == scanDigits && !r.figureStands(i) {
		return 0, i
	}
	if _, n, ok := r.Digits(i); ok && n > 2 {
		return 0, i
	}
	return v, j
}

// isoDate reads 2021-12-30.
func (r dayReader) isoDate(i int) (Day, int) {
	y, n, ok := r.Digits(i)
	m, n2, ok2 := r.Digits(i + 2)
	d, n3, ok3 := r.Digits(i + 4)
	if !ok || !ok2 || !ok3 || n != 4 || n2 > 2 || n3 > 2 || !r.gluedSign(i+1, "-", "/") || !r.gluedSign(i+3, "-", "/") {
		return Day{}, i
	}
	if !plausibleYear(y) || !dayInMonth(d, m, y) || !r.toks[i+4].glued {
		return Day{}, i
	}
	return r.placed(Day{Day: d, Month: m, Year: y}), i + 5
}

func plausibleYear(y int) bool { return y >= 1900 && y < 2100 }

// numericDate reads the rest of "30/12/2021", "30-12", "30.12.2021" after the
// day; led says that a word before speaks of a day.
func (r dayReader) numericDate(i, day, j int, led bool) (Day, int) {
	if r.toks[i].kind != scanDigits || !r.gluedSign(j, "/", "-", ".") || !r.gluedDigits(j+1) || r.gluedSign(i-1, "/") && r.toks[i].glued {
		return Day{}, i
	}
	slash := r.Is(j, "/")
	m, n, _ := r.Digits(j + 1)
	if n > 2 || m < 1 {
		return Day{}, i
	}
	d := Day{Day: day, Month: m}
	sep := r.toks[j].words
	if e := j + 2; r.Is(e, sep...) && r.gluedSign(e, sep...) && r.gluedDigits(e+1) {
		y, n, _ := r.Digits(e + 1)
		if n == 2 {
			y += 2000
		}
		if n != 4 && n != 2 || !plausibleYear(y) || n == 2 && !slash && !led || r.docTail(e+2) {
			return Day{}, i
		}
		d.Year = y
		if m > 12 || !led && !dayInMonth(day, m, y) && !slash {
			d.Impossible = true
		}
		return d, e + 2
	}
	if slash && !led && day < m && r.Is(i-1, "giảm", "tăng", "bằng", "chiếm", "hơn", "quá") { // "giảm 1/3": a fraction
		return Day{}, i
	}
	if r.docTail(j+2) || !slash && !led && !r.twoDigitDate(i, j) {
		return Day{}, i
	}
	if m > 12 && !led || r.isScore(i) {
		return Day{}, i
	}
	d.Year, j = r.yearOf(j + 2)
	return d, j
}

// isScore reports whether "10/12" counts something ("10/12 chỉ tiêu").
func (r dayReader) isScore(i int) bool {
	_, j := r.score(i)
	return j > i
}

// docTail reports whether a document number goes on: "30/2020/NĐ-CP", "12-NQ".
func (r dayReader) docTail(i int) bool {
	if i >= len(r.toks) || !r.toks[i].glued {
		return false
	}
	if r.Is(i, "/", "-") && i+1 < len(r.toks) && r.toks[i+1].glued {
		return r.toks[i+1].kind == scanWord
	}
	return r.Is(i, "%") || r.toks[i].kind == scanWord
}

// twoDigitDate accepts "30-12" alone but not "6-7%", "10-12 triệu".
func (r dayReader) twoDigitDate(i, j int) bool {
	d, n, _ := r.Digits(i)
	m, n2, _ := r.Digits(j + 1)
	if n != 2 || n2 != 2 || !r.Is(j, "-") || !dayInMonth(d, m, 2024) {
		return false
	}
	if r.Is(j+2, "%", "h", "g") || r.scaleWord(j+2, true) > 1 {
		return false
	}
	_, k := r.noun(j + 2)
	return k == j+2
}

// monthOf reads "tháng 12", "tháng chín", "/12" after a day.
func (r dayReader) monthOf(i int) (int, int) {
	if !r.Is(i, "tháng") || r.fresh(i) || r.fresh(i+1) {
		return 0, i
	}
	m, j := r.monthNumber(i + 1)
	if j == i+1 {
		return 0, i
	}
	return m, j
}

// monthNumber reads 1..12 in figures or words; Giêng and Chạp are lunar and not
// read here.
func (r dayReader) monthNumber(i int) (int, int) {
	if r.clockHead(i) || r.Is(i+1, "lần") && !r.fresh(i+1) {
		return 0, i // "của tháng 7h", "2 tháng một lần"
	}
	if r.Is(i, "sau") && r.loose && r.toks[i].bare && !r.yearAfter(i+1) && !r.Is(i+1, "năm") {
		return 0, i // "ngay 5 thang sau": next month
	}
	if t, ok := r.tailWord(i); ok && t == 4 && !(r.loose && r.toks[i].bare && r.numeric(i+1)) {
		return 4, i + 1
	}
	m, j := r.smallNumber(i)
	if _, n, ok := r.Digits(i); ok && n > 2 || m < 1 || m > 12 {
		return 0, i
	}
	if r.Is(i, "năm") && j == i+1 && r.loose && r.toks[i].bare && r.yearAfter(i+1) {
		return 0, i // "thang nam 2021"
	}
	return m, j
}

// monthOffset reads "tháng này", "tháng sau", "tháng trước" as an offset.
func (r dayReader) monthOffset(i int) (int, int) {
	j := i
	if r.Is(j, "của", "trong") {
		j++
	}
	if !r.Is(j, "tháng") || j > i && r.fresh(j) {
		return 0, i
	}
	if k := r.SeqAny(j+1, "sau nữa"); k > j+1 {
		return 2, k
	}
	if k := r.SeqAny(j+1, "trước nữa"); k > j+1 {
		return -2, k
	}
	if k := r.SeqAny(j+1, "này", "nay"); k > j+1 {
		return 0, k
	}
	if k := r.SeqAny(j+1, "tiếp theo", "kế tiếp", "sau", "tới"); k > j+1 {
		return 1, k
	}
	if k := r.SeqAny(j+1, "vừa qua", "vừa rồi", "trước", "qua", "rồi"); k > j+1 && !r.throughYears(j+1) {
		return -1, k
	}
	return 0, i
}

// yearOf reads the year after a day or month: "/2021", "năm 2021", ", năm 2021",
// "2021", "năm nay".
func (r dayReader) yearOf(i int) (int, int) {
	j := i
	if r.Is(j, ",") && r.Is(j+1, "năm") || r.gluedSign(j, "/", "-", ".") && r.gluedDigits(j+1) {
		j++
	}
	if r.Is(j, "của") && r.Is(j+1, "năm") {
		j++
	}
	y, k, _ := r.yearAt(j, 0)
	if k == j {
		return 0, i
	}
	return y, k
}

// placed puts a date on the calendar; without a year it is the next such day.
func (r dayReader) placed(d Day) Day {
	if d.Impossible || d.Month > 12 {
		d.Impossible = true
		return d
	}
	y := d.Year
	if y == 0 {
		y = r.today.Year()
		for k := 0; k < 8 && (!dayInMonth(d.Day, d.Month, y) || time.Date(y, time.Month(d.Month), d.Day, 0, 0, 0, 0, zone).Before(r.today)); k++ {
			y++
		}
	}
	if !dayInMonth(d.Day, d.Month, y) {
		d.Impossible = true
		return d
	}
	d.Date = time.Date(y, time.Month(d.Month), d.Day, 0, 0, 0, 0, zone)
	return d
}

// placedLast is placed for a day of a named month: days 29 to 31 fall on the
// last one.
func (r dayReader) placedLast(d Day) Day {
	if d.Day > 31 {
		d.Impossible = true
		return d
	}
	d.Day = min(d.Day, monthDays(d.Year, d.Month))
	return r.placed(d)
}

// nextDay puts "ngày 15" on its next day.
func (r dayReader) nextDay(d Day) Day {
	if d.Day > 31 {
		d.Impossible = true
		return d
	}
	first := time.Date(r.today.Year(), r.today.Month(), 1, 0, 0, 0, 0, zone)
	for k := range 2 {
		t := addMonths(first, k)
		t = t.AddDate(0, 0, min(d.Day, monthDays(t.Year(), int(t.Month())))-1)
		if !t.Before(r.today) {
			d.Date = t
			return d
		}
	}
	return d
}
