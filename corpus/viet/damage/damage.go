// Package damage spoils Vietnamese text the way people and programs do, so that
// tests can ask the same question in every form it may arrive in:
//
//	damage.Telex("ngân sách") // "ngaan sachs"
//
// All functions are pure; those with a seed give the same text for the same
// seed.
package damage

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Strip takes all marks off and keeps case: "Đường" is "Duong".
func Strip(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		case r < 0x300 || r > 0x36F:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// NFD takes composed letters apart.
func NFD(s string) string { return norm.NFD.String(s) }

// keymap gives the key of each mark.
type keymap struct {
	tones  map[rune]string
	shapes func(base rune, mark rune) string
	stroke string
}

var telex = keymap{
	tones:  map[rune]string{0x300: "f", 0x309: "r", 0x303: "x", 0x301: "s", 0x323: "j"},
	shapes: telexShape,
	stroke: "d",
}

func telexShape(base, mark rune) string {
	if mark == 0x302 {
		return string(unicode.ToLower(base))
	}
	return "w"
}

var vni = keymap{
	tones: map[rune]string{0x300: "2", 0x309: "3", 0x303: "4", 0x301: "1", 0x323: "5"},
	shapes: func(_, mark rune) string {
		return map[rune]string{0x302: "6", 0x306: "8", 0x31B: "7"}[mark]
	},
	stroke: "9",
}

// Telex gives the raw keystrokes of the text, tone key at the end of each word.
func Telex(s string) string { return telex.typed(s, atEnd) }

// VNI gives the raw VNI keystrokes of the text, keys right after their letters.
func VNI(s string) string { return vni.typed(s, afterLetter) }

// habit is where a typist puts the tone and shape keys.
type habit uint8

const (
	atEnd       habit = iota // shape after its letter, tone at the end of the word
	afterLetter              // each key right after its letter
	late                     // all keys at the end of the word, shapes first
	lateTone                 // all at the end, tone first
	habits                   // number of habits
)

// TelexVariant is Telex with the habits of a typist drawn by seed for each word:
// tone after its letter or at the end, shapes in place or late.
func TelexVariant(s string, seed uint64) string { return telex.variant(s, seed) }

// VNIVariant is VNI with habits drawn by seed for each word.
func VNIVariant(s string, seed uint64) string { return vni.variant(s, seed) }

func (k keymap) variant(s string, seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 0))
	return eachWord(s, func(w string) string { return k.word(w, habit(rng.IntN(int(habits)))) })
}

func (k keymap) typed(s string, h habit) string {
	return eachWord(s, func(w string) string { return k.word(w, h) })
}

// eachWord rewrites every run of letters.
func eachWord(s string, rewrite func(string) string) string {
	var b, w strings.Builder
	flush := func() {
		if w.Len() > 0 {
			b.WriteString(rewrite(w.String()))
			w.Reset()
		}
	}
	for _, r := range norm.NFC.String(s) {
		if unicode.IsLetter(r) {
			w.WriteRune(r)
			continue
		}
		flush()
		b.WriteRune(r)
	}
	flush()
	return b.String()
}

// word types one word.
func (k keymap) word(w string, h habit) string {
	var out, shapes strings.Builder
	tone := ""
	for _, r := range w {
		base, shape, mark := k.keys(r)
		out.WriteRune(base)
		switch h {
		case late, lateTone:
			shapes.WriteString(shape)
			tone += mark
		case afterLetter:
			out.WriteString(shape + mark)
		default:
			out.WriteString(shape)
			tone += mark
		}
	}
	shaped := onceForUO(shapes.String())
	if h == lateTone {
		return out.String() + tone + shaped
	}
	return out.String() + shaped + tone
}

// onceForUO drops the second of two equal late keys: one hook shapes "uo" whole.
func onceForUO(keys string) string {
	for _, k := range []string{"w", "7"} {
		keys = strings.ReplaceAll(keys, k+k, k)
	}
	return keys
}

// keys returns the letter without marks, its shape key and its tone key.
func (k keymap) keys(r rune) (base rune, shape, tone string) {
	switch r {
	case 'đ':
		return 'd', k.stroke, ""
	case 'Đ':
		return 'D', k.stroke, ""
	}
	for i, m := range norm.NFD.String(string(r)) {
		if i == 0 {
			base = m
		} else if t, ok := k.tones[m]; ok {
			tone = t
		} else if m == 0x302 || m == 0x306 || m == 0x31B {
			shape = k.shapes(base, m)
		}
	}
	return base, shape, tone
}

// OldTone and NewTone write oa, oe and uy at the end of a word in one style:
// "hòa, thủy" or "hoà, thuỷ".
func OldTone(s string) string { return restyle(s, newStyle, oldStyle) }

// NewTone: see OldTone.
func NewTone(s string) string { return restyle(s, oldStyle, newStyle) }

var (
	oldStyle = strings.Fields("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy")
	newStyle = strings.Fields("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ")
)

func restyle(s string, from, to []string) string {
	return eachWord(s, func(w string) string {
		lower := strings.ToLower(w)
		if strings.HasPrefix(lower, "qu") {
			return w
		}
		for i, end := range from {
			if !strings.HasSuffix(lower, end) {
				continue
			}
			head, tail := w[:len(w)-len(end)], w[len(w)-len(end):]
			if tail == end {
				return head + to[i]
			}
			return head + strings.ToUpper(to[i])
		}
		return w
	})
}

// Typos puts one slip of a key into about share (0..1) of the words of three
// letters and more: a letter left out, doubled, swapped with its neighbour, or
// struck on the next key. Words with figures and capitals-only words stay.
func Typos(s string, seed uint64, share float64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	return eachWord(s, func(w string) string {
		letters := []rune(w)
		if len(letters) < 3 || rng.Float64() >= share || strings.ToUpper(w) == w {
			return w
		}
		return slip(letters, rng)
	})
}

const keyRows = "qwertyuiop asdfghjkl zxcvbnm"

func slip(w []rune, rng *rand.Rand) string {
	at := rng.IntN(len(w))
	switch rng.IntN(4) {
	case 0:
		return string(w[:at]) + string(w[at+1:])
	case 1:
		return string(w[:at+1]) + string(w[at:])
	case 2:
		at = rng.IntN(len(w) - 1)
		w[at], w[at+1] = w[at+1], w[at]
	case 3:
		if i := strings.IndexRune(keyRows, w[at]); i > 0 && keyRows[i-1] != ' ' {
			w[at] = rune(keyRows[i-1])
		} else if i >= 0 && i+1 < len(keyRows) && keyRows[i+1] != ' ' {
			w[at] = rune(keyRows[i+1])
		}
	}
	return string(w)
}
