package extract

import "thiduabot/corpus"

// itemKind tells what an item of a sentence is.
type itemKind uint8

const (
	wordItem   itemKind = iota // a word or a phrase of the lexicon
	signItem                   // , ; : ( ) and others
	figureItem                 // a number with its unit
	whenItem                   // a time
	placeItem                  // a named place
	noiseItem                  // a number that is no figure
)

// An item is a token or phrase of a sentence with the roles it may play.
type item struct {
	kind     itemKind
	from, to int    // tokens
	roles    uint64 // bit set of classes
	sign     byte
	fig      figure
	when     when
	lowers   bool       // opens with "giảm": a movement, not a name
	place    string     // canonical name of a place, or of the one of a list that the figure is of
	list     *placeList // of the places with whose figures this one stands
	names    []entry    // indicators of which the phrase is a name
}

func (it *item) is(c class) bool { return it.roles&(1<<c) != 0 }

func (it *item) any(cs ...class) bool {
	for _, c := range cs {
		if it.is(c) {
			return true
		}
	}
	return false
}

const verbs = 1<<cUp | 1<<cDown | 1<<cLevel | 1<<cEqual | 1<<cExceed | 1<<cDone | 1<<cShare | 1<<cContrib | 1<<cDrag | 1<<cTimes

// items reads a sentence into items.
func (x *Extractor) items(lex *lexicon, text string, toks []token, c clock) []item {
	out := make([]item, 0, len(toks))
	for i := 0; i < len(toks); {
		it := x.itemAt(lex, text, toks, i, c)
		if it.to <= i {
			it.to = i + 1
		}
		out = append(out, it)
		i = it.to
	}
	return out
}

func (x *Extractor) itemAt(lex *lexicon, text string, toks []token, i int, c clock) item {
	if n := codeAt(toks, i); n > 0 {
		if n == 2 && toks[i].end-toks[i].start == 1 && toks[i+1].word == "g" {
			return item{kind: wordItem, from: i, to: i + n} // "phủ sóng 5G"
		}
		return item{kind: noiseItem, from: i, to: i + n}
	}
	if w := lex.whenAt(toks, i, c); w.n > 0 && w.period.Kind == corpus.Year && baseYear(toks, i) && c.longBefore(w.period.Year) {
		return item{kind: wordItem, from: i, to: i + w.n}
	} else if w.n > 0 {
		return item{kind: whenItem, from: i, to: i + w.n, when: w}
	}
	f := lex.signedAt(text, toks, i)
	if f.to == 0 {
		f = lex.figureAt(toks, i)
	}
	if f.to > 0 {
		if lex.lifetime(toks, &f) {
			return item{kind: figureItem, from: i, to: f.to, fig: f}
		}
		if lex.inName(toks, &f) {
			return item{kind: wordItem, from: i, to: f.to}
		}
		if f.unit.n == 0 && !f.isRange && !f.isScore && f.num == i {
			if y, ok := yearNumber(toks, i); ok {
				return item{kind: whenItem, from: i, to: i + 1, when: when{period: corpus.YearOf(y), n: 1}}
			}
		}
		return item{kind: figureItem, from: i, to: f.to, fig: f}
	}
	if toks[i].kind == numberToken {
		return item{kind: noiseItem, from: i, to: i + 1}
	}
	if name, n := x.placeAt(lex, text, toks, i); n > 0 && (name != country || !inLongerName(toks, i)) {
		return item{kind: placeItem, from: i, to: i + n, place: name}
	}
	it := phraseAt(lex, toks, i)
	if it.is(cWhole) && it.to-i == 2 && toks[i].upper && inLongerName(toks, i) {
		it.roles = 0
	}
	return it
}

// inLongerName reports whether the country's name at toks[i:] but closes the name of
// an organization: "Mặt trận Tổ quốc Việt Nam".
func inLongerName(toks []token, i int) bool {
	return wordIs(toks, i+1, "nam") && i > 0 && toks[i-1].kind == wordToken && !ofCountry[toks[i-1].word]
}

// ofCountry are words between which and the country's name no other name ends.
var ofCountry = map[string]bool{"của": true, "ở": true, "tại": true, "với": true, "và": true, "cả": true, "nước": true, "là": true, "cho": true, "về": true, "sang": true, "vào": true, "đến": true, "từ": true, "so": true, "toàn": true, "cua": true, "tai": true, "voi": true}

// inName reports whether a number is part of a name: "dưới 5 tuổi", "trên 1 ha".
func (x *lexicon) inName(toks []token, f *figure) bool {
	if f.unit.n == 0 && !f.isRange && f.num == f.from && wordIs(toks, f.to, "sao") {
		f.to++ // "sản phẩm 4 sao"
		return true
	}
	if f.unit.n == 0 && !f.isRange && !f.isScore && f.num == f.from && f.value <= 12 && f.from > 0 && grades[toks[f.from-1].word] {
		return true // "trẻ vào lớp 1"
	}
	if f.to < len(toks) && toks[f.to].word == x.w.tuoi {
		f.to++
		return true
	}
	if f.isRange || f.isScore || f.unit.n == 0 || f.unit.money() || f.unit.percent() {
		return false
	}
	if f.unit.name == "dân" || f.unit.name == "vạn dân" || f.unit.name == "trẻ" {
		return f.approx == "trên" && rounds(f.value)
	}
	return f.value == 1 && (f.approx == "trên" || f.from > 0 && x.each(&toks[f.from-1]))
}

