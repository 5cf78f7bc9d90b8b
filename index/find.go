package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// want is one figure that is looked for.
type want struct {
	ids     []string      // of indicators, the likeliest first
	areas   []string      // any of them
	period  corpus.Period // zero: the newest
	measure query.Measure
	status  []corpus.Status // empty: what was reached
	left    []query.Left
	several bool // one of several indicators that are compared
}

// finding is what was found: a leading record with the other published values
// of the same question, or none with the reason.
type finding struct {
	lead     *corpus.Record
	variants []corpus.Record
	near     []corpus.Record // records of the same indicators that do not answer
	why      refusal
}

// refusal tells why no record answers.
type refusal string

// The refusals, from the farthest miss to the nearest.
const (
	refuseNothing   refusal = "no record of the indicator"
	refuseArea      refusal = "none for the area"
	refusePeriod    refusal = "none for the period"
	refuseStatus    refusal = "none of the status"
	refuseMeasure   refusal = "none with the number asked for"
	refuseBase      refusal = "none against the period asked for"
	refuseUnit      refusal = "none in the unit asked for"
	refuseLeftovers refusal = "a word of the question is not accounted for"
)

// expand returns the indicators that the named ones may mean: the readings of a
// family, the likeliest first.
func (d *deliberation) expand(ids []string, m query.Measure) []string {
	var out []string
	add := func(id string) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, id := range ids {
		ind, ok := d.indicator(id)
		if ok && m == query.Change && len(ind.Growth) > 0 {
			for _, g := range ind.Growth {
				add(g)
			}
		}
		add(id)
		for _, r := range ind.Readings {
			add(r)
		}
	}
	return out
}

// nameOnce keeps one of several names of the same indicator: "thu ngân sách thành
// phố và thu ngân sách tỉnh" is one thing of two places.
func (d *deliberation) nameOnce() {
	var kept []query.Indicator
	for _, n := range d.q.Indicators {
		if !slices.ContainsFunc(kept, func(k query.Indicator) bool { return slices.Equal(k.IDs, n.IDs) }) {
			kept = append(kept, n)
		}
	}
	d.q.Indicators = slices.DeleteFunc(kept, func(n query.Indicator) bool { return d.isBearer(n, kept) })
}

// bearers are things that are counted and that other measures are of: "DN trên địa bàn,
// tỷ lệ vốn chủ sở hữu".
var bearers = []string{" doanh nghiep ", " hop tac xa ", " dn ", " htx "}

// isBearer reports whether a name only says of what another one named is a measure.
func (d *deliberation) isBearer(n query.Indicator, all []query.Indicator) bool {
	said := strings.ReplaceAll(foldedWords(viet.ExpandAll(n.Text)), " tren dia ban ", " ")
	if len(all) != 2 || !slices.Contains(bearers, said) {
		return false
	}
	return slices.ContainsFunc(all, func(o query.Indicator) bool {
		return !slices.Equal(o.IDs, n.IDs) && strings.Contains(foldedWords(d.nameOf(o.IDs[0])), said)
	})
}

// countToo takes a name that stands for a rate to mean the number as well where
// the catalogue has one of that name: "hộ nghèo" of a ward may be counted only.
// The rate, if there is one, stays the likelier.
func (d *deliberation) countToo() {
	for i := range d.q.Indicators {
		n := &d.q.Indicators[i]
		if i > 0 && d.countedBefore(n) {
			continue
		}
		for _, id := range slices.Clone(n.IDs) {
			rate, _ := d.tables.IndicatorByID(id)
			for _, related := range rate.Related {
				if count, ok := d.tables.IndicatorByID(related); ok && foldedWords(count.Name) == " so"+foldedWords(n.Text) && !slices.Contains(n.IDs, related) {
					n.IDs = append(slices.Clone(n.IDs), related)
				}
			}
		}
	}
}

// countedBefore takes a rate behind a count of the same bearers for their number, "số
// hộ nghèo và cận nghèo", and reports whether it did.
func (d *deliberation) countedBefore(n *query.Indicator) bool {
	before := foldedWords(d.q.Indicators[0].Text)
	if !strings.HasPrefix(before, " so ") && !strings.HasPrefix(before, " tong so ") || len(n.IDs) != 1 {
		return false
	}
	rate, _ := d.indicator(n.IDs[0])
	for _, related := range rate.Related {
		if count, ok := d.indicator(related); ok && strings.HasPrefix(rate.Unit, "%") && strings.HasPrefix(foldedWords(count.Name), " so ") && strings.HasSuffix(foldedWords(count.Name), foldedWords(n.Text)) {
			n.IDs = []string{related}
			return true
		}
	}
	return false
}

func (d *deliberation) indicator(id string) (corpus.Indicator, bool) {
	return d.terms.Indicator(id)
}

// nameOf returns the canonical name of an indicator.
func (d *deliberation) nameOf(id string) string {
	ind, _ := d.indicator(id)
	return ind.Name
}

