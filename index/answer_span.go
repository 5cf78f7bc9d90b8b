package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// meanWords are folded words for a growth a year, which two levels do not tell as
// sources do.
var meanWords = []string{" binh quan ", " moi nam ", " hang nam ", " mot nam ", " 1 nam ", " trung binh "}

// acrossSpan answers how much something moved over a stretch of years, where no
// source tells that, from the levels of its first and last year. False where one is
// missing, and for what has a growth of its own ("GRDP" at constant prices).
func (d *deliberation) acrossSpan(w want) (bool, error) {
	p := w.period
	if p.Kind != corpus.Span || w.measure != query.Change || len(d.q.Periods) != 1 || len(d.q.Indicators) != 1 || len(d.q.Areas) > 1 || d.q.Extremal || d.growsApart(w.ids) {
		return false, nil
	}
	if containsAny(d.withoutName(), meanWords) {
		return false, nil
	}
	w.measure = query.Level
	found := make([]corpus.Record, 0, 2)
	for _, year := range []int{p.Year, p.End} {
		w.period = corpus.YearOf(year)
		level, err := d.find(w)
		if err != nil || level.lead == nil {
			d.answer.Variants = nil
			return false, err
		}
		found = append(found, *level.lead)
		d.answer.Variants = append(d.answer.Variants, level.variants...)
	}
	d.alignScopes(found)
	d.step("judge", "no movement over the stretch was published; its first and last year")
	d.q.Measure = query.Level
	d.compared(found, "")
	return true, nil
}

// growsApart reports whether the growth of one of the indicators is that of another.
func (d *deliberation) growsApart(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		ind, _ := d.indicator(id)
		return len(ind.Growth) > 0
	})
}

// withoutName returns the folded words of the question but for those that name the
// indicator: "thu nhập bình quân" is no mean over years.
func (d *deliberation) withoutName() string {
	said := d.said()
	for _, n := range d.q.Indicators {
		said = strings.Replace(said, foldedWords(n.Text), " ", 1)
	}
	return said
}
