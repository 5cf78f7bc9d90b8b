package bench

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"thiduabot/corpus"
	"thiduabot/corpus/viet/damage"
	"thiduabot/index"
	"thiduabot/index/madeup"
)

func articles() int {
	if n, err := strconv.Atoi(os.Getenv("BENCH_ARTICLES")); err == nil && n > 0 {
		return n
	}
	return 20000
}

// engine finds the best articles for a question.
type engine struct {
	name   string
	search func(question string) (ids []string, err error)
}

func bleve(b *testing.B, c *corpus.Corpus) engine {
	b.Helper()
	x, err := index.Build(context.Background(), c)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { x.Close() })
	return engine{"index", func(question string) (ids []string, err error) {
		hits, err := x.Search(context.Background(), index.Query{Text: question, In: index.ArticlesOnly, Audiences: []string{index.Everything}})
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		return ids, err
	}}
}

func fts5(b *testing.B, c *corpus.Corpus) engine {
	b.Helper()
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "fts5.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	if err := fill(db, c); err != nil {
		b.Fatal(err)
	}
	return engine{"fts5", func(question string) (ids []string, err error) {
		rows, err := db.Query(`SELECT id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles) LIMIT 10`, anyWord(question))
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		for rows.Next() {
			var id string
			if err := rows.Scan(&id); err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		return ids, rows.Err()
	}}
}

func fill(db *sql.DB, c *corpus.Corpus) error {
	_, err := db.Exec(`CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2")`)
	if err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing after Commit
	for i := range c.Articles {
		a := &c.Articles[i]
		if _, err := tx.Exec(`INSERT INTO articles VALUES (?, ?)`, a.ID, plainD(a.Title+"\n"+a.Text)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// anyWord asks for any of the words.
func anyWord(question string) string {
	words := strings.Fields(plainD(question))
	for i, w := range words {
		words[i] = `"` + strings.ReplaceAll(w, `"`, "") + `"`
	}
	return strings.Join(words, " OR ")
}

// plainD writes đ as d, which FTS5 takes for another letter.
func plainD(s string) string { return strings.NewReplacer("đ", "d", "Đ", "D").Replace(s) }

// BenchmarkEngines asks both engines the same questions and reports the times
// that half and 99 of 100 of them took, and how often the right article is first.
func BenchmarkEngines(b *testing.B) {
	l := madeup.NewLanguage(20000)
	c := &corpus.Corpus{}
	for i := range articles() {
		c.Articles = append(c.Articles, l.Article(i))
	}
	forms := map[string]func(string) string{
		"clean": func(s string) string { return s }, "no-marks": damage.Strip, "telex": damage.Telex,
	}
	for _, e := range []engine{bleve(b, c), fts5(b, c)} {
		for _, form := range []string{"clean", "no-marks", "telex"} {
			b.Run(e.name+"/"+form, func(b *testing.B) { measure(b, e, l, forms[form]) })
		}
	}
}

func measure(b *testing.B, e engine, l *madeup.Language, form func(string) string) {
	if _, err := e.search("khởi động"); err != nil { // what is read once and kept
		b.Fatal(err)
	}
	var took []time.Duration
	first := 0
	for i := 0; b.Loop(); i++ {
		text, id := l.Question(i, articles())
		start := time.Now()
		ids, err := e.search(form(text))
		took = append(took, time.Since(start))
		if err != nil {
			b.Fatal(err)
		}
		if len(ids) > 0 && ids[0] == id {
			first++
		}
	}
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(took[len(took)/2]), "p50-ms")
	b.ReportMetric(ms(took[len(took)*99/100]), "p99-ms")
	b.ReportMetric(float64(first)/float64(len(took)), "first")
}
