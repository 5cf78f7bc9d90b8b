package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A reading is one figure with all that its neighbours say of it.
type reading struct {
	at   int // item
	fig  *figure
	lead *lead
	tail *tail
	sub  subject
	ctx  found
	role class

	fresh  bool // the clause names a subject of its own
	placed bool // it names an area or a time of its own

	leaning bool // its subject is one of several of the sentence before
}

// bare reports whether the figure is a percentage to which the clause gives
// neither subject, plan nor basis.
func (r *reading) bare() bool {
	return r.fig.unit.percent() && !r.fresh && !r.tail.plan && r.tail.basis == ""
}

// read decides what a figure says, and writes it down.
func (c *clause) read(r *reading) {
	if c.behindShare(r) {
		return
	}
	c.weigh(r)
	if c.dismissed(r) {
		return
	}
	if c.lessThings(r) {
		return
	}
	c.nameBehind(r)
	if c.back != noClass && c.turnBack(r) {
		return
	}
	kin := c.kin(r)
	if r.fig.unit.count && !kin && !c.namedBefore(r) {
		c.countFigure(r.at, r.fig, r.lead, r.tail, r.sub, r.ctx)
		return
	}
	if r.tail.plan && !r.fresh && r.tail.until > r.tail.topic && (c.last < 0 || !c.sameRegion(r.lead.verb)) {
		r.sub = c.planTopic(r.tail)
		r.fresh = r.sub.found()
	}
	if !r.fresh && r.role == cLevel && c.last >= 0 && !r.placed && c.foreign(r.at, r.fig, r.lead, r.tail, &r.sub) {
		return
	}
	if c.opensMove(r) {
		if s := c.object(r); s.found() {
			r.sub, r.fresh = s, true
		}
	}
	r.fresh = r.fresh || r.sub.found() && !r.sub.plan
	if !kin {
		c.nameParts(r)
	}
	c.enter(r)
	c.write(r)
}

// nameBehind names a figure by the words behind it, or by a deed, where they say more
// than those before it.
func (c *clause) nameBehind(r *reading) {
	if r.fresh && r.fig.unit.percent() && !r.sub.strong && r.sub.ref < 0 && !r.tail.plan && r.tail.basis == "" && c.thereIs(r) {
		r.sub, r.fresh = subject{ref: -1}, false // "cuộc bầu cử có 99,87% cử tri đi bỏ phiếu"
	}
	if r.fresh && r.fig.unit.percent() && (strings.HasSuffix(r.sub.name, " cho thấy") || strings.HasSuffix(r.sub.name, " cho biết")) {
		r.sub, r.fresh = subject{ref: -1}, false // "phiếu khảo sát cho thấy 92,8% người bệnh hài lòng"
	}
	if !r.fresh && r.role == cLevel && c.growsThere(r) {
		r.fresh = true
	}
	if c.dealtWith(r) && !urging[c.deedBefore(r.at, r.lead)] {
		r.sub, r.fresh = c.deedOf(r.at, r.lead, r.tail), true
		r.role = cLevel
	}
	if urged := r.fig.unit.percent() && r.lead.deed >= 0 && urging[c.deedBefore(r.at, r.lead)]; urged || r.bare() && !c.labelled() && (r.role == cLevel || r.role == cEqual) && (r.lead.role == noClass || c.items[r.lead.verb].is(cFor) || c.startsWith(r.lead)) {
		if s := c.shareOfNoun(r.at, r.lead, r.tail); s.found() {
			r.sub, r.fresh = s, true
		}
	}
	c.carriage(r)
	c.deedBehind(r)
}

// urging are deeds that bring others to do what the words behind the share tell: "vận
// động 85% công đoàn cơ sở ký thỏa ước".
var urging = map[string]bool{"vận động": true, "vận động được": true, "hướng dẫn": true, "đôn đốc": true, "chỉ đạo": true, "tuyên truyền, vận động": true, "tuyên truyền": true, "huy động": true, "thu hút": true}

