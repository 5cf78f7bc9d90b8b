package reminder

import (
	"slices"
	"strings"
	"time"

	"thiduabot/corpus/viet"
)

// builder collects what a request says, token by token; tokens that belong to
// no time and to no address are the task.
type builder struct {
	*viet.Scanner
	text   string
	now    time.Time
	today  time.Time
	cal    Calendar
	intent Intent
	group  bool
	used   []bool // tokens that are not of the task
	timed  []bool // tokens of a recurrence

	clocks    []viet.Clock
	days      []viet.Day  // single days
	dates     []time.Time // the days of a list, in order
	recurring bool        // hàng, mỗi, các, or a position in a month
	unit      Unit
	every     int
	weekdays  []int
	nth       int
	monthDays []int
	months    []int
	quarter   bool
	workday   int
	working   bool
	lunar     bool
	skip      bool
	count     int
	perUnit   int // "mỗi tháng 2 lần": as many days or hours must be said
	until     time.Time
	from      time.Time
	within    length // "trong 3 tháng"
	after     length // "30 phút nữa"
	except    []int  // weekdays left out
	offsets   []Offset
	ofDue     bool     // an offset speaks of a "hạn"
	due       bool     // "hạn" stands before a day
	before    bool     // "trước" stands before a day
	arrives   viet.Day // the day of "đến ngày 15/12", which may be the reminder's own
	daily     bool     // "hằng ngày" stands beside a shorter interval
	eachTime  bool     // "cứ" or "mỗi" stands before an hour
	offsetAt  int      // token after the last offset
	listed    bool     // several weekdays, and nothing yet says that they recur
	dayAt     []int
	clockAt   []int
	part      string
	edge      string   // "đầu" or "cuối" giờ
	doubt     string   // what to ask back
	answers   []string // texts that leave nothing to ask
	listEnd   int      // token after the weekdays of a list
	edgeFrom  int      // tokens of "đầu tuần", "cuối tháng này"
	edgeTo    int
	call      []bool // tokens of "nhắc" and those it is said to
	trigger1  int    // token of the first "nhắc"
	weak      bool   // "báo tôi" asks to be reminded too
	handIn    string // the "nộp" of "hạn nộp 25/12", the "họp" of "trước họp 15 phút"
	toMe      bool   // somebody is to be reminded
	move      postponement
	renameAt  int  // Change: token of "thành" or "sang"
	renames   bool // "sửa nội dung": what follows is a task, whatever times it names
	gone      bool // the time that is named is past
}

// length is a number of units of time.
type length struct {
	n    int
	unit string
}

func newBuilder(text string, now time.Time, cal Calendar) *builder {
	sc := viet.NewLooseScanner(text)
	if viet.HasMarks(text) {
		sc = viet.NewScanner(text)
	}
	return &builder{Scanner: sc, text: text, now: now, today: midnight(now), cal: cal, used: make([]bool, sc.Len()), timed: make([]bool, sc.Len()), call: make([]bool, sc.Len())}
}

// take marks tokens as read; recurrence marks them as part of the recurrence.
func (b *builder) take(i, j int, recurrence bool) int {
	for ; i < j; i++ {
		b.used[i] = true
		b.timed[i] = b.timed[i] || recurrence
	}
	return j
}

// scan reads the whole text once from the left.
func (b *builder) scan() {
	readers := [...]func(int) int{
		b.always, b.monthDaySpan, b.monthList, b.straight, b.bound, b.offset, b.deadlineDay, b.oddDays, b.workdays, b.position, b.interval, b.dateList, b.weekdayList, b.monthDayList, b.lunarRepeat, b.fromNow, b.laterOn, b.sameTime, b.workEdge, b.single, b.halfPast, b.clock, b.marker,
	}
	for i := 0; i < b.Len(); {
		if b.used[i] {
			i++
			continue
		}
		next := i
		for _, read := range readers {
			if j := read(i); j > i {
				next = j
				break
			}
		}
		if next == i {
			i++
			continue
		}
		i = next
	}
}

// ask keeps the first question, with texts of which each may answer it.
func (b *builder) ask(question string, answers ...string) {
	if b.doubt == "" {
		b.doubt, b.answers = question, answers
	}
}

