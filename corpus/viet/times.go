package viet

import (
	"strings"
	"time"
)

// Times returns every date, period and clock time of the text, in order.
// Relative ones lean on an earlier one of the text, otherwise on now. A clock
// time beside its day is one entry; impossible dates (31/4) are none.
func Times(s string, now time.Time) []Time {
	sc := NewScanner(s)
	r := periodReader{dayReader: sc.reader(now)}
	out := []Time{}
	for i := 0; i < len(r.toks); {
		t, j := Time{}, i
		if r.mayBegin(i) {
			t, j = r.entry(i)
		}
		if j == i {
			i = r.pass(i)
			continue
		}
		t.Text, t.Start, t.End = r.Text(i, j)
		out = append(out, t)
		i = j
	}
	return out
}

// timeHeads are the words that a time may begin with; the rest of a text need
// not be tried.
var timeHeads = headSet(`không một hai ba bốn năm sáu bảy bẩy tám chín mười hăm nửa sáng trưa chiều tối đêm khuya buổi hôm ngày mai nay qua
	cách lễ mùng mồng rằm tết giỗ giao trung sau trước từ kể bắt tính lũy cho đến tới hết chậm muộn hạn thứ chủ chúa cn t q quý tháng tuần cùng
	đầu giữa cuối thượng hạ giai nhiệm thời khóa niên vào lúc hồi đúng '`)

func headSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func (r *periodReader) mayBegin(i int) bool {
	t := &r.toks[i]
	if t.kind == scanDigits || t.fold == "qui" || t.fold == "thu" {
		return true
	}
	for _, w := range t.words {
		if timeHeads[w] {
			return true
		}
	}
	return false
}

// Period reads the period, limit or instant at i, leaning on now alone.
func (sc *Scanner) Period(i int, now time.Time) (Time, int) {
	if i < 0 || i >= sc.Len() {
		return Time{}, i
	}
	r := periodReader{dayReader: sc.reader(now)}
	return r.entry(i)
}

// pass steps over what is no time: a whole number, so that its tail is not read
// as one.
func (r *periodReader) pass(i int) int {
	if d, j := r.day(i); j > i && d.Impossible {
		return j // of "29/2/2023" not even the year is meant
	}
	if r.toks[i].kind == scanDigits {
		if _, j := r.figure(i); j > i {
			return j
		}
	}
	return i + 1
}

func (r *periodReader) entry(i int) (Time, int) {
	if t, j := r.limit(i); j > i {
		return t, j
	}
	if r.clockHead(i) {
		if t, j := r.sinceClock(i, i); j > i {
			return t, j // "8h-10h sáng mai"
		}
	}
	if t, j := r.instant(i); j > i {
		return t, j
	}
	s, j := r.period(i)
	if j == i {
		return Time{}, i
	}
	if e, k := r.through(s, j); k > j && !r.dashedWeekdays(i, j) {
		r.last = e
		return e.entry(), k
	}
	r.last = s
	return s.entry(), j
}

// dashedWeekdays reports whether the weekday at i, which ends at j, is one of
// several parted by dashes ("T2-T4-T6"), which are a list and no row.
func (r *periodReader) dashedWeekdays(i, j int) bool {
	if _, k := r.Weekday(i); k != j {
		return false
	}
	return r.Is(j, "-") && r.dashedList(j)
}

func (s stretch) entry() Time {
	return Time{From: s.from, To: s.to, Grain: s.grain, Relative: s.relative}
}

// period reads one period without a clock time; the longest reading wins.
func (r *periodReader) period(i int) (stretch, int) {
	best, end := stretch{}, i
	for _, read := range [...]func(int) (stretch, int){r.spanOfYears, r.runOfMonths, r.singleDay, r.daysSpan, r.quarter, r.month, r.relativePeriod, r.year, r.lunarMonthPeriod} {
		if s, j := read(i); j > end {
			best, end = s, j
		}
	}
	return best, end
}