// dealtWith reports whether the figure is the share of things to which a deed was
// done: "giải quyết 98,5% hồ sơ đúng hạn".
func (c *clause) dealtWith(r *reading) bool {
	k := r.tail.next
	return r.lead.deed >= 0 && r.fig.unit.percent() && !r.tail.plan && r.tail.basis == "" && (r.role == cLevel || r.role == noClass) &&
		k < len(c.items) && c.items[k].kind == wordItem && !c.items[k].any(cAnd, cConn, cCont, cBasis, cAux, cEst) && (c.items[k].roles&verbs == 0 || c.items[k].any(cName, cHead, cCount))
}

// growsThere names a surface by the words behind it where an area has it: "huyện
// có 8.500 ha cây ăn trái".
func (c *clause) growsThere(r *reading) bool {
	u := r.fig.unit
	if kindOfUnit(u.name) != "surface" || !(c.there(r.at) || c.last >= c.first && c.listed(r.at) && c.grows) {
		return false
	}
	u.n, r.fig.unit.n = r.fig.unit.n, 0
	end, text := c.nounEnd(r.at, r.tail)
	r.fig.unit.n = u.n
	if text == "" || len(text) > 60 {
		return false
	}
	c.rename(r, "Diện tích "+text)
	r.tail.next = max(r.tail.next, end)
	c.grows = true
	return true
}

// thereIs reports whether "có" stands right before the figure and a counted noun
// right behind it.
func (c *clause) thereIs(r *reading) bool {
	return r.at > c.start && strings.EqualFold(c.wordsOf(&c.items[r.at-1]), "có") && r.tail.next < len(c.items) && c.items[r.tail.next].is(cCount)
}

// labelled reports whether a colon parts the figures from the name before them:
// "Tỷ lệ bao phủ bảo hiểm y tế: trên 95% dân số".
func (c *clause) labelled() bool {
	return c.last < 0 && c.subject.found() && c.start > 0 && c.items[c.start-1].sign == ':' && ratio(c.subject.name)
}

// weigh finds the role of the figure and puts right what that changes.
func (c *clause) weigh(r *reading) {
	f, l, t := r.fig, r.lead, r.tail
	r.fresh = r.sub.found() && !r.sub.plan
	r.placed = r.ctx.area != "" || !r.ctx.period.IsZero()
	c.goesOnGrowing(r)
	c.contributed(r)
	if l.role == cExceed && !t.plan && !l.plan && t.basis != "" && f.unit.percent() && !planned.MatchString(strings.ToLower(t.basis)) {
		l.role = cUp // "vượt 15% so với năm 2019"
	}
	r.role = c.roleOf(f, l, t, &r.sub, r.fresh)
	if (r.role == cTimes || r.role == cRate) && t.basis == "" && t.dated {
		t.basis, t.dated = c.words(t.next-1, t.next), false
	}
	c.estParts = c.estParts || c.est && r.ctx.cont
	r.ctx.settled = r.ctx.settled && r.fresh && r.role == cLevel && !r.ctx.cont && !c.estParts || r.ctx.earlier
	l.avg = l.avg || r.ctx.avg
	if vague[strings.ToLower(r.sub.name)] && r.sub.ref < 0 && strings.HasPrefix(viet.Fold(c.subject.name), viet.Fold(r.sub.name)+" ") {
		r.sub, r.fresh, r.placed = subject{ref: -1}, false, true
	}
	c.callByWords(r)
	c.callByDeed(r)
}

// countsObject reports whether a movement in per cent is of things that follow it: "và giảm
// ít nhất 60% số hồ sơ quá hạn".
func (c *clause) countsObject(r *reading) bool {
	return (r.role == cUp || r.role == cDown) && r.fig.unit.percent() && r.tail.next < len(c.items) && strings.EqualFold(c.wordsOf(&c.items[r.tail.next]), "số")
}

// ofItself names a figure that leans on none before, though it says no name: the growth of
// the economy, a pace, a share told again for another year.
func (c *clause) ofItself(r *reading) {
	if !r.fresh && !c.subject.found() && r.lead.role == cUp && c.economy(r.lead, &r.sub) {
		r.fresh = true
	}
	c.paceAlone(r)
	if !r.fresh && r.placed && c.chain == cShare && c.last >= c.first && r.bare() && (r.role == cLevel || r.role == cShare) {
		c.rename(r, c.out[c.last].Name) // "Năm 2019 hộ nghèo chiếm 6,5%, năm 2020 5,2%"
		r.fresh, r.role = true, cLevel
	}
}

