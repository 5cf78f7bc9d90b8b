package reminder

import (
	"slices"
	"sort"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// partDefault are the hours of a part of the day without an hour.
var partDefault = map[string]TimeOfDay{"sáng": {8, 0}, "trưa": {11, 30}, "chiều": {14, 0}, "tối": {19, 0}}

var defaultTime = TimeOfDay{8, 0}

// request puts together what was read.
func (b *builder) request() Request {
	r := Request{Intent: b.intent, Group: b.group, Next: []time.Time{}, Offsets: []string{}}
	if b.intent != Create && b.intent != Change {
		r.Task = b.task()
		return r
	}
	rec, ok := b.build()
	r.Task = b.task()
	for _, o := range b.offsets {
		r.Offsets = append(r.Offsets, o.String())
	}
	if b.doubt == "" && !ok && b.intent == Create && !b.vague() {
		b.ask(askWhen)
	}
	if b.doubt == "" && ok {
		r.Next = rec.Upcoming(b.now, 5, b.cal)
		if len(r.Next) == 0 {
			b.ask(askNever)
		}
	}
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

// build makes the recurrence; what is missing or contradictory is asked.
func (b *builder) build() (Recurrence, bool) {
	if len(b.offsets) == 0 && b.before && b.due {
		b.ask(askOffset, b.with(b.Len(), ", trước hạn 1 tiếng", ", trước hạn 1 ngày", ", trước hạn 3 ngày")...)
	}
	if len(b.offsets) > 0 {
		return b.deadlines()
	}
	if b.before || b.due && !b.recurring {
		b.ask(askOffset, b.with(b.Len(), ", trước hạn 1 tiếng", ", trước hạn 1 ngày", ", trước hạn 3 ngày")...)
	}
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

// hours returns the times of day in order; none said is 08:00 or that of the
// part of the day.
func (b *builder) hours() []TimeOfDay {
	part := b.part
	for _, d := range b.days {
		if d.Part != "" {
			part = d.Part
		}
	}
	var out []TimeOfDay
	for _, c := range b.clocks {
		c = c.In(part)
		switch {
		case c.Hour == 24 && c.Minute == 0 && !b.recurring && len(b.offsets) == 0:
			out = append(out, TimeOfDay{Hour: 24})
			continue
		case c.Impossible || c.Hour == 24:
			b.ask(askClock)
		case c.Ambiguous:
			b.ask(askHour(c.Hour))
		}
		if t := (TimeOfDay{c.Hour % 24, c.Minute}); !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	if at, ok := edges[b.edge][part]; ok && len(out) == 0 {
		return []TimeOfDay{at}
	}
	if len(out) == 0 {
		t, ok := partDefault[part]
		if !ok {
			t = defaultTime
		}
		if part != "" && !ok {
			b.ask(askClock)
		}
		return []TimeOfDay{t}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].minutes() < out[j].minutes() })
	return out
}

func (t TimeOfDay) minutes() int { return 60*t.Hour + t.Minute }

func (t TimeOfDay) on(day time.Time) time.Time {
	return midnight(day).Add(time.Duration(t.minutes()) * time.Minute)
}

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
	t := at[0].on(d.Date)
	if !t.After(b.now) {
		if d.Weekday > 0 && d.Day == 0 && !d.Pinned {
			b.ask(askPastWeekday(t), b.with(b.dayEnd(), "tuần sau")...)
		}
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

// deadlines puts offsets before the deadline, which is a day or a recurrence.
func (b *builder) deadlines() (Recurrence, bool) {
	offsets := slices.Clone(b.offsets)
	clocks := b.clocks
	own := b.ownClock()
	if own >= 0 {
		at := b.clocks[own].In(b.part)
		switch {
		case at.Impossible || at.Hour == 24:
			b.ask(askClock)
		case at.Ambiguous:
			b.ask(askHour(at.Hour))
		}
		for i := range offsets {
			offsets[i].At = TimeOfDay{at.Hour % 24, at.Minute}
		}
		b.clocks = slices.Delete(slices.Clone(clocks), own, own+1)
	} else {
		at, ok := partDefault[b.part]
		if !ok || len(b.clocks) > 0 {
			at = defaultTime
		}
		for i := range offsets {
			offsets[i].At = at
		}
	}
	defer func() { b.clocks = clocks }()
	b.offsets = offsets
	exact := slices.ContainsFunc(offsets, func(o Offset) bool { return o.Exact != 0 })
	if exact && len(b.clocks) == 0 && !b.dayHasPart() && (len(b.days)+len(b.dates) > 0 || b.recurring) {
		b.ask(askClock)
	}
	rec, ok := b.deadlineOf(exact)
	if !ok {
		b.ask(askDeadline)
		return rec, false
	}
	rec.Offsets = offsets
	if b.doubt == "" && rec.Unit == Once {
		if len(rec.Upcoming(b.now, 1, b.cal)) == 0 {
			b.ask(askPast(offsets[len(offsets)-1].Before(rec.Start, b.cal)))
		}
	}
	return rec, true
}

func (b *builder) dayHasPart() bool {
	return slices.ContainsFunc(b.days, func(d viet.Day) bool { return d.Part != "" })
}

func (b *builder) deadlineOf(exact bool) (Recurrence, bool) {
	switch {
	case b.recurring && (b.due || b.before || !b.ofDue):
		return b.repeated(b.hours())
	case b.recurring:
		return Recurrence{}, false
	case len(b.days) > 0:
		d, _ := b.theDay()
		if d.Bare {
			b.ask(askLunar, b.with(b.dayEnd(), "âm lịch", "dương lịch")...)
		}
		if d.Date.IsZero() {
			return Recurrence{}, true
		}
		return Recurrence{Unit: Once, Start: b.hours()[0].on(d.Date)}, true
	case len(b.dates) > 0, len(b.clocks) > 0 && exact:
		return b.once(b.hours())
	}
	return Recurrence{}, false
}

// ownClock returns the clock time that is the reminder's and not the deadline's:
// one that does not stand beside the deadline's day. -1 if there is none.
func (b *builder) ownClock() int {
	exact := slices.ContainsFunc(b.offsets, func(o Offset) bool { return o.Exact != 0 })
	if exact || len(b.clocks) == 0 {
		return -1
	}
	for n := 0; 2*n+1 < len(b.clockAt); n++ {
		from, to := b.clockAt[2*n], b.clockAt[2*n+1]
		beside := false
		for k := 0; k+1 < len(b.dayAt); k += 2 {
			if to == b.dayAt[k] || from == b.dayAt[k+1] || from == b.dayAt[k+1]+1 && b.Is(b.dayAt[k+1], ",", "lúc", "vào") || to+1 == b.dayAt[k] && b.Is(to, ",", "vào") {
				beside = true
			}
		}
		if !beside || from == b.offsetAt {
			return n
		}
	}
	return -1
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
		r.Until = lastDay(moved(b.now, b.within), at)
	}
	start := b.now.Add(time.Nanosecond)
	if b.from.After(start) {
		start = b.from
	}
	if r.Unit == Hourly || r.Unit == Minutely {
		r.Every, r.At = max(b.every, 1), nil
		r.Start = moved(b.now, length{r.Every, map[Unit]string{Hourly: "giờ", Minutely: "phút"}[r.Unit]})
		return r, true
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

// dayOfRepeat uses a single day said beside a recurrence: the weekday of "hàng
// tuần", the day of "3 tháng một lần", or the first day of it.
func (b *builder) dayOfRepeat(r *Recurrence) {
	d := b.days[0]
	if d.Date.IsZero() || len(b.days) > 1 {
		b.ask(askWhichDays)
		return
	}
	switch {
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

// task returns the words that belong to no time, as typed.
func (b *builder) task() string {
	var parts []string
	for i := 0; i < b.Len(); {
		if b.used[i] {
			i++
			continue
		}
		j := i
		for j < b.Len() && !b.used[j] {
			j++
		}
		text, _, _ := b.Text(i, j)
		if text = trimTask(text); text != "" {
			parts = append(parts, text)
		}
		i = j
	}
	task := trimTask(strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
	if len(b.offsets) > 0 || b.due {
		task = trimTask(strings.TrimPrefix(strings.TrimPrefix(task, "hạn "), "han "))
	}
	if task == "" && b.handIn != "" {
		return b.handIn
	}
	return task
}

// trimTask takes joining words and signs off the edges of a task.
func trimTask(s string) string {
	for {
		t := strings.Trim(s, " \t\r\n,.;:-–—!?\"“”()")
		for _, w := range []string{"là ", "la ", "rằng ", "để ", "thì ", "và ", "việc ", "về việc "} {
			t = strings.TrimPrefix(t, w)
		}
		for _, w := range []string{" vào", " lúc", " và", " thì", " là", " nhé", " nha", " ạ", " được không", " duoc khong", " được chứ", " với", " của", " ngày", " từ", " trong"} {
			t = strings.TrimSuffix(t, w)
		}
		switch t {
		case "vào", "đến", "lúc", "và", "thì", "là", "để", "nhé", "ạ", "từ", "của", "trong":
			t = ""
		}
		if t == s {
			return s
		}
		s = t
	}
}
