package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus/viet"
)

// A token is a word, a number in figures or a single sign. Start and end are
// byte offsets in the text as given; word is what the lexicon compares.
type token struct {
	start, end int
	kind       tokenKind
	word       string // normalized and lower case; without marks in a bare text
	id         int32  // number of the word in the lexicon, 0 if it is not there
	upper      bool   // begins with a capital letter
	glued      bool   // no space before it
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	signToken
)

// A lexer cuts one article into tokens. It remembers the words it has
// normalized, since an article repeats most of its words.
type lexer struct {
	lex  *lexicon
	text string
	seen map[string]spelled
}

type spelled struct {
	word string
	id   int32
}

func newLexer(lex *lexicon, text string) *lexer {
	return &lexer{lex: lex, text: text, seen: map[string]spelled{}}
}

// tokens appends the tokens of text[from:to] to dst.
func (l *lexer) tokens(dst []token, from, to int) []token {
	glued := false
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(l.text[i:to])
		switch {
		case isSpace(r):
			i, glued = i+size, false
			continue
		case isInvisible(r):
			i += size
			continue
		}
		t := l.next(i, to, r, size)
		t.glued = glued
		dst = append(dst, t)
		i, glued = t.end, true
	}
	return dst
}

func (l *lexer) next(i, to int, r rune, size int) token {
	switch {
	case isDigit(r):
		end := numberEnd(l.text[:to], i)
		return token{start: i, end: end, kind: numberToken, word: l.text[i:end], id: l.lex.ids[l.text[i:end]]}
	case isLetter(r):
		return l.wordAt(i, to, r)
	}
	t := token{start: i, end: i + size, kind: signToken, word: signOf(r, l.text[i:i+size])}
	t.id = l.lex.ids[t.word]
	return t
}

func (l *lexer) wordAt(i, to int, first rune) token {
	end := wordEnd(l.text[:to], i)
	raw := l.text[i:end]
	s, ok := l.seen[raw]
	if !ok {
		s.word = l.lex.spell(raw)
		s.id = l.lex.ids[s.word]
		if l.seen != nil {
			l.seen[raw] = s
		}
	}
	return token{start: i, end: end, word: s.word, id: s.id, upper: unicode.IsUpper(first)}
}

// wordEnd returns the end of the word at i: letters and marks, and digits that
// belong to it (km2, F0), but not a figure glued to a Vietnamese word
// ("tăng15%").
func wordEnd(s string, i int) int {
	marked, letters, j := false, 0, i
	for j < len(s) {
		r, size := utf8.DecodeRuneInString(s[j:])
		if isDigit(r) {
			break
		}
		if r == '&' && j > i && j+1 < len(s) && unicode.IsUpper(rune(s[j-1])) && unicode.IsUpper(firstRune(s[j+1:])) {
			j++ // "TK&VV"
			continue
		}
		if !isLetter(r) && !isMark(r) {
			return j
		}
		marked = marked || r >= 0x80
		letters++
		j += size
	}
	if marked || letters > 5 || j == len(s) {
		return j
	}
	k := j
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k-j > 2 || (k < len(s) && (s[k] == '.' || s[k] == ',' || s[k] == '%') && digitAfter(s, k)) || (k < len(s) && s[k] == '%') {
		return j
	}
	return k
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// numberEnd returns the end of the number at i: digits with "." and "," between
// digits, and groups of three parted by a no-break or thin space.
func numberEnd(s string, i int) int {
	j := i
	for j < len(s) {
		switch c := s[j]; {
		case c >= '0' && c <= '9':
			j++
		case (c == '.' || c == ',') && digitAfter(s, j):
			j++
		default:
			if n := groupGap(s, i, j); n > 0 {
				j += n
				continue
			}
			return j
		}
	}
	return j
}

// groupGap returns the length of a narrow space at j that parts groups of three
// digits of the number that began at i, or 0.
func groupGap(s string, i, j int) int {
	r, size := utf8.DecodeRuneInString(s[j:])
	if r != 0xA0 && r != 0x2009 && r != 0x202F || j-i > 3 && strings.ContainsAny(s[i:j], ".,") {
		return 0
	}
	k := j + size
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k-j-size != 3 {
		return 0
	}
	return size
}

func digitAfter(s string, i int) bool { return i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || r == '²' || r == '³'
}

func isMark(r rune) bool { return r >= 0x300 && r <= 0x36F }

func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r >= 0x80 && unicode.IsSpace(r)
}

func isInvisible(r rune) bool {
	return r == 0xAD || r == 0x200B || r == 0x200C || r == 0x200D || r == 0xFEFF || isMark(r)
}

// signOf maps look-alike signs to one.
func signOf(r rune, s string) string {
	switch r {
	case '–', '—', '−', '‐', '‑', '‒':
		return "-"
	case '“', '”', '"', '«', '»', '„', '‟':
		return `"`
	case '％':
		return "%"
	case '•', '●', '▪', '*', '·', '+':
		return "•"
	case '；':
		return ";"
	case '，':
		return ","
	case '₫':
		return "đồng"
	}
	return s
}

// spellMarked brings a word to the spelling under which the lexicon lists it:
// lower case, tone marks placed one way, y for a final i after h k l m s t.
func spellMarked(raw string) string {
	if isASCII(raw) {
		return finalY(strings.ToLower(raw))
	}
	return finalY(strings.ToLower(viet.Normalize(raw)))
}

func spellBare(raw string) string { return finalY(viet.Fold(raw)) }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

var yFor = map[string]string{"i": "y", "í": "ý", "ì": "ỳ", "ỉ": "ỷ", "ĩ": "ỹ", "ị": "ỵ"}

func finalY(w string) string {
	if len(w) < 2 || len(w) > 4 || strings.IndexByte("hklmst", w[0]) < 0 {
		return w
	}
	if y, ok := yFor[w[1:]]; ok {
		return w[:1] + y
	}
	return w
}
