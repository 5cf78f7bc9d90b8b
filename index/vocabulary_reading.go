package index

import (
	"strings"
	"unicode/utf8"

	"thiduabot/corpus/viet"
	"thiduabot/index/analysis"
)

// Bounds of a question: what is longer is cut, and asks for nothing more.
const (
	maxQuestion = 4096 // bytes
	maxAsked    = 48   // words
)

// reading is a question as it is searched for.
type reading struct {
	text      string // as it was understood
	words     []askedWord
	index     map[string]int // by folded form
	starts    analysis.Starts
	pairs     []askedPair
	pairIndex map[[2]int]int
	phrases   [][]string        // folded words that must stand together
	marked    bool              // marks were typed, so they count
	changed   []string          // "typed → read", for --explain
	slips     map[string]string // folded words by those that were typed for them
}

// askedWord is a word of the question. Its weight is set for the documents that
// are searched.
type askedWord struct {
	folded string
	forms  []string // with the marks that were typed; none of a word read as another
	trust  float64  // 1: as typed, less for a guess
	weight float64
	late   bool // left to the exact scoring
}

type askedPair struct {
	term   string
	trust  float64
	weight float64
}

func (w *askedWord) hasForm(marked string) bool {
	for _, f := range w.forms {
		if f == marked {
			return true
		}
	}
	return false
}

// clone returns a copy whose weights can be set.
func (q *reading) clone() *reading {
	c := *q
	c.words = append([]askedWord(nil), q.words...)
	c.pairs = append([]askedPair(nil), q.pairs...)
	return &c
}

// typedWord is a word of a question with what it may have been meant as.
type typedWord struct {
	folded, marked string
	whole          bool
	guess          bool // the folded form is not what was typed
	also           string
}

// read understands a question: normal form, raw keys decoded, slips of the
// finger mended where the words of the corpus speak for it.
func (v *view) read(text string) (*reading, error) {
	text = viet.Normalize(strings.ToValidUTF8(cutBytes(text, maxQuestion), " "))
	q := &reading{index: map[string]int{}, pairIndex: map[[2]int]int{}}
	if decoded, ok := viet.Decode(text); ok {
		q.changed = append(q.changed, text+" → "+decoded)
		text = decoded
	}
	q.text, q.marked = text, viet.HasMarks(text)
	r := readers.Get().(*analysis.Reader)
	defer readers.Put(r)
	words := typedWords(r, text)
	if len(words) == 0 {
		return q, nil
	}
	if err := v.words.load(v); err != nil {
		return nil, err
	}
	v.decode(q, words)
	if err := v.mend(q, words); err != nil {
		return nil, err
	}
	q.take(words)
	q.phrases = quoted(r, text)
	return q, nil
}

func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func typedWords(r *analysis.Reader, text string) []typedWord {
	var words []typedWord
	r.Words(text, func(w analysis.Word) bool {
		if w.Folded != "" { // marks alone fold to nothing
			words = append(words, typedWord{folded: w.Folded, marked: w.Marked, whole: w.Whole})
		}
		return len(words) < maxAsked
	})
	return words
}

// decode reads single words typed in raw keys that the corpus does not know as
// they stand.
func (v *view) decode(q *reading, words []typedWord) {
	for i := range words {
		w := &words[i]
		if w.whole || v.words.has(w.folded) || w.folded != w.marked || !startsWithLetter(w.folded) {
			continue
		}
		for _, text := range viet.DecodeToken(w.marked) {
			marked := strings.ToLower(text)
			if folded := viet.SearchKey(marked); v.words.has(folded) {
				q.changed = append(q.changed, w.marked+" → "+marked)
				w.folded, w.marked = folded, marked
				q.marked = true
				break
			}
		}
	}
}

func startsWithLetter(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

// take makes the words and pairs of the question from what was typed.
func (q *reading) take(words []typedWord) {
	last := -1
	for _, w := range words {
		trust, marked := 1.0, w.marked
		if w.guess {
			trust, marked = guessTrust, ""
		}
		i := q.word(w.folded, marked, trust)
		if w.also != "" {
			q.word(w.also, w.marked, 1-guessTrust)
		}
		if w.whole {
			continue
		}
		if last >= 0 {
			q.pair(last, i)
		}
		last = i
	}
}

func (q *reading) word(folded, marked string, trust float64) int {
	i, ok := q.index[folded]
	if !ok {
		i = len(q.words)
		q.index[folded] = i
		q.words = append(q.words, askedWord{folded: folded})
		q.starts.Add(folded)
	}
	w := &q.words[i]
	w.trust = max(w.trust, trust)
	if marked != "" && !w.hasForm(marked) {
		w.forms = append(w.forms, marked)
	}
	return i
}

func (q *reading) pair(a, b int) {
	key := [2]int{a, b}
	if _, ok := q.pairIndex[key]; ok {
		return
	}
	q.pairIndex[key] = len(q.pairs)
	q.pairs = append(q.pairs, askedPair{
		term:  analysis.PairTerm(q.words[a].folded, q.words[b].folded),
		trust: q.words[a].trust * q.words[b].trust,
	})
}

// quoted returns the folded words of each phrase in quotation marks.
func quoted(r *analysis.Reader, text string) [][]string {
	var phrases [][]string
	for {
		_, rest, ok := strings.Cut(text, `"`)
		if !ok {
			return phrases
		}
		phrase, after, ok := strings.Cut(rest, `"`)
		if !ok {
			return phrases
		}
		var words []string
		for _, w := range typedWords(r, phrase) {
			if !w.whole {
				words = append(words, w.folded)
			}
		}
		if len(words) > 0 {
			phrases = append(phrases, words)
		}
		text = after
	}
}
