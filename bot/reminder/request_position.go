package reminder

import (
	"time"

	"thiduabot/corpus/viet"
)

// whole reads the period a position lies in, with what pins it: "tháng", "tháng
// sau", "mỗi quý". The unit is Monthly, "quarter", Yearly or Weekly.
func (b *builder) whole(i int) (unit Unit, offset int, pinned bool, next int) {
	j := b.SeqAny(i, "của", "trong")
	if k := b.SeqAny(j, "mỗi", "hàng", "hằng", "các", "mọi"); k > j {
		j = k
	}
	switch {
	case b.Is(j, "tháng"):
		unit = Monthly
	case b.Is(j, "quý"):
		unit = "quarter"
	case b.Is(j, "năm"):
		unit = Yearly
	case b.Is(j, "tuần"):
		unit = Weekly
	default:
		return "", 0, false, i
	}
	j++
	switch {
	case b.Is(j, "này", "nay"):
		return unit, 0, true, j + 1
	case b.SeqAny(j, "tiếp theo") > j:
		return unit, 1, true, j + 2
	case b.Is(j, "sau", "tới"):
		return unit, 1, true, j + 1
	}
	if c, e := b.Clock(j); e > j && c.Named {
		return unit, 0, false, j // "của tháng 7h"
	}
	if v, n, ok := b.Digits(j); ok && (unit == Monthly && v <= 12 || n == 4) {
		return "", 0, false, i // a named month or year
	}
	return unit, 0, false, j
}

// workdays reads "các ngày làm việc", "ngày làm việc cuối tháng", "ngày làm việc
// thứ 5 của tháng".
func (b *builder) workdays(i int) int {
	if n, k := b.workdaysOn(i); k > i {
		b.days = append(b.days, viet.Day{Date: b.cal.AddWorking(b.today, n), Pinned: true})
		return b.take(i, k, false)
	}
	j := i
	explicit := false
	if k := b.each(i); k > i {
		j, explicit = k, true
	}
	k := b.SeqAny(j, "ngày làm việc", "ngày làm", "ngày công sở")
	if k == j || b.Is(j-1, "trước") {
		return i
	}
	n, e := b.ordinal(k)
	if e == k {
		if !explicit && b.SeqAny(k, "hàng tuần", "hằng tuần", "trong tuần") == k {
			if k-j < 3 {
				return i
			}
		}
		b.recurring, b.working = true, true
		if b.unit != Hourly && b.unit != Minutely {
			b.unit = Daily
		}
		return b.take(i, b.SeqAny(k, "hàng tuần", "hằng tuần", "trong tuần", "của tuần", "nào cũng"), true)
	}
	return b.place(i, e, Recurrence{Workday: n})
}

// workdaysOn reads "5 ngày làm việc nữa", "sau 5 ngày làm việc".
func (b *builder) workdaysOn(i int) (int, int) {
	j := b.SeqAny(i, "sau")
	n, k := b.smallNumber(j)
	e := b.SeqAny(k, "ngày làm việc")
	switch {
	case k == j || e == k || n < 1:
	case b.Is(e, "nữa"):
		return n, e + 1
	case j > i:
		return n, e
	}
	return 0, i
}

// ordinal reads "đầu tiên", "cuối cùng", "cuối", "thứ 5", "thứ hai".
func (b *builder) ordinal(i int) (int, int) {
	if j := b.SeqAny(i, "đầu tiên", "thứ nhất", "đầu"); j > i {
		return 1, j
	}
	if j := b.SeqAny(i, "cuối cùng", "sau cùng", "cuối"); j > i {
		return -1, j
	}
	if j := b.SeqAny(i, "áp chót", "áp cuối", "kế cuối"); j > i {
		return -2, j
	}
	if b.Is(i, "thứ") {
		if v, j := b.smallNumber(i + 1); j > i+1 && v >= 1 && v <= 23 {
			return v, j
		}
		if b.Is(i+1, "tư") {
			return 4, i + 2
		}
	}
	return 0, i
}

