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
	if len(plain.Left) == 0 {
		return nil
	}
	var out []reading
	add := func(s string, changed ...string) {
		s = viet.Normalize(s)
		if s != plain.Text && !slices.ContainsFunc(out, func(r reading) bool { return r.text == s }) {
			out = append(out, reading{s, changed})
		}
	}
	decoded, ok := viet.Decode(plain.Text)
	if ok {
		add(decoded)
		add(viet.ExpandAll(decoded))
	}
	add(viet.ExpandAll(plain.Text))
	if s, changed := o.Terms.mend(decoded); len(changed) > 0 {
		add(s, changed...)
		add(viet.ExpandAll(s), changed...)
	}
	return out
}

// minMendable is the fewest letters of a word that is mended: in shorter ones a
// slip is as likely another word.
const minMendable = 3

// mend reads mistyped words as words of the phrases that the words beside them
// begin or go on with. It changes nothing that the text itself may mean: a word
// of the vocabulary stays, and so does a stretch that several phrases fit.
func (t *Terms) mend(text string) (string, []string) {
	text = viet.Normalize(text)
	words := split(text)
	marked := viet.HasMarks(text)
	best := map[int]mending{}
	for i := range words {
		for _, m := range t.mended(words, i, marked) {
			for k, slipped := range m.slipped {
				if old, ok := best[i+k]; slipped && (!ok || len(m.phrase.words) > len(old.phrase.words)) {
					best[i+k] = m
				}
			}
		}
	}
	return rewrite(text, words, best, marked)
}

// rewrite puts the mended words into the text, with their marks if it has any.
func rewrite(text string, words []word, best map[int]mending, marked bool) (string, []string) {
	var b strings.Builder
	var changed []string
	last := 0
	for i, w := range words {
		m, ok := best[i]
		if !ok {
			continue
		}
		good := m.phrase.words[i-m.from]
		if !marked {
			good = viet.Fold(good)
		}
		b.WriteString(text[last:w.start] + good)
		last = w.end
		changed = append(changed, text[w.start:w.end]+" → "+good)
	}
	b.WriteString(text[last:])
	return b.String(), changed
}

// mending is a phrase that the words from word from on spell but for slips.
type mending struct {
	phrase  phrase
	from    int
	slipped []bool // of each word
	slips   int
}

// path is a way into the trie with the words that slipped on it.
type path struct {
	node    *node
	slipped []bool
	slips   int
}

func (p path) to(n *node, slipped bool) path {
	q := path{n, append(slices.Clone(p.slipped), slipped), p.slips}
	if slipped {
		q.slips++
	}
	return q
}

// Bounds on the search for slips.
const (
	maxPaths = 24 // followed at once
	maxSlips = 3  // in one phrase
)

// mended returns the phrases that begin at word i if slips are mended.
func (t *Terms) mended(words []word, i int, marked bool) []mending {
	var out []mending
	paths := []path{{node: t.root}}
	for j := i; j < len(words) && len(paths) > 0; j++ {
		paths = t.advance(paths, words[j], marked)
		if m, ok := onlyOne(paths, words[i:j+1], marked); ok {
			m.from = i
			out = append(out, m)
		}
	}
	return out
}

func (t *Terms) advance(paths []path, w word, marked bool) []path {
	var next []path
	mendable := t.mendable(w, marked)
	for _, p := range paths {
		if n := p.node.next[w.fold]; n != nil {
			next = append(next, p.to(n, mendable && marked && !w.bare()))
		}
		if p.slips == maxSlips || !mendable {
			continue
		}
		for _, c := range t.speller.Candidates(w.fold) {
			if n := p.node.next[c.Term]; n != nil && c.Term != w.fold {
				next = append(next, p.to(n, true))
			}
		}
	}
	return next[:min(len(next), maxPaths)]
}

// mendable reports whether a word may be a slip: it is no number and no word of
// the vocabulary as typed.
func (t *Terms) mendable(w word, marked bool) bool {
	if w.number() || len(w.fold) < minMendable {
		return false
	}
	if marked && !w.bare() {
		return !t.vocabulary[w.text]
	}
	return len(t.folded[w.fold]) == 0
}

// onlyOne returns the phrase that the paths end in if they agree on one with the
// fewest slips. What the words spell as they stand is not mended.
func onlyOne(paths []path, words []word, marked bool) (mending, bool) {
	var best mending
	found, tied := false, false
	for _, p := range paths {
		if p.slips == 0 {
			if len(p.node.ends) > 0 {
				return mending{}, false
			}
			continue
		}
		for _, e := range p.node.ends {
			if !p.carries(words, e) || !p.spells(e, words, marked) {
				continue
			}
			switch {
			case !found || p.slips < best.slips:
				best, found, tied = mending{phrase: e, slipped: p.slipped, slips: p.slips}, true, false
			case p.slips == best.slips && (e.sense != best.phrase.sense || e.value != best.phrase.value):
				tied = true
			}
		}
	}
	return best, found && !tied
}

// carries reports whether the words that stand as typed carry the phrase: one
// for each slip, and one more for a slip that is a syllable of the language
// itself. The name of a place is mended only where what was typed is none.
func (p path) carries(words []word, e phrase) bool {
	need, syllables := 0, 0
	for k, slipped := range p.slipped {
		if !slipped {
			continue
		}
		need++
		if viet.ValidSyllable(words[k].text) {
			need++
			syllables++
		}
	}
	if e.sense == senseArea && syllables > 0 {
		return false
	}
	return len(words)-p.slips >= need || syllables == 0 && len(words) > 1
}

// spells reports whether the words that did not slip have the marks of the
// phrase.
func (p path) spells(e phrase, words []word, marked bool) bool {
	for k, w := range words {
		if p.slipped[k] {
			continue
		}
		if _, ok := (phrase{words: e.words[k : k+1]}).cost([]word{w}, marked && !w.bare()); !ok {
			return false
		}
	}
	return true
}
