// Package index answers questions and searches over a corpus with Bleve.
//
//	x, err := index.Build(ctx, corpus.Default())
//	a, err := x.Answer(ctx, index.Question{Text: "thu ngân sách 2021"})
//	hits, err := x.Search(ctx, index.Query{Text: "hội nghị tổng kết thi đua"})
//
// # Design
//
// An article is one document of scorch, Bleve's store, a long one several (see
// leaf); so is a record. A search first reads the question: raw Telex or VNI keys
// are decoded and slips of the finger mended where the words of the corpus speak
// for it. Then it adds up, word by word and pair by pair, the sets of documents
// they are in, and takes the best few dozen (scan). Those are read and scored
// exactly, with counts, marks, neighbours and title (textMatch), and the best
// paragraph and sentence is found on the way. Words in more than a fifth of all
// documents wait for the exact scoring. At 100,000 articles half of the questions
// take under 4 ms, all but one in a hundred under 12.
//
// The index of a data folder lives in generations (see folder): readers of any
// number of processes share the newest and none waits for a writer. A new one is
// a single segment, with texts packed by a dictionary of the corpus: 100,000
// articles of 300 words take 195 MiB.
//
// # Errors
//
// ErrClosed is returned after Close. A broken, missing or outdated index is no
// error: it is made anew.
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
