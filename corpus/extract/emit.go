package extract

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// emit writes a new record for figure i.
func (c *clause) emit(i int, f *figure, role class, l *lead, t *tail, sub subject, ctx found) {
	if !sub.found() {
		return
	}
	c.countedScale(i, f, sub)
	if t.dated || !ctx.period.IsZero() {
		c.ofOneYear(&sub, t, ctx)
	}
	r := c.situated(f, l, t, sub, ctx, c.wordsOf(&c.items[i]))
	c.bracketed(i, &r, f)
	c.doneBy(&r, sub, t.dated || !ctx.period.IsZero())
	c.standing(i, &r, ctx.target || l.target || c.goalOpens())
	c.deadline(i, &r, l, t.dated || !ctx.period.IsZero())
	r.Period = c.accrued(i, r.Period)
	c.overYears(&r, i, t)
	c.atPresent(&r, i, t)
	c.measure(&r, f, role, l, t, sub)
	c.title(&r, role, sub, f)
	c.eachYear(i, &r, role, f)
	c.ofBank(&r)
	if r.Status != corpus.Target && role == cLevel && f.approx == "" && f.bound != "" && !strings.Contains(f.bound, "=") {
		r.Approx, r.Bound = c.approxWord(f), ""
	}
	c.question(&r, i, f, l, t, ctx)
	c.carryDoubt(&r, role, sub)
	if ctx.cont && c.alone {
		r.Doubt = doubts(r.Doubt, doubtName) // part of what nothing names
	}
	c.alone = false
	if i > c.start && seasonal.MatchString(r.Name) && strings.Contains(strings.ToLower(c.words(c.start, i)), "cả năm") {
		r.Doubt = doubts(r.Doubt, doubtName) // "lúa mùa 52 tạ/ha; bình quân cả năm 60,4 tạ/ha"
	}
	c.questionArea(&r, i, ctx)
	if t.against != "" {
		r.Note = doubts(r.Note, "trên "+t.against)
	}
	c.append(r)
	c.chain = role
	if role != cShare && role != cContrib && role != cDrag && !sub.aside {
		c.subject = sub
	}
	c.last = len(c.out) - 1
}

// overYears gives what was reached in several years those years where the text has named them,
// and otherwise doubts its period: "Thu ngân sách 3 năm đạt 52,4 tỷ đồng".
func (c *clause) overYears(r *corpus.Record, i int, t *tail) {
	if t.dated || r.Period.Kind != corpus.Year || strings.Contains(r.Unit, "%") || strings.Contains(r.Unit, "/") {
		return
	}
	for k := c.start; k < i; k++ {
		it := &c.items[k]
		n := it.fig.value
		if it.kind != noiseItem || it.fig.unit.name != "năm" || n < 2 || n > 10 || k > 0 && (c.items[k-1].any(cSame, cBasis, cFrom) || afterYears[strings.ToLower(c.wordsOf(&c.items[k-1]))]) {
			continue
		}
		if p := c.stretch; p.Kind == corpus.Span && float64(p.End-p.Year+1) == n {
			r.Period = p
			return
		}
		r.Doubt = doubts(r.Doubt, doubtPeriod)
		return
	}
}

// afterYears are words before a number of years that have gone by, or are yet to come.
var afterYears = map[string]bool{"sau": true, "qua": true, "hơn": true, "gần": true, "mỗi": true, "cách đây": true, "trước": true, "trong": true, "kỷ niệm": true, "thời hạn": true}

// seasonal is the end of the name of one harvest of a year.
var seasonal = regexp.MustCompile(`(?i) (?:xuân|mùa|đông|hè thu|đông xuân|thu đông|hè)$`)

