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
var evenings = [...]string{"nhân dịp", "tại buổi", "tại lễ", "đoàn công tác", "lãnh đạo", "hôm nay", "tại hội nghị", "tại đại hội"}

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
var outlays = [...]string{"tổng số tiền", "số tiền", "tổng kinh phí", "kinh phí", "tổng trị giá", "trị giá", "tổng giá trị", "giá trị", "tổng vốn", "tổng mức đầu tư", "tổng dự toán"}

// outlay names the money that stands behind a counted deed after that deed: "xử
// phạt 1.268 trường hợp với số tiền 2,1 tỷ đồng".
func (c *clause) outlay(r *reading) {
	if !r.fig.unit.money() || r.sub.ref >= 0 {
		return
	}
	if noun := c.outlayNoun(r.at); noun != "" {
		c.rename(r, viet.Capital(noun+" "+c.doneWhat()))
		r.fresh, r.role = true, cLevel
		return
	}
	if r.at > c.start && c.last >= c.first && c.toks[c.items[r.at-1].from].word == "vay" {
		c.rename(r, "Cho vay")
		r.fresh, r.role = true, cLevel
	}
}

// outlayNoun returns the noun of money right before figure i if a deed was counted
// just before, "" otherwise.
func (c *clause) outlayNoun(i int) string {
	if i <= c.start || c.last < c.first || c.doneWhat() == "" || c.out[c.last].Name != c.deed.name || !c.items[i].fig.unit.money() || strings.Contains(c.items[i].fig.unit.name, "/") {
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
	for _, noun := range outlays {
		if before, ok := strings.CutSuffix(words, " "+noun); ok && (before == "" || before == " với" || before == " có" || before == " với tổng") {
			return noun
		}
	}
	return ""
}

// doneWhat returns what the last deed was: "xử phạt", "cấp thuốc miễn phí".
func (c *clause) doneWhat() string {
	name := viet.Uncapital(c.deed.name)
	if _, done, ok := strings.Cut(name, " được "); ok && strings.HasPrefix(name, "số ") {
		return done
	}
	if !c.deed.deed {
		return ""
	}
	return strings.TrimSuffix(name, " trường hợp")
}
