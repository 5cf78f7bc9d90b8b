package query

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// settleFall reads the extreme of a fall: what falls most is lowest, what falls least is
// the highest of those that fell.
func (p *parser) settleFall() {
	text := " " + viet.Fold(p.q.Text) + " "
	falls := p.any(senseFall) || slices.ContainsFunc(p.segs, func(s segment) bool { return s.has(senseLowest) && strings.HasPrefix(p.foldOf(s), "giam ") })
	if !p.q.Extremal || !falls || landsAt.MatchString(text) || p.says("tang") {
		return
	}
	p.q.Falling, p.q.Lowest = true, !slightly.MatchString(text)
}

// landsAt are folded words behind which a fall is a level, slightly those of a small
// movement.
var (
	landsAt  = regexp.MustCompile(`\b(?:giam|ha|sut) (?:xuong )?con\b|\bgiam xuong muc\b`)
	slightly = regexp.MustCompile(`\b(?:it|cham|thap|yeu|nho|kem|nhe) nhat\b`)
)

// settle decides what is asked for, once everything named is known.
func (p *parser) settle() {
	q := &p.q
	q.YesNo = p.any(senseYesNo)
	q.Newest = q.Newest || p.any(senseNewest)
	q.Official = p.any(senseOfficial)
	q.Extremal, q.Lowest = p.any(senseHighest, senseLowest), p.any(senseLowest)
	q.BothEnds = p.any(senseHighest) && p.any(senseLowest) && !p.any(senseFall)
	q.Lowest = q.Lowest && !q.BothEnds
	p.settleFall()
	p.settleRivals()
	q.Ordered = q.PlaceLevel != "" && (p.any(senseOrder, senseRank) || p.each && !p.any(senseWhich))
	q.Multiple, q.WhichYear = p.multiplies(), p.asksYear()
	q.Leaning = p.leaning()
	q.Sourced = p.sourced()
	q.Wish = p.any(senseGoals) && !p.any(senseActual, senseReached, senseMissed)
	if s, ok := p.sense(senseDocument); ok {
		q.Document = s.values(senseDocument)[0]
	}
	p.settleUnit()
	p.settleMeasure()
	p.settleStatuses()
	q.Intent = p.intent()
	if q.Intent == Target {
		q.Statuses = []corpus.Status{corpus.Target}
	}
}

// rivalWords ask which of several named places or things has more.
var rivalWords = map[string]bool{"ai": true, "đâu": true, "đâu có": true, "ở đâu": true, "dau": true, "dau co": true, "o dau": true, "bên nào": true, "ben nao": true, "nơi nào": true, "noi nao": true}

// settleRivals takes "ai", "đâu" for a comparison where several places or things
// are named and one is to have more: "… ai tăng hơn".
func (p *parser) settleRivals() {
	if len(p.q.Areas) < 2 && len(p.q.Indicators) < 2 || len(p.q.Indicators) == 0 || !p.says("hon", "nhat") {
		return
	}
	for i := range p.segs {
		s := &p.segs[i]
		if (s.has(senseWho) || s.has(senseWhere)) && rivalWords[strings.ToLower(p.text(*s))] {
			s.senses = []phrase{{sense: senseCompare}}
		}
	}
}

// multiplies reports whether the question asks how many times one figure is
// another: "gấp mấy lần".
func (p *parser) multiplies() bool {
	if !p.says("lan", "gap") {
		return false
	}
	for i, s := range p.segs {
		said := " " + p.foldOf(s) + " "
		if s.has(senseGrowth) && strings.Contains(said, " gap ") || (s.has(senseHowMuch) || s.has(senseGrowth)) && (strings.HasSuffix(said, " lan ") || i+1 < len(p.segs) && p.words[p.segs[i+1].from].fold == "lan") {
			return true
		}
	}
	return false
}

// says reports whether one of the folded words stands in the text.
func (p *parser) says(folds ...string) bool {
	return slices.ContainsFunc(p.words, func(w word) bool { return slices.Contains(folds, w.fold) })
}

// asksYear reports whether the question asks for a year: "năm nào".
func (p *parser) asksYear() bool {
	return p.says("nao") && slices.ContainsFunc(p.segs, func(s segment) bool {
		return s.has(senseWhich) && (strings.HasSuffix(" "+p.foldOf(s), " nam nao") || p.foldOf(s) == "nao" && s.from > 0 && p.words[s.from-1].fold == "nam")
	})
}

