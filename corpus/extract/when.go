package extract

import "thiduabot/corpus"

// A when is a time named in the text. With lacksYear its period holds year 0
// until the context gives one.
type when struct {
	period    corpus.Period
	lacksYear bool
	future    bool // "đến năm 2025", "vào năm 2025"
	event     bool // the day of a meeting: no period of a figure
	term      bool // "nhiệm kỳ 2021-2026": the term of a body
	later     bool // leans on the year after: "năm tới"
	now       bool // "đến nay": when the article appeared
	today     bool // "nay" alone: as now, and never the time told before
	year      bool // "năm", "trong năm": the year of the context
	whole     bool // "cả năm": the year to its end
	after     int8 // "hai năm sau": so many years behind the year told before
	some      bool // "sau 6 tháng", "chỉ trong 3 tháng": any months, not those since January
	until     bool // "tính đến hết tháng 10": what was reached since January
	since     bool // "từ đầu năm đến nay"
	month     bool // "trong tháng": the month of the context
	part      bool // "bốn tháng cuối năm": but a part of its period
	start     bool // "đầu năm 2022": what there was when the year began
	years     int  // "5 năm qua": so many years of which the article speaks
	termEnd   bool // "đến cuối nhiệm kỳ": the last year of that term
	due       bool // "trước ngày 25/12": by then something is to be reached
	inTerm    bool // "trong nhiệm kỳ": the term of which the article speaks
	n         int  // tokens
}

// A clock resolves times against the date of the article.
type clock struct {
	year, month, day int // of the article; 0 if unknown
}

func clockOf(date string) clock {
	var c clock
	if len(date) >= 4 {
		c.year, _ = plainInt(date[:4], 4)
	}
	if len(date) >= 7 && c.year > 0 {
		c.month, _ = plainInt(date[5:7], 2)
	}
	if len(date) >= 10 && c.month > 0 {
		c.day, _ = plainInt(date[8:10], 2)
	}
	return c
}

// unfinished reports whether much of a period lay ahead when the article
// appeared, so that a figure for it can hardly be a result. A month's grace is
// for reports that come before the end.
func (c clock) unfinished(p corpus.Period) bool {
	if c.month == 0 || p.IsZero() || p.Kind == corpus.Day || p.Kind == corpus.Month {
		return false
	}
	end := p.After()
	return end.Year()*12+int(end.Month()) > c.year*12+c.month+2
}

// running reports whether a period ends behind the month of the article.
func (c clock) running(p corpus.Period) bool {
	if p.IsZero() || c.month == 0 || p.Kind == corpus.Day || p.Kind == corpus.Span {
		return false
	}
	end := p.After()
	return end.Year()*12+int(end.Month()) > c.year*12+c.month
}

// past reports whether a day had come when the article appeared; one that names no day
// has.
func (c clock) past(p corpus.Period) bool {
	if p.Kind != corpus.Day || c.year == 0 || c.month == 0 {
		return true
	}
	return p.Year*372+p.N*31+p.End <= c.year*372+c.month*31+max(c.day, 1)
}

// ahead reports whether a period had not begun when the article appeared.
func (c clock) ahead(p corpus.Period) bool {
	if p.IsZero() || c.year == 0 || p.Kind == corpus.Day {
		return false
	}
	first := p.First()
	return first.Year() > c.year || c.month > 0 && p.Kind != corpus.Span && first.Year() == c.year && int(first.Month()) > c.month
}

// latest gives a period without a year the latest year in which it had begun
// when the article appeared.
func (c clock) latest(p corpus.Period) corpus.Period {
	if c.year == 0 {
		return corpus.Period{}
	}
	p.Year = c.year
	begin := 1
	switch p.Kind {
	case corpus.Quarter:
		begin = 3*p.N - 2
	case corpus.Month, corpus.Day:
		begin = p.N
	case corpus.Months:
		begin = p.N - 1
	case corpus.Half:
		begin = 2*p.N - 1
	}
	if c.month > 0 && begin > c.month {
		p.Year--
	}
	return p
}

