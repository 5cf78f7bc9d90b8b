package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize brings text to the one form that everything else compares: NFC,
// look-alike letters and signs mapped, tone marks placed the old way ("hòa",
// also where an editor misplaced them: "lựơng"), control and zero-width
// characters dropped, spaces single. It keeps case and the choice between i and
// y (see SearchKey). Normalize(Normalize(s)) == Normalize(s), and clean text
// comes back without an allocation.
func Normalize(s string) string {
	if clean(s) {
		return s
	}
	if c := norm.NFC.String(s); clean(c) {
		return c
	}
	out := make([]byte, 0, len(s))
	for _, c := range normalCells(s) {
		out = utf8.AppendRune(out, c.r)
	}
	return string(out)
}

// NormalizeMapped is Normalize with the way back to the bytes of s.
func NormalizeMapped(s string) Mapped {
	m := Mapped{source: len(s)}
	if clean(s) {
		m.Text = s
		return m
	}
	var out []byte
	m.start, m.end = make([]int32, 0, len(s)), make([]int32, 0, len(s))
	for _, c := range normalCells(s) {
		out = m.push(out, c.r, int(c.from), int(c.to))
	}
	m.Text = string(out)
	return m
}

// cell is a character of the normalized text and the source bytes it stands for.
type cell struct {
	r        rune
	from, to int32
}

// maxMarks bounds the marks on one character; no language writes more.
const maxMarks = 6

func normalCells(s string) []cell {
	cells := composed(s)
	cells = spaced(cells)
	dashed(cells)
	return toned(cells)
}

// clean reports whether s is normalized already. It may say no to clean text,
// never yes to other text.
func clean(s string) bool {
	var w word
	open := true // w holds the whole of the current word
	prev := ' '
	for _, r := range s {
		switch l := letterOf(r); {
		case l.base != 0:
			open = open && w.push(l)
			prev = r
			continue
		case r == ' ' && prev == ' ', r < ' ', r >= 0x7F && !settled(r):
			return false
		}
		if open && !w.settled() {
			return false
		}
		w.n, open = 0, true
		prev = r
	}
	if open && !w.settled() {
		return false
	}
	return prev != ' ' || s == ""
}

// settled reports whether a sign outside ASCII stays as it is wherever it stands.
func settled(r rune) bool {
	switch r {
	case '…', '°', '²', '³', '½', '«', '»', '•', '€', '£', '×':
		return true
	}
	return false
}

// settled reports whether the word has its tone in the right place or is none
// that a tone could be moved in.
func (w *word) settled() bool {
	if w.n == 0 {
		return true
	}
	tone, one := w.tone()
	if tone == Ngang || !one {
		return true
	}
	return w.l[max(w.toneIndex(), 0)].tone == tone || !w.valid(tone)
}

// composed maps look-alikes and brings every character with its marks to NFC.
func composed(s string) []cell {
	cells := make([]cell, 0, len(s))
	for i := 0; i < len(s); {
		n := boundary(s[i:])
		if first, size := utf8.DecodeRuneInString(s[i:]); size == n && (first < utf8.RuneSelf || letterOf(first).base != 0) {
			cells = appendMapped(cells, first, i, i+n)
		} else {
			for _, r := range composeSegment(s[i : i+n]) {
				cells = appendMapped(cells, r, i, i+n)
			}
		}
		i += n
	}
	return cells
}

// boundary returns the length of the first character with what clings to it:
// marks, and dropped characters between the marks.
func boundary(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	for n < len(s) && !dropped(first) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r >= ' ' && r < 0x7F || !clings(r) {
			break
		}
		n += size
	}
	return n
}

func clings(r rune) bool {
	return r != utf8.RuneError && (dropped(r) || unicode.Is(unicode.M, r) || r >= 0x1160 && r <= 0x11FF)
}

func composeSegment(s string) string {
	var kept []rune
	marks := 0
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if dropped(r) {
			continue
		}
		if unicode.Is(unicode.M, r) {
			if marks++; marks > maxMarks {
				continue
			}
		}
		kept = append(kept, mapRune(r))
	}
	return merge(norm.NFC.String(string(kept)))
}

