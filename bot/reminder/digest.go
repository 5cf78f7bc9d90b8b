package reminder

import (
	"context"
	"fmt"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Board tells how far the running campaigns of an area have come; *index.Index
// is one.
type Board interface {
	Running(ctx context.Context, area string, now time.Time) ([]index.Progress, error)
}

// seens keeps which figures the last digest of a chat told: indicator -> figure.
var seens = store.NewTable[map[string]string]("digests_seen")

func (s Surroundings) seen(chat int64) (before map[string]string, err error) {
	err = s.Store.View(func(tx *store.Tx) error {
		before, _, err = seens.Lookup(tx, store.Int(chat))
		return err
	})
	return before, err
}

// figures returns the newest figure of each goal in a form that can be compared.
func figures(running []index.Progress) map[string]string {
	all := map[string]string{}
	for _, p := range running {
		for _, g := range p.Goals {
			if g.Newest != nil {
				all[g.Indicator.ID] = g.Newest.Period.String() + "/" + g.Newest.Source.ID + "/" + render.Figure(*g.Newest)
			}
		}
	}
	return all
}

// DigestText says how far the running campaigns of an area have come, or that
// none runs.
func DigestText(ctx context.Context, b Board, area string, now time.Time) ([]message.Part, error) {
	running, err := b.Running(ctx, area, now)
	if err != nil {
		return nil, fmt.Errorf("digest of %s: %w", area, err)
	}
	return digestParts(area, running, nil), nil
}

// digestParts says the progress of campaigns; before are the figures told last
// time, nil if there was no last time.
func digestParts(area string, running []index.Progress, before map[string]string) []message.Part {
	parts := []message.Part{{Text: phrase.DigestHead + " · " + area, Style: message.Bold}}
	if len(running) == 0 {
		return append(parts, message.Part{Text: "\n" + phrase.NoCampaign(area)})
	}
	now := figures(running)
	for _, p := range running {
		parts = append(parts, message.Part{Text: "\n" + phrase.CampaignTime(p.Campaign.Name, p.DaysLeft, p.Elapsed) + "\n"})
		if len(p.Goals) == 0 {
			parts = append(parts, message.Part{Text: "\n" + phrase.NoGoals()})
		}
		for _, g := range p.Goals {
			id := g.Indicator.ID
			parts = append(parts, goalParts(g, p.Elapsed, before != nil && now[id] != "" && now[id] != before[id])...)
		}
	}
	return parts
}

// goalParts are the lines of one goal: name, bar with share and pace, newest
// figure and target; new figures are marked.
func goalParts(g index.Goal, elapsed float64, isNew bool) []message.Part {
	parts := []message.Part{{Text: "\n" + mark(g, elapsed) + " "}, {Text: g.Indicator.Name, Style: message.Bold}}
	if isNew {
		parts = append(parts, message.Part{Text: " " + phrase.NewFigure, Style: message.Italic})
	}
	line := ""
	if g.Share != nil {
		line += "\n" + phrase.Bar(*g.Share) + " " + phrase.GoalShare(render.Number(*g.Share)) + ", " + pace(g, elapsed)
	}
	switch {
	case g.Newest == nil:
		line += "\n" + phrase.NoFigureYet
	case g.Newest.Printed != "" || g.Newest.Value != nil:
		line += "\n" + render.Figure(*g.Newest) + " (" + render.Period(g.Newest.Period) + ")"
	}
	if g.Target != nil {
		line += " · " + phrase.GoalTarget(render.Figure(plainTarget(*g.Target)))
	}
	return append(parts, message.Part{Text: line})
}

// plainTarget is a target without the words that set it.
func plainTarget(r corpus.Record) corpus.Record {
	r.Approx = ""
	return r
}

func mark(g index.Goal, elapsed float64) string {
	switch {
	case g.Met:
		return "✅"
	case g.Share == nil:
		return "▫️"
	case behind(g, elapsed):
		return "🟠"
	}
	return "🔵"
}

func pace(g index.Goal, elapsed float64) string {
	switch {
	case g.Met:
		return phrase.GoalMet
	case behind(g, elapsed):
		return phrase.BehindPace
	}
	return phrase.OnPace
}

// behind reports whether less of a target was reached by the end of the newest
// figure's period than the calendar asks for.
func behind(g index.Goal, elapsed float64) bool {
	if g.Share == nil || g.Newest == nil || g.Indicator.Better == "less" {
		return false
	}
	due := elapsed
	p := g.Newest.Period
	year := corpus.YearOf(p.First().Year())
	if reached := p.After().Sub(year.First()).Hours() / year.After().Sub(year.First()).Hours(); reached < due {
		due = reached
	}
	return *g.Share < due*100
}