// whenAt reads the time at toks[i:]; n is 0 if there is none.
func (x *lexicon) whenAt(toks []token, i int, c clock) when {
	t := &toks[i]
	if t.kind == numberToken {
		return x.numberWhen(toks, i, c)
	}
	switch t.word {
	case x.w.nam:
		if w := x.yearWhen(toks, i, c); w.n > 0 {
			return w
		}
	case x.w.quy:
		return x.quarterWhen(toks, i)
	case x.w.thang:
		return x.monthWhen(toks, i)
	case x.w.ngay:
		return x.dayWhen(toks, i+1, 1)
	case x.w.giaiDoan[0], x.w.nhiemKy[0], x.w.thoiKy[0]:
		return x.spanWhen(toks, i, c)
	case x.w.nua[0]:
		return x.halfYearWhen(toks, i)
	case x.w.tu:
		return x.fromToWhen(toks, i, c)
	case x.w.nay:
		return x.todayWhen(toks, i)
	case x.w.hien:
		if wordIs(toks, i+1, x.w.nay) {
			return when{now: true, n: 2}
		}
	case x.w.thoi:
		if wordIs(toks, i+1, x.w.diem) {
			return x.untilWhen(toks, i, c) // "tại thời điểm 30/9"
		}
	case x.w.dau:
		if y, ok := yearNumber(toks, i+2); ok && wordIs(toks, i+1, x.w.nam) {
			return when{period: corpus.YearOf(y), start: true, n: 3}
		}
	case x.w.den, x.w.het, x.w.toi, x.w.cuoi, x.w.vao, x.w.tinh:
		return x.untilWhen(toks, i, c)
	case x.w.truoc, "chậm", "cham", "muộn", "muon":
		return x.dueWhen(toks, i, c)
	case x.w.ca, x.w.trong:
		if w := x.dueWhen(toks, i, c); w.n > 0 {
			return w
		}
		return x.wholeYearWhen(toks, i, c)
	case x.w.sang, x.w.chieu, x.w.toi2, x.w.trua:
		if w := x.dayWhen(toks, i+1, 1); w.n > 0 {
			w.event = true
			return w
		}
		if i+1 < len(toks) && toks[i+1].word == x.w.ngay {
			w := x.dayWhen(toks, i+2, 2)
			w.event = true
			return w
		}
	}
	if e, n := x.longest(toks, i, false, func(e entry) bool { return e.class == cNumber }); n > 0 {
		if v, ok := plainInt(e.text, 2); ok && v > 1 && x.yearsPast(toks, i+n) > 0 {
			return when{years: v, n: n + x.yearsPast(toks, i+n)} // "năm năm qua"
		}
		if v, ok := plainInt(e.text, 2); ok && x.yearsAfter(toks, i+n) > 0 {
			return when{after: int8(v), n: n + x.yearsAfter(toks, i+n)}
		}
		if v, ok := plainInt(e.text, 2); ok {
			return x.monthsWhen(toks, i+n, n, v)
		}
	}
	return when{}
}

// yearsPast returns how many tokens say "năm qua", "năm vừa qua" at toks[i:], 0 if none.
func (x *lexicon) yearsPast(toks []token, i int) int {
	switch {
	case !wordIs(toks, i, x.w.nam):
		return 0
	case wordIs(toks, i+1, x.w.qua):
		return 2
	case wordIs(toks, i+1, x.w.vua) && wordIs(toks, i+2, x.w.qua):
		return 3
	}
	return 0
}

// yearNumber reads a year as a number token of four digits.
func yearNumber(toks []token, i int) (int, bool) {
	if i >= len(toks) || toks[i].kind != numberToken || len(toks[i].word) != 4 {
		return 0, false
	}
	y, ok := plainInt(toks[i].word, 4)
	return y, ok && y >= 1945 && y <= 2100
}

// baseYear reports whether the year at toks[i:] is the one whose prices are compared or
// held: "giá so sánh năm 2010", "giá cố định năm 1994", "năm gốc 2010".
func baseYear(toks []token, i int) bool {
	if i < 2 {
		return false
	}
	switch toks[i-2].word + " " + toks[i-1].word {
	case "so sánh", "so sanh", "cố định", "co dinh", "giá gốc", "gia goc", "năm gốc", "nam goc":
		return true
	}
	return false
}

// longBefore reports whether a year may be the base of the prices of an article: the one
// that it reports on is none, "giá so sánh năm 2024 đạt …".
func (c clock) longBefore(year int) bool {
	return year == 1994 || year == 2010 || c.year > 0 && year < c.year-3
}

// yearsAt reads "2016-2020" at i.
func yearsAt(toks []token, i int) (corpus.Period, int) {
	a, ok := yearNumber(toks, i)
	if !ok || i+2 >= len(toks) {
		return corpus.Period{}, 0
	}
	if s := toks[i+1].word; s != "-" && s != "/" {
		return corpus.Period{}, 0
	}
	b, ok := yearNumber(toks, i+2)
	if !ok || b <= a || b-a > 30 {
		return corpus.Period{}, 0
	}
	return corpus.SpanOf(a, b), 3
}

