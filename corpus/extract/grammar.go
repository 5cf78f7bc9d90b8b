package extract

import "strings"

// lead is what stands between the subject and a figure.
type lead struct {
	role   class
	verb   int // item of the verb, or the figure itself
	est    bool
	target bool
	avg    bool
	each   bool
	from   bool // "từ A": the first of two levels
	object bool // the words behind the deed are its object: "tập huấn sơ cấp cứu 22 lớp"
	deed   int  // item of a deed ("thu hút") right before the figure, or -1
	when   when
	dated  bool
	more   bool   // "thêm": the figure comes on top
	basis  string // "cao hơn năm trước 0,4%"
	settle bool   // a verb of level without "ước"
	others bool   // "cao hơn bình quân cả nước 5,1 điểm": set against other places
	plan   bool   // "vượt kế hoạch 0,5%": the plan stands before the figure
}

// tail is what stands behind a figure.
type tail struct {
	plan    bool
	topic   int // item after the plan that names it, 0 if none
	until   int
	basis   string
	when    when
	dated   bool
	of      *figure
	avg     bool
	next    int    // first item not used up
	above   bool   // "trở lên" stands behind the plan
	versus  bool   // the plan is named with "so với"
	against string // "68.450 tấn/67.000 tấn": what the figure is set against
	scope   string
}

// leadOf reads backwards from figure i to the start of the clause.
func (c *clause) leadOf(i int) lead {
	l := lead{verb: i, deed: -1}
	basis := i
	if c.moreThan(i, &l) || c.exceedsPlan(i, &l) {
		return l
	}
	for k := i - 1; k >= c.start; k-- {
		it := &c.items[k]
		if it.kind == signItem && it.sign == ':' && k == i-1 {
			continue
		}
		if it.kind == signItem && it.sign != '"' {
			break
		}
		if it.kind == whenItem && l.role == noClass {
			l.when, l.dated = it.when, true
			l.verb, basis = k, k
			continue
		}
		if l.role == noClass && it.any(cBasis, cSame) && !it.any(cLevel, cUp, cAt, cPlan, cWhole) && c.verbBefore(k) {
			l.verb, basis = k, k
			l.basis = c.words(k, c.basisEnd(k, i))
			l.dated = false
			continue
		}
		if !c.leadItem(it, k, &l) {
			break
		}
		if l.dated && l.basis == "" && basis == k+1 && it.any(cUp, cDown) && strings.HasSuffix(c.wordsOf(it), "hơn") {
			l.basis, l.dated = c.words(basis, c.basisEnd(basis, i)), false
		}
		l.verb = k
	}
	if u := c.items[i].fig.unit; l.role == noClass && l.deed < 0 && (u.count || u.money() && !strings.Contains(u.name, "/")) {
		c.deedObject(i, &l)
	}
	return l
}

// deedObject takes into the lead a deed whose object stands before figure i: "tập
// huấn sơ cấp cứu 22 lớp".
func (c *clause) deedObject(i int, l *lead) {
	for k := l.verb - 1; k >= c.start && i-k < 7 && c.toks[c.items[i-1].from].word != c.lex.w.cho; k-- {
		it := &c.items[k]
		if _, plain := plainDeeds[strings.ToLower(c.wordsOf(it))]; it.is(cDeed) && !plain && !it.any(cLevel, cDown, cName, cDone, cHead) && k+1 < i && c.deedOpens(k) {
			l.deed, l.object = k, true
			return
		}
		if it.kind != wordItem || it.roles&^(1<<cNoun|1<<cCount|1<<cDeed|1<<cSector) != 0 && strings.ToLower(c.wordsOf(it)) != "quỹ" {
			return
		}
	}
}

// moreThan reads "hơn năm 2020 là 15,1%" and "nhiều hơn cùng kỳ 14,2%".
func (c *clause) moreThan(i int, l *lead) bool {
	if k := c.aboveOthers(i); k > 0 {
		l.role, l.verb, l.others = cUp, k, true
		return true
	}
	k := i - 1
	for k > c.start && (c.wordsOf(&c.items[k]) == "là" || c.items[k].is(cApprox) && c.items[k-1].kind == whenItem) {
		k--
	}
	end := k + 1
	for k > c.start && (c.items[k].kind == whenItem || c.items[k].is(cSame)) {
		k--
	}
	if k < c.start || k+1 == end {
		return false
	}
	switch w := strings.ToLower(c.wordsOf(&c.items[k])); {
	case w == "hơn" || strings.HasSuffix(w, " hơn") && c.items[k].is(cUp):
		l.role = cUp
	case w == "kém" || strings.HasSuffix(w, " hơn") && c.items[k].is(cDown):
		l.role = cDown
	default:
		return false
	}
	l.verb, l.basis = k, c.words(k+1, end)
	for l.verb > c.start && c.items[l.verb-1].any(cEst, cAux) {
		l.verb--
		l.est = l.est || c.items[l.verb].is(cEst)
	}
	return true
}

