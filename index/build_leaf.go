package index

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus"
)

// leafWords is about how many words of an article make one document. An article
// of usual length is one; a long report is cut between paragraphs, so that what
// one page of it says is not lost among the rest.
const leafWords = 500

// paragraphBreak parts the paragraphs of a text.
const paragraphBreak = "\n\n"

// leaf is a run of paragraphs of an article, stored with all that is said about
// the article.
type leaf struct {
	Article corpus.Article `json:"a"`           // without its text
	N       int            `json:"n,omitempty"` // 0, 1, …
	First   int            `json:"p"`           // number of its first paragraph, from 1
	text    string         // the title as a paragraph, then the paragraphs
}

func (l *leaf) docID() string { return leafID(l.Article.ID, l.N) }

func leafID(id string, n int) string { return articleKind + "/" + id + "#" + strconv.Itoa(n) }

// leavesOf cuts an article into leaves; there is at least one.
func leavesOf(a *corpus.Article) []leaf {
	head := *a
	head.Text = ""
	title := tidied(a.Title)
	l := leaf{Article: head, First: 1}
	var out []leaf
	var b strings.Builder
	b.WriteString(title)
	words := 0
	for i, p := range paragraphs(a.Text) {
		n := strings.Count(p, " ") + 1
		if words > 0 && words+n > leafWords {
			l.text = b.String()
			out = append(out, l)
			l.N, l.First, words = l.N+1, i+1, 0
			b.Reset()
			b.WriteString(title)
		}
		b.WriteString(paragraphBreak)
		b.WriteString(p)
		words += n
	}
	l.text = b.String()
	return append(out, l)
}

// paragraphs returns the paragraphs of a text, tidied; blank ones do not count.
func paragraphs(text string) []string {
	parts := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), paragraphBreak)
	kept := parts[:0]
	for _, p := range parts {
		if p = tidied(p); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// tidied returns a text that reads as it was printed, quotation marks and all,
// composed, on one line, without invisible characters. Words are brought to
// normal form one by one when they are compared.
func tidied(text string) string {
	if isTidy(text) {
		return text
	}
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(norm.NFC.String(text)), " ")
}

// isTidy reports whether tidied would leave a text as it is, for nearly all that
// come.
func isTidy(text string) bool {
	blank := true // the byte before, or none
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f || c == ' ' && blank {
				return false
			}
			blank = c == ' '
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		plain := 'À' <= r && r <= 'ɏ' || 'Ạ' <= r && r <= 'ỹ' // the letters of Vietnamese, and others of Latin
		if !plain && (r == utf8.RuneError || unicode.IsControl(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)) {
			return false
		}
		blank = false
		i += n
	}
	return (!blank || text == "") && norm.NFC.IsNormalString(text)
}
