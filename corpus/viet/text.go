package viet

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Normalize brings text to the one form that everything else compares: NFC,
// look-alike letters and signs mapped, tone marks placed the old way, spaces
// single.
func Normalize(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// Fold lower-cases text and takes all marks away, đ included. Fold(Fold(s)) ==
// Fold(s), and NFC and NFD forms of a text fold alike.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
			b.WriteByte('d')
		case r >= 0x300 && r <= 0x36f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Decode turns raw Telex or VNI keystrokes into letters where the whole message
// speaks for it; ok reports whether anything was decoded.
func Decode(s string) (text string, ok bool) { return s, false }

// Restore puts marks back on text typed without them. Confidence is 0..1 for
// the weakest syllable restored; text that has marks comes back unchanged with
// confidence 1.
func Restore(s string) (text string, confidence float64) { return s, 1 }

// HasMarks reports whether any letter carries a Vietnamese mark.
func HasMarks(s string) bool { return Fold(s) != strings.ToLower(s) }

// Compare orders text as a Vietnamese dictionary does.
func Compare(a, b string) int { return strings.Compare(a, b) }
