package query

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus/viet"
)

// The costs of slips, in words: one of about 1 is one slip of a finger. Chosen by
// how often keyboards and writers give each.
const (
	costShape    = 0.35 // the hat, horn or stroke of a letter
	costTone     = 0.8  // another tone, or one too many
	costNoTone   = 0.4
	costLostTone = 0.1 // its letter is gone too
	costEven     = 0.2 // i for y
	costSound    = 0.6 // l for n, s for x
	costSwapped  = 0.7
	costDoubled  = 0.6
	costKey      = 0.8 // the key beside
	costMissing  = 0.9
	costExtra    = 1.0
	costOther    = 1.4
	maxSlipCost  = 1.35 // of a word: a strange letter is too much
	maxLongSlip  = 2.3  // of a word of longSlipped letters or more
	longSlipped  = 8
)

// spelt is a word as its slips are counted: letters with their shapes but
// without tones, and the tone.
type spelt struct {
	letters []rune
	tone    rune
}

func spell(s string) spelt {
	if ascii(s) {
		return spelt{letters: []rune(s)}
	}
	var out spelt
	for _, r := range norm.NFD.String(s) {
		switch r {
		case 0x300, 0x301, 0x303, 0x309, 0x323:
			out.tone = r
		case 0x302, 0x306, 0x31B:
			if n := len(out.letters); n > 0 {
				out.letters[n-1] = shaped(out.letters[n-1], r)
			}
		default:
			out.letters = append(out.letters, r)
		}
	}
	return out
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// shaped puts a hat, breve or horn on a letter that takes it.
func shaped(letter, mark rune) rune {
	switch string([]rune{letter, mark}) {
	case "a\u0302":
		return 'â'
	case "a\u0306":
		return 'ă'
	case "e\u0302":
		return 'ê'
	case "o\u0302":
		return 'ô'
	case "o\u031b":
		return 'ơ'
	case "u\u031b":
		return 'ư'
	}
	return letter
}

// Slipped reports whether folded words spell a name, each that differs from its own
// by a slip of the finger which makes a word that no one writes. At least half of
// the words stand as meant.
func Slipped(typed, meant []string) bool {
	slips := 0
	for i, w := range typed {
		if w == meant[i] {
			continue
		}
		if _, near := costBetween(spell(w), spell(meant[i])); !near || len(viet.Candidates(w)) > 0 {
			return false
		}
		slips++
	}
	return slips > 0 && 2*slips <= len(typed)
}

// costBetween returns what it costs to have typed word a for b, and false if that
// is more than slips of a finger.
func costBetween(a, b spelt) (float64, bool) {
	limit := maxSlipCost
	if len(b.letters) >= longSlipped {
		limit = maxLongSlip
	}
	if len(a.letters) > maxLetters || len(b.letters) > maxLetters {
		return 0, false
	}
	cost := letterCost(a.letters, b.letters) + toneCost(a, b)
	return cost, cost <= limit
}

func toneCost(typed, meant spelt) float64 {
	switch {
	case typed.tone == meant.tone:
		return 0
	case typed.tone != 0:
		return costTone
	case len(typed.letters) < len(meant.letters):
		return costLostTone
	}
	return costNoTone
}

const maxLetters = 24

// letterCost is a Damerau-Levenshtein distance with weights.
func letterCost(a, b []rune) float64 {
	var rows [3][maxLetters + 1]float64
	for j := range b {
		rows[0][j+1] = rows[0][j] + lostCost(b, j)
	}
	for i := range a {
		before2, before, row := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		row[0] = before[0] + extraCost(a, i)
		for j := range b {
			row[j+1] = min(before[j]+swapCost(a[i], b[j]), before[j+1]+extraCost(a, i), row[j]+lostCost(b, j))
			if i > 0 && j > 0 && a[i] != a[i-1] && even(a[i]) == even(b[j-1]) && even(a[i-1]) == even(b[j]) {
				row[j+1] = min(row[j+1], before2[j-1]+costSwapped)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}

func extraCost(a []rune, i int) float64 {
	if i > 0 && bare(a[i]) == bare(a[i-1]) {
		return costDoubled
	}
	return costExtra
}

func lostCost(b []rune, j int) float64 {
	if j > 0 && bare(b[j]) == bare(b[j-1]) {
		return costDoubled
	}
	return costMissing
}

// bare returns a letter without its shape.
func bare(r rune) rune {
	switch r {
	case 'â', 'ă':
		return 'a'
	case 'ê':
		return 'e'
	case 'ô', 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'đ':
		return 'd'
	}
	return r
}

// soundAlike are letters that writers take for each other.
const soundAlike = "ln nl sx xs"

// even returns a letter without its shape, i for y.
func even(r rune) rune {
	if r == 'y' {
		return 'i'
	}
	return bare(r)
}

func swapCost(a, b rune) float64 {
	x, y := bare(a), bare(b)
	switch {
	case a == b:
		return 0
	case x == y:
		return costShape
	case x == 'i' && y == 'y', x == 'y' && y == 'i':
		return costEven
	case strings.Contains(soundAlike, string([]rune{x, y})) && x != ' ' && y != ' ':
		return costSound
	case beside(x, y):
		return costKey
	}
	return costOther
}

// keyboard is the keys row by row, each row of the same width; a key is beside
// the six around it.
var keyboard = [...]string{"qwertyuiop", "asdfghjkl ", "zxcvbnm   "}

func beside(a, b rune) bool {
	ax, ay, ok := keyOf(a)
	bx, by, found := keyOf(b)
	if !ok || !found {
		return false
	}
	dx, dy := bx-ax, by-ay
	return dy == 0 && (dx == 1 || dx == -1) || dy == 1 && (dx == 0 || dx == -1) || dy == -1 && (dx == 0 || dx == 1)
}

func keyOf(r rune) (x, y int, ok bool) {
	if r < 'a' || r > 'z' {
		return 0, 0, false
	}
	for y, row := range keyboard {
		if x := strings.IndexRune(row, r); x >= 0 {
			return x, y, true
		}
	}
	return 0, 0, false
}
