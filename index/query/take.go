package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// takeQuotes notes what stands in quotation marks.
func (p *parser) takeQuotes() {
	parts := strings.FieldsFunc(p.q.Text, func(r rune) bool { return strings.ContainsRune("\"“”«»", r) })
	opened := strings.IndexAny(p.q.Text, "\"“«") == 0
	for i, s := range parts {
		inside := (i%2 == 1) != opened
		if s = strings.TrimSpace(s); inside && s != "" && strings.ContainsAny(p.q.Text, "\"“«") {
			p.q.Quoted = append(p.q.Quoted, s)
		}
	}
}

// takePhrases cuts the words that no time took into segments.
func (p *parser) takePhrases() {
	words := slices.Clone(p.words)
	for i := range words {
		if p.taken[i] {
			words[i].fold, words[i].text = "\x00", "\x00"
		}
	}
	p.segs = p.Terms.read(words, p.q.Marked)
	if !p.q.Marked {
		p.checkRestored()
	}
	p.takeParticle()
	p.decideShort()
	p.decideTrend()
	p.takeUnits()
	p.fitNames()
	p.takeIndicators()
}

// checkRestored takes the sense from single words of a text without marks that
// are other words once their marks are put back ("o nha" is "ở nhà", not the
// fillers "ở, nha").
func (p *parser) checkRestored() {
	restored, _ := viet.Restore(p.q.Text)
	words := split(viet.Normalize(restored))
	if len(words) != len(p.words) {
		return
	}
	for i := range p.segs {
		s := &p.segs[i]
		if s.to-s.from > 1 || len(s.senses) == 0 || s.has(senseIndicator) || s.has(senseArea) || p.taken[s.from] {
			continue
		}
		if w := words[s.from].text; !slices.ContainsFunc(s.senses, func(e phrase) bool { return e.words[0] == w }) && !p.certain(i) {
			if !s.has(senseKindOfArea) || p.unread(i+1) {
				s.senses = nil
			}
		}
	}
}

// takeParticle passes over a particle that ends a text without marks, where with
// marks it is one of its own: "… bao nhieu vay".
func (p *parser) takeParticle() {
	i := len(p.segs) - 1
	if p.q.Marked || i < 1 || !p.unread(i) || !particles[p.words[p.segs[i].from].fold] || p.words[p.segs[i].from-1].fold == "cho" {
		return
	}
	if before := p.segs[i-1]; p.taken[before.from] || len(before.senses) > 0 && !before.only(senseOther) {
		p.segs[i].senses = []phrase{{sense: senseFiller}}
	}
}

// particles end a sentence without meaning anything.
var particles = map[string]bool{"a": true, "nhe": true, "nhi": true, "the": true, "roi": true, "vay": true, "day": true}

// certain reports whether a single word without marks is what it was read as,
// whatever else it could spell: no syllable but an abbreviation, a unit behind
// "bao nhiêu", or a particle that ends the question.
func (p *parser) certain(i int) bool {
	s := p.segs[i]
	w := p.words[s.from].fold
	switch {
	case len(w) > 1 && !viet.ValidSyllable(w) && w != "ti":
		return true
	case s.has(senseUnit) && i > 0 && p.segs[i-1].has(senseHowMuch):
		return true
	}
	if w == "hoi" {
		return i+1 < len(p.segs) && p.taken[p.segs[i+1].from]
	}
	return particles[w] && i+1 == len(p.segs) && i > 0 && (len(p.segs[i-1].senses) > 0 && !p.segs[i-1].only(senseFiller) || p.taken[p.segs[i-1].from])
}

// unread reports whether segment i is a word that nothing accounts for.
func (p *parser) unread(i int) bool {
	return i < len(p.segs) && len(p.segs[i].senses) == 0 && !p.taken[p.segs[i].from]
}

// decideTrend reads "dien bien" without marks as what something does over time
// where it stands before what is named, and as the province behind it.
func (p *parser) decideTrend() {
	for i := range p.segs {
		if s := &p.segs[i]; s.has(senseArea) && s.has(senseTrend) {
			if i+1 < len(p.segs) && (p.segs[i+1].has(senseIndicator) || p.segs[i+1].only(senseFiller)) && (i == 0 || !p.segs[i-1].has(senseIndicator)) {
				s.drop(senseArea)
			} else {
				s.drop(senseTrend)
			}
		}
	}
}

