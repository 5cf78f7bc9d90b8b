package reminder

import (
	"slices"
	"time"

	"thiduabot/corpus/viet"
)

// maxDates bounds the days of a list.
const maxDates = 12

// dateList reads several days that do not come round again: "ngày 5 và 7/12",
// "5/12, 7/12 và 9/12", "thứ hai và thứ tư tuần sau", "hôm nay và ngày mai".
// What stands at the end of the list gives the others their month or week.
func (b *builder) dateList(i int) int {
	j := i
	if b.Is(j, "các", "những") && b.Is(j+1, "ngày") {
		j++
	}
	var days []viet.Day
	for len(days) < maxDates {
		d, k := b.listedDay(j, len(days) == 0)
		if k == j {
			break
		}
		days, j = append(days, d), k
		sep := b.SeqAny(j, ", và", ",", "và", "&")
		if _, k := b.listedDay(sep, false); sep == j || k == sep {
			break
		}
		j = sep
	}
	unit, e := b.recurringAfter(j)
	if len(days) < 2 || unit != "" && unit != Yearly || !b.settleDays(days) {
		return i
	}
	if unit == Yearly {
		b.yearlyDays(days)
		return b.take(i, e, true)
	}
	part := days[0].Part
	for _, d := range days {
		if d.Impossible || d.Contradicts || d.Part != "" && d.Part != part {
			b.ask(askWhichDays)
		}
		b.dates = append(b.dates, d.Date)
	}
	slices.SortFunc(b.dates, time.Time.Compare)
	b.setPart(part)
	return b.take(i, j, false)
}

// yearlyDays makes dates come round each year: "1/1 và 1/7 hàng năm". They must be
// the same days of each of their months.
func (b *builder) yearlyDays(days []viet.Day) {
	var monthDays, months []int
	for _, d := range days {
		if d.Lunar || d.Month == 0 || d.Impossible {
			b.ask(askWhichDays)
			return
		}
		if !slices.Contains(monthDays, d.Day) {
			monthDays = append(monthDays, d.Day)
		}
		if !slices.Contains(months, d.Month) {
			months = append(months, d.Month)
		}
	}
	slices.Sort(monthDays)
	slices.Sort(months)
	b.recurring, b.unit, b.monthDays, b.months = true, Monthly, monthDays, months
	if len(monthDays)*len(months) != len(days) {
		b.ask(askWhichDays)
	}
}

// listedDay reads one day of a list; a bare number or weekday has no Date until
// the list is settled.
func (b *builder) listedDay(i int, first bool) (viet.Day, int) {
	d, k := b.Day(i, b.now)
	switch {
	case k > i && d.Lunar:
		return viet.Day{}, i
	case k > i && (d.Month > 0 || d.Pinned):
		return d, k
	case k > i && d.Weekday > 0 && d.Day == 0:
		return viet.Day{Weekday: d.Weekday, Part: d.Part}, k
	}
	j := b.SeqAny(i, "ngày", "mùng", "mồng")
	v, k := b.smallNumber(j)
	if k == j || v < 1 || v > 31 || first && j == i {
		return viet.Day{}, i
	}
	if c, e := b.Clock(j); e > j && c.Named {
		return viet.Day{}, i
	}
	return viet.Day{Day: v}, k
}

// settleDays gives the days of a list their dates by the last one; it reports
// whether that is possible.
func (b *builder) settleDays(days []viet.Day) bool {
	last := days[len(days)-1]
	if last.Date.IsZero() || last.Impossible {
		return false
	}
	for i, d := range days {
		switch {
		case !d.Date.IsZero():
		case d.Day > 0 && last.Month > 0:
			date := time.Date(last.Date.Year(), last.Date.Month(), d.Day, 0, 0, 0, 0, last.Date.Location())
			d.Date, d.Impossible = date, date.Day() != d.Day
		case d.Weekday > 0 && last.Weekday > 0 && last.Pinned:
			d.Date = last.Date.AddDate(0, 0, d.Weekday-last.Weekday)
		default:
			return false
		}
		days[i] = d
	}
	return true
}

// several makes one request of several days or hours.
func (b *builder) several(days []time.Time, at []TimeOfDay) (Recurrence, bool) {
	r := Recurrence{Unit: Once}
	for _, day := range slices.CompactFunc(days, time.Time.Equal) {
		for _, t := range at {
			r.More = append(r.More, t.on(day))
		}
	}
	r.Start, r.More = r.More[0], r.More[1:]
	if !r.Start.After(b.now) {
		b.ask(askPast(r.Start))
	}
	return r, true
}
