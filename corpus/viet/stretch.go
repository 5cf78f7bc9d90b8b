package viet

import "time"

// stretch is a period that was read, before limits and clock times are put to
// it.
type stretch struct {
	from, to time.Time
	grain    string
	relative bool
	noYear   bool // its year was not said
	day      *Day // what was said, for a single day
	fixed    bool // its year was said, although a part of it is named
}

// periodReader reads the periods of a text; last is the one before, on which
// "năm trước" and "cùng kỳ" lean.
type periodReader struct {
	dayReader
	last stretch
}

func (r dayReader) date0(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, zone)
}

func (r dayReader) months(y, m, n int, grain string) stretch {
	return stretch{from: r.date0(y, m, 1), to: r.date0(y, m+n, 1), grain: grain}
}

// yearAt reads a year: "năm 2021", "2021", "năm hai mốt", "năm nay", "năm
// ngoái". "năm trước" leans on lean if that is not 0.
func (r dayReader) yearAt(i, lean int) (year, next int, relative bool) {
	if i < 0 || i >= len(r.toks) {
		return 0, i, false
	}
	j := i
	if r.Is(j, "năm") && !r.fresh(j+1) {
		if y, k := r.relativeYear(j+1, lean); k > j+1 {
			return y, k, true
		}
		j++
	} else if r.Is(j, "'") && r.gluedDigits(j+1) {
		if v, n, _ := r.Digits(j + 1); n == 2 && v >= 10 && v <= 60 && !r.toks[j].glued {
			return 2000 + v, j + 2, false
		}
	}
	if v, n, ok := r.Digits(j); ok && n == 4 && plausibleYear(v) && r.yearStands(j) {
		return v, j + 1, false
	}
	if v, k := r.yearInWords(j); k > j {
		return int(v), k, false
	}
	if j == i {
		return 0, i, false
	}
	if v, n, ok := r.Digits(j); ok && n == 2 && v >= 10 && v <= 60 && r.yearStands(j) && r.scaleWord(j+1, true) == 0 {
		if _, k := r.noun(j + 1); k == j+1 {
			return 2000 + v, j + 1, false
		}
	}
	if c, k := r.number(j); k > j && c.words && c.value >= 1900 && c.value < 2100 {
		return int(c.value), k, false
	}
	if v, k := r.tens(j); k > j && v >= 10 && v <= 60 && r.scaleWord(k, false) == 0 {
		if _, e := r.noun(k); e == k {
			return 2000 + v, k, false
		}
	}
	return 0, i, false
}

func (r dayReader) relativeYear(i, lean int) (int, int) {
	this := r.today.Year()
	base := this
	if lean != 0 {
		base = lean
	}
	switch {
	case r.Is(i, "nay"), r.Is(i, "này") && !r.fresh(i):
		return this, i + 1
	case r.Is(i, "ngoái"):
		return this - 1, i + 1
	case r.Is(i, "kia"):
		return this - 2, i + 1
	case r.Seq(i, "trước đó") > i, r.Seq(i, "liền trước") > i, r.Seq(i, "vừa qua") > i, r.Seq(i, "vừa rồi") > i:
		return base - 1, i + 2
	case r.Seq(i, "trước nữa") > i:
		return base - 2, i + 2
	case r.Is(i, "trước") && r.yearsAgo(i-2):
		return 0, i // "2 năm trước"
	case r.Is(i, "trước"):
		return base - 1, i + 1
	case r.written(i, "rồi", "qua") || r.loose && r.written(i, "roi"):
		if !r.countsYears(i - 2) {
			return this - 1, i + 1
		}
	case r.Seq(i, "tiếp theo") > i, r.Seq(i, "kế tiếp") > i:
		return base + 1, i + 2
	case r.Is(i, "sau", "tới") && !r.numeric(i+1):
		return base + 1, i + 1
	}
	return 0, i
}

// yearsAgo reports whether the small number that ends at token i counts years:
// "2 năm trước", and not "quý 2 năm trước".
func (r dayReader) yearsAgo(i int) bool {
	v, j := r.smallNumber(i)
	return j == i+1 && v >= 2 && v <= 50 && !r.Is(i, "năm") && !r.Is(i-1, "tháng", "quý", "ngày", "q", "t", "kỳ", "mùng", "mồng", "/", "-", ".", "vụ", "khóa", "lần")
}

// countsYears reports whether the word at i counts the years that follow: "5 năm
// qua", "mấy năm rồi".
func (r dayReader) countsYears(i int) bool {
	if i < 0 {
		return false
	}
	if _, j := r.number(i); j > i {
		return true
	}
	switch r.foldAt(i) {
	case "may", "nhieu", "cac", "nhung", "vai", "trong", "gan":
		return true
	}
	return false
}

