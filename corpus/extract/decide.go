package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// figure reads figure i and returns the first item not used up.
func (c *clause) figure(i int) int {
	l, t := c.leadOf(i), c.tailOf(i)
	t.plan = t.plan || l.plan
	f := &c.items[i].fig
	if (f.unit.name == "tiêu chí" || f.unit.name == "tiêu chí/xã") && c.meanCriteria(i, &l, &t) {
		return t.next
	}
	c.lendNoun(i, &l)
	c.lendUnit(i, &l)
	private := c.privately(i)
	if !private && !c.muted {
		if n := c.amongOthers(i, &l); n > 0 {
			return n
		}
	}
	if private || c.muted || f.of > 0 && !f.isScore && f.unit.n == 0 || c.ignored(i, &l) {
		return c.pass(i, &l, &t, private)
	}
	if i > c.start && c.items[i-1].is(cTotal) && f.unit.count && !f.isScore {
		c.total = f
		c.start = t.next
		return t.next
	}
	if n := c.joined(i, &l, &t); n > 0 {
		return n
	}
	if f.after && c.revised(i) && c.last >= 0 {
		r := &c.out[c.last].Record
		r.Note = doubts(r.Note, "điều chỉnh từ "+spelledOut(c.a.Text, c.toks[f.num:f.to]))
		c.start = t.next
		return t.next
	}
	sub, ctx := c.subjectOf(c.start, l.verb)
	c.settle(&l, &t, &ctx)
	c.read(&reading{at: i, fig: f, lead: &l, tail: &t, sub: sub, ctx: ctx})
	c.start = t.next
	return t.next
}

// amongOthers reads figure i as one of a list of places or of the parts of a whole, and
// returns the first item not used up, 0 if it is none.
func (c *clause) amongOthers(i int, l *lead) int {
	if c.items[i].list != nil {
		if n := c.listedPlace(i); n > 0 {
			return n
		}
	}
	if n := c.bareParts(i, l); n > 0 {
		return n
	}
	if n := c.partsBehind(i, l); n > 0 {
		return n
	}
	return c.labelParts(i)
}

// joined reads figure i with those that go with it: a series "lần lượt là a; b; c",
// a move from one level to another. It returns the first item not used up, 0 if the
// figure stands alone.
func (c *clause) joined(i int, l *lead, t *tail) int {
	if l.each || c.paired(i, l) {
		if n := c.series(i, l); n > 0 {
			return n
		}
	}
	if l.from || c.items[i].fig.after || c.startsMove(i, l) {
		return c.move(i, l, t)
	}
	return 0
}

// pass skips figure i, which is none of an indicator, and returns the first item
// behind it. The time with which the sentence opened goes on to hold.
func (c *clause) pass(i int, l *lead, t *tail, private bool) int {
	if !private && !c.muted && c.period.IsZero() && l.verb-c.start < maxOpening {
		_, ctx := c.subjectOf(c.start, l.verb)
		c.keepTime(ctx)
	}
	c.muted = c.muted || i > 0 && c.wordsOf(&c.items[i-1]) == "cứ"
	if lasting[c.items[i].fig.unit.name] {
		c.years = c.years || c.yearsGone(i)
		c.items[i].kind = noiseItem
		return i + 1
	}
	c.last, c.subject = -1, subject{ref: -1}
	c.start = t.next
	return t.next
}

// maxOpening is how many items may open a sentence before its first figure.
const maxOpening = 40

// keepTime takes the time with which a sentence opens where its first figure is
// none of an indicator.
func (c *clause) keepTime(ctx found) {
	if apart := strings.HasPrefix(strings.ToLower(c.words(0, 1)), "riêng"); (ctx.leading || apart) && !ctx.period.IsZero() {
		c.apply(found{period: ctx.period, leading: ctx.leading, until: ctx.until})
	}
}

// lasting are units of time: a figure in them says nothing of the subject.
var lasting = map[string]bool{"ngày": true, "tháng": true, "năm": true, "giờ": true, "phút": true, "tuần": true, "quý": true, "bậc": true, "": true}

// settle adds to the context what the words next to the figure say.
func (c *clause) settle(l *lead, t *tail, ctx *found) {
	ctx.est = ctx.est || l.est
	ctx.target = ctx.target || l.target
	ctx.settled = l.settle && !ctx.est
	if t.basis == "" {
		t.basis = l.basis
	}
	if t.basis == "" {
		if t.basis = ctx.basis; t.basis == "" {
			t.basis = c.basis
		}
	}
	if l.dated {
		it := item{kind: whenItem, when: l.when}
		c.note(&it, len(c.items)+9, ctx) // behind all that could open a sentence
		ctx.settled = ctx.settled || !ctx.est && c.est && yearOf(ctx.period) < yearOf(c.near())
		ctx.earlier = ctx.settled
	}
	if t.scope != "" {
		ctx.scope = t.scope
	}
}

