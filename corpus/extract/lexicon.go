package extract

import (
	"slices"
	"strings"

	"thiduabot/corpus"
)

// class is what a phrase does in a sentence.
type class uint8

const (
	noClass   class = iota
	cUp             // tăng
	cDown           // giảm
	cLevel          // đạt, là, còn, xuống còn
	cAccrued        // lũy kế, cộng dồn
	cEqual          // bằng
	cExceed         // vượt
	cDone           // hoàn thành
	cShare          // chiếm
	cContrib        // đóng góp
	cDrag           // làm giảm: a negative contribution
	cTimes          // gấp
	cEst            // ước, dự kiến
	cTarget         // phấn đấu, mục tiêu
	cPlan           // dự toán, kế hoạch
	cGiven          // tỉnh giao, đề ra: who set the plan
	cBasis          // so với, so
	cSame           // cùng kỳ
	cAvg            // bình quân
	cEach           // lần lượt, tương ứng
	cAnd            // và, với
	cConn           // trong đó, riêng
	cAdverb         // mạnh, nhẹ, khá
	cAux            // đã, đều, cũng
	cApprox         // trên, hơn, gần
	cLow            // ít nhất, không dưới
	cHigh           // không quá, dưới
	cPostLow        // trở lên
	cPostHigh       // trở xuống
	cTotal          // trong tổng số
	cAll            // cả, toàn bộ
	cFrom           // từ
	cTo             // đến, lên
	cScope          // giá so sánh, giá hiện hành
	cHead           // nouns that open the name of a measure
	cSector         // branches of the economy: names of a chain
	cPerson         // persons and firms: their figures are not an area's
	cSpeed          // tốc độ tăng: the figure is a growth
	cRate           // tốc độ phát triển: 109,5 is a growth of 9,5 %
	cNoun           // set phrases whose words play no role of their own
	cEmpty          // words behind a name that leave it the same
	cFirm           // firms and persons, before a proper name
	cSaid           // what an official says is of the area
	cMakeUp         // cơ cấu: what follows are shares
	cCont           // trong đó: goes on with the sentence before
	cPrefix         // words that add nothing to a name
	cDeed           // verbs of work done with a counted object
	cEvent          // verbs of ceremony: no figure of theirs is an indicator
	cNoise          // words whose number is no figure: khóa, thứ, điện thoại
	cOf             // của
	cAt             // tại, ở, trên địa bàn
	cWhole          // toàn tỉnh, cả nước
	cCount          // counted nouns
	cRevise         // điều chỉnh
	cGoal           // mục tiêu, chỉ tiêu as nouns
	cFor            // cho, với before a counted object
	cExcept         // nếu trừ, không kể: the figure covers less
	cName           // name of an indicator

	// Classes below are looked up where they are needed and are no roles of an
	// item.
	cUnit   // units of measure
	cScale  // nghìn, triệu, tỷ
	cNumber // number words
	cOffice // UBND, Thành ủy
	cPlace  // huyện, xã: kinds of places
	cArea   // name of an area
)

// An entry is a phrase of the lexicon. One phrase may play several roles; the
// grammar asks for the one that fits.
type entry struct {
	class class
	ref   int32  // indicator or area number
	text  string // what it stands for: canonical unit, level of a place
}

// lexicon is a trie over word numbers. It is read-only once built.
type lexicon struct {
	spell   func(string) string
	ids     map[string]int32
	edges   map[uint64]int32
	entries [][]entry // by node
	bare    bool      // being filled for text without marks
	w       words
}

func newLexicon(spell func(string) string) *lexicon {
	return &lexicon{spell: spell, ids: map[string]int32{}, edges: map[uint64]int32{}, entries: make([][]entry, 1), w: wordsFor(spell)}
}

// wordsOf splits a phrase into spelled words, signs left out.
func (x *lexicon) wordsOf(phrase string) []string { return x.split(phrase, false) }

func (x *lexicon) split(phrase string, commas bool) []string {
	l := lexer{lex: x, text: phrase}
	var words []string
	for _, t := range l.tokens(nil, 0, len(phrase)) {
		if t.kind != signToken || t.word == "%" || t.word == "‰" || commas && t.word == "," {
			words = append(words, t.word)
		}
	}
	return words
}

func (x *lexicon) intern(w string) int32 {
	id, ok := x.ids[w]
	if !ok {
		id = int32(len(x.ids) + 1)
		x.ids[w] = id
	}
	return id
}

