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
	if r.fresh || r.placed || r.role != cUp && r.role != cDown || !f.unit.count || f.isScore || f.isRange || c.last < c.first {
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
	for i := len(c.out) - 1; i >= c.first; i-- {
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
