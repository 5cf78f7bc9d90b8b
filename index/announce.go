package index

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// announcements answers with the articles that the question describes.
func (d *deliberation) announcements() error {
	found, err := d.articles(5, usualHeld)
	if err == nil {
		found, err = d.byFigures(found, 5)
	}
	if err != nil {
		return err
	}
	if len(found) == 0 {
		d.answer.Text = "Tôi không tìm thấy bài hoặc văn bản nào khớp với yêu cầu" + d.sayStretch() + "."
		return nil
	}
	d.answer.Kind, d.answer.Articles = Articles, found
	d.answer.Text = sayArticles(found)
	if d.nearYear != "" {
		d.answer.Text = sayNoneOfYear(d.nearYear) + "\n" + d.answer.Text
	}
	return nil
}

// sayStretch names the days that the search was narrowed to.
func (d *deliberation) sayStretch() string {
	_, f := d.sought()
	if f.From == "" || f.To == "" {
		return ""
	}
	if f.From == f.To {
		return ", ngày " + sayDate(f.From)
	}
	return ", từ " + sayDate(f.From) + " đến " + sayDate(f.To)
}

// offerArticles adds articles near the question to an answer that has no
// figure; with none it stays as it is. Share is what of
// the topic they must hold.
func (d *deliberation) offerArticles(share float64) error {
	d.answer.Kind = Unknown
	found, err := d.articles(3, share)
	if err != nil || len(found) == 0 {
		return err
	}
	d.answer.Kind, d.answer.Articles = Articles, found
	d.answer.Text += "\nBài có thể liên quan:\n" + sayArticles(found)
	return nil
}

// What an article must hold of the topic of a question, by the weight of its
// words and pairs, to be what is looked for: a share, and of few words more. An
// article that is offered unasked must hold more. Chosen on the questions asked
// in testdata/retrieval and on topics that the corpus has nothing of.
const (
	usualHeld   = 0.3
	nearHeld    = 0.6
	plainlyHeld = 0.7 // whatever the number of words
	massHeld    = 2.4 // share times words, otherwise
)

// articles returns those that hold a share of the topic, best first. Without a
// topic the filter alone chooses, newest first.
func (d *deliberation) articles(limit int, share float64) ([]Found, error) {
	about, filter := d.sought()
	if about == "" || d.onlyPlace(about) {
		found, err := d.withoutTopic(filter, limit)
		if len(found) > 0 || err != nil || about == "" {
			return found, err
		}
	}
	hits, err := d.x.Search(d.ctx, Query{Text: about, In: ArticlesOnly, Limit: 4 * limit, Audiences: d.asked.Audiences, Filter: filter})
	if err != nil {
		return nil, err
	}
	d.step("find", fmt.Sprintf("%d articles for %q", len(hits), about))
	holds, err := d.holders(about, filter, share)
	if err != nil {
		return nil, err
	}
	topic := d.topic(about)
	if err := d.mendTopic(&topic, about); err != nil {
		return nil, err
	}
	placed := len(d.q.Areas)+len(d.q.Periods) > 0 // what is more than a bare name
	most := limit
	if len(d.years()) == 1 {
		most = len(hits) // for those of the year are taken out of all
	}
	found, err := d.foundAmong(hits, most, func(a corpus.Article) bool {
		return (holds == nil || holds[a.ID] && d.joins(a, topic) || share < nearHeld && d.saysAll(a, topic) && (placed || d.joins(a, topic))) &&
			d.quotedIn(a) && d.numberIn(a)
	})
	if err != nil {
		return nil, err
	}
	found, err = d.ofYear(found)
	return found[:min(len(found), limit)], err
}

// yearSpan is a stretch of years, which is not of any one of them.
var yearSpan = regexp.MustCompile(`\b\d{4} ?[-–/] ?\d{4}\b`)