// merge puts marks that NFC leaves beside a Vietnamese letter onto it: é with a
// circumflex typed after it is ế.
func merge(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	l := letterOf(first)
	if n == len(s) || !l.vowel() {
		return s
	}
	var rest []rune
	for _, r := range s[n:] {
		sh, tone, ok := combining(r)
		switch {
		case ok && sh != bare && l.shape == bare && letters.rune[l.base-'a'][sh][0] != 0:
			l.shape = sh
		case ok && tone != Ngang && l.tone == Ngang:
			l.tone = tone
		default:
			rest = append(rest, r)
		}
	}
	return string(l.rune()) + string(rest)
}

func appendMapped(cells []cell, r rune, from, to int) []cell {
	if r = mapRune(r); dropped(r) {
		return cells
	}
	if r == '₫' {
		return append(cells, cell{'đ', int32(from), int32(to)})
	}
	return append(cells, cell{r, int32(from), int32(to)})
}

// dropped reports whether a character leaves no trace: controls but white
// space, zero-width characters, the soft hyphen, the byte order mark.
func dropped(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85:
		return false
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return true
	case r == 0xAD || r == 0x34F || r == 0x61C || r == 0xFEFF || r == 0x180E:
		return true
	case r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F
}

// mapRune maps a look-alike to the character meant.
func mapRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == 'Ð' || r == 0x189:
		return 'Đ'
	case r == 'ð' || r == 0x256:
		return 'đ'
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == '‘' || r == '’' || r == '‛' || r == 'ʼ' || r == '´' || r == '′':
		return '\''
	case r == '“' || r == '”' || r == '„' || r == '‟' || r == '″':
		return '"'
	case r == 0x2010 || r == 0x2011 || r == 0x2043 || r == '−':
		return '-'
	case r == '⁄' || r == '∕':
		return '/'
	}
	return r
}

// spaced makes white space single and trims it.
func spaced(cells []cell) []cell {
	out := cells[:0]
	for _, c := range cells {
		if unicode.IsSpace(c.r) {
			if len(out) == 0 {
				continue
			}
			if last := &out[len(out)-1]; last.r == ' ' {
				last.to = c.to
				continue
			}
			c.r = ' '
		}
		out = append(out, c)
	}
	if n := len(out); n > 0 && out[n-1].r == ' ' {
		out = out[:n-1]
	}
	return out
}

// dashed makes the dashes between figures hyphens, with or without spaces
// around them, and leaves those between words.
func dashed(cells []cell) {
	digit := func(i int) bool {
		return i >= 0 && i < len(cells) && cells[i].r >= '0' && cells[i].r <= '9'
	}
	for i, c := range cells {
		if c.r != '–' && c.r != '—' && c.r != '‒' {
			continue
		}
		before, after := i-1, i+1
		if before >= 0 && cells[before].r == ' ' {
			before--
		}
		if after < len(cells) && cells[after].r == ' ' {
			after++
		}
		if before >= 0 && (digit(before) || cells[before].r == '%') && digit(after) {
			cells[i].r = '-'
		}
	}
}

// toned moves misplaced tone marks.
func toned(cells []cell) []cell {
	for i := 0; i < len(cells); {
		var w word
		fits, marked := true, false
		j := i
		for ; j < len(cells); j++ {
			l := letterOf(cells[j].r)
			if l.base == 0 {
				break
			}
			fits = fits && w.push(l)
			marked = marked || l.tone != Ngang
		}
		stray := j < len(cells) && unicode.Is(unicode.M, cells[j].r) // a mark that clings to the last letter
		if marked && fits && !stray && !w.settled() {
			tone, _ := w.tone()
			w.placeTone(tone)
			for k := range w.n {
				cells[i+k].r = w.l[k].rune()
			}
		}
		i = max(j, i+1)
	}
	return cells
}
