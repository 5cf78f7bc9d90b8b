package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// Parts of a count that stand as bare numbers: "kết nạp 186 đảng viên, trong đó nam
// 78, nữ 108", "khiển trách 15, cảnh cáo 6 và khai trừ 2 trường hợp".

// A part is a number with the words before it.
type part struct {
	at, from int // item of the figure, first item of its words
	name     string
}

// partsAt reads the bare numbers of a list from figure i on, each behind a few words
// of its own; end is the item behind them. A single one is a list only behind "trong
// đó". The last may carry the unit of all.
func (c *clause) partsAt(i int) (parts []part, end int) {
	from := c.start
	for k := i - 1; k > from; k-- {
		if c.items[k].kind == signItem && c.items[k].sign == ',' && !c.figures(from, k) {
			from = k // "Trong số bị kỷ luật, khiển trách 15, …"
		}
	}
	opened := false
	for from < i && (c.items[from].any(cCont, cConn, cAnd) && !c.items[from].any(cDeed, cHead) || c.items[from].kind == whenItem || c.items[from].kind == placeItem || c.items[from].is(cWhole) || c.items[from].kind == signItem && c.items[from].sign == ',') {
		opened = opened || c.items[from].is(cCont)
		from++
	}
	opened = opened || c.start > 0 && (c.items[c.start-1].sign == '(' || c.items[c.start-1].sign == ':')
	for at := i; ; {
		f := &c.items[at].fig
		name := c.words(from, at)
		if !c.partWords(from, at) || f.of > 0 || f.isRange || f.approx != "" || f.bound != "" || f.value != float64(int64(f.value)) {
			break
		}
		counted := f.unit.n > 0
		if counted && (!f.unit.count || len(parts) == 0) {
			break
		}
		parts, end = append(parts, part{at, from, name}), at+1
		if counted {
			break
		}
		if from = end; from >= len(c.items) || !c.items[from].is(cAnd) && !(c.items[from].kind == signItem && c.items[from].sign == ',') {
			break
		}
		for from++; from < len(c.items) && c.items[from].is(cAnd); from++ {
		}
		for at = from; at < len(c.items) && c.items[at].kind == wordItem && at-from < 6; at++ {
		}
		if at >= len(c.items) || c.items[at].kind != figureItem {
			break
		}
	}
	if len(parts) == 1 && !opened {
		return nil, 0
	}
	return parts, end
}

// partWords reports whether items a..b are the few words that name a part.
func (c *clause) partWords(a, b int) bool {
	if a >= b || c.items[b-1].to-c.items[a].from > 5 {
		return false
	}
	for k := a; k < b; k++ {
		if it := &c.items[k]; it.kind != wordItem || it.any(cBasis, cUp, cDown, cShare, cEqual, cNoise, cExceed, cApprox, cEvent, cPerson) && !it.any(cName, cDeed, cNoun, cCount) {
			return false
		}
	}
	return true
}

// wholeOf returns the record of which parts are counted and their unit: the latest of
// the sentence that counts no fewer; nil if there is none.
func (c *clause) wholeOf(parts []part) (rec *Candidate, noun string) {
	sum := 0.0
	for _, p := range parts {
		sum = max(sum, c.items[p.at].fig.value)
	}
	for n := len(c.out) - 1; n >= c.first; n-- {
		r := &c.out[n]
		if r.Value != nil && r.Of == nil && kindOfUnit(r.Unit) == "count" && *r.Value >= sum {
			return r, r.Unit
		}
	}
	return nil, ""
}

// bareParts writes the parts of a count and returns the item behind them, 0 if
// figure i opens no list of such.
func (c *clause) bareParts(i int, l *lead) int {
	if f := &c.items[i].fig; f.unit.n > 0 || f.of > 0 || f.isRange || l.each {
		return 0
	}
	parts, end := c.partsAt(i)
	if len(parts) == 0 {
		return 0
	}
	shared := &c.items[parts[len(parts)-1].at].fig
	rec, noun := c.wholeOf(parts)
	switch {
	case shared.unit.n == 0 && rec == nil:
		return 0
	case shared.unit.n > 0 && rec != nil && noun != shared.unit.name: // "trong đó nữ 108, thành lập 5 chi bộ"
		if parts = parts[:len(parts)-1]; len(parts) == 0 {
			return 0
		}
		end = parts[len(parts)-1].at + 1
	case shared.unit.n > 0:
		noun = shared.unit.name
	}
	whole := subject{ref: -1}
	if rec != nil {
		whole = subject{ref: -1, name: rec.Name, strong: true}
	}
	_, ctx := c.subjectOf(c.start, c.start)
	for _, p := range parts {
		f := &c.items[p.at].fig
		if f.unit.n == 0 {
			f.unit = unit{name: noun, scale: 1, count: true, n: 1}
		}
		s := subject{ref: -1, strong: true, aside: true, name: c.partName(whole.name, p, noun)}
		s.refer(c.exact(s.name))
		c.emit(p.at, f, cLevel, &lead{deed: -1}, &tail{next: p.at + 1}, s, ctx)
	}
	c.start = end
	return end
}

// partName names a part after its whole; a deed of its own needs but the noun.
func (c *clause) partName(whole string, p part, noun string) string {
	name := c.nameText(p.from, p.at)
	if whole == "" || c.items[p.from].is(cDeed) {
		return viet.Capital(strings.TrimSpace(viet.Uncapital(name) + " " + noun))
	}
	if holds(whole, strings.ToLower(name)) {
		return viet.Capital(name)
	}
	return whole + " " + viet.Uncapital(name)
}

