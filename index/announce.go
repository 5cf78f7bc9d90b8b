package index

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// announcements answers with the articles that the question describes.
func (d *deliberation) announcements() error {
	found, err := d.articles(5, 0.6)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		d.answer.Text = "Tôi không tìm thấy bài hoặc văn bản nào khớp với yêu cầu."
		return nil
	}
	d.answer.Kind, d.answer.Articles = Articles, found
	d.answer.Text = sayArticles(found)
	return nil
}

// offerArticles adds articles near the question to an answer that has no
// figure; with none it stays as it is.
func (d *deliberation) offerArticles() error {
	d.answer.Kind = Unknown
	found, err := d.articles(3, 0.7)
	if err != nil || len(found) == 0 {
		return err
	}
	d.answer.Kind, d.answer.Articles = Articles, found
	d.answer.Text += "\nBài có thể liên quan:\n" + sayArticles(found)
	return nil
}

// articles returns those that hold at least a share of the words that name the
// topic, best first. Without a topic the filter alone chooses.
func (d *deliberation) articles(limit int, share float64) ([]Found, error) {
	filter := d.articleFilter()
	topic := slices.DeleteFunc(d.topic(), func(s string) bool { return strings.Contains(foldedWords(filter.Publisher), foldedWords(s)) })
	if len(topic) == 0 && filter == (Filter{Newest: filter.Newest}) {
		return nil, nil
	}
	hits, err := d.x.Search(d.ctx, Query{
		Text: strings.Join(topic, " "), In: ArticlesOnly, Limit: 4 * limit, Audiences: d.asked.Audiences, Filter: filter,
	})
	if err != nil {
		return nil, err
	}
	d.step("find", fmt.Sprintf("%d articles", len(hits)))
	words := slices.DeleteFunc(query.Fold(strings.Join(topic, " ")), func(w string) bool { return slices.Contains(asking, w) })
	var out []Found
	for _, h := range hits {
		a, ok, err := d.x.article(d.ctx, h.ID, d.asked.Audiences)
		if err != nil {
			return nil, err
		}
		if !ok || !d.quotedIn(a) || !d.speaksOf(a) || coverage(a, words) < share || slices.ContainsFunc(out, func(f Found) bool { return f.ID == a.ID }) {
			continue
		}
		out = append(out, foundOf(a, h.Snippet, h.Paragraph))
	}
	return out[:min(len(out), limit)], nil
}

// topic returns the words that name what is looked for, and the years.
func (d *deliberation) topic() []string {
	return append(slices.Clone(d.q.Topic), d.years()...)
}

func (d *deliberation) years() []string {
	var out []string
	for _, p := range d.q.MainPeriods() {
		if p.Kind == corpus.Year {
			out = append(out, p.String())
		}
	}
	return out
}

// articleFilter narrows by a month, week or day named, and by "mới nhất". A year
// alone is what an article is about as often as when it came out.
func (d *deliberation) articleFilter() Filter {
	f := Filter{Newest: d.q.Newest, Publisher: d.publisher()}
	for _, t := range viet.Times(d.q.Text, d.asked.Now.In(corpus.Zone)) {
		if !slices.Contains([]string{"day", "week", "month"}, t.Grain) || strings.HasPrefix(viet.Fold(t.Text), "tet") {
			continue
		}
		if !t.From.IsZero() {
			f.From = t.From.In(corpus.Zone).Format(time.DateOnly)
		}
		if !t.To.IsZero() {
			f.To = t.To.In(corpus.Zone).Add(-time.Second).Format(time.DateOnly)
		}
	}
	return f
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

// publisher returns the publisher that the question names; empty: none.
func (d *deliberation) publisher() string {
	text := foldedWords(d.q.Text)
	best := ""
	for _, r := range d.sources() {
		if p := r.Source.Publisher; len(p) > len(best) && strings.Contains(text, foldedWords(p)) {
			best = p
		}
	}
	return best
}

// sources returns a record of each source there are figures of.
func (d *deliberation) sources() []corpus.Record {
	records, err := d.x.recordsOf(d.ctx, recordFilter{Audiences: d.asked.Audiences})
	if err != nil {
		return nil
	}
	return slices.CompactFunc(records, func(a, b corpus.Record) bool { return a.Source.ID == b.Source.ID })
}

// speaksOf reports whether the article holds what the question names in words
// that nothing else accounts for: of a number of a document every part, of
// another run two neighbouring words. The publisher is a filter of its own.
func (d *deliberation) speaksOf(a corpus.Article) bool {
	text := foldedWords(a.Title + " . " + viet.ExpandAll(a.Title) + " . " + a.Publisher + " . " + a.Text)
	if d.q.Number != "" && !strings.Contains(text, foldedWords(d.q.Number)) {
		return false
	}
	for _, l := range d.q.Left {
		words := l.Words()
		held := len(words) < 2
		for i := 1; i < len(words); i++ {
			held = held || strings.Contains(text, " "+words[i-1]+" "+words[i]+" ")
		}
		if !held {
			return false
		}
	}
	return true
}

// coverage is the share of the words that the article holds.
func coverage(a corpus.Article, words []string) float64 {
	if len(words) == 0 {
		return 1
	}
	text := foldedWords(strings.Join([]string{a.Title, a.Text, a.Publisher, a.Date, yearOf(a.Date), a.Kind, a.ID, strings.Join(a.Areas, " . ")}, " . "))
	n := 0
	for _, w := range words {
		if strings.Contains(text, " "+w+" ") {
			n++
		}
	}
	return float64(n) / float64(len(words))
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
