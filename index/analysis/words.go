package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// Word is a word or number of a text: a syllable, "3.426,5", "14h30". A
// compound such as "06-NQ/TU" or "12/13" comes as its parts, and once more as a
// whole after them.
type Word struct {
	Start, End int    // bytes of the text
	Marked     string // in lower case and normal form
	Folded     string // viet.SearchKey of it
	Whole      bool   // a compound whose parts came before
}

// Reader splits texts into words. It remembers the words it met, so that a text
// costs no allocation for those; it is not safe for concurrent use.
type Reader struct {
	known  map[string]forms
	counts map[string]uint8 // of the text at hand; see sets
}

type forms struct{ marked, folded string }

// maxKnown bounds the memory of a Reader: a language has far fewer words, a
// stream of numbers has not.
const maxKnown = 1 << 16

// maxWord is the longest word in bytes; what is longer is cut, and no word of a
// language is.
const maxWord = 64

// Words calls yield for each word of a text, in order, until it returns false.
func (r *Reader) Words(text string, yield func(Word) bool) { r.WordsLike(text, nil, yield) }

// WordsLike is Words, but that words which begin like none of those looked for
// come with their place alone.
func (r *Reader) WordsLike(text string, like *Starts, yield func(Word) bool) {
	for i := 0; i < len(text); {
		from, to, joined := nextRun(text, i)
		if from == to {
			return
		}
		i = to
		if joined {
			if !r.run(text, from, to, like, yield) {
				return
			}
		} else if !yield(r.word(text, from, to, like, false)) {
			return
		}
	}
}

// run yields the parts of text[from:to], and the whole if it is a compound with
// a figure in it or of capitals ("KT-XH").
func (r *Reader) run(text string, from, to int, like *Starts, yield func(Word) bool) bool {
	parts, figure, capitals := 0, false, true
	for i := from; i < to; {
		j := nextPart(text, i, to)
		if !yield(r.word(text, i, j, like, false)) {
			return false
		}
		parts++
		figure = figure || isDigit(text[i])
		capitals = capitals && unicode.IsUpper(firstRune(text[i:]))
		for i = j; i < to && isJoiner(text[i]); i++ {
		}
	}
	if parts > 1 && (figure || capitals) {
		return yield(r.word(text, from, to, like, true))
	}
	return true
}

func (r *Reader) word(text string, from, to int, like *Starts, whole bool) Word {
	raw := text[from:min(to, from+maxWord)]
	if like != nil && !like.may(raw) {
		return Word{Start: from, End: to, Whole: whole}
	}
	f, ok := r.known[raw]
	if !ok {
		f.marked = strings.Clone(viet.Normalize(strings.ToLower(raw)))
		f.folded = viet.SearchKey(f.marked)
		if r.known == nil || len(r.known) >= maxKnown {
			r.known = make(map[string]forms, 4096)
		}
		r.known[strings.Clone(raw)] = f
	}
	return Word{Start: from, End: to, Marked: f.marked, Folded: f.folded, Whole: whole}
}

// nextRun returns the next run of letters and digits with single joiners
// between them, and whether there are any.
func nextRun(s string, i int) (from, to int, joined bool) {
	for i < len(s) {
		if n := wordChar(s[i:]); n > 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	from = i
	for i < len(s) {
		if n := wordChar(s[i:]); n > 0 {
			i += n
			continue
		}
		if isJoiner(s[i]) && i > from && i+1 < len(s) && wordChar(s[i+1:]) > 0 {
			i++
			joined = true
			continue
		}
		break
	}
	return from, i, joined
}

// nextPart returns the end of the part that begins at i. Points and commas
// between digits belong to a number; other joiners part.
func nextPart(s string, i, to int) int {
	for i < to {
		n := wordChar(s[i:to])
		if n == 0 {
			if (s[i] == '.' || s[i] == ',') && i > 0 && isDigit(s[i-1]) && i+1 < to && isDigit(s[i+1]) {
				n = 1
			} else {
				return i
			}
		}
		i += n
	}
	return i
}

// wordChar returns the length of the letter, digit or mark that s begins with,
// 0 if it begins with something else.
func wordChar(s string) int {
	if len(s) == 0 {
		return 0
	}
	if c := s[0]; c < utf8.RuneSelf {
		return int(asciiWord[c])
	}
	r, n := utf8.DecodeRuneInString(s)
	if r >= 0x1EA0 && r <= 0x1EF9 || r >= 0xE0 && r <= 0x1B0 && r != '÷' {
		return n // the letters of Vietnamese, and few others
	}
	if r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)) {
		return n
	}
	return 0
}

// asciiWord is 1 for the letters and digits of ASCII.
var asciiWord = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		if b := byte(c); isDigit(b) || 'a' <= b|0x20 && b|0x20 <= 'z' {
			t[c] = 1
		}
	}
	return t
}()

func isJoiner(c byte) bool {
	switch c {
	case '-', '/', '&', '.', ',', ':', '_', '\'':
		return true
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
