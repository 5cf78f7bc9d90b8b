package extract

import (
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus"
)

// statement is what a record is of, and its level: two of an article that agree in it
// say the same figure.
type statement struct {
	name, area, scope, unit, level string
	period                         corpus.Period
	status                         corpus.Status
}

func statementOf(r *corpus.Record) statement {
	t := statement{name: r.Indicator, area: r.Area, scope: r.Scope, unit: r.Unit, period: r.Period, status: r.Status}
	if t.name == "" {
		t.name = strings.ToLower(r.Name)
	}
	for _, v := range [...]*float64{r.Value, r.Low, r.High, r.Of} {
		t.level += " "
		if v != nil {
			t.level += strconv.FormatFloat(*v, 'g', -1, 64)
		}
	}
	t.level += r.Bound
	return t
}

// once leaves out what an article says again: of two records of one figure the
// one that says no more than the other.
func once(all []Candidate) []Candidate {
	kept := map[statement]int{}
	drop := map[int]bool{}
	for i := range all {
		r := &all[i].Record
		key := statementOf(r)
		at, again := kept[key]
		switch {
		case !again:
			kept[key] = i
		case covers(&all[at].Record, r):
			drop[i] = true
		case covers(r, &all[at].Record):
			drop[at] = true
			kept[key] = i
		}
	}
	if len(drop) == 0 {
		return all
	}
	n := -1
	return slices.DeleteFunc(all, func(Candidate) bool { n++; return drop[n] })
}

// covers reports whether a says all that b says of one figure, and is no more in
// doubt.
func covers(a, b *corpus.Record) bool {
	if a.Doubt != "" && b.Doubt == "" {
		return false
	}
	same := func(x, y *float64) bool { return y == nil || x != nil && *x == *y }
	change := b.Change == nil || a.Change != nil && a.Change.Value == b.Change.Value && a.Change.Unit == b.Change.Unit
	return change && same(a.PlanPct, b.PlanPct) && (a.Value != nil || a.Low != nil || a.Change != nil || a.PlanPct != nil)
}
