package corpus

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Zone is the time zone in which calendar words are read: Asia/Ho_Chi_Minh,
// UTC+7 without summer time.
var Zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// PeriodKind tells what stretch of time a Period covers.
type PeriodKind uint8

// The kinds of period, from the absent one to the shortest.
const (
	NoPeriod PeriodKind = iota
	Span                // years Year..End, both included: 2015/2020
	Year                // 2021
	Half                // 2022-H1
	Months              // the first N months of Year: 2021-09M
	Quarter             // 2021-Q3
	Month               // 2021-05
	Day                 // 2021-12-31
)

// String returns the word of the column period_type.
func (k PeriodKind) String() string {
	return [...]string{"", "span", "year", "half", "months", "quarter", "month", "day"}[k]
}

// Period is the time a value speaks about, not the date it was published.
// It is comparable with ==; the zero value is the unknown period.
type Period struct {
	Kind PeriodKind
	Year int
	N    int // half, quarter or month number, or number of months
	End  int // last year of a Span, day of the month of a Day
}

// YearOf returns the period of a whole year.
func YearOf(y int) Period { return Period{Kind: Year, Year: y} }

// SpanOf returns the period of the years from..to, both included.
func SpanOf(from, to int) Period { return Period{Kind: Span, Year: from, End: to} }

// FirstMonths returns the period of the first n months of a year, in its
// shortest notation: 3 is Q1, 6 is H1, 12 the year.
func FirstMonths(y, n int) Period {
	switch n {
	case 1:
		return Period{Kind: Month, Year: y, N: 1}
	case 3:
		return Period{Kind: Quarter, Year: y, N: 1}
	case 6:
		return Period{Kind: Half, Year: y, N: 1}
	case 12:
		return YearOf(y)
	}
	return Period{Kind: Months, Year: y, N: n}
}

// IsZero reports whether the period is unknown.
func (p Period) IsZero() bool { return p.Kind == NoPeriod }

// String returns the notation that ParsePeriod reads.
func (p Period) String() string {
	switch p.Kind {
	case Span:
		return fmt.Sprintf("%04d/%04d", p.Year, p.End)
	case Year:
		return fmt.Sprintf("%04d", p.Year)
	case Half:
		return fmt.Sprintf("%04d-H%d", p.Year, p.N)
	case Months:
		return fmt.Sprintf("%04d-%02dM", p.Year, p.N)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.N)
	case Month:
		return fmt.Sprintf("%04d-%02d", p.Year, p.N)
	case Day:
		return fmt.Sprintf("%04d-%02d-%02d", p.Year, p.N, p.End)
	}
	return ""
}

// ParsePeriod reads the notation of String. The empty string is the unknown
// period; ParsePeriod(p.String()) == p for every period it returns.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	if p, ok := parsePeriod(s); ok {
		return p, nil
	}
	return Period{}, fmt.Errorf("period %q: want 2021, 2022-H1, 2021-Q3, 2021-05, 2021-09M, 2015/2020 or 2021-12-31", s)
}

func parsePeriod(s string) (Period, bool) {
	if len(s) < 4 {
		return Period{}, false
	}
	y, ok := digits(s[:4])
	if !ok || y < 1000 {
		return Period{}, false
	}
	rest := s[4:]
	switch {
	case rest == "":
		return YearOf(y), true
	case rest[0] == '/' && len(rest) == 5:
		end, ok := digits(rest[1:])
		return SpanOf(y, end), ok && end > y
	case rest[0] == '-':
		return parseWithin(y, rest[1:])
	}
	return Period{}, false
}

