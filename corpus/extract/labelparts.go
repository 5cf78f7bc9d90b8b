package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// Parts of a count, each behind a label of its own, that make up the whole before them:
// "14 ca F0 (khỏi bệnh 13 ca, tử vong 01 ca)", "318 công dân (loại 1: 41; loại 2: 277)",
// "243 tổ, xếp loại: tốt 221 tổ, khá 22 tổ".

// labelParts writes such parts from figure i on and returns the item behind them, 0 if
// the figure opens no list of them.
func (c *clause) labelParts(i int) int {
	if c.last < c.first {
		return 0
	}
	from := c.partsFrom(i)
	parts, end, colons := c.partsUnder(from, i)
	if len(parts) < 2 {
		return 0
	}
	whole := c.madeUpOf(parts, from, colons)
	if whole == nil {
		return 0
	}
	noun, base := whole.Unit, viet.Uncapital(whole.Name)
	head := c.partHead(from)
	_, ctx := c.subjectOf(c.start, c.start)
	for _, p := range parts {
		f := &c.items[p.at].fig
		if f.unit.n == 0 {
			f.unit = unit{name: noun, scale: 1, count: true, n: 1}
		}
		s := subject{ref: -1, strong: true, aside: true, name: labelName(base, noun, head, p.name), unsaid: strings.Contains(whole.Doubt, doubtName)}
		s.refer(c.exact(s.name))
		c.emit(p.at, f, cLevel, &lead{deed: -1}, &tail{next: p.at + 1}, s, ctx)
	}
	c.start = end
	return end
}

// partsFrom returns the first item of the label of figure i.
func (c *clause) partsFrom(i int) int {
	from := c.start
	for k := i - 1; k > from; k-- {
		if it := &c.items[k]; it.kind == signItem && (it.sign == ',' || it.sign == '(' || it.sign == ':' && k < i-1) {
			from = k
		}
	}
	for from < i && (c.items[from].any(cCont, cAnd, cConn) && !c.items[from].any(cDeed, cHead) && viet.Fold(c.wordsOf(&c.items[from])) != "co" || c.items[from].kind == signItem) {
		from++
	}
	return from
}

// partsUnder reads figures behind their labels from item from on, whose first figure is
// item i; colons tells that a colon parts labels and figures.
func (c *clause) partsUnder(from, i int) (parts []part, end int, colons bool) {
	unit := ""
	for at := i; ; {
		f := &c.items[at].fig
		to := at
		if to > from && c.items[to-1].sign == ':' {
			to--
			colons = true
		}
		if !c.labelWords(from, to) || f.of > 0 || f.isRange || f.approx != "" || f.bound != "" || f.value != float64(int64(f.value)) || f.unit.n > 0 && (!f.unit.count || unit != "" && f.unit.name != unit) {
			break
		}
		if f.unit.n > 0 {
			unit = f.unit.name
		}
		parts, end = append(parts, part{at, from, c.words(from, to)}), at+1
		if from = end; from >= len(c.items) || !c.items[from].is(cAnd) && !(c.items[from].kind == signItem && (c.items[from].sign == ',' || c.items[from].sign == ';')) {
			break
		}
		for from++; from < len(c.items) && c.items[from].is(cAnd); from++ {
		}
		for at = from; at < len(c.items) && at-from < 9 && !c.endsLabel(at); at++ {
		}
		if at >= len(c.items) || c.items[at].kind != figureItem {
			break
		}
	}
	return parts, end, colons
}

// endsLabel reports whether item at is the figure behind a label, or no part of one.
func (c *clause) endsLabel(at int) bool {
	it := &c.items[at]
	switch it.kind {
	case wordItem:
		return false
	case figureItem:
		return !(at+1 < len(c.items) && c.items[at+1].sign == ':') // "huy hiệu 50 năm: 3"
	case signItem:
		return it.sign != ':'
	}
	return true
}

