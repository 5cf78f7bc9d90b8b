package viet

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// numeral is one number as it stands in a text, with what a unit after it needs
// to know of its scale.
type numeral struct {
	value float64
	scale float64 // of the largest scale word: 1e9 in "2 tỷ 3"; 1 without one
	open  bool    // the last place said is that of a scale: "2 tỷ 3", "5 nghìn"
	short bool    // written with k or tr
	plain int     // number of digits if it is one run of digits, else 0
	words bool    // begins with a word
}

// inScale returns the value as counted by the scale word: 2.3 for "2 tỷ 3".
func (n numeral) inScale() float64 {
	if !n.open {
		return n.value
	}
	return tidy(n.value / n.scale)
}

// tidy takes the noise of binary fractions off a decimal value.
func tidy(v float64) float64 {
	if a := math.Abs(v); a == 0 || a >= 1e15 {
		return v
	}
	places := 12 - int(math.Ceil(math.Log10(math.Abs(v))))
	if places > 15 {
		places = 15
	}
	if places < 0 {
		places = 0
	}
	p := math.Pow10(places)
	return math.Round(v*p) / p
}

// number reads a numeral in figures or words with its scale words.
func (sc *Scanner) number(i int) (numeral, int) {
	if k := sc.minus(i); k > i {
		n, j := sc.positive(k)
		if j == k {
			return n, i
		}
		n.value, n.plain = -n.value, 0
		return n, j
	}
	return sc.positive(i)
}

// minus reads the sign of a negative number; a dash that opens a line or joins
// two things is none.
func (sc *Scanner) minus(i int) int {
	if sc.Is(i, "âm") && !sc.Is(i+1, "lịch") && sc.numeric(i+1) {
		return i + 1
	}
	if i < len(sc.toks) && sc.Is(i, "-") && !sc.toks[i].fresh && sc.gluedDigits(i+1) {
		if !sc.toks[i].glued || sc.Is(i-1, "(", ":", "=") {
			if !sc.numberEndsAt(i - 1) {
				return i + 1
			}
		}
	}
	return i
}

func (sc *Scanner) numberEndsAt(i int) bool {
	return i >= 0 && (sc.toks[i].kind == scanDigits || sc.Is(i, "%", "i", "ii", "iii", "iv"))
}

func (sc *Scanner) numeric(i int) bool {
	if i < 0 || i >= len(sc.toks) {
		return false
	}
	_, ok := sc.digitWord(i)
	return sc.toks[i].kind == scanDigits || ok || sc.Is(i, "mười", "hăm")
}

func (sc *Scanner) positive(i int) (numeral, int) {
	if i < 0 || i >= len(sc.toks) {
		return numeral{}, i
	}
	if v, j := sc.yearInWords(i); j > i {
		return numeral{value: v, scale: 1, words: true}, j
	}
	c, j := sc.coefficient(i)
	if j == i {
		return sc.halfScale(i)
	}
	return sc.scaled(c, i, j)
}

// halfScale reads "nửa triệu", "triệu rưỡi".
func (sc *Scanner) halfScale(i int) (numeral, int) {
	if sc.Is(i, "nửa") {
		if s, j := sc.scaleWords(i+1, false); j > i+1 && s >= 1000 {
			return numeral{value: s / 2, scale: s, open: true, words: true}, j
		}
	}
	if s, j := sc.scaleWords(i, false); j > i && s >= 1000 && sc.Is(j, "rưỡi") && !sc.Is(i-1, "hàng", "vài") {
		return numeral{value: s * 1.5, scale: s, open: true, words: true}, j + 1
	}
	return numeral{}, i
}

// coefficient is a part of a numeral that a scale word may follow.
type coefficient struct {
	value  float64
	plain  int  // digits, if one run of digits
	words  bool // in words
	single bool // one digit word
}

