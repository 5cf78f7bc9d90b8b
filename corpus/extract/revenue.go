package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// budgeted names what is called but "thu" or "chi" after the budget where it is measured by
// the estimate of one: "huyện thu 214,7 tỷ đồng, đạt 61% dự toán".
func (c *clause) budgeted(r *reading) {
	low := strings.ToLower(r.sub.name)
	if low != "thu" && low != "chi" || !r.fig.unit.money() || strings.Contains(r.fig.unit.name, "/") || !c.byEstimate(r.at) {
		return
	}
	name := low + " ngân sách"
	if strings.Contains(viet.Fold(c.words(c.start, r.at)), low+" tren dia ban") {
		name += " trên địa bàn"
	}
	for i := c.first; i < len(c.out); i++ {
		if strings.Contains(strings.ToLower(c.out[i].Name), low+" ngân sách") {
			return // another sum of the budget, of which this may be a part
		}
	}
	c.rename(r, viet.Capital(name))
}

// byEstimate reports whether the percentage behind figure i is one of a budget's estimate,
// with no figure of other things between.
func (c *clause) byEstimate(i int) bool {
	shares := 0
	for k := i + 1; k < len(c.items) && k < i+10 && c.items[k].sign != ';'; k++ {
		switch it := &c.items[k]; {
		case it.kind == figureItem && (shares > 0 || !it.fig.unit.percent()):
			return false
		case it.kind == figureItem:
			shares++
		case it.is(cPlan) && strings.HasPrefix(viet.Fold(c.wordsOf(it)), "du toan"):
			return shares > 0
		}
	}
	return false
}
