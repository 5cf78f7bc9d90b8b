package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// counts reports whether the clause before a counted figure names what is
// counted, so that the noun behind it need not.
func (c *clause) counts(role class, sub subject) bool {
	switch role {
	case cUp, cDown, cTimes:
		return true
	}
	return sub.ref >= 0
}

// countFigure reads "1.311 doanh nghiệp thành lập mới": the name stands behind
// the number.
func (c *clause) countFigure(i int, f *figure, l *lead, t *tail, sub subject, ctx found) {
	s, alone := c.countName(i, f, l, t, sub, ctx), false
	if !s.found() {
		s = c.countAlone(i, f, t)
		alone = s.unsaid
	}
	if !s.found() {
		c.passNoun(i, t)
		c.keepTime(ctx)
		c.last, c.subject = -1, subject{ref: -1} // what follows speaks of this figure
		c.target = c.target || ctx.target        // "thông qua nghị quyết với 18 chỉ tiêu, trong đó …"
		return
	}
	if strings.EqualFold(s.name, "Số "+c.nounText(f)) && (f.isScore || c.narrowed(f)) {
		s.unsaid = true // "đến nay có 11/15 xã"
	}
	c.ofOtherRank(&s, f)
	if c.registered(&s, i, f); !s.unsaid {
		alone = false
	}
	c.apply(ctx)
	c.stocks = c.stocks || c.has(i)
	again := c.last >= c.first && l.role == noClass && strings.HasSuffix(c.out[c.last].Name, " tăng thêm") && c.out[c.last].Unit == f.unit.name && c.listed(i)
	if (l.more || again) && !f.isScore && !s.deed && !strings.HasSuffix(strings.ToLower(s.name), "lập mới") {
		s = added(s)
	}
	n, from := len(c.out), c.start
	c.emit(i, f, cLevel, l, t, s, ctx)
	c.deed, c.alone = s, alone
	c.spread(n, c.places(from, l.verb), f)
}

// countAlone names a count by its noun where a verb of having, getting or going with
// stands right before it and nothing else tells what it is: a person must look, unless
// it is counted beside the figure before, "126,4 tỷ đồng/3.918 hộ".
func (c *clause) countAlone(i int, f *figure, t *tail) subject {
	_, text := c.nounEnd(i, t)
	if text == "" || f.isScore || i == 0 || c.muted {
		return subject{ref: -1}
	}
	beside := c.items[i-1].kind == signItem && c.items[i-1].sign == '/'
	if !beside && !having[strings.ToLower(c.wordsOf(&c.items[i-1]))] {
		return subject{ref: -1}
	}
	c.passNoun(i, t)
	return subject{ref: -1, strong: true, name: "Số " + text, unsaid: !beside}
}

// having are words of having, getting and going with, right before a count, or the last
// syllable that the lexicon leaves of them: "tham gia", "đội ngũ".
var having = map[string]bool{"có": true, "hiện có": true, "đã có": true, "cũng có": true, "đang có": true, "vẫn có": true, "còn có": true, "với": true, "được": true, "thu về": true, "góp": true, "tham gia": true, "gia": true, "giành": true, "đóng góp": true, "đội ngũ": true, "ngũ": true}

// passNoun goes on behind the noun of a counted figure.
func (c *clause) passNoun(i int, t *tail) {
	end, _ := c.nounEnd(i, t)
	t.next = max(t.next, end)
}

// scoreOfRate names the score that says a rate once more: "Tỷ lệ trường đạt chuẩn
// quốc gia là 78,6% (44/56 trường)".
func (c *clause) scoreOfRate(s *subject, f *figure, text string) bool {
	if !f.isScore || f.of == 0 || text != c.nounText(f) || c.last < c.first {
		return false
	}
	r := &c.out[c.last].Record
	if r.Value == nil || r.Unit != "%" || !ratio(r.Name) {
		return false
	}
	if d := f.value/f.of*100 - *r.Value; d > 0.6 || d < -0.6 {
		return false
	}
	what := strings.TrimPrefix(strings.ToLower(r.Name), "tỷ lệ ")
	if !strings.HasPrefix(what, text) {
		return false
	}
	s.name = "Số " + what
	s.refer(c.exact(s.name))
	return true
}

