package viet

import "strings"

// Quantities returns every number with a unit, in order. Text covers the
// numbers and the unit, not the words of a bound or an approximation before
// them. Lengths of time that a Time of the text covers are Quantities too.
func Quantities(s string) []Quantity {
	sc := NewScanner(s)
	out := []Quantity{}
	for i := 0; i < len(sc.toks); {
		q, j := sc.quantity(i)
		if j == i {
			if _, k := sc.numberHere(i); k > i {
				i = k
			} else {
				i++
			}
			continue
		}
		from := i
		if sc.Is(i, "-") && q.Value != nil && *q.Value >= 0 {
			from++
		}
		q.Text, q.Start, q.End = sc.Text(from, j)
		q.Bound, q.Approx = sc.boundAround(i, j)
		out = append(out, q)
		i = j
	}
	return out
}

func (sc *Scanner) quantity(i int) (Quantity, int) {
	if q, j := sc.score(i); j > i {
		return q, j
	}
	n, j := sc.numberHere(i)
	if j == i || sc.partOfDate(i, j) || sc.hourHere(i, j) {
		return Quantity{}, i
	}
	if q, k := sc.neighbours(i, j); k > j {
		return q, k
	}
	if q, k := sc.rangeFrom(n, i, j); k > j {
		return q, k
	}
	unit, v, k := sc.measured(n, j)
	if k == 0 {
		return Quantity{}, i
	}
	return Quantity{Value: &v, Unit: unit}, k
}

// hourHere tells "3 giờ chiều", "lúc 7 giờ kém 10" from a length of time.
func (sc *Scanner) hourHere(i, j int) bool {
	if !sc.Is(j, "giờ") || sc.fresh(j) {
		return false
	}
	c, k := sc.Clock(i)
	return k > i && c.Named && (c.Part != "" || c.short || sc.Is(i-1, "lúc", "hồi"))
}

// neighbours reads "hai ba ngày", "năm sáu xã": two digits in words that follow
// each other are a range.
func (sc *Scanner) neighbours(i, j int) (Quantity, int) {
	a, ok := sc.digitWord(i)
	b, ok2 := sc.digitWord(j)
	if !ok || !ok2 || j != i+1 || b != a+1 || a < 1 || sc.fresh(j) || sc.Is(j, "năm") || sc.loose && sc.toks[i].bare {
		return Quantity{}, i
	}
	name, k := sc.noun(j + 1)
	if k == j+1 || durationUnit[name] && !sc.lengthCounted(k) {
		return Quantity{}, i
	}
	low, high := float64(a), float64(b)
	return Quantity{Low: &low, High: &high, Unit: name}, k
}

// partOfDate refuses numbers that stand in a date, a clock time or a document
// number: "30/12", "8h30", "12-NQ/TU", "tháng 9", and years before a place.
func (sc *Scanner) partOfDate(i, j int) bool {
	if j == i+1 && sc.placeAfter(i) {
		return true
	}
	if sc.Is(i-1, "thứ") && sc.loose && sc.toks[i-1].bare && sc.scaleWord(i+1, true) > 1 {
		return false // "thu 2 ty": revenue
	}
	if sc.Is(i-1, "tháng", "quý", "ngày", "mùng", "mồng", "khóa", "thứ", "lớp", "điều", "khoản") && !sc.Is(i-2, "mỗi", "một", "/", "mấy") {
		return true
	}
	if i > 1 && sc.toks[i-1].glued && sc.Is(i-1, "h", "g", ":") && sc.toks[i-2].kind == scanDigits || sc.Is(i-1, "giờ") && sc.toks[i].kind == scanDigits && !sc.Is(j, "%") {
		return true
	}
	if sc.Is(i-1, "/") && sc.toks[i].glued && i > 1 && sc.toks[i-2].kind == scanDigits {
		return true
	}
	return sc.gluedSign(j, "/") && sc.gluedDigits(j+1) || sc.toks[i].kind == scanDigits && sc.glueClock(j)
}

func (sc *Scanner) glueClock(j int) bool {
	return j < len(sc.toks) && sc.toks[j].glued && sc.Is(j, "h", "g") && !sc.Is(j, "ha") || sc.gluedSign(j, ":") && sc.gluedDigits(j+1)
}

// measured reads the unit of a number that ends at j. The position is 0 if
// there is none.
func (sc *Scanner) measured(n numeral, j int) (unit string, v float64, next int) {
	name, k := sc.noun(j)
	if k > j && sc.fresh(j) {
		name, k = "", j
	}
	scale := ""
	if n.open {
		scale = scaleName(n.scale)
	}
	v = n.inScale()
	switch {
	case k > j && scale != "" && (name == "%" || name == "lần" || durationUnit[name]):
		scale, v = "", n.value
	case k > j:
	case scale == "":
		return "", 0, 0
	default:
		if name = sc.impliedMoney(n, j); name == "" {
			return "", 0, 0
		}
	}
	if durationUnit[name] && !sc.lengthCounted(k) {
		return "", 0, 0
	}
	if scale != "" {
		name = scale + " " + name
	}
	if sc.Is(k, "rưỡi") && !n.open && k > j {
		v, k = v+0.5, k+1
	}
	per, k := sc.rate(k)
	return name + per, v, k
}

