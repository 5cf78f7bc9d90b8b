package index

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// sentence is a sentence of a paragraph that may answer.
type sentence struct {
	text      string
	article   corpus.Article
	paragraph int    // 1-based; 0: the title
	before    string // what stands before it in its paragraph
	own       string // its words, spelled out
	about     string // those of what stands around it
	score     float64
	covered   float64 // share of the question's words that it or its title holds
	tells     bool    // speaks of what is asked after
	proves    bool    // holds what is asked for: a day, a person, a place
	dates     bool    // opens the article whose title is what is asked after: its day is that of the event
}

// What a passage answer needs and is ranked by. The shares were chosen on the
// question files of this package.
const (
	enoughCovered  = 0.8  // of the words of the question, with what stands around
	enoughOwn      = 0.25 // by the sentence itself
	pointsProof    = 0.5
	pointsTitled   = 0.3 // opens the article that the title says is of what is asked after
	pointsOwn      = 0.7 // words held by the sentence itself, beside those of its title
	pointsRank     = 0.3 // of the place its paragraph has in the search
	passagesLooked = 8
)

// passage answers with the sentence of an article that tells who, when, where
// or what; without a convincing one, with the articles.
func (d *deliberation) passage() error {
	d.settleAsk()
	in := d.inquire()
	switch {
	case len(in.words) == 0:
		return d.unnamed()
	case containsAny(in.text, newsAsked):
		return d.announcements()
	}
	best, err := d.bestSentence(in)
	if err != nil {
		return err
	}
	if best == nil || !d.convinces(best, in) {
		d.step("judge", "no sentence is convincing")
		d.answer.Text = "Tôi chưa tìm thấy câu nào trả lời đúng câu hỏi này."
		if s := d.sayStretch(); s != "" {
			d.answer.Text = "Tôi chưa có lịch hoặc tin nào khớp" + s + "."
		}
		return d.offerArticles(usualHeld)
	}
	d.step("judge", fmt.Sprintf("%s paragraph %d covers %.2f", best.article.ID, best.paragraph, best.covered))
	d.quote(best)
	return nil
}

// newsAsked are the folded words that ask what a paper reported: for articles.
var newsAsked = []string{" dua tin gi ", " co tin gi ", " viet gi ", " dang gi ", " dang tin gi "}

// convinces reports whether the best sentence answers: it holds enough of the
// question, proves what is asked, and is of the time asked about.
func (d *deliberation) convinces(s *sentence, in *inquiry) bool {
	if !s.tells || !d.isOfWeek(s.article) || (in.ask != query.AskWhat || in.head == "") && !s.proves {
		return false
	}
	return !d.q.Extremal || d.saysDeed(s.own, in)
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
	text := d.said()
	return strings.Contains(text, " nam nao ") && !d.q.Extremal && len(d.q.Periods) == 0 && !strings.Contains(text, " bao nhieu ")
}

// settleAsk takes "… năm nào" for a question for a year, where it is no question
// for a figure.
func (d *deliberation) settleAsk() {
	if strings.Contains(d.said(), " nam nao ") && d.q.Ask != query.AskWho {
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

// bestSentence returns the sentence of the likeliest paragraphs that holds most
// of what is asked, one that proves it first; nil if there is none.
func (d *deliberation) bestSentence(in *inquiry) (*sentence, error) {
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
		for _, s := range append(d.sentencesOf(a, h.Paragraph, in), d.titleOf(a, in)...) {
			s.score += pointsRank / float64(i+1)
			if best == nil || in.prefers(&s, best) {
				best = &s
			}
		}
	}
	return best, nil
}

// prefers reports whether s answers better than t: what proves the answer, where a
// proof is needed, goes before what only speaks of it, and that before any score.
func (in *inquiry) prefers(s, t *sentence) bool {
	if in.ask != query.AskWhat && s.proves != t.proves {
		return s.proves
	}
	if s.tells != t.tells {
		return s.tells
	}
	return s.score > t.score
}

func (d *deliberation) sentencesOf(a corpus.Article, paragraph int, in *inquiry) []sentence {
	paragraphs := paragraphsOf(a.Text)
	if paragraph < 1 || paragraph > len(paragraphs) {
		return nil
	}
	around := paragraphs[paragraph-1]
	if in.ask == query.AskWho {
		around = a.Text
	}
	title := spelledProse(a.Title)
	about := title + spelledProse(strings.Join([]string{a.Date, yearOf(a.Date), a.Publisher, around, strings.Join(a.Areas, " . ")}, " . "))
	titled := in.ask == query.AskWhen && paragraph == 1 && d.ofAreas(a) && shareHeld(title, in.words) >= enoughCovered
	var out []sentence
	before := ""
	for i, text := range splitSentences(paragraphs[paragraph-1]) {
		out = append(out, d.weighed(sentence{
			text: text, article: a, paragraph: paragraph, before: before, own: spelledProse(text), about: about, dates: i == 0 && titled,
		}, in))
		before += text + " "
	}
	return out
}

// titleOf returns the title of an article as a sentence, where it says by itself
// who did something: "Thủ tướng công nhận …".
func (d *deliberation) titleOf(a corpus.Article, in *inquiry) []sentence {
	if in.ask != query.AskWho {
		return nil
	}
	title := spelledProse(a.Title)
	s := d.weighed(sentence{text: a.Title, article: a, own: title, about: title}, in)
	if !s.proves || s.covered < 1 {
		return nil
	}
	return []sentence{s}
}

// weighed tells how much of the words a sentence and what stands around it hold,
// and whether it proves what is asked.
func (d *deliberation) weighed(s sentence, in *inquiry) sentence {
	inOwn := shareHeld(s.own, in.words)
	s.covered = shareHeld(s.own+s.about, in.words)
	s.score = s.covered + pointsOwn*inOwn
	s.tells = s.covered >= enoughCovered && (in.ask != query.AskWho || !d.ofOtherYears(&s)) && d.tells(&s, in)
	s.proves = s.tells && (s.dates || inOwn >= enoughOwn) && d.proves(&s, in)
	if s.proves || in.head != "" && strings.Contains(firstWords(s.own, nearHead), in.head) {
		s.score += pointsProof
	}
	if s.proves && s.dates {
		s.score += pointsTitled
	}
	return s
}

// ofOtherYears reports whether a sentence names years and the one that the question
// means is none of them: who launched the campaign of 2022 did not launch that of 2020.
func (d *deliberation) ofOtherYears(s *sentence) bool {
	meant := d.yearsMeant()
	said := year.FindAllString(s.text, -1)
	if len(said) == 0 {
		said = append(year.FindAllString(s.article.Title+" "+s.before, -1), yearOf(s.article.Date))
	}
	return len(meant) == 1 && !slices.Contains(said, meant[0])
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
	return float64(held) / float64(max(1, len(words)))
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

// asksOfDocument reports whether something is asked of a document that is named by
// its number, not the document itself: "khó khăn gì khi thực hiện nghị quyết
// 07-NQ/TU".
func (d *deliberation) asksOfDocument() bool {
	if d.q.Number == "" && !strings.Contains(spelled(d.q.Text), " gi khi ") {
		return false
	}
	d.q.Ask = query.AskWhat
	in := d.inquire()
	if in.head == "" || slices.Contains(kindsNamed, strings.TrimSpace(in.head)) || strings.Contains(in.text, " noi gi ") {
		return false
	}
	return true
}
