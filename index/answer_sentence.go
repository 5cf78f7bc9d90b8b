package index

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// A question that nothing else answers is held against the sentences of the likeliest
// paragraphs word by word. One is quoted only if it accounts for every word that says
// what is asked, with its marks, with the place and the time, and holds in the right
// clause what is asked for: a day, a name, a number of that thing.

// fullSentence returns the answer with a sentence that accounts for all of a question,
// or the plain answer.
func (x *Index) fullSentence(ctx context.Context, q Question, plain Answer) (Answer, error) {
	found := plain.Kind == Articles && !strings.HasPrefix(plain.Text, "Tôi chưa")
	if plain.Kind != Unknown && plain.Kind != Articles || found && !opensAsking.MatchString(foldedWords(q.Text)) {
		return plain, nil
	}
	d := x.consider(ctx, q)
	d.answer.Question = q.Text
	s := d.slotsOf(plain.Kind == Unknown)
	if s == nil || d.q.Intent == query.Remind || d.q.Intent == query.Announce && !opensAsking.MatchString(d.said()) {
		return plain, nil
	}
	best, err := d.mostlyOwn(s)
	if err != nil || best == nil {
		return plain, err
	}
	d.step("judge", "the sentence accounts for every word")
	d.quote(best)
	return d.finish(), nil
}

// slots are the things that a sentence must hold to answer.
type slots struct {
	when, who, where, which, nth bool
	nthOf                        string   // what is numbered: "loại" of "loại mấy"
	counted                      []string // what is counted: "đại biểu" of "bao nhiêu đại biểu"
	words                        []string // all that a sentence must account for
	ordinals                     []ordinal
	beside                       []string // of these, those next to what is counted
}

// opensAsking is a question that asks for more than articles, folded.
var opensAsking = regexp.MustCompile(`^ (?:ai|khi nao|ngay nao|hom nao|vi sao|tai sao) | (?:may|bao nhieu) `)

// Folded words that ask for one thing or another.
var (
	asksWhen    = regexp.MustCompile(`\b(?:khi nao|luc nao|bao gio|(?:ngay|hom|bua|thang|nam) nao|ngay may|ngay bao nhieu|thoi gian nao)\b`)
	asksWho     = regexp.MustCompile(`\bai\b|\bnguoi nao\b`)
	asksWhere   = regexp.MustCompile(`\bo dau\b|\bcho nao\b|\bdia diem\b`)
	asksNth     = regexp.MustCompile(`\b(loai|thu|hang|lan thu|lan|khoa|dot|bac) (?:may|bao nhieu|nao|gi)\b`)
	asksWhich   = regexp.MustCompile(`\b(?:nao|gi)\b`)
	asksCount   = regexp.MustCompile(`\b(?:may|bao nhieu|bn)\b`)
	asksFigures = regexp.MustCompile(`\b(?:chi tieu|so lieu|con so|chi so|ket qua|thong tin)\b`)
	deniesIt    = regexp.MustCompile(`\b(?:khong|chua|chang)\b`)
	countedHere = regexp.MustCompile(`^(?:\d[\d.,]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mot|bon|nam|sau|bay|tam|chin|muoi)$`)
)

// slotsOf reads what the question asks a sentence for; refused is whether it was taken
// for one for a figure, and none is known. It returns nil if it asks for nothing that
// a sentence tells, or for an amount or a number of what
// records tell.
func (d *deliberation) slotsOf(refused bool) *slots {
	text := strings.TrimSpace(spelled(d.q.Text))
	if deniesIt.MatchString(text) || len(d.q.Quoted) > 0 {
		return nil
	}
	s := &slots{
		ordinals: d.inquire().ordinals,
		when:     asksWhen.MatchString(text), who: asksWho.MatchString(text), where: asksWhere.MatchString(text),
		which: asksWhich.MatchString(asksWhen.ReplaceAllString(text, " ")),
	}
	if m := asksNth.FindStringSubmatch(asksWhen.ReplaceAllString(text, " ")); m != nil && d.numbersOf(m[1]) {
		s.nth, s.nthOf, s.which = true, m[1], false
		text = asksNth.ReplaceAllString(text, "$1")
	}
	counts := asksCount.MatchString(asksWhen.ReplaceAllString(text, " "))
	if (s.which || counts) && !s.when && !s.who && asksFigures.MatchString(text) {
		return nil
	}
	if !s.when && !s.who && !s.where && !s.which && !s.nth && !counts {
		return nil
	}
	if counts && refused && len(d.q.Indicators) > 0 || !d.takeWords(s) || counts && !s.nth && len(s.counted) == 0 || len(s.words) < leastTold && !(s.nth && len(s.words) > 1) {
		return nil
	}
	return s
}

