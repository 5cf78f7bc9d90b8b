package ingest

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"

	"thiduabot/corpus"
)

// batchSize is how many articles are read, extracted and written together: a
// sync of the file system for each batch, and a bound on memory.
const batchSize = 500

var seed = maphash.MakeSeed()

// Options tell Run what to do with what it reads.
type Options struct {
	// Write carries the changes out; without it they are only reported.
	Write bool
	// Records returns the records of an article. The doubted ones are not
	// written. Nil: articles only, records files stay as they are.
	Records func(corpus.Article) (sure, doubted []corpus.Record)
	// Wrote is called after each batch that was written, with the ids of the
	// articles that changed.
	Wrote func(ids []string) error
}

// Run takes items into the folder, batch by batch, and reports each change in
// the order of the items. It ends early if ctx is cancelled, between batches.
// While one batch is written, the next is read and compared.
func Run(ctx context.Context, f *Folder, items iter.Seq[Item], o Options, report func(Change)) error {
	r := runner{folder: f, options: o, report: report, seen: map[string]first{}}
	err := r.take(ctx, items)
	return errors.Join(err, r.settle())
}

type runner struct {
	folder  *Folder
	options Options
	report  func(Change)
	seen    map[string]first // by id
	batch   []Item
	writing *writing // nil: no batch is being written
}

// first is where an id was met first in a run, and with what.
type first struct {
	place string
	sum   uint64
}

// writing is a batch under way; done tells how it ended.
type writing struct {
	changes []Change
	done    chan error
}

func (r *runner) take(ctx context.Context, items iter.Seq[Item]) error {
	for item := range items {
		r.batch = append(r.batch, item)
		if len(r.batch) < batchSize {
			continue
		}
		if err := r.flush(ctx); err != nil {
			return err
		}
	}
	return r.flush(ctx)
}

// flush compares the batch and begins to write it, once the one before is
// written.
func (r *runner) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	changes, err := r.compare()
	if err != nil {
		return err
	}
	r.batch = r.batch[:0]
	if err := r.settle(); err != nil {
		return err
	}
	r.writing = &writing{changes, make(chan error, 1)}
	go func(w *writing) { w.done <- r.write(w.changes) }(r.writing)
	return nil
}

// settle waits for the batch under way and reports it.
func (r *runner) settle() error {
	if r.writing == nil {
		return nil
	}
	w := r.writing
	r.writing = nil
	if err := <-w.done; err != nil {
		return err
	}
	for _, c := range w.changes {
		r.report(c)
	}
	return nil
}

func (r *runner) write(changes []Change) error {
	if !r.options.Write {
		return nil
	}
	if err := r.folder.Write(changes); err != nil {
		return err
	}
	var ids []string
	for _, c := range changes {
		if len(c.moves) > 0 {
			ids = append(ids, c.Article.ID)
		}
	}
	if len(ids) == 0 || r.options.Wrote == nil {
		return nil
	}
	return r.options.Wrote(ids)
}

// compare reads the records of each article of the batch, side by side, and
// tells what would change.
func (r *runner) compare() ([]Change, error) {
	changes := make([]Change, len(r.batch))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, item := range r.batch {
		if c, done := r.settled(item); done {
			changes[i] = c
			continue
		}
		g.Go(func() (err error) {
			changes[i], err = r.one(item)
			return err
		})
	}
	return changes, g.Wait()
}

// settled returns the change of an item that is not looked at further.
func (r *runner) settled(item Item) (Change, bool) {
	if item.Err != nil {
		return Change{Item: item, State: Rejected}, true
	}
	sum := maphash.Bytes(seed, corpus.FormatArticle(item.Article))
	was, known := r.seen[item.Article.ID]
	switch {
	case !known:
		r.seen[item.Article.ID] = first{item.Place(), sum}
		return Change{}, false
	case was.sum == sum:
		return Change{Item: item, State: Equal}, true
	}
	item.Err = fmt.Errorf("id %s was read already from %s, with other content", item.Article.ID, was.place)
	return Change{Item: item, State: Conflicting}, true
}

func (r *runner) one(item Item) (Change, error) {
	var sure, doubted []corpus.Record
	switch {
	case item.Table != nil:
		sure, doubted = bySurety(item.Table)
	case r.options.Records != nil:
		sure, doubted = r.options.Records(item.Article)
		if sure == nil {
			sure = []corpus.Record{}
		}
	}
	c, err := r.folder.Compare(item, sure)
	c.Doubted = doubted
	return c, err
}

// bySurety parts records into those without and those with a doubt.
func bySurety(records []corpus.Record) (sure, doubted []corpus.Record) {
	for _, rec := range records {
		if rec.Doubt == "" {
			sure = append(sure, rec)
		} else {
			doubted = append(doubted, rec)
		}
	}
	return sure, doubted
}
