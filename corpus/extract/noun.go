package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// The noun behind a counted figure.

// nounEnd returns the item where the phrase of the counted noun ends, and the
// phrase without brackets and totals inside.
func (c *clause) nounEnd(i int, t *tail) (int, string) {
	f := &c.items[i].fig
	text := ""
	if f.unit.n > 0 {
		text = c.nounText(f)
	}
	k := max(i+1, t.next)
	if k < len(c.items) && c.items[k].kind == signItem && c.items[k].sign == '(' && c.shareBracket(k, f) {
		k = c.closing(k) + 1
	}
	from := k
	for k < len(c.items) && k-i < 18 && c.nounGoesOn(k) {
		k++
	}
	end := k
	for end > from && c.items[end-1].any(cFor, cAnd, cAux, cAt, cOf, cWhole, cConn) && !c.items[end-1].any(cName, cNoun, cCount, cHead, cDeed) && c.wordsOf(&c.items[end-1]) != "mới" || end > from && strings.HasPrefix(c.wordsOf(&c.items[end-1]), "trị giá") {
		end--
	}
	if end < len(c.items) && c.items[end].kind == whenItem && end > from && leadsTime[strings.ToLower(c.wordsOf(&c.items[end-1]))] {
		end-- // "hoàn thành 2 tiêu chí còn lại trước ngày 15/12"
	}
	text = strings.ReplaceAll(strings.TrimSpace(text+" "+c.words(from, end)), " ,", ",")
	text, _, _ = strings.Cut(text, " và nhiều ")
	text = strings.TrimSuffix(text, " với mức")
	return k, c.atLeast(f, strings.TrimSuffix(text, " các loại"))
}

// leadsTime are words between a noun and a time that is no part of it.
var leadsTime = map[string]bool{"trước": true, "sau": true, "trong": true, "vào": true, "từ": true, "hết": true}

// atLeast takes the bound of a figure out of the words behind it: "từ 90% tổ chức cơ
// sở đảng trở lên hoàn thành nhiệm vụ".
func (c *clause) atLeast(f *figure, text string) string {
	what, done, ok := strings.Cut(text, " trở lên")
	if !ok || done == "" || c.toks[f.from].word != "từ" && c.toks[f.from].word != "tu" || f.isRange || f.approx != "" || strings.ContainsAny(what, "0123456789") || strings.Contains(" "+what+" ", " từ ") {
		return text
	}
	f.bound = ">="
	if done == " hằng năm" || done == " hàng năm" || done == " mỗi năm" {
		return what
	}
	return what + done
}

func (c *clause) nounGoesOn(k int) bool {
	it := &c.items[k]
	if it.kind == placeItem && c.items[k-1].any(cAt, cOf) || it.is(cAnd) && (k+1 < len(c.items) && c.items[k+1].is(cTarget) || c.deedFigure(k+1) || c.deedAhead(k+1)) {
		return false
	}
	if it.kind == figureItem && it.fig.unit.count && it.fig.value <= 10 && it.fig.approx == "" && c.items[k-1].kind == wordItem && (!c.items[k-1].any(cAnd, cFor, cConn, cCont, cAux) && c.items[k-1].roles&verbs == 0 || strings.HasSuffix(c.wordsOf(&c.items[k-1]), "đủ")) {
		return true // "tiêm đủ 2 mũi vắc xin"
	}
	if it.kind == signItem && it.sign == '-' {
		return k+1 < len(c.items) && c.items[k-1].kind == wordItem && c.items[k+1].kind == wordItem && !c.items[k+1].is(cDeed) && !c.toks[c.items[k+1].from].upper && c.toks[it.from].glued == c.toks[c.items[k+1].from].glued
	}
	if c.deedOfOwn(k) {
		return false
	}
	if it.kind == signItem && it.sign == ',' {
		return c.items[k-1].kind == figureItem && c.secondNoun(k+1) || c.items[k-1].is(cCount) && k+1 < len(c.items) && c.items[k+1].is(cCount) && c.toks[c.items[k+1].from].word != c.lex.w.so // "phường, xã"
	}
	if it.kind != wordItem {
		return it.kind == signItem && it.sign == '"'
	}
	if it.to-it.from == 1 && c.toks[it.from].word == c.lex.w.voi {
		return false
	}
	if w := c.wordsOf(it); w == "nhằm" || w == "để" || (w == "trị giá" || w == "tổng trị giá") && k+1 < len(c.items) && c.items[k+1].kind == figureItem {
		return false // the purpose is no part of the name
	}
	return !it.any(cBasis, cUp, cDown, cShare, cEqual, cCont) || it.any(cCount, cHead, cSector, cDeed, cNoun, cName)
}