// goesOnGrowing takes a figure without a name of its own for a growth where the one before
// is called so.
func (c *clause) goesOnGrowing(r *reading) {
	switch {
	case r.fresh:
	case c.last < 0: // "Tốc độ tăng trưởng GRDP: 8,5%"
		r.sub.growth = r.sub.growth || c.subject.growth
		r.sub.rate = r.sub.rate || c.subject.rate
	case r.placed && c.subject.growth && r.fig.unit.percent() && c.last >= c.first && c.out[c.last].Value == nil && c.out[c.last].Change != nil:
		r.sub.growth = true // "Tốc độ tăng GRDP 11,2% (năm 2024 đạt 10,8%)"
	}
}

// callByWords puts right the name that the words before the figure gave it.
func (c *clause) callByWords(r *reading) {
	f := r.fig
	for _, first := range [...]string{" lần đầu", " lần đầu tiên"} {
		if name, ok := strings.CutSuffix(r.sub.name, first); ok && strings.Contains(f.approx, "mốc") {
			c.rename(r, name) // "Thu ngân sách lần đầu vượt mốc 10.000 tỷ đồng"
		}
	}
	c.markBefore(r)
	c.pronoun(r)
	c.sameDeed(r)
	c.herd(r)
	c.nameTotal(r)
	c.partOfCount(r)
	c.shareOfAll(r)
	if i := strings.Index(strings.ToLower(r.sub.name), " đóng góp"); i > 0 && f.unit.points() && r.role == cLevel {
		r.sub.name, r.role = r.sub.name[:i], cContrib // "khu vực dịch vụ đóng góp nhiều nhất với 2,7 điểm phần trăm"
	}
}

// callByDeed names the figure by what was done, or doubts who did it.
func (c *clause) callByDeed(r *reading) {
	f, l, t := r.fig, r.lead, r.tail
	c.outlay(r)
	c.listedMeasure(r)
	c.spent(r)
	c.disbursed(r)
	c.budgeted(r)
	c.office(r)
	c.stranger(r)
	c.acts(r)
	if fund := strings.ToLower(r.sub.name); l.deed >= 0 && strings.HasPrefix(fund, "quỹ ") && f.unit.money() {
		if deed := c.deedBefore(r.at, l); !strings.HasSuffix(fund, deed) {
			r.sub.name += " " + deed
		}
		r.sub.strong = true // "Quỹ Vì người nghèo vận động được 3,2 tỷ đồng"
	}
	if l.deed >= 0 && (!r.sub.strong || c.agent(c.start, l.deed) || c.agent(c.afterComma(l.deed), l.deed)) && !f.unit.percent() && !f.unit.count {
		r.sub, r.fresh = c.deedOf(r.at, l, t), true
		c.deed = r.sub
		c.giver(r)
	}
	if verb := lastWord(r.sub.name, 2); f.unit.money() && collects[verb] && strings.Contains(r.sub.name, " ") && !c.deed.deed {
		c.deed = subject{ref: -1, deed: true, verb: verb, name: r.sub.name} // "nhân dân đóng góp 3,4 tỷ đồng và 2.100 ngày công"
	}
}

// planned are words of a plan.
var planned = regexp.MustCompile(`kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|giao|kh\b|yêu cầu|quy định|định mức`)

// lastWord returns the last n syllables of a name in small letters.
func lastWord(name string, n int) string {
	words := strings.Fields(strings.ToLower(name))
	return strings.Join(words[max(len(words)-n, 0):], " ")
}

// giver names money after those who gave it: "doanh nghiệp hỗ trợ 12,8 tỷ đồng".
func (c *clause) giver(r *reading) {
	from := c.afterComma(r.lead.deed)
	for from < r.lead.deed && c.items[from].any(cConn, cCont, cAnd, cWhole) && !c.opensAgent(from) {
		from++
	}
	if !r.fig.unit.money() || !gives[c.deedBefore(r.at, r.lead)] || from == r.lead.deed || r.lead.deed-from > 4 || c.items[r.lead.deed-1].to-c.items[from].from > 5 || strings.Contains(r.sub.name, " ") && !gives[strings.ToLower(r.sub.name)] {
		return
	}
	for k := from; k < r.lead.deed; k++ {
		if it := &c.items[k]; it.kind != wordItem || it.any(cDeed, cUp, cDown, cLevel, cBasis, cPerson) && !it.any(cName, cNoun, cCount) {
			return
		}
	}
	deed := r.sub
	c.rename(r, viet.Capital(c.words(from, r.lead.deed)+" "+viet.Uncapital(deed.name)))
	r.sub.deed, r.sub.verb = true, deed.verb
	c.deed = r.sub
}