// settleUnit notes what is counted: the word after "bao nhiêu" or "mấy".
func (p *parser) settleUnit() {
	if p.any(senseShare) {
		p.q.Unit = "%"
	}
	for i, s := range p.segs {
		if s.has(sensePer) {
			p.q.Per = append(p.q.Per, s.values(sensePer)[0])
		}
		if s.has(senseUnit) && (i > 0 && p.segs[i-1].has(senseHowMuch) || s.values(senseUnit)[0] == "%" || p.tellsIn(i)) {
			p.q.Unit = s.values(senseUnit)[0]
		}
		if s.has(senseHowMuch) && i+1 < len(p.segs) && (p.segs[i+1].has(senseIndicator) || p.unread(i+1)) {
			p.q.Counted = true
		}
	}
	p.settleMoney()
	for _, n := range p.q.Indicators {
		if !strings.Contains(n.name, "tháng") && !strings.Contains(n.name, "năm") {
			continue
		}
		for _, m := range perInName.FindAllStringSubmatch(viet.Fold(n.Text), -1) {
			p.q.Per = append(p.q.Per, map[string]string{"thang": "tháng", "nam": "năm"}[m[1]])
		}
	}
	p.q.Counted = p.q.Counted || slices.ContainsFunc(p.q.Indicators, func(n Indicator) bool {
		return strings.HasPrefix(n.name, "bao nhiêu ") || strings.HasPrefix(n.name, "mấy ")
	})
}

// settleMoney takes an amount of money that is named without a number or a word of
// asking as what the figure is to be told in: "GRDP bình quân 2024 USD".
func (p *parser) settleMoney() {
	for _, s := range p.segs {
		if p.q.Unit != "" || !s.only(senseUnit) || s.from > 0 && p.words[s.from-1].number() && !p.taken[s.from-1] {
			continue
		}
		unit := s.values(senseUnit)[0]
		if base, _, ok := corpus.UnitOf(unit); ok && (base == corpus.Dollar || base == corpus.Dong && s.to-s.from > 1) {
			p.q.Unit = unit
		}
	}
}

// perInName is what a name itself says that is counted for, folded: "thu nhập bình
// quân đầu người/tháng".
var perInName = regexp.MustCompile(`(?:/|\b(?:mot|1|moi|hang) )(thang|nam)\b`)

// tellsIn reports whether segment i is the unit that a figure is to be told in:
// "bằng USD", "tính theo triệu đồng".
func (p *parser) tellsIn(i int) bool {
	at := p.segs[i].from
	return at > 0 && p.segs[i].only(senseUnit) && slices.Contains([]string{"bằng", "theo", "ra", "bang"}, p.words[at-1].text) && !p.taken[at-1]
}

func (p *parser) settleMeasure() {
	q := &p.q
	q.Measure = Level
	switch {
	case p.any(senseRank) && !q.Ordered:
		q.Measure = Ranking
	case p.any(senseGrowth, senseFall) && !p.reaches() || p.fastest() || p.base() && !p.any(senseCompare):
		q.Measure = Change
	case p.plan() == Plan:
		q.Measure = PlanPct
	case slices.ContainsFunc(q.Indicators, namesGrowth):
		q.Measure = Change
	}
}

// reaches reports whether the word of a fall says where it ended, not how large
// it was: "giảm còn", "giảm xuống còn".
func (p *parser) reaches() bool {
	for _, s := range p.segs {
		if !s.has(senseFall) && !s.has(senseGrowth) {
			continue
		}
		for i := s.from + 1; i < min(s.to+2, len(p.words)); i++ {
			if t := p.words[i].text; t == "còn" || t == "con" && !p.q.Marked {
				return true
			}
		}
	}
	return false
}

// namesGrowth reports whether the name itself speaks of a growth.
func namesGrowth(n Indicator) bool {
	for _, head := range []string{"tốc độ", "tăng ", "mức tăng", "nhịp ", "tỉ lệ tăng"} {
		if strings.HasPrefix(n.name, head) {
			return true
		}
	}
	return strings.HasSuffix(n.name, " tăng") || strings.HasSuffix(n.name, " tăng trưởng")
}

// fastest reports whether the extreme asked for is one of growth ("tăng cao
// nhất").
func (p *parser) fastest() bool {
	for _, x := range []sense{senseHighest, senseLowest} {
		if s, ok := p.sense(x); ok && (p.words[s.from].fold == "tang" || p.words[s.from].fold == "giam") {
			return true
		}
	}
	return false
}