// dropPlan takes the name of a plan as what another indicator is held against:
// "giải ngân … bao nhiêu % kế hoạch vốn".
func (p *parser) dropPlan() {
	if len(p.q.Indicators) != 2 {
		return
	}
	for k, n := range p.q.Indicators {
		i := slices.IndexFunc(p.segs, func(s segment) bool { return s.from == n.at })
		if i < 1 || !strings.HasPrefix(n.name, "kế hoạch ") || !p.segs[i-1].has(senseUnit) && !p.segs[i-1].has(senseAgainst) {
			continue
		}
		p.segs[i].senses = []phrase{{sense: sensePlan}}
		p.q.Indicators = slices.Delete(p.q.Indicators, k, k+1)
		return
	}
}

// dropFamily gives up the name of a whole beside a share of it, and that of a family where one of its readings is named
// with it and nothing sets the two against each other: "ngân sách thu 2021, phần
// ngân sách phường ấy".
func (p *parser) dropFamily() {
	if len(p.q.Indicators) != 2 || p.any(senseAnd, senseAgainst, senseCompare) {
		return
	}
	for k, n := range p.q.Indicators {
		if whole := p.q.Indicators[1-k]; strings.HasPrefix(n.name, "tỉ trọng ") && (slices.Contains(whole.IDs, "grdp") || strings.HasPrefix(whole.name, "cơ cấu")) {
			p.q.Indicators = []Indicator{n}
			return
		}
		family, _ := p.Terms.Indicator(n.IDs[0])
		if other := p.q.Indicators[1-k]; len(n.IDs) == 1 && slices.Contains(family.Readings, other.IDs[0]) && other.IDs[0] != n.IDs[0] {
			p.q.Indicators = []Indicator{other}
			return
		}
	}
}

// decideShort reads an abbreviation of both a place and a thing by what else the
// text names: "hn tỉnh" are poor households, "xuất khẩu HN" is Hanoi.
func (p *parser) decideShort() {
	for i := range p.segs {
		s := &p.segs[i]
		if s.to > s.from+1 || !s.has(senseArea) || !s.has(senseIndicator) || viet.ValidSyllable(p.words[s.from].fold) {
			continue
		}
		thing, place := false, false
		for j, other := range p.segs {
			thing = thing || j != i && other.has(senseIndicator)
			place = place || j != i && (other.has(senseArea) || other.has(senseWhole) || other.has(senseKindOfArea))
		}
		if place && !thing {
			s.drop(senseArea)
		} else {
			s.drop(senseIndicator)
		}
	}
}

// takeIndicators notes the indicators. A name that is a question word as well
// ("tăng trưởng") counts only if nothing else is named.
func (p *parser) takeIndicators() {
	for _, weak := range []bool{false, true} {
		for i := range p.segs {
			s := &p.segs[i]
			if !s.has(senseIndicator) || s.has(senseArea) || weak == s.only(senseIndicator) {
				continue
			}
			if weak && len(p.q.Indicators) > 0 {
				s.drop(senseIndicator)
				continue
			}
			p.q.Indicators = append(p.q.Indicators, Indicator{IDs: s.values(senseIndicator), Text: p.text(*s), name: s.name(senseIndicator), at: s.from})
		}
	}
	p.dropListed()
	slices.SortStableFunc(p.q.Indicators, func(a, b Indicator) int { return a.at - b.at })
	p.dropPlan()
	p.dropFamily()
}

func (s segment) only(x sense) bool {
	for _, p := range s.senses {
		if p.sense != x {
			return false
		}
	}
	return len(s.senses) > 0
}

func (s *segment) drop(x sense) {
	s.senses = slices.DeleteFunc(slices.Clone(s.senses), func(p phrase) bool { return p.sense == x })
}

func (s segment) values(x sense) []string {
	var out []string
	for _, p := range s.senses {
		if p.sense == x && !slices.Contains(out, p.value) {
			out = append(out, p.value)
		}
	}
	return out
}