// with returns the text with each of the words put in before token i, behind the
// text if there is no such token.
func (b *builder) with(i int, words ...string) []string {
	at := len(b.text)
	if i < b.Len() {
		_, at, _ = b.Text(i, i+1)
	}
	var out []string
	for _, w := range words {
		out = append(out, strings.TrimSpace(strings.TrimSpace(b.text[:at])+" "+w+" "+b.text[at:]))
	}
	return out
}

// eachWords are said before what comes round again.
func (b *builder) each(i int) int {
	return b.SeqAny(i, "vào mỗi", "vào các", "vào hàng", "vào hằng", "mỗi một", "mỗi", "hàng", "hằng", "các", "những", "mọi", "cứ mỗi", "cứ đến", "cứ tới", "cứ")
}

// recurringAfter reads "hàng tuần", "mỗi tuần", "hằng tháng" after a day. It
// returns the unit.
func (b *builder) recurringAfter(i int) (Unit, int) {
	j := i
	if b.Is(j, "của", "trong") {
		j++
	}
	k := b.SeqAny(j, "hàng", "hằng", "mỗi", "các", "mọi")
	if k == j {
		return "", i
	}
	switch {
	case b.Is(k, "tuần"):
		return Weekly, k + 1
	case b.Is(k, "tháng"):
		return Monthly, k + 1
	case b.Is(k, "quý"):
		return "quarter", k + 1
	case b.Is(k, "năm"):
		return Yearly, k + 1
	case b.Is(k, "ngày"):
		return Daily, k + 1
	}
	return "", i
}

// weekdayList reads "các ngày thứ 2, 4, 6", "thứ hai hàng tuần", "từ thứ 2 đến
// thứ 6", "mỗi sáng thứ bảy".
func (b *builder) weekdayList(i int) int {
	part, j, explicit := b.weekdayLead(i)
	if j < i {
		return i
	}
	row := b.Is(j, "từ")
	if row {
		j++
	}
	days, k := b.WeekdayList(j)
	if k == j || row && len(days) < 2 {
		return i
	}
	unit, end := b.recurringAfter(k)
	if unit != "" {
		explicit, k = true, end
	}
	if len(days) == 1 && (!explicit || b.named(k)) || unit == Monthly || unit == Yearly || unit == "quarter" {
		return i
	}
	if _, e := b.Day(j, b.now); len(days) == 1 && e > k && unit == "" {
		return i // a date or a named week stands beside it
	}
	if n := b.SeqAny(k, "tuần này", "tuần sau", "tuần tới"); n > k && unit == "" {
		b.ask(askWhichDays)
		k = n
	}
	b.setPart(part)
	b.listed = !explicit && !row && !b.isRow(j, k) && !(b.recurring && b.unit == Weekly)
	b.listEnd = k
	b.addWeekdays(days)
	return b.take(i, k, true)
}

// weekdayLead reads what stands before the weekdays of a list: "mỗi sáng", "các
// ngày". next is below i where an hour stands there.
func (b *builder) weekdayLead(i int) (part string, next int, explicit bool) {
	j := b.each(i)
	explicit = j > i
	if c, k := b.Clock(j); k > j && c.Named {
		return "", i - 1, false
	} else if k > j {
		part, j = c.Part, k
	}
	if b.Is(j, "ngày") {
		j++
	}
	return part, j, explicit
}

func (b *builder) addWeekdays(days []int) {
	b.recurring, b.unit = true, weeklyUnless(b.unit)
	for _, d := range days {
		if !slices.Contains(b.weekdays, d) {
			b.weekdays = append(b.weekdays, d)
		}
	}
	slices.Sort(b.weekdays)
}

// named reports whether the weekday before token k is part of a name: "Ngày thứ
// bảy tình nguyện", "Chủ nhật xanh".
func (b *builder) named(k int) bool { return b.Is(k, "xanh") || b.SeqAny(k, "tình nguyện") > k }

