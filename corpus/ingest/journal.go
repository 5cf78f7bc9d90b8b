package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Places of a batch that is being written.
const (
	stagingDir = "corpus/.staging"
	journal    = "corpus/.journal"
	lockFile   = "corpus/.lock"
)

// lockWait is how long a writer waits for another to end its batch.
const lockWait = 10 * time.Second

// ErrBusy says that another process has been writing for longer than lockWait.
var ErrBusy = errors.New("another process is writing into the data folder")

// move puts bytes at a path of the folder, or takes the file there away.
type move struct {
	to    string
	bytes []byte // nil: take away
}

// carryOut does all moves or none: the new files are written aside, synced and
// named in a journal, and only then moved into place.
func (f *Folder) carryOut(moves []move) error {
	return f.locked(func() error {
		if err := f.recover(); err != nil {
			return err
		}
		if err := f.stage(moves); err != nil {
			return errors.Join(fmt.Errorf("write: %w", err), f.root.RemoveAll(stagingDir))
		}
		return f.recover()
	})
}

// stage writes the files aside and then the journal, whose rename is the moment
// from which the batch counts.
func (f *Folder) stage(moves []move) error {
	if err := f.root.MkdirAll(stagingDir, 0o700); err != nil {
		return err
	}
	aside, err := f.root.OpenRoot(stagingDir)
	if err != nil {
		return err
	}
	defer aside.Close()
	var lines strings.Builder
	for i, m := range moves {
		staged := "-"
		if m.bytes != nil {
			staged = strconv.Itoa(i)
			if err := aside.WriteFile(staged, m.bytes, 0o600); err != nil {
				return err
			}
		}
		fmt.Fprintf(&lines, "%s\t%s\n", staged, m.to)
	}
	fmt.Fprintln(&lines, "end")
	if err := aside.WriteFile("journal", []byte(lines.String()), 0o600); err != nil {
		return err
	}
	if err := f.sync(); err != nil {
		return err
	}
	if err := f.root.Rename(stagingDir+"/journal", journal); err != nil {
		return err
	}
	return f.sync()
}

// recover finishes the batch that the journal names; without a journal it
// forgets what was written aside.
func (f *Folder) recover() error {
	b, err := f.root.ReadFile(journal)
	if errors.Is(err, fs.ErrNotExist) {
		return f.root.RemoveAll(stagingDir)
	}
	if err != nil {
		return err
	}
	made := map[string]bool{} // folders that are there
	lines := bufio.NewScanner(strings.NewReader(string(b)))
	for lines.Scan() {
		staged, to, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			break
		}
		if err := f.settle(staged, to, made); err != nil {
			return fmt.Errorf("finish an interrupted write: %w", err)
		}
	}
	if err := f.sync(); err != nil {
		return err
	}
	if err := f.root.Remove(journal); err != nil {
		return err
	}
	return f.root.RemoveAll(stagingDir)
}

// settle does one line of the journal; one done before is no error.
func (f *Folder) settle(staged, to string, made map[string]bool) error {
	if staged == "-" {
		return ignoreAbsent(f.root.Remove(to))
	}
	if dir := path.Dir(to); !made[dir] {
		if err := f.root.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		made[dir] = true
	}
	return ignoreAbsent(f.root.Rename(path.Join(stagingDir, staged), to))
}

func ignoreAbsent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// sync makes everything written so far outlast a power cut. One call for the
// file system is cheaper than one for each file of a batch.
func (f *Folder) sync() error {
	d, err := f.root.Open(".")
	if err != nil {
		return err
	}
	defer d.Close()
	return unix.Syncfs(int(d.Fd()))
}

// locked runs g while no other process writes.
func (f *Folder) locked(g func() error) error {
	l, err := f.root.OpenFile(lockFile, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer l.Close()
	for wait := time.Duration(0); ; wait += 20 * time.Millisecond {
		err := unix.Flock(int(l.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil {
			return g()
		}
		if !errors.Is(err, unix.EWOULDBLOCK) || wait >= lockWait {
			return errors.Join(ErrBusy, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Recover finishes what a killed process had begun to write into dir, if
// anything. Where another process is writing now, or dir cannot be written to,
// it leaves things as they are.
func Recover(dir string) error {
	if _, err := os.Lstat(path.Join(dir, journal)); err != nil {
		return nil
	}
	f, err := OpenFolder(dir)
	if err != nil {
		if errors.Is(err, ErrBusy) || errors.Is(err, fs.ErrPermission) {
			return nil
		}
		return err
	}
	return f.Close()
}
