package index

import (
	"cmp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// An article may be about an indicator without its words: one on the young who left
// for the army is about "giao quân" if its figure is. Where the topic is but a known
// indicator, with a time or a publisher, such articles are found by their records.

// byFigures adds to the articles found those whose figures are of the indicators,
// times, places and publisher asked for; where a time is named they come first.
func (d *deliberation) byFigures(found []Found, limit int) ([]Found, error) {
	about, f := d.sought()
	if len(d.q.MainPeriods()) == 0 && f.Publisher == "" || !d.onlyIndicators(about) {
		return found, nil
	}
	records, err := d.figuresOf(f)
	if err != nil || len(records) == 0 {
		return found, err
	}
	var told, proven, rest []Found // whose words say it too, whose figures alone, whose words alone
	ids := sourcesOf(records)
	for _, x := range found {
		if i := slices.Index(ids, x.ID); i >= 0 {
			told, ids = append(told, x), slices.Delete(ids, i, i+1)
		} else {
			rest = append(rest, x)
		}
	}
	for _, id := range ids {
		a, ok, err := d.x.article(d.ctx, id, d.asked.Audiences)
		if err != nil {
			return nil, err
		}
		if ok && d.quotedIn(a) && d.numberIn(a) && (d.q.Document == "" || a.Kind == d.q.Document) {
			proven = append(proven, foundOf(a, "", 0))
		}
	}
	all := slices.Concat(told, proven, rest)
	if len(d.q.MainPeriods()) == 0 {
		all = slices.Concat(found, proven)
	}
	return all[:min(len(all), limit)], nil
}

// topicJoints are words around the name of an indicator that tell no other topic,
// folded.
var topicJoints = map[string]bool{"nam": true, "ve": true, "cua": true, "o": true, "trong": true, "viec": true, "cong": true, "tac": true}

// onlyIndicators reports whether the topic is the name of indicators, apart from
// times and places.
func (d *deliberation) onlyIndicators(about string) bool {
	rest := foldedWords(about)
	drop := func(text string) { rest = strings.ReplaceAll(rest, strings.TrimSpace(foldedWords(text)), " ") }
	named := false
	for _, n := range d.q.Indicators {
		before := rest
		drop(n.Text)
		named = named || before != rest
	}
	for _, n := range d.q.Periods {
		drop(n.Text)
	}
	for _, n := range d.q.Areas {
		drop(n.Text)
	}
	for _, w := range strings.Fields(rest) {
		if !topicJoints[w] {
			return false
		}
	}
	return named
}

// figuresOf returns the records of the indicators asked for within the times and
// places of the question and the publisher of the filter.
func (d *deliberation) figuresOf(f Filter) ([]corpus.Record, error) {
	filter := recordFilter{Audiences: d.asked.Audiences}
	for _, n := range d.q.Indicators {
		filter.Indicators = append(filter.Indicators, d.expand(n.IDs, query.Level)...)
	}
	if len(filter.Indicators) == 0 {
		return nil, nil
	}
	if d.namesArea() {
		filter.Areas = d.areas()
	}
	records, err := d.x.recordsOf(d.ctx, filter)
	periods := d.q.MainPeriods()
	return slices.DeleteFunc(slices.Clone(records), func(r corpus.Record) bool {
		return f.Publisher != "" && viet.SearchKey(viet.Normalize(r.Source.Publisher)) != f.Publisher || r.Status == corpus.Target ||
			len(periods) > 0 && !slices.ContainsFunc(periods, func(p corpus.Period) bool { return p == r.Period || p.Contains(r.Period) })
	}), err
}

// sourcesOf returns the articles of records, newest first, each once.
func sourcesOf(records []corpus.Record) []string {
	slices.SortStableFunc(records, func(a, b corpus.Record) int { return cmp.Compare(b.Source.Date, a.Source.Date) })
	var ids []string
	for _, r := range records {
		if !slices.Contains(ids, r.Source.ID) {
			ids = append(ids, r.Source.ID)
		}
	}
	return ids
}
