package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// In tells what a search looks through.
type In string

// Where to search.
const (
	All          In = "all"
	ArticlesOnly In = "articles"
	RecordsOnly  In = "records"
	PassagesOnly In = "passages"
)

// Query is a plain ranked search.
type Query struct {
	Text      string
	In        In
	Limit     int // 0: 10
	Offset    int
	Audiences []string
	Explain   bool
	Filter    Filter
}

// Filter narrows a search; zero fields do not.
type Filter struct {
	From, To  string // dates of the article, To included: 2021-12-01
	Area      string
	Kind      string
	Publisher string
	Newest    bool // order by date, not by relevance
}

// Hit is one thing found, best first. For a record Paragraph is 0 and ID is
// "ARTICLE#record-key"; with ArticlesOnly no id comes twice.
type Hit struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Date      string  `json:"date"`
	Score     float64 `json:"score"`
	Snippet   string  `json:"snippet"`
	Paragraph int     `json:"paragraph"`
	Kind      string  `json:"kind"` // article, passage or record
	Explain   string  `json:"explain,omitempty"`
}

// Search returns the best hits, best first; ties are broken by date, newest
// first, then by id.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	words := strings.Fields(viet.Fold(viet.Normalize(q.Text)))
	df := map[string]int{}
	for i := range x.corpus.Articles {
		folded := " " + viet.Fold(x.corpus.Articles[i].Title+" "+x.corpus.Articles[i].Text) + " "
		for _, w := range words {
			if strings.Contains(folded, w) {
				df[w]++
			}
		}
	}
	var hits []Hit
	if q.In != RecordsOnly {
		for i := range x.corpus.Articles {
			if a := &x.corpus.Articles[i]; mayRead(q.Audiences, a.Audience) {
				hits = append(hits, scan(a, words, df, float64(len(x.corpus.Articles))))
			}
		}
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.Score == 0 })
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(b.Date, a.Date), strings.Compare(a.ID, b.ID))
	})
	limit := cmp.Or(q.Limit, 10)
	hits = hits[min(q.Offset, len(hits)):]
	return hits[:min(limit, len(hits))], ctx.Err()
}

func scan(a *corpus.Article, words []string, df map[string]int, n float64) Hit {
	h := Hit{ID: a.ID, Title: a.Title, Date: a.Date, Kind: "article"}
	best := 0.0
	for i, p := range strings.Split(a.Text, "\n\n") {
		folded, score := viet.Fold(a.Title+" "+p), 0.0
		for _, w := range words {
			if strings.Contains(folded, w) {
				score += math.Log(1 + n/float64(df[w]))
			}
		}
		if score > best {
			best, h.Snippet, h.Paragraph = score, strings.TrimSpace(p), i+1
		}
	}
	h.Score = best
	return h
}
