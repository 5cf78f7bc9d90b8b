package query

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A thing may be asked for by the words of its name without those that its unit
// tells already, nor in the place where the name has them: "tiếp nhận bao nhiêu hồ
// sơ" of "Tiếp nhận hồ sơ", "sản lượng xi măng" of so many tons of "Xi măng",
// "thanh toán trực tuyến" of "Tỷ lệ thanh toán trực tuyến". Names and questions are
// then compared by what is left of them, in the same order.

// core is what is left of a name: its words without the head, the unit and the
// words that mean nothing there.
type core struct {
	id    string
	unit  string
	head  string   // "tỷ lệ"; empty if it has none
	words []string // with marks
}

// hollowWords mean nothing in a name.
var hollowWords = map[string]bool{"số": true, "tổng": true, "được": true, "các": true, "của": true, "là": true, "cho": true, "về": true, "có": true, "đã": true, "mắc": true, "lượng": true}

// addCores learns what is left of the names of an indicator.
func (t *Terms) addCores(ind corpus.Indicator) {
	for _, name := range append([]string{ind.Name}, ind.Aliases...) {
		words := split(viet.Normalize(name))
		head, rest := t.cutHead(words, true)
		rest = cutWords(rest, split(viet.Normalize(unscaled(strings.ToLower(ind.Unit)))))
		c := core{id: ind.ID, unit: ind.Unit, head: head, words: meaningful(rest)}
		if key := coreKey(c.words); key != "" && !slices.ContainsFunc(t.cores[key], func(o core) bool { return o.id == c.id && slices.Equal(o.words, c.words) }) {
			t.cores[key] = append(t.cores[key], c)
		}
	}
}

// cutHead cuts the head that the words begin with.
func (t *Terms) cutHead(words []word, marked bool) (head string, rest []word) {
	for _, h := range heads {
		for _, said := range h.words {
			lead := split(said)
			if len(lead) < len(words) && len(lead) > len(strings.Fields(head)) && startsWith(words, lead) && (!marked || slices.EqualFunc(words[:len(lead)], lead, func(a, b word) bool { return a.text == b.text || a.bare() })) {
				head = said
			}
		}
	}
	return head, words[len(strings.Fields(head)):]
}

// cutWords cuts the first stretch of words that folds to the same as the others.
func cutWords(words, cut []word) []word {
	for i := 0; i+len(cut) <= len(words) && len(cut) > 0; i++ {
		if startsWith(words[i:], cut) {
			return append(slices.Clone(words[:i]), words[i+len(cut):]...)
		}
	}
	return words
}

func meaningful(words []word) []string {
	var out []string
	for _, w := range words {
		if !hollowWords[w.text] {
			out = append(out, w.text)
		}
	}
	return out
}

func coreKey(words []string) string {
	var out []string
	for _, w := range words {
		out = append(out, viet.Fold(w))
	}
	return strings.Join(out, " ")
}

// orCored returns the parse, or one that takes the words left over for the core of
// a name where nothing else is named.
func (p *parser) orCored() *parser {
	if p.headLeft() {
		for i := range p.segs {
			if p.isLeft(p.segs[i]) {
				p.segs[i].senses = []phrase{{sense: senseFiller}}
			}
		}
		p.conclude()
	}
	if len(p.q.Indicators) > 0 || len(p.q.Left) == 0 || len(p.words) > maxGathered || p.any(senseFind, senseRemind, senseWho, senseWhere) {
		return p
	}
	var words []word
	for _, l := range p.q.Left {
		words = append(words, l.words...)
	}
	ids := p.coresOf(words)
	if len(ids) == 0 {
		return p
	}
	first := true
	for i := range p.segs {
		if s := &p.segs[i]; p.isLeft(*s) {
			s.senses = []phrase{{sense: senseFiller}}
			if first {
				s.senses = nil
				for _, id := range ids {
					ind, _ := p.Terms.Indicator(id)
					s.senses = append(s.senses, phrase{sense: senseIndicator, value: id, words: Marked(ind.Name)})
				}
				p.q.Indicators = []Indicator{{IDs: ids, Text: strings.Join(p.leftTexts(), " "), name: s.name(senseIndicator), at: s.from}}
				first = false
			}
		}
	}
	p.conclude()
	return p
}

