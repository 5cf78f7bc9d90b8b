package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// What was given, fined and spent: results where a report sums them up, courtesies
// where it tells of one evening.

// given reports whether the deed at item k is one of giving or fining whose figures
// the report sums up: neither a person nor a firm gives, the words tell of no one
// evening, and no figure says what each one got.
func (c *clause) given(k int) bool {
	if k < 0 || !c.items[k].is(cDeed) || c.each() {
		return false
	}
	passive := false
	opening := strings.ToLower(c.words(0, k))
	for _, evening := range evenings {
		if strings.Contains(opening, evening) {
			return false
		}
	}
	for j := range k {
		it := &c.items[j]
		w := c.toks[it.from].word
		passive = passive || w == c.lex.w.duoc || w == "nhận" || w == "nhan"
		switch {
		case it.kind == whenItem && it.when.event:
			return false
		case it.any(cFirm, cPerson) && !passive && !it.any(cName, cHead) && c.gives(j, k) && !officesThatGive[w]:
			return false
		}
	}
	return passive || !c.titled(k)
}

// givesThings reports whether things and not shares of a growth stand behind the
// verb at item k: "đóng góp 4.560 ngày công".
func (c *clause) givesThings(k int) bool {
	for k++; k < len(c.items) && c.items[k].any(cApprox, cFor); k++ {
	}
	return k < len(c.items) && c.items[k].kind == figureItem && c.items[k].fig.unit.count
}

// gives reports whether nothing but words stands between the one at item j and the
// deed at item k.
func (c *clause) gives(j, k int) bool {
	for ; j < k; j++ {
		if it := &c.items[j]; it.kind == figureItem || it.kind == signItem && it.sign == ';' {
			return false
		}
	}
	return true
}

// officesThatGive are words for an office that stand among those for persons and
// firms.
var officesThatGive = map[string]bool{"trường": true, "bệnh": true, "ngân": true, "hợp": true, "truong": true, "benh": true, "ngan": true, "hop": true}

// titled reports whether the title of an official opens the words before item k.
func (c *clause) titled(k int) bool {
	for i := c.items[k].from; i > 0; i-- {
		if second, ok := officials[c.toks[i-1].word]; ok && second == c.toks[i].word {
			return true
		}
	}
	return false
}

// evenings are words of the tale of one occasion.
var evenings = [...]string{"nhân dịp", "tại buổi", "tại lễ", "đoàn công tác", "lãnh đạo", "hôm nay", "tại hội nghị", "tại đại hội", "một nhà hảo tâm"}

// each reports whether the sentence says what each of many got.
func (c *clause) each() bool {
	for i := range c.items {
		if it := &c.items[i]; it.kind == wordItem && c.toks[it.from].word == c.lex.w.moi && it.is(cEvent) {
			return true
		}
	}
	return false
}

// outlays are nouns of the money that a deed took or brought.
var outlays = [...]string{"tổng tiền hỗ trợ", "số tiền hỗ trợ", "tiền hỗ trợ", "tổng kinh phí hỗ trợ", "kinh phí hỗ trợ", "tổng kinh phí thực hiện", "kinh phí thực hiện", "tổng số tiền", "số tiền", "tổng tiền", "tổng kinh phí", "kinh phí", "tổng trị giá", "trị giá", "tổng giá trị", "giá trị", "tổng vốn", "tổng mức đầu tư", "tổng dự toán"}

// outlay names the money that stands behind a counted deed after that deed: "xử
// phạt 1.268 trường hợp với số tiền 2,1 tỷ đồng".
func (c *clause) outlay(r *reading) {
	if low := strings.ToLower(r.sub.name); sizes[low] && c.last >= c.first && c.doneWhat() != "" && c.out[c.last].Name == c.deed.name && !r.fig.unit.percent() {
		c.rename(r, viet.Capital(low+" "+c.doneWhat())) // "thu hồi 42 dự án, diện tích 386 ha"
		return
	}
	if !r.fig.unit.money() || r.sub.ref >= 0 {
		return
	}
	if noun := c.outlayNoun(r.at); noun != "" {
		what := c.doneWhat()
		if what == "" || !c.traded() && c.deed.name != c.out[c.last].Name {
			what = c.countedWhat()
		}
		c.rename(r, viet.Capital(noun+" "+what))
		r.fresh, r.role = true, cLevel
		return
	}
	if r.at > c.start && c.last >= c.first && r.fig.unit.money() && c.toks[c.items[r.at-1].from].word == "vay" {
		c.rename(r, "Cho vay")
		r.fresh, r.role = true, cLevel
	}
}