func (sc *Scanner) coefficient(i int) (coefficient, int) {
	if i < 0 || i >= len(sc.toks) {
		return coefficient{}, i
	}
	if sc.toks[i].kind == scanDigits {
		return sc.figure(i)
	}
	return sc.spoken(i)
}

// scaled adds up coefficients with ever smaller scales: "2 tỷ 3 trăm triệu".
// The digit after the last scale word counts the next lower place.
func (sc *Scanner) scaled(c coefficient, i, j int) (numeral, int) {
	n := numeral{value: c.value, scale: 1, plain: c.plain, words: c.words}
	s, k := sc.scaleWords(j, !c.words)
	if k == j {
		return n, j
	}
	n = numeral{value: c.value * s, scale: unitScale(s), open: true, words: c.words, short: sc.Is(k-1, "k", "tr", "t", "trđ", ".")}
	last := s
	for {
		j = k
		if sc.Is(j, "rưỡi") && last > 1 {
			n.value += last / 2
			return n.tidied(), j + 1
		}
		c, k = sc.coefficient(j)
		if k == j || sc.fresh(j) {
			return n.tidied(), j
		}
		if s, next := sc.scaleWords(k, !c.words); next > k {
			if s >= last || c.value*s >= last {
				return n.tidied(), j
			}
			n.value += c.value * s
			last, k = s, next
			continue
		}
		v, ok := sc.trailing(c, j, k, last)
		if !ok {
			return n.tidied(), j
		}
		n.value += v
		n.open = v >= last/1000 && last >= 1e6 || c.single || c.plain > 0 && c.plain < 3
		return n.tidied(), k
	}
}

func (n numeral) tidied() numeral {
	n.value = tidy(n.value)
	return n
}

// unitScale returns the scale that a unit is printed with: "trăm triệu" is
// counted in triệu.
func unitScale(s float64) float64 {
	switch {
	case s >= 1e12:
		return 1e12
	case s >= 1e9:
		return 1e9
	case s >= 1e6:
		return 1e6
	case s == 1e4:
		return 1e4
	case s >= 1e3:
		return 1e3
	}
	return 1
}

// trailing returns what a coefficient without a scale word adds after one:
// 3 in "2 tỷ 3" is 300 million, 200 in "1 triệu 200" is 200 thousand.
func (sc *Scanner) trailing(c coefficient, i, j int, last float64) (float64, bool) {
	full := last == 1000 && (c.words && !c.single || c.plain == 3)
	if last < 100 || !full && sc.countedAfter(i, j) || sc.gluedSign(j, "/", ":", "-", "%") && !sc.perWord(i, j) {
		return 0, false
	}
	if c.words {
		if !c.single && last >= 1e6 && !sc.Is(i, "không", "linh", "lẻ") {
			return c.value * last / 1000, true
		}
		if !c.single {
			return c.value, c.value < last && last >= 1000
		}
		if sc.Is(i, "năm", "một", "không") || sc.Is(i, "sau", "ba", "tư") && sc.loose && !sc.fresh(j) {
			return 0, false
		}
		return c.value * last / 10, true
	}
	if c.plain == 0 || c.plain > 3 || last < 1000 {
		return 0, false
	}
	return c.value * last / math.Pow10(c.plain), true
}

// perWord reports whether a digit glued to its scale word is a rate's: "7tr5/tháng".
func (sc *Scanner) perWord(i, j int) bool {
	return sc.toks[i].glued && sc.Is(j, "/") && j+1 < len(sc.toks) && sc.toks[j+1].kind == scanWord && sc.toks[j+1].glued
}

// countedAfter reports whether the number at i..j counts something other than
// money, so that it cannot belong to the scale word before it.
func (sc *Scanner) countedAfter(i, j int) bool {
	if j < len(sc.toks) && sc.toks[j].glued && sc.Is(j, "h", "g", "p") {
		return true
	}
	if sc.Is(j, "giờ", "giờ", "phút", "năm", "tháng", "ngày", "tuần", "quý", "lần") {
		return true
	}
	u, k := sc.noun(j)
	return k > j && u != "đồng" && u != "USD"
}

