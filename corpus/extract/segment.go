package extract

import "strings"

// The words before a figure are parted by commas; its name is behind the last, or is
// itself a list.

// lastSegment returns where the noun phrase before a figure begins: behind the
// last comma, or further left where the phrase is a list of nouns that opens
// with a noun of measure.
func (c *clause) lastSegment(a, b int) int {
	seg := a
	var marks []int
	for i := a; i < b; i++ {
		if it := &c.items[i]; it.kind == signItem && it.sign == ',' {
			marks = append(marks, i)
			seg = i + 1
		}
	}
	if k := len(marks) - 1; k >= 0 && c.oneName(a, marks, seg, b) {
		if k > 0 {
			return marks[k-1] + 1
		}
		return a
	}
	if len(marks) == 0 || seg < b && (c.items[seg].is(cWhole) || c.items[seg].kind == placeItem && seg+1 < b) {
		return seg
	}
	if k := c.likeList(a, marks, seg, b); k < seg {
		return k
	}
	if k := c.nounList(a, marks, seg, b); k < seg {
		return k
	}
	if c.headed(seg, b) {
		return seg
	}
	for k := len(marks) - 1; k >= 0; k-- {
		from := a
		if k > 0 {
			from = marks[k-1] + 1
		}
		if c.headed(from, marks[k]) && !(from < b && c.items[from].any(cConn, cAt) && !c.items[from].any(cHead, cName)) {
			return from
		}
		if h := c.raised(from, marks[k]); h > from && seg < b && c.items[seg].roles&verbs == 0 && !c.items[seg].any(cDeed, cAux, cConn, cCont) {
			return h
		}
	}
	return seg
}

// raised returns where a share begins behind the few words that items a..b open with: "nâng
// tỷ lệ đường thôn, liên thôn được cứng hóa lên …". It returns a if there is none.
func (c *clause) raised(a, b int) int {
	for i := a + 1; i < b && i < a+4; i++ {
		if c.items[i-1].kind != wordItem {
			return a
		}
		if ratio(strings.ToLower(c.words(i, b))) {
			return i
		}
	}
	return a
}

// nounList returns where a name begins that is a list of nouns: "phí, lệ phí",
// "khoai lang, sắn". It returns seg if the words before the comma are none.
func (c *clause) nounList(a int, marks []int, seg, b int) int {
	if seg >= b || c.items[seg].is(cHead) || c.items[seg].roles&verbs != 0 && !c.items[seg].is(cName) || c.headed(seg, b) && (a == 0 && !c.abbreviation(c.items[seg:seg+1]) || !c.items[seg].is(cName)) {
		return seg
	}
	from := seg
	for k := len(marks) - 1; k >= 0; k-- {
		x, y := a, marks[k]
		if k > 0 {
			x = marks[k-1] + 1
		}
		if k == 0 {
			for x < y-1 && c.items[x].is(cCont) {
				x++ // "riêng phí, lệ phí"
			}
		}
		if x >= y || !c.nouns(x, y) {
			if from < seg && x < y && c.headed(x, y) && c.abbreviation(c.items[x:y]) {
				return x // "tổng số thu BHXH, BHYT, BHTN"
			}
			return from
		}
		if from = x; c.items[x].any(cHead, cName) && !c.abbreviation(c.items[x:x+1]) {
			return from
		}
	}
	return from
}

// likeList returns where a name begins whose last noun goes on in others that open
// with the same word: "tổng số thu bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất
// nghiệp". It returns seg if the words before the comma are none.
func (c *clause) likeList(a int, marks []int, seg, b int) int {
	if seg >= b || c.items[seg].kind != wordItem {
		return seg
	}
	word := c.toks[c.items[seg].from].word
	for k := len(marks) - 1; k >= 0; k-- {
		x := a
		if k > 0 {
			x = marks[k-1] + 1
		}
		if x >= marks[k] || c.items[marks[k]-1].kind != wordItem {
			return seg
		}
		if from := c.items[x].from; c.toks[from].word == word {
			continue
		}
		for j := c.items[x].from + 1; j < c.items[marks[k]-1].to; j++ {
			if c.toks[j].word == word && c.headed(x, marks[k]) {
				return x
			}
		}
		return seg
	}
	return seg
}

// abbreviation reports whether the last of the items ends with a word in
// capitals: "BHYT".
func (c *clause) abbreviation(items []item) bool {
	it := &items[len(items)-1]
	w := spelledOut(c.a.Text, c.toks[it.to-1:it.to])
	return it.kind == wordItem && len(w) > 1 && w == strings.ToUpper(w) && (it.to-it.from == 1 || len(items) > 1)
}

// nouns reports whether items a..b are but a short noun, the beginning of a list.
func (c *clause) nouns(a, b int) bool {
	if c.toks[c.items[b-1].to-1].end-c.toks[c.items[a].from].start > 40 || c.items[b-1].to-c.items[a].from > 5 {
		return false
	}
	for i := a; i < b; i++ {
		it := &c.items[i]
		if it.kind != wordItem || it.roles&verbs != 0 && !it.any(cHead, cName) || it.any(cConn, cCont, cAt, cEst, cTarget, cAux, cAnd, cWhole, cBasis, cSame, cAvg, cPerson, cFirm, cSaid, cDeed) && !it.any(cName, cHead, cSector) {
			return false
		}
	}
	first := strings.ToLower(c.words(a, a+1))
	return !openings[c.toks[c.items[a].from].word] && !openings[first]
}

// openings are words that begin the time or circumstance of a sentence, which a
// comma parts from its subject.
var openings = map[string]bool{
	"vụ": true, "thời": true, "nhìn": true, "thực": true, "hiện": true, "sau": true, "trước": true, "qua": true, "do": true, "nhờ": true,
	"với": true, "dịp": true, "bước": true, "năm": true, "quý": true, "tháng": true, "khi": true, "để": true, "cuối": true, "đầu": true,
	"tuy": true, "mặc": true, "dù": true, "vì": true, "nếu": true, "ước": true, "ngày": true, "hàng": true, "hằng": true, "công tác": true,
	"lĩnh": true, "mùa": true, "giai": true, "nhiệm": true, "tổng": true, "số": true, "theo": true, "kết": true, "trong": true, "về": true,
}

// oneName reports whether a comma parts two nouns of one name: "tỷ lệ đảng viên
// đủ tư cách, hoàn thành tốt nhiệm vụ".
func (c *clause) oneName(a int, marks []int, seg, b int) bool {
	from := a
	if k := len(marks) - 1; k > 0 {
		from = marks[k-1] + 1
	}
	var ctx found
	x, y := c.trim(from, marks[len(marks)-1], &ctx)
	u, _ := c.trim(seg, b, &ctx)
	if x >= y || u >= b || !c.items[x].is(cHead) || c.items[u].is(cHead) || c.items[x].is(cName) {
		return false
	}
	for j := x; j < y; j++ {
		if it := &c.items[j]; it.any(cUp, cDown, cEqual, cExceed, cShare) || it.is(cLevel) && !it.any(cFor, cConn) {
			return false
		}
	}
	return c.wordsOf(&c.items[u]) != "" && !c.items[u].is(cSector) && c.items[u].roles&verbs|c.items[u].roles&(1<<cDone|1<<cNoun) != 0
}

// headed reports whether items a..b open with a noun of measure or a name.
func (c *clause) headed(a, b int) bool {
	var ctx found
	a, b = c.trim(a, b, &ctx)
	return a < b && (c.items[a].is(cHead) || c.items[a].is(cName))
}