// ofYear keeps, where a year is named and some articles came out in it or name it,
// these, what came out in it or has it in the title first.
func (d *deliberation) ofYear(found []Found) ([]Found, error) {
	years := d.years()
	if len(years) != 1 {
		return found, nil
	}
	var of, about []Found
	for _, f := range found {
		a, ok, err := d.x.article(d.ctx, f.ID, d.asked.Audiences)
		if err != nil || !ok {
			return nil, err
		}
		switch {
		case yearOf(a.Date) == years[0], strings.Contains(yearSpan.ReplaceAllString(a.Title, ""), years[0]):
			of = append(of, f)
		case strings.Contains(a.Text, years[0]):
			about = append(about, f)
		}
	}
	if len(of)+len(about) > 0 {
		return append(of, about...), nil
	}
	if len(found) > 0 {
		d.nearYear = years[0]
	}
	return found, nil
}

// foundAmong returns the articles of hits that are kept. Where some came out in
// the very month or week asked about, those dated less exactly are left out.
func (d *deliberation) foundAmong(hits []Hit, limit int, keep func(corpus.Article) bool) ([]Found, error) {
	var exact, vague []Found
	_, f := d.sought()
	narrowed := f.From != "" && f.From[5:] != "01-01"
	for _, h := range hits {
		a, ok, err := d.x.article(d.ctx, h.ID, d.asked.Audiences)
		if err != nil {
			return nil, err
		}
		switch {
		case !ok || !keep(a):
		case narrowed && len(a.Date) < len("2021-12"):
			vague = append(vague, foundOf(a, h.Snippet, h.Paragraph))
		default:
			exact = append(exact, foundOf(a, h.Snippet, h.Paragraph))
		}
		if len(exact) == limit {
			break
		}
	}
	if len(exact) == 0 {
		exact = vague
	}
	return exact[:min(len(exact), limit)], nil
}

// holders returns the articles that hold the share of the topic, of its own
// words as well as with the place that it names; nil if there is no topic.
func (d *deliberation) holders(about string, filter Filter, share float64) (map[string]bool, error) {
	holds, err := d.holdersOf(about, filter, share, massHeld)
	bare := about
	for _, a := range d.q.Areas {
		bare = strings.ReplaceAll(bare, a.Text, " ")
	}
	if bare = strings.TrimSpace(bare); err != nil || bare == "" || bare == about {
		return holds, err
	}
	alone, err := d.holdersOf(bare, filter, share, 0)
	for id := range holds {
		if !alone[id] {
			delete(holds, id)
		}
	}
	return holds, err
}

// mostHolders bounds the articles looked at for the topic.
const mostHolders = 60

func (d *deliberation) holdersOf(about string, filter Filter, share, mass float64) (map[string]bool, error) {
	words := len(query.Fold(about))
	if words == 0 {
		return nil, nil
	}
	filter.Newest = false
	hits, err := d.x.Search(d.ctx, Query{Text: about, In: ArticlesOnly, Limit: mostHolders, Audiences: d.asked.Audiences, Filter: filter})
	if err != nil {
		return nil, err
	}
	holds := map[string]bool{}
	for _, h := range hits {
		if h.held >= plainlyHeld || h.held >= share && h.held*float64(words) >= mass {
			holds[h.ID] = true
		}
	}
	return holds, nil
}

