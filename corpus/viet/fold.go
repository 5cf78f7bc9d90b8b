package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldRune returns the ASCII form of a character: itself for ASCII in lower
// case, -1 for a mark to drop, 0 for one that needs the slow way.
func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= 0x300 && r <= 0x36F:
		return -1
	case r == 'ð' || r == 'Ð' || r == 0x189:
		return 'd'
	}
	return rune(letterOf(r).base)
}

// Fold lower-cases text and takes all marks away, đ included. Fold(Fold(s)) ==
// Fold(s), and NFC and NFD forms of a text fold alike. Text that is folded
// already comes back without an allocation.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	out := make([]byte, i, len(s))
	copy(out, s)
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch f := foldRune(r); {
		case f > 0 || r == 0:
			out = append(out, byte(f))
		case f == 0 && caseless(r):
			out = append(out, s[i:i+size]...)
		case f == 0:
			return foldSlow(s)
		}
		i += size
	}
	return string(out)
}

// caseless reports whether a character outside the table folds to itself: the
// common signs of punctuation and money.
func caseless(r rune) bool {
	return r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205E || r >= 0x20A0 && r <= 0x20C0 ||
		r == '°' || r == '²' || r == '³' || r == '½' || r == '·' || r == '×' || r == '«' || r == '»'
}

// foldSlow folds text of any script.
func foldSlow(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		r = unicode.ToLower(r)
		switch f := foldRune(r); {
		case f > 0 || r == 0:
			b.WriteRune(f)
		case f == 0 && !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// Mapped is text made from another text, with the way back.
type Mapped struct {
	Text   string
	source int     // length of the source in bytes
	start  []int32 // source offset of each byte of Text; nil: the same offsets
	end    []int32
}

// Span turns a span of bytes of Text into the span of the source it came from.
// Offsets outside Text are clamped; an empty span stays empty.
func (m Mapped) Span(start, end int) (int, int) {
	start = min(max(start, 0), len(m.Text))
	end = min(max(end, start), len(m.Text))
	if m.start == nil {
		return start, end
	}
	if start == end {
		if start == len(m.Text) {
			return m.source, m.source
		}
		return int(m.start[start]), int(m.start[start])
	}
	return int(m.start[start]), int(m.end[end-1])
}

// push appends what came from source bytes [from, to).
func (m *Mapped) push(out []byte, r rune, from, to int) []byte {
	n := len(out)
	out = utf8.AppendRune(out, r)
	for range len(out) - n {
		m.start = append(m.start, int32(from))
		m.end = append(m.end, int32(to))
	}
	return out
}

// FoldMapped is Fold with the way back to the bytes of s.
func FoldMapped(s string) Mapped {
	m := Mapped{source: len(s)}
	if f := Fold(s); f == s {
		m.Text = s
		return m
	}
	var out []byte
	for i := 0; i < len(s); {
		n := nextSegment(s[i:])
		for _, r := range Fold(s[i : i+n]) {
			out = m.push(out, r, i, i+n)
		}
		i += n
	}
	m.Text = string(out)
	return m
}

// nextSegment returns the length of the first character with its marks.
func nextSegment(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r < 0x300 || r == utf8.RuneError || !unicode.Is(unicode.Mn, r) {
			break
		}
		n += size
	}
	return n
}

// SearchKey is Fold with the spellings unified that mean the same: i and y as
// the only vowel ("kỹ" and "kĩ", "tỷ" and "tỉ", "quý" and "quí", "công ty" and
// "công ti"). Both styles of placing tones have one key as it is.
func SearchKey(s string) string {
	s = Fold(s)
	if strings.IndexByte(s, 'y') < 0 {
		return s
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == 'y' && lonelyY(s, i) {
			if out == nil {
				out = []byte(s)
			}
			out[i] = 'i'
		}
	}
	if out == nil {
		return s
	}
	return string(out)
}

// lonelyY reports whether the y at i ends a syllable of h, k, l, m, s, t or qu.
func lonelyY(s string, i int) bool {
	if i == 0 || i+1 < len(s) && wordByte(s[i+1]) {
		return false
	}
	if s[i-1] == 'u' {
		return i >= 2 && s[i-2] == 'q' && (i == 2 || !wordByte(s[i-3]))
	}
	return strings.IndexByte("hklmst", s[i-1]) >= 0 && (i == 1 || !wordByte(s[i-2]))
}

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
