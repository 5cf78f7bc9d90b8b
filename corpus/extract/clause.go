package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A clause is the sentence being read and what its figures have said so far.
type clause struct {
	*reader
	toks  []token
	items []item
	ev    span // evidence

	context                // of the sentence
	dated    bool          // the sentence itself names its period
	scope    string        // of the clause
	passed   corpus.Period // that holds again behind the next semicolon
	passing  bool
	basis    string        // that opened the sentence: "So với năm 2020, …"
	estAll   bool          // "Dự kiến cả năm, …" holds for the whole sentence
	estParts bool          // "ước đạt …, trong đó …": the parts of an estimate are estimates
	total    *figure       // "Trong 12 chỉ tiêu, …"
	loose    when          // "trong năm", "trong nhiệm kỳ": the last of them
	only     corpus.Period // the period that the sentence names
	many     bool          // it names several
	borrowed bool          // the area was named for a subject carried over
	rated    bool          // the index stands at 100 for the year before
	leaning  bool          // the subject is one of several of the sentence before
	assigned bool          // the target is one that was set from above: "được giao chỉ tiêu"
	muted    bool          // up to the next separator nothing is a figure
	subject  subject
	deed     subject // of the last counted figure
	parted   subject // of which "trong đó" names the parts
	years    bool    // the sentence tells of some years that are over
	region   string  // that opens the sentence: "Ở khu vực miền núi, …"
	heading  string  // the name before the last colon
	grows    bool    // the clause lists surfaces that an area has
	carrier  string  // measure that a heading says for the list behind it
	branch   string  // a branch that a label names alone: "Thủy sản: …"
	crop     string  // of the last surface
	parts    string  // what sets the surface apart whose parts are listed
	stocks   bool    // the clause lists what there is: "toàn huyện có …"
	alone    bool    // the last record is a count that nothing but its noun names
	chain    class   // role of the last figure
	back     class   // movement of the last figure, which went to a count before
	first    int     // candidates before this sentence
	last     int     // the record later words speak about; -1
	start    int     // first item after the last figure or hard separator
}

func (r *reader) sentence(toks []token) {
	bullet := len(toks) > 0 && opensList(toks)
	for len(toks) > 0 && (toks[0].word == "-" || toks[0].word == "•") {
		toks = toks[1:]
	}
	if len(toks) == 0 {
		return
	}
	if !bullet && toks[0].start > r.toks[0].start {
		r.units, r.carries = unit{}, ""
	}
	c := &clause{reader: r, first: len(r.out), last: -1}
	c.ev = span{toks[0].start, toks[len(toks)-1].end}
	if toks = toks[numbering(toks):]; len(toks) == 0 {
		return
	}
	c.toks, c.items = toks, r.recall(r.x.items(r.lex, r.a.Text, toks, r.clock), toks)
	c.lendUnits()
	c.listPlaces()
	r.entitled(c)
	c.context = r.head
	c.est = false
	c.opensWithPlace()
	if c.items[0].is(cCont) {
		c.est, c.estAll = r.before.est, r.before.est
		if !r.before.mixed {
			c.subject.prefix = r.before.subject.prefix // "Trong đó, công nghiệp đạt 6.120 tỷ đồng"
		}
	}
	c.carrier = r.carries
	c.run()
	if c.toks[len(c.toks)-1].word == ":" {
		r.carries = c.carrier
	}
	c.reader.behind = c.first
	c.speakOf()
	if c.subject.found() {
		r.before = sentenceEnd{subject: c.subject, est: c.est, mixed: c.several()}
	}
}

// lendUnits gives numbers without a unit the one that a heading names for all: "Dư nợ một
// số chương trình (ĐVT: triệu đồng): hộ nghèo 96.310; hộ cận nghèo 71.080".
func (c *clause) lendUnits() {
	u, from := c.units, 0
	if m := unitSaid(c.a.Text[c.ev.from:c.ev.to]); m != nil {
		if own := c.unitIn(c.a.Text[c.ev.from+m[4] : c.ev.from+m[5]]); own.n > 0 {
			u, from = own, c.ev.from+m[5]
			if c.toks[len(c.toks)-1].word == ":" {
				c.units = own
			}
		}
	}
	if u.n == 0 {
		return
	}
	for i := range c.items {
		it := &c.items[i]
		if f := &it.fig; it.kind == figureItem && f.unit.n == 0 && f.of == 0 && i > 0 && c.toks[it.from].start >= from {
			f.unit, f.lent = u, true
		}
	}
}