func wordIs(toks []token, i int, w string) bool {
	return i >= 0 && i < len(toks) && toks[i].word == w
}

func (x *lexicon) yearWhen(toks []token, i int, c clock) when {
	j := i + 1
	if wordIs(toks, j, x.w.hoc) { // năm học
		j++
	}
	if p, n := yearsAt(toks, j); n > 0 {
		return when{period: p, n: j - i + n}
	}
	if y, ok := yearNumber(toks, j); ok {
		return when{period: corpus.YearOf(y), n: j - i + 1}
	}
	if j >= len(toks) || j != i+1 {
		return when{}
	}
	off, n := 0, 1
	switch w := toks[j].word; {
	case w == x.w.nay || w == x.w.qua:
	case w == x.w.vua && (wordIs(toks, j+1, x.w.qua) || wordIs(toks, j+1, "rồi")):
		n = 2
	case w == x.w.ngoai || w == x.w.truoc:
		off = -1
	case w == x.w.toi || w == x.w.sau || w == x.w.tiep && wordIs(toks, j+1, x.w.theo):
		off = 1
	default:
		return when{}
	}
	w := when{n: n + 1, later: off > 0}
	if c.year > 0 {
		y := c.year + off
		if off == 0 && toks[j].word != x.w.nay && c.month > 0 && c.month < 4 {
			y-- // "năm qua" said in spring
		}
		w.period = corpus.YearOf(y)
	}
	return w
}

func (x *lexicon) quarterWhen(toks []token, i int) when {
	if i+1 >= len(toks) {
		return when{}
	}
	q := 0
	switch toks[i+1].word {
	case "1", "i", x.w.mot:
		q = 1
	case "2", "ii", x.w.hai:
		q = 2
	case "3", "iii", x.w.ba:
		q = 3
	case "4", "iv", x.w.tuN, x.w.bon:
		q = 4
	default:
		return when{}
	}
	return x.withYear(toks, i+2, i, corpus.Period{Kind: corpus.Quarter, N: q})
}

func (x *lexicon) monthWhen(toks []token, i int) when {
	if i+1 >= len(toks) {
		return when{}
	}
	m, ok := plainInt(toks[i+1].word, 2)
	n := 2
	if !ok {
		e, k := x.longest(toks, i+1, false, func(e entry) bool { return e.class == cNumber })
		if k == 0 {
			return when{}
		}
		m, ok = plainInt(e.text, 2)
		n = 1 + k
	}
	if !ok || m < 1 || m > 12 {
		return when{}
	}
	return x.withYear(toks, i+n, i, corpus.Period{Kind: corpus.Month, N: m})
}

// withYear reads the year that may follow a month, quarter or half.
func (x *lexicon) withYear(toks []token, j, from int, p corpus.Period) when {
	k := j
	if k < len(toks) && (toks[k].word == "/" || toks[k].word == "-" || toks[k].word == "," && wordIs(toks, k+1, x.w.nam) || toks[k].word == x.w.cua && wordIs(toks, k+1, x.w.nam)) {
		k++
	}
	if wordIs(toks, k, x.w.nam) {
		k++
	}
	if y, ok := yearNumber(toks, k); ok {
		p.Year = y
		return when{period: p, n: k + 1 - from}
	}
	if wordIs(toks, j, x.w.nam) && wordIs(toks, j+1, x.w.nay) {
		return when{period: p, lacksYear: true, n: j + 2 - from}
	}
	return when{period: p, lacksYear: true, n: j - from}
}

