package chart

import (
	"math"
	"strings"

	"github.com/go-analyze/charts"

	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
)

// Progress is how far the targets of a campaign have come.
type Progress struct {
	Name    string
	Area    string
	Elapsed float64 // share of the campaign's days that have passed, 0..1
	Targets []Target
	Sources string // publishers and dates, as they are to be written
}

// Target is one target of a campaign.
type Target struct {
	Name  string
	Share *float64 // of the plan, in %: 92 is 92 %; nil: no figure yet
	Value string   // figure against plan, as written: "3.426 / 3.200 tỷ đồng"
	Late  bool     // behind the calendar
}

// maxTargets is how many a picture holds.
const maxTargets = 14

const targetHeight = 84

var (
	green = charts.ColorRGB(21, 128, 61)
	amber = charts.ColorRGB(217, 119, 6)
	track = charts.ColorRGB(226, 232, 240)
)

func drawProgress(p Progress) ([]byte, error) {
	c := newCanvas(230 + targetHeight*len(p.Targets))
	y := 58
	for _, l := range c.lines(p.Name, width-2*margin, 2, boldStyle(26, ink)) {
		c.left(l, margin, y, boldStyle(26, ink))
		y += 40
	}
	c.left(c.clip(phrase.ProgressHead(p.Area, p.reached(), len(p.Targets)), width-2*margin, plainStyle(19, faint)), margin, y, plainStyle(19, faint))
	y += 36
	for _, t := range p.Targets {
		c.target(t, p.Elapsed, y)
		y += targetHeight
	}
	c.progressFooter(p, y)
	return c.Bytes()
}

func (p Progress) reached() int {
	n := 0
	for _, t := range p.Targets {
		if t.Share != nil && *t.Share >= 100 {
			n++
		}
	}
	return n
}

// target draws one bar of at most 120 %, with the calendar as a dashed line.
func (c canvas) target(t Target, elapsed float64, y int) {
	const right = width - margin - 120
	x := func(share float64) int {
		return margin + int(math.Round(math.Min(math.Max(share, 0), 120)/120*(right-margin)))
	}
	f := plainStyle(18, ink)
	room := right - margin
	if t.Value != "" {
		value := c.clip(t.Value, room*2/5, plainStyle(16, faint))
		c.right(value, right, y+22, plainStyle(16, faint))
		room -= c.wide(value, plainStyle(16, faint)) + 20
	}
	c.left(c.clip(t.Name, room, f), margin, y+22, f)
	top := y + 34
	c.FilledRect(margin, top, x(100), top+24, track, nothing, 0)
	if t.Share == nil {
		c.left(phrase.ProgressNone, margin+8, top+18, plainStyle(15, faint))
		return
	}
	color := deep[0]
	switch {
	case *t.Share >= 100:
		color = green
	case t.Late:
		color = amber
	}
	c.FilledRect(margin, top, max(x(*t.Share), margin+3), top+24, color, nothing, 0)
	c.right(render.Number(math.Round(*t.Share*10)/10)+"%", width-margin, top+22, boldStyle(21, color))
	if elapsed > 0 && elapsed < 1 {
		at := x(elapsed * 100)
		c.DashedLineStroke([]charts.Point{{X: at, Y: top - 5}, {X: at, Y: top + 29}}, ink, 2, []float64{5, 4})
	}
}

func (c canvas) progressFooter(p Progress, y int) {
	x := margin
	f := plainStyle(16, ink)
	for _, k := range []struct {
		text  string
		color charts.Color
	}{{phrase.ProgressReached, green}, {phrase.ProgressOnTime, deep[0]}, {phrase.ProgressLate, amber}} {
		c.FilledRect(x, y+16, x+18, y+34, k.color, nothing, 0)
		c.left(k.text, x+26, y+31, f)
		x += c.wide(k.text, f) + 56
	}
	if p.Elapsed > 0 && p.Elapsed < 1 {
		c.DashedLineStroke([]charts.Point{{X: x + 8, Y: y + 14}, {X: x + 8, Y: y + 36}}, ink, 2, []float64{5, 4})
		c.left(phrase.ProgressToday, x+22, y+31, f)
	}
	if p.Sources != "" {
		c.left(c.clip(phrase.ChartSources(p.Sources, 0), width-2*margin, plainStyle(15, faint)), margin, y+70, plainStyle(15, faint))
	}
}

// alt says in words what the picture shows.
func (p Progress) alt() string {
	var said []string
	for _, t := range p.Targets {
		share := phrase.ProgressNone
		if t.Share != nil {
			share = render.Number(math.Round(*t.Share*10)/10) + "%"
		}
		said = append(said, t.Name+": "+share)
	}
	return phrase.ChartAlt(p.Name, p.Area, "", strings.Join(said, "; "))
}
