package render

import (
	"strings"

	"thiduabot/bot/message"
	"thiduabot/corpus"
)

// quoteLimit is how much of an article one message shows, in UTF-16 units.
const quoteLimit = 3000

// Article returns an article: title, source and its text in a quote that opens
// when touched.
func Article(a corpus.Article) []message.Part { return ArticleMarked(a, "") }

// ArticleMarked is Article with the words of query bold in the title; the
// paragraph that holds most of them stands above the quote.
func ArticleMarked(a corpus.Article, query string) []message.Part {
	parts := []message.Part{{Text: Line(a.Title), Style: message.Bold}, {Text: "\n"}}
	parts = append(parts, byline(a)...)
	if p := bestParagraph(a.Text, query); p != "" {
		parts = append(parts, message.Part{Text: "\n\n"})
		parts = append(parts, Mark(Short(p, 500), query)...)
	}
	if text := strings.TrimSpace(Clean(a.Text)); text != "" {
		parts = append(parts, message.Part{Text: "\n\n"}, message.Part{Text: Short(text, quoteLimit), Style: message.Quote})
	}
	return join(parts)
}

func byline(a corpus.Article) []message.Part {
	var said []string
	for _, s := range []string{Line(a.Publisher), Date(Line(a.Date))} {
		if s != "" {
			said = append(said, s)
		}
	}
	parts := []message.Part{{Text: strings.Join(said, " · ")}}
	if Web(a.URL) {
		parts = append(parts, message.Part{Text: " · "}, message.Part{Text: "Bản gốc", URL: a.URL})
	}
	return parts
}

// bestParagraph returns the paragraph with most of the query's words, of two
// paragraphs and more.
func bestParagraph(text, query string) string {
	paragraphs := strings.Split(Clean(text), "\n\n")
	if len(paragraphs) < 2 || query == "" {
		return ""
	}
	best, most := "", 0
	for _, p := range paragraphs {
		found := 0
		for _, part := range Mark(p, query) {
			if part.Style == message.Bold {
				found += len(strings.Fields(part.Text))
			}
		}
		if found > most {
			best, most = strings.TrimSpace(p), found
		}
	}
	return best
}

// Around returns what a text says around printed: the sentences of its n-th
// paragraph (from 1) from the one that holds printed on; "" if there is none.
func Around(text string, n int, printed string) string {
	paragraphs := strings.Split(strings.TrimSpace(Clean(text)), "\n\n")
	if n < 1 || n > len(paragraphs) {
		return ""
	}
	p := Line(paragraphs[n-1])
	at := strings.Index(p, Line(printed))
	if at <= 0 || printed == "" {
		return p
	}
	if begin := strings.LastIndex(p[:at], ". "); begin >= 0 {
		return "… " + p[begin+2:]
	}
	return p
}
