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

// scaledFolder returns a data folder of n made-up articles, kept between runs.
func scaledFolder(b *testing.B, n int) (dir string, l *madeup.Language) {
	b.Helper()
	dir = filepath.Join(os.TempDir(), fmt.Sprintf("thiduabot-folder-%d", n))
	l = madeup.NewLanguage(20000)
	if _, err := os.Stat(dir); err != nil {
		for i := range n {
			writeArticle(b, dir, l.Article(i))
		}
	}
	return dir, l
}

func openFolder(b *testing.B, dir string) *Index {
	b.Helper()
	x, err := Open(context.Background(), OpenOptions{Data: dir})
	if err != nil {
		b.Fatal(err)
	}
	return x
}

// BenchmarkFolder reports of a data folder, in milliseconds: opening it up to
// date, and finding an article written before.
func BenchmarkFolder(b *testing.B) {
	n := scale()
	dir, _ := scaledFolder(b, n)
	if err := os.RemoveAll(filepath.Join(dir, indexDir)); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	openFolder(b, dir).Close()
	first := time.Since(start)
	for b.Loop() {
		time.Sleep(2 * settleTime)
		openFolder(b, dir).Close()
		start := time.Now()
		x := openFolder(b, dir)
		again := time.Since(start)
		writeNews(b, dir)
		start = time.Now()
		if err := x.Refresh(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "update-ms")
		b.ReportMetric(float64(again.Microseconds())/1000, "open-ms")
		x.Close()
	}
	b.ReportMetric(float64(n)/first.Seconds(), "articles/s")
}

// BenchmarkSearchBesideUpdates asks a data folder alone, and while an article is
// written and taken in twice a second.
func BenchmarkSearchBesideUpdates(b *testing.B) {
	n := scale()
	dir, l := scaledFolder(b, n)
	x := openFolder(b, dir)
	defer x.Close()
	searching := func(b *testing.B) {
		t := startTiming()
		for i := 0; b.Loop(); i++ {
			text, _ := l.Question(i, n)
			q := Query{Text: typedForms[i%len(typedForms)].damage(text, i), In: ArticlesOnly, Audiences: []string{Everything}}
			t.begin()
			if _, err := x.Search(context.Background(), q); err != nil {
				b.Fatal(err)
			}
			t.end()
		}
		t.report(b)
	}
	b.Run("alone", searching)
	b.Run("updated", func(b *testing.B) {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan int)
		go func() { done <- updating(ctx, b, x, dir) }()
		searching(b)
		cancel()
		b.ReportMetric(float64(<-done), "updates")
	})
}

// updating writes articles and takes them in until ctx is done, and returns how
// many.
func updating(ctx context.Context, b *testing.B, x *Index, dir string) (n int) {
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return n
		case <-tick.C:
			writeNews(b, dir)
			if err := x.Refresh(context.Background()); err != nil {
				b.Error(err)
				return n
			}
			n++
		}
	}
}

func writeNews(b *testing.B, dir string) {
	b.Helper()
	writeArticle(b, dir, corpus.Article{
		ID: "Z1", Title: "Tin mới", Date: "2021-05-05", Publisher: "Báo", Kind: "news", Text: fmt.Sprint("Cống Vụng Rộc ", time.Now().UnixNano()),
	})
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