// foreign reports whether figure i, which names no subject, cannot be of the
// last one: money after a count, or the same amount said once more. Where the
// noun behind it names it, sub is set instead.
func (c *clause) foreign(i int, f *figure, l *lead, t *tail, sub *subject) bool {
	if l.role == cEqual && !f.unit.percent() {
		return true
	}
	have := unit{name: c.out[c.last].Unit}
	if r := &c.out[c.last].Record; r.Value == nil && r.Low == nil && r.Change != nil && !f.unit.count {
		return false // the level of a growth: "tăng 3,8%, đạt 21.400 tỷ đồng"
	}
	if have.name == "" || have.money() == f.unit.money() && have.percent() == f.unit.percent() || f.isScore || sub.plan {
		return false
	}
	if t.next < len(c.items) && c.items[t.next].is(cHead) {
		end, text := c.nounEnd(i, t)
		s := subject{ref: -1, name: viet.Capital(text), strong: true}
		s.refer(c.exact(text))
		t.next = max(t.next, end)
		*sub = s
		return false
	}
	return !f.unit.percent()
}

// sameCount reports whether the subject carried over was counted in the unit of
// the figure before: "đầu năm có 4.512 hộ …, nay còn 3.650 hộ".
func (c *clause) sameCount(i int, f *figure, t *tail) bool {
	_, text := c.nounEnd(i, t)
	if text != c.nounText(f) {
		return false
	}
	if more := strings.ToLower(text); more != f.unit.name && c.subject.ref < 0 && (!strings.Contains(strings.ToLower(c.subject.name), more) || len(c.lookup(more)) > 0) {
		return false // "320 hộ thoát nghèo; còn 640 hộ nghèo"
	}
	for i := c.first; i < len(c.out); i++ {
		if c.out[i].Unit == f.unit.name && c.out[i].Name == c.subject.name {
			return true
		}
	}
	return false
}

// economy reads "tăng trưởng 8%" without a subject as the growth of the economy.
func (c *clause) economy(l *lead, sub *subject) bool {
	for k := l.verb; k < len(c.items) && k <= l.verb+2; k++ {
		if c.items[k].is(cUp) && c.items[k].is(cSpeed) && strings.ToLower(c.wordsOf(&c.items[k])) == "tăng trưởng" {
			if refs := c.lookup("tăng trưởng kinh tế"); len(refs) > 0 {
				*sub = subject{ref: int(refs[0].ref), refs: refs, name: "Tăng trưởng kinh tế", strong: true, growth: true}
				return true
			}
		}
	}
	return false
}

// paceAlone reads "tốc độ tăng trưởng bình quân 10%/năm" that opens a clause as
// the growth of the economy, which a person should confirm.
func (c *clause) paceAlone(r *reading) {
	if r.fresh || !r.sub.growth || r.sub.name != "" || c.start > 0 && c.items[c.start-1].sign != ';' && c.items[c.start-1].sign != ':' {
		return
	}
	for k := c.start; k < r.lead.verb; k++ {
		if low := strings.ToLower(c.wordsOf(&c.items[k])); strings.HasPrefix(low, "tốc độ tăng trưởng") {
			r.sub = subject{ref: -1, name: "Tốc độ tăng trưởng kinh tế", strong: true, growth: true, unsaid: true}
			r.sub.refer(c.lookup("tốc độ tăng trưởng kinh tế"))
			r.role, r.fresh = cUp, true
			return
		}
	}
}

// sameRegion reports whether nothing but signs and verbs stand between the
// last figure and item k.
func (c *clause) sameRegion(k int) bool {
	for j := c.start; j < k; j++ {
		if it := &c.items[j]; it.kind == wordItem && !it.any(cAux, cConn, cAnd, cAdverb) && it.roles&verbs == 0 {
			return false
		}
	}
	return true
}

// inherit gives a clause without a subject the one before it.
func (c *clause) inherit(sub subject) subject {
	s := c.subject
	if !s.found() && c.before.subject.found() && c.leans() {
		s = c.before.subject
	}
	s.plan, s.person, s.share = sub.plan, sub.person, sub.share
	s.growth = s.growth || sub.growth
	s.rate = s.rate || sub.rate
	return s
}

// leans reports whether the sentence so far names but places and times, so that
// it goes on with the subject of the one before.
func (c *clause) leans() bool {
	if c.items[0].is(cCont) {
		return true
	}
	for j := range c.items {
		it := &c.items[j]
		if it.kind == figureItem || it.roles&verbs != 0 && !it.is(cConn) {
			return true
		}
		if it.kind == wordItem && !it.any(cConn, cWhole, cAux, cEst, cAnd, cAt) || it.is(cName) {
			return false
		}
	}
	return false
}

