package viet

// Clock is a time of day as a text says it. Hour 24 is the midnight that ends
// the day.
type Clock struct {
	Hour, Minute int
	Part         string // sáng, trưa, chiều, tối, đêm or ""
	Named        bool   // an hour is said, not only a part of the day
	Minutes      bool   // minutes are said
	Ambiguous    bool   // 1 to 6 said without a part of the day
	Impossible   bool   // "25h", "14h sáng"

	short bool // said as what the next hour lacks: "9 giờ kém 15"
}

var dayParts = map[string]string{
	"sáng": "sáng", "trưa": "trưa", "chiều": "chiều", "tối": "tối", "đêm": "đêm", "khuya": "đêm",
}

// dayPart reads a part of the day: "buổi sáng", "tối".
func (sc *Scanner) dayPart(i int) (string, int) {
	j := i
	if sc.Is(j, "buổi") {
		j++
	}
	if sc.Is(j, "nửa") && sc.Is(j+1, "đêm") {
		j++
	}
	if j >= len(sc.toks) || sc.toks[j].kind != scanWord {
		return "", i
	}
	for _, w := range sc.toks[j].words {
		if p, ok := dayParts[w]; ok && !sc.partMisread(j, p) {
			return p, j + 1
		}
	}
	return "", i
}

// partMisread refuses sang, toi and dem of a text without marks where they are
// other words: "chuyển sang", "tôi", "đếm".
func (sc *Scanner) partMisread(i int, part string) bool {
	if !sc.loose || !sc.toks[i].bare {
		return false
	}
	switch part {
	case "tối", "sáng", "đêm":
		near := sc.Is(i+1, "nay", "mai", "qua", "thứ", "chủ", "t", "ngày", "hàng", "hằng", "mốt", "kia", "lúc", "cn", "các") ||
			sc.clockHead(i+1) || sc.hourBefore(i) || sc.Is(i-1, "mỗi", "hàng", "hằng", "buổi", "các")
		return !near || part == "tối" && (sc.Is(i-1, "nhắc", "cho", "giúp", "hẹn", "nhở", "báo") || sc.Is(i-1, "tuần", "tháng", "ngày", "năm") && !sc.clockHead(i+1) && !sc.Is(i+1, "nay", "mai", "thứ"))
	}
	return false
}

// hourBefore reports whether an hour stands just before i: "8h sang".
func (sc *Scanner) hourBefore(i int) bool {
	return sc.Is(i-1, "h", "giờ", "g", "rưỡi", "p", "phút") || i > 1 && sc.toks[i-1].kind == scanDigits && sc.Is(i-2, "h", "g", "giờ", ":", "kém")
}

// clockHead reports whether a clock time with its sign begins at i: "8h", "14:30".
func (sc *Scanner) clockHead(i int) bool {
	if i < 0 || i >= len(sc.toks) {
		return false
	}
	_, j := sc.smallNumber(i)
	return j > i && (sc.Is(j, "giờ", "rưỡi") || sc.Is(j, "h", "g") && sc.toks[j].glued || sc.Is(j, "h") || sc.gluedSign(j, ":") && sc.gluedDigits(j+1))
}

// Clock reads a time of day: "8h", "8 giờ kém 15", "14:30", "8h30 sáng", "sáng
// lúc 8 rưỡi", or a part of the day alone.
func (sc *Scanner) Clock(i int) (Clock, int) {
	part, j := sc.dayPart(i)
	if j > i && sc.fresh(j) {
		return Clock{Part: part}, j
	}
	k := sc.SeqAny(j, "vào lúc", "vào hồi", "lúc", "hồi", "vào", "đúng")
	if sc.Is(k, "đúng", "khoảng", "tầm") && k > j {
		k++
	}
	c, e := sc.hour(k, part != "" || k > j && !sc.Is(k-1, "vào"))
	if e == k || sc.fresh(k) && k > i {
		return Clock{Part: part}, j
	}
	if part == "" {
		if p, n := sc.dayPart(e); n > e && !sc.fresh(e) && !(sc.Is(n, "nay", "mai", "qua") && c.Hour > 12) {
			part, e = p, n
		}
	}
	c.Part = part
	c.settle()
	return c, e
}

