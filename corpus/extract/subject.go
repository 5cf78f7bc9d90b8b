package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A subject is what a figure is about.
type subject struct {
	ref    int     // indicator of the catalogue, -1 if unknown
	refs   []entry // all indicators of which the name is a name
	name   string  // as printed
	strong bool    // opens with a noun of measure or is known
	growth bool    // "tốc độ tăng X": its figures are changes
	rate   bool    // "tốc độ phát triển": 109,5 is a growth of 9,5 %
	plan   bool    // "kế hoạch": its figure is the plan of the subject before
	person bool    // a firm or person: no figure of an area
	prefix string  // words before the known branch: "giá trị sản xuất"
	moved  class   // the verb before it: "giảm tỷ lệ hộ nghèo 0,5%"
	branch bool    // a branch of the economy alone: "dịch vụ"
	deed   bool    // named after what was done
	verb   string  // what was done
	goals  bool    // counts the targets of a campaign
	meant  bool    // a pronoun stands for it
	aside  bool    // it is of one office: the next clause goes on with the one before
	share  bool    // its figure is called a rate, of which it is the measured part
	unsaid bool    // a score that does not say of what: "96/118 xã"
}

func (s subject) found() bool { return s.name != "" }

// refer makes the subject one of indicators of the catalogue, if there are any.
func (s *subject) refer(refs []entry) {
	if len(refs) > 0 {
		s.refs, s.ref = refs, int(refs[0].ref)
	}
}

// found holds what the words of a clause say beside its subject.
type found struct {
	period  corpus.Period
	leading bool // the time or place opens the sentence
	area    string
	target  bool
	est     bool
	settled bool // "đạt": a verb of its own without "ước"
	scope   string

	located   bool // the place holds for what follows: "Tại huyện Kim Sơn, …"
	unplaced  bool // "của thành phố", where the article names none
	estLead   bool // "Dự kiến cả năm," opens the sentence
	basis     string
	basisLead bool
	avg       bool // "bình quân mỗi năm" alone before the verb
	weak      bool // the period stands in words that are no part of the subject
	opening   bool // "đầu năm có …": the figure is of the beginning
	until     bool // "tính đến hết tháng 10"
	passing   bool // the period is that of its part alone: "trong khi năm 2021 chỉ có …"
	since     bool // "từ đầu năm đến nay", of a year that goes on
	earlier   bool // the figure is of a year before the rest
	lastYear  bool // "cùng kỳ" stands as the time of the figure
	cont      bool // "trong đó": part of the subject before
}

// subjectOf reads the subject and the context in items a..b.
func (c *clause) subjectOf(a, b int) (subject, found) {
	var ctx found
	a = c.pastTail(a, b)
	a, b = c.basisIn(a, b, &ctx)
	seg := c.lastSegment(a, b)
	if seg > a {
		c.regionIn(a, seg)
		c.survey(a, seg, &ctx)
		ctx.estLead = ctx.est && a == 0
	}
	seg, b = c.trim(seg, b, &ctx)
	c.survey(seg, b, &ctx)
	if b-seg == 1 && c.items[seg].is(cAvg) && !c.items[seg].is(cName) {
		ctx.avg = strings.HasSuffix(c.wordsOf(&c.items[seg]), "năm")
		seg = b
	}
	if seg >= b {
		return subject{ref: -1}, ctx
	}
	s := c.nounPhrase(seg, b, &ctx)
	c.ofRegion(&s)
	return s, ctx
}

// pastTail skips words that still belong to the figure before: "93,5% dân số,".
func (c *clause) pastTail(a, b int) int {
	if a != c.start || a == 0 || a >= b || c.items[a-1].kind != figureItem || c.items[a].kind != wordItem || c.items[a].any(cAnd, cCont, cConn) {
		return a
	}
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == signItem && it.sign == ',' || it.is(cAnd) && i > a && c.items[a-1].fig.unit.n == 0 {
			return i // of a number without a unit too: "5.125 thanh thiếu niên và 1.340 tình nguyện viên"
		}
	}
	return a
}

// basisIn takes "so với …" out of the words before a figure.
func (c *clause) basisIn(a, b int, ctx *found) (int, int) {
	for i := a; i < b; i++ {
		if !c.items[i].is(cBasis) {
			continue
		}
		var t tail
		c.basisAt(i, &t)
		end := min(t.next, b)
		ctx.basis = t.basis
		opens := i == a || c.items[i-1].kind == signItem
		if opens && end < b && c.items[end].kind == signItem && c.items[end].sign == ',' {
			ctx.basisLead = i < 2
			return end + 1, b
		}
		if end >= b {
			return a, i
		}
		if i == a {
			return end, b
		}
		return a, b
	}
	return a, b
}