// bracketed gives the figure that stands alone in brackets the place or the plan right
// before them: "sau huyện Yên Lãng (250 tỷ đồng)", "bằng 86% kế hoạch (220 tỷ đồng)".
func (c *clause) bracketed(i int, r *corpus.Record, f *figure) {
	if i < 2 || c.items[i-1].sign != '(' || i+1 >= len(c.items) || c.items[i+1].sign != ')' {
		return
	}
	k := i - 2
	if c.items[k].kind == placeItem {
		r.Area = c.items[k].place
		return
	}
	for k > 0 && i-k < 6 && (c.items[k].kind == whenItem || c.items[k].any(cGiven, cWhole, cSame)) && !c.items[k].any(cPlan, cGoal) {
		k--
	}
	if c.items[k].any(cPlan, cGoal) && !f.unit.percent() {
		r.Status = corpus.Target
		c.planYear(r, f)
	}
}

// situated returns the record of a figure with its status, period and area.
func (c *clause) situated(f *figure, l *lead, t *tail, sub subject, ctx found, printed string) corpus.Record {
	r := corpus.Record{Status: c.status(ctx, l), Scope: c.scope}
	r.Unit, r.Printed = f.unit.name, printed
	r.Period, r.Area = c.summed(c.periodFor(t, &r), f, t, sub), c.areaFor(ctx)
	if sub.plan || sub.goals || r.Status == corpus.Actual && c.clock.year > 0 && r.Period.Year > c.clock.year {
		r.Status = corpus.Target
	}
	if ctx.area == "" && (sub.name == "GDP" || strings.HasPrefix(sub.name, "GDP cả nước")) {
		r.Area = country // the product of a province is its GRDP
	}
	switch {
	case r.Status == corpus.Target && !sub.plan && !sub.goals && !ctx.target && !l.target && c.over(t, ctx):
		r.Status = corpus.Actual // "88,5% (năm 2016: 86,9%)" below a heading of targets
	case r.Status == corpus.Actual && (c.clock.ahead(r.Period) || !c.clock.past(r.Period)):
		r.Status = corpus.Target
		if c.already(l) {
			r.Doubt = doubts(r.Doubt, doubtPeriod) // "chuẩn bị tuyển quân 2026, đã sơ tuyển 295 thanh niên"
		}
	}
	if sub.plan {
		c.planYear(&r, f)
	}
	c.atEnd(&r, l)
	if limit := f.bound == ">=" || f.approx == "trên"; r.Status == corpus.Actual && (limit || c.clock.unfinished(r.Period)) && c.urged() {
		r.Status = corpus.Target // "Chủ tịch UBND xã đề nghị năm 2024 thu ngân sách đạt 6 tỷ đồng"
	}
	if granted(sub.name) && r.Status == corpus.Actual {
		r.Status = corpus.Target
	}
	if strings.HasSuffix(r.Unit, "/năm") && r.Status == corpus.Estimate && r.Period.Kind == corpus.Months {
		r.Period = corpus.YearOf(r.Period.Year)
	}
	return r
}

// questionArea doubts the area of a record for the places that the words before
// figure i name without saying that it is of them.
func (c *clause) questionArea(r *corpus.Record, i int, ctx found) {
	if ctx.area == "" && c.area == "" && c.head.area == "" {
		if c.opener != "" && c.opener != c.home {
			r.Doubt = doubts(r.Doubt, doubtArea) // the paragraph began with another place
		}
		if (c.spokenElsewhere(i) || c.ours(i) || c.among && !slices.ContainsFunc(c.items[:i], func(it item) bool { return it.is(cWhole) })) && !strings.Contains(r.Doubt, doubtArea) {
			r.Doubt = doubts(r.Doubt, doubtArea)
		}
	}
	if (c.remaining(i) || ctx.unplaced && ctx.area == "") && !strings.Contains(r.Doubt, doubtArea) {
		r.Doubt = doubts(r.Doubt, doubtArea)
	}
}

// ours reports whether a speaker says up to figure i that he tells of his own house, and
// not of an area: "chúng tôi có 4 sản phẩm OCOP".
func (c *clause) ours(i int) bool {
	low := viet.Fold(c.words(0, i))
	return strings.Contains(low, "chung toi") || strings.Contains(low, "chung em") || strings.Contains(low, "gia dinh toi")
}