// gives are deeds of those who give money.
var gives = map[string]bool{"đóng góp": true, "ủng hộ": true, "hỗ trợ": true, "quyên góp": true, "tài trợ": true, "góp": true}

// contributed names money that goes on with what people gave: "hiến 1.250 m2 đất, đóng
// góp 860 triệu đồng và 1.120 ngày công".
func (c *clause) contributed(r *reading) {
	if r.lead.role != cContrib || !r.fig.unit.money() || r.fresh {
		return
	}
	c.rename(r, "Đóng góp")
	r.sub.deed, r.sub.verb, r.fresh, r.lead.role = true, "đóng góp", true, noClass
	c.deed = r.sub
}

// offices open the name of one whose share is told, with the word that must
// follow: "Sở Giao thông vận tải đạt 66,3%".
var offices = map[string]string{"sở": "", "ban": "", "phòng": "", "cục": "", "chi": "cục", "ubnd": "", "văn": "phòng", "trung": "tâm"}

// office reads the share of an office as one of the measure before it; what
// follows goes on with that measure.
func (c *clause) office(r *reading) {
	if !r.fresh || r.sub.strong || !r.fig.unit.percent() || !c.subject.found() || r.ctx.area != "" {
		return
	}
	words := c.lex.wordsOf(r.sub.name)
	if len(words) < 2 {
		return
	}
	if next, ok := offices[words[0]]; !ok || next != "" && next != words[1] {
		return
	}
	base, _, _ := strings.Cut(c.subject.name, " của ")
	name := base + " của " + r.sub.name
	r.sub = subject{ref: -1, name: name, strong: true, unsaid: true, aside: true}
	if c.spentOf(c.subject) && r.role == cLevel {
		r.role = cPlan
	}
}

// stranger takes a bare proper name for a place of which the figure is, and doubts
// which: "Kim Sơn giảm 2,1%, Yên Bình giảm 1,8%".
func (c *clause) stranger(r *reading) {
	if r.sub.strong || r.sub.ref >= 0 || !proper(r.sub.name) {
		return
	}
	if !c.subject.found() {
		r.sub.unsaid = true
		return
	}
	r.sub, r.fresh, r.placed = subject{ref: -1}, false, true
	r.ctx.area, r.ctx.unplaced = "", true
}

// proper reports whether a name consists of two to four capitalized words.
func proper(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if w != viet.Capital(w) || w == strings.ToUpper(w) {
			return false
		}
	}
	return true
}

// acts doubts a name that tells but who acts; "tăng trưởng" said of no measure is
// that of the economy.
func (c *clause) acts(r *reading) {
	if r.sub.strong && !r.sub.branch || r.sub.ref >= 0 || r.sub.aside || !r.sub.found() {
		return
	}
	words := c.lex.wordsOf(r.sub.name)
	if len(words) < 2 || words[0] == "ngành" && r.role != cLevel {
		return
	}
	if next, ok := agents[words[0]]; !ok || next != "" && !follows(next, words[1]) {
		return
	}
	if r.role == cUp && c.economy(r.lead, &r.sub) {
		return
	}
	r.sub.unsaid = true
}

// dismissed reports whether the figure adds nothing to the records: a share
// said once more, a part of something else, an amount against the plan.
func (c *clause) dismissed(r *reading) bool {
	f, l, t := r.fig, r.lead, r.tail
	switch {
	case f.unit.percent() && !r.fresh && !r.placed && c.last >= 0 && c.repeats(r.at, c.last) && (!t.plan || c.out[c.last].PlanPct != nil):
	case r.sub.person && !(l.deed >= 0 && (c.items[l.deed].is(cEvent) && c.given(l.deed) || c.bankActs(l.deed))), negates(r.sub.name), ofPerson(r.sub.name), c.forbids(r):
	case l.role == cExceed && f.unit.points():
	case l.role == cEqual && !t.plan && t.basis == "" && c.ofNoun(t):
	case c.againstPlan(f, l, t), c.againstOthers(r), c.threshold(r):
	case l.role == cDone && f.unit.percent() && !t.plan && !r.fresh:
	case !r.fresh && c.last >= 0 && c.about(r.at, f, r.role, l, t):
	default:
		return false
	}
	return true
}

