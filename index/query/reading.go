package query

import "thiduabot/corpus/viet"

// reading is one way to read a text.
type reading struct {
	text    string
	changed []string
}

// speller finds the words of the vocabulary that a mistyped word may stand for.
type speller struct{}

func newSpeller(vocabulary map[string]bool) speller { return speller{} }

// otherReadings returns the ways to read a text besides the plain one. They
// are tried only where the plain one leaves something over.
func otherReadings(plain Query, text string, o Options) []reading {
	if len(plain.Left) == 0 {
		return nil
	}
	var out []reading
	if s, ok := viet.Decode(plain.Text); ok {
		out = append(out, reading{text: viet.Normalize(s)})
	}
	return out
}
