package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// word is one token of a text: a syllable, a number, or a sign that carries
// meaning (%). Start and End are byte offsets.
type word struct {
	text       string // lower case, i and y made equal
	fold       string // without marks
	start, end int
	parted     bool // a semicolon, or the end of a sentence or line, stands before it
}

// bare reports whether the word carries no mark.
func (w word) bare() bool { return w.text == w.fold }

// number reports whether the word begins with a digit.
func (w word) number() bool { return w.text[0] >= '0' && w.text[0] <= '9' }

// maxWords bounds the work on one text; what lies beyond is not read.
const maxWords = 400

// split cuts normalized text into words.
func split(s string) []word {
	var words []word
	parted := false
	for i := 0; i < len(s) && len(words) < maxWords; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := wordEnd(s, i)
			w := newWord(s[i:end], i)
			w.parted, parted = parted, false
			words = append(words, w)
			i = end
		case r == '%' || r == '‰':
			words = append(words, word{text: "%", fold: "%", start: i, end: i + n})
			i += n
		default:
			parted = parted || r == ';' || r == '?' || r == '!' || r == '\n'
			i += n
		}
	}
	return words
}

func newWord(s string, start int) word {
	text := evenY(strings.ToLower(s))
	return word{text: text, fold: viet.Fold(text), start: start, end: start + len(s)}
}

// wordEnd returns the end of the word at i: letters and digits, and a sign
// between two digits (3.426,5 and 12/13 are one word).
func wordEnd(s string, i int) int {
	digit := false
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			digit = unicode.IsDigit(r)
		case digit && strings.ContainsRune(".,/", r) && i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9':
			digit = false
		default:
			return i
		}
		i += n
	}
	return i
}

var yToI = map[rune]rune{'y': 'i', 'ý': 'í', 'ỳ': 'ì', 'ỷ': 'ỉ', 'ỹ': 'ĩ', 'ỵ': 'ị'}

// evenY writes i for a final y after h, k, l, m, s, t, v or qu, where both
// spellings are in use (kỹ and kĩ, tỷ and tỉ).
func evenY(s string) string {
	last, n := utf8.DecodeLastRuneInString(s)
	i, ok := yToI[last]
	if !ok {
		return s
	}
	switch onset := s[:len(s)-n]; onset {
	case "h", "k", "l", "m", "s", "t", "v", "qu":
		return onset + string(i)
	}
	return s
}

// Fold returns the words of a text as the vocabulary compares them: folded, i
// and y made equal.
func Fold(s string) []string {
	var out []string
	for _, w := range split(viet.Normalize(s)) {
		out = append(out, w.fold)
	}
	return out
}

// Marked returns the words of a text in small letters with their marks, i and y
// made equal.
func Marked(s string) []string {
	var out []string
	for _, w := range split(viet.Normalize(s)) {
		out = append(out, w.text)
	}
	return out
}
