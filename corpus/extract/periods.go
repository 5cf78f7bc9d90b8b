package extract

import (
	"strings"

	"thiduabot/corpus"
)

// past reports whether the clause names a time before the article, or one that is
// over by then where the sentence speaks of a later one.
func (c *clause) past(ctx found) bool {
	switch {
	case ctx.period.IsZero() || c.clock.year == 0:
		return false
	case yearOf(ctx.period) < c.clock.year:
		return true
	}
	for _, near := range [...]corpus.Period{c.head.period, c.only} {
		if !near.IsZero() && ctx.period.After().Before(near.After()) && !c.clock.unfinished(ctx.period) {
			return true
		}
	}
	return false
}

// periodFor finds the period of a record: named beside it, in its sentence,
// paragraph or title, or told by the date.
func (c *clause) periodFor(t *tail, r *corpus.Record) corpus.Period {
	if t.dated {
		if p := c.resolve(t.when, c.near()); !p.IsZero() {
			if r.Status == corpus.Estimate && yearOf(p) < yearOf(c.near()) {
				r.Status = corpus.Actual
			}
			if c.clock.year > 0 && yearOf(p) > c.clock.year && r.Status == corpus.Actual {
				r.Status = corpus.Target
			}
			return p
		}
	}
	p := c.period
	if r.Status == corpus.Target {
		p = c.aheadOf(p)
	}
	if p.IsZero() && !(r.Status == corpus.Actual && c.head.aims) {
		p = c.head.period
	}
	if p.IsZero() && r.Status == corpus.Actual && c.clock.unfinished(c.reader.title) && yearOf(c.running) <= yearOf(c.reader.title) && c.running.Kind != corpus.Span {
		p = c.running // the title names a year that has only begun
	}
	if p.IsZero() && (r.Status == corpus.Target || c.clock.year == 0 || yearOf(c.reader.title) <= c.clock.year) {
		p = c.reader.title
	}
	if p.IsZero() {
		p = c.running
		if p.Kind == corpus.Span && c.schoolYear(p).IsZero() {
			r.Doubt = doubts(r.Doubt, doubtPeriod) // a stock, or a sum over the years
		}
	}
	if r.Status == corpus.Target && !c.dated && !(c.head.aims && p == c.head.period) {
		return c.targetPeriod(p)
	}
	if p.IsZero() {
		return c.datePeriod(r)
	}
	return p
}

// over reports whether the time named beside a figure ended before that of the
// targets amid which the figure stands.
func (c *clause) over(t *tail, ctx found) bool {
	p := ctx.period
	if t.dated {
		p = c.resolve(t.when, c.near())
	}
	aim := c.head.period
	return !p.IsZero() && !aim.IsZero() && c.head.target && p.After().Before(aim.After()) && !c.clock.unfinished(p) && p.Kind != corpus.Span
}

// yearsGone reports whether figure i tells of some years that are over: "5 năm qua",
// "qua 3 năm thực hiện". Sums that follow are of all of them.
func (c *clause) yearsGone(i int) bool {
	f := &c.items[i].fig
	if f.unit.name != "năm" || f.value < 2 {
		return false
	}
	w := c.lex.w
	if next := c.items[i].to; next < len(c.toks) && (c.toks[next].word == w.qua || c.toks[next].word == "gần" || c.toks[next].word == "gan") {
		return true
	}
	before := c.items[i].from - 1
	return before >= 0 && (c.toks[before].word == w.qua || c.toks[before].word == w.trong)
}

// spanOfYears returns the stretch of n years of which the article speaks, the zero period
// if it speaks of none.
func (r *reader) spanOfYears(n int) corpus.Period {
	for _, p := range [...]corpus.Period{r.stretch, r.running, r.title, r.term} {
		if p.Kind == corpus.Span && (p.End-p.Year == n || p.End-p.Year == n-1) {
			return p
		}
	}
	return corpus.Period{}
}

// termTold returns the term of which an article tells: at the congress with which a term
// begins that is the one before.
func (r *reader) termTold() corpus.Period {
	p := r.term
	if p.Kind != corpus.Span || r.clock.year == 0 || p.Year < r.clock.year {
		return p
	}
	return corpus.SpanOf(p.Year-(p.End-p.Year), p.Year)
}

