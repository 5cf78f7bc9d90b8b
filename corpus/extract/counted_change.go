package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// turnBack gives a movement in counted things to the record of the sentence that
// counted them, where another stands between: "còn 2.164 hộ nghèo, chiếm 17,8%,
// giảm 412 hộ", "57 vụ, làm chết 22 người, bị thương 48 người; … giảm 9 vụ, giảm 4
// người chết, tăng 2 người bị thương".
func (c *clause) turnBack(r *reading) bool {
	f, role, on := r.fig, r.role, false
	if c.back != noClass && r.lead.role == noClass && r.lead.deed < 0 && c.listed(r.at) {
		role, on = c.back, true // "giảm 42 hộ nghèo và 18 hộ cận nghèo"
	}
	if c.back = noClass; r.fresh || r.placed || role != cUp && role != cDown || !f.unit.count || f.isScore || f.isRange || c.last < c.first && !c.compared() {
		return false
	}
	at, alone := c.countedAs(r)
	if at < 0 || at == c.last && alone && !on {
		return false
	}
	rec := &c.out[at].Record
	ch := c.changeOf(f, role, r.lead, r.tail)
	ch.Unit = rec.Unit
	rec.Change, c.back = &ch, role
	end, _ := c.nounEnd(r.at, r.tail)
	r.tail.next = max(r.tail.next, end)
	return true
}

// countedAs returns the record of the sentence without a change that counts what
// figure r counts, -1 if there is none, and whether but the unit tells so: the latest
// whose name holds all the words, or else the only one that holds those behind the
// unit.
func (c *clause) countedAs(r *reading) (at int, alone bool) {
	_, noun := c.nounEnd(r.at, r.tail)
	noun = viet.Fold(noun)
	from := c.first
	if c.compared() {
		from = c.reader.behind
	}
	at = -1
	several := false
	for i := len(c.out) - 1; i >= from; i-- {
		o := &c.out[i].Record
		unit := viet.Fold(o.Unit)
		more, same := strings.CutPrefix(noun, unit)
		if strings.HasPrefix(unit, noun+" ") {
			more, same = "", true // "86 suất học bổng (tăng 12 suất)"
		}
		if o.Value == nil || o.Change != nil || unit == "" || !same || more != "" && more[0] != ' ' {
			continue
		}
		name := " " + viet.Fold(o.Name) + " "
		switch more = strings.TrimSpace(more); {
		case more == "":
			return i, true
		case strings.Contains(name, " "+noun+" "):
			return i, false
		case strings.Contains(name, " "+more+" "):
			several = several || at >= 0
			at = i
		}
	}
	if several {
		return -1, false
	}
	return at, false
}

// compared reports whether the sentence but sets the counts of the one before it
// against another time: "So với cùng kỳ giảm 2 vụ, tăng 1 người chết".
func (c *clause) compared() bool {
	return c.items[0].is(cBasis) && len(c.out) > c.reader.behind && c.out[c.reader.behind].Source.Paragraph == c.number
}

// pupils are pairs of nouns of which the second stands for the first: "46 học sinh
// đạt giải, tăng 7 em".
var pupils = map[string]bool{"học sinh em": true, "trẻ em": true, "trẻ cháu": true, "học viên em": true, "sinh viên em": true, "đoàn viên người": true, "hội viên người": true, "đảng viên người": true, "lao động người": true, "học sinh cháu": true, "cháu em": true}
