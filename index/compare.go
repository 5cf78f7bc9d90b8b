package index

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// compare puts figures side by side: of several periods, areas or indicators.
func (d *deliberation) compare() error {
	if d.unknownPlace() {
		return nil
	}
	d.settleCompared()
	wants := d.wants()
	if len(wants) < 2 {
		return d.figure()
	}
	if d.vague() {
		return nil
	}
	if grown, err := d.growthOfEach(); grown || err != nil {
		return err
	}
	found, near, missing, err := d.findEach(wants)
	if err != nil {
		return err
	}
	if len(found) < 2 && !(len(found) == 1 && d.q.Listed) {
		d.notEnough(found, near, missing)
		return nil
	}
	d.alignScopes(found)
	d.compared(found, d.sayMissing(missing))
	return nil
}

// findEach finds the figures that are compared. Where no level of any was
// published, but the growth of each, the growths are.
func (d *deliberation) findEach(wants []want) (found, near []corpus.Record, missing []want, err error) {
	aimed := 0
	for _, w := range wants {
		f, err := d.find(w)
		if err != nil {
			return nil, nil, nil, err
		}
		if f.why == refuseStatus && len(w.status) == 0 {
			aimed++
		}
		d.step("find", describe(w, f))
		if base, ok := d.q.Base(); f.lead == nil && ok && w.period == base && len(w.status) > 0 {
			w.status = nil // what a target is compared with was reached
			if f, err = d.find(w); err != nil {
				return nil, nil, nil, err
			}
		}
		if f.lead == nil {
			missing, near = append(missing, w), append(near, f.near...)
			continue
		}
		found = append(found, *f.lead)
		d.answer.Variants = append(d.answer.Variants, f.variants...)
	}
	if aimed == len(wants) {
		d.step("judge", "targets are all that was published")
		for i := range wants {
			wants[i].status = []corpus.Status{corpus.Target}
		}
		return d.findEach(wants)
	}
	if len(found) > 0 || wants[0].measure != query.Level || d.q.Unit != "" && d.q.Unit != "%" || d.q.Counted {
		return found, near, missing, nil
	}
	for i := range wants {
		wants[i].measure = query.Change
		f, err := d.find(wants[i])
		if err != nil || f.lead == nil {
			return nil, near, missing, err
		}
		found = append(found, *f.lead)
	}
	d.step("judge", "no level was published, only growths")
	d.q.Measure, d.answer.Variants = query.Change, nil
	return found, nil, nil, nil
}

// wants makes one figure to look for out of each thing that is compared.
func (d *deliberation) wants() []want {
	base := d.want()
	if base.measure == query.Change && len(d.q.Periods) > 1 {
		base.measure = query.Level
	}
	base.several = true
	if paired := d.pairs(base); paired != nil {
		return paired
	}
	periods := d.comparedPeriods()
	if len(periods) == 1 && periods[0].IsZero() && len(d.q.Areas) > 1 {
		periods[0] = d.newestOfAll(base)
	}
	var out []want
	for _, ids := range d.indicatorSets(base) {
		for _, areas := range d.areaSets() {
			for _, p := range periods {
				w := base
				w.ids, w.areas, w.period, w.status = ids, areas, p, d.statusesAt(p, base.status)
				out = append(out, w)
			}
		}
	}
	return out
}

// pairs reads "A năm 2020 so với B năm 2021" as two figures, not four: each
// place, or each indicator, is followed by the period that belongs to it. Nil
// where the question is not made so.
func (d *deliberation) pairs(base want) []want {
	var named []want
	var at []string
	switch sets := d.indicatorSets(base); {
	case len(d.q.Areas) > 1 && len(sets) == 1:
		for _, a := range d.q.Areas {
			named, at = append(named, want{areas: a.Names, ids: sets[0]}), append(at, a.Text)
		}
	case len(sets) > 1 && len(d.q.Areas) < 2:
		for i, n := range d.q.Indicators {
			named, at = append(named, want{areas: d.areas(), ids: sets[i]}), append(at, n.Text)
		}
	}
	if len(named) < 2 || len(named) != len(d.q.Periods) || !d.alternate(at) {
		return nil
	}
	for i := range named {
		w := base
		w.ids, w.areas, w.period = named[i].ids, named[i].areas, d.q.Periods[i].Period
		named[i] = w
	}
	return named
}

