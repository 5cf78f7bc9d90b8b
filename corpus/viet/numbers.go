package viet

// Numbers returns every numeral of the text, in order: figures, number words
// with their scale words, and Roman numerals where an ordinal stands ("khóa
// XII"). In a text without marks a lone word that is more often something else
// ("sau", "nam") counts only before a unit.
func Numbers(s string) []Numeral {
	sc := NewScanner(s)
	out := []Numeral{}
	for i := 0; i < len(sc.toks); {
		n, j := sc.numberHere(i)
		if j == i {
			i++
			continue
		}
		if sc.Is(i, "-") && n.value >= 0 {
			i++
		}
		text, start, end := sc.Text(i, j)
		out = append(out, Numeral{text, start, end, n.value})
		i = j
	}
	return out
}

// numberHere reads a numeral at i unless the context says it is none.
func (sc *Scanner) numberHere(i int) (numeral, int) {
	if v, j := sc.romanHere(i); j > i {
		return numeral{value: float64(v), scale: 1}, j
	}
	if sc.toks[i].kind == scanDigits && !sc.figureStands(i) {
		return numeral{}, i
	}
	if v, j := sc.fraction(i); j > i {
		return numeral{value: v, scale: 1, words: true}, j
	}
	if sc.fourthHere(i) {
		return numeral{value: 4, scale: 1, words: true}, i + 1
	}
	n, j := sc.number(i)
	if j == i || n.words && !sc.wordsStand(i, j, n) {
		return numeral{}, i
	}
	return n, j
}

// fourthHere reports whether "tư" at i is the fourth of an order: "thứ tư", "quý
// tư". Without its mark it may be "từ" or "tự".
func (sc *Scanner) fourthHere(i int) bool {
	return sc.Is(i, "tư") && !(sc.loose && sc.toks[i].bare) && sc.Is(i-1, "thứ", "quý", "tháng", "hạng") && !sc.fresh(i)
}

// figureStands refuses digits that belong to a name: km2, F0, CO2.
func (sc *Scanner) figureStands(i int) bool {
	if !sc.toks[i].glued || i == 0 || sc.toks[i-1].kind != scanWord {
		return true
	}
	t := &sc.toks[i-1]
	if !t.bare || len(t.fold) >= 3 && t.fold != "covid" && !t.upper {
		return true
	}
	return sc.Is(i-1, "h", "g", "t", "q", "tr", "k", "quý", "đ", "p", "tỷ", "tháng")
}

// fraction reads "hai phần ba", "một phần tư", "3 phần 4".
func (sc *Scanner) fraction(i int) (float64, int) {
	a, j := sc.smallNumber(i)
	if j == i || !sc.Is(j, "phần") || sc.Is(j+1, "trăm", "nghìn", "ngàn", "triệu", "tỷ", "vạn") {
		return 0, i
	}
	b, k := sc.smallNumber(j + 1)
	if t, ok := sc.tailWord(j + 1); ok {
		b, k = t, j+2
	}
	if k == j+1 || b < 2 || b > 100 || a > b {
		return 0, i
	}
	return tidy(float64(a) / float64(b)), k
}

// smallNumber reads an integer below a thousand in plain figures or words.
func (sc *Scanner) smallNumber(i int) (int, int) {
	if i < 0 || i >= len(sc.toks) {
		return 0, i
	}
	if v, n, ok := sc.Digits(i); ok {
		if n > 3 {
			return 0, i
		}
		return v, i + 1
	}
	v, j, _ := sc.belowThousand(i)
	return v, j
}

// wordsStand reports whether words that read as a number are meant as one.
func (sc *Scanner) wordsStand(i, j int, n numeral) bool {
	if j-i > 1 {
		return sc.phraseStands(i, j)
	}
	switch {
	case sc.Is(i, "năm") && (!sc.loose || !sc.toks[i].bare):
		return !sc.yearWord(i)
	case sc.Is(i, "một") && sc.notOne(i+1):
		return false
	case sc.Is(i, "không"):
		return false
	}
	if !sc.loose || !sc.toks[i].bare {
		return !sc.plainWord(i)
	}
	return sc.looseStands(i, j)
}

// notOne reports whether the word after "một" makes it "some", "a bit".
func (sc *Scanner) notOne(i int) bool {
	switch f := sc.foldAt(i); f {
	case "so", "vai", "it", "chut", "cach", "muc", "long", "phan", "loat", "cua":
		return f != "phan" || !sc.numeric(i+1) && !sc.Is(i+1, "tư", "trăm", "nghìn")
	}
	return false
}

// plainWord reports whether a marked digit word is another word: "ba mẹ", "chín
// muồi", "bảy" never.
func (sc *Scanner) plainWord(i int) bool {
	next := sc.foldAt(i + 1)
	switch {
	case sc.Is(i, "ba"):
		return next == "me" || next == "dinh" || sc.toks[i].upper && !sc.toks[i].fresh && i > 0
	case sc.Is(i, "chín"):
		return next == "muoi"
	}
	return false
}

// looseStands is for a lone digit word in a text without marks.
func (sc *Scanner) looseStands(i, j int) bool {
	if sc.Is(i-1, "thứ", "quý", "tháng", "mùng", "mồng", "lần", "khóa") {
		return true
	}
	name, k := sc.noun(j)
	if k > j && !riskyNoun[name] {
		return !sc.Is(i, "năm") || !sc.Is(i-1, "đầu", "cuối", "giữa", "trong", "mỗi", "hàng")
	}
	return sc.Is(i, "hai", "bốn", "tám", "một") && (sc.fresh(j) || sc.foldAt(i) == "hai")
}

// riskyNoun are units too short to vouch for a digit word beside them.
var riskyNoun = map[string]bool{"m": true, "%": false, "năm": true}

// phraseStands refuses a phrase of a text without marks that only looks like a
// number: "sau tram" and the like.
func (sc *Scanner) phraseStands(i, j int) bool {
	if !sc.loose || !sc.toks[i].bare {
		return true
	}
	return !sc.Is(i, "sau", "năm") || j-i > 2 || sc.scaleWord(i+1, false) >= 100 || sc.Is(i+1, "mươi", "trăm", "phẩy")
}

// Small reads a whole number below a thousand in plain figures or words.
func (sc *Scanner) Small(i int) (int, int) { return sc.smallNumber(i) }