// unitSaid finds a unit named for all figures of a text; nil if there is none.
func unitSaid(text string) []int {
	if !strings.Contains(text, "ị") && !strings.Contains(text, "VT") && !strings.Contains(text, "vt") {
		return nil
	}
	return unitLine.FindStringSubmatchIndex(text)
}

// dose reports whether figure i is but part of the name of the ratio that follows:
// "tỷ lệ tiêm đủ 2 mũi vắc xin là 96,4%".
func (c *clause) dose(i int) bool {
	f := &c.items[i].fig
	if !f.unit.count || f.value > 10 || f.isRange || f.isScore || f.approx != "" || i == c.start || !ratio(c.words(c.start, i)) {
		return false
	}
	for k := c.start; k < i; k++ {
		if it := &c.items[k]; it.kind != wordItem || it.any(cLevel, cEqual, cShare) && !it.is(cNoun) && c.wordsOf(it) != "đủ" {
			return false
		}
	}
	for k := i + 1; k < len(c.items) && c.items[k].kind != signItem; k++ {
		if c.items[k].kind == figureItem {
			return c.items[k].fig.unit.percent() && c.items[k-1].is(cLevel)
		}
	}
	return false
}

// ofLabel reports whether figure i is but part of the label before the colon that the
// item's own figure follows: "Số hộ đạt đủ 8 tiêu chí: 1.105/1.318 hộ".
func (c *clause) ofLabel(i int) bool {
	f := &c.items[i].fig
	if i < 2 || c.start > 1 || c.last >= c.first || f.isRange || f.isScore || f.value > 100 || !f.unit.count && !f.unit.percent() && f.unit.n > 0 {
		return false
	}
	for k := i + 1; k+1 < len(c.items) && k < i+8; k++ {
		switch it := &c.items[k]; {
		case it.kind == figureItem, it.kind == signItem && it.sign != ':':
			return false
		case it.kind == signItem:
			return c.items[k+1].kind == figureItem
		}
	}
	return false
}

// ofAllSides reports whether figure i but counts the sides on which something moved: "Tai
// nạn giao thông giảm cả 3 tiêu chí: …".
func (c *clause) ofAllSides(i int) bool {
	if u := c.items[i].fig.unit.name; i < 2 || u != "tiêu chí" && u != "mặt" && u != "" || c.items[i].fig.value > 5 || !c.items[i-1].is(cAll) {
		return false
	}
	return c.items[i-2].any(cUp, cDown) || i > 2 && c.items[i-3].any(cUp, cDown)
}

// limitsCount reports whether figure i is but the limit in the name of what the figure behind
// counts: "Số hộ có thu nhập từ 1 tỷ đồng/năm trở lên là 1.245 hộ".
func (c *clause) limitsCount(i int) bool {
	f := &c.items[i].fig
	if f.unit.count || f.unit.percent() || f.isRange || f.bound == "" && f.approx == "" || i < c.start+2 || !strings.HasPrefix(strings.ToLower(c.words(c.start, i)), "số ") {
		return false
	}
	for k := i + 1; k < len(c.items) && k < i+6; k++ {
		it := &c.items[k]
		if it.kind == figureItem {
			return it.fig.unit.count && (c.items[k-1].any(cLevel) || c.items[k-1].sign == ':') && strings.Contains(strings.ToLower(c.words(c.start, i)), it.fig.unit.name)
		}
		if it.kind != wordItem && it.sign != ':' && it.kind != placeItem {
			return false
		}
	}
	return false
}

// levied reports whether figure i is the rate of a due, part of the name of the sum that
// follows: "Thu kinh phí công đoàn 2% được 345 triệu đồng".
func (c *clause) levied(i int) bool {
	f := &c.items[i].fig
	if !f.unit.percent() || f.value > 10 || f.isRange || f.approx != "" || i < c.start+1 || c.items[i-1].any(cLevel, cDown, cUp, cPlan) {
		return false
	}
	k := i + 1
	for k < i+3 && k < len(c.items) && (c.items[k].is(cWhole) || c.items[k].kind == placeItem) {
		k++
	}
	if k+1 >= len(c.items) {
		return false
	}
	verb, next := &c.items[k], &c.items[k+1]
	return (verb.is(cLevel) || c.wordsOf(verb) == "được") && next.kind == figureItem && next.fig.unit.money()
}