// isRow reports whether the weekdays at i..j are a row ("T2-T6").
func (b *builder) isRow(i, j int) bool {
	for ; i < j; i++ {
		if b.Is(i, "-", "đến", "tới") {
			return true
		}
	}
	return false
}

func weeklyUnless(u Unit) Unit {
	if u == "" || u == Daily {
		return Weekly
	}
	return u
}

func (b *builder) setPart(part string) {
	if part != "" && b.part == "" {
		b.part = part
	}
}

// single reads one day: "ngày mai", "thứ sáu tuần sau", "30/12".
func (b *builder) single(i int) int {
	j := b.SeqAny(i, "bắt đầu từ", "từ")
	start := j > i && b.Is(j-1, "từ")
	d, k := b.Day(j, b.now)
	if k == j {
		return i
	}
	if start && !d.Date.IsZero() && !d.Impossible {
		b.from = d.Date
		return b.take(i, k, true)
	}
	if b.Is(j-1, "sau") && !b.used[j-1] {
		b.ask(askLastDay)
		b.take(j-1, j, false)
	}
	if b.feastOfTask(d, j) || d.Weekday > 0 && d.Day == 0 && b.named(k) {
		return i
	}
	if d.Impossible {
		text, _, _ := b.Text(j, k)
		b.ask(askImpossible(text))
	}
	if d.Contradicts {
		b.ask(askContradiction(d.Date, d.Weekday))
	}
	b.takeOccasion(i)
	unit, end := b.recurringAfter(k)
	if unit != "" {
		b.repeatDay(d, unit)
		return b.take(i, end, true)
	}
	b.days, b.dayAt = append(b.days, d), append(b.dayAt, i, k)
	return b.take(i, k, false)
}

// takeOccasion takes the words that lead to the day at i: "vào dịp", "cứ đến".
func (b *builder) takeOccasion(i int) {
	for _, n := range []int{2, 1} {
		if i >= n && !b.used[i-1] && b.SeqAny(i-n, "vào dịp", "nhân dịp", "cứ đến", "cứ tới", "cứ vào", "đến", "tới", "dịp", "vào") == i {
			b.take(i-n, i, false)
		}
	}
}

// feastOfTask reports whether the feast at i is of the task: what the day already
// read is for ("10/3 âm lịch hàng năm nhắc giỗ Tổ"), or a "Tết" that says what
// kind of thing it is ("mua quà Tết").
func (b *builder) feastOfTask(d viet.Day, i int) bool {
	if !d.Lunar {
		return false
	}
	if b.Is(i, "tết") && i > 0 && !b.used[i-1] && !b.Is(i-1, "dịp", "đúng", "hôm", "vào", "đến", "ngày", ",", ":") {
		return true
	}
	if b.Is(i, "tết") && slices.ContainsFunc(b.days, func(e viet.Day) bool { return !e.Date.IsZero() }) {
		return true
	}
	if b.lunar && slices.Contains(b.months, d.Month) && slices.Contains(b.monthDays, d.Day) {
		return true
	}
	return slices.ContainsFunc(b.days, func(e viet.Day) bool { return !d.Date.IsZero() && e.Date.Equal(d.Date) })
}

// repeatDay makes "ngày 15 hàng tháng", "15/3 hàng năm", "rằm hàng tháng" recur.
func (b *builder) repeatDay(d viet.Day, unit Unit) {
	b.recurring = true
	b.setPart(d.Part)
	switch {
	case d.Lunar && unit == Monthly && d.Month == 0:
		b.unit, b.monthDays, b.lunar = LunarMonth, []int{d.Day}, true
	case d.Lunar && unit == Yearly && d.Month > 0:
		day := d.Day
		if day == 0 {
			day = -1
		}
		b.unit, b.monthDays, b.months, b.lunar = LunarYear, []int{day}, []int{d.Month}, true
	case d.Day > 0 && d.Month == 0 && unit == Monthly:
		b.unit, b.monthDays = Monthly, append(b.monthDays, d.Day)
	case d.Day > 0 && d.Month > 0 && unit == Yearly && !d.Lunar:
		b.unit, b.monthDays, b.months = Yearly, []int{d.Day}, []int{d.Month}
		if d.Day == 29 && d.Month == 2 {
			b.doubt = ""
		}
	case d.Weekday > 0 && d.Day == 0 && unit == Weekly:
		b.unit, b.weekdays = Weekly, append(b.weekdays, d.Weekday)
	default:
		b.ask(askWhichDays)
	}
}

