package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

type pair struct {
	A int    `json:"a"`
	B string `json:"b"`
}

var pairs = NewTable[pair]("pairs")

func openAt(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t *testing.T, s *Store, n int) {
	t.Helper()
	err := s.Update(func(tx *Tx) error { return pairs.Put(tx, Int(int64(n)), pair{n, "giá trị"}) })
	if err != nil {
		t.Fatal(err)
	}
}

func count(t *testing.T, s *Store) (n int) {
	t.Helper()
	s.View(func(tx *Tx) error {
		for range pairs.Range(tx, nil, nil) {
			n++
		}
		return nil
	})
	return n
}

func TestTableKeepsOrderAndReadsBack(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "state.db"))
	for _, n := range []int{3, -1, 0, 200} {
		put(t, s, n)
	}
	var got []int
	s.View(func(tx *Tx) error {
		for k, row := range pairs.Range(tx, Int(-5), Int(200)) {
			if IntOf(k) != int64(row.A) {
				t.Errorf("key %d of row %d", IntOf(k), row.A)
			}
			got = append(got, row.A)
		}
		return nil
	})
	if fmt.Sprint(got) != "[-1 0 3]" {
		t.Errorf("range: %v", got)
	}
}

func TestUpdateThatFailsKeepsNothing(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "state.db"))
	boom := errors.New("boom")
	err := s.Update(func(tx *Tx) error {
		pairs.Put(tx, Int(1), pair{})
		return boom
	})
	if !errors.Is(err, boom) || count(t, s) != 0 {
		t.Errorf("error %v, %d rows", err, count(t, s))
	}
}

func TestSecondOpenSaysLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	openAt(t, path)
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("second open: %v", err)
	}
}

func TestMigrationsRunOnceInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	var ran []string
	step := func(name string) migration {
		return func(tx *bbolt.Tx) error { ran = append(ran, name); return nil }
	}
	fail := func(*bbolt.Tx) error { return errors.New("no") }
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows := []struct {
		name  string
		steps []migration
		want  string
		bad   bool
	}{
		{"first version", []migration{step("1")}, "[1]", false},
		{"again", []migration{step("1")}, "[1]", false},
		{"a failing step changes nothing", []migration{step("1"), fail}, "[1]", true},
		{"upgrade by two", []migration{step("1"), step("2"), step("3")}, "[1 2 3]", false},
		{"older program", []migration{step("1")}, "[1 2 3]", true},
	}
	for _, r := range rows {
		err := migrate(db, r.steps)
		if (err != nil) != r.bad || fmt.Sprint(ran) != r.want {
			t.Errorf("%s: ran %v, error %v", r.name, ran, err)
		}
	}
	if err := migrate(db, nil); !errors.Is(err, ErrNewer) {
		t.Errorf("older program: %v", err)
	}
}

func TestFileWithoutVersionIsUpgraded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	db, _ := bbolt.Open(path, 0o600, nil)
	db.Update(func(tx *bbolt.Tx) error {
		return pairs.Put(&Tx{tx: tx}, Int(7), pair{7, "cũ"})
	})
	db.Close()
	s := openAt(t, path)
	if count(t, s) != 1 {
		t.Error("the row of the unnumbered file is gone")
	}
}

func TestSnapshotBesideTheHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thư mục [dài]", "state.db")
	os.MkdirAll(filepath.Dir(path), 0o700)
	s := openAt(t, path)
	put(t, s, 1)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	served := make(chan error, 1)
	go func() { served <- s.ServeSnapshots(ctx) }()
	var buf bytes.Buffer
	if err := Snapshot(ctx, path, &buf); err != nil {
		t.Fatal(err)
	}
	put(t, s, 2)
	other := filepath.Join(t.TempDir(), "copy.db")
	if err := Restore(other, &buf); err != nil {
		t.Fatal(err)
	}
	if n := count(t, openAt(t, other)); n != 1 {
		t.Errorf("copy has %d rows, want 1", n)
	}
	stop()
	if err := <-served; err != nil {
		t.Error(err)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(globQuote(path)), "*"))
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestSnapshotOfAClosedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	s := openAt(t, path)
	put(t, s, 1)
	s.Close()
	var buf bytes.Buffer
	if err := Snapshot(t.Context(), path, &buf); err != nil || buf.Len() == 0 {
		t.Errorf("%v, %d bytes", err, buf.Len())
	}
	if err := Snapshot(t.Context(), path+"x", &buf); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