// yearStands refuses four digits that are not a year: with grouping, a unit,
// in a document number or after "số".
func (r dayReader) yearStands(i int) bool {
	if _, j := r.figure(i); j > i+1 && !r.gluedSign(i+1, ".") {
		return false
	}
	if r.gluedSign(i+1, ".", ",") && r.gluedDigits(i+2) || r.gluedSign(i-1, ".", ",") && r.toks[i].glued && !r.isDotDate(i) {
		return false
	}
	if r.gluedSign(i+1, "/") && i+2 < len(r.toks) && r.toks[i+2].glued && r.toks[i+2].kind == scanWord || r.Is(i+1, "%", "‰", "$") {
		return false
	}
	if r.gluedSign(i+1, "-") && i+2 < len(r.toks) && r.toks[i+2].glued && r.toks[i+2].kind == scanWord && !r.Is(i-1, "năm") {
		return false
	}
	if i+1 < len(r.toks) && r.toks[i+1].glued && r.toks[i+1].kind == scanWord || r.scaleWord(i+1, false) >= 10 && !r.toks[i+1].bare {
		return false
	}
	if r.Is(i-1, "năm") || r.endsPeriod(i) {
		return true
	}
	if r.scaleWord(i+1, false) > 1 || r.Is(i-1, "số") && !r.Is(i-2, "dân") {
		return false
	}
	u, k := r.noun(i + 1)
	return k == i+1 || r.placeAfter(i) || r.fresh(i+1) || durationUnit[u] || u == "đoàn" || u == "khu" || u == "điểm"
}

// endsPeriod reports whether the digits at i follow months or a quarter, so that
// they count nothing: "9 tháng 2025 xã …", "quý I/2025 xã …".
func (r dayReader) endsPeriod(i int) bool {
	switch {
	case r.Is(i-1, "tháng"):
		return r.numeric(i - 2)
	case r.gluedSign(i-1, "/", "-"):
		return r.Is(i-3, "tháng", "quý")
	}
	return r.Is(i-2, "quý")
}

func (r dayReader) isDotDate(i int) bool {
	return i >= 4 && r.toks[i-2].kind == scanDigits && r.gluedSign(i-3, ".")
}

// year, month, quarter and the like. Each returns i if nothing matched.

func (r periodReader) leanYear() int {
	if r.last.from.IsZero() || r.last.noYear {
		return 0
	}
	return r.last.from.Year()
}

func (r periodReader) year(i int) (stretch, int) {
	y, j, rel := r.yearAt(i, r.leanYear())
	if j == i {
		return stretch{}, i
	}
	if e, k := r.spanEnd(j, y); k > j {
		s := r.months(y, 1, 12*(e-y+1), "year")
		return s, k
	}
	s := r.months(y, 1, 12, "year")
	s.relative = rel
	return s, j
}

// spanEnd reads "-2025", "/2025" and "đến 2025" after a year.
func (r periodReader) spanEnd(i, from int) (int, int) {
	if !r.Is(i, "-", "~") || r.fresh(i) {
		return 0, i
	}
	y, n, ok := r.Digits(i + 1)
	if ok && n == 2 {
		y += from / 100 * 100
	}
	if !ok || n != 4 && n != 2 || y <= from || y-from > 60 || r.docTail(i+2) || !plausibleYear(y) {
		return 0, i
	}
	return y, i + 2
}

// spanOfYears reads "giai đoạn 2021-2025", "nhiệm kỳ 2020-2025", "năm học
// 2021-2022", "5 năm qua".
func (r periodReader) spanOfYears(i int) (stretch, int) {
	if j := r.SeqAny(i, "năm học", "niên học", "niên độ", "niên vụ"); j > i {
		y, k, _ := r.yearAt(j, 0)
		e, n := r.spanEnd(k, y)
		if k > j && n > k && e == y+1 {
			return r.months(y, 9, 12, "year"), n
		}
		return stretch{}, i
	}
	j := r.SeqAny(i, "giai đoạn", "nhiệm kỳ", "thời kỳ", "khóa")
	if j == i {
		return stretch{}, i
	}
	j = r.SeqAny(j, "từ năm", "từ", "các năm", "năm", "(")
	y, n, ok := r.Digits(j)
	if !ok || n != 4 || !plausibleYear(y) {
		return stretch{}, i
	}
	k := j + 1
	if r.Is(k, "đến", "tới") {
		e, m, _ := r.yearAt(k+1, 0)
		if m > k+1 && e > y {
			return r.months(y, 1, 12*(e-y+1), "year"), m
		}
	}
	if e, m := r.spanEnd(k, y); m > k {
		return r.months(y, 1, 12*(e-y+1), "year"), m
	}
	if e, n, ok := r.Digits(k); ok && n == 4 && e > y && e-y <= 60 && plausibleYear(e) { // without a dash
		return r.months(y, 1, 12*(e-y+1), "year"), k + 1
	}
	return stretch{}, i
}

