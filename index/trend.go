package index

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// series returns the leading record of each period of the longest run of one
// kind of period, and every other published value as a variant.
func (d *deliberation) series(w want) (leads, variants []corpus.Record, err error) {
	all, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: w.ids, Areas: w.areas, Audiences: d.asked.Audiences})
	if err != nil || len(w.ids) == 0 {
		return nil, nil, err
	}
	from, to := d.window()
	kind := d.seriesKind(all, w)
	if d.yearsOnly() {
		kind = corpus.Year
	}
	kept := filter(all, func(r corpus.Record) bool {
		return stands(r.Status, w.status) && measures(r, w.measure) && d.accountsFor(r, w.left) && d.isAllOf(r, w) &&
			(w.measure != query.Change || d.against(r)) && r.Period.Kind == kind && r.Period.Year >= from && r.Period.Year <= to
	})
	byPeriod := map[corpus.Period][]corpus.Record{}
	var periods []corpus.Period
	for _, r := range kept {
		if byPeriod[r.Period] == nil {
			periods = append(periods, r.Period)
		}
		byPeriod[r.Period] = append(byPeriod[r.Period], r)
	}
	slices.SortFunc(periods, corpus.Period.Compare)
	id := d.fullestIndicator(byPeriod, w)
	for _, p := range periods {
		f := d.lead(byPeriod[p], w)
		lead := *f.lead
		rest := f.variants
		if i := slices.IndexFunc(rest, func(r corpus.Record) bool { return r.Indicator == id }); lead.Indicator != id && i >= 0 {
			lead, rest[i] = rest[i], lead
		}
		leads, variants = append(leads, lead), append(variants, rest...)
	}
	return leads, variants, nil
}

// yearsOnly reports whether the year of something is asked for, so that a stretch
// of years is no answer.
func (d *deliberation) yearsOnly() bool {
	return d.q.Extremal && strings.Contains(d.said(), " nam nao ")
}

// fullestIndicator returns the one that has figures for most periods, so that a
// series does not hop between readings; on a tie the likelier.
func (d *deliberation) fullestIndicator(byPeriod map[corpus.Period][]corpus.Record, w want) string {
	best, most := "", 0
	for _, id := range w.ids {
		n := 0
		for _, list := range byPeriod {
			if slices.ContainsFunc(list, func(r corpus.Record) bool { return r.Indicator == id }) {
				n++
			}
		}
		if n > most {
			best, most = id, n
		}
	}
	return best
}

// seriesKind is the kind of period that a series is made of: years, unless only
// others were published.
func (d *deliberation) seriesKind(all []corpus.Record, w want) corpus.PeriodKind {
	n := map[corpus.PeriodKind]int{}
	for _, r := range all {
		if measures(r, w.measure) {
			n[r.Period.Kind]++
		}
	}
	if n[corpus.Year] > 0 {
		return corpus.Year
	}
	best := corpus.Year
	for k, c := range n {
		if c > n[best] || c == n[best] && k < best {
			best = k
		}
	}
	return best
}

// window returns the first and last year asked about.
func (d *deliberation) window() (from, to int) {
	from, to = 0, 9999
	for _, n := range d.q.Periods {
		switch {
		case n.Open || n.IsZero():
		case n.Role == query.From:
			from = n.Year
		case n.Role == query.To:
			to = n.Year
		case n.Kind == corpus.Span:
			from, to = n.Year, n.End
		}
	}
	return from, to
}

// trend shows the figures of a stretch of time.
func (d *deliberation) trend() error {
	if d.unknownPlace() {
		return nil
	}
	d.dropLeft([]string{"len", "xuong"}) // "lên hay xuống"
	leads, variants, err := d.seriesAsked()
	if err != nil {
		return err
	}
	d.step("find", fmt.Sprintf("a series of %d", len(leads)))
	if len(leads) < 2 && d.q.Range && len(d.q.MainPeriods()) == 0 {
		d.refuse(finding{near: leads, why: refusePeriod})
		return nil
	}
	if len(leads) < 2 {
		return d.figure()
	}
	d.answer.Variants = variants
	d.compared(leads, "")
	d.openWithFallback()
	return nil
}

