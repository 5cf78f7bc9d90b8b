package chart

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
)

// series is what a picture shows, arranged: points in order of time.
type series struct {
	Name, Area, Unit string
	Growth           bool // the points are growths in Unit
	Points           []point
	Scopes           []string // in order of appearance
	Sources          string
	Rounded          bool // labels of thousands are without decimals
}

// point is one period of a series.
type point struct {
	Period    corpus.Period
	Value     float64
	Low       *float64 // with a range Value is its upper end
	Label     string
	Scope     int // index into Scopes, -1: only a plan is known
	Estimate  bool
	Plan      *float64
	PlanLabel string
	Others    []float64 // other published values of the same scope
	source    corpus.Source
}

// maxPoints is how many periods fit; the newest are shown.
const maxPoints = 24

// arrange chooses what may stand in one picture: records of one unit, measure
// and kind of period. ok is false if fewer than two periods have a figure.
func arrange(t Title, records []corpus.Record) (s series, ok bool) {
	like := likeness(t.Like, records)
	s = series{Name: t.Name, Area: t.Area, Unit: like.unit, Growth: like.growth}
	byPeriod := map[corpus.Period][]corpus.Record{}
	for _, r := range records {
		if like.fits(r) {
			byPeriod[r.Period] = append(byPeriod[r.Period], r)
		}
	}
	periods := make([]corpus.Period, 0, len(byPeriod))
	for p := range byPeriod {
		periods = append(periods, p)
	}
	slices.SortFunc(periods, corpus.Period.Compare)
	if len(periods) > maxPoints {
		periods = periods[len(periods)-maxPoints:]
	}
	figures := 0
	for _, p := range periods {
		slices.SortStableFunc(byPeriod[p], leads)
		slices.SortStableFunc(byPeriod[p], func(a, b corpus.Record) int { return asked(b, t.Like) - asked(a, t.Like) })
		pt, ok := s.point(p, byPeriod[p])
		if ok {
			s.Points = append(s.Points, pt)
		}
		if ok && pt.Scope >= 0 {
			figures++
		}
	}
	s.Sources = s.sources()
	return s, figures >= 2
}

// measure is what the points of a picture have in common.
type measure struct {
	unit   string
	growth bool
	kind   corpus.PeriodKind
	n      int // of halves and first months: only the same stretch of each year
}

func (m measure) fits(r corpus.Record) bool {
	got, ok := measureOf(r)
	if !ok || r.Doubt != "" || !drawable(r) {
		return false
	}
	if r.Status == corpus.Target && m.growth {
		return false
	}
	return got == m
}

// drawable reports whether the numbers of a record lie within what a scale can
// show.
func drawable(r corpus.Record) bool {
	for _, v := range []*float64{r.Value, r.Low, r.High} {
		if v != nil && !(math.Abs(*v) < 1e15) {
			return false
		}
	}
	return r.Change == nil || math.Abs(r.Change.Value) < 1e15
}

func measureOf(r corpus.Record) (m measure, ok bool) {
	m.kind = r.Period.Kind
	if m.kind == corpus.Half || m.kind == corpus.Months {
		m.n = r.Period.N
	}
	switch {
	case r.Value != nil || r.Low != nil && r.High != nil:
		m.unit = r.Unit
	case r.Change != nil && overYear(r):
		m.unit, m.growth = r.Change.Unit, true
	default:
		return m, false
	}
	return m, m.kind != corpus.NoPeriod && m.kind != corpus.Day
}

var yearIn = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// overYear reports whether a growth is over the same period a year before, as
// far as its basis says: one since an earlier year is no point of a series of
// yearly growths.
func overYear(r corpus.Record) bool {
	if r.Period.Kind == corpus.Span {
		return true
	}
	for _, y := range yearIn.FindAllString(r.Change.Basis, -1) {
		if y != strconv.Itoa(r.Period.Year-1) {
			return false
		}
	}
	return true
}

// likeness returns the measure of like, or the most frequent one. What is
// drawn of a record that stands alone in its measure would be a single point:
// then the most frequent one too.
func likeness(like corpus.Record, records []corpus.Record) measure {
	count := map[measure]int{}
	seen := map[string]bool{}
	for _, r := range records {
		m, ok := measureOf(r)
		key := fmt.Sprint(m, r.Period)
		if ok && r.Status != corpus.Target && !seen[key] {
			seen[key] = true
			count[m]++
		}
	}
	if m, ok := measureOf(like); ok && count[m] >= 2 {
		return m
	}
	var best measure
	for m, n := range count {
		if n > count[best] || n == count[best] && (m.kind < best.kind || m.kind == best.kind && m.unit < best.unit) {
			best = m
		}
	}
	return best
}

