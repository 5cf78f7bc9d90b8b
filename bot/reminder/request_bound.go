package reminder

import (
	"time"

	"thiduabot/corpus/viet"
)

// bound reads "trừ ngày lễ", "đến hết ngày 30/6", "trong 3 tháng", "5 lần",
// "bắt đầu từ tháng sau".
func (b *builder) bound(i int) int {
	for _, read := range [...]func(int) int{b.exceptDays, b.untilDay, b.withinLength, b.times, b.since} {
		if j := read(i); j > i {
			return j
		}
	}
	return i
}

func (b *builder) exceptDays(i int) int {
	j := b.SeqAny(i, "trừ", "không tính", "không kể", "bỏ qua", "ngoại trừ", "trừ các", "trừ những")
	if j == i {
		return i
	}
	k := b.SeqAny(j, "các", "những")
	if e := b.SeqAny(k, "ngày nghỉ lễ", "ngày lễ tết", "ngày lễ", "ngày nghỉ", "nghỉ lễ", "lễ tết", "lễ", "dịp lễ"); e > k {
		b.skip = true
		return b.take(i, b.SeqAny(e, "và tết", ", tết", "tết"), true)
	}
	if b.SeqAny(k, "cuối tuần") > k {
		b.except = append(b.except, 6, 7)
		return b.take(i, k+2, true)
	}
	if b.Is(k, "ngày") {
		k++
	}
	if days, e := b.WeekdayList(k); e > k {
		b.except = append(b.except, days...)
		return b.take(i, e, true)
	}
	return i
}

// untilDay reads "đến hết ngày 30/6", "cho đến cuối năm".
func (b *builder) untilDay(i int) int {
	if b.Is(i-1, "cứ") || !b.Is(i, "đến", "tới", "hết", "cho") || b.SeqAny(i, "đến hạn", "tới hạn", "hết hạn") > i || b.Is(i, "cho") && !b.Is(i+1, "đến", "tới") {
		return i
	}
	if c, k := b.Clock(i); k > i && c.Part != "" {
		return i // "toi mai" without marks is "tối mai"
	}
	t, j := b.Period(i, b.now)
	if j == i || t.Limit != viet.Until || t.To.IsZero() || t.Grain == "hour" || t.Grain == "minute" {
		return i
	}
	b.until = t.To.Add(-time.Second)
	if d, k := b.Day(i+1, b.now); k == j && b.Is(i, "đến", "tới") && !b.Is(i-1, "cho") {
		b.arrives = d
		if b.SeqAny(i-2, "khi nào", "bao giờ") == i {
			b.take(i-2, i, false)
		}
	}
	return b.take(i, j, true)
}

// withinLength reads "trong 3 tháng", "trong vòng 2 tuần tới".
func (b *builder) withinLength(i int) int {
	j := b.SeqAny(i, "trong vòng", "trong suốt", "trong", "suốt")
	if j == i {
		return i
	}
	n, unit, k := b.Length(j)
	if k == j || n < 1 || (unit == "giờ" || unit == "phút") && !b.everyHours() || b.Is(k, "nữa") {
		return i
	}
	b.within = length{n, unit}
	return b.take(i, b.SeqAny(k, "tới đây", "tới", "liền", "liên tục", "liên tiếp"), true)
}

// straight reads "7 ngày liên tục": that many days, from the first on.
func (b *builder) straight(i int) int {
	n, k := b.smallNumber(b.SeqAny(i, "trong", "suốt"))
	e := b.SeqAny(k+1, "liên tục", "liên tiếp", "liền")
	if n < 2 || !b.Is(k, "ngày") || e == k+1 || b.recurring {
		return i
	}
	b.recurring, b.unit, b.count = true, Daily, n
	return b.take(i, e, true)
}

