package main

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"thiduabot/bot/store"
	"thiduabot/corpus/ingest"
)

type backupCmd struct {
	File string `arg:"" type:"path" help:"File to write, a .tar.gz."`
}

type restoreCmd struct {
	File string `arg:"" type:"path" help:"File that backup wrote."`
}

var errNeedsData = usageError{errors.New("name the data folder with --data DIR")}

// snapshotWait is how long a running serve is given to hand its state over.
const snapshotWait = 20 * time.Second

// Run saves state and corpus of the data folder, also while serve runs. The file
// appears only when it is whole.
func (c *backupCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	if sh.Data == "" {
		return errNeedsData
	}
	if err := sh.needFolder(); err != nil {
		return err
	}
	if err := ingest.Recover(sh.Data); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(c.File), ".thiduabot-backup-*")
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer os.Remove(temp.Name())
	defer temp.Close()
	if err := writeBackup(ctx, temp, sh.Data); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	if err := errors.Join(temp.Sync(), temp.Close(), os.Rename(temp.Name(), c.File)); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	_, err = fmt.Fprintf(s.out, "saved %s to %s\n", sh.Data, c.File)
	return err
}

func writeBackup(ctx context.Context, w io.Writer, dir string) error {
	z := gzip.NewWriter(w)
	t := tar.NewWriter(z)
	if err := addState(ctx, t, dir); err != nil {
		return err
	}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, "corpus", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == "corpus":
			return fs.SkipAll
		case errors.Is(err, fs.ErrNotExist): // taken away meanwhile
			return nil
		case err != nil:
			return err
		case strings.HasPrefix(d.Name(), "."):
			return skip(d)
		case !d.Type().IsRegular():
			return nil
		}
		return addFile(t, root, name)
	})
	return errors.Join(err, t.Close(), z.Close())
}

// skip leaves out a hidden file, or a hidden folder with all in it.
func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// addState adds a consistent copy of state.db, if there is one.
func addState(ctx context.Context, t *tar.Writer, dir string) error {
	temp, err := os.CreateTemp("", "thiduabot-state-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	defer temp.Close()
	ctx, cancel := context.WithTimeout(ctx, snapshotWait)
	defer cancel()
	err = store.Snapshot(ctx, filepath.Join(dir, stateFile), temp)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	size, err := temp.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	if _, err := temp.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return addEntry(t, stateFile, size, temp)
}

func addFile(t *tar.Writer, root fs.FS, name string) error {
	b, err := fs.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return addEntry(t, name, int64(len(b)), strings.NewReader(string(b)))
}

func addEntry(t *tar.Writer, name string, size int64, r io.Reader) error {
	if err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: size, Format: tar.FormatPAX}); err != nil {
		return err
	}
	_, err := io.CopyN(t, r, size)
	return err
}

// stateFile is the name of the state in a data folder.
const stateFile = "state.db"

// Run puts a saved data folder back. The corpus that was there is kept beside
// as corpus.before-restore.
func (c *restoreCmd) Run(sh *shared, s *streams) error {
	if sh.Data == "" {
		return errNeedsData
	}
	if err := os.MkdirAll(sh.Data, 0o700); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	fresh, err := os.MkdirTemp(sh.Data, ".restore-*")
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	defer os.RemoveAll(fresh)
	if err := unpack(c.File, fresh); err != nil {
		return fmt.Errorf("restore %s: %w", c.File, err)
	}
	if err := settle(fresh, sh.Data); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	_, err = fmt.Fprintf(s.out, "restored %s from %s\n", sh.Data, c.File)
	return err
}

// unpack reads the whole file aside, so that a broken one changes nothing.
func unpack(file, dir string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("not a backup: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("broken backup: %w", err)
		}
		if err := unpackEntry(root, h, t); err != nil {
			return err
		}
	}
}

func unpackEntry(root *os.Root, h *tar.Header, r io.Reader) error {
	name := filepath.ToSlash(h.Name)
	if name != stateFile && !strings.HasPrefix(name, "corpus/") || h.Typeflag != tar.TypeReg {
		return fmt.Errorf("not a backup: it holds %q", h.Name)
	}
	if err := root.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Sync(), f.Close())
}

// settle moves what was unpacked into place: the state first, since it says
// whether a serve is running.
func settle(fresh, dir string) error {
	state, err := os.Open(filepath.Join(fresh, stateFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		defer state.Close()
		if err := store.Restore(filepath.Join(dir, stateFile), state); err != nil {
			return err
		}
	}
	now, before := filepath.Join(dir, "corpus"), filepath.Join(dir, "corpus.before-restore")
	if _, err := os.Stat(filepath.Join(fresh, "corpus")); err != nil {
		return nil
	}
	if err := os.RemoveAll(before); err != nil {
		return err
	}
	if err := os.Rename(now, before); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return errors.Join(os.Rename(filepath.Join(fresh, "corpus"), now), os.RemoveAll(filepath.Join(dir, "index")))
}