// headLeft reports whether all that is left over is the head that the unit of the
// one indicator speaks of, right before it: "sản lượng" of "xi măng". Heads of
// money and of counts tell one thing from another and count only in names.
func (p *parser) headLeft() bool {
	if len(p.q.Indicators) != 1 || len(p.q.Left) != 1 {
		return false
	}
	words := p.q.Left[0].words
	ind, _ := p.Terms.Indicator(p.q.Indicators[0].IDs[0])
	dimension, _, known := corpus.UnitOf(ind.Unit)
	if !known || dimension != corpus.Mass && dimension != corpus.AreaSize && dimension != corpus.Energy || words[len(words)-1].end > p.words[p.q.Indicators[0].at].start {
		return false
	}
	between := p.q.Text[words[len(words)-1].end:p.words[p.q.Indicators[0].at].start]
	said := strings.Join(Marked(p.q.Left[0].Text), " ")
	return strings.TrimSpace(between) == "" && slices.ContainsFunc(heads, func(h head) bool {
		return h.dimension == dimension && slices.ContainsFunc(h.words, func(w string) bool { return said == w || !p.q.Marked && said == viet.Fold(w) })
	})
}

func (p *parser) isLeft(s segment) bool {
	return slices.ContainsFunc(p.q.Left, func(l Left) bool {
		return slices.ContainsFunc(l.words, func(w word) bool { return w.start == p.words[s.from].start })
	})
}

func (p *parser) leftTexts() []string {
	var out []string
	for _, l := range p.q.Left {
		out = append(out, l.Text)
	}
	return out
}

// coresOf returns the indicators whose names have the words for their core, and
// whose unit is the one asked for and the one that a head speaks of.
func (p *parser) coresOf(words []word) []string {
	head, rest := p.Terms.cutHead(words, p.q.Marked)
	counted := p.askedUnit()
	type try struct {
		words []word
		unit  string // said before them
	}
	tries := []try{{rest, ""}}
	for _, s := range p.Terms.segmentsUnder(p.Terms.counters, rest, 0, p.q.Marked) {
		tries = append(tries, try{rest[s.to:], s.values(senseUnit)[0]})
	}
	var ids []string
	for _, t := range tries {
		said := meaningful(t.words)
		for _, c := range p.Terms.cores[coreKey(said)] {
			if t.unit != "" && !unitFits(t.unit, c.unit, nil) {
				continue
			}
			if p.spells(said, c.words) && p.coreFits(c, head, counted, len(said)) && !slices.Contains(ids, c.id) {
				ids = append(ids, c.id)
			}
		}
	}
	return ids
}

// spells reports whether the words are those of a core, marks overlooked where
// they have none.
func (p *parser) spells(said, core []string) bool {
	return slices.EqualFunc(said, core, func(a, b string) bool { return a == b || a == viet.Fold(a) && !p.q.Marked })
}

// coreFits reports whether a core of n words is of the unit asked for, and of what
// a head speaks of that its name does not have. A single word is told by its unit
// alone.
func (p *parser) coreFits(c core, said, unit string, n int) bool {
	dimension, _, known := corpus.UnitOf(c.unit)
	switch {
	case unit != "" && !unitFits(unit, c.unit, Marked(c.unit)):
		return false
	case said == "" || said == c.head:
		return n > 1 || unit != "" && unit != anyUnit && unscaled(c.unit) == unit
	}
	return known && slices.ContainsFunc(heads, func(h head) bool {
		return h.dimension == dimension && slices.Contains(h.words, said)
	})
}
