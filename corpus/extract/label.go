package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// An item of a list names its figure before a colon, in whatever words: "- Đường
// trục thôn được cứng hóa: đạt 82,4%".

// longestLabel is how many tokens such a name has at most.
const longestLabel = 14

// itemLabel takes the name before the colon at item i, where the sentence is an item
// of a list and no indicator was found in the name.
func (c *clause) itemLabel(i int) {
	if c.subject.ref >= 0 && c.subject.found() || c.start > 0 || i == 0 || c.items[i-1].to-c.items[0].from > longestLabel || !behindListSign(c.a.Text, c.ev.from) || !c.namesValue(i) {
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

// behindLabel reports whether the next figure is the one that an item's label names.
func (c *clause) behindLabel() bool {
	return c.last < 0 && c.subject.meant && c.start > 0 && c.items[c.start-1].sign == ':'
}

// agentLabel returns the label before the next figure where it names but one who acts:
// "Đoàn Thanh niên: 12 công trình thanh niên".
func (c *clause) agentLabel() string {
	colon := c.start - 1
	if c.last >= c.first || colon < 1 || c.items[colon].sign != ':' {
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

// topicWord reports whether a label, in small letters, only opens a field of work.
func topicWord(label string) bool {
	for _, w := range [...]string{"về ", "công tác ", "lĩnh vực ", "đối với ", "cụ thể", "trong đó", "gồm", "bao gồm", "số liệu", "khối ", "tổng"} {
		if strings.HasPrefix(label, w) {
			return true
		}
	}
	return false
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
