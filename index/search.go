package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/index/analysis"
)

// In tells what a search looks through.
type In string

// Where to search.
const (
	All          In = "all"
	ArticlesOnly In = "articles"
	RecordsOnly  In = "records"
	PassagesOnly In = "passages"
)

// Query is a plain ranked search.
type Query struct {
	Text      string
	In        In
	Limit     int // 0: 10
	Offset    int
	Audiences []string
	Explain   bool
	Filter    Filter
}

// Filter narrows a search; zero fields do not.
type Filter struct {
	From, To  string // dates of the article, To included: 2021-12-01
	Area      string
	Kind      string
	Publisher string
	Newest    bool // order by date, not by relevance
}

// Hit is one thing found, best first. For a record Paragraph is 0 and ID is
// "ARTICLE#record-key"; with ArticlesOnly no id comes twice.
type Hit struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Date      string  `json:"date"`
	Score     float64 `json:"score"`
	Snippet   string  `json:"snippet"`
	Paragraph int     `json:"paragraph"`
	Kind      string  `json:"kind"` // article, passage or record
	Explain   string  `json:"explain,omitempty"`
	held      float64 // share of the question that its text has, for articles
	unshown   *unshown
}

// How many documents the sets pick for exact scoring, at least, and at most where
// phrases or dates choose among them.
const (
	rescored   = 30
	maxScanned = 1000
)

// aroundWeight is what the whole text adds to the score of a passage in it.
const aroundWeight = 0.35

// Search returns the best hits, best first; ties are broken by date, newest
// first, then by id. A text of any bytes is searched for word by word: quotation
// marks ask for the words together, nothing else has a meaning. A query with
// neither words nor a filter finds nothing.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	v, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer v.release()
	asked, err := v.read(q.Text)
	if err != nil {
		return nil, err
	}
	want := max(q.Offset, 0) + cmp.Or(max(q.Limit, 0), 10)
	reader := readers.Get().(*analysis.Reader)
	defer readers.Put(reader)
	var hits []Hit
	for _, kind := range kindsOf(q.In) {
		s := &searcher{v: v, q: &q, kind: kind, asked: asked.clone(), want: want, reader: reader}
		found, err := s.run(ctx)
		if err != nil {
			return nil, err
		}
		hits = append(hits, found...)
	}
	order(hits, q.Filter.Newest)
	hits = hits[min(max(q.Offset, 0), len(hits)):]
	hits = hits[:min(want-max(q.Offset, 0), len(hits))]
	for i := range hits {
		hits[i].show()
	}
	return hits, nil
}

func kindsOf(in In) []string {
	switch in {
	case RecordsOnly:
		return []string{recordKind}
	case ArticlesOnly, PassagesOnly:
		return []string{articleKind}
	}
	return []string{articleKind, recordKind}
}

// order sorts hits, best or newest first.
func order(hits []Hit, newest bool) {
	slices.SortFunc(hits, func(a, b Hit) int {
		byScore, byDate := cmp.Compare(b.Score, a.Score), strings.Compare(b.Date, a.Date)
		if newest {
			byScore, byDate = byDate, byScore
		}
		return cmp.Or(byScore, byDate, strings.Compare(a.ID, b.ID), cmp.Compare(a.Paragraph, b.Paragraph))
	})
}

// searcher runs a query over one kind of document.
type searcher struct {
	v      *view
	q      *Query
	kind   string
	asked  *reading
	want   int
	reader *analysis.Reader
}

// readers keeps Readers with the words they have met.
var readers = sync.Pool{New: func() any { return &analysis.Reader{} }}

func (s *searcher) run(ctx context.Context) ([]Hit, error) {
	found, err := s.candidates(ctx)
	if err != nil {
		return nil, err
	}
	var hits []Hit
	for _, c := range found {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		h, err := s.hits(c)
		if err != nil {
			return nil, err
		}
		hits = append(hits, h...)
	}
	if s.q.Filter.Newest {
		hits = relevant(hits)
	}
	order(hits, s.q.Filter.Newest)
	if s.q.In != PassagesOnly && s.kind == articleKind {
		hits = once(hits)
	}
	return hits[:min(len(hits), s.want)], nil
}

// candidates picks the documents to score exactly.
func (s *searcher) candidates(ctx context.Context) ([]candidate, error) {
	narrow := s.narrow()
	if len(s.asked.words) == 0 {
		if !s.q.Filter.narrows() {
			return nil, nil
		}
		return s.latest(narrow, s.want)
	}
	n := max(rescored, s.want+rescored/2)
	if len(s.asked.phrases) > 0 || s.q.Filter.Newest {
		n = maxScanned
	}
	pass := &scan{v: s.v, kind: s.kind, steps: stepsOf(s.v.stats[s.kind].average), asked: s.asked, allow: narrow}
	return pass.best(ctx, min(n, max(maxScanned, s.want)))
}

func (f Filter) narrows() bool { return f != Filter{} }

// relevant drops what is far behind the best: the newest text with one word of
// the question is no answer.
func relevant(hits []Hit) []Hit {
	best := 0.0
	for _, h := range hits {
		best = max(best, h.Score)
	}
	return slices.DeleteFunc(hits, func(h Hit) bool { return h.Score < best/2 })
}

