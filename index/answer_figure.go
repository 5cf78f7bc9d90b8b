package index

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// figure answers what one figure answers: a value, a growth, a share of the
// plan, a target.
func (d *deliberation) figure() error {
	if d.movedBetween() {
		return d.compare()
	}
	if d.contradictory() || d.unknownPlace() || d.vague() {
		return nil
	}
	if done, err := d.severalPlaces(); done || err != nil {
		return err
	}
	w := d.want()
	if d.q.Wish && len(w.status) == 0 {
		wished := w
		wished.status = []corpus.Status{corpus.Target}
		if f, err := d.find(wished); err != nil || f.lead != nil && !w.period.IsZero() {
			d.step("judge", "the target itself is asked for")
			d.showIf(f)
			return err
		}
	}
	f, err := d.findPlainly(w)
	if err != nil {
		return err
	}
	if f.lead == nil {
		if done, err := d.instead(w, &f); done || err != nil {
			return err
		}
	}
	switch {
	case f.lead != nil:
		d.show(f, "")
		return nil
	case f.why == refuseStatus && len(w.status) == 0:
		return d.figureOfTarget(w, f)
	case (f.why == refuseArea || f.why == refusePeriod) && !d.namesArea() && !d.datesSource(w):
		return d.figureElsewhere(w, f)
	case d.q.Measure == query.Change && len(d.comparedPeriods()) == 2:
		return d.compare()
	}
	if done, err := d.ofSourceThen(w); done || err != nil {
		return err
	}
	d.refuse(f)
	return nil
}

// instead looks for what answers where the very figure was not published: those of
// each year of a stretch, two levels for a growth, or the figure of a year that
// holds on the day asked for, which is put in f.
func (d *deliberation) instead(w want, f *finding) (bool, error) {
	if done, err := d.eachYear(w); done || err != nil {
		return done, err
	}
	if done, err := d.acrossSpan(w); done || err != nil {
		return done, err
	}
	if done, err := d.fromLevels(w, *f); done || err != nil {
		return done, err
	}
	if w.period.Kind != corpus.Day || f.why != refusePeriod {
		return false, nil
	}
	g, err := d.onDay(w)
	if g.lead != nil {
		*f = g
	}
	return false, err
}

// eachYear shows the figures of each year of a stretch for which no one figure
// was published; false where a year lacks one.
func (d *deliberation) eachYear(w want) (bool, error) {
	p := w.period
	if p.Kind != corpus.Span || w.measure != query.Level || len(d.q.MainPeriods()) != 1 {
		return false, nil
	}
	leads, variants, err := d.series(w)
	if err != nil || len(leads) != p.End-p.Year+1 || leads[0].Period.Kind != corpus.Year {
		return false, err
	}
	d.step("judge", "no figure of the stretch as a whole; those of its years")
	d.answer.Variants = variants
	d.compared(leads, "")
	d.answer.Text = "Tôi chưa có số chung của " + SayPeriod(p) + ". Số từng năm:\n" + d.answer.Text
	return true, nil
}

// movedBetween reports whether the question asks how much something moved from
// one of two years to the other: "hộ nghèo 2019 2020 giảm bao nhiêu".
func (d *deliberation) movedBetween() bool {
	p := d.q.MainPeriods()
	return d.q.Measure == query.Change && len(p) == 2 && p[0].Kind == p[1].Kind && p[0] != p[1] && len(d.q.Areas) < 2
}

// vague refuses a question about a time that no record can speak of.
func (d *deliberation) vague() bool {
	if !d.q.Vague() {
		return false
	}
	d.step("judge", "no record speaks of such a time")
	d.answer.Text = d.sayRefusal(refusePeriod)
	return true
}

// findPlainly looks for the figure. Where a question that names no measure asks
// for a level and none was published, the growth or the share of the plan that
// was published instead answers, and the first line says which it is.
func (d *deliberation) findPlainly(w want) (finding, error) {
	f, err := d.find(w)
	d.step("find", describe(w, f))
	if err != nil || f.why != refuseMeasure || w.measure != query.Level || d.q.Unit != "" && d.q.Unit != "%" || d.q.Counted {
		return f, err
	}
	for _, m := range []query.Measure{query.Change, query.PlanPct} {
		other := w
		other.measure = m
		g, err := d.find(other)
		if err != nil {
			return f, err
		}
		if g.lead != nil {
			d.step("judge", "no level was published, only "+string(m))
			d.q.Measure = m
			return g, nil
		}
	}
	return f, nil
}

