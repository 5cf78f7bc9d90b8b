package query

import (
	"slices"
	"strings"
	"unicode"

	"thiduabot/corpus"
)

// A word that questions are wrapped in is passed over, so it must be one: what is
// written like a name, stands where such a word cannot stand, or is one slip away
// from being part of a name may be what the question is about. doubt takes the
// sense from such words; they are left over, and the judge gives no figure that
// does not account for them.
func (p *parser) doubt() {
	named := p.capitalsTell()
	for i := range p.segs {
		if named && p.passable(i) && p.writtenAsName(i) || p.weak(i) && p.misplaced(i) || p.meansNothing(i) {
			p.distrust(i)
		}
	}
}

// meansNothing reports whether segment i is of a sense that says nothing with what
// else is named or stands around it.
func (p *parser) meansNothing(i int) bool {
	s := p.segs[i]
	switch {
	case s.only(senseSpending):
		return !p.spends()
	case s.only(senseOffice):
		return !p.placed(i + 1)
	case s.only(senseAdding):
		return !p.accumulate()
	case s.only(senseOnly):
		return p.narrows(i)
	case s.only(senseDeadline):
		return len(p.q.Indicators) > 0 && !p.any(senseDocument)
	}
	return p.ofLand(i) || p.ofMen(i) || p.ofPeople(i) || p.seeksLate(i)
}

// spent are the folded words of the names of money that is spent.
var spent = []string{"chi", "von", "dau tu", "giai ngan", "tri gia", "qua", "so tien", "kinh phi"}

// spends reports whether an indicator is of money that is spent.
func (p *parser) spends() bool {
	return slices.ContainsFunc(p.q.Indicators, func(n Indicator) bool {
		ind, _ := p.Terms.Indicator(n.IDs[0])
		name := " " + strings.Join(Fold(ind.Name), " ") + " "
		return slices.ContainsFunc(spent, func(w string) bool { return strings.Contains(name, " "+w+" ") })
	})
}

// ofLand reports whether "dat" in a text without marks stands where "đạt" cannot,
// behind a preposition: it is "đất" then.
func (p *parser) ofLand(i int) bool {
	s := p.segs[i]
	return !p.q.Marked && s.from > 0 && s.to == s.from+1 && p.words[s.from].fold == "dat" && !p.taken[s.from-1] && slices.Contains([]string{"tu", "cua", "tien", "thue", "ve", "tren"}, p.words[s.from-1].fold)
}

// ofMen reports whether "nam" in a text without marks stands where "năm" does not,
// with no number or time beside it: it may be "nam" then.
func (p *parser) ofMen(i int) bool {
	s := p.segs[i]
	if p.q.Marked || s.to > s.from+1 || p.words[s.from].fold != "nam" || p.taken[s.from] || !s.has(senseFiller) || s.from == 0 {
		return false
	}
	if before := p.words[s.from-1]; before.number() || p.taken[s.from-1] || slices.Contains([]string{"ca", "trong", "hang", "cuoi", "dau", "giua", "moi", "mot", "cac", "tung", "may", "nhieu", "den", "tinh"}, before.fold) {
		return false
	}
	return s.to == len(p.words) || !p.words[s.to].number() && !p.taken[s.to] && !slices.Contains([]string{"nao", "gi", "nay", "do"}, p.words[s.to].fold)
}

// narrows reports whether a word such as "riêng" at segment i stands before what
// nothing accounts for, or nothing at all: then both are left over as one.
func (p *parser) narrows(i int) bool {
	return i+1 == len(p.segs) || p.unread(i+1) || p.segs[i+1].only(senseOther) || p.segs[i+1].only(senseOnly)
}

// accumulate reports whether all that is named accumulates over a year: of what
// is counted on a day, what was added is another figure.
func (p *parser) accumulate() bool {
	return len(p.q.Indicators) > 0 && !slices.ContainsFunc(p.q.Indicators, func(n Indicator) bool {
		ind, _ := p.Terms.Indicator(n.IDs[0])
		return ind.Kind != corpus.Flow
	})
}

// placed reports whether segment i, if there is one, is a place.
func (p *parser) placed(i int) bool {
	return i < len(p.segs) && (p.segs[i].has(senseArea) || p.segs[i].has(senseWhole) || p.segs[i].has(senseKindOfArea)) && len(p.q.Indicators) > 0
}

// seeksLate reports whether segment i is a word that asks to search, behind what
// the question is about: "mở" there may be a slip.
func (p *parser) seeksLate(i int) bool {
	s := p.segs[i]
	if s.to > s.from+1 || !s.only(senseFind) {
		return false
	}
	return slices.ContainsFunc(p.segs[:i], func(before segment) bool { return before.has(senseIndicator) || before.has(senseArea) })
}

// ofPeople reports whether segment i asks for a share of the people where
// households are counted.
func (p *parser) ofPeople(i int) bool {
	s := p.segs[i]
	return s.to > s.from+1 && s.only(senseUnit) && endsIn(p.foldOf(s), "dan", "dan so") && slices.ContainsFunc(p.q.Indicators, func(n Indicator) bool {
		return strings.HasPrefix(n.name, "hộ ") || strings.Contains(n.name, " hộ ")
	})
}

