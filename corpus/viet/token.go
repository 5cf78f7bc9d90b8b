package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number or a document number of a text. Start and End are
// byte offsets.
type Token struct {
	Text       string
	Start, End int
}

// joiners hold a token together between two of its characters: "3.426,5",
// "12/13", "06-NQ/TU", "GD&ĐT", "8:30".
const joiners = ".,/-&:_"

// Tokens cuts text into words and numbers, in order. A number keeps its signs
// ("3.426,5", "30-12-2021", "14h30"), a document number or compound
// abbreviation stays whole ("06-NQ/TU", "KT-XH"; see Parts), "%" and "‰" are
// tokens of their own, all other signs part tokens. Text should be normalized.
func Tokens(s string) []Token {
	var ts []Token
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '%' || r == '‰':
			ts = append(ts, Token{s[i : i+size], i, i + size})
			i += size
		case wordRune(r):
			end := tokenEnd(s, i)
			ts = append(ts, Token{s[i:end], i, end})
			i = end
		default:
			i += size
		}
	}
	return ts
}

// wordRune reports whether a character belongs to a word wherever it stands.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return wordByte(byte(r))
	}
	return r == '²' || r == '³' || r != utf8.RuneError && (letterOf(r).base != 0 || unicode.In(r, unicode.L, unicode.N, unicode.M))
}

func tokenEnd(s string, i int) int {
	start := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case wordRune(r):
			i += size
		case r < utf8.RuneSelf && strings.IndexByte(joiners, byte(r)) >= 0 && joins(s, start, i):
			i++
		default:
			return i
		}
	}
	return i
}

// joins reports whether the sign at i holds together what is around it.
func joins(s string, start, i int) bool {
	if i+1 >= len(s) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	before, _ := utf8.DecodeLastRuneInString(s[start:i])
	if !wordRune(after) {
		return false
	}
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch s[i] {
	case '.', ',', ':':
		return digits
	case '&', '_':
		return true
	}
	return digits || compound(s[start:i]) && compound(s[i+1:]) || s[i] == '/' && utf8.RuneCountInString(s[start:i]) == 1 && oneLetter(s[i+1:])
}

// oneLetter reports whether s begins with a word of one letter, as the second
// half of "v/v" and "đ/c".
func oneLetter(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return n == len(s) || !wordRune(next) && !strings.ContainsRune("/-", next)
}

// compound reports whether a side of a hyphen or slash looks like a part of a
// document number or an abbreviation rather than a word: its first or last run
// is digits, or capitals without lower case.
func compound(side string) bool {
	end := strings.IndexFunc(side, func(r rune) bool { return !wordRune(r) && !strings.ContainsRune(joiners, r) })
	if end >= 0 {
		side = side[:end]
	}
	upper, lower, digit := 0, 0, 0
	for _, r := range side {
		switch {
		case unicode.IsDigit(r):
			digit++
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return digit > 0 || upper > lower
}

// Parts returns the pieces between the signs of a compound token: "06-NQ/TU" is
// 06, NQ, TU. A plain word, and a number with grouping or decimals, has none.
func Parts(token string) []string {
	if !strings.ContainsAny(token, "/-&_") {
		return nil
	}
	parts := strings.FieldsFunc(token, func(r rune) bool { return strings.ContainsRune("/-&_", r) })
	if len(parts) < 2 {
		return nil
	}
	return parts
}