// severalPlaces answers a question whose place may be several: by the only one
// that has a figure, else by asking back.
func (d *deliberation) severalPlaces() (bool, error) {
	if len(d.q.Areas) != 1 || len(d.q.Areas[0].Names) < 2 {
		return false, nil
	}
	var able []string
	for _, name := range d.q.Areas[0].Names {
		w := d.want()
		w.areas = []string{name}
		f, err := d.find(w)
		if err != nil {
			return false, err
		}
		if f.lead != nil {
			able = append(able, name)
		}
	}
	if len(able) == 1 {
		d.q.Areas[0].Names = able
	}
	if len(able) < 2 {
		return false, nil
	}
	d.answer.Kind = Clarify
	for _, name := range able {
		d.suggest(strings.TrimSpace(d.indicatorText() + " " + name + " " + d.periodText()))
	}
	d.answer.Text = sayClarify("“"+d.q.Areas[0].Text+"” có thể là nhiều nơi", d.answer.Suggestions)
	d.step("judge", "several places have a figure")
	return true, nil
}

func (d *deliberation) periodText() string {
	var parts []string
	for _, p := range d.q.MainPeriods() {
		parts = append(parts, SayPeriod(p))
	}
	return strings.Join(parts, " ")
}

// want makes the figure looked for out of the parse.
func (d *deliberation) want() want {
	w := want{measure: d.q.Measure, status: d.q.Statuses, left: d.q.Left, areas: d.areas()}
	for _, n := range d.q.Indicators {
		w.ids = append(w.ids, n.IDs...)
	}
	w.ids = d.expand(w.ids, w.measure)
	if p := d.q.MainPeriods(); len(p) > 0 {
		w.period = p[0]
	}
	return w
}

func (d *deliberation) namesArea() bool { return len(d.q.Areas) > 0 }

// areas returns the areas asked about: those named, or the home area.
func (d *deliberation) areas() []string {
	if !d.namesArea() {
		return []string{d.asked.Home}
	}
	return d.q.Areas[0].Names
}

// contradictory answers a question that names two periods or two indicators
// without a word that joins them: each is offered.
func (d *deliberation) contradictory() bool {
	periods := d.q.MainPeriods()
	if len(d.q.Areas) > 1 {
		return d.severalAreas()
	}
	if len(periods) < 2 {
		return false
	}
	d.answer.Kind = Clarify
	for _, p := range periods {
		d.suggest(fmt.Sprintf("%s %s", d.subject(), SayPeriod(p)))
	}
	d.answer.Text = sayClarify("Câu hỏi nêu nhiều thời gian khác nhau", d.answer.Suggestions)
	d.step("judge", "several periods, nothing joins them")
	return true
}

// severalAreas asks back which of the places named is meant.
func (d *deliberation) severalAreas() bool {
	d.answer.Kind = Clarify
	for _, a := range d.q.Areas {
		d.suggest(strings.TrimSpace(joinNames(d.indicatorText(), a.Text) + " " + d.periodText()))
	}
	d.answer.Text = sayClarify("Câu hỏi nêu nhiều nơi khác nhau", d.answer.Suggestions)
	d.step("judge", "several places, nothing joins them")
	return true
}

// joinNames writes an indicator and a place, without a word that ends the one and
// begins the other: "thu ngân sách phường", "phường Thống Nhất".
func joinNames(indicator, place string) string {
	first, _, _ := strings.Cut(place, " ")
	if first != "" && strings.HasSuffix(strings.ToLower(indicator), " "+strings.ToLower(first)) {
		indicator = indicator[:len(indicator)-len(first)-1]
	}
	return strings.TrimSpace(indicator + " " + place)
}