// place puts a position into its period: a recurrence, or one day of a period
// named with này or sau.
func (b *builder) place(i, j int, p Recurrence) int {
	unit, offset, pinned, k := b.whole(j)
	if k == j {
		return i
	}
	if pinned {
		return b.placeOnce(i, k, unit, offset, p)
	}
	b.recurring = true
	b.workday, b.nth, b.monthDays = p.Workday, p.Nth, p.MonthDays
	if len(p.Weekdays) > 0 {
		b.weekdays = p.Weekdays
	}
	last := p.Workday < 0 || p.Nth < 0 || len(p.MonthDays) > 0 && p.MonthDays[0] == -1
	switch unit {
	case Weekly:
		b.unit = Weekly
		if p.Workday == 0 {
			b.monthDays = nil
			b.weekdays = []int{1}
			if last {
				b.weekdays = []int{7}
			}
		}
	case "quarter":
		b.unit, b.quarter, b.months, b.every = Monthly, true, []int{1, 4, 7, 10}, 0
		if last {
			b.months = []int{3, 6, 9, 12}
		}
	case Yearly:
		b.unit, b.months = Yearly, []int{1}
		if last {
			b.months = []int{12}
		}
	default:
		b.unit = Monthly
	}
	return b.take(i, k, true)
}

// placeOnce finds the day of a position in this or the next period.
func (b *builder) placeOnce(i, k int, unit Unit, offset int, p Recurrence) int {
	first := b.today.AddDate(0, 0, 1-b.today.Day())
	months := 1
	switch unit {
	case Weekly:
		first = b.today.AddDate(0, 0, 1-isoWeekday(b.today)+7*offset)
		return b.firstFit(i, k, first, first.AddDate(0, 0, 7), weekPosition(p))
	case "quarter":
		first = time.Date(first.Year(), (first.Month()-1)/3*3+1, 1, 0, 0, 0, 0, first.Location()).AddDate(0, 3*offset, 0)
		months = 3
	case Yearly:
		first = time.Date(first.Year()+offset, 1, 1, 0, 0, 0, 0, first.Location())
		months = 12
	default:
		first = first.AddDate(0, offset, 0)
	}
	end := first.AddDate(0, months, 0)
	if p.Workday < 0 || p.Nth < 0 || len(p.MonthDays) > 0 && p.MonthDays[0] == -1 {
		first = end.AddDate(0, -1, 0)
	}
	p.Unit = Monthly
	return b.firstFit(i, k, first, end, p)
}

func weekPosition(p Recurrence) Recurrence {
	p.Unit = Weekly
	if p.Workday == 0 {
		p.Weekdays = []int{1}
		if len(p.MonthDays) > 0 && p.MonthDays[0] == -1 {
			p.Weekdays = []int{7}
		}
	}
	return p
}

func (b *builder) firstFit(i, k int, first, end time.Time, p Recurrence) int {
	p.Start = first
	for d := first; d.Before(end); d = d.AddDate(0, 0, 1) {
		if p.fits(d, b.cal) {
			b.days = append(b.days, viet.Day{Date: d, Pinned: true})
			return b.take(i, k, false)
		}
	}
	return i
}

// position reads "ngày cuối tháng", "ngày 25 tháng cuối quý", "thứ sáu tuần
// cuối", "thứ hai đầu tiên của tháng", "cuối mỗi tháng".
func (b *builder) position(i int) int {
	j := i
	if k := b.each(j); k > j {
		j = k
	}
	part := ""
	if c, k := b.Clock(j); k > j && !c.Named {
		part, j = c.Part, k
	}
	for _, read := range [...]func(int, int) int{b.weekdayPosition, b.dayPosition, b.quarterDay, b.edgeOfPeriod} {
		if k := read(i, j); k > i {
			b.setPart(part)
			return k
		}
	}
	return i
}

