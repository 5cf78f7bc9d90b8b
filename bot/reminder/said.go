package reminder

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// AskTask is asked where a request names a time and no task; the time is none the
// worse for it, so that Clarify stays empty.
const AskTask = "Anh/chị muốn tôi nhắc việc gì ạ?"

// The questions asked back, to a cadre.
const (
	askWhen      = "Anh/chị muốn được nhắc vào lúc nào ạ? Ví dụ: 8h sáng mai, thứ hai hằng tuần lúc 8h."
	askDeadline  = "Hạn của việc này là ngày nào ạ? Anh/chị cho tôi biết để tính lúc nhắc."
	askOffset    = "Anh/chị muốn được nhắc trước hạn bao lâu ạ? Ví dụ: trước hạn 3 ngày."
	askLunar     = "Anh/chị muốn nói ngày dương lịch hay âm lịch ạ?"
	askLastDay   = "Anh/chị muốn nhắc vào ngày nào cụ thể ạ?"
	askOften     = "Tôi nhắc dày nhất 15 phút một lần. Anh/chị muốn bao lâu nhắc một lần ạ?"
	askWhichDays = "Anh/chị muốn nhắc vào những ngày nào ạ?"
	askWeekly    = "Anh/chị muốn nhắc vào các thứ này hằng tuần hay chỉ một lần ạ?"
	askNever     = "Với lời hẹn này thì không còn lần nhắc nào. Anh/chị xem lại ngày giờ giúp tôi ạ."
	askFromTo    = "Anh/chị muốn nhắc từ mấy giờ đến mấy giờ ạ? Ví dụ: từ 8h đến 17h."
	askNight     = "Anh/chị muốn được nhắc lúc mấy giờ đêm ạ?"
	askClock     = "Giờ này tôi chưa hiểu rõ. Anh/chị muốn được nhắc lúc mấy giờ ạ?"
)

// askHour asks for the part of the day of a clock time that names none.
func askHour(c viet.Clock) string {
	hour := func(h int) string {
		if c.Minute == 0 {
			return fmt.Sprintf("%d giờ", h)
		}
		return fmt.Sprintf("%d giờ %02d", h, c.Minute)
	}
	late := c.In(afternoon(c))
	said := hour(c.Hour)
	if c.Hour == 0 { // a quarter to one
		said = hour(late.Hour)
	}
	return fmt.Sprintf("Anh/chị muốn nói %s sáng hay %s %s (%d:%02d) ạ?", hour(c.Hour), said, afternoon(c), late.Hour, late.Minute)
}

// afternoon names the part of the day that an hour from 1 to 6 falls in if not
// the morning.
func afternoon(c viet.Clock) string {
	switch {
	case c.Hour == 0:
		return "trưa"
	case c.Hour >= 6:
		return "tối"
	}
	return "chiều"
}

func askPast(t time.Time) string {
	return "Thời điểm " + saidInstant(t) + " đã qua. Anh/chị muốn được nhắc vào lúc nào ạ?"
}

func askPastWeekday(t time.Time) string {
	return fmt.Sprintf("%s hôm nay đã qua %s. Anh/chị muốn nhắc vào %s tuần sau (%s) hay hôm nay vào giờ khác ạ?",
		weekdayNames[isoWeekday(t)], saidClock(TimeOfDay{t.Hour(), t.Minute()}), weekdayNames[isoWeekday(t)], t.AddDate(0, 0, 7).Format("2/1/2006"))
}

// askDayOf asks for the day of a period: "thứ mấy", "tuần sau".
func askDayOf(which, period string) string {
	return "Anh/chị muốn được nhắc vào " + which + " " + period + " ạ?"
}

// askUnread asks for the time once more, for words of it were not understood.
func askUnread(words string) string {
	return "Tôi chưa hiểu “" + words + "” ở đây. Anh/chị muốn được nhắc vào lúc nào ạ?"
}

func askImpossible(printed string) string {
	printed = strings.TrimPrefix(strings.TrimPrefix(printed, "ngày "), "ngay ")
	return "Không có ngày “" + printed + "”. Anh/chị muốn được nhắc vào ngày nào ạ?"
}

func askContradiction(date time.Time, said int) string {
	return fmt.Sprintf("Ngày %s là %s, không phải %s. Anh/chị muốn nhắc vào ngày nào ạ?", date.Format("2/1/2006"), weekdayNames[isoWeekday(date)], weekdayNames[said])
}

