package reminder_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thiduabot/bot/reminder"
	"thiduabot/corpus"
)

// The scan tells the days of a recurrence from the words of the request, one day
// after the other, by rules of its own: calendar, holidays and moon share nothing
// with the program.

const scanFrom, scanTo = 2024, 2033

// world is what the scan knows of the days.
type world struct {
	moon map[string]lunarDay
	off  map[string]bool
	work map[string]bool
}

func dateOf(d time.Time) string { return d.Format(time.DateOnly) }

func newWorld(table []corpus.Holiday) world {
	w := world{lunarDays(scanFrom, scanTo), map[string]bool{}, map[string]bool{}}
	for _, h := range table {
		w.off[h.Date] = h.Kind != "work"
		w.work[h.Date] = h.Kind == "work"
	}
	var byLaw []time.Time
	for d := date(scanFrom, 1, 1); d.Year() <= scanTo; d = d.AddDate(0, 0, 1) {
		if w.law(d) || w.off[dateOf(d)] {
			byLaw = append(byLaw, d)
			w.off[dateOf(d)] = true
		}
	}
	for _, d := range byLaw {
		if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
			for d = d.AddDate(0, 0, 1); d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || w.off[dateOf(d)]; {
				d = d.AddDate(0, 0, 1)
			}
			w.off[dateOf(d)] = true
		}
	}
	for day := range w.work {
		if w.work[day] {
			w.off[day] = false
		}
	}
	return w
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, vietnam) }

// law tells the days of article 112 of the Labour Code; of the fifth day of Tết
// and the second of 2 September the usual one.
func (w world) law(d time.Time) bool {
	switch d.Format("2/1") {
	case "1/1", "30/4", "1/5", "2/9":
		return true
	case "1/9":
		return d.Weekday() == time.Monday || d.Weekday() == time.Friday || d.Weekday() == time.Tuesday || d.Weekday() == time.Thursday
	case "3/9":
		return d.Weekday() == time.Tuesday || d.Weekday() == time.Friday || d.Weekday() == time.Monday
	}
	l, next := w.moon[dateOf(d)], w.moon[dateOf(d.AddDate(0, 0, 1))]
	return l.month == 3 && l.day == 10 && !l.leap || l.month == 1 && l.day <= 4 && !l.leap || next.month == 1 && next.day == 1 && !next.leap
}

func (w world) working(d time.Time) bool {
	weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	return w.work[dateOf(d)] || !weekend && !w.off[dateOf(d)]
}

// nthWorking counts the working days of a month, from its end if last.
func (w world) nthWorking(d time.Time, last bool) int {
	n, step := 0, -1
	if last {
		step = 1
	}
	for e := d; e.Month() == d.Month(); e = e.AddDate(0, 0, step) {
		if w.working(e) {
			n++
		}
	}
	if !w.working(d) {
		return 0
	}
	return n
}

// back steps back over n working days.
func (w world) back(d time.Time, n int) time.Time {
	for n > 0 {
		if d = d.AddDate(0, 0, -1); w.working(d) {
			n--
		}
	}
	return d
}

func ends(d time.Time) bool { return d.AddDate(0, 0, 1).Day() == 1 }

// onOrLast reports whether d is the n-th of its month, or its last day in a month
// without one.
func onOrLast(d time.Time, n int) bool { return d.Day() == n || d.Day() < n && ends(d) }

func (w world) daysSince(d time.Time) int { return int(d.Sub(date(scanFrom, 1, 1)).Hours() / 24) }

type scanned struct {
	text string
	on   func(d time.Time) bool
}

