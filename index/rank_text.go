package index

import (
	"fmt"
	"strings"

	"thiduabot/index/analysis"
)

// occurrence is a word of the question in a text.
type occurrence struct {
	word      int  // index among the words of the question
	start     int  // byte offset
	at        int  // number of the word in the text
	paragraph int  // 0: the title
	marked    bool // with the marks it was asked with
}

// textMatch is what a text has of the question.
type textMatch struct {
	text    string
	found   []occurrence
	lengths []int // words in each paragraph
	starts  []int // byte offset of each paragraph
	words   int
}

// match finds the words of the question in a text.
func (q *reading) match(text string, r *analysis.Reader) *textMatch {
	m := &textMatch{text: text, starts: []int{0}, lengths: []int{0}}
	next := nextParagraph(text, 0)
	r.WordsLike(text, &q.starts, func(w analysis.Word) bool {
		for next >= 0 && w.Start >= next {
			m.starts = append(m.starts, next)
			m.lengths = append(m.lengths, 0)
			next = nextParagraph(text, next)
		}
		p := len(m.starts) - 1
		m.lengths[p]++
		m.words++
		if i, ok := q.index[w.Folded]; ok && w.Folded != "" {
			m.found = append(m.found, occurrence{i, w.Start, m.words, p, q.words[i].hasForm(w.Marked)})
		}
		return true
	})
	return m
}

// nextParagraph returns where the paragraph after the one at i begins, -1 if
// there is none.
func nextParagraph(text string, i int) int {
	n := strings.Index(text[i:], paragraphBreak)
	if n < 0 {
		return -1
	}
	return i + n + len(paragraphBreak)
}

// scoreParts are the parts of a score, for --explain.
type scoreParts struct {
	words, pairs, marks, title, around float64
}

func (s scoreParts) sum() float64 { return s.words + s.pairs + s.marks + s.title + s.around }

// String says what a score is made of.
func (s scoreParts) String() string {
	return fmt.Sprintf("words %.2f + pairs %.2f + marks %.2f + title %.2f + around %.2f",
		s.words, s.pairs, s.marks, s.title, s.around)
}

// tally counts what a stretch of a text has of the question.
type tally struct {
	words, marked, title []float64 // by word of the question
	pairs                []float64
}

func newTally(q *reading) *tally {
	n := len(q.words)
	all := make([]float64, 3*n+len(q.pairs))
	return &tally{all[:n:n], all[n : 2*n : 2*n], all[2*n : 3*n : 3*n], all[3*n:]}
}

func (t *tally) add(q *reading, found []occurrence) {
	for i, o := range found {
		t.words[o.word]++
		if o.marked {
			t.marked[o.word]++
		}
		if o.paragraph == 0 {
			t.title[o.word]++
		}
		if i+1 < len(found) && found[i+1].at == o.at+1 {
			if p, ok := q.pairIndex[[2]int{o.word, found[i+1].word}]; ok {
				t.pairs[p]++
			}
		}
	}
}

// score is the exact score of a stretch of n words.
func (t *tally) score(q *reading, n, average float64) (s scoreParts) {
	for i, w := range q.words {
		if t.words[i] > 0 {
			s.words += w.weight * frequency(t.words[i], n, average)
		}
		if q.marked && t.marked[i] > 0 {
			s.marks += markWeight * w.weight * frequency(t.marked[i], n, average)
		}
		if t.title[i] > 0 {
			s.title += headWeight * w.weight
		}
	}
	for i, p := range q.pairs {
		if t.pairs[i] > 0 {
			s.pairs += p.weight * frequency(t.pairs[i], n, average)
		}
	}
	return s
}

// whole returns the score of the whole text.
func (m *textMatch) whole(q *reading, average float64) scoreParts {
	t := newTally(q)
	t.add(q, m.found)
	return t.score(q, float64(m.words), average)
}

// held is the share of the question that the text has, by the weight of its
// words and pairs: 1 is all of it. A word whose marks differ from those typed
// counts half.
func (m *textMatch) held(q *reading) float64 {
	t := newTally(q)
	t.add(q, m.found)
	var has, all float64
	for i, w := range q.words {
		all += w.weight
		switch {
		case t.words[i] == 0:
		case q.marked && len(w.forms) > 0 && t.marked[i] == 0:
			has += w.weight / 2
		default:
			has += w.weight
		}
	}
	for i, p := range q.pairs {
		all += p.weight
		if t.pairs[i] > 0 {
			has += p.weight
		}
	}
	if all == 0 {
		return 1
	}
	return has / all
}

// ofParagraph returns the occurrences in a paragraph.
func (m *textMatch) ofParagraph(p int) []occurrence {
	from := 0
	for from < len(m.found) && m.found[from].paragraph < p {
		from++
	}
	to := from
	for to < len(m.found) && m.found[to].paragraph == p {
		to++
	}
	return m.found[from:to]
}

// usualParagraph is the length in words that paragraphs are measured against.
const usualParagraph = 60

// paragraph returns the score of one paragraph by itself.
func (m *textMatch) paragraph(q *reading, p int) scoreParts {
	t := newTally(q)
	t.add(q, m.ofParagraph(p))
	return t.score(q, float64(m.lengths[p]), usualParagraph)
}

// bestParagraph returns the number of the paragraph that has most of the
// question, 0 if none has any.
func (m *textMatch) bestParagraph(q *reading) int {
	best, at := 0.0, 0
	for p := 1; p < len(m.starts); p++ {
		if s := m.paragraph(q, p).sum(); s > best {
			best, at = s, p
		}
	}
	return at
}

// textOf returns a paragraph's text.
func (m *textMatch) textOf(p int) string {
	end := len(m.text)
	if p+1 < len(m.starts) {
		end = m.starts[p+1] - len(paragraphBreak)
	}
	return m.text[m.starts[p]:end]
}