// monthsWhen reads "tháng đầu năm 2022" after the number of months n, whose
// numeral took lead tokens.
func (x *lexicon) monthsWhen(toks []token, j, lead, n int) when {
	if k := x.someMonths(toks, j, lead); k > 0 {
		return when{some: true, event: true, period: corpus.FirstMonths(0, n), n: k}
	}
	if wordIs(toks, j, x.w.quy) && wordIs(toks, j+1, x.w.dau) && (n == 2 || n == 3) {
		n *= 3 // "ba quý đầu năm"
	} else if !wordIs(toks, j, x.w.thang) || n < 1 || n > 12 {
		return when{}
	}
	from := j - lead
	k := j + 1
	p := corpus.FirstMonths(0, n)
	marked := false
	if k < len(toks) {
		switch {
		case toks[k].word == x.w.dau:
			k, marked = k+1, true
		case toks[k].word == x.w.cuoi && n == 6:
			p, k, marked = corpus.Period{Kind: corpus.Half, N: 2}, k+1, true
		case toks[k].word == x.w.cuoi && n == 3:
			p, k, marked = corpus.Period{Kind: corpus.Quarter, N: 4}, k+1, true
		case toks[k].word == x.w.cuoi:
			return x.lastMonths(toks, k+1, from)
		}
	}
	w := x.withYear(toks, k, from, p)
	switch {
	case n < 2 && !marked && lead > 0:
		return when{} // "7,8 triệu đồng một tháng, năm 2023 mới có 6,5 triệu đồng"
	case !w.lacksYear:
	case marked && wordIs(toks, k, x.w.cua):
		return when{} // "ba tháng đầu của chính quyền hai cấp": not those of a year
	case marked && wordIs(toks, k, x.w.nam):
		w.n = max(w.n, k+1-from)
	case !marked && n < 2:
		return when{}
	}
	return w
}

// lastMonths reads the year of "bốn tháng cuối năm 2024", a part of it that has no
// name of its own.
func (x *lexicon) lastMonths(toks []token, k, from int) when {
	w := when{year: true, part: true, n: k - from}
	if wordIs(toks, k, x.w.nam) {
		w.n++
		k++
	}
	if y, ok := yearNumber(toks, k); ok {
		return when{period: corpus.YearOf(y), part: true, n: k + 1 - from}
	}
	return w
}

func (x *lexicon) halfYearWhen(toks []token, i int) when {
	h := 0
	switch {
	case wordIs(toks, i+1, x.w.dau):
		h = 1
	case wordIs(toks, i+1, x.w.cuoi):
		h = 2
	}
	if h == 0 || !wordIs(toks, i+2, x.w.nam) {
		return when{}
	}
	w := x.withYear(toks, i+2, i, corpus.Period{Kind: corpus.Half, N: h})
	w.n = max(w.n, 3)
	return w
}

func (x *lexicon) spanWhen(toks []token, i int, c clock) when {
	pair := x.w.giaiDoan
	term := false
	switch toks[i].word {
	case x.w.nhiemKy[0]:
		pair, term = x.w.nhiemKy, true
	case x.w.thoiKy[0]:
		pair = x.w.thoiKy
	}
	if !wordIs(toks, i+1, pair[1]) {
		return when{}
	}
	j := i + 2
	if wordIs(toks, j, x.w.nam) {
		j++
	}
	if p, n := yearsAt(toks, j); n > 0 {
		return when{period: p, term: term, n: j - i + n}
	}
	if wordIs(toks, j, x.w.tu) {
		if w := x.fromToWhen(toks, j, c); w.n > 0 {
			w.n += j - i
			return w
		}
	}
	return when{}
}

// fromToWhen reads "từ năm 2015 đến năm 2020".
func (x *lexicon) fromToWhen(toks []token, i int, c clock) when {
	if wordIs(toks, i+1, x.w.nay) && (wordIs(toks, i+2, x.w.den) || wordIs(toks, i+2, x.w.toi)) {
		w := x.untilWhen(toks, i+2, c)
		if w.n > 0 {
			w.n += 2
			w.future, w.later, w.until = true, true, false
		}
		return w
	}
	if wordIs(toks, i+1, x.w.dau) && wordIs(toks, i+2, x.w.nam) {
		switch _, dated := yearNumber(toks, i+3); {
		case wordIs(toks, i+3, x.w.den) && wordIs(toks, i+4, x.w.nay):
			return when{now: true, since: true, n: 5}
		case !dated && !wordIs(toks, i+3, x.w.den) && !wordIs(toks, i+3, x.w.hoc):
			return when{now: true, since: true, n: 3} // "lũy kế từ đầu năm 487 triệu đồng"
		}
	}
	if w := x.monthLen(toks, i+1); w > 0 && i+1+w+1 < len(toks) && wordIs(toks, i+1+w, x.w.den) && wordIs(toks, i+2+w, x.w.nay) {
		return when{now: true, since: true, n: w + 3} // "từ tháng 9/2024 đến nay"
	}
	if n := x.daysApart(toks, i); n > 0 {
		return when{event: true, n: n}
	}
	j := i + 1
	if wordIs(toks, j, x.w.nam) {
		j++
	}
	a, ok := yearNumber(toks, j)
	if !ok {
		return when{}
	}
	j++
	if !wordIs(toks, j, x.w.den) && !wordIs(toks, j, "-") {
		return when{}
	}
	j++
	for j < len(toks) && (toks[j].word == x.w.nam || toks[j].word == x.w.het) {
		j++
	}
	b, ok := yearNumber(toks, j)
	if !ok || b <= a || b-a > 30 {
		return when{}
	}
	return when{period: corpus.SpanOf(a, b), n: j + 1 - i}
}

