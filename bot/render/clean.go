package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns s in NFC without what a reader cannot see but is misled by:
// invalid bytes, control characters other than the line feed, and characters
// that turn or hide text (bidirectional controls, zero-width signs, tags). At
// most four marks are left on one letter.
func Clean(s string) string {
	var b strings.Builder
	marks := 0
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		s = s[n:]
		if r == utf8.RuneError && n == 1 {
			continue
		}
		if r == '\t' || r == '\u2028' || r == '\u2029' || r == '\u0085' {
			r = ' '
		}
		if unicode.Is(unicode.Mn, r) {
			marks++
		} else {
			marks = 0
		}
		if hidden(r) || marks > 4 {
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// Line is Clean on one line: line feeds and runs of spaces become one space.
func Line(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

func hidden(r rune) bool {
	switch {
	case r == '\n' || r == '\u200d': // the joiner holds emoji together
		return false
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r), unicode.Is(unicode.Cs, r):
		return true
	}
	return r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\ufffc'
}

// Units returns the length of s in UTF-16 units.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// Cut returns the longest beginning of s that has at most limit UTF-16 units
// and ends at a good place (line feed, then space, then anywhere but within a
// letter with its marks or a composed emoji), and the rest without the blank
// it was cut at. A limit too small for one letter gives that letter whole.
func Cut(s string, limit int) (head, rest string) {
	if Units(s) <= limit {
		return s, ""
	}
	hard := hardCut(s, limit)
	head = s[:hard]
	if i := strings.LastIndexByte(head, '\n'); i > hard/2 {
		return s[:i], s[i+1:]
	}
	if i := strings.LastIndexByte(head, ' '); i > hard/2 {
		return s[:i], s[i+1:]
	}
	return head, s[hard:]
}

// hardCut returns the last byte offset at or before limit units that parts two
// whole letters.
func hardCut(s string, limit int) int {
	units, last := 0, 0
	var before rune
	for i, r := range s {
		if i > 0 && !joined(before, r) {
			if units > limit && last > 0 {
				return last
			}
			last = i
			if units > limit {
				return last
			}
		}
		units += Units(string(r))
		before = r
	}
	if units > limit && last > 0 {
		return last
	}
	return len(s)
}

// joined reports whether r belongs to the letter that before stands in.
func joined(before, r rune) bool {
	switch {
	case unicode.Is(unicode.M, r), r == '\u200d', before == '\u200d':
		return true
	case r >= 0x1f3fb && r <= 0x1f3ff: // skin tones
		return true
	case regional(before) && regional(r):
		return true
	case before == '\r' && r == '\n':
		return true
	}
	return false
}

func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// Short returns s in at most limit UTF-16 units, with "…" where something was
// left out.
func Short(s string, limit int) string {
	if Units(s) <= limit {
		return s
	}
	head, _ := Cut(s, limit-1)
	return strings.TrimRight(head, " ,;:.\n") + "…"
}