// asked is 2 for the record that was asked for, which leads its period whatever
// else was published, and 1 for another of its scope.
func asked(r, like corpus.Record) int {
	if r.Source.ID == like.Source.ID && r.Period == like.Period && r.Printed == like.Printed && r.Status == like.Status && r.Scope == like.Scope {
		return 2
	}
	if r.Scope == like.Scope && like.Source.ID != "" {
		return 1
	}
	return 0
}

// point makes the point of a period of the records that speak of it, the
// leading one first.
func (s *series) point(p corpus.Period, records []corpus.Record) (pt point, ok bool) {
	pt = point{Period: p, Scope: -1}
	for _, r := range records {
		if r.Status == corpus.Target {
			pt.plan(r)
			continue
		}
		v, low := s.value(r)
		if pt.Scope < 0 {
			pt.Value, pt.Low, pt.Label, pt.Estimate, pt.source = v, low, s.label(r), r.Status == corpus.Estimate, r.Source
			pt.Scope = s.scope(r.Scope)
			continue
		}
		if r.Scope == s.Scopes[pt.Scope] && v != pt.Value && !slices.Contains(pt.Others, v) {
			pt.Others = append(pt.Others, v)
		}
	}
	return pt, pt.Scope >= 0 || pt.Plan != nil
}

func (pt *point) plan(r corpus.Record) {
	v := r.Value
	if v == nil {
		v = r.Low
	}
	if pt.Plan == nil && v != nil {
		pt.Plan, pt.PlanLabel = v, render.Number(*v)
	}
}

// leads orders records of one period: what was reached before an estimate, then
// the later published first.
func leads(a, b corpus.Record) int {
	rank := func(r corpus.Record) int {
		if r.Status == corpus.Actual {
			return 0
		}
		return 1
	}
	if c := rank(a) - rank(b); c != 0 {
		return c
	}
	if c := strings.Compare(b.Source.Date, a.Source.Date); c != 0 {
		return c
	}
	return strings.Compare(a.Source.ID, b.Source.ID)
}

func (s *series) value(r corpus.Record) (v float64, low *float64) {
	switch {
	case s.Growth:
		return r.Change.Value, nil
	case r.Value != nil:
		return *r.Value, nil
	}
	return *r.High, r.Low
}

func (s *series) label(r corpus.Record) string {
	switch {
	case s.Growth:
		return render.Number(r.Change.Value)
	case r.Value != nil && r.Of != nil:
		return render.Number(*r.Value) + "/" + render.Number(*r.Of)
	case r.Value != nil:
		return render.Number(*r.Value)
	}
	return render.Number(*r.Low) + "-" + render.Number(*r.High)
}

// scope returns the number of a scope, numbering new ones.
func (s *series) scope(name string) int {
	if i := slices.Index(s.Scopes, name); i >= 0 {
		return i
	}
	s.Scopes = append(s.Scopes, name)
	return len(s.Scopes) - 1
}

// sources names where the figures come from, the newest first.
func (s *series) sources() string {
	var said []string
	for i := len(s.Points) - 1; i >= 0; i-- {
		src := s.Points[i].source
		one := render.Line(src.Publisher)
		if one == "" {
			one = render.Line(src.Title)
		}
		if one == "" {
			continue
		}
		if d := render.Date(src.Date); d != "" {
			one += " " + d
		}
		if !slices.Contains(said, one) {
			said = append(said, one)
		}
	}
	if len(said) > 4 {
		return phrase.ChartSources(strings.Join(said[:4], "; "), len(said)-4)
	}
	return phrase.ChartSources(strings.Join(said, "; "), 0)
}

// alt says in words what the picture shows.
func (s *series) alt() string {
	var values []string
	for _, p := range s.Points {
		if p.Scope >= 0 {
			values = append(values, render.Period(p.Period)+": "+p.Label)
		}
	}
	if len(values) > 8 {
		values = values[len(values)-8:]
	}
	return phrase.ChartAlt(s.Name, s.Area, s.unit(), strings.Join(values, "; "))
}

func (s *series) unit() string {
	if s.Growth {
		return phrase.ChartGrowth(s.Unit)
	}
	return s.Unit
}
