package chart

import (
	"math"

	"github.com/go-analyze/charts"

	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
)

// plot is the field between the axes.
type plot struct {
	canvas
	s                        series
	top, bottom, left, right int
	low, high                float64
	slot                     float64 // pixels a point has
	marks                    []float64
}

const (
	seriesHeight = 700
	lineFrom     = 13 // points from which a line is drawn instead of bars
)

func drawSeries(s series) ([]byte, error) {
	p := &plot{canvas: newCanvas(seriesHeight), s: s}
	p.heading()
	p.footer()
	p.scale()
	p.axes()
	if len(s.Points) < lineFrom {
		p.bars()
	} else {
		p.line()
	}
	p.breaks()
	p.legend()
	return p.Bytes()
}

// heading writes what the picture is of and in which unit.
func (p *plot) heading() {
	y := 58
	for _, l := range p.lines(p.s.Name, width-2*margin, 2, boldStyle(26, ink)) {
		p.canvas.left(l, margin, y, boldStyle(26, ink))
		y += 40
	}
	under := p.s.Area
	if p.s.unit() != "" {
		under = phrase.ChartUnit(p.s.Area, p.s.unit())
	}
	p.canvas.left(p.clip(under, width-2*margin, plainStyle(19, faint)), margin, y, plainStyle(19, faint))
	p.top = y + 75
}

func (p *plot) footer() {
	f := plainStyle(15, faint)
	lines := p.lines(p.s.Sources, width-2*margin, 2, f)
	y := p.h - 22 - 22*(len(lines)-1)
	for _, l := range lines {
		p.canvas.left(l, margin, y, f)
		y += 22
	}
	p.bottom = p.h - 150
}

// scale finds the round values of the axis and the room its labels need.
func (p *plot) scale() {
	low, high := 0.0, 0.0
	for _, pt := range p.s.Points {
		values := append([]float64(nil), pt.Others...)
		if pt.Scope >= 0 {
			values = append(values, pt.Value)
		}
		if pt.Plan != nil {
			values = append(values, *pt.Plan)
		}
		for _, v := range values {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	marks := steps(low, high)
	p.marks = marks
	p.low, p.high = marks[0], marks[len(marks)-1]
	room := 0
	for _, m := range marks {
		room = max(room, p.wide(axisLabel(m, marks), plainStyle(16, faint)))
	}
	p.left, p.right = margin+room+14, width-margin
	p.slot = float64(p.right-p.left) / float64(len(p.s.Points))
}

func axisLabel(v float64, marks []float64) string {
	step := marks[1] - marks[0]
	digits := max(0, int(math.Ceil(-math.Log10(step)+0.5)))
	scale := math.Pow(10, float64(min(digits, 6)))
	return render.Number(math.Round(v*scale) / scale)
}

func (p *plot) y(v float64) int {
	return p.bottom - int(math.Round((v-p.low)/(p.high-p.low)*float64(p.bottom-p.top)))
}

func (p *plot) x(i int) int { return p.left + int(p.slot*(float64(i)+0.5)) }

// axes draws the lines of the scale and the names of the periods.
func (p *plot) axes() {
	marks := p.marks
	for _, m := range marks {
		color := rule
		if m == 0 {
			color = faint
		}
		p.LineStroke([]charts.Point{{X: p.left, Y: p.y(m)}, {X: p.right, Y: p.y(m)}}, color, 1.5)
		p.canvas.right(axisLabel(m, marks), p.left-10, p.y(m)+6, plainStyle(16, faint))
	}
	every := p.labelEvery()
	for i, pt := range p.s.Points {
		if (len(p.s.Points)-1-i)%every == 0 {
			p.within(render.ShortPeriod(pt.Period), p.x(i), p.bottom+30, plainStyle(17, ink))
		}
	}
}

// within is middle, moved so that nothing stands outside the field.
func (p *plot) within(s string, x, y int, f charts.FontStyle) {
	half := p.wide(s, f)/2 + 1
	p.middle(s, max(p.left+half, min(x, width-margin/2-half)), y, f)
}

// labelEvery returns how many points share one name so that names do not touch.
func (p *plot) labelEvery() int {
	widest := 0
	for _, pt := range p.s.Points {
		widest = max(widest, p.wide(render.ShortPeriod(pt.Period), plainStyle(17, ink)))
	}
	return int(math.Ceil(float64(widest+12) / p.slot))
}

// breaks draws a dashed line where the scope changes.
func (p *plot) breaks() {
	last := -1
	for i, pt := range p.s.Points {
		if pt.Scope < 0 {
			continue
		}
		if last >= 0 && pt.Scope != p.s.Points[last].Scope {
			x := (p.x(last) + p.x(i)) / 2
			p.DashedLineStroke([]charts.Point{{X: x, Y: p.top - 20}, {X: x, Y: p.bottom}}, faint, 2, []float64{7, 6})
		}
		last = i
	}
}

// legend explains the colours below the field.
func (p *plot) legend() {
	x, y := p.left, p.bottom+64
	f := plainStyle(16, ink)
	add := func(text string, mark func(x, y int)) {
		text = p.clip(text, p.right-p.left-40, f)
		if w := p.wide(text, f) + 52; x+w > p.right+20 && x > p.left {
			return
		}
		mark(x, y)
		p.canvas.left(text, x+26, y+6, f)
		x += p.wide(text, f) + 52
	}
	box := func(c charts.Color) func(x, y int) {
		return func(x, y int) { p.FilledRect(x, y-9, x+18, y+9, c, nothing, 0) }
	}
	has := p.contents()
	for i, s := range p.s.Scopes {
		name := s
		if name == "" {
			name = phrase.ChartReached
		}
		if len(p.s.Scopes) > 1 || has.actual {
			add(name, box(deep[i%len(deep)]))
		}
	}
	if has.estimate {
		add(phrase.ChartEstimate, box(pale[0]))
	}
	if has.plan {
		add(phrase.ChartPlan, func(x, y int) { p.FilledRect(x, y-2, x+18, y+3, orange, nothing, 0) })
	}
	if has.others {
		add(phrase.ChartOthers, func(x, y int) { p.Circle(6, x+9, y, white, ink, 2) })
	}
}

type contents struct{ actual, estimate, plan, others bool }

func (p *plot) contents() (c contents) {
	for _, pt := range p.s.Points {
		c.actual = c.actual || pt.Scope >= 0 && !pt.Estimate
		c.estimate = c.estimate || pt.Scope >= 0 && pt.Estimate
		c.plan = c.plan || pt.Plan != nil
		c.others = c.others || len(pt.Others) > 0
	}
	return c
}
