package extract

import (
	"regexp"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// amend adds a change or a share of the plan to the record before.
func (c *clause) amend(f *figure, role class, l *lead, t *tail) bool {
	if (role == cUp || role == cDown) && f.isRange {
		return false // "dưới 18%, mỗi năm giảm từ 5 - 6%"
	}
	r := &c.out[c.last].Record
	if role == cUp || role == cDown || role == cPlan {
		r = c.ofAll(c.last) // "186 giải, gồm 14 giải Nhất và 172 giải Nhì, tăng 22 giải"
	}
	if o := c.doneOf(r, f, role); o != nil {
		v := f.value
		o.PlanPct = &v
		return true
	}
	if (role == cPlan || role == cEqual) && !t.plan && c.rateOfMore(r, f) {
		return true
	}
	switch role {
	case cPlan:
		if r.PlanPct != nil || l.role == cExceed && r.Unit == "%" && (r.Value != nil || ratio(r.Name)) {
			r.Note = doubts(r.Note, c.planWords(f, l, t))
			return true
		}
		if l.role == cExceed && t.versus && r.Change != nil && f.value <= r.Change.Value {
			r.Note = doubts(r.Note, c.planWords(f, l, t)) // of the growth, or of the level
			return true
		}
		c.setPlan(r, f, l, t.plan)
		return true
	case cUp, cDown, cRate, cTimes, cEqual:
		return c.amendChange(r, f, role, l, t)
	}
	return false
}

// amendChange adds a change to the record before.
func (c *clause) amendChange(r *corpus.Record, f *figure, role class, l *lead, t *tail) bool {
	if f.unit.points() && r.Value == nil && r.Change != nil && !(unit{name: r.Change.Unit}).points() {
		r.Note = doubts(r.Note, spelledOut(c.a.Text, c.toks[c.items[min(l.verb, len(c.items)-1)].from:c.items[t.next-1].to]))
		return true // how far a growth is from another one
	}
	ch := c.changeOf(f, role, l, t)
	if role == cEqual {
		if r.Change == nil || r.Change.Unit == "%" {
			r.Doubt = doubts(r.Doubt, doubtEqual)
			return true
		}
		ch.Value = copysign(ch.Value, r.Change.Value)
		ch.Basis = r.Change.Basis
	}
	if r.Change != nil && !(f.unit.percent() && r.Change.Unit != "%" && r.Change.Unit != "%/năm") {
		return r.Change.Unit == "%" && !f.unit.percent() && !f.unit.points() // the absolute beside the relative
	}
	if r.Change != nil && ch.Basis == "" {
		ch.Basis = r.Change.Basis
	}
	r.Change = &ch
	c.sinceBasis(r)
	c.chain = role
	if f.odd != "" {
		r.Doubt = doubts(r.Doubt, f.odd)
	}
	if role == cTimes && l.role == cUp {
		r.Doubt = doubts(r.Doubt, doubtTimes)
	}
	return true
}

// sinceBasis moves a result of the year at hand, which has hardly begun, to the year before
// where its change is measured from the one before that and nothing in the sentence says
// otherwise: an article of March 2024 that tells "tăng 5,2% so với năm 2022".
func (c *clause) sinceBasis(r *corpus.Record) {
	y := c.clock.year
	if r.Status != corpus.Actual || c.dated || r.Period != corpus.YearOf(y) || c.running != corpus.YearOf(y-1) || !c.clock.unfinished(r.Period) || c.clock.month > 6 {
		return
	}
	if years := yearInBasis.FindAllString(r.Change.Basis, -1); len(years) == 1 && years[0] == strconv.Itoa(y-2) {
		r.Period = corpus.YearOf(y - 1)
	}
}

var yearInBasis = regexp.MustCompile(`\b20\d\d\b`)

// doneOf returns the record whose share of the plan r a percentage is by the two
// figures: "120 tỷ đồng/KH 200 tỷ đồng, đạt 60%"; nil if there is none.
func (c *clause) doneOf(r *corpus.Record, f *figure, role class) *corpus.Record {
	if role != cPlan && role != cEqual || !f.unit.percent() || r.Status != corpus.Target || r.Value == nil || c.last <= c.first {
		return nil
	}
	o := &c.out[c.last-1].Record
	if o.Status == corpus.Target || o.Name != r.Name || o.Unit != r.Unit || o.Value == nil || o.PlanPct != nil || *r.Value == 0 {
		return nil
	}
	if d := *o.Value / *r.Value * 100 - f.value; d < -0.6 || d > 0.6 {
		return nil
	}
	return o
}

// rateOfMore writes a percentage as the rate of what the sentence counted before record
// r, where the two counts make it so: "tiếp nhận 34 tin báo, giải quyết 31 tin, đạt
// 91,2%".
func (c *clause) rateOfMore(r *corpus.Record, f *figure) bool {
	if !f.unit.percent() || r.Value == nil || r.Of != nil || kindOfUnit(r.Unit) != "count" || ratio(r.Name) {
		return false
	}
	for i := c.last - 1; i >= c.first; i-- {
		o := &c.out[i].Record
		if o.Value == nil || o.Of != nil || kindOfUnit(o.Unit) != "count" || *o.Value < *r.Value || *o.Value == 0 {
			continue
		}
		if d := *r.Value / *o.Value * 100 - f.value; d > -0.1 && d < 0.1 {
			c.out = append(c.out, c.rateOf(c.out[c.last], f))
			c.last = len(c.out) - 1
			return true
		}
	}
	return false
}

// rateOf makes of the record of a count the rate f of the same things.
func (c *clause) rateOf(r Candidate, f *figure) Candidate {
	v := f.value
	r.Name, r.Indicator = rateName(r.Name), ""
	if refs := c.exact(r.Name); len(refs) > 0 {
		r.Indicator = c.x.indicators[refs[0].ref].ID
	}
	r.Value, r.Unit, r.Change, r.PlanPct, r.Approx, r.Printed = &v, "%", nil, nil, f.approx, spelledOut(c.a.Text, c.toks[f.from:f.to])
	return r
}

// rateName returns the name of the rate of what a name says is counted.
func rateName(name string) string {
	return "Tỷ lệ " + viet.Uncapital(strings.TrimPrefix(strings.TrimPrefix(name, "Tổng số "), "Số "))
}

// planWords returns a further share of a plan as printed.
func (c *clause) planWords(f *figure, l *lead, t *tail) string {
	text := spelledOut(c.a.Text, c.toks[f.from:c.items[t.next-1].to])
	if l.role == cExceed {
		text = "vượt " + text
	}
	return text
}

// about gives a change to the record that "về" names: "giảm 3% về số doanh
// nghiệp và tăng 25% về vốn".
func (c *clause) about(i int, f *figure, role class, l *lead, t *tail) bool {
	if role != cUp && role != cDown || t.next+1 >= len(c.items) || c.wordsOf(&c.items[t.next]) != "về" {
		return false
	}
	k := t.next + 1
	for k < len(c.items) && c.items[k].kind == wordItem && !c.items[k].any(cAnd, cBasis, cUp, cDown) {
		k++
	}
	words := strings.TrimPrefix(viet.Fold(c.words(t.next+1, k)), "so ")
	t.next = k
	for n := len(c.out) - 1; n >= c.first; n-- {
		r := &c.out[n].Record
		if r.Change == nil && words != "" && (strings.Contains(viet.Fold(r.Name+" "+r.Unit), words) || words == "luong" && kindOfUnit(r.Unit) == "count") {
			ch := c.changeOf(f, role, l, t)
			r.Change = &ch
			break
		}
	}
	return true
}

func copysign(v, sign float64) float64 {
	if sign < 0 && v > 0 {
		return -v
	}
	return v
}

// changeOf computes the change that a figure says.
func (c *clause) changeOf(f *figure, role class, l *lead, t *tail) corpus.Change {
	v, u := f.value, f.unit.name
	switch role {
	case cRate:
		v, u = roundTo(v-100, 6), "%"
	case cTimes:
		v, u = roundTo((v-1)*100, 6), "%"
	case cDown, cDrag:
		v = -v
	}
	if (l.avg || t.avg) && u == "%" {
		u = "%/năm"
	}
	return corpus.Change{Value: v, Unit: u, Basis: t.basis}
}

// setPlan writes the share of the plan that a figure says.
func (c *clause) setPlan(r *corpus.Record, f *figure, l *lead, planned bool) {
	v := f.value
	switch l.role {
	case cTimes:
		v = roundTo(v*100, 6) // "gấp 2 lần dự toán"
	case cExceed:
		if v >= 100 {
			r.Doubt = doubts(r.Doubt, doubtExceed)
		} else {
			v += 100
		}
	case cUp:
		v = roundTo(100+v, 6)
	case cDown:
		v = roundTo(100-v, 6)
	}
	if (l.role == cEqual || l.role == cLevel) && !planned {
		if !c.head.byPlan && !strings.HasPrefix(strings.ToLower(r.Name), "giải ngân") {
			r.Doubt = doubts(r.Doubt, doubtEqual)
		}
	} else {
		c.head.byPlan = true
	}
	r.PlanPct = &v
	if f.isRange {
		r.PlanPct, r.Doubt = nil, doubts(r.Doubt, "tỷ lệ so với kế hoạch là một khoảng")
	}
}

// planTopic reads the name behind the plan: "100% chỉ tiêu giao quân".
func (c *clause) planTopic(t *tail) subject {
	var ctx found
	a, b := c.trim(t.topic, t.until, &ctx)
	if a >= b {
		return subject{ref: -1}
	}
	s := c.nounPhrase(a, b, &ctx)
	if strings.HasSuffix(s.name, " giao") {
		return subject{ref: -1} // who set the plan, not what for
	}
	if s.ref < 0 {
		for _, before := range [...]string{"hoàn thành chỉ tiêu ", "tỷ lệ hoàn thành chỉ tiêu ", "chỉ tiêu ", ""} {
			if refs := c.lookup(before + s.name); len(refs) > 0 {
				s.refs, s.ref = refs, int(refs[0].ref)
				break
			}
		}
		s.name = "Chỉ tiêu " + viet.Uncapital(s.name)
	}
	s.strong = true
	t.next = max(t.next, t.until)
	return s
}