// find looks for one figure. Each sieve in turn must leave something; the first
// that leaves nothing is the reason why there is no answer.
func (d *deliberation) find(w want) (finding, error) {
	all, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: w.ids, Audiences: d.asked.Audiences})
	if err != nil {
		return finding{}, err
	}
	if len(w.ids) == 0 || len(all) == 0 {
		return finding{why: refuseNothing}, nil
	}
	rest, near := all, all
	for _, sieve := range d.sieves(w) {
		kept := filter(rest, sieve.keep)
		if len(kept) == 0 {
			return finding{near: near, why: sieve.why}, nil
		}
		near, rest = rest, kept
	}
	if w.period.IsZero() {
		rest = newest(rest)
	}
	return d.lead(rest, w), nil
}

type sieve struct {
	keep func(corpus.Record) bool
	why  refusal
}

func (d *deliberation) sieves(w want) []sieve {
	return []sieve{
		{func(r corpus.Record) bool { return slices.Contains(w.areas, r.Area) }, refuseArea},
		{func(r corpus.Record) bool { return w.period.IsZero() || r.Period == w.period }, refusePeriod},
		{func(r corpus.Record) bool { return stands(r.Status, w.status) }, refuseStatus},
		{func(r corpus.Record) bool { return measures(r, w.measure) }, refuseMeasure},
		{func(r corpus.Record) bool { return w.measure != query.Change || d.against(r) }, refuseBase},
		{func(r corpus.Record) bool { return d.counts(w.measure, r) }, refuseUnit},
		{func(r corpus.Record) bool { return d.accountsFor(r, w.left) && d.isAllOf(r, w) }, refuseLeftovers},
	}
}

// isAllOf reports whether the record is of every indicator that the question
// names: "xuất khẩu thủy sản" is neither what is exported nor what is fished.
func (d *deliberation) isAllOf(r corpus.Record, w want) bool {
	if w.several {
		return true
	}
	for _, n := range d.q.Indicators {
		if !slices.Contains(d.expand(n.IDs, w.measure), r.Indicator) || !d.samePart(r, n.Text) {
			return false
		}
	}
	return true
}

func filter(list []corpus.Record, keep func(corpus.Record) bool) []corpus.Record {
	var out []corpus.Record
	for _, r := range list {
		if keep(r) {
			out = append(out, r)
		}
	}
	return out
}

// newest keeps the records of the latest period.
func newest(list []corpus.Record) []corpus.Record {
	last := slices.MaxFunc(list, func(a, b corpus.Record) int { return a.Period.Compare(b.Period) }).Period
	return filter(list, func(r corpus.Record) bool { return r.Period == last })
}

// lead chooses the record that answers and its variants.
func (d *deliberation) lead(list []corpus.Record, w want) finding {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b corpus.Record) int { return d.precedes(a, b, w) })
	f := finding{lead: &list[0]}
	for _, r := range list[1:] {
		if !slices.ContainsFunc(append(f.variants, *f.lead), func(o corpus.Record) bool { return sameFigure(o, r) }) {
			f.variants = append(f.variants, r)
		}
	}
	return f
}

// sameFigure reports whether two records say the same from the same source.
func sameFigure(a, b corpus.Record) bool {
	return a.Indicator == b.Indicator && a.Source.ID == b.Source.ID && a.Scope == b.Scope && a.Status == b.Status &&
		sameNumber(a.Value, b.Value) && sameNumber(a.PlanPct, b.PlanPct) && sameChange(a.Change, b.Change)
}

func sameNumber(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func sameChange(a, b *corpus.Change) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Value == b.Value && a.Basis == b.Basis
}

// precedes orders the published values of one question: the campaign's own
// announcement first, then the likeliest reading, then what is official, then
// what was published later.
func (d *deliberation) precedes(a, b corpus.Record, w want) int {
	for _, c := range []int{
		prefer(d.announced(a), d.announced(b)),
		prefer(d.namedExactly(a), d.namedExactly(b)),
		d.readingRank(a, w) - d.readingRank(b, w),
		prefer(a.Status == corpus.Actual, b.Status == corpus.Actual),
		strings.Compare(b.Source.Date, a.Source.Date),
		strings.Compare(a.Source.ID, b.Source.ID),
	} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// namedExactly reports whether the question uses the very name that the source
// gives the figure.
func (d *deliberation) namedExactly(r corpus.Record) bool {
	name := foldedWords(r.Name)
	return slices.ContainsFunc(d.q.Indicators, func(n query.Indicator) bool { return foldedWords(n.Text) == name })
}

// readingRank tells how likely a reading of the question the indicator of a
// record is: 0 the likeliest. The readings of a growth are equally likely.
func (d *deliberation) readingRank(r corpus.Record, w want) int {
	if w.measure == query.Change {
		for _, n := range d.q.Indicators {
			for _, id := range n.IDs {
				if ind, _ := d.indicator(id); len(ind.Growth) > 0 && (id == r.Indicator || slices.Contains(ind.Growth, r.Indicator)) {
					return 0
				}
			}
		}
	}
	return 1 + slices.Index(w.ids, r.Indicator)
}

func prefer(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// announced reports whether the record stands in the announcement of the
// campaign that ran in its area and period.
func (d *deliberation) announced(r corpus.Record) bool {
	return slices.ContainsFunc(d.tables.Campaigns, func(c corpus.Campaign) bool {
		return c.SourceID == r.Source.ID && c.Area == r.Area && len(c.Start) >= 4 &&
			c.Start[:4] == r.Period.String()[:min(4, len(r.Period.String()))]
	})
}
