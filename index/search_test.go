package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus"
	"thiduabot/index/analysis"
	"thiduabot/index/madeup"
)

// library is an index of a few articles of an invented district.
func library(t testing.TB) *Index {
	t.Helper()
	article := func(id, date, title, text string) corpus.Article {
		return corpus.Article{ID: id, Title: title, Date: date, Publisher: "Báo Đông Khê", Kind: "news", Areas: []string{"Huyện Đông Khê"}, Text: text}
	}
	plan := article("P1", "2022-02", "Kế hoạch làm muối sạch năm 2022", "Kế hoạch số 06-KH/HU ngày 12/2/2022 của huyện ủy.\n\nHuyện phấn đấu 12/13 chỉ tiêu, sản lượng 3.426,5 tấn. Xã Bạch Sa làm điểm.")
	plan.Kind, plan.Publisher, plan.Areas = "plan", "Huyện ủy Đông Khê", []string{"Xã Bạch Sa"}
	c := &corpus.Corpus{Articles: []corpus.Article{
		article("A1", "2021-12-30", "Đông Khê được mùa muối", "Cánh đồng muối Bạch Sa được mùa nhất trong mười năm.\n\nGiá muối ổn định. Diêm dân phấn khởi vì thu nhập khá."),
		article("A2", "2022-03-01", "Khánh thành cầu Vọng Hải", "Cầu dài 320 m nối xã Hải Thanh với xã Hải Bình.\n\nÔng Phạm Văn Lãm, Chủ tịch UBND huyện, cắt băng khánh thành."),
		article("A3", "2022-03-01", "Khánh thành cầu Vọng Hải", "Cầu dài 320 m nối xã Hải Thanh với xã Hải Bình.\n\nÔng Phạm Văn Lãm, Chủ tịch UBND huyện, cắt băng khánh thành."),
		article("A4", "2020", "Muối và diêm dân", "Đồng muối cũ bỏ hoang, diêm dân chuyển nghề."),
		plan,
	}}
	value := 1200.0
	c.Records = []corpus.Record{{
		Indicator: "san-luong-muoi", Name: "Sản lượng muối", Area: "Huyện Đông Khê", Period: corpus.YearOf(2021), Status: corpus.Actual,
		Quantity: corpus.Quantity{Value: &value, Unit: "tấn", Printed: "1.200 tấn"}, Source: c.Articles[0].Source(), Evidence: "Sản lượng đạt 1.200 tấn.",
	}}
	x, err := Build(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func TestSearch(t *testing.T) {
	x := library(t)
	for _, row := range []struct {
		name  string
		query Query
		want  string
	}{
		{"with marks", Query{Text: "mùa muối Bạch Sa", In: ArticlesOnly, Limit: 1}, "A1"},
		{"without marks", Query{Text: "MUA MUOI BACH SA", In: ArticlesOnly, Limit: 1}, "A1"},
		{"raw Telex", Query{Text: "khasnh thafnh caafu", In: ArticlesOnly, Limit: 1}, "A2"},
		{"slip of the finger", Query{Text: "khánh thnàh cầu", In: ArticlesOnly, Limit: 1}, "A2"},
		{"equal texts by id", Query{Text: "cầu Vọng Hải", In: ArticlesOnly}, "A2 A3"},
		{"document number whole", Query{Text: "06-KH/HU", In: ArticlesOnly, Limit: 1}, "P1"},
		{"document number in parts", Query{Text: "kế hoạch 06", In: ArticlesOnly, Limit: 1}, "P1"},
		{"score", Query{Text: "12/13", In: ArticlesOnly, Limit: 1}, "P1"},
		{"grouped number", Query{Text: "3.426,5", In: ArticlesOnly}, "P1"},
		{"phrase", Query{Text: `"diêm dân chuyển nghề"`, In: ArticlesOnly}, "A4"},
		{"phrase not there", Query{Text: `"dân diêm chuyển"`, In: ArticlesOnly}, ""},
		{"phrase left open", Query{Text: `"chuyển nghề`, In: ArticlesOnly, Limit: 1}, "A4"},
		{"query syntax means nothing", Query{Text: `+title:muối -bạch^3 "`, In: ArticlesOnly, Limit: 1}, "A1"},
		{"nothing like it", Query{Text: "zzzz qqqq", In: ArticlesOnly}, ""},
		{"no words", Query{Text: " ?! 👍 "}, ""},
		{"area", Query{Text: "muối", In: ArticlesOnly, Filter: Filter{Area: "Xã Bạch Sa"}}, "P1"},
		{"kind", Query{Text: "muối", In: ArticlesOnly, Filter: Filter{Kind: "plan"}}, "P1"},
		{"publisher typed plainly", Query{Text: "muối", In: ArticlesOnly, Filter: Filter{Publisher: "huyen uy dong khe"}}, "P1"},
		{"from", Query{Text: "muối", In: ArticlesOnly, Filter: Filter{From: "2022-01-01"}}, "P1"},
		{"to, the day included", Query{Text: "muối mùa", In: ArticlesOnly, Limit: 1, Filter: Filter{From: "2021-12-30", To: "2021-12-30"}}, "A1"},
		{"a year may hold the day", Query{Text: "muối", In: ArticlesOnly, Filter: Filter{From: "2020-06-01", To: "2020-06-30"}}, "A4"},
		{"newest without words", Query{In: ArticlesOnly, Limit: 3, Filter: Filter{Newest: true}}, "A2 A3 P1"},
		{"newest of what fits", Query{Text: "diêm dân", In: ArticlesOnly, Filter: Filter{Newest: true}}, "A1 A4"},
		{"second page", Query{Text: "cầu Vọng Hải", In: ArticlesOnly, Offset: 1}, "A3"},
		{"past the end", Query{Text: "cầu Vọng Hải", In: ArticlesOnly, Offset: 50}, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := ids(t, x, row.query); got != row.want {
				t.Errorf("found %q, want %q", got, row.want)
			}
		})
	}
}

func TestSearchPassage(t *testing.T) {
	hits, err := library(t).Search(context.Background(), Query{Text: "ai cắt băng khánh thành", In: PassagesOnly})
	must(t, err)
	if len(hits) == 0 || hits[0].Paragraph != 2 || !strings.HasPrefix(hits[0].Snippet, "Ông Phạm Văn Lãm") || hits[0].Kind != passageKind {
		t.Errorf("best passage is %+v, want paragraph 2 with its sentence", hits)
	}
}

func TestSearchSnippetIsTheBestSentence(t *testing.T) {
	hits, err := library(t).Search(context.Background(), Query{Text: "thu nhập diêm dân khá", In: ArticlesOnly, Limit: 1})
	must(t, err)
	if len(hits) != 1 || hits[0].Snippet != "Diêm dân phấn khởi vì thu nhập khá." || hits[0].Paragraph != 2 {
		t.Errorf("hit is %+v", hits)
	}
}

func TestTextComesBackAsPrinted(t *testing.T) {
	printed := "Chủ tịch nói: “Muối hoà Bạch Sa – niềm tự hào”.\nLễ\u00a0hội\u200b mở."
	x, err := Build(context.Background(), &corpus.Corpus{Articles: []corpus.Article{{ID: "Q", Title: "Lễ", Date: "2021", Text: norm.NFD.String(printed)}}})
	must(t, err)
	defer x.Close()
	const want = "Chủ tịch nói: “Muối hoà Bạch Sa – niềm tự hào”. Lễ hội mở."
	if a, _, err := x.article(context.Background(), "Q", nil); err != nil || a.Text != want {
		t.Errorf("text %q (%v), want %q", a.Text, err, want)
	}
	hits, err := x.Search(context.Background(), Query{Text: "muối hòa", Explain: true})
	must(t, err)
	if len(hits) != 1 || !strings.Contains(hits[0].Snippet, "“Muối hoà") || strings.Contains(hits[0].Explain, "marks 0.00") {
		t.Errorf("hits %+v", hits)
	}
}

func TestSearchRecords(t *testing.T) {
	hits, err := library(t).Search(context.Background(), Query{Text: "san luong muoi dong khe 2021", In: RecordsOnly, Explain: true})
	must(t, err)
	if len(hits) != 1 || !strings.HasPrefix(hits[0].ID, "A1#") || hits[0].Kind != recordKind || !strings.Contains(hits[0].Explain, "words") {
		t.Errorf("hits are %+v", hits)
	}
}

// TestFrequentWordsMayWait shows that leaving frequent words to the exact scores
// of the best loses nothing.
func TestFrequentWordsMayWait(t *testing.T) {
	const articles, questions = 600, 150
	l := madeup.NewLanguage(3000)
	c := &corpus.Corpus{}
	for i := range articles {
		c.Articles = append(c.Articles, l.Article(i))
	}
	x, err := Build(context.Background(), c)
	must(t, err)
	defer x.Close()
	answer := func(share float64) (first int) {
		x.current.Load().frequent = share
		for i := range questions {
			text, id := l.Question(i, articles)
			if strings.HasPrefix(ids(t, x, Query{Text: text, In: ArticlesOnly, Limit: 1}), id) {
				first++
			}
		}
		return first
	}
	if all, pruned := answer(2), answer(frequent); pruned < all-1 || all < questions*9/10 {
		t.Errorf("%d of %d questions find their article first with all words, %d without the frequent ones", all, questions, pruned)
	}
}

// TestSetsAgreeWithALinearScan compares what the index says of words with what
// reading every text says.
func TestSetsAgreeWithALinearScan(t *testing.T) {
	c := rankCorpus()
	x, err := Build(context.Background(), c)
	must(t, err)
	defer x.Close()
	for _, word := range []string{"mam", "le", "duong", "ruoc", "2021", "de"} {
		var want []string
		for i := range c.Articles {
			if slices.Contains(wordsOf(c.Articles[i].Title+paragraphBreak+c.Articles[i].Text), word) {
				want = append(want, c.Articles[i].ID)
			}
		}
		got := strings.Fields(ids(t, x, Query{Text: `"` + word + `"`, In: ArticlesOnly, Limit: 1000}))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: index found %d, scan %d", word, len(got), len(want))
		}
	}
}

