package chart

import (
	"math"

	"github.com/go-analyze/charts"

	"thiduabot/corpus"
)

// bars draws each point as a bar from zero, with its value above it.
func (p *plot) bars() {
	half := int(math.Min(p.slot*0.32, 60))
	p.skips()
	for i, pt := range p.s.Points {
		x := p.x(i)
		if pt.Scope >= 0 {
			p.bar(pt, x, half)
		}
		if pt.Plan != nil {
			p.tick(pt, x, half)
		}
		for _, v := range pt.Others {
			p.Circle(6, x, p.y(v), white, ink, 2)
		}
	}
}

func (p *plot) bar(pt point, x, half int) {
	color := deep[pt.Scope%len(deep)]
	if pt.Estimate {
		color = pale[pt.Scope%len(pale)]
	}
	zero, y := p.y(0), p.y(pt.Value)
	if y == zero {
		y = zero - 2
	}
	p.FilledRect(x-half, min(zero, y), x+half, max(zero, y), color, nothing, 0)
	if pt.Low != nil {
		p.FilledRect(x-half, p.y(*pt.Low), x+half, zero, deep[pt.Scope%len(deep)], nothing, 0)
	}
	f := p.valueStyle()
	switch {
	case pt.Value < 0:
		p.value(pt.Label, x, y+26, f)
	case p.crowded(pt) && zero-y > 40: // on the bar
		if !pt.Estimate {
			f.FontColor = white
		}
		p.middle(pt.Label, x, y+28, f)
	case p.crowded(pt):
		p.value(pt.Label, x, p.y(*pt.Plan)-34, f)
	default:
		p.value(pt.Label, x, p.clear(pt, y)-12, f)
	}
}

// clear returns where the value of a bar that ends at y stands clear of the
// other values published.
func (p *plot) clear(pt point, y int) int {
	top := y
	for _, v := range pt.Others {
		if at := p.y(v); at < y+6 && y-at < 48 {
			top = min(top, at-6)
		}
	}
	return top
}

// skips marks on the axis where periods are left out between two bars.
func (p *plot) skips() {
	for i := 1; i < len(p.s.Points); i++ {
		a, b := p.s.Points[i-1].Period, p.s.Points[i].Period
		if a.Kind != corpus.Span && !follows(a, b) {
			p.middle("…", (p.x(i-1)+p.x(i))/2, p.bottom+30, plainStyle(17, faint))
		}
	}
}

// crowded reports whether the plan stands where the value of the bar would.
func (p *plot) crowded(pt point) bool {
	return pt.Plan != nil && *pt.Plan >= pt.Value && p.y(pt.Value)-p.y(*pt.Plan) < 60
}

// valueStyle is as large as the longest value has room for.
func (p *plot) valueStyle() charts.FontStyle {
	for _, size := range []float64{20, 18, 16, 14, 12, 10} {
		f := boldStyle(size, ink)
		fits := true
		for _, pt := range p.s.Points {
			if float64(p.wide(pt.Label, f)+6) > p.slot {
				fits = false
			}
		}
		if fits {
			return f
		}
	}
	return boldStyle(10, ink)
}

// tick draws the plan of a point across its slot, with its value where it
// stands above the bar.
func (p *plot) tick(pt point, x, half int) {
	y := p.y(*pt.Plan)
	p.FilledRect(x-half-8, y-2, x+half+8, y+3, orange, nothing, 0)
	if pt.Scope < 0 || *pt.Plan >= pt.Value {
		f := p.valueStyle()
		f.FontColor = orange
		p.value(pt.PlanLabel, x, y-12, f)
	}
}
