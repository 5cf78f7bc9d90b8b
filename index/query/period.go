package query

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// takeTimes finds the periods of the text and takes their words out of it.
func (p *parser) takeTimes() {
	p.taken = make([]bool, len(p.words))
	text := p.withoutNames()
	p.takeBareTimes(text)
	for _, t := range viet.Times(text, p.Now) {
		if !strings.HasPrefix(viet.Fold(t.Text), "tet") {
			p.takeTime(t.Start, t.End, t)
		}
	}
	for i, w := range p.words {
		if y, ok := bareYear(w); ok && !p.taken[i] && !p.insideName(i, i+1) {
			p.addPeriod(Period{Period: corpus.YearOf(y), Text: w.text, at: i})
			p.taken[i] = true
		}
	}
	p.takeShortYears()
	slices.SortStableFunc(p.q.Periods, func(a, b Period) int { return a.at - b.at })
	p.joinParts()
	p.giveRoles()
}

// joinParts takes a year and a part of it that names none for the part: "năm 2020
// nửa đầu năm". Words of joining set the two side by side.
func (p *parser) joinParts() {
	if len(p.q.Periods) != 2 {
		return
	}
	for k, part := range p.q.Periods {
		whole := p.q.Periods[1-k]
		text := viet.Fold(part.Text)
		if part.Open || whole.Open || part.Role != Main || whole.Role != Main || whole.Kind != corpus.Year || part.Kind == corpus.Year || part.Year != whole.Year || joints[p.words[max(part.at, whole.at, 1)-1].text] {
			continue
		}
		if strings.HasSuffix(text, " dau nam") || strings.HasSuffix(text, " cuoi nam") {
			p.q.Periods = []Period{part}
			return
		}
	}
}

// barePeriods are the folded words that begin periods.
var barePeriods = map[string]bool{"nua": true, "qui": true, "quy": true, "thang": true, "dau": true, "cuoi": true, "giua": true}

// takeBareTimes takes the times that are written without marks in a text that has
// some elsewhere: "nua dau nam 2022 dịch vụ …".
func (p *parser) takeBareTimes(text string) {
	if !p.q.Marked || !slices.ContainsFunc(p.words, func(w word) bool { return w.bare() && barePeriods[w.fold] }) {
		return
	}
	folded := viet.FoldMapped(text)
	for _, t := range viet.Times(folded.Text, p.Now) {
		t.Start, t.End = folded.Span(t.Start, t.End)
		from, to := p.wordsIn(t.Start, t.End)
		if to-from > 1 && !slices.ContainsFunc(p.words[from:to], func(w word) bool { return !w.bare() }) && slices.ContainsFunc(p.words[from:to], func(w word) bool { return barePeriods[w.fold] }) {
			t.Text = p.q.Text[t.Start:t.End]
			p.takeTime(t.Start, t.End, t)
		}
	}
}

// takeShortYears takes two figures behind "năm" as a year of this century, unless
// they count something: "năm 21", not "cả năm 12 chỉ tiêu".
func (p *parser) takeShortYears() {
	for i := 1; i < len(p.words); i++ {
		w, before := p.words[i], p.words[i-1]
		if len(w.text) != 2 || !w.number() {
			continue
		}
		y, err := strconv.Atoi(w.text)
		if err != nil || y < 10 || 2000+y > p.Now.Year()+5 || before.fold != "nam" || before.text == "nắm" || p.taken[i] || p.taken[i-1] {
			continue
		}
		if i > 1 && p.words[i-2].number() || i+1 < len(p.words) && p.Terms.countsAt(p.words, i+1, p.q.Marked) || p.insideName(i, i+1) {
			continue
		}
		p.addPeriod(Period{Period: corpus.YearOf(2000 + y), Text: before.text + " " + w.text, at: i - 1})
		p.taken[i-1], p.taken[i] = true, true
	}
}

// countsAt reports whether a unit begins with words[i] that is not the asker's own
// place.
func (t *Terms) countsAt(words []word, i int, marked bool) bool {
	return !slices.Contains([]string{"tinh", "thanh", "huyen"}, words[i].fold) && len(t.segmentsUnder(t.counters, words, i, marked)) > 0
}

// withoutNames returns the text with the names of indicators and areas blotted
// out, byte for byte, so that no word of theirs is read as a number or a weekday.
func (p *parser) withoutNames() string {
	text := []byte(p.q.Text)
	for _, s := range p.Terms.read(p.words, p.q.Marked) {
		if s.to-s.from == 1 || !s.has(senseIndicator) && !s.has(senseArea) && !s.has(senseOther) {
			continue
		}
		for i := p.words[s.from].start; i < p.words[s.to-1].end; i++ {
			text[i] = '|'
		}
	}
	p.blotPers(text)
	return string(text)
}