func wordsOf(text string) []string {
	var r analysis.Reader
	var words []string
	for _, p := range paragraphs(text) {
		r.Words(p, func(w analysis.Word) bool {
			words = append(words, w.Folded)
			return true
		})
	}
	return words
}

func TestLongArticleIsCutIntoLeaves(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "Đoạn số %d nói về %s.%s", i+1, strings.Repeat("việc thường ngày ", 30), paragraphBreak)
	}
	b.WriteString("Riêng đoạn này nói về cầu phao Bến Lội.")
	a := corpus.Article{ID: "L1", Title: "Báo cáo dài", Date: "2021", Text: b.String()}
	x, err := Build(context.Background(), &corpus.Corpus{Articles: []corpus.Article{a}})
	must(t, err)
	defer x.Close()
	hits, err := x.Search(context.Background(), Query{Text: "cầu phao Bến Lội", In: ArticlesOnly})
	must(t, err)
	if len(hits) != 1 || hits[0].Paragraph != 41 {
		t.Errorf("hits are %+v, want paragraph 41 once", hits)
	}
	whole, ok, err := x.article(context.Background(), "L1", nil)
	if err != nil || !ok || len(paragraphs(whole.Text)) != 41 {
		t.Errorf("article came back with %d paragraphs (%v, %v)", len(paragraphs(whole.Text)), ok, err)
	}
}