// deedOfOwn reports whether a deed stands at item k with its own figure right behind
// it: "142 chuyến xe đưa 6.390 công nhân về quê".
func (c *clause) deedOfOwn(k int) bool {
	return c.deedFigure(k) && !c.items[k].any(cDone, cLevel, cName, cHead, cNoun) && c.items[k+1].fig.unit.n > 0 && !c.items[k+1].fig.unit.percent()
}

// secondNoun reports whether the word at item k is but a second noun of what was
// counted: "42 công trình, phần việc thanh niên".
func (c *clause) secondNoun(k int) bool {
	if k >= len(c.items) || !c.items[k].is(cCount) || c.items[k].kind != wordItem {
		return false
	}
	for ; k < len(c.items) && c.items[k].kind != signItem; k++ {
		if w := c.toks[c.items[k].from].word; w == c.lex.w.voi || w == c.lex.w.cho {
			return true
		}
		if c.items[k].kind != wordItem && c.items[k].kind != placeItem {
			return false
		}
	}
	return true
}

// deedAhead reports whether a deed stands at item k whose figure follows within a few
// words: "và vận động quỹ được 214 triệu đồng".
func (c *clause) deedAhead(k int) bool {
	if k >= len(c.items) || !c.items[k].is(cDeed) || c.items[k].any(cName, cHead, cNoun) {
		return false
	}
	for j := k + 1; j < len(c.items) && j < k+5; j++ {
		if c.items[j].kind != wordItem {
			return c.items[j].kind == figureItem
		}
	}
	return false
}

// deedFigure reports whether a deed with its figure stands at item k: "và sửa chữa
// 215 căn".
func (c *clause) deedFigure(k int) bool {
	return k+1 < len(c.items) && c.items[k].is(cDeed) && c.items[k+1].kind == figureItem
}

// nounText returns the counted noun as printed.
func (c *clause) nounText(f *figure) string {
	j := f.num + 1
	for k := j; f.isRange && k < f.to; k++ {
		if c.toks[k].kind == numberToken {
			j = k + 1
		}
	}
	for j < f.to && c.toks[j].kind != wordToken {
		j++
	}
	if j >= f.to {
		return ""
	}
	if f.unit.name == "đồng chí" && c.toks[j].word == "đ" {
		return f.unit.name // "12 đ/c"
	}
	to := j
	for to < f.to && (c.toks[to].kind == wordToken || c.toks[to].word == "," || c.toks[to].word == "-") {
		to++
	}
	text := spelledOut(c.a.Text, c.toks[j:to])
	for _, bound := range [...]string{" trở lên", " trở xuống", " hoặc hơn"} {
		text = strings.TrimSuffix(text, bound)
	}
	for _, scale := range [...]string{"nghìn tỷ ", "nghìn ", "ngàn ", "triệu ", "vạn ", "tỷ "} {
		text = strings.TrimPrefix(text, scale)
	}
	return text
}

// shareBracket reports whether the bracket at item k says the share of a score
// once more: "182/204 xã (89,2%)".
func (c *clause) shareBracket(k int, f *figure) bool {
	end := c.closing(k)
	n := 0
	for j := k; j < end; j++ {
		if it := &c.items[j]; it.kind == figureItem {
			n++
			d := 100 * f.value / max(f.of, 1e-9)
			if !it.fig.unit.percent() || f.of > 0 && (d-it.fig.value > 0.6 || it.fig.value-d > 0.6) {
				return false
			}
		}
	}
	return n == 1 && f.of > 0
}

