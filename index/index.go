// Package index answers questions and searches over a corpus with Bleve.
package index

import (
	"context"
	"os"
	"slices"

	"thiduabot/corpus"
)

// Index is a searchable corpus. It is safe for concurrent use.
type Index struct {
	corpus *corpus.Corpus

	vocabulary vocabulary // of questions, made when the first one is asked
}

// Build makes an index of c in memory.
func Build(ctx context.Context, c *corpus.Corpus) (*Index, error) { return &Index{corpus: c}, nil }

// OpenOptions says which corpus to open.
type OpenOptions struct {
	Data     string         // the data folder
	Builtin  *corpus.Corpus // lies below the folder's own files; nil: none
	Home     string         // name of the home area; empty: that of the corpus
	ReadOnly bool           // write nothing, not even the index
}

// Open opens the corpus of a data folder.
func Open(ctx context.Context, o OpenOptions) (*Index, error) {
	own, err := corpus.Open(os.DirFS(o.Data))
	if err != nil {
		return nil, err
	}
	if o.Builtin != nil {
		own = corpus.Overlay(o.Builtin, own)
	}
	return Build(ctx, own)
}

// Close releases what the index holds.
func (x *Index) Close() error { return nil }

// tables returns the catalogue, areas, campaigns, deadlines, holidays and home
// area. It holds no articles and no records.
func (x *Index) tables() *corpus.Corpus {
	t := *x.corpus
	t.Articles, t.Records = nil, nil
	return &t
}

// article returns the article of that id, and false if there is none that the
// audiences may read.
func (x *Index) article(ctx context.Context, id string, audiences []string) (corpus.Article, bool, error) {
	i := slices.IndexFunc(x.corpus.Articles, func(a corpus.Article) bool { return a.ID == id })
	if i < 0 || !mayRead(audiences, x.corpus.Articles[i].Audience) {
		return corpus.Article{}, false, ctx.Err()
	}
	return x.corpus.Articles[i], true, ctx.Err()
}