// numbersOf reports whether the folded word is one that is numbered: "thu" is "thứ" by its
// mark, or where it is no revenue.
func (d *deliberation) numbersOf(word string) bool {
	if word != "thu" {
		return true
	}
	if d.q.Marked {
		return slices.Contains(query.Marked(d.q.Text), "thứ")
	}
	return strings.Contains(d.said(), " thu may ")
}

// leastTold is how many words a question must say for a sentence to be held against it.
const leastTold = 3

// takeWords notes the words that a sentence must account for, and what is counted; false
// if an amount of money or a share is asked for.
func (d *deliberation) takeWords(s *slots) bool {
	all := d.wordsCompared(viet.ExpandAll(d.withoutPlacesAndTimes()))
	for i := 0; i < len(all); i++ {
		w := all[i]
		if f := viet.Fold(w); (f == "may" || f == "bao" && i+1 < len(all) && viet.Fold(all[i+1]) == "nhieu" || f == "bn") && d.asksHere(all, i) {
			if f == "bao" {
				i++
			}
			if i+1 < len(all) && !(s.nth && i > 0 && strings.HasSuffix(s.nthOf, viet.Fold(all[i-1]))) {
				noun := viet.Fold(all[i+1])
				if moneyNouns[noun] || noun == "ti" || noun == "phan" || noun == "%" || noun == "nguoi" {
					return false
				}
				s.counted = append(s.counted, all[i+1])
				s.beside = append(s.beside, d.neighbours(all, i)...)
			}
			continue
		}
		if d.saysSomething(w) && !slices.Contains(s.words, w) {
			s.words = append(s.words, w)
		}
	}
	return true
}

// asksHere reports whether the word at i asks for a number: "may" without marks may be
// another word before a day: "ngay may".
func (d *deliberation) asksHere(all []string, i int) bool {
	return i == 0 || viet.Fold(all[i-1]) != "ngay" && viet.Fold(all[i-1]) != "thang"
}

// neighbours returns the words with content right before a word that asks for a number
// and right behind what is counted.
func (d *deliberation) neighbours(all []string, i int) []string {
	var out []string
	at := i - 1
	if viet.Fold(all[i]) == "nhieu" {
		at--
	}
	for _, k := range []int{at, i + 2} {
		if k >= 0 && k < len(all) && d.saysSomething(all[k]) {
			out = append(out, all[k])
		}
	}
	return out
}

// withoutPlacesAndTimes returns the question without the places and periods that are
// held against articles by what they are.
func (d *deliberation) withoutPlacesAndTimes() string {
	text := d.q.Text
	for _, a := range d.q.Areas {
		if len(a.Names) > 0 {
			text = strings.Replace(text, a.Text, " ", 1)
		}
	}
	for _, p := range d.q.Periods {
		if !p.IsZero() {
			text = strings.Replace(text, p.Text, " ", 1)
		}
	}
	return text
}

// mostlyOwn returns the sentence of the likeliest paragraphs that accounts for all that
// is asked and holds most of it itself; nil if there is none.
func (d *deliberation) mostlyOwn(s *slots) (*sentence, error) {
	hits, err := d.x.Search(d.ctx, Query{Text: d.q.Text, In: PassagesOnly, Limit: sentencesLooked, Audiences: d.asked.Audiences})
	if err != nil {
		return nil, err
	}
	var best *sentence
	for _, h := range hits {
		a, ok, err := d.x.article(d.ctx, h.ID, d.asked.Audiences)
		if err != nil {
			return nil, err
		}
		paragraphs := paragraphsOf(a.Text)
		if !ok || h.Paragraph < 1 || h.Paragraph > len(paragraphs) {
			continue
		}
		before := ""
		for _, text := range splitSentences(paragraphs[h.Paragraph-1]) {
			c := sentence{text: text, article: a, paragraph: h.Paragraph, before: before}
			if d.accounts(&c, s) && (best == nil || c.score > best.score) {
				best = &c
			}
			before += text + " "
		}
	}
	return best, nil
}

