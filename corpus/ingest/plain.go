package ingest

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"thiduabot/corpus"
)

// dated is the first line of a plain article: " date 2021-12 The title".
var dated = regexp.MustCompile(`^\s*date\s+(\d{4}(?:-\d{2}(?:-\d{2})?)?)\s+(\S.*)$`)

// readPlain reads plain text: a dated first line, or a title, then paragraphs.
func readPlain(_ string, b []byte) (Item, error) {
	text, err := decodeText(b)
	if err != nil {
		return Item{}, err
	}
	first, rest, _ := strings.Cut(strings.TrimLeft(newlines(text), "\n\ufeff"), "\n")
	a := corpus.Article{Kind: "news"}
	if m := dated.FindStringSubmatch(first); m != nil {
		a.Date, a.Title = m[1], m[2]
	} else {
		a.Title = first
	}
	a.Text = paragraphs(rest)
	if a.Date == "" {
		a.Date = dateIn(a.Text)
	}
	return Item{Article: a}, nil
}

// readMarkdown reads Markdown with front matter; without it, as plain text.
func readMarkdown(name string, b []byte) (Item, error) {
	text, err := decodeText(b)
	if err != nil {
		return Item{}, err
	}
	if !strings.HasPrefix(strings.TrimLeft(text, " \r\n\ufeff"), "---") {
		item, err := readPlain(name, b)
		item.Article.Title = strings.TrimSpace(strings.TrimLeft(item.Article.Title, "# "))
		return item, err
	}
	a, problems := corpus.ParseArticle(noName+".md", []byte(newlines(text)))
	if len(problems) > 0 {
		return Item{}, problemError(problems[0])
	}
	if a.ID == noName {
		a.ID = "" // to be made of date and title: two folders may hold a file of one name
	}
	return Item{Article: a}, nil
}

// noName stands for the name of a file, which is the id of an article without
// one only within a data folder.
const noName = "-"

func problemError(p corpus.Problem) error {
	if p.Line == 0 {
		return errors.New(p.Text)
	}
	return fmt.Errorf("line %d: %s", p.Line, p.Text)
}

var blankLines = regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)+`)

// paragraphs trims a text and parts its paragraphs by one empty line.
func paragraphs(s string) string {
	return strings.TrimSpace(blankLines.ReplaceAllString(newlines(s), "\n\n"))
}

// newlines ends all lines alike, those of old files with a carriage return alone
// among them.
func newlines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
