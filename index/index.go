// Package index answers questions and searches over a corpus with Bleve.
package index

import (
	"context"
	"sync"
	"sync/atomic"

	"thiduabot/corpus"
)

// Index is a searchable corpus. It is safe for concurrent use.
type Index struct {
	current    atomic.Pointer[view]
	replace    sync.Mutex // held while current is exchanged
	folder     *folder    // nil: in memory
	vocabulary vocabulary
}

// Close releases what the index holds. Searches that run end first.
func (x *Index) Close() error {
	x.replace.Lock()
	defer x.replace.Unlock()
	v := x.current.Swap(nil)
	if v == nil {
		return nil
	}
	return v.release()
}

// acquire returns the view to search, which the caller must release.
func (x *Index) acquire() (*view, error) {
	for {
		v := x.current.Load()
		if v == nil {
			return nil, ErrClosed
		}
		if v.hold() {
			return v, nil
		}
	}
}

// tables returns the catalogue, areas, campaigns, deadlines, holidays and home
// area. It holds no articles and no records.
func (x *Index) tables() *corpus.Corpus {
	if v := x.current.Load(); v != nil {
		return v.tables
	}
	return &corpus.Corpus{}
}

// article returns the article of that id, and false if there is none that the
// audiences may read.
func (x *Index) article(ctx context.Context, id string, audiences []string) (corpus.Article, bool, error) {
	v, err := x.acquire()
	if err != nil {
		return corpus.Article{}, false, err
	}
	defer v.release()
	a, ok, err := v.article(id)
	if err != nil || !ok || !mayRead(audiences, a.Audience) {
		return corpus.Article{}, false, err
	}
	return a, true, ctx.Err()
}
