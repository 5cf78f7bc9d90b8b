package corpus

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// Problem is something wrong in a file of the corpus.
type Problem struct {
	File string
	Line int // 1-based; 0: the file as a whole
	Text string
}

// String returns "file:line: problem".
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// Corpus is what one set of files holds. It is read-only after Open and safe
// for concurrent use. The zero Corpus is empty: that of an office that leaves
// the built-in one out.
type Corpus struct {
	Home       string // name of the home area
	Articles   []Article
	Records    []Record
	Sources    []Source // of sources.csv: those without an article file
	Indicators []Indicator
	Areas      []Area
	Campaigns  []Campaign
	Deadlines  []Deadline
	Holidays   []Holiday
	Problems   []Problem // found while loading; the rest was kept

	broken  []Problem // of the files themselves
	orphans []Record  // records whose source is not known here
	names   *names    // built by prepare
}

//go:embed data/corpus
var builtin embed.FS

// builtinHome is the home area of the built-in corpus.
const builtinHome = "Thành phố Nam Định"

// Default returns the corpus built into the binary. It is loaded once and shared:
// it must not be changed.
func Default() *Corpus { return loadBuiltin() }

var loadBuiltin = sync.OnceValue(func() *Corpus {
	root, err := fs.Sub(builtin, "data")
	if err == nil {
		var c *Corpus
		if c, err = Open(root); err == nil {
			c.Home = builtinHome
			return c
		}
	}
	panic(fmt.Sprintf("corpus: built-in data: %v", err)) // an embedded folder is always there
})

// Overlay returns a corpus with own laid over base: the same id in own wins. The
// records of a source that own has an article or records of replace those that
// base has of it, so that an article can be mended as a whole.
func Overlay(base, own *Corpus) *Corpus {
	c := &Corpus{
		Home:       base.Home,
		Articles:   overlay(base.Articles, own.Articles, func(a Article) string { return a.ID }),
		Sources:    overlay(base.Sources, own.Sources, func(s Source) string { return s.ID }),
		Indicators: overlay(base.Indicators, own.Indicators, func(i Indicator) string { return i.ID }),
		Areas:      overlay(base.Areas, own.Areas, func(a Area) string { return a.Name }),
		Campaigns:  overlay(base.Campaigns, own.Campaigns, func(p Campaign) string { return p.ID }),
		Deadlines:  overlay(base.Deadlines, own.Deadlines, func(d Deadline) string { return d.ID }),
		Holidays:   overlay(base.Holidays, own.Holidays, func(h Holiday) string { return h.Date }),
		broken:     slices.Concat(base.broken, own.broken),
	}
	if own.Home != "" {
		c.Home = own.Home
	}
	c.prepare()
	replaced := own.replaces()
	for _, r := range base.Records {
		if !replaced[r.Source.ID] {
			c.Records = append(c.Records, r)
		}
	}
	for _, r := range slices.Concat(base.orphans, own.Records, own.orphans) {
		c.place(&r)
	}
	c.finish()
	return c
}

// replaces returns the ids of the sources whose records c brings itself.
func (c *Corpus) replaces() map[string]bool {
	ids := map[string]bool{}
	for _, a := range c.Articles {
		ids[a.ID] = true
	}
	for _, r := range slices.Concat(c.Records, c.orphans) {
		ids[r.Source.ID] = true
	}
	return ids
}

func overlay[T any](base, own []T, id func(T) string) []T {
	at := make(map[string]int, len(own))
	for i, x := range own {
		at[id(x)] = i
	}
	merged := make([]T, 0, len(base)+len(own))
	used := make([]bool, len(own))
	for _, x := range base {
		if i, ok := at[id(x)]; ok {
			if !used[i] {
				merged = append(merged, own[i])
				used[i] = true
			}
			continue
		}
		merged = append(merged, x)
	}
	for i, x := range own {
		if !used[i] {
			merged = append(merged, x)
		}
	}
	return merged
}

// place resolves a record and keeps it, among the orphans if its source is not
// known.
func (c *Corpus) place(r *Record) {
	if !c.findSource(r) {
		c.orphans = append(c.orphans, *r)
		return
	}
	c.Resolve(r)
	c.Records = append(c.Records, *r)
}

// findSource fills in the source of a record and reports whether it is known.
func (c *Corpus) findSource(r *Record) bool {
	if r.Source.At.File != "" {
		return true
	}
	a, ok := c.SourceOf(r.Source.ID)
	if ok {
		r.From(a)
	}
	return ok
}

func noSource(r Record) Problem {
	return r.At.problem(fmt.Sprintf("source %q: there is no such article, nor a line in sources.csv; the record is left out", r.Source.ID))
}

// prepare builds the look-up tables and the list of problems.
func (c *Corpus) prepare() {
	c.names = newNames(c)
	c.finish()
}

// finish brings the look-up of articles and the list of problems up to date; the
// names of indicators and areas, which cost more, stay.
func (c *Corpus) finish() {
	c.names.addArticles(c)
	c.Problems = slices.Clone(c.broken)
	for _, r := range c.orphans {
		c.Problems = append(c.Problems, noSource(r))
	}
}
