// Package madeup makes corpora of any size for measurements: words of one and two
// syllables by the spelling rules of Vietnamese, distributed by Zipf's law, in
// articles of a topic each, and questions that are answered by one of them. The
// same numbers give the same texts.
package madeup

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// articleWords is the number of syllables of an article.
const articleWords = 300

// Language is a made-up vocabulary, the most frequent words first.
type Language struct{ words []string }

// NewLanguage makes up a vocabulary of size words.
func NewLanguage(size int) *Language {
	r := rand.New(rand.NewPCG(7, 11))
	onsets := strings.Fields("b c ch d đ g h kh l m n ng nh ph qu s t th tr v x")
	rhymes := strings.Fields("a ai am an ang anh ao au ăm ăn ăng âm ân âng âu em en eo êm ên ênh êu oa oai oan om on ong ôi ôm ôn ông ơi ơm ơn u ua ui um un ung ưa ưng ươi ương ương")
	syllable := func() string {
		s := onsets[r.IntN(len(onsets))] + rhymes[r.IntN(len(rhymes))]
		return viet.PlaceTone(s, viet.Tone(r.IntN(6)))
	}
	l := &Language{}
	for len(l.words) < size {
		w := syllable()
		if len(l.words)%5 > 0 {
			w += " " + syllable()
		}
		l.words = append(l.words, w)
	}
	return l
}

// Article returns the article of a number: always the same one.
func (l *Language) Article(n int) corpus.Article {
	r := rand.New(rand.NewPCG(uint64(n), 3))
	common := rand.NewZipf(rand.New(rand.NewPCG(uint64(n), 5)), 1.1, 6, uint64(len(l.words)-1))
	topic := make([]string, 12)
	for i := range topic {
		topic[i] = l.words[r.IntN(len(l.words))]
	}
	var b strings.Builder
	for words := 0; words < articleWords; {
		w := l.words[common.Uint64()]
		if r.IntN(8) == 0 {
			w = topic[r.IntN(len(topic))]
		}
		b.WriteString(w)
		words += strings.Count(w, " ") + 1
		switch r.IntN(90) {
		case 0:
			b.WriteString(".\n\n")
		case 1, 2, 3, 4:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return corpus.Article{
		ID: fmt.Sprintf("N%06d", n), Title: strings.Join(topic[:3], " "), Kind: "news", Publisher: "Báo",
		Date: fmt.Sprintf("%d-%02d-%02d", 2005+n%20, 1+n%12, 1+n%28), Text: strings.TrimSpace(b.String()),
	}
}

// Question returns 4 to 14 words that follow each other in an article.
func (l *Language) Question(n, articles int) (text, id string) {
	r := rand.New(rand.NewPCG(uint64(n), 9))
	a := l.Article(r.IntN(articles))
	words := strings.Fields(strings.NewReplacer(".", " ").Replace(a.Text))
	k := 4 + r.IntN(11)
	at := r.IntN(len(words) - k)
	return strings.Join(words[at:at+k], " "), a.ID
}