// roleOf decides between level, change, share and plan.
func (c *clause) roleOf(f *figure, l *lead, t *tail, sub *subject, fresh bool) class {
	switch role := l.role; {
	case f.isScore:
		return cLevel
	case f.sign > 0:
		return cUp
	case f.sign < 0:
		return cDown
	case role == cTimes && t.plan:
		return cPlan
	case role == cTimes || f.unit.name == "lần" && (role == cUp || role == cEqual || role == cLevel):
		return cTimes
	case f.unit.percent():
		return c.roleOfShare(f, l, t, sub, fresh)
	case sub.rate && f.value > 50:
		return cRate
	case f.unit.points() && sub.growth:
		return cUp
	case role == cContrib && f.unit.money():
		sub.name += " đóng góp"
		sub.refs, sub.ref, sub.strong = nil, -1, true
		return cLevel // "nhân dân đóng góp 187 tỷ đồng"
	case role == cShare, (role == cUp || role == cDown) && c.landing(l, sub, false):
		return cLevel
	case role == cUp || role == cDown || role == cContrib || role == cDrag:
		return role
	case role == noClass && fresh && sub.moved != noClass:
		return sub.moved
	}
	return cLevel
}

// roleOfShare decides what a percentage is: a share of the plan or of a whole, a
// growth, or a level of its own.
func (c *clause) roleOfShare(f *figure, l *lead, t *tail, sub *subject, fresh bool) class {
	role, moving := l.role, c.chain == cUp || c.chain == cDown
	switch {
	case t.plan, role == cExceed:
		return cPlan
	case sub.plan && moving:
		return c.chain
	case t.basis != "" && (role == cEqual || role == cLevel && f.value >= 60 || role == cDone):
		return cRate
	case f.value > 50 && (sub.rate || c.rated && role != cUp && role != cDown):
		return cRate
	case role == cEqual && !fresh && c.last >= 0 && c.out[c.last].PlanPct == nil:
		return cPlan
	case c.rateOfCount(l, t, fresh):
		sub.share = true
		return cShare
	case role == cLevel && !fresh && t.basis == "" && c.reachedPlan(sub):
		return cPlan
	case sub.growth:
		return cUp
	case role == cDrag:
		return cDown // "kéo giảm 5% số vụ phạm pháp hình sự"
	case (role == cUp || role == cDown) && c.landing(l, sub, true):
		return cLevel
	case !fresh && c.last >= 0 && role == noClass && (l.more || f.approx == "hơn") && !c.opensPart():
		return cUp
	case role == cUp || role == cDown || role == cShare || role == cContrib:
		return role
	case role == cEqual && !fresh:
		return cEqual
	case role == noClass && fresh && sub.moved != noClass:
		return sub.moved
	case fresh && sub.branch && (role == noClass || role == cLevel) && c.structure(t.next):
		return cShare
	case role == noClass && (!fresh && l.dated && moving || fresh && c.inChain(*sub)):
		return c.chain
	}
	return cLevel
}

// rateOfCount reports whether a percentage is called a rate of the count before it:
// "5.214 hộ nghèo, tỷ lệ 18,6%".
func (c *clause) rateOfCount(l *lead, t *tail, fresh bool) bool {
	return !fresh && (l.role == noClass || l.role == cLevel) && t.basis == "" && c.calledRate(l) && !ratio(c.subject.name) &&
		c.last >= 0 && c.out[c.last].Value != nil && kindOfUnit(c.out[c.last].Unit) != "%"
}

// calledRate reports whether the words between the subject and its figure call it
// a rate: "5.214 hộ nghèo, tỷ lệ 18,6%".
func (c *clause) calledRate(l *lead) bool {
	for k := max(l.verb, c.start); k < len(c.items) && c.items[k].kind != figureItem; k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); w == "tỷ lệ" || strings.HasSuffix(w, " tỷ lệ") {
			return true
		}
	}
	return false
}

// landing reports whether the verb says where a movement ends: "tăng lên 63
// triệu đồng". Of a growth in per cent that holds for rates alone.
func (c *clause) landing(l *lead, sub *subject, percent bool) bool {
	for k := l.verb; k < len(c.items) && k <= l.verb+3 && c.items[k].kind != figureItem; k++ {
		if it := &c.items[k]; it.any(cUp, cDown) && it.is(cTo) {
			low := strings.ToLower(sub.name + " " + c.subject.name)
			return !percent || strings.Contains(low, "tỷ lệ") || strings.Contains(low, "tỷ trọng") || strings.Contains(low, "độ che phủ")
		}
	}
	return false
}