// ofPerson reports whether a name is of what one person has: "vườn bưởi của ông".
func ofPerson(name string) bool {
	padded := strings.ToLower(name) + " "
	for _, owner := range [...]string{" của ông ", " của bà ", " của anh ", " của chị ", " của gia đình ", " nhà anh ", " nhà chị ", " nhà ông ", " nhà bà "} {
		if strings.Contains(padded, owner) {
			return true
		}
	}
	return false
}

// forbids reports whether the figure is the limit of a rule: "xe tải trên 10 tấn
// không được lưu thông".
func (c *clause) forbids(r *reading) bool {
	if r.lead.role != noClass || r.tail.next+1 >= len(c.items) || r.fig.unit.count && r.fig.approx == "" {
		return false
	}
	w := strings.ToLower(c.wordsOf(&c.items[r.tail.next]))
	return w == "không" || w == "không được" || w == "bị"
}

// namedBefore reports whether the words before a counted figure name what is
// counted; otherwise the noun behind it does.
func (c *clause) namedBefore(r *reading) bool {
	f, l := r.fig, r.lead
	switch {
	case c.agentLabel() != "" && !r.fresh, !r.fresh && c.fieldLabel(r.at, r.tail):
		return false
	case f.lent && r.fresh, r.sub.meant, c.counts(r.role, r.sub), c.incidents(r):
	case !r.fresh && l.role == cLevel && !f.isScore && c.sameCount(r.at, f, r.tail):
	case r.sub.strong && l.role != noClass && !(r.sub.branch && r.sub.ref < 0 && c.items[l.verb].is(cFor)):
	case c.last < 0 && c.subject.found() && !r.fresh:
	case settled[strings.ToLower(r.sub.name)]:
		return false
	case c.last >= 0 && r.fresh && l.role == noClass && l.deed < 0 && !f.isScore && !l.more && strings.Contains(r.sub.name, " ") && !strings.EqualFold(r.sub.name, "xây dựng"):
	default:
		return false
	}
	return true
}

// incidents reports whether the words before a figure in cases name of what they
// are, so that nothing follows: "vi phạm nồng độ cồn 527 trường hợp".
func (c *clause) incidents(r *reading) bool {
	switch r.fig.unit.name {
	case "trường hợp", "vụ", "vụ việc", "ca":
	default:
		return false
	}
	if _, text := c.nounEnd(r.at, r.tail); text != c.nounText(r.fig) || !r.fresh || r.lead.deed >= 0 || r.fig.isScore {
		return false
	}
	return r.lead.role == noClass && strings.Contains(r.sub.name, " ") || r.lead.role == cLevel
}

// enter makes the clause's own time, area and scope hold from here on.
func (c *clause) enter(r *reading) {
	p := c.near()
	if p.IsZero() && c.clock.year > 0 {
		p = corpus.YearOf(c.clock.year)
	}
	if !r.ctx.est && c.est && !r.ctx.period.IsZero() && !p.IsZero() && r.ctx.period.After().Before(p.After()) {
		r.ctx.settled = true
	}
	if r.fresh && c.borrowed && r.ctx.area == "" {
		c.area, c.borrowed = c.head.area, false
	}
	c.borrowed = c.borrowed || !r.fresh && r.ctx.area != ""
	c.apply(r.ctx)
	if r.ctx.scope != "" {
		c.scope = scopeText(r.ctx.scope)
	}
}