// blotPers blots out what is counted for right behind "bao nhiêu": "một tháng năm
// 2016" is then no first of May.
func (p *parser) blotPers(text []byte) {
	for i := 1; i < len(p.words); i++ {
		if before := p.words[i-1].fold; before != "nhieu" && before != "may" && before != "bn" && before != "trieu" && before != "dong" {
			continue
		}
		for _, s := range p.Terms.segmentsUnder(p.Terms.pers, p.words, i, p.q.Marked) {
			for k := p.words[s.from].start; k < p.words[s.to-1].end; k++ {
				text[k] = '|'
			}
		}
	}
}

// takeTime adds one time, unless an indicator's own name holds its words or it is
// a part of one: "30/2/2021" is no February.
func (p *parser) takeTime(start, end int, t viet.Time) {
	from, to := p.wordsIn(start, end)
	if from == to || start > p.words[from].start || end < p.words[to-1].end || p.insideName(from, to) {
		return
	}
	if p.ordinal(from) || p.takenIn(from, to) {
		return
	}
	from = p.withItsLength(t, from)
	from, each := p.eachYear(from)
	for i := from; i < to; i++ {
		p.taken[i] = true
	}
	named := periodsOf(t)
	if p.ofAnotherTerm(from, t) {
		named = []Period{{Open: true}}
	}
	for _, n := range named {
		n.Text, n.at, n.relative, n.from, n.to = p.q.Text[t.Start:t.End], from, t.Relative, t.From, t.To
		switch {
		case n.Open && n.Role == To:
			p.q.Newest = true
			continue
		case each && n.Kind == corpus.Span, n.Role == From, n.Role == To, n.Kind == corpus.Span && saysFromTo(viet.Fold(t.Text)):
			p.q.Range = true
		}
		p.addPeriod(n)
	}
}

// ofAnotherTerm reports whether a year stands behind the term before or after the
// one now, "kỳ trước 2021", which names neither that year nor the one before.
func (p *parser) ofAnotherTerm(from int, t viet.Time) bool {
	first, _, _ := strings.Cut(viet.Fold(t.Text), " ")
	return from > 0 && (first == "truoc" || first == "sau") && (p.words[from-1].fold == "ky" || p.words[from-1].fold == "ki")
}

// eachYear moves the start of a stretch of years back over the words that ask for
// each of them, and reports whether there are any: "qua các năm 2015-2020".
func (p *parser) eachYear(from int) (int, bool) {
	if p.words[from].fold != "nam" || !endsIn(p.before(from, 1), "cac", "tung", "moi") {
		return from, false
	}
	if from--; endsIn(p.before(from, 1), "qua", "trong") {
		from--
	}
	return from, true
}

// ordinal reports whether a weekday counts what stands before it: "kỳ họp thứ năm"
// is no Thursday.
func (p *parser) ordinal(from int) bool {
	return p.words[from].fold == "thu" && from > 0 && slices.Contains([]string{"ky", "ki", "lan", "phien", "khoa", "hop", "hoi"}, p.words[from-1].fold)
}

// saysFromTo tells "từ 2018 đến 2021" and "2018 đến 2021" from a span that plans
// are made for.
func saysFromTo(text string) bool {
	return strings.HasPrefix(text, "tu ") || !strings.HasPrefix(text, "giai doan") && !strings.HasPrefix(text, "nhiem ky") &&
		(strings.Contains(text, " den ") || strings.Contains(text, " toi "))
}

// withItsLength moves the start of a span back over the number of its years ("5
// năm 2016-2020", counted with or without the first).
func (p *parser) withItsLength(t viet.Time, from int) int {
	at := from - 2
	if p.words[from].fold == "nam" {
		at++
	}
	if at < 0 || p.words[at+1].fold != "nam" || !p.words[at].number() || t.From.IsZero() || t.To.IsZero() {
		return from
	}
	years := t.To.In(corpus.Zone).Add(-time.Second).Year() - t.From.In(corpus.Zone).Year()
	if n := p.words[at].text; n == strconv.Itoa(years) || n == strconv.Itoa(years+1) {
		return at
	}
	return from
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
	for i := max(0, from-12); i <= from; i++ {
		for _, s := range p.Terms.segmentsAt(p.words, i, p.q.Marked) {
			if (s.has(senseIndicator) || s.has(senseArea) || s.has(senseOther)) && s.to >= to {
				return true
			}
		}
	}
	return false
}