// trim drops the words at both ends of items a..b that are no part of a name.
func (c *clause) trim(a, b int, ctx *found) (int, int) {
	for a < b {
		it := &c.items[a]
		if it.is(cName) || it.is(cSpeed) && it.to-it.from > 1 {
			break
		}
		if c.note(it, a, ctx) || it.kind == signItem || it.kind == noiseItem && !it.is(cHead) {
			a++
			continue
		}
		if it.is(cHead) || it.is(cSector) {
			break
		}
		if a+1 < b && c.keeps(a) {
			a++
			continue
		}
		if it.is(cAvg) && a+1 >= b && !it.is(cName) {
			ctx.avg = strings.HasSuffix(c.wordsOf(it), "năm")
			a++
			continue
		}
		if it.is(cEst) && a < 2 {
			ctx.estLead = c.commaSoon(a, b)
		}
		ctx.cont = ctx.cont || it.is(cCont)
		if it.any(cConn, cCont, cAux, cAnd, cEst, cTarget, cAt, cOf, cFor, cFrom, cAdverb, cWhole, cEach) {
			a++
			continue
		}
		break
	}
	for b > a {
		it := &c.items[b-1]
		if it.is(cName) {
			break
		}
		if b-1 > a && b < len(c.items) && c.items[b].kind == whenItem && c.counter(it) {
			b--
			continue // "ba năm 2020, 2021 và 2022"
		}
		if c.note(it, b-1, ctx) || it.kind == signItem || it.kind == noiseItem || it.any(cAux, cEst, cOf, cAt, cAnd, cScope, cBasis) && c.wordsOf(it) != "mới" && !it.is(cHead) {
			b--
			continue
		}
		break
	}
	return a, b
}

// keeps reports whether item a is a verb that leaves a measure what it is: "giữ tỷ lệ
// chuyển tuyến dưới 7%".
func (c *clause) keeps(a int) bool {
	w := strings.ToLower(c.wordsOf(&c.items[a]))
	return (w == "giữ" || w == "kéo") && c.items[a+1].is(cHead)
}

// counter reports whether a single word only counts the times behind it.
func (c *clause) counter(it *item) bool {
	t := &c.toks[it.from]
	return it.to-it.from == 1 && (c.lex.digit(t) > 0 || t.word == "các" || t.word == "cac" || t.word == "những")
}

// commaSoon reports whether a comma closes the opening words at item a.
func (c *clause) commaSoon(a, b int) bool {
	for i := a + 1; i < b && i < a+4; i++ {
		if c.items[i].kind == signItem && c.items[i].sign == ',' {
			return true
		}
	}
	return false
}

// note takes the context that one item gives, and reports whether it was only
// that.
func (c *clause) note(it *item, at int, ctx *found) bool {
	if it.is(cSame) && strings.HasPrefix(c.wordsOf(it), "đầu ") {
		ctx.opening = true
		return true
	}
	switch {
	case it.is(cSame) && !it.any(cPlan, cWhole) && strings.HasPrefix(c.wordsOf(it), "cùng"):
		ctx.period, ctx.lastYear = c.present().YearBefore(), true
		return true
	case it.kind == whenItem && ctx.lastYear:
		return true
	case it.kind == whenItem && at > 0 && it.when.now && !c.sinceYear(at-1).IsZero():
		return true
	case it.kind == whenItem && !c.sinceYear(at).IsZero():
		ctx.period, ctx.leading = c.sinceYear(at), ctx.leading || c.opens(at)
		return true
	case it.kind == whenItem:
		ctx.opening = ctx.opening || it.when.start
		c.noteTime(it.when, at, ctx)
		return true
	case it.kind == placeItem && c.within(at):
		ctx.area = c.inside(at)
		return true
	case it.kind == placeItem:
		ctx.area = it.place
		ctx.leading = ctx.leading || at == 0
		return true
	case it.is(cWhole):
		if area := c.whole(it, at); area != "" {
			ctx.area = area
			return true
		}
		ctx.unplaced = ctx.unplaced || it.to-it.from > 1
		return it.to-it.from > 1
	case it.is(cScope):
		ctx.scope = c.wordsOf(it)
		return true
	}
	if it.is(cEst) {
		ctx.est = true
	}
	if it.is(cTarget) && !c.reached(at) {
		ctx.target = true
		c.assigned = strings.HasPrefix(c.wordsOf(it), "được giao")
	}
	return false
}

// follows reports whether the item before at plays a role.
func (c *clause) follows(at int, role class) bool {
	return at > 0 && at <= len(c.items) && c.items[at-1].is(role)
}

