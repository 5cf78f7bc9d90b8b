package query

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// reading is one way to read a text.
type reading struct {
	text    string
	changed []string
}

// otherReadings returns the ways to read a text besides the plain one, the least
// changed first. They are tried only where the plain one leaves something over.
func otherReadings(plain Query, o Options) []reading {
	if plain.leftWords() == 0 {
		return nil
	}
	var out []reading
	add := func(s string, changed ...string) {
		s = spellOut(withoutPurpose(viet.Normalize(s)))
		if s != plain.Text && !slices.ContainsFunc(out, func(r reading) bool { return r.text == s }) {
			out = append(out, reading{s, changed})
		}
	}
	decoded, ok := viet.Decode(plain.Text)
	if ok {
		decoded = o.Terms.decodeRest(decoded)
		add(decoded)
		add(viet.ExpandAll(decoded))
	}
	add(viet.ExpandAll(plain.Text))
	if len(decoded) > maxMended {
		return out
	}
	for _, text := range []string{decoded, plain.Text} {
		if s, changed := o.Terms.mend(text); len(changed) > 0 {
			add(s, changed...)
			if again, more := o.Terms.mend(s); len(more) > 0 {
				s, changed = again, append(changed, more...)
				add(s, changed...)
			}
			add(viet.ExpandAll(s), changed...)
		}
		if decoded == plain.Text {
			break
		}
	}
	return out
}

// maxMended is the length in bytes of a text in which typos are mended: longer
// ones are no questions.
const maxMended = 1000

// barredD decodes the keys of đ in an abbreviation, which is no syllable.
var barredD = strings.NewReplacer("D9", "Đ", "d9", "đ", "Dd", "Đ", "DD", "Đ", "dd", "đ")

// decodeRest decodes the keys that were left in a text typed in keys where they
// spell a word of the vocabulary ("Y1 Yên").
func (t *Terms) decodeRest(s string) string {
	words := split(s)
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		for _, d := range append(viet.DecodeToken(s[w.start:w.end]), barredD.Replace(s[w.start:w.end])) {
			if t.vocabulary[newWord(d, 0).text] && !t.vocabulary[w.text] {
				s = s[:w.start] + d + s[w.end:]
				break
			}
		}
	}
	return s
}
