package extract

import "thiduabot/corpus"

// Times that tell how long something took, or how long after another it came, are no
// months since January.

// someMonths returns the tokens of so many months at toks[j-lead:] that are any months,
// "sau 6 tháng", "chỉ trong 3 tháng", "ba tháng đầu vận hành"; 0 if they are those of a year.
func (x *lexicon) someMonths(toks []token, j, lead int) int {
	if !wordIs(toks, j, x.w.thang) {
		return 0
	}
	i, k := j-lead, j+1
	if wordIs(toks, k, x.w.dau) && k+1 < len(toks) && startsWork[toks[k+1].word] {
		return k + 1 - i
	}
	if wordIs(toks, k, x.w.dau) || wordIs(toks, k, x.w.cuoi) || wordIs(toks, k, x.w.nam) || k < len(toks) && toks[k].word == "/" {
		return 0
	}
	if i > 0 && (toks[i-1].word == x.w.sau || tookOnly[toks[i-1].word]) || i > 1 && toks[i-1].word == x.w.trong && onlyIn[toks[i-2].word] {
		return k - i
	}
	return 0
}

// startsWork are first words of a verb for going to work: "vận hành", "hoạt động", "triển
// khai", "ra quân", "áp dụng".
var startsWork = map[string]bool{"vận": true, "van": true, "hoạt": true, "hoat": true, "triển": true, "trien": true, "thực": true, "thuc": true, "áp": true, "thí": true, "thi": true, "đi": true, "di": true}

// tookOnly are words before a time that something took: "vòng", "chưa đầy", "vỏn vẹn".
var tookOnly = map[string]bool{"vòng": true, "vong": true, "đầy": true, "vẹn": true, "suốt": true}

// onlyIn are words before "trong" of a short time.
var onlyIn = map[string]bool{"chỉ": true, "chi": true, "vẹn": true}

// yearsAfter returns how many tokens say "năm sau" or "năm sau đó" before a sign at toks[i:],
// 0 if none: "hai năm sau, …".
func (x *lexicon) yearsAfter(toks []token, i int) int {
	if !wordIs(toks, i, x.w.nam) || !wordIs(toks, i+1, x.w.sau) || i+2 >= len(toks) {
		return 0
	}
	switch {
	case toks[i+2].word == ",":
		return 2
	case toks[i+2].word == "đó":
		return 3
	}
	return 0
}

// lapse takes a time of which only its length is told: it dates nothing, and what goes with
// it is no sum of the time of the text, unless that has the same length.
func (c *clause) lapse(w when, ctx *found) {
	for _, p := range [...]corpus.Period{c.near(), c.reader.title, c.running} {
		if !p.IsZero() && p.Year > 0 && p.After().Equal(corpus.FirstMonths(p.Year, w.period.N).After()) && p.Kind != corpus.Quarter && p.Kind != corpus.Month {
			return
		}
	}
	ctx.opening = true
}

// yearsLater is the year so many behind the one told before, the zero period if that is
// not known.
func (c *clause) yearsLater(n int) corpus.Period {
	near := c.near()
	if near.Kind != corpus.Year || near.Year+n > c.clock.year {
		return corpus.Period{}
	}
	return corpus.YearOf(near.Year + n)
}
