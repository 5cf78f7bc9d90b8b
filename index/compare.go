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
	wants := d.wants()
	if len(wants) < 2 {
		return d.figure()
	}
	if d.vague() {
		return nil
	}
	var found []corpus.Record
	var missing []want
	for _, w := range wants {
		f, err := d.find(w)
		if err != nil {
			return err
		}
		d.step("find", describe(w, f))
		if f.lead == nil {
			missing = append(missing, w)
			d.suggestNear(f)
			continue
		}
		found = append(found, *f.lead)
		d.answer.Variants = append(d.answer.Variants, f.variants...)
	}
	if len(found) < 2 {
		return d.notEnough(found, missing)
	}
	d.alignScopes(found)
	d.compared(found, sayMissing(missing))
	return nil
}

// wants makes one figure to look for out of each thing that is compared.
func (d *deliberation) wants() []want {
	base := d.want()
	if base.measure == query.Change && len(d.q.Periods) > 1 {
		base.measure = query.Level
	}
	var out []want
	for _, ids := range d.indicatorSets(base) {
		for _, areas := range d.areaSets() {
			for _, p := range d.comparedPeriods() {
				w := base
				w.ids, w.areas, w.period, w.several = ids, areas, p, true
				out = append(out, w)
			}
		}
	}
	return out
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
// where each has such a value among its variants.
func (d *deliberation) alignScopes(found []corpus.Record) {
	if len(d.q.Indicators) > 1 || !oneSeries(found) || comparable(found) == "" {
		return
	}
	for _, first := range append([]corpus.Record{found[0]}, d.answer.Variants...) {
		aligned := d.inScopeOf(first, found)
		if aligned == nil || comparable(aligned) != "" {
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

// inScopeOf returns for each period of found the value with the indicator and
// scope of like; nil if one lacks it.
func (d *deliberation) inScopeOf(like corpus.Record, found []corpus.Record) []corpus.Record {
	pool := append(slices.Clone(found), d.answer.Variants...)
	out := make([]corpus.Record, len(found))
	for i, f := range found {
		at := slices.IndexFunc(pool, func(r corpus.Record) bool {
			return r.Period == f.Period && r.Area == f.Area && r.Indicator == like.Indicator && r.Scope == like.Scope
		})
		if at < 0 {
			return nil
		}
		out[i] = pool[at]
	}
	return out
}

// oneSeries reports whether the records are of one area.
func oneSeries(list []corpus.Record) bool {
	return !slices.ContainsFunc(list, func(r corpus.Record) bool { return r.Area != list[0].Area })
}

// jump is the ratio of two neighbouring values of a series above which they
// are taken to be of different scopes, whatever the records say of theirs.
const jump = 4.0

// comparable tells why a difference of the records would mean nothing; empty:
// it means something.
func comparable(list []corpus.Record) string {
	for i, r := range list {
		a := list[0]
		switch {
		case r.Indicator != a.Indicator:
			return "hai số thuộc hai chỉ tiêu khác nhau"
		case r.Scope != a.Scope:
			return "hai số khác phạm vi" + sayScopes(a, r)
		case r.Unit != a.Unit || r.Value == nil || a.Value == nil:
			return "hai số không cùng đơn vị hoặc không phải số tuyệt đối"
		case r.Period.Kind != a.Period.Kind:
			return "hai kỳ dài ngắn khác nhau"
		case i > 0 && warnsOfScope(r, list[i-1]):
			return "nguồn ghi rõ hai số không cùng phạm vi"
		case i > 0 && r.Area == a.Area && ratio(*r.Value, *list[i-1].Value) > jump:
			return "hai số chênh nhau quá lớn, nhiều khả năng không cùng phạm vi"
		}
	}
	return ""
}

func sayScopes(a, b corpus.Record) string {
	name := func(r corpus.Record) string {
		if r.Scope == "" {
			return "không ghi phạm vi"
		}
		return r.Scope
	}
	return fmt.Sprintf(" (%s; %s)", name(a), name(b))
}

// warnsOfScope reports whether the note of one record says that the other is of
// another scope.
func warnsOfScope(a, b corpus.Record) bool {
	says := func(r, other corpus.Record) bool {
		return strings.Contains(r.Note, "phạm vi") && (strings.Contains(r.Note, SayPeriod(other.Period)) || strings.Contains(r.Note, sayNumber(*other.Value)))
	}
	return a.Value != nil && b.Value != nil && (says(a, b) || says(b, a))
}

func ratio(a, b float64) float64 {
	if a == 0 || b == 0 || a*b < 0 {
		return 1
	}
	return max(a/b, b/a)
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
			lines = append(lines, fmt.Sprintf("• %s, %s", SayPeriod(v.Period), sayVariant(v, d.measureOf(v))))
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

// sayDifferences writes what may be computed from two figures, or why it is not.
func (d *deliberation) sayDifferences(found []corpus.Record) string {
	if len(d.q.Indicators) > 1 || len(found) > 2 && !oneSeries(found) || d.measureOf(found[0]) != query.Level {
		return ""
	}
	if !slices.ContainsFunc(found[1:], func(r corpus.Record) bool {
		return r.Indicator == found[0].Indicator || r.Area == found[0].Area && r.Period != found[0].Period
	}) {
		return ""
	}
	if why := comparable(found); why != "" {
		return "Tôi không tính chênh lệch: " + why + "."
	}
	if len(found) != 2 {
		return ""
	}
	return sayDifference(found[0], found[1])
}

// sayDifference writes the difference of two values of one scope.
func sayDifference(a, b corpus.Record) string {
	diff := *b.Value - *a.Value
	head := SayPeriod(b.Period) + " so với " + SayPeriod(a.Period)
	if a.Area != b.Area {
		head = b.Area + " so với " + a.Area
	}
	if diff == 0 {
		return head + ": bằng nhau."
	}
	verb := "cao hơn"
	if diff < 0 {
		verb = "thấp hơn"
	}
	unit := " " + a.Unit
	share := ""
	if strings.HasPrefix(a.Unit, "%") {
		unit = " điểm phần trăm"
	} else if *a.Value > 0 {
		share = fmt.Sprintf(", tức %s%%", sayNumber(round(abs(diff) / *a.Value * 100, 2)))
	}
	return fmt.Sprintf("%s: %s %s%s%s (tính từ hai số đã công bố).", head, verb, sayNumber(round(abs(diff), 4)), unit, share)
}

func abs(v float64) float64 { return max(v, -v) }

// round keeps n decimals.
func round(v float64, n int) float64 {
	s := 1.0
	for range n {
		s *= 10
	}
	return float64(int64(v*s+0.5)) / s
}

func (d *deliberation) suggestNear(f finding) {
	for _, r := range d.nearest(f.near) {
		d.suggest(sayQuestion(d.displayName(r), r))
	}
}

// notEnough refuses a comparison of which fewer than two figures are known.
func (d *deliberation) notEnough(found []corpus.Record, missing []want) error {
	d.answer.Kind = Unknown
	for _, r := range found {
		d.answer.Suggestions = append([]string{sayQuestion(d.displayName(r), r)}, d.answer.Suggestions...)
	}
	d.answer.Suggestions = d.answer.Suggestions[:min(4, len(d.answer.Suggestions))]
	d.answer.Text = "Tôi chưa đủ số liệu để so sánh." + sayMissingTail(missing) + saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
	return nil
}

func sayMissingTail(missing []want) string {
	if s := sayMissing(missing); s != "" {
		return " " + s
	}
	return ""
}

// sayMissing names the periods or areas for which there is no figure.
func sayMissing(missing []want) string {
	var names []string
	for _, w := range missing {
		s := strings.Join(w.areas, "/")
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
