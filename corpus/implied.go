package corpus

import (
	"strings"
	"unicode"

	"thiduabot/corpus/viet"
)

// ImpliedArea returns an entry for a place that records speak of and the table
// of areas lacks: its level from the word that its name begins with, and the
// name without that word as an alias, where that has two syllables or more.
func ImpliedArea(name string) Area {
	a := Area{Name: name, Level: levelOf(name)}
	for _, w := range areaWords {
		short, ok := cutWord(name, w.word)
		if ok && strings.Contains(short, " ") {
			a.Aliases = []string{short}
		}
	}
	return a
}

// cutWord takes a word, given in lower case with its space, off the front of s.
func cutWord(s, word string) (string, bool) {
	if len(s) <= len(word) || !strings.EqualFold(s[:len(word)], word) {
		return s, false
	}
	return strings.TrimSpace(s[len(word):]), true
}

// ImpliedID returns the identifier of a measured thing that the catalogue lacks,
// made of its name as printed: the same for names that differ in case, marks of
// the other style or spaces only. It is empty for a name that says too little to
// be asked for: one word, or no letters.
func ImpliedID(name string) string {
	words := strings.FieldsFunc(viet.SearchKey(viet.Normalize(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(words) < 2 || len(words) > 20 {
		return ""
	}
	return strings.Join(words, "-")
}