// added names those that came on top: "có thêm 3 xã đạt chuẩn nông thôn mới".
func added(s subject) subject {
	name := viet.Uncapital(s.name)
	if !strings.HasPrefix(name, "số ") {
		name = "số " + name
	}
	return subject{ref: -1, strong: true, unsaid: s.unsaid, name: viet.Capital(name) + " tăng thêm"}
}

// countName names a counted figure; it finds none where nothing tells that the
// figure is one of an indicator.
func (c *clause) countName(i int, f *figure, l *lead, t *tail, sub subject, ctx found) subject {
	if c.allOf(i) && (c.achieved(i, t) || f.unit.name == "chỉ tiêu") {
		f.of, f.isScore = f.value, true
	}
	if f.unit.name == "chỉ tiêu" || f.unit.name == "nhóm" {
		return c.goalCount(i, f, t)
	}
	if sub.ref < 0 && vague[strings.ToLower(sub.name)] {
		sub = subject{ref: -1} // "toàn ngành có 6 học sinh đoạt giải"
	}
	end, text := c.nounEnd(i, t)
	s := subject{ref: -1, strong: true}
	if won := c.rewarded(i); won != "" {
		s.name = "Số " + f.unit.name + " " + won
		return s
	}
	deed, own := c.deedFor(i, l, text)
	switch {
	case c.scoreOfRate(&s, f, text):
	case !own && c.served(&s, i, text):
	default:
		n := tally{i, end, f, l, t, text, deed, sub, ctx}
		if s = c.callCount(&n); s.name == sub.name && s.found() {
			return s
		}
	}
	if s.found() {
		t.next = max(t.next, end)
	}
	return s
}

// registered names those that reached what others of the sentence had registered for: "3.245
// hộ đăng ký gia đình văn hóa, qua bình xét có 3.012 hộ đạt".
func (c *clause) registered(s *subject, i int, f *figure) {
	noun := c.nounText(f)
	if c.last < c.first || f.isScore {
		return
	}
	r := &c.out[c.last].Record
	reached := i+1 < len(c.items) && strings.EqualFold(c.wordsOf(&c.items[i+1]), "đạt") && s.name == r.Name
	if low := strings.ToLower(s.name); low != "số "+noun && low != "số "+noun+" đạt" && !reached {
		return
	}
	if before, what, ok := strings.Cut(viet.Uncapital(r.Name), " đăng ký "); ok && strings.HasPrefix(before, "số "+noun) && r.Value != nil && *r.Value >= f.value {
		s.name, s.unsaid = viet.Capital(before+" đạt "+strings.TrimPrefix(what, "đạt ")+" trong số đăng ký"), false
	}
}

// ofOtherRank completes the name of those of another level than the ones before: "38 hộ đạt danh
// hiệu cấp Trung ương, 214 hộ cấp tỉnh".
func (c *clause) ofOtherRank(s *subject, f *figure) {
	rank, ok := strings.CutPrefix(s.name, "Số "+c.nounText(f)+" cấp ")
	if !ok || c.last < c.first || c.out[c.last].Unit != f.unit.name {
		return
	}
	if i := strings.LastIndex(c.out[c.last].Name, " cấp "); i > 0 {
		s.name = c.out[c.last].Name[:i] + " cấp " + rank
		s.refer(c.exact(s.name))
	}
}

// A tally is a counted figure with the words around it.
type tally struct {
	at, end int // item of the figure, first item behind its noun
	fig     *figure
	lead    *lead
	tail    *tail
	text    string // the noun and what belongs to it
	deed    string // of which it is the object
	sub     subject
	ctx     found
}

