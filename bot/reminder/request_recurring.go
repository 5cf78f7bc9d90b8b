package reminder

import (
	"slices"
	"time"
)

// recurs returns the recurrence of the text; ok is false if it names none, or
// one that is in doubt.
func (b *builder) recurs() (Recurrence, bool) {
	if !b.recurring {
		return Recurrence{}, false
	}
	doubt, answers, offsets := b.doubt, b.answers, b.offsets
	b.offsets = nil
	rec, ok := b.build()
	bad := b.doubt != ""
	b.doubt, b.answers, b.offsets = doubt, answers, offsets
	return rec, ok && !bad
}

// repeated makes the recurrence that was named.
func (b *builder) repeated(at []TimeOfDay) (Recurrence, bool) {
	r := Recurrence{
		Unit: b.unit, At: at, Weekdays: b.weekdays, Nth: b.nth, MonthDays: b.monthDays, Months: b.months, Workday: b.workday,
		Working: b.working, SkipHolidays: b.skip && !b.working, Count: b.count, Until: b.until, Quarter: b.quarter,
	}
	if len(b.days) > 0 {
		b.dayOfRepeat(&r)
	}
	b.dayOfStart(&r)
	b.leaveOut(&r)
	if n := b.perUnit; n > 1 && len(r.MonthDays) != n && len(r.Weekdays) != n && (len(r.At) != n || r.Unit != Daily) {
		b.ask(askWhichDays)
	}
	if !b.complete(&r) {
		return r, true
	}
	if b.within.n > 0 {
		r.Until = b.lastOf(moved(b.now, b.within), at)
	}
	start := b.now.Add(time.Nanosecond)
	if b.from.After(start) {
		start = b.from
	}
	if r.Unit == Hourly || r.Unit == Minutely {
		return b.withinDay(r, at)
	}
	r.Start = start
	first, ok := r.following(start.Add(-time.Nanosecond), b.cal)
	if !ok || !r.Until.IsZero() && first.After(r.Until) {
		b.ask(askNever)
		return r, true
	}
	r.Start = first
	if b.every > 1 {
		r.Every = b.every
	}
	return r, true
}

// withinDay makes what comes round within a day: from now on, from the hour that
// is named, or between two hours of each day.
func (b *builder) withinDay(r Recurrence, at []TimeOfDay) (Recurrence, bool) {
	r.Every, r.At = max(b.every, 1), nil
	step := time.Duration(r.Every) * time.Hour
	if r.Unit == Minutely {
		step = time.Duration(r.Every) * time.Minute
	}
	days := b.working || len(b.weekdays) > 0
	switch n := len(b.clocks); {
	case n < 2 && days:
		b.ask(askFromTo)
	case n == 0:
		r.Start = b.now.Add(step)
	case n == 1:
		if r.Start = at[0].on(b.today); !r.Start.After(b.now) {
			r.Start = at[0].on(b.today.AddDate(0, 0, 1))
		}
	default:
		if !b.daily && !days || len(at) != 2 {
			b.ask(askWhichDays, b.with(b.Len(), "hằng ngày")...)
			return r, true
		}
		r.Unit, r.Every, r.Start = Daily, 1, b.now
		if len(b.weekdays) > 0 {
			r.Unit = Weekly
		}
		for m := at[0].minutes(); m <= at[1].minutes(); m += int(step / time.Minute) {
			r.At = append(r.At, TimeOfDay{m / 60, m % 60})
		}
		first, ok := r.following(b.now, b.cal)
		r.Start = first
		return r, ok
	}
	return r, true
}

// lastOf returns the last instant allowed where a length of time from now is
// named; of one in days, weeks or months it is the end of a day.
func (b *builder) lastOf(limit time.Time, at []TimeOfDay) time.Time {
	if b.within.unit == "giờ" || b.within.unit == "phút" {
		return limit
	}
	return lastDay(limit, at)
}