// outlayNoun returns the noun of money right before figure i if a deed was counted
// just before, "" otherwise.
func (c *clause) outlayNoun(i int) string {
	if i <= c.start || c.last < c.first {
		return ""
	}
	done := c.traded() || c.doneWhat() != "" && c.out[c.last].Name == c.deed.name
	if !done && c.countedWhat() == "" || !c.items[i].fig.unit.money() || strings.Contains(c.items[i].fig.unit.name, "/") {
		return ""
	}
	k := i - 1
	for k > c.start && c.items[k].any(cApprox, cLevel) && !c.items[k].any(cHead, cEvent) {
		k--
	}
	from := k
	for from > c.start && c.items[from-1].kind == wordItem && k-from < 3 {
		from--
	}
	words := " " + strings.ToLower(c.words(from, k+1))
	if c.lex == c.x.bare {
		words = viet.Fold(words)
	}
	if done && (words == " với" || words == " voi") {
		return "số tiền" // "hỗ trợ 38.600 lao động với 57,9 tỷ đồng"
	}
	for _, noun := range outlays {
		last := " " + noun
		if c.lex == c.x.bare {
			last = viet.Fold(last)
		}
		if before, ok := strings.CutSuffix(words, last); ok && leadsOutlay[before] {
			if done || !strings.Contains(noun, "vốn") && !strings.Contains(noun, "đầu tư") && !(strings.Contains(noun, "giá") && people[c.out[c.last].Unit]) {
				return noun
			}
		}
	}
	return ""
}

// people are units of those who have no worth.
var people = map[string]bool{"hộ": true, "người": true, "lượt người": true, "học sinh": true, "lao động": true, "hội viên": true, "đoàn viên": true, "đối tượng": true, "lượt hộ": true, "thành viên": true, "doanh nghiệp": true}

// leadsOutlay are words before the noun of money.
var leadsOutlay = map[string]bool{"": true, " với": true, " có": true, " với tổng": true, " voi": true, " co": true, " voi tong": true}

// traded reports whether the record before is a weight of goods, of which a worth may
// follow: "xuất khẩu 12.000 tấn gạo, trị giá 6,5 triệu USD".
func (c *clause) traded() bool {
	r := &c.out[c.last].Record
	return r.Value != nil && r.Doubt == "" && kindOfUnit(r.Unit) == "weight" && !strings.HasPrefix(strings.ToLower(r.Name), "sản lượng")
}

// countedWhat returns what the record before counts, "quà đoàn viên" of "Tặng quà đoàn viên:
// 720 suất", or its label; "" if it counts nothing of which money may be told.
func (c *clause) countedWhat() string {
	r := &c.out[c.last].Record
	if r.Value == nil || r.Of != nil || kindOfUnit(r.Unit) != "count" || strings.Contains(r.Unit, "/") || r.PlanPct != nil || r.Change != nil {
		return ""
	}
	if c.heading != "" && !strings.EqualFold(c.heading, r.Name) {
		return viet.Uncapital(c.heading)
	}
	return strings.TrimPrefix(viet.Uncapital(r.Name), "số ")
}

// doneWhat returns what the last deed was: "xử phạt", "cấp thuốc miễn phí".
func (c *clause) doneWhat() string {
	if !c.deed.deed && c.last >= c.first && c.traded() {
		return viet.Uncapital(c.out[c.last].Name)
	}
	name := viet.Uncapital(c.deed.name)
	if _, done, ok := strings.Cut(name, " được "); ok && strings.HasPrefix(name, "số ") {
		return done
	}
	if !c.deed.deed {
		return ""
	}
	return strings.TrimSuffix(name, " trường hợp")
}

// listedMeasure names a weight, a length or money that goes on with the objects of a
// deed: "tiếp nhận 345 triệu đồng, 2,8 tấn gạo", "đóng góp 4.560 ngày công, 3,2 tỷ
// đồng".
func (c *clause) listedMeasure(r *reading) {
	f := r.fig
	if r.fresh || r.lead.role != noClass || f.isScore || f.unit.n == 0 || f.unit.count || f.unit.percent() || f.unit.points() || strings.Contains(f.unit.name, "/") || !c.listedDeed(r.at) {
		return
	}
	name := c.deed.verb
	if f.unit.money() {
		switch {
		case fines[name]:
			name = "số tiền " + name
		case !collects[name]:
			return
		}
	} else {
		n := f.unit.n
		f.unit.n = 0
		end, text := c.nounEnd(r.at, r.tail)
		f.unit.n = n
		if text == "" {
			return
		}
		name += " " + text
		r.tail.next = max(r.tail.next, end)
	}
	c.rename(r, viet.Capital(name))
	r.sub.deed, r.sub.verb = true, c.deed.verb
	r.fresh, r.role = true, cLevel
}

// collects are deeds whose object may be money as well as things.
var collects = map[string]bool{"đóng góp": true, "ủng hộ": true, "vận động": true, "huy động": true, "quyên góp": true, "tiếp nhận": true, "hỗ trợ": true, "trao": true, "tặng": true, "trao tặng": true, "vận động được": true, "quyên góp được": true, "tịch thu": true, "thu giữ": true, "thu hồi": true}

// fines are deeds whose money is what was to be paid.
var fines = map[string]bool{"xử phạt": true, "phạt": true, "xử phạt hành chính": true, "xử phạt vi phạm hành chính": true, "xử lý": true}

// sizes are nouns of how large were the things of a deed.
var sizes = map[string]bool{"diện tích": true, "tổng diện tích": true, "chiều dài": true, "tổng chiều dài": true, "khối lượng": true, "tổng khối lượng": true, "trọng lượng": true, "tổng trọng lượng": true, "công suất": true, "tổng công suất": true}