// everyHours reports whether something is to come round within a day: "mỗi 2
// giờ", "30 phút một lần".
func (b *builder) everyHours() bool {
	if b.unit == Hourly || b.unit == Minutely {
		return true
	}
	for i := 0; i < b.Len(); i++ {
		if !b.Is(i, "giờ", "tiếng", "phút") {
			continue
		}
		if b.Is(i-1, "mỗi", "cứ", "hàng", "hằng") || b.Is(i-2, "mỗi", "cứ") || b.SeqAny(i+1, "một lần", "1 lần") > i+1 {
			return true
		}
		if v, _, ok := b.Digits(i + 1); ok && v == 1 && b.Is(i+2, "lần") {
			return true
		}
	}
	return false
}

// times reads "5 lần"; "một lần" belongs to an interval.
func (b *builder) times(i int) int {
	j := b.SeqAny(i, "trong", "tổng cộng", "nhắc")
	n, k := b.smallNumber(j)
	if k == j || n < 1 || !b.Is(k, "lần") || b.ordinalAt(k+1) {
		return i
	}
	if n == 1 && b.recurring {
		return b.take(i, k+1, true) // "cứ 30 phút nhắc tôi một lần"
	}
	if _, _, unit := b.unitWord(i - 1); unit && i > 0 {
		b.perUnit = n
		return b.take(i, k+1, true)
	}
	if e := b.SeqAny(k+1, "mỗi", "một", "hàng", "hằng"); e > k+1 {
		if _, _, unit := b.unitWord(e); unit {
			b.perUnit = n
			return b.take(i, k+1, true)
		}
	}
	b.count = n
	return b.take(i, b.SeqAny(k+1, "thì thôi", "là thôi", "rồi thôi", "thôi"), true)
}

// ordinalAt reports whether "thứ" at i counts and names no weekday.
func (b *builder) ordinalAt(i int) bool {
	_, j := b.Weekday(i)
	return b.Is(i, "thứ") && j == i
}

// since reads "bắt đầu từ tháng sau", "từ tuần sau".
func (b *builder) since(i int) int {
	j := b.SeqAny(i, "bắt đầu từ", "kể từ", "từ")
	if j == i {
		return i
	}
	if b.Is(j, "nay") {
		return b.take(i, j+1, true)
	}
	if !b.Is(j, "tuần", "tháng", "năm", "quý", "ngày") {
		return i
	}
	t, k := b.Period(j, b.now)
	if k == j || t.From.IsZero() || t.Grain == "hour" || t.Grain == "minute" {
		return i
	}
	b.from = t.From
	for n := j; n < k; n++ {
		if b.Is(n, "đến", "tới", "-") && !t.To.IsZero() {
			b.until = t.To.Add(-time.Second)
		}
	}
	return b.take(i, k, true)
}

// offset reads "trước hạn 3 ngày", "trước 30 phút", "3 ngày trước hạn", "trước
// hạn 7, 3 và 1 ngày".
func (b *builder) offset(i int) int {
	if b.Is(i, "trước") {
		return b.offsetAfter(i)
	}
	o, j := b.offsetLength(i)
	if j == i || !b.Is(j, "trước") {
		return b.looseOffset(i)
	}
	k, due := b.dueWord(j + 1)
	if b.Is(i-1, "lúc", "hồi") {
		return i // "lúc 15h trước hạn 2 ngày"
	}
	if _, e := b.offsetLength(k); due && e > k {
		return i // "15h trước hạn 2 ngày"
	}
	if _, e := b.Day(j+1, b.now); !due && e > j+1 && b.Is(j, "trước") {
		b.addOffset(o, false)
		b.before, b.offsetAt = true, j+1
		return b.take(i, j+1, true)
	}
	if !due && k == j+1 && !b.clauseEnds(k) {
		return i
	}
	b.addOffset(o, due)
	b.offsetAt = k
	return b.take(i, k, true)
}