// withoutTopic returns the newest articles that a place, a publisher, a time or a
// kind alone chooses.
func (d *deliberation) withoutTopic(filter Filter, limit int) ([]Found, error) {
	filter.Kind, filter.Newest = d.q.Document, true
	areas := []string{""}
	if d.namesArea() {
		areas = d.areas()
	}
	if filter == (Filter{Newest: true}) && !d.q.Newest && areas[0] == "" {
		return nil, nil
	}
	var out []Found
	for _, area := range areas {
		filter.Area = area
		hits, err := d.x.Search(d.ctx, Query{In: ArticlesOnly, Limit: 4 * limit, Audiences: d.asked.Audiences, Filter: filter})
		if err != nil {
			return nil, err
		}
		found, err := d.foundAmong(hits, limit, d.quotedIn)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	d.step("find", fmt.Sprintf("%d articles without a topic", len(out)))
	return out[:min(len(out), limit)], nil
}

// quotedIn reports whether the article holds every phrase in quotation marks.
func (d *deliberation) quotedIn(a corpus.Article) bool {
	if len(d.q.Quoted) == 0 {
		return true
	}
	text := foldedWords(a.Title + " . " + a.Text)
	for _, s := range d.q.Quoted {
		if !strings.Contains(text, foldedWords(s)) {
			return false
		}
	}
	return true
}

// numberIn reports whether the article holds the number of a document that the
// question names, in every part.
func (d *deliberation) numberIn(a corpus.Article) bool {
	if d.q.Number == "" {
		return true
	}
	text := foldedWords(a.Title + " . " + viet.ExpandAll(a.Title) + " . " + a.Publisher + " . " + a.Text)
	return strings.Contains(text, foldedWords(d.q.Number))
}

// enoughSaid is the share of the words of the topic from which an article is
// found, whatever their weight.
const enoughSaid = 0.75

// topicWords are the words that an article must say: those of the topic, and
// each run of the question that nothing else accounts for.
type topicWords struct {
	all  []string
	name []string // of the topic, those that are no year
	left [][]string

	mended bool // the name is folded, with its slips mended
}

// mendTopic puts right the slips in the name of a topic, as a search reads them.
func (d *deliberation) mendTopic(t *topicWords, about string) error {
	v, err := d.x.acquire()
	if err != nil {
		return err
	}
	defer v.release()
	r, err := v.read(about)
	if err != nil || len(r.changed) == 0 {
		return err
	}
	t.name, t.mended = nil, true
	for _, w := range r.words {
		if w.folded != "nam" && !isYear(w.folded) && w.trust >= guessTrust {
			t.name = append(t.name, w.folded)
		}
	}
	return nil
}

// topic reads the words of a topic, once for all articles.
func (d *deliberation) topic(about string) topicWords {
	t := topicWords{all: strings.Fields(d.wordsOf(about))}
	t.all = slices.DeleteFunc(t.all, func(w string) bool { return slices.Contains(asking, viet.Fold(w)) })
	t.name = slices.DeleteFunc(strings.Fields(d.wordsOf(about)), func(w string) bool { return viet.Fold(w) == "nam" || isYear(w) })
	for _, l := range d.q.Left {
		t.left = append(t.left, strings.Fields(d.wordsOf(l.Text)))
	}
	return t
}

// joins reports whether an article says the topic in its compounds, not only in
// syllables that other words are made of too: its first two words next to each
// other, or half of the neighbours. What hardly has any is held by its words.
func (d *deliberation) joins(a corpus.Article, t topicWords) bool {
	if len(t.name) < 2 || len(t.all) > mostJoined || d.q.Number != "" {
		return true
	}
	words := d.wordsOf
	if t.mended {
		words = foldedWords
	}
	text := words(a.Title + " . " + viet.ExpandAll(a.Title))
	if strings.Contains(text, " "+t.name[0]+" "+t.name[1]+" ") {
		return true
	}
	text += words(a.Text)
	pairs := 0
	for i := 1; i < len(t.name); i++ {
		if strings.Contains(text, " "+t.name[i-1]+" "+t.name[i]+" ") {
			if i == 1 {
				return true
			}
			pairs++
		}
	}
	return 2*pairs >= len(t.name)-1
}

// mostJoined is the number of words up to which a topic is taken for a name of one
// thing; a longer one tells a story, whose words an article may have apart.
const mostJoined = 5

// saysAll reports whether an article has nearly every word of the topic, and of
// each run that nothing else accounts for all words and half of the pairs of
// neighbours.
func (d *deliberation) saysAll(a corpus.Article, t topicWords) bool {
	text := d.wordsOf(strings.Join([]string{a.Title, a.Text, a.Date, yearOf(a.Date), a.Kind, a.ID, strings.Join(a.Areas, " . ")}, " . "))
	n := 0
	for _, w := range t.all {
		if strings.Contains(text, " "+w+" ") {
			n++
		}
	}
	if float64(n) < enoughSaid*float64(len(t.all)) {
		return false
	}
	return !slices.ContainsFunc(t.left, func(words []string) bool { return !holdsMost(text, words) })
}

func sayArticles(list []Found) string {
	var lines []string
	for i, f := range list {
		s := fmt.Sprintf("%d. %s", i+1, f.Title)
		if by := saySource(corpus.Source{Publisher: f.Publisher, Date: f.Date}); by != "" {
			s += " – " + by
		}
		if f.URL != "" {
			s += "\n   " + f.URL
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}
