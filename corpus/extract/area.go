package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// country is the area of national figures.
const country = "Việt Nam"

// addAreas enters the names and aliases of the areas.
func (x *lexicon) addAreas(areas []corpus.Area) {
	for i, a := range areas {
		x.add(a.Name, entry{class: cArea, ref: int32(i)})
		for _, alias := range a.Aliases {
			x.add(alias, entry{class: cArea, ref: int32(i)})
		}
	}
}

// placeAt reads the name of a place at toks[i:]: one of the table, or a kind of
// place with a proper name.
func (x *Extractor) placeAt(lex *lexicon, text string, toks []token, i int) (string, int) {
	t := &toks[i]
	if t.kind != wordToken {
		return "", 0
	}
	e, n := lex.longest(toks, i, false, func(e entry) bool { return e.class == cArea })
	kind, k := lex.longest(toks, i, false, func(e entry) bool { return e.class == cPlace })
	if k > 0 {
		m := i + k
		if t.word == "tp" && wordIs(toks, m, ".") {
			m++
		}
		m = pastQuality(toks, m)
		if end := beforePerson(toks, i, m, properEnd(toks, m)); end > m && end-i > n && !(kind.text == "Bản" && end < m+2) {
			return x.named(kind.text + " " + properCased(spelledOut(text, toks[m:end]))), end - i
		}
	}
	if n == 0 || !t.upper && k == 0 || n == 1 && !t.upper {
		return "", 0
	}
	if end := properEnd(toks, i+n); end > i+n && k == 0 && toks[i+n-1].upper {
		return "", 0 // a longer proper name
	}
	return x.areas[e.ref].Name, n
}

// qualities stand between the kind of a place and its name: "xã vùng cao Nậm Sỏi", folded.
var qualities = map[string]bool{"vung cao": true, "mien nui": true, "bien gioi": true, "ven bien": true, "vung sau": true, "bai ngang": true, "dac biet kho khan": true, "kho khan": true, "vung bien": true, "hai dao": true, "ngheo": true, "dao": true, "vung xa": true}

// pastQuality returns the token behind words of that sort at toks[i:], i if there are none
// or no name follows.
func pastQuality(toks []token, i int) int {
	words := ""
	for j := i; j < len(toks) && j < i+5 && toks[j].kind == wordToken && !toks[j].upper; j++ {
		words = strings.TrimSpace(words + " " + viet.Fold(toks[j].word))
		if qualities[words] && j+1 < len(toks) && toks[j+1].upper {
			return j + 1
		}
	}
	return i
}

// properEnd returns the end of the proper name at i: capitalized words, or a
// number ("phường 5").
func properEnd(toks []token, i int) int {
	j := i
	for j < len(toks) && j-i < 5 && toks[j].kind == wordToken && toks[j].upper && (j == i || adjacent(toks, j)) && !opensTime(toks, j) {
		j++
	}
	if j == i && j < len(toks) && toks[j].kind == numberToken && len(toks[j].word) < 3 && !wordIs(toks, j+1, "%") {
		return j
	}
	return j
}

// opensTime reports whether "Năm 2024" stands at toks[j:]: a sentence that begins
// right behind the name of a place.
func opensTime(toks []token, j int) bool {
	switch toks[j].word {
	case "năm", "nam", "tháng", "thang", "quý", "quy":
		return j+1 < len(toks) && toks[j+1].kind == numberToken && len(toks[j+1].word) != 1
	}
	return false
}

func adjacent(toks []token, j int) bool { return toks[j].start-toks[j-1].end <= 3 }

// spelledOut returns the words as printed, in NFC and with single spaces.
func spelledOut(text string, toks []token) string {
	if len(toks) == 0 {
		return ""
	}
	return viet.Normalize(text[toks[0].start:toks[len(toks)-1].end])
}

// properCased returns a name printed in capitals with capitals at the head of its
// words only.
func properCased(name string) string {
	if len([]rune(name)) < 3 || name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = viet.Capital(w)
	}
	return strings.Join(words, " ")
}

// named returns the name of the table for a printed place, or the place as
// printed.
func (x *Extractor) named(printed string) string {
	if name, ok := x.areaNames[viet.Fold(printed)]; ok {
		return name
	}
	return printed
}

// levelOf returns the kind of a place by the beginning of its name.
func levelOf(area string) string {
	for _, kind := range [...]string{"Tỉnh", "Thành phố", "Thị xã", "Huyện", "Quận", "Phường", "Xã", "Thị trấn", "Thôn", "Bản", "Ấp", "Khóm", "Buôn", "Làng", "Xóm", "Khu phố", "Tổ dân phố"} {
		if strings.HasPrefix(area, kind+" ") {
			return kind
		}
	}
	return ""
}
