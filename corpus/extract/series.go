package extract

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Partners are what the figures of a series go with, one by one: names, years or
// places.
type partners struct {
	subs    []subject
	periods []corpus.Period
	places  []string
}

// partnersOf reads what stands before n figures in a row; ok is false where nothing
// goes with each of them.
func (c *clause) partnersOf(i, n int, l *lead) (out partners, ctx found, ok bool) {
	out.subs, ctx = c.listOf(c.start, l.verb)
	c.settle(l, &tail{}, &ctx)
	if shares := c.sharesOfParts(i, n); shares != nil {
		out.subs = shares
		return out, ctx, true
	}
	out.periods, out.places = c.yearsIn(c.start, i), c.placesIn(c.start, i)
	if len(out.places) == n && slices.ContainsFunc(out.subs, func(s subject) bool { return !s.strong }) {
		out.subs = nil // "hai xã Đông Lĩnh, Quảng Hợp dẫn đầu với năng suất lần lượt là"
		return out, ctx, true
	}
	if len(out.subs) == n {
		return out, ctx, true
	}
	if out.subs = nil; len(out.periods) == n || len(out.places) == n {
		return out, ctx, true
	}
	if out.subs = c.shares(n); out.subs == nil {
		out.subs = c.graded(i, n)
	}
	return out, ctx, out.subs != nil
}

// marks are the steps of marks, ratings and prizes that a report lists side by side
// behind the words for what was rated.
var marks = map[string]bool{
	"xuất sắc": true, "giỏi": true, "khá": true, "trung bình": true, "yếu": true, "kém": true, "tốt": true, "đạt": true, "chưa đạt": true, "không đạt": true,
	"hoàn thành": true, "hoàn thành tốt": true, "hoàn thành xuất sắc": true, "hoàn thành nhiệm vụ": true, "hoàn thành tốt nhiệm vụ": true, "hoàn thành xuất sắc nhiệm vụ": true, "không hoàn thành nhiệm vụ": true,
	"nhất": true, "nhì": true, "ba": true, "khuyến khích": true, "nghèo": true, "cận nghèo": true, "giàu": true, "nam": true, "nữ": true,
}

// nextMark returns a name that ends with a mark with another mark in its place, "" where
// it ends with none or part is none.
func nextMark(name, part string) string {
	if !marks[strings.ToLower(part)] {
		return ""
	}
	words := strings.Fields(name)
	for k := 1; k < len(words); k++ {
		if marks[strings.ToLower(strings.Join(words[k:], " "))] {
			return strings.Join(words[:k], " ") + " " + part
		}
	}
	return ""
}

// sharesOfParts reads "…, tỷ trọng công nghiệp - xây dựng, dịch vụ và nông nghiệp lần lượt
// là": n parts behind the noun of a share that another part of the sentence precedes;
// nil if there are no n.
func (c *clause) sharesOfParts(i, n int) []subject {
	end := c.behindEach(i)
	head := -1
	for k := c.start; k < end-1; k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); w == "tỷ trọng" || strings.HasPrefix(w, "tỷ trọng ") {
			head = k
		}
	}
	if head <= c.start || end <= c.start || !c.items[end-1].is(cEach) {
		return nil
	}
	text := c.words(head, end-1)
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(text[len("tỷ trọng"):]), " và ", ", "), ", ")
	if len(parts) != n {
		return nil
	}
	subs := make([]subject, n)
	for k, p := range parts {
		name := "Tỷ trọng " + viet.Uncapital(strings.TrimSpace(p))
		subs[k] = subject{ref: -1, name: name, strong: true}
		subs[k].refer(c.exact(name))
	}
	return subs
}

// behindEach returns the item behind the last "lần lượt" before figure i, the start of
// the clause if there is none.
func (c *clause) behindEach(i int) int {
	for i > c.start && !c.items[i-1].is(cEach) {
		i--
	}
	return i
}

// markBefore takes the mark right before a share for its subject where the share before
// was one of marks: "giỏi 24,6%, khá 47,1%".
func (c *clause) markBefore(r *reading) {
	if r.fresh || !r.fig.unit.percent() || r.at <= c.start || c.last < c.first {
		return
	}
	mark := strings.ToLower(c.wordsOf(&c.items[r.at-1]))
	if name := nextMark(c.out[c.last].Name, mark); name != "" && name != c.out[c.last].Name && c.out[c.last].Unit == "%" && mark != "đạt" {
		c.rename(r, name)
		r.fresh, r.role = true, cLevel
	}
}