// sentencesLooked is in how many paragraphs a full sentence is looked for; leastHeld the
// share of the words that it must hold itself.
const (
	sentencesLooked = 20
	leastHeld       = 0.39
)

// accounts reports whether a sentence accounts for the question; its score is the share
// of the words that it holds itself.
func (d *deliberation) accounts(c *sentence, s *slots) bool {
	own := d.wordsCompared(c.text)
	around := d.wordsCompared(c.before)
	if d.ofTitle(c.article.Title) {
		around = append(append(around, "."), d.wordsCompared(c.article.Title)...)
	}
	held, joined := 0, 0
	for i := range s.words {
		switch {
		case d.stands(own, s.words, i):
			held++
		case !d.stands(around, s.words, i):
			return false
		}
		if i > 0 && (adjoin(own, s.words[i-1], s.words[i]) || adjoin(around, s.words[i-1], s.words[i])) {
			joined++
		}
	}
	if len(s.ordinals) > 0 && !agree(s.ordinals, spelledProse(c.text), spelledProse(c.article.Title), spelledProse(c.before)) {
		return false
	}
	c.score = float64(held) / float64(len(s.words))
	return c.score >= leastHeld && s.together(joined) && d.placedAt(c) && d.timedAt(c) && d.fills(c, s, own)
}

// together reports whether enough of the words that stand side by side in the question do
// so in the sentence: half if any thing will do, else a third.
func (s *slots) together(joined int) bool {
	pairs := len(s.words) - 1
	if s.when || s.who || s.where || s.nth || len(s.counted) > 0 {
		return 3*joined >= pairs || pairs == 1
	}
	return 2*joined >= pairs
}

// ofTitle reports whether a title names no other year than one asked about.
func (d *deliberation) ofTitle(title string) bool {
	said, meant := year.FindAllString(title, -1), d.yearsMeant()
	return len(said) == 0 || len(meant) == 0 || slices.ContainsFunc(said, func(y string) bool { return slices.Contains(meant, y) })
}

// adjoin reports whether two words stand side by side in a text, in either order, or
// with one word between.
func adjoin(text []string, a, b string) bool {
	for i, w := range text {
		if w != a && w != b {
			continue
		}
		for _, o := range text[i+1 : min(i+3, len(text))] {
			if o != w && (o == a || o == b) {
				return true
			}
		}
	}
	return false
}

// stands reports whether a text holds the word at i of the question; a number must stand
// behind the same word in both.
func (d *deliberation) stands(text, words []string, i int) bool {
	w := words[i]
	if w[0] < '0' || w[0] > '9' || i == 0 {
		return slices.Contains(text, w)
	}
	for k := 1; k < len(text); k++ {
		if text[k] == w && text[k-1] == words[i-1] {
			return true
		}
	}
	return false
}

// placedAt reports whether a sentence is about each place that the question names.
func (d *deliberation) placedAt(c *sentence) bool {
	said := foldedWords(c.text + " " + c.article.Title)
	for _, n := range d.q.Areas {
		if len(n.Names) == 0 {
			continue // its words are words of the question
		}
		if !slices.ContainsFunc(n.Names, func(name string) bool {
			bare, _, _ := strings.Cut(name, " (")
			return slices.Contains(c.article.Areas, name) || strings.Contains(said, foldedWords(bare))
		}) {
			return false
		}
	}
	return true
}