// deedFor returns the deed of which figure i is the object, its own or the one with
// whose objects it goes on.
func (c *clause) deedFor(i int, l *lead, text string) (deed string, own bool) {
	if deed = c.deedBefore(i, l); deed != "" {
		return deed, true
	}
	if c.deed.deed && !strings.Contains(text, c.deed.verb) && l.role == noClass && c.last >= c.first && c.listed(i) {
		deed = c.deed.verb // "bắt 96 vụ, 131 đối tượng"
	}
	return deed, false
}

// served names those for whom a deed was done.
func (c *clause) served(s *subject, i int, text string) bool {
	s.name = c.beneficiaries(i, text)
	if !s.found() && c.last >= c.first && c.listed(i) && !c.deed.deed {
		if _, done, ok := strings.Cut(c.deed.name, " được "); ok && strings.HasPrefix(c.deed.name, "Số ") && !strings.Contains(text+" ", " đạt ") {
			if rank := strings.Index(done, " cấp "); rank > 0 && strings.Contains(text, " cấp ") {
				done = done[:rank] // "312 sáng kiến được công nhận cấp thành phố, 45 sáng kiến cấp tỉnh"
			}
			s.name = "Số " + text + " được " + done // "giấy khen cho 21 chi bộ và 46 đảng viên"
		}
	}
	return s.found()
}

// callCount names a count by its deed, the catalogue, those that have it, or its
// noun.
func (c *clause) callCount(n *tally) subject {
	s := subject{ref: -1, strong: true}
	f, bare := n.fig, n.text == c.nounText(n.fig)
	known, words := c.lookupPrefix(n.text)
	if words > 0 && !c.addsNothing(n.text, words) {
		words = 0
	}
	switch {
	case n.deed != "" && (!f.isScore || !c.items[max(n.lead.deed, 0)].is(cDone) && (!bare || n.lead.deed >= 0 && !c.items[n.lead.deed].is(cLevel))):
		c.callDeed(&s, n.at, n.deed, n.text, known, words)
	case n.lead.role == noClass && settled[strings.ToLower(n.sub.name)]:
		s.name = "Số " + n.text
	case c.attends(n.at, n.end):
	case n.at > c.start && strings.Contains(strings.ToLower(c.words(max(n.at-3, c.start), n.at)), "quản lý"):
		s.name = "Số " + n.text // "liên đoàn huyện quản lý 126 công đoàn cơ sở"
	case c.onceMore(&s, f, n.text, n.ctx):
	case words > 0 && bare && !f.isScore && c.acted(n.at):
		if n.sub.found() && len(n.sub.name) <= 60 {
			c.callActed(&s, n.sub, n.text)
		}
	case words > 0:
		s.refs, s.ref = known, int(known[0].ref)
		s.unsaid = f.isScore && bare && !n.sub.found()
		s.name = viet.Capital(firstWords(n.text, words))
	case !f.isScore && c.members(n.at, f, n.text, n.sub, &s):
	case strings.EqualFold(n.sub.name, "xây dựng"):
		s.name, s.deed, s.verb = n.sub.name+" "+n.text, true, "xây dựng" // "xây dựng 24 mô hình kinh tế tập thể"
	case n.sub.found() && (n.sub.strong || n.lead.role == noClass && c.deedIn(n.lead.verb)), c.plainCount(f, n.lead, n.text, n.sub):
		return n.sub
	default:
		c.callNoun(&s, n.at, f, n.lead, n.tail, n.sub, n.ctx, n.text)
	}
	return s
}

// settled are verbs that say where members are, or through whom something went; what
// is counted behind them there is: "sinh hoạt tại 9 chi hội".
var settled = map[string]bool{"sinh hoạt": true, "thông qua": true, "hoạt động": true, "công tác": true, "làm việc": true}

// plainCount reports whether the words before a level name what is counted, and the
// noun behind it but the pieces: "đội tàu khai thác của huyện còn 418 chiếc".
func (c *clause) plainCount(f *figure, l *lead, text string, sub subject) bool {
	return sub.found() && !sub.person && !f.isScore && l.role == cLevel && l.settle && pieces[f.unit.name] && text == c.nounText(f) && !keeping[strings.ToLower(c.wordsOf(&c.items[l.verb]))] && fixed[strings.ToLower(c.wordsOf(&c.items[l.verb]))]
}

