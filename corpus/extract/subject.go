package extract

import (
	"strings"

	"thiduabot/corpus"
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
	goals  bool    // counts the targets of a campaign
}

func (s subject) found() bool { return s.name != "" }

// found holds what the words of a clause say beside its subject.
type found struct {
	period  corpus.Period
	leading bool // the time or place opens the sentence
	area    string
	target  bool
	est     bool
	settled bool // "đạt": a verb of its own without "ước"
	scope   string

	estLead   bool // "Dự kiến cả năm," opens the sentence
	basis     string
	basisLead bool
	avg       bool // "bình quân mỗi năm" alone before the verb
	earlier   bool // the figure is of a year before the rest
	lastYear  bool // "cùng kỳ" stands as the time of the figure
	cont      bool // "trong đó": part of the subject before
}

// subjectOf reads the subject and the context in items a..b.
func (c *clause) subjectOf(a, b int) (subject, found) {
	var ctx found
	a, b = c.basisIn(a, b, &ctx)
	seg := c.lastSegment(a, b)
	if seg > a {
		c.survey(a, seg, &ctx)
		ctx.estLead = ctx.est && a == 0
	}
	seg, b = c.trim(seg, b, &ctx)
	c.survey(seg, b, &ctx)
	if seg >= b {
		return subject{ref: -1}, ctx
	}
	return c.nounPhrase(seg, b, &ctx), ctx
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
		if it.is(cAvg) && a+1 >= b {
			ctx.avg = true
			a++
			continue
		}
		if it.is(cEst) && a < 2 {
			ctx.estLead = c.commaSoon(a, b)
		}
		ctx.cont = ctx.cont || it.is(cCont)
		if it.any(cConn, cCont, cAux, cAnd, cEst, cTarget, cAt, cOf, cFor, cFrom, cAdverb, cWhole) {
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
		if c.note(it, b-1, ctx) || it.kind == signItem || it.kind == noiseItem || it.any(cAux, cEst, cOf, cAt, cAnd, cScope, cBasis) && c.wordsOf(it) != "mới" && !it.is(cHead) {
			b--
			continue
		}
		break
	}
	return a, b
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
	switch {
	case it.is(cSame) && !it.any(cPlan, cWhole) && strings.HasPrefix(c.wordsOf(it), "cùng"):
		ctx.period, ctx.lastYear = c.present().YearBefore(), true
		return true
	case it.kind == whenItem && ctx.lastYear:
		return true
	case it.kind == whenItem:
		w := it.when
		if w.event || w.term && at > 2 {
			return true
		}
		if p := c.resolve(w, c.near()); !p.IsZero() {
			ctx.period = p
			ctx.leading = ctx.leading || c.opens(at)
			if w.later || w.future && c.clock.year > 0 && yearOf(p) > c.clock.year {
				ctx.target = ctx.target || !ctx.est
			}
		}
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
		return country
	}
	if it.to-it.from == 1 && at > 0 && !c.items[at-1].any(cConn, cOf, cAnd) && c.items[at-1].kind != signItem && c.items[at-1].kind != whenItem {
		return ""
	}
	return c.levels[capital(kind)]
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
		}
		if it.kind == whenItem && ctx.period.IsZero() {
			c.note(it, i, ctx)
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

// lastSegment returns where the noun phrase before a figure begins: behind the
// last comma, or further left where the phrase is a list of nouns that opens
// with a noun of measure.
func (c *clause) lastSegment(a, b int) int {
	seg := a
	var marks []int
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == signItem && it.sign == ',' {
			marks = append(marks, i)
			seg = i + 1
		}
	}
	if k := len(marks) - 1; k >= 0 && c.oneName(a, marks, seg, b) {
		if k > 0 {
			return marks[k-1] + 1
		}
		return a
	}
	if len(marks) == 0 || c.headed(seg, b) || seg < b && (c.items[seg].is(cWhole) || c.items[seg].kind == placeItem && seg+1 < b) {
		return seg
	}
	for k := len(marks) - 1; k >= 0; k-- {
		from := a
		if k > 0 {
			from = marks[k-1] + 1
		}
		if c.headed(from, marks[k]) && !(from < b && c.items[from].any(cConn, cAt) && !c.items[from].any(cHead, cName)) {
			return from
		}
	}
	return seg
}

// oneName reports whether a comma parts two nouns of one name: "tỷ lệ đảng viên
// đủ tư cách, hoàn thành tốt nhiệm vụ".
func (c *clause) oneName(a int, marks []int, seg, b int) bool {
	from := a
	if k := len(marks) - 1; k > 0 {
		from = marks[k-1] + 1
	}
	var ctx found
	x, y := c.trim(from, marks[len(marks)-1], &ctx)
	u, _ := c.trim(seg, b, &ctx)
	if x >= y || u >= b || !c.items[x].is(cHead) || c.items[u].is(cHead) || c.items[x].is(cName) {
		return false
	}
	for j := x; j < y; j++ {
		if it := &c.items[j]; it.any(cUp, cDown, cEqual, cExceed, cShare) || it.is(cLevel) && !it.any(cFor, cConn) {
			return false
		}
	}
	return c.wordsOf(&c.items[u]) != "" && !c.items[u].is(cSector) && c.items[u].roles&verbs|c.items[u].roles&(1<<cDone|1<<cNoun) != 0
}