// hour reads hour and minutes; marked says that the words before speak of a
// clock, so that "8 rưỡi" and "lúc 8" do too.
func (sc *Scanner) hour(i int, marked bool) (Clock, int) {
	h, j := sc.smallNumber(i)
	if j == i || h > 99 || sc.toks[i].kind == scanDigits && !sc.figureStands(i) {
		return Clock{}, i
	}
	_, digits, fig := sc.Digits(i)
	c := Clock{Hour: h, Named: true}
	zero := fig && digits == 2 && h < 10
	switch {
	case sc.gluedSign(j, ":") && sc.gluedDigits(j+1):
		m, n, _ := sc.Digits(j + 1)
		if n != 2 || digits > 2 {
			return Clock{}, i
		}
		c.Minute, c.Minutes, j = m, true, j+2
		if sc.gluedSign(j, ":") && sc.gluedDigits(j+1) {
			j += 2
		}
	case sc.Is(j, "giờ"), fig && sc.Is(j, "h", "g") && (sc.toks[j].glued || sc.Is(j, "h") && !sc.toks[j].upper):
		if sc.notHour(i, j) {
			return Clock{}, i
		}
		c, j = sc.minutes(c, j+1)
	case sc.Is(j, "rưỡi") && (marked || sc.partFollows(j+1) || sc.dayFollows(j+1)):
		c.Minute, c.Minutes, j = 30, true, j+1
	case fig && sc.halfOfDay(j) > j:
	case marked && (sc.partFollows(j) || fig && sc.loneHour(i, j)):
	default:
		return Clock{}, i
	}
	if k := sc.halfOfDay(j); fig && k > j {
		return c.english(sc.foldAt(j)), k
	}
	c.Impossible = h > 24 || c.Minute > 59 || c.Hour == 24 && c.Minute > 0
	c.Ambiguous = h >= 1 && h <= 6 && !zero
	return c, j
}

// halfOfDay reads "AM" or "PM" behind an hour. Without marks "am" may be "âm",
// so that it must be glued to the hour or in capitals.
func (sc *Scanner) halfOfDay(i int) int {
	if i >= len(sc.toks) || sc.toks[i].fresh || sc.toks[i].kind != scanWord || !sc.toks[i].bare {
		return i
	}
	if f := sc.foldAt(i); f != "pm" && (f != "am" || !sc.toks[i].glued && !sc.toks[i].upper) {
		return i
	}
	return i + 1
}

// english puts an hour into its half of the day: "2 pm", "12 am".
func (c Clock) english(half string) Clock {
	c.Impossible = c.Hour > 24 || c.Minute > 59
	switch {
	case half == "pm" && c.Hour < 12:
		c.Hour += 12
	case half == "am" && c.Hour == 12:
		c.Hour = 0
	case half == "am" && c.Hour > 12:
		c.Impossible = true
	}
	return c
}

// loneHour accepts "lúc 8" with nothing after it that the number could count.
func (sc *Scanner) loneHour(i, j int) bool {
	v, _, _ := sc.Digits(i)
	if v > 24 || !sc.Is(i-1, "lúc", "hồi") {
		return false
	}
	_, k := sc.noun(j)
	return k == j && !sc.gluedSign(j, "/", "-", ".", ",")
}

func (sc *Scanner) partFollows(i int) bool {
	if sc.fresh(i) {
		return false
	}
	_, j := sc.dayPart(i)
	return j > i
}

// dayFollows reports whether a day is named at i: a number and "rưỡi" before it
// is an hour.
func (sc *Scanner) dayFollows(i int) bool {
	return !sc.fresh(i) && (sc.Is(i, "ngày", "thứ") && sc.numeric(i+1) || sc.Is(i, "mai", "mốt"))
}

