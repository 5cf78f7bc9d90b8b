package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"
)

// maxArticleFile is the largest article that is read, in bytes.
const maxArticleFile = 4 << 20

// frontMatter is what stands above the text of an article, between two lines of
// three dashes. Lists may also be written as one string parted by ";".
type frontMatter struct {
	ID        string `yaml:"id,omitempty"`
	Title     string `yaml:"title"`
	Date      string `yaml:"date,omitempty"`
	Publisher string `yaml:"publisher,omitempty"`
	Author    string `yaml:"author,omitempty"`
	URL       string `yaml:"url,omitempty"`
	Areas     list   `yaml:"areas,omitempty"`
	Kind      string `yaml:"kind,omitempty"`
	Audience  list   `yaml:"audience,omitempty"`
	Tags      list   `yaml:"tags,omitempty"`
}

// A list is a YAML list of strings, or one string parted by ";" or ",".
type list []string

// UnmarshalYAML reads either form.
func (l *list) UnmarshalYAML(b []byte) error {
	var parts []string
	if err := yaml.Unmarshal(b, &parts); err == nil {
		*l = clean(parts)
		return nil
	}
	var one string
	if err := yaml.Unmarshal(b, &one); err != nil {
		return errors.New("want a list of names")
	}
	*l = clean(strings.FieldsFunc(one, func(r rune) bool { return r == ';' || r == ',' }))
	return nil
}

func clean(parts []string) []string {
	var kept []string
	for _, p := range parts {
		if p = norm.NFC.String(strings.TrimSpace(p)); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// Kinds are the kinds of article; the first is that of an article that names none.
var Kinds = []string{"news", "announcement", "plan", "decision", "report"}

// ParseArticle reads an article in Markdown with front matter. The name is that
// of the file: its base is the id where the front matter has none. Problems name
// their line; with any of them the article is not to be used.
func ParseArticle(name string, b []byte) (Article, []Problem) {
	a := Article{At: Place{File: name}}
	fail := func(line int, format string, args ...any) (Article, []Problem) {
		return a, []Problem{{name, line, fmt.Sprintf(format, args...)}}
	}
	if len(b) > maxArticleFile {
		return fail(0, "more than %d MiB", maxArticleFile>>20)
	}
	if !utf8.Valid(b) {
		return fail(1+bytes.Count(b[:invalidAt(b)], []byte("\n")), "not UTF-8")
	}
	head, text, ok := cutFrontMatter(b)
	if !ok {
		return fail(1, "no front matter: want a line ---, fields, a line ---")
	}
	var m frontMatter
	err := yaml.Unmarshal(head, &m)
	if err != nil {
		m = frontMatter{}
		if yaml.Unmarshal(quoted(head), &m) == nil {
			err = nil
		}
	}
	if err != nil {
		line, reason := yamlReason(err)
		return fail(line+1, "front matter: %s", reason)
	}
	a = m.article(a)
	if a.ID == "" {
		a.ID = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	a.Text = norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
	return a, a.problems(head)
}

var plainField = regexp.MustCompile(`(?m)^(title|publisher|author):[ \t]+([^"'\[{|>&*!#\s].*)$`)

// quoted puts the plain fields of a front matter in quotes: headlines have a
// colon in them that YAML takes for another field.
func quoted(head []byte) []byte {
	return plainField.ReplaceAllFunc(head, func(line []byte) []byte {
		m := plainField.FindSubmatch(line)
		value := strings.ReplaceAll(strings.TrimRight(string(m[2]), " \t\r"), "'", "''")
		return []byte(string(m[1]) + ": '" + value + "'")
	})
}

func (m frontMatter) article(a Article) Article {
	a.ID, a.Title, a.Date = trimNFC(m.ID), trimNFC(m.Title), trimNFC(m.Date)
	a.Publisher, a.Author, a.URL, a.Kind = trimNFC(m.Publisher), trimNFC(m.Author), trimNFC(m.URL), trimNFC(m.Kind)
	a.Areas, a.Audience, a.Tags = m.Areas, m.Audience, m.Tags
	if a.Kind == "" {
		a.Kind = Kinds[0]
	}
	return a
}

func trimNFC(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

// problems returns what is wrong with the fields of a, each at its line in head.
func (a Article) problems(head []byte) []Problem {
	var problems []Problem
	report := func(field, format string, args ...any) {
		problems = append(problems, Problem{a.At.File, fieldLine(head, field), fmt.Sprintf(format, args...)})
	}
	if a.Title == "" {
		report("title", "no title")
	}
	if !validDate(a.Date) {
		report("date", "date %q: want 2021, 2021-12 or 2021-12-30", a.Date)
	}
	if !knownKind(a.Kind) {
		report("kind", "kind %q: want one of %s", a.Kind, strings.Join(Kinds, ", "))
	}
	return problems
}

// validDate reports whether s is empty, a year, a month or a day.
func validDate(s string) bool {
	p, err := ParsePeriod(s)
	return err == nil && (p.IsZero() || p.Kind == Year || p.Kind == Month || p.Kind == Day)
}

func knownKind(kind string) bool {
	for _, k := range Kinds {
		if k == kind {
			return true
		}
	}
	return false
}

// fieldLine returns the line of a field in a file whose front matter is head; 1
// if it is not there.
func fieldLine(head []byte, field string) int {
	n := 1
	for line := range bytes.SplitSeq(head, []byte("\n")) {
		n++
		if bytes.HasPrefix(line, []byte(field+":")) {
			return n
		}
	}
	return 1
}

// cutFrontMatter parts a file into what stands between the first two lines of
// dashes and what follows them.
func cutFrontMatter(b []byte) (head, text []byte, ok bool) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	first, rest, ok := bytes.Cut(b, []byte("\n"))
	if !ok || !isDashes(first) {
		return nil, nil, false
	}
	for at := 0; at < len(rest); {
		line, _, more := bytes.Cut(rest[at:], []byte("\n"))
		if isDashes(line) {
			return rest[:at], rest[min(len(rest), at+len(line)+1):], true
		}
		if !more {
			break
		}
		at += len(line) + 1
	}
	return nil, nil, false
}

func isDashes(line []byte) bool { return string(bytes.TrimRight(line, " \t\r")) == "---" }

func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// yamlReason returns the line within the front matter, 0 if unknown, and the
// first line of what is wrong.
func yamlReason(err error) (int, string) {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		return y.GetToken().Position.Line, y.GetMessage()
	}
	reason, _, _ := strings.Cut(err.Error(), "\n")
	return 0, reason
}

// FormatArticle writes an article as ParseArticle reads it.
func FormatArticle(a Article) []byte {
	m := frontMatter{
		ID: a.ID, Title: a.Title, Date: a.Date, Publisher: a.Publisher, Author: a.Author, URL: a.URL,
		Areas: a.Areas, Kind: a.Kind, Audience: a.Audience, Tags: a.Tags,
	}
	head, err := yaml.Marshal(m)
	if err != nil { // strings and lists of strings always marshal
		panic(fmt.Sprintf("corpus: front matter of %s: %v", a.ID, err))
	}
	var b bytes.Buffer
	b.WriteString("---\n")
	b.Write(head)
	b.WriteString("---\n\n")
	b.WriteString(strings.TrimSpace(a.Text))
	b.WriteString("\n")
	return b.Bytes()
}