// grades are words whose number tells which of them is meant.
var grades = map[string]bool{"lớp": true, "lop": true, "độ": true, "mũi": true, "mui": true, "loại": true, "hạng": true, "khối": true, "mức": true}

// rounds reports whether v is a power of ten, as the base of a rate is.
func rounds(v float64) bool {
	for v >= 10 {
		v /= 10
	}
	return v == 1
}

// each reports whether a word says that what follows is counted by ones.
func (x *lexicon) each(t *token) bool {
	return t.word == x.w.quan || t.word == x.w.moi || t.word == x.w.cua
}

// lifetime gives a figure of "tuổi thọ" its unit; other ages are no figures.
func (x *lexicon) lifetime(toks []token, f *figure) bool {
	if f.to >= len(toks) || toks[f.to].word != x.w.tuoi || f.unit.n > 0 {
		return false
	}
	for j := f.from - 1; j > 0 && f.from-j < 16; j-- {
		if toks[j].kind == signToken && toks[j].word == ";" {
			return false
		}
		if toks[j].word == x.w.tho && toks[j-1].word == x.w.tuoi {
			f.unit, f.to = unit{name: "tuổi", scale: 1, n: 1}, f.to+1
			return true
		}
	}
	return false
}

// phraseAt reads the longest phrase of the lexicon, with all its roles.
func phraseAt(lex *lexicon, toks []token, i int) item {
	it := item{kind: wordItem, from: i, to: i + 1}
	if toks[i].kind == signToken {
		it.kind = signItem
		it.sign = toks[i].word[0]
		if len(toks[i].word) > 1 {
			it.sign = 0
		}
		return it
	}
	it.lowers = toks[i].word == lex.w.giam
	node := int32(0)
	for j := i; j < len(toks) && j-i < maxPhrase; j++ {
		next, ok := lex.step(node, &toks[j])
		if !ok {
			s := toks[j].word
			if j > i && (s == "," && !wordIs(toks, j+1, lex.w.so) || s == "-" || s == `"`) { // "xã hội, số tiền" is no "xã hội số"
				continue
			}
			break
		}
		if j > i && (toks[j].word == lex.w.nam || toks[j].word == lex.w.thang || toks[j].word == lex.w.quy) && j+1 < len(toks) && (toks[j+1].kind == numberToken || toks[j+1].word == lex.w.nay) {
			break // the word opens a time
		}
		if j > i && lex.opensPlace(toks, j) {
			break // the word opens the name of a place: "của huyện Đông Khê"
		}
		node = next
		lex.take(&it, node, j+1)
	}
	return it
}

// opensPlace reports whether a word for a kind of place stands at toks[j:], with
// a proper name behind it.
func (x *lexicon) opensPlace(toks []token, j int) bool {
	_, n := x.longest(toks, j, false, func(e entry) bool { return e.class == cPlace })
	if n == 0 || j+n >= len(toks) {
		return false
	}
	next := &toks[j+n]
	return next.kind == wordToken && next.upper && properEnd(toks, j+n) > j+n
}

// take gives the item the roles of the phrase that ends at a node.
func (x *lexicon) take(it *item, node int32, to int) {
	var roles uint64
	var names []entry
	for _, e := range x.entries[node] {
		if e.class > cName {
			continue
		}
		if e.class == cName && it.lowers {
			continue
		}
		roles |= 1 << e.class
		if e.class == cName {
			names = append(names, e)
		}
	}
	if roles == 0 {
		return
	}
	it.roles, it.names, it.to = roles, names, to
}

// codeAt returns the length of a document number, route or phone number at i:
// "06-NQ/TU", "345/QĐ-UBND", "38B", "COVID-19".
func codeAt(toks []token, i int) int {
	t := &toks[i]
	if t.kind == wordToken {
		if i+2 < len(toks) && toks[i+1].word == "-" && toks[i+1].glued && toks[i+2].kind == numberToken && toks[i+2].glued && len(toks[i+2].word) <= 3 && t.upper {
			return 3
		}
		return 0
	}
	if t.kind != numberToken || i+1 >= len(toks) || !toks[i+1].glued {
		return 0
	}
	if toks[i+1].kind == wordToken && toks[i+1].upper && toks[i+1].end-toks[i+1].start == 1 && toks[i+1].word != "đ" {
		return 2
	}
	j := i
	letters := false
	for j+2 < len(toks) && j-i < 12 && toks[j+1].glued && toks[j+2].glued && (toks[j+1].word == "/" || toks[j+1].word == "-" || toks[j+1].word == "&") {
		letters = letters || toks[j+2].kind == wordToken && toks[j+2].upper
		j += 2
	}
	if !letters {
		return 0
	}
	return j + 1 - i
}