// notHour tells "8 giờ" (the hour) from a length: "24 giờ qua", "trong 2 giờ",
// "sau 2 giờ", "trước 3 giờ".
func (sc *Scanner) notHour(i, j int) bool {
	return sc.Is(j+1, "nữa", "qua", "làm", "trước", "tới", "liền") && !sc.partFollows(j+1) && !sc.Is(j+2, "ngày", "thứ", "khi", "hạn") ||
		sc.Is(i-1, "trong", "cách", "vòng") || sc.Is(i-1, "mỗi") && !sc.partFollows(j+1) || sc.Is(i-1, "sau") && !sc.Is(i-2, "tuần", "tháng", "năm", "quý") || sc.gluedSign(i-1, "/", "-") && sc.toks[i].kind == scanDigits && sc.toks[i].glued && i > 1 && sc.Is(i-1, "/")
}

// minutes reads what follows the word for hour.
func (sc *Scanner) minutes(c Clock, i int) (Clock, int) {
	if i >= len(sc.toks) || sc.toks[i].fresh {
		return c, i
	}
	switch {
	case sc.Is(i, "rưỡi"):
		c.Minute, c.Minutes = 30, true
		return c, i + 1
	case sc.Is(i, "kém"):
		m, j := sc.smallNumber(i + 1)
		if j == i+1 || m < 1 || m > 59 {
			return c, i
		}
		c.Hour, c.Minute, c.Minutes, c.short = c.Hour-1, 60-m, true, true
		return c, sc.minuteWord(j)
	}
	m, j := sc.smallNumber(i)
	_, n, fig := sc.Digits(i)
	if fig && n == 2 && m > 59 && sc.toks[i].glued && sc.toks[i-1].glued {
		c.Minute, c.Minutes = m, true
		return c, j // "8h61"
	}
	if j == i || m > 59 || fig && n == 1 && !sc.Is(j, "phút", "p") || sc.gluedSign(j, "/", ".", "-") && sc.gluedDigits(j+1) {
		return c, i
	}
	if !sc.toks[i].glued && !sc.minutesMeant(i, j) {
		return c, i
	}
	c.Minute, c.Minutes = m, true
	return c, sc.minuteWord(j)
}

// minutesMeant reports whether a number apart from the hour is its minutes and
// not the beginning of something else ("8h 30 người", "8 giờ 2 xã").
func (sc *Scanner) minutesMeant(i, j int) bool {
	if sc.Is(j, "phút", "p") {
		return true
	}
	if _, k := sc.noun(j); k > j && !sc.partFollows(j) && !sc.Is(j, "ngày") {
		return false
	}
	return !sc.Is(j, "tháng", "người", "năm") && !sc.clockHead(i) && !(sc.Is(j, "ngày") && sc.Is(j+1, "nữa", "sau", "tới"))
}

func (sc *Scanner) minuteWord(i int) int {
	if sc.Is(i, "phút") || sc.Is(i, "p", "'") && sc.toks[i].glued {
		return i + 1
	}
	return i
}

// settle moves the hour into its part of the day.
func (c *Clock) settle() {
	if c.Impossible || c.Part == "" {
		return
	}
	h := c.Hour
	ok := true
	switch c.Part {
	case "sáng":
		ok = h >= 1 && h <= 11 || h == 0 && c.short
	case "trưa":
		ok = h >= 10 && h <= 13 || h == 1 || h == 2 || h == 0 && c.short
		if h <= 2 {
			h += 12
		}
	case "chiều":
		ok = h >= 1 && h <= 7 || h >= 12 && h <= 19 || h == 0 && c.short
		if h <= 7 {
			h += 12
		}
	case "tối":
		ok = h >= 5 && h <= 12 || h >= 17
		if h <= 12 {
			h += 12
		}
	case "đêm":
		ok = h <= 4 || h >= 9
		if h >= 9 && h <= 12 {
			h += 12
		}
	}
	if !ok {
		c.Impossible = true
		return
	}
	c.Hour, c.Ambiguous = h, false
}

// In returns the clock time within a part of the day that stands apart from it
// ("chiều thứ sáu lúc 3 giờ").
func (c Clock) In(part string) Clock {
	if part != "" && c.Part == "" {
		c.Part = part
		c.settle()
	}
	return c
}
