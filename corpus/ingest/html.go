package ingest

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"thiduabot/corpus"
)

// maxNodes is how many nodes of a page are looked at; a page beyond it is not
// an article.
const maxNodes = 200_000

// readHTML reads a saved page: its main text, title, date, author and address.
func readHTML(_ string, b []byte) (Item, error) {
	r, err := pageReader(b)
	if err != nil {
		return Item{}, ErrEncoding
	}
	doc, err := html.Parse(r)
	if err != nil {
		return Item{}, fmt.Errorf("read page: %w", err)
	}
	if n := countNodes(doc); n > maxNodes {
		return Item{}, fmt.Errorf("page of %d nodes; at most %d are read", n, maxNodes)
	}
	a := corpus.Article{Kind: "news", URL: canonical(doc)}
	page, err := readability.FromDocument(doc, baseURL(a.URL))
	if err != nil {
		return Item{}, fmt.Errorf("find the main text: %w", err)
	}
	var text strings.Builder
	if page.Node == nil {
		return Item{}, fmt.Errorf("no main text found")
	}
	if err := page.RenderText(&text); err != nil {
		return Item{}, fmt.Errorf("find the main text: %w", err)
	}
	a.Title, a.Author, a.Publisher = page.Title(), page.Byline(), page.SiteName()
	a.Text = fromLegacyLetters(paragraphs(text.String()))
	if t, err := page.PublishedTime(); err == nil {
		a.Date = t.In(corpus.Zone).Format("2006-01-02")
	} else {
		a.Date = dateIn(a.Text)
	}
	return Item{Article: a}, nil
}

// pageReader returns the page in UTF-8. What is valid UTF-8 is that, whatever
// the page says of itself; otherwise its own word counts.
func pageReader(b []byte) (io.Reader, error) {
	if utf8.Valid(b) && !looksUTF16(b, 0) && !looksUTF16(b, 1) {
		return bytes.NewReader(b), nil
	}
	if _, name, certain := charset.DetermineEncoding(b, "text/html"); !certain && name == "windows-1252" {
		if text, err := decodeText(b); err == nil {
			return strings.NewReader(text), nil
		}
	}
	return charset.NewReader(bytes.NewReader(b), "text/html")
}

func countNodes(n *html.Node) int {
	count := 0
	for range n.Descendants() {
		count++
	}
	return count
}

// canonical returns the page's own address, where it names one.
func canonical(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Data == "link" && attribute(n, "rel") == "canonical" {
			return webAddress(attribute(n, "href"))
		}
		if n.Data == "meta" && attribute(n, "property") == "og:url" {
			return webAddress(attribute(n, "content"))
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// webAddress returns an http or https address, and "" for anything else.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

func baseURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return &url.URL{Scheme: "http", Host: "localhost"}
	}
	return u
}