// clock reads a clock time, or a part of the day.
func (b *builder) clock(i int) int {
	c, j := b.Clock(i)
	if j == i {
		return i
	}
	if !c.Named {
		if !b.partMeant(i, j) {
			return i
		}
		b.setPart(c.Part)
		return b.take(i, j, false)
	}
	b.clocks, b.clockAt = append(b.clocks, c), append(b.clockAt, i, j)
	for len(b.clocks) < 12 && b.Is(j, "và", ",", "hoặc") {
		d, k := b.Clock(j + 1)
		if k == j+1 || !d.Named {
			break
		}
		b.clocks = append(b.clocks, d)
		j = b.take(j, k, false)
	}
	return b.take(i, j, false)
}

// partMeant accepts a lone "sáng", "chiều" where no hour is said, unless it is a
// verb or part of a name ("chuyển sang").
func (b *builder) partMeant(i, j int) bool {
	if f, _ := b.Word(i - 1); f == "nghi" || f == "an" || f == "ngu" || f == "com" || f == "bua" {
		return false // "sau giờ nghỉ trưa"
	}
	return b.Is(i-1, "vào", "buổi", "mỗi", "hàng", "hằng") || b.Is(i, "buổi") || b.each(i-1) > i-1 && i > 0 || j == b.Len()
}

// marker reads words that only introduce times.
func (b *builder) marker(i int) int {
	if j := b.SeqAny(i, "vào lúc", "vào hồi", "bắt đầu từ", "lúc", "hồi"); j > i && (j >= b.Len() || b.used[j] || b.timeAt(j)) {
		return b.take(i, j, false)
	}
	if b.Is(i, "khoảng", "tầm", "chừng") && b.timeAt(i+1) && !b.Is(i+1, "ngày") {
		return b.take(i, i+1, false)
	}
	if b.Is(i, "vào", ",", "-") && b.timeAt(i+1) {
		return b.take(i, i+1, false)
	}
	if unit, j := b.recurringAfter(i); j > i && (len(b.days) > 0 || b.recurring || len(b.clocks) > 0 || unit != "") {
		return b.lateMarker(unit, i, j)
	}
	return i
}

// timeAt reports whether a time begins at i.
func (b *builder) timeAt(i int) bool {
	if i >= b.Len() {
		return false
	}
	if _, j := b.Clock(i); j > i {
		return true
	}
	_, j := b.Day(i, b.now)
	return j > i || b.each(i) > i || b.Is(i, "ngày", "cuối", "đầu")
}

// lateMarker reads "hàng tuần", "hàng ngày" apart from its day.
func (b *builder) lateMarker(unit Unit, i, j int) int {
	b.listed = false
	if e := b.SeqAny(j, "trong tuần"); e > j && unit == Daily {
		b.ask(askWhichDays, b.with(j, "từ thứ hai đến thứ sáu", "hằng ngày")...)
		return b.take(i, e, true)
	}
	if unit == Daily && b.unit == "" && len(b.days) == 0 {
		b.recurring, b.unit = true, Daily
		return b.take(i, j, true)
	}
	if len(b.days) == 1 && b.unit == "" {
		d := b.days[0]
		b.days = nil
		b.repeatDay(d, unit)
		return b.take(i, j, true)
	}
	if b.unit == "" && unit != "quarter" {
		b.recurring, b.unit = true, unit
		return b.take(i, j, true)
	}
	return b.take(i, j, true)
}

// fromNow reads "30 phút nữa", "sau 2 tiếng", "1 tháng nữa".
func (b *builder) fromNow(i int) int {
	n, unit, j := b.After(b.SeqAny(i, "trong vòng", "trong khoảng"))
	if j <= i || unit != "giờ" && unit != "phút" {
		return i
	}
	if n > 0 && b.after.n == 0 {
		b.after = length{n, unit}
	}
	return b.take(i, j, false)
}
