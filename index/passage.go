package index

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sentence is a sentence of a paragraph that may answer.
type sentence struct {
	text      string
	article   corpus.Article
	paragraph int // 1-based
	score     float64
	covered   float64 // share of the question's words that it or its title holds
	proves    bool    // holds what is asked for: a day, a person, a place
	dates     bool    // opens the article whose title is what is asked after: its day is that of the event
}

// What a passage answer needs and is ranked by. The shares were chosen on the
// question files of this package.
const (
	enoughCovered  = 0.8  // of the words of the question, with what stands around
	enoughOwn      = 0.25 // by the sentence itself
	pointsProof    = 0.5
	pointsOwn      = 0.7 // words held by the sentence itself, beside those of its title
	pointsRank     = 0.3 // of the place its paragraph has in the search
	passagesLooked = 8
)

// passage answers with the sentence of an article that tells who, when, where
// or what; without a convincing one, with the articles.
func (d *deliberation) passage() error {
	d.settleAsk()
	words := d.contentWords()
	if len(words) == 0 {
		return d.unnamed()
	}
	best, err := d.bestSentence(words)
	if err != nil {
		return err
	}
	if best == nil || best.covered < enoughCovered || !d.isOfWeek(best.article) || d.q.Ask != query.AskWhat && !best.proves || !d.tells(foldedWords(best.text), foldedWords(best.article.Title+" . "+best.article.Date+" . "+yearOf(best.article.Date)+" . "+best.article.Text)) {
		d.step("judge", "no sentence is convincing")
		d.answer.Text = "Tôi chưa tìm thấy câu nào trả lời đúng câu hỏi này."
		if s := d.sayStretch(); s != "" {
			d.answer.Text = "Tôi chưa có lịch hoặc tin nào khớp" + s + "."
		}
		return d.offerArticles(usualHeld)
	}
	if d.q.Extremal && !d.saysDeed(foldedWords(best.text)) {
		d.step("judge", "the sentence does not say who or what is first")
		d.answer.Text = "Tôi chưa tìm thấy câu nào trả lời đúng câu hỏi này."
		return d.offerArticles(usualHeld)
	}
	d.step("judge", fmt.Sprintf("%s paragraph %d covers %.2f", best.article.ID, best.paragraph, best.covered))
	d.quote(best)
	return nil
}

// isOfWeek reports whether an article was published in the week that the question
// names, if it names one ("tuần sau"): no sentence of another time answers that.
func (d *deliberation) isOfWeek(a corpus.Article) bool {
	if !slices.ContainsFunc(d.q.Periods, func(n query.Period) bool { return n.Open }) {
		return true
	}
	_, f := d.sought()
	at, err := corpus.ParsePeriod(a.Date)
	if f.From == "" || f.To == "" || err != nil {
		return true
	}
	return at.First().Format(time.DateOnly) <= f.To && at.After().Format(time.DateOnly) > f.From
}

// asksYear reports whether the year in which something came about is asked for,
// not a figure of it: "đạt chuẩn nông thôn mới năm nào".
func (d *deliberation) asksYear() bool {
	text := foldedWords(d.q.Text)
	return strings.Contains(text, " nam nao ") && !d.q.Extremal && len(d.q.Periods) == 0 && !strings.Contains(text, " bao nhieu ")
}

// settleAsk takes "… năm nào" for a question for a year, where it is no question
// for a figure.
func (d *deliberation) settleAsk() {
	if strings.Contains(foldedWords(d.q.Text), " nam nao ") && d.q.Ask != query.AskWho {
		d.q.Ask = query.AskWhen
	}
}

// quote answers with a sentence and its source.
func (d *deliberation) quote(best *sentence) {
	d.answer.Kind = Passage
	d.answer.Articles = []Found{foundOf(best.article, best.text, best.paragraph)}
	src := best.article.Source()
	src.Paragraph = best.paragraph
	d.answer.Text = "“" + best.text + "”\nNguồn: " + saySource(src)
}