// several reports whether the sentence spoke of more than one subject.
func (c *clause) several() bool {
	for i := c.first + 1; i < len(c.out); i++ {
		if c.out[i].Name != c.out[c.first].Name {
			return true
		}
	}
	return false
}

// run walks over the items and reads each figure with its neighbours.
func (c *clause) run() {
	opening := !c.figured
	for i := 0; i < len(c.items); i++ {
		switch it := &c.items[i]; {
		case it.kind == figureItem && (c.dose(i) || c.levied(i) || c.ofLabel(i) || c.ofAllSides(i) || c.limitsCount(i)):
			it.kind = wordItem
		case it.kind == figureItem:
			i = c.figure(i) - 1
			c.figured = true
		case it.kind == signItem:
			i = c.separator(i)
		}
	}
	c.absorb(c.start, len(c.items), true)
	if opening && !c.many && c.figured && c.head.period.IsZero() && c.untitled() && c.recent(c.only) && !(c.only.Kind == corpus.Day && c.reader.title.Kind == corpus.Span) {
		c.head.period = c.only
	}
	if c.leads() && !c.looksBack() {
		if c.head.target = true; c.head.period.IsZero() && c.dated && !c.figured {
			c.head.period = c.period // "III. Nhiệm vụ 6 tháng cuối năm"
		}
	}
}

// untitled reports whether neither title nor earlier paragraphs name a period of
// which later sentences may speak.
func (c *clause) untitled() bool {
	title := c.reader.title
	return (title.IsZero() || c.clock.unfinished(title)) && (c.running.IsZero() || c.running.Kind == corpus.Span)
}

// looksBack reports whether the sentence told what was reached, and nothing else.
func (c *clause) looksBack() bool {
	for i := c.first; i < len(c.out); i++ {
		if c.out[i].Status == corpus.Target {
			return false
		}
	}
	return c.first < len(c.out)
}

// leads reports whether the sentence opens a list of targets.
func (c *clause) leads() bool {
	colon := c.items[len(c.items)-1].sign == ':'
	if colon && c.orders() {
		return true
	}
	for i := range c.items {
		it := &c.items[i]
		switch {
		case it.kind == figureItem || i > 7 && !colon:
			return false
		case it.any(cTarget, cGoal) && results(c.words(0, i)):
			return false
		case it.is(cTarget) && !c.reached(i) && (colon || c.opens(i)), it.is(cGoal) && (colon || i == 0) && !c.reached(i), c.tasks(i):
			return !c.became(0, len(c.items))
		}
	}
	return false
}

// pledges are the words that open the list of what is pledged for a campaign.
var pledges = regexp.MustCompile(`(?:giao ước thi đua|phát động (?:phong trào )?thi đua|đăng ký thi đua).*(?:nội dung|nội dung sau|như sau|chỉ tiêu|chỉ tiêu sau)$`)

// orders reports whether the sentence opens a list of what is to be done: "Chủ tịch
// UBND tỉnh yêu cầu:".
func (c *clause) orders() bool {
	if c.figures(0, len(c.items)) || len(c.items) < 2 {
		return false
	}
	low := strings.ToLower(c.words(0, len(c.items)-1))
	if pledges.MatchString(low) && !results(low) {
		return true
	}
	return strings.HasSuffix(low, "yêu cầu") || strings.HasSuffix(low, "chỉ đạo") || strings.HasSuffix(low, "đề nghị")
}