func TestSearchHostileText(t *testing.T) {
	x := library(t)
	for name, text := range map[string]string{
		"long":     strings.Repeat("ngân sách ", 10000),
		"one word": strings.Repeat("a", 100000),
		"quotes":   strings.Repeat(`"`, 4096),
		"marks":    "a" + strings.Repeat("\u0301", 4000),
		"bytes":    strings.Repeat("\xff\x00", 2000),
		"joiners":  strings.Repeat("1/", 2000),
	} {
		start := time.Now()
		_, err := x.Search(context.Background(), Query{Text: text})
		must(t, err)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func FuzzSearch(f *testing.F) {
	x := library(f)
	for _, s := range []string{"", "muối", `"cầu Vọng`, "06-NQ/TU", "\xff", "a\u0323\u0302", "12/13 chỉ tiêu", "+a:b -c~2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, in := range []In{All, PassagesOnly} {
			hits, err := x.Search(context.Background(), Query{Text: s, In: in, Explain: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				if !utf8.ValidString(h.Snippet) || h.Score < 0 {
					t.Fatalf("hit %+v", h)
				}
			}
		}
	})
}

// TestSearchWhileUpdating searches from several goroutines while articles come
// and go; every search sees a whole state.
func TestSearchWhileUpdating(t *testing.T) {
	o := newOffice(t)
	x := o.open()
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for ctx.Err() == nil {
				hits, err := x.Search(context.Background(), Query{Text: "cầu vọng hải muối", In: ArticlesOnly})
				if err != nil || len(hits) < 2 {
					t.Errorf("a search found %d articles (%v)", len(hits), err)
					return
				}
				if _, err := x.recordsOf(context.Background(), recordFilter{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i := range 8 {
		o.article(fmt.Sprintf("C%d", i), "2022-09-01", "Tin ngắn", "Muối lên giá.")
		must(t, x.Refresh(context.Background()))
	}
	cancel()
	wg.Wait()
	if got := len(strings.Fields(ids(t, x, Query{Text: "muối", In: ArticlesOnly, Limit: 20}))); got != 9 {
		t.Errorf("%d articles in the end, want 9", got)
	}
}
