package viet

import (
	"maps"
	"slices"
	"sync"
)

// Near returns the terms within one slip of the word, within two if it has
// eight letters or more, and some a little farther: the caller weighs them. The
// word itself, if it is a term, is among them. The order is that of the
// vocabulary.
func (s *Speller) Near(word string) []string {
	if len(word) < 2 || len(word) > maxSpelled || hasDigit(word) {
		return nil
	}
	ids := s.near(word)
	terms := make([]string, len(ids))
	for i, id := range ids {
		terms[i] = s.terms[id]
	}
	return terms
}

// InUse reports whether a syllable with its marks, in small letters, is one that
// the built-in model has met; ValidSyllable tells only what may be spelled.
func InUse(syllable string) bool {
	m := builtinModel()
	if m == nil {
		return false
	}
	_, ok := m.ids[syllable]
	return ok
}

// Follows reports whether the built-in model has met b right after a, both in
// small letters. A word without marks stands for all that fold to it if folded.
func Follows(a, b string, folded bool) bool {
	m := builtinModel()
	if m == nil {
		return false
	}
	for _, i := range m.idsOf(a, folded) {
		for _, j := range m.idsOf(b, folded) {
			if m.met(i, j) {
				return true
			}
		}
	}
	return false
}

// commonForms is the number of marked forms that a word without marks stands for
// where it is asked what it stands beside: the rarer ones stand beside anything.
const commonForms = 3

func (m *Model) idsOf(word string, folded bool) []int32 {
	if folded {
		ids := m.folded[word]
		return ids[:min(len(ids), commonForms)]
	}
	if id, ok := m.ids[word]; ok {
		return []int32{id}
	}
	return nil
}

// syllables spells the syllables of the built-in model, folded.
var syllables = sync.OnceValue(func() *Speller {
	return NewSpeller(func(yield func(string, float64) bool) {
		m := builtinModel()
		if m == nil {
			return
		}
		for _, folded := range slices.Sorted(maps.Keys(m.folded)) { // in order: ties are broken by it
			if !yield(folded, float64(len(m.folded[folded]))) {
				return
			}
		}
	})
})

// NearInLanguage returns the syllables in use, with their marks, that a folded
// word is within a slip of (see Near).
func NearInLanguage(word string) []string {
	m := builtinModel()
	if m == nil {
		return nil
	}
	near := syllables().Near(word)
	slices.Sort(near)
	var out []string
	for _, folded := range near {
		for _, id := range m.folded[folded] {
			out = append(out, m.text[id])
		}
	}
	return out
}

// met reports whether b follows a in what the model was made of.
func (m *Model) met(a, b int32) bool {
	_, ok := slices.BinarySearch(m.next[m.starts[a]:m.starts[a+1]], b)
	return ok
}