// noteTime takes the time at item at into the context.
func (c *clause) noteTime(w when, at int, ctx *found) {
	if c.ofLaw(w, at) {
		return
	}
	if w.term {
		c.reader.term = w.period
	}
	if w.inTerm && c.reader.term.IsZero() {
		ctx.opening = true // of which term is not said
	}
	if w.some {
		c.lapse(w, ctx)
		return
	}
	if w.event || w.term && at > 2 || w.period.Kind == corpus.Span && c.follows(at, cScope) {
		return // the last: "chuẩn nghèo đa chiều giai đoạn 2022-2025"
	}
	if w.period.Kind == corpus.Span && !w.term {
		c.reader.stretch = w.period
	}
	if w.year || w.inTerm {
		c.loose = w
	}
	near := c.near()
	if w.lacksYear && ctx.period.Kind == corpus.Year {
		near = ctx.period // "Năm 2021, quý IV …"
	}
	if p := c.timeOf(w, near, at, ctx); !p.IsZero() {
		if w.now && c.dated && yearOf(p) < c.clock.year && c.start > 0 {
			p = corpus.YearOf(c.clock.year) // "hết năm 2022 …; đến nay …"
		}
		ctx.period, ctx.until = p, w.until
		ctx.passing = w.future && (ctx.target || c.target) && p.Kind == corpus.Year && p.Year < c.reader.term.End || c.contrasted(at)
		ctx.since = w.since && p.Kind == corpus.Year || w.part && !ctx.target && !c.target
		guess := w.year && c.follows(at, cEst) // "Ước cả năm đạt …" amid figures of some months
		begun := at < len(c.items) && c.items[at].from > 0 && c.toks[c.items[at].from-1].word == c.lex.w.tu && !w.since && !w.now && yearOf(p) < c.clock.year
		ctx.leading = ctx.leading || !guess && !begun && (c.opens(at) || c.setOff(at)) && !c.aside(at) // "từ cuối năm ngoái …" dates but its own clause
		if w.later || w.future && c.clock.year > 0 && yearOf(p) > c.clock.year {
			ctx.target = ctx.target || !ctx.est
		}
	}
}

// timeOf gives the time w its year: one behind the year told before, or for a goal the day
// to come.
func (c *clause) timeOf(w when, near corpus.Period, at int, ctx *found) corpus.Period {
	p := c.resolve(w, near)
	if w.after > 0 {
		if p = c.yearsLater(int(w.after)); p.IsZero() {
			ctx.opening = true
		}
	}
	if day := p; w.lacksYear && p.Kind == corpus.Day && (ctx.target || c.target) && c.clock.past(p) {
		if day.Year = c.clock.year; !c.clock.past(day) {
			return day // "phấn đấu đến 31/12 đạt 100%"
		}
	}
	if p.Kind == corpus.Span && at > 0 && at < len(c.items) && strings.HasPrefix(strings.ToLower(c.wordsOf(&c.items[at-1])), "đầu ") {
		ctx.opening = true
		return corpus.YearOf(p.Year) // "Đầu nhiệm kỳ 2020-2025, …"
	}
	return p
}

// contrasted reports whether the time at item i is set against the one before: "trong
// khi năm 2021 chỉ có 71.900 lượt".
func (c *clause) contrasted(i int) bool {
	for k := i - 1; k >= 0 && i-k < 4 && k < len(c.items); k-- {
		if strings.HasPrefix(strings.ToLower(c.wordsOf(&c.items[k])), "trong khi") {
			return true
		}
	}
	return false
}

// ofLaw reports whether a year is part of the name of a law: "Luật Giáo dục 2019".
func (c *clause) ofLaw(w when, at int) bool {
	if w.period.Kind != corpus.Year || w.future || at <= 0 || at >= len(c.items) {
		return false
	}
	from := c.items[at].from
	for k := from - 1; k >= 0 && k >= from-6 && c.toks[k].kind == wordToken; k-- {
		switch c.toks[k].word {
		case "luật", "pháp", "định":
			if c.toks[k].word == "luật" || k > 0 && (c.toks[k-1].word == "hiến" || c.toks[k-1].word == "nghị") {
				return true
			}
		}
	}
	return false
}

// opens reports whether item at stands among the opening words of its sentence.
func (c *clause) opens(at int) bool {
	for j := range min(at, len(c.items)) {
		it := &c.items[j]
		if it.is(cHead) || it.is(cName) || it.kind == figureItem || it.kind == wordItem && !it.any(cConn, cCont, cAt, cAux, cWhole, cEst, cTarget, cFrom, cGoal) {
			return false
		}
	}
	return true
}

