package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Times of the watch: it acts when the folder has been quiet for quietTime, and
// at the latest latestTime after the first change, so that what is written is
// found within a second.
const (
	quietTime  = 100 * time.Millisecond
	latestTime = 400 * time.Millisecond
	retryTime  = 250 * time.Millisecond
)

// Watch keeps the index of a data folder up to date, also with files edited by
// hand, until ctx is done, and returns ctx.Err. Failed updates are tried again
// with the next change, and reported to failed, which may be nil. Searches are
// not disturbed: each sees the state before or after an update. An index in
// memory has nothing to watch.
func (x *Index) Watch(ctx context.Context, failed func(error)) error {
	if x.folder == nil {
		<-ctx.Done()
		return ctx.Err()
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch %s: %w", x.folder.data, err)
	}
	defer w.Close()
	if err := x.folder.watch(w); err != nil {
		return fmt.Errorf("watch %s: %w", x.folder.data, err)
	}
	if failed == nil {
		failed = func(error) {}
	}
	return (&watch{x: x, events: w, failed: failed, dirty: map[string]bool{}}).run(ctx)
}

// watch registers the folders of the data folder that there are.
func (f *folder) watch(w *fsnotify.Watcher) error {
	dirs := append(f.dirs(), ".", "corpus", indexDir)
	for _, dir := range dirs {
		err := w.Add(filepath.Join(f.data, dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// watch gathers changes until it is time to act.
type watch struct {
	x      *Index
	events *fsnotify.Watcher
	failed func(error)
	dirty  map[string]bool // folders of files that changed
	due    <-chan time.Time
	since  time.Time // of the first change not yet acted on
}

func (w *watch) run(ctx context.Context) error {
	w.later(quietTime) // what changed before the watch began
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e, ok := <-w.events.Events:
			if !ok {
				return nil
			}
			w.changed(e.Name)
		case err := <-w.events.Errors:
			w.failed(fmt.Errorf("watch: %w", err))
			w.later(quietTime)
		case <-w.due:
			w.act(ctx)
		}
	}
}

func (w *watch) later(d time.Duration) {
	if w.since.IsZero() {
		w.since = time.Now()
	}
	d = min(d, max(0, time.Until(w.since.Add(latestTime))))
	w.due = time.After(d)
}

// changed notes an event. Files aside that writers use begin with a point.
func (w *watch) changed(name string) {
	rel, err := filepath.Rel(w.x.folder.data, name)
	if err != nil || strings.HasPrefix(filepath.Base(rel), ".") {
		return
	}
	rel = filepath.ToSlash(rel)
	if top, _, _ := strings.Cut(rel, "/"); top != "corpus" && top != indexDir {
		return // the state of serve, which changes all the time
	}
	if strings.HasPrefix(rel, articlesDir+"/") || strings.HasPrefix(rel, recordsDir+"/") {
		w.dirty[filepath.ToSlash(filepath.Dir(rel))] = true
	}
	w.later(quietTime)
}

func (w *watch) act(ctx context.Context) {
	dirs := make([]string, 0, len(w.dirty))
	for d := range w.dirty {
		dirs = append(dirs, d)
	}
	err := errors.Join(w.x.folder.watch(w.events), w.x.refresh(ctx, dirs))
	switch {
	case err == nil:
		clear(w.dirty)
		w.due, w.since = nil, time.Time{}
	case errors.Is(err, errBusy):
		w.due = time.After(retryTime)
	default:
		if ctx.Err() == nil {
			w.failed(err)
		}
		clear(w.dirty)
		w.due, w.since = nil, time.Time{}
	}
}

// Refresh brings the index of a data folder up to date at once.
func (x *Index) Refresh(ctx context.Context) error {
	err := x.refresh(ctx, nil)
	if errors.Is(err, errBusy) {
		return nil // the other process does it
	}
	return err
}

// refresh makes a new view the current one if the folder changed. The folders of
// again are looked through file by file.
func (x *Index) refresh(ctx context.Context, again []string) error {
	if x.folder == nil {
		return nil
	}
	x.replace.Lock()
	defer x.replace.Unlock()
	old := x.current.Load()
	if old == nil {
		return ErrClosed
	}
	v, err := x.folder.after(ctx, old, again)
	if err != nil || v == nil {
		return err
	}
	if err := v.words.load(v); err != nil { // before a search waits for it
		return errors.Join(err, v.release())
	}
	x.current.Store(v)
	return old.release()
}

// after returns the view of the folder's present state, nil if old shows it.
func (f *folder) after(ctx context.Context, old *view, again []string) (*view, error) {
	tables, err := f.tablesNow()
	if err != nil {
		return nil, fmt.Errorf("refresh index: %w", err)
	}
	now, err := f.state()
	if err != nil {
		return nil, fmt.Errorf("refresh index: %w", err)
	}
	g, ok := f.newest()
	var v *view
	switch {
	case ok && len(again) == 0 && !g.behind(now):
		v, err = g.open(tables)
	case f.readOnly || old.generation == 0:
		v, err = f.inMemory(ctx, tables)
	default:
		v, err = f.advance(ctx, tables, again)
	}
	if err != nil {
		return nil, fmt.Errorf("refresh index: %w", err)
	}
	return v, nil
}