// partsBehind writes the parts of a count whose names stand behind their numbers,
// "19 huy chương (5 vàng, 4 bạc)", "127 giải; trong đó có 5 giải Nhất, 28 giải Nhì",
// and returns the item behind them, 0 if figure i opens no list of such.
func (c *clause) partsBehind(i int, l *lead) int {
	if c.last < c.first || l.deed >= 0 || !c.opensParts(i) {
		return 0
	}
	whole := &c.out[c.last].Record
	if whole.Value == nil || whole.Of != nil || strings.Contains(whole.Unit, "/") || strings.HasPrefix(whole.Unit, "%") {
		return 0
	}
	counted := kindOfUnit(whole.Unit) == "count"
	parts, end := c.numbersWithNames(i, whole.Unit)
	sum := 0.0
	for _, p := range parts {
		sum += c.items[p.at].fig.value
	}
	if len(parts) < 2 || sum > *whole.Value*1.001 || !counted && sum < *whole.Value*0.995 || counted && c.named(parts, whole.Unit) {
		return 0
	}
	_, ctx := c.subjectOf(c.start, c.start)
	noun, base := whole.Unit, viet.Capital(strings.TrimPrefix(viet.Uncapital(whole.Name), "tổng "))
	for _, p := range parts {
		f := &c.items[p.at].fig
		s := subject{ref: -1, strong: true, aside: true, name: base + " " + viet.Uncapital(p.name)}
		if counted {
			f.unit = unit{name: noun, scale: 1, count: true, n: 1}
			s.name = "Số " + noun + " " + p.name
		}
		s.refer(c.exact(s.name))
		c.emit(p.at, f, cLevel, &lead{deed: -1}, &tail{next: end}, s, ctx)
	}
	c.start = end
	return end
}

// named reports whether counts with nouns of their own follow, which need no help to be
// named; prizes and medals do.
func (c *clause) named(parts []part, unit string) bool {
	if unit == "giải" || strings.HasPrefix(unit, "huy chương") {
		return false
	}
	for _, p := range parts {
		if c.items[p.at].fig.unit.n == 0 {
			return false
		}
	}
	return true
}

// opensParts reports whether but a bracket or "trong đó có" stands before figure i.
func (c *clause) opensParts(i int) bool {
	if c.start == i {
		return i > 0 && (c.items[i-1].sign == '(' || c.items[i-1].sign == ':')
	}
	cont := false
	for k := c.start; k < i; k++ {
		it := &c.items[k]
		cont = cont || it.is(cCont) || strings.HasSuffix(strings.ToLower(c.wordsOf(it)), "gồm")
		if it.kind != wordItem && it.sign != ':' && it.sign != ',' || it.kind == wordItem && !it.any(cCont, cConn, cAux, cLevel, cFor) {
			return false
		}
	}
	return cont
}

// numbersWithNames reads numbers from figure i on that have no unit, or that of their
// whole, each with a few words behind it; end is the item behind the last.
func (c *clause) numbersWithNames(i int, unit string) (parts []part, end int) {
	for at := i; at < len(c.items) && c.items[at].kind == figureItem; {
		f := &c.items[at].fig
		if f.of > 0 || f.isRange || f.isScore || f.approx != "" || f.unit.n > 0 && f.unit.name != unit && f.unit.name != "đồng" || f.unit.n == 0 && c.items[at].fig.value != float64(int64(f.value)) {
			break
		}
		k := at + 1
		if f.unit.name == "đồng" && strings.HasPrefix(unit, "huy chương") {
			parts, end = append(parts, part{at, at, "đồng"}), k // bronze, not money
			at = k
			continue
		}
		for k < len(c.items) && c.items[k].kind == wordItem && !c.items[k].is(cAnd) && k-at < 6 {
			k++
		}
		if k == at+1 || !c.partWords(at+1, k) && !(f.unit.n > 0 && unit == "giải") {
			break
		}
		parts, end = append(parts, part{at, at + 1, c.words(at+1, k)}), k
		if at = k; at < len(c.items) && (c.items[at].is(cAnd) || c.items[at].sign == ',') {
			at++
		}
	}
	return parts, end
}

// shareInBracket writes the only figure of a bracket as the rate of the count before
// it, where other counts of the sentence with their brackets show that each is one:
// "35 tổ chức hoàn thành tốt (67,3%), 5 tổ chức hoàn thành (9,6%)".
func (c *clause) shareInBracket(open, end int) bool {
	if end != open+2 || c.last < c.first || !c.items[open+1].fig.unit.percent() {
		return false
	}
	r := c.out[c.last]
	f := &c.items[open+1].fig
	if r.Value == nil || r.Of != nil || f.value <= 0 || f.value > 100 || kindOfUnit(r.Unit) != "count" || strings.Contains(r.Unit, "/") || f.sign != 0 || *r.Value == 0 || !c.alikeBrackets(open, *r.Value, f.value) {
		return false
	}
	c.out = append(c.out, c.rateOf(r, f))
	return true
}

// alikeBrackets reports whether another count in the same unit stands before a bracket
// with but a percentage, as many times that percentage as count is of share.
func (c *clause) alikeBrackets(open int, count, share float64) bool {
	unit := c.out[c.last].Unit
	for i := range c.items {
		if i == open || i+2 >= len(c.items) || c.items[i].sign != '(' || c.items[i+2].sign != ')' || c.items[i+1].kind != figureItem || !c.items[i+1].fig.unit.percent() {
			continue
		}
		j := i - 1
		for j >= 0 && c.items[j].kind != figureItem {
			j--
		}
		p := &c.items[i+1].fig
		if j < 0 || c.items[j].fig.unit.name != unit || p.sign != 0 || p.value+share > 100.2 {
			continue
		}
		off := 0.06 + 0.05*c.items[j].fig.value/count // of both shares, rounded to a tenth
		if d := c.items[j].fig.value*share/count - p.value; d > -off && d < off {
			return true
		}
	}
	return false
}
