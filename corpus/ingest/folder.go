package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"thiduabot/corpus"
)

// Folder is a data folder that articles are written into. Nothing is ever
// written outside of it, also where a link in it points elsewhere. One batch at
// a time is written; other articles may be compared meanwhile. Two processes
// keep apart by a lock of the folder.
type Folder struct {
	root  *os.Root
	mu    sync.RWMutex      // of paths
	paths map[string]string // article id -> path
}

// pathOf returns where the article of id stands, "" if there is none.
func (f *Folder) pathOf(id string) string {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.paths[id]
}

// Places in a data folder.
const (
	articlesDir = "corpus/articles"
	recordsDir  = "corpus/records"
)

// OpenFolder opens a data folder, creating it with mode 0700, and finishes or
// forgets what a killed process had begun to write.
func OpenFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	f := &Folder{root: root}
	if err := f.prepare(); err != nil {
		root.Close()
		return nil, fmt.Errorf("data folder %s: %w", dir, err)
	}
	return f, nil
}

// LookFolder opens a data folder to compare with and creates nothing: one that is
// not there yet, or "", is an empty one. It must not be written to.
func LookFolder(dir string) (*Folder, error) {
	if dir == "" {
		return &Folder{}, nil
	}
	_, err := os.Stat(filepath.Join(dir, articlesDir))
	switch {
	case err == nil:
		return OpenFolder(dir)
	case errors.Is(err, fs.ErrNotExist):
		return &Folder{}, nil
	}
	return nil, fmt.Errorf("data folder: %w", err)
}

func (f *Folder) prepare() error {
	for _, dir := range []string{articlesDir, recordsDir} {
		if err := f.root.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	if err := f.locked(f.recover); err != nil {
		return err
	}
	return f.list()
}

// Close releases the folder.
func (f *Folder) Close() error {
	if f.root == nil {
		return nil
	}
	return f.root.Close()
}

// list reads which articles there are.
func (f *Folder) list() error {
	f.paths = map[string]string{}
	return fs.WalkDir(f.root.FS(), articlesDir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && path.Ext(p) == ".md" {
			f.paths[strings.TrimSuffix(path.Base(p), ".md")] = p
		}
		return err
	})
}

// Saved is what the folder holds of one article, byte for byte.
type Saved struct {
	ID      string
	Path    string // of the article; "" if there is none
	Article []byte
	Records []byte // nil if there is no file
}

// Saved returns what the folder holds of an article.
func (f *Folder) Saved(id string) (Saved, error) {
	s := Saved{ID: id, Path: f.pathOf(id)}
	if f.root == nil {
		return s, nil
	}
	var err error
	if s.Path != "" {
		if s.Article, err = f.root.ReadFile(s.Path); err != nil {
			return s, fmt.Errorf("read article %s: %w", id, err)
		}
	}
	s.Records, err = f.root.ReadFile(recordsPath(id))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return s, fmt.Errorf("read records of %s: %w", id, err)
	}
	return s, nil
}

// Restore puts back what Saved returned: what was there then, and nothing where
// nothing was.
func (f *Folder) Restore(s Saved) error {
	var moves []move
	if s.Path == "" {
		moves = append(moves, f.removal(s.ID)...)
	} else {
		moves = append(moves, f.placing(s.ID, s.Path, s.Article)...)
	}
	if s.Records == nil {
		moves = append(moves, move{to: recordsPath(s.ID)})
	} else {
		moves = append(moves, move{to: recordsPath(s.ID), bytes: s.Records})
	}
	if err := f.carryOut(moves); err != nil {
		return err
	}
	return f.list()
}

// Remove takes an article and its records out. Removing what is not there is no
// error.
func (f *Folder) Remove(id string) error {
	if err := checkID(id); err != nil {
		return err
	}
	return f.Restore(Saved{ID: id})
}

func recordsPath(id string) string { return recordsDir + "/" + id + ".csv" }

func articlePath(a corpus.Article) string {
	return articlesDir + "/" + a.Date[:4] + "/" + a.ID + ".md"
}

// removal returns the moves that take the article file of id away.
func (f *Folder) removal(id string) []move {
	at := f.pathOf(id)
	if at == "" {
		return nil
	}
	return []move{{to: at}}
}

// placing returns the moves that put an article at a path and take it away from
// where it stood before.
func (f *Folder) placing(id, to string, b []byte) []move {
	var moves []move
	if old := f.pathOf(id); old != "" && old != to {
		moves = f.removal(id)
	}
	return append(moves, move{to: to, bytes: b})
}

// State tells what taking in an item does.
type State string

// The states of a change.
const (
	New         State = "new"
	Changed     State = "changed"
	Equal       State = "equal"
	Conflicting State = "conflicting" // same id as another item of this run, other content
	Rejected    State = "rejected"
)

// Change is what taking in one item does to the folder.
type Change struct {
	Item
	State   State
	Records []corpus.Record // written with the article
	Doubted []corpus.Record // for a person to confirm

	moves []move
}

// Compare tells what taking in an article with its records would change. Records
// nil leaves the records file as it is.
func (f *Folder) Compare(item Item, records []corpus.Record) (Change, error) {
	c := Change{Item: item, State: New, Records: records}
	was, err := f.Saved(item.Article.ID)
	if err != nil {
		return c, err
	}
	article := corpus.FormatArticle(item.Article)
	sameText := was.Path != "" && bytes.Equal(was.Article, article)
	switch {
	case sameText && (was.Records != nil || len(records) == 0):
		c.State = Equal
		return c, nil
	case was.Path != "":
		c.State = Changed
	}
	c.moves = f.placing(item.Article.ID, articlePath(item.Article), article)
	return f.withRecords(c, was, sameText, records), nil
}

// withRecords adds what happens to the records file: written where there are
// records, taken away with the text that they came from.
func (f *Folder) withRecords(c Change, was Saved, sameText bool, records []corpus.Record) Change {
	to := recordsPath(c.Article.ID)
	switch {
	case len(records) > 0:
		b := corpus.FormatRecords(records)
		if sameText && bytes.Equal(b, was.Records) {
			c.State, c.moves = Equal, nil
			return c
		}
		c.moves = append(c.moves, move{to: to, bytes: b})
	case records != nil && was.Records != nil:
		c.moves = append(c.moves, move{to: to})
	}
	return c
}

// Write carries a batch of changes out, all or nothing: after a kill, OpenFolder
// finishes the batch or forgets it.
func (f *Folder) Write(changes []Change) error {
	var moves []move
	for _, c := range changes {
		moves = append(moves, c.moves...)
	}
	if len(moves) == 0 {
		return nil
	}
	if err := f.carryOut(moves); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range changes {
		if len(c.moves) > 0 {
			f.paths[c.Article.ID] = articlePath(c.Article)
		}
	}
	return nil
}
