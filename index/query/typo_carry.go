package query

import (
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

func fold(s string) string { return viet.Fold(s) }

// carried reports whether the words that stand as typed carry a phrase. The more
// a slipped word is trusted as it stands, the more of the phrase must be there;
// the last word of a name, which tells what is counted, must then stand as typed
// ("hộ nghề" is not "hộ nghèo").
func (m *mender) carried(s span) bool {
	n := s.to - s.from
	if n == 1 && (m.typed[s.from].trust != trustNone || !alone[s.phrase.words[0]] || m.nearer(s.from, s.phrase.words[0])) {
		return false
	}
	worst := trustNone
	for k, slipped := range s.slipped {
		if !slipped {
			continue
		}
		worst = max(worst, m.typed[s.from+k].trust)
		if w := m.words[s.from+k]; m.typed[s.from+k].trust >= trustRare && w.fold == viet.Fold(s.phrase.words[k]) && n < longName {
			return false
		}
	}
	exact := n - s.slips
	if first := s.phrase.words[0]; s.slipped[0] && (first == "mấy" || first == "bao") && m.typed[s.from].trust >= trustKnown {
		return false
	}
	switch {
	case s.phrase.sense == senseArea:
		return (exact > 0 || worst == trustNone && n > 2) && m.carriesPlace(s)
	case s.phrase.sense != senseIndicator:
		return m.carriesAsking(s, worst, exact) && !m.belongsBeside(s)
	}
	switch worst {
	case trustNone:
		return exact > 0 || n > 2
	case trustRare:
		return exact >= s.slips
	}
	return !s.slipped[n-1] && (exact > s.slips || exact == s.slips && n >= longName)
}

// carriesAsking reports whether words of asking or of time are told by what
// stands as typed; beside a number there is little that they may be.
func (m *mender) carriesAsking(s span, worst trust, exact int) bool {
	if s.slipped[0] && turning[s.phrase.words[0]] && m.typed[s.from].trust >= trustKnown {
		return false
	}
	if slices.Contains(s.phrase.words, anyNumber) {
		exact++
	}
	switch worst {
	case trustNone:
		return exact > 0 || len(s.slipped) != 2 || told[strings.Join(s.phrase.words, " ")]
	case trustRare, trustKnown:
		return exact >= 1 && 2*exact >= s.slips
	case trustFull:
		return s.slips == 1 && exact >= framing
	}
	return exact > s.slips
}

// turning are words that make of a question its opposite or another one; a word
// that someone writes is no slip of theirs ("giao bao nhiêu" asks for no fall).
var turning = map[string]bool{"giảm": true, "gấp": true, "đạt": true, "vượt": true, "sụt": true}

// framing is the number of words that must stand as typed around a word which is
// known beside its neighbours, for it to be taken as a slip: "7 tháng du năm 2024".
const framing = 4

// told are pairs of words that are recognised though both slipped.
var told = map[string]bool{"bao nhiêu": true, "thành phố": true, "phần trăm": true}

// carriesPlace reports whether a place is told by what stands as typed: a name
// that someone may write is another place, but where all names are known, as of
// provinces and the towns called like them. The word for its kind tells no place
// from another.
func (m *mender) carriesPlace(s span) bool {
	kind := kindWords(s.phrase.words)
	closed := kind > 0 && m.isProvince(s.phrase.words[kind:])
	intact, real := 0, 0
	for k := kind; k < len(s.slipped); k++ {
		switch {
		case !s.slipped[k]:
			intact++
		case m.typed[s.from+k].trust > trustRare:
			real++
		}
	}
	return closed && real <= 1 || real == 0 && (intact > 0 || kind > 0 && m.strange(s))
}

// strange reports whether no one writes any of the slipped words.
func (m *mender) strange(s span) bool {
	for k, slipped := range s.slipped {
		if slipped && m.typed[s.from+k].trust > trustNone {
			return false
		}
	}
	return true
}

// belongsBeside reports whether a slipped word at either end of a phrase is as
// likely one that goes with the word next to the phrase: the end of "công nghiệp
// det" is no slip of "đến", whatever follows.
func (m *mender) belongsBeside(s span) bool {
	last := len(s.slipped) - 1
	open := func(i int) bool { return i >= 0 && i < len(m.words) && !m.typed[i].light }
	return s.slipped[0] && open(s.from-1) && m.goesWith(s, 0, m.said[s.from-1], true) ||
		s.slipped[last] && open(s.to) && m.goesWith(s, last, m.said[s.to], false)
}

// inLanguage returns the words of the language near word i, none once the budget
// is spent.
func (m *mender) inLanguage(i int) []string {
	if m.budget <= 0 {
		return nil
	}
	w := &m.typed[i]
	if w.language == nil {
		w.language = append([]string{}, viet.NearInLanguage(viet.Fold(m.said[i]))...)
	}
	m.budget -= stepsSlip * len(w.language)
	return w.language
}

// nearer reports whether a word of the language costs less to be what word i was
// meant as, or, without marks, no more.
func (m *mender) nearer(i int, meant string) bool {
	w := m.words[i]
	cost, _ := m.slipCost(w, meant)
	return slices.ContainsFunc(m.inLanguage(i), func(other string) bool {
		if alone[other] || viet.Fold(other) == viet.Fold(meant) {
			return false
		}
		c, ok := m.slipCost(w, other)
		return ok && (c < cost || !m.marked && c <= cost)
	})
}

// How much dearer another word may be that a slipped one is meant as, and how
// much cheaper it must be to count after a name, known to stand there or not.
// Without marks far more words are near: there it need not be cheaper.
const (
	asLikely       = 0.35
	clearlyCheaper = 0.1
)

// goesWith reports whether slipped word k may be another than the phrase has,
// one that is known to stand after or before its neighbour.
func (m *mender) goesWith(s span, k int, beside string, after bool) bool {
	w, meant := m.words[s.from+k], s.phrase.words[k]
	cost, _ := m.slipCost(w, meant)
	for _, other := range m.inLanguage(s.from + k) {
		if alone[other] || other == meant || m.marked && other == m.said[s.from+k] || !m.marked && viet.Fold(other) == viet.Fold(meant) {
			continue
		}
		c, ok := m.slipCost(w, other)
		if !ok || c > cost+asLikely {
			continue
		}
		if after && (c < cost-clearlyCheaper || !m.marked && c <= cost) {
			return true
		}
		if !m.marked {
			other = viet.Fold(other)
		}
		if after && viet.Follows(beside, other, !m.marked) || !after && viet.Follows(other, beside, !m.marked) && m.continues(s, k, other) {
			return true
		}
	}
	return false
}

// continues reports whether a word in place of slipped word k would go on from the
// word before it in the phrase. A word that someone writes may stand for itself.
func (m *mender) continues(s span, k int, other string) bool {
	return k == 0 || m.typed[s.from+k].trust > trustNone || viet.Follows(m.said[s.from+k-1], other, !m.marked)
}

// isProvince reports whether a province has the name.
func (m *mender) isProvince(name []string) bool {
	n := m.root
	for _, w := range append([]string{"tinh"}, name...) {
		if n = n.next[viet.Fold(w)]; n == nil {
			return false
		}
	}
	return slices.ContainsFunc(n.ends, func(p phrase) bool { return p.sense == senseArea && m.areas[p.value].Level == "province" })
}

// kindWords returns how many words of a name are its kind: "thành phố".
func kindWords(words []string) int {
	name := strings.Join(words, " ") + " "
	for _, k := range kindForms {
		for _, form := range append([]string{k.long}, k.short...) {
			if form != "" && strings.HasPrefix(name, form) {
				return strings.Count(form, " ")
			}
		}
	}
	return 0
}

// longName is the number of words from which a phrase is recognised even with
// the tone of a word changed into that of another ("lụa" is not "lúa").
const longName = 4

// alone are the single words that a word no one writes is mended to: the
// commonest of questions.
var alone = map[string]bool{
	"năm": true, "tháng": true, "quí": true, "tỉnh": true, "của": true, "là": true, "trong": true, "và": true, "từ": true, "đến": true,
	"đạt": true, "tăng": true, "giảm": true, "cho": true, "được": true, "với": true, "phường": true, "huyện": true, "mấy": true,
	"tổng": true,
}
