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
	f := r.fig
	if r.fresh || r.placed || r.role != cUp && r.role != cDown || !f.unit.count || f.isScore || f.isRange || c.last < c.first && !c.compared() {
		return false
	}
	at, rest := c.countedAs(r)
	if at < 0 || at == c.last && rest == "" {
		return false
	}
	rec := &c.out[at].Record
	ch := c.changeOf(f, r.role, r.lead, r.tail)
	ch.Unit = rec.Unit
	rec.Change = &ch
	end, _ := c.nounEnd(r.at, r.tail)
	r.tail.next = max(r.tail.next, end)
	return true
}

// countedAs returns the latest record of the sentence that counts what figure r
// counts and has no change yet, -1 if there is none, and the words by which it was
// told apart.
func (c *clause) countedAs(r *reading) (at int, rest string) {
	_, noun := c.nounEnd(r.at, r.tail)
	noun = viet.Fold(noun)
	from := c.first
	if c.compared() {
		from = c.reader.behind
	}
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
		if more = strings.TrimSpace(more); more == "" || strings.Contains(viet.Fold(o.Name), more) {
			return i, more
		}
	}
	return -1, ""
}

// compared reports whether the sentence but sets the counts of the one before it
// against another time: "So với cùng kỳ giảm 2 vụ, tăng 1 người chết".
func (c *clause) compared() bool {
	return c.items[0].is(cBasis) && len(c.out) > c.reader.behind && c.out[c.reader.behind].Source.Paragraph == c.number
}

// pupils are pairs of nouns of which the second stands for the first: "46 học sinh
// đạt giải, tăng 7 em".
var pupils = map[string]bool{"học sinh em": true, "trẻ em": true, "trẻ cháu": true, "học viên em": true, "sinh viên em": true, "đoàn viên người": true, "hội viên người": true, "đảng viên người": true, "lao động người": true, "học sinh cháu": true, "cháu em": true}
