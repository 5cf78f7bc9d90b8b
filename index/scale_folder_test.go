package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/index/madeup"
)

// BenchmarkFolder writes a data folder of made-up articles and reports, in
// milliseconds: opening it up to date, and finding an article written before.
func BenchmarkFolder(b *testing.B) {
	n := scale()
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("thiduabot-folder-%d", n))
	l := madeup.NewLanguage(20000)
	if _, err := os.Stat(dir); err != nil {
		for i := range n {
			writeArticle(b, dir, l.Article(i))
		}
	}
	open := func() (*Index, time.Duration) {
		start := time.Now()
		x, err := Open(context.Background(), OpenOptions{Data: dir})
		if err != nil {
			b.Fatal(err)
		}
		return x, time.Since(start)
	}
	if err := os.RemoveAll(filepath.Join(dir, indexDir)); err != nil {
		b.Fatal(err)
	}
	x, first := open()
	x.Close()
	for b.Loop() {
		time.Sleep(2 * settleTime)
		x, _ = open()
		x.Close()
		x, again := open()
		writeArticle(b, dir, corpus.Article{ID: "Z1", Title: "Tin mới", Date: "2021-05-05", Publisher: "Báo", Kind: "news", Text: fmt.Sprint("Cống Vụng Rộc ", time.Now().UnixNano())})
		start := time.Now()
		if err := x.Refresh(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "update-ms")
		b.ReportMetric(float64(again.Microseconds())/1000, "open-ms")
		x.Close()
	}
	b.ReportMetric(float64(n)/first.Seconds(), "articles/s")
}

func writeArticle(b *testing.B, dir string, a corpus.Article) {
	b.Helper()
	name := filepath.Join(dir, articlesDir, a.Date[:4], a.ID+".md")
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name+".tmp", corpus.FormatArticle(a), 0o600); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(name+".tmp", name); err != nil {
		b.Fatal(err)
	}
}