// dropListed gives up an indicator whose name asks for a list as well ("chỉ tiêu
// thi đua", "liệt kê các chỉ tiêu vượt kế hoạch"), unless a number is asked for.
func (p *parser) dropListed() {
	if len(p.q.Indicators) != 1 || p.any(senseHowMuch) {
		return
	}
	listing := p.any(senseList) || p.afterPlural(p.q.Indicators[0].at)
	for i := range p.segs {
		s := &p.segs[i]
		if !s.has(senseIndicator) || !s.has(senseList) && !(listing && strings.HasPrefix(p.q.Indicators[0].name, "chỉ tiêu")) {
			continue
		}
		s.drop(senseIndicator)
		s.senses = append(s.senses, phrase{sense: senseList}, phrase{sense: outcomeOf(p.q.Indicators[0].name)})
		p.q.Indicators = nil
		return
	}
}

// afterPlural reports whether "những" or "các" stands before word i.
func (p *parser) afterPlural(i int) bool {
	return i > 0 && slices.Contains([]string{"những", "các", "nhung", "cac"}, p.words[i-1].text)
}

// outcomeOf reads the outcome that the name of a score speaks of.
func outcomeOf(name string) sense {
	switch {
	case strings.Contains(name, "không đạt"), strings.Contains(name, "chưa đạt"):
		return senseMissed
	case strings.Contains(name, "đạt"), strings.Contains(name, "vượt"):
		return senseReached
	}
	return senseGoals
}

// name returns the phrase of the vocabulary that the segment was read as.
func (s segment) name(x sense) string {
	for _, p := range s.senses {
		if p.sense == x {
			return strings.Join(p.words, " ")
		}
	}
	return ""
}

// text returns the words of a segment as they stand in the text.
func (p *parser) text(s segment) string {
	return p.q.Text[p.words[s.from].start:p.words[s.to-1].end]
}

// takeAreas notes the places.
func (p *parser) takeAreas() {
	for i := 0; i < len(p.segs); i++ { // takeLevel joins segments
		s := &p.segs[i]
		switch {
		case s.has(senseArea) && p.joined(i):
			s.senses, s.apart = nil, true
		case s.has(senseArea):
			p.addArea(Area{Names: s.values(senseArea), Text: p.text(*s), at: s.from})
			p.takeAge(i)
		case s.has(senseWhole):
			p.takeLevel(i, s.values(senseWhole))
		case s.has(senseKindOfArea):
			p.takeLevel(i, s.values(senseKindOfArea))
		}
	}
	if !p.any(senseAnd, senseAgainst, senseCompare) {
		p.dropEnclosing()
	}
}

// joined reports whether the area at segment i is told as what another one was
// joined with: "dân số thành phố sau khi nhập Mỹ Lộc". It is left over, for the
// note of a record to account for.
func (p *parser) joined(i int) bool {
	before := p.before(p.segs[i].from, 3)
	if !endsIn(before, "nhap", "nhap voi", "nhap them", "hop nhat", "hop nhat voi", "nhap huyen", "nhap xa") {
		return false
	}
	return slices.ContainsFunc(p.segs, func(s segment) bool {
		return s.from != p.segs[i].from && (s.has(senseArea) || s.has(senseWhole) || s.has(senseKindOfArea) && s.to != p.segs[i].from)
	})
}

// takeAge takes "mới" and "cũ" behind an area that there is since or was until a
// certain day.
func (p *parser) takeAge(i int) {
	if i+1 == len(p.segs) || p.segs[i+1].to > p.segs[i+1].from+1 || p.taken[p.segs[i+1].from] {
		return
	}
	a := p.Terms.areas[p.segs[i].values(senseArea)[0]]
	w := p.words[p.segs[i+1].from]
	if a.ValidFrom != "" && (w.text == "mới" || w.text == "moi") || a.ValidTo != "" && (w.text == "cũ" || w.text == "cu") {
		p.segs[i+1].senses = []phrase{{sense: senseArea}}
		p.segs[i].to = p.segs[i+1].to
		p.segs = slices.Delete(p.segs, i+1, i+2)
	}
}

// dropEnclosing gives up an area that another one named lies in: "huyện Ý Yên,
// tỉnh Nam Định" is one place.
func (p *parser) dropEnclosing() {
	all := slices.Clone(p.q.Areas)
	p.q.Areas = slices.DeleteFunc(p.q.Areas, func(a Area) bool {
		encloses := slices.ContainsFunc(all, func(b Area) bool { return len(b.Names) == 1 && p.encloses(a, b.Names[0]) })
		if encloses && a.insists() {
			p.leave(a)
		}
		return encloses
	})
}

// leave leaves the words of an area over, for a record to account for.
func (p *parser) leave(a Area) {
	for i := range p.segs {
		if p.segs[i].from == a.at {
			p.segs[i].senses, p.segs[i].apart = nil, true
		}
	}
}