// timedAt reports whether a sentence is of each period asked about: by what it names
// itself, else by what stands before it, its title and the day it was published.
func (d *deliberation) timedAt(c *sentence) bool {
	for _, p := range d.q.Periods {
		if p.IsZero() || p.Open {
			return false
		}
		own := year.FindAllString(c.text, -1)
		if len(own) == 0 {
			own = yearsAround(c)
		}
		switch y := corpus.YearOf(p.Year).String(); p.Kind {
		case corpus.Year:
			if !slices.Contains(own, y) {
				return false
			}
		case corpus.Month, corpus.Day:
			if !slices.ContainsFunc(d.daysIn(c), func(o corpus.Period) bool {
				return o == p.Period
			}) &&
				!strings.HasPrefix(c.article.Date, p.Period.String()) {
				return false
			}
		default:
			if !d.toldOfPeriod(c) {
				return false
			}
		}
	}
	return true
}

// yearsAround returns the years that a sentence without one is of: those named last
// before it, in its title, or that in which it was published.
func yearsAround(c *sentence) []string {
	before := splitSentences(strings.TrimSpace(c.before))
	for _, text := range slices.Backward(before) {
		if said := year.FindAllString(text, -1); len(said) > 0 {
			return said
		}
	}
	if said := year.FindAllString(c.article.Title, -1); len(said) > 0 {
		return said
	}
	return []string{yearOf(c.article.Date)}
}

// daysIn returns the days and months that a sentence names.
func (d *deliberation) daysIn(c *sentence) []corpus.Period {
	var out []corpus.Period
	for _, n := range query.Parse(c.text, query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home}).Periods {
		out = append(out, n.Period)
	}
	return out
}

// fills reports whether a sentence holds each thing that is asked for.
func (d *deliberation) fills(c *sentence, s *slots, own []string) bool {
	in := &inquiry{text: spelled(d.q.Text), ask: query.AskWhen}
	switch {
	case s.when && !d.datesAnew(c, in):
		return false
	case s.who && !namesSomebody(c.text):
		return false
	case s.where && !standsAt.MatchString(c.text):
		return false
	case s.nth && !d.numbered(own, s.nthOf):
		return false
	}
	return !slices.ContainsFunc(s.counted, func(noun string) bool { return !d.countsThere(c, noun, s, own) })
}

// datesAnew reports whether a sentence tells a day, or the month or year where that will
// do, which the question does not name.
func (d *deliberation) datesAnew(c *sentence, in *inquiry) bool {
	if strings.Contains(in.text, " nam nao ") {
		return slices.ContainsFunc(year.FindAllString(c.text, -1), func(y string) bool { return !strings.Contains(in.text, " "+y+" ") })
	}
	return slices.ContainsFunc(viet.Times(c.text, d.asked.Now), func(t viet.Time) bool { return d.fineEnough(t, in) })
}

// numbered reports whether a number stands behind the word.
func (d *deliberation) numbered(own []string, word string) bool {
	last := word[strings.LastIndexByte(word, ' ')+1:]
	for i := 1; i < len(own); i++ {
		if viet.Fold(own[i-1]) == last && own[i][0] >= '0' && own[i][0] <= '9' {
			return true
		}
	}
	return false
}

// countsThere reports whether a clause of the sentence tells a number of the things, it or
// the next what the question says right beside them, and no other statement of the
// sentence what it says besides.
func (d *deliberation) countsThere(c *sentence, noun string, s *slots, own []string) bool {
	for part := range strings.SplitSeq(c.text, ";") {
		whole := d.wordsCompared(part)
		if slices.ContainsFunc(s.words, func(w string) bool { return slices.Contains(own, w) && !slices.Contains(whole, w) }) {
			continue
		}
		clauses := clauseSplit.Split(part, -1)
		for k := range clauses {
			near := d.wordsCompared(strings.Join(clauses[k:min(k+2, len(clauses))], " "))
			if d.countsIn(clauses[k], noun) && !slices.ContainsFunc(s.beside, func(w string) bool { return !slices.Contains(near, w) }) {
				return true
			}
		}
	}
	return false
}

// countsIn reports whether a number stands before the noun in a clause.
func (d *deliberation) countsIn(clause, noun string) bool {
	words := d.wordsCompared(clause)
	for i := 1; i < len(words); i++ {
		if words[i] == noun && countedHere.MatchString(words[i-1]) {
			return true
		}
	}
	return false
}

// clauseSplit parts the clauses of a sentence; a comma inside a number parts nothing.
var clauseSplit = regexp.MustCompile(`[,:]\s+`)
