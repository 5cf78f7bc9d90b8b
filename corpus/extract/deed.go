package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// What was done, and who did it: the words before a counted or measured figure.

// agents open the words for one who acts: "ngành nông nghiệp trồng 342 ha", "các
// cấp công đoàn kết nạp 3.460 đoàn viên". The value tells
// the words of which one must follow.
var agents = map[string]string{
	"tôi": "", "chúng": "", "đơn": "vị", "chi": "cục|nhánh|hội|đoàn|bộ", "kiểm": "lâm|sát", "bảo": "hiểm", "kho": "bạc", "hải": "quan", "biên": "phòng", "huyện": "đoàn|ủy", "tỉnh": "đoàn|ủy", "thành": "đoàn|ủy", "quận": "đoàn|ủy", "thị": "đoàn|ủy", "quỹ": "", "lđlđ": "", "mttq": "", "cục": "", "sở": "", "phòng": "", "ban": "", "ngành": "", "cơ": "quan", "lực": "lượng", "cấp": "", "các": "cấp|tổ|cơ|ngành|địa|đơn|sở|hội|đoàn|ngân|lực|chi|đảng", "hội": "", "đoàn": "", "đảng": "",
	"công": "", "mặt": "trận", "nhân": "dân", "người": "dân|cao|lao|có|uy", "bà": "con", "thầy": "", "chị": "em", "học": "sinh|viên", "giáo": "viên|dân|xứ", "chính": "quyền", "tập": "thể", "ubnd": "", "hđnd": "", "ủy": "ban", "trung": "tâm", "trạm": "", "bệnh": "viện", "liên": "đoàn",
	"tòa": "án", "viện": "kiểm", "bộ": "đội", "quân": "", "tổ": "", "đội": "", "nhà": "trường|hảo|nông", "ngân": "hàng", "khối": "thi|mặt|các|doanh|cơ|hành|trường|đảng|trực|sản|sự", "câu": "lạc", "cán": "bộ", "văn": "phòng", "toàn": "đảng", "thường": "trực", "cựu": "chiến", "thanh": "niên", "phụ": "nữ", "nông": "dân",
}

// agent reports whether items a..b name but one who acts.
func (c *clause) agent(a, b int) bool {
	for a < b && (c.items[a].kind != wordItem || c.items[a].any(cConn, cAt, cFrom) && !c.opensAgent(a) || together[c.toks[c.items[a].from].word]) {
		a++
	}
	if a >= b || !c.opensAgent(a) || c.items[b-1].to-c.items[a].from > 16 {
		return false
	}
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.kind == figureItem || it.kind == signItem && it.sign != ',' && it.sign != '-' || it.roles&verbs != 0 && !it.any(cName, cSector, cNoun, cHead) || it.any(cBasis, cShare) {
			return false
		}
	}
	return true
}

// together are words that lead to the one with whom something was done: "phối hợp với
// Trạm Y tế tiêm 1.870 liều vắc xin", "tham mưu cho Đảng ủy ban hành 12 nghị quyết".
var together = map[string]bool{"phối": true, "hợp": true, "chủ": true, "trì": true, "tham": true, "mưu": true, "cùng": true, "với": true, "chỉ": true, "đạo": true}

// opensAgent reports whether the words of item i open the name of an agent.
func (c *clause) opensAgent(i int) bool {
	from := c.items[i].from
	if from >= len(c.toks) {
		return false
	}
	next, ok := agents[c.toks[from].word]
	return ok && (next == "" || from+1 < len(c.toks) && follows(next, c.toks[from+1].word))
}

// follows reports whether word is one of those that "|" parts.
func follows(allowed, word string) bool {
	return word != "" && strings.Contains("|"+allowed+"|", "|"+word+"|")
}

// afterComma returns the first item behind the last comma, or behind the verb of
// one who speaks, before item k of the clause.
func (c *clause) afterComma(k int) int {
	for j := k - 1; j >= c.start; j-- {
		if it := &c.items[j]; it.kind == signItem && it.sign == ',' || it.is(cSaid) && saying[strings.ToLower(c.wordsOf(it))] {
			return j + 1
		}
	}
	return c.start
}