// headed reports whether items a..b open with a noun of measure or a name.
func (c *clause) headed(a, b int) bool {
	var ctx found
	a, b = c.trim(a, b, &ctx)
	return a < b && (c.items[a].is(cHead) || c.items[a].is(cName))
}

// nounPhrase reads the name in items a..b, which are already trimmed.
func (c *clause) nounPhrase(a, b int, ctx *found) subject {
	s := subject{ref: -1}
	a = c.cut(a, b, ctx)
	if c.items[a].any(cUp, cDown) && !c.items[a].any(cSpeed, cName, cNoun, cDeed) {
		return s
	}
	if c.items[a].is(cSpeed) {
		s.growth = true
		for a < b && c.items[a].any(cSpeed, cAvg, cOf) && !c.items[a].is(cName) {
			ctx.avg = ctx.avg || c.items[a].is(cAvg)
			a++
		}
	}
	if a < b && c.items[a].is(cRate) {
		s.rate = true
		a++
	}
	if a >= b {
		s.name, s.strong = "", true
		return s
	}
	if c.items[a].is(cPerson) && !c.items[a].is(cName) && !c.items[a].is(cHead) {
		s.person = true
	}
	if c.items[a].is(cGoal) && !c.items[a].any(cName, cHead) {
		s.plan = true
		if a+1 < b {
			if x, y := c.trim(a+1, b, ctx); x < y {
				a, b, s.plan = x, y, false
				ctx.target = true
			}
		}
	}
	b = c.phraseEnd(a, b, ctx)
	s.name = c.nameText(a, b)
	if a > 0 && c.items[a-1].any(cUp, cDown) && a-1 >= c.start {
		s.moved = cUp
		if c.items[a-1].is(cDown) {
			s.moved = cDown
		}
	}
	s.strong = c.items[a].any(cHead, cSector, cName)
	s.branch = c.items[a].is(cSector) && !c.items[a].is(cHead)
	c.know(&s, a, b)
	return s
}

// cut drops the clause before the noun of measure: "tỉnh đã nâng tỷ lệ …".
func (c *clause) cut(a, b int, ctx *found) int {
	if c.items[a].any(cHead, cName, cSector, cSpeed, cRate) {
		return a
	}
	for i := a + 1; i < b; i++ {
		it, before := &c.items[i], &c.items[i-1]
		if it.is(cName) && len(c.nameWords(it)) > 1 && (before.roles&verbs != 0 || before.any(cAux, cConn, cDeed, cTarget, cWhole) || before.kind != wordItem) {
			return i
		}
		if it.is(cSpeed) && it.to-it.from > 1 {
			return i
		}
		if it.is(cHead) && !before.any(cOf, cAnd) && (before.roles&verbs != 0 || before.any(cAux, cConn, cDeed, cTarget, cWhole, cFor) || before.kind != wordItem || c.topic(a, i)) {
			return i
		}
	}
	return a
}

func (c *clause) nameWords(it *item) []token { return c.toks[it.from:it.to] }

// topic reports whether items a..i are a clause of their own, with a verb.
func (c *clause) topic(a, i int) bool {
	for j := a; j < i; j++ {
		if c.items[j].roles&verbs != 0 || c.items[j].any(cAux, cTarget, cEst) {
			return true
		}
	}
	return false
}

// phraseEnd drops places, times and scopes from the end of a name, taking them
// into the context, however deep they stand.
func (c *clause) phraseEnd(a, b int, ctx *found) int {
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.kind == placeItem && ctx.area == "" && i > a {
			ctx.area = it.place
		}
		if it.is(cWhole) && it.to-it.from > 1 && ctx.area == "" && (c.wholeKind(it) != "nước" || i > a && c.items[i-1].is(cOf) || strings.HasPrefix(c.wordsOf(it), "của")) {
			ctx.area = c.whole(it, i)
		}
		if it.is(cScope) && ctx.scope == "" {
			ctx.scope = c.wordsOf(it)
		}
	}
	for b > a+1 && c.items[b-1].any(cOf, cAt, cAnd, cAux) && !c.items[b-1].is(cName) {
		b--
	}
	return b
}

// nameText returns a name as printed, without the times, scopes and brackets
// inside.
func (c *clause) nameText(a, b int) string {
	var parts []string
	from := a
	flush := func(to int) {
		if w := c.words(from, to); w != "" {
			parts = append(parts, w)
		}
	}
	for i := a; i < b; i++ {
		it := &c.items[i]
		skip := i + 1
		switch {
		case it.kind == whenItem, it.kind == noiseItem, it.is(cScope):
		case it.kind == signItem && it.sign == '(':
			skip = min(c.closing(i)+1, b)
		case it.kind == placeItem, it.is(cWhole) && it.to-it.from > 1:
			if i > from && c.items[i-1].any(cOf, cAt) {
				flush(i - 1)
				from = i + 1
				continue
			}
		default:
			continue
		}
		flush(i)
		from, i = skip, skip-1
	}
	flush(b)
	name := strings.Trim(strings.Join(parts, " "), ` ,;:"“”'-–`)
	for strings.HasSuffix(name, " của") || strings.HasSuffix(name, " trên địa bàn tỉnh") {
		name = strings.TrimSuffix(strings.TrimSuffix(name, " của"), " tỉnh")
	}
	return capital(name)
}