// ofBank names a measure of the catalogue after the one bank or credit fund with which
// the sentence opens: its loans are not all those of the area.
func (c *clause) ofBank(r *corpus.Record) {
	from := 0
	for from < len(c.items) && (c.items[from].kind == whenItem || c.items[from].kind == signItem || c.items[from].any(cConn, cCont) && !c.opensAgent(from)) {
		from++
	}
	if from+1 >= len(c.items) || r.Indicator == "" {
		return
	}
	at := c.items[from].from
	first, second := c.toks[at].word, ""
	if at+2 < len(c.toks) {
		second = c.toks[at+1].word + " " + c.toks[at+2].word
	}
	if first != "ngân" && second != "tín dụng" || first == "ngân" && !strings.HasPrefix(second, "hàng ") || first != "ngân" && first != "quỹ" {
		return
	}
	end := from
	for end < len(c.items) && end-from < 8 && c.items[end].kind == wordItem && c.items[end].roles&verbs == 0 && !(c.items[end].any(cDeed, cHead) && end > from) {
		end++
	}
	if who := c.words(from, end); who != "" && !strings.Contains(strings.ToLower(who), strings.ToLower(r.Name)) {
		r.Name, r.Indicator = r.Name+" "+who, ""
	}
}

// granted reports whether a name is of funds planned or granted for a year: "tổng kế
// hoạch vốn đầu tư công", "vốn đầu tư công được giao".
func granted(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "kế hoạch vốn") || strings.HasPrefix(low, "tổng kế hoạch vốn") || strings.Contains(low, "vốn") && strings.HasSuffix(low, " được giao")
}

// question doubts a record for what its neighbours leave open.
func (c *clause) question(r *corpus.Record, i int, f *figure, l *lead, t *tail, ctx found) {
	r.Doubt = doubts(r.Doubt, f.odd)
	if r.Status == corpus.Actual && r.PlanPct == nil && (r.Value == nil || r.Bound != "") && c.clock.unfinished(r.Period) {
		r.Doubt = doubts(r.Doubt, doubtOpen)
	}
	if r.Status == corpus.Actual && r.Value != nil && r.PlanPct == nil && r.Period.Kind == corpus.Year && ctx.period == r.Period && c.clock.unfinished(r.Period) && (c.clock.month <= 3 || f.unit.money() && !stockName(r.Name)) && !c.already(l) && !ctx.until {
		r.Doubt = doubts(r.Doubt, doubtOpen) // of a year that has hardly begun
	}
	if r.Status == corpus.Actual && (r.Bound == ">=" || r.Bound == "<=") {
		r.Doubt = doubts(r.Doubt, doubtBound)
	}
	if c.partial(i) {
		r.Doubt = doubts(r.Doubt, doubtPart)
	}
	if c.apart && !t.dated && c.period.IsZero() && ctx.period.IsZero() {
		r.Doubt = doubts(r.Doubt, doubtPeriod)
	}
	if c.ahead(r, t) && !l.settle && t.basis == "" || ctx.opening || ctx.since && r.Status != corpus.Target || c.mixes(r, t, ctx) || c.years && !c.dated && r.Period.Kind == corpus.Year && r.Status == corpus.Actual {
		r.Doubt = doubts(r.Doubt, doubtPeriod)
	}
}

// countedScale gives "tổng lượt khách đạt 4,12 triệu" the unit of its indicator:
// without a unit of its own the amount was taken for money.
func (c *clause) countedScale(i int, f *figure, sub subject) {
	base, money := strings.CutSuffix(f.unit.name, " đồng")
	if f.lent || !money || sub.ref < 0 || strings.Contains(c.wordsOf(&c.items[i]), "đồng") || strings.HasSuffix(c.wordsOf(&c.items[i]), "đ") {
		return
	}
	usual := c.x.indicators[sub.ref].Unit
	if usual == "" || strings.Contains(usual, "/") || kindOfUnit(usual) != "count" {
		return
	}
	for _, scale := range [...]string{"nghìn ", "triệu ", "tỷ "} {
		usual = strings.TrimPrefix(usual, scale)
	}
	f.unit.name, f.unit.count = base+" "+usual, true
}

