package corpus

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A series is the records that may be compared: same indicator, area and scope.
type series struct{ indicator, area, scope string }

func (r *Record) series() series {
	id := r.Indicator
	if id == "" {
		id = strings.ToLower(r.Name)
	}
	return series{id, r.Area, r.Scope}
}

// duplicates reports records of one source that say the same twice, or two
// things of the same.
func (k *checker) duplicates() {
	type key struct {
		series
		source, unit string
		period       Period
		status       Status
	}
	first := map[key]*Record{}
	for i := range k.c.Records {
		r := &k.c.Records[i]
		id := key{r.series(), r.Source.ID, r.Unit, r.Period, r.Status}
		other, ok := first[id]
		switch {
		case !ok:
			first[id] = r
		case sameFigures(other, r):
			k.report(r.At, "%s: the same as line %d of %s", r.label(), other.At.Line, other.At.File)
		case sameKind(other, r) && r.Doubt == "" && other.Doubt == "":
			k.report(r.At, "%s: another value than line %d of %s, which has the same source and scope", r.label(), other.At.Line, other.At.File)
		}
	}
}

func sameFigures(a, b *Record) bool {
	return sameNumber(a.Value, b.Value) && sameNumber(a.Low, b.Low) && sameNumber(a.High, b.High) &&
		sameNumber(a.PlanPct, b.PlanPct) && sameChange(a.Change, b.Change)
}

// sameKind reports whether both records give a level, or both only a change
// against the same basis.
func sameKind(a, b *Record) bool {
	if a.Value == nil || b.Value == nil {
		return a.Value == nil && b.Value == nil && a.Change != nil && b.Change != nil &&
			a.Change.Basis == b.Change.Basis && a.Change.Unit == b.Change.Unit
	}
	return true
}