// lengthCounted tells "5 năm" (a length of time) from "5 năm qua", "6 tháng đầu
// năm", "9 tháng 2022", which name a period.
func (sc *Scanner) lengthCounted(k int) bool {
	v, digits, ok := sc.Digits(k)
	return !(ok && digits == 4 && v > 1900) &&
		!sc.Is(k, "đầu", "cuối", "qua", "gần", "tới", "nữa", "trước", "sau", "vừa", "liền", "này") && !sc.yearWord(k)
}

var durationUnit = map[string]bool{"năm": true, "tháng": true, "tuần": true, "ngày": true, "quý": true, "giờ": true, "phút": true, "giây": true}

func scaleName(s float64) string {
	switch s {
	case 1e3:
		return "nghìn"
	case 1e4:
		return "vạn"
	case 1e6:
		return "triệu"
	case 1e9:
		return "tỷ"
	case 1e12:
		return "nghìn tỷ"
	}
	return ""
}

// impliedMoney returns "đồng" where a scale word without a unit means money:
// after k and tr, after tỷ, and after triệu or nghìn where no other noun
// follows.
func (sc *Scanner) impliedMoney(n numeral, j int) string {
	if n.short || n.scale >= 1e9 {
		return "đồng"
	}
	if n.scale == 1e4 {
		return ""
	}
	if sc.fresh(j) || sc.toks[j].kind == scanSign || sc.Is(j, "một", "mỗi", "trở", "và", "đến", "so", "là", "thì", "để", "cho") {
		return "đồng"
	}
	return ""
}

// rangeFrom reads "6-6,5%", "từ 15% đến 20%", "15 đến 20 triệu đồng" after its
// first number n at i..j.
func (sc *Scanner) rangeFrom(n numeral, i, j int) (Quantity, int) {
	unit, _, k := sc.measured(n, j)
	if k == 0 || k < j {
		k = j
	}
	sep := k
	switch {
	case sc.Is(k, "-", "~"):
		sep = k + 1
	case sc.Is(k, "đến", "tới") && !sc.Is(k+1, "năm", "tháng", "quý", "hết", "nay"):
		sep = k + 1
	}
	if sep == k || sc.fresh(sep) || sc.fresh(k) {
		return Quantity{}, j
	}
	m, e := sc.positive(sep)
	if e == sep || sc.partOfDate(sep, e) {
		return Quantity{}, j
	}
	name, high, end := sc.measured(m, e)
	if end == 0 || unit != "" && unit != name && !strings.HasPrefix(name, unit+"/") && n.scale == m.scale {
		return Quantity{}, j
	}
	low := sc.lowEnd(n, m, unit == "" || k == j)
	if low >= high {
		return Quantity{}, j
	}
	return Quantity{Low: &low, High: &high, Unit: name}, end
}

// lowEnd returns the lower end of a range in the unit of the upper one: "3-5
// tỷ" has both in tỷ, "800 triệu đến 2 tỷ đồng" is 0.8 to 2 tỷ.
func (sc *Scanner) lowEnd(n, m numeral, shared bool) float64 {
	if !m.open || !n.open && shared {
		return n.value
	}
	return tidy(n.value / m.scale)
}

// score reads "12/13 chỉ tiêu" and "12 trên 13 chỉ tiêu".
func (sc *Scanner) score(i int) (Quantity, int) {
	c, j := sc.figure(i)
	if j == i || !sc.figureStands(i) || sc.Is(i-1, "thứ", "ngày", "/", "hạng", "số") {
		return Quantity{}, i
	}
	k := j
	if sc.gluedSign(j, "/") && sc.gluedDigits(j+1) {
		k = j + 1
	} else {
		k = sc.SeqAny(j, "/", "trên tổng số", "trong tổng số", "trên", "trong số")
	}
	of, e := sc.figure(k)
	if k == j || e == k || of.value < 1 {
		return Quantity{}, i
	}
	name, end := sc.noun(e)
	slash := sc.Is(j, "/")
	if slash && end == e && of.plain == 4 && plausibleYear(int(of.value)) {
		return Quantity{}, i // "5/2021"
	}
	if end == e || durationUnit[name] || name == "%" || !slash && c.value > of.value || sc.fresh(e) || name == "m" {
		if !slash || sc.gluedSign(e, "/", "-") || c.value > of.value || c.plain == 0 || of.plain == 0 || of.plain > 4 ||
			dayInMonth(int(c.value), int(of.value), 2024) || of.value == 24 && c.value == 24 {
			return Quantity{}, i
		}
		name, end = "", e
	}
	v, o := c.value, of.value
	return Quantity{Value: &v, Of: &o, Unit: name}, end
}

// dayInMonth reports whether the day exists.
func dayInMonth(d, m, y int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m) }

func monthDays(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