// separator handles a sign and returns the index of the last item it used up.
func (c *clause) separator(i int) int {
	switch c.items[i].sign {
	case ';', ':', '.', '!', '?':
		if c.items[i].sign == ':' && c.idleColon(i) {
			return i
		}
		c.muted = false
		if c.items[i].sign == ':' && c.goalHeads(c.start, i) {
			c.target = true
		} else if c.labels(i) {
			return i
		}
		c.absorb(c.start, i, c.items[i].sign == ':')
		if c.items[i].sign == ':' {
			c.itemLabel(i)
			c.carrier = headCarrier(c.words(c.start, i))
			c.branch = topics[strings.ToLower(c.words(c.start, i))]
		}
		if c.items[i].sign == ';' {
			if c.passing && !c.passed.IsZero() {
				c.period, c.passing = c.passed, false
			}
			c.scope, c.crop, c.parts, c.stocks, c.grows, c.deed = "", "", "", false, false, subject{}
			if c.assigned {
				c.target, c.assigned = c.head.target, false
			}
		}
		c.start = i + 1
	case '(', '[':
		end := c.closing(i)
		if w := c.words(i, end); strings.Contains(w, "=") && strings.HasSuffix(w, "100") {
			c.rated = true // "(năm trước = 100)"
			return end
		}
		if !c.figures(i, end) {
			if c.start == i || c.last >= 0 && c.start >= i {
				c.start = end + 1
			}
			c.scopeIn(i, end)
			return end
		}
		c.bracket(i, end)
		return end
	}
	return i
}

// idleColon reports whether the colon at item i stands between a verb or a time and its
// figure, and parts nothing: "tương ứng là: 20%; 30%", "năm 2019 chiếm 6,5%, năm 2020: 5,2%".
func (c *clause) idleColon(i int) bool {
	if i <= c.start || i+1 >= len(c.items) || c.items[i+1].kind != figureItem {
		return false
	}
	return c.items[i-1].any(cEach, cLevel, cEst) || c.items[i-1].kind == whenItem && c.last >= c.first
}

// labels reports whether the colon at item i stands between a name that goes on
// with the sentence and its figure: "trong đó có bằng cấp, chứng chỉ: 31%".
func (c *clause) labels(i int) bool {
	return c.items[i].sign == ':' && i > c.start && i+1 < len(c.items) && c.items[i+1].kind == figureItem && c.items[c.start].is(cCont)
}

// goalHeads reports whether items a..b are a heading of targets: "Chỉ tiêu tỉnh
// giao năm 2021".
func (c *clause) goalHeads(a, b int) bool {
	for j := a; j < b && j < a+3; j++ {
		if c.tasks(j) && !c.figures(j, b) {
			return true
		}
		if c.items[j].any(cGoal, cTarget) && !c.reached(j) {
			for k := j + 1; k < b; k++ {
				if c.items[k].kind == figureItem || c.items[k].any(cExceed, cDone, cEqual) {
					return false
				}
			}
			return !c.became(a, b)
		}
	}
	return false
}

// tasks reports whether item i opens the tasks of a time to come: "Nhiệm vụ 6 tháng
// cuối năm".
func (c *clause) tasks(i int) bool {
	if i+1 >= len(c.items) || c.items[i].kind != wordItem || c.items[i+1].kind != whenItem || !strings.EqualFold(c.wordsOf(&c.items[i]), "nhiệm vụ") || results(c.words(0, i)) {
		return false
	}
	w := c.items[i+1].when
	p := c.resolve(w, c.near())
	return w.later || w.part || c.clock.ahead(p) || c.clock.running(p)
}

// closing returns the index of the bracket that closes the one at i, or the
// last item.
func (c *clause) closing(i int) int {
	for j := i + 1; j < len(c.items) && j-i < 200; j++ {
		if it := &c.items[j]; it.kind == signItem && (it.sign == ')' || it.sign == ']') {
			return j
		}
	}
	return i
}

func (c *clause) figures(from, to int) bool {
	for j := from; j < to && j < len(c.items); j++ {
		if c.items[j].kind == figureItem {
			return true
		}
	}
	return false
}

// scopeIn takes the scope that a bracket names: "(giá so sánh 2010)".
func (c *clause) scopeIn(from, to int) {
	for j := from; j < to && j < len(c.items); j++ {
		if c.items[j].is(cScope) {
			if c.last >= 0 && c.start > from {
				c.rescope(&c.out[c.last].Record, scopeText(c.words(j, j+1)))
			} else {
				c.scope = scopeText(c.words(j, j+1))
			}
		}
	}
}

// rescope gives a record the scope that stands behind its figure, and the
// indicator of that scope: "GRDP đạt 32.450 tỷ đồng (giá so sánh 2010)".
func (c *clause) rescope(r *corpus.Record, scope string) {
	r.Scope = scope
	for _, join := range [...]string{" ", " theo "} {
		if refs := c.lookup(r.Name + join + scope); len(refs) > 0 {
			r.Indicator = c.x.indicators[refs[0].ref].ID
			return
		}
	}
}