// insists reports whether an area is named as the whole that a figure is of:
// "cấp tỉnh". Beside a place in it, it contradicts that, unless it is
// a rank that the record speaks of: "sản phẩm OCOP cấp tỉnh".
func (a Area) insists() bool {
	first, _, _ := strings.Cut(viet.Fold(a.Text), " ")
	return first == "cap"
}

// encloses reports whether an area, in one of its meanings, is an ancestor of
// the named one.
func (p *parser) encloses(a Area, name string) bool {
	for range 6 {
		in, ok := p.Terms.areas[name]
		if !ok || in.Parent == "" {
			return false
		}
		name = in.Parent
		if slices.Contains(a.Names, name) {
			return true
		}
	}
	return false
}

func (p *parser) addArea(a Area) {
	for _, b := range p.q.Areas {
		if slices.Equal(a.Names, b.Names) && len(a.Names) > 0 {
			return
		}
	}
	p.q.Areas = append(p.q.Areas, a)
}

// takeLevel reads the word for a kind of area: with a name behind it that the
// table lacks it is an unknown place, alone it is the asker's own area of that
// level. A level around which the asker has no area is left over.
func (p *parser) takeLevel(i int, levels []string) {
	s := &p.segs[i]
	if p.otherLevel(i, levels) || p.takeTop(i, levels) {
		return
	}
	if p.plural(i) && (p.any(senseOrder, senseRank, senseHighest, senseLowest, senseCompare) || p.eachPlace(i)) && p.properNames(i+1) == 0 {
		p.q.PlaceLevel = levels[0]
		if p.each = p.each || p.eachPlace(i); p.each && len(p.segs[i-1].senses) == 0 {
			p.segs[i-1].senses = []phrase{{sense: senseFiller}} // "từng huyện"
		}
		return
	}
	if i+1 < len(p.segs) {
		next := p.segs[i+1]
		if next.has(senseWhich) && next.to == next.from+1 {
			p.q.PlaceLevel = levels[0]
			return
		}
		if n := p.properNames(i + 1); n > 0 {
			p.joinPlace(i, n)
			return
		}
	}
	for _, level := range levels {
		if name, ok := p.around(level); ok {
			p.addArea(Area{Names: []string{name}, Text: p.text(*s), Implied: true, at: s.from})
			return
		}
	}
	if s.has(senseFiller) {
		return
	}
	s.senses = nil
}

// plural reports whether segment i speaks of all places of its kind: "các huyện".
func (p *parser) plural(i int) bool {
	at := p.segs[i].from
	return at > 0 && slices.Contains([]string{"các", "những", "từng", "mỗi", "cac", "nhung", "tung", "moi"}, p.words[at-1].text)
}

// eachPlace reports whether the figures of every place of a kind are asked for: "liệt
// kê … các huyện", "từng huyện".
func (p *parser) eachPlace(i int) bool {
	return len(p.q.Indicators) == 1 && (p.any(senseList) || slices.Contains([]string{"từng", "mỗi", "tung"}, p.words[p.segs[i].from-1].text))
}

// otherLevel takes an area of another level that is named right behind the word
// for a kind of area as a place that the table lacks: "xã Giao Thủy" is not the
// district. Where things are counted, the place is where they are: "mấy xã Giao
// Thủy".
func (p *parser) otherLevel(i int, levels []string) bool {
	if i+1 == len(p.segs) || i > 0 && (p.segs[i-1].has(senseHowMuch) || slices.Contains([]string{"so", "cac", "nhung", "cap", "tung"}, p.words[p.segs[i].from-1].fold)) {
		return false
	}
	next := &p.segs[i+1]
	if !next.has(senseArea) || p.segs[i].has(senseWhole) || next.has(senseIndicator) || kindWords(strings.Fields(strings.ToLower(p.text(*next)))) > 0 {
		return false
	}
	for _, name := range next.values(senseArea) {
		if a := p.Terms.areas[name]; slices.Contains(levels, a.Level) || a.Level == "country" || a.Level == "region" {
			return false
		}
	}
	p.joinPlace(i, 1)
	return true
}