// aheadOf turns the year or term at hand into the one that a goal is for: "trong năm, Hội
// phấn đấu …" said in January, "trong nhiệm kỳ, phấn đấu …" at the congress that opens it.
func (c *clause) aheadOf(p corpus.Period) corpus.Period {
	switch {
	case c.loose.inTerm && p == c.termTold():
		return c.term
	case c.loose.year && c.clock.month == 1 && p == corpus.YearOf(c.clock.year-1):
		return corpus.YearOf(c.clock.year)
	}
	return p
}

// sinceYear returns the years of "từ năm 2020 đến nay", of which item i is the first;
// the zero period if it is none.
func (c *clause) sinceYear(i int) corpus.Period {
	if i < 1 || i+1 >= len(c.items) || c.items[i].kind != whenItem || c.items[i+1].kind != whenItem || !c.items[i+1].when.now || c.toks[c.items[i].from-1].word != c.lex.w.tu {
		return corpus.Period{}
	}
	p := c.items[i].when.period
	if p.Kind != corpus.Year || p.Year >= c.clock.year {
		return corpus.Period{}
	}
	return corpus.SpanOf(p.Year, c.clock.year)
}

// summed turns the month up to which money was counted into the months since
// January: what was collected or spent "tính đến hết tháng 10".
func (c *clause) summed(p corpus.Period, f *figure, t *tail, sub subject) corpus.Period {
	until := c.until
	switch {
	case t.dated:
		until = t.when.until
	case c.period.IsZero() && !c.head.period.IsZero():
		until = c.head.until
	case c.period.IsZero():
		until = c.runs && p == c.running
	}
	if !until || p.Kind != corpus.Month || p.N < 2 || !f.unit.money() && !f.unit.percent() || stockName(sub.name) || f.unit.percent() && !t.plan {
		return p
	}
	return corpus.FirstMonths(p.Year, p.N)
}

// accrued turns the month of figure i into those since January where the words before it
// say so without naming them: "tháng 8: 1.940 người; lũy kế 16.325 người".
func (c *clause) accrued(i int, p corpus.Period) corpus.Period {
	if p.Kind != corpus.Month || p.N < 2 || c.items[i].fig.unit.percent() {
		return p
	}
	sum := false
	for k := c.start; k < i; k++ {
		it := &c.items[k]
		if it.kind == whenItem || it.kind == figureItem {
			return p
		}
		sum = sum || it.is(cAccrued)
	}
	if !sum {
		return p
	}
	return corpus.FirstMonths(p.Year, p.N)
}

// stockName reports whether money of this name is what there is at a day, and
// not what came in since one.
func stockName(name string) bool {
	low := strings.ToLower(name)
	for _, s := range [...]string{"dư nợ", "nguồn vốn", "huy động vốn", "số dư", "nợ xấu", "vốn điều lệ", "kế hoạch", "vốn huy động", "tổng vốn", "nợ đọng", "giá"} {
		if strings.HasPrefix(low, s) || strings.HasPrefix(low, "tổng "+s) || strings.HasPrefix(low, "tổng số "+s) {
			return true
		}
	}
	return false
}

// planYear gives a plan named beside a sum of some months its year, of which it
// is if the share reached says so; otherwise a person should look.
func (c *clause) planYear(r *corpus.Record, f *figure) {
	switch r.Period.Kind {
	case corpus.Month, corpus.Months, corpus.Quarter, corpus.Half:
	default:
		return
	}
	if c.last < c.first || f.unit.percent() {
		return
	}
	if o := &c.out[c.last].Record; o.Value != nil && o.PlanPct != nil && *o.PlanPct > 0 {
		if whole := *o.Value / *o.PlanPct * 100; whole > 0.98*f.value && whole < 1.02*f.value {
			r.Period = corpus.YearOf(r.Period.Year) // "đạt 92,4 tỷ đồng, bằng 71% dự toán (KH 130 tỷ đồng)"
			return
		}
	}
	r.Doubt = doubts(r.Doubt, doubtPeriod)
}

// ahead reports whether the title speaks of a year to come and nothing but the
// date of the article says that the record is of this one.
func (c *clause) ahead(r *corpus.Record, t *tail) bool {
	return r.Status == corpus.Actual && c.clock.year > 0 && yearOf(c.reader.title) > c.clock.year &&
		!t.dated && c.period.IsZero() && c.head.period.IsZero() && c.running.IsZero()
}