// aboveOthers returns the item of "cao hơn" in "cao hơn bình quân cả nước 5,1
// điểm phần trăm", which compares places and not times, or 0.
func (c *clause) aboveOthers(i int) int {
	place := false
	for k := i - 1; k > c.start && i-k < 7; k-- {
		it := &c.items[k]
		switch {
		case it.any(cUp, cDown) && strings.HasSuffix(strings.ToLower(c.wordsOf(it)), "hơn") && place:
			return k
		case it.kind == placeItem, it.is(cWhole):
			place = true
		case it.any(cAvg, cApprox, cOf) || it.is(cBasis), it.kind == wordItem && others[strings.ToLower(c.wordsOf(it))]:
			place = place || strings.HasSuffix(strings.ToLower(c.wordsOf(it)), "chung") // "cao hơn mức chung 90,6%"
		default:
			return 0
		}
	}
	return 0
}

// others stand between "cao hơn" and the place that is compared.
var others = map[string]bool{"mức": true, "bình quân chung": true, "chung": true, "mặt bằng": true, "mặt bằng chung": true, "mức bình quân": true, "mức chung": true, "tỷ lệ": true, "trung bình": true, "là": true}

// exceedsPlan reads "vượt kế hoạch tỉnh giao 0,5%", where the plan stands before
// the figure.
func (c *clause) exceedsPlan(i int, l *lead) bool {
	for k := i - 1; k >= c.start && i-k < 6; k-- {
		it := &c.items[k]
		switch {
		case it.is(cPlan) && !it.is(cName):
			l.plan = true
		case l.plan && it.is(cExceed):
			l.role, l.verb = cExceed, k
			for l.verb > c.start && c.items[l.verb-1].any(cEst, cAux) {
				l.verb--
				l.est = l.est || c.items[l.verb].is(cEst)
			}
			return true
		case it.kind == whenItem, it.kind == placeItem, it.any(cGiven, cApprox, cWhole), c.wordsOf(it) == "là":
		default:
			l.plan = false
			return false
		}
	}
	l.plan = false
	return false
}

// verbBefore reports whether a verb of movement stands close before item k.
func (c *clause) verbBefore(k int) bool {
	for j := k - 1; j >= c.start && k-j < 4; j-- {
		if c.items[j].any(cUp, cDown, cTimes) {
			return true
		}
	}
	return false
}

// basisEnd returns where the basis that begins at item k ends, before figure i.
func (c *clause) basisEnd(k, i int) int {
	j := k + 1
	for j < i && (c.items[j].kind == whenItem || c.items[j].any(cSame, cBasis, cOf, cPlan, cGiven)) && !c.items[j].is(cLevel) {
		j++
	}
	return j
}

// leadItem takes one item before the figure into the lead; it reports false
// where the subject begins.
func (c *clause) leadItem(it *item, k int, l *lead) bool {
	if it.is(cName) && !it.any(cUp, cDown) || it.is(cSpeed) && it.to-it.from > 1 && l.role == cLevel {
		return false
	}
	switch {
	case it.kind == noiseItem:
		return l.role == noClass
	case it.is(cEst):
		l.est = true
		if l.role == noClass && k > c.start {
			l.settle = false
		}
		return true
	case it.is(cTarget) && !c.reached(k):
		l.target = true
		c.assigned = strings.HasPrefix(c.wordsOf(it), "được giao")
		return true
	case it.is(cEach):
		l.each = true
		return true
	case l.role == noClass && it.is(cAvg):
		l.avg = true
		return true
	}
	return c.leadVerb(it, k, l)
}

// leadVerb takes a verb, or what stands between it and the figure, into the lead; a
// deed ends it.
func (c *clause) leadVerb(it *item, k int, l *lead) bool {
	none := l.role == noClass
	switch {
	case none && c.makes(it, k):
		l.deed = k
		return false
	case none && it.is(cDeed) && !it.any(cLevel, cDown, cName, cDone) && (!it.is(cContrib) || c.givesThings(k)) && c.deedOpens(k):
		l.deed = k
		return false
	case (none || l.role == cLevel) && it.is(cDone) && it.is(cHead) && c.opensDone(k) && !c.planned(k):
		return false
	case none && it.roles&verbs != 0:
		l.role = c.verbRole(it)
		l.settle = l.role == cLevel
		return true
	case none && it.is(cFrom):
		l.from = true
		return true
	case (none || l.role == cLevel) && it.is(cDeed) && !it.is(cName) && c.deedOpens(k):
		l.deed = k
		return false
	case none && it.any(cAdverb, cAux, cFor, cApprox):
		w := strings.ToLower(c.wordsOf(it))
		l.more = l.more || strings.HasSuffix(w, "thêm") || strings.HasPrefix(w, "thêm ")
		return true
	}
	return !none && it.any(cAux, cEst)
}