// joinPlace takes the word for a kind of area at segment i and the n segments
// behind it as the name of a place that the table lacks.
func (p *parser) joinPlace(i, n int) {
	s := &p.segs[i]
	s.to, s.senses = p.segs[i+n].to, []phrase{{sense: senseArea}}
	p.segs = slices.Delete(p.segs, i+1, i+1+n)
	p.addArea(Area{Text: p.text(*s), at: s.from, unread: s.to - s.from - 1})
}

// longestPlace is the number of words of the name of a place that the table
// lacks.
const longestPlace = 4

// properNames returns how many segments from i on are the words of a name that
// nothing accounts for: the first is no other word, the others may be ("xã Hồng
// Quang", "huyện Bắc Hải").
func (p *parser) properNames(i int) int {
	n := 0
	for ; i+n < len(p.segs) && n < longestPlace; n++ {
		s := p.segs[i+n]
		if p.taken[s.from] || !p.proper(s) || p.words[s.from].parted || len(s.senses) > 0 && (n == 0 || s.to > s.from+1 || s.has(senseIndicator)) {
			break
		}
		if n > 0 && strings.TrimSpace(p.q.Text[p.words[s.from-1].end:p.words[s.from].start]) != "" {
			break
		}
	}
	return n
}

// proper reports whether a segment is written as a name, in a text that has
// small letters as well.
func (p *parser) proper(s segment) bool {
	first, _ := utf8.DecodeRuneInString(p.q.Text[p.words[s.from].start:])
	return unicode.IsUpper(first) && strings.ToUpper(p.q.Text) != p.q.Text
}

// around returns the area of a level that the home area is or lies in.
func (p *parser) around(level string) (string, bool) {
	name := p.Home
	for range 6 {
		a, ok := p.Terms.areas[name]
		if !ok {
			return "", false
		}
		if a.Level == level {
			return name, true
		}
		name = a.Parent
	}
	return "", false
}

// takeLeft notes the runs of words that nothing accounts for.
func (p *parser) takeLeft() {
	var run []word
	flush := func() {
		if len(run) > 0 {
			p.q.Left = append(p.q.Left, Left{Text: p.q.Text[run[0].start:run[len(run)-1].end], words: run})
		}
		run = nil
	}
	for i, s := range p.segs {
		if s.has(senseFiller) && s.only(senseFiller) || p.taken[s.from] || p.claimed(i) {
			flush()
			continue
		}
		p.q.Words = append(p.q.Words, p.text(s))
		if s.has(senseEvent) && slices.Contains(s.values(senseEvent), deed) {
			p.q.Deeds = append(p.q.Deeds, p.text(s))
		}
		if len(s.senses) == 0 || s.has(senseIndicator) || s.has(senseArea) || s.has(senseEvent) || s.has(senseOther) || s.has(senseGrowth) || s.has(senseFall) {
			p.q.Topic = append(p.q.Topic, p.text(s))
		}
		if len(s.senses) > 0 && !s.only(senseOther) && !s.only(senseTimeWord) {
			flush()
			continue
		}
		if len(s.senses) == 0 {
			p.q.strange++
		}
		if s.apart {
			flush()
		}
		run = append(run, p.words[s.from:s.to]...)
	}
	flush()
}

// claimed reports whether a segment is a number with a unit that a yes-or-no
// question puts up for checking.
func (p *parser) claimed(i int) bool {
	s := p.segs[i]
	return s.to == s.from+1 && p.words[s.from].number() && i+1 < len(p.segs) && p.segs[i+1].has(senseUnit) && p.any(senseYesNo)
}

// listed reports whether a comma parts two of the words at the given indexes.
func (p *parser) listed(at []int) bool {
	slices.Sort(at)
	for i := 1; i < len(at); i++ {
		if strings.Contains(p.q.Text[p.words[at[i-1]].end:p.words[at[i]].start], ",") {
			return true
		}
	}
	return false
}

// sense returns the first segment with a sense.
func (p *parser) sense(x sense) (segment, bool) {
	for _, s := range p.segs {
		if s.has(x) {
			return s, true
		}
	}
	return segment{}, false
}

func (p *parser) any(list ...sense) bool {
	for _, x := range list {
		if _, ok := p.sense(x); ok {
			return true
		}
	}
	return false
}

// MainPeriods returns the periods asked about, without bases.
func (q Query) MainPeriods() []corpus.Period {
	var out []corpus.Period
	for _, n := range q.Periods {
		if n.Role == Main && !n.Open {
			out = append(out, n.Period)
		}
	}
	return out
}
