package ingest

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thiduabot/corpus"
)

func article(id, title, text string) Item {
	return Item{File: id + ".txt", Article: corpus.Article{ID: id, Title: title, Date: "2021-12-30", Kind: "news", Text: text}}
}

// revenue is a stand-in for extraction: one sure record, and a doubted one where
// the text asks for it.
func revenue(a corpus.Article) (sure, doubted []corpus.Record) {
	rec := corpus.Record{
		Name: "Thu ngân sách", Area: "Huyện Đông Khê", Period: corpus.YearOf(2021), Status: corpus.Actual,
		Quantity: corpus.Quantity{Value: new(float64(len(a.Text))), Unit: "tỷ đồng"},
	}
	if strings.Contains(a.Text, "ngờ") {
		rec.Doubt = "không rõ năm"
		return []corpus.Record{}, []corpus.Record{rec}
	}
	return []corpus.Record{rec}, nil
}

func runItems(t *testing.T, dir string, write bool, items ...Item) []Change {
	t.Helper()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var changes []Change
	err = Run(t.Context(), f, slices.Values(items), Options{Write: write, Records: revenue}, func(c Change) { changes = append(changes, c) })
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func states(changes []Change) string {
	var s []string
	for _, c := range changes {
		s = append(s, c.Article.ID+" "+string(c.State))
	}
	return strings.Join(s, ", ")
}

func TestRunPreviewWritesNothing(t *testing.T) {
	dir := t.TempDir()
	got := runItems(t, dir, false, article("a", "Một", "Đoạn."))
	if states(got) != "a new" || exists(dir, "corpus/articles/2021/a.md") {
		t.Errorf("got %s; article written: %v", states(got), exists(dir, "corpus/articles/2021/a.md"))
	}
}

func TestRunTwiceChangesNothing(t *testing.T) {
	dir := t.TempDir()
	items := []Item{article("a", "Một", "Đoạn."), article("b", "Hai", "Đoạn ngờ."), article("a", "Một", "Đoạn."), article("a", "Khác", "Khác.")}
	if got := states(runItems(t, dir, true, items...)); got != "a new, b new, a equal, a conflicting" {
		t.Errorf("first run: %s", got)
	}
	if !exists(dir, "corpus/records/a.csv") || exists(dir, "corpus/records/b.csv") {
		t.Error("the sure record was not written, or the doubted one was")
	}
	before := treeOf(t, dir)
	if got := states(runItems(t, dir, true, items...)); got != "a equal, b equal, a equal, a conflicting" {
		t.Errorf("second run: %s", got)
	}
	if after := treeOf(t, dir); after != before {
		t.Errorf("the folder changed:\n%s\n%s", before, after)
	}
}

func TestRunReplacingTakesOldRecordsAway(t *testing.T) {
	dir := t.TempDir()
	runItems(t, dir, true, article("a", "Một", "Đoạn."))
	later := article("a", "Một", "Đoạn ngờ.")
	later.Article.Date = "2022-01-05"
	if got := states(runItems(t, dir, true, later)); got != "a changed" {
		t.Errorf("got %s", got)
	}
	if exists(dir, "corpus/articles/2021/a.md") || !exists(dir, "corpus/articles/2022/a.md") || exists(dir, "corpus/records/a.csv") {
		t.Errorf("left behind:\n%s", treeOf(t, dir))
	}
}

func TestFolderRemoveAndRestore(t *testing.T) {
	dir := t.TempDir()
	runItems(t, dir, true, article("a", "Một", "Đoạn."))
	before := treeOf(t, dir)
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	saved, err := f.Saved("a")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Remove("a"); err != nil {
		t.Fatal(err)
	}
	if exists(dir, "corpus/articles/2021/a.md") || exists(dir, "corpus/records/a.csv") {
		t.Error("the article or its records are still there")
	}
	if err := f.Restore(saved); err != nil {
		t.Fatal(err)
	}
	if after := treeOf(t, dir); after != before {
		t.Errorf("restored:\n%s\nbefore:\n%s", after, before)
	}
	if err := f.Remove("../../etc/passwd"); err == nil {
		t.Error("an id with slashes was taken")
	}
}

func TestFolderNeverWritesThroughLinks(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "corpus"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "corpus/articles")); err != nil {
		t.Fatal(err)
	}
	f, err := OpenFolder(dir)
	if err == nil {
		err = Run(context.Background(), f, slices.Values([]Item{article("a", "Một", "Đoạn.")}), Options{Write: true}, func(Change) {})
		f.Close()
	}
	left, _ := os.ReadDir(outside)
	if err == nil || len(left) > 0 {
		t.Errorf("err = %v, files outside: %d", err, len(left))
	}
}

// TestFileInPlaceOfAFolderSaysSo holds for every user what the test below cannot
// show to root: a folder that cannot be written is said to be one.
func TestFileInPlaceOfAFolderSaysSo(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "corpus"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFolder(dir); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("err = %v, want one that names %s", err, dir)
	}
}

func TestReadOnlyFolderSaysSo(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFolder(dir); err == nil {
		t.Error("no error")
	}
}

func TestRecoverFinishesJournal(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	moves := []move{{to: "corpus/articles/2021/a.md", bytes: []byte("x")}, {to: "corpus/records/a.csv", bytes: []byte("y")}}
	if err := f.stage(moves); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := Recover(dir); err != nil {
		t.Fatal(err)
	}
	if !exists(dir, "corpus/articles/2021/a.md") || !exists(dir, "corpus/records/a.csv") || exists(dir, "corpus/.journal") || exists(dir, "corpus/.staging") {
		t.Errorf("after recovery:\n%s", treeOf(t, dir))
	}
}

func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

// treeOf returns every file of a folder with its content.
func treeOf(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(p)
		fmt.Fprintf(&b, "%s: %q\n", p, content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func numbered(from, n int, text string) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for i := from; i < from+n; i++ {
			if !yield(article(fmt.Sprintf("a%05d", i), fmt.Sprintf("Bài số %d", i), text)) {
				return
			}
		}
	}
}