// contentWords returns the folded words of the question that a sentence should
// hold.
func (d *deliberation) contentWords() []string {
	var out []string
	for _, w := range query.Fold(strings.Join(d.q.Words, " ")) {
		if !slices.Contains(out, w) && !slices.Contains(asking, w) {
			out = append(out, w)
		}
	}
	for _, n := range d.q.Periods {
		if n.Kind == corpus.Year {
			out = append(out, n.Period.String())
		}
	}
	return out[:min(len(out), maxSought)]
}

// maxSought bounds the words that a sentence is looked for with.
const maxSought = 40

// asking are the folded words of questions that a sentence need not hold.
var asking = strings.Fields("khi nao ngay luc may gio bao gio o dau noi ai nhung gi the ra sao ai do la co duoc va voi tim bai noi ve hom thang thong tin dia diem")

func (d *deliberation) bestSentence(words []string) (*sentence, error) {
	hits, err := d.x.Search(d.ctx, Query{Text: d.q.Text, In: PassagesOnly, Limit: passagesLooked, Audiences: d.asked.Audiences})
	if err != nil {
		return nil, err
	}
	d.step("find", fmt.Sprintf("%d passages", len(hits)))
	var best *sentence
	for i, h := range hits {
		a, ok, err := d.x.article(d.ctx, h.ID, d.asked.Audiences)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		for _, s := range append(d.sentencesOf(a, h.Paragraph, words), d.titleOf(a, words)...) {
			s.score += pointsRank / float64(i+1)
			if best == nil || s.score > best.score {
				best = &s
			}
		}
	}
	return best, nil
}

func (d *deliberation) sentencesOf(a corpus.Article, paragraph int, words []string) []sentence {
	paragraphs := paragraphsOf(a.Text)
	if paragraph < 1 || paragraph > len(paragraphs) {
		return nil
	}
	about := foldedWords(strings.Join([]string{a.Title, a.Date, yearOf(a.Date), a.Publisher, paragraphs[paragraph-1]}, " . "))
	var out []sentence
	for i, text := range splitSentences(paragraphs[paragraph-1]) {
		opens := i == 0 && paragraph == 1 && d.q.Ask == query.AskWhen && d.ofAreas(a) && shareHeld(foldedWords(a.Title), words) >= enoughCovered
		out = append(out, d.weighed(sentence{text: text, article: a, paragraph: paragraph, dates: opens}, about, words))
	}
	return out
}

// ofAreas reports whether an article is one of each place that the question names.
func (d *deliberation) ofAreas(a corpus.Article) bool {
	for _, n := range d.q.Areas {
		if !slices.ContainsFunc(n.Names, func(name string) bool { return slices.Contains(a.Areas, name) }) {
			return false
		}
	}
	return true
}

// shareHeld returns the share of the words that a folded text holds.
func shareHeld(text string, words []string) float64 {
	held := 0
	for _, w := range words {
		if strings.Contains(text, " "+w+" ") {
			held++
		}
	}
	return float64(held) / float64(len(words))
}

// titleOf returns the title of an article as a sentence, where it says by itself
// who did something: "Thủ tướng công nhận …".
func (d *deliberation) titleOf(a corpus.Article, words []string) []sentence {
	if d.q.Ask != query.AskWho {
		return nil
	}
	s := d.weighed(sentence{text: a.Title, article: a}, foldedWords(a.Title), words)
	if !s.proves || s.covered < 1 {
		return nil
	}
	return []sentence{s}
}

