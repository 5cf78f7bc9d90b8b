package ingest

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"net/url"
	"regexp"
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
	date, publisher := printedTime(doc), publisherIn(doc)
	page, err := readability.FromDocument(doc, baseURL(a.URL))
	if err != nil {
		return Item{}, fmt.Errorf("find the main text: %w", err)
	}
	var text strings.Builder
	if page.Node == nil {
		return Item{}, fmt.Errorf("no main text found")
	}
	spellTables(page.Node)
	if err := page.RenderText(&text); err != nil {
		return Item{}, fmt.Errorf("find the main text: %w", err)
	}
	a.Title, a.Author, a.Publisher = page.Title(), page.Byline(), page.SiteName()
	a.Text = fromLegacyLetters(paragraphs(text.String()))
	if t, err := page.PublishedTime(); err == nil {
		a.Date = t.In(corpus.Zone).Format("2006-01-02")
	}
	a.Date, a.Publisher = cmp.Or(a.Date, date, dateIn(a.Text)), cmp.Or(a.Publisher, publisher)
	return Item{Article: a}, nil
}

// dayAndClock is the time of publication as newspapers print it: a day beside a
// clock time, in either order.
var dayAndClock = regexp.MustCompile(`\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})[\s,|-]+\d{1,2}[:hg]\d{2}|\b\d{1,2}[:hg]\d{2}'?[\s,|-]+(?:(?i:thứ \S+|chủ nhật|ngày)[\s,-]*)*(\d{1,2})[/-](\d{1,2})[/-](\d{4})`)

// printedTime returns the first date of publication printed in the page, or "".
func printedTime(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || n.Parent != nil && (n.Parent.Data == "script" || n.Parent.Data == "style") {
			continue
		}
		m := dayAndClock.FindStringSubmatch(fromLegacyLetters(n.Data))
		if m == nil {
			continue
		}
		date := fmt.Sprintf("%s-%02s-%02s", m[3]+m[6], m[2]+m[5], m[1]+m[4])
		if p, err := corpus.ParsePeriod(date); err == nil && p.Kind == corpus.Day {
			return date
		}
	}
	return ""
}

// publisherIn returns the newspaper or authority that the page's title ends in.
func publisherIn(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.Data != "title" || n.FirstChild == nil {
			continue
		}
		title := fromLegacyLetters(strings.TrimSpace(n.FirstChild.Data))
		i := max(strings.LastIndex(title, " - "), strings.LastIndex(title, " | "), strings.LastIndex(title, " – "))
		if i < 0 {
			return ""
		}
		_, name, _ := strings.Cut(strings.TrimSpace(title[i+1:]), " ")
		for _, word := range []string{"Báo ", "Đài ", "Cổng ", "Tạp chí ", "Trang "} {
			if strings.HasPrefix(name, word) && len(name) < 100 {
				return name
			}
		}
		return ""
	}
	return ""
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