var weekdayNames = [...]string{"", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"}

func saidClock(t TimeOfDay) string { return fmt.Sprintf("%02d:%02d", t.Hour, t.Minute) }

// saidInstant returns "Thứ Hai 23/11/2026, 08:00".
func saidInstant(t time.Time) string {
	t = t.In(corpus.Zone)
	return fmt.Sprintf("%s %s, %s", weekdayNames[isoWeekday(t)], t.Format("2/1/2006"), saidClock(TimeOfDay{t.Hour(), t.Minute()}))
}

// Said returns the recurrence in plain Vietnamese: "Thứ Hai hằng tuần, 08:00".
func (r Recurrence) Said() string {
	if len(r.Offsets) > 0 {
		deadline := r
		deadline.Offsets = nil
		return r.saidOffsets() + "; hạn: " + deadline.Said()
	}
	if r.Unit == Once {
		return r.saidSingle()
	}
	s := r.saidDays()
	if len(r.At) > 0 {
		var at []string
		for _, t := range r.At {
			at = append(at, saidClock(t))
		}
		s += ", " + joinAnd(at)
	}
	if r.SkipHolidays {
		s += ", trừ ngày lễ"
	}
	switch {
	case r.Count > 0:
		s += fmt.Sprintf(", %d lần", r.Count)
	case r.Unit == Hourly && !r.Until.IsZero(), r.Unit == Minutely && !r.Until.IsZero():
		s += ", đến " + r.saidEnd()
	case !r.Until.IsZero():
		s += ", đến hết " + r.Until.In(corpus.Zone).Format("2/1/2006")
	}
	return s
}

// saidEnd names the end of what comes round within a day.
func (r Recurrence) saidEnd() string {
	end := r.Until.In(corpus.Zone)
	if end.Second() == 59 { // the end of a day
		return "hết " + end.Format("2/1/2006")
	}
	return saidClock(TimeOfDay{end.Hour(), end.Minute()}) + " ngày " + end.Format("2/1/2006")
}

// saidSingle names each day once, with its hours: "Thứ Bảy 5/12/2026 và Thứ Hai
// 7/12/2026, 08:00".
func (r Recurrence) saidSingle() string {
	var days, hours []string
	for _, t := range append([]time.Time{r.Start}, r.More...) {
		day, hour, _ := strings.Cut(saidInstant(t), ", ")
		if !slices.Contains(days, day) {
			days = append(days, day)
		}
		if !slices.Contains(hours, hour) {
			hours = append(hours, hour)
		}
	}
	return joinAnd(days) + ", " + joinAnd(hours)
}

// saidOffsets says offsets of a kind together: "Trước 7, 3 và 1 ngày, lúc 08:00".
func (r Recurrence) saidOffsets() string {
	var out []string
	for i := 0; i < len(r.Offsets); {
		o, n := r.Offsets[i], i+1
		count := []string{strconv.Itoa(o.Days)}
		for o.Days > 0 && o.Exact == 0 && n < len(r.Offsets) && r.Offsets[n].sameKind(o) {
			count, n = append(count, strconv.Itoa(r.Offsets[n].Days)), n+1
		}
		out, i = append(out, o.said(joinAnd(count))), n
	}
	return viet.Capital(joinAnd(out))
}

func (o Offset) sameKind(p Offset) bool {
	return o.Days > 0 && o.Exact == 0 && o.Working == p.Working && o.At == p.At
}

// said says an offset; days are its days, or those of several.
func (o Offset) said(days string) string {
	switch {
	case o.Working:
		return fmt.Sprintf("trước %s ngày làm việc, lúc %s", days, saidClock(o.At))
	case o.Exact%time.Hour != 0 && o.Exact > time.Hour:
		return fmt.Sprintf("trước %d giờ %d phút", o.Exact/time.Hour, o.Exact%time.Hour/time.Minute)
	case o.Exact%time.Hour != 0:
		return fmt.Sprintf("trước %d phút", o.Exact/time.Minute)
	case o.Exact != 0:
		return fmt.Sprintf("trước %d giờ", o.Exact/time.Hour)
	case o.Days == 0:
		return "đúng ngày hạn, lúc " + saidClock(o.At)
	}
	return fmt.Sprintf("trước %s ngày, lúc %s", days, saidClock(o.At))
}

func (r Recurrence) saidDays() string {
	switch r.Unit {
	case Minutely:
		return r.saidEvery("phút", "Mỗi phút")
	case Hourly:
		return r.saidEvery("giờ", "Mỗi giờ")
	case Daily:
		if r.Working {
			return "Các ngày làm việc"
		}
		return r.saidEvery("ngày", "Hằng ngày")
	case Weekly:
		return r.saidWeek()
	case Monthly:
		return r.saidMonth()
	case Yearly:
		return r.saidYear()
	case LunarMonth:
		return viet.Capital(r.saidMonthDays(true)) + " âm lịch hằng tháng"
	case LunarYear:
		return viet.Capital(r.saidMonthDays(true)) + " " + lunarMonthName(r.Months[0]) + " âm lịch hằng năm"
	}
	return ""
}

func lunarMonthName(m int) string {
	switch m {
	case 1:
		return "tháng Giêng"
	case 12:
		return "tháng Chạp"
	}
	return "tháng " + strconv.Itoa(m)
}

func (r Recurrence) saidEvery(unit, one string) string {
	if r.every() == 1 {
		return one
	}
	return fmt.Sprintf("%d %s một lần", r.every(), unit)
}

func (r Recurrence) saidWeek() string {
	days := ""
	switch {
	case r.Workday == 1:
		days = "Ngày làm việc đầu tuần"
	case r.Workday == -1:
		days = "Ngày làm việc cuối tuần"
	case len(r.Weekdays) > 3 && r.Weekdays[len(r.Weekdays)-1]-r.Weekdays[0] == len(r.Weekdays)-1:
		days = "Từ " + weekdayNames[r.Weekdays[0]] + " đến " + weekdayNames[r.Weekdays[len(r.Weekdays)-1]]
	default:
		var names []string
		for _, d := range r.Weekdays {
			names = append(names, weekdayNames[d])
		}
		days = joinAnd(names)
	}
	if r.every() == 1 {
		return days + " hằng tuần"
	}
	return fmt.Sprintf("%s, %d tuần một lần", days, r.every())
}

func (r Recurrence) saidMonth() string {
	day := r.saidDay()
	switch {
	case r.Quarter:
		return day + " " + quarterMonth(r.Months) + " hằng quý"
	case len(r.Months) > 0:
		return day + " các tháng " + strings.ReplaceAll(joinInts(r.Months), ",", ", ")
	case r.every() == 1:
		return day + " hằng tháng"
	case r.every() == 3:
		return day + ", 3 tháng một lần"
	}
	return fmt.Sprintf("%s, %d tháng một lần", day, r.every())
}

func quarterMonth(months []int) string {
	switch months[0] % 3 {
	case 1:
		return "của tháng đầu"
	case 2:
		return "của tháng giữa"
	}
	return "của tháng cuối"
}

func (r Recurrence) saidYear() string {
	day := r.saidDay()
	if len(r.Months) == 1 {
		day += " tháng " + strconv.Itoa(r.Months[0])
	}
	if r.every() == 1 {
		return day + " hằng năm"
	}
	return fmt.Sprintf("%s, %d năm một lần", day, r.every())
}

// saidDay names the day of a month.
func (r Recurrence) saidDay() string {
	switch {
	case r.Workday == 1:
		return "Ngày làm việc đầu tiên"
	case r.Workday == -1:
		return "Ngày làm việc cuối cùng"
	case r.Workday > 0:
		return fmt.Sprintf("Ngày làm việc thứ %d", r.Workday)
	case r.Workday < 0:
		return fmt.Sprintf("Ngày làm việc thứ %d từ cuối", -r.Workday)
	case len(r.Weekdays) > 0:
		var names []string
		for _, d := range r.Weekdays {
			names = append(names, weekdayNames[d])
		}
		return joinAnd(names) + " " + nthName(r.Nth)
	}
	return viet.Capital(r.saidMonthDays(false))
}

func nthName(n int) string {
	switch n {
	case 1:
		return "đầu tiên"
	case -1:
		return "cuối cùng"
	}
	return fmt.Sprintf("lần thứ %d", n)
}

func (r Recurrence) saidMonthDays(lunar bool) string {
	if n := len(r.MonthDays); !lunar && n > 3 && r.MonthDays[0] > 0 && r.MonthDays[n-1]-r.MonthDays[0] == n-1 {
		if last := r.MonthDays[n-1]; last < 31 {
			return fmt.Sprintf("từ ngày %d đến ngày %d", r.MonthDays[0], last)
		}
		return fmt.Sprintf("từ ngày %d đến ngày cuối", r.MonthDays[0])
	}
	var days []string
	for _, d := range r.MonthDays {
		switch {
		case d == -1:
			days = append(days, "cuối cùng")
		case lunar && d == 15:
			days = append(days, "rằm")
		case lunar && d <= 10:
			days = append(days, "mùng "+strconv.Itoa(d))
		default:
			days = append(days, strconv.Itoa(d))
		}
	}
	return "ngày " + joinAnd(days)
}

func joinAnd(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " và " + words[len(words)-1]
}
