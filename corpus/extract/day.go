package extract

import "thiduabot/corpus"

// daysApart returns the tokens of "từ ngày 15/12/2022 đến ngày 14/3/2023": a
// period that has no name.
func (x *lexicon) daysApart(toks []token, i int) int {
	j := i + 1
	for day := range 2 {
		if wordIs(toks, j, x.w.ngay) {
			j++
		}
		w := x.dayWhen(toks, j, 0)
		if w.n == 0 {
			return 0
		}
		if j += w.n; day > 0 {
			break
		}
		if !wordIs(toks, j, x.w.den) && !wordIs(toks, j, "-") {
			return 0
		}
		if j++; wordIs(toks, j, x.w.het) {
			j++
		}
	}
	return j - i
}

// dayWhen reads the day at toks[j:]; lead tokens before it belong to it.
func (x *lexicon) dayWhen(toks []token, j, lead int) when {
	d, ok := 0, false
	if j < len(toks) {
		d, ok = plainInt(toks[j].word, 2)
	}
	if !ok || d < 1 || d > 31 || j+2 >= len(toks) {
		return when{}
	}
	sep := toks[j+1].word
	if sep != "/" && sep != "-" && sep != x.w.thang {
		return when{}
	}
	m, ok := plainInt(toks[j+2].word, 2)
	if !ok || m < 1 || m > 12 {
		return when{}
	}
	w := when{period: corpus.Period{Kind: corpus.Day, N: m, End: d}, event: true, n: lead + 3}
	k := j + 3
	if x.countsAt(toks, k) && sep == "/" && lead == 0 {
		return when{}
	}
	if k < len(toks) && (toks[k].word == sep || toks[k].word == "/" || toks[k].word == "-" || toks[k].word == x.w.nam) {
		if y, ok := yearNumber(toks, k+1); ok {
			w.period.Year = y
			w.n += 2
			return w
		}
	}
	w.lacksYear = true
	return w
}

// numberWhen reads times that begin with a number: "6 tháng đầu năm",
// "2016-2020", "30/6/2022", "5 năm 2016-2020".
func (x *lexicon) numberWhen(toks []token, i int, c clock) when {
	if p, n := yearsAt(toks, i); n > 0 {
		return when{period: p, n: n}
	}
	v, ok := plainInt(toks[i].word, 2)
	if !ok {
		if w, ok := dottedDay(toks[i].word); ok {
			return w
		}
		return when{}
	}
	if w := x.monthsWhen(toks, i+1, 1, v); w.n > 0 {
		return w
	}
	if n := x.yearsPast(toks, i+1); v > 1 && n > 0 {
		return when{years: v, n: n + 1} // "5 năm qua"
	}
	if n := x.yearsAfter(toks, i+1); n > 0 {
		return when{after: int8(v), n: n + 1} // "2 năm sau, …"
	}
	if wordIs(toks, i+1, x.w.nam) {
		j := i + 2
		for j < len(toks) && (toks[j].word == x.w.qua || toks[j].word == "(" || toks[j].word == ",") {
			j++
		}
		if p, n := yearsAt(toks, j); n > 0 && p.End-p.Year < v+1 {
			return when{period: p, n: j - i + n}
		}
		return when{}
	}
	if w := x.dayWhen(toks, i, 0); w.n >= 5 && !w.lacksYear {
		return w
	}
	return when{}
}

// countsAt reports whether a counted noun follows: "10/12 chỉ tiêu" is a score.
func (x *lexicon) countsAt(toks []token, i int) bool {
	_, n := x.longest(toks, i, false, func(e entry) bool { return e.class == cCount })
	return n > 0 && !wordIs(toks, i, x.w.nam)
}

// dottedDay reads "30.12.2021".
func dottedDay(s string) (when, bool) {
	var part [3]int
	k, n := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] != '.' {
			if s[i] < '0' || s[i] > '9' {
				return when{}, false
			}
			n = n*10 + int(s[i]-'0')
			if n > 9999 {
				return when{}, false
			}
			continue
		}
		if k > 2 {
			return when{}, false
		}
		part[k], k, n = n, k+1, 0
	}
	d, m, y := part[0], part[1], part[2]
	if k != 3 || d < 1 || d > 31 || m < 1 || m > 12 || y < 1945 || y > 2100 {
		return when{}, false
	}
	return when{period: corpus.Period{Kind: corpus.Day, Year: y, N: m, End: d}, event: true, n: 1}, true
}
