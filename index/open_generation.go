package index

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"thiduabot/corpus"
)

// Files of a generation beside those of scorch.
const (
	manifestFile = "manifest.json"
	listingFile  = "files"
	rootFile     = "root.bolt"
)

const (
	generationPrefix = "gen-"
	unfinishedPrefix = "new-"
)

// generation is one finished index on disk.
type generation struct {
	manifest
	dir    string
	number int
}

// newest returns the newest generation that is whole.
func (f *folder) newest() (generation, bool) {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return generation{}, false
	}
	best := generation{}
	for _, e := range entries {
		digits, ok := strings.CutPrefix(e.Name(), generationPrefix)
		n, err := strconv.Atoi(digits)
		if !ok || err != nil || n <= best.number {
			continue
		}
		g := generation{dir: filepath.Join(f.dir, e.Name()), number: n}
		if g.manifest, err = readManifest(g.dir); err == nil && g.whole() {
			best = g
		}
	}
	return best, best.number > 0
}

// whole reports whether every file has the size it was written with.
func (g generation) whole() bool {
	for name, size := range g.Sizes {
		info, err := os.Stat(filepath.Join(g.dir, name))
		if err != nil || info.Size() != size {
			return false
		}
	}
	return len(g.Sizes) > 0
}

// open opens a generation for searching. Damage that scorch trips over is an
// error.
func (g generation) open(tables *corpus.Corpus) (v *view, err error) {
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, fmt.Errorf("broken index %s: %v", g.dir, r)
		}
	}()
	s, err := newStore(readingOnly(g.dir))
	if err != nil {
		return nil, err
	}
	v, err = newView(s, tablesOf(tables))
	if err != nil {
		return nil, err
	}
	if len(v.parts) == 0 && g.hasSegments() {
		return nil, errors.Join(fmt.Errorf("broken index %s", g.dir), v.release())
	}
	v.generation = g.number
	return v, nil
}

// hasSegments reports whether the generation was written with any document:
// scorch opens an index whose segments it cannot read as an empty one.
func (g generation) hasSegments() bool {
	for name := range g.Sizes {
		if strings.HasSuffix(name, ".zap") {
			return true
		}
	}
	return false
}

// unfinished makes an empty folder for the generation in the making and sweeps
// away what killed writers left. The caller holds the lock.
func (f *folder) unfinished() (string, error) {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), unfinishedPrefix) {
			if err := os.RemoveAll(filepath.Join(f.dir, e.Name())); err != nil {
				return "", err
			}
		}
	}
	return os.MkdirTemp(f.dir, unfinishedPrefix)
}

// finish puts a generation into place and takes away those before it. Who has
// one of them open keeps its files until they are closed.
func (f *folder) finish(dir string, number int, m manifest, files listing) (generation, error) {
	g := generation{dir: filepath.Join(f.dir, fmt.Sprintf("%s%06d", generationPrefix, number)), number: number}
	if err := files.write(dir); err != nil {
		return g, err
	}
	if err := dropMerged(dir); err != nil {
		return g, err
	}
	m.Sizes = map[string]int64{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return g, err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return g, err
		}
		m.Sizes[e.Name()] = info.Size()
	}
	g.manifest = m
	if err := m.write(dir); err != nil {
		return g, err
	}
	if err := os.RemoveAll(g.dir); err != nil { // one that was not whole
		return g, err
	}
	if err := os.Rename(dir, g.dir); err != nil {
		return g, err
	}
	return g, f.sweep(number)
}

// sweep removes the generations before number.
func (f *folder) sweep(number int) error {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		digits, ok := strings.CutPrefix(e.Name(), generationPrefix)
		if n, err := strconv.Atoi(digits); ok && err == nil && n < number {
			if err := os.RemoveAll(filepath.Join(f.dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// copyTo makes the folder to hold what the generation holds, with links to the
// files that never change.
func (g generation) copyTo(to string) error {
	entries, err := os.ReadDir(g.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		from, dest := filepath.Join(g.dir, e.Name()), filepath.Join(to, e.Name())
		switch e.Name() {
		case manifestFile, listingFile:
			continue
		case rootFile:
			err = copyFile(from, dest)
		default:
			if err = os.Link(from, dest); err != nil && !errors.Is(err, fs.ErrExist) {
				err = copyFile(from, dest) // a file system without links
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return errors.Join(err, out.Close())
	}
	return out.Close()
}
