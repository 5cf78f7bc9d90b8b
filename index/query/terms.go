package query

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Terms is the vocabulary that questions are read with: the names of
// indicators and areas, and the words that cadres ask with. It is built once
// for a corpus, is read-only, and safe for concurrent use.
type Terms struct {
	root       *node
	indicators map[string]corpus.Indicator
	areas      map[string]corpus.Area
	vocabulary map[string]bool // words of every phrase, marked
	folded     map[string][]string
	syllables  map[string]bool // folded words that spell a syllable
	speller    *viet.Speller
	frames     *node // phrases that mistyped words are recognised by
	counters   *node // what "bao nhiêu" asks in
	pers       *node // what is counted for: "một năm"
	cores      map[string][]core
}

// node is one step of a trie over folded words.
type node struct {
	next map[string]*node
	ends []phrase
}

// phrase is one meaning of a sequence of words.
type phrase struct {
	words []string // with marks
	sense sense
	value string // id of the indicator, name of the area, or a detail of the sense
	sure  bool   // to be matched with its marks only
}

// NewTerms returns the vocabulary of a catalogue and a table of areas.
func NewTerms(indicators []corpus.Indicator, areas []corpus.Area) *Terms {
	t := &Terms{
		root:       &node{},
		indicators: map[string]corpus.Indicator{},
		areas:      map[string]corpus.Area{},
		vocabulary: map[string]bool{},
		folded:     map[string][]string{},
		cores:      map[string][]core{},
		syllables:  map[string]bool{},
	}
	t.addLexicon()
	t.addFrames()
	t.addUnits()
	for _, ind := range indicators {
		t.addIndicator(ind)
	}
	for _, a := range areas {
		t.addArea(a)
	}
	t.speller = viet.NewSpeller(t.weights())
	return t
}

func (t *Terms) addIndicator(ind corpus.Indicator) {
	t.indicators[ind.ID] = ind
	t.addCores(ind)
	t.add(ind.Name, senseIndicator, ind.ID)
	for _, alias := range ind.Aliases {
		t.add(alias, senseIndicator, ind.ID)
	}
	for _, alias := range ind.Asked {
		t.add(alias, senseIndicator, ind.ID)
	}
	for _, name := range append([]string{ind.Name}, ind.Aliases...) {
		for _, said := range spoken(name, ind.Unit) {
			t.add(said, senseIndicator, ind.ID)
		}
	}
}

func (t *Terms) addArea(a corpus.Area) {
	t.areas[a.Name] = a
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		t.add(name, senseArea, a.Name)
		for _, short := range shortKinds(name) {
			t.add(short, senseArea, a.Name)
		}
	}
}

// kindForms are the ways to write the kind of an area before its name; "" leaves
// it away, where the name has two syllables or more.
var kindForms = []struct {
	long  string
	short []string
}{
	{"thành phố ", []string{"tp ", "t p "}},
	{"tỉnh ", []string{"t ", ""}},
	{"huyện ", []string{"h ", ""}},
	{"phường ", []string{"p "}},
	{"thị trấn ", []string{"tt "}},
	{"thị xã ", []string{"tx "}},
}

func shortKinds(name string) []string {
	low := strings.ToLower(name)
	for _, k := range kindForms {
		if rest, ok := strings.CutPrefix(low, k.long); ok {
			var out []string
			for _, s := range k.short {
				if s != "" || strings.Contains(rest, " ") {
					out = append(out, s+rest)
				}
			}
			return out
		}
	}
	return nil
}

func (t *Terms) add(text string, s sense, value string) {
	t.addPhrase(text, phrase{sense: s, value: value})
}

func (t *Terms) addPhrase(text string, p phrase) {
	for _, w := range split(viet.Normalize(text)) {
		t.learn(w)
	}
	t.root.add(text, p)
}

// add adds a phrase under the root of a trie.
func (root *node) add(text string, p phrase) {
	n := root
	for _, w := range split(viet.Normalize(text)) {
		n = n.step(w.fold)
		p.words = append(p.words, w.text)
	}
	if n == root {
		return
	}
	for _, old := range n.ends {
		if old.sense == p.sense && old.value == p.value && equalWords(old.words, p.words) {
			return
		}
	}
	n.ends = append(n.ends, p)
}

// step returns the node that a word leads to, a new one if there is none.
func (n *node) step(fold string) *node {
	child := n.next[fold]
	if child == nil {
		child = &node{}
		if n.next == nil {
			n.next = map[string]*node{}
		}
		n.next[fold] = child
	}
	return child
}

func (t *Terms) learn(w word) {
	if t.vocabulary[w.text] {
		return
	}
	t.vocabulary[w.text] = true
	t.folded[w.fold] = append(t.folded[w.fold], w.text)
	t.syllables[w.fold] = t.syllables[w.fold] || viet.ValidSyllable(w.text)
}

func equalWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Indicator returns an entry of the catalogue.
func (t *Terms) Indicator(id string) (corpus.Indicator, bool) {
	ind, ok := t.indicators[id]
	return ind, ok
}

// weights yields the folded words of the vocabulary with the number of marked
// words that fold to each.
func (t *Terms) weights() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for _, fold := range slices.Sorted(maps.Keys(t.folded)) { // in order: ties are broken by it
			if !yield(fold, float64(len(t.folded[fold]))) {
				return
			}
		}
	}
}
