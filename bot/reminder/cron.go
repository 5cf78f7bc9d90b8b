package reminder

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"thiduabot/bot/phrase"
	"thiduabot/corpus"
)

// cronField is one part of a cron expression; names, "?", "@" and zones are left
// out, for what they do differs from one cron to the next.
var cronField = regexp.MustCompile(`^[0-9*,/-]{1,100}$`)

// looksLikeCron reports whether words are meant as a cron expression.
func looksLikeCron(words string) bool {
	return strings.HasPrefix(words, "@") || strings.Contains(words, "TZ=") || strings.ContainsRune(words, '*') ||
		len(strings.Fields(words)) == 5 && cronField.MatchString(strings.Join(strings.Fields(words), ""))
}

// ParseCron reads a cron expression of five parts as a recurrence. A problem is a
// sentence for the person.
//
// What makes cron surprising is refused or made plain: zones and "@every"; a day
// of the month together with a weekday, which cron takes as either; a date that
// never comes; 7 is Sunday as 0 is; and days 29 to 31 fall on the last day of a
// short month, as everywhere here.
func ParseCron(expr string, now time.Time) (r Recurrence, problem string) {
	fields := strings.Fields(expr)
	if len(fields) != 5 {
		return r, phrase.CronForm
	}
	for _, f := range fields {
		if !cronField.MatchString(f) {
			return r, phrase.CronUnread
		}
	}
	var ok bool
	if fields[4], ok = weekdaysOf(fields[4]); !ok {
		return r, phrase.CronUnread
	}
	spec, err := cronSpec(strings.Join(fields, " "))
	if err != nil {
		return r, phrase.CronUnread
	}
	if spec.Next(now.In(corpus.Zone)).IsZero() {
		return r, phrase.CronNever
	}
	return recurrenceOf(spec, fields, now)
}

// cronSpec parses an expression; a panic of the parser is its error.
func cronSpec(expr string) (spec *cron.SpecSchedule, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parse %q: panic: %v", expr, r)
		}
	}()
	s, err := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow).Parse(expr)
	if err != nil {
		return nil, err
	}
	spec, ok := s.(*cron.SpecSchedule)
	if !ok {
		return nil, fmt.Errorf("parse %q: no times of a calendar", expr)
	}
	return spec, nil
}

// weekdaysOf writes the weekdays of a cron expression as a list of 0 to 6.
func weekdaysOf(field string) (string, bool) {
	if !strings.Contains(field, "7") {
		return field, true
	}
	var days []string
	for _, item := range strings.Split(field, ",") {
		span, step, _ := strings.Cut(item, "/")
		n := 1
		if step != "" {
			var err error
			if n, err = strconv.Atoi(step); err != nil || n < 1 {
				return "", false
			}
		}
		if span == "*" {
			span = "0-6"
		}
		from, to, isSpan := strings.Cut(span, "-")
		if !isSpan {
			to = from
		}
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a > b || b > 7 {
			return "", false
		}
		for d := a; d <= b; d += n {
			days = append(days, strconv.Itoa(d%7))
		}
	}
	return strings.Join(days, ","), len(days) > 0
}

// maxTimes is how many times a day a digest may come.
const maxTimes = 24

func recurrenceOf(spec *cron.SpecSchedule, fields []string, now time.Time) (r Recurrence, problem string) {
	const star = 1 << 63
	hours, minutes := bits(spec.Hour, 0, 23), bits(spec.Minute, 0, 59)
	if len(minutes) > 1 {
		return r, phrase.DigestOften
	}
	if len(hours)*len(minutes) > maxTimes {
		return r, phrase.CronManyTimes
	}
	for _, h := range hours {
		r.At = append(r.At, TimeOfDay{h, minutes[0]})
	}
	r.Start = now.In(corpus.Zone)
	byDay, byWeekday := spec.Dom&star == 0 && fields[2] != "*", spec.Dow&star == 0 && fields[4] != "*"
	months := bits(spec.Month, 1, 12)
	if len(months) == 12 {
		months = nil
	}
	switch {
	case byDay && byWeekday:
		return r, phrase.CronBoth
	case byWeekday && months != nil:
		return r, phrase.CronUnread
	case byWeekday:
		r.Unit = Weekly
		for _, d := range bits(spec.Dow, 0, 6) {
			r.Weekdays = append(r.Weekdays, (d+6)%7+1)
		}
		slices.Sort(r.Weekdays)
	case byDay || months != nil:
		r.Unit, r.MonthDays, r.Months = Monthly, bits(spec.Dom, 1, 31), months
	default:
		r.Unit = Daily
	}
	return r, ""
}

// bits returns the numbers that a set holds.
func bits(set uint64, from, to int) (list []int) {
	for n := from; n <= to; n++ {
		if set&(1<<n) != 0 {
			list = append(list, n)
		}
	}
	return list
}
