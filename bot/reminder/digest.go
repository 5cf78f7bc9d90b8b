package reminder

import (
	"context"
	"fmt"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Board tells how far the running campaigns of an area have come; *index.Index
// is one.
type Board interface {
	Running(ctx context.Context, area string, now time.Time) ([]index.Progress, error)
}

// DigestText says how far the running campaigns of an area have come, or that
// none runs.
func DigestText(ctx context.Context, b Board, area string, now time.Time) ([]message.Part, error) {
	running, err := b.Running(ctx, area, now)
	if err != nil {
		return nil, fmt.Errorf("digest of %s: %w", area, err)
	}
	parts := []message.Part{{Text: phrase.DigestHead + " · " + area, Style: message.Bold}}
	if len(running) == 0 {
		return append(parts, message.Part{Text: "\n" + phrase.NoCampaign(area)}), nil
	}
	for _, p := range running {
		parts = append(parts, message.Part{Text: "\n" + phrase.CampaignTime(p.Campaign.Name, p.DaysLeft, p.Elapsed) + "\n"})
		if len(p.Goals) == 0 {
			parts = append(parts, message.Part{Text: "\n" + phrase.NoGoals()})
		}
		for _, g := range p.Goals {
			parts = append(parts, goalParts(g, p.Elapsed)...)
		}
	}
	return parts, nil
}

// goalParts are the lines of one goal: name, bar with share and pace, newest
// figure and target.
func goalParts(g index.Goal, elapsed float64) []message.Part {
	parts := []message.Part{{Text: "\n" + mark(g, elapsed) + " "}, {Text: g.Indicator.Name, Style: message.Bold}}
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
