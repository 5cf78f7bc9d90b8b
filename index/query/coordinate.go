package query

import (
	"slices"
	"strings"
)

// Names that share their last words are often said with these once: "thu và chi
// ngân sách", "diện tích, năng suất, sản lượng lúa". The coordinated reading says
// them with each.

// maxCoordinated is how many words of a name may stand apart from what it shares.
const maxCoordinated = 3

// coordinatedReading returns the text with the shared words said with each name;
// empty if it has no such names.
func (p *parser) coordinatedReading() string {
	for _, s := range p.segs {
		if !s.has(senseIndicator) || s.to-s.from < 2 || p.taken[s.from] {
			continue
		}
		for shared := s.from + 1; shared < s.to; shared++ {
			if text := p.shareOut(s.from, shared, s.to); text != "" {
				return text
			}
		}
	}
	return ""
}

// shareOut says words[shared:end] with each of the names that are listed before
// words[from:end]; empty if there is none.
func (p *parser) shareOut(from, shared, end int) string {
	tail := p.q.Text[p.words[shared].start:p.words[end-1].end]
	text := p.q.Text
	found := false
	for {
		last, joined := p.beforeJoint(from)
		first := p.nameAhead(last, p.words[shared:end])
		if first < 0 || !joined && last-first > 0 || p.namedAlike(last, from) {
			break
		}
		insert := " " + tail
		if !joined {
			insert += ","
		}
		at := p.words[last].end
		text = text[:at] + insert + text[at:]
		from, found = first, true
	}
	if !found {
		return ""
	}
	return text
}

// namedAlike reports whether the words up to last are a name of their own that
// begins with the head of the one at from: "số xã và số phường" are two counts.
func (p *parser) namedAlike(last, from int) bool {
	return slices.ContainsFunc(p.segs, func(s segment) bool {
		return s.to == last+1 && s.from < last && s.has(senseIndicator) && p.words[s.from].fold == p.words[from].fold
	})
}

// beforeJoint returns the word before words[from] that a comma or a word of
// joining parts from it, and whether something does.
func (p *parser) beforeJoint(from int) (last int, joined bool) {
	if from == 0 || p.words[from].parted {
		return -1, false
	}
	last = from - 1
	if joints[p.words[last].text] && last > 0 {
		return last - 1, true
	}
	between := p.q.Text[p.words[last].end:p.words[from].start]
	return last, strings.ContainsAny(between, ",/")
}

// joints join names of one kind.
var joints = map[string]bool{"và": true, "va": true, "với": true, "hay": true, "hoặc": true, "cùng": true}

// nameAhead returns the first of the words up to last that make a name together
// with the shared words, the longest such; -1 if none do.
func (p *parser) nameAhead(last int, shared []word) int {
	for first := max(0, last-maxCoordinated+1); first <= last && last >= 0; first++ {
		if p.taken[first] {
			continue
		}
		whole := append(append([]word{}, p.words[first:last+1]...), shared...)
		for i := 1; i < len(whole); i++ {
			whole[i].parted = false
		}
		for _, s := range p.Terms.segmentsAt(whole, 0, p.q.Marked) {
			if s.to == len(whole) && s.has(senseIndicator) {
				return first
			}
		}
	}
	return -1
}

// orCoordinated returns the parse, or that of the coordinated reading where its
// names account for more.
func (p *parser) orCoordinated() *parser {
	if len(p.words) > maxGathered {
		return p
	}
	text := p.coordinatedReading()
	if text == "" {
		return p
	}
	other := read(reading{text, p.q.Changed}, p.Options)
	if other.q.leftWords() > p.q.leftWords() || other.q.strange > p.q.strange || other.doubtSlips() || other.q.namedWords() <= p.q.namedWords() {
		return p
	}
	other.q.Text = p.q.Text
	return other
}

// namedWords returns the number of words of the names of indicators.
func (q Query) namedWords() int {
	n := 0
	for _, i := range q.Indicators {
		n += len(strings.Fields(i.name))
	}
	return n
}
