package ingest

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"thiduabot/corpus"
)

// Document is one article with where its text stands in the file.
type Document struct {
	Article corpus.Article
	// InFile reports whether Article.Text is a stretch of the file, byte for
	// byte, from Offset on. It is not for converted formats and encodings.
	InFile bool
	Offset int
	// Table holds the records of a sheet in a known form, each with its row in
	// Article.Text as evidence; such a text is not to be read for more.
	Table []corpus.Record
}

// ReadDocument reads one article as it stands: the text of Markdown and plain
// files is not tidied, so that offsets into it are offsets into the file. A
// missing date is no error.
func ReadDocument(name string, b []byte, o ReadOptions) (Document, error) {
	ext := strings.ToLower(filepath.Ext(name))
	if _, known := formats[ext]; !known {
		ext = ".txt"
	}
	o.Undated = true
	item := Bytes("article"+ext, b, o)[0]
	if item.Err != nil {
		return Document{}, item.Err
	}
	d := Document{Article: item.Article, Table: item.Table}
	if d.Article.Title == "article" {
		d.Article.Title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	if ext != ".txt" && ext != ".md" {
		return d, nil
	}
	if raw := string(b); utf8.ValidString(raw) && fromLegacyLetters(raw) == clean(raw) {
		d.InFile, d.Offset = true, bodyOffset(ext, raw)
		d.Article.Text = raw[d.Offset:]
	}
	return d, nil
}

// bodyOffset returns where the paragraphs of a Markdown or plain file begin, in
// bytes: behind the front matter, or behind the first line that is not empty.
func bodyOffset(ext, s string) int {
	start := len(s) - len(strings.TrimLeft(s, " \t\r\n\ufeff"))
	if ext == ".md" && strings.HasPrefix(s[start:], "---") {
		if i := strings.Index(s[start+3:], "\n---"); i >= 0 {
			return lineAfter(s, start+3+i+1)
		}
	}
	return lineAfter(s, start)
}

// lineAfter returns the offset of the line that follows the one holding i. Old
// files end their lines with a carriage return alone.
func lineAfter(s string, i int) int {
	n := strings.IndexAny(s[i:], "\r\n")
	switch {
	case n < 0:
		return len(s)
	case strings.HasPrefix(s[i+n:], "\r\n"):
		n++
	}
	return i + n + 1
}
