package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// The process that holds a file answers requests for a copy of it: a request
// is an empty file PATH.want-X, the answer is PATH.copy-X, renamed into place
// when it is whole. Files need no port and no socket path, which is limited to
// some hundred bytes.
const (
	wantSuffix = ".want-"
	copySuffix = ".copy-"

	requestEvery = 100 * time.Millisecond // how often the holder looks for requests
	requestStale = time.Minute            // a request nobody waits for any more
)

// ServeSnapshots answers the Snapshot calls of other processes until ctx ends.
func (s *Store) ServeSnapshots(ctx context.Context) error {
	tick := time.NewTicker(requestEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := s.answerRequests(); err != nil {
				return err
			}
		}
	}
}

func (s *Store) answerRequests() error {
	names, err := filepath.Glob(globQuote(s.Path()) + wantSuffix + "*")
	if err != nil {
		return fmt.Errorf("look for snapshot requests: %w", err)
	}
	for _, want := range names {
		st, err := os.Stat(want)
		if err != nil {
			continue // taken back meanwhile
		}
		id := strings.TrimPrefix(want, s.Path()+wantSuffix)
		if time.Since(st.ModTime()) < requestStale {
			err = s.copyTo(s.Path() + copySuffix + id)
		} else {
			os.Remove(s.Path() + copySuffix + id)
		}
		if err := errors.Join(err, os.Remove(want)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("answer snapshot request: %w", err)
		}
	}
	return nil
}

func globQuote(path string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// copyTo writes a copy beside path and renames it into place.
func (s *Store) copyTo(path string) error {
	return writeWhole(path, s.Backup)
}

// writeWhole lets write fill a temporary file beside path, syncs it and renames
// it, so that path is either what it was or whole.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// Snapshot writes a consistent copy of the file at path to w, whether or not
// another process holds it. If one does, that process must answer requests
// (ServeSnapshots); ErrLocked says that it did not before ctx ended. A missing
// file is os.ErrNotExist.
func Snapshot(ctx context.Context, path string, w io.Writer) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("snapshot %s: %w", path, err)
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: 10 * time.Millisecond})
	if errors.Is(err, berrors.ErrTimeout) {
		return requestSnapshot(ctx, path, w)
	}
	if err != nil {
		return fmt.Errorf("snapshot %s: %w", path, err)
	}
	s := &Store{db: db}
	return errors.Join(s.Backup(w), db.Close())
}

func requestSnapshot(ctx context.Context, path string, w io.Writer) error {
	want, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+wantSuffix+"*")
	if err != nil {
		return fmt.Errorf("ask for a snapshot of %s: %w", path, err)
	}
	defer os.Remove(want.Name())
	if err := want.Close(); err != nil {
		return fmt.Errorf("ask for a snapshot of %s: %w", path, err)
	}
	answer := path + copySuffix + strings.TrimPrefix(want.Name(), path+wantSuffix)
	defer os.Remove(answer)
	f, err := awaitFile(ctx, answer)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.Copy(w, f); err != nil {
		return fmt.Errorf("snapshot %s: %w", path, err)
	}
	return nil
}

// awaitFile opens the file as soon as it exists.
func awaitFile(ctx context.Context, path string) (*os.File, error) {
	tick := time.NewTicker(requestEvery / 5)
	defer tick.Stop()
	for {
		f, err := os.Open(path)
		if err == nil {
			return f, nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("await snapshot: %w", err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("await snapshot: %w", ErrLocked)
		case <-tick.C:
		}
	}
}

// Verify checks that the file at path is a whole state.db that this program can
// read.
func Verify(path string) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: time.Second})
	if err != nil {
		return fmt.Errorf("verify %s: %w", path, err)
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			return fmt.Errorf("verify %s: %w", path, err)
		}
		if v := version(tx); v > len(migrations) {
			return fmt.Errorf("verify %s: %w", path, ErrNewer)
		}
		return nil
	})
}

// Restore puts the copy read from r in the place of the file at path, once it
// is checked. It returns ErrLocked, and changes nothing, if a process holds
// that file.
func Restore(path string, r io.Reader) error {
	fresh := path + ".restore"
	defer os.Remove(fresh)
	err := writeWhole(fresh, func(w io.Writer) error {
		_, err := io.Copy(w, r)
		return err
	})
	if err != nil {
		return err
	}
	if err := Verify(fresh); err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil {
		held, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: 100 * time.Millisecond})
		if errors.Is(err, berrors.ErrTimeout) {
			return ErrLocked
		}
		if err == nil { // a broken file is what a restore is for
			defer held.Close()
		}
	}
	if err := os.Rename(fresh, path); err != nil {
		return fmt.Errorf("restore %s: %w", path, err)
	}
	return nil
}