// know looks the name up in the catalogue. Words that the known name leaves
// over make it another indicator, unless they add nothing.
func (c *clause) know(s *subject, a, b int) {
	i := a
	for i < b && !c.items[i].is(cName) && (c.items[i].any(cPrefix) || c.items[i].kind == signItem) {
		i++
	}
	if refs := c.exact(s.name); len(refs) > 0 && (i >= b || !c.items[i].is(cName) || i+1 < b) {
		s.refs, s.ref, s.strong = refs, int(refs[0].ref), true
		return
	}
	if i >= b || !c.items[i].is(cName) {
		c.sibling(s, a, b)
		return
	}
	for j := i + 1; j < b; j++ {
		it := &c.items[j]
		if it.kind == signItem && it.sign == '(' {
			j = min(c.closing(j), b-1)
			continue
		}
		neutral := it.kind == whenItem || it.kind == placeItem || it.kind == signItem || it.any(cWhole, cScope, cAt, cOf, cAux, cEst, cAvg, cSame) || it.is(cName) && sameRefs(it.names, c.items[i].names)
		if !neutral {
			return
		}
	}
	if refs := c.inFamily(s, i, b); refs != nil {
		s.refs, s.ref, s.strong, s.prefix = refs, int(refs[0].ref), true, c.subject.prefix
		return
	}
	s.refs, s.ref, s.strong = c.items[i].names, int(c.items[i].names[0].ref), true
	for _, e := range s.refs {
		s.growth = s.growth || e.text == growthText
		s.rate = s.rate || e.text == rateText
	}
	s.prefix = c.prefixOf(i)
}

// exact returns the indicators that are called s, or s without the words that
// add nothing before it.
func (c *clause) exact(s string) []entry {
	if refs := c.lookup(s); len(refs) > 0 {
		return refs
	}
	low := strings.ToLower(s)
	for _, prefix := range [...]string{"tổng số ", "số lượng ", "số ", "tổng "} {
		if rest, ok := strings.CutPrefix(low, prefix); ok {
			return c.lookup(rest)
		}
	}
	return nil
}

// inFamily returns the indicators of a branch read with the words of the
// subject before it: "công nghiệp" after "tổng giá trị sản xuất".
func (c *clause) inFamily(s *subject, i, b int) []entry {
	if c.subject.prefix == "" || i+1 != b || !c.branchName(i) {
		return nil
	}
	return c.lookup(c.subject.prefix + " " + strings.ToLower(s.name))
}

// branchName reports whether item i is but a branch of the economy.
func (c *clause) branchName(i int) bool {
	it := &c.items[i]
	_, n := c.lex.longest(c.toks[:it.to], it.from, true, func(e entry) bool { return e.class == cSector })
	return n == it.to-it.from
}

func sameRefs(a, b []entry) bool { return len(a) > 0 && len(b) > 0 && a[0].ref == b[0].ref }

// prefixOf returns a known name without its last branch: of "giá trị sản xuất
// công nghiệp" the words before "công nghiệp".
func (c *clause) prefixOf(i int) string {
	it := &c.items[i]
	if low := strings.ToLower(c.wordsOf(it)); low == "tổng giá trị sản xuất" || low == "giá trị sản xuất" {
		return "giá trị sản xuất"
	}
	for j := it.from + 1; j < it.to; j++ {
		e, n := c.lex.longest(c.toks[:it.to], j, true, func(e entry) bool { return e.class == cSector })
		if n > 0 && j+n == it.to && e.text != "" {
			return spelledOut(c.a.Text, c.toks[it.from:j])
		}
	}
	return ""
}

// sibling tries a branch alone with the words of the subject before it:
// "nông nghiệp" after "giá trị sản xuất công nghiệp".
func (c *clause) sibling(s *subject, a, b int) {
	if c.subject.prefix == "" || !c.items[a].is(cSector) {
		return
	}
	full := c.subject.prefix + " " + strings.ToLower(s.name)
	if refs := c.lookup(full); len(refs) > 0 {
		s.refs, s.ref, s.strong = refs, int(refs[0].ref), true
		s.prefix = c.subject.prefix
	}
}

// lookup returns the indicators that are called s.
func (c *clause) lookup(s string) []entry {
	node := int32(0)
	for _, w := range c.lex.wordsOf(s) {
		next, ok := c.lex.edges[uint64(node)<<32|uint64(c.lex.ids[w])]
		if !ok {
			return nil
		}
		node = next
	}
	var refs []entry
	for _, e := range c.lex.entries[node] {
		if e.class == cName {
			refs = append(refs, e)
		}
	}
	return refs
}