// reachedPlan reports whether "đạt 85%" behind an amount is a share of its plan.
func (c *clause) reachedPlan(sub *subject) bool {
	if c.last < 0 || sub.plan {
		return false
	}
	r := &c.out[c.last].Record
	return r.Value != nil && r.PlanPct == nil && r.Of == nil && !strings.HasPrefix(r.Unit, "%") && r.Unit != ""
}

// inChain reports whether a clause without a verb goes on with the one before:
// "công nghiệp tăng 9%, dịch vụ 7%".
func (c *clause) inChain(sub subject) bool {
	switch c.chain {
	case cUp, cDown:
		if c.last >= 0 && !sub.branch && (c.out[c.last].Value != nil || c.out[c.last].Low != nil) || ratio(sub.name) {
			return false // the growth before only went with a level
		}
	case cShare:
		if sub.deed || c.start < len(c.items) && c.items[c.start].is(cDeed) && !sub.branch {
			return false // "chiếm 30% …; kết nạp 3%"
		}
	default:
		return false
	}
	if sub.ref >= 0 {
		u := c.x.indicators[sub.ref].Unit
		return u != "%" || c.chain == cShare
	}
	return true
}

// ratio reports whether a name says that its figures are levels in per cent.
func ratio(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "tỷ lệ") || strings.HasPrefix(low, "tỷ suất") || strings.HasPrefix(low, "tỷ trọng") || strings.HasPrefix(low, "tỷ số")
}

// scopeText returns a scope without the words that lead to it.
func scopeText(s string) string {
	s = viet.Uncapital(s)
	for _, lead := range [...]string{"tính ", "theo ", "do "} {
		s = strings.TrimPrefix(s, lead)
	}
	return s
}

// negated are words that alone are no name.
var negated = map[string]bool{"để": true, "nhằm": true, "khi": true, "nếu": true, "vì": true, "không": true, "chưa": true, "hy vọng": true, "mong": true, "mới hy vọng": true, "chưa hoàn thành": true, "không hoàn thành": true}

// negates reports whether a name tells what is not there: "không có xã nào".
func negates(name string) bool {
	low := strings.ToLower(name)
	return negated[low] || strings.HasPrefix(low, "không có ") || strings.HasPrefix(low, "không còn ") || strings.HasPrefix(low, "vượt kế hoạch") || strings.HasPrefix(low, "vượt dự toán") || strings.HasPrefix(low, "vượt chỉ tiêu") || strings.HasPrefix(low, "vượt mục tiêu")
}

// againstPlan notes an amount above or below the plan: "cao hơn 500 tỷ đồng so
// với dự toán" is no change over time.
func (c *clause) againstPlan(f *figure, l *lead, t *tail) bool {
	if !t.plan || f.unit.percent() || f.isScore || l.role != cUp && l.role != cDown && l.role != cExceed {
		return false
	}
	if c.last >= 0 {
		r := &c.out[c.last].Record
		r.Note = doubts(r.Note, spelledOut(c.a.Text, c.toks[c.items[min(l.verb, len(c.items)-1)].from:c.items[t.next-1].to]))
	}
	return true
}

// againstOthers notes how far a figure is above that of other places, which is
// no change over time.
func (c *clause) againstOthers(r *reading) bool {
	if !r.lead.others && !(r.fig.unit.points() && (r.role == cUp || r.role == cDown) && ofPlaces(r.tail.basis)) {
		return false
	}
	if c.last >= 0 && !r.fresh {
		rec := &c.out[c.last].Record
		rec.Note = doubts(rec.Note, spelledOut(c.a.Text, c.toks[c.items[r.lead.verb].from:c.items[r.at].to]))
	}
	return true
}

// ofPlaces reports whether a basis names places and no time: "so với bình quân
// chung cả nước".
func ofPlaces(basis string) bool {
	low := strings.ToLower(basis)
	for _, time := range [...]string{"cùng", "năm", "tháng", "quý", "kỳ"} {
		if strings.Contains(low, time) {
			return false
		}
	}
	return strings.Contains(low, "cả nước") || strings.Contains(low, "toàn quốc") || strings.Contains(low, "bình quân chung") || strings.Contains(low, "toàn tỉnh")
}

// ofNoun reports whether a share is one of something that follows: "bằng 41,6%
// GRDP".
func (c *clause) ofNoun(t *tail) bool {
	return t.next < len(c.items) && c.items[t.next].any(cName, cHead)
}

// opensPart reports whether the clause goes on with a part of what the figure before
// counted: "5.326 nhân khẩu, trong đó hơn 94% là đồng bào Thái".
func (c *clause) opensPart() bool {
	return c.start < len(c.items) && c.items[c.start].is(cCont) || c.start+1 < len(c.items) && c.items[c.start+1].is(cCont)
}