// graded reads "tỷ lệ học sinh xếp loại giỏi, khá, trung bình lần lượt là": n grades
// of what the first words name; nil if there are no n grades before figure i.
func (c *clause) graded(i, n int) []subject {
	end := c.behindEach(i)
	if end == c.start {
		return nil
	}
	var ctx found
	from, to := c.trim(c.start, end-1, &ctx)
	parts := strings.FieldsFunc(strings.ReplaceAll(c.words(from, to), " và ", ", "), func(r rune) bool { return r == ',' })
	if len(parts) != n {
		return nil
	}
	head := ""
	first := strings.Fields(parts[0])
	for k := 1; k < len(first) && head == ""; k++ {
		if marks[strings.ToLower(strings.Join(first[k:], " "))] {
			head = strings.Join(first[:k], " ")
		}
	}
	subs := make([]subject, n)
	for k, p := range parts {
		p = strings.TrimSpace(p)
		if head == "" || k > 0 && !marks[strings.ToLower(p)] {
			return nil
		}
		if k > 0 {
			p = head + " " + p
		}
		subs[k] = subject{ref: -1, name: viet.Capital(p), strong: true}
		subs[k].refer(c.exact(p))
	}
	return subs
}

// series reads "lần lượt là a; b; c": each figure goes with its name, area or
// year, in order. It returns the first item not used up, 0 if there is none.
func (c *clause) series(i int, l *lead) int {
	figs, end := c.run2(i)
	if len(figs) < 2 {
		return 0
	}
	if (l.role == cUp || l.role == cDown || l.role == cEqual) && c.amendSeries(figs, l) {
		c.start = end
		return end
	}
	with, ctx, ok := c.partnersOf(i, len(figs), l)
	if !ok {
		return 0
	}
	head := c.head.period
	if len(with.places) == len(figs) && with.subs == nil {
		defer func() { c.area = c.head.area }()
	}
	c.apply(ctx)
	whole, _ := c.subjectOf(c.start, l.verb)
	if with.subs == nil {
		c.many = true
		c.head.period = head
	}
	if !whole.found() {
		whole = c.subject
	}
	if last := &c.items[figs[len(figs)-1]].fig; !whole.found() && with.subs == nil && last.unit.count {
		whole = subject{ref: -1, name: "Số " + c.nounText(last), strong: true}
	}
	for k, fi := range figs {
		end = max(end, c.seriesFigure(figs, k, fi, l, with, whole, ctx))
	}
	c.start = end
	return end
}

// seriesFigure writes figure fi, the k-th of a series, and returns the first item
// behind the words that hold for all.
func (c *clause) seriesFigure(figs []int, k, fi int, l *lead, with partners, whole subject, ctx found) int {
	f := &c.items[fi].fig
	if f.unit.n == 0 {
		f.unit = c.items[figs[len(figs)-1]].fig.unit
	}
	t, sub := c.tailOf(figs[len(figs)-1]), whole
	switch {
	case with.subs != nil:
		if sub = with.subs[k]; k > 0 {
			c.alikeFirst(&sub, &with.subs[0])
		}
	case len(with.places) == len(figs):
		ctx.area = with.places[k]
	default:
		c.period = with.periods[k]
	}
	role := c.roleOf(f, l, &t, &sub, true)
	if c.structure(fi) && role == cLevel && f.unit.percent() {
		role = cShare
	}
	c.emit(fi, f, role, l, &t, sub, ctx)
	return t.next
}

// paired reports whether two measures and two figures of different kinds stand
// beside each other: "doanh thu và lượng khách đạt 79 tỷ đồng và 219 nghìn lượt".
func (c *clause) paired(i int, l *lead) bool {
	figs, _ := c.run2(i)
	if len(figs) != 2 || l.role != cLevel && l.role != noClass {
		return false
	}
	a, b := &c.items[figs[0]].fig, &c.items[figs[1]].fig
	if a.isScore || b.isScore || a.unit.n == 0 || kindOfUnit(a.unit.name) == kindOfUnit(b.unit.name) {
		return false
	}
	joined := false
	for k := c.start; k < l.verb; k++ {
		joined = joined || c.items[k].is(cAnd)
	}
	if !joined {
		return false
	}
	subs, _ := c.listOf(c.start, l.verb)
	return len(subs) == 2 && subs[0].strong && subs[1].strong && !subs[0].branch && !subs[1].branch
}

// shares returns the names of the last n records of this paragraph if all are
// shares of one whole.
func (c *clause) shares(n int) []subject {
	from := len(c.out) - n
	if from < 0 || !c.structure(c.start+1) && !c.structure(len(c.items)) {
		return nil
	}
	subs := make([]subject, n)
	for k := range subs {
		r := &c.out[from+k]
		name, ok := strings.CutPrefix(r.Name, "Tỷ trọng ")
		if ok = ok || from >= c.first && r.Value == nil && r.Change != nil; !ok || r.Source.Paragraph != c.number { // "công nghiệp tăng 12,4%, …; tỷ trọng tương ứng 54,2%, …"
			return nil
		}
		subs[k] = subject{ref: -1, name: viet.Capital(name), strong: true, branch: true}
	}
	return subs
}

