package chart

import (
	"math"
	"strings"

	"github.com/go-analyze/charts"
)

// Size of a picture in pixels: shown without scaling on most phones.
const width = 1000

const margin = 40

// Colours, told apart also by those who do not see red and green; the scopes
// take theirs in turn.
var (
	white    = charts.ColorRGB(255, 255, 255)
	ink      = charts.ColorRGB(30, 41, 59)
	faint    = charts.ColorRGB(100, 116, 139)
	rule     = charts.ColorRGB(226, 232, 240)
	orange   = charts.ColorRGB(217, 119, 6)
	deep     = []charts.Color{charts.ColorRGB(37, 99, 235), charts.ColorRGB(13, 148, 136), charts.ColorRGB(147, 51, 234), charts.ColorRGB(190, 24, 93)}
	pale     = []charts.Color{charts.ColorRGB(147, 186, 250), charts.ColorRGB(134, 208, 200), charts.ColorRGB(208, 170, 245), charts.ColorRGB(240, 160, 196)}
	nothing  = charts.ColorTransparent
	fontText = charts.GetFont(charts.FontFamilyNotoSans)
	fontBold = charts.GetFont(charts.FontFamilyNotoSansBold)
)

// canvas is a painter that knows where text stands.
type canvas struct {
	*charts.Painter
	h int
}

func newCanvas(height int) canvas {
	p := charts.NewPainter(charts.PainterOptions{Width: width, Height: height, Font: fontText})
	p.FilledRect(0, 0, width, height, white, nothing, 0)
	return canvas{p, height}
}

func plainStyle(size float64, color charts.Color) charts.FontStyle {
	return charts.FontStyle{Font: fontText, FontSize: size, FontColor: color}
}

func boldStyle(size float64, color charts.Color) charts.FontStyle {
	return charts.FontStyle{Font: fontBold, FontSize: size, FontColor: color}
}

func (c canvas) wide(s string, f charts.FontStyle) int { return c.MeasureText(s, 0, f).Width() }

// left, middle and right write s with its baseline at y.
func (c canvas) left(s string, x, y int, f charts.FontStyle) { c.Text(s, x, y, 0, f) }

func (c canvas) middle(s string, x, y int, f charts.FontStyle) {
	c.Text(s, x-c.wide(s, f)/2, y, 0, f)
}

func (c canvas) right(s string, x, y int, f charts.FontStyle) { c.Text(s, x-c.wide(s, f), y, 0, f) }

// lines breaks s into at most most lines of room pixels; what is left over is
// cut with "…".
func (c canvas) lines(s string, room, most int, f charts.FontStyle) []string {
	var out []string
	line := ""
	for _, w := range strings.Fields(s) {
		try := strings.TrimSpace(line + " " + w)
		if c.wide(try, f) <= room || line == "" {
			line = try
			continue
		}
		if len(out) == most-1 {
			return append(out, c.clip(line+" "+w+"…", room, f))
		}
		out, line = append(out, line), w
	}
	return append(out, c.clip(line, room, f))
}

// clip shortens s until it has room.
func (c canvas) clip(s string, room int, f charts.FontStyle) string {
	if c.wide(s, f) <= room {
		return s
	}
	r := []rune(strings.TrimSuffix(s, "…"))
	low, high := 0, len(r)
	for low < high {
		half := (low + high + 1) / 2
		if c.wide(string(r[:half])+"…", f) <= room {
			low = half
		} else {
			high = half - 1
		}
	}
	return strings.TrimRight(string(r[:low]), " ,;") + "…"
}

// steps returns round values from at most low to at least high, with zero among
// them, about four. Values that no indicator has (beyond 10^18) have no scale.
func steps(low, high float64) []float64 {
	low, high = math.Min(low, 0), math.Max(high, 0)
	if span := high - low; !(span > 1e-9 && span < 1e18) {
		return []float64{0, 1}
	}
	rough := (high - low) / 4
	unit := math.Pow(10, math.Floor(math.Log10(rough)))
	step := unit * 10
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*unit >= rough {
			step = m * unit
			break
		}
	}
	var out []float64
	first, last := math.Floor(low/step), math.Ceil(high/step)
	for i := first; i <= last; i++ {
		out = append(out, i*step)
	}
	return out
}
