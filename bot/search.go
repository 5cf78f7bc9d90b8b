package bot

import (
	"fmt"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/index"
)

// searched is a search behind the buttons of its pages.
type searched struct {
	Query  string   `json:"query"`
	Title  string   `json:"title,omitempty"` // said above the first page
	Year   string   `json:"year,omitempty"`
	Area   string   `json:"area,omitempty"`
	Kind   string   `json:"kind,omitempty"`
	From   int      `json:"from"`
	Chosen bool     `json:"chosen,omitempty"` // the page was chosen by an answer, a search may find more
	IDs    []string `json:"ids,omitempty"`    // of the articles shown
}

const (
	hitsPage  = 5
	hitsLimit = 100 // nobody pages further
)

func (b *Bot) searchCommand(t *turn, rest string) error {
	if rest == "" {
		t.tell(phrase.SearchWhat)
		return nil
	}
	rest, _ = render.Cut(render.Clean(rest), maxQuestion)
	return b.showPage(t, searched{Query: rest}, false)
}

// show says the articles of an answer as the first page of a search.
func (b *Bot) show(t *turn, s searched, a index.Answer) error {
	b.lean(t, a)
	s.Title, _, _ = strings.Cut(a.Text, "\n")
	hits := make([]index.Hit, 0, hitsPage+1)
	for _, f := range a.Articles {
		hits = append(hits, index.Hit{ID: f.ID, Title: f.Title, Date: f.Date, Snippet: f.Snippet, Paragraph: f.Paragraph})
	}
	s.Chosen = true
	return b.sayHits(t, s, hits, false)
}

// showPage searches and shows one page, in place of the pressed message where
// edit says so.
func (b *Bot) showPage(t *turn, s searched, edit bool) error {
	hits, err := b.cfg.Searcher.Search(t.ctx, index.Query{
		Text: s.Query, In: index.ArticlesOnly, Limit: hitsPage + 1, Offset: s.From,
		Audiences: t.audiences(), Filter: s.filter(),
	})
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if s.From == 0 && s.unfiltered() && len(hits) == 0 {
		b.miss(t, s.Query)
	}
	return b.sayHits(t, s, hits, edit)
}

func (s searched) unfiltered() bool { return s.Year == "" && s.Area == "" && s.Kind == "" }

func (s searched) filter() index.Filter {
	f := index.Filter{Area: s.Area, Kind: s.Kind}
	if s.Year != "" {
		f.From, f.To = s.Year, s.Year+"-12-31"
	}
	return f
}

func (b *Bot) sayHits(t *turn, s searched, hits []index.Hit, edit bool) error {
	more := len(hits) > hitsPage
	hits = hits[:min(len(hits), hitsPage)]
	s.IDs = nil
	for _, h := range hits {
		s.IDs = append(s.IDs, h.ID)
	}
	parts := hitParts(s, hits)
	c := t.deal("search", s)
	keys := s.keys(c, len(hits), more)
	if edit {
		t.edit(parts, keys...).Callback = t.u.Callback
		return nil
	}
	t.aside(t.say(parts, keys...))
	return nil
}

// hitParts lists articles with the words of the query in bold.
func hitParts(s searched, hits []index.Hit) []message.Part {
	if len(hits) == 0 {
		words := phrase.NoArticle
		if !s.unfiltered() {
			words = phrase.NoArticleFiltered
		}
		return []message.Part{{Text: words}}
	}
	head := s.Title
	if head == "" || s.From > 0 {
		head = phrase.Found(render.Short(s.Query, 80))
	}
	parts := []message.Part{{Text: head}}
	if f := phrase.Filtered(s.Year, s.Area, phrase.ArticleKind(s.Kind)); f != "" {
		parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: f, Style: message.Italic})
	}
	for i, h := range hits {
		parts = append(parts, message.Part{Text: fmt.Sprintf("\n\n%d. ", s.From+i+1)})
		parts = append(parts, render.Mark(render.Line(h.Title), s.Query)...)
		if h.Date != "" {
			parts = append(parts, message.Part{Text: " · " + render.Date(h.Date)})
		}
		if snippet := render.Line(h.Snippet); snippet != "" {
			parts = append(parts, message.Part{Text: "\n"})
			parts = append(parts, render.Mark(render.Short(snippet, 240), s.Query)...)
		}
	}
	return parts
}

// keys returns the buttons of a page: open one, turn the page, narrow.
func (s searched) keys(c *stack, shown int, more bool) [][]message.Key {
	var rows [][]message.Key
	var open []message.Key
	for i := range shown {
		open = append(open, c.key(phrase.KeyOpen(s.From+i+1), "o"+strconv.Itoa(i)))
	}
	rows = append(rows, open)
	var turn []message.Key
	if s.From > 0 {
		turn = append(turn, c.key(phrase.KeyEarlier, "p"+strconv.Itoa(max(0, s.From-hitsPage))))
	}
	if more && s.From+hitsPage < hitsLimit {
		turn = append(turn, c.key(phrase.KeyLater, "p"+strconv.Itoa(s.From+hitsPage)))
	}
	if s.Chosen {
		turn = append(turn, c.key(phrase.KeyMore, "p0"))
	}
	rows = append(rows, turn)
	if shown == 0 && s.unfiltered() {
		return nil
	}
	return append(rows, []message.Key{c.key(phrase.KeyByYear, "fy"), c.key(phrase.KeyByArea, "fa"), c.key(phrase.KeyByKind, "fk")})
}

// pressSearch opens an article, turns a page or narrows a search.
func (b *Bot) pressSearch(t *turn, c *stack, action string) error {
	s := body[searched](t, c)
	if t.err != nil || action == "" {
		return t.err
	}
	arg := action[1:]
	n, err := strconv.Atoi(arg)
	switch {
	case action[0] == 'o' && err == nil && n >= 0 && n < len(s.IDs):
		return b.openHit(t, s, s.IDs[n])
	case action[0] == 'p' && err == nil && n >= 0 && n < hitsLimit:
		s.From, s.Chosen, s.Title = n, false, ""
		return b.showPage(t, s, true)
	case action[0] == 'f':
		return b.chooseFilter(t, c, s, arg)
	case action[0] == 'y' || action[0] == 'a' || action[0] == 'k':
		return b.narrow(t, s, action[:1], arg)
	}
	t.notice(phrase.ButtonUnknown)
	return nil
}

// openHit shows an article in a message of its own, as the list stays useful.
func (b *Bot) openHit(t *turn, s searched, id string) error {
	a, ok, err := b.cfg.Library.Article(t.ctx, id, t.audiences())
	if err != nil {
		return err
	}
	if !ok {
		t.notice(phrase.ArticleGone)
		return nil
	}
	r := t.say(render.ArticleMarked(a, s.Query), b.originalKeys(t, a)...)
	r.Callback = t.u.Callback
	t.aside(r)
	return nil
}