// makes reports whether "làm" at item k is the verb of so much road or ditch: "làm 15,4
// km đường".
func (c *clause) makes(it *item, k int) bool {
	if strings.ToLower(c.wordsOf(it)) != "làm" || k+2 >= len(c.items) || c.items[k+1].kind != figureItem || c.items[k+2].kind != wordItem {
		return false
	}
	u := c.items[k+1].fig.unit.name
	return u == "km" || u == "m" || u == "m²" || u == "nhà" || u == "căn" || u == "cầu"
}

// opensDone reports whether the verb at item k stands at the head of its clause.
func (c *clause) opensDone(k int) bool {
	return k == c.start || c.items[k-1].kind != wordItem || c.items[k-1].any(cConn, cCont, cAnd, cWhole, cAux)
}

// deedOpens reports whether the deed at item k is the verb of its clause and
// not part of a name: "vốn cấp mới".
func (c *clause) deedOpens(k int) bool {
	first := c.firstDeed(k)
	if first == c.start || c.agent(c.start, first) || c.agent(c.afterComma(first), first) {
		return true
	}
	it := &c.items[k-1]
	if c.items[k].is(cEvent) && k+1 < len(c.items) && c.items[k+1].kind == figureItem && c.given(k) && c.plainWords(c.afterComma(k), k) {
		return true // "Khối thống nhất đề nghị tặng 2 Cờ thi đua"
	}
	j := k + 1
	for j < len(c.items) && j < k+3 && c.toks[c.items[j].from].word == c.lex.w.duoc {
		j++
	}
	if j < len(c.items) && c.items[j].kind == figureItem && (c.items[j].fig.unit.count || j > k+1) && !c.items[j].fig.unit.percent() && !c.items[j].fig.unit.money() && c.actors(c.afterComma(k), k) {
		return true
	}
	return it.kind != wordItem || it.any(cWhole, cConn, cCont, cAux, cEst, cTarget, cAnd, cCount) && !it.any(cHead, cSector, cName)
}

// actors reports whether items a..b name but the one who acts: "cấp ủy các cấp".
func (c *clause) actors(a, b int) bool {
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == wordItem && !it.any(cWhole, cConn, cAux) {
			return c.agent(i, b) || c.siteAt(it) || c.toks[it.from].upper && i > 0
		}
	}
	return true
}

// planned reports whether words of a measure stand before item k in its clause.
func (c *clause) planned(k int) bool {
	for j := c.start; j < k; j++ {
		if c.items[j].any(cHead, cName) {
			return true
		}
	}
	return false
}

// verbRole picks the role of a verb that may have several.
func (c *clause) verbRole(it *item) class {
	for _, r := range [...]class{cTimes, cShare, cDrag, cContrib, cExceed, cDone, cEqual, cUp, cDown, cLevel} {
		if it.is(r) {
			return r
		}
	}
	return noClass
}

// tailOf reads forwards from figure i.
func (c *clause) tailOf(i int) tail {
	t := tail{next: i + 1}
	for t.next < len(c.items) {
		k := t.next
		it := &c.items[k]
		switch {
		case it.sign == '/' && it.kind == signItem && k == i+1 && k+1 < len(c.items) && c.items[k+1].kind == figureItem && c.items[k+1].fig.unit.name == c.items[i].fig.unit.name:
			t.against, t.next = c.wordsOf(&c.items[k+1]), k+2
			continue
		case it.is(cBasis):
			if c.planAt(k+1, &t) {
				t.versus = true
				continue
			}
			if t.basis == "" {
				c.basisAt(k, &t)
				continue
			}
		case it.any(cPlan, cName) && !t.plan && (c.items[i].fig.unit.percent() || c.items[i].fig.unit.name == "lần") && c.planAt(k, &t):
			continue
		case it.is(cSame) && t.basis == "" && !it.is(cPlan) && !it.is(cAt) && it.to-it.from > 1:
			c.basisAt(k, &t)
			continue
		case it.kind == whenItem && !t.dated && !it.when.event:
			t.when, t.dated, t.next = it.when, true, k+1
			continue
		case it.is(cAvg) && !t.avg && it.to-it.from > 1:
			t.avg, t.next = true, k+1
			continue
		case it.is(cScope):
			t.scope, t.next = c.wordsOf(it), k+1
			continue
		case it.is(cTotal) && t.against == "" && k+1 < len(c.items) && c.items[k+1].kind == figureItem && c.ofMoney(i, k+1):
			t.against, t.next = c.wordsOf(&c.items[k+1]), c.pastPlan(k+2)
			continue
		case it.is(cTotal) && t.of == nil && k+1 < len(c.items) && c.items[k+1].kind == figureItem && c.totals(i, k+1):
			t.of, t.next = &c.items[k+1].fig, k+2
			continue
		case it.is(cOf) && k+1 < len(c.items) && c.items[k+1].kind == whenItem:
			t.next = k + 1
			continue
		}
		return t
	}
	return t
}