// weighed tells how much of the words a sentence and what stands around it hold,
// and whether it proves what is asked.
func (d *deliberation) weighed(s sentence, about string, words []string) sentence {
	own := foldedWords(s.text)
	var inOwn, inAny float64
	for _, w := range words {
		switch {
		case strings.Contains(own, " "+w+" "):
			inOwn++
			inAny++
		case strings.Contains(about, " "+w+" "):
			inAny++
		}
	}
	s.covered = inAny / float64(len(words))
	s.score = s.covered + pointsOwn*inOwn/float64(len(words))
	s.proves = s.covered >= enoughCovered && (s.dates || inOwn >= enoughOwn*float64(len(words))) && d.tells(own, about) && d.proves(s.text)
	if s.proves {
		s.score += pointsProof
	}
	return s
}

// tells reports whether a sentence tells of what is asked: it does the deed that
// the question asks after, and it or what stands around it holds the years, and
// every pair of words that nothing else accounts for.
func (d *deliberation) tells(own, about string) bool {
	for _, y := range d.years() {
		if !strings.Contains(about+own, " "+y+" ") || d.q.Ask == query.AskWhat && namesYear(own) && !strings.Contains(own, " "+y+" ") {
			return false
		}
	}
	if asked := foldedWords(d.q.Text); strings.Contains(asked, " noi gi ") || strings.Contains(asked, " phat bieu gi ") || strings.Contains(asked, " chi dao gi ") || strings.Contains(asked, " yeu cau gi ") {
		if !slices.ContainsFunc(speaking, func(s string) bool { return strings.Contains(own, s) }) {
			return false
		}
	}
	exact := d.q.Ask == query.AskWho || d.q.Ask == query.AskTold
	own, about = strings.ReplaceAll(own, " va ", " "), strings.ReplaceAll(about, " va ", " ")
	for _, l := range d.q.Left {
		if d.q.Ask == query.AskTold && !holdsRun(own, l.Words()) {
			return false
		}
		if d.q.Ask == query.AskWho && holdsMost(own, l.Words()) {
			continue
		}
		if !holdsRun(own, l.Words()) && !holdsRun(about, l.Words()) && (exact || !holdsMost(own+about, l.Words())) {
			return false
		}
	}
	if !exact {
		return true
	}
	for _, deed := range d.q.Deeds {
		if !strings.Contains(own, foldedWords(deed)) {
			return false
		}
	}
	return true
}

// speaking are the folded words of a sentence that tells what somebody said, with
// blanks around.
var speaking = []string{" noi ", " nhan manh ", " yeu cau ", " phat bieu ", " de nghi ", " chi dao ", " cho biet ", " thong tin ", " khang dinh ", " danh gia "}

// holdsMost reports whether a text holds every word of a run and half of its
// pairs of neighbours.
func holdsMost(text string, words []string) bool {
	pairs := 0
	for i, w := range words {
		if !strings.Contains(text, " "+w+" ") {
			return false
		}
		if i > 0 && strings.Contains(text, " "+words[i-1]+" "+w+" ") {
			pairs++
		}
	}
	return 2*pairs >= len(words)-1
}

func yearOf(date string) string { return date[:min(4, len(date))] }

// paragraphsOf cuts the text of an article at its empty lines.
func paragraphsOf(text string) []string {
	var out []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, strings.Join(strings.Fields(p), " "))
		}
	}
	return out
}

// splitSentences cuts a paragraph after ". ", "; " stays inside a sentence.
func splitSentences(p string) []string {
	var out []string
	for {
		i := endOfSentence(p)
		if i < 0 {
			break
		}
		out = append(out, strings.TrimSpace(p[:i]))
		p = p[i:]
	}
	if p = strings.TrimSpace(p); p != "" {
		out = append(out, p)
	}
	return out
}

func endOfSentence(p string) int {
	for i := 0; i+2 < len(p); i++ {
		if (p[i] == '.' || p[i] == '!' || p[i] == '?') && p[i+1] == ' ' && i > 0 {
			return i + 1
		}
	}
	return -1
}

