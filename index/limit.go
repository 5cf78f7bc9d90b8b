package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// limited answers which years keep a limit ("năm nào vượt 3.000 tỷ") and which
// indicators do ("chỉ tiêu nào tăng trên 10%"). It reports false for any other
// question.
func (d *deliberation) limited() (bool, error) {
	if d.q.Limit == nil {
		return false, nil
	}
	d.dropLeft(limitWords)
	switch {
	case d.q.WhichYear && len(d.q.Indicators) == 1 && len(d.q.Areas) < 2 && !d.unsureOfPlace():
		return d.yearsWithin()
	case d.q.Intent == query.ListOf && len(d.q.Indicators) == 0 && len(d.q.Left) == 0 && len(d.q.Areas) < 2 && !d.unsureOfPlace():
		return d.indicatorsWithin()
	}
	return false, nil
}

// limitWords are the folded words of movement before a limit, which it accounts
// for: "xuống dưới 2%".
var limitWords = []string{"xuong", "len", "lan dau", "bat dau", "da", "con", "thi"}

// dropLeft takes runs that are just those words from what is left over.
func (d *deliberation) dropLeft(words []string) {
	d.q.Left = slices.DeleteFunc(slices.Clone(d.q.Left), func(l query.Left) bool {
		return slices.Contains(words, strings.Join(l.Words(), " "))
	})
}

// yearsWithin names the years whose figures keep the limit.
func (d *deliberation) yearsWithin() (bool, error) {
	d.q.Measure = query.Level
	if d.limitsGrowth() {
		d.q.Measure = query.Change
	}
	leads, variants, err := d.seriesHereOrAround()
	if err != nil || len(leads) == 0 {
		return false, err
	}
	var kept []corpus.Record
	for _, r := range leads {
		if d.within(r) {
			kept = append(kept, r)
		}
	}
	said := sayWithin(kept, leads, d.limitText(), d.q.Measure)
	shown := kept
	if len(kept) == 0 {
		shown = leads
	}
	var others []corpus.Record
	for _, v := range variants {
		if hasPeriod(shown, v.Period) {
			others = append(others, v)
		}
	}
	d.answer.Variants, d.adding = others, true
	d.compared(shown, "")
	d.answer.Text = said + "\n" + d.answer.Text
	d.openWithFallback()
	d.step("judge", "the years that keep the limit")
	return true, nil
}

func hasPeriod(list []corpus.Record, p corpus.Period) bool {
	for _, r := range list {
		if r.Period == p {
			return true
		}
	}
	return false
}

// limitsGrowth reports whether the limit is one of growth: per cent, of what is
// not counted in per cent.
func (d *deliberation) limitsGrowth() bool {
	if !strings.HasPrefix(d.q.Limit.Unit, "%") {
		return false
	}
	text := d.said()
	return containsAny(text, []string{" tang ", " giam ", " tang truong "})
}

// within reports whether the number asked for of a record keeps the limit. A
// record that gives only about or at least how much keeps none.
func (d *deliberation) within(r corpus.Record) bool {
	if d.q.Measure == query.Change {
		return r.Change != nil && r.Change.Unit == "%" && d.q.Limit.Meets(d.movedBy(*r.Change), "%")
	}
	return r.Value != nil && r.Bound == "" && d.q.Limit.Meets(*r.Value, r.Unit)
}

// movedBy returns the size of a movement in the direction that is asked after.
func (d *deliberation) movedBy(c corpus.Change) float64 {
	if text := d.said(); strings.Contains(text, " giam ") && !strings.Contains(text, " tang ") {
		return -c.Value
	}
	return c.Value
}

// limitText returns the limit as the question has it, with the movement that it
// is of.
func (d *deliberation) limitText() string {
	text := strings.TrimSpace(restored(d.q.Limit.Text))
	if d.q.Measure != query.Change || strings.Contains(foldedWords(text), " tang ") {
		return text
	}
	if d.movedBy(corpus.Change{Value: 1}) < 0 {
		return "giảm " + text
	}
	return "tăng " + text
}

// indicatorsWithin lists the indicators of an area and period whose growth, or
// whose level in the unit of the limit, keeps it.
func (d *deliberation) indicatorsWithin() (bool, error) {
	records, err := d.x.recordsOf(d.ctx, recordFilter{Areas: d.areas(), Audiences: d.asked.Audiences})
	if err != nil {
		return false, err
	}
	d.q.Measure = query.Level
	if d.limitsGrowth() {
		d.q.Measure = query.Change
	}
	records = filter(records, func(r corpus.Record) bool {
		return statusFits(r, d.q.Statuses) && stands(r.Status, d.q.Statuses) && measures(r, d.q.Measure) && (d.q.Measure != query.Change || d.against(r))
	})
	p := d.growthPeriod(records)
	if p.IsZero() {
		return false, nil
	}
	kept := filter(d.leads(filter(records, func(r corpus.Record) bool { return r.Period == p })), d.within)
	where := strings.Join(d.areas(), ", ")
	d.step("judge", "the indicators that keep the limit")
	if len(kept) == 0 {
		d.answer.Text = sayNoneWithin(d.limitText(), where, p)
		return true, nil
	}
	d.answer.Kind, d.answer.Records = List, kept
	lines := []string{sayListedWithin(d.limitText(), where, p)}
	for _, r := range kept[:min(len(kept), maxListed)] {
		lines = append(lines, "• "+r.Name+": "+sayMeasure(r, d.q.Measure))
	}
	d.answer.Text = strings.Join(lines, "\n") + sayRest(len(kept)-maxListed) + "\n" + strings.Join(saySources(kept), "\n")
	return true, nil
}