// add enters a phrase.
func (x *lexicon) add(phrase string, e entry) {
	words := x.split(phrase, e.class == cCount)
	if len(words) == 0 {
		return
	}
	node := int32(0)
	for _, w := range words {
		key := uint64(node)<<32 | uint64(x.intern(w))
		next, ok := x.edges[key]
		if !ok {
			next = int32(len(x.entries))
			x.entries = append(x.entries, nil)
			x.edges[key] = next
		}
		node = next
	}
	for _, have := range x.entries[node] {
		if have == e {
			return
		}
	}
	x.entries[node] = append(x.entries[node], e)
}

func (x *lexicon) addAll(c class, list string) {
	for _, phrase := range strings.Split(list, "|") {
		phrase, text, ok := strings.Cut(strings.TrimSpace(phrase), "=")
		if x.bare && !strings.Contains(phrase, " ") && (c == cEvent || c == cFirm || c == cSaid || phrase == "cỡ" || phrase == "tầm") {
			continue // without its marks the word is another one
		}
		if !ok {
			text = phrase
		}
		x.add(phrase, entry{class: c, text: text})
	}
}

// step follows one token from a node; ok is false where no phrase goes on.
func (x *lexicon) step(node int32, t *token) (int32, bool) {
	if t.id == 0 {
		return 0, false
	}
	next, ok := x.edges[uint64(node)<<32|uint64(t.id)]
	return next, ok
}

// longest returns the longest phrase at toks[i:] that plays a role accepted by
// ok, and its length in tokens; 0 if there is none. With skip, commas and
// hyphens inside the phrase do not count.
func (x *lexicon) longest(toks []token, i int, skip bool, ok func(entry) bool) (found entry, n int) {
	node := int32(0)
	for j := i; j < len(toks) && j-i < maxPhrase; j++ {
		t := &toks[j]
		next, on := x.step(node, t)
		if !on {
			if skip && j > i && t.kind == signToken && (t.word == "," || t.word == "-" || t.word == `"`) {
				continue
			}
			return found, n
		}
		node = next
		for _, e := range x.entries[node] {
			if ok(e) {
				found, n = e, j-i+1
				break
			}
		}
	}
	return found, n
}

// maxPhrase bounds the tokens of one phrase, so that matching stays linear.
const maxPhrase = 40

// is reports whether the single token plays the role c.
func (x *lexicon) is(t *token, c class) bool {
	node, ok := x.step(0, t)
	if !ok {
		return false
	}
	for _, e := range x.entries[node] {
		if e.class == c {
			return true
		}
	}
	return false
}

// measured tells what a name measures: growthText where its figures are
// changes, rateText where 109,5 is a growth of 9,5 %.
func (x *lexicon) measured(name string) string {
	words := x.wordsOf(name)
	for _, m := range [...]struct{ opening, text string }{
		{"tốc độ phát triển", rateText}, {"tốc độ tăng", growthText}, {"tăng trưởng", growthText},
		{"mức tăng", growthText}, {"tỷ lệ tăng trưởng", growthText}, {"nhịp độ tăng", growthText}, {"tăng", growthText},
	} {
		opening := x.wordsOf(m.opening)
		if len(words) > len(opening) && slices.Equal(words[:len(opening)], opening) {
			return m.text
		}
	}
	if growing := x.wordsOf("tăng trưởng"); len(words) > 2 && slices.Equal(words[len(words)-2:], growing) {
		return growthText // "kinh tế tăng trưởng"
	}
	return ""
}

const (
	growthText = "growth"
	rateText   = "rate"
)

// build fills the lexicon with the language's own words and the names of
// indicators, of which the first own ones are the catalogue's, and of areas. A usual
// name that goes on where one of the catalogue ends is left to the catalogue.
func (x *lexicon) build(indicators []corpus.Indicator, own int, areas []corpus.Area) {
	x.bare = x.spell("đ") == "d"
	for class, list := range vocabulary {
		x.addAll(class, list)
	}
	for _, phrase := range strings.Split(deeds+"|"+gifts, "|") {
		if !x.bare || strings.Contains(phrase, " ") { // "do" and "mo" are other words as well
			x.addAll(cDeed, phrase)
		}
	}
	x.addAll(cEvent, gifts)
	x.bare = false
	x.addUnits()
	for i, ind := range indicators {
		for _, name := range append([]string{ind.Name}, ind.Aliases...) {
			if i < own || !x.begins(name, own) {
				x.add(name, entry{class: cName, ref: int32(i), text: x.measured(name)})
			}
		}
	}
	x.addAreas(areas)
}

// begins reports whether a name begins with one of the first own indicators.
func (x *lexicon) begins(name string, own int) bool {
	node := int32(0)
	for _, w := range x.wordsOf(name) {
		next, ok := x.edges[uint64(node)<<32|uint64(x.ids[w])]
		if !ok {
			return false
		}
		node = next
		for _, e := range x.entries[node] {
			if e.class == cName && int(e.ref) < own {
				return true
			}
		}
	}
	return false
}