// scaleWords reads scale words in rising order ("nghìn tỷ"), and after figures
// also the glued suffixes k, tr and t. It returns their product.
func (sc *Scanner) scaleWords(i int, figures bool) (float64, int) {
	product, last, j := 1.0, 1.0, i
	for {
		s := sc.scaleWord(j, figures && j == i)
		if s <= last || s*product > 1e15 || j > i && sc.fresh(j) {
			return product, j
		}
		product, last, j = product*s, s, j+1
		if sc.Is(j-1, "tr", "ng") && sc.gluedSign(j, ".") && sc.Is(j+1, "đ", "đồng") {
			j++
		}
		if last == 1e4 || last >= 1e9 {
			return product, j
		}
	}
}

func (sc *Scanner) scaleWord(i int, figures bool) float64 {
	if i < 0 || i >= len(sc.toks) || sc.toks[i].kind != scanWord {
		return 0
	}
	switch {
	case sc.Is(i, "nghìn", "ngàn"):
		return 1e3
	case sc.Is(i, "triệu") && !sc.foldIs(i+1, "chung", "tap"):
		return 1e6
	case sc.Is(i, "tỷ") && !sc.foldIs(i+1, "le", "trong", "suat", "so", "gia", "phu") && !sc.written(i+1, "lệ", "trọng", "suất", "giá"):
		return 1e9
	case sc.Is(i, "vạn") && !sc.foldIs(i+1, "ban", "phong", "hoa", "de", "kien", "thu", "nghe"):
		return 1e4
	case sc.Is(i, "trăm") && sc.firmScale(i):
		return 1e2
	case sc.Is(i, "chục") && sc.firmScale(i):
		return 10
	}
	if !figures {
		return 0
	}
	glued := sc.toks[i].glued
	switch {
	case sc.Is(i, "k") && glued:
		return 1e3
	case sc.Is(i, "tr") && (glued || sc.loneShort(i)), sc.Is(i, "trđ"):
		return 1e6
	case sc.Is(i, "ng") && (sc.Is(i+1, "đ", "đồng") || sc.gluedSign(i+1, ".") && sc.Is(i+2, "đ", "đồng")):
		return 1e3
	case sc.Is(i, "t") && glued && sc.gluedDigits(i+1):
		return 1e9
	}
	return 0
}

// loneShort tells "5 tr" (million) from an abbreviation such as "5 tr. 12".
func (sc *Scanner) loneShort(i int) bool {
	return sc.fresh(i+1) || sc.Is(i+1, "đồng", "đ", ",", "/", ")", ";", "?", "một", "mỗi") || sc.gluedSign(i+1, ".") && sc.Is(i+2, "đ", "đồng")
}

// firmScale accepts trăm and chục, which without marks are also trạm and chức,
// only before something that a number is counted in.
func (sc *Scanner) firmScale(i int) bool {
	if !sc.toks[i].bare {
		return true
	}
	if sc.scaleWord(i+1, false) >= 1000 || sc.fresh(i+1) {
		return true
	}
	_, j := sc.noun(i + 1)
	return j > i+1
}

// written reports whether token i is one of the words, letter by letter.
func (sc *Scanner) written(i int, words ...string) bool {
	if i < 0 || i >= len(sc.toks) || sc.toks[i].kind != scanWord {
		return false
	}
	said := norm.NFC.String(sc.text[sc.toks[i].start:sc.toks[i].end])
	for _, w := range words {
		if strings.EqualFold(said, w) {
			return true
		}
	}
	return false
}

func (sc *Scanner) foldIs(i int, folds ...string) bool {
	f, ok := sc.Word(i)
	if !ok || !sc.loose {
		return false
	}
	for _, g := range folds {
		if f == g {
			return true
		}
	}
	return false
}
