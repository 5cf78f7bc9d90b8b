package query

import (
	"strings"

	"thiduabot/corpus/viet"
)

func fold(s string) string { return viet.Fold(s) }

// carried reports whether the words that stand as typed carry a phrase. The more
// a slipped word is trusted as it stands, the more of the phrase must be there.
func (m *mender) carried(s span) bool {
	n := s.to - s.from
	if n == 1 {
		return m.typed[s.from].trust <= trustRare && alone[s.phrase.words[0]] && m.typed[s.from].trust == trustNone
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
	if s.phrase.sense == senseArea {
		return exact > 0 && m.carriesPlace(s)
	}
	named := s.phrase.sense == senseIndicator
	switch worst {
	case trustNone:
		return exact > 0 || n > 2 || !named
	case trustRare:
		return exact >= s.slips
	case trustKnown:
		return exact > s.slips || !named && exact > 0
	}
	return exact > s.slips
}

// carriesPlace reports whether a place is told by what stands as typed: a name
// that someone may write is another place, but for provinces, which are all
// known. The word for its kind tells no place from another.
func (m *mender) carriesPlace(s span) bool {
	kind := kindWords(s.phrase.words)
	province := m.areas[s.phrase.value].Level == "province" && kind > 0
	intact := 0
	for k := kind; k < len(s.slipped); k++ {
		if !s.slipped[k] {
			intact++
			continue
		}
		if t := m.typed[s.from+k].trust; t > trustRare || t == trustRare && !province {
			if !province || s.slips > 1 {
				return false
			}
		}
	}
	return intact > 0 || s.slips < len(s.slipped)
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
	"đạt": true, "tăng": true, "giảm": true, "cho": true, "được": true, "với": true, "phường": true, "huyện": true, "mấi": true,
	"tổng": true,
}
