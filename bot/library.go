package bot

import (
	"context"
	"slices"

	"thiduabot/corpus"
	"thiduabot/index"
)

// Library looks up what stands behind an answer: for buttons, charts and deep
// links. What the audiences may not read is not there.
type Library interface {
	// Series returns all records of an indicator and area in order of time.
	Series(ctx context.Context, indicator, area string, audiences []string) ([]corpus.Record, error)
	Article(ctx context.Context, id string, audiences []string) (a corpus.Article, ok bool, err error)
	Indicator(id string) (corpus.Indicator, bool)
	Areas() []corpus.Area
}

// Shelf returns a Library that looks through the corpus that current returns.
func Shelf(current func() *corpus.Corpus) Library { return shelf{current} }

type shelf struct{ current func() *corpus.Corpus }

func (s shelf) Series(ctx context.Context, indicator, area string, audiences []string) ([]corpus.Record, error) {
	var found []corpus.Record
	for _, r := range s.current().Records {
		if r.Indicator == indicator && r.Area == area && readable(audiences, r.Audience) {
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(a, b corpus.Record) int { return a.Period.Compare(b.Period) })
	return found, ctx.Err()
}

func (s shelf) Article(ctx context.Context, id string, audiences []string) (corpus.Article, bool, error) {
	for _, a := range s.current().Articles {
		if a.ID == id {
			return a, readable(audiences, a.Audience), ctx.Err()
		}
	}
	return corpus.Article{}, false, ctx.Err()
}

func (s shelf) Indicator(id string) (corpus.Indicator, bool) {
	for _, i := range s.current().Indicators {
		if i.ID == id {
			return i, true
		}
	}
	return corpus.Indicator{}, false
}

func (s shelf) Areas() []corpus.Area { return s.current().Areas }

// readable reports whether somebody of the asker's audiences may read a text of
// the given ones.
func readable(asker, text []string) bool {
	if len(text) == 0 || slices.Contains(asker, index.Everything) {
		return true
	}
	return slices.ContainsFunc(asker, func(a string) bool { return slices.Contains(text, a) })
}
