package query

import (
	"slices"
	"strings"
)

// A name may be interrupted: "cử tri [toàn tỉnh] đi bầu", "tỷ trọng dịch vụ [2020]
// so với toàn tỉnh", "tặng [tỉnh] mấy sổ tiết kiệm". Gathered readings bring its
// words together by saying last what interrupts it; which of them are names the
// vocabulary tells.

// moves tells what a gathered reading says last.
type moves uint8

const (
	moveTimes  moves = 1 << iota
	moveAreas        // called by their names
	moveWholes       // called by their levels: "toàn tỉnh"
	moveAsking       // "bao nhiêu" and the verbs it leans on
)

// gatherings are the ways to gather, from the smallest change to the largest.
var gatherings = [...]moves{
	moveTimes, moveTimes | moveAreas, moveTimes | moveAreas | moveWholes, moveAsking, moveTimes | moveAreas | moveWholes | moveAsking,
}

// gather returns the text with what interrupts its words said last, in the ways
// that differ. A word that is doubted is so where it stands: then nothing moves.
func (p *parser) gather() []gathered {
	if p.doubts || len(p.words) > maxGathered || len(p.q.Areas) > 2 || p.hasRoles() {
		return nil
	}
	var out []gathered
	for _, text := range p.compositions() {
		out = append(out, gathered{text: text})
	}
	for _, m := range gatherings {
		s := p.saidLast(m)
		if s != "" && !slices.ContainsFunc(out, func(g gathered) bool { return g.text == s }) {
			out = append(out, gathered{s, p.countsOn(m)})
		}
	}
	return out
}

// gathered is a text with what interrupts its names said last.
type gathered struct {
	text    string
	counted bool // a number of what was brought together is asked for
}

// maxGathered is the number of words of a text that is gathered: longer ones are
// no questions.
const maxGathered = 40

// saidLast returns the words in their order, those that move behind the others;
// empty if none stands between words that stay. What stood together stays so,
// with the signs between its words.
func (p *parser) saidLast(m moves) string {
	var stay, last []string
	pending, between := false, false
	for i := 0; i < len(p.segs); {
		n, run := p.moving(i, m), &last
		if n == 0 {
			between = between || pending
			run = &stay
			for n = 1; i+n < len(p.segs) && p.moving(i+n, m) == 0; n++ {
			}
		} else {
			pending = pending || len(stay) > 0
		}
		*run = append(*run, p.q.Text[p.words[p.segs[i].from].start:p.words[p.segs[i+n-1].to-1].end])
		i += n
	}
	if !between {
		return ""
	}
	return strings.Join(stay, " ") + "; " + strings.Join(last, " ")
}

// moving returns how many segments from i on move together, 0 if the one at i
// stays. A preposition goes with what it stands before.
func (p *parser) moving(i int, m moves) int {
	n := 0
	for j := i; j < len(p.segs); j++ {
		switch {
		case p.moves(j, m):
			n = j - i + 1
		case !p.leads(j):
			return n
		}
	}
	return n
}

// moves reports whether segment i is of what is said last.
func (p *parser) moves(i int, m moves) bool {
	s := p.segs[i]
	switch {
	case p.taken[s.from]:
		return m&moveTimes != 0
	case s.has(senseArea):
		return m&moveAreas != 0 && !s.has(senseIndicator)
	case s.has(senseWhole), s.has(senseKindOfArea):
		return m&moveWholes != 0
	case s.has(senseHowMuch), s.has(senseUnit), s.to == s.from+1 && asks[p.words[s.from].text]:
		return m&moveAsking != 0
	}
	return false
}

// asks are verbs that "bao nhiêu" leans on. Without marks only those count that
// are no other word.
var asks = map[string]bool{"được": true, "đc": true, "duoc": true, "dc": true, "đạt": true, "có": true, "là": true, "đã": true}

// countsOn reports whether a number is asked for of what gathering m brings
// together: "bao nhiêu" moves away from in front of it.
func (p *parser) countsOn(m moves) bool {
	for i := range len(p.segs) - 1 {
		if p.segs[i].has(senseHowMuch) && p.moves(i, m) && p.moving(i+1, m) == 0 {
			return true
		}
	}
	return false
}

// hasRoles reports whether words around the periods tell what they are for: all
// must stay where they are.
func (p *parser) hasRoles() bool {
	return slices.ContainsFunc(p.q.Periods, func(n Period) bool { return n.Role != Main }) || len(p.q.Periods) > 1
}

// leads reports whether segment i is a word that goes with what follows it.
func (p *parser) leads(i int) bool {
	s := p.segs[i]
	return s.to == s.from+1 && s.has(senseFiller) && slices.Contains([]string{"của", "ở", "tại", "trong", "trên", "năm", "vào", "cua", "o", "tai", "tren", "nam", "vao"}, p.words[s.from].text)
}

// gathers reports whether a gathered reading is worth a try: where something is
// left over, nothing is named or several things are, or a time or an area stands
// behind a name that goes on.
func (p *parser) gathers() bool {
	return len(p.q.Left) > 0 || len(p.q.Indicators) != 1 || p.interrupts()
}

// interrupts reports whether an indicator's name stands before a time or an area
// that words follow which could go on with it.
func (p *parser) interrupts() bool {
	if len(p.q.Indicators) != 1 {
		return false
	}
	between := false
	for i, s := range p.segs {
		switch {
		case s.from <= p.q.Indicators[0].at:
		case p.taken[s.from], p.moves(i, moveAreas|moveWholes):
			between = true
		case between && !p.moves(i, moveAsking):
			return true
		}
	}
	return false
}

// tellsMore reports whether a gathered reading is better than the plain one: it
// leaves less over, or brings more words together to a name.
func (q Query) tellsMore(plain Query) bool {
	if a, b := q.leftWords(), plain.leftWords(); a != b || q.strange != plain.strange {
		return a <= b && q.strange <= plain.strange
	}
	return len(q.Indicators) > 0 && q.longestName() > plain.longestName() && len(q.Indicators) <= max(1, len(plain.Indicators))
}

// longestName returns the number of words of the longest name of an indicator.
func (q Query) longestName() int {
	n := 0
	for _, i := range q.Indicators {
		n = max(n, len(strings.Fields(i.name)))
	}
	return n
}