// base reports whether a period is named as what is compared with.
func (p *parser) base() bool {
	return slices.ContainsFunc(p.q.Periods, func(n Period) bool { return n.Role == Base })
}

// plan tells whether the word for the plan asks for the plan itself or for the
// share of it that was reached.
func (p *parser) plan() Intent {
	s, ok := p.sense(sensePlan)
	switch {
	case !ok && !p.any(senseReached, senseMissed):
		return None
	case !ok:
		return Plan
	}
	reaching := p.any(senseReached, senseMissed, senseActual, senseAgainst, senseEstimate)
	switch {
	case slices.ContainsFunc(p.q.Indicators, namesOutcome):
		return None
	case p.any(senseTarget) && !reaching, !reaching && p.asksOf(sensePlan):
		return Target
	}
	first := p.words[s.from].fold
	if first == "so" || first == "phan" || first == "tien" || first == "ti" || p.q.Unit == "%" || reaching {
		return Plan
	}
	return Target
}

// asksOf reports whether "bao nhiêu" stands right behind words of a sense: "kế
// hoạch đề ra bao nhiêu %" is no share of the plan.
func (p *parser) asksOf(x sense) bool {
	for i := 1; i < len(p.segs); i++ {
		if p.segs[i].has(senseHowMuch) && p.segs[i-1].has(x) && !endsIn(p.foldOf(p.segs[i-1]), "tien do", "hoan thanh") && !strings.HasPrefix(p.foldOf(p.segs[i-1]), "so ") {
			return true
		}
	}
	return false
}

// namesOutcome reports whether the name itself says that something was reached:
// "đạt bao nhiêu chỉ tiêu".
func namesOutcome(n Indicator) bool {
	return strings.HasPrefix(n.name, "đạt ") || strings.HasPrefix(n.name, "hoàn thành ")
}

func (p *parser) settleStatuses() {
	q := &p.q
	switch {
	case p.any(senseTarget):
		q.Statuses = []corpus.Status{corpus.Target}
	case p.any(senseEstimate):
		q.Statuses = []corpus.Status{corpus.Estimate}
	case p.any(senseOfficial):
		q.Statuses = []corpus.Status{corpus.Actual}
	case p.any(senseActual):
		q.Statuses = []corpus.Status{corpus.Actual, corpus.Estimate}
	}
}

// intent tries the intents from the most telling words to the plainest.
func (p *parser) intent() Intent {
	named := len(p.q.Indicators) > 0
	for _, try := range []func(named bool) Intent{p.service, p.listing, p.telling, p.several} {
		if i := try(named); i != None {
			return i
		}
	}
	switch {
	case !named:
		return p.unnamed()
	case p.q.Measure == Ranking:
		return Rank
	case p.any(senseTarget) && !p.any(senseReached, senseMissed):
		return Target
	case p.q.Measure == Change:
		return Growth
	case p.plan() != None:
		return p.plan()
	}
	return Value
}

// documentNumber is the number of a document: 06-KH/TU, 345/QĐ-UBND.
var documentNumber = regexp.MustCompile(`(?i)\b\d{1,5}\s?[-/]\s?(?:\d{4}/)?(?:NQ|CT|QĐ|QD|KL|KH|CTr|CTHĐ|ĐA|HD|TB|BC|TTr|CV|GM|NĐ|TT|UBND|HĐND|BTG)[\p{L}]*(?:\s?[-/]\s?[\p{L}&]+)*`)

// finds reports whether the segment is a phrase of finding with the word in it.
func (s segment) finds(word string) bool {
	return slices.ContainsFunc(s.senses, func(p phrase) bool { return p.sense == senseFind && slices.Contains(p.words, word) })
}

