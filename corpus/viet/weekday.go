package viet

// weekdayNames count from Monday, 1, to Sunday, 7.
var weekdayNames = map[string]int{"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6}

// Weekday reads "thứ hai", "T2", "CN", "chủ nhật" as 1 (Monday) to 7 (Sunday).
// Ordinals ("lần thứ hai", "đứng thứ 2") are none.
func (sc *Scanner) Weekday(i int) (int, int) {
	if j := sc.SeqAny(i, "chủ nhật", "chúa nhật"); j > i {
		return 7, j
	}
	if sc.Is(i, "cn") {
		if sc.industry(i) {
			return 0, i
		}
		return 7, i + 1
	}
	if sc.Is(i, "t") && sc.gluedDigits(i+1) && !sc.gluedSign(i+2, "/") {
		if v, n, ok := sc.Digits(i + 1); ok && n == 1 && v >= 2 && v <= 7 && !sc.tMonth(i+2) {
			return v - 1, i + 2
		}
		return 0, i
	}
	if !sc.Is(i, "thứ") && !sc.bareWeekday(i) || sc.ordinalBefore(i-1) {
		return 0, i
	}
	d, j := sc.weekdayNumber(i + 1)
	if j == i+1 {
		return 0, i
	}
	return d, j
}

// industry tells "CN" for công nghiệp from Sunday: beside a year, before the word
// for a kind of place, and after what industry has.
func (sc *Scanner) industry(i int) bool {
	bareYear := func(k int) bool {
		v, digits, ok := sc.Digits(k)
		return ok && digits == 4 && plausibleYear(v) && !sc.gluedSign(k-1, "/", "-", ".") && !sc.gluedSign(k+1, "/", "-", ".")
	}
	if bareYear(i-1) || bareYear(i+1) || sc.Is(i+1, "năm") && bareYear(i+2) {
		return true
	}
	switch unit, k := sc.noun(i + 1); {
	case k > i+1 && (unit == "tỉnh" || unit == "thành phố" || unit == "huyện" || unit == "thị xã" || unit == "xã"):
		return true
	case sc.written(i+1, "tp", "xd", "cb", "chế", "che", "nhẹ", "nhe", "nặng", "nang"):
		return true
	}
	return sc.written(i-1, "gtsx", "sx", "xuất", "xuat", "ngành", "nganh", "khu", "cụm", "cum", "trị", "tri", "trọng", "thu", "tttt", "nghề", "nghe", "vốn", "von") ||
		sc.Is(i+1, "-") && sc.written(i+2, "xd", "xây", "xay", "ttcn", "tm", "dv", "dịch")
}

// bareWeekday accepts "thu" that lost its marks in a text that kept others,
// before a weekday's number.
func (sc *Scanner) bareWeekday(i int) bool {
	if f, ok := sc.Word(i); !ok || f != "thu" || sc.loose || !sc.toks[i].bare {
		return false
	}
	v, n, ok := sc.Digits(i + 1)
	return ok && n == 1 && v >= 2 && v <= 7 && (sc.Is(i+2, "hàng", "hằng", "tuần", ",") || sc.Is(i-1, "sáng", "chiều", "tối"))
}

// tMonth tells T4 the month from T4 the weekday by a year after it.
func (sc *Scanner) tMonth(i int) bool {
	_, n, ok := sc.Digits(i)
	return ok && n == 4
}

// weekdayNumber reads the number of a weekday; in a list it may stand without
// its "thứ".
func (sc *Scanner) weekdayNumber(i int) (int, int) {
	if sc.fresh(i) {
		return 0, i
	}
	if v, n, ok := sc.Digits(i); ok {
		if n != 1 || v < 2 || v > 7 || sc.gluedSign(i+1, "/", ":") || sc.Is(i+1, "h") || sc.Is(i+1, "%") || sc.scaleWord(i+1, true) > 1 {
			return 0, i
		}
		return v - 1, i + 1
	}
	if v, ok := sc.lookWord(i, weekdayNames); ok {
		if sc.Is(i, "năm") && sc.loose && sc.toks[i].bare && sc.yearAfter(i+1) {
			return 0, i // "thu nam 2021": revenue of the year
		}
		if _, k := sc.tens(i); k > i+1 {
			return 0, i
		}
		return v, i + 1
	}
	return 0, i
}

func (sc *Scanner) yearAfter(i int) bool {
	v, n, ok := sc.Digits(i)
	return ok && n == 4 && v > 1900 && v < 2100 || sc.Is(i, "nay", "ngoái", "trước", "sau", "kia") && !sc.Is(i+1, "tuần")
}

// ordinalBefore reports whether the word before "thứ" makes it an ordinal.
func (sc *Scanner) ordinalBefore(i int) bool {
	if i < 0 {
		return false
	}
	if sc.Is(i, "lần") && sc.numeric(i-1) {
		return false // "tuần 2 lần thứ ba và thứ năm"
	}
	if sc.Is(i, "lần", "kỳ", "vị", "đứng", "hạng", "xếp", "khóa", "phiên") || sc.Is(i, "họp") && sc.Is(i-1, "kỳ") {
		return true
	}
	switch sc.foldAt(i) {
	case "dung", "vi", "hang", "xep", "khoa":
		return !sc.Is(i, "hàng", "hằng", "đúng")
	case "phien", "nguoi", "cap", "lop", "dot", "nam":
		return !sc.Is(i, "hồi", "năm") && !sc.loose
	}
	return false
}

// WeekdayList reads weekdays in a list or a row: "thứ 2, 4, 6", "T2-T6", "thứ hai
// và thứ năm", "từ thứ 2 đến thứ 6" (the "từ" stands before i).
func (sc *Scanner) WeekdayList(i int) (days []int, next int) {
	d, j := sc.Weekday(i)
	if j == i {
		return nil, i
	}
	days = append(days, d)
	for j < len(sc.toks) && !sc.toks[j].fresh && len(days) < 14 {
		k := j + 1
		row := sc.Is(j, "đến", "tới", "~") || sc.Is(j, "-") && !sc.dashedList(j)
		switch {
		case row, sc.Is(j, "-", ",", "và", "&", ";", "hoặc"):
		case sc.spacedList(j):
			k = j
		default:
			return days, j
		}
		if sc.Is(j, ",") && sc.Is(k, "và") {
			k++
		}
		e, n := sc.laterWeekday(k)
		if n == k {
			break
		}
		if row {
			for x := days[len(days)-1]%7 + 1; x != e; x = x%7 + 1 {
				days = append(days, x)
			}
		}
		days, j = append(days, e), n
	}
	return days, j
}

// laterWeekday reads a weekday of a list behind the first one.
func (sc *Scanner) laterWeekday(i int) (int, int) {
	if d, j := sc.Weekday(i); j > i {
		return d, j
	}
	return sc.listedWeekday(i)
}

// dashedList reports whether the dash at i parts three weekdays or more
// ("2-4-6"), which makes it a list; between two it is a row.
func (sc *Scanner) dashedList(i int) bool {
	dashed := func(k int) (int, bool) {
		_, j := sc.Weekday(k + 1)
		if v, n, ok := sc.Digits(k + 1); j == k+1 && ok && n == 1 && v >= 2 && v <= 7 {
			j++
		}
		return j, sc.Is(k, "-") && j > k+1
	}
	next, ok := dashed(i)
	if !ok {
		return false
	}
	_, after := dashed(next)
	before := i >= 2 && (sc.Is(i-2, "-") || sc.Is(i-3, "-") && !sc.Is(i-2, "-"))
	return after || before
}

// spacedList reports whether weekdays go on at i without a comma: "thứ 2 4 6",
// "T2 T4 T6", "thứ 7 chủ nhật". Figures alone must rise and be followed by what can follow a list,
// for "thứ 2 4 người" counts people.
func (sc *Scanner) spacedList(i int) bool {
	if _, j := sc.Weekday(i); j > i {
		return true
	}
	last, _, ok := sc.Digits(i - 1)
	if !ok {
		return false
	}
	for {
		v, n, ok := sc.Digits(i)
		if !ok {
			return i >= len(sc.toks) || sc.fresh(i) || sc.Is(i, "hàng", "hằng", "mỗi", "lúc", "vào", "tuần", "này", "tới", "sau", ",", "nhé", "ạ") || sc.clockHead(i)
		}
		if sc.clockHead(i) {
			return true
		}
		if n != 1 || v <= last || v > 7 || sc.fresh(i) {
			return false
		}
		last, i = v, i+1
	}
}

// listedWeekday reads the bare number of a later item of a list, unless it
// counts something else.
func (sc *Scanner) listedWeekday(i int) (int, int) {
	d, j := sc.weekdayNumber(i)
	if j == i || sc.Is(i, "cn") {
		return 0, i
	}
	if _, k := sc.noun(j); k > j && !sc.Is(j, "tuần") || sc.clockHead(i) || sc.gluedSign(j, "-") && sc.gluedDigits(j+1) && !sc.Is(i-1, "-") {
		return 0, i
	}
	return d, j
}
