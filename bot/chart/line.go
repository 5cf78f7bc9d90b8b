package chart

import (
	"github.com/go-analyze/charts"

	"thiduabot/corpus"
)

// line joins points that follow each other within a scope; the first, the last
// and the extreme values are written.
func (p *plot) line() {
	var run []charts.Point
	scope := -1
	flush := func() {
		if len(run) > 1 {
			p.LineStroke(run, deep[scope%len(deep)], 4)
		}
		run = nil
	}
	for i, pt := range p.s.Points {
		if pt.Scope < 0 {
			flush()
			continue
		}
		if pt.Scope != scope || i > 0 && !follows(p.s.Points[i-1].Period, pt.Period) {
			flush()
		}
		scope = pt.Scope
		run = append(run, charts.Point{X: p.x(i), Y: p.y(pt.Value)})
	}
	flush()
	p.dots()
}

func (p *plot) dots() {
	said := p.told()
	for i, pt := range p.s.Points {
		x := p.x(i)
		if pt.Plan != nil {
			y := p.y(*pt.Plan)
			p.FilledRect(x-12, y-2, x+12, y+3, orange, nothing, 0)
		}
		if pt.Scope < 0 {
			continue
		}
		color, fill := deep[pt.Scope%len(deep)], deep[pt.Scope%len(deep)]
		if pt.Estimate {
			fill = white
		}
		p.Circle(6, x, p.y(pt.Value), fill, color, 3)
	}
	for i, pt := range p.s.Points {
		if said[i] {
			p.value(pt.Label, p.x(i), p.y(pt.Value)+p.side(i), boldStyle(17, ink))
		}
	}
}

// side returns how far from its point the baseline of a value stands: above,
// but below where the line rises away from the point.
func (p *plot) side(i int) int {
	const above, below = -16, 32
	higher := 0
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(p.s.Points) || p.s.Points[j].Scope < 0 {
			continue
		}
		if p.s.Points[j].Value > p.s.Points[i].Value {
			higher++
		} else {
			higher--
		}
	}
	if higher > 0 && p.y(p.s.Points[i].Value)+below < p.bottom {
		return below
	}
	return above
}

// told chooses the points whose value is written: first, last, highest, lowest,
// no two neighbours.
func (p *plot) told() map[int]bool {
	first, last, high, low := -1, -1, -1, -1
	for i, pt := range p.s.Points {
		if pt.Scope < 0 {
			continue
		}
		if first < 0 {
			first, high, low = i, i, i
		}
		last = i
		if pt.Value > p.s.Points[high].Value {
			high = i
		}
		if pt.Value < p.s.Points[low].Value {
			low = i
		}
	}
	said := map[int]bool{last: true}
	for _, i := range []int{high, low, first} {
		near := false
		for d := -2; d <= 2; d++ {
			near = near || said[i+d]
		}
		if !near {
			said[i] = true
		}
	}
	return said
}

// follows reports whether b is the period right after a of the same kind; for
// halves and first months, that of the next year.
func follows(a, b corpus.Period) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case corpus.Quarter:
		return b.Year*4+b.N == a.Year*4+a.N+1
	case corpus.Month:
		return b.Year*12+b.N == a.Year*12+a.N+1
	case corpus.Span:
		return b.Year <= a.End+1
	}
	return b.Year == a.Year+1
}
