package query

import (
	"cmp"
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
		decoded = o.Terms.decodeRest(decoded)
		add(decoded)
		add(viet.ExpandAll(decoded))
	}
	add(viet.ExpandAll(plain.Text))
	if len(decoded) > maxMended {
		return out
	}
	if s, changed := o.Terms.mend(decoded); len(changed) > 0 {
		add(s, changed...)
		if again, more := o.Terms.mend(s); len(more) > 0 {
			s, changed = again, append(changed, more...)
			add(s, changed...)
		}
		add(viet.ExpandAll(s), changed...)
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

// candidates returns the words of the vocabulary that a mistyped one may be. Of
// a word of two letters, those that it lacks one letter of.
func (t *Terms) candidates(w word) []viet.Candidate {
	if len(w.fold) >= minMendable {
		return t.speller.Candidates(w.fold)
	}
	var out []viet.Candidate
	for _, term := range t.short[w.fold] {
		out = append(out, viet.Candidate{Term: term, Cost: 1})
	}
	return out
}

// minMendable is the fewest letters of a word that the speller mends: in a
// shorter one a slip is as likely another word, unless no one writes it.
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
	cost    float64
}

// path is a way into the trie with the words that slipped on it.
type path struct {
	node    *node
	slipped []bool
	slips   int
	cost    float64
}

func (p path) to(n *node, slipped bool, cost float64) path {
	q := path{n, append(slices.Clone(p.slipped), slipped), p.slips, p.cost + cost}
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
		if m, ok := onlyOne(paths, words[i:j+1], marked); ok && !t.growsBySlip(words[i:j+1], m, marked) {
			m.from = i
			out = append(out, m)
		}
	}
	return out
}

// growsBySlip reports whether the words but for a slip at their end spell a
// phrase of their own: then the slip is another word, not a part of this one.
func (t *Terms) growsBySlip(words []word, m mending, marked bool) bool {
	spelled := func(part []word) bool {
		return slices.ContainsFunc(t.segmentsAt(part, 0, marked), func(s segment) bool { return s.to == len(part) && len(part) > 0 })
	}
	last := len(words) - 1
	return last > 0 && (m.slipped[last] && spelled(words[:last]) || m.slipped[0] && spelled(words[1:]))
}

func (t *Terms) advance(paths []path, w word, marked bool) []path {
	var next []path
	mendable := t.mendable(w, marked)
	for _, p := range paths {
		if n := p.node.next[w.fold]; n != nil {
			next = append(next, p.to(n, mendable && marked && !w.bare(), 0))
		}
		if p.slips == maxSlips || !mendable {
			continue
		}
		for _, c := range t.candidates(w) {
			if n := p.node.next[c.Term]; n != nil && c.Term != w.fold {
				next = append(next, p.to(n, true, c.Cost))
			}
		}
	}
	return next[:min(len(next), maxPaths)]
}

// mendable reports whether a word may be a slip: it is no number and no word of
// the vocabulary as typed.
func (t *Terms) mendable(w word, marked bool) bool {
	if w.number() || len(w.fold) < minMendable && (len(w.fold) < 2 || !marked && attested(w, marked)) {
		return false
	}
	if marked {
		return !t.vocabulary[w.text]
	}
	return len(t.folded[w.fold]) == 0
}

// clearlyCheaper is how much less a mending must cost than any other of the same
// words to be taken.
const clearlyCheaper = 0.25

// onlyOne returns the phrase that the paths end in if one is clearly the
// cheapest. What the words spell as they stand is not mended.
func onlyOne(paths []path, words []word, marked bool) (mending, bool) {
	var found []mending
	for _, p := range paths {
		if p.slips == 0 {
			if len(p.node.ends) > 0 {
				return mending{}, false
			}
			continue
		}
		for _, e := range p.node.ends {
			if p.carries(words, e, marked) && p.spells(e, words, marked) {
				found = append(found, mending{phrase: e, slipped: p.slipped, cost: p.cost + p.lostMarks(e, words)})
			}
		}
	}
	if len(found) == 0 {
		return mending{}, false
	}
	best := slices.MinFunc(found, func(a, b mending) int { return cmp.Compare(a.cost, b.cost) })
	for _, m := range found {
		if m.cost < best.cost+clearlyCheaper && !slices.Equal(m.phrase.words, best.phrase.words) && (m.phrase.sense != best.phrase.sense || m.phrase.value != best.phrase.value) {
			return mending{}, false
		}
	}
	return best, true
}

// costLostMark is what a typed mark costs that the mended word has not.
const costLostMark = 0.3

// lostMarks is the cost of the marked letters of slipped words that the phrase
// does not have: "tỉhn" is rather "tỉnh" than "tính".
func (p path) lostMarks(e phrase, words []word) float64 {
	cost := 0.0
	for k, w := range words {
		if !p.slipped[k] {
			continue
		}
		for _, r := range w.text {
			if r >= 0x80 && !strings.ContainsRune(e.words[k], r) {
				cost += costLostMark
			}
		}
	}
	return cost
}

// longName is the number of words from which a phrase is recognised even with
// the tone of a word changed into that of another ("lụa" is not "lúa").
const longName = 4

// carries reports whether the words that stand as typed carry the phrase: one
// for each slip, and one more where what was typed is a word of the language
// itself. Only words that no one writes are mended alone, and never into the
// name of an indicator or area.
func (p path) carries(words []word, e phrase, marked bool) bool {
	need, real := 0, 0
	for k, slipped := range p.slipped {
		if !slipped {
			continue
		}
		need++
		if attested(words[k], marked) {
			real++
			if words[k].fold == viet.Fold(e.words[k]) && len(words) < longName {
				return false
			}
		}
	}
	if real == 0 {
		return len(words) > 1 || alone[e.words[0]]
	}
	if sticky[strings.Join(e.words, " ")] {
		real = 0
	}
	return len(words)-p.slips >= need+real
}

// sticky are question words of two syllables of which either tells the other.
var sticky = map[string]bool{"bao nhiêu": true, "thành phố": true, "phần trăm": true, "kế hoạch": true, "dự toán": true}

// attested reports whether a word is one that may be written: a syllable by the
// rules of spelling or, in a text without marks, one with its marks taken off.
func attested(w word, marked bool) bool {
	return viet.ValidSyllable(w.text) || !marked && len(viet.Candidates(w.fold)) > 0
}

// alone are the single words that a word no one writes is mended to: the
// commonest of questions.
var alone = map[string]bool{
	"năm": true, "tháng": true, "quý": true, "tỉnh": true, "của": true, "là": true, "trong": true, "và": true, "từ": true, "đến": true,
	"đạt": true, "tăng": true, "giảm": true, "cho": true, "được": true, "với": true, "phường": true, "huyện": true, "mấy": true,
	"tổng": true, "giai đoạn": true, "mục tiêu": true, "kế hoạch": true,
}

// spells reports whether the words that did not slip have the marks of the
// phrase.
func (p path) spells(e phrase, words []word, marked bool) bool {
	for k, w := range words {
		if p.slipped[k] {
			continue
		}
		if w.text != e.words[k] && (marked || !w.bare()) {
			return false
		}
	}
	return true
}
