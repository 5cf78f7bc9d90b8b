package viet

import "math"

// figure reads a number in figures by the Vietnamese rules: "." groups
// thousands, "," is the decimal sign, and with both the last one is decimal.
func (sc *Scanner) figure(i int) (coefficient, int) {
	if i >= len(sc.toks) || sc.toks[i].kind != scanDigits || sc.toks[i].value < 0 {
		return coefficient{}, i
	}
	dots, commas := sc.separators(i)
	if i > 1 && sc.toks[i].glued && sc.gluedSign(i-1, ".", ",") && sc.toks[i-2].kind == scanDigits {
		return sc.plainFigure(i) // the rest of a run that is no number
	}
	if dots == 0 && commas == 0 {
		return sc.spacedFigure(i)
	}
	if dots > 1 && commas > 1 || sc.isList(i) {
		return sc.plainFigure(i)
	}
	n := dots + commas
	switch {
	case dots > 0 && commas > 0:
		return sc.mixedFigure(i, n, dots, commas)
	case n > 1:
		return sc.groupedFigure(i, n)
	case dots == 1 && sc.thousands(i, 1):
		return sc.groupedFigure(i, 1)
	}
	if dots == 1 && sc.isDayMonth(i) {
		return sc.plainFigure(i)
	}
	return coefficient{value: sc.decimal(float64(sc.toks[i].value), i+2)}, i + 3
}

// separators counts the glued "." and "," of a run of digits; the run is read
// only as far as 12 groups.
func (sc *Scanner) separators(i int) (dots, commas int) {
	for n := 0; n < 12 && sc.gluedSign(i+1, ".", ",") && sc.gluedDigits(i+2) && sc.toks[i+2].value >= 0; n++ {
		if sc.Is(i+1, ".") {
			dots++
		} else {
			commas++
		}
		i += 2
	}
	return dots, commas
}

// mixedFigure reads a run with both signs: the one that stands last, and once,
// is decimal.
func (sc *Scanner) mixedFigure(i, n, dots, commas int) (coefficient, int) {
	last := i + 2*n - 1
	lastIsDot := sc.Is(last, ".")
	once := lastIsDot && dots == 1 || !lastIsDot && commas == 1
	if !once || !sc.thousands(i, n-1) {
		return sc.plainFigure(i)
	}
	whole := sc.joined(i, n-1)
	return coefficient{value: sc.decimal(whole, last+1)}, last + 2
}

func (sc *Scanner) groupedFigure(i, n int) (coefficient, int) {
	if !sc.thousands(i, n) {
		return sc.plainFigure(i)
	}
	return coefficient{value: sc.joined(i, n)}, i + 2*n + 1
}

func (sc *Scanner) plainFigure(i int) (coefficient, int) {
	v, n, _ := sc.Digits(i)
	return coefficient{value: float64(v), plain: n}, i + 1
}

// spacedFigure reads "3 426": groups of three parted by one space.
func (sc *Scanner) spacedFigure(i int) (coefficient, int) {
	v, n, _ := sc.Digits(i)
	if n > 3 || v == 0 || sc.namesPeriod(i-1) || sc.gluedSign(i, "/", "-") {
		return sc.plainFigure(i)
	}
	j, whole := i+1, float64(v)
	for j < len(sc.toks) && sc.oneSpace(j) && j-i < 5 {
		d, m, ok := sc.Digits(j)
		if !ok || m != 3 {
			break
		}
		whole, j = whole*1000+float64(d), j+1
	}
	tail := sc.gluedSign(j, "/", ":", "-") && sc.gluedDigits(j+1) || sc.gluedDigits(j)
	more := j < len(sc.toks) && sc.toks[j].kind == scanDigits && !sc.toks[j].fresh
	if j == i+1 || tail || more {
		return sc.plainFigure(i)
	}
	if sc.gluedSign(j, ",", ".") && sc.gluedDigits(j+1) {
		return coefficient{value: sc.decimal(whole, j+1)}, j + 2
	}
	return coefficient{value: whole}, j
}

// oneSpace reports whether exactly one space character stands before token j.
func (sc *Scanner) oneSpace(j int) bool {
	gap := sc.text[sc.toks[j-1].end:sc.toks[j].start]
	return gap != "" && runeLen(gap) == 1 && !sc.toks[j].fresh
}

// namesPeriod reports whether the word before a number names a period or a
// place in an order, so that the number is not the head of a grouped one.
func (sc *Scanner) namesPeriod(i int) bool {
	return sc.Is(i, "tháng", "quý", "ngày", "khóa", "thứ", "lớp", "điều", "khoản", "mùng", "mồng", "năm", "số", "/", "kỳ", "q", "t")
}

// thousands reports whether n separated groups after the first are of three
// digits and the first of one to three, not beginning with 0.
func (sc *Scanner) thousands(i, n int) bool {
	v, l, ok := sc.Digits(i)
	if !ok || l > 3 || v == 0 {
		return n == 0 && ok
	}
	if n > 0 && l > 1 && v < int(math.Pow10(l-1)) {
		return false
	}
	sep := ""
	for k := range n {
		s := "."
		if sc.Is(i+2*k+1, ",") {
			s = ","
		}
		if sep != "" && s != sep {
			return false
		}
		sep = s
		if _, l, ok := sc.Digits(i + 2*k + 2); !ok || l != 3 {
			return false
		}
	}
	return true
}

func (sc *Scanner) joined(i, n int) float64 {
	v := float64(sc.toks[i].value)
	for k := 1; k <= n; k++ {
		v = v*1000 + float64(sc.toks[i+2*k].value)
	}
	return v
}

func (sc *Scanner) decimal(whole float64, i int) float64 {
	d, n, _ := sc.Digits(i)
	return tidy(whole + float64(d)/math.Pow10(n))
}

// isList reports whether a comma parts the items of a list: "thứ 2,4,6",
// "ngày 5,15".
func (sc *Scanner) isList(i int) bool {
	if !sc.gluedSign(i+1, ",") {
		return false
	}
	for k := i; k >= 0 && i-k <= 8; k-- {
		switch {
		case sc.Is(k, "thứ", "ngày", "mùng", "mồng", "quý") && !sc.Is(k-1, "mỗi", "một", "bình") || sc.Is(k, "t") && sc.gluedDigits(k+1):
			return true
		case sc.toks[k].kind == scanWord:
			return false
		}
	}
	return false
}

// isDayMonth reports whether "5.9" is a date: after ngày.
func (sc *Scanner) isDayMonth(i int) bool {
	d, m := sc.toks[i].value, sc.toks[i+2].value
	return sc.Is(i-1, "ngày", "hôm") && d >= 1 && d <= 31 && m >= 1 && m <= 12
}