// subject returns the words that named the indicators and areas.
func (d *deliberation) subject() string {
	parts := []string{d.indicatorText()}
	for _, n := range d.q.Areas {
		parts = append(parts, d.areaText(n))
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// unknownPlace refuses a question about a place that the table lacks.
func (d *deliberation) unknownPlace() bool {
	for _, a := range d.q.Areas {
		if len(a.Names) == 0 {
			d.answer.Text = fmt.Sprintf("Tôi chưa có số liệu của %s.", a.Text)
			d.step("judge", "a place that the table of areas lacks: "+a.Text)
			return true
		}
	}
	return false
}

// figureOfTarget answers a question that names no status with the target, where
// nothing else was published; the first line says so.
func (d *deliberation) figureOfTarget(w want, before finding) error {
	w.status = []corpus.Status{corpus.Target}
	f, err := d.find(w)
	if err != nil {
		return err
	}
	if f.lead == nil || w.period.IsZero() {
		d.refuse(before)
		return nil
	}
	d.step("judge", "only a target was published")
	d.show(f, "")
	return nil
}

// figureElsewhere answers a question that names no area with the figure of the
// area around the home area, and says so.
func (d *deliberation) figureElsewhere(w want, before finding) error {
	for _, area := range d.around() {
		w.areas = []string{area}
		f, err := d.findPlainly(w)
		if err != nil {
			return err
		}
		if f.lead == nil {
			continue
		}
		d.step("judge", "only "+area+" has it")
		d.show(f, sayOtherArea(d.asked.Home, area))
		return nil
	}
	d.refuse(before)
	return nil
}

// around returns the areas that the home area lies in, the nearest first,
// without the country.
func (d *deliberation) around() []string {
	var out []string
	name := d.asked.Home
	for range 6 {
		i := slices.IndexFunc(d.tables.Areas, func(a corpus.Area) bool { return a.Name == name })
		if i < 0 {
			break
		}
		name = d.tables.Areas[i].Parent
		if j := slices.IndexFunc(d.tables.Areas, func(a corpus.Area) bool { return a.Name == name }); j < 0 || d.tables.Areas[j].Level == "country" {
			break
		}
		out = append(out, name)
	}
	return out
}

func (d *deliberation) showIf(f finding) {
	if f.lead != nil {
		d.show(f, "")
	}
}

// parts returns the parts of a whole that the source of the leading record gives
// in per cent ("cơ cấu kinh tế"), and what other sources give; nil if it gives
// that one alone.
func parts(f finding) (of, others []corpus.Record) {
	of = []corpus.Record{*f.lead}
	for _, r := range f.variants {
		if r.Source.ID == f.lead.Source.ID && r.Indicator != f.lead.Indicator && r.Unit == f.lead.Unit {
			of = append(of, r)
			continue
		}
		others = append(others, r)
	}
	if len(of) < 2 || !strings.HasPrefix(f.lead.Unit, "%") {
		return nil, nil
	}
	return of, others
}

// show gives a figure with its variants.
func (d *deliberation) show(f finding, fallback string) {
	a := &d.answer
	if of, others := parts(f); d.q.Measure == query.Level && of != nil {
		a.Kind, a.Fallback, a.Records, a.Variants = List, fallback, of, others
		a.Text = sayParts(of, others, fallback)
		return
	}
	a.Kind, a.Fallback = Figure, fallback
	a.Records, a.Variants = []corpus.Record{*f.lead}, f.variants
	a.Text = sayFigure(*f.lead, f.variants, d.q.Measure, fallback)
}

func describe(w want, f finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s in %s at %q, %s", strings.Join(w.ids, "|"), strings.Join(w.areas, "|"), w.period.String(), w.measure)
	if f.lead == nil {
		fmt.Fprintf(&b, ": %s", f.why)
	} else {
		fmt.Fprintf(&b, ": %s of %s, %d variants", f.lead.Name, f.lead.Source.ID, len(f.variants))
	}
	return b.String()
}

// datesSource reports whether the month or day named is that of a source: "theo báo
// cáo tháng 12/2021".
func (d *deliberation) datesSource(w want) bool {
	return d.q.Sourced && (w.period.Kind == corpus.Month || w.period.Kind == corpus.Day)
}

// ofSourceThen answers with the figure that a source of the month or day named
// tells of its own year. It reports false where there is none.
func (d *deliberation) ofSourceThen(w want) (bool, error) {
	if !d.datesSource(w) {
		return false, nil
	}
	from := w.period
	w.period = corpus.YearOf(from.Year)
	all, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: w.ids, Areas: w.areas, Audiences: d.asked.Audiences})
	if err != nil || len(w.ids) == 0 {
		return false, err
	}
	kept := filter(all, func(r corpus.Record) bool {
		at, err := corpus.ParsePeriod(r.Source.Date)
		return err == nil && !at.First().Before(from.First()) && at.First().Before(from.After())
	})
	for _, sieve := range d.sieves(w) {
		kept = filter(kept, sieve.keep)
	}
	if len(kept) == 0 {
		return false, nil
	}
	d.step("judge", "the month is that of the source")
	d.show(d.lead(kept, w), "")
	return true, nil
}