// service reads what is no question about the corpus, and documents.
func (p *parser) service(named bool) Intent {
	p.q.Number = documentNumber.FindString(p.q.Text)
	finding := p.any(senseFind) && !p.any(senseList)
	article := slices.ContainsFunc(p.segs, func(s segment) bool {
		words := " " + p.foldOf(s) + " "
		return s.has(senseFind) && (s.finds("ảnh") || strings.Contains(words, " bai ") || strings.Contains(words, " tin ") || strings.Contains(words, " link ") && !named)
	})
	switch {
	case p.any(senseRemind):
		return Remind
	case p.any(senseDeadline) && (!named || p.any(senseDocument)):
		return Deadline
	case p.any(senseGreeting) && !named && len(p.q.Periods) == 0 && p.q.leftWords() <= 2 && !p.any(senseEvent, senseFind, senseDocument):
		return Greet
	case p.only(senseHelp, senseGreeting, senseFiller, senseWhich, senseHow) && p.any(senseHelp):
		return Help
	case p.q.Number != "" && !p.any(senseWhen, senseWho, senseWhere):
		return Announce
	case article || finding && !named || p.documentAbout() || p.any(senseDocument) && !named && !p.any(senseWhen, senseWho, senseWhere),
		len(p.q.Quoted) > 0 && !named && !p.any(senseWhen, senseWho, senseWhere), p.onlyQuotes():
		return Announce
	case p.any(senseSource) && !p.any(senseEvent):
		return SourceOf
	}
	return None
}

// onlyQuotes reports whether the text is a quotation and nothing else.
func (p *parser) onlyQuotes() bool {
	text := strings.Trim(p.q.Text, " \"“”'‘’.?")
	return len(p.q.Quoted) == 1 && text == strings.Trim(p.q.Quoted[0], " .?")
}

// documentAbout reports whether a kind of article is asked for by what it is
// about: "thông báo mới nhất về …". A number asked for makes it a question for a
// figure.
func (p *parser) documentAbout() bool {
	if p.any(senseHowMuch, senseWhen, senseWho, senseWhere, senseGrowth, senseUnit) {
		return false
	}
	for i, s := range p.segs {
		if !s.has(senseDocument) {
			continue
		}
		for i++; i < len(p.segs) && p.segs[i].has(senseNewest); i++ {
		}
		return i < len(p.segs) && p.words[p.segs[i].from].fold == "ve"
	}
	return false
}

func (p *parser) foldOf(s segment) string {
	var out []string
	for _, w := range p.words[s.from:s.to] {
		out = append(out, w.fold)
	}
	return strings.Join(out, " ")
}

// only reports whether every segment has one of the senses.
func (p *parser) only(list ...sense) bool {
	for _, s := range p.segs {
		if !slices.ContainsFunc(list, s.has) {
			return false
		}
	}
	return len(p.segs) > 0 && len(p.q.Periods) == 0
}

// listing reads what wants several records of different indicators.
func (p *parser) listing(named bool) Intent {
	if !p.any(senseList) || named {
		return None
	}
	switch {
	case p.any(senseMissed):
		p.q.Goal = Missed
	case p.any(senseReached), p.any(senseActual) && p.listsTargets():
		p.q.Goal = Reached
	case p.any(senseTarget, senseEvent):
		p.q.Goal = Goals
	}
	return ListOf
}

// listsTargets reports whether the list wanted is one of targets: "chỉ tiêu nào".
func (p *parser) listsTargets() bool {
	return slices.ContainsFunc(p.segs, func(s segment) bool { return s.has(senseList) && strings.Contains(p.foldOf(s), "chi tieu") })
}

// telling reads what an article's sentence answers.
func (p *parser) telling(named bool) Intent {
	switch {
	case p.any(senseHighest, senseLowest):
		return None
	case p.any(senseWho):
		p.q.Ask = AskWho
	case p.any(senseWhen):
		p.q.Ask = AskWhen
	case p.any(senseWhere):
		p.q.Ask = AskWhere
	case p.any(senseEvent) && !named && p.any(senseWhich, senseHow):
		p.q.Ask = AskWhat
	default:
		return None
	}
	return Event
}

// several reads what wants several figures of one indicator, or one figure each
// of several.
func (p *parser) several(named bool) Intent {
	if !named {
		return None
	}
	p.q.Listed = p.listsNames() && p.listsPeriods() && len(p.q.Areas) < 2 && !p.any(senseCompare, senseAgainst, senseHighest, senseLowest)
	many := len(p.q.MainPeriods()) > 1 || len(p.q.Areas) > 1 || len(p.q.Indicators) > 1
	switch {
	case p.countsEach(), p.any(senseHighest) && len(p.q.Indicators) > 1 && p.any(senseAnd):
		return Compare
	case p.any(senseHighest, senseLowest), p.q.Ordered, p.q.Limit != nil && p.q.PlaceLevel != "":
		return Extreme
	case p.q.Limit != nil && p.q.WhichYear:
		return Trend
	case p.q.Range || p.any(senseTrend, senseChart) && len(p.q.MainPeriods()) < 2:
		return Trend
	case p.any(senseCompare) || many && (p.any(senseAnd, senseAgainst) || p.enumerated() || p.yearsInARow()):
		return Compare
	}
	return None
}

