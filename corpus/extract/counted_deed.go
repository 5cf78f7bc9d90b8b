package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// Much is counted as the object of what was done: "kết nạp 312 hội viên".

// callDeed names what was done to the counted noun: "kết nạp đảng viên".
func (c *clause) callDeed(s *subject, i int, deed, text string, known []entry, n int) {
	s.deed, s.verb = true, deed
	if f := &c.items[i].fig; text == c.nounText(f) && c.deed.verb != deed && c.last >= c.first && c.out[c.last].Unit == f.unit.name && i-2 >= c.start && c.items[i-2].is(cAnd) {
		if same, ok := strings.CutPrefix(viet.Uncapital(c.deed.name), c.deed.verb+" "); ok && c.deed.verb != "" {
			text = same // "xây mới 486 căn nhà Đại đoàn kết và sửa chữa 215 căn"
		}
	}
	if name := suffered[deed]; name != "" {
		c.victims(s, name)
		return
	}
	if act, ok := strings.CutSuffix(deed, " cho"); ok {
		s.name, s.deed, s.verb = "Số "+text+" được "+strings.TrimSpace(act+" "+c.passive(i)), false, ""
		return // "trợ cấp được chi trả cho 268 người"
	}
	if what := c.passive(i); what != "" && c.toks[c.items[i-1].to-1].word == c.lex.w.cho {
		s.name, s.deed, s.verb = "Số "+text+" được "+deed+" "+what, false, ""
		return // "học bổng được trao cho 45 học sinh"
	}
	if persons[text] && i > 0 && c.toks[c.items[i-1].to-1].word == c.lex.w.cho && len(c.lookup(deed+" "+text)) == 0 && strings.Contains(deed, " ") {
		text = "" // "đào tạo nghề cho 14.800 người"
	}
	if text == strings.ToUpper(text) && strings.Contains(text, " ") {
		text = strings.ToLower(text) // a heading in capitals
	}
	s.name = viet.Capital(strings.TrimSpace(deed + " " + c.withoutTimes(text, &c.items[i].fig)))
	if refs, k := c.lookupPrefix(s.name); len(refs) > 0 && c.addsNothing(s.name, k) {
		s.refs, s.ref = refs, int(refs[0].ref)
		return
	}
	keeps, plain := plainDeeds[deed]
	if gathers := (deed == "thu hút" || deed == "với" || deed == "thu hút được") && attending[c.items[i].fig.unit.name]; gathers {
		s.name = "Số " + text // "thu hút 6.300 lượt người nghe"
		return
	}
	if !plain {
		return
	}
	s.name = viet.Capital(text)
	if n > 0 && keeps {
		s.refs, s.ref = known, int(known[0].ref)
	}
}

// passive returns what was given or paid to those whom figure i counts, where it stands
// before the verb: "trợ cấp xã hội được chi trả cho 268 người"; "" if nothing does.
func (c *clause) passive(i int) string {
	from := c.afterComma(i)
	for k := i - 1; k > from; k-- {
		if it := &c.items[k]; it.kind == wordItem && c.toks[it.to-1].word == c.lex.w.duoc {
			if strings.HasSuffix(c.wordsOf(it), " được") && it.is(cDeed) {
				return ""
			}
			return viet.Uncapital(c.words(from, k))
		}
	}
	return ""
}

// withoutTimes drops from the object of a deed the word that only counts how often
// it was done: "kiểm tra 12.450 lượt phương tiện", "phẫu thuật 2.860 ca".
func (c *clause) withoutTimes(text string, f *figure) string {
	switch text {
	case "lượt", "ca", "buổi", "lần":
		return ""
	}
	if f.unit.name != "lượt" {
		return text
	}
	if rest, ok := strings.CutPrefix(text, "lượt "); ok {
		return rest
	}
	return text
}

// attending are units of those who came to what was done.
var attending = map[string]bool{"lượt người": true, "người": true, "lượt": true, "hội viên": true, "đoàn viên": true, "học sinh": true, "đại biểu": true}