// firstDeed returns the first of the deeds that stand side by side up to item k:
// "hỗ trợ xây mới".
func (c *clause) firstDeed(k int) int {
	for k > c.start && c.items[k-1].is(cDeed) && !c.items[k-1].any(cName, cHead) {
		k--
	}
	return k
}

// suffered are deeds that happened to those who are counted, with the name of
// their number.
var suffered = map[string]string{"làm chết": "số người chết", "chết": "số người chết", "bị thương": "số người bị thương", "làm bị thương": "số người bị thương", "mất tích": "số người mất tích"}

// victims are units that say by themselves what is counted.
var victims = map[string]bool{"người chết": true, "người bị thương": true}

// victims names those whom the accidents of the record before hit; without such a
// record nothing says of what they are the victims.
func (c *clause) victims(s *subject, name string) {
	s.name, s.unsaid = viet.Capital(name), true
	for i := len(c.out) - 1; i >= c.first; i-- {
		if low := strings.ToLower(c.out[i].Name); strings.Contains(low, "tai nạn") || strings.Contains(low, "cháy") || strings.Contains(low, "thiên tai") {
			if _, cause, ok := strings.Cut(low, " do "); ok {
				low = cause
			}
			s.name += " do " + strings.TrimPrefix(strings.TrimPrefix(low, "số "), "vụ ")
			s.unsaid = false
			return
		}
	}
}

// beneficiaries names those for whom something was done, who are not all that there
// are: "hỗ trợ 1.250 con bò giống cho 620 hộ nghèo". It is empty where "cho" does not
// stand before figure i behind a deed.
func (c *clause) beneficiaries(i int, text string) string {
	k := i - 1
	for k > 0 && c.items[k].any(cApprox, cAdverb) {
		k--
	}
	if k < 1 || c.toks[c.items[k].from].word != c.lex.w.cho {
		return ""
	}
	for d := k - 1; d >= 0 && c.items[d].sign != ';' && c.items[d].sign != ',' && c.items[d].sign != ':'; d-- {
		if !c.items[d].is(cDeed) || c.items[d].is(cName) && d == k-1 {
			continue
		}
		d = c.firstDeedFrom(d)
		done := c.wordsWithout(d, k)
		return "Số " + text + " được " + strings.TrimSuffix(viet.Uncapital(done), " đạt")
	}
	return ""
}

// firstDeedFrom returns the first of the deeds that stand side by side up to item k.
func (c *clause) firstDeedFrom(k int) int {
	for k > 0 && c.items[k-1].is(cDeed) && !c.items[k-1].any(cName, cHead) {
		k--
	}
	return k
}

// wordsWithout returns the words of items a..b without the numbers.
func (c *clause) wordsWithout(a, b int) string {
	var parts []string
	for i := a; i < b; i++ {
		switch it := &c.items[i]; it.kind {
		case wordItem:
			parts = append(parts, c.words(i, i+1))
		case figureItem:
			if it.fig.unit.count && c.withoutTimes(c.nounText(&it.fig), &it.fig) != "" {
				parts = append(parts, c.nounText(&it.fig))
			}
		}
	}
	return strings.Join(parts, " ")
}

// there reports whether a word that says that something is there stands right
// before figure i, with no other subject than an area: "toàn tỉnh xảy ra 214 vụ".
func (c *clause) there(i int) bool {
	k := i - 1
	for k >= c.start && c.items[k].any(cApprox, cAdverb) && !existing[strings.ToLower(c.wordsOf(&c.items[k]))] {
		k--
	}
	if k < c.start || !existing[strings.ToLower(c.wordsOf(&c.items[k]))] {
		return false
	}
	for j := c.afterComma(k); j < k; j++ {
		it := &c.items[j]
		if it.kind == wordItem && !it.any(cWhole, cConn, cAux, cAt, cCont, cTarget, cEst) && !c.agent(j, k) {
			return false
		}
		if it.kind == wordItem && c.opensAgent(j) && c.agent(j, k) {
			return true
		}
	}
	return true
}

