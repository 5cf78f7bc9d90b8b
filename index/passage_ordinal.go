package index

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"thiduabot/corpus/viet"
)

// ordinal is a number that tells one of a row of meetings from the others: the
// third session, the 17th term, the 20th congress.
type ordinal struct {
	of string // "session", "term", "edition" or "place"
	n  int
}

// ordinalWords are the folded words for small ordinals; "thứ tư" is the fourth.
var ordinalWords = map[string]int{
	"nhat": 1, "nhi": 2, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "lam": 5,
	"sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
}

// ordinalsIn returns the ordinals that folded words name, in any notation: "kỳ
// họp thứ năm", "kỳ thứ 5", "khóa XVII", "lần thứ I".
func ordinalsIn(words []string) []ordinal {
	var out []ordinal
	for i, w := range words {
		if w != "thu" && w != "khoa" {
			continue
		}
		n, used := ordinalAt(words[i+1:])
		if used == 0 || w == "thu" && words[i+1] == "nam" && i+2 < len(words) && isYear(words[i+2]) {
			continue
		}
		out = append(out, ordinal{ordinalOf(words[:i], w), n})
	}
	return out
}

// ordinalOf tells by the words before it what an ordinal counts.
func ordinalOf(before []string, w string) string {
	if w == "khoa" {
		return "term"
	}
	last := before[max(0, len(before)-2):]
	switch {
	case slices.Contains(last, "ki"), slices.Contains(last, "hop"):
		return "session"
	case slices.Contains(last, "lan"):
		return "edition"
	}
	return "place"
}

// ordinalAt reads the number that folded words begin with, and tells how many of
// them it takes; 0 if they begin with none.
func ordinalAt(words []string) (n, used int) {
	if len(words) == 0 {
		return 0, 0
	}
	if n, err := strconv.Atoi(words[0]); err == nil && len(words[0]) < 4 {
		return n, 1
	}
	if n := romanNumber(words[0]); n > 0 {
		return n, 1
	}
	n, ok := ordinalWords[words[0]]
	if !ok {
		return 0, 0
	}
	used = 1
	if len(words) > 1 && words[1] == "muoi" && n > 1 && n < 10 {
		n, used = 10*n, 2
	}
	if len(words) > used && n%10 == 0 {
		if unit := ordinalWords[strings.Replace(words[used], "mot", "nhat", 1)]; unit > 0 && unit < 10 {
			n, used = n+unit, used+1
		}
	}
	return n, used
}

// romanNumber reads a Roman number up to 89; 0 if the word is none.
func romanNumber(s string) int {
	worth := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}
	n := 0
	for i := range len(s) {
		v := worth[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && worth[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

func isYear(s string) bool { return len(s) == 4 && year.MatchString(s) }

// agree reports whether texts speak of the ordinals asked for. Of each kind the
// first text that names any must name the one asked for.
func agree(asked []ordinal, texts ...string) bool {
	for _, o := range asked {
		named := false
		for _, t := range texts {
			same := slices.DeleteFunc(ordinalsIn(strings.Fields(t)), func(x ordinal) bool { return x.of != o.of })
			if named = len(same) > 0; !named {
				continue
			}
			if !slices.Contains(same, o) {
				return false
			}
			break
		}
		if !named {
			return false
		}
	}
	return true
}

// spelled returns the folded words of a text with its abbreviations spelled out,
// parted by single spaces, and with one at either end: "HĐND TP" and "hội đồng
// nhân dân thành phố" are one.
func spelled(s string) string { return foldedWords(viet.ExpandAll(s)) }

// spelledProse does the same for the prose of articles, whose abbreviations are
// written in capitals.
func spelledProse(s string) string {
	last := false
	for _, r := range s {
		upper := unicode.IsUpper(r)
		if upper && last {
			return spelled(s)
		}
		last = upper
	}
	return foldedWords(s)
}

// withoutOrdinals drops the ordinals and the words before them from folded words:
// they are compared by agree, whatever their notation.
func withoutOrdinals(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if words[i] == "thu" || words[i] == "khoa" {
			if _, used := ordinalAt(words[i+1:]); used > 0 {
				i += used
				continue
			}
		}
		out = append(out, words[i])
	}
	return out
}
