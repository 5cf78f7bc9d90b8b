package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// The places of a data folder, relative to its root.
const (
	articlesDir   = "corpus/articles"
	recordsDir    = "corpus/records"
	sourcesFile   = "corpus/sources.csv"
	catalogueFile = "corpus/indicators.csv"
	areasFile     = "corpus/areas.csv"
	campaignsFile = "corpus/campaigns.csv"
	deadlinesFile = "corpus/deadlines.csv"
	holidaysFile  = "corpus/holidays.csv"
)

// Tables reads the small tables of a folder only: sources, indicators, areas,
// campaigns, deadlines, holidays. Articles and records come with Walk.
func Tables(fsys fs.FS) (*Corpus, error) {
	if _, err := fs.Stat(fsys, "."); err != nil {
		return nil, fmt.Errorf("open corpus: %w", err)
	}
	c := &Corpus{}
	c.readTables(fsys)
	c.prepare()
	return c, nil
}

// Open reads a corpus from a folder laid out as a data folder: its root holds
// the folder corpus. A missing file is an empty table; a broken one becomes a
// Problem. The error is about the folder itself.
func Open(fsys fs.FS) (*Corpus, error) {
	c, err := Tables(fsys)
	if err != nil {
		return nil, err
	}
	var all []Record
	problems, err := walk(fsys, func(a Article, records []Record) error {
		if a.ID != "" {
			c.Articles = append(c.Articles, a)
		}
		all = append(all, records...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.broken = append(c.broken, problems...)
	c.names.addArticles(c)
	for i := range all {
		c.place(&all[i])
	}
	c.finish()
	return c, nil
}

// Walk reads the articles and records of a folder one article at a time, in
// order of their paths, for folders that do not fit in memory. Names of
// indicators and areas, and sources without an article file, are found in c,
// which is the folder's Tables, or those laid over the built-in corpus. Sources
// of sources.csv come as articles without a text; records of a source that only
// c knows come last, with an Article that has no ID. The error is that of f, or about the folder itself.
func (c *Corpus) Walk(fsys fs.FS, f func(Article, []Record) error) ([]Problem, error) {
	var lost []Problem
	problems, err := walk(fsys, func(a Article, records []Record) error {
		kept := records[:0]
		for i := range records {
			r := &records[i]
			if !c.findSource(r) && !elsewhere(fsys, r) {
				lost = append(lost, noSource(*r))
				continue
			}
			c.Resolve(r)
			kept = append(kept, *r)
		}
		return f(a, kept)
	})
	return append(problems, lost...), err
}

// elsewhere fills in the source of a record from the article file named for it,
// and reports whether there is one: a file of records may hold those of several
// articles.
func elsewhere(fsys fs.FS, r *Record) bool {
	if strings.ContainsAny(r.Source.ID, `*?[\/`) {
		return false
	}
	files, err := fs.Glob(fsys, path.Join(articlesDir, "*", r.Source.ID+".md"))
	if err != nil || len(files) == 0 {
		return false
	}
	b, err := fs.ReadFile(fsys, files[0])
	if err != nil {
		return false
	}
	a, problems := ParseArticle(files[0], b)
	if len(problems) > 0 || a.ID != r.Source.ID {
		return false
	}
	r.From(a)
	return true
}

// walk yields each article with the records of its file, as they are written.
func walk(fsys fs.FS, f func(Article, []Record) error) ([]Problem, error) {
	w := walker{fsys: fsys, files: recordFiles(fsys), seen: map[string]string{}, f: f}
	err := fs.WalkDir(fsys, articlesDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				w.report(name, 0, "%v", err)
			}
			return nil
		}
		if !d.Type().IsRegular() || path.Ext(name) != ".md" || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		return w.article(name)
	})
	if err == nil {
		err = w.rest()
	}
	return w.problems, err
}

// A walker holds what one walk has met.
type walker struct {
	fsys     fs.FS
	files    map[string]string // records file by article id, those not yet read
	seen     map[string]string // article file by id
	problems []Problem
	f        func(Article, []Record) error
}

func (w *walker) report(file string, line int, format string, args ...any) {
	w.problems = append(w.problems, Problem{file, line, fmt.Sprintf(format, args...)})
}

func (w *walker) article(name string) error {
	b, err := fs.ReadFile(w.fsys, name)
	if err != nil {
		w.report(name, 0, "%v", err)
		return nil
	}
	a, problems := ParseArticle(name, b)
	w.problems = append(w.problems, problems...)
	if len(problems) > 0 {
		return nil
	}
	if first, twice := w.seen[a.ID]; twice {
		w.report(name, 0, "the article %s stands in %s too", a.ID, first)
		return nil
	}
	w.seen[a.ID] = name
	return w.f(a, from(a, w.records(a.ID)))
}

// records returns the records of the file named for an id, once.
func (w *walker) records(id string) []Record {
	name, ok := w.files[id]
	if !ok {
		return nil
	}
	delete(w.files, id)
	file, err := w.fsys.Open(name)
	if err != nil {
		w.report(name, 0, "%v", err)
		return nil
	}
	defer file.Close()
	records, problems := ParseRecords(name, file)
	w.problems = append(w.problems, problems...)
	return records
}

// from gives those records that name a as their source its fields.
func from(a Article, records []Record) []Record {
	for i := range records {
		if records[i].Source.ID == a.ID {
			records[i].From(a)
		}
	}
	return records
}

// rest yields what has no article file: the sources of sources.csv as articles
// without a text, then the records of sources known elsewhere, with an Article
// that has no ID.
func (w *walker) rest() error {
	for _, s := range sourcesOf(w.fsys) {
		if _, ok := w.seen[s.ID]; ok {
			continue
		}
		w.seen[s.ID] = s.At.File
		a := s.article()
		if err := w.f(a, from(a, w.records(s.ID))); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(w.files)) {
		if records := w.records(id); len(records) > 0 {
			if err := w.f(Article{}, records); err != nil {
				return err
			}
		}
	}
	return nil
}

// sourcesOf returns the folder's own sources.csv; its problems are those of
// Tables.
func sourcesOf(fsys fs.FS) []Source {
	own := &Corpus{}
	if b, err := fs.ReadFile(fsys, sourcesFile); err == nil {
		readTable(sourcesFile, b, SourceColumns[:2], own.addSource)
	}
	return own.Sources
}

// recordFiles returns the files of records by the id they are named for.
func recordFiles(fsys fs.FS) map[string]string {
	files := map[string]string{}
	entries, err := fs.ReadDir(fsys, recordsDir)
	if err != nil {
		return files
	}
	for _, e := range entries {
		if id, ok := strings.CutSuffix(e.Name(), ".csv"); ok && e.Type().IsRegular() && !strings.HasPrefix(id, ".") {
			files[id] = path.Join(recordsDir, e.Name())
		}
	}
	return files
}
