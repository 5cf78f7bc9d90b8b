package extract

import (
	"strings"

	"thiduabot/corpus"
)

// ignored reports whether figure i is no figure of an indicator.
func (c *clause) ignored(i int, l *lead) bool {
	f := &c.items[i].fig
	if i > 0 {
		before := &c.items[i-1]
		if w := c.wordsOf(before); w == "thứ" || w == "hạng" || c.setAgainst(i, l) || before.is(cAll) && i > 1 && c.items[i-2].any(cUp, cDown) {
			return true
		}
		if before.is(cNoise) && before.to == c.items[i].from && f.unit.count && !before.is(cHead) && !(before.is(cDeed) && f.value > 12) || before.is(cNoise) && f.unit.n == 0 {
			return true
		}
		if c.fleeting(i) || c.inTitle(i) || c.origin(i) {
			return true
		}
		if before.is(cEvent) && !before.is(cName) && !(l.deed == i-1 && c.given(i-1) && !f.isRange && !f.after) && c.outlayNoun(i) == "" && !c.moneyOf(i) {
			return true
		}
	}
	if (l.role == cUp || l.role == cDown) && f.unit.count && c.countsIn(f.unit.name) {
		return false // "138 ca, giảm 41 ca"
	}
	if c.behindLabel() && !lasting[f.unit.name] {
		return false
	}
	switch f.unit.name {
	case "ngày", "tháng", "năm", "giờ", "phút", "tuần", "quý", "suất", "suất quà", "phần quà", "bậc", "đồng chí", "giải", "huy chương", "ca", "ca mắc", "bằng khen", "giấy khen", "bài", "tin", "trang", "suất học bổng", "học bổng", "vị trí", "khóa", "lớp", "cuộc", "hội nghị", "văn bản", "nghị quyết", "ý kiến", "kiến nghị", "đại biểu", "nhà khoa học", "chuyên gia", "bằng", "chuyến", "quyết định", "tập thể", "cá nhân", "chốt", "cm", "mm", "mét", "độ":
		if lasting[f.unit.name] || !c.titledBy(l.verb) && l.deed < 0 && !c.stocks && c.rewarded(i) == "" && !c.listedDeed(i) && !c.outbreak(i) && !c.areaHas(i) && !c.doers(i) {
			return true
		}
	case "km", "m":
		if !c.titledBy(l.verb) && l.deed < 0 {
			return true
		}
	case "":
		return f.unit.n == 0 && !f.isScore && !c.countLabel(i) && (l.role == noClass && !l.each && !c.numbered(i) || !c.titledBy(l.verb))
	}
	return c.ceremony(l.verb) && c.outlayNoun(i) == ""
}

// countLabel reports whether figure i stands behind the colon of a known name
// whose usual unit is a counted noun: "Doanh nghiệp thành lập mới: 486".
func (c *clause) countLabel(i int) bool {
	if i == 0 || c.items[i-1].sign != ':' || c.subject.ref < 0 || c.last >= 0 {
		return false
	}
	return c.usualNoun(c.subject.ref, c.items[i].fig.value) != ""
}

// usualNoun returns the counted noun in which an indicator is given and v can be,
// "" if there is none.
func (c *clause) usualNoun(ref int, v float64) string {
	usual := c.x.indicators[ref].Unit
	d, factor, ok := corpus.UnitOf(usual)
	if ok && d == corpus.Counted && factor == 1 && v == float64(int64(v)) || usual == "điểm" {
		return usual
	}
	return ""
}

// privately reports whether the words before figure i tell of a firm or person,
// whose figures are not those of an area.
func (c *clause) privately(i int) bool {
	firm := false
	for j := range i {
		it := &c.items[j]
		if it.is(cSaid) || c.toks[it.from].word == "nói" && j > 0 && c.toks[it.from-1].upper {
			return false
		}
		switch {
		case it.kind == signItem && it.sign == ';' && j+1 < i && (c.items[j+1].is(cWhole) || c.items[j+1].kind == placeItem):
			firm = false
		case it.kind == wordItem && (c.opensFirm(it) || c.citizen(it)):
			firm = true
		}
	}
	return firm
}

// opensFirm reports whether the words of an item begin with those for a firm or
// person, before a proper name.
func (c *clause) opensFirm(it *item) bool {
	_, n := c.lex.longest(c.toks, it.from, false, func(e entry) bool { return e.class == cFirm })
	next := it.from + n
	return n > 0 && next < len(c.toks) && c.toks[next].upper && c.toks[next].kind == wordToken && !c.publicBank(next)
}

// citizen reports whether an item ends with a word for a plain person and a full name
// follows: "hội viên Lê Văn Tư".
func (c *clause) citizen(it *item) bool {
	if it.to+1 >= len(c.toks) || !citizens[c.toks[it.to-1].word] || !c.toks[it.to].upper || !surnames[c.toks[it.to].word] {
		return false
	}
	return c.toks[it.to+1].upper && c.toks[it.to+1].kind == wordToken
}