// lookupPrefix returns the indicators of the longest name that opens s, and its
// length in words.
func (c *clause) lookupPrefix(s string) ([]entry, int) {
	var refs []entry
	n := 0
	node := int32(0)
	for i, w := range c.lex.wordsOf(s) {
		next, ok := c.lex.edges[uint64(node)<<32|uint64(c.lex.ids[w])]
		if !ok {
			break
		}
		node = next
		for _, e := range c.lex.entries[node] {
			if e.class == cName {
				if n != i+1 {
					refs, n = nil, i+1
				}
				refs = append(refs, e)
			}
		}
	}
	return refs, n
}

// addsNothing reports whether the words of s behind the first n leave the name
// before them the same.
func (c *clause) addsNothing(s string, n int) bool {
	words := c.lex.wordsOf(s)
	for _, w := range words[min(n, len(words)):] {
		if !c.lex.is(&token{id: c.lex.ids[w]}, cEmpty) {
			return false
		}
	}
	return true
}

// firstWords returns the first n words of s.
func firstWords(s string, n int) string {
	words := strings.Fields(viet.Normalize(s))
	return strings.TrimRight(strings.Join(words[:min(n, len(words))], " "), ",;")
}

// lendNoun takes the words behind a bare number for its unit where a deed before it
// says that things are counted: "sơn lại 214 cột điện". A word for a piece stands
// alone; other nouns take their second syllable.
func (c *clause) lendNoun(i int, l *lead) {
	f := &c.items[i].fig
	if f.unit.name == "điểm" && l.deed >= 0 && i+1 < len(c.items) && c.items[i+1].kind == wordItem && c.items[i+1].roles&verbs == 0 {
		f.unit.count = true // "phát triển 86 điểm giao dịch"
		return
	}
	if f.unit.n > 0 || f.isScore || f.isRange || f.bound != "" || f.value < 2 || f.value != float64(int64(f.value)) || l.role != noClass || i+1 >= len(c.items) || l.deed < 0 && !c.listedDeed(i) {
		return
	}
	it := &c.items[i+1]
	if it.kind != wordItem || c.toks[it.from].upper || c.toks[it.from].glued || it.roles&^(1<<cNoun|1<<cSector|1<<cEmpty|1<<cHead|1<<cPerson|1<<cDeed) != 0 {
		return
	}
	name := c.toks[it.from].word
	if len(name) < 2 || name == "hoặc" || name == "hoac" {
		return
	}
	if to := it.from + 2; !classifiers[name] && to <= len(c.toks) && c.toks[to-1].kind == wordToken && !c.toks[to-1].upper && c.plain(i+2, it) {
		name = strings.ToLower(spelledOut(c.a.Text, c.toks[it.from:to]))
	}
	f.unit = unit{name: name, scale: 1, count: true, n: 1}
}

// plain reports whether item k, behind the item it, is a word without a role of its
// own, or whether it holds the second syllable itself.
func (c *clause) plain(k int, it *item) bool {
	return it.to-it.from > 1 || k < len(c.items) && c.items[k].kind == wordItem && c.items[k].roles&(verbs|1<<cAnd|1<<cConn|1<<cFor|1<<cAt|1<<cOf|1<<cWhole|1<<cBasis|1<<cCont|1<<cAux) == 0
}

// classifiers are words for pieces and vessels, behind which the thing follows.
var classifiers = map[string]bool{
	"chai": true, "bao": true, "hộp": true, "gói": true, "bó": true, "can": true, "bình": true, "bức": true, "quyển": true, "cuốn": true, "lá": true, "tấm": true, "chậu": true, "ao": true,
	"khúc": true, "đống": true, "bãi": true, "hố": true, "trụ": true, "cột": true, "cỗ": true, "ống": true, "khung": true, "kiện": true, "lọ": true, "thanh": true, "tập": true, "đĩa": true,
}