func parseWithin(y int, s string) (Period, bool) {
	switch {
	case len(s) == 2 && s[0] == 'H':
		n, ok := digits(s[1:])
		return Period{Kind: Half, Year: y, N: n}, ok && n >= 1 && n <= 2
	case len(s) == 2 && s[0] == 'Q':
		n, ok := digits(s[1:])
		return Period{Kind: Quarter, Year: y, N: n}, ok && n >= 1 && n <= 4
	case len(s) == 2:
		n, ok := digits(s)
		return Period{Kind: Month, Year: y, N: n}, ok && n >= 1 && n <= 12
	case len(s) == 3 && s[2] == 'M':
		n, ok := digits(s[:2])
		return FirstMonths(y, n), ok && n >= 1 && n <= 12
	case len(s) == 5 && s[2] == '-':
		t, err := time.Parse("2006-01-02", fmt.Sprintf("%04d-%s", y, s))
		return Period{Kind: Day, Year: y, N: int(t.Month()), End: t.Day()}, err == nil
	}
	return Period{}, false
}

func digits(s string) (int, bool) {
	if strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) >= 0 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// First returns the first instant of the period, in Zone.
func (p Period) First() time.Time {
	switch p.Kind {
	case Half:
		return date(p.Year, 6*p.N-5, 1)
	case Quarter:
		return date(p.Year, 3*p.N-2, 1)
	case Month:
		return date(p.Year, p.N, 1)
	case Day:
		return date(p.Year, p.N, p.End)
	case NoPeriod:
		return time.Time{}
	}
	return date(p.Year, 1, 1)
}

// After returns the first instant after the period, in Zone.
func (p Period) After() time.Time {
	switch p.Kind {
	case Span:
		return date(p.End+1, 1, 1)
	case Half:
		return date(p.Year, 6*p.N+1, 1)
	case Quarter:
		return date(p.Year, 3*p.N+1, 1)
	case Month, Months:
		return date(p.Year, p.N+1, 1)
	case Day:
		return date(p.Year, p.N, p.End+1)
	case NoPeriod:
		return time.Time{}
	}
	return date(p.Year+1, 1, 1)
}

func date(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, Zone)
}

// PeriodOf returns the period that is exactly the interval from..to (to is
// excluded), and false if no notation says it.
func PeriodOf(from, to time.Time) (Period, bool) {
	from, to = from.In(Zone), to.In(Zone)
	y, m := from.Year(), int(from.Month())
	if to.Equal(date(y, m, from.Day()+1)) && from.Equal(date(y, m, from.Day())) {
		return Period{Kind: Day, Year: y, N: m, End: from.Day()}, true
	}
	if !from.Equal(date(y, m, 1)) || !to.Equal(date(to.Year(), int(to.Month()), 1)) {
		return Period{}, false
	}
	n := (to.Year()-y)*12 + int(to.Month()) - m
	switch {
	case n == 1:
		return Period{Kind: Month, Year: y, N: m}, true
	case n == 3 && m%3 == 1:
		return Period{Kind: Quarter, Year: y, N: m/3 + 1}, true
	case n == 6 && m%6 == 1:
		return Period{Kind: Half, Year: y, N: m/6 + 1}, true
	case m == 1 && n > 1 && n <= 12:
		return FirstMonths(y, n), true
	case m == 1 && n > 12 && n%12 == 0:
		return SpanOf(y, y+n/12-1), true
	}
	return Period{}, false
}

// YearBefore returns the same period one year earlier ("cùng kỳ"): the year
// before for a year, both ends shifted for a span. 29 February goes to 28.
func (p Period) YearBefore() Period {
	if p.IsZero() {
		return p
	}
	p.Year--
	if p.Kind == Span {
		p.End--
	}
	if p.Kind == Day && p.N == 2 && p.End == 29 {
		p.End = 28
	}
	return p
}

// Contains reports whether q lies wholly within p.
func (p Period) Contains(q Period) bool {
	return !p.IsZero() && !q.IsZero() && !q.First().Before(p.First()) && !q.After().After(p.After())
}

// Compare orders periods by their end, then by their beginning, the longer
// first; the unknown period comes first of all.
func (p Period) Compare(q Period) int {
	if c := p.After().Compare(q.After()); c != 0 {
		return c
	}
	return p.First().Compare(q.First())
}

// MarshalJSON writes the notation of String.
func (p Period) MarshalJSON() ([]byte, error) { return json.Marshal(p.String()) }

// UnmarshalJSON reads the notation of String.
func (p *Period) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	q, err := ParsePeriod(s)
	*p = q
	return err
}
