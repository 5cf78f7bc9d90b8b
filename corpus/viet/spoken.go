package viet

import "math"

var digitWords = map[string]int{
	"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}

// tailWords are the digits that stand only after a ten or another digit.
var tailWords = map[string]int{"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}

func (sc *Scanner) lookWord(i int, table map[string]int) (int, bool) {
	if i < 0 || i >= len(sc.toks) || sc.toks[i].kind != scanWord {
		return 0, false
	}
	for _, w := range sc.toks[i].words {
		if v, ok := table[w]; ok {
			return v, true
		}
	}
	return 0, false
}

func (sc *Scanner) digitWord(i int) (int, bool) { return sc.lookWord(i, digitWords) }
func (sc *Scanner) tailWord(i int) (int, bool)  { return sc.lookWord(i, tailWords) }

// spoken reads a number below a thousand in words, with a decimal part.
func (sc *Scanner) spoken(i int) (coefficient, int) {
	if sc.Is(i, "linh", "lẻ") && sc.scaleWord(i-1, false) >= 1000 {
		if v, j := sc.units(i + 1); j > i+1 {
			return coefficient{value: float64(v), words: true}, j
		}
		return coefficient{}, i
	}
	v, j, single := sc.belowThousand(i)
	if j == i {
		return coefficient{}, i
	}
	c := coefficient{value: float64(v), words: true, single: single}
	if sc.Is(j, "phẩy", "chấm") && !sc.fresh(j) {
		if d, k := sc.spokenDecimals(j + 1); k > j+1 {
			c.value, c.single, j = tidy(c.value+d), false, k
		}
	}
	if v == 0 && c.value == 0 {
		return coefficient{}, i
	}
	return c, j
}

// spokenDecimals reads the digits after "phẩy", one by one ("hai năm") or as a
// number ("hai mươi lăm").
func (sc *Scanner) spokenDecimals(i int) (float64, int) {
	if v, n, ok := sc.Digits(i); ok && n <= 9 {
		return float64(v) / math.Pow10(n), i + 1
	}
	if v, j := sc.tens(i); j > i {
		return float64(v) / 100, j
	}
	v, place, j := 0.0, 0.1, i
	for j-i < 6 {
		d, ok := sc.digitWord(j)
		if !ok {
			d, ok = sc.tailWord(j)
		}
		if !ok || j > i && (sc.fresh(j) || sc.Is(j, "năm") && (sc.numeric(j+1) || sc.Is(j+1, "nay", "ngoái", "trước", "sau", "qua", "kia"))) {
			break
		}
		v += float64(d) * place
		place /= 10
		j++
	}
	return v, j
}

// belowThousand reads 1..999 in words; single reports that it is one digit.
func (sc *Scanner) belowThousand(i int) (v, next int, single bool) {
	if d, ok := sc.digitWord(i); ok && sc.Is(i+1, "trăm") && !sc.fresh(i+1) && sc.isHundred(i+1) {
		return sc.hundreds(d, i+2)
	}
	if v, j := sc.tens(i); j > i {
		return v, j, false
	}
	if d, ok := sc.digitWord(i); ok {
		return d, i + 1, true
	}
	if sc.scaleWord(i-1, false) >= 1000 {
		if d, ok := sc.tailWord(i); ok {
			return d, i + 1, true
		}
	}
	return 0, i, false
}

// isHundred tells trăm from trạm in a text without marks.
func (sc *Scanner) isHundred(i int) bool {
	return !sc.toks[i].bare || !sc.foldIs(i+1, "i", "y", "bom", "dien", "thu", "bien", "xa")
}

// hundreds reads what follows "D trăm".
func (sc *Scanner) hundreds(d, i int) (v, next int, single bool) {
	v = 100 * d
	if sc.fresh(i) {
		return v, i, false
	}
	if sc.Is(i, "linh", "lẻ") {
		if u, j := sc.units(i + 1); j > i+1 && u < 10 {
			return v + u, j, false
		}
		return v, i, false
	}
	if t, j := sc.tens(i); j > i {
		return v + t, j, false
	}
	if sc.Is(i, "rưỡi") {
		return v + 50, i + 1, false
	}
	if u, j := sc.lonePlace(i); j > i {
		return v + 10*u, j, false
	}
	return v, i, false
}

// lonePlace reads the digit of "một trăm hai" (120); năm, một and a digit that
// counts something of its own are left alone.
func (sc *Scanner) lonePlace(i int) (int, int) {
	u, ok := sc.tailWord(i)
	if !ok {
		u, ok = sc.digitWord(i)
		if sc.Is(i, "năm", "một", "không") || sc.loose && sc.Is(i, "sáu", "ba", "bảy") && !sc.fresh(i+1) {
			ok = false
		}
	}
	if !ok || sc.countedAfter(i, i+1) || sc.scaleWord(i+1, false) >= 1000 {
		return 0, i
	}
	return u, i + 1
}

// tens reads 10..99: "mười lăm", "hai mươi mốt", "hăm lăm", "ba mốt".
func (sc *Scanner) tens(i int) (v, next int) {
	if sc.Is(i, "mười") {
		// stripped "muoi" stands for mười and for mươi alike
		return sc.afterTen(10, i+1)
	}
	if sc.Is(i, "hăm") {
		if v, j := sc.afterTen(20, i+1); j > i+1 {
			return v, j
		}
		return 0, i
	}
	d, ok := sc.digitWord(i)
	if !ok || d == 0 && !sc.Is(i+1, "mươi") || sc.fresh(i+1) {
		return 0, i
	}
	if sc.Is(i+1, "mươi") {
		return sc.afterTen(10*d, i+2)
	}
	if t, ok := sc.tailWord(i + 1); ok && d >= 2 && !(sc.Is(i, "năm") && sc.Is(i+1, "tư", "mốt")) {
		if sc.toks[i+1].bare && sc.loose && sc.Is(i+1, "từ", "một") && !sc.fresh(i+2) {
			return 0, i // "hai tu", "ba mot": too little to go by inside a text
		}
		return 10*d + t, i + 2
	}
	return 0, i
}

func (sc *Scanner) afterTen(v, i int) (int, int) {
	if sc.fresh(i) {
		return v, i
	}
	if sc.loose && sc.Is(i, "mốt") && sc.toks[i].bare {
		return v + 1, i + 1
	}
	if t, ok := sc.tailWord(i); ok && !(sc.loose && sc.Is(i, "từ") && sc.numeric(i+1)) {
		return v + t, i + 1
	}
	d, ok := sc.digitWord(i)
	if !ok || d == 0 || sc.Is(i, "năm") || sc.Is(i+1, "trăm") {
		return v, i
	}
	if sc.loose && sc.Is(i, "sáu") && sc.numeric(i+1) {
		return v, i
	}
	return v + d, i + 1
}

// units reads one digit after linh, or a ten ("lẻ hai mươi").
func (sc *Scanner) units(i int) (v, next int) {
	if v, j := sc.tens(i); j > i {
		return v, j
	}
	if d, ok := sc.tailWord(i); ok {
		return d, i + 1
	}
	if d, ok := sc.digitWord(i); ok && d > 0 {
		return d, i + 1
	}
	return 0, i
}

// yearInWords reads a year said digit by digit: "hai không hai mốt".
func (sc *Scanner) yearInWords(i int) (float64, int) {
	a, ok := sc.digitWord(i)
	b, ok2 := sc.digitWord(i + 1)
	if !ok || !ok2 || a != 2 || b != 0 || sc.Is(i+2, "trăm") || sc.Is(i+3, "trăm") {
		return 0, i
	}
	v, j := 20, i+2
	if t, k := sc.tens(j); k > j {
		return float64(v*100 + t), k
	}
	for ; j < i+4; j++ {
		d, ok := sc.digitWord(j)
		if !ok {
			d, ok = sc.tailWord(j)
		}
		if !ok {
			return 0, i
		}
		v = v*10 + d
	}
	return float64(v), j
}

// yearWord reports whether "năm" at i means year and not five.
func (sc *Scanner) yearWord(i int) bool {
	if !sc.Is(i, "năm") {
		return false
	}
	if sc.Is(i-1, "tháng") && sc.numeric(i-2) && sc.numeric(i+1) { // "9 tháng năm 2021"
		return true
	}
	if sc.Is(i-1, "tháng", "thứ", "mùng", "mồng", "quý", "lần", "khóa", "linh", "lẻ", "phẩy") {
		return false
	}
	if sc.Is(i-1, "ngày") && !sc.fresh(i) && !sc.Is(i+1, "nay") && !sc.numeric(i+1) {
		return false
	}
	if sc.scaleWord(i+1, false) > 0 || sc.Is(i+1, "mươi", "trăm", "phẩy", "rưỡi") && !sc.Is(i-1, "một", "hai", "ba") {
		return false
	}
	if sc.Is(i+1, "năm") { // "năm năm": five years
		return sc.Is(i-1, "năm")
	}
	if sc.Is(i-1, "năm") && !sc.Is(i-2, "năm") {
		return true
	}
	_, j := sc.noun(i + 1)
	return j == i+1 || sc.Is(i+1, "học", "nay")
}
