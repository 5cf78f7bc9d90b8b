package index

import (
	"context"
	"os"

	"thiduabot/corpus"
)

// OpenOptions says which corpus to open.
type OpenOptions struct {
	Data     string         // the data folder
	Builtin  *corpus.Corpus // lies below the folder's own files; nil: none
	Home     string         // name of the home area; empty: that of the corpus
	ReadOnly bool           // write nothing, not even the index
}

type folder struct{}

// Open opens the corpus of a data folder.
func Open(ctx context.Context, o OpenOptions) (*Index, error) {
	own, err := corpus.Open(os.DirFS(o.Data))
	if err != nil {
		return nil, err
	}
	if o.Builtin != nil {
		own = corpus.Overlay(o.Builtin, own)
	}
	if o.Home != "" {
		own.Home = o.Home
	}
	return Build(ctx, own)
}

// Touch tells the index of a data folder that articles were written.
func Touch(dir string, ids []string) error { return nil }
