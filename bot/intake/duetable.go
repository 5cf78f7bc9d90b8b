package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"thiduabot/corpus"
)

// Places in a data folder; the lock is the one that ingest takes.
const (
	dueFile  = "corpus/deadlines.csv"
	lockFile = "corpus/.lock"
)

// dueTable is the table of deadlines: its header, and everything else as it
// stands in the file, comments too.
type dueTable struct {
	header []string
	head   []byte
	rows   []dueRow
	tail   []byte // comments behind the last row
}

type dueRow struct {
	comment, raw []byte
	cells        []string
}

// editDueTable changes the table of a folder: whole or not at all, durably, and
// while no other process writes there.
func editDueTable(dir string, f func(*dueTable) error) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(filepath.Dir(dueFile), 0o700); err != nil {
		return err
	}
	lock, err := root.OpenFile(lockFile, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX); err != nil {
		return fmt.Errorf("lock the data folder: %w", err)
	}
	b, err := root.ReadFile(dueFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	t, err := readDueTable(b)
	if err != nil {
		return fmt.Errorf("%s: %w", dueFile, err)
	}
	if err := f(t); err != nil {
		return err
	}
	return replaceFile(root, dueFile, t.bytes())
}

// replaceFile puts a synced file in the place of another.
func replaceFile(root *os.Root, name string, b []byte) error {
	temp := name + ".new"
	f, err := root.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	if err := root.Rename(temp, name); err != nil {
		return err
	}
	dir, err := root.Open(filepath.Dir(name))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}

// readDueTable reads a table; an empty one gets the usual header.
func readDueTable(b []byte) (*dueTable, error) {
	if len(bytes.TrimSpace(b)) == 0 {
		b = []byte(strings.Join(corpus.DeadlineColumns, ",") + "\n")
	}
	if b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	r := csv.NewReader(bytes.NewReader(b))
	r.Comment, r.FieldsPerRecord, r.LazyQuotes = '#', -1, true
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	for _, need := range []string{"id", "what", "who", "due"} {
		if !slices.Contains(header, need) {
			return nil, fmt.Errorf("no column %q", need)
		}
	}
	t := &dueTable{header: header, head: b[:r.InputOffset()]}
	for {
		from := r.InputOffset()
		cells, err := r.Read()
		if err == io.EOF {
			t.tail = b[from:]
			return t, nil
		}
		if err != nil {
			return nil, err
		}
		raw := b[from:r.InputOffset()]
		n := commentLength(raw)
		t.rows = append(t.rows, dueRow{raw[:n], raw[n:], cells})
	}
}

// commentLength returns how many bytes of lines stand before a row.
func commentLength(b []byte) (n int) {
	for {
		line, _, more := bytes.Cut(b[n:], []byte("\n"))
		if !more || len(bytes.TrimSpace(line)) > 0 && line[0] != '#' {
			return n
		}
		n += len(line) + 1
	}
}

func (t *dueTable) bytes() []byte {
	out := slices.Clone(t.head)
	for _, r := range t.rows {
		out = append(append(out, r.comment...), r.raw...)
	}
	return append(out, t.tail...)
}

func (t *dueTable) cell(r dueRow, column string) string {
	if i := slices.Index(t.header, column); i >= 0 && i < len(r.cells) {
		return strings.TrimSpace(r.cells[i])
	}
	return ""
}

// take removes the rows of ids, comments stay, and returns them.
func (t *dueTable) take(ids []string) (taken []corpus.Deadline) {
	for i, r := range t.rows {
		if id := t.cell(r, "id"); id != "" && slices.Contains(ids, id) {
			taken = append(taken, t.deadline(r))
			t.rows[i].raw, t.rows[i].cells = nil, nil
		}
	}
	return taken
}

func (t *dueTable) deadline(r dueRow) corpus.Deadline {
	d := corpus.Deadline{
		ID: t.cell(r, "id"), Campaign: t.cell(r, "campaign"), What: t.cell(r, "what"), Who: t.cell(r, "who"),
		Due: t.cell(r, "due"), Indicator: t.cell(r, "indicator"),
	}
	for _, s := range strings.Split(t.cell(r, "days_before"), ";") {
		if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
			d.DaysBefore = append(d.DaysBefore, n)
		}
	}
	return d
}

// add writes rows at the end.
func (t *dueTable) add(list []corpus.Deadline) error {
	for _, d := range list {
		var days []string
		for _, n := range d.DaysBefore {
			days = append(days, strconv.Itoa(n))
		}
		cells := map[string]string{"id": d.ID, "campaign": d.Campaign, "what": d.What, "who": d.Who, "due": d.Due, "indicator": d.Indicator, "days_before": strings.Join(days, ";")}
		if len(days) > 0 && !slices.Contains(t.header, "days_before") {
			return errors.New(`no column "days_before"`)
		}
		var row []string
		for _, column := range t.header {
			row = append(row, strings.Join(strings.Fields(cells[column]), " "))
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := errors.Join(w.Write(guarded(row)), flushed(w)); err != nil {
			return err
		}
		t.rows = append(t.rows, dueRow{raw: b.Bytes(), cells: row})
	}
	return nil
}

// guarded keeps a row from being read as a comment.
func guarded(row []string) []string {
	row[0] = strings.TrimLeft(row[0], "#")
	return row
}

func flushed(w *csv.Writer) error {
	w.Flush()
	return w.Error()
}
