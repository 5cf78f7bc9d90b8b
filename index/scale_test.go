package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet/damage"
	"thiduabot/index/madeup"
)

// The corpora of the benchmarks are made up (see madeup). THIDUABOT_SCALE is the number of articles, 100,000 for the figures
// that are published.
const usualScale = 2000

func scale() int {
	if n, err := strconv.Atoi(os.Getenv("THIDUABOT_SCALE")); err == nil && n > 0 {
		return n
	}
	return usualScale
}

// scaledDir is where the index of n made-up articles is kept between runs.
func scaledDir(n int) string {
	return filepath.Join(os.TempDir(), fmt.Sprintf("thiduabot-scale-%d-%d", formatVersion, n))
}

// scaled returns an index of n made-up articles on disk, built if it is not yet
// there.
func scaled(b *testing.B, n int) (*Index, *madeup.Language) {
	b.Helper()
	l := madeup.NewLanguage(20000)
	dir := scaledDir(n)
	g := generation{dir: dir}
	if _, err := os.Stat(filepath.Join(dir, manifestFile)); err != nil {
		buildScaled(b, l, dir, n)
	}
	g.manifest, _ = readManifest(dir)
	v, err := g.open(&corpus.Corpus{})
	if err != nil {
		b.Fatal(err)
	}
	x := &Index{}
	x.current.Store(v)
	b.Cleanup(func() { x.Close() })
	return x, l
}

func buildScaled(b *testing.B, l *madeup.Language, dir string, n int) {
	b.Helper()
	if err := os.RemoveAll(dir); err != nil {
		b.Fatal(err)
	}
	s, err := newStore(building(dir))
	if err != nil {
		b.Fatal(err)
	}
	err = s.fill(context.Background(), func(yield func(piece) error) error {
		for i := range n {
			if err := yield(piece{article: l.Article(i)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = s.settle(context.Background())
	}
	if err = errors.Join(err, s.Close(), dropMerged(dir)); err != nil {
		b.Fatal(err)
	}
	if err := (manifest{Version: "scale", Sizes: map[string]int64{rootFile: 1}}).write(dir); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkBuild makes an index on disk and reports articles a second, the size
// on disk, and the most memory the process ever had.
func BenchmarkBuild(b *testing.B) {
	n := scale()
	l := madeup.NewLanguage(20000)
	for b.Loop() {
		dir := b.TempDir()
		start, busy := time.Now(), processorTime()
		buildScaled(b, l, dir, n)
		b.ReportMetric(float64(n)/time.Since(start).Seconds(), "articles/s")
		b.ReportMetric((processorTime() - busy).Seconds(), "cpu-s")
		size := int64(0)
		files, _ := filepath.Glob(filepath.Join(dir, "*"))
		segments := 0
		for _, f := range files {
			if info, err := os.Stat(f); err == nil {
				size += info.Size()
			}
			if strings.HasSuffix(f, ".zap") {
				segments++
			}
		}
		b.ReportMetric(float64(size)/(1<<20), "MiB-disk")
		b.ReportMetric(float64(segments), "segments")
		b.ReportMetric(peakMemory(), "MiB-peak")
	}
}

func BenchmarkOpen(b *testing.B) {
	scaled(b, scale())
	dir := scaledDir(scale())
	for b.Loop() {
		v, err := generation{dir: dir}.open(&corpus.Corpus{})
		if err != nil {
			b.Fatal(err)
		}
		if err := v.words.load(v); err != nil {
			b.Fatal(err)
		}
		v.release()
	}
}

// BenchmarkSearch asks questions typed in several ways and reports the times
// that half and 99 of 100 of them took (see timing).
func BenchmarkSearch(b *testing.B) {
	x, l := scaled(b, scale())
	ask := func(q Query) []Hit {
		hits, err := x.Search(context.Background(), q)
		if err != nil {
			b.Fatal(err)
		}
		return hits
	}
	ask(Query{Text: "khởi động"})
	for _, form := range typedForms {
		b.Run(form.name, func(b *testing.B) {
			t := startTiming()
			found, i := 0, 0
			for b.Loop() {
				text, id := l.Question(i, scale())
				q := Query{Text: form.damage(text, i), In: ArticlesOnly, Audiences: []string{Everything}}
				i++
				t.begin()
				hits := ask(q)
				t.end()
				if len(hits) > 0 && hits[0].ID == id {
					found++
				}
			}
			t.report(b)
			b.ReportMetric(float64(found)/float64(i), "first")
		})
	}
}

// BenchmarkSearchParallel asks on all processors, in all forms.
func BenchmarkSearchParallel(b *testing.B) {
	x, l := scaled(b, scale())
	queries := make([]Query, 600)
	for i := range queries {
		text, _ := l.Question(i, scale())
		queries[i] = Query{Text: typedForms[i%len(typedForms)].damage(text, i), In: ArticlesOnly, Audiences: []string{Everything}}
	}
	parallel(b, func(i int) error {
		_, err := x.Search(context.Background(), queries[i%len(queries)])
		return err
	})
}

// parallel asks on all processors and reports the timing of all.
func parallel(b *testing.B, ask func(i int) error) {
	all := startTiming()
	var next atomic.Int64
	b.RunParallel(func(pb *testing.PB) {
		t := startTiming()
		for pb.Next() {
			t.begin()
			if err := ask(int(next.Add(1))); err != nil {
				b.Error(err)
				return
			}
			t.end()
		}
		all.join(t)
	})
	all.report(b)
}

// typedForm is a way in which a question arrives.
type typedForm struct {
	name   string
	damage func(s string, seed int) string
}

var typedForms = []typedForm{
	{"clean", func(s string, _ int) string { return s }},
	{"no-marks", func(s string, _ int) string { return damage.Strip(s) }},
	{"typo", func(s string, seed int) string { return damage.Typos(s, uint64(seed), 0.25) }},
	{"no-marks-typo", func(s string, seed int) string { return damage.Typos(damage.Strip(s), uint64(seed), 0.25) }},
	{"telex", func(s string, _ int) string { return damage.Telex(s) }},
	{"nfd", func(s string, _ int) string { return damage.NFD(s) }},
}

// BenchmarkBuiltin measures what a cold process pays for, and a warm one.
func BenchmarkBuiltin(b *testing.B) {
	c := corpus.Default()
	build := func(b *testing.B) *Index {
		x, err := Build(context.Background(), c)
		if err != nil {
			b.Fatal(err)
		}
		return x
	}
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			build(b).Close()
		}
	})
	x := build(b)
	defer x.Close()
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.Search(context.Background(), Query{Text: "hội nghị tổng kết thi đua 2021", Audiences: []string{Everything}}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			if _, err := x.recordsOf(context.Background(), recordFilter{Sources: []string{"S001"}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
