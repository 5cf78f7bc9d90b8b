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
	speller    *viet.Speller
	short      map[string][]string // words of three letters by what is left when one goes
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
	}
	t.addLexicon()
	for _, ind := range indicators {
		t.addIndicator(ind)
	}
	for _, a := range areas {
		t.addArea(a)
	}
	t.speller = viet.NewSpeller(t.weights())
	t.short = t.shortened()
	return t
}

func (t *Terms) addIndicator(ind corpus.Indicator) {
	t.indicators[ind.ID] = ind
	t.add(ind.Name, senseIndicator, ind.ID)
	for _, alias := range ind.Aliases {
		t.add(alias, senseIndicator, ind.ID)
	}
	for _, name := range append([]string{ind.Name}, ind.Aliases...) {
		for _, said := range append(spoken(name), asNumber(name, ind.Unit)...) {
			t.add(said, senseIndicator, ind.ID)
		}
	}
}

// spokenForms are words of written names with what is said for them; "" leaves
// the word away.
var spokenForms = []struct {
	written, said string
	least         int // words of the names that it is done to
}{
	{" và ", " ", 4},
	{"công nghiệp", "cn", 1},
	{"doanh nghiệp", "dn", 2},
	{"học sinh", "hs", 2},
	{"sản phẩm", "sp", 2},
	{"dân số ", "dân ", 2},
	{"tỷ trọng ", "cơ cấu ", 3},
	{"bao nhiêu ", "mấy ", 2},
}

// asNumber returns the ways to ask for the number of things that a name with
// their unit in front speaks of: "mấy xã nông thôn mới".
func asNumber(name, unit string) []string {
	low := strings.ToLower(name)
	if unit == "" || strings.HasPrefix(unit, "%") || !strings.HasPrefix(low, unit+" ") {
		return nil
	}
	return []string{"bao nhiêu " + low, "mấy " + low}
}

// spoken returns the ways to say a written name.
func spoken(name string) []string {
	out := []string{strings.ToLower(name)}
	for _, f := range spokenForms {
		for _, base := range slices.Clone(out) {
			if len(strings.Fields(base)) >= f.least && strings.Contains(base, f.written) {
				out = append(out, strings.ReplaceAll(base, f.written, f.said))
			}
		}
	}
	return out[1:]
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
	n := t.root
	for _, w := range split(viet.Normalize(text)) {
		child := n.next[w.fold]
		if child == nil {
			child = &node{}
			if n.next == nil {
				n.next = map[string]*node{}
			}
			n.next[w.fold] = child
		}
		n = child
		p.words = append(p.words, w.text)
		t.learn(w)
	}
	if n == t.root {
		return
	}
	for _, old := range n.ends {
		if old.sense == p.sense && old.value == p.value && equalWords(old.words, p.words) {
			return
		}
	}
	n.ends = append(n.ends, p)
}

func (t *Terms) learn(w word) {
	if t.vocabulary[w.text] {
		return
	}
	t.vocabulary[w.text] = true
	t.folded[w.fold] = append(t.folded[w.fold], w.text)
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
		for fold, words := range t.folded {
			if !yield(fold, float64(len(words))) {
				return
			}
		}
	}
}

// shortened returns the folded words of three letters by each pair of theirs.
func (t *Terms) shortened() map[string][]string {
	out := map[string][]string{}
	for _, fold := range slices.Sorted(maps.Keys(t.folded)) {
		if len(fold) != 3 {
			continue
		}
		for i := range fold {
			if less := fold[:i] + fold[i+1:]; !slices.Contains(out[less], fold) {
				out[less] = append(out[less], fold)
			}
		}
	}
	return out
}