// mixes reports whether a record that names no time stands in a paragraph of
// both a month and the months up to it, so that it may be of either.
func (c *clause) mixes(r *corpus.Record, t *tail, ctx found) bool {
	if r.Period.Kind != corpus.Month || c.head.until || c.runs || t.dated || c.dated || !ctx.period.IsZero() {
		return false
	}
	for i := len(c.out) - 1; i >= 0 && (c.out[i].Source.Paragraph == c.number || r.Period == c.reader.title && len(c.out)-i < 40); i-- {
		if p := c.out[i].Period; (p.Kind == corpus.Months || p.Kind == corpus.Half || p.Kind == corpus.Quarter) && p.Year == r.Period.Year && c.out[i].Area == r.Area {
			return true
		}
	}
	return false
}

// targetPeriod is the year of a target that names none: the next one if the
// article appeared at the end of a year.
func (c *clause) targetPeriod(p corpus.Period) corpus.Period {
	y := c.clock.year
	switch {
	case y == 0 || yearOf(p) > y:
		return p
	case c.clock.month >= 11:
		return corpus.YearOf(y + 1)
	case p.IsZero() || p.Year < y:
		return corpus.YearOf(y)
	}
	return corpus.YearOf(p.Year)
}

// datePeriod tells the period by the date of the article alone.
func (c *clause) datePeriod(r *corpus.Record) corpus.Period {
	switch {
	case c.clock.year == 0:
		r.Doubt = doubts(r.Doubt, doubtPeriod)
		return corpus.Period{}
	case c.clock.month == 1:
		r.Doubt = doubts(r.Doubt, doubtPeriod)
		return corpus.YearOf(c.clock.year - 1)
	case c.clock.month < 12:
		r.Doubt = doubts(r.Doubt, doubtPeriod)
	}
	return corpus.YearOf(c.clock.year)
}

// remains are verbs of what there is at the end of a time, not over it.
var remains = map[string]bool{"còn": true, "chỉ còn": true, "giảm còn": true, "giảm xuống còn": true, "xuống còn": true, "hiện còn": true}

// yearlyMeans close the name of a mean over years.
var yearlyMeans = [...]string{" bình quân mỗi năm", " bình quân hằng năm", " bình quân hàng năm", " bình quân năm", " trung bình mỗi năm"}

// eachYear names a sum or count that the clause says to be of each year of a span: it is
// not what the span came to.
func (c *clause) eachYear(i int, r *corpus.Record, role class, f *figure) {
	if role != cLevel || f.unit.percent() || f.isScore || strings.Contains(f.unit.name, "/") {
		return
	}
	low := strings.ToLower(r.Name)
	for k := c.start; k < i; k++ {
		w := strings.ToLower(c.wordsOf(&c.items[k]))
		if c.items[k].kind != wordItem || !c.items[k].is(cAvg) || !strings.HasSuffix(w, "năm") {
			continue
		}
		if r.Period.Kind != corpus.Span {
			r.Doubt = doubts(r.Doubt, doubtPeriod) // "Mỗi năm huyện đón 120.000 lượt khách"
			return
		}
		if !strings.Contains(low, " năm") {
			r.Name += yearlyMeans[0]
		}
		r.Indicator = ""
		return
	}
}

// ofOneYear takes the mean out of a name carried over to a single year: "thu ngân
// sách bình quân mỗi năm đạt 375 tỷ đồng; trong đó năm 2021: 340 tỷ đồng".
func (c *clause) ofOneYear(sub *subject, t *tail, ctx found) {
	p := ctx.period
	if t.dated {
		p = c.resolve(t.when, c.near())
	}
	if p.Kind != corpus.Year || sub.name != c.subject.name || c.last < c.first || c.out[c.last].Period == p {
		return
	}
	for _, mean := range yearlyMeans {
		if base, ok := strings.CutSuffix(sub.name, mean); ok {
			sub.name, sub.refs, sub.ref = base, nil, -1
			if refs := c.exact(base); len(refs) > 0 {
				sub.refs, sub.ref = refs, int(refs[0].ref)
			}
			return
		}
	}
}

// atEnd gives what remains of something over a span that is over the last year of it:
// "Ba năm qua (2021-2023) … Hộ nghèo chỉ còn 27 hộ".
func (c *clause) atEnd(r *corpus.Record, l *lead) {
	if r.Period.Kind == corpus.Span && r.Period.End == c.clock.year && r.Status == corpus.Actual && l.role == cLevel && l.verb < len(c.items) && remains[strings.ToLower(c.wordsOf(&c.items[l.verb]))] {
		r.Period = corpus.YearOf(r.Period.End)
	}
}