// persons say only that people were counted.
var persons = map[string]bool{"người": true, "lượt người": true, "lao động": true, "hộ": true, "đối tượng": true}

// plainDeeds add nothing to the name of what is counted; false where the figure
// is of those added, and not of those there are.
var plainDeeds = map[string]bool{"đón": true, "phục vụ": true, "thực hiện": true, "đón được": true, "duy trì": true, "phát triển": false, "công nhận": false, "giành": true, "giành được": true, "đoạt": true, "đoạt được": true}

// deedBefore returns the deed of which the counted noun is the object.
func (c *clause) deedBefore(i int, l *lead) string {
	if l.deed < 0 {
		return ""
	}
	if l.object {
		return strings.ToLower(c.words(l.deed, max(l.verb, l.deed+1)))
	}
	return strings.ToLower(c.wordsOf(&c.items[l.deed]))
}

func (c *clause) deedIn(k int) bool {
	for j := c.start; j < k; j++ {
		if c.items[j].is(cDeed) {
			return true
		}
	}
	return false
}

// deedOf names a measured deed: "gieo cấy 25.976 ha lúa".
func (c *clause) deedOf(i int, l *lead, t *tail) subject {
	f := &c.items[i].fig
	count := f.unit.n
	f.unit.n = 0
	end, text := c.nounEnd(i, t)
	f.unit.n = count
	if t.next < len(c.items) && c.deedFigure(t.next) && end == t.next+1 {
		text, end = "", t.next // "đầu tư 36,5 tỷ đồng xây mới 48 phòng học"
	}
	if before, _, ok := strings.Cut(text, " trở lên"); ok && f.unit.percent() {
		text = before
	}
	s := subject{ref: -1, strong: text != ""}
	if deed := c.deedBefore(i, l); text == "" && fines[deed] && f.unit.money() {
		s.name, s.strong, s.deed, s.verb = "Số tiền "+deed, true, true, deed
		return s // "lập biên bản 45 trường hợp, phạt 68,5 triệu đồng"
	}
	s.name = viet.Capital(strings.TrimSpace(c.deedBefore(i, l) + " " + text))
	s.refer(c.lookup(s.name))
	s.deed, s.verb = l.deed >= 0, c.deedBefore(i, l)
	t.next = max(t.next, end)
	return s
}

// listedDeed reports whether figure i goes on with the objects of a deed: "tặng 04 Cờ
// thi đua, 37 Bằng khen".
func (c *clause) listedDeed(i int) bool {
	return c.deed.deed && c.deed.verb != "" && c.last >= c.first && c.listed(i)
}

// acted reports whether a verb that is no known deed stands before the counted
// figure: of "thi hành kỷ luật 14 tổ chức đảng và 512 đảng viên" neither is the
// number there are.
func (c *clause) acted(i int) bool {
	from := i
	for from > 0 && c.items[from-1].sign != ';' && c.items[from-1].sign != ':' {
		from--
	}
	for k := i - 1; k > from; k-- {
		if c.items[k-1].sign == ',' && (c.items[k].is(cWhole) || c.items[k].kind == placeItem) {
			from = k // "về y tế, toàn tỉnh đạt 9,2 bác sĩ/vạn dân"
		}
	}
	for k := from; k < i; k++ {
		switch it := &c.items[k]; {
		case it.kind == figureItem:
			return false
		case it.kind == signItem && it.sign == ',' && c.start > k:
			return false
		case it.kind == wordItem && it.roles == 0:
			return true
		}
	}
	return false
}

// attends reports whether the counted ones only take part in a meeting.
func (c *clause) attends(i, end int) bool {
	if c.deed.deed {
		return false // "mở 3 lớp tập huấn, có 165 lượt người dự"
	}
	for k := i + 1; k < end; k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); w == "dự" || w == "tham dự" || w == "có mặt" {
			return true
		}
	}
	return false
}
