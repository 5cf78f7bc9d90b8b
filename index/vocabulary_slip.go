package index

import (
	"cmp"
	"math"
	"slices"

	"thiduabot/index/analysis"
)

// Mending slips of the finger. A word is doubted when the corpus does not know
// it, or knows it beside neither of its neighbours; the words near it compete
// with it in a chain of pairs, and the best chain is read.
const (
	guessTrust   = 0.8  // what a mended word counts against one as typed
	slipChance   = 0.01 // that a word of the corpus was meant as another one
	pairShare    = 0.8  // weight of the pair against the word alone in the chain
	maxRivals    = 12   // candidates for a doubted word, the most frequent ones
	unknownShare = 1e-12
)

// link is a candidate in the chain, with the best way to it.
type link struct {
	word string
	cost float64 // of the word itself
	best float64
	from int
}

// mend replaces words that were mistyped.
func (v *view) mend(q *reading, words []typedWord) error {
	chain := plain(words)
	c := &chainReader{v: v, pairs: map[[2]string]float64{}}
	for _, p := range v.parts {
		c.lookups = append(c.lookups, p.lookup())
	}
	steps := make([][]link, len(chain))
	doubted := false
	for i, at := range chain {
		steps[i] = []link{{word: words[at].folded}}
		if c.doubts(words, chain, i) {
			steps[i] = append(steps[i], c.rivals(words[at].folded)...)
			doubted = doubted || len(steps[i]) > 1
		}
	}
	if doubted && c.err == nil {
		for i, word := range c.bestWay(steps) {
			w := &words[chain[i]]
			if word == w.folded {
				continue
			}
			q.changed = append(q.changed, w.folded+" → "+word)
			if q.slips == nil {
				q.slips = map[string]string{}
			}
			q.slips[w.folded] = word
			if v.words.has(w.folded) {
				w.also = w.folded
			}
			w.folded, w.guess = word, true
		}
	}
	return c.err
}

// plain returns the places of the words that are no compounds.
func plain(words []typedWord) []int {
	var at []int
	for i, w := range words {
		if !w.whole {
			at = append(at, i)
		}
	}
	return at
}

// chainReader knows how likely words follow each other.
type chainReader struct {
	v       *view
	lookups []*lookup
	pairs   map[[2]string]float64
	err     error
}

// doubts reports whether a word may be mistyped.
func (c *chainReader) doubts(words []typedWord, chain []int, i int) bool {
	w := words[chain[i]].folded
	if !letters(w) {
		return false
	}
	if !c.v.words.has(w) {
		return true
	}
	before := i > 0 && c.follows(words[chain[i-1]].folded, w) > 0
	after := i+1 < len(chain) && c.follows(w, words[chain[i+1]].folded) > 0
	return !before && !after && len(chain) > 1
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) > 1
}

// rivals returns the words near w, the most frequent ones.
func (c *chainReader) rivals(w string) []link {
	var found []string
	c.v.words.near(w, func(near string) { found = append(found, near) })
	slices.SortFunc(found, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.v.words.df[b], c.v.words.df[a]), cmp.Compare(a, b))
	})
	found = slices.Compact(found)
	var links []link
	for _, f := range found[:min(len(found), maxRivals)] {
		links = append(links, link{word: f, cost: -math.Log(slipChance)})
	}
	return links
}

// follows returns how likely b follows a by what the corpus holds, 0 if no more
// than chance would make the pair's bucket hold.
func (c *chainReader) follows(a, b string) float64 {
	key := [2]string{a, b}
	if p, ok := c.pairs[key]; ok {
		return p
	}
	together, alone := c.count(analysis.Pairs, analysis.PairTerm(a, b)), float64(c.v.words.df[a])
	if alone == 0 {
		alone = c.count(analysis.Once, a)
	}
	noise := c.v.pairNoise()
	p := max(0, together-noise-3*math.Sqrt(noise)) / (alone + 1)
	c.pairs[key] = min(p, 1)
	return c.pairs[key]
}

// count returns how many documents have a term.
func (c *chainReader) count(field, term string) (n float64) {
	for _, l := range c.lookups {
		in, err := l.count(field, term)
		if err != nil {
			c.err = err
			return 0
		}
		n += float64(in)
	}
	return n
}

// pairNoise is the number of documents that a bucket of pairs holds by chance.
func (v *view) pairNoise() float64 {
	sum := 0.0
	for _, s := range v.stats {
		sum += s.count * float64(s.average)
	}
	if sum /= analysis.PairBuckets; sum < 0.5 {
		return 0
	}
	return sum
}

// bestWay returns the words of the best chain.
func (c *chainReader) bestWay(steps [][]link) []string {
	for i := range steps {
		for j := range steps[i] {
			l := &steps[i][j]
			l.best, l.from = math.Inf(1), -1
			alone := c.share(l.word)
			if i == 0 {
				l.best = l.cost - math.Log(alone)
				continue
			}
			for k, before := range steps[i-1] {
				p := pairShare*c.follows(before.word, l.word) + (1-pairShare)*alone
				if cost := before.best + l.cost - math.Log(p); cost < l.best {
					l.best, l.from = cost, k
				}
			}
		}
	}
	out := make([]string, len(steps))
	at := -1
	for i := len(steps) - 1; i >= 0; i-- {
		if at < 0 {
			at = cheapest(steps[i])
		}
		out[i] = steps[i][at].word
		at = steps[i][at].from
	}
	return out
}

func (c *chainReader) share(word string) float64 {
	if !c.v.words.has(word) {
		return unknownShare
	}
	return c.v.words.share(word)
}

func cheapest(links []link) int {
	best := 0
	for i := range links {
		if links[i].best < links[best].best {
			best = i
		}
	}
	return best
}
