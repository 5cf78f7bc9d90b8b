package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

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

// processorTime returns what the process has used: on a machine that others use
// as well it says more than the clock.
func processorTime() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory returns the largest resident size of the process so far, in MiB.
func peakMemory() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kib := 0.0
	fmt.Sscan(rest, &kib)
	return kib / 1024
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
// that half and 99 of 100 of them took.
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
			var took []time.Duration
			found, i := 0, 0
			for b.Loop() {
				text, id := l.Question(i, scale())
				i++
				start := time.Now()
				hits := ask(Query{Text: form.damage(text, i), In: ArticlesOnly, Audiences: []string{Everything}})
				took = append(took, time.Since(start))
				if len(hits) > 0 && hits[0].ID == id {
					found++
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(found)/float64(len(took)), "first")
		})
	}
}

// BenchmarkSearchParallel asks on all processors and reports questions a second.
func BenchmarkSearchParallel(b *testing.B) {
	x, l := scaled(b, scale())
	start := time.Now()
	b.RunParallel(func(pb *testing.PB) {
		for i := rand.IntN(1000); pb.Next(); i++ {
			text, _ := l.Question(i, scale())
			form := typedForms[i%len(typedForms)]
			if _, err := x.Search(context.Background(), Query{Text: form.damage(text, i), In: ArticlesOnly, Audiences: []string{Everything}}); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "questions/s")
	runtime.KeepAlive(x)
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