// clauseEnds reports whether nothing, or a new clause, follows at i.
func (b *builder) clauseEnds(i int) bool {
	return i >= b.Len() || b.Is(i, ",", ".", ";", "lúc", "vào", "nhé", "ạ") || b.used[i]
}

// dueWord reads "hạn", "thời hạn", "khi họp" after "trước".
func (b *builder) dueWord(i int) (int, bool) {
	j := b.SeqAny(i, "khi hết hạn", "khi đến hạn", "hạn chót", "hạn cuối", "hạn nộp", "hạn", "thời hạn", "deadline")
	return j, j > i
}

func (b *builder) offsetAfter(i int) int {
	j, due := b.dueWord(i + 1)
	if !due {
		if k := b.deadlineClock(i + 1); k > i+1 {
			b.before, b.due = true, true
			return b.take(i, i+1, false)
		}
		j = b.SeqAny(i+1, "giờ họp", "cuộc họp", "khi họp", "đó", "giờ", "khi")
		if k := b.eventAhead(i + 1); j == i+1 && k > j {
			b.handIn, _, _ = b.Text(j, k)
			j = k
		}
	}
	offsets, k := b.offsetList(j)
	if t, e := b.Period(j, b.now); e > k && t.Grain != "day" && b.clockOfDay(j) {
		k = j // "trước 17h thứ sáu" is before a time, not 17 hours before one
	}
	if k > j {
		for _, o := range offsets {
			b.addOffset(o, due)
		}
		b.offsetAt = k
		return b.take(i, k, true)
	}
	if _, e := b.Day(i+1, b.now); e > i+1 {
		b.before = true
		return b.take(i, i+1, false)
	}
	if due {
		b.ofDue, b.before, b.due = true, true, true
		return b.take(i, j, false)
	}
	if _, e := b.Clock(i + 1); e > i+1 {
		b.before = true
		return b.take(i, i+1, false)
	}
	return i
}

// eventAhead steps over the name of an event before a length of time: "trước họp
// 15 phút", "trước giờ bay 2 tiếng".
func (b *builder) eventAhead(i int) int {
	for j := i; j < i+4 && j < b.Len() && !b.used[j]; j++ {
		if j > i {
			if _, k := b.offsetLength(j); k > j && !b.Is(k-1, "h", "giờ") && b.clauseEnds(k) {
				return j
			}
		}
		if _, word := b.Word(j); !word || b.timeAt(j) {
			return i
		}
	}
	return i
}

// clockOfDay reports whether a time of day and the day it belongs to stand at i.
func (b *builder) clockOfDay(i int) bool {
	_, j := b.Clock(i)
	if j == i {
		return false
	}
	_, k := b.Day(j, b.now)
	return k > j
}

// looseOffset reads the length after "trước ngày 20/11": "3 ngày".
func (b *builder) looseOffset(i int) int {
	if !b.before || len(b.offsets) > 0 || b.Is(i-1, "trước") {
		return i
	}
	o, j := b.offsetLength(i)
	if j == i || b.Is(j, "một", "nữa", "lần") || b.clockOfDay(i) {
		return i
	}
	b.addOffset(o, false)
	b.offsetAt = j
	return b.take(i, j, true)
}

// deadlineClock reads the hour of "trước 17h ngày mai", which is no length of
// time: minutes, a part of the day or the day itself stand with it, or it is too
// late an hour to be one.
func (b *builder) deadlineClock(i int) int {
	c, j := b.Clock(i)
	if j == i || !c.Named {
		return i
	}
	k := b.SeqAny(j, ",", "vào", "của")
	_, day := b.Day(k, b.now)
	if c.Minutes || c.Part != "" || c.Hour > 12 || day > k {
		return j
	}
	return i
}

func (b *builder) addOffset(o Offset, due bool) {
	if len(b.offsets) < 10 {
		b.offsets = append(b.offsets, o)
	}
	b.ofDue = b.ofDue || due
}

