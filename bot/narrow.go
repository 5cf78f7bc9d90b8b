package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index"
)

// facet is something that a search can be narrowed to, and how many of the
// articles found it leaves.
type facet struct {
	value string
	count int
}

// facets returns what the articles found can be narrowed to by year ("y"), area
// ("a") or kind ("k"), whatever they are narrowed to by that already: years
// newest first, areas and kinds by how much they leave.
func (b *Bot) facets(t *turn, s searched, by string) ([]facet, error) {
	f := s.without(by)
	hits, err := b.cfg.Searcher.Search(t.ctx, index.Query{
		Text: f.Query, In: index.ArticlesOnly, Limit: hitsLimit, Audiences: t.audiences(), Filter: f.filter(),
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	counts := map[string]int{}
	for _, h := range hits {
		a, ok, err := b.cfg.Library.Article(t.ctx, h.ID, t.audiences())
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		for _, v := range facetsOf(a, by) {
			counts[v]++
		}
	}
	var list []facet
	for v, n := range counts {
		list = append(list, facet{v, n})
	}
	slices.SortFunc(list, func(a, b facet) int {
		if by == "y" {
			return strings.Compare(b.value, a.value)
		}
		return cmp.Or(b.count-a.count, viet.Compare(a.value, b.value))
	})
	return list, nil
}

func facetsOf(a corpus.Article, by string) []string {
	switch year, _, _ := strings.Cut(a.Date, "-"); {
	case by == "a":
		return a.Areas
	case by == "k" && phrase.ArticleKind(a.Kind) != "":
		return []string{a.Kind}
	case by == "y" && len(year) == 4:
		return []string{year}
	}
	return nil
}

// without lifts one limit of a search.
func (s searched) without(by string) searched {
	switch by {
	case "y":
		s.Year = ""
	case "a":
		s.Area = ""
	case "k":
		s.Kind = ""
	}
	return s
}

// chooseFilter offers a page of what a search can be narrowed to: what is "y",
// "a" or "k", and from where on, as "a8".
func (b *Bot) chooseFilter(t *turn, c *stack, s searched, what string) error {
	if what == "" || !strings.Contains("yak", what[:1]) {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	by, rest := what[:1], what[1:]
	list, err := b.facets(t, s, by)
	if err != nil {
		return err
	}
	from, _ := strconv.Atoi(rest)
	from = max(0, min(from, len(list)-1))
	var rows [][]message.Key
	for _, f := range list[from:min(from+areasPage, len(list))] {
		k := c.key(phrase.Counted(facetName(by, f.value), f.count), by+facetMark(by, f.value))
		if n := len(rows); by == "y" && n > 0 && len(rows[n-1]) < 2 {
			rows[n-1] = append(rows[n-1], k)
			continue
		}
		rows = append(rows, []message.Key{k})
	}
	rows = append(rows, pages(c, "f"+by, from, areasPage, len(list)), []message.Key{c.key(phrase.KeyAll, by), c.key(phrase.KeyBack, "p"+strconv.Itoa(s.From))})
	t.edit([]message.Part{{Text: phrase.ChooseFilter}}, rows...).Callback = t.u.Callback
	return nil
}

func facetName(by, value string) string {
	if by == "k" {
		return phrase.ArticleKind(value)
	}
	return render.Short(value, 50)
}

// facetMark stands for a value in the data of a button.
func facetMark(by, value string) string {
	if by == "a" {
		return nameMark(value)
	}
	return value
}

// narrow searches anew within a year, an area or a kind; "" lifts that limit.
func (b *Bot) narrow(t *turn, s searched, by, mark string) error {
	s = s.without(by)
	s.From, s.Chosen, s.Title = 0, false, ""
	if mark == "" {
		return b.showPage(t, s, true)
	}
	list, err := b.facets(t, s, by)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(f facet) bool { return facetMark(by, f.value) == mark })
	if i < 0 {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	switch value := list[i].value; by {
	case "y":
		s.Year = value
	case "a":
		s.Area = value
	case "k":
		s.Kind = value
	}
	return b.showPage(t, s, true)
}