// citizens are the last syllables of words for those who act for themselves.
var citizens = map[string]bool{"viên": true, "em": true, "cháu": true, "dân": true, "cụ": true, "già": true, "hộ": true, "sinh": true, "giáo": true, "thầy": true, "cô": true, "nghệ": true, "nhân": true, "bác": true, "chú": true, "sĩ": true, "tài": true}

// publicBank reports whether the words behind "ngân hàng" name one that carries out
// what the state has decided, so that its figures are of the area.
func (c *clause) publicBank(from int) bool {
	switch c.toks[from].word {
	case "chính", "nhà", "csxh", "chinh", "nha":
		return true
	}
	return false
}

// bankActs reports whether a bank that carries out what the state has decided does the
// deed at item k.
func (c *clause) bankActs(k int) bool {
	for i := c.afterComma(k); i < k; i++ {
		if from := c.items[i].from; (c.toks[from].word == "ngân" || c.toks[from].word == "ngan") && from+2 < len(c.toks) {
			return c.publicBank(from + 2)
		}
	}
	return false
}

// setAgainst reports whether figure i is only what another one is compared with:
// "thấp hơn con số 10,35%".
func (c *clause) setAgainst(i int, l *lead) bool {
	w := strings.ToLower(c.wordsOf(&c.items[i-1]))
	if w != "con số" && w != "mức" && w != "số" {
		return false
	}
	return i >= 2 && c.items[i-2].any(cUp, cDown) && strings.HasSuffix(c.wordsOf(&c.items[i-2]), "hơn")
}

// outbreak reports whether figure i counts the cases of an illness that the words
// on one side of it name: "46 ca sốt xuất huyết", "số ca sởi 12 ca".
func (c *clause) outbreak(i int) bool {
	if u := c.items[i].fig.unit.name; u != "ca" && u != "ca mắc" {
		return false
	}
	_, text := c.nounEnd(i, &tail{next: i + 1})
	if strings.HasSuffix(text, " mới") {
		return c.numbered(i) // "1.256 ca mắc mới" are those of a day
	}
	return text != c.nounText(&c.items[i].fig) || c.numbered(i)
}

// countsIn reports whether a record of the sentence counts in the unit.
func (c *clause) countsIn(unit string) bool {
	for i := c.first; i < len(c.out); i++ {
		if c.out[i].Unit == unit && c.out[i].Value != nil {
			return true
		}
	}
	return false
}

// moneyOf reports whether the words before figure i open with a noun of money: "tổng số
// tiền xử phạt 1,24 tỷ đồng".
func (c *clause) moneyOf(i int) bool {
	k := c.afterComma(i)
	return k < i-1 && c.items[i].fig.unit.money() && c.items[k].is(cHead) && strings.Contains(strings.ToLower(c.words(k, min(k+2, i))), "tiền") && !c.each()
}

// inTitle reports whether figure i stands inside the quoted name of a campaign or model:
// "phong trào “500 ngày đêm hoàn thành 120 km đường ven biển”".
func (c *clause) inTitle(i int) bool {
	open := -1
	for k := range i {
		if c.items[k].sign == '"' && c.items[k].kind == signItem {
			if open < 0 {
				open = k
			} else {
				open = -1
			}
		}
	}
	if open < 1 {
		return false
	}
	before := strings.ToLower(c.words(max(0, open-4), open))
	for _, noun := range titled {
		if strings.HasSuffix(before, noun) {
			return true
		}
	}
	return false
}

// titled are nouns before the quoted name of what has one.
var titled = [...]string{"phong trào", "chiến dịch", "cuộc vận động", "mô hình", "chủ đề", "khẩu hiệu", "mang tên", "thi đua", "đợt thi đua", "chương trình", "đề án", "dự án", "cuộc thi", "hội thi", "công trình", "đợt cao điểm", "danh hiệu"}

// fleeting reports whether figure i is what something reached for a moment, "có lúc rơi
// xuống 38.000 đồng/kg", or belongs to one event told with its hour or offender: "lúc
// 23 giờ 40 phút … bắt quả tang … vận chuyển 2 bánh heroin".
func (c *clause) fleeting(i int) bool {
	said := " " + strings.ToLower(c.words(0, i)) + " "
	for _, words := range moments {
		if strings.Contains(said, words) {
			return true
		}
	}
	return false
}

// moments are words of what happened once.
var moments = [...]string{" có lúc ", " có thời điểm ", " có khi ", " có hôm ", " bắt quả tang ", " sinh năm ", " co luc ", " bat qua tang "}

// origin reports whether the words before figure i say of what an area was made: "được
// thành lập trên cơ sở sáp nhập 3 xã".
func (c *clause) origin(i int) bool {
	words := strings.ToLower(c.words(max(c.start, i-4), i))
	for _, done := range [...]string{"sáp nhập", "hợp nhất", "nhập", "sắp xếp"} {
		before, ok := strings.CutSuffix(words, done)
		before = strings.TrimSpace(before)
		if ok && (strings.HasSuffix(before, "trên cơ sở") || strings.HasSuffix(before, "sau khi") || strings.HasSuffix(before, "từ việc") || strings.HasSuffix(before, "sau")) {
			return true
		}
	}
	return false
}