// labelWords reports whether items a..b may label a part.
func (c *clause) labelWords(a, b int) bool {
	if a >= b || c.items[b-1].to-c.items[a].from > 8 {
		return false
	}
	for k := a; k < b; k++ {
		it := &c.items[k]
		if it.kind != wordItem && !(it.kind == figureItem && k == b-1 && b < len(c.items) && c.items[b].sign == ':') {
			return false
		}
		if it.any(cBasis, cUp, cDown, cExceed, cApprox, cPlan) && !it.any(cName, cDeed, cNoun, cCount) {
			return false
		}
	}
	return true
}

// madeUpOf returns the record of which parts are: those in brackets or behind "trong đó" are
// no more than it, others are all of it; nil if there is none.
func (c *clause) madeUpOf(parts []part, from int, colons bool) *Candidate {
	sum, unit := 0.0, ""
	for _, p := range parts {
		f := &c.items[p.at].fig
		sum += f.value
		if f.unit.n > 0 {
			unit = f.unit.name
		}
	}
	whole := c.out[c.last].Record
	inside := from > 0 && c.items[from-1].sign == '('
	opened := inside || c.opensWith(from)
	for n := len(c.out) - 1; n >= c.first; n-- {
		r := &c.out[n]
		switch {
		case r.Value == nil || r.Of != nil || kindOfUnit(r.Unit) != "count" || strings.Contains(r.Unit, "/") || unit != "" && unit != r.Unit:
		case *r.Value == sum, opened && *r.Value > sum && (inside || colons) && r.Name == whole.Name:
			return r
		}
	}
	return nil
}

// opensWith reports whether "trong đó", "gồm" or "cụ thể" stands before item from, with
// but a sign between.
func (c *clause) opensWith(from int) bool {
	for k := from - 1; k >= c.start && from-k < 4; k-- {
		it := &c.items[k]
		if it.is(cCont) || it.kind == wordItem && opensParts[viet.Fold(c.wordsOf(it))] {
			return true
		}
		if it.kind != signItem {
			return false
		}
	}
	return false
}

// opensParts are words before the parts of a whole, folded.
var opensParts = map[string]bool{"gom": true, "cu the": true, "bao gom": true, "chia ra": true, "the": true, "trong do": true}

// partHead returns the words before a colon that hold for all labels behind it: "xếp
// loại".
func (c *clause) partHead(from int) string {
	if from < 2 || c.items[from-1].sign != ':' {
		return ""
	}
	k := from - 1
	for k > 0 && c.items[k-1].kind == wordItem && !c.items[k-1].any(cCont, cAnd) && !opensParts[viet.Fold(c.wordsOf(&c.items[k-1]))] {
		k--
	}
	if k == from-1 || k == 0 || c.items[k-1].sign != ',' || c.items[from-2].to-c.items[k].from > 4 {
		return ""
	}
	return c.words(k, from-1)
}

// labelName names a part by the name of its whole where the label is but a grade of it,
// and otherwise by what is counted.
func labelName(base, noun, head, label string) string {
	first, _, _ := strings.Cut(viet.Fold(label), " ")
	if owner := label != viet.Uncapital(label); owner || owners[first] {
		return viet.Capital(base + " của " + label) // "Công ty may Tân Lạng 02 nhà"
	}
	switch label = viet.Uncapital(label); {
	case head != "":
		label = viet.Uncapital(head) + " " + label
	case gradeOf[first]:
		return viet.Capital(base + " " + label)
	}
	if strings.HasPrefix(label, noun+" ") {
		return "Số " + label
	}
	if !strings.HasPrefix(base, "số ") && !strings.HasPrefix(base, "tổng ") && strings.HasSuffix(base, " "+noun) {
		return viet.Capital(base + " " + label) // "Tinh giản biên chế nghỉ hưu trước tuổi"
	}
	return "Số " + noun + " " + label
}

// gradeOf are words of labels that grade what was counted, folded.
var gradeOf = map[string]bool{"loai": true, "cap": true, "muc": true, "hang": true, "nhom": true, "nam": true, "nu": true, "do": true}

// owners open labels of those who have or get the part, folded.
var owners = map[string]bool{"truong": true, "cong": true, "hoi": true, "phong": true, "ban": true, "so": true, "tram": true, "doan": true, "hop": true, "htx": true}