// pieces are units that do not say what they count.
var pieces = map[string]bool{"chiếc": true, "con": true, "cái": true, "ca": true, "cây": true, "căn": true, "lượt": true}

// fixed are verbs of level of which the words before are the subject.
var fixed = map[string]bool{"còn": true, "đạt": true, "là": true, "chỉ còn": true, "giảm còn": true}

// callNoun names a count by its noun, where something tells that the area has so
// many of it.
func (c *clause) callNoun(s *subject, i int, f *figure, l *lead, t *tail, sub subject, ctx found, text string) {
	switch {
	case strings.HasSuffix(f.unit.name, " dân") && strings.Contains(f.unit.name, "/") && !sub.strong:
		s.name = "Số " + strings.Replace(f.unit.name, "/", " trên ", 1)
		s.refer(c.exact(s.name))
	case victims[f.unit.name]:
		c.victims(s, "số "+f.unit.name)
		f.unit.name = "người"
	case ctx.cont && sub.found() && !sub.strong && i > c.start && strings.EqualFold(c.wordsOf(&c.items[i-1]), "có"):
		s.name = "Số " + text + " " + viet.Uncapital(sub.name) // "trong đó khối doanh nghiệp có 31 công đoàn cơ sở"
	case c.agentLabel() != "" && l.role == noClass:
		s.name = "Số " + text
		if text == c.nounText(f) {
			s.name += " " + c.agentLabel() // "Hội Cựu chiến binh: 214 hội viên"
		}
	case strings.HasSuffix(text, " vay") || strings.HasSuffix(text, " vay vốn"):
		s.name = "Số " + text // "cho 3.480 hộ vay 142 tỷ đồng"
	case l.role == cLevel && l.verb < i && (sub.ref < 0 && !sub.strong) && keeping[strings.ToLower(c.wordsOf(&c.items[l.verb]))]:
		s.name, s.deed, s.verb = "Số "+text, true, strings.ToLower(c.wordsOf(&c.items[l.verb]))
		s.refer(c.lookup(s.name))
	case c.happened(i) && (f.unit.name == "vụ" || f.unit.name == "vụ việc"), c.there(i) && c.tells(i, f, text), l.role == cLevel && (ctx.target || c.target), c.achieved(i, t) || f.isScore || t.of != nil || c.stock(i, l, f, text) || c.counting(f, l, text):
		s.name = "Số " + text
		s.refer(c.lookup(s.name))
	}
}

// happened reports whether a verb of what befell stands right before figure i.
func (c *clause) happened(i int) bool {
	switch w := strings.ToLower(c.wordsOf(&c.items[max(i-1, 0)])); w {
	case "xảy ra", "phát sinh", "để xảy ra", "đã xảy ra":
		return c.there(i)
	}
	return false
}

// keeping are verbs of level whose counted object is a result: "duy trì 6 mô hình".
var keeping = map[string]bool{"duy trì": true, "thực hiện": true, "thực hiện được": true, "thu được": true}

// callActed names a count after the clause in which a verb stands that is no known
// deed.
func (c *clause) callActed(s *subject, sub subject, text string) {
	s.name = sub.name + " " + text
	s.unsaid = len(strings.Fields(sub.name)) > 4
	if sub.branch {
		c.callBranch(s, text, sub.name) // "du lịch khởi sắc với 2,1 triệu lượt khách"
	}
}

// tells reports whether the words behind figure i say more than its noun, or go on
// with a count before them: "với 11.340 thành viên".
func (c *clause) tells(i int, f *figure, text string) bool {
	if text != c.nounText(f) {
		return true
	}
	w := strings.ToLower(c.wordsOf(&c.items[i-1]))
	return w == "với" && c.last >= c.first && c.sameRegion(i) && c.out[c.last].Value != nil && kindOfUnit(c.out[c.last].Unit) == "count"
}