// members names those whom an organisation or a branch has: "Hội Nông dân huyện có
// 28.450 hội viên".
func (c *clause) members(i int, f *figure, text string, sub subject, s *subject) bool {
	if text != c.nounText(f) || i-1 <= c.start {
		return false
	}
	if w := strings.ToLower(c.wordsOf(&c.items[i-1])); w != "có" && w != "hiện có" {
		return false
	}
	if sub.ref < 0 && (sub.branch || strings.HasPrefix(strings.ToLower(sub.name), "sản xuất ")) {
		s.name = "Số " + text + " " + viet.Uncapital(sub.name)
		return true
	}
	from := c.afterComma(i - 1)
	for from < i-1 && (c.items[from].kind == whenItem || c.items[from].any(cConn, cCont) && !c.opensAgent(from)) {
		from++
	}
	if !c.opensAgent(from) || !c.agent(from, i-1) || staffed[c.toks[c.items[from].from].word] {
		return false
	}
	s.name = "Số " + text
	if who := c.words(from, i-1); strings.Contains(who, " ") && !strings.HasPrefix(strings.ToLower(who), "chúng ") {
		s.name += " " + who
	}
	return true
}

// staffed open the names of offices whose people are staff and no members.
var staffed = map[string]bool{"đội": true, "tổ": true, "phòng": true, "ban": true, "trạm": true, "trung": true}

// existing are verbs that say that something is there.
var existing = map[string]bool{"có": true, "hiện có": true, "đã có": true, "còn": true, "xảy ra": true, "ghi nhận": true, "phát sinh": true, "với": true, "có thêm": true, "thêm": true}

// rewarded returns the words that tell what the collectives and persons of figure
// i were given: "14 tập thể và 37 cá nhân được tặng giấy khen".
func (c *clause) rewarded(i int) string {
	if u := c.items[i].fig.unit.name; u != "tập thể" && u != "cá nhân" {
		return ""
	}
	k := i + 1
	for k < len(c.items) && (c.items[k].is(cAnd) || c.items[k].sign == ',' || c.items[k].kind == figureItem && c.items[k].fig.unit.count) {
		k++
	}
	if k >= len(c.items) || c.items[k].kind != wordItem {
		return ""
	}
	if w := c.toks[c.items[k].from].word; w != c.lex.w.duoc && w != "nhận" && w != "nhan" && w != "đạt" {
		return ""
	}
	end := k
	for end < len(c.items) && end-k < 14 && (c.items[end].kind == wordItem || c.items[end].kind == placeItem || c.items[end].sign == '"') {
		end++
	}
	return c.words(k, end)
}

// deedBehind names a count whose deed stands behind the words that tell of what:
// "tội phạm về ma túy phát hiện 29 vụ", "học sinh giỏi cấp tỉnh đoạt 87 giải".
func (c *clause) deedBehind(r *reading) {
	k := r.at - 1
	for k > c.start && c.items[k].is(cApprox) {
		k--
	}
	if !r.fig.unit.count || r.fig.isScore || r.lead.deed >= 0 || r.lead.role != noClass || r.sub.ref >= 0 || k <= c.start || !c.items[k].is(cDeed) || c.items[k].any(cLevel, cName, cHead) {
		return
	}
	deed := strings.ToLower(c.wordsOf(&c.items[k]))
	what, ok := strings.CutSuffix(r.sub.name, " "+deed)
	noun := c.nounText(r.fig)
	if _, text := c.nounEnd(r.at, r.tail); !ok || text != noun || proper(what) || r.sub.strong || r.sub.branch || !strings.Contains(what, " ") {
		return
	}
	if keeps, plain := plainDeeds[deed]; plain && keeps {
		deed = ""
	}
	c.rename(r, viet.Capital(strings.TrimSpace(deed+" "+noun+" "+viet.Uncapital(what))))
	r.sub.meant, r.fresh = true, true
}