// Two rows are always written together, so that a copy with one of them alone
// is a half-written state.
func TestSnapshotUnderLoadIsConsistent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	s := openAt(t, path)
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	var wg sync.WaitGroup
	wg.Go(func() { s.ServeSnapshots(ctx) })
	wg.Go(func() {
		for n := 0; ctx.Err() == nil; n += 2 {
			s.Update(func(tx *Tx) error {
				return errors.Join(pairs.Put(tx, Int(int64(n)), pair{A: n}), pairs.Put(tx, Int(int64(n+1)), pair{A: n + 1}))
			})
		}
	})
	for range 3 {
		var buf bytes.Buffer
		began := time.Now()
		if err := Snapshot(ctx, path, &buf); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d bytes in %v", buf.Len(), time.Since(began))
		other := filepath.Join(t.TempDir(), "copy.db")
		if err := Restore(other, &buf); err != nil {
			t.Fatal(err)
		}
		if n := count(t, openAt(t, other)); n%2 != 0 {
			t.Errorf("%d rows", n)
		}
	}
	stop()
	wg.Wait()
}

func TestOpenWhereNothingCanBeWritten(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "không có", "state.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("open: %v", err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	s := openAt(t, path)
	put(t, s, 1)
	var whole bytes.Buffer
	if err := s.Backup(&whole); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, bytes.NewReader(whole.Bytes())); !errors.Is(err, ErrLocked) {
		t.Errorf("held file: %v", err)
	}
	s.Close()
	if err := Restore(path, bytes.NewReader(whole.Bytes()[:4000])); err == nil {
		t.Error("a cut file was taken")
	}
	if err := Restore(path, bytes.NewReader([]byte("không phải"))); err == nil {
		t.Error("a foreign file was taken")
	}
	if err := Restore(path, &whole); err != nil {
		t.Error(err)
	}
	if n := count(t, openAt(t, path)); n != 1 {
		t.Errorf("%d rows after restoring", n)
	}
}

func TestSignalComesAfterCommitOnly(t *testing.T) {
	s, err := OpenTemp()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	woken, end := s.Watch("x")
	defer end()
	s.Update(func(tx *Tx) error { tx.Signal("x"); return errors.New("no") })
	select {
	case <-woken:
		t.Error("woken by a transaction that failed")
	default:
	}
	s.Update(func(tx *Tx) error { tx.Signal("x"); return nil })
	select {
	case <-woken:
	default:
		t.Error("not woken")
	}
}

func TestBatchKeepsAllButTheFailing(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "state.db"))
	var wg sync.WaitGroup
	for n := range 200 {
		wg.Go(func() {
			err := s.Batch(func(tx *Tx) error {
				if err := pairs.Put(tx, Int(int64(n)), pair{A: n}); err != nil || n%10 != 7 {
					return err
				}
				return errors.New("no")
			})
			if (err != nil) != (n%10 == 7) {
				t.Errorf("%d: %v", n, err)
			}
		})
	}
	wg.Wait()
	if got := count(t, s); got != 180 {
		t.Errorf("%d rows", got)
	}
}

func BenchmarkBatchOfSixteen(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "state.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.SetParallelism(8)
	var n atomic.Int64
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			s.Batch(func(tx *Tx) error { return pairs.Put(tx, Int(n.Add(1)), pair{}) })
		}
	})
}

func BenchmarkUpdate(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "state.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	n := 0
	for b.Loop() {
		n++
		s.Update(func(tx *Tx) error { return pairs.Put(tx, Int(int64(n)), pair{n, "x"}) })
	}
}