// onceMore names the figure of another place or time after the last record of the
// paragraph that counts the same: "huyện Đồng Khởi dẫn đầu với 92 căn", "đến nay có
// 11/15 xã".
func (c *clause) onceMore(s *subject, f *figure, text string, ctx found) bool {
	if ctx.area == "" && (ctx.period.IsZero() || c.last < 0) || text != c.nounText(f) {
		return false
	}
	for i := len(c.out) - 1; i >= 0 && c.out[i].Source.Paragraph == c.number; i-- {
		r := &c.out[i].Record
		if r.Unit != f.unit.name || r.Value == nil || ctx.area != "" && (r.Area == ctx.area || f.isScore != (r.Of != nil)) {
			continue
		}
		if ctx.area == "" && (r.Period == ctx.period && r.Of == nil || i != c.last) {
			return s.name != ""
		}
		if s.name == "" {
			s.name = r.Name
			s.refer(c.exact(r.Name))
		}
		s.unsaid = s.unsaid || r.Name != s.name || anyone[f.unit.name] // of which of several
	}
	return s.name != ""
}

// narrowed reports whether the last record of the paragraph counted some of the same
// noun, so that the noun alone may mean these again: "2 xã đạt chuẩn. Năm 2021 có 9 xã".
func (c *clause) narrowed(f *figure) bool {
	if c.last >= c.first || len(c.out) == 0 {
		return false
	}
	r := &c.out[len(c.out)-1].Record
	return r.Source.Paragraph == c.number && r.Unit == f.unit.name && r.Value != nil && len(strings.Fields(r.Name)) > 2
}

// listed reports whether but a comma or "và" parts figure i from the one before.
func (c *clause) listed(i int) bool {
	for k := c.start; k < i; k++ {
		if it := &c.items[k]; !it.is(cAnd) && !(it.kind == signItem && it.sign == ',') && !it.is(cCont) {
			return false
		}
	}
	if c.start == i {
		return i > 0 && (c.items[i-1].is(cAnd) || c.items[i-1].sign == ',') // the noun before took it
	}
	return c.start < i
}

// stock reports whether figure i says how many of a thing an area has: "toàn
// huyện có 11.230 hộ".
func (c *clause) stock(i int, l *lead, f *figure, text string) bool {
	if c.stocks && l.role == noClass && c.sameRegion(i) {
		return true // "Huyện có 23 hợp tác xã, 12 trang trại"
	}
	if l.role != cLevel && !c.has(i) {
		return false
	}
	there, from := false, c.start
	if from < i && strings.EqualFold(c.wordsOf(&c.items[from]), "theo") {
		from = c.afterComma(i) // "Theo Liên minh Hợp tác xã tỉnh, huyện hiện có …"
	}
	for k := from; k < i; k++ {
		it := &c.items[k]
		if it.kind == wordItem && !it.any(cWhole, cConn, cAux, cAt, cLevel, cFor, cApprox, cAdverb) {
			return false
		}
		w := c.wordsOf(it)
		there = there || w == "có" || strings.HasSuffix(w, " có") || w == "co" || w == "hien co"
	}
	if from >= i {
		return false
	}
	if strings.EqualFold(c.wordsOf(&c.items[from]), "toàn") && from+1 < i {
		from++ // "toàn huyện Lâm Phú hiện có …"
	}
	whole := c.items[from].is(cWhole) || c.items[from].kind == placeItem || c.items[from].kind == whenItem
	c.stocks = there && whole
	return c.stocks && text != c.nounText(f) || (whole || len(c.out) > 0 && c.last >= 0) && len(c.lookup("số "+c.nounText(f))) > 0 && text == c.nounText(f) || c.stocks
}

// has reports whether "có" stands between the opening of the clause and figure i.
func (c *clause) has(i int) bool {
	for k := c.start; k < i; k++ {
		switch strings.ToLower(c.wordsOf(&c.items[k])) {
		case "có", "hiện có":
			return true
		}
	}
	return false
}