// listsNames reports whether each indicator but the first stands right behind a
// comma or a word of joining.
func (p *parser) listsNames() bool {
	for i, n := range p.q.Indicators {
		if _, joined := p.beforeJoint(n.at); i > 0 && !joined {
			return false
		}
	}
	return true
}

// listsPeriods reports whether the periods are of one kind, each but the first
// right behind a comma, a word of joining or the one before it.
func (p *parser) listsPeriods() bool {
	if p.yearsInARow() {
		return true
	}
	for i, n := range p.q.Periods {
		if i == 0 {
			continue
		}
		if _, joined := p.beforeJoint(n.at); !joined || n.Kind != p.q.Periods[i-1].Kind {
			return false
		}
	}
	return true
}

// countsEach reports whether several things are counted: "mấy xã, mấy phường".
func (p *parser) countsEach() bool {
	n := 0
	for _, i := range p.q.Indicators {
		if strings.HasPrefix(i.name, "mấy ") || strings.HasPrefix(i.name, "bao nhiêu ") {
			n++
		}
	}
	return n > 1 && n == len(p.q.Indicators)
}

// enumerated reports whether commas part the indicators, areas or periods.
func (p *parser) enumerated() bool {
	var indicators, areas, periods []int
	for _, n := range p.q.Indicators {
		indicators = append(indicators, n.at)
	}
	for _, n := range p.q.Areas {
		areas = append(areas, n.at)
	}
	for _, n := range p.q.Periods {
		periods = append(periods, n.at)
	}
	return p.listed(indicators) || p.listed(areas) || p.listed(periods)
}

// yearsInARow reports whether all periods are years that follow one another with
// nothing between: "2019 2020 2021". With "năm" before a later one they may as
// well contradict each other.
func (p *parser) yearsInARow() bool {
	periods := p.q.MainPeriods()
	for i, n := range p.q.Periods {
		if n.Role != Main || n.Kind != corpus.Year || i > 0 && (len(n.Text) != 4 || n.at != p.q.Periods[i-1].at+len(strings.Fields(p.q.Periods[i-1].Text))) {
			return false
		}
	}
	return len(periods) > 1
}

// unnamed reads a question that names no indicator.
func (p *parser) unnamed() Intent {
	switch {
	case p.any(senseEvent) && !p.any(senseHowMuch):
		p.q.Ask = AskWhat
		return Event
	case p.any(senseWhich) && !p.any(senseHowMuch, senseList) && p.q.leftWords() > 1:
		p.q.Ask = AskTold
		return Event
	case p.any(senseTarget, senseReached, senseMissed) && !p.any(senseHowMuch) && len(p.q.Left) == 0:
		p.q.Goal = Goals
		return ListOf
	}
	return None
}

// leaning reports whether the text says that it goes on from a question before.
func (p *parser) leaning() bool {
	if len(p.words) == 0 {
		return false
	}
	text := " " + p.before(len(p.words), len(p.words)) + " "
	return slices.Contains([]string{"con", "the", "vay", "roi"}, p.words[0].fold) || strings.Contains(text, " thi sao ")
}

// sourced reports whether the question speaks of where a figure was published.
func (p *parser) sourced() bool {
	return p.any(senseSource, senseDocument, senseEvent) || slices.ContainsFunc(p.words, func(w word) bool {
		return w.fold == "theo" || w.text == "báo" || w.text == "đăng"
	})
}

// IntentOf returns the intent that the measure and the things named speak for;
// for a question that was completed from the one before.
func (q Query) IntentOf() Intent {
	many := len(q.MainPeriods()) > 1 || len(q.Areas) > 1 || len(q.Indicators) > 1
	switch {
	case q.Intent == Extreme || q.Intent == Trend || q.Intent == Compare:
		return q.Intent
	case q.Extremal:
		return Extreme
	case q.Range:
		return Trend
	case many:
		return Compare
	case q.Measure == Ranking:
		return Rank
	case q.Measure == Change:
		return Growth
	case q.Measure == PlanPct:
		return Plan
	case slices.Contains(q.Statuses, corpus.Target):
		return Target
	}
	return Value
}
