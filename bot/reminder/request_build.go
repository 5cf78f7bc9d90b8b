package reminder

import (
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// request puts together what was read.
func (b *builder) request() Request {
	r := Request{Intent: b.intent, Group: b.group, Next: []time.Time{}, Offsets: []string{}}
	if b.intent != Create && b.intent != Change {
		r.Task = b.task()
		return r
	}
	if b.intent == Change && (b.move.by.n > 0 || b.renamed()) {
		r.Move, r.Rename, r.Task = b.move.said(), b.renaming(), b.task()
		return r
	}
	rec, ok := b.build()
	for _, o := range b.offsets {
		r.Offsets = append(r.Offsets, o.String())
	}
	if b.doubt == "" && !ok && b.intent == Create && !b.vague() {
		b.ask(askWhen)
	}
	if b.residue(); b.doubt == "" && ok {
		r.Next = rec.Upcoming(b.now, 5, b.cal)
		if len(r.Next) == 0 {
			b.ask(askNever)
		}
	}
	r.Task = b.task()
	if b.doubt != "" {
		r.Clarify, r.Answers, r.Next = b.doubt, b.answers, []time.Time{}
		return r
	}
	if ok {
		r.Recurrence, r.Said, r.Recurs = &rec, rec.Said(), rec.Unit != Once
		if rec.Unit == Once && len(rec.Offsets) > 0 {
			r.Deadline = rec.Start
		}
	}
	return r
}

// build makes the recurrence; what is missing or contradictory is asked.
func (b *builder) build() (Recurrence, bool) {
	b.settleAlways()
	if len(b.except) > 0 && !b.recurring {
		b.ask(askWhichDays)
	}
	if len(b.offsets) == 0 && b.before && b.due {
		b.ask(askOffset, b.with(b.Len(), ", trước hạn 1 tiếng", ", trước hạn 1 ngày", ", trước hạn 3 ngày")...)
	}
	if len(b.offsets) > 0 {
		return b.deadlines()
	}
	if b.before || b.due && !b.recurring {
		b.ask(askOffset, b.with(b.Len(), ", trước hạn 1 tiếng", ", trước hạn 1 ngày", ", trước hạn 3 ngày")...)
	}
	b.settleArrival()
	if b.open() {
		return Recurrence{}, false
	}
	if b.after.n > 0 && len(b.days) == 0 && !b.recurring {
		return Recurrence{Unit: Once, Start: moved(b.now, b.after)}, true
	}
	if b.listed && b.count == 0 && b.until.IsZero() && b.within.n == 0 {
		b.ask(askWeekly, b.with(b.listEnd, "hằng tuần", "tuần này", "tuần sau")...)
	}
	if b.recurring {
		return b.repeated(b.hours())
	}
	return b.once(b.hours())
}

// settleArrival takes "đến ngày 15/12 nhắc tôi" as that day where nothing is said
// that could go on until then.
func (b *builder) settleArrival() {
	if d := b.arrives; b.recurring && b.unit == Yearly && b.every == 0 && len(b.monthDays)+len(b.months)+len(b.weekdays) == 0 && d.Month > 0 && d.Year == 0 {
		b.until, b.arrives = time.Time{}, viet.Day{}
		b.repeatDay(d, Yearly) // "hằng năm đến Giỗ Tổ"
		return
	}
	if b.recurring || b.arrives.Date.IsZero() || len(b.days)+len(b.dates) > 0 || !b.from.IsZero() || b.within.n > 0 || b.count > 0 || b.after.n > 0 {
		return
	}
	b.days, b.until = []viet.Day{b.arrives}, time.Time{}
}

// open asks for the days where only their bounds are named: "cuối tháng này", "từ
// 7/12 đến 10/12".
func (b *builder) open() bool {
	if b.recurring || len(b.days)+len(b.dates) > 0 || b.after.n > 0 {
		return false
	}
	switch {
	case b.edgeTo > 0:
		b.take(b.edgeFrom, b.edgeTo, false)
		b.ask(askLastDay, b.with(b.edgeFrom, "ngày")...)
	case !b.from.IsZero(), !b.until.IsZero(), b.within.n > 0, b.count > 1:
		b.ask(askWhichDays, b.with(b.Len(), "hằng ngày")...)
	case b.periodAside():
	default:
		return false
	}
	return true
}

func moved(t time.Time, l length) time.Time {
	switch l.unit {
	case "phút":
		return t.Add(time.Duration(l.n) * time.Minute)
	case "giờ":
		return t.Add(time.Duration(l.n) * time.Hour)
	case "tuần":
		return t.AddDate(0, 0, 7*l.n)
	case "tháng":
		return addMonths(t, l.n)
	case "năm":
		return addMonths(t, 12*l.n)
	}
	return t.AddDate(0, 0, l.n)
}

// lastDay returns the end of the last day on which a time of day comes before
// the limit, so that the read-back, which names that day, says no more than is
// kept. Times of day on both sides of the limit leave it as it is.
func lastDay(limit time.Time, at []TimeOfDay) time.Time {
	limit = limit.In(corpus.Zone)
	y, m, d := limit.Date()
	later := 0
	for _, c := range at {
		if time.Date(y, m, d, c.Hour, c.Minute, 0, 0, corpus.Zone).After(limit) {
			later++
		}
	}
	switch later {
	case 0:
		return time.Date(y, m, d, 23, 59, 59, 0, corpus.Zone)
	case len(at):
		return time.Date(y, m, d-1, 23, 59, 59, 0, corpus.Zone)
	}
	return limit
}

func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}