// shareOfWords reports whether but the words of which the percentage before is a share
// stand before the bracket at item open: "93,4% dân số (kế hoạch 93%)".
func (c *clause) shareOfWords(open int) bool {
	if c.start == 0 || c.last < c.first || c.items[c.start-1].kind != figureItem || !c.items[c.start-1].fig.unit.percent() {
		return false
	}
	for k := c.start; k < open; k++ {
		if c.items[k].kind != wordItem {
			return false
		}
	}
	return true
}

// bracket reads the figures of a bracket, with the subject before it; what the
// bracket says of time and status ends with it.
func (c *clause) bracket(open, end int) {
	if c.start < open && c.compares(c.start, open) {
		c.start = end + 1
		return
	}
	before := c.beforeBracket(open)
	saved, chain, last, dated, scope := c.context, c.chain, c.last, c.dated, c.scope
	if end == open+2 && c.last >= c.first && c.afterBasis(open) {
		c.period, c.until, c.est, c.last = c.out[c.last].Period.YearBefore(), false, false, -1
	}
	if c.last < 0 {
		c.chain = noClass
	}
	c.start = open + 1
	for i := open + 1; i < end; i++ {
		switch it := &c.items[i]; {
		case it.kind == figureItem:
			if c.last >= 0 && (c.repeats(i, c.last) || c.shareInBracket(open, end)) {
				c.start = i + 1
				continue
			}
			i = c.figure(i) - 1
		case it.kind == signItem && it.sign == ';':
			c.start = i + 1
		}
	}
	c.context, c.chain, c.dated, c.scope = saved, chain, dated, scope
	c.subject = before
	if last >= 0 {
		c.last = last
	}
	c.start = end + 1
}

// beforeBracket takes the words right before the bracket at item open for the subject of its
// figures, and returns the subject that goes on behind it.
func (c *clause) beforeBracket(open int) subject {
	if c.start < open {
		if sub, ctx := c.subjectOf(c.start, c.leadOf(open).verb); sub.found() && !c.shareOfWords(open) {
			c.apply(ctx)
			if sub.strong || !c.subject.found() {
				c.subject, c.last = sub, -1
			}
		}
	}
	before := c.subject
	if name := c.officeBefore(open); name != "" && before.found() {
		base, _, _ := strings.Cut(before.name, " của ")
		c.subject = subject{ref: -1, name: base + " của " + name, strong: true, unsaid: true, aside: true}
		c.last = -1
	}
	return before
}

// officeBefore returns the name of the office that stands before item k behind a comma: "Sở
// Y tế" of ", Sở Y tế (62,1%)"; "" if there is none.
func (c *clause) officeBefore(k int) string {
	from := k
	for from > 0 && c.items[from-1].kind == wordItem && k-from < 8 {
		from--
	}
	if from == 0 || from == k || c.items[from-1].sign != ',' || c.items[k+1].kind != figureItem || !c.items[k+1].fig.unit.percent() || !c.toks[c.items[from].from].upper {
		return ""
	}
	words := c.lex.wordsOf(c.words(from, k))
	if len(words) < 2 {
		return ""
	}
	if next, ok := offices[words[0]]; !ok || next != "" && next != words[1] {
		return ""
	}
	return c.words(from, k)
}

// afterBasis reports whether the words before item k are what the figure before is
// measured against: the bracket in "cao hơn 3,4 điểm phần trăm so với cùng kỳ
// (32,3%)" holds the figure of the year before.
func (c *clause) afterBasis(k int) bool {
	same := false
	for j := k - 1; j >= 0 && k-j < 5; j-- {
		switch it := &c.items[j]; {
		case it.kind == whenItem:
		case it.is(cBasis):
			return same
		case it.is(cSame) && strings.HasPrefix(strings.ToLower(c.wordsOf(it)), "cùng"):
			same = true
		default:
			return false
		}
	}
	return false
}

// compares reports whether items a..b hold a movement without its figure:
// "cao hơn bình quân cả nước (51,4%)".
func (c *clause) compares(a, b int) bool {
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.any(cUp, cDown) && !it.any(cName, cSpeed, cHead) {
			return true
		}
	}
	return false
}

