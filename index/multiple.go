package index

import (
	"math"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// multiple answers how many times one figure is another: by the growth that a
// source tells against that year, else from two figures of one scope. It reports
// false for any other question.
func (d *deliberation) multiple() (bool, error) {
	if !d.q.Multiple || len(d.q.Indicators) != 1 || d.unsureOfPlace() {
		return false, nil
	}
	d.q.Unit, d.q.Counted = "", false
	if len(d.q.Areas) < 2 {
		if done, err := d.timesGrown(); done || err != nil {
			return done, err
		}
	}
	if len(d.q.Areas) < 2 && len(d.comparedPeriods()) != 2 {
		return false, nil
	}
	d.q.Measure = query.Level
	if err := d.compare(); err != nil {
		return true, err
	}
	r := d.answer.Records
	if d.answer.Kind != Comparison || len(r) != 2 || comparable(r) != "" || *r[0].Value <= 0 || *r[1].Value <= 0 {
		return true, nil
	}
	part, whole := r[0], r[1]
	if len(d.q.Areas) > 1 {
		part, whole = r[1], r[0]
	}
	d.answer.Text = sayTimes(part, whole) + "\n" + d.answer.Text
	d.step("judge", "the multiple is computed")
	return true, nil
}

// timesGrown answers with a growth in per cent that was published against the
// year asked about, written as a multiple as well.
func (d *deliberation) timesGrown() (bool, error) {
	d.baseLast()
	w := d.want()
	w.measure = query.Change
	if _, ok := d.q.Base(); !ok {
		return false, nil
	}
	w.ids = d.expand(w.ids, query.Change)
	f, err := d.find(w)
	if err != nil || f.lead == nil || f.lead.Change == nil || f.lead.Change.Unit != "%" {
		return false, err
	}
	d.q.Measure = query.Change
	d.show(f, "")
	base, _ := d.q.Base()
	d.answer.Text = viet.Capital(sayTimesGrown(*f.lead.Change, SayPeriod(base))) + ": " + viet.Uncapital(d.answer.Text)
	return true, nil
}

// baseLast takes the second of two years that nothing joins for what the first is
// a multiple of: "năm 2023 gấp mấy lần 2015".
func (d *deliberation) baseLast() {
	p := d.q.MainPeriods()
	if _, ok := d.q.Base(); ok || len(p) != 2 || d.q.Range {
		return
	}
	d.q.Periods = slices.Clone(d.q.Periods)
	for i := range d.q.Periods {
		if d.q.Periods[i].Role == query.Main && d.q.Periods[i].Period == p[1] {
			d.q.Periods[i].Role = query.Base
		}
	}
}

// yearly answers what something grew by a year on average over a stretch for
// which no source tells it, from the figures of its first and last year. It
// reports false for any other question.
func (d *deliberation) yearly() (bool, error) {
	from, to := d.window()
	text := d.said()
	if len(d.q.Indicators) != 1 || len(d.q.Areas) > 1 || d.unsureOfPlace() || from == 0 || to == 9999 || from >= to ||
		!(strings.Contains(text, " tang ") || strings.Contains(text, " giam ")) || !containsAny(text, []string{" binh quan ", " moi nam ", " hang nam ", " trung binh "}) {
		return false, nil
	}
	d.dropLeft([]string{"binh quan", "trung binh", "binh quan moi nam", "binh quan nam"})
	w := d.want()
	w.period, w.measure = corpus.Period{Kind: corpus.Span, Year: from, End: to}, query.Change
	if f, err := d.find(w); err != nil || f.lead != nil {
		return false, err
	}
	w.measure = query.Level
	if f, err := d.find(w); err != nil || f.lead != nil {
		return false, err
	}
	first, last, err := d.ends(from, to)
	if err != nil || first == nil || last == nil {
		return false, err
	}
	d.answer.Variants = nil
	d.q.Measure, d.q.Per = query.Level, nil
	d.compared([]corpus.Record{*first, *last}, "")
	rate := (math.Pow(*last.Value / *first.Value, 1/float64(to-from)) - 1) * 100
	d.answer.Text = sayYearly(*first, *last, rate) + "\n" + d.answer.Text
	d.step("judge", "the average growth is computed")
	return true, nil
}

// ends returns the figures of the first and last year of a stretch, where they may
// be set against each other; nil otherwise.
func (d *deliberation) ends(from, to int) (first, last *corpus.Record, err error) {
	per := d.q.Per
	d.q.Per = nil
	defer func() { d.q.Per = per }()
	w := d.want()
	w.measure = query.Level
	var found []corpus.Record
	for _, y := range []int{from, to} {
		w.period = corpus.YearOf(y)
		f, err := d.find(w)
		if err != nil || f.lead == nil {
			return nil, nil, err
		}
		found = append(found, *f.lead)
		d.answer.Variants = append(d.answer.Variants, f.variants...)
	}
	d.alignScopes(found)
	if comparable(found) != "" || !d.growsYearly(found[0]) || *found[0].Value <= 0 || *found[1].Value <= 0 {
		return nil, nil, nil
	}
	return &found[0], &found[1], nil
}

// growsYearly reports whether an average growth of what a record measures means
// something: of what accumulates over a year, and of averages and people. At
// current prices it is another growth than the one that is meant without a word of
// prices.
func (d *deliberation) growsYearly(r corpus.Record) bool {
	name := foldedWords(r.Name + " " + d.nameOf(r.Indicator))
	if strings.HasPrefix(r.Unit, "%") || strings.Contains(name, " hien hanh ") && !strings.Contains(d.said(), " hien hanh ") {
		return false
	}
	return d.accumulates(r) || strings.Contains(name, " binh quan ") || strings.HasPrefix(strings.TrimSpace(name), "dan so")
}
