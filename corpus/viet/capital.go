package viet

import (
	"unicode"
	"unicode/utf8"
)

// Capital returns s with a capital first letter.
func Capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// Uncapital returns s with a small first letter, unless an abbreviation begins
// with it: "UBND huyện", "I".
func Uncapital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if first == utf8.RuneError || n == len(s) || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