// scans are the kinds of recurrence there are, each in its words.
func (w world) scans() []scanned {
	weekday := func(d time.Time, days ...time.Weekday) bool {
		for _, x := range days {
			if d.Weekday() == x {
				return true
			}
		}
		return false
	}
	moon := func(d time.Time) lunarDay { return w.moon[dateOf(d)] }
	return []scanned{
		{"hàng ngày", func(time.Time) bool { return true }},
		{"hàng ngày trừ chủ nhật", func(d time.Time) bool { return d.Weekday() != time.Sunday }},
		{"hàng ngày trừ ngày lễ", func(d time.Time) bool { return !w.off[dateOf(d)] }},
		{"cách ngày", func(d time.Time) bool { return w.daysSince(d)%2 == 0 }},
		{"3 ngày một lần", func(d time.Time) bool { return w.daysSince(d)%3 == 0 }},
		{"thứ hai hàng tuần", func(d time.Time) bool { return weekday(d, 1) }},
		{"chủ nhật hàng tuần", func(d time.Time) bool { return weekday(d, 0) }},
		{"các ngày thứ 2, 4, 6", func(d time.Time) bool { return weekday(d, 1, 3, 5) }},
		{"từ thứ hai đến thứ sáu hàng tuần", func(d time.Time) bool { return weekday(d, 1, 2, 3, 4, 5) }},
		{"từ thứ hai đến thứ sáu trừ ngày lễ", func(d time.Time) bool { return weekday(d, 1, 2, 3, 4, 5) && !w.off[dateOf(d)] }},
		{"các ngày làm việc", w.working},
		{"các ngày cuối tuần", func(d time.Time) bool { return weekday(d, 6, 0) }},
		{"2 tuần một lần vào thứ tư", func(d time.Time) bool { return w.daysSince(d)%14 == 2 }},
		{"ngày 15 hàng tháng", func(d time.Time) bool { return d.Day() == 15 }},
		{"ngày 15 và 30 hàng tháng", func(d time.Time) bool { return d.Day() == 15 || onOrLast(d, 30) }},
		{"ngày 29 hàng tháng", func(d time.Time) bool { return onOrLast(d, 29) }},
		{"ngày 30 hàng tháng", func(d time.Time) bool { return onOrLast(d, 30) }},
		{"ngày 31 hàng tháng", func(d time.Time) bool { return onOrLast(d, 31) }},
		{"ngày cuối tháng", ends},
		{"thứ hai đầu tiên của tháng", func(d time.Time) bool { return weekday(d, 1) && d.AddDate(0, 0, -7).Month() != d.Month() }},
		{"thứ ba tuần thứ hai của tháng", func(d time.Time) bool {
			return weekday(d, 2) && d.AddDate(0, 0, -7).Month() == d.Month() && d.AddDate(0, 0, -14).Month() != d.Month()
		}},
		{"thứ sáu tuần cuối của tháng", func(d time.Time) bool { return weekday(d, 5) && d.AddDate(0, 0, 7).Month() != d.Month() }},
		{"ngày làm việc đầu tiên của tháng", func(d time.Time) bool { return w.nthWorking(d, false) == 1 }},
		{"ngày làm việc thứ 5 của tháng", func(d time.Time) bool { return w.nthWorking(d, false) == 5 }},
		{"ngày làm việc cuối cùng của tháng", func(d time.Time) bool { return w.nthWorking(d, true) == 1 }},
		{"ngày làm việc cuối cùng của quý", func(d time.Time) bool { return d.Month()%3 == 0 && w.nthWorking(d, true) == 1 }},
		{"ngày đầu tiên của quý", func(d time.Time) bool { return d.Month()%3 == 1 && d.Day() == 1 }},
		{"ngày cuối quý", func(d time.Time) bool { return d.Month()%3 == 0 && ends(d) }},
		{"ngày 25 tháng cuối quý", func(d time.Time) bool { return d.Month()%3 == 0 && d.Day() == 25 }},
		{"ngày 10 tháng đầu mỗi quý", func(d time.Time) bool { return d.Month()%3 == 1 && d.Day() == 10 }},
		{"ngày 31 tháng giữa hàng quý", func(d time.Time) bool { return d.Month()%3 == 2 && ends(d) }},
		{"3 tháng một lần vào ngày 10", func(d time.Time) bool { return d.Month()%3 == 1 && d.Day() == 10 }},
		{"6 tháng một lần vào ngày 31", func(d time.Time) bool { return d.Month()%6 == 1 && d.Day() == 31 }},
		{"15/3 hàng năm", func(d time.Time) bool { return d.Format("2/1") == "15/3" }},
		{"29/2 hàng năm", func(d time.Time) bool { return d.Month() == 2 && onOrLast(d, 29) }},
		{"rằm hàng tháng", func(d time.Time) bool { return moon(d).day == 15 }},
		{"rằm và mùng một hàng tháng", func(d time.Time) bool { return moon(d).day == 15 || moon(d).day == 1 }},
		{"rằm tháng Giêng hàng năm", func(d time.Time) bool { return moon(d) == lunarDay{1, 15, false} }},
		{"Giỗ Tổ hàng năm", func(d time.Time) bool { return moon(d) == lunarDay{3, 10, false} }},
		{"23 tháng Chạp hàng năm", func(d time.Time) bool { return moon(d) == lunarDay{12, 23, false} }},
		{"thứ hai hàng tuần đến hết ngày 30/6/2024", func(d time.Time) bool { return weekday(d, 1) && d.Before(date(2024, 7, 1)) }},
		{"thứ hai hàng tuần trong 3 tháng", func(d time.Time) bool { return weekday(d, 1) && d.Before(date(2024, 4, 1)) }},
		{"thứ hai hàng tuần, 5 lần", func(d time.Time) bool { return weekday(d, 1) && w.daysSince(d) < 35 }},
		{"từ ngày 1 đến ngày 5 hàng tháng", func(d time.Time) bool { return d.Day() <= 5 }},
		{"từ ngày 28 đến cuối tháng hàng tháng", func(d time.Time) bool { return d.Day() >= 28 }},
		{"ngày 31 các tháng 3, 6, 9, 12", func(d time.Time) bool { return d.Month()%3 == 0 && ends(d) }},
		{"1/1 và 1/7 hàng năm", func(d time.Time) bool { return d.Format("2/1") == "1/1" || d.Format("2/1") == "1/7" }},
		{"ngày làm việc áp chót của tháng", func(d time.Time) bool { return w.nthWorking(d, true) == 2 }},
		{"cả tuần trừ thứ tư", func(d time.Time) bool { return !weekday(d, 3) }},
		{"sáng thứ năm nào cũng", func(d time.Time) bool { return weekday(d, 4) }},
		{"10 ngày liên tục", func(d time.Time) bool { return w.daysSince(d) < 10 }},
		{"tuần 2 lần, thứ ba và thứ sáu", func(d time.Time) bool { return weekday(d, 2, 5) }},
		{"hàng năm vào rằm tháng 8", func(d time.Time) bool { return moon(d) == lunarDay{8, 15, false} }},
		{"hạn ngày 20 hàng tháng, trước hạn 3 ngày", func(d time.Time) bool { return d.AddDate(0, 0, 3).Day() == 20 }},
		{"hạn ngày 31 hàng tháng, trước hạn 3 ngày", func(d time.Time) bool { return ends(d.AddDate(0, 0, 3)) }},
		{"hạn ngày 25 hàng tháng, trước 2 ngày làm việc", func(d time.Time) bool {
			return w.back(date(d.Year(), d.Month(), 25), 2).Equal(d) || w.back(date(d.Year(), d.Month()+1, 25), 2).Equal(d)
		}},
	}
}