func (r *periodReader) singleDay(i int) (stretch, int) {
	d, j := r.day(i)
	if j == i || d.Date.IsZero() || d.Impossible {
		return stretch{}, i
	}
	s := stretch{from: d.Date, to: d.Date.AddDate(0, 0, 1), grain: "day", day: &d, noYear: d.Year == 0}
	s.relative = d.Pinned || d.Weekday > 0 && d.Day == 0
	return s, j
}

// daysSpan reads "5-7/9", "ngày 5-7/9/2021".
func (r *periodReader) daysSpan(i int) (stretch, int) {
	j := i
	if r.Is(j, "ngày") {
		j++
	}
	a, n, ok := r.Digits(j)
	if !ok || n > 2 || !r.Is(j+1, "-", "đến", "và") || r.Is(j+1, "và") && j == i {
		return stretch{}, i
	}
	k := j + 2
	if r.Is(k, "ngày") {
		k++
	}
	if _, n, ok := r.Digits(k); !ok || n > 2 || a < 1 || !r.figureStands(j) {
		return stretch{}, i
	}
	d, e := r.date(k)
	if e == k || d.Impossible || d.Month == 0 || d.Day <= a || r.gluedSign(j-1, "/", "-") && r.toks[j].glued {
		return stretch{}, i
	}
	return stretch{from: r.date0(d.Date.Year(), d.Month, a), to: d.Date.AddDate(0, 0, 1), grain: "day", noYear: d.Year == 0}, e
}

// lunarMonthPeriod reads "tháng Giêng", "tháng Chạp", "tháng 7 âm lịch".
func (r *periodReader) lunarMonthPeriod(i int) (stretch, int) {
	m, j := r.lunarMonth(i)
	if j == i || !r.Is(j-1, "giêng", "chạp") && r.lunarTail(j) == j {
		return stretch{}, i
	}
	j = r.lunarTail(j)
	y, k := r.yearOf(j)
	if k == j {
		y = Lunar(r.today).Year
	}
	from, ok := LunarDate{Year: y, Month: m, Day: 1}.Solar()
	if !ok {
		return stretch{}, i
	}
	to := from.AddDate(0, 0, 29)
	if Lunar(to).Day != 1 {
		to = to.AddDate(0, 0, 1)
	}
	return stretch{from: from, to: to, grain: "month"}, k
}

// through reads the end of "A đến B", "A - B" after A.
func (r *periodReader) through(s stretch, i int) (stretch, int) {
	if !r.Is(i, "-", "đến", "tới", "~") || r.fresh(i) || s.to.IsZero() {
		return s, i
	}
	k := i + 1
	if r.Is(k, "hết") {
		k++
	}
	if r.Is(k, "nay") && !r.Is(i, "-") {
		s.to, s.relative = r.today.AddDate(0, 0, 1), true
		return s, k + 1
	}
	if r.Is(i, "-") && !dashes(s.grain) {
		return s, i
	}
	e, j := r.period(k)
	if j == k || e.to.IsZero() || e.grain != s.grain && r.Is(i, "-") {
		return s, i
	}
	if s.noYear && !e.noYear && s.day != nil && e.from.Year() != s.from.Year() {
		s = r.inYear(s, e.from)
	}
	for n := 0; e.to.Before(s.from) && (e.noYear || e.relative) && n < 3; n++ {
		e.to = e.to.AddDate(1, 0, 0)
		if e.grain == "day" && e.day != nil && e.day.Weekday > 0 && e.day.Month == 0 {
			e.to = e.to.AddDate(-1, 0, 7)
		}
	}
	if !e.to.After(s.from) {
		return s, i
	}
	s.to, s.relative, s.day, s.noYear = e.to, s.relative || e.relative, nil, e.noYear
	return s, j
}

func dashes(grain string) bool { return grain == "day" || grain == "month" || grain == "year" }

// inYear puts a day whose year was not said before the end of its span.
func (r *periodReader) inYear(s stretch, end time.Time) stretch {
	from := r.date0(end.Year(), int(s.from.Month()), s.from.Day())
	if from.After(end) {
		from = addMonths(from, -12)
	}
	s.from, s.to = from, from.AddDate(0, 0, 1)
	return s
}
