package reminder

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/teambition/rrule-go"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

func dayOf(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02", s, corpus.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

var atEight = []TimeOfDay{{8, 0}}

// reckoning is a recurrence beside another way of telling its days: the
// predicate knows nothing of the code under test but the calendar's Working.
type reckoning struct {
	name string
	rec  Recurrence
	on   func(d time.Time) bool
}

func lastOf(d time.Time) int { return time.Date(d.Year(), d.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func reckonings(cal Calendar) []reckoning {
	start := dayOf("2024-01-01")
	rec := func(r Recurrence) Recurrence {
		r.Start, r.At = start, atEight
		return r
	}
	lastWorking := func(d time.Time) bool {
		for e := d.AddDate(0, 0, 1); e.Month() == d.Month(); e = e.AddDate(0, 0, 1) {
			if cal.Working(e) {
				return false
			}
		}
		return cal.Working(d)
	}
	out := []reckoning{
		{"every day", rec(Recurrence{Unit: Daily}), func(time.Time) bool { return true }},
		{"working days", rec(Recurrence{Unit: Daily, Working: true}), cal.Working},
		{"every third day", rec(Recurrence{Unit: Daily, Every: 3}), func(d time.Time) bool { return int(d.Sub(start).Hours()/24)%3 == 0 }},
		{"every other Wednesday", rec(Recurrence{Unit: Weekly, Every: 2, Weekdays: []int{3}}), func(d time.Time) bool { return int(d.Sub(start).Hours()/24)%14 == 2 }},
		{"last working day", rec(Recurrence{Unit: Monthly, Workday: -1}), lastWorking},
		{"last working day of the quarter", rec(Recurrence{Unit: Monthly, Workday: -1, Months: []int{3, 6, 9, 12}, Quarter: true}), func(d time.Time) bool { return d.Month()%3 == 0 && lastWorking(d) }},
		{"last Friday", rec(Recurrence{Unit: Monthly, Weekdays: []int{5}, Nth: -1}), func(d time.Time) bool { return d.Weekday() == 5 && d.AddDate(0, 0, 7).Month() != d.Month() }},
		{"second Tuesday", rec(Recurrence{Unit: Monthly, Weekdays: []int{2}, Nth: 2}), func(d time.Time) bool { return d.Weekday() == 2 && d.Day() > 7 && d.Day() <= 14 }},
		{"29 February", rec(Recurrence{Unit: Yearly, MonthDays: []int{29}, Months: []int{2}}), func(d time.Time) bool { return d.Month() == 2 && d.Day() == lastOf(d) }},
		{"15 and 30", rec(Recurrence{Unit: Monthly, MonthDays: []int{15, 30}}), func(d time.Time) bool { return d.Day() == 15 || d.Day() == min(30, lastOf(d)) }},
		{"last day", rec(Recurrence{Unit: Monthly, MonthDays: []int{-1}}), func(d time.Time) bool { return d.AddDate(0, 0, 1).Day() == 1 }},
		{"each sixth month", rec(Recurrence{Unit: Monthly, Every: 6, MonthDays: []int{5}}), func(d time.Time) bool { return (d.Month() == 1 || d.Month() == 7) && d.Day() == 5 }},
		{"weekdays but holidays", rec(Recurrence{Unit: Weekly, Weekdays: []int{1, 2, 3, 4, 5}, SkipHolidays: true}), func(d time.Time) bool {
			_, off := cal.Holiday(d)
			return !off && d.Weekday() != 0 && d.Weekday() != 6
		}},
		{"full moon", rec(Recurrence{Unit: LunarMonth, MonthDays: []int{15}}), func(d time.Time) bool { return viet.Lunar(d).Day == 15 }},
	}
	for n := 1; n <= 31; n++ {
		out = append(out, reckoning{fmt.Sprint("day ", n), rec(Recurrence{Unit: Monthly, MonthDays: []int{n}}), func(d time.Time) bool { return d.Day() == min(n, lastOf(d)) }})
	}
	return out
}

// Ten years, leap years and holidays included, against a scan day by day.
func TestRecurrenceAgainstDayByDayScan(t *testing.T) {
	cal := NewCalendar([]corpus.Holiday{{Date: "2026-11-24", Name: "Ngày Văn hóa"}, {Date: "2027-03-06", Name: "Làm bù", Kind: "work"}})
	for _, c := range reckonings(cal) {
		t.Run(c.name, func(t *testing.T) {
			var want, got []time.Time
			end := dayOf("2034-01-01")
			for d := dayOf("2024-01-01"); d.Before(end); d = d.AddDate(0, 0, 1) {
				if c.on(d) {
					want = append(want, d.Add(8*time.Hour))
				}
			}
			for at := dayOf("2024-01-01").Add(-time.Second); ; {
				n, ok := c.rec.Next(at, cal)
				if !ok || !n.Before(end) {
					break
				}
				got, at = append(got, n), n
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("differs from the scan:\n%s", d)
			}
		})
	}
}

// Where RFC 5545 has words for a recurrence, its own expander agrees.
func TestRuleAgreesWithExpander(t *testing.T) {
	cal := Calendar{}
	rules := 0
	for _, c := range reckonings(cal) {
		rule := c.rec.Rule()
		if rule == "" {
			continue
		}
		rules++
		opt, err := rrule.StrToROptionInLocation(rule, corpus.Zone)
		if err != nil {
			t.Fatalf("%s: %s: %v", c.name, rule, err)
		}
		opt.Dtstart = c.rec.Start
		x, err := rrule.NewRRule(*opt)
		if err != nil {
			t.Fatalf("%s: %s: %v", c.name, rule, err)
		}
		want := x.Between(c.rec.Start, dayOf("2030-01-01"), true)
		got := c.rec.Upcoming(c.rec.Start.Add(-time.Second), len(want), cal)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s:\n%s", c.name, rule, d)
		}
	}
	if rules < 35 {
		t.Errorf("only %d recurrences have a rule", rules)
	}
}

func TestRecurrenceBounds(t *testing.T) {
	weekly := Recurrence{Unit: Weekly, Weekdays: []int{1}, Start: dayOf("2026-11-30"), At: atEight}
	counted, until := weekly, weekly
	counted.Count = 3
	until.Until = dayOf("2026-12-14").Add(8 * time.Hour)
	for name, r := range map[string]Recurrence{"count": counted, "until": until} {
		got := r.Upcoming(dayOf("2026-11-01"), 9, Calendar{})
		want := []time.Time{dayOf("2026-11-30").Add(8 * time.Hour), dayOf("2026-12-07").Add(8 * time.Hour), dayOf("2026-12-14").Add(8 * time.Hour)}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if got := r.Upcoming(want[0], 9, Calendar{}); len(got) != 2 {
			t.Errorf("%s: %d left after the first, want 2", name, len(got))
		}
	}
}

func TestOffsetsBeforeDeadline(t *testing.T) {
	deadline := dayOf("2027-05-04").Add(17 * time.Hour) // after a weekend and two holidays
	r := Recurrence{Unit: Once, Start: deadline, Offsets: []Offset{{Days: 3, At: TimeOfDay{8, 0}}, {Days: 1, Working: true, At: TimeOfDay{9, 30}}, {Exact: 90 * time.Minute}}}
	want := []time.Time{dayOf("2027-04-29").Add(9*time.Hour + 30*time.Minute), dayOf("2027-05-01").Add(8 * time.Hour), dayOf("2027-05-04").Add(15*time.Hour + 30*time.Minute)}
	if d := cmp.Diff(want, r.Upcoming(dayOf("2027-01-01"), 9, Calendar{})); d != "" {
		t.Error(d)
	}
	var names []string
	for _, o := range r.Offsets {
		names = append(names, o.String())
	}
	if d := cmp.Diff([]string{"-72h", "-1wd", "-1h30m"}, names); d != "" {
		t.Error(d)
	}
}

func TestRecurrenceKeepsAsJSON(t *testing.T) {
	for _, c := range reckonings(Calendar{}) {
		b, err := json.Marshal(c.rec)
		if err != nil {
			t.Fatal(err)
		}
		var back Recurrence
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		at := dayOf("2026-01-01")
		if d := cmp.Diff(c.rec.Upcoming(at, 3, Calendar{}), back.Upcoming(at, 3, Calendar{})); d != "" {
			t.Errorf("%s: %s\n%s", c.name, b, d)
		}
	}
}

// Wherever one asks from, the next instant is the first later one.
func TestNextFromAnyInstant(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range reckonings(Calendar{}) {
		for range 40 {
			at := dayOf("2024-01-01").Add(time.Duration(rng.Int64N(int64(3 * 365 * 24 * time.Hour))))
			n, ok := c.rec.Next(at, Calendar{})
			if !ok || !n.After(at) || !c.on(midnight(n)) {
				t.Fatalf("%s: next after %s is %s", c.name, at, n)
			}
			for d := midnight(at).AddDate(0, 0, 1); d.Before(midnight(n)); d = d.AddDate(0, 0, 1) {
				if c.on(d) {
					t.Fatalf("%s: %s left out after %s", c.name, d, at)
				}
			}
		}
	}
}

func BenchmarkNext(b *testing.B) {
	r := Recurrence{Unit: Monthly, Workday: -1, Start: dayOf("2026-01-01"), At: atEight}
	at := dayOf("2026-06-01")
	for b.Loop() {
		r.Next(at, Calendar{})
	}
}
