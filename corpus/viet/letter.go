package viet

import "unicode"

// Tone is one of the six tones, in dictionary order.
type Tone uint8

// The tones, with the mark each one writes.
const (
	Ngang Tone = iota // no mark
	Huyen             // à
	Hoi               // ả
	Nga               // ã
	Sac               // á
	Nang              // ạ
)

// shape is the diacritic that makes a letter another letter.
type shape uint8

const (
	bare shape = iota
	circumflex
	breve
	horn
	stroke // đ
)

// letter is what a Vietnamese character is made of. The zero letter stands for
// every other character.
type letter struct {
	base  byte // lower-case ASCII letter
	shape shape
	tone  Tone
	upper bool
}

// vowelForms lists each vowel letter in the six tones, lower case.
var vowelForms = [...]struct {
	base  byte
	shape shape
	forms [6]rune
}{
	{'a', bare, [6]rune{'a', 'à', 'ả', 'ã', 'á', 'ạ'}},
	{'a', breve, [6]rune{'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'}},
	{'a', circumflex, [6]rune{'â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'}},
	{'e', bare, [6]rune{'e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'}},
	{'e', circumflex, [6]rune{'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'}},
	{'i', bare, [6]rune{'i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'}},
	{'o', bare, [6]rune{'o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'}},
	{'o', circumflex, [6]rune{'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'}},
	{'o', horn, [6]rune{'ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'}},
	{'u', bare, [6]rune{'u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'}},
	{'u', horn, [6]rune{'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'}},
	{'y', bare, [6]rune{'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'}},
}

// The Vietnamese letters lie below lowEnd and in [highStart, highEnd).
const (
	lowEnd    = 0x1B1
	highStart = 0x1EA0
	highEnd   = 0x1EFA
)

type letterTable struct {
	low  [lowEnd]letter
	high [highEnd - highStart]letter
	rune [26][5][6]rune // base-'a', shape, tone -> lower-case character
}

var letters = newLetterTable()

func newLetterTable() *letterTable {
	t := new(letterTable)
	for c := byte('a'); c <= 'z'; c++ {
		t.add(rune(c), letter{base: c})
	}
	t.add('đ', letter{base: 'd', shape: stroke})
	for _, v := range vowelForms {
		for tone, r := range v.forms {
			t.add(r, letter{base: v.base, shape: v.shape, tone: Tone(tone)})
		}
	}
	return t
}

func (t *letterTable) add(r rune, l letter) {
	*t.at(r) = l
	t.rune[l.base-'a'][l.shape][l.tone] = r
	l.upper = true
	*t.at(unicode.ToUpper(r)) = l
}

var noLetter letter

// at returns the place of a character in the table; a shared zero one for
// characters outside it.
func (t *letterTable) at(r rune) *letter {
	switch {
	case r >= 0 && r < lowEnd:
		return &t.low[r]
	case r >= highStart && r < highEnd:
		return &t.high[r-highStart]
	}
	return &noLetter
}

// letterOf takes a composed character apart; base is 0 for anything that is
// not a Vietnamese or ASCII letter.
func letterOf(r rune) letter { return *letters.at(r) }

// rune returns the composed character.
func (l letter) rune() rune {
	r := letters.rune[l.base-'a'][l.shape][l.tone]
	if l.upper {
		return unicode.ToUpper(r)
	}
	return r
}

func (l letter) vowel() bool {
	switch l.base {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// marked reports whether the letter carries any mark.
func (l letter) marked() bool { return l.shape != bare || l.tone != Ngang }

// combining returns the shape or tone that a combining character stands for.
func combining(r rune) (sh shape, tone Tone, ok bool) {
	switch r {
	case 0x300, 0x340:
		return bare, Huyen, true
	case 0x309:
		return bare, Hoi, true
	case 0x303:
		return bare, Nga, true
	case 0x301, 0x341:
		return bare, Sac, true
	case 0x323:
		return bare, Nang, true
	case 0x302:
		return circumflex, Ngang, true
	case 0x306:
		return breve, Ngang, true
	case 0x31B:
		return horn, Ngang, true
	}
	return bare, Ngang, false
}
