package chart

import (
	"math"
	"slices"
	"strings"

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
	seriesHeight = 720
	lineFrom     = 13 // points from which a line is drawn instead of bars
)

func drawSeries(s series) ([]byte, error) {
	p := &plot{canvas: newCanvas(seriesHeight), s: s}
	p.round()
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

// round shortens labels where those of all bars would be too small to read
// otherwise, and on a line those of more than two decimals; the heading says so.
func (p *plot) round() {
	n := len(p.s.Points)
	room := float64(width-2*margin-100) / float64(n)
	needed := false
	for _, pt := range p.s.Points {
		_, decimals, _ := strings.Cut(pt.Label, ",")
		needed = needed || p.onLine() && len(decimals) > 2 || !p.onLine() && float64(p.wide(pt.Label, boldStyle(15, ink))+6) > room
	}
	p.s.Rounded = false
	if !needed {
		return
	}
	p.s.Points = slices.Clone(p.s.Points)
	for i := range p.s.Points {
		pt := &p.s.Points[i]
		if pt.Scope < 0 || pt.Low != nil || pt.Label != render.Number(pt.Value) {
			continue
		}
		if short := render.Number(rounded(pt.Value, !p.onLine())); short != pt.Label {
			pt.Label, p.s.Rounded = short, true
		}
	}
}

// rounded returns v with two decimals, or with two digits where it is below one;
// with whole, thousands have none.
func rounded(v float64, whole bool) float64 {
	digits := 2.0
	switch size := math.Abs(v); {
	case size >= 1000 && whole:
		digits = 0
	case size > 0 && size < 1:
		digits = min(4, 1-math.Floor(math.Log10(size)))
	}
	scale := math.Pow(10, digits)
	return math.Round(v*scale) / scale
}

// onLine reports whether a line is drawn, as there is no room for bars.
func (p *plot) onLine() bool { return len(p.s.Points) >= lineFrom }

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
	if p.s.Rounded {
		under += phrase.ChartRounded
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
	p.bottom = p.h - 172
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
	if p.onLine() { // the last period is named below its point
		p.right -= p.widestPeriod() / 2
	}
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

// within is middle, moved so that nothing stands outside the picture.
func (p *plot) within(s string, x, y int, f charts.FontStyle) {
	half := p.wide(s, f)/2 + 1
	p.middle(s, max(p.left+half, min(x, width-margin-half)), y, f)
}

// value writes a value on a ground of its own, so that no line of the scale goes
// through it.
func (p *plot) value(s string, x, y int, f charts.FontStyle) {
	half := p.wide(s, f)/2 + 1
	x = max(p.left+half, min(x, width-margin-half))
	tall := int(f.FontSize)
	p.FilledRect(x-half-3, y-tall-3, x+half+3, y+4, white, nothing, 0)
	p.middle(s, x, y, f)
}

func (p *plot) widestPeriod() (widest int) {
	for _, pt := range p.s.Points {
		widest = max(widest, p.wide(render.ShortPeriod(pt.Period), plainStyle(17, ink)))
	}
	return widest
}

// labelEvery returns how many points share one name so that names do not touch.
func (p *plot) labelEvery() int {
	return int(math.Ceil(float64(p.widestPeriod()+12) / p.slot))
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

// legend explains the colours below the field, in two lines at most.
func (p *plot) legend() {
	l := &legend{plot: p, x: p.left, y: p.bottom + 64}
	has := p.contents()
	for i, name := range p.s.Scopes {
		color := deep[i%len(deep)]
		if !has.actual[i] {
			color = pale[i%len(pale)]
		}
		switch {
		case name == "" && len(p.s.Scopes) > 1:
			name = phrase.ChartNoScope
		case name == "" && !has.actual[i]:
			continue
		case name == "":
			name = phrase.ChartReached
		}
		l.box(name, color)
	}
	if has.estimate >= 0 {
		text := phrase.ChartEstimate
		if len(p.s.Scopes) > 1 {
			text = phrase.ChartPale
		}
		l.box(text, pale[has.estimate%len(pale)])
	}
	if has.plan {
		l.add(phrase.ChartPlan, func(x, y int) { p.FilledRect(x, y-2, x+18, y+3, orange, nothing, 0) })
	}
	if has.others {
		l.add(phrase.ChartOthers, func(x, y int) { p.Circle(6, x+9, y, white, ink, 2) })
	}
}

// legend is where the next entry stands.
type legend struct {
	*plot
	x, y, line int
}

func (l *legend) box(text string, color charts.Color) {
	l.add(text, func(x, y int) { l.FilledRect(x, y-9, x+18, y+9, color, nothing, 0) })
}

// add writes an entry; one that has no room in the second line is left out.
func (l *legend) add(text string, mark func(x, y int)) {
	f := plainStyle(16, ink)
	text = l.clip(text, l.right-l.left-40, f)
	w := l.wide(text, f) + 52
	if l.x+w > l.right+30 && l.x > l.left {
		l.x, l.y, l.line = l.left, l.y+28, l.line+1
	}
	if l.line > 1 {
		return
	}
	mark(l.x, l.y)
	l.canvas.left(text, l.x+26, l.y+6, f)
	l.x += w
}

// contents tells what a picture has to explain.
type contents struct {
	actual       map[int]bool // by scope: something was reached
	estimate     int          // scope of the first estimate, -1: none
	plan, others bool
}

func (p *plot) contents() contents {
	c := contents{actual: map[int]bool{}, estimate: -1}
	for _, pt := range p.s.Points {
		switch {
		case pt.Scope >= 0 && !pt.Estimate:
			c.actual[pt.Scope] = true
		case pt.Scope >= 0 && c.estimate < 0:
			c.estimate = pt.Scope
		}
		c.plan = c.plan || pt.Plan != nil
		c.others = c.others || len(pt.Others) > 0
	}
	return c
}
