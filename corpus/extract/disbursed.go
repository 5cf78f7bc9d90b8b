package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// spent names "giải ngân 2.150 tỷ đồng vốn đầu tư công" by the words behind the
// amount.
func (c *clause) spent(r *reading) {
	k := r.tail.next
	if !r.sub.found() && (c.start == 0 || c.items[c.start-1].sign == ';') && c.disburses(r) {
		r.sub = subject{ref: -1, name: "Giải ngân", strong: true, refs: c.lookup("giải ngân")}
		if len(r.sub.refs) > 0 {
			r.sub.ref = int(r.sub.refs[0].ref)
		}
		r.fresh = true
	}
	if strings.ToLower(r.sub.name) != "giải ngân" || k >= len(c.items) || !c.items[k].any(cHead, cName) {
		return
	}
	end := k
	for end < len(c.items) && c.items[end].kind == wordItem && !c.items[end].any(cAnd, cConn) {
		end++
	}
	r.sub.name += " " + c.words(k, end)
	r.sub.refs, r.sub.ref = nil, -1
	r.sub.refer(c.exact(r.sub.name))
	r.tail.next = end
}

// disbursed names "vốn đầu tư công giải ngân đạt 52,4%" after what was done with
// the funds; a percentage of it is of what was planned.
func (c *clause) disbursed(r *reading) {
	low := strings.ToLower(r.sub.name)
	if planned := strings.ToLower(c.subject.name); !r.sub.found() && r.fig.unit.money() && (strings.HasPrefix(planned, "kế hoạch vốn") || strings.HasPrefix(planned, "tổng kế hoạch vốn")) && c.disburses(r) {
		c.rename(r, "Giải ngân") // "kế hoạch vốn là 5.412 tỷ đồng, tính đến hết tháng 6 giải ngân được 1.932 tỷ đồng"
		r.fresh = true
		return
	}
	if strings.HasPrefix(low, "vốn ") || strings.HasPrefix(low, "tổng vốn ") {
		base, ok := strings.CutSuffix(r.sub.name, " giải ngân")
		if !ok && !c.disburses(r) {
			return
		}
		r.sub.refs, r.sub.ref = nil, -1
		low = "giải ngân " + viet.Uncapital(base)
		c.rename(r, viet.Capital(low))
	}
	if low = strings.ToLower(r.sub.name); (low == "giải ngân" || low == "giải ngân vốn") && c.lends(r.at) {
		r.sub.refs, r.sub.ref, r.sub.unsaid = nil, -1, true
	}
	c.disbursedShare(r)
}

// lends reports whether the words before figure i tell of a fund or of loans, whose
// money is no public investment: "Quỹ trợ vốn giải ngân 2,5 tỷ đồng".
func (c *clause) lends(i int) bool {
	words := " " + strings.ToLower(c.words(0, i)) + " "
	return strings.Contains(words, " quỹ ") || strings.Contains(words, " vay ") || strings.Contains(words, " tín dụng ") || strings.Contains(words, " trợ vốn ")
}

// disbursedShare reads a percentage of what was disbursed as one of the plan, and
// a limit of it as a rate: "phấn đấu giải ngân không dưới 97%".
func (c *clause) disbursedShare(r *reading) {
	low := strings.ToLower(r.sub.name)
	if strings.HasPrefix(low, "giải ngân") && r.fig.unit.percent() && r.role == cLevel && r.tail.basis == "" {
		if r.fig.bound != "" && !r.tail.plan {
			c.rename(r, "Tỷ lệ "+viet.Uncapital(r.sub.name))
			return
		}
		r.role, r.tail.plan = cPlan, true
	}
}

// disburses reports whether the verb before the figure is "giải ngân".
func (c *clause) disburses(r *reading) bool {
	for k := r.lead.verb; k < r.at; k++ {
		if strings.HasPrefix(strings.ToLower(c.wordsOf(&c.items[k])), "giải ngân") {
			return true
		}
	}
	return false
}

// spentOf reports whether the last record of the subject is an amount with its
// share of the plan, so that a percentage of another place is one too.
func (c *clause) spentOf(s subject) bool {
	for i := len(c.out) - 1; i >= 0 && i >= len(c.out)-20; i-- {
		if r := &c.out[i].Record; r.Name == s.name {
			return r.PlanPct != nil && (r.Value == nil || unit{name: r.Unit}.money())
		}
	}
	return false
}