// write adds the figure to the record before, or writes one of its own.
func (c *clause) write(r *reading) {
	if c.turnBack(r) {
		return
	}
	attach := !r.fresh && !r.placed && c.last >= 0 && r.role != cLevel && r.role != cShare
	if attach && c.countsObject(r) {
		if r.sub = c.object(r); !r.sub.found() {
			return
		}
		r.fresh, attach = true, false
	}
	c.ofItself(r)
	if !r.fresh {
		if !c.subject.found() && !r.placed || c.stray(r) {
			return
		}
		r.leaning = c.leaning || !c.subject.found() && c.before.mixed
		c.leaning = r.leaning
		r.sub = c.inherit(r.sub)
		c.shareOfCount(r)
		if (r.role == cLevel || r.role == cEqual) && r.fig.unit.percent() && c.spentOf(r.sub) {
			r.role = cPlan
		}
		c.disbursedShare(r)
	}
	if r.bare() && r.role == cLevel && !r.placed && r.lead.role == noClass && c.last >= c.first && c.ofSum(r.at) {
		return
	}
	if attach && c.amend(r.fig, r.role, r.lead, r.tail) {
		return
	}
	if !r.fresh && !r.placed && r.role == cLevel && (r.lead.role == cLevel || r.lead.role == noClass && r.fig.approx != "") && !r.sub.plan && c.complete(r) {
		return
	}
	n, from := len(c.out), c.start
	c.emit(r.at, r.fig, r.role, r.lead, r.tail, r.sub, r.ctx)
	c.spread(n, c.places(from, r.lead.verb), r.fig)
	if r.leaning && len(c.out) > n {
		c.out[n].Doubt = doubts(c.out[n].Doubt, doubtName)
	}
}

// shareOfCount names a bare share behind a count by what the count says was measured, "9 đơn
// vị giải ngân trên 50%, dẫn đầu là huyện Kim Sơn (68,4%)"; otherwise it doubts the name.
func (c *clause) shareOfCount(r *reading) {
	if !r.fig.unit.percent() || r.role != cLevel || r.tail.plan || !strings.HasPrefix(r.sub.name, "Số ") {
		return
	}
	words := strings.Fields(r.sub.name)
	for k := 1; k < len(words); k++ {
		rest := strings.Join(words[k:], " ")
		if len(c.exact("tỷ lệ "+rest)) > 0 || k > 1 && len(c.exact(rest)) > 0 {
			c.rename(r, "Tỷ lệ "+rest)
			r.sub.aside = true
			return
		}
	}
	r.leaning = true
}

// threshold takes a limit into the name of what was counted: "5 đơn vị giải ngân
// trên 60%".
func (c *clause) threshold(r *reading) bool {
	f := r.fig
	if !f.unit.percent() || r.fresh || r.placed || c.last < c.first || f.approx == "" && f.bound == "" || r.lead.role != noClass || r.tail.plan || r.tail.basis != "" {
		return false
	}
	for k := c.start; k < r.at; k++ {
		if c.items[k].kind != wordItem {
			return false
		}
	}
	if r.at == 0 || c.start == 0 || c.items[c.start-1].kind == signItem {
		return false
	}
	rec := &c.out[c.last].Record
	if rec.Value == nil || kindOfUnit(rec.Unit) != "count" || rec.PlanPct != nil || rec.Change != nil {
		return false
	}
	rec.Name += " " + strings.ToLower(c.wordsOf(&c.items[r.at]))
	rec.Indicator = ""
	return true
}

// ofSum takes the percentage in figure i for the relative change where an absolute
// one stands before it, and doubts a sum of money behind which a bare percentage
// stands in brackets: "thuế bảo vệ môi trường 6,4 tỷ đồng (88%)".
func (c *clause) ofSum(i int) bool {
	v := c.items[i].fig.value
	rec := &c.out[c.last].Record
	money := unit{name: rec.Unit}.money()
	if rec.Change == nil && (rec.Value == nil || !money) || rec.Low != nil || rec.Change != nil && (unit{name: rec.Change.Unit}).percent() || rec.Change != nil && (unit{name: rec.Change.Unit}).points() {
		return false
	}
	if !money && rec.Value != nil && c.wordsOf(&c.items[max(i-2, 0)]) == rec.Printed {
		return false // "giảm 3 hộ, còn 12 hộ (0,35%)"
	}
	if ch := rec.Change; ch != nil { // "tăng 4.120 tỷ đồng (25,3%)"
		rec.Change = &corpus.Change{Value: copysign(v, ch.Value), Unit: "%", Basis: ch.Basis}
		return true
	}
	rec.Doubt = doubts(rec.Doubt, doubtEqual)
	return true
}