// quarter reads "quý III/2021", "quý 3 năm nay", "Q3/2021", "quý trước".
func (r periodReader) quarter(i int) (stretch, int) {
	q, j := r.quarterNumber(i)
	if j == i {
		return r.relativeQuarter(i)
	}
	n := 3
	if r.Is(j, "-", "đến", "và") {
		if e, k := r.quarterTail(j + 1); k > j+1 && e > q && !r.Is(j, "và") {
			n, j = 3*(e-q+1), k
		}
	}
	y, k, rel := r.ownYear(j)
	s := r.months(y, 3*q-2, n, "quarter")
	s.relative, s.noYear = rel, k == j
	return s, k
}

func (r periodReader) quarterNumber(i int) (int, int) {
	j := i
	switch {
	case r.Is(i, "quý") || r.bareQuarter(i):
		j++
	case r.Is(i, "q") && r.gluedDigits(i+1):
		j++
	default:
		return 0, i
	}
	if r.fresh(j) {
		return 0, i
	}
	return r.quarterTail2(i, j)
}

func (r periodReader) quarterTail2(i, j int) (int, int) {
	q, k := r.quarterTail(j)
	if k == j {
		return 0, i
	}
	return q, k
}

func (r periodReader) quarterTail(j int) (int, int) {
	if r.Is(j, "quý") {
		q, k := r.quarterTail(j + 1)
		if k > j+1 {
			return q, k
		}
		return 0, j
	}
	if q, k := r.roman(j); k > j {
		if q > 4 {
			return 0, j
		}
		return q, k
	}
	if t, ok := r.tailWord(j); ok && t == 4 {
		return 4, j + 1
	}
	if r.Is(j, "nhất", "đầu") {
		return 0, j
	}
	q, k := r.smallNumber(j)
	if k == j || q < 1 || q > 4 || r.gluedSign(k, ".", ",") && r.gluedDigits(k+1) {
		return 0, j
	}
	return q, k
}

func (r periodReader) relativeQuarter(i int) (stretch, int) {
	if !r.Is(i, "quý") {
		return stretch{}, i
	}
	q := (int(r.today.Month()) + 2) / 3
	y := r.today.Year()
	switch {
	case r.Is(i+1, "này", "nay"):
	case r.Is(i+1, "trước"):
		if r.last.grain == "quarter" {
			q, y = (int(r.last.from.Month())+2)/3, r.last.from.Year()
		}
		q--
	case r.Is(i+1, "sau", "tới"):
		q++
	default:
		return stretch{}, i
	}
	s := r.months(y, 3*q-2, 3, "quarter")
	s.relative = true
	return s, i + 2
}

// ownYear reads the year after a month or quarter; without one it is that of
// the period before in the text, else this year.
func (r periodReader) ownYear(i int) (year, next int, relative bool) {
	j := i
	if r.Is(j, "/", "-", ".") && r.gluedDigits(j+1) || r.Is(j, ",") && r.Is(j+1, "năm") {
		j++
	}
	if r.Is(j, "của") {
		j++
	}
	if y, k, rel := r.yearAt(j, r.leanYear()); k > j {
		return y, k, rel
	}
	if r.gluedSign(i, "/") {
		if v, n, ok := r.Digits(i + 1); ok && n == 2 && v >= 10 && v <= 60 {
			return 2000 + v, i + 2, false
		}
	}
	if y := r.leanYear(); y != 0 {
		return y, i, false
	}
	return r.today.Year(), i, false
}

// month reads "tháng 9/2021", "T9", "9/2021", "tháng trước", "cuối tháng 9".
func (r periodReader) month(i int) (stretch, int) {
	if n, j := r.monthOffset(i); j > i && !r.Is(i, "của", "trong") {
		base := r.today
		if n == -1 && r.last.grain == "month" {
			base = r.last.from
		}
		s := r.months(base.Year(), int(base.Month())+n, 1, "month")
		s.relative = true
		return s, j
	}
	m, j := r.monthName(i)
	if j == i {
		return r.monthSlashYear(i)
	}
	n := 1
	if r.Is(j, "-", "đến", "tới") {
		k := j + 1
		if r.Is(k, "tháng") {
			k++
		}
		if e, next := r.monthNumber(k); next > k && e > m && !r.gluedSign(next, "/", "-") || next > k && e > m && r.gluedDigits(next+1) {
			n, j = e-m+1, next
		}
	}
	y, k, rel := r.ownYear(j)
	s := r.months(y, m, n, "month")
	s.relative, s.noYear = rel, k == j
	return s, k
}