// offsetList reads one offset or a list that shares its unit: "7, 3, 1 ngày".
func (b *builder) offsetList(i int) ([]Offset, int) {
	var ns []int
	j := i
	for len(ns) < 8 {
		n, k := b.smallNumber(j)
		if k == j {
			break
		}
		if b.Is(k, ",", "và", "-") {
			ns, j = append(ns, n), k+1
			continue
		}
		o, e := b.offsetLength(j)
		if e == j {
			break
		}
		var out []Offset
		for _, m := range ns {
			p := o
			if o.Exact != 0 {
				p.Exact = o.Exact / time.Duration(max(n, 1)) * time.Duration(m)
			} else {
				p.Days = o.Days / max(n, 1) * m
			}
			out = append(out, p)
		}
		out = append(out, o)
		for len(out) < 8 && b.Is(e, "và", ",") {
			k := b.SeqAny(e+1, "trước", "và")
			p, f := b.offsetLength(k)
			if f == k {
				break
			}
			out, e = append(out, p), f
		}
		return out, e
	}
	if h, k := b.halfDay(i); k > i {
		return []Offset{h}, k
	}
	return nil, i
}

func (b *builder) halfDay(i int) (Offset, int) {
	if b.Is(i, "nửa") {
		if n, unit, j := b.Length(i); j > i && unit == "phút" {
			return Offset{Exact: time.Duration(n) * time.Minute}, j
		}
	}
	return Offset{}, i
}

// offsetLength reads "3 ngày", "1 ngày làm việc", "2 tiếng", "1 tuần".
func (b *builder) offsetLength(i int) (Offset, int) {
	n, unit, j := b.Length(i)
	if j == i || n < 1 {
		return Offset{}, i
	}
	switch unit {
	case "phút":
		return Offset{Exact: time.Duration(n) * time.Minute}, j
	case "giờ":
		return Offset{Exact: time.Duration(n) * time.Hour}, j
	case "ngày":
		if k := b.SeqAny(j, "làm việc", "công"); k > j {
			return Offset{Days: n, Working: true}, k
		}
		return Offset{Days: n}, j
	case "tuần":
		return Offset{Days: 7 * n}, j
	case "tháng":
		return Offset{Days: 30 * n}, j
	}
	return Offset{}, i
}

// deadlineDay reads "hạn", "hạn chót là", "chậm nhất" before a day; the day
// itself is read as any other.
func (b *builder) deadlineDay(i int) int {
	j := b.SeqAny(i, "thời hạn là", "thời hạn", "hạn chót là", "hạn chót vào", "hạn chót", "hạn cuối là", "hạn cuối", "hạn nộp là", "hạn nộp", "đến hạn", "hết hạn", "là hạn", "hạn là", "hạn đến",
		"hạn", "deadline là", "deadline", "chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất")
	if j == i {
		return i
	}
	if b.dayJustRead(i) && b.SeqAny(i, "đến hạn", "là hạn", "hết hạn", "hạn") > i {
		b.due = true
		return b.take(i, j, false)
	}
	k := b.SeqAny(j, "vào", "trước", "ngày", "lúc")
	if b.Is(k-1, "ngày") {
		k--
	}
	_, e := b.Day(k, b.now)
	if e == k {
		if _, e = b.Clock(k); e == k && b.monthDaysAhead(k) == k {
			return i
		}
	}
	b.due = true
	for n := i; n < j; n++ {
		if b.Is(n, "nộp") {
			b.handIn, _, _ = b.Text(n, n+1)
		}
	}
	return b.take(i, k, false)
}

// dayJustRead reports whether a day ends just before token i: "20/12 đến hạn".
func (b *builder) dayJustRead(i int) bool {
	return len(b.dayAt) > 0 && b.dayAt[len(b.dayAt)-1] == i
}

func (b *builder) monthDaysAhead(i int) int {
	_, k := b.dayNumbers(i)
	return k
}