// structure reports whether the clause speaks of the make-up of a whole.
func (c *clause) structure(to int) bool {
	for j := range min(to, len(c.items)) {
		if c.items[j].is(cMakeUp) {
			return true
		}
	}
	return false
}

// lendUnit gives the figures of a series "lần lượt 60, 55 và 48 hội viên" the unit of the
// last.
func (c *clause) lendUnit(i int, l *lead) {
	f := &c.items[i].fig
	if !l.each || f.unit.n > 0 || f.isScore || f.isRange {
		return
	}
	figs, _ := c.run2(i)
	if last := &c.items[figs[len(figs)-1]].fig; len(figs) > 1 && last.unit.n > 0 {
		for _, k := range figs {
			if g := &c.items[k].fig; g.unit.n == 0 && g.of == 0 {
				g.unit = last.unit
			}
		}
	}
}

// run2 returns the figures that follow each other from item i on.
func (c *clause) run2(i int) ([]int, int) {
	figs, end := []int{i}, i+1
	for j := i + 1; j < len(c.items) && len(figs) < 40; j++ {
		it := &c.items[j]
		if it.kind == figureItem {
			figs, end = append(figs, j), j+1
			continue
		}
		if it.kind == signItem && (it.sign == ',' || it.sign == ';' || it.sign == '-') || it.is(cAnd) {
			continue
		}
		break
	}
	return figs, end
}

// amendSeries gives the last records of the sentence their changes: "tăng lần
// lượt 15% và 13%".
func (c *clause) amendSeries(figs []int, l *lead) bool {
	n := len(figs)
	from := len(c.out) - n
	if from < c.first || !c.sameRegion(l.verb) {
		return false
	}
	t := c.tailOf(figs[n-1])
	for k, fi := range figs {
		r := &c.out[from+k].Record
		f := &c.items[fi].fig
		if l.role == cEqual {
			if t.plan {
				c.setPlan(r, f, l, true)
			}
			continue
		}
		ch := c.changeOf(f, l.role, l, &t)
		r.Change = &ch
	}
	return true
}

// listOf splits items a..b into the names of a list.
func (c *clause) listOf(a, b int) ([]subject, found) {
	var ctx found
	a, b = c.trim(a, b, &ctx)
	for a < b && c.items[a].is(cMakeUp) {
		a++
	}
	var subs []subject
	from := a
	add := func(to int) {
		x, y := c.trim(from, to, &ctx)
		if x < y {
			if s := c.nounPhrase(x, y, &ctx); s.found() {
				subs = append(subs, s)
			}
		}
		from = to + 1
	}
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.kind == signItem && (it.sign == ',' || it.sign == ';' || it.sign == '-') || it.is(cAnd) && !it.is(cName) {
			add(i)
		}
	}
	add(b)
	return subs, ctx
}

// yearsIn returns the periods named in items a..b.
func (c *clause) yearsIn(a, b int) []corpus.Period {
	var out []corpus.Period
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == whenItem && !it.when.event {
			if p := c.resolve(it.when, c.near()); !p.IsZero() {
				out = append(out, p)
			}
		}
	}
	return out
}

// placesIn returns the places named in items a..b.
func (c *clause) placesIn(a, b int) []string {
	var out []string
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == placeItem {
			out = append(out, it.place)
		}
	}
	return out
}

// startsMove reports whether figure i is the first of "5% năm 2015 lên 8% năm
// 2020" after a verb of movement.
func (c *clause) startsMove(i int, l *lead) bool {
	j := c.moveTo(i)
	for k := i + 1; k < j; k++ {
		if c.items[k].kind == signItem {
			return false // "giảm 0,9%, còn 2,3%"
		}
	}
	return j > 0 && (l.role == cUp || l.role == cDown) && c.items[i].fig.unit.name == c.items[j].fig.unit.name
}

// moveTo returns the figure to which a movement from figure i leads, or 0.
func (c *clause) moveTo(i int) int {
	for j := i + 1; j < len(c.items) && j-i < 8; j++ {
		it := &c.items[j]
		switch {
		case it.kind == figureItem:
			for k := i + 1; k < j; k++ {
				if c.items[k].is(cTo) {
					return j
				}
			}
			return 0
		case it.kind == whenItem, it.is(cTo), it.any(cAux, cEst, cOf, cConn), it.is(cLevel), c.beginning(it):
		case it.kind == signItem && (it.sign == ',' || it.sign == '(' || it.sign == ')'):
		default:
			return 0
		}
	}
	return 0
}