func sameNumber(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

func sameChange(a, b *Change) bool { return a == b || a != nil && b != nil && *a == *b }

// A level is a value that growth can be computed from, in base units, with the
// rounding of its print.
type level struct {
	value, rounding float64
	dimension       Dimension
}

// maxRounding is how much of a value its trailing zeros may leave open: 2000 may
// be rounded, but not by half of a thousand.
const maxRounding = 0.005

func levelIn(r *Record) (level, bool) {
	if r.Value == nil || r.Approx != "" || r.Status == Target {
		return level{}, false
	}
	d, factor, ok := UnitOf(r.Unit)
	rounding := min(lastDigit(*r.Value)/2, maxRounding**r.Value)
	return level{*r.Value * factor, rounding * factor, d}, ok && *r.Value > 0
}

// lastDigit returns the place of the last digit of a number that is not zero:
// 0.1 for 226.8, 1000 for 2000.
func lastDigit(v float64) float64 {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if _, decimals, ok := strings.Cut(s, "."); ok {
		return math.Pow(10, -float64(len(decimals)))
	}
	return math.Pow(10, float64(len(s)-len(strings.TrimRight(s, "0"))))
}

// growth reports changes that contradict the levels of the same source, area and
// scope. Levels in per cent are left out: they are rates, which change by points,
// or indices whose base moves every year.
func (k *checker) growth() {
	type key struct {
		series
		source string
		period Period
	}
	levels := map[key]level{}
	for i := range k.c.Records {
		r := &k.c.Records[i]
		if l, ok := levelIn(r); ok {
			levels[key{r.series(), r.Source.ID, r.Period}] = l
		}
	}
	for i := range k.c.Records {
		r := &k.c.Records[i]
		from, to, years, ok := ends(r)
		if !ok || r.Doubt != "" || r.Approx != "" {
			continue
		}
		a, okA := levels[key{r.series(), r.Source.ID, from}]
		b, okB := levels[key{r.series(), r.Source.ID, to}]
		if !okA || !okB || a.dimension != b.dimension || a.dimension == Percent {
			continue
		}
		growth := 100 * (math.Pow(b.value/a.value, 1/years) - 1)
		slack := 0.1 + 100*(b.value/a.value)*(a.rounding/a.value+b.rounding/b.value)
		if math.Abs(growth-r.Change.Value) > slack {
			k.report(r.At, "%s: a change of %s %s, but the levels of this source give %.2f %%", r.label(), numberCell(&r.Change.Value), r.Change.Unit, growth)
		}
	}
}

var basisYear = regexp.MustCompile(`năm (\d{4})`)

// ends returns the periods that the change of a record lies between, and the
// number of steps it is spread over: the years of a span for a yearly mean.
func ends(r *Record) (from, to Period, years float64, ok bool) {
	if r.Change == nil {
		return from, to, 0, false
	}
	switch {
	case r.Change.Unit == "%/năm" && r.Period.Kind == Span:
		return YearOf(r.Period.Year), YearOf(r.Period.End), float64(r.Period.End - r.Period.Year), true
	case r.Change.Unit != "%" || r.Period.Kind == Span:
		return from, to, 0, false
	}
	to, from = r.Period, r.Period.YearBefore()
	if m := basisYear.FindStringSubmatch(r.Change.Basis); m != nil {
		year, err := strconv.Atoi(m[1])
		if err != nil {
			return from, to, 0, false
		}
		from.Year = year
	} else if strings.Contains(r.Change.Basis, "đầu") || strings.Contains(r.Change.Basis, "tháng trước") || strings.Contains(r.Change.Basis, "quý trước") {
		return from, to, 0, false
	}
	return from, to, 1, true
}

// A point is a yearly level in a series.
type point struct {
	level
	year int
	r    *Record
}

// series reports values that stand apart from their neighbours: by a power of
// ten, as a slip of the unit does, or so far that the scope must have changed.
func (k *checker) series() {
	all := map[series][]point{}
	var order []series
	for i := range k.c.Records {
		r := &k.c.Records[i]
		l, ok := levelIn(r)
		if !ok || r.Doubt != "" || r.Period.Kind != Year || r.Of != nil {
			continue
		}
		id := r.series()
		id.scope += "\x00" + string(l.dimension)
		if all[id] == nil {
			order = append(order, id)
		}
		all[id] = append(all[id], point{l, r.Period.Year, r})
	}
	for _, id := range order {
		k.neighbours(all[id])
	}
}

// Neighbours are at most this many years apart.
const neighbourYears = 3

// leap is the factor between two neighbours of one scope that no year explains;
// counts below fewCounted may leap by themselves.
const (
	leap       = 5
	fewCounted = 100
)

func (k *checker) neighbours(points []point) {
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.year, b.year) })
	slipped := map[*Record]bool{}
	for i, p := range points {
		if power, base := slip(points, i); power != 0 {
			slipped[p.r] = true
			k.report(p.r.At, "%s: %s %s is about 10^%d times its neighbours (%s); is the unit right?",
				p.r.label(), numberCell(p.r.Value), p.r.Unit, power, base)
		}
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if slipped[a.r] || slipped[b.r] || b.year-a.year > neighbourYears {
			continue
		}
		if apart(a, b) {
			k.report(b.r.At, "%s: %s %s after %s %s in %d: the scope of the series breaks here; say each scope",
				b.r.label(), numberCell(b.r.Value), b.r.Unit, numberCell(a.r.Value), a.r.Unit, a.year)
		}
	}
}

func apart(a, b point) bool {
	if a.dimension == Counted && min(a.value, b.value) < fewCounted {
		return false
	}
	return b.value > leap*a.value || a.value > leap*b.value
}

// maxNear bounds how many neighbours on each side a value is compared with: a
// series may hold thousands of values of one year.
const maxNear = 50

// nearTo returns the neighbours of points[i], which are in order of their years.
func nearTo(points []point, i int) []point {
	first, last, year := i, i+1, points[i].year
	for first > 0 && i-first < maxNear && year-points[first-1].year <= neighbourYears {
		first--
	}
	for last < len(points) && last-i <= maxNear && points[last].year-year <= neighbourYears {
		last++
	}
	return slices.Concat(points[first:i], points[i+1:last])
}

// slip returns the power of ten by which points[i] stands apart from two or more
// neighbours that agree with each other, and one of them in words; 0 if none.
func slip(points []point, i int) (power int, base string) {
	p := points[i]
	near := nearTo(points, i)
	if len(near) < 2 {
		return 0, ""
	}
	low, high := near[0].value, near[0].value
	for _, q := range near {
		low, high = min(low, q.value), max(high, q.value)
	}
	if high > 3*low {
		return 0, ""
	}
	exact := math.Log10(p.value / math.Sqrt(low*high))
	power = int(math.Round(exact))
	if power == 0 || math.Abs(exact-float64(power)) > 0.25 {
		return 0, ""
	}
	return power, fmt.Sprintf("%s %s in %d", numberCell(near[0].r.Value), near[0].r.Unit, near[0].year)
}