// once keeps the first hit of each id.
func once(hits []Hit) []Hit {
	seen := make(map[string]bool, len(hits))
	return slices.DeleteFunc(hits, func(h Hit) bool {
		if seen[h.ID] {
			return true
		}
		seen[h.ID] = true
		return false
	})
}

// hits scores a candidate: the hits it makes, none if a phrase is missing.
func (s *searcher) hits(c candidate) ([]Hit, error) {
	if s.kind == recordKind {
		return s.recordHit(c)
	}
	l, err := s.v.leaf(c.part, c.doc)
	if err != nil {
		return nil, err
	}
	if !s.asked.phrasesIn(s.reader, l.text) {
		return nil, nil
	}
	m := s.asked.match(l.text, s.reader)
	whole := m.whole(s.asked, float64(s.v.stats[s.kind].average))
	base := Hit{ID: l.Article.ID, Title: l.Article.Title, Date: l.Article.Date, Kind: articleKind}
	if s.q.In == PassagesOnly {
		return s.passages(base, l, m, whole), nil
	}
	base.Paragraph, base.unshown = l.First, &unshown{m, s.asked}
	return []Hit{s.scored(base, whole)}, nil
}

// unshown is what the paragraph and the snippet of an article are found with,
// once it is among the best.
type unshown struct {
	match *textMatch
	asked *reading
}

// show picks the best paragraph and sentence of an article found.
func (h *Hit) show() {
	if h.unshown == nil {
		return
	}
	m, asked := h.unshown.match, h.unshown.asked
	p := m.bestParagraph(asked)
	if p == 0 && len(m.starts) > 1 {
		p = 1
	}
	h.Snippet, h.held, h.unshown = m.snippet(asked, p), m.held(asked), nil
	if p == 0 {
		h.Paragraph = 0
	} else {
		h.Paragraph += p - 1
	}
}

// passages returns the paragraphs that have something of the question.
func (s *searcher) passages(base Hit, l *leaf, m *textMatch, whole scoreParts) []Hit {
	var hits []Hit
	base.Kind = passageKind
	for p := 1; p < len(m.starts); p++ {
		score := m.paragraph(s.asked, p)
		if score.sum() == 0 {
			continue
		}
		score.around = aroundWeight * whole.sum()
		h := base
		h.Paragraph, h.Snippet = l.First+p-1, m.snippet(s.asked, p)
		hits = append(hits, s.scored(h, score))
	}
	return hits
}

func (s *searcher) recordHit(c candidate) ([]Hit, error) {
	r, err := s.v.record(c.part, c.doc)
	if err != nil {
		return nil, err
	}
	text := recordText(&r.Record)
	if !s.asked.phrasesIn(s.reader, text) {
		return nil, nil
	}
	m := s.asked.match(text, s.reader)
	h := Hit{
		ID: strings.TrimPrefix(r.id, recordKind+"/"), Title: recordTitle(&r.Record), Date: r.Source.Date,
		Kind: recordKind, Snippet: cut(cmp.Or(r.Evidence, r.Printed), maxSnippet),
	}
	return []Hit{s.scored(h, m.whole(s.asked, float64(s.v.stats[s.kind].average)))}, nil
}

func (s *searcher) scored(h Hit, score scoreParts) Hit {
	h.Score = score.sum()
	if s.q.Explain {
		h.Explain = score.String()
		if len(s.asked.changed) > 0 {
			h.Explain += " (" + strings.Join(s.asked.changed, ", ") + ")"
		}
	}
	return h
}

// phrasesIn reports whether a text has every phrase in quotation marks.
func (q *reading) phrasesIn(r *analysis.Reader, text string) bool {
	if len(q.phrases) == 0 {
		return true
	}
	var words []string
	r.Words(text, func(w analysis.Word) bool {
		if !w.Whole {
			words = append(words, w.Folded)
		}
		return true
	})
	for _, phrase := range q.phrases {
		if !contains(words, phrase) {
			return false
		}
	}
	return true
}

func contains(words, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(words); i++ {
		if slices.Equal(words[i:i+len(phrase)], phrase) {
			return true
		}
	}
	return false
}

// narrow returns what picks the documents that the filters and the audiences
// leave, nil if that is all of them.
func (s *searcher) narrow() func(*part, *lookup) (*roaring.Bitmap, error) {
	audiences := readable(s.q.Audiences)
	if audiences == nil && s.q.Filter == (Filter{Newest: s.q.Filter.Newest}) && len(s.asked.phrases) == 0 {
		return nil
	}
	return func(p *part, l *lookup) (*roaring.Bitmap, error) {
		set := p.kinds[s.kind].Clone()
		err := s.q.Filter.apply(set, l)
		if err == nil && audiences != nil {
			err = intersect(set, l, audiences, analysis.AudienceKey)
		}
		for _, phrase := range s.asked.phrases {
			for i := range phrase {
				if err == nil {
					err = keepWith(set, l, phrase[max(i-1, 0):i+1])
				}
			}
		}
		return set, err
	}
}

// keepWith keeps the documents of a set that have a word, or a pair of words.
func keepWith(set *roaring.Bitmap, l *lookup, words []string) error {
	field, term := analysis.Once, words[0]
	if len(words) == 2 {
		field, term = analysis.Pairs, analysis.PairTerm(words[0], words[1])
	}
	with, err := l.set(field, term)
	if err == nil {
		set.And(with)
	}
	return err
}
