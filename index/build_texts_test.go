package index

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"thiduabot/corpus"
	"thiduabot/index/madeup"
)

// TestIndexOfTheBuiltinCorpusIsSmall holds what the index may take on disk.
func TestIndexOfTheBuiltinCorpusIsSmall(t *testing.T) {
	const most = 40 << 20
	dir := t.TempDir()
	x, err := Open(context.Background(), OpenOptions{Data: dir, Builtin: corpus.Default()})
	must(t, err)
	defer x.Close()
	size := int64(0)
	must(t, fs.WalkDir(os.DirFS(filepath.Join(dir, indexDir)), ".", func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	}))
	if size == 0 || size > most {
		t.Errorf("the index takes %d bytes, at most %d are allowed", size, most)
	}
	t.Logf("%.1f MiB", float64(size)/(1<<20))
}

// TestTextsComeBackThroughGenerations reads articles that were packed with a
// dictionary, from the generation that made it, the next and one opened later.
func TestTextsComeBackThroughGenerations(t *testing.T) {
	o := newOffice(t)
	l := madeup.NewLanguage(500)
	for i := range sampleSize + 10 {
		a := l.Article(i)
		o.article(a.ID, a.Date, a.Title, a.Text)
	}
	check := func(x *Index) {
		t.Helper()
		v := x.current.Load()
		if dictionary, err := v.snap.GetInternal(dictionaryKey); err != nil || len(dictionary) == 0 {
			t.Errorf("the store has %d bytes of dictionary (%v)", len(dictionary), err)
		}
		for _, i := range []int{0, sampleSize - 1, sampleSize + 9} {
			want := l.Article(i)
			got, ok, err := x.article(context.Background(), want.ID, []string{Everything})
			if err != nil || !ok || got.Text != want.Text || got.Title != want.Title {
				t.Errorf("article %d came back as %q (%v, %v)", i, got.Title, ok, err)
			}
		}
	}
	x := o.open()
	check(x)
	o.article("Z1", "2021-05-05", "Tin mới", "Cống Vụng Rộc đã thông")
	must(t, x.Refresh(context.Background()))
	check(x)
	must(t, x.Close())
	x = o.open()
	check(x)
	if got := ids(t, x, Query{Text: "cống vụng rộc", Limit: 1}); got != "Z1" {
		t.Errorf("found %s", got)
	}
	if n := len(x.current.Load().parts); n > maxSegments {
		t.Error(fmt.Sprint(n, " segments"))
	}
}