// seriesAsked takes the series. Asked how much something rose or fell between
// two years, it is one of levels, so that the difference can be told; else one of
// growths only where those were published.
func (d *deliberation) seriesAsked() (leads, variants []corpus.Record, err error) {
	if d.q.Measure != query.Change || !d.betweenYears() {
		return d.seriesHereOrAround()
	}
	d.q.Measure = query.Level
	if leads, variants, err = d.seriesHereOrAround(); err != nil || len(leads) > 1 {
		return leads, variants, err
	}
	d.q.Measure = query.Change
	return d.seriesHereOrAround()
}

// betweenYears reports whether a movement over several years as a whole is asked
// for: "giảm bao nhiêu từ 2019 đến 2020". A rate of growth is one of each year.
func (d *deliberation) betweenYears() bool {
	text := d.said()
	from, to := d.window()
	return from > 0 && to < 9999 && !strings.Contains(text, " toc do ") && !strings.Contains(text, " tang truong ")
}

// seriesHereOrAround takes the series of the area around the home area where
// no area was named and the home area has none.
func (d *deliberation) seriesHereOrAround() (leads, variants []corpus.Record, err error) {
	w := d.want()
	leads, variants, err = d.series(w)
	if err != nil || len(leads) > 0 || d.namesArea() {
		return leads, variants, err
	}
	for _, area := range d.around() {
		w.areas = []string{area}
		if leads, variants, err = d.series(w); err != nil || len(leads) > 0 {
			d.answer.Fallback = sayOtherArea(d.asked.Home, area)
			return leads, variants, err
		}
	}
	return nil, nil, nil
}

func (d *deliberation) openWithFallback() {
	if d.answer.Fallback != "" {
		d.answer.Text = d.answer.Fallback + ":\n" + d.answer.Text
	}
}

// extreme names the year, or the place, with the highest or lowest figure.
func (d *deliberation) extreme() error {
	if d.unknownPlace() {
		return nil
	}
	if d.q.PlaceLevel != "" || len(d.q.MainPeriods()) == 1 && d.q.MainPeriods()[0].Kind != corpus.Span {
		return d.extremePlace()
	}
	leads, variants, err := d.seriesHereOrAround()
	if err != nil {
		return err
	}
	if len(leads) < 2 {
		return d.figure()
	}
	d.answer.Variants = variants
	d.compared(leads, "")
	said := d.sayExtreme(leads)
	if d.q.BothEnds {
		d.q.Lowest = true
		said += "\n" + d.sayExtreme(leads)
	}
	d.answer.Text = said + "\n" + d.answer.Text
	d.openWithFallback()
	return nil
}

// falling reports whether the extreme of a fall is asked for, and growths tell it.
func (d *deliberation) falling() bool { return d.q.Falling && d.q.Measure == query.Change }

// fallen returns the records of what fell.
func fallen(list []corpus.Record) []corpus.Record {
	return filter(list, func(r corpus.Record) bool { return numberOf(r, query.Change) < 0 })
}

// ranked orders records by the number asked for, the one asked for first.
func (d *deliberation) ranked(list []corpus.Record) []corpus.Record {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b corpus.Record) int {
		x, y := numberOf(a, d.q.Measure), numberOf(b, d.q.Measure)
		switch {
		case x == y:
			return a.Period.Compare(b.Period)
		case x > y == d.q.Lowest:
			return 1
		}
		return -1
	})
	return list
}

// numberOf returns the number of a record that is asked for; of a range its
// lower end.
func numberOf(r corpus.Record, m query.Measure) float64 {
	switch {
	case m == query.Change && r.Change != nil:
		return r.Change.Value
	case m == query.PlanPct && r.PlanPct != nil:
		return *r.PlanPct
	case r.Value != nil:
		return *r.Value
	case r.Low != nil:
		return *r.Low
	case r.Change != nil:
		return r.Change.Value
	}
	return 0
}

func (d *deliberation) sayExtreme(leads []corpus.Record) string {
	word := sayExtremal(d.q.Lowest, d.falling())
	if d.falling() {
		if leads = fallen(leads); len(leads) == 0 {
			return "Không kỳ nào giảm trong các số đã công bố mà tôi có:"
		}
	}
	why := ""
	if d.q.Measure == query.Level {
		why = comparable(leads)
	}
	best := d.ranked(leads)[0]
	var at []string
	for _, r := range leads {
		if numberOf(r, d.q.Measure) == numberOf(best, d.q.Measure) {
			at = append(at, SayPeriod(r.Period))
		}
	}
	s := fmt.Sprintf("%s trong các kỳ có số liệu: %s (%s).", word, strings.Join(at, ", "), sayMeasure(best, d.q.Measure))
	if why != "" {
		s += " Lưu ý: các số không hoàn toàn cùng phạm vi."
	}
	return s
}

