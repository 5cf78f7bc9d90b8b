package query

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// mend reads mistyped words as words of the phrases they stand in. Whole texts
// are weighed against each other, not words: a reading is worth the phrases it
// accounts for (see segment.points) less its slips, and a word is changed only
// if every reading with another word in its place is clearly worse. What the
// text itself may mean stays, and so do figures and abbreviations.
func (t *Terms) mend(text string) (string, []string) {
	text = viet.Normalize(text)
	m := &mender{Terms: t, words: split(text), marked: viet.HasMarks(text), budget: maxSteps}
	m.upper = strings.ToUpper(text) == text
	m.listen(text)
	m.study(text)
	if !m.anyOpen() {
		return text, nil
	}
	m.search()
	if m.budget <= 0 {
		return text, nil
	}
	return m.rewrite(text, m.choose())
}

// mender is one text on its way to be mended.
type mender struct {
	*Terms
	words  []word
	said   []string // each word as typed, in small letters
	marked bool
	upper  bool // capitals throughout: they tell nothing
	typed  []typedWord
	spans  [][]span // by the word that they begin with
	spelt  map[string]spelt
	framed bool // the frames are searched
	budget int  // steps into the trie that are left
}

// Bounds on the search.
const (
	maxPaths = 24     // followed at once
	maxSteps = 60_000 // of one text; a question takes a few hundred
	maxSlips = 5      // in one phrase

	stepsSlip = 20 // that the comparison of two words takes
)

// trust tells how likely a word is meant as it stands.
type trust uint8

const (
	trustNone  trust = iota // no one writes it
	trustRare               // allowed by the rules of spelling, or an abbreviation
	trustKnown              // a word of the language
	trustTerm               // a word of the vocabulary
	trustFull               // never changed: a figure, an abbreviation, part of a phrase
)

// typedWord is what is known of a word before any mending.
type typedWord struct {
	trust    trust
	beside   bool     // trusted for its neighbours alone
	light    bool     // a number, a place, or part of a phrase of asking: nothing beside it narrows it
	near     []string // folded words of the vocabulary that it may be
	language []string // words of the language near it; nil: not looked up
}

func (m *mender) anyOpen() bool {
	return slices.ContainsFunc(m.typed, func(w typedWord) bool { return len(w.near) > 0 })
}

// listen notes the words as the language model knows them, y and i apart.
func (m *mender) listen(text string) {
	for _, w := range m.words {
		said := strings.ToLower(text[w.start:w.end])
		if !m.marked {
			said = viet.Fold(said)
		}
		m.said = append(m.said, said)
	}
}

// study judges each word by itself, by its neighbours, and by the phrases that
// the text holds as it stands.
func (m *mender) study(text string) {
	m.typed = make([]typedWord, len(m.words))
	for _, s := range m.read(m.words, m.marked) {
		for i := s.from; i < s.to; i++ {
			w := &m.typed[i]
			w.trust, w.beside = m.trustOf(text, i)
			w.light = hasFigure(m.words[i].text) || s.has(senseArea) || s.to-s.from > 1 && len(s.senses) > 0 && !s.has(senseIndicator) && !s.has(senseOther)
			if len(s.senses) > 0 && s.cost == 0 && (s.to-s.from > 1 || w.trust > trustRare && s.weighty()) {
				w.trust = trustFull
			}
			if w.trust < trustFull || w.beside && len(s.senses) == 0 {
				w.near = m.nearOf(m.words[i].fold)
			} else {
				w.beside = false
			}
		}
	}
}

// weighty reports whether a segment means something that another word in its
// place would turn into another question.
func (s segment) weighty() bool {
	return slices.ContainsFunc(s.senses, func(p phrase) bool {
		switch p.sense {
		case senseFiller, senseTimeWord, senseAnd, senseYesNo, senseKindOfArea, senseHow, senseFind, senseEvent, senseWhich, senseUnit:
			return false
		}
		return true
	})
}

// trustOf returns the trust in word i, and whether it has it from its neighbours.
func (m *mender) trustOf(text string, i int) (trust, bool) {
	w := m.words[i]
	asTyped := text[w.start:w.end]
	switch {
	case hasFigure(w.text), len(w.fold) < 2, roman(w.fold) && m.numbers(text, i), !m.upper && strings.ToUpper(asTyped) == asTyped:
		return trustFull, false
	case m.marked && !viet.InUse(m.said[i]), !m.marked && len(viet.Candidates(m.said[i])) == 0:
		if viet.ValidSyllable(m.said[i]) || m.vocabulary[w.text] {
			return trustRare, false
		}
		return trustNone, false
	case m.marked && m.vocabulary[w.text], !m.marked && len(m.folded[w.fold]) > 0:
		return m.beside(i, trustTerm)
	}
	return m.beside(i, trustKnown)
}

// beside raises the trust in a word that is known to stand beside the one before
// or behind it.
func (m *mender) beside(i int, t trust) (trust, bool) {
	if i > 0 && viet.Follows(m.said[i-1], m.said[i], !m.marked) ||
		i+1 < len(m.words) && viet.Follows(m.said[i], m.said[i+1], !m.marked) {
		return trustFull, true
	}
	return t, false
}

func hasFigure(s string) bool { return strings.ContainsAny(s, "0123456789%") }

// roman reports whether a word may be a number in Roman figures.
func roman(s string) bool { return strings.Trim(s, "ivx") == "" }

// numbers reports whether word i, of the letters of Roman figures, is one: it is
// in capitals or stands behind what is numbered so ("so vi năm 2019" is none).
func (m *mender) numbers(text string, i int) bool {
	if w := m.words[i]; !m.upper && strings.ToUpper(text[w.start:w.end]) == text[w.start:w.end] {
		return true
	}
	return i > 0 && slices.Contains([]string{"qui", "khoa", "ki", "lan", "thu", "hoi", "vuc", "cap", "chuong", "phan", "hang", "loai"}, m.words[i-1].fold)
}

// nearOf returns the folded words of the vocabulary near one, without
// abbreviations: a letter more or less makes them another thing.
func (m *mender) nearOf(fold string) []string {
	near := m.speller.Near(fold)
	if even := strings.ReplaceAll(fold, "y", "i"); even != fold {
		near = append(near, m.speller.Near(even)...)
		slices.Sort(near)
		near = slices.Compact(near)
	}
	return slices.DeleteFunc(near, func(term string) bool {
		return len(term) < 2 || len(term) == 2 && len(fold) == 2 && term != fold || !m.syllables[term] || roman(term)
	})
}

// rewrite puts the mended words into the text, with their marks if it has any.
func (m *mender) rewrite(text string, chosen map[int]string) (string, []string) {
	var b strings.Builder
	var changed []string
	last := 0
	for i, w := range m.words {
		good, ok := chosen[i]
		if !ok {
			continue
		}
		if !m.marked {
			good = viet.Fold(good)
		}
		b.WriteString(text[last:w.start] + good)
		last = w.end
		changed = append(changed, text[w.start:w.end]+" → "+good)
	}
	b.WriteString(text[last:])
	return b.String(), changed
}
