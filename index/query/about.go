package query

import (
	"slices"
	"strings"

	"thiduabot/corpus"
)

// askingSenses are those of words that say what to do with a topic, not what it
// is.
var askingSenses = []sense{senseFind, senseNewest, senseOldest, senseWhich, senseYesNo, senseWho, senseWhen, senseWhere, senseHowMuch, senseHow, senseHelp, senseGreeting, senseSource, senseChart}

// asks reports whether a segment only says what to do with the topic.
func (s segment) asks() bool {
	return len(s.senses) > 0 && !slices.ContainsFunc(s.senses, func(x phrase) bool { return !slices.Contains(askingSenses, x.sense) })
}

// empty reports whether a segment says nothing of the topic, but may stand
// inside it: "và", "của".
func (s segment) empty() bool {
	return len(s.senses) > 0 && !slices.ContainsFunc(s.senses, func(x phrase) bool { return x.sense != senseFiller && x.sense != senseAnd })
}

// tellTopic notes the stretch of the text that names what a search is for, as it
// stands: without what asks, without empty words at its ends, and without the
// days and months that narrow the search.
func (p *parser) tellTopic() {
	var kept []segment
	for _, s := range p.segs {
		if !s.asks() && !(p.taken[s.from] && !p.namesYears(s)) {
			kept = append(kept, s)
		}
	}
	for len(kept) > 0 && p.hollow(kept[0]) {
		kept = kept[1:]
	}
	for len(kept) > 0 && p.hollow(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	var out []string
	for _, s := range kept {
		out = append(out, p.text(s))
	}
	p.q.About = strings.Join(out, " ")
}

func (p *parser) hollow(s segment) bool { return !p.taken[s.from] && s.empty() }

// namesYears reports whether a word taken by a time belongs to one of a quarter
// of a year or more.
func (p *parser) namesYears(s segment) bool {
	at := s.from
	for at > 0 && p.taken[at-1] && !slices.ContainsFunc(p.q.Periods, func(n Period) bool { return n.at == at }) {
		at--
	}
	return slices.ContainsFunc(p.q.Periods, func(n Period) bool {
		return n.at == at && !n.Open && slices.Contains([]corpus.PeriodKind{corpus.Year, corpus.Span, corpus.Quarter, corpus.Half, corpus.Months}, n.Kind)
	})
}