// totals reports whether figure j is the total of which figure i is a part.
func (c *clause) totals(i, j int) bool {
	a, b := c.items[i].fig, c.items[j].fig
	return !a.isScore && !b.isScore && !a.unit.percent() && !b.unit.percent() && b.value >= a.value &&
		(a.unit.name == b.unit.name || a.unit.n == 0) && b.unit.count
}

// ofMoney reports whether figure j is the sum of money of which figure i is a part: "giải
// ngân 3.126 tỷ đồng trong tổng số 8.450 tỷ đồng".
func (c *clause) ofMoney(i, j int) bool {
	a, b := &c.items[i].fig, &c.items[j].fig
	return a.unit.money() && b.unit.money() && !a.isRange && !b.isRange && !strings.Contains(a.unit.name+b.unit.name, "/") && b.value*b.unit.scale >= a.value*a.unit.scale
}

// pastPlan returns the item behind the words for a plan at item k, with its time.
func (c *clause) pastPlan(k int) int {
	if k >= len(c.items) || !c.items[k].is(cPlan) {
		return k
	}
	for k < len(c.items) && (c.items[k].kind == whenItem || c.items[k].kind == wordItem && c.items[k].any(cPlan, cGiven, cOf, cWhole, cHead, cName)) {
		k++
	}
	return k
}

// planAt reads the name of a plan at item k.
func (c *clause) planAt(k int, t *tail) bool {
	if k >= len(c.items) {
		return false
	}
	if !c.items[k].is(cPlan) {
		return c.namedPlan(k, t)
	}
	t.plan = true
	k++
	for k < len(c.items) {
		it := &c.items[k]
		if it.kind == whenItem || it.kind == placeItem || it.any(cGiven, cPlan, cWhole, cOf) && !it.is(cName) || it.is(cAux) && k+1 < len(c.items) && c.items[k+1].is(cGiven) {
			k++
			continue
		}
		break
	}
	t.next = k
	t.topic, t.until = k, k
	if k < len(c.items) && c.items[k].any(cPostLow, cPostHigh) {
		t.next, t.topic, t.until = k+1, k+1, k+1 // "từ 95% kế hoạch trở lên"
		t.above = c.items[k].is(cPostLow)
		return true
	}
	for k < len(c.items) && c.items[k].kind == wordItem && !c.items[k].any(cAnd, cUp, cDown, cConn, cBasis) {
		k++
	}
	t.until = k
	return true
}

// namedPlan takes a known name that opens with a word for a plan: "chỉ tiêu giao
// quân".
func (c *clause) namedPlan(k int, t *tail) bool {
	it := &c.items[k]
	if !it.is(cName) {
		return false
	}
	if _, n := c.lex.longest(c.toks[:it.to], it.from, false, func(e entry) bool { return e.class == cPlan }); n == 0 {
		return false
	}
	t.plan, t.topic, t.until, t.next = true, k, k+1, k+1
	return true
}

// causes open the reason of a change, or what stands against it, behind its basis.
var causes = map[string]bool{"do": true, "nhờ": true, "vì": true, "bởi": true, "nhưng": true, "song": true, "nguyên nhân": true}

// basisAt reads what a change is measured against, as printed.
func (c *clause) basisAt(k int, t *tail) {
	from := k
	k++
	words := 0
	for k < len(c.items) && words < 8 {
		it := &c.items[k]
		if it.kind == signItem || it.kind == figureItem || it.is(cAnd) || causes[strings.ToLower(c.wordsOf(it))] {
			break
		}
		if it.is(cEst) && k+1 < len(c.items) && c.items[k+1].kind == whenItem {
			k++ // "so với ước thực hiện năm 2023"
			continue
		}
		if it.roles&verbs != 0 && !it.any(cSame, cTotal, cApprox, cFor) && c.wordsOf(it) != "thực hiện" || it.any(cEst, cEach) {
			break
		}
		if it.kind == wordItem && !it.any(cSame, cWhole, cOf, cGiven, cPlan, cBasis, cAvg) && words > 5 {
			break
		}
		words++
		k++
	}
	t.basis, t.next = c.words(from, k), k
}
