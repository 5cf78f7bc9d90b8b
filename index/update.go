package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"thiduabot/corpus"
	"thiduabot/index/analysis"
)

// rebuildFrom is the number of changes from which it is faster to build anew, if
// that is most of the folder.
const rebuildFrom = 2000

var errTooMany = errors.New("most of the folder changed")

// update makes the next generation from the one before and the files that
// changed since, and opens it. The caller holds the lock.
func (f *folder) update(ctx context.Context, old generation, now manifest, tables *corpus.Corpus, again []string) (*view, error) {
	files, err := readListing(old.dir)
	if err != nil {
		return nil, err
	}
	dirs := changedDirs(old.manifest, now, again)
	found, err := f.list(dirs)
	if err != nil {
		return nil, err
	}
	ids := files.changes(found, dirs)
	if len(ids) == 0 {
		now.Sizes = old.Sizes
		if err := now.write(old.dir); err != nil {
			return nil, err
		}
		return old.open(tables)
	}
	if len(ids) > rebuildFrom && 2*len(ids) > len(files) {
		return nil, errTooMany
	}
	dir, err := f.unfinished()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) // nothing once it is in place
	if err := old.copyTo(dir); err != nil {
		return nil, err
	}
	if err := f.apply(ctx, dir, ids, files, tables); err != nil {
		return nil, err
	}
	g, err := f.finish(dir, old.number+1, now, files)
	if err != nil {
		return nil, err
	}
	return g.open(tables)
}

// changedDirs returns the folders whose files must be looked at.
func changedDirs(old, now manifest, again []string) []string {
	dirs := slices.Clone(again)
	for dir, changed := range now.Dirs {
		if changed == 0 || old.Dirs[dir] != changed {
			dirs = append(dirs, dir)
		}
	}
	for dir := range old.Dirs {
		if _, ok := now.Dirs[dir]; !ok {
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// apply brings the store in dir to the present state of the ids.
func (f *folder) apply(ctx context.Context, dir string, ids []string, files listing, tables *corpus.Corpus) error {
	s, err := newStore(writing(dir))
	if err != nil {
		return err
	}
	b := newBatcher(s)
	if err := b.removeAll(ids); err != nil {
		return errors.Join(err, s.Close())
	}
	err = f.reload(ids, files, tables, func(p piece) error { return b.piece(ctx, p) })
	if err == nil {
		err = b.flush()
	}
	if err == nil {
		err = s.tidy(ctx)
	}
	return errors.Join(err, s.Close())
}

// removeAll puts the removal of all documents of the ids into the batch: they
// are replaced in one step by what is added next.
func (b *batcher) removeAll(ids []string) error {
	r, err := b.store.Reader()
	if err != nil {
		return err
	}
	defer r.Close()
	snap, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return fmt.Errorf("no snapshot but %T", r)
	}
	for _, ss := range snap.Segments() {
		p := &part{seg: ss.Segment(), deleted: ss.Deleted()}
		set, err := p.ownedBy(ids)
		if err != nil {
			return err
		}
		for it := set.Iterator(); it.HasNext(); {
			id, err := p.seg.DocID(uint64(it.Next()))
			if err != nil {
				return err
			}
			b.batch.Delete(string(id))
			b.n++
		}
	}
	return nil
}

// ownedBy returns the articles of the ids and the records of their files.
func (p *part) ownedBy(ids []string) (*roaring.Bitmap, error) {
	l := p.lookup()
	set, err := l.union(ids, analysis.SourceKey)
	if err != nil {
		return nil, err
	}
	articles, err := l.set(analysis.Key, analysis.KindKey(articleKind))
	if err != nil {
		return nil, err
	}
	set.And(articles)
	records, err := l.union(ids, analysis.FileKey)
	if err != nil {
		return nil, err
	}
	set.Or(records)
	return set, nil
}

// reload yields what the folder and the base below it hold of the ids now.
func (f *folder) reload(ids []string, files listing, tables *corpus.Corpus, yield func(piece) error) error {
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	visible := map[string]bool{}
	for name := range files {
		if wanted[idOf(name)] {
			visible[name] = true
		}
	}
	own := owned{articles: map[string]bool{}, records: map[string]bool{}}
	_, err := tables.Walk(&some{os.DirFS(f.data), visible}, func(a corpus.Article, records []corpus.Record) error {
		if a.ID != "" && !wanted[a.ID] {
			return nil // a line of sources.csv that nothing changed
		}
		own.add(a, records)
		return yield(piece{a, records})
	})
	if err != nil {
		return err
	}
	return own.rest(only(f.base, wanted), yield)
}

// only returns what a corpus has of the ids.
func only(c *corpus.Corpus, ids map[string]bool) *corpus.Corpus {
	few := &corpus.Corpus{}
	for _, a := range c.Articles {
		if ids[a.ID] {
			few.Articles = append(few.Articles, a)
		}
	}
	for _, r := range c.Records {
		if ids[r.Source.ID] {
			few.Records = append(few.Records, r)
		}
	}
	return few
}

// some is a file system that shows only some articles and records.
type some struct {
	fs.FS
	visible map[string]bool
}

// ReadDir lists a folder without what is not visible.
func (s *some) ReadDir(name string) ([]fs.DirEntry, error) {
	var entries []fs.DirEntry
	seen := map[string]bool{}
	for file := range s.visible {
		rest, ok := strings.CutPrefix(file, name+"/")
		if !ok {
			continue
		}
		first, _, _ := strings.Cut(rest, "/")
		if seen[first] {
			continue
		}
		seen[first] = true
		info, err := fs.Stat(s.FS, path.Join(name, first))
		if err == nil {
			entries = append(entries, fs.FileInfoToDirEntry(info))
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}
