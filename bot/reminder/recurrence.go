package reminder

import (
	"slices"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Unit is the length of time after which a recurrence comes round.
type Unit string

// The units of a recurrence.
const (
	Once       Unit = "once"
	Minutely   Unit = "minute"
	Hourly     Unit = "hour"
	Daily      Unit = "day"
	Weekly     Unit = "week"
	Monthly    Unit = "month"
	Yearly     Unit = "year"
	LunarMonth Unit = "lunar-month"
	LunarYear  Unit = "lunar-year"
)

// TimeOfDay is an hour and minute, 00:00 to 23:59.
type TimeOfDay struct {
	Hour   int `json:"hour"`
	Minute int `json:"minute"`
}

// Recurrence says when a reminder fires. It is a plain value: it keeps in a
// store as JSON, and two of the same fields are the same recurrence. Days are
// those of Asia/Ho_Chi_Minh.
//
// In each unit the days are chosen by the fields that are set: Weekdays with or
// without Nth, MonthDays, or Workday. Days 29 to 31 of a short month fall on its
// last day.
type Recurrence struct {
	Unit  Unit        `json:"unit"`
	Every int         `json:"every,omitempty"` // each so many units from that of Start; 0 is 1
	Start time.Time   `json:"start"`           // Once: the instant; otherwise nothing fires before it
	More  []time.Time `json:"more,omitempty"`  // Once: the instants after Start, in order
	At    []TimeOfDay `json:"at,omitempty"`    // times of a day, in order

	Weekdays  []int `json:"weekdays,omitempty"`   // 1 Monday .. 7 Sunday, in order
	Nth       int   `json:"nth,omitempty"`        // of a weekday in its month: 1.., -1 the last
	MonthDays []int `json:"month_days,omitempty"` // 1..31, -1 the last
	Months    []int `json:"months,omitempty"`     // only these months
	Workday   int   `json:"workday,omitempty"`    // n-th working day of the month (or week): 1.., -1 the last

	Working      bool `json:"working,omitempty"`       // Daily: working days only
	SkipHolidays bool `json:"skip_holidays,omitempty"` // "trừ ngày lễ"

	Until   time.Time `json:"until,omitzero"`    // the last instant allowed
	Count   int       `json:"count,omitempty"`   // so many times; 0: no limit
	Offsets []Offset  `json:"offsets,omitempty"` // before each instant, which is then a deadline
	Quarter bool      `json:"quarter,omitempty"` // Months are one of each quarter, said so
}

// horizon is how many days Next looks ahead for the next day that fits.
const horizon = 4000

// Next returns the first instant after the given one at which the recurrence
// fires; ok is false if there is none any more.
func (r Recurrence) Next(after time.Time, cal Calendar) (t time.Time, ok bool) {
	if len(r.Offsets) > 0 {
		return r.nextOffset(after, cal)
	}
	return r.next(after, cal)
}

func (r Recurrence) next(after time.Time, cal Calendar) (time.Time, bool) {
	if r.Unit == Once {
		return r.single(after)
	}
	if r.Count > 0 {
		return r.counted(after, cal)
	}
	return r.within(r.following(after, cal))
}

// single returns the next of the instants of what does not come round again.
func (r Recurrence) single(after time.Time) (time.Time, bool) {
	if r.Start.After(after) {
		return r.Start, true
	}
	for _, t := range r.More {
		if t.After(after) {
			return t, true
		}
	}
	return time.Time{}, false
}

func (r Recurrence) within(t time.Time, ok bool) (time.Time, bool) {
	if !ok || !r.Until.IsZero() && t.After(r.Until) {
		return time.Time{}, false
	}
	return t, true
}

// counted goes through the occurrences from the first on, since only the first
// Count of them fire.
func (r Recurrence) counted(after time.Time, cal Calendar) (time.Time, bool) {
	t := r.Start.Add(-time.Nanosecond)
	for range min(r.Count, 5000) {
		var ok bool
		if t, ok = r.within(r.following(t, cal)); !ok {
			return time.Time{}, false
		}
		if t.After(after) {
			return t, true
		}
	}
	return time.Time{}, false
}

// following is Next without the bounds.
func (r Recurrence) following(after time.Time, cal Calendar) (time.Time, bool) {
	if after.Before(r.Start) {
		after = r.Start.Add(-time.Nanosecond)
	}
	if r.Unit == Hourly || r.Unit == Minutely {
		return r.step(after), true
	}
	day := midnight(after)
	for range horizon {
		if r.fits(day, cal) {
			for _, at := range r.At {
				t := day.Add(time.Duration(at.Hour)*time.Hour + time.Duration(at.Minute)*time.Minute)
				if t.After(after) {
					return t, true
				}
			}
		}
		day = day.AddDate(0, 0, 1)
	}
	return time.Time{}, false
}

func (r Recurrence) every() int { return max(r.Every, 1) }

func (r Recurrence) step(after time.Time) time.Time {
	d := time.Duration(r.every()) * time.Hour
	if r.Unit == Minutely {
		d = time.Duration(r.every()) * time.Minute
	}
	n := after.Sub(r.Start)/d + 1
	if after.Before(r.Start) {
		n = 0
	}
	return r.Start.Add(n * d).In(corpus.Zone)
}

// fits reports whether the recurrence fires on a day, given as its midnight.
func (r Recurrence) fits(day time.Time, cal Calendar) bool {
	if r.SkipHolidays || r.Working {
		if _, off := cal.Holiday(day); off {
			return false
		}
	}
	start := midnight(r.Start)
	switch r.Unit {
	case Daily:
		return (dayNumber(day)-dayNumber(start))%r.every() == 0 && (!r.Working || cal.Working(day))
	case Weekly:
		return (weekNumber(day)-weekNumber(start))%r.every() == 0 && r.fitsWeek(day, cal)
	case Monthly:
		months := 12*(day.Year()-start.Year()) + int(day.Month()-start.Month())
		return months%r.every() == 0 && r.fitsMonth(day, cal)
	case Yearly:
		return (day.Year()-start.Year())%r.every() == 0 && r.fitsMonth(day, cal)
	case LunarMonth, LunarYear:
		return r.fitsLunar(day)
	}
	return false
}

func weekNumber(day time.Time) int { return (dayNumber(day) + 3) / 7 }

func isoWeekday(t time.Time) int { return int(t.Weekday()+6)%7 + 1 }

func (r Recurrence) fitsWeek(day time.Time, cal Calendar) bool {
	if r.Workday == 0 {
		return slices.Contains(r.Weekdays, isoWeekday(day))
	}
	monday := day.AddDate(0, 0, 1-isoWeekday(day))
	return nthWorking(day, monday, monday.AddDate(0, 0, 7), r.Workday, cal)
}

func (r Recurrence) fitsMonth(day time.Time, cal Calendar) bool {
	if len(r.Months) > 0 && !slices.Contains(r.Months, int(day.Month())) {
		return false
	}
	first := day.AddDate(0, 0, 1-day.Day())
	end := first.AddDate(0, 1, 0)
	days := end.AddDate(0, 0, -1).Day()
	switch {
	case r.Workday != 0:
		return nthWorking(day, first, end, r.Workday, cal)
	case len(r.Weekdays) > 0:
		if !slices.Contains(r.Weekdays, isoWeekday(day)) {
			return false
		}
		if r.Nth < 0 {
			return day.Day()+7*-r.Nth > days && day.Day()+7*(-r.Nth-1) <= days
		}
		return (day.Day()+6)/7 == r.Nth
	}
	for _, d := range r.MonthDays {
		if d == -1 {
			d = days
		}
		if min(d, days) == day.Day() {
			return true
		}
	}
	return false
}

// nthWorking reports whether day is the n-th working day of first..end, counted
// from the end if n is negative.
func nthWorking(day, first, end time.Time, n int, cal Calendar) bool {
	if !cal.Working(day) {
		return false
	}
	d, stop, step := first, day, 1
	if n < 0 {
		d, stop, step, n = end.AddDate(0, 0, -1), day, -1, -n
	}
	for ; ; d = d.AddDate(0, 0, step) {
		if cal.Working(d) {
			n--
		}
		if d.Equal(stop) {
			return n == 0
		}
	}
}

func (r Recurrence) fitsLunar(day time.Time) bool {
	l := viet.Lunar(day)
	if r.Unit == LunarYear && (l.Leap || !slices.Contains(r.Months, l.Month)) {
		return false
	}
	if slices.Contains(r.MonthDays, l.Day) {
		return true
	}
	last := l.Day >= 29 && viet.Lunar(day.AddDate(0, 0, 1)).Day == 1
	return last && (slices.Contains(r.MonthDays, -1) || slices.Contains(r.MonthDays, 30))
}

// Upcoming returns at most n instants after the given one.
func (r Recurrence) Upcoming(after time.Time, n int, cal Calendar) []time.Time {
	out := []time.Time{}
	for len(out) < n {
		t, ok := r.Next(after, cal)
		if !ok {
			break
		}
		out = append(out, t)
		after = t
	}
	return out
}
