package index

import (
	"context"
	"strings"
	"testing"

	"thiduabot/corpus"
)

func TestAnswersWithoutCorpus(t *testing.T) {
	x := builtinIndex(t)
	tests := []struct{ text, holds string }{
		{"hôm nay thứ mấy", "Hôm nay là Chủ nhật, ngày 22/11/2026."},
		{"mai là thứ mấy vậy", "Ngày mai là thứ Hai, ngày 23/11/2026."},
		{"bây giờ mấy giờ rồi", "Bây giờ là 8 giờ 00"},
		{"trang sau", "bấm nút"},
	}
	for _, tt := range tests {
		if a := ask(t, x, Question{Text: tt.text}); a.Kind != Smalltalk || !strings.Contains(a.Text, tt.holds) {
			t.Errorf("%q: %s %q, want %q", tt.text, a.Kind, a.Text, tt.holds)
		}
	}
	if a := ask(t, x, Question{Text: "hôm nay thu ngân sách được mấy tỷ"}); a.Kind == Smalltalk {
		t.Errorf("a question for a figure is taken for one for the day: %q", a.Text)
	}
}

// TestArticlesOfYear: those of the year named go before others; where there are
// none, what is near is called so.
func TestArticlesOfYear(t *testing.T) {
	of := func(id, date, title, text string) corpus.Article {
		return corpus.Article{ID: id, Date: date, Title: title, Text: text, Publisher: "Tin Huyện", Kind: "news"}
	}
	x, err := Build(context.Background(), corpus.Overlay(corpus.Default(), &corpus.Corpus{Articles: []corpus.Article{
		of("H1", "2031-03", "Lễ hội bơi trải", "Lễ hội bơi trải rộn ràng, đông hơn lễ hội bơi trải mọi năm."),
		of("H2", "2032-03", "Lễ hội bơi trải mở rộng", "Lễ hội bơi trải có thêm hai đội."),
		of("H3", "2032-04", "Chợ phiên", "Sau lễ hội bơi trải là chợ phiên."),
	}}))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	tests := []struct{ text, first, opens string }{
		{"tìm bài về lễ hội bơi trải năm 2031", "H1", "1. "},
		{"tìm bài về lễ hội bơi trải năm 2032", "H2", "1. "},
		{"tìm bài về lễ hội bơi trải năm 2033", "H1", "Tôi không tìm thấy bài nào của năm 2033"},
		{"tìm bài về lễ cưới tập thể bơi thuyền", "", "Tôi không tìm thấy"},
	}
	for _, tt := range tests {
		a := ask(t, x, Question{Text: tt.text})
		got := ""
		if len(a.Articles) > 0 {
			got = a.Articles[0].ID
		}
		if got != tt.first && !(tt.opens != "1. " && got != "") || !strings.HasPrefix(a.Text, tt.opens) {
			t.Errorf("%q: %q, %q; want %q opening with %q", tt.text, got, a.Text, tt.first, tt.opens)
		}
	}
}
