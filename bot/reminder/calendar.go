package reminder

import (
	"strings"
	"sync"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Calendar knows the working days: Monday to Friday without holidays. The
// holidays are the statutory ones and those of a table; of Tết and of the second
// day at 2 September, whose dates are announced each year, the table's days
// stand where it has any. A holiday on a weekend is made up on the next working
// day. It is safe for concurrent use; the zero value has the statutory days.
type Calendar struct{ table *holidayTable }

type holidayTable struct {
	off   map[int]string // day number -> name
	work  map[int]bool
	years sync.Map // year -> map[int]string
}

// NewCalendar returns the calendar of a table of holidays; rows without a
// readable date are left out.
func NewCalendar(rows []corpus.Holiday) Calendar {
	t := &holidayTable{off: map[int]string{}, work: map[int]bool{}}
	for _, h := range rows {
		d, err := time.Parse("2006-01-02", strings.TrimSpace(h.Date))
		if err != nil {
			continue
		}
		if h.Kind == "work" {
			t.work[dayNumber(d)] = true
		} else {
			t.off[dayNumber(d)] = h.Name
		}
	}
	return Calendar{t}
}

var statutory = NewCalendar(nil)

// dayNumber counts the days of the calendar date since 1970.
func dayNumber(t time.Time) int {
	y, m, d := t.Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func midnight(t time.Time) time.Time {
	y, m, d := t.In(corpus.Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, corpus.Zone)
}

// Holiday reports whether the day is a day off by law or by the table, with its
// name. A plain weekend is none.
func (c Calendar) Holiday(t time.Time) (name string, ok bool) {
	t = t.In(corpus.Zone)
	name, ok = c.year(t.Year())[dayNumber(t)]
	return name, ok
}

// Working reports whether the day is a working day.
func (c Calendar) Working(t time.Time) bool {
	if c.table == nil {
		c = statutory
	}
	t = t.In(corpus.Zone)
	if c.table.work[dayNumber(t)] {
		return true
	}
	if weekend(t) {
		return false
	}
	_, off := c.Holiday(t)
	return !off
}

// AddWorking moves a day by n working days, forwards or backwards.
func (c Calendar) AddWorking(t time.Time, n int) time.Time {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for guard := 0; n > 0 && guard < 5000; guard++ {
		t = t.AddDate(0, 0, step)
		if c.Working(t) {
			n--
		}
	}
	return t
}

func weekend(t time.Time) bool { return t.Weekday() == time.Saturday || t.Weekday() == time.Sunday }

// year returns the days off of a year, the made-up ones included.
func (c Calendar) year(y int) map[int]string {
	if c.table == nil {
		c = statutory
	}
	if v, ok := c.table.years.Load(y); ok {
		return v.(map[int]string)
	}
	days := c.table.reckon(y)
	c.table.years.Store(y, days)
	return days
}

// reckon lists the days off of a year in order and then makes up those on
// weekends. A holiday of the last days of December may be made up in January.
func (t *holidayTable) reckon(y int) map[int]string {
	first := dayNumber(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC))
	last := dayNumber(time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC))
	off := t.fixed(y)
	for n, name := range t.off {
		if n >= first-10 && n <= last {
			off[n] = name
		}
	}
	made := map[int]string{}
	for n := first - 10; n <= last; n++ {
		name, ok := off[n]
		if !ok || !weekendNumber(n) || t.madeUpInTable(n) {
			continue
		}
		m := n + 1
		for weekendNumber(m) || off[m] != "" || made[m] != "" {
			m++
		}
		made[m] = "Nghỉ bù " + name
	}
	for n, name := range made {
		off[n] = name
	}
	for n := range off {
		if n < first || n > last || t.work[n] {
			delete(off, n)
		}
	}
	return off
}

func weekendNumber(n int) bool { return (n+3)%7 >= 5 } // 1 January 1970 was a Thursday

// madeUpInTable reports whether the table itself lists the working day after a
// weekend holiday of the table.
func (t *holidayTable) madeUpInTable(n int) bool {
	if _, ok := t.off[n]; !ok {
		return false
	}
	for weekendNumber(n) {
		n++
	}
	_, ok := t.off[n]
	return ok
}

// fixed returns the statutory days of a year (Labour Code 2019, article 112).
func (t *holidayTable) fixed(y int) map[int]string {
	off := map[int]string{}
	at := func(m time.Month, d int) int { return dayNumber(time.Date(y, m, d, 0, 0, 0, 0, time.UTC)) }
	off[at(1, 1)] = "Tết Dương lịch"
	off[at(4, 30)] = "Ngày Chiến thắng"
	off[at(5, 1)] = "Ngày Quốc tế Lao động"
	off[at(9, 2)] = "Quốc khánh"
	if gio, ok := (viet.LunarDate{Year: y, Month: 3, Day: 10}).Solar(); ok {
		off[dayNumber(gio)] = "Giỗ Tổ Hùng Vương"
	}
	if !t.lists(at(9, 1), at(9, 1)) && !t.lists(at(9, 3), at(9, 3)) {
		off[at(9, 2)+besideNationalDay(time.Date(y, 9, 2, 0, 0, 0, 0, time.UTC).Weekday())] = "Quốc khánh"
	}
	if tet := viet.Tet(y); !tet.IsZero() {
		n := dayNumber(tet)
		if !t.lists(n-4, n+6) {
			for k := -1; k < 4; k++ {
				off[n+k] = "Tết Nguyên đán"
			}
		}
	}
	return off
}

func (t *holidayTable) lists(from, to int) bool {
	for n := from; n <= to; n++ {
		if _, ok := t.off[n]; ok {
			return true
		}
	}
	return false
}

// besideNationalDay returns the offset of the second day off at 2 September:
// the neighbour that lies on the side of a weekend, as it was in most years.
func besideNationalDay(w time.Weekday) int {
	switch w {
	case time.Monday, time.Thursday, time.Sunday:
		return 1
	}
	return -1
}
