package query

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// takeTimes finds the periods of the text and takes their words out of it.
func (p *parser) takeTimes() {
	p.taken = make([]bool, len(p.words))
	for _, t := range viet.Times(p.q.Text, p.Now) {
		p.takeTime(t.Start, t.End, periodOf(t), t)
	}
	for i, w := range p.words {
		if y, ok := bareYear(w); ok && !p.taken[i] && !p.insideName(i, i+1) {
			p.addPeriod(Period{Period: corpus.YearOf(y), Text: w.text, at: i})
			p.taken[i] = true
		}
	}
	p.giveRoles()
}

// takeTime adds one time, unless an indicator's own name holds its words.
func (p *parser) takeTime(start, end int, n Period, t viet.Time) {
	from, to := p.wordsIn(start, end)
	if from == to || p.insideName(from, to) {
		return
	}
	for i := from; i < to; i++ {
		p.taken[i] = true
	}
	n.Text, n.at = t.Text, from
	if n.Open && !t.From.IsZero() && !t.To.IsZero() && t.To.Sub(t.From).Hours() > 400*24 {
		n.Open = false
		first, last := n, n
		first.Period, first.Role = corpus.YearOf(t.From.In(corpus.Zone).Year()), From
		last.Period, last.Role = corpus.YearOf(t.To.In(corpus.Zone).AddDate(0, 0, -1).Year()), To
		p.q.Range = true
		p.addPeriod(first)
		n = last
	}
	p.addPeriod(n)
}

func (p *parser) addPeriod(n Period) { p.q.Periods = append(p.q.Periods, n) }

func (p *parser) wordsIn(start, end int) (from, to int) {
	for from < len(p.words) && p.words[from].end <= start {
		from++
	}
	for to = from; to < len(p.words) && p.words[to].start < end; to++ {
	}
	return from, to
}

// insideName reports whether the words from:to stand inside the name of an
// indicator or area ("so với năm 2020" in a name is no period of the question).
func (p *parser) insideName(from, to int) bool {
	for i := max(0, from-12); i < from; i++ {
		for _, s := range p.Terms.segmentsAt(p.words, i, p.q.Marked) {
			if (s.has(senseIndicator) || s.has(senseArea)) && s.to >= to {
				return true
			}
		}
	}
	return false
}

// periodOf returns the period that a time names; a stretch that relative words
// name ("5 năm qua") is a range of years, not a span that a record speaks of.
func periodOf(t viet.Time) Period {
	if t.From.IsZero() || t.To.IsZero() {
		return Period{Open: true}
	}
	p, ok := corpus.PeriodOf(t.From, t.To)
	if !ok || t.Relative && p.Kind == corpus.Span {
		return Period{Open: true}
	}
	return Period{Period: p}
}

func bareYear(w word) (int, bool) {
	if len(w.text) != 4 || strings.Trim(w.text, "0123456789") != "" {
		return 0, false
	}
	y := int(w.text[0]-'0')*1000 + int(w.text[1]-'0')*100 + int(w.text[2]-'0')*10 + int(w.text[3]-'0')
	return y, y >= 1930 && y < 2100
}

// giveRoles tells the base of a comparison and the ends of a stretch from the
// period asked about, by the words before each.
func (p *parser) giveRoles() {
	list := p.q.Periods
	for i := range list {
		n := &list[i]
		before := p.before(n.at, 2)
		switch {
		case n.Role != Main:
		case strings.Contains(viet.Fold(n.Text), "cung ky"):
			n.Role = Base
		case endsIn(before, "so voi", "so", "hon", "kem", "so nam") && i+1 == len(list) && len(list) > 1:
			n.Role = Base
		}
	}
	p.findRange()
}

// findRange reads "từ 2018 đến 2021" as a stretch.
func (p *parser) findRange() {
	list := p.q.Periods
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], &list[i+1]
		if a.Role != Main || b.Role != Main || a.Kind != corpus.Year || b.Kind != corpus.Year {
			continue
		}
		if endsIn(p.before(a.at, 2), "tu", "tu nam") && endsIn(p.before(b.at, 2), "den", "toi", "den nam", "toi nam") {
			a.Role, b.Role, p.q.Range = From, To, true
		}
	}
}

// before returns the folded words before word i, at most n.
func (p *parser) before(i, n int) string {
	var out []string
	for k := max(0, i-n); k < i; k++ {
		out = append(out, p.words[k].fold)
	}
	return strings.Join(out, " ")
}

func endsIn(s string, ends ...string) bool {
	for _, e := range ends {
		if s == e || strings.HasSuffix(s, " "+e) {
			return true
		}
	}
	return false
}
