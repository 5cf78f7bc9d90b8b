package viet

import "time"

// Day is a day as a text names it.
type Day struct {
	Date        time.Time // its midnight in UTC+7; zero if Impossible or only part of it is said
	Day, Month  int       // as said; 0 if not
	Year        int
	Weekday     int    // 1 Monday .. 7 Sunday; 0 if not said
	Pinned      bool   // a weekday of a named week, or a day counted from today
	Part        string // "sáng mai": sáng
	Impossible  bool   // 31/4
	Contradicts bool   // the weekday is not that of the date
	Lunar       bool
	Bare        bool // "mùng 3" alone: solar or lunar is not said
}

// dayReader reads days and periods of one text against now.
type dayReader struct {
	*Scanner
	now   time.Time
	today time.Time
}

func (sc *Scanner) reader(now time.Time) dayReader {
	now = now.In(zone)
	y, m, d := now.Date()
	return dayReader{sc, now, time.Date(y, m, d, 0, 0, 0, 0, zone)}
}

// Day reads a single day at i: a date, a weekday, "ngày mai", "mùng 5 tháng
// sau", "rằm tháng Giêng", "3 ngày nữa". A day and month without a year, and a
// weekday alone, are the next to come, today included.
func (sc *Scanner) Day(i int, now time.Time) (Day, int) { return sc.reader(now).day(i) }

func (r dayReader) day(i int) (Day, int) {
	if i < 0 || i >= len(r.toks) {
		return Day{}, i
	}
	for _, read := range [...]func(int) (Day, int){r.relativeDay, r.lunarDay, r.weekThenDay, r.monthThenDay, r.weekdayDay, r.date, r.countedDay} {
		if d, j := read(i); j > i {
			return d, j
		}
	}
	return Day{}, i
}

// relativeDay reads "hôm nay", "mai", "tối nay", "ngày kia".
func (r dayReader) relativeDay(i int) (Day, int) {
	part, j := r.dayPart(i)
	after := j > i
	if !after && r.Is(i, "nay", "qua") && !r.fresh(i) {
		_, e := r.dayPart(i - 1) // "8h sáng nay": the part went to the hour
		after = i > 0 && e == i
	}
	n, k := r.dayOffset(j, after)
	if k == j {
		return Day{}, i
	}
	if part == "" && !r.fresh(k) {
		if p, e := r.dayPart(k); e > k && !r.clockHead(e) {
			part, k = p, e
		}
	}
	return Day{Date: r.today.AddDate(0, 0, n), Pinned: true, Part: part}, k
}

func (r dayReader) dayOffset(i int, afterPart bool) (int, int) {
	type row struct {
		phrase string
		days   int
	}
	for _, w := range [...]row{
		{"hôm nay", 0}, {"ngày hôm nay", 0}, {"hôm qua", -1}, {"ngày hôm qua", -1}, {"hôm kia", -2}, {"ngày mai", 1}, {"hôm sau", 1},
		{"ngày kia", 2}, {"ngày mốt", 2}, {"mai kia", 0},
	} {
		if j := r.Seq(i, w.phrase); j > i && w.phrase != "mai kia" && w.phrase != "hôm sau" {
			if w.days == -1 && r.Is(j, "kia") {
				return -2, j + 1
			}
			return w.days, j
		}
	}
	switch {
	case r.mot(i):
		return 2, i + 1
	case r.Is(i, "mai") && !r.Is(i+1, "kia") && !(r.toks[i].upper && i > 0 && !afterPart):
		return 1, i + 1
	case afterPart && r.Is(i, "nay"):
		return 0, i + 1
	case afterPart && r.Is(i, "qua"):
		return -1, i + 1
	case afterPart && r.Is(i, "mốt", "kia") && !r.fresh(i):
		return 2, i + 1
	}
	return 0, i
}

// mot reads "mốt" alone, the day after tomorrow: "mốt 14g". Without marks it is
// "một" unless a clock time follows at the beginning.
func (r dayReader) mot(i int) bool {
	if !r.Is(i, "mốt") || r.numeric(i-1) || r.Is(i-1, "mươi", "mười", "trăm", "linh", "lẻ") {
		return false
	}
	return !r.toks[i].bare || i == 0 && r.clockHead(i+1)
}

// weekThenDay reads a weekday behind its week: "tuần sau, vào thứ tư".
func (r dayReader) weekThenDay(i int) (Day, int) {
	n, j := r.week(i)
	if j == i || !r.Is(i, "tuần") || r.fresh(j) {
		return Day{}, i
	}
	k := r.SeqAny(r.skipComma(j), "vào ngày", "vào", "ngày")
	part, k := r.dayPart(k)
	w, e := r.Weekday(k)
	if e == k || r.fresh(k) {
		return Day{}, i
	}
	if _, again := r.week(e); again > e || r.Is(e, "này", "tới") {
		return Day{}, i
	}
	if d, f := r.date(r.skipComma(e)); f > e && d.Month > 0 {
		return Day{}, i
	}
	monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today)+7*n)
	return Day{Weekday: w, Part: part, Date: monday.AddDate(0, 0, w-1), Pinned: true}, e
}

