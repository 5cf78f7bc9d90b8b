package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkWriteBatch writes batches of new articles of 300 words with a file of
// records each; one operation is one article.
func BenchmarkWriteBatch(b *testing.B) {
	text := strings.Repeat("Năm 2021, huyện Đông Khê thu ngân sách ước đạt 215 tỷ đồng. ", 25)
	f, err := OpenFolder(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	n := 0
	for b.Loop() {
		if n++; n%batchSize != 0 {
			continue
		}
		err := Run(b.Context(), f, numbered(n, batchSize, text), Options{Write: true, Records: revenue}, func(Change) {})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkReadJSONLines reads a .jsonl of articles of 300 words; one operation
// is one article.
func BenchmarkReadJSONLines(b *testing.B) {
	text := strings.Repeat("Năm 2021, huyện Đông Khê thu ngân sách ước đạt 215 tỷ đồng. ", 25)
	line := fmt.Sprintf(`{"id":"a","title":"Bài","date":"2021-12-30","text":%q}`+"\n", text)
	lines := []byte(strings.Repeat(line, 100))
	n := 0
	for b.Loop() {
		if n++; n%100 != 0 {
			continue
		}
		for item := range jsonLines("a.jsonl", lines, ReadOptions{}) {
			if item.Err != nil {
				b.Fatal(item.Err)
			}
		}
	}
}

// BenchmarkReadPDF reads a page with a table of ruled cells.
func BenchmarkReadPDF(b *testing.B) {
	file := ruledPDF()
	for b.Loop() {
		if item := Bytes("a.pdf", file, ReadOptions{Date: "2021"})[0]; item.Err != nil {
			b.Fatal(item.Err)
		}
	}
}
