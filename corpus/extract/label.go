package extract

import (
	"strings"
	"unicode"

	"thiduabot/corpus/viet"
)

// An item of a list names its figure before a colon, in whatever words: "- Đường
// trục thôn được cứng hóa: đạt 82,4%".

// longestLabel is how many tokens such a name has at most.
const longestLabel = 14

// itemLabel takes the name before the colon at item i, where the sentence is an item
// of a list and no indicator was found in the name.
func (c *clause) itemLabel(i int) {
	if c.countedLabel(i) || c.subject.ref >= 0 && c.subject.found() || c.start > 0 || i == 0 || c.items[i-1].to-c.items[0].from > longestLabel || !behindListSign(c.a.Text, c.ev.from) || !c.namesValue(i) {
		return
	}
	for j := range i {
		it := &c.items[j]
		if !inLabel(it, j) {
			return
		}
	}
	text := c.words(0, i)
	if low := strings.ToLower(text); results(low) || topicWord(low) {
		return
	}
	c.subject = subject{ref: -1, strong: true, meant: true, name: viet.Capital(text)}
	c.subject.refer(c.exact(text))
	c.last, c.heading = -1, text
}

// countedLabel takes the whole name before the colon at item i where it begins with what
// the figure behind counts: "Thôn không có tội phạm: 44/49 thôn", "Quân số huấn luyện:
// 451 đồng chí".
func (c *clause) countedLabel(i int) bool {
	k := i + 1
	for k < len(c.items) && k < i+4 && c.items[k].kind == wordItem {
		k++
	}
	if c.start > 0 || i < 1 || c.last >= c.first || c.items[i-1].to-c.items[0].from > longestLabel || k == len(c.items) || c.items[k].kind != figureItem || !c.items[k].fig.unit.count {
		return false
	}
	for j := range i {
		if c.items[j].kind != wordItem {
			return false
		}
	}
	text := c.words(0, i)
	low, noun := strings.ToLower(text), c.items[k].fig.unit.name
	if !strings.HasPrefix(low, "quân số ") && !strings.HasPrefix(low, noun+" ") {
		return false
	}
	c.subject = subject{ref: -1, strong: true, meant: true, name: viet.Capital(text)}
	c.subject.refer(c.exact(text))
	c.last, c.heading = -1, text
	return true
}

// behindLabel reports whether the next figure is the one that an item's label names.
func (c *clause) behindLabel() bool {
	return c.last < 0 && c.subject.meant && c.start > 0 && c.items[c.start-1].sign == ':'
}

// agentLabel returns the label before the next figure where it names but one who acts:
// "Đoàn Thanh niên: 12 công trình thanh niên".
func (c *clause) agentLabel() string {
	colon := c.start - 1
	if c.last >= c.first || colon < 1 || c.items[colon].sign != ':' || c.subject.meant {
		return ""
	}
	from := colon
	for from > 0 && c.items[from-1].kind == wordItem {
		from--
	}
	if from == colon || !c.opensAgent(from) || !c.agent(from, colon) {
		return ""
	}
	return c.words(from, colon)
}

// inLabel reports whether item j of a list's item may be part of its name.
func inLabel(it *item, j int) bool {
	switch {
	case it.kind == signItem:
		return j > 0 && (it.sign == ',' || it.sign == '-' || it.sign == '/')
	case it.kind != wordItem, j == 0 && it.any(cPerson, cFirm):
		return false
	}
	return !it.any(cSaid, cCont, cGoal, cTarget, cUp, cDown, cEach) || it.any(cName, cHead, cNoun, cDeed)
}

// namesValue reports whether nothing but verbs stands between the colon at item i
// and a figure.
func (c *clause) namesValue(i int) bool {
	for k := i + 1; k < len(c.items) && k <= i+4; k++ {
		it := &c.items[k]
		if it.kind == figureItem {
			return true
		}
		if it.kind != wordItem || it.roles&verbs == 0 && !it.any(cTarget, cEst, cAux, cApprox, cLow, cHigh) || it.any(cDeed, cName, cHead) {
			return false
		}
	}
	return false
}

// fields are branches of work that open a paragraph and name no figure, folded.
var fields = map[string]bool{"san xuat": true, "co so vat chat": true, "ha tang": true, "y te": true, "giao duc": true, "giao duc va dao tao": true, "dao tao": true, "moi truong": true, "van hoa": true, "xa hoi": true, "van hoa xa hoi": true, "kinh te": true, "an ninh": true, "quoc phong": true, "khen thuong": true, "to chuc": true, "doi ngu": true, "quy mo": true, "chat luong": true, "huy dong": true, "nong nghiep": true, "dich vu": true, "phap luat": true, "ket qua": true}

// fieldLabel reports whether the label before the colon behind which figure i is the
// first names but a branch of work, and the words behind the figure say of what it is:
// "Cơ sở vật chất: 44/49 trường đạt chuẩn quốc gia".
func (c *clause) fieldLabel(i int, t *tail) bool {
	if c.last >= c.first || c.start < 2 || c.items[c.start-1].sign != ':' || !fields[strings.Join(strings.FieldsFunc(viet.Fold(c.subject.name), notLetter), " ")] {
		return false
	}
	f := c.items[i].fig
	_, text := c.nounEnd(i, t)
	return text != "" && text != c.nounText(&f)
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// topicWord reports whether a label, in small letters, only opens a field of work.
func topicWord(label string) bool {
	for _, w := range [...]string{"về ", "công tác ", "lĩnh vực ", "đối với ", "cụ thể", "trong đó", "gồm", "bao gồm", "số liệu", "khối "} {
		if strings.HasPrefix(label, w) {
			return true
		}
	}
	return label == "tổng" || label == "tổng số" || label == "tổng cộng"
}

// behindListSign reports whether a list sign or number stands before i on its line.
func behindListSign(text string, i int) bool {
	from := strings.LastIndexByte(text[:i], '\n') + 1
	sign := strings.TrimLeft(text[from:i], " \t")
	if sign == "" {
		sign = strings.TrimLeft(text[i:min(len(text), i+4)], " \t")
	}
	for _, s := range [...]string{"-", "+", "*", "•", "–", "✅", "▪", "o "} {
		if strings.HasPrefix(sign, s) {
			return true
		}
	}
	return sign != "" && sign[0] >= '0' && sign[0] <= '9' || len(sign) > 1 && sign[1] == ')'
}