// meanCriteria reads "bình quân mỗi xã đạt 18,3 tiêu chí".
func (c *clause) meanCriteria(i int, l *lead, t *tail) bool {
	mean := false
	for k := c.start; k < i; k++ {
		mean = mean || c.items[k].is(cAvg)
	}
	f := &c.items[i].fig
	if !mean || f.isScore || f.isRange {
		return false
	}
	_, ctx := c.subjectOf(c.start, l.verb)
	c.settle(l, t, &ctx)
	if ctx.area == "" {
		ctx.area = c.home
	}
	s := subject{ref: -1, name: "Số tiêu chí bình quân mỗi xã", strong: true}
	for _, name := range [...]string{"số tiêu chí bình quân mỗi xã", "bình quân tiêu chí/xã", "tiêu chí bình quân"} {
		if refs := c.lookup(name); len(refs) > 0 && s.ref < 0 {
			s.refs, s.ref = refs, int(refs[0].ref)
		}
	}
	c.apply(ctx)
	c.emit(i, f, cLevel, l, t, s, ctx)
	c.start = t.next
	return true
}

// counting reports whether figure i goes on counting what the record before
// counted: "785 doanh nghiệp thành lập mới; 415 doanh nghiệp tạm ngừng".
func (c *clause) counting(f *figure, l *lead, text string) bool {
	if c.last < 0 || l.role != noClass && l.role != cLevel || text == c.nounText(f) {
		return false
	}
	return c.out[c.last].Unit == f.unit.name
}

// callBranch names what is counted in a branch of the economy.
func (c *clause) callBranch(s *subject, text, branch string) {
	s.name = viet.Capital(text + " " + viet.Uncapital(branch))
	s.refer(c.exact(s.name))
}

// achieved reports whether the words behind figure i tell of a result.
func (c *clause) achieved(i int, t *tail) bool {
	end, _ := c.nounEnd(i, t)
	for k := i + 1; k < end; k++ {
		if it := &c.items[k]; it.any(cDeed, cDone, cExceed) || it.is(cLevel) && !it.is(cFor) && !it.is(cConn) || it.is(cNoun) && it.to-it.from > 1 {
			return true
		}
	}
	for k := end; c.start == i && k+1 < len(c.items) && c.items[k].sign != ';' && c.items[k].sign != '.'; k++ {
		if c.items[k].kind == wordItem && c.toks[c.items[k].to-1].word == c.lex.w.duoc && c.items[k+1].is(cDeed) {
			return true // "27 đoạn đường hoa dài 31,5 km được trồng mới"
		}
	}
	return false
}

// allOf reports whether "cả" or "toàn bộ" stands before figure i.
func (c *clause) allOf(i int) bool {
	return i > 0 && c.items[i-1].is(cAll)
}

// shareOfNoun reads "100% trường học đạt chuẩn quốc gia": the name stands
// behind the percentage.
func (c *clause) shareOfNoun(i int, l *lead, t *tail) subject {
	s := subject{ref: -1, strong: true}
	if t.next >= len(c.items) {
		return s
	}
	if it := &c.items[t.next]; it.kind != wordItem || it.any(cAnd, cBasis, cSame, cConn, cCont, cAux, cAvg, cEst) && !it.any(cCount, cHead, cName) || it.roles&verbs != 0 && !it.any(cName, cHead) {
		return s
	}
	end, text := c.nounEnd(i, t)
	text = strings.TrimPrefix(text, "trở lên ")
	text = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "số "), "các "), "tổng số ")
	if text == "" {
		return s
	}
	s.name = "Tỷ lệ " + text
	s.refer(c.lookup(s.name))
	s.unsaid = s.ref < 0 && end+1 < len(c.items) && c.items[end].sign == ',' && c.items[end+1].kind == figureItem && c.items[end+1].fig.unit.percent() && !told(text)
	t.next = max(t.next, end)
	return s
}

// told reports whether the words behind a share hold a verb; without one the verb
// may stand behind a later share: "100% đường trục xã, 95% đường thôn được cứng hóa".
func told(text string) bool {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		switch w {
		case "được", "đạt", "có", "sử", "dùng", "tham", "hoàn", "bị", "đã", "là", "thực":
			return true
		}
	}
	return false
}
