package index

import (
	"context"
	"errors"
	"os"
	"path"

	"golang.org/x/sync/errgroup"

	"thiduabot/corpus"
)

// rebuild makes a generation from all files of the folder and opens it. The
// caller holds the lock.
func (f *folder) rebuild(ctx context.Context, number int, now manifest, tables *corpus.Corpus) (*view, error) {
	dir, err := f.unfinished()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // nothing once it is in place
	files, err := f.list(f.dirs())
	if err != nil {
		return nil, err
	}
	s, err := newStore(building(dir))
	if err != nil {
		return nil, err
	}
	err = f.fill(ctx, s, tables)
	if err == nil {
		err = s.settle(ctx)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	g, err := f.finish(dir, number, now, files)
	if err != nil {
		return nil, err
	}
	return g.open(tables)
}

// builders is how many batches are made at a time: scorch makes each with one
// thread.
const builders = 2

// piece is an article with the records of its file.
type piece struct {
	article corpus.Article // no ID: records of a source known elsewhere
	records []corpus.Record
}

// fill puts the whole corpus of the folder into a store.
func (f *folder) fill(ctx context.Context, s *store, tables *corpus.Corpus) error {
	return s.fill(ctx, func(yield func(piece) error) error {
		own := owned{articles: map[string]bool{}, records: map[string]bool{}}
		_, err := tables.Walk(os.DirFS(f.data), func(a corpus.Article, records []corpus.Record) error {
			own.add(a, records)
			return yield(piece{a, records})
		})
		if err != nil {
			return err
		}
		return own.rest(f.base, yield)
	})
}

// fill adds every piece that each yields.
func (s *store) fill(ctx context.Context, each func(yield func(piece) error) error) error {
	pieces := make(chan piece, 64)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(pieces)
		first := &sampler{store: s, done: !s.onDisk, yield: func(p piece) error { return send(ctx, pieces, p) }}
		if err := each(first.take); err != nil {
			return err
		}
		return first.release()
	})
	for range builders {
		g.Go(func() error {
			b := newBatcher(s)
			for p := range pieces {
				if err := b.piece(ctx, p); err != nil {
					return err
				}
			}
			return b.flush()
		})
	}
	return g.Wait()
}

func send(ctx context.Context, to chan<- piece, p piece) error {
	select {
	case to <- p:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (b *batcher) piece(ctx context.Context, p piece) error {
	if p.article.ID != "" {
		if err := b.article(ctx, &p.article); err != nil {
			return err
		}
	}
	for i := range p.records {
		if err := b.record(ctx, &p.records[i]); err != nil {
			return err
		}
	}
	return nil
}

// owned tells what a folder brings itself.
type owned struct {
	articles map[string]bool
	records  map[string]bool // sources whose records of the base are replaced
}

func (o *owned) add(a corpus.Article, records []corpus.Record) {
	if a.ID != "" {
		o.articles[a.ID], o.records[a.ID] = true, true
	}
	for i := range records {
		o.records[records[i].Source.ID] = true
	}
}

// rest yields what the folder does not replace of the base.
func (o *owned) rest(base *corpus.Corpus, f func(piece) error) error {
	for _, a := range base.Articles {
		if !o.articles[a.ID] {
			if err := f(piece{article: a}); err != nil {
				return err
			}
		}
	}
	for _, r := range base.Records {
		if !o.records[r.Source.ID] {
			r.At = corpus.Place{}
			if err := f(piece{records: []corpus.Record{r}}); err != nil {
				return err
			}
		}
	}
	return nil
}

// ownerOf returns the id of the file that a record stands in; a record of the
// base belongs to its source.
func ownerOf(r *corpus.Record) string {
	if r.At.File != "" && path.Dir(r.At.File) == recordsDir {
		return idOf(r.At.File)
	}
	return r.Source.ID
}