// alternate reports whether the names stand in the question each before its
// period, in order.
func (d *deliberation) alternate(names []string) bool {
	rest := d.q.Text
	for i, name := range names {
		for _, s := range []string{name, d.q.Periods[i].Text} {
			at := strings.Index(rest, s)
			if at < 0 || s == "" {
				return false
			}
			rest = rest[at+len(s):]
		}
	}
	return true
}

// newestOfAll returns the newest period that each of the areas compared has a
// figure for; zero if there is none.
func (d *deliberation) newestOfAll(base want) corpus.Period {
	all, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: base.ids, Audiences: d.asked.Audiences})
	if err != nil || len(base.ids) == 0 {
		return corpus.Period{}
	}
	have := map[corpus.Period]int{}
	for _, areas := range d.areaSets() {
		mine := map[corpus.Period]bool{}
		for _, r := range all {
			if slices.Contains(areas, r.Area) && stands(r.Status, base.status) && measures(r, base.measure) {
				mine[r.Period] = true
			}
		}
		for p := range mine {
			have[p]++
		}
	}
	var newest corpus.Period
	for p, n := range have {
		if n == len(d.areaSets()) && p.Compare(newest) > 0 {
			newest = p
		}
	}
	return newest
}

func (d *deliberation) indicatorSets(base want) [][]string {
	var out [][]string
	for _, n := range d.q.Indicators {
		out = append(out, d.expand(n.IDs, base.measure))
	}
	return out
}

func (d *deliberation) areaSets() [][]string {
	if len(d.q.Areas) < 2 {
		return [][]string{d.areas()}
	}
	var out [][]string
	for _, a := range d.q.Areas {
		out = append(out, a.Names)
	}
	return out
}

// comparedPeriods returns every period named, bases too, in order of time.
func (d *deliberation) comparedPeriods() []corpus.Period {
	var out []corpus.Period
	for _, n := range d.q.Periods {
		if !n.Open && !n.IsZero() && !slices.Contains(out, n.Period) {
			out = append(out, n.Period)
		}
	}
	if len(out) == 0 {
		return []corpus.Period{{}}
	}
	slices.SortStableFunc(out, corpus.Period.Compare)
	return out
}

// alignScopes takes, for figures of one indicator and area, values of one scope
// where each has such a value among its variants, otherwise values of one
// reading of the indicator.
func (d *deliberation) alignScopes(found []corpus.Record) {
	if len(d.q.Indicators) > 1 || !oneSeries(found) {
		return
	}
	if comparable(found) == "" {
		d.alignSources(found)
		return
	}
	for _, sameScope := range []bool{true, false} {
		for _, first := range append([]corpus.Record{found[0]}, d.answer.Variants...) {
			aligned := d.inScopeOf(first, found, sameScope)
			if aligned == nil || sameScope && comparable(aligned) != "" {
				continue
			}
			d.answer.Variants = append(d.answer.Variants, found...)
			copy(found, aligned)
			d.answer.Variants = slices.DeleteFunc(d.answer.Variants, func(r corpus.Record) bool {
				return slices.ContainsFunc(found, func(o corpus.Record) bool { return sameFigure(o, r) && o.Period == r.Period })
			})
			return
		}
	}
}

// alignSources takes, for figures of one series from several sources, those of one
// source that tells them all: it has counted them alike.
func (d *deliberation) alignSources(found []corpus.Record) {
	for _, like := range found {
		aligned := slices.Clone(found)
		for i, f := range found {
			at := slices.IndexFunc(d.answer.Variants, func(r corpus.Record) bool {
				return r.Source.ID == like.Source.ID && r.Indicator == f.Indicator && r.Area == f.Area && r.Period == f.Period && r.Scope == f.Scope && r.Status == f.Status
			})
			if f.Source.ID != like.Source.ID && at >= 0 {
				aligned[i] = d.answer.Variants[at]
			}
		}
		if slices.ContainsFunc(aligned, func(r corpus.Record) bool { return r.Source.ID != like.Source.ID }) || comparable(aligned) != "" {
			continue
		}
		d.answer.Variants = append(d.answer.Variants, found...)
		copy(found, aligned)
		d.answer.Variants = slices.DeleteFunc(d.answer.Variants, func(r corpus.Record) bool {
			return slices.ContainsFunc(found, func(o corpus.Record) bool { return sameRecord(o, r) })
		})
		return
	}
}