// areaHas reports whether the words before figure i say that an area has so many:
// "thành phố có 712 lớp".
func (c *clause) areaHas(i int) bool {
	if i == 0 || !strings.HasSuffix(strings.ToLower(c.wordsOf(&c.items[i-1])), "có") {
		return false
	}
	for k := i - 2; k >= c.start && c.items[k].kind != signItem; k-- {
		if it := &c.items[k]; it.is(cWhole) || it.kind == placeItem {
			return true
		}
	}
	return false
}

// doers reports whether figure i counts persons of whom a deed is told: "5.460 cá nhân
// cài đặt ứng dụng".
func (c *clause) doers(i int) bool {
	return c.items[i].fig.unit.name == "cá nhân" && i+1 < len(c.items) && c.items[i+1].is(cDeed)
}

// titledBy reports whether the words before item k open with a known name or a
// noun of measure.
func (c *clause) titledBy(k int) bool {
	for j := c.start; j < k; j++ {
		if c.items[j].is(cName) || c.items[j].is(cHead) && j+1 < k {
			return true
		}
	}
	return false
}

// numbered reports whether the words right before figure i say what is counted:
// "số doanh nghiệp thành lập mới 1.024".
func (c *clause) numbered(i int) bool {
	k := i - 1
	for k >= c.start && c.items[k].kind == wordItem && c.items[k].roles&verbs == 0 {
		k--
	}
	if k++; k >= i {
		return false
	}
	from := c.items[k].from
	if c.toks[from].word == "tổng" && from+1 < len(c.toks) {
		from++
	}
	return c.toks[from].word == c.lex.w.so && from+1 < len(c.toks) && c.lex.unitAt(c.toks[:c.items[i].from], from+1).count
}

// alsoCounted are words of events that indicators count as well: "tỷ lệ tử vong".
var alsoCounted = map[string]bool{"tử vong": true, "mắc": true, "nhiễm": true, "tuổi": true, "cao": true, "mua": true, "bán": true, "ca": true}

// dimensions are words of size, which are of a thing only right before a figure.
var dimensions = map[string]bool{"rộng": true, "cao": true, "sâu": true, "dài": true, "nặng": true}

// ceremony reports whether the clause before item k speaks of gifts, guests or
// fines.
func (c *clause) ceremony(k int) bool {
	for j := k - 1; j >= c.start; j-- {
		it := &c.items[j]
		if it.kind == signItem && it.sign != '"' {
			return false
		}
		if dimensions[c.wordsOf(it)] && j+1 < k {
			continue // "Internet băng rộng cố định"
		}
		if it.is(cEvent) && !it.any(cName, cHead, cAdverb) && !c.given(j) && !(alsoCounted[c.wordsOf(it)] && c.titledBy(j)) {
			return true
		}
	}
	return false
}

// partial reports whether the words before figure i name one site, project or
// house, whose figures are not those of the area around it.
func (c *clause) partial(i int) bool {
	for j := i - 1; j >= 0; j-- {
		it := &c.items[j]
		if it.kind == signItem && it.sign == ';' || it.any(cSaid, cWhole) && it.to-it.from > 1 {
			return false
		}
		if it.kind == wordItem && (c.speaker(j) || it.to < len(c.toks) && c.siteAt(it)) {
			return true
		}
	}
	return false
}

// speaker reports whether one person speaks of what is his own: "tôi nuôi được 6 con
// bò", but not "chúng tôi".
func (c *clause) speaker(j int) bool {
	from := c.items[j].from
	if w := c.toks[from].word; w != "tôi" && w != "toi" || from > 0 && (c.toks[from-1].word == "chúng" || c.toks[from-1].word == "chung") {
		return false
	}
	for k := j + 1; k < len(c.items) && k <= j+2; k++ {
		if c.items[k].is(cDeed) {
			return true
		}
	}
	return false
}

// siteAt reports whether the item ends with a word for a site and a proper name
// follows.
func (c *clause) siteAt(it *item) bool {
	next := &c.toks[it.to]
	if name := c.a.Text[next.start:next.end]; !next.upper || next.kind != wordToken || name == strings.ToUpper(name) && len(name) < 6 && strings.HasSuffix(strings.ToLower(c.wordsOf(it)), "trường") {
		return false // "trường THCS" is a kind of school
	}
	words := strings.ToLower(c.wordsOf(it))
	wider := " " + strings.ToLower(spelledOut(c.a.Text, c.toks[max(0, it.to-3):it.to]))
	for _, s := range sites {
		if strings.HasSuffix(words, s) || strings.Contains(s, " ") && strings.HasSuffix(wider, " "+s) {
			return true
		}
	}
	return false
}

var sites = []string{"khu công nghiệp", "cụm công nghiệp", "kcn", "ccn", "khu du lịch", "khu kinh tế", "khu di tích", "dự án", "bệnh viện", "nhà máy", "cảng", "khách sạn", "khu nghỉ dưỡng", "siêu thị", "trang trại", "hợp tác xã", "htx", "thủy điện", "sân bay", "cảng hàng không", "nhà ga", "cửa khẩu", "làng nghề", "công trình", "trường"}