// periodsOf returns the period that a time names, or the two ends of a stretch
// of years that no record speaks of as a whole ("5 năm qua"). A time that is no
// period is Open; with the role To it is "đến nay", which asks for the newest.
func periodsOf(t viet.Time) []Period {
	first, last := t.From.In(corpus.Zone), t.To.In(corpus.Zone).Add(-time.Second)
	switch {
	case t.To.IsZero() && !t.From.IsZero():
		return []Period{{Period: corpus.YearOf(first.Year()), Role: From}}
	case t.From.IsZero():
		return []Period{untilOf(t, last)}
	case t.Grain == "year" && first.Month() == time.September && last.Year() == first.Year()+1: // a school year
		return []Period{{Period: corpus.SpanOf(first.Year(), last.Year())}}
	case partOfYear(t.Text, "cuoi"):
		return []Period{{Period: corpus.YearOf(first.Year())}}
	case partOfYear(t.Text, "giua") && !t.Relative:
		return []Period{{Period: corpus.FirstMonths(first.Year(), 6)}}
	case partOfYear(t.Text, "dau"), partOfYear(t.Text, "giua"):
		return []Period{{Open: true}}
	case t.Grain == "day" && isToday(t.Text):
		return []Period{{Open: true, Role: To}}
	}
	p, ok := corpus.PeriodOf(t.From, t.To)
	switch {
	case ok && !(t.Relative && p.Kind == corpus.Span):
		return []Period{{Period: p}}
	case last.Year()-first.Year() >= 1 && t.To.Sub(t.From).Hours() > 400*24:
		return []Period{{Period: corpus.YearOf(first.Year()), Role: From}, {Period: corpus.YearOf(last.Year()), Role: To}}
	}
	return []Period{{Open: true}}
}

// partOfYear reports whether a time is the part of a year that the word tells:
// "cuối năm 2021", "cuối 2021".
func partOfYear(text, part string) bool {
	rest, ok := strings.CutPrefix(viet.Fold(text), part+" ")
	return ok && (strings.HasPrefix(rest, "nam") || strings.Trim(rest, "0123456789") == "")
}

func isToday(text string) bool {
	switch viet.Fold(text) {
	case "nay", "hien nay", "den nay", "bay gio", "hien tai":
		return true
	}
	return false
}

// untilOf reads a time with an end alone: "tính đến hết quý III" is the first
// nine months, "đến nay" the newest.
func untilOf(t viet.Time, last time.Time) Period {
	next := last.Add(time.Second)
	switch {
	case t.Relative || t.To.IsZero():
		return Period{Open: true, Role: To}
	case next.Day() == 1:
		return Period{Period: corpus.FirstMonths(last.Year(), int(last.Month()))}
	}
	return Period{Open: true}
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
		case endsIn(before, "so voi", "so", "hon", "kem", "so nam") && i+1 == len(list) && !p.afterName(n.at), i == 0 && len(list) == 2 && p.opensAgainst(n.at):
			n.Role = Base
		}
	}
	p.findRange()
}

// opensAgainst reports whether a question opens with the time against which it asks:
// "so với 2019 thì …".
func (p *parser) opensAgainst(at int) bool {
	switch p.before(at, 4) {
	case "so voi", "so voi nam":
		return true
	}
	return false
}

// afterName reports whether the name of an indicator or area ends before word i,
// or before a "năm" in front of it: the "số" of "dân số 2024" compares nothing.
func (p *parser) afterName(i int) bool {
	if i > 0 && p.words[i-1].fold == "nam" {
		i--
	}
	return i > 1 && p.insideName(i-2, i)
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

// Vague reports whether the question names a time that no record can speak of,
// such as a week.
func (q Query) Vague() bool {
	return slices.ContainsFunc(q.Periods, func(n Period) bool { return n.Open && n.Role == Main })
}

// Base returns the period that a growth is asked against, if it is named by
// more than "cùng kỳ" or "năm trước".
func (q Query) Base() (corpus.Period, bool) {
	for _, n := range q.Periods {
		if n.Role == Base && !n.Open && !(n.relative && len(q.MainPeriods()) == 0) {
			return n.Period, true
		}
	}
	return corpus.Period{}, false
}

// shortStretch is "giai đoạn" written short before a year.
var shortStretch = regexp.MustCompile(`(?i)(^|\s)(?:gđ|gd|g/đ)\s+((?:từ\s+)?(?:19|20)\d\d)`)

// spellStretch spells out "gđ 2015-2020".
func spellStretch(text string) string {
	said := "giai đoạn"
	if !viet.HasMarks(text) {
		said = viet.Fold(said)
	}
	return shortStretch.ReplaceAllString(text, "${1}"+said+" ${2}")
}
