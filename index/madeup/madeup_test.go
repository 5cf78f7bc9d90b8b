package madeup

import (
	"strings"
	"testing"
)

func TestSameNumberSameText(t *testing.T) {
	a, b := NewLanguage(500).Article(7), NewLanguage(500).Article(7)
	if a.Text != b.Text || a.ID != "N000007" {
		t.Error("article 7 is not always the same")
	}
	if n := len(strings.Fields(a.Text)); n < articleWords || n > articleWords+2 {
		t.Errorf("article of %d words, want %d", n, articleWords)
	}
}

func TestQuestionStandsInItsArticle(t *testing.T) {
	l := NewLanguage(500)
	for i := range 20 {
		text, id := l.Question(i, 10)
		if n := len(strings.Fields(text)); n < 4 || n > 14 {
			t.Errorf("question of %d words", n)
		}
		found := false
		for k := range 10 {
			a := l.Article(k)
			words := strings.Join(strings.Fields(strings.ReplaceAll(a.Text, ".", " ")), " ")
			found = found || a.ID == id && strings.Contains(words, text)
		}
		if !found {
			t.Errorf("%q does not stand in %s", text, id)
		}
	}
}