// weak reports whether segment i is a single word that says nothing of what is
// asked for.
func (p *parser) weak(i int) bool {
	return p.passable(i) && !slices.ContainsFunc(p.segs[i].senses, func(e phrase) bool { return !e.empty() })
}

// passable reports whether segment i is a single word that in one of its meanings
// says nothing of what is asked for.
func (p *parser) passable(i int) bool {
	s := p.segs[i]
	return s.to == s.from+1 && !p.taken[s.from] && slices.ContainsFunc(s.senses, phrase.empty)
}

// empty reports whether a phrase says nothing of what is asked for.
func (e phrase) empty() bool {
	switch e.sense {
	case senseFiller, senseWhich, senseAnd, senseAgainst, senseYesNo, senseGreeting, senseHow, senseUnit, senseHelp, senseSpending, senseAdding, senseOnly, senseOffice:
		return true
	}
	return false
}

// capitalsTell reports whether capitals mark names in the text: it is not written
// in capitals throughout, nor each word with one.
func (p *parser) capitalsTell() bool {
	small, all := 0, 0
	for _, w := range p.words {
		if w.number() || w.text == "%" {
			continue
		}
		all++
		if !p.capital(w) {
			small++
		}
	}
	return 4*small >= all
}

// capital reports whether a word has a capital letter, wherever it slipped to.
func (p *parser) capital(w word) bool {
	return strings.IndexFunc(p.q.Text[w.start:w.end], unicode.IsUpper) >= 0
}

// writtenAsName reports whether segment i has a capital that no sentence begins
// with, inside the question: whom it speaks to is named at its edges.
func (p *parser) writtenAsName(i int) bool {
	w := p.words[p.segs[i].from]
	return p.capital(w) && !p.opens(w) && !p.atEdge(i)
}

// opens reports whether a sentence begins with the word.
func (p *parser) opens(w word) bool {
	before := strings.TrimRight(p.q.Text[:w.start], " \t\"“'(-•*")
	return before == "" || strings.HasSuffix(before, "\n") || strings.ContainsAny(before[len(before)-1:], ".?!:;")
}

// atEdge reports whether nothing but weak words and phrases of courtesy stands
// before segment i, or nothing but those behind it.
func (p *parser) atEdge(i int) bool {
	polite := func(j int) bool { return p.weak(j) || p.segs[j].only(senseFiller) || p.segs[j].only(senseGreeting) }
	before, behind := true, true
	for j := range p.segs {
		if j != i && !polite(j) {
			before = before && j > i
			behind = behind && j < i
		}
	}
	return before && p.speaksTo(i) || behind
}

// speaksTo reports whether what follows goes on from naming in segment i whom the
// question speaks to: "Anh cho hỏi", not "Anh 2022".
func (p *parser) speaksTo(i int) bool {
	if rest := p.q.Text[p.words[p.segs[i].from].end:]; p.segs[i].has(senseGreeting) || strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, " ,") {
		return true
	}
	return i+1 < len(p.segs) && !p.taken[p.segs[i+1].from] && (p.segs[i+1].has(senseFiller) || p.segs[i+1].has(senseGreeting))
}

// cannotFollow are words that stand behind no preposition: "của là" has lost a
// name.
var cannotFollow = map[string]bool{
	"la": true, "thi": true, "duoc": true, "co": true, "da": true, "se": true, "dang": true, "cho": true, "va": true, "con": true, "a": true, "hi": true, "alo": true, "di": true,
}

// misplaced reports whether a weak word stands where it means nothing: a greeting
// in the middle, a unit that nothing is counted in, a verb behind a preposition.
func (p *parser) misplaced(i int) bool {
	s := p.segs[i]
	w := p.words[s.from]
	switch {
	case s.only(senseGreeting):
		return !p.atEdge(i)
	case s.only(senseUnit) && (w.fold == "ti" || w.fold == "do"):
		return i+1 < len(p.segs) && !p.counts(i-1)
	case negations[w.fold]:
		return p.negates(i)
	case w.text == "ta" && !s.has(senseUnit):
		return i > 0 && p.segs[i-1].has(senseHowMuch)
	case w.text == "ấy":
		return i+1 < len(p.segs) && p.adjoin(i)
	case w.fold == "oi":
		return i > 0 && !spokenTo[p.words[s.from-1].fold]
	case w.text == "la" && !p.q.Marked:
		return !p.tells(i + 1)
	}
	return i > 0 && cannotFollow[w.fold] && slices.Contains([]string{"của", "ở", "tại", "từ", "cua", "o", "tai", "tu"}, p.words[s.from-1].text) && !p.taken[s.from-1]
}

// spokenTo are those whom a question calls: "em ơi".
var spokenTo = map[string]bool{
	"em": true, "anh": true, "chi": true, "bot": true, "ad": true, "bac": true, "chu": true, "co": true, "sep": true, "ban": true, "ong": true, "ba": true, "e": true, "a": true, "c": true, "thay": true,
}