// move reads "giảm từ A năm X xuống B năm Y": two levels if both have a year,
// otherwise the new one.
func (c *clause) move(i int, l *lead, t *tail) int {
	j := c.moveTo(i)
	if j == 0 {
		return 0
	}
	a, b := &c.items[i].fig, &c.items[j].fig
	if a.unit.n == 0 {
		a.unit = b.unit
	}
	if a.unit.name != b.unit.name && a.unit.money() != b.unit.money() {
		return 0
	}
	revised := c.revised(l.verb)
	sub, ctx := c.movedSubject(a, l)
	if revised {
		c.asRevised(&sub, b)
	}
	role := cLevel
	if sub.growth {
		role = cUp
	}
	last := c.tailOf(j)
	c.bracketYear(t)
	c.bracketYear(&last)
	if p := c.period; p.Kind == corpus.Span && p.End > p.Year+1 && !t.dated {
		c.period = corpus.YearOf(p.End)
		defer func() { c.period = p }()
	}
	if opening := t.basis != "" && c.beginning(&c.items[i+1]); t.dated || opening {
		t.basis = ""
		c.emit(i, a, role, &lead{}, t, sub, found{area: ctx.area, opening: opening})
		t.dated = true
	}
	before := len(c.out)
	c.between(i, j, t, &last, &ctx)
	c.emit(j, b, role, l, &last, sub, ctx)
	if len(c.out) > before && !t.dated {
		c.out[len(c.out)-1].Note = c.moveNote(a, revised)
	}
	c.start = last.next
	return last.next
}

// movedSubject reads what moved from figure a: the words before the verb, the subject
// before, or the noun of a count that is none of it.
func (c *clause) movedSubject(a *figure, l *lead) (subject, found) {
	sub, ctx := c.subjectOf(c.start, l.verb)
	c.settle(l, &tail{}, &ctx)
	c.apply(ctx)
	if sub.found() {
		return sub, ctx
	}
	if c.last >= c.first && a.unit.count && c.out[c.last].Unit != a.unit.name {
		return subject{ref: -1, name: "Số " + c.nounText(a), strong: true}, ctx // "tinh giản 64 biên chế; riêng phường Lê Lợi giảm từ 41 tổ dân phố …"
	}
	return c.inherit(sub), ctx
}

// moveNote says from what level a figure moved.
func (c *clause) moveNote(a *figure, revised bool) string {
	note := "từ " + spelledOut(c.a.Text, c.toks[a.num:a.to])
	if revised {
		note = "điều chỉnh " + note
	}
	return note
}

// asRevised takes "được điều chỉnh" off the name of what was revised to figure b.
func (c *clause) asRevised(sub *subject, b *figure) {
	name, ok := strings.CutSuffix(sub.name, " được điều chỉnh")
	if !ok {
		return
	}
	sub.name = name
	if refs := c.exact(name); len(refs) > 0 {
		sub.refs, sub.ref = refs, int(refs[0].ref)
		sub.growth = b.unit.percent() && c.x.indicators[sub.ref].Unit != "%"
	}
}

// between takes what stands between the two levels of a move: "xuống còn ước", the
// time of the second.
func (c *clause) between(i, j int, t, last *tail, ctx *found) {
	for k := i + 1; k < j; k++ {
		if c.items[k].is(cEst) {
			ctx.est, c.est = true, true
		}
		if c.items[k].kind == whenItem && k >= t.next && k > i+1 && !last.dated {
			last.when, last.dated = c.items[k].when, true
		}
	}
}

// beginning reports whether an item is "đầu năm", the time of the first of two
// levels.
func (c *clause) beginning(it *item) bool {
	return it.is(cSame) && strings.HasPrefix(strings.ToLower(c.wordsOf(it)), "đầu ")
}

// bracketYear takes the time in a bracket of its own behind a figure: "150 tỷ
// đồng (năm 2018)".
func (c *clause) bracketYear(t *tail) {
	k := t.next
	if t.dated || k+2 >= len(c.items) || c.items[k].sign != '(' || c.items[k+2].sign != ')' || c.items[k+1].kind != whenItem {
		return
	}
	t.when, t.dated, t.next = c.items[k+1].when, true, k+3
}

func (c *clause) revised(k int) bool {
	for j := c.start; j <= k && j < len(c.items); j++ {
		if c.items[j].is(cRevise) {
			return true
		}
	}
	return false
}