// monthThenDay reads a day behind its month: "tháng sau, ngày 10".
func (r dayReader) monthThenDay(i int) (Day, int) {
	n, j := r.monthOffset(i)
	if j == i || !r.Is(i, "tháng") || r.fresh(j) {
		return Day{}, i
	}
	k := r.SeqAny(r.skipComma(j), "vào")
	part, k := r.dayPart(k)
	e := r.SeqAny(k, "ngày", "mùng", "mồng")
	day, f := r.dayNumber(e)
	if e == k || f == e || r.Is(f, "tháng", "/", "-", ".") || r.fresh(e) || r.ordinalDay(e, f) {
		return Day{}, i
	}
	t := addMonths(time.Date(r.today.Year(), r.today.Month(), 1, 0, 0, 0, 0, zone), n)
	return r.placedLast(Day{Day: day, Month: int(t.Month()), Year: t.Year()}).with(part), f
}

// weekdayDay reads a weekday with the week or the date beside it.
func (r dayReader) weekdayDay(i int) (Day, int) {
	part, k := r.dayPart(i)
	if r.Is(k, "ngày") && k > i {
		k++
	}
	w, j := r.Weekday(k)
	if j == k {
		return Day{}, i
	}
	if e := r.skipComma(j); !r.fresh(j) {
		if d, n := r.date(e); n > e && (d.Month > 0 || r.Is(e, "ngày")) {
			return r.agree(d, w, part), n
		}
	}
	monday := r.today.AddDate(0, 0, 1-isoWeekday(r.today))
	d := Day{Weekday: w, Part: part}
	if n, e := r.week(j); e > j {
		d.Date, d.Pinned = monday.AddDate(0, 0, 7*n+w-1), true
		return d, e
	}
	if r.Is(j, "này") {
		d.Date, d.Pinned = monday.AddDate(0, 0, w-1), true
		return d, j + 1
	}
	if k := r.SeqAny(j, "vừa rồi", "vừa qua"); k > j {
		d.Date, d.Pinned = r.today.AddDate(0, 0, -((isoWeekday(r.today)-w+6)%7+1)), true
		return d, k
	}
	d.Date = r.today.AddDate(0, 0, (w-isoWeekday(r.today)+7)%7)
	if r.Is(j, "tới", "sau") && (!r.numeric(j+1) || r.clockHead(j+1)) {
		if d.Date.Equal(r.today) {
			d.Date = d.Date.AddDate(0, 0, 7)
		}
		d.Pinned, j = true, j+1
	}
	return d, j
}

func (r dayReader) skipComma(i int) int {
	if r.Is(i, ",", "-", "(") {
		return i + 1
	}
	return i
}

func (r dayReader) agree(d Day, w int, part string) Day {
	d.Weekday = w
	if d.Part == "" {
		d.Part = part
	}
	d.Contradicts = !d.Date.IsZero() && isoWeekday(d.Date) != w
	return d
}

func isoWeekday(t time.Time) int { return int(t.Weekday()+6)%7 + 1 }

// week reads "tuần này", "tuần sau", "tuần tới", "tuần trước" as an offset.
func (r dayReader) week(i int) (int, int) {
	j := i
	if r.Is(j, "của", "trong") {
		j++
	}
	if !r.Is(j, "tuần") || r.fresh(j) && j > i {
		return 0, i
	}
	switch {
	case r.Seq(j+1, "sau nữa") > j+1:
		return 2, j + 3
	case r.Seq(j+1, "trước nữa") > j+1:
		return -2, j + 3
	case r.Is(j+1, "này"), r.Is(j+1, "nay"):
		return 0, j + 2
	case r.Is(j+1, "sau", "tới"), r.Seq(j+1, "tiếp theo") > j+1, r.Seq(j+1, "kế tiếp") > j+1:
		if r.Seq(j+1, "tiếp theo") > j+1 || r.Seq(j+1, "kế tiếp") > j+1 {
			return 1, j + 3
		}
		return 1, j + 2
	case r.throughYears(j + 1):
		return 0, i
	case r.Is(j+1, "trước", "qua"), r.Is(j+1, "vừa", "rồi"):
		if r.Is(j+1, "vừa") {
			return -1, j + 3
		}
		return -1, j + 2
	}
	return 0, i
}

