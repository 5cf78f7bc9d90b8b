package reminder

import (
	"slices"
	"strings"

	"thiduabot/bot/chart"
	"thiduabot/bot/render"
	"thiduabot/index"
)

// maxSources is how many sources a picture names.
const maxSources = 2

// Chart is the picture of a campaign's progress.
func Chart(area string, p index.Progress) chart.Progress {
	c := chart.Progress{Name: p.Campaign.Name, Area: area, Elapsed: p.Elapsed}
	var sources []string
	for _, g := range p.Goals {
		t := chart.Target{Name: g.Indicator.Name, Share: g.Share, Late: !g.Met && behind(g, p.Elapsed)}
		if g.Newest != nil {
			t.Value = render.Figure(*g.Newest)
			if s := strings.TrimSpace(g.Newest.Source.Publisher + " " + render.Date(g.Newest.Source.Date)); !slices.Contains(sources, s) && s != "" {
				sources = append(sources, s)
			}
		}
		if g.Target != nil {
			t.Value = strings.TrimPrefix(t.Value+" / "+render.Figure(plainTarget(*g.Target)), " / ")
		}
		c.Targets = append(c.Targets, t)
	}
	if !slices.ContainsFunc(c.Targets, func(t chart.Target) bool { return t.Share != nil }) {
		c.Targets = nil // nothing to draw
	}
	c.Sources = strings.Join(sources[:min(len(sources), maxSources)], "; ")
	return c
}