// proves reports whether a sentence holds what is asked for.
func (d *deliberation) proves(text string) bool {
	folded := " " + viet.Fold(text) + " "
	has := func(list ...string) bool {
		return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(folded, s) })
	}
	switch d.q.Ask {
	case query.AskWhen:
		return d.datesIt(text)
	case query.AskWho:
		return has(doers...) && namesSomebody(text)
	case query.AskWhere:
		return has(" tai ", " o ", " dia diem ")
	case query.AskRank:
		return ranking.MatchString(text)
	case query.AskTold:
		return true
	case query.AskWhat: // a name in quotation marks, where one is asked for
		return strings.ContainsAny(text, "“\"«")
	}
	return false
}

// doers are the folded words for those who do something, with blanks around.
var doers = []string{" dong chi ", " ong ", " ba ", " uy ban ", " ubnd ", " hdnd ", " thanh uy ", " tinh uy ", " bi thu ", " chu tich ", " lanh dao ", " so ", " ban ",
	" thu tuong ", " chinh phu ", " bo truong ", " giam doc ", " truong phong "}

// datesIt reports whether a sentence tells when: a day, or the month where that is
// asked. A year is enough where a year is asked for, and only then; one that the
// question names itself tells nothing.
func (d *deliberation) datesIt(text string) bool {
	asked := foldedWords(d.q.Text)
	if strings.Contains(asked, " nam nao ") {
		own := foldedWords(text)
		return slices.ContainsFunc(year.FindAllString(text, -1), func(y string) bool { return !strings.Contains(asked, " "+y+" ") }) && d.saysDeed(own)
	}
	return slices.ContainsFunc(viet.Times(text, d.asked.Now), func(t viet.Time) bool {
		return t.Grain == "day" || t.Grain == "hour" || t.Grain == "minute" || t.Grain == "month" && strings.Contains(asked, " thang ")
	})
}

// saysDeed reports whether a sentence holds every word of the question but those
// of places: in the year it names it must have happened.
func (d *deliberation) saysDeed(own string) bool {
	var places []string
	for _, a := range d.q.Areas {
		places = append(places, query.Fold(a.Text)...)
	}
	return !slices.ContainsFunc(d.contentWords(), func(w string) bool {
		return !slices.Contains(places, w) && w != "nam" && !strings.Contains(own, " "+w+" ")
	})
}

// ranking is a place among others: "xếp thứ 4", "đứng đầu".
var ranking = regexp.MustCompile(`(?i)(?:thứ|hạng) (?:\d+|nhất|nhì|ba|tư)|đứng đầu`)

// rank answers where a place stands among others with the sentence that tells
// it; records hold no ranks.
func (d *deliberation) rank() error {
	if d.unknownPlace() || d.contradictory() {
		return nil
	}
	d.q.Ask = query.AskRank
	best, err := d.bestSentence(append(query.Fold(d.indicatorText()), d.years()...))
	if err != nil {
		return err
	}
	if best == nil || !best.proves || !d.ofPlace(best.article) || !d.ofYears(best.text) {
		return d.figure()
	}
	d.quote(best)
	return nil
}

// ofYears reports whether the first year that a sentence names is the one asked
// about: what follows is what it is compared with. Only years can be told so.
func (d *deliberation) ofYears(text string) bool {
	for _, p := range d.q.MainPeriods() {
		if p.Kind != corpus.Year || year.FindString(text) != p.String() {
			return false
		}
	}
	return true
}

// ofPlace reports whether an article is about a place asked about; without one
// named, about the home area or those around it.
func (d *deliberation) ofPlace(a corpus.Article) bool {
	places := d.areas()
	if !d.namesArea() {
		places = append(places, d.around()...)
	}
	return slices.ContainsFunc(a.Areas, func(s string) bool { return slices.Contains(places, s) })
}

// namesSomebody reports whether two words in a row begin with capitals.
func namesSomebody(text string) bool {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		if capitalized(words[i-1]) && capitalized(words[i]) {
			return true
		}
	}
	return false
}

func capitalized(s string) bool {
	for _, r := range s {
		return strings.ToLower(string(r)) != string(r)
	}
	return false
}
