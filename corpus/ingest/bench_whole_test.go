package ingest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"thiduabot/corpus"
	"thiduabot/corpus/extract"
	"thiduabot/corpus/ingest"
)

// BenchmarkIngest takes 2,000 articles of about 300 words from a .jsonl into a new
// data folder, with the records that extraction finds in them: every second
// paragraph comes from the invented articles of the extractor, the others are such
// without their figures.
func BenchmarkIngest(b *testing.B) {
	const articles = 2000
	file := filepath.Join(b.TempDir(), "a.jsonl")
	if err := os.WriteFile(file, invented(b, articles), 0o600); err != nil {
		b.Fatal(err)
	}
	tables := corpus.Default()
	x := extract.New(tables)
	records := func(a corpus.Article) (sure, doubted []corpus.Record) {
		for _, r := range x.Records(a) {
			if r.Doubt == "" {
				sure = append(sure, r.Record)
			} else {
				doubted = append(doubted, r.Record)
			}
		}
		return sure, doubted
	}
	for b.Loop() {
		f, err := ingest.OpenFolder(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		taken := 0
		err = ingest.Run(b.Context(), f, ingest.Read([]string{file}, ingest.ReadOptions{Area: tables.Home, Areas: tables.AreasIn}),
			ingest.Options{Write: true, Records: records}, func(ingest.Change) { taken++ })
		if err != nil || taken != articles {
			b.Fatalf("%d taken in: %v", taken, err)
		}
		f.Close()
	}
	b.ReportMetric(articles*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// invented makes up the lines of a .jsonl.
func invented(b *testing.B, n int) []byte {
	figures := regexp.MustCompile(`\d[\d.,]*`)
	var said []string
	files, err := filepath.Glob("../extract/testdata/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range strings.Split(string(text), "\n\n") {
			if p, _, _ = strings.Cut(p, "\n---\n"); len(strings.Fields(p)) > 15 && !strings.HasPrefix(p, "===") {
				said = append(said, p)
			}
		}
	}
	var out []byte
	for i, at := 0, 0; i < n; i++ {
		var text []string
		for words := 0; words < 300; at++ {
			p := said[at*7%len(said)]
			if at%2 == 1 {
				p = figures.ReplaceAllString(p, "")
			}
			text = append(text, p)
			words += len(strings.Fields(p))
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("a%d", i), "title": "Tin kinh tế", "date": "2021-12-30", "text": strings.Join(text, "\n\n")})
		if err != nil {
			b.Fatal(err)
		}
		out = append(append(out, line...), '\n')
	}
	return out
}
