package index

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/corpus"
)

// formatVersion changes with everything that makes older indexes wrong: fields,
// keys, the way words are cut and folded.
const formatVersion = 5

// Places in a data folder.
const (
	articlesDir = "corpus/articles"
	recordsDir  = "corpus/records"
	indexDir    = "index"
	writtenFile = "written" // in indexDir; replaced by each write into the folder
)

// resolved are the tables that records are read with; when one changes, all
// records are read anew.
var resolved = []string{"corpus/indicators.csv", "corpus/areas.csv", "corpus/sources.csv"}

// settleTime is how long a folder must have been left alone for its time of
// change to be trusted: two changes within one tick of the file system's clock
// look like one.
const settleTime = 100 * time.Millisecond

// manifest says which state of the data folder a generation was made from.
type manifest struct {
	Version string           `json:"version"` // of format, program's corpus and tables
	Dirs    map[string]int64 `json:"dirs"`    // time of change in ns; 0: not to be trusted
	Sizes   map[string]int64 `json:"sizes"`   // of the files of the generation
}

// state looks at a data folder without reading it: a few dozen calls of stat.
// Files come and go by rename, which changes the folder they are in; what is
// edited in place is noticed by Watch.
func (f *folder) state() (manifest, error) {
	m := manifest{Version: f.version(), Dirs: map[string]int64{}}
	for _, dir := range f.dirs() {
		info, err := os.Stat(filepath.Join(f.data, dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return m, err
		}
		m.Dirs[dir] = info.ModTime().UnixNano()
		if time.Since(info.ModTime()).Abs() < settleTime {
			m.Dirs[dir] = 0
		}
	}
	return m, nil
}

// dirs returns the folders that hold articles and records.
func (f *folder) dirs() []string {
	dirs := []string{articlesDir, recordsDir}
	entries, err := os.ReadDir(filepath.Join(f.data, articlesDir))
	if err != nil {
		return dirs // an absent folder is an empty one
	}
	for _, e := range entries {
		if e.IsDir() {
			dirs = append(dirs, path.Join(articlesDir, e.Name()))
		}
	}
	return dirs
}

// version names what an index is made with, beside the articles and records.
func (f *folder) version() string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d %d %d\n", formatVersion, len(f.base.Articles), len(f.base.Records))
	for i := range f.base.Articles {
		a := &f.base.Articles[i]
		fmt.Fprintln(h, a.ID, a.Title, a.Date, len(a.Text), a.Text)
	}
	for i := range f.base.Records {
		r := &f.base.Records[i]
		fmt.Fprintln(h, r.Source.ID, r.Indicator, r.Name, r.Area, r.Period, r.Status, r.Printed, r.Note)
	}
	for _, i := range f.base.Indicators {
		fmt.Fprintln(h, i.ID, i.Name, i.Aliases)
	}
	for _, name := range resolved {
		b, err := os.ReadFile(filepath.Join(f.data, name))
		fmt.Fprintln(h, name, len(b), err == nil)
		h.Write(b)
	}
	return strconv.FormatUint(h.Sum64(), 16)
}

// behind reports whether a generation made from m is older than the folder now.
func (m manifest) behind(now manifest) bool {
	return m.Version != now.Version || !maps.Equal(m.Dirs, now.Dirs) || slices.Contains(slices.Collect(maps.Values(m.Dirs)), 0)
}

// matches is !behind, with times that are not to be trusted taken for equal.
func (m manifest) matches(now manifest) bool {
	return m.Version == now.Version && maps.EqualFunc(m.Dirs, now.Dirs, func(a, b int64) bool { return a == b || a == 0 || b == 0 })
}

func (m manifest) write(dir string) error {
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, manifestFile), b)
}

func readManifest(dir string) (m manifest, err error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	return m, err
}

// writeWhole replaces a file so that readers see the old bytes or the new.
func writeWhole(name string, b []byte) error {
	tmp := name + ".new"
	if err := os.WriteFile(tmp, b, 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}

// listing tells the files of articles and records that an index holds.
type listing map[string]fileStamp // by path within the data folder

type fileStamp struct{ changed, size int64 }

// idOf returns the id that a file is named for.
func idOf(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// list reads the folders named.
func (f *folder) list(dirs []string) (listing, error) {
	found := listing{}
	for _, dir := range dirs {
		ext := ".md"
		if dir == recordsDir {
			ext = ".csv"
		}
		entries, err := os.ReadDir(filepath.Join(f.data, dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || path.Ext(e.Name()) != ext || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			info, err := e.Info()
			if errors.Is(err, fs.ErrNotExist) {
				continue // gone since
			}
			if err != nil {
				return nil, err
			}
			found[path.Join(dir, e.Name())] = fileStamp{info.ModTime().UnixNano(), info.Size()}
		}
	}
	return found, nil
}

// write keeps a listing in a generation, a line a file.
func (l listing) write(dir string) error {
	var b []byte
	for _, name := range slices.Sorted(maps.Keys(l)) {
		b = append(strconv.AppendInt(b, l[name].changed, 10), '\t')
		b = append(strconv.AppendInt(b, l[name].size, 10), '\t')
		b = append(append(b, name...), '\n')
	}
	return writeWhole(filepath.Join(dir, listingFile), b)
}

func readListing(dir string) (listing, error) {
	file, err := os.Open(filepath.Join(dir, listingFile))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	l := listing{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var s fileStamp
		fields := strings.SplitN(lines.Text(), "\t", 3)
		if len(fields) < 3 {
			return nil, fmt.Errorf("%s: broken line", listingFile)
		}
		s.changed, err = strconv.ParseInt(fields[0], 10, 64)
		if err == nil {
			s.size, err = strconv.ParseInt(fields[1], 10, 64)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", listingFile, err)
		}
		l[fields[2]] = s
	}
	return l, lines.Err()
}

// changes returns the ids of which files came, changed or went in the folders
// named, and puts the new state into l.
func (l listing) changes(now listing, dirs []string) []string {
	ids := map[string]bool{}
	for name, stamp := range now {
		if l[name] != stamp {
			ids[idOf(name)] = true
			l[name] = stamp
		}
	}
	for name := range l {
		if _, ok := now[name]; !ok && slices.Contains(dirs, path.Dir(name)) {
			ids[idOf(name)] = true
			delete(l, name)
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// Touch tells everyone who has the data folder's index open that articles were
// written. Ingest calls it after each batch; the index is brought up to date by
// whoever searches next, or by the Watch of a running serve.
func Touch(data string, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	dir := filepath.Join(data, indexDir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("tell the index: %w", err)
	}
	stamp := strconv.FormatInt(time.Now().UnixNano(), 10)
	if err := writeWhole(filepath.Join(dir, writtenFile), []byte(stamp+"\n")); err != nil {
		return fmt.Errorf("tell the index: %w", err)
	}
	return nil
}

// tablesNow reads the small tables of the folder over those of the base.
func (f *folder) tablesNow() (*corpus.Corpus, error) {
	own, err := corpus.Tables(os.DirFS(f.data))
	if err != nil {
		return nil, err
	}
	merged := corpus.Overlay(f.base, own)
	if f.home != "" {
		merged.Home = f.home
	}
	return merged, nil
}
