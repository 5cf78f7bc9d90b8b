package reminder

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus"
)

var ruleDays = [...]string{"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"}

// Rule returns the RFC 5545 text of the recurrence, times in UTC+7 as a floating
// local time with its bounds; empty where the standard has no words for it: one
// instant, working days, holidays, the lunar calendar, offsets, and several days
// of which one may be missing in a short month.
func (r Recurrence) Rule() string {
	if r.SkipHolidays || r.Working || r.Workday != 0 || len(r.Offsets) > 0 {
		return ""
	}
	parts, ok := r.ruleParts()
	if !ok {
		return ""
	}
	if r.every() > 1 {
		parts = slices.Insert(parts, 1, "INTERVAL="+strconv.Itoa(r.every()))
	}
	if r.Unit != Hourly && r.Unit != Minutely {
		hm, ok := r.ruleTimes()
		if !ok {
			return ""
		}
		parts = append(parts, hm...)
	}
	switch {
	case r.Count > 0:
		parts = append(parts, "COUNT="+strconv.Itoa(r.Count))
	case !r.Until.IsZero():
		parts = append(parts, "UNTIL="+r.Until.UTC().Format("20060102T150405Z"))
	}
	return strings.Join(parts, ";")
}

func (r Recurrence) ruleParts() ([]string, bool) {
	switch r.Unit {
	case Minutely:
		return []string{"FREQ=MINUTELY"}, true
	case Hourly:
		return []string{"FREQ=HOURLY"}, true
	case Daily:
		return []string{"FREQ=DAILY"}, true
	case Weekly:
		return []string{"FREQ=WEEKLY", "BYDAY=" + r.ruleWeekdays("")}, true
	case Monthly:
		return r.monthParts("FREQ=MONTHLY")
	case Yearly:
		if len(r.Months) == 0 {
			return nil, false
		}
		return r.monthParts("FREQ=YEARLY")
	}
	return nil, false
}

func (r Recurrence) ruleWeekdays(nth string) string {
	var out []string
	for _, d := range r.Weekdays {
		out = append(out, nth+ruleDays[d])
	}
	return strings.Join(out, ",")
}

func (r Recurrence) monthParts(freq string) ([]string, bool) {
	parts := []string{freq}
	if len(r.Months) > 0 {
		parts = append(parts, "BYMONTH="+joinInts(r.Months))
	}
	if len(r.Weekdays) > 0 {
		if len(r.Months) > 1 && r.Unit == Yearly {
			return nil, false
		}
		return append(parts, "BYDAY="+r.ruleWeekdays(strconv.Itoa(r.Nth))), true
	}
	short := slices.ContainsFunc(r.MonthDays, func(d int) bool { return d > 28 })
	if !short {
		return append(parts, "BYMONTHDAY="+joinInts(r.MonthDays)), true
	}
	if len(r.MonthDays) > 1 || len(r.At) > 1 {
		return nil, false
	}
	var days []int
	for d := 28; d <= r.MonthDays[0]; d++ {
		days = append(days, d)
	}
	return append(parts, "BYMONTHDAY="+joinInts(days), "BYSETPOS=-1"), true
}

// ruleTimes writes the times of day; times that are no cross product of hours
// and minutes cannot be written.
func (r Recurrence) ruleTimes() ([]string, bool) {
	var hours, minutes []int
	for _, at := range r.At {
		if !slices.Contains(hours, at.Hour) {
			hours = append(hours, at.Hour)
		}
		if !slices.Contains(minutes, at.Minute) {
			minutes = append(minutes, at.Minute)
		}
	}
	if len(hours)*len(minutes) != len(r.At) {
		return nil, false
	}
	return []string{"BYHOUR=" + joinInts(hours), "BYMINUTE=" + joinInts(minutes), "BYSECOND=0"}, true
}

func joinInts(ns []int) string {
	var out []string
	for _, n := range ns {
		out = append(out, strconv.Itoa(n))
	}
	return strings.Join(out, ",")
}

// ICal returns the DTSTART and RRULE lines of a calendar file; empty where Rule
// is.
func (r Recurrence) ICal() string {
	rule := r.Rule()
	if rule == "" {
		return ""
	}
	return fmt.Sprintf("DTSTART;TZID=Asia/Ho_Chi_Minh:%s\nRRULE:%s", r.Start.In(corpus.Zone).Format("20060102T150405"), rule)
}
