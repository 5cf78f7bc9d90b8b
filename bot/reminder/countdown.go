package reminder

import (
	"slices"
	"time"

	"thiduabot/corpus"
)

// overdueDays is for how many days after a deadline it is still told daily.
const overdueDays = 7

// usualDays are the days before a deadline on which it is told, where its table
// names none.
var usualDays = []int{7, 3, 1, 0}

// Countdown is the schedule of a deadline: at 08:00 on the given days before it,
// then on the given days after it.
type Countdown struct {
	Due       time.Time `json:"due"`
	Days      []int     `json:"days,omitempty"`
	After     []int     `json:"after,omitempty"`
	Indicator string    `json:"indicator,omitempty"` // whose figure is due
	// Again is when somebody put it off to; then nothing else counts.
	Again time.Time `json:"again,omitzero"`
}

// countdown returns the schedule of a deadline; ok is false if its date cannot
// be read.
func countdown(d corpus.Deadline) (Countdown, bool) {
	at, err := time.Parse(time.RFC3339, d.Due)
	if err != nil {
		p, err := corpus.ParsePeriod(d.Due)
		if err != nil || p.Kind != corpus.Day {
			return Countdown{}, false
		}
		at = p.First().Add(17 * time.Hour) // a day without an hour ends with its working hours
	}
	c := Countdown{Due: at.In(corpus.Zone), Days: d.DaysBefore, Indicator: d.Indicator}
	if len(c.Days) == 0 {
		c.Days = usualDays
	}
	for n := range overdueDays {
		c.After = append(c.After, n+1)
	}
	return c, true
}

// over reports whether nothing of a deadline is to be told any more.
func (c Countdown) over(now time.Time) bool { return now.After(eightOn(c.Due, overdueDays+1)) }

// Next returns the next morning on which the deadline is told. What is told on
// its very day comes an hour before it where that is earlier.
func (c Countdown) Next(after time.Time, _ Calendar) (time.Time, bool) {
	if !c.Again.IsZero() {
		return c.Again, c.Again.After(after)
	}
	var all []time.Time
	for _, n := range c.Days {
		t := eightOn(c.Due, -n)
		if early := c.Due.Add(-time.Hour); n == 0 && early.Before(t) {
			t = early
		}
		all = append(all, t)
	}
	for _, n := range c.After {
		all = append(all, eightOn(c.Due, n))
	}
	slices.SortFunc(all, time.Time.Compare)
	i := slices.IndexFunc(all, func(t time.Time) bool { return t.After(after) })
	if i < 0 {
		return time.Time{}, false
	}
	return all[i], true
}

// daysLeft returns how many days lie between now and the deadline; negative: it
// has passed.
func (c Countdown) daysLeft(now time.Time) int {
	return dayNumber(c.Due) - dayNumber(now.In(corpus.Zone))
}

// eightOn returns 08:00 of the day that lies some days from t.
func eightOn(t time.Time, days int) time.Time {
	y, m, d := t.In(corpus.Zone).Date()
	return time.Date(y, m, d+days, 8, 0, 0, 0, corpus.Zone)
}
