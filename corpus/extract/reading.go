package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// A reading is one figure with all that its neighbours say of it.
type reading struct {
	at   int // item
	fig  *figure
	lead *lead
	tail *tail
	sub  subject
	ctx  found
	role class

	fresh  bool // the clause names a subject of its own
	placed bool // it names an area or a time of its own
}

// bare reports whether the figure is a percentage to which the clause gives
// neither subject, plan nor basis.
func (r *reading) bare() bool {
	return r.fig.unit.percent() && !r.fresh && !r.tail.plan && r.tail.basis == ""
}

// read decides what a figure says, and writes it down.
func (c *clause) read(r *reading) {
	c.weigh(r)
	if c.dismissed(r) {
		return
	}
	if r.bare() && (r.role == cLevel || r.role == cEqual) && (r.lead.role == noClass || c.items[r.lead.verb].is(cFor)) {
		if s := c.shareOfNoun(r.at, r.lead, r.tail); s.found() {
			r.sub, r.fresh = s, true
		}
	}
	if r.fig.unit.count && !c.namedBefore(r) {
		c.countFigure(r.at, r.fig, r.lead, r.tail, r.sub, r.ctx)
		return
	}
	if r.tail.plan && !r.fresh && r.tail.until > r.tail.topic && (c.last < 0 || !c.sameRegion(r.lead.verb)) {
		r.sub = c.planTopic(r.tail)
		r.fresh = r.sub.found()
	}
	if !r.fresh && r.role == cLevel && c.last >= 0 && !r.placed && c.foreign(r.at, r.fig, r.lead, r.tail, &r.sub) {
		return
	}
	r.fresh = r.fresh || r.sub.found() && !r.sub.plan
	c.enter(r)
	c.write(r)
}

// weigh finds the role of the figure and puts right what that changes.
func (c *clause) weigh(r *reading) {
	f, l, t := r.fig, r.lead, r.tail
	r.fresh = r.sub.found() && !r.sub.plan
	r.placed = r.ctx.area != "" || !r.ctx.period.IsZero()
	r.role = c.roleOf(f, l, t, &r.sub, r.fresh)
	if (r.role == cTimes || r.role == cRate) && t.basis == "" && t.dated {
		t.basis, t.dated = c.words(t.next-1, t.next), false
	}
	r.ctx.settled = r.ctx.settled && r.fresh && r.role == cLevel && !r.ctx.cont || r.ctx.earlier
	l.avg = l.avg || r.ctx.avg
	if vague[strings.ToLower(r.sub.name)] && r.sub.ref < 0 && strings.HasPrefix(viet.Fold(c.subject.name), viet.Fold(r.sub.name)+" ") {
		r.sub, r.fresh, r.placed = subject{ref: -1}, false, true
	}
	c.spent(r)
	if l.deed >= 0 && !r.sub.strong && !f.unit.percent() && !f.unit.count {
		r.sub, r.fresh = c.deedOf(r.at, l, t), true
	}
}

// spent names "giải ngân 2.150 tỷ đồng vốn đầu tư công" by the words behind the
// amount.
func (c *clause) spent(r *reading) {
	k := r.tail.next
	if strings.ToLower(r.sub.name) != "giải ngân" || k >= len(c.items) || !c.items[k].any(cHead, cName) {
		return
	}
	end := k
	for end < len(c.items) && c.items[end].kind == wordItem && !c.items[end].any(cAnd, cConn) {
		end++
	}
	r.sub.name += " " + c.words(k, end)
	if refs := c.exact(r.sub.name); len(refs) > 0 {
		r.sub.refs, r.sub.ref = refs, int(refs[0].ref)
	}
	r.tail.next = end
}

// dismissed reports whether the figure adds nothing to the records: a share
// said once more, a part of something else, an amount against the plan.
func (c *clause) dismissed(r *reading) bool {
	f, l, t := r.fig, r.lead, r.tail
	switch {
	case f.unit.percent() && !r.fresh && !r.placed && c.last >= 0 && c.repeats(r.at, c.last):
	case r.sub.person, negated[strings.ToLower(r.sub.name)]:
	case l.role == cExceed && f.unit.points():
	case l.role == cEqual && !t.plan && t.basis == "" && c.ofNoun(t):
	case c.againstPlan(f, l, t):
	case l.role == cDone && f.unit.percent() && !t.plan && !r.fresh:
	case !r.fresh && c.last >= 0 && c.about(r.at, f, r.role, l, t):
	default:
		return false
	}
	return true
}

// namedBefore reports whether the words before a counted figure name what is
// counted; otherwise the noun behind it does.
func (c *clause) namedBefore(r *reading) bool {
	f, l := r.fig, r.lead
	switch {
	case c.counts(r.role, r.sub):
	case !r.fresh && l.role == cLevel && !f.isScore && c.sameCount(r.at, f, r.tail):
	case r.sub.strong && l.role != noClass && !(r.sub.branch && r.sub.ref < 0 && c.items[l.verb].is(cFor)):
	case c.last < 0 && c.subject.found() && !r.fresh:
	case c.last >= 0 && r.fresh && l.role == noClass && l.deed < 0 && !f.isScore && !l.more && strings.Contains(r.sub.name, " "):
	default:
		return false
	}
	return true
}

// enter makes the clause's own time, area and scope hold from here on.
func (c *clause) enter(r *reading) {
	if p := c.near(); !r.ctx.est && c.est && !r.ctx.period.IsZero() && !p.IsZero() && r.ctx.period.After().Before(p.After()) {
		r.ctx.settled = true
	}
	if r.fresh && c.borrowed && r.ctx.area == "" {
		c.area, c.borrowed = c.head.area, false
	}
	c.borrowed = c.borrowed || !r.fresh && r.ctx.area != ""
	c.apply(r.ctx)
	if r.ctx.scope != "" {
		c.scope = scopeText(r.ctx.scope)
	}
}

// write adds the figure to the record before, or writes one of its own.
func (c *clause) write(r *reading) {
	attach := !r.fresh && !r.placed && c.last >= 0 && r.role != cLevel && r.role != cShare
	if !r.fresh && !c.subject.found() && r.lead.role == cUp && c.economy(r.lead, &r.sub) {
		r.fresh = true
	}
	if !r.fresh {
		if !c.subject.found() && !r.placed {
			return
		}
		r.sub = c.inherit(r.sub)
	}
	if attach && c.amend(r.fig, r.role, r.lead, r.tail) {
		return
	}
	if !r.fresh && !r.placed && r.role == cLevel && r.lead.role == cLevel && !r.sub.plan && c.complete(r) {
		return
	}
	c.emit(r.at, r.fig, r.role, r.lead, r.tail, r.sub, r.ctx)
}

// complete gives the growth before its level: "giảm 0,9%, còn 2,3%".
func (c *clause) complete(r *reading) bool {
	if c.last < 0 || r.fig.isRange || r.fig.isScore {
		return false
	}
	rec := &c.out[c.last].Record
	if rec.Value != nil || rec.Low != nil || rec.Change == nil || rec.PlanPct != nil {
		return false
	}
	v := r.fig.value
	rec.Value, rec.Unit, rec.Printed = &v, r.fig.unit.name, c.wordsOf(&c.items[r.at])
	rec.Approx = r.fig.approx
	return true
}
