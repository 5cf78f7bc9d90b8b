package reminder

import (
	"fmt"
	"time"

	"thiduabot/corpus/viet"
)

// laterOn reads "30 phút sau", "3 ngày sau" as a time from now. Before the name of
// an event ("3 ngày sau hội nghị") it is counted from that, which is asked.
func (b *builder) laterOn(i int) int {
	n, unit, j := b.Length(i)
	if j == i || n < 1 || !b.Is(j, "sau") || b.Is(i-1, "trước", "cách", "trong") {
		return i
	}
	j++
	ends := j >= b.Len() || b.used[j] || b.Is(j, ",", ".", ";", "thì", "nhé", "nha", "ạ", "lúc", "vào", "-")
	first := i == 0 || b.used[i-1]
	if _, k := b.Clock(j); k > j {
		ends = true
	}
	switch {
	case !ends && b.event(j):
		b.ask(askDeadline)
		return b.take(i, j, false)
	case !ends && !first:
		return i
	case unit == "giờ" || unit == "phút":
		b.after = length{n, unit}
	default:
		b.days, b.dayAt = append(b.days, viet.Day{Date: midnight(moved(b.today, length{n, unit})), Pinned: true}), append(b.dayAt, i, j)
	}
	return b.take(i, j, false)
}

// events begin the names of what one may count from, folded.
var events = map[string]bool{
	"khi": true, "ngay": true, "hoi": true, "cuoc": true, "buoi": true, "gio": true, "tet": true, "le": true, "ky": true, "han": true, "dai": true, "hop": true, "su": true, "do": true,
	"thoi": true, "luc": true, "dot": true,
}

func (b *builder) event(i int) bool {
	f, ok := b.Word(i)
	return ok && events[f]
}

// workEdge reads "đầu giờ", "cuối giờ chiều": the edges of office hours.
func (b *builder) workEdge(i int) int {
	if !b.Is(i, "đầu", "cuối") || !b.Is(i+1, "giờ", "buổi") {
		return i
	}
	j := b.SeqAny(i+2, "làm việc", "hành chính")
	b.edge = "đầu"
	if b.Is(i, "cuối") {
		b.edge = "cuối"
	}
	if _, k := b.Day(j, b.now); k == j {
		if c, k := b.Clock(j); k > j && !c.Named {
			b.setPart(c.Part)
			j = k
		}
	}
	return b.take(i, j, false)
}

// halfPast reads "8 rưỡi" beside a day: "tối nay 8 rưỡi".
func (b *builder) halfPast(i int) int {
	h, j := b.smallNumber(i)
	if j == i || h < 1 || h > 12 || !b.Is(j, "rưỡi") || !b.besideRequest(i, j+1) {
		return i
	}
	c := viet.Clock{Hour: h, Minute: 30, Named: true, Minutes: true, Ambiguous: h <= 6}
	b.clocks, b.clockAt = append(b.clocks, c), append(b.clockAt, i, j+1)
	return b.take(i, j+1, false)
}

// besideRequest reports whether what stands from i to j follows a time, or opens
// the text before what asks to be reminded.
func (b *builder) besideRequest(i, j int) bool {
	if i == 0 {
		return j < b.Len() && b.call[j]
	}
	return b.used[i-1] && !b.call[i-1]
}

// oddDays asks which days are meant by "ngày thường", "các ngày chẵn".
func (b *builder) oddDays(i int) int {
	j := b.SeqAny(i, "các", "những", "mọi", "mỗi", "hàng", "hằng")
	if b.Is(j, "ngày") && b.Is(j+1, "thường", "chẵn", "lẻ") {
		b.ask(askWhichDays)
		return b.take(i, j+2, false)
	}
	return i
}

// sameTime reads "giờ này ngày mai" and "ngày này tuần sau", which lean on now.
func (b *builder) sameTime(i int) int {
	switch {
	case b.Is(i, "giờ") && b.Is(i+1, "này") && !b.Is(i-1, "đến", "tới", "từ"):
		b.clocks = append(b.clocks, viet.Clock{Hour: b.now.Hour(), Minute: b.now.Minute(), Named: true, Minutes: true})
		b.clockAt = append(b.clockAt, i, i+2)
		if b.SeqAny(i+2, "tuần sau", "tuần tới") > i+2 {
			return b.onDay(i, i+4, b.today.AddDate(0, 0, 7))
		}
		return b.take(i, i+2, false)
	case b.Is(i, "ngày") && b.Is(i+1, "này") && b.SeqAny(i+2, "tuần sau", "tuần tới") > i+2:
		return b.onDay(i, i+4, b.today.AddDate(0, 0, 7))
	case b.Is(i, "ngày") && b.Is(i+1, "này") && b.SeqAny(i+2, "tháng sau", "tháng tới") > i+2:
		return b.onDay(i, i+4, addMonths(b.today, 1))
	case b.Is(i, "ngày") && b.Is(i+1, "này") && b.SeqAny(i+2, "năm sau", "năm tới") > i+2:
		return b.onDay(i, i+4, addMonths(b.today, 12))
	}
	return i
}