// remaining reports whether figure i is of the places or things that are left:
// "các xã còn lại đạt 16,4 tiêu chí".
func (c *clause) remaining(i int) bool {
	for k := c.start; k+1 < i; k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); w == "còn lại" || w == "còn" && strings.EqualFold(c.wordsOf(&c.items[k+1]), "lại") {
			return true
		}
	}
	return false
}

// spokenElsewhere reports whether an official of another place than the article's
// says what figure i is of: "Chủ tịch UBND huyện Kim Sơn cho biết, …".
func (c *clause) spokenElsewhere(i int) bool {
	for k := range c.items[:i] {
		if it := &c.items[k]; it.kind == placeItem && it.place != c.home && inTitle(c.toks, it.from) {
			return true
		}
	}
	return false
}

// carryDoubt gives a record that goes on with the one before its doubts about
// period and place: "đầu năm có 1.865 hộ nghèo, chiếm 6,2%".
func (c *clause) carryDoubt(r *corpus.Record, role class, sub subject) {
	if role != cShare || c.last < c.first || sub.name != c.subject.name || c.out[c.last].Period != r.Period {
		return
	}
	for _, why := range [...]string{doubtPeriod, doubtPart} {
		if strings.Contains(c.out[c.last].Doubt, why) && !strings.Contains(r.Doubt, why) {
			r.Doubt = doubts(r.Doubt, why)
		}
	}
}

func (c *clause) approxWord(f *figure) string {
	if f.num > f.from {
		return strings.ToLower(spelledOut(c.a.Text, c.toks[f.from:f.num]))
	}
	return ""
}

// measure fills in the value, range, score, change or plan.
func (c *clause) measure(r *corpus.Record, f *figure, role class, l *lead, t *tail, sub subject) {
	r.Approx = f.approx
	switch role {
	case cUp, cDown, cRate, cTimes:
		c.measureChange(r, f, role, l, t)
		return
	case cPlan:
		c.setPlan(r, f, l, t.plan)
		if r.Unit = "%"; t.above {
			r.Bound = ">="
		} else {
			c.bound(r, f)
		}
		return
	case cEqual:
		r.Doubt = doubts(r.Doubt, doubtEqual)
	}
	v := f.value
	if role == cDrag {
		v = -v
	}
	switch {
	case f.isRange:
		low, high := f.low, f.high
		r.Low, r.High = &low, &high
	default:
		r.Value = &v
	}
	of := f.of
	switch {
	case f.isScore:
		r.Of = &of
	case t.of != nil:
		total := t.of.value
		r.Of = &total
		if r.Unit == "" {
			r.Unit = t.of.unit.name
		}
	}
	if r.Unit == "" {
		c.wantUnit(r, sub)
	}
	c.bound(r, f)
}

// wantUnit takes the unit of "số hộ nghèo còn 11" from the name.
func (c *clause) wantUnit(r *corpus.Record, sub subject) {
	l := lexer{lex: c.lex, text: sub.name}
	toks := l.tokens(nil, 0, len(sub.name))
	if len(toks) > 1 && toks[0].word == c.lex.w.so {
		if u := c.lex.unitAt(toks, 1); u.count {
			r.Unit = u.name
			return
		}
	}
	if sub.ref >= 0 && r.Value != nil && r.Of == nil && len(sub.refs) == 1 {
		if r.Unit = c.usualNoun(sub.ref, *r.Value); r.Unit != "" {
			return
		}
	}
	if sub.ref < 0 || c.x.indicators[sub.ref].Unit != "" {
		r.Doubt = doubts(r.Doubt, doubtNoUnit)
	}
}

