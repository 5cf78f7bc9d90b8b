package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"thiduabot/corpus"
)

// inSegments returns a store on disk with a segment for each article.
func inSegments(t *testing.T, dir string, n int) *store {
	t.Helper()
	s, err := newStore(building(dir))
	must(t, err)
	b := newBatcher(s)
	for i := range n {
		must(t, b.article(context.Background(), &corpus.Article{ID: fmt.Sprint("A", i), Title: "Muối", Text: "Cánh đồng muối Bạch Sa"}))
		must(t, b.flush())
	}
	live, err := s.segments()
	must(t, err)
	if len(live) != n {
		t.Fatalf("%d segments for %d batches", len(live), n)
	}
	return s
}

func TestSettleLeavesOneSegment(t *testing.T) {
	dir := t.TempDir()
	s := inSegments(t, dir, 5)
	must(t, s.settle(context.Background()))
	must(t, s.Close())
	must(t, dropMerged(dir))
	files, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	must(t, err)
	if len(files) != 1 {
		t.Errorf("files of segments that are left: %v", files)
	}
	v, err := generation{dir: dir}.open(&corpus.Corpus{})
	must(t, err)
	defer v.release()
	if n := v.stats[articleKind].count; n != 5 {
		t.Errorf("%v articles are left of 5", n)
	}
}

// TestMergeThatFailsEnds takes the folder away, as a full disk would.
func TestMergeThatFailsEnds(t *testing.T) {
	dir := t.TempDir()
	s := inSegments(t, dir, 3)
	defer s.Close()
	must(t, os.RemoveAll(dir))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := s.settle(ctx); errors.Is(err, context.DeadlineExceeded) {
		t.Error("settling without a folder does not end")
	}
	live, err := s.segments()
	must(t, err)
	if len(live) != 3 {
		t.Errorf("%d segments are left of 3", len(live))
	}
}

func TestMergeStopsWithItsContext(t *testing.T) {
	s := inSegments(t, t.TempDir(), 3)
	defer s.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.settle(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("settling in a context that is done returned %v", err)
	}
}
