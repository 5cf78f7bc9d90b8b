package index

import (
	"cmp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// maxOffered is how many questions one answer offers.
const maxOffered = 4

func (d *deliberation) suggest(text string) {
	if !slices.Contains(d.answer.Suggestions, text) && len(d.answer.Suggestions) < maxOffered {
		d.answer.Suggestions = append(d.answer.Suggestions, text)
	}
}

// refuse says that there is no figure and offers the nearest questions that
// have one.
func (d *deliberation) refuse(f finding) {
	d.answer.Kind = Unknown
	d.step("judge", string(f.why))
	d.offer(f.near)
	d.answer.Text = d.sayRefusal(f.why)
}

// offer suggests the questions nearest to what was asked that a record answers:
// of the same indicators, or of those the catalogue relates to them. Nothing
// else is near; without such a record articles are offered that speak of it.
func (d *deliberation) offer(near []corpus.Record) {
	for _, r := range d.nearest(append(slices.Clone(near), d.related()...)) {
		d.suggest(sayQuestion(d.displayName(r), r))
	}
	if len(d.answer.Suggestions) == 0 {
		d.offerSearch()
	}
}

// related returns the records of the indicators that the catalogue relates to
// those asked about.
func (d *deliberation) related() []corpus.Record {
	ids := d.kin()
	if len(ids) == 0 {
		return nil
	}
	list, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: ids, Audiences: d.asked.Audiences})
	if err != nil {
		return nil // an offer less; the refusal stands
	}
	return filter(list, func(r corpus.Record) bool { return d.awayFrom(r.Area) < farAway })
}

// kin returns the indicators that the catalogue relates to those asked about.
func (d *deliberation) kin() []string {
	var ids []string
	for _, asked := range d.q.Indicators {
		for _, id := range asked.IDs {
			if ind, ok := d.tables.IndicatorByID(id); ok {
				ids = slices.Concat(ids, ind.Opposite, ind.Related, ind.Readings, []string{ind.Broader})
			}
		}
	}
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}

// offerSearch suggests to look for articles, where some speak of what is asked.
func (d *deliberation) offerSearch() {
	about := d.indicatorText()
	if about == "" {
		return
	}
	hits, err := d.x.Search(d.ctx, Query{Text: `"` + about + `"`, In: ArticlesOnly, Limit: 1, Audiences: d.asked.Audiences})
	if err == nil && len(hits) > 0 {
		d.suggest("Tìm bài về " + about)
	}
}

// displayName returns the name to ask for a record by.
func (d *deliberation) displayName(r corpus.Record) string {
	if r.Name != "" {
		return r.Name
	}
	return d.nameOf(r.Indicator)
}

// nearest orders records that do not answer by how near they are to what was
// asked: the area first, if one was named, then the indicator, then the period.
// Of one question it keeps one, of an indicator that is only related one an area.
func (d *deliberation) nearest(list []corpus.Record) []corpus.Record {
	ids := d.want().ids
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b corpus.Record) int {
		area, asked := d.awayFrom(a.Area)-d.awayFrom(b.Area), prefer(slices.Contains(ids, a.Indicator), slices.Contains(ids, b.Indicator))
		if !d.namesArea() {
			area, asked = asked, area
		}
		return cmp.Or(area, asked,
			d.apart(a.Period, b.Period),
			prefer(a.Status != corpus.Target, b.Status != corpus.Target))
	})
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(r corpus.Record) bool {
		key := r.Indicator + "|" + r.Area
		if slices.Contains(ids, r.Indicator) {
			key += "|" + r.Period.String()
		}
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// farAway is the distance of places that the asker has nothing to do with.
const farAway = 3

// awayFrom tells how far an area is from those asked about: 0 is one of them.
func (d *deliberation) awayFrom(area string) int {
	switch {
	case slices.Contains(d.areas(), area):
		return 0
	case area == d.asked.Home:
		return 1
	case slices.Contains(d.around(), area):
		return 2
	}
	return farAway
}

// apart compares two periods by their distance from the one asked about; the
// later one is nearer where none was.
func (d *deliberation) apart(a, b corpus.Period) int {
	p := d.q.MainPeriods()
	if len(p) == 0 {
		return b.Compare(a)
	}
	return distance(a, p[0]) - distance(b, p[0])
}

// distance is the time between two periods in days, longer where one is of
// another length.
func distance(p, q corpus.Period) int {
	days := int(p.After().Sub(q.After()).Hours() / 24)
	if p.Kind != q.Kind {
		return max(days, -days) + 90
	}
	return max(days, -days)
}

// indicatorText returns the names of the indicators as the question has them,
// with their marks.
func (d *deliberation) indicatorText() string {
	var parts []string
	for _, n := range d.q.Indicators {
		parts = append(parts, marked(n.Text, n.Said()))
	}
	return strings.Join(parts, " ")
}

// marked returns a name in the question, with the marks of what it was read as on
// the words that have none.
func marked(text, readAs string) string {
	typed, read := strings.Fields(text), strings.Fields(readAs)
	if len(typed) != len(read) || viet.SearchKey(text) != viet.SearchKey(readAs) {
		return text
	}
	for i, w := range typed {
		if !viet.HasMarks(w) && viet.HasMarks(read[i]) {
			typed[i] = read[i]
		}
	}
	return strings.Join(typed, " ")
}
