package viet

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Syllable is a Vietnamese syllable taken apart, in lower case: "Nghiệm" is
// onset "ngh", rhyme "iêm", tone Nang.
type Syllable struct {
	Onset string // as spelled; "" for none, "gi" and "qu" are onsets
	Rhyme string // letters without tone
	Tone  Tone
}

// String spells the syllable with its tone in the old place ("hòa").
func (s Syllable) String() string {
	var w word
	for _, r := range s.Onset + s.Rhyme {
		w.push(letterOf(r))
	}
	w.placeTone(s.Tone)
	return w.text()
}

// maxSyllable is the length of the longest syllables in letters ("nghiêng"),
// with one to spare.
const maxSyllable = 8

// word is a run of letters short enough to be one syllable.
type word struct {
	l [maxSyllable]letter
	n int
}

// push adds a letter; false: the word has no room left.
func (w *word) push(l letter) bool {
	if w.n == maxSyllable {
		return false
	}
	w.l[w.n] = l
	w.n++
	return true
}

func (w *word) text() string {
	var b strings.Builder
	for _, l := range w.l[:w.n] {
		b.WriteRune(l.rune())
	}
	return b.String()
}

// tone returns the one tone of the word; false if there are two.
func (w *word) tone() (Tone, bool) {
	t := Ngang
	for _, l := range w.l[:w.n] {
		if l.tone == Ngang {
			continue
		}
		if t != Ngang {
			return Ngang, false
		}
		t = l.tone
	}
	return t, true
}

// wordOf takes composed text apart; false if it is not letters alone or too
// long for a syllable.
func wordOf(s string) (w word, ok bool) {
	for _, r := range s {
		l := letterOf(r)
		if l.base == 0 || !w.push(l) {
			return w, false
		}
	}
	return w, w.n > 0
}

// onsetLen returns how many letters the onset takes.
func (w *word) onsetLen() int {
	at := func(i int) byte {
		if i < w.n {
			return w.l[i].base
		}
		return 0
	}
	vowelAt := func(i int) bool { return i < w.n && w.l[i].vowel() }
	switch a, b := at(0), at(1); {
	case vowelAt(0):
		return 0
	case a == 'n' && b == 'g' && at(2) == 'h':
		return 3
	case a == 'q' && b == 'u':
		return 2
	case a == 'g' && b == 'i' && vowelAt(2):
		return 2
	case b == 'h' && strings.IndexByte("cgknpt", a) >= 0, a == 'n' && b == 'g', a == 't' && b == 'r':
		return 2
	}
	return 1
}

// key packs letters without tone and case into a comparable value.
func key(ls []letter) (k uint64) {
	for _, l := range ls {
		k = k<<8 | uint64(l.base-'a'+1)<<3 | uint64(l.shape)
	}
	return k
}

// bareKey is key without shapes.
func bareKey(ls []letter) (k uint64) {
	for _, l := range ls {
		k = k<<8 | uint64(l.base-'a'+1)<<3
	}
	return k
}

// ValidSyllable reports whether s is one Vietnamese syllable that the spelling
// rules allow, in any case and Unicode form; the tone mark may stand in the old
// or the new place, or in a wrong one.
func ValidSyllable(s string) bool {
	_, ok := SplitSyllable(s)
	return ok
}

// SplitSyllable takes a syllable apart; ok is ValidSyllable. The syllables "gi"
// and "gìn" have the onset "g".
func SplitSyllable(s string) (syl Syllable, ok bool) {
	w, ok := wordOf(norm.NFC.String(s))
	if !ok {
		return Syllable{}, false
	}
	tone, ok := w.tone()
	if !ok || !w.valid(tone) {
		return Syllable{}, false
	}
	for i := range w.l[:w.n] {
		w.l[i].tone, w.l[i].upper = Ngang, false
	}
	text, n := w.text(), w.onsetLen()
	cut := 0
	for i := range text {
		if n == 0 {
			cut = i
			break
		}
		n--
	}
	return Syllable{Onset: text[:cut], Rhyme: text[cut:], Tone: tone}, true
}

// PlaceTone gives the toneless syllable s the tone, in the old place ("hòa",
// "thủy"). A mark that s has is replaced; text that is no syllable comes back
// unchanged.
func PlaceTone(s string, t Tone) string {
	w, ok := wordOf(norm.NFC.String(s))
	if !ok || !w.valid(Sac) || t > Nang {
		return s
	}
	w.placeTone(t)
	return w.text()
}

// placeTone takes all tones off and puts t where it belongs.
func (w *word) placeTone(t Tone) {
	at := w.toneIndex()
	for i := range w.l[:w.n] {
		w.l[i].tone = Ngang
	}
	if at >= 0 {
		w.l[at].tone = t
	}
}

// toneIndex returns the letter that carries the tone mark: the (last) letter
// with a shape, else by the number of vowels and what follows them. It is -1 if
// there is no vowel.
func (w *word) toneIndex() int {
	first := w.onsetLen()
	last := first
	shaped := -1
	for last < w.n && w.l[last].vowel() {
		if w.l[last].shape != bare {
			shaped = last
		}
		last++
	}
	switch n := last - first; {
	case shaped >= 0:
		return shaped
	case n == 0:
		return -1
	case last < w.n:
		return last - 1
	case n == 3:
		return first + 1
	}
	return first
}