// countedDay reads "3 ngày nữa", "sau 2 tuần", "1 tháng nữa" as a day.
func (r dayReader) countedDay(i int) (Day, int) {
	n, unit, j := r.After(i)
	if j == i || unit == "giờ" || unit == "phút" {
		return Day{}, i
	}
	return Day{Date: addUnit(r.today, n, unit), Pinned: true}, j
}

// After reads a length of time from now: "3 ngày nữa", "sau 2 tiếng", "30 phút
// tới". Units are phút, giờ, ngày, tuần, tháng and năm; half units are given in
// the next smaller one.
func (sc *Scanner) After(i int) (n int, unit string, next int) {
	j := i
	before := sc.Is(i, "sau") && !sc.Is(i-1, "tuần", "tháng", "năm", "ngày") && (sc.Word2("sau", i) || sc.numeric(i+1))
	if before {
		j++
		if sc.Is(j, "khoảng") {
			j++
		}
	}
	if n, unit, k := sc.halfLength(i); sc.Is(i, "nửa") && k > i && sc.Is(k, "nữa", "sau") {
		return n, unit, k + 1
	}
	n, unit, j = sc.Length(j)
	if j <= i+1 && !before || unit == "" {
		return 0, "", i
	}
	if sc.Is(j, "nữa") || sc.Seq(j, "tới nữa") > j {
		return n, unit, j + 1
	}
	if before && !sc.Is(j, "một", "kể", "khi") {
		return n, unit, j
	}
	return 0, "", i
}

// Word2 reports whether token i is exactly the unmarked word in a text with
// marks.
func (sc *Scanner) Word2(w string, i int) bool {
	return !sc.loose && sc.Is(i, w)
}

var lengthUnits = map[string]string{
	"phút": "phút", "giờ": "giờ", "tiếng": "giờ", "ngày": "ngày", "hôm": "ngày", "tuần": "tuần", "tháng": "tháng", "năm": "năm", "h": "giờ", "p": "phút", "'": "phút",
}

// Length reads a whole length of time: "3 ngày", "2 tiếng rưỡi", "1 giờ 30
// phút", "nửa tiếng".
func (sc *Scanner) Length(i int) (n int, unit string, next int) {
	if sc.Is(i, "nửa") {
		return sc.halfLength(i)
	}
	n, j := sc.smallNumber(i)
	if j == i || n > 999 || n < 0 || j >= len(sc.toks) || sc.fresh(j) {
		return 0, "", i
	}
	for _, w := range sc.toks[j].words {
		if u, ok := lengthUnits[w]; ok {
			unit = u
			break
		}
	}
	if unit == "" || sc.Is(j, "h", "p", "'") && !sc.toks[j].glued {
		return 0, "", i
	}
	j++
	if sc.Seq(j, "đồng hồ") > j {
		j += 2
	}
	switch {
	case unit == "giờ" && sc.Is(j, "rưỡi"):
		return n*60 + 30, "phút", j + 1
	case unit == "tháng" && sc.Is(j, "rưỡi"):
		return n*30 + 15, "ngày", j + 1
	case unit == "giờ":
		m, k := sc.smallNumber(j)
		switch {
		case k == j || m > 59:
		case sc.Is(k, "phút", "p"):
			return n*60 + m, "phút", k + 1
		case sc.gluedDigits(j) && sc.Is(k, "nữa", "sau"):
			return n*60 + m, "phút", k
		}
	}
	return n, unit, j
}

// halfLength reads "nửa tiếng", "nửa tháng", "nửa năm".
func (sc *Scanner) halfLength(i int) (n int, unit string, next int) {
	switch {
	case sc.fresh(i + 1):
	case sc.Is(i+1, "tiếng", "giờ"):
		return 30, "phút", i + 2
	case sc.Is(i+1, "tháng"):
		return 15, "ngày", i + 2
	case sc.Is(i+1, "năm"):
		return 6, "tháng", i + 2
	}
	return 0, "", i
}

// addUnit moves an instant by a length of time; months keep the day or take the
// last one.
func addUnit(t time.Time, n int, unit string) time.Time {
	switch unit {
	case "phút":
		return t.Add(time.Duration(n) * time.Minute)
	case "giờ":
		return t.Add(time.Duration(n) * time.Hour)
	case "tuần":
		return t.AddDate(0, 0, 7*n)
	case "tháng":
		return addMonths(t, n)
	case "năm":
		return addMonths(t, 12*n)
	}
	return t.AddDate(0, 0, n)
}

func addMonths(t time.Time, n int) time.Time {
	y, m, d := t.Date()
	months := y*12 + int(m) - 1 + n
	y, mm := months/12, months%12+1
	return time.Date(y, time.Month(mm), min(d, monthDays(y, mm)), t.Hour(), t.Minute(), t.Second(), 0, zone)
}