// extremePlace names the place with the highest or lowest figure of a period, or
// puts the places in order. Where no levels were published, but growths, these.
func (d *deliberation) extremePlace() error {
	found, near, err := d.placesOf(d.want())
	if err == nil && len(found) < 2 && d.q.Measure == query.Level && d.q.Unit == "" && d.q.Limit == nil {
		w := d.want()
		w.measure = query.Change
		var grown []corpus.Record
		if grown, _, err = d.placesOf(w); len(grown) > 1 {
			d.step("judge", "no levels were published, only growths")
			d.q.Measure, found = query.Change, grown
		}
	}
	if err != nil {
		return err
	}
	if d.q.Limit != nil && len(found) > 0 {
		return d.placesWithin(found)
	}
	if len(found) < 2 {
		d.refuse(finding{near: near, why: refuseNothing})
		d.answer.Text = "Tôi chưa có số liệu của nhiều nơi để so sánh." + saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
		return nil
	}
	if d.q.Top > 0 && !d.falling() {
		d.topPlaces(found)
		return nil
	}
	d.compared(found, "")
	if d.q.Ordered {
		d.answer.Text = d.sayPlaceOf(found) + sayOrdered(len(found), d.q.Lowest) + "\n" + d.answer.Text
		return nil
	}
	best := found
	if d.falling() {
		if best = fallen(found); len(best) == 0 {
			d.answer.Text = "Không nơi nào giảm trong các số đã công bố mà tôi có:\n" + d.answer.Text
			return nil
		}
	}
	said := sayTop(sayExtremal(d.q.Lowest, d.falling()), best[0], d.q.Measure)
	if d.q.BothEnds {
		said += "\n" + sayTop(sayExtremal(true, false), best[len(best)-1], d.q.Measure)
	}
	d.answer.Text = said + "\n" + d.answer.Text
	return nil
}

// placesOf returns the figure of each place for what is looked for, the one asked
// for first, and the records of the same indicators.
func (d *deliberation) placesOf(w want) (found, near []corpus.Record, err error) {
	all, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: w.ids, Audiences: d.asked.Audiences})
	if err != nil || len(w.ids) == 0 {
		return nil, all, err
	}
	found = filter(all, func(r corpus.Record) bool {
		return (w.period.IsZero() || r.Period == w.period) && stands(r.Status, w.status) && measures(r, w.measure) &&
			d.accountsFor(r, w.left) && d.isAllOf(r, w) && d.isPlace(r.Area)
	})
	if w.period.IsZero() && len(found) > 0 {
		found = newest(found)
	}
	measure := d.q.Measure
	d.q.Measure = w.measure
	found = d.ranked(d.onePerPlace(found, w))
	d.q.Measure = measure
	return found, all, nil
}

// placesWithin names the places whose figures keep the limit.
func (d *deliberation) placesWithin(found []corpus.Record) error {
	kept := filter(found, d.within)
	if len(kept) == 0 {
		d.answer.Text = sayNoPlaceWithin(d.limitText(), found[0])
		return nil
	}
	d.compared(kept, "")
	d.answer.Text = sayPlacesWithin(d.limitText(), kept) + "\n" + d.answer.Text
	return nil
}

// onePerPlace keeps the leading record of each place.
func (d *deliberation) onePerPlace(list []corpus.Record, w want) []corpus.Record {
	groups := map[string][]corpus.Record{}
	var order []string
	for _, r := range list {
		if groups[r.Area] == nil {
			order = append(order, r.Area)
		}
		groups[r.Area] = append(groups[r.Area], r)
	}
	var out []corpus.Record
	for _, area := range order {
		out = append(out, *d.lead(groups[area], w).lead)
	}
	return out
}

// isPlace keeps places of the level asked about; without one, those below a
// province.
func (d *deliberation) isPlace(area string) bool {
	i := slices.IndexFunc(d.tables.Areas, func(a corpus.Area) bool { return a.Name == area })
	if i < 0 {
		return false
	}
	level := d.tables.Areas[i].Level
	if d.q.PlaceLevel != "" {
		return level == d.q.PlaceLevel
	}
	return level != "province" && level != "country"
}