// tells reports whether segment i, if there is one, goes on from "là".
func (p *parser) tells(i int) bool {
	if i >= len(p.segs) {
		return true
	}
	s := p.segs[i]
	return p.words[s.from].number() || slices.ContainsFunc([]sense{senseHowMuch, senseWhich, senseHow, senseYesNo, senseEstimate, senseTarget, senseWho, senseWhen, senseWhere, senseHighest, senseLowest}, s.has)
}

// negations ask yes or no behind what they ask about, and deny what they stand
// before.
var negations = map[string]bool{"khong": true, "ko": true, "k": true, "kg": true, "hok": true, "hong": true, "chua": true}

// negates reports whether a sentence goes on behind the negation at segment i
// with more than times, places and courtesy.
func (p *parser) negates(i int) bool {
	end := p.words[p.segs[i].to-1].end
	for j := i + 1; j < len(p.segs); j++ {
		s := p.segs[j]
		if strings.ContainsAny(p.q.Text[end:p.words[s.from].start], ",.;?!\n") {
			return false
		}
		if !p.taken[s.from] && !p.weak(j) && !s.has(senseArea) && !s.has(senseWhole) && !s.only(senseFiller) {
			return true
		}
		end = p.words[s.to-1].end
	}
	return false
}

// counts reports whether segment i asks for a number, is one, or names what a
// figure is to be told in.
func (p *parser) counts(i int) bool {
	if i < 0 {
		return false
	}
	s := p.segs[i]
	last := p.words[s.to-1]
	return s.has(senseHowMuch) || last.number() && !p.taken[s.from] || slices.Contains([]string{"bang", "theo", "vi", "nghin", "trieu", "tinh"}, last.fold)
}

// telling reports whether a phrase would make the question another one.
func (e phrase) telling() bool {
	switch e.sense {
	case senseIndicator, senseArea, senseOther, senseActual, senseTarget, sensePlan, senseGrowth, senseFall, senseOfficial, senseEstimate:
		return true
	}
	return false
}

// doubtSlips takes the sense from weak words that spell, but for a slip, a part
// of a phrase that would make the question another one, and reports whether there
// were any. Phrases that were read stay whole.
func (p *parser) doubtSlips() bool {
	if len(p.words) > maxDoubted || !p.anyPassable() {
		return false
	}
	before := p.doubts
	p.doubts = false
	p.findSlips()
	found := p.doubts
	if p.doubts = p.doubts || before; found {
		p.conclude()
	}
	return found
}

func (p *parser) anyPassable() bool {
	for i := range p.segs {
		if p.passable(i) {
			return true
		}
	}
	return false
}

func (p *parser) findSlips() {
	m := &mender{Terms: p.Terms, words: p.words, marked: p.q.Marked, budget: maxSteps}
	m.typed = make([]typedWord, len(p.words))
	bounds := make([]bool, len(p.words)+1)
	for i, s := range p.segs {
		bounds[s.from], bounds[s.to] = true, true
		for k := s.from; k < s.to; k++ {
			m.typed[k].trust = trustFull
		}
		if w := p.words[s.from]; p.passable(i) && len(w.fold) > 1 && !w.number() && w.text != "%" {
			m.typed[s.from] = typedWord{trust: trustTerm, near: m.nearOf(w.fold)}
		}
	}
	for i := range p.words {
		if bounds[i] && !p.taken[i] {
			p.doubtFrom(m, bounds, i)
		}
	}
}

// maxDoubted is the number of words of a text whose weak words are doubted for
// slips: longer ones are no questions.
const maxDoubted = 60

// longestDoubted is the number of words of a phrase that a weak word is held
// against.
const longestDoubted = 6

func (p *parser) doubtFrom(m *mender, bounds []bool, from int) {
	paths := []path{{node: p.Terms.root}}
	for j := from; j < min(len(p.words), from+longestDoubted) && len(paths) > 0 && !p.taken[j] && !(j > from && p.words[j].parted); j++ {
		paths = m.advance(paths, j)
		if j == from || !bounds[j+1] {
			continue
		}
		for _, way := range paths {
			if way.slips == 0 || way.slips == len(way.folds) {
				continue
			}
			for _, e := range way.node.ends {
				if e.telling() {
					p.doubtSlipped(m, way, e, from)
				}
			}
		}
	}
}

// doubtSlipped takes the sense from the slipped words of a phrase, if slips they
// may be.
func (p *parser) doubtSlipped(m *mender, way path, e phrase, from int) {
	var slipped []int
	for k, fold := range way.folds {
		w := p.words[from+k]
		if fold == w.fold {
			if p.q.Marked && w.text != e.words[k] && !w.bare() {
				return
			}
			continue
		}
		if _, ok := m.slipCost(w, e.words[k]); !ok {
			return
		}
		slipped = append(slipped, from+k)
	}
	for i := range p.segs {
		if slices.Contains(slipped, p.segs[i].from) && p.passable(i) {
			p.distrust(i)
		}
	}
}

// distrust leaves segment i over.
func (p *parser) distrust(i int) {
	p.segs[i].senses = nil
	p.doubts = true
}
