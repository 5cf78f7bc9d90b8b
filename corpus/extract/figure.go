package extract

// A figure is a number, range or score with its unit, as it stands in the
// text. Tokens from..to are the whole of it, num the first of its numbers.
type figure struct {
	value, low, high, of float64
	isRange, isScore     bool
	unit                 unit
	approx, bound        string
	from, num, to        int
	after                bool   // "từ" stands before it, and no range follows
	sign                 int8   // 1 or -1 where "+" or "-" stands before a percentage
	lent                 bool   // a heading named the unit
	odd                  string // why the reading may be wrong
}

// figureAt reads the figure at toks[i:]; to is 0 if there is none.
func (x *lexicon) figureAt(toks []token, i int) figure {
	f := figure{from: i}
	j := i
	between := false
	if b, n := boundSign(toks, j); n > 0 {
		f.bound, j = b, j+n
	}
	for j < len(toks) && toks[j].kind == wordToken && j-i < 8 {
		e, n := x.longest(toks, j, false, func(e entry) bool {
			return e.class == cApprox || e.class == cLow || e.class == cHigh || e.class == cFrom
		})
		if n == 0 {
			break
		}
		switch e.class {
		case cApprox:
			f.approx = e.text
		case cLow:
			f.bound = ">="
		case cHigh:
			f.bound = "<="
			if e.text == "dưới" {
				f.bound = "<"
			}
		case cFrom:
			between = true
		}
		j += n
	}
	f.num = j
	if v, u, n := x.numeral(toks, i, j); n > 0 {
		f.value, f.unit, f.to = v, u, j+n
		x.postBound(toks, &f, between)
		return f
	}
	if j >= len(toks) || toks[j].kind != numberToken {
		return figure{}
	}
	if !x.readNumber(toks, &f, between) {
		return figure{}
	}
	x.postBound(toks, &f, between)
	f.after = between && !f.isRange && f.bound == ""
	return f
}

// boundSign reads "≥", "<=" and the like before a number.
func boundSign(toks []token, i int) (string, int) {
	if toks[i].kind != signToken || i+1 >= len(toks) {
		return "", 0
	}
	equal := 0
	if toks[i+1].word == "=" && toks[i+1].glued {
		equal = 1
	}
	if i+1+equal >= len(toks) || toks[i+1+equal].kind != numberToken {
		return "", 0
	}
	switch s := toks[i].word; {
	case s == "≥", s == ">" && equal > 0:
		return ">=", 1 + equal
	case s == "≤", s == "<" && equal > 0:
		return "<=", 1 + equal
	case s == ">", s == "<":
		return s, 1
	}
	return "", 0
}

// arrows stand for "tăng" and "giảm" in charts.
var arrows = map[string]int8{"↑": 1, "▲": 1, "⬆": 1, "↗": 1, "🔺": 1, "↓": -1, "▼": -1, "⬇": -1, "↘": -1, "🔻": -1}

// arrowAt reads "↑ 11,3%".
func (x *lexicon) arrowAt(toks []token, i int) figure {
	j := i + 1
	if j < len(toks) && toks[j].word == "\ufe0f" { // the form of the arrow
		j++
	}
	if j >= len(toks) || toks[j].kind != numberToken {
		return figure{}
	}
	f := figure{from: i, num: j}
	if !x.readNumber(toks, &f, false) || f.isRange || f.isScore || !f.unit.percent() && !f.unit.points() {
		return figure{}
	}
	f.sign = arrows[toks[i].word]
	return f
}

// signedAt reads "+6,2%" and "-3%" at toks[i:], where the sign is no hyphen
// between two words; to is 0 if there is none.
func (x *lexicon) signedAt(text string, toks []token, i int) figure {
	sign := int8(1)
	switch {
	case text[toks[i].start] == '+':
	case toks[i].word == "-":
		sign = -1
	case arrows[toks[i].word] != 0:
		return x.arrowAt(toks, i)
	default:
		return figure{}
	}
	if i+1 >= len(toks) || toks[i+1].kind != numberToken || !toks[i+1].glued && !wordIs(toks, i-1, "(") || i > 0 && toks[i].glued && toks[i-1].kind != signToken {
		return figure{}
	}
	f := figure{from: i, num: i + 1}
	if !x.readNumber(toks, &f, false) || f.isRange || f.isScore || !f.unit.percent() && !f.unit.points() {
		return figure{}
	}
	f.sign = sign
	return f
}

// readNumber reads number, range, score or mixed money at f.num.
func (x *lexicon) readNumber(toks []token, f *figure, between bool) bool {
	j := f.num
	v, ok, odd := parseNumber(toks[j].word)
	if !ok || leadingZero(toks[j].word) && !x.padded(toks, j) {
		return false
	}
	if odd {
		f.odd = "cách viết số không theo lối Việt Nam"
	}
	f.value = v
	j++
	if x.score(toks, j, f) {
		return true
	}
	if x.outOf(toks, j, f) {
		return true
	}
	first := x.unitAt(toks, j)
	k := j + first.n
	if x.rangeTo(toks, k, first, f, between) {
		return true
	}
	f.unit, f.to = first, k
	x.mixed(toks, f)
	if x.dollarOdd(toks[f.num].word, first) {
		f.odd = "dấu chấm có thể là dấu thập phân"
	}
	return true
}