// complete gives the growth before its level: "giảm 0,9%, còn 2,3%".
func (c *clause) complete(r *reading) bool {
	if c.last < 0 || r.fig.isRange || r.fig.isScore {
		return false
	}
	rec := &c.out[c.last].Record
	if rec.Value != nil || rec.Low != nil || rec.Change == nil || rec.PlanPct != nil || rec.Change.Unit == "%/năm" || r.tail.dated {
		return false
	}
	v := r.fig.value
	rec.Value, rec.Unit, rec.Printed = &v, r.fig.unit.name, c.wordsOf(&c.items[r.at])
	rec.Approx = r.fig.approx
	if rec.Indicator != "" && len(c.subject.refs) > 0 {
		rec.Indicator = ""
		c.fit(rec, c.subject.refs, cLevel, r.fig)
	}
	return true
}

// stray reports whether a movement in counted things cannot be one of the
// subject carried over: "giảm 14 đơn vị" after a count of members.
func (c *clause) stray(r *reading) bool {
	if r.role != cUp && r.role != cDown || !r.fig.unit.count {
		return false
	}
	if c.last < 0 {
		_, text := c.nounEnd(r.at, r.tail)
		return text != c.nounText(r.fig)
	}
	have, more := c.out[c.last].Unit, r.fig.unit.name
	return have != "" && !strings.Contains(have, more) && !strings.Contains(more, have) && !(humans[have] && humans[more]) && !pupils[have+" "+more]
}

// pronouns stand for the subject before: "con số này là 96/118 xã".
var pronouns = map[string]bool{"con số này": true, "số này": true, "tỷ lệ này": true, "mức này": true, "chỉ số này": true, "chỉ tiêu này": true, "con số": true, "này": true, "tỷ lệ trên": true}

// means stand for the measure before as it is on average elsewhere: "trong khi bình quân
// chung của tỉnh là 43%".
var means = map[string]bool{"bình quân chung": true, "mức chung": true, "mức bình quân": true, "mức bình quân chung": true, "mặt bằng chung": true, "trung bình": true, "bình quân": true, "tỷ lệ chung": true, "mức trung bình": true}

// pronoun puts the subject for which a pronoun stands in its place.
func (c *clause) pronoun(r *reading) {
	if low := strings.ToLower(r.sub.name); means[low] && r.ctx.area != "" && r.ctx.area != c.home && c.subject.found() && c.last >= c.first {
		c.onAverage(r)
		return
	} else if !pronouns[low] {
		return
	}
	r.sub = c.subject
	if !r.sub.found() {
		r.sub = c.before.subject
	}
	if r.fresh = r.sub.found(); !r.fresh {
		r.sub = subject{ref: -1, person: true}
	}
	r.sub.meant = true
}

// onAverage takes the figure of a larger area for one of the measure before it.
func (c *clause) onAverage(r *reading) {
	spent := c.spentOf(c.subject)
	r.sub, r.fresh = c.subject, true
	if r.sub.meant = true; spent && r.fig.unit.percent() {
		if !ratio(r.sub.name) {
			c.rename(r, "Tỷ lệ "+viet.Uncapital(r.sub.name))
		}
		r.role = cLevel
	}
}

// lessThings reads "giảm 14 hộ nghèo, 8 hộ cận nghèo": by how many things there are fewer
// or more, which is no level of them. It reports whether it did.
func (c *clause) lessThings(r *reading) bool {
	f := r.fig
	if r.role != cUp && r.role != cDown || r.fresh || !moves[strings.ToLower(c.wordsOf(&c.items[r.lead.verb]))] {
		return false
	}
	known := c.knownThings(r.at, r.tail)
	if known == "" || c.subject.found() && holds(c.subject.name, strings.ToLower(known)) {
		return false
	}
	c.enter(r)
	for {
		end, _ := c.nounEnd(r.at, r.tail)
		c.rename(r, viet.Capital(known))
		if len(r.sub.refs) == 0 {
			r.sub.refer(c.lookup("số " + known))
		}
		c.emit(r.at, f, r.role, r.lead, r.tail, r.sub, r.ctx)
		next := max(r.tail.next, end)
		if r.tail.next = next; next+1 >= len(c.items) || !c.items[next].is(cAnd) && c.items[next].sign != ',' || c.items[next+1].kind != figureItem {
			return true
		}
		t := c.tailOf(next + 1)
		if known = c.knownThings(next+1, &t); known == "" {
			return true
		}
		r.at, f, *r.tail = next+1, &c.items[next+1].fig, t
	}
}

