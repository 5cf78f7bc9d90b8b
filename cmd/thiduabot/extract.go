package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/extract"
	"thiduabot/corpus/ingest"
)

type extractCmd struct {
	JSON bool   `name:"json" help:"Print article and records as JSON."`
	Date string `help:"Date of the article, where the file names none: 2021, 2021-12 or 2021-12-30."`
	File string `arg:"" help:"The article; '-' reads it from standard input."`
}

// extracted is the output of extract.
type extracted struct {
	Article extractedArticle    `json:"article"`
	Records []extract.Candidate `json:"records"`
}

// extractedArticle is the heading of the article. Text is given where offsets
// cannot be into the file itself.
type extractedArticle struct {
	Title     string   `json:"title"`
	Date      string   `json:"date"`
	Publisher string   `json:"publisher"`
	URL       string   `json:"url"`
	Areas     []string `json:"areas"`
	Text      string   `json:"text,omitempty"`
}

// Run prints the candidate records of one article.
func (c *extractCmd) Run(sh *shared, s *streams) error {
	name, b, err := c.readFile(s.in)
	if err != nil {
		return err
	}
	all, err := sh.load()
	if err != nil {
		return err
	}
	options := ingest.ReadOptions{Date: c.Date, Area: all.Home, Areas: all.AreasIn}
	out, err := extractFile(all, name, b, options)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.out, out)
	}
	return printCandidates(s.out, out)
}

func (c *extractCmd) readFile(in io.Reader) (string, []byte, error) {
	if c.File == "-" {
		b, err := io.ReadAll(io.LimitReader(in, maxArticle+1))
		return "standard input" + formatOf(b), b, err
	}
	info, err := os.Stat(c.File)
	if err == nil && info.IsDir() {
		err = fmt.Errorf("%s is a folder; name one file", c.File)
	}
	if err != nil {
		return "", nil, err
	}
	b, err := os.ReadFile(c.File)
	return c.File, b, err
}

// formatOf tells by its beginning in which format an article without a name is,
// as the ending of a file name; "" is plain text.
func formatOf(b []byte) string {
	head := bytes.TrimLeft(b[:min(len(b), 1024)], " \t\r\n\ufeff")
	lower := bytes.ToLower(head)
	switch {
	case bytes.HasPrefix(head, []byte("---\n")), bytes.HasPrefix(head, []byte("---\r\n")):
		return ".md"
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return ".html"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return ".pdf"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return ".docx"
	}
	return ""
}

// maxArticle is the longest article read, in bytes.
const maxArticle = 50 << 20

func extractFile(all *corpus.Corpus, name string, b []byte, o ingest.ReadOptions) (extracted, error) {
	var out extracted
	doc, err := ingest.ReadDocument(name, b, o)
	if err != nil {
		return out, fmt.Errorf("%s: %w", name, err)
	}
	a := doc.Article
	out.Article = extractedArticle{Title: a.Title, Date: a.Date, Publisher: a.Publisher, URL: a.URL, Areas: a.Areas}
	if out.Article.Areas == nil {
		out.Article.Areas = []string{}
	}
	if len(doc.Table) > 0 {
		out.Records = rowCandidates(all, a, doc.Table)
	} else {
		out.Records = extract.New(all).Records(a)
	}
	if out.Records == nil {
		out.Records = []extract.Candidate{}
	}
	if !doc.InFile {
		out.Article.Text = a.Text
		return out, nil
	}
	for i := range out.Records {
		out.Records[i].Start += doc.Offset
		out.Records[i].End += doc.Offset
	}
	return out, nil
}

// rowCandidates places the records of a sheet in the text of its rows.
func rowCandidates(all *corpus.Corpus, a corpus.Article, records []corpus.Record) []extract.Candidate {
	var out []extract.Candidate
	from := 0
	for _, r := range records {
		all.Resolve(&r)
		r.Source = a.Source()
		at := strings.Index(a.Text[from:], r.Evidence)
		if at < 0 {
			from, at = 0, strings.Index(a.Text, r.Evidence)
		}
		if at < 0 { // words that the sheet gives for evidence itself
			out = append(out, extract.Candidate{Record: r})
			continue
		}
		from += at
		r.Source.Paragraph = 1 + strings.Count(a.Text[:from], "\n\n")
		out = append(out, extract.Candidate{Record: r, Start: from, End: from + len(r.Evidence)})
	}
	return out
}

func printCandidates(w io.Writer, out extracted) error {
	fmt.Fprintf(w, "%s (%s)\n", out.Article.Title, out.Article.Date)
	for _, r := range out.Records {
		fmt.Fprintf(w, "- %s\n  %q\n", describe(r.Record), r.Evidence)
	}
	if len(out.Records) == 0 {
		_, err := fmt.Fprintln(w, "no record found")
		return err
	}
	return nil
}

var errNothingTaken = errors.New("nothing could be taken in")
