package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"

	"thiduabot/corpus"
)

// OpenOptions says which corpus to open.
type OpenOptions struct {
	Data     string         // the data folder
	Builtin  *corpus.Corpus // lies below the folder's own files; nil: none
	Home     string         // name of the home area; empty: that of the corpus
	ReadOnly bool           // write nothing, not even the index
}

// folder is a data folder with the generations of its index.
//
// A generation is a scorch index that never changes: readers open it read-only,
// as many as like, and share its lock. An update makes the next one from hard
// links to the files of the one before and a copy of its root.bolt, and puts it
// into place by a rename. So nobody waits for a writer, nobody sees half of an
// update, and a killed writer leaves nothing but a folder to sweep away.
type folder struct {
	data     string
	home     string
	base     *corpus.Corpus // the built-in corpus, or an empty one
	dir      string         // of the generations
	readOnly bool
}

func newFolder(o OpenOptions) *folder {
	f := &folder{data: o.Data, home: o.Home, base: o.Builtin, readOnly: o.ReadOnly}
	name := "with-builtin"
	if f.base == nil || len(f.base.Articles)+len(f.base.Records) == 0 {
		name = "own"
	}
	if f.base == nil {
		f.base = &corpus.Corpus{}
	}
	f.dir = filepath.Join(o.Data, indexDir, name)
	return f
}

// otherWait is how long a reader waits for another process to bring the index up
// to date before it takes the state that there is.
const otherWait = 700 * time.Millisecond

// errBusy says that another process is writing the index.
var errBusy = errors.New("another process is writing the index")

// Open opens the index of a data folder, bringing it up to date first. Where that
// cannot be written, it is made in memory; where another process is at it, the
// state before is opened after otherWait.
func Open(ctx context.Context, o OpenOptions) (*Index, error) {
	f := newFolder(o)
	v, err := f.open(ctx)
	if err != nil {
		return nil, fmt.Errorf("open index of %s: %w", o.Data, err)
	}
	x := &Index{folder: f}
	x.current.Store(v)
	return x, nil
}

func (f *folder) open(ctx context.Context) (*view, error) {
	tables, err := f.tablesNow()
	if err != nil {
		return nil, err
	}
	for wait := time.Duration(0); ; wait += otherWait / 20 {
		v, err := f.fresh(ctx, tables)
		switch {
		case err == nil:
			return v, nil
		case errors.Is(err, errBusy) && wait < otherWait:
			if err := pause(ctx, otherWait/20); err != nil {
				return nil, err
			}
		case errors.Is(err, errBusy):
			return f.before(ctx, tables)
		case unwritable(err):
			return f.inMemory(ctx, tables)
		default:
			return nil, err
		}
	}
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, unix.EROFS) || errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT)
}

// fresh opens the newest generation if it is up to date, otherwise it makes the
// next one.
func (f *folder) fresh(ctx context.Context, tables *corpus.Corpus) (*view, error) {
	now, err := f.state()
	if err != nil {
		return nil, err
	}
	if g, ok := f.newest(); ok && !g.behind(now) {
		if v, err := g.open(tables); err == nil {
			return v, nil
		}
	}
	if f.readOnly {
		return nil, fs.ErrPermission
	}
	return f.advance(ctx, tables, nil)
}

// before opens the generation that there is while another process makes the next.
func (f *folder) before(ctx context.Context, tables *corpus.Corpus) (*view, error) {
	if g, ok := f.newest(); ok {
		if v, err := g.open(tables); err == nil {
			return v, nil
		}
	}
	return f.inMemory(ctx, tables)
}

// inMemory makes an index of the folder as it is, on no disk. A generation that
// only its haste forbids to trust (see settleTime) does as well.
func (f *folder) inMemory(ctx context.Context, tables *corpus.Corpus) (*view, error) {
	if g, ok := f.newest(); ok && !f.readOnly {
		if now, err := f.state(); err == nil && g.matches(now) {
			if v, err := g.open(tables); err == nil {
				return v, nil
			}
		}
	}
	s, err := newStore(map[string]any{"path": ""})
	if err != nil {
		return nil, err
	}
	if err := f.fill(ctx, s, tables); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return newView(s, tablesOf(tables))
}

// advance makes the generation after the newest, under the writers' lock, and
// opens it. The folders of again are read in any case.
func (f *folder) advance(ctx context.Context, tables *corpus.Corpus, again []string) (*view, error) {
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return nil, err
	}
	unlock, err := lockFile(filepath.Join(f.dir, "lock"))
	if err != nil {
		return nil, err
	}
	defer unlock()
	now, err := f.state()
	if err != nil {
		return nil, err
	}
	old, ok := f.newest()
	if ok && old.Version == now.Version {
		v, err := f.update(ctx, old, now, tables, again)
		if err == nil || ctx.Err() != nil || unwritable(err) {
			return v, err
		}
	}
	return f.rebuild(ctx, old.number+1, now, tables)
}

// lockFile takes the lock that keeps writers of an index apart. The kernel
// releases it when the process ends, however it ends.
func lockFile(name string) (unlock func(), err error) {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		err = errBusy
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() { file.Close() }, nil
}