func (r periodReader) monthName(i int) (int, int) {
	switch {
	case r.Is(i, "tháng") && !r.fresh(i+1):
		m, j := r.monthNumber(i + 1)
		if j == i+1 {
			return 0, i
		}
		return m, j
	case r.Is(i, "t") && r.gluedDigits(i+1):
		m, n, _ := r.Digits(i + 1)
		if m < 1 || m > 12 || n > 2 || m >= 2 && m <= 7 && !r.gluedSign(i+2, "/") && !r.tMonth(i+2) {
			return 0, i
		}
		return m, i + 2
	}
	return 0, i
}

func (r periodReader) monthSlashYear(i int) (stretch, int) {
	m, n, ok := r.Digits(i)
	y, n2, ok2 := r.Digits(i + 2)
	if !ok || !ok2 || n > 2 || n2 != 4 || m < 1 || m > 12 || !plausibleYear(y) || !r.gluedSign(i+1, "/", "-") || !r.gluedDigits(i+2) {
		return stretch{}, i
	}
	if r.docTail(i+3) || r.gluedSign(i-1, "/", "-", ".") && r.toks[i].glued || r.Is(i-1, "số") || r.Is(i+1, "-") && n != 2 || !r.figureStands(i) {
		return stretch{}, i
	}
	return r.months(y, m, 1, "month"), i + 3
}

// runOfMonths reads "6 tháng đầu năm 2022", "9 tháng 2022", "3 quý đầu năm",
// "nửa cuối năm", and "11 tháng" after a month or before a comparison.
func (r periodReader) runOfMonths(i int) (stretch, int) {
	if j := r.SeqAny(i, "nửa đầu năm", "nửa năm đầu"); j > i {
		return r.run(j, 6, false)
	}
	if j := r.SeqAny(i, "nửa cuối năm", "nửa năm cuối"); j > i {
		return r.run(j, 6, true)
	}
	n, j := r.smallNumber(i)
	if j > i && n >= 1 && n <= 3 && r.Is(j, "quý") {
		if k := r.Seq(j+1, "đầu năm"); k > j+1 {
			return r.run(k, 3*n, false)
		}
	}
	if j == i || n < 1 || n > 12 || !r.Is(j, "tháng") || r.fresh(j) || !r.figureStands(i) {
		return stretch{}, i
	}
	j++
	if k := r.SeqAny(j, "đầu năm", "đầu của năm", "của đầu năm"); k > j {
		return r.run(k, n, false)
	}
	if k := r.SeqAny(j, "cuối năm", "cuối của năm"); k > j {
		return r.run(k, n, true)
	}
	if k := r.Seq(j, "của năm"); k > j {
		return r.run(k, n, false)
	}
	if y, k, _ := r.yearAt(r.slash(j), r.leanYear()); k > r.slash(j) && n > 1 {
		_ = y
		return r.run(j, n, false)
	}
	if n >= 2 && (r.Is(i-1, "và") && r.last.grain == "month" || r.runAlone(i, j)) {
		return r.run(j, n, false)
	}
	return stretch{}, i
}

// runAlone reports whether "9 tháng" by itself means January to September.
func (r periodReader) runAlone(i, j int) bool {
	return (i == 0 || r.Is(i-1, "(", "kết", "quả")) && r.SeqAny(j, "so với", "tăng", ",", ")") > j && r.smallOf(i) >= 3
}

func (r periodReader) smallOf(i int) int {
	n, _ := r.smallNumber(i)
	return n
}

func (r periodReader) slash(i int) int {
	if r.gluedSign(i, "/") {
		return i + 1
	}
	return i
}

func (r periodReader) run(i, n int, last bool) (stretch, int) {
	y, k := 0, i
	var rel bool
	if yy, e := r.relativeYear(i, r.leanYear()); e > i {
		y, k, rel = yy, e, true
	} else {
		y, k, rel = r.ownYear(i)
	}
	from := 1
	if last {
		from = 13 - n
	}
	grain := "month"
	switch n {
	case 3:
		grain = "quarter"
	case 12:
		grain = "year"
	}
	s := r.months(y, from, n, grain)
	s.relative, s.noYear = rel, k == i
	return s, k
}
