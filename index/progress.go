package index

import (
	"cmp"
	"context"
	"slices"
	"time"

	"thiduabot/corpus"
)

// Progress is how far a campaign has come at an instant.
type Progress struct {
	Campaign corpus.Campaign
	DaysLeft int     // whole days until its last day has passed
	Elapsed  float64 // share of its time that has passed, 0 to 1
	Goals    []Goal
}

// Goal is one target of a campaign beside what was reached of it, or a figure
// whose source tells its share of the plan.
type Goal struct {
	Indicator corpus.Indicator
	Target    *corpus.Record // nil: only the share of the plan is published
	Newest    *corpus.Record // nil: nothing published yet
	Share     *float64       // reached of the target in %, nil if it cannot be told
	Met       bool
}

// Running returns the progress of each campaign of an area that runs at now,
// with the figures for everybody that were published until then: a digest goes to
// chats of any audience. Areas are named as in the table.
func (x *Index) Running(ctx context.Context, area string, now time.Time) ([]Progress, error) {
	var running []Progress
	for _, c := range x.tables().Campaigns {
		start, end, ok := span(c)
		if !ok || c.Area != area || now.Before(start) || !now.Before(end) {
			continue
		}
		goals, err := x.goals(ctx, c, now)
		if err != nil {
			return nil, err
		}
		running = append(running, Progress{
			Campaign: c, Goals: goals,
			DaysLeft: int(end.Sub(now).Hours() / 24),
			Elapsed:  now.Sub(start).Seconds() / end.Sub(start).Seconds(),
		})
	}
	return running, nil
}

// span returns the first instant of a campaign and the first after it.
func span(c corpus.Campaign) (start, end time.Time, ok bool) {
	first, err1 := corpus.ParsePeriod(c.Start)
	last, err2 := corpus.ParsePeriod(c.End)
	if err1 != nil || err2 != nil || first.IsZero() || last.IsZero() {
		return start, end, false
	}
	return first.First(), last.After(), true
}

// goals returns the targets of a campaign and the figures that tell their share
// of the plan, in the order of the catalogue.
func (x *Index) goals(ctx context.Context, c corpus.Campaign, now time.Time) ([]Goal, error) {
	records, err := x.recordsOf(ctx, recordFilter{Areas: []string{c.Area}})
	if err != nil {
		return nil, err
	}
	start, end, _ := span(c)
	of := map[string]*Goal{}
	for i := range records {
		r := &records[i]
		if r.Indicator == "" || r.Period.First().Before(start) || r.Period.After().After(end) || !published(r.Source.Date, now) {
			continue
		}
		g := of[r.Indicator]
		if g == nil {
			g = &Goal{}
			of[r.Indicator] = g
		}
		g.take(r, c)
	}
	var goals []Goal
	for _, ind := range x.tables().Indicators {
		g := of[ind.ID]
		named := slices.Contains(c.Indicators, ind.ID) && !slices.Contains(counts, ind.Unit)
		if g == nil && named {
			g = &Goal{}
		}
		if g == nil || g.Target == nil && (g.Newest == nil || g.Newest.PlanPct == nil) && !named {
			continue
		}
		g.Indicator = ind
		g.reckon()
		goals = append(goals, *g)
	}
	return goals, nil
}

// published reports whether a source of that date was out at now; one with no
// date counts as out.
func published(date string, now time.Time) bool {
	p, err := corpus.ParsePeriod(date)
	return err != nil || p.IsZero() || !p.First().After(now)
}

// counts are units of targets that only tell how many targets there are.
var counts = []string{"chỉ tiêu", "nhóm", "nhóm nhiệm vụ"}

// take keeps a record as target or newest figure, if it beats the one kept.
func (g *Goal) take(r *corpus.Record, c corpus.Campaign) {
	if r.Status == corpus.Target {
		if slices.Contains(counts, r.Unit) {
			return
		}
		if g.Target == nil || r.Source.ID == c.SourceID {
			g.Target = r
		}
		return
	}
	if g.Newest == nil || newer(r, g.Newest) {
		g.Newest = r
	}
}

// newer reports whether a tells of a later time than b, or was published later.
func newer(a, b *corpus.Record) bool {
	return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Source.Date, b.Source.Date)) > 0
}

// reckon tells the share reached, from the source's own share of the plan or
// from the two values where they have one unit and scope.
func (g *Goal) reckon() {
	n, t := g.Newest, g.Target
	if n == nil {
		return
	}
	if n.PlanPct != nil {
		g.Share = n.PlanPct
		g.Met = *n.PlanPct >= 100 && g.Indicator.Better != "less"
		return
	}
	if t == nil || n.Value == nil || n.Unit != t.Unit || n.Scope != t.Scope {
		return
	}
	least := t.Value
	if least == nil {
		least = t.Low
	}
	if least == nil || *least == 0 {
		return
	}
	g.Share = new(*n.Value / *least * 100)
	g.Met = *g.Share >= 100
	if g.Indicator.Better == "less" {
		g.Met = *g.Share <= 100
	}
}
