package reminder

import (
	"fmt"
	"time"
)

// Offset is a time before a deadline: a number of days or working days, at the
// hour At; or an exact length counted from the deadline's own hour.
type Offset struct {
	Days    int           `json:"days,omitempty"`
	Working bool          `json:"working,omitempty"` // Days are working days
	Exact   time.Duration `json:"exact,omitempty"`   // hours and minutes
	At      TimeOfDay     `json:"at"`                // Days only
}

// String returns the offset as a Go duration ("-72h0m0s" is "-72h"), or "-2wd"
// for working days.
func (o Offset) String() string {
	switch {
	case o.Working:
		return fmt.Sprintf("-%dwd", o.Days)
	case o.Exact%time.Hour != 0:
		if o.Exact > time.Hour {
			return fmt.Sprintf("-%dh%dm", o.Exact/time.Hour, o.Exact%time.Hour/time.Minute)
		}
		return fmt.Sprintf("-%dm", o.Exact/time.Minute)
	case o.Exact != 0:
		return fmt.Sprintf("-%dh", o.Exact/time.Hour)
	case o.Days == 0:
		return "0h"
	}
	return fmt.Sprintf("-%dh", 24*o.Days)
}

// Before returns the instant of the offset before a deadline.
func (o Offset) Before(deadline time.Time, cal Calendar) time.Time {
	if o.Exact != 0 {
		return deadline.Add(-o.Exact)
	}
	day := midnight(deadline)
	if o.Working {
		day = cal.AddWorking(day, -o.Days)
	} else {
		day = day.AddDate(0, 0, -o.Days)
	}
	return day.Add(time.Duration(o.At.Hour)*time.Hour + time.Duration(o.At.Minute)*time.Minute)
}

// reach bounds how long before its deadline an offset may fire.
func (o Offset) reach() time.Duration {
	if o.Exact != 0 {
		return o.Exact
	}
	d := time.Duration(o.Days+1) * 24 * time.Hour
	if o.Working {
		d = 2*d + 20*24*time.Hour
	}
	return d
}

// nextOffset returns the earliest instant of any offset, of any deadline still
// to come.
func (r Recurrence) nextOffset(after time.Time, cal Calendar) (best time.Time, ok bool) {
	var reach time.Duration
	for _, o := range r.Offsets {
		reach = max(reach, o.reach())
	}
	base := after.Add(-24 * time.Hour) // an hour said may lie after the deadline's own
	for range 400 {
		deadline, more := r.next(base, cal)
		if !more || ok && deadline.Add(-reach).After(best) {
			return best, ok
		}
		for _, o := range r.Offsets {
			if t := o.Before(deadline, cal); t.After(after) && (!ok || t.Before(best)) {
				best, ok = t, true
			}
		}
		base = deadline
	}
	return best, ok
}