// repeats reports whether figure i says the share of a score once more.
func (c *clause) repeats(i, rec int) bool {
	f, r := &c.items[i].fig, &c.out[rec]
	if !f.unit.percent() || r.Of == nil || r.Value == nil || *r.Of == 0 {
		return false
	}
	d := *r.Value / *r.Of * 100 - f.value
	return d > -0.6 && d < 0.6
}

// absorb takes the times, places and goals of words that hold no figure.
func (c *clause) absorb(from, to int, heading bool) {
	if from >= to {
		return
	}
	sub, ctx := c.subjectOf(from, to)
	c.apply(ctx)
	if sub.branch && sub.ref < 0 && len(strings.Fields(sub.name)) > 5 {
		return // "Lĩnh vực giáo dục có nhiều khởi sắc:"
	}
	if heading && sub.found() && (sub.strong || c.label(from, to)) {
		sub.strong = true
		c.subject = sub
		c.last = -1
		c.heading = sub.name
		if low := strings.ToLower(sub.name); c.crop != "" && (low == "năng suất" || low == "năng suất bình quân" || low == "sản lượng") {
			c.subject.name += " " + c.crop // "Sản lượng lúa: 12.450 tấn | Năng suất: 6,8 tấn/ha"
			c.subject.refs, c.subject.ref = c.exact(c.subject.name), -1
			if len(c.subject.refs) > 0 {
				c.subject.ref = int(c.subject.refs[0].ref)
			}
		} else if strings.HasPrefix(low, "sản lượng ") || strings.HasPrefix(low, "diện tích ") {
			c.crop = cropOf(strings.TrimPrefix(low, "sản lượng "))
		}
	}
}

// label reports whether items from..to are but a short name before the colon of
// its figure: "Trồng rừng: 215 ha".
func (c *clause) label(from, to int) bool {
	if to+1 >= len(c.items) || c.items[to].sign != ':' || c.items[to+1].kind != figureItem || c.items[to-1].to-c.items[from].from > 8 || from > 0 && c.items[from-1].sign != ';' {
		return false
	}
	if f := &c.items[to+1].fig; f.unit.count && to+2 < len(c.items) && c.items[to+2].kind == wordItem {
		return false // the noun behind the figure may say more
	}
	for i := from; i < to; i++ {
		if c.items[i].any(cUp, cDown, cPerson, cFirm, cSaid, cLevel, cAux, cFor) && !c.items[i].any(cName, cHead, cNoun) || c.items[i].kind == placeItem {
			return false
		}
	}
	return true
}

// apply lets a clause's own words override the context of the sentence.
func (c *clause) apply(ctx found) {
	if !ctx.period.IsZero() {
		if c.passing = ctx.passing && !ctx.leading; c.passing {
			c.passed = c.period
		}
		c.period, c.dated, c.until = ctx.period, true, ctx.until
		c.leavesPlan(&ctx)
		if ctx.leading && !c.occasion(ctx.period) && !c.dayAmid(ctx.period) {
			c.head.period, c.head.until = ctx.period, ctx.until
		}
		switch {
		case ctx.weak || !c.only.IsZero() && c.only != ctx.period:
			c.many = true
		default:
			c.only = ctx.period
		}
	}
	if ctx.located && !c.figured {
		c.head.area = ctx.area // of the paragraph that opens so
	}
	if ctx.area != "" {
		c.area = ctx.area
		if ctx.leading && c.items[len(c.items)-1].sign == ':' {
			c.head.area = ctx.area // of the list that follows
		}
	}
	if ctx.target {
		c.target = true
	}
	switch {
	case ctx.est:
		c.est = true
		c.estAll = c.estAll || ctx.estLead
	case ctx.settled && !c.estAll:
		c.est = false
	}
	if ctx.basisLead {
		c.basis = ctx.basis
	}
}

// words returns items as printed, in NFC with single spaces.
func (c *clause) words(from, to int) string {
	if from >= to {
		return ""
	}
	a, b := c.toks[c.items[from].from].start, c.toks[c.items[to-1].to-1].end
	return viet.Normalize(c.a.Text[a:b])
}

func yearOf(p corpus.Period) int {
	if p.Kind == corpus.Span {
		return p.End
	}
	return p.Year
}