// monthLen returns how many tokens name a month or a quarter at toks[i:], 0 if none do.
func (x *lexicon) monthLen(toks []token, i int) int {
	switch {
	case wordIs(toks, i, x.w.thang):
		return x.monthWhen(toks, i).n
	case wordIs(toks, i, x.w.quy):
		return x.quarterWhen(toks, i).n
	}
	return 0
}

// untilWhen reads "đến hết năm 2022", "tính đến ngày 30-6-2022", "cuối năm
// 2021", "vào năm 2025".
func (x *lexicon) untilWhen(toks []token, i int, c clock) when {
	j, until, sum := x.upTo(toks, i)
	if j >= len(toks) || j == i {
		return when{}
	}
	if toks[j].word == x.w.nhiemKy[0] && wordIs(toks, j+1, x.w.nhiemKy[1]) && (toks[i].word != x.w.vao) {
		return when{inTerm: true, termEnd: true, future: true, n: j + 2 - i}
	}
	if toks[j].word == x.w.nay && until {
		return when{now: true, n: j + 1 - i}
	}
	w := x.endWhen(toks, j, until, c)
	if w.n == 0 {
		return when{}
	}
	w.n += j - i
	if w.event && toks[j].word != x.w.ngay && w.period.IsZero() {
		return w
	}
	w.future, w.event = until || toks[i].word == x.w.vao, false
	w.until = until && sum
	return w
}

// upTo reads the words before a time: whether they lead up to it, and whether they
// sum up to it.
func (x *lexicon) upTo(toks []token, i int) (j int, until, sum bool) {
	for j = i; j < len(toks) && j-i < 5; j++ {
		switch w := toks[j].word; w {
		case x.w.den, x.w.het, x.w.toi:
			until = true
			sum = sum || w == x.w.het
		case x.w.tinh:
			sum = true
		case x.w.cuoi, x.w.vao, x.w.thoi, x.w.diem:
		default:
			return j, until, sum
		}
	}
	return j, until, sum
}

// endWhen reads the time at toks[j:] behind "đến", "cuối", "vào".
func (x *lexicon) endWhen(toks []token, j int, until bool, c clock) (w when) {
	switch toks[j].word {
	case x.w.nam:
		w = x.yearWhen(toks, j, c)
		if w.n == 0 && (wordIs(toks, j-1, x.w.cuoi) || wordIs(toks, j-1, x.w.het)) {
			w = when{year: true, n: 1}
		}
	case x.w.thang:
		w = x.monthWhen(toks, j)
	case x.w.quy:
		w = x.quarterWhen(toks, j)
		if w.n == 0 && wordIs(toks, j-1, x.w.cuoi) {
			return when{event: true, n: 1} // "đến cuối quý": the end of the period at hand
		}
	case x.w.ky:
		if wordIs(toks, j-1, x.w.cuoi) && until {
			return when{event: true, n: 1}
		}
	case x.w.ngay:
		w = x.dayWhen(toks, j+1, 1)
	default:
		if until {
			w = x.dayWhen(toks, j, 0)
			if y, ok := yearNumber(toks, j); w.n == 0 && ok {
				w = when{period: corpus.YearOf(y), n: 1}
			}
		}
	}
	return w
}

func (x *lexicon) wholeYearWhen(toks []token, i int, c clock) when {
	if wordIs(toks, i+1, x.w.nhiemKy[0]) && wordIs(toks, i+2, x.w.nhiemKy[1]) {
		if i+3 >= len(toks) || toks[i+3].kind == signToken || wordIs(toks, i+3, x.w.qua) {
			return when{inTerm: true, n: 3}
		}
		return when{}
	}
	if wordIs(toks, i+1, x.w.thang) && toks[i].word == x.w.trong {
		w := x.monthWhen(toks, i+1)
		if w.n == 0 {
			return when{month: true, n: 2}
		}
		w.n++
		return w
	}
	if wordIs(toks, i+1, x.w.nam) {
		if w := x.yearWhen(toks, i+1, c); w.n > 0 {
			w.n++
			return w
		}
		return when{year: true, whole: toks[i].word == x.w.ca, n: 2}
	}
	return when{}
}