// Ten years, leap years and holidays included: not one difference.
func TestRecurrencesOfRequestsAgainstScan(t *testing.T) {
	table := []corpus.Holiday{{Date: "2026-11-24", Name: "Ngày Văn hóa"}, {Date: "2027-03-06", Name: "Làm bù", Kind: "work"}, {Date: "2028-07-15", Name: "Hội"}}
	cal := reminder.NewCalendar(table)
	w := newWorld(table)
	now := date(scanFrom, 1, 1)
	total := 0
	for _, s := range w.scans() {
		req, ok := reminder.ParseRequest("nhắc tôi 7h15 "+s.text+" nộp báo cáo", now, cal)
		if !ok || req.Clarify != "" || req.Recurrence == nil {
			t.Errorf("%s: %q", s.text, req.Clarify)
			continue
		}
		var want, got []time.Time
		end := date(scanTo+1, 1, 1)
		for d := now; d.Before(end); d = d.AddDate(0, 0, 1) {
			if s.on(d) {
				want = append(want, d.Add(7*time.Hour+15*time.Minute))
			}
		}
		for at, ok := req.Recurrence.Next(now, cal); ok && at.Before(end); at, ok = req.Recurrence.Next(at, cal) {
			got = append(got, at)
		}
		total += len(want)
		if d := cmp.Diff(want, got, cmp.Comparer(time.Time.Equal)); d != "" {
			t.Errorf("%s: differs from the scan:\n%s", s.text, d)
		}
	}
	t.Logf("%d recurrences, %d instants in ten years", len(w.scans()), total)
}

// The sky of the scan agrees with dates that everybody knows.
func TestScanKnowsTheMoon(t *testing.T) {
	days := lunarDays(scanFrom, scanTo)
	for day, want := range map[string]lunarDay{
		"2024-02-10": {1, 1, false}, "2026-02-17": {1, 1, false}, "2030-02-02": {1, 1, false}, "2031-01-23": {1, 1, false},
		"2024-04-18": {3, 10, false}, "2029-04-23": {3, 10, false}, "2025-07-25": {6, 1, true}, "2028-06-23": {5, 1, true},
	} {
		if days[day] != want {
			t.Errorf("%s is %+v, want %+v", day, days[day], want)
		}
	}
}
