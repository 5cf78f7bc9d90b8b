package analysis

import (
	"slices"
	"strings"
	"testing"

	index "github.com/blevesearch/bleve_index_api"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Thu ngân sách năm 2021.":      "thu ngan sach nam 2021",
		"đạt 3.426,5 tỷ đồng (106,5%)": "dat 3.426,5 ti dong 106,5",
		"Nghị quyết số 06-NQ/TU":       "nghi quyet so 06 nq tu 06-nq/tu",
		"đạt 12/13 chỉ tiêu":           "dat 12 13 12/13 chi tieu",
		"KT-XH và GD&ĐT":               "kt xh kt-xh va gd dt gd&dt",
		"kinh tế-xã hội":               "kinh te xa hoi",
		"giai đoạn 2021-2025, cả nước": "giai doan 2021 2025 2021-2025 ca nuoc",
		"lúc 14h30 ngày 30/12/2021.":   "luc 14h30 ngay 30 12 2021 30/12/2021",
		"kỹ thuật, kĩ thuật":           "ki thuat ki thuat",
		"":                             "",
		"… – ? 👍":                      "",
	} {
		var r Reader
		var got []string
		r.Words(text, func(w Word) bool {
			got = append(got, w.Folded)
			return true
		})
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q has the words %q, want %q", text, s, want)
		}
	}
}

func TestWordsStopWhenTold(t *testing.T) {
	var r Reader
	n := 0
	r.Words("một hai ba", func(Word) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("%d words came, want 2", n)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"06-NQ/TU", "3.426,5", "a\u0323", "\xff-1", "1/", "--", "đ"} {
		f.Add(s)
	}
	var r Reader
	f.Fuzz(func(t *testing.T, s string) {
		last := -1
		r.Words(s, func(w Word) bool {
			if w.Start < 0 || w.End > len(s) || w.Start >= w.End {
				t.Fatalf("word %+v of %q", w, s)
			}
			if !w.Whole && w.Start < last {
				t.Fatalf("word %+v of %q begins before %d", w, s, last)
			}
			if !w.Whole {
				last = w.End
			}
			return true
		})
	})
}

func TestLengthClassIsNear(t *testing.T) {
	for n := range 5000 {
		class, ok := Class(LengthKey(n))
		if got := float64(ClassLength(class)); !ok || got < 0.85*float64(n)-1 || got > 1.15*float64(n)+1 {
			t.Fatalf("%d words are of class %d (%v), that is %v words", n, class, ok, got)
		}
	}
}

func TestDocumentFields(t *testing.T) {
	var r Reader
	d := r.Document(Content{ID: "x", Text: "muối muối muối muối trắng", Keys: []string{KindKey("article")}})
	terms := map[string][]string{}
	d.VisitFields(func(f index.Field) {
		for term := range f.AnalyzedTokenFrequencies() {
			terms[f.Name()] = append(terms[f.Name()], term)
		}
		slices.Sort(terms[f.Name()])
	})
	for name, want := range map[string]string{
		Once: "muoi trang", Twice: "muoi", Often: "muoi", Key: LengthKey(5) + " t:article",
	} {
		if got := strings.Join(terms[name], " "); got != want {
			t.Errorf("field %s has %q, want %q", name, got, want)
		}
	}
	if !slices.Contains(terms[Pairs], PairTerm("muoi", "trang")) || len(terms[Pairs]) != 2 {
		t.Errorf("pairs are %q", terms[Pairs])
	}
}

func BenchmarkDocument(b *testing.B) {
	text := strings.Repeat("Sản lượng muối của huyện Đông Khê năm 2021 đạt 1.200 tấn, tăng 3,5% so với cùng kỳ. ", 17)
	var r Reader
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Document(Content{ID: "x", Text: text})
	}
}
