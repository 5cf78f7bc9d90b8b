package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thiduabot/corpus"
	"thiduabot/index/madeup"
)

// officeRecords are the records that each article of an office brings, all of one
// home area, of things that no catalogue names.
const officeRecords = 5

// officeIndex returns an index of n made-up articles with their records, and the
// question for each record of every article by its name.
func officeIndex(b *testing.B, n int) (*Index, func(i int) string) {
	b.Helper()
	l := madeup.NewLanguage(20000)
	dir := b.TempDir()
	s, err := newStore(building(dir))
	must(b, err)
	must(b, s.fill(context.Background(), func(yield func(piece) error) error {
		for i := range n {
			a := l.Article(i)
			a.Areas = []string{"Xã Hải Vân Trung"}
			if err := yield(piece{article: a, records: recordsOfOffice(l, a, i)}); err != nil {
				return err
			}
		}
		return nil
	}))
	must(b, s.settle(context.Background()))
	must(b, s.Close())
	must(b, dropMerged(dir))
	must(b, manifest{Version: "scale", Sizes: map[string]int64{rootFile: 1}}.write(dir))
	g := generation{dir: dir}
	g.manifest, _ = readManifest(dir)
	tables := *corpus.Default()
	tables.Home = "Xã Hải Vân Trung"
	tables.Areas = append(slices.Clone(tables.Areas), corpus.Area{Name: tables.Home, Level: "commune"})
	v, err := g.open(&tables)
	must(b, err)
	x := &Index{}
	x.current.Store(v)
	b.Cleanup(func() { x.Close() })
	return x, func(i int) string {
		a := l.Article(i % n)
		r := recordsOfOffice(l, a, i%n)[i%officeRecords]
		return fmt.Sprintf("%s năm %s bao nhiêu", strings.ToLower(r.Name), r.Period)
	}
}

// recordsOfOffice makes the records of an article: named by words of its topic.
func recordsOfOffice(l *madeup.Language, a corpus.Article, n int) []corpus.Record {
	r := rand.New(rand.NewPCG(uint64(n), 17))
	words := strings.Fields(strings.ReplaceAll(a.Text, ".", ""))
	var out []corpus.Record
	for i := range officeRecords {
		at := r.IntN(len(words) - 4)
		name := "Số hộ " + strings.Join(words[at:at+4], " ")
		value := float64(r.IntN(900) + 10)
		period, _ := corpus.ParsePeriod(a.Date[:4])
		out = append(out, corpus.Record{
			Name: name, Area: "Xã Hải Vân Trung", Period: period, Status: corpus.Actual, Quantity: corpus.Quantity{Value: &value, Unit: "hộ"},
			Evidence: fmt.Sprintf("%s %v hộ (%d)", name, value, i),
			Source:   corpus.Source{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date},
		})
	}
	return out
}

// BenchmarkAnswerByWords asks for figures by the words of their names among the
// records of THIDUABOT_SCALE articles of one office, and reports which share of the
// questions it answered.
func BenchmarkAnswerByWords(b *testing.B) {
	x, question := officeIndex(b, scale())
	ask(b, x, Question{Text: question(0)})
	t := startTiming()
	answered, i := 0, 0
	for b.Loop() {
		i++
		t.begin()
		a := ask(b, x, Question{Text: question(i)})
		t.end()
		if a.Kind == Figure {
			answered++
		}
	}
	t.report(b)
	b.ReportMetric(float64(answered)/float64(i), "answered")
}