// bound keeps a limit as one only where it is a target or a legal limit.
func (c *clause) bound(r *corpus.Record, f *figure) {
	r.Bound = f.bound
	if r.Status != corpus.Target {
		return
	}
	switch f.approx {
	case "trên", "hơn":
		r.Bound = ">"
	}
	if r.Bound == "" && f.approx == "" && f.from > 0 && c.toks[f.from-1].word == c.lex.w.tu {
		r.Bound = ">=" // "đạt từ 90%"
	}
}

// measureChange writes a growth that has no level.
func (c *clause) measureChange(r *corpus.Record, f *figure, role class, l *lead, t *tail) {
	if f.isRange {
		low, high := f.low, f.high
		if role == cDown {
			low, high = -high, -low
		}
		r.Low, r.High = &low, &high
		if (l.avg || t.avg) && r.Unit == "%" {
			r.Unit = "%/năm"
		}
		return
	}
	ch := c.changeOf(f, role, l, t)
	r.Change = &ch
	if role == cTimes || role == cRate {
		r.Unit = "%"
	}
	if role == cTimes && l.role == cUp {
		r.Doubt = doubts(r.Doubt, doubtTimes)
	}
	c.bound(r, f)
}

func (c *clause) areaFor(ctx found) string {
	for _, area := range [...]string{ctx.area, c.area, c.head.area, c.home} {
		if area != "" {
			return area
		}
	}
	return ""
}

// append fills in source and evidence.
func (c *clause) append(r corpus.Record) {
	r.Source = c.a.Source()
	r.Source.Paragraph = c.number
	r.Evidence = c.a.Text[c.ev.from:c.ev.to]
	r.Audience = c.a.Audience
	if r.Area == "" || c.guessed && r.Area == c.home {
		r.Doubt = doubts(r.Doubt, doubtArea)
	}
	if c.last >= c.first && c.last < len(c.out) {
		if o := &c.out[c.last].Record; strings.Contains(o.Approx, "mốc") && o.Name == r.Name && o.Unit == r.Unit && o.Period == r.Period && r.Value != nil {
			o.Doubt = doubts(o.Doubt, doubtTwice) // "vượt mốc 10.000 tỷ đồng, ước đạt 10.460 tỷ đồng"
		}
	}
	if o := c.contradicted(&r); o != nil && r.Doubt == "" {
		if o.Approx != "" && r.Approx == "" {
			o.Doubt = doubtTwice // "vượt mốc 12.000 tỷ đồng, cụ thể là 12.345 tỷ đồng"
		} else {
			r.Doubt = doubtTwice
			if c.inSentence(o) {
				o.Doubt = doubtTwice // several figures for one name: "giỏi, khá lần lượt là 31,5%; 42,3%"
			}
		}
	}
	c.out = append(c.out, Candidate{Record: r, Start: c.ev.from, End: c.ev.to})
}

// inSentence reports whether a record was read from the sentence at hand.
func (c *clause) inSentence(o *corpus.Record) bool {
	for i := c.first; i < len(c.out); i++ {
		if &c.out[i].Record == o {
			return true
		}
	}
	return false
}

// contradicted returns another level of the same indicator that the article has
// for the same area, period and status, nil if there is none.
func (r *reader) contradicted(n *corpus.Record) *corpus.Record {
	if n.Value == nil || n.Of != nil {
		return nil
	}
	for i := len(r.out) - 1; i >= 0 && i >= len(r.out)-200; i-- {
		o := &r.out[i].Record
		if o.Doubt == "" && o.Value != nil && o.Of == nil && *o.Value != *n.Value && o.Unit == n.Unit && o.Period == n.Period && o.Area == n.Area && o.Status == n.Status && o.Scope == n.Scope &&
			(o.Indicator != "" && o.Indicator == n.Indicator || strings.EqualFold(o.Name, n.Name)) {
			return o
		}
	}
	return nil
}