// dayOfRepeat uses a single day said beside a recurrence: the weekday of "hàng
// tuần", the day of "3 tháng một lần", or the first day of it.
func (b *builder) dayOfRepeat(r *Recurrence) {
	d := b.days[0]
	if d.Date.IsZero() || len(b.days) > 1 {
		b.ask(askWhichDays)
		return
	}
	switch {
	case d.Lunar && d.Month > 0 && r.Unit == Yearly && b.every <= 1:
		r.Unit, r.MonthDays, r.Months = LunarYear, []int{d.Day}, []int{d.Month}
		if d.Day == 0 {
			r.MonthDays[0] = -1
		}
	case d.Lunar && d.Month == 0 && r.Unit == Monthly && b.every <= 1:
		r.Unit, r.MonthDays = LunarMonth, []int{d.Day}
	case d.Lunar:
		b.ask(askWhichDays)
	case r.Unit == Weekly && len(r.Weekdays) == 0 && r.Workday == 0:
		r.Weekdays = []int{isoWeekday(d.Date)}
		b.from = d.Date
	case (r.Unit == Monthly) && len(r.MonthDays) == 0 && r.Nth == 0 && r.Workday == 0 && len(r.Weekdays) == 0:
		r.MonthDays = []int{d.Date.Day()}
		b.from = d.Date
	case r.Unit == Yearly && len(r.MonthDays) == 0 && r.Workday == 0:
		r.MonthDays, r.Months = []int{d.Date.Day()}, []int{int(d.Date.Month())}
		b.from = d.Date
	case d.Weekday > 0 && d.Day == 0 && !d.Pinned && r.Unit == Daily:
		b.ask(askWhichDays)
	default:
		b.ask(askWhichDays)
	}
}

// dayOfStart uses the day on which a recurrence is to begin where no other is
// said: "6 tháng một lần từ ngày 1/12".
func (b *builder) dayOfStart(r *Recurrence) {
	if b.from.IsZero() || len(r.MonthDays)+len(r.Weekdays) > 0 || r.Workday != 0 || r.Nth != 0 {
		return
	}
	switch r.Unit {
	case Weekly:
		r.Weekdays = []int{isoWeekday(b.from)}
	case Monthly:
		r.MonthDays = []int{b.from.Day()}
	case Yearly:
		r.MonthDays, r.Months = []int{b.from.Day()}, []int{int(b.from.Month())}
	}
}

// leaveOut turns "hàng ngày trừ chủ nhật" into the days that are left.
func (b *builder) leaveOut(r *Recurrence) {
	if len(b.except) == 0 {
		return
	}
	if r.Unit == Daily && b.every <= 1 && !r.Working {
		r.Unit, r.Weekdays = Weekly, []int{1, 2, 3, 4, 5, 6, 7}
	}
	if r.Unit != Weekly || len(r.Weekdays) == 0 {
		b.ask(askWhichDays)
		return
	}
	r.Weekdays = slices.DeleteFunc(slices.Clone(r.Weekdays), func(d int) bool { return slices.Contains(b.except, d) })
	if len(r.Weekdays) == 0 {
		b.ask(askWhichDays)
	}
}

// complete reports whether the recurrence says on which days it comes round.
func (b *builder) complete(r *Recurrence) bool {
	switch {
	case r.Unit == "" || r.Unit == "second" || r.Unit == "quarter":
		b.ask(askWhichDays)
	case r.Unit == Weekly && len(r.Weekdays) == 0 && r.Workday == 0:
		b.ask(askWhichDays)
	case (r.Unit == Monthly || r.Unit == Yearly) && len(r.MonthDays) == 0 && r.Nth == 0 && r.Workday == 0:
		b.ask(askWhichDays)
	case r.Unit == Yearly && len(r.Months) == 0:
		b.ask(askWhichDays)
	case r.Unit == Minutely && max(b.every, 1) < 15:
		b.ask(askOften)
	default:
		return true
	}
	return false
}