// outOf reads "trên 13 chỉ tiêu" after the first number.
func (x *lexicon) outOf(toks []token, j int, f *figure) bool {
	if !wordIs(toks, j, x.w.tren) || j+1 >= len(toks) || toks[j+1].kind != numberToken {
		return false
	}
	of, ok, _ := parseNumber(toks[j+1].word)
	u := x.unitAt(toks, j+2)
	if !ok || !u.count || of < f.value {
		return false
	}
	f.of, f.isScore, f.unit, f.to = of, true, u, j+2+u.n
	return true
}

// padded reports whether the number at toks[j] is a count written with two digits:
// "06 vụ".
func (x *lexicon) padded(toks []token, j int) bool {
	if len(toks[j].word) != 2 || j+1 >= len(toks) {
		return false
	}
	u := x.unitAt(toks, j+1)
	return u.count && u.scale == 1 && !lasting[u.name] || u.n == 0 && wordIs(toks, j+1, "/") && j+2 < len(toks) && leadingZero(toks[j+2].word) && len(toks[j+2].word) == 2 && x.unitAt(toks, j+3).count
}

func leadingZero(s string) bool { return len(s) > 1 && s[0] == '0' && s[1] >= '0' && s[1] <= '9' }

func (x *lexicon) dollarOdd(s string, u unit) bool {
	return u.scale >= 1e9 && u.money() && u.name != "tỷ đồng" && len(s) == 5 && s[1] == '.'
}

// score reads "/13 chỉ tiêu" after the first number.
func (x *lexicon) score(toks []token, j int, f *figure) bool {
	if !wordIs(toks, j, "/") || j+1 >= len(toks) || toks[j+1].kind != numberToken || wordIs(toks, j+2, "/") && toks[j+2].glued {
		return false
	}
	of, ok, _ := parseNumber(toks[j+1].word)
	if !ok || leadingZero(toks[j+1].word) {
		return false
	}
	u := x.unitAt(toks, j+2)
	if u.n > 0 && !u.count && !u.money() && u.name != "ha" && u.name != "km" {
		return false
	}
	f.of, f.isScore, f.unit, f.to = of, (u.count || kindOfUnit(u.name) == "surface" || u.n == 0) && of >= f.value, u, j+2+u.n
	return true
}

// rangeTo reads "-20%" or "đến 20%" after a number and its unit.
func (x *lexicon) rangeTo(toks []token, k int, first unit, f *figure, between bool) bool {
	if k+1 >= len(toks) || toks[k].word != "-" && toks[k].word != x.w.den && toks[k].word != x.w.toi {
		return false
	}
	m := k + 1
	if e, n := x.longest(toks, m, false, func(e entry) bool { return e.class == cApprox }); n > 0 && e.text != "" {
		m += n
	}
	if m >= len(toks) || toks[m].kind != numberToken || leadingZero(toks[m].word) {
		return false
	}
	high, ok, _ := parseNumber(toks[m].word)
	second := x.unitAt(toks, m+1)
	if next := m + 1 + second.n; toks[k].word == "-" && wordIs(toks, next, "-") && next+1 < len(toks) && toks[next+1].kind == numberToken || k >= 3 && first.n > 0 && wordIs(toks, f.num-1, "-") && toks[f.num-2].word == first.name {
		return false // "28,5% - 38,2% - 33,3%": a list
	}
	if !ok || second.n == 0 || first.n > 0 && first.name != second.name || high*second.scale <= f.value*second.scale {
		return false
	}
	if toks[k].word != "-" && !between && first.n > 0 && !second.percent() {
		return false
	}
	f.low, f.high, f.isRange = f.value, high, true
	f.unit, f.to = second, m+1+second.n
	return true
}

// mixed reads on where money is said in two steps: "2.629 tỷ 321 triệu đồng".
func (x *lexicon) mixed(toks []token, f *figure) {
	if f.unit.scale < 1e6 || f.to >= len(toks) || toks[f.to].kind != numberToken {
		return
	}
	v, ok, _ := parseNumber(toks[f.to].word)
	rest := x.unitAt(toks, f.to+1)
	if !ok || !rest.money() || rest.scale >= f.unit.scale || v >= 1000 || v*rest.scale >= f.unit.scale {
		return
	}
	f.value += roundTo(v*rest.scale/f.unit.scale, 9)
	f.value = roundTo(f.value, 9)
	f.to += 1 + rest.n
}

// postBound reads "trở lên" and the like after the unit.
func (x *lexicon) postBound(toks []token, f *figure, between bool) {
	e, n := x.longest(toks, f.to, false, func(e entry) bool { return e.class == cPostLow || e.class == cPostHigh })
	if n == 0 {
		return
	}
	f.bound = ">="
	if e.class == cPostHigh {
		f.bound = "<="
	}
	f.to += n
}

func roundTo(v float64, digits int) float64 {
	p := 1.0
	for range digits {
		p *= 10
	}
	scaled := v * p
	if scaled > 9e15 || scaled < -9e15 {
		return v
	}
	if scaled < 0 {
		return float64(int64(scaled-0.5)) / p
	}
	return float64(int64(scaled+0.5)) / p
}