func (b *builder) weekdayPosition(i, j int) int {
	if b.Is(j, "ngày") {
		j++
	}
	w, k := b.Weekday(j)
	if k == j {
		return i
	}
	p := Recurrence{Weekdays: []int{w}}
	if e := b.SeqAny(k, "tuần cuối cùng", "tuần cuối"); e > k {
		p.Nth = -1
		return b.placeMonthly(i, e, p)
	}
	if e := b.SeqAny(k, "tuần đầu tiên", "tuần đầu", "tuần thứ nhất"); e > k {
		p.Nth = 1
		return b.placeMonthly(i, e, p)
	}
	if b.Is(k, "tuần") && b.Is(k+1, "thứ") {
		if v, e := b.smallNumber(k + 2); e > k+2 && v >= 1 && v <= 5 {
			p.Nth = v
			return b.placeMonthly(i, e, p)
		}
	}
	n, e := b.ordinal(k)
	if e == k || n == 0 || n > 5 {
		return i
	}
	p.Nth = n
	if unit, _, _, next := b.whole(e); next == e || unit == Weekly {
		if b.SeqAny(k, "đầu tiên", "cuối cùng") == k {
			return i
		}
		return b.placeMonthly(i, e, p)
	}
	return b.place(i, e, p)
}

// placeMonthly places a position whose month may be left unsaid.
func (b *builder) placeMonthly(i, j int, p Recurrence) int {
	if k := b.place(i, j, p); k > i {
		return k
	}
	if b.Is(j, "tháng") || b.Is(j, "của") {
		return i
	}
	b.recurring, b.unit, b.weekdays, b.nth = true, Monthly, p.Weekdays, p.Nth
	return b.take(i, j, true)
}

func (b *builder) dayPosition(i, j int) int {
	if !b.Is(j, "ngày") {
		return i
	}
	n, k := b.ordinal(j + 1)
	if k == j+1 || n != 1 && n != -1 {
		return i
	}
	if n == -1 && !b.Is(k-1, "cùng") && b.Is(k, "tuần") {
		return b.weekend(i, k)
	}
	return b.place(i, k, Recurrence{MonthDays: []int{n}})
}

// edgeOfPeriod reads "cuối mỗi tháng", "đầu hàng quý"; without mỗi it is asked.
func (b *builder) edgeOfPeriod(i, j int) int {
	if !b.Is(j, "cuối", "đầu") || b.Is(i-1, "tháng") {
		return i // "6 tháng đầu năm" is a period of the task
	}
	n := 1
	if b.Is(j, "cuối") {
		n = -1
	}
	unit, _, pinned, k := b.whole(j + 1)
	if k == j+1 {
		return i
	}
	said := j > i || b.SeqAny(j+1, "mỗi", "hàng", "hằng", "các") > j+1
	if _, e := b.recurringAfter(k); e > k {
		said, k = true, e
	}
	if unit == Weekly && !pinned && said {
		if n == 1 {
			return b.place(i, j+1, Recurrence{MonthDays: []int{1}})
		}
		b.ask(askWhichDays)
		return b.take(i, k, true)
	}
	if pinned || !said {
		b.edgeFrom, b.edgeTo = j, k // of the time, or of the task: "chào cờ đầu tuần"
		return i
	}
	return b.place(i, j+1, Recurrence{MonthDays: []int{n}})
}

// quarterDay reads "ngày 25 tháng cuối quý", "ngày 5 tháng đầu của quý", "ngày
// làm việc cuối ..." is read elsewhere.
func (b *builder) quarterDay(i, j int) int {
	days, k := b.dayNumbers(j)
	if k == j || !b.Is(k, "tháng") && !(b.Is(k, "của") && b.Is(k+1, "tháng")) {
		return i
	}
	if b.Is(k, "của") {
		k++
	}
	months := []int{1, 4, 7, 10}
	e := b.SeqAny(k+1, "đầu tiên", "đầu", "thứ nhất")
	switch {
	case e > k+1:
	case b.SeqAny(k+1, "giữa", "thứ hai") > k+1:
		e, months = b.SeqAny(k+1, "giữa", "thứ hai"), []int{2, 5, 8, 11}
	case b.SeqAny(k+1, "cuối cùng", "cuối") > k+1:
		e, months = b.SeqAny(k+1, "cuối cùng", "cuối"), []int{3, 6, 9, 12}
	default:
		return i
	}
	unit, _, pinned, next := b.whole(e)
	if unit != "quarter" || pinned {
		return i
	}
	b.recurring, b.unit, b.quarter, b.months, b.monthDays, b.every = true, Monthly, true, months, days, 0
	return b.take(i, next, true)
}