// setOff reports whether the time at item at stands between commas, behind a few
// words before the first comma, or behind "cho biết", ahead of all figures: "Về y
// tế, năm 2021, …", "Bước sang năm 2025, …".
func (c *clause) setOff(at int) bool {
	if at == 0 || at+1 >= len(c.items) || c.figures(0, at) {
		return false
	}
	before := &c.items[at-1]
	if at < 4 && c.items[at+1].sign == ',' && c.plainWords(0, at) {
		return true
	}
	return before.sign == ',' && before.kind == signItem && c.items[at+1].sign == ',' || before.is(cSaid) && before.to-before.from > 1
}

// plainWords reports whether items a..b are words that name no measure.
func (c *clause) plainWords(a, b int) bool {
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind != wordItem || it.any(cHead, cName, cSector, cBasis, cSame) {
			return false
		}
	}
	return true
}

// present is the period of the figures so far, for "cùng kỳ" to lean on.
func (c *clause) present() corpus.Period {
	for _, p := range [...]corpus.Period{c.period, c.head.period, c.reader.title, c.running} {
		if !p.IsZero() {
			return p
		}
	}
	return corpus.Period{}
}

// near is the period that a time without a year leans on.
func (c *clause) near() corpus.Period {
	if !c.period.IsZero() {
		return c.period
	}
	return c.head.period
}

func (c *clause) wordsOf(it *item) string {
	return spelledOut(c.a.Text, c.toks[it.from:it.to])
}

// reached reports whether the goal named at item i is one that was reached:
// "vượt mục tiêu", "12/13 chỉ tiêu đề ra".
func (c *clause) reached(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 3; j-- {
		it := &c.items[j]
		if it.kind == figureItem && c.items[i-1].sign == ',' && c.items[i-1].kind == signItem {
			return false // "còn 3,9%, phấn đấu đến năm 2025 dưới 1%"
		}
		if it.kind == figureItem || it.any(cExceed, cDone, cEqual, cBasis) {
			return true
		}
		if it.kind == signItem && it.sign != ',' {
			return false
		}
	}
	return false
}

func (c *clause) wholeKind(it *item) string {
	node := int32(0)
	for j := it.from; j < it.to; j++ {
		node, _ = c.lex.step(node, &c.toks[j])
	}
	for _, e := range c.lex.entries[node] {
		if e.class == cWhole {
			return e.text
		}
	}
	return ""
}

// whole returns the area that "toàn tỉnh" or "thành phố" means in this article.
func (c *clause) whole(it *item, at int) string {
	kind := c.wholeKind(it)
	if kind == "nước" {
		if c.measuredBy(at) {
			return ""
		}
		return country
	}
	if it.to-it.from == 1 && at > 0 && !c.items[at-1].any(cConn, cOf, cAnd) && c.items[at-1].kind != signItem && c.items[at-1].kind != whenItem {
		return ""
	}
	if area := c.levels[viet.Capital(kind)]; area != "" {
		return area
	}
	return c.lately(viet.Capital(kind), at)
}

// measuredBy reports whether the country at item i is but what a figure is held against:
// "cao hơn bình quân chung cả nước".
func (c *clause) measuredBy(i int) bool {
	for k := i - 1; k >= 0 && i-k <= 5 && c.items[k].kind == wordItem; k-- {
		if c.items[k].any(cUp, cDown, cBasis, cAvg) && !c.items[k].is(cHead) {
			return true
		}
	}
	ranked := strings.ToLower(c.words(max(i-4, 0), i))
	return strings.Contains(ranked, "thứ ") || strings.Contains(ranked, "hạng ") || strings.HasSuffix(ranked, "thứ") // "xếp thứ 29 cả nước"
}

// survey notes the times, places and goals among items that are no subject.
func (c *clause) survey(a, b int, ctx *found) {
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.is(cEst) {
			ctx.est = true
		}
		if it.is(cTarget) && !c.reached(i) {
			ctx.target = true
			c.assigned = strings.HasPrefix(c.wordsOf(it), "được giao")
		}
		if it.kind == whenItem && ctx.period.IsZero() {
			c.note(it, i, ctx)
			ctx.weak = i > a && c.items[i-1].any(cDone, cDeed)
		}
		if it.is(cWhole) && ctx.area == "" && c.wholeKind(it) == "nước" && !c.measuredBy(i) && (c.opens(i) || i < 4 && i+1 < len(c.items) && c.items[i+1].sign == ',') {
			ctx.area = country
		}
		if it.kind == placeItem && ctx.area == "" && c.located(i) {
			if c.meets(i) {
				ctx.unplaced = true
			} else {
				ctx.area, ctx.located = it.place, true
			}
		}
		if it.is(cExcept) {
			ctx.scope = c.words(i, c.upToSign(i, b))
		}
	}
}

// upToSign returns the first sign from item i on, at most b.
func (c *clause) upToSign(i, b int) int {
	for i < b && c.items[i].kind != signItem {
		i++
	}
	return i
}