// inScopeOf returns for each period of found the value with the indicator and
// scope of like, or of any scope; nil if one lacks it.
func (d *deliberation) inScopeOf(like corpus.Record, found []corpus.Record, sameScope bool) []corpus.Record {
	pool := append(slices.Clone(found), d.answer.Variants...)
	out := make([]corpus.Record, len(found))
	for i, f := range found {
		at := slices.IndexFunc(pool, func(r corpus.Record) bool {
			return r.Period == f.Period && r.Area == f.Area && r.Indicator == like.Indicator && (!sameScope || r.Scope == like.Scope)
		})
		if at < 0 {
			return nil
		}
		out[i] = pool[at]
	}
	return out
}

// compared answers with the figures and, within one scope, their difference.
func (d *deliberation) compared(found []corpus.Record, missing string) {
	a := &d.answer
	a.Kind, a.Records = Comparison, found
	lines := []string{}
	for _, r := range found {
		lines = append(lines, sayLead(r, d.measureOf(r)))
	}
	if s := d.sayDifferences(found); s != "" {
		lines = append(lines, s)
	}
	if missing != "" {
		lines = append(lines, missing)
	}
	if len(a.Variants) > 0 {
		lines = append(lines, "Số khác đã công bố:")
		for _, v := range a.Variants {
			lines = append(lines, fmt.Sprintf("• %s: %s", SayPeriod(v.Period), sayVariant(v, d.measureOf(v))))
		}
	}
	a.Text = strings.Join(append(lines, saySources(found)...), "\n")
}

// measureOf returns the measure to show of a record in a comparison.
func (d *deliberation) measureOf(r corpus.Record) query.Measure {
	if d.q.Measure == query.Change && r.Value != nil && len(d.q.Periods) > 1 {
		return query.Level
	}
	return d.q.Measure
}

// notEnough refuses a comparison of which fewer than two figures are known.
func (d *deliberation) notEnough(found, near []corpus.Record, missing []want) {
	d.answer.Kind = Unknown
	d.answer.Variants = nil
	for _, r := range found {
		d.suggest(sayQuestion(d.displayName(r), r))
	}
	d.offer(near)
	tail := d.sayMissingTail(missing)
	if len(d.q.Left) > 0 {
		tail = ""
		if left := d.leftText(); left != "" {
			tail = " Phần chưa khớp: “" + left + "”."
		}
	}
	d.answer.Text = "Tôi chưa đủ số liệu để so sánh." + tail + saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
}

func (d *deliberation) sayMissingTail(missing []want) string {
	if s := d.sayMissing(missing); s != "" {
		return " " + s
	}
	return ""
}

// sayMissing names the periods or areas for which there is no figure, and the
// indicators where several are compared.
func (d *deliberation) sayMissing(missing []want) string {
	var names []string
	for _, w := range missing {
		s := strings.Join(w.areas, "/")
		if len(d.q.Indicators) > 1 && len(w.ids) > 0 {
			s = d.nameOf(w.ids[0]) + " " + s
		}
		if !w.period.IsZero() {
			s += " " + SayPeriod(w.period)
		}
		names = append(names, s)
	}
	if len(names) == 0 {
		return ""
	}
	return "Chưa có số liệu: " + strings.Join(names, "; ") + "."
}

// saySources writes each source once.
func saySources(list []corpus.Record) []string {
	var lines, ids []string
	for _, r := range list {
		if slices.Contains(ids, r.Source.ID) {
			continue
		}
		ids = append(ids, r.Source.ID)
		lines = append(lines, "Nguồn: "+saySource(r.Source))
	}
	return lines
}
