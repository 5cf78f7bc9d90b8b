package corpus

import (
	"cmp"
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// Nearest returns the entry of the catalogue whose name or alias shares the most
// with a name that the catalogue lacks, and how much that is, from 0 to 1. It is
// a hint for an editor, who may want to add an alias; it never answers for the
// name. Ok is false if nothing is shared.
func (c *Corpus) Nearest(name string) (i Indicator, likeness float64, ok bool) {
	want := grams(name)
	best := -1
	for at := range c.Indicators {
		for _, s := range append([]string{c.Indicators[at].Name}, c.Indicators[at].Aliases...) {
			if l := dice(want, grams(s)); l > likeness {
				best, likeness = at, l
			}
		}
	}
	if best < 0 {
		return Indicator{}, 0, false
	}
	return c.Indicators[best], likeness, true
}

// grams returns the folded syllables of a name and their pairs, sorted: pairs
// make the order of words count.
func grams(name string) []string {
	words := strings.FieldsFunc(viet.Fold(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	all := slices.Clone(words)
	for i := 1; i < len(words); i++ {
		all = append(all, words[i-1]+" "+words[i])
	}
	slices.Sort(all)
	return all
}

// dice returns twice the number of shared grams over the number of all.
func dice(a, b []string) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			shared, i, j = shared+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	if shared == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
