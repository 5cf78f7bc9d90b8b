package reminder

import (
	"time"

	"thiduabot/corpus/viet"
)

// once makes a single instant of a day and a time.
func (b *builder) once(at []TimeOfDay) (Recurrence, bool) {
	if len(b.dates) > 0 {
		if len(b.days) > 0 {
			b.ask(askWhichDays)
		}
		return b.several(b.dates, at)
	}
	d, ok := b.theDay()
	if len(at) > 1 {
		if !ok || d.Bare || d.Date.IsZero() || len(b.clockAt) > 2 {
			b.ask(askClock)
		}
		return b.several([]time.Time{d.Date}, at)
	}
	if !ok {
		if len(b.clocks) == 0 && b.part == "" && b.edge == "" {
			return Recurrence{}, false
		}
		t := at[0].on(b.today)
		if !t.After(b.now) {
			t = t.AddDate(0, 0, 1)
		}
		return Recurrence{Unit: Once, Start: t}, true
	}
	if d.Bare {
		b.ask(askLunar, b.with(b.dayEnd(), "âm lịch", "dương lịch")...)
	}
	if d.Date.IsZero() {
		b.ask(askWhen)
		return Recurrence{}, false
	}
	if !b.from.IsZero() && !b.from.Equal(d.Date) {
		b.ask(askWhichDays)
	}
	t := at[0].on(d.Date)
	if !t.After(b.now) {
		if d.Weekday > 0 && d.Day == 0 && !d.Pinned {
			b.ask(askPastWeekday(t), b.with(b.dayEnd(), "tuần sau")...)
		}
		b.gone = true
		b.ask(askPast(t))
	}
	return Recurrence{Unit: Once, Start: t}, true
}

// dayEnd returns the token after the day that is named.
func (b *builder) dayEnd() int {
	if len(b.dayAt) < 2 {
		return b.Len()
	}
	return b.dayAt[1]
}

// theDay returns the one day that is named; two that differ are asked.
func (b *builder) theDay() (viet.Day, bool) {
	if len(b.days) == 0 {
		return viet.Day{}, false
	}
	d := b.days[0]
	for _, e := range b.days[1:] {
		switch {
		case e.Date.Equal(d.Date):
		case e.Weekday > 0 && e.Day == 0 && !e.Pinned && d.Day > 0 && !d.Date.IsZero() && isoWeekday(d.Date) == e.Weekday: // "5/12 (thứ bảy)"
		case e.Weekday > 0 && e.Day == 0 && !e.Pinned && d.Day > 0 && !d.Date.IsZero():
			b.ask(askContradiction(d.Date, e.Weekday))
		case d.Weekday > 0 && d.Day == 0 && e.Day > 0 && !e.Date.IsZero() && isoWeekday(e.Date) == d.Weekday && !d.Pinned:
			d = e
		case d.Weekday > 0 && d.Day == 0 && e.Day > 0 && !e.Date.IsZero():
			b.ask(askContradiction(e.Date, d.Weekday))
		default:
			b.ask(askWhichDays)
		}
	}
	if d.Weekday > 0 && d.Day == 0 && !d.Pinned {
		b.weekAside(d)
	}
	return d, true
}
