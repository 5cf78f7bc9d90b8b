package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"thiduabot/corpus"
	"thiduabot/index"
)

// base returns the corpus that lies below the data folder: the built-in one, or
// an empty one with --no-builtin.
func (s *shared) base() *corpus.Corpus {
	c := &corpus.Corpus{}
	if !s.NoBuiltin {
		built := *corpus.Default()
		c = &built
	}
	if s.Home == "" && s.NoBuiltin && s.Data != "" {
		s.Home = officeHome(s.Data)
	}
	if s.Home != "" {
		c.Home = s.Home
	}
	return c
}

// officeHome returns the area of an office that does not name its own: that of
// all its campaigns, or "" where they have several or there is none.
func officeHome(dir string) string {
	own, err := corpus.Tables(os.DirFS(dir))
	if err != nil {
		return ""
	}
	home := ""
	for _, p := range own.Campaigns {
		if home != "" && p.Area != home {
			return ""
		}
		home = p.Area
	}
	return home
}

// open opens the index that the flags ask for: in memory over the built-in
// corpus, or that of the data folder.
func (s *shared) open(ctx context.Context) (*index.Index, error) {
	if s.Data == "" {
		return index.Build(ctx, s.base())
	}
	if err := s.needFolder(); err != nil {
		return nil, err
	}
	return index.Open(ctx, index.OpenOptions{Data: s.Data, Builtin: s.base(), Home: s.Home})
}

func (s *shared) needFolder() error {
	info, err := os.Stat(s.Data)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("data folder %s does not exist; make one with 'thiduabot init %s'", s.Data, s.Data)
	case err != nil:
		return fmt.Errorf("data folder: %w", err)
	case !info.IsDir():
		return fmt.Errorf("data folder %s is not a folder", s.Data)
	}
	return nil
}

// load reads the whole corpus that the flags ask for into memory.
func (s *shared) load() (*corpus.Corpus, error) {
	c := s.base()
	if s.Data == "" {
		return c, nil
	}
	if err := s.needFolder(); err != nil {
		return nil, err
	}
	own, err := corpus.Open(os.DirFS(s.Data))
	if err != nil {
		return nil, err
	}
	merged := corpus.Overlay(c, own)
	merged.Home = cmp.Or(s.Home, merged.Home)
	return merged, nil
}

// tables reads the small tables that the flags ask for: catalogue, areas,
// campaigns and the like, without articles and records.
func (s *shared) tables() (*corpus.Corpus, error) {
	c := s.base()
	if s.Data == "" {
		return c, nil
	}
	if err := s.needFolder(); err != nil {
		return nil, err
	}
	own, err := corpus.Tables(os.DirFS(s.Data))
	if err != nil {
		return nil, err
	}
	merged := corpus.Overlay(c, own)
	merged.Home = cmp.Or(s.Home, merged.Home)
	return merged, nil
}
