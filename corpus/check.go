package corpus

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Check returns what is wrong with a corpus: the problems found while loading,
// then those of its tables, its records one by one, and its records together, in
// order of file and line. Values of several sources that differ are variants and
// no problem. A record whose Doubt is recorded has been looked at: what it
// contradicts is not reported again.
func Check(c *Corpus) []Problem {
	k := checker{c: c, problems: slices.Clone(c.Problems)}
	k.tables()
	k.campaigns()
	k.sources()
	for i := range c.Records {
		k.record(&c.Records[i])
	}
	k.duplicates()
	k.growth()
	k.series()
	slices.SortStableFunc(k.problems, func(a, b Problem) int {
		if n := strings.Compare(a.File, b.File); n != 0 {
			return n
		}
		return a.Line - b.Line
	})
	return slices.Compact(k.problems)
}

type checker struct {
	c        *Corpus
	problems []Problem
}

func (k *checker) report(at Place, format string, args ...any) {
	k.problems = append(k.problems, at.problem(fmt.Sprintf(format, args...)))
}

// tables checks the catalogue of indicators and the table of areas.
func (k *checker) tables() {
	ids := map[string]Place{}
	for _, i := range k.c.Indicators {
		k.twice(ids, i.ID, i.At)
		related := slices.Concat([]string{i.Broader}, i.Related, i.Opposite, i.Readings, i.Growth)
		for _, id := range related {
			if _, ok := k.c.IndicatorByID(id); id != "" && !ok {
				k.report(i.At, "indicator %s names %q, which the catalogue lacks", i.ID, id)
			}
		}
		if _, _, ok := UnitOf(i.Unit); i.Unit != "" && !ok {
			k.report(i.At, "indicator %s: unknown unit %q", i.ID, i.Unit)
		}
		for _, name := range append([]string{i.Name}, i.Aliases...) {
			for _, other := range k.c.IndicatorsNamed(name) {
				if other.ID != i.ID {
					k.report(i.At, "indicator %s: %q is a name of %s too", i.ID, name, other.ID)
				}
			}
		}
	}
	areas := map[string]Place{}
	for _, a := range k.c.Areas {
		k.twice(areas, a.Name, a.At)
		for _, name := range []string{a.Parent, a.Successor} {
			if _, ok := k.c.AreaNamed(name); name != "" && !ok {
				k.report(a.At, "area %s names %q, which the table lacks", a.Name, name)
			}
		}
	}
}

func (k *checker) twice(seen map[string]Place, id string, at Place) {
	if first, ok := seen[id]; ok {
		k.report(at, "%s stands at %s:%d too", id, first.File, first.Line)
		return
	}
	seen[id] = at
}

// campaigns checks campaigns, their deadlines and the holidays.
func (k *checker) campaigns() {
	ids := map[string]Place{}
	for _, p := range k.c.Campaigns {
		k.twice(ids, p.ID, p.At)
		if _, ok := k.c.SourceOf(p.SourceID); p.SourceID != "" && !ok {
			k.report(p.At, "campaign %s: there is no source %q", p.ID, p.SourceID)
		}
		if p.Start != "" && p.End != "" && p.End < p.Start {
			k.report(p.At, "campaign %s ends before it starts", p.ID)
		}
		if p.Of > 0 && p.Reached > p.Of {
			k.report(p.At, "campaign %s: %d of %d targets reached", p.ID, p.Reached, p.Of)
		}
		k.known(p.At, "campaign "+p.ID, p.Indicators...)
	}
	due := map[string]Place{}
	for _, d := range k.c.Deadlines {
		k.twice(due, d.ID, d.At)
		if _, ok := ids[d.Campaign]; d.Campaign != "" && !ok {
			k.report(d.At, "deadline %s: there is no campaign %q", d.ID, d.Campaign)
		}
		k.known(d.At, "deadline "+d.ID, d.Indicator)
	}
	days := map[string]Place{}
	for _, h := range k.c.Holidays {
		k.twice(days, h.Date, h.At)
		if day, err := time.Parse(time.DateOnly, h.Date); err == nil && h.Kind == "work" && day.Weekday() != time.Saturday && day.Weekday() != time.Sunday {
			k.report(h.At, "%s is a working day anyway", h.Date)
		}
	}
}

func (k *checker) known(at Place, who string, ids ...string) {
	for _, id := range ids {
		if _, ok := k.c.IndicatorByID(id); id != "" && !ok {
			k.report(at, "%s names the indicator %q, which the catalogue lacks", who, id)
		}
	}
}

// sources reports sources that nothing leans on: no text, no record, no campaign.
func (k *checker) sources() {
	used := map[string]bool{}
	for _, r := range k.c.Records {
		used[r.Source.ID] = true
	}
	for _, p := range k.c.Campaigns {
		used[p.SourceID] = true
	}
	for _, a := range k.c.Articles {
		if a.Text == "" && !used[a.ID] {
			k.report(a.At, "source %s has no text, and no record or campaign names it", a.ID)
		}
	}
}
