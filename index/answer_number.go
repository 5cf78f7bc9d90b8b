package index

import (
	"context"
	"math"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// mostBearing is how many figures of one number are told of.
const mostBearing = 4

// ofNumber answers a question for the origin of a figure that it names: with the
// figures of that number, of the thing, place and time that the rest of the question
// names, and what else was published for the same. Without any it says so.
func (x *Index) ofNumber(ctx context.Context, q Question, c query.FigureClause, plain Answer) (Answer, error) {
	rest := q
	rest.Text, rest.Previous = c.Rest, nil
	d := x.consider(ctx, rest)
	d.answer.Question = q.Text
	bearing, err := d.bearing(c, true)
	if err == nil && len(bearing) == 0 {
		bearing, err = d.bearing(c, false)
	}
	if err != nil {
		return plain, err
	}
	d.step("find", c.Said+" in published figures")
	switch {
	case len(bearing) == 0:
		if plain.Kind != Unknown {
			return plain, nil
		}
		d.answer.Kind = Unknown
		d.answer.Text = "Tôi không thấy con số " + c.Said + " trong các số liệu đã công bố mà tôi có."
	case ofOneThing(bearing):
		if err := d.showBearing(bearing[0], c); err != nil {
			return plain, err
		}
	default:
		d.answer.Kind, d.answer.Records = List, bearing
		lines := []string{"Con số " + c.Said + " có ở:"}
		for _, r := range bearing {
			lines = append(lines, "• "+sayLead(r, measureBearing(r, c))+" – "+saySource(r.Source))
		}
		d.answer.Text = strings.Join(lines, "\n")
	}
	return d.finish(), nil
}

// ofOneThing reports whether records are of one thing, place and time.
func ofOneThing(list []corpus.Record) bool {
	return !slices.ContainsFunc(list[1:], func(r corpus.Record) bool {
		return r.Indicator != list[0].Indicator || r.Area != list[0].Area || r.Period != list[0].Period
	})
}

// bearing returns the records that bear the number, of the places and times that the
// question names, and if named of its things too; each place, thing and time once.
func (d *deliberation) bearing(c query.FigureClause, named bool) ([]corpus.Record, error) {
	f := recordFilter{Audiences: d.asked.Audiences}
	if d.namesArea() {
		f.Areas = d.areas()
	}
	if named {
		for _, n := range d.q.Indicators {
			f.Indicators = append(f.Indicators, d.expand(n.IDs, query.Level)...)
		}
	}
	records, err := d.x.recordsOf(d.ctx, f)
	if err != nil {
		return nil, err
	}
	periods := d.q.MainPeriods()
	var out []corpus.Record
	for _, r := range newestFirst(records) {
		in := len(periods) == 0 || slices.ContainsFunc(periods, func(p corpus.Period) bool { return p == r.Period || p.Contains(r.Period) })
		same := slices.ContainsFunc(out, func(o corpus.Record) bool {
			return o.Indicator == r.Indicator && o.Area == r.Area && o.Period == r.Period && o.Source.ID == r.Source.ID
		})
		counted := c.Quantity.Unit != "" || strings.Contains(foldedWords(d.answer.Question), foldedWords(r.Unit)) || foldedWords(r.Unit) == " "
		if in && !same && counted && measureBearing(r, c) != "" && len(out) < mostBearing {
			out = append(out, r)
		}
	}
	return out, nil
}

// newestFirst orders records by the day on which their sources came out.
func newestFirst(records []corpus.Record) []corpus.Record {
	out := slices.Clone(records)
	slices.SortStableFunc(out, func(a, b corpus.Record) int { return strings.Compare(b.Source.Date, a.Source.Date) })
	return out
}

// measureBearing returns as what a record bears the number: its level, its change or
// its share of the plan; empty if it does not.
func measureBearing(r corpus.Record, c query.FigureClause) query.Measure {
	v := *c.Quantity.Value
	percent := strings.HasPrefix(c.Quantity.Unit, "%")
	switch {
	case r.Value != nil && sameAmount(*r.Value, r.Unit, v, c.Quantity.Unit):
		return query.Level
	case percent && r.Change != nil && strings.HasPrefix(r.Change.Unit, "%") && closeTo(math.Abs(r.Change.Value), v):
		return query.Change
	case percent && r.PlanPct != nil && closeTo(*r.PlanPct, v):
		return query.PlanPct
	}
	return ""
}

// sameAmount reports whether two amounts are one, whatever the scale of their units: a
// bare "tỷ" is one of money, and what is divided by may be left out.
func sameAmount(a float64, unit string, b float64, said string) bool {
	if said == "" {
		return closeTo(a, b)
	}
	switch said {
	case "tỷ", "triệu", "nghìn tỷ", "nghìn":
		said += " đồng"
	}
	whole, _, _ := strings.Cut(unit, "/")
	base, _, _ := strings.Cut(said, "/")
	x, fx, okX := corpus.UnitOf(whole)
	y, fy, okY := corpus.UnitOf(base)
	if !okX || !okY || x == corpus.Counted || y == corpus.Counted {
		return whole == base && closeTo(a, b)
	}
	return x == y && closeTo(a*fx, b*fy)
}

func closeTo(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Max(math.Abs(a), 1) }

// showBearing shows the one record that bears the number, beside what else was
// published for the same.
func (d *deliberation) showBearing(r corpus.Record, c query.FigureClause) error {
	m := measureBearing(r, c)
	d.q.Measure, d.q.Left, d.q.Unit, d.q.Counted = m, nil, "", false
	w := want{ids: d.expand([]string{r.Indicator}, m), areas: []string{r.Area}, period: r.Period, measure: m, several: true}
	if r.Status == corpus.Target {
		w.status = []corpus.Status{corpus.Target}
	}
	f, err := d.find(w)
	if err != nil {
		return err
	}
	var others []corpus.Record
	if f.lead != nil {
		for _, o := range append([]corpus.Record{*f.lead}, f.variants...) {
			if o.Source.ID != r.Source.ID || o.Name != r.Name || !sameNumber(o.Value, r.Value) {
				others = append(others, o)
			}
		}
	}
	d.show(finding{lead: &r, variants: others}, "")
	return nil
}