// onDay takes tokens i..j-1 as the name of a day.
func (b *builder) onDay(i, j int, day time.Time) int {
	b.days, b.dayAt = append(b.days, viet.Day{Date: day, Pinned: true}), append(b.dayAt, i, j)
	return b.take(i, j, false)
}

// edges are the hours that offices begin and end at, by the part of the day. The
// list was set down by hand from the usual hours of state offices.
var edges = map[string]map[string]TimeOfDay{
	"đầu":  {"": {7, 30}, "sáng": {7, 30}, "chiều": {13, 30}},
	"cuối": {"": {16, 30}, "sáng": {11, 0}, "chiều": {16, 30}},
}

// vague asks for the day within a period that is named without one: "tuần sau",
// "tháng 12". It reports false if there is no such period.
func (b *builder) vague() bool {
	for i := 0; i < b.Len(); i++ {
		if b.used[i] {
			continue
		}
		t, j := b.Period(i, b.now)
		if j == i || t.Limit != "" || !t.To.After(b.now) || t.From.IsZero() {
			continue
		}
		switch t.Grain {
		case "week":
			if !b.nounBefore(i) {
				b.take(i, j, false)
			}
			b.ask(askDayOf("thứ mấy", b.saidWeek(t)), b.with(i, "thứ hai", "thứ tư", "thứ sáu")...)
			return true
		case "month":
			b.ask(askDayOf("ngày nào", fmt.Sprintf("tháng %d/%d", t.From.Month(), t.From.Year())), b.with(i, "ngày 5", "ngày 15", "ngày 25")...)
			return true
		case "day":
			if t.To.Sub(t.From) > 24*time.Hour {
				b.ask(askLastDay)
				return true
			}
		}
	}
	return false
}

// nounBefore reports whether the word before token i is of something that a
// period may belong to: "lịch tuần sau", "kế hoạch tuần sau".
func (b *builder) nounBefore(i int) bool {
	f, _ := b.Word(i - 1)
	return f == "lich" || f == "hoach" || f == "trinh" || f == "tac"
}

// periodAside asks for the day of a coming period that stands beside the hour or
// opens the request: "9h tuần sau". Elsewhere it may be of the task.
func (b *builder) periodAside() bool {
	for i := 0; i < b.Len() && len(b.clocks) > 0; i++ {
		if b.used[i] {
			continue
		}
		t, j := b.Period(i, b.now)
		if j == i || t.Limit != "" || !t.From.After(b.now) || t.Grain != "week" && t.Grain != "month" {
			continue
		}
		if i == 0 || b.used[i-1] || j < b.Len() && b.used[j] && !b.call[j] {
			return b.vague()
		}
	}
	return false
}

// weekAside asks which week is meant where a week is named apart from its weekday:
// "họp tuần sau vào thứ sáu".
func (b *builder) weekAside(d viet.Day) {
	for i := 0; i < b.Len(); i++ {
		if b.used[i] || !b.Is(i, "tuần") {
			continue
		}
		t, j := b.Period(i, b.now)
		if j > i && t.Grain == "week" && t.From.After(b.now) && weekNumber(t.From) != weekNumber(d.Date) {
			b.ask(askWhichDays, b.with(b.dayEnd(), "tuần này", "tuần sau")...)
		}
	}
}

func (b *builder) saidWeek(t viet.Time) string {
	switch weekNumber(t.From) - weekNumber(b.today) {
	case 0:
		return "tuần này"
	case 1:
		return "tuần sau"
	}
	return "tuần từ " + t.From.Format("2/1")
}

// weekend reads "các ngày cuối tuần"; "ngày cuối tuần" alone may be either.
func (b *builder) weekend(i, k int) int {
	unit, _, pinned, e := b.whole(k)
	if e == k || unit != Weekly || pinned {
		return i
	}
	if !b.Is(i, "các", "những", "mọi") {
		b.ask(askWhichDays)
		return b.take(i, e, true)
	}
	b.recurring, b.unit, b.weekdays = true, Weekly, []int{6, 7}
	return b.take(i, e, true)
}