// moves are verbs of which the things that became fewer or more may be the object.
var moves = map[string]bool{"giảm": true, "tăng": true, "giam": true, "tang": true}

// knownThings returns the known noun that figure i counts where it says more than the unit,
// "" if there is none.
func (c *clause) knownThings(i int, t *tail) string {
	f := &c.items[i].fig
	_, text := c.nounEnd(i, t)
	if !f.unit.count || f.isScore || f.isRange || text == f.unit.name || len(c.lookup(text)) == 0 && len(c.lookup("số "+text)) == 0 {
		return ""
	}
	return text
}

// sameDeed gives a deed without its object, measured in the unit of one told before, the
// name of that one: "hiến 12.400 m² đất. Thôn Đoài đã hiến 2.780 m²".
func (c *clause) sameDeed(r *reading) {
	low := strings.ToLower(r.sub.name)
	if low == "" || strings.Contains(low, " ") || r.sub.ref >= 0 || r.fig.unit.n == 0 || r.fig.unit.percent() || r.tail.next < len(c.items) && c.items[r.tail.next].kind == wordItem && !c.items[r.tail.next].any(cAnd, cConn, cBasis) {
		return
	}
	for i := len(c.out) - 1; i >= 0 && i >= len(c.out)-12; i-- {
		o := &c.out[i].Record
		if o.Source.Paragraph == c.number && o.Unit == r.fig.unit.name && strings.HasPrefix(viet.Uncapital(o.Name), low+" ") {
			c.rename(r, o.Name)
			r.sub.meant = true
			return
		}
	}
}

// opensMove reports whether the clause opens with the verb of the movement:
// "; giảm 1,2% hộ nghèo".
func (c *clause) opensMove(r *reading) bool {
	if r.role != cUp && r.role != cDown || !r.fig.unit.percent() || r.tail.basis != "" {
		return false
	}
	if r.fresh {
		return !r.sub.strong && c.agent(c.start, r.lead.verb) // "đơn vị phấn đấu kéo giảm 5% số vụ phạm pháp"
	}
	if r.lead.verb > c.start+1 {
		return false
	}
	if k := r.tail.next; r.lead.verb > 0 && c.items[r.lead.verb-1].sign == ',' && k < len(c.items) && c.items[k].is(cName) && !c.items[k].any(cPlan, cGoal) && c.items[k].to-c.items[k].from > 1 {
		return true // "thu ngân sách 1.250 tỷ đồng, giảm 0,3% hộ nghèo"
	}
	return c.start > 0 && c.items[c.start-1].sign == ';' || r.lead.verb == c.start && c.last < 0
}

// object reads the measure behind a movement.
func (c *clause) object(r *reading) subject {
	k := r.tail.next
	if k >= len(c.items) || !c.items[k].any(cName, cHead) {
		return subject{ref: -1}
	}
	end := k
	for end < len(c.items) && c.items[end].kind == wordItem && !c.items[end].any(cAnd, cConn, cBasis, cUp, cDown) {
		end++
	}
	var ctx found
	a, b := c.trim(k, end, &ctx)
	if a >= b {
		return subject{ref: -1}
	}
	s := c.nounPhrase(a, b, &ctx)
	r.tail.next = end
	return s
}

// kept are verbs of level whose object is the share of things: "duy trì 100% trạm y tế
// có bác sĩ".
var kept = map[string]bool{"duy trì": true, "giữ vững": true, "có": true}

// startsWith reports whether the clause behind a semicolon opens with the verb
// of level, "; đạt 95% hộ gia đình văn hóa", or with one that keeps things.
func (c *clause) startsWith(l *lead) bool {
	if l.role != cLevel || l.verb != c.start {
		return false
	}
	return c.start > 0 && c.items[c.start-1].sign == ';' || kept[strings.ToLower(c.wordsOf(&c.items[l.verb]))]
}
