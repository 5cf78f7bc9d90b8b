package index

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSnippet is the longest snippet in bytes; sentences of articles are shorter.
const maxSnippet = 600

// snippet returns the sentence of a paragraph that has most of the question.
func (m *textMatch) snippet(q *reading, p int) string {
	text, start := m.textOf(p), m.starts[p]
	found := m.ofParagraph(p)
	best, bestScore := "", -1.0
	for from := 0; from < len(text); {
		to := sentenceEnd(text, from)
		t := newTally(q)
		t.add(q, within(found, start+from, start+to))
		score := t.score(q, 20, 20).sum()
		if s := strings.TrimSpace(text[from:to]); score > bestScore && s != "" {
			best, bestScore = s, score
		}
		from = to
	}
	return cut(best, maxSnippet)
}

func within(found []occurrence, from, to int) []occurrence {
	i := 0
	for i < len(found) && found[i].start < from {
		i++
	}
	j := i
	for j < len(found) && found[j].start < to {
		j++
	}
	return found[i:j]
}

// sentenceEnd returns where the sentence that begins at i ends: after a full
// stop, question or exclamation mark, semicolon or ellipsis that a blank and a
// capital, figure, quote or dash follow.
func sentenceEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r {
		case '.', '!', '?', ';', '…':
			if rest := s[i:]; strings.HasPrefix(rest, " ") && (r == ';' || opens(strings.TrimLeft(rest, " "))) && !initial(s[:i]) {
				return i
			}
		case '\n':
			return i
		}
	}
	return len(s)
}

func opens(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune(`"“'(-–•`, r)
}

// initial reports whether a text ends in an abbreviated word: "TP.", "Ths.", "A.".
func initial(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	word = strings.TrimRight(word, ".")
	n := utf8.RuneCountInString(word)
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || n > 3 {
		return false
	}
	return n == 1 || word == "TP" || word == "Tp" || word == "TX" || word == "TT" || word == "ThS" || word == "Ths" || word == "TS" || word == "BS" || word == "GS"
}

// cut shortens a text to n bytes at a blank.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	at := strings.LastIndexByte(s[:n], ' ')
	if at < n/2 {
		for at = n; at > 0 && !utf8.RuneStart(s[at]); at-- {
		}
	}
	return strings.TrimRight(s[:at], " ,;:") + "…"
}
