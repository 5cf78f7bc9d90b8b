package index

import (
	"cmp"
	"container/heap"
	"context"
	"math"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/index/analysis"
)

// Constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
// Framework", 2009, section 3): k1 damps repeated words, b long texts. A b of 0.4
// in place of the usual 0.75 found more of the long articles that say everything
// (mrr .973 to .977 on testdata/rank_stats.golden).
const (
	bm25K1 = 1.2
	bm25B  = 0.4
)

// How much the parts of a score count, against a word found at all. They were
// moved with the rank statistics of this package's tests before and after.
const (
	pairWeight = 0.8 // two neighbouring words of the question stand together
	markWeight = 0.4 // a word is found with the very marks it was asked with
	headWeight = 0.7 // a word is found in the title
)

// frequent is the share of documents from which a word is left to the exact
// scoring of the best: it takes most of the time and says least. See
// TestFrequentWordsMayWait.
const frequent = 0.2

// Occurrences that the sets Twice and Often stand for, on average.
const (
	timesTwice = 2.4
	timesOften = 5
)

// candidate is a document that may be a hit.
type candidate struct {
	part  *part
	doc   uint32
	score float32
}

// frequency is how much tf occurrences in a text of n words count, at most
// bm25K1+1.
func frequency(tf, n, average float64) float64 {
	return tf * (bm25K1 + 1) / (tf + bm25K1*(1-bm25B+bm25B*n/max(average, 1)))
}

// rarity is the weight of a term that df of n texts have.
func rarity(df, n float64) float64 { return math.Log1p((n - df + 0.5) / (df + 0.5)) }

// steps are what a word adds to the score of a text of each length class, for
// being there at all, twice and often.
type steps [3][256]float32

func stepsOf(average float32) *steps {
	var s steps
	for class := range 256 {
		n := float64(analysis.ClassLength(uint8(class)))
		once := frequency(1, n, float64(average))
		twice := frequency(timesTwice, n, float64(average))
		often := frequency(timesOften, n, float64(average))
		s[0][class], s[1][class], s[2][class] = float32(once), float32(twice-once), float32(often-twice)
	}
	return &s
}

// scan is one pass over all documents of a kind.
type scan struct {
	v     *view
	kind  string
	steps *steps
	asked *reading
	allow func(*part, *lookup) (*roaring.Bitmap, error) // the documents that may be hits; nil: all
}

// partSets holds what one part knows of the question.
type partSets struct {
	part    *part
	lookup  *lookup
	words   []*roaring.Bitmap
	pairs   []*roaring.Bitmap
	allowed *roaring.Bitmap
}

// best returns the n documents that the words of the question make most of,
// counted by sets alone: near enough to the exact score to pick those it is then
// computed for. It weighs the words and pairs of s.asked on the way.
func (s *scan) best(ctx context.Context, n int) ([]candidate, error) {
	sets := make([]partSets, 0, len(s.v.parts))
	for _, p := range s.v.parts {
		if p.kinds[s.kind].IsEmpty() {
			continue
		}
		ps, err := s.open(p)
		if err != nil {
			return nil, err
		}
		sets = append(sets, ps)
	}
	waiting := s.weigh(sets)
	top, err := s.pass(ctx, sets, n)
	if err == nil && waiting && len(top) < n {
		for i := range s.asked.words {
			s.asked.words[i].late = false
		}
		top, err = s.pass(ctx, sets, n)
	}
	return top, err
}

// pass adds up all parts.
func (s *scan) pass(ctx context.Context, sets []partSets, n int) ([]candidate, error) {
	top := &topList{limit: n}
	for _, ps := range sets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.score(ps, top); err != nil {
			return nil, err
		}
	}
	return top.sorted(), nil
}

func (s *scan) open(p *part) (ps partSets, err error) {
	ps = partSets{part: p, lookup: p.lookup(), allowed: p.kinds[s.kind]}
	if s.allow != nil {
		if ps.allowed, err = s.allow(p, ps.lookup); err != nil {
			return ps, err
		}
	}
	for _, w := range s.asked.words {
		set, err := ps.lookup.set(analysis.Once, w.folded)
		if err != nil {
			return ps, err
		}
		ps.words = append(ps.words, set)
	}
	for _, w := range s.asked.pairs {
		set, err := ps.lookup.set(analysis.Pairs, w.term)
		if err != nil {
			return ps, err
		}
		ps.pairs = append(ps.pairs, set)
	}
	return ps, nil
}

// weigh gives every word and pair its weight among the documents of the kind,
// and reports whether a word is left to the exact scoring.
func (s *scan) weigh(sets []partSets) (waiting bool) {
	n := s.v.stats[s.kind].count
	df := func(of func(partSets) *roaring.Bitmap) (sum float64) {
		for _, ps := range sets {
			sum += ps.part.countOf(of(ps), s.kind)
		}
		return sum
	}
	for i := range s.asked.words {
		w := &s.asked.words[i]
		in := df(func(ps partSets) *roaring.Bitmap { return ps.words[i] })
		w.weight = rarity(in, n) * w.trust
		w.late = in > s.v.frequent*n
		waiting = waiting || w.late
	}
	for i := range s.asked.pairs {
		w := &s.asked.pairs[i]
		w.weight = pairWeight * rarity(df(func(ps partSets) *roaring.Bitmap { return ps.pairs[i] }), n) * w.trust
	}
	return waiting
}

// countOf counts the documents of a kind in a set.
func (p *part) countOf(set *roaring.Bitmap, kind string) float64 {
	of := p.kinds[kind]
	if of.GetCardinality() == p.seg.Count() {
		return float64(set.GetCardinality())
	}
	return float64(set.AndCardinality(of))
}

// score adds up the sets of a part and offers its documents to top.
func (s *scan) score(ps partSets, top *topList) error {
	kept, sums := sumsOf(int(ps.part.seg.Count()))
	defer keptSums.Put(kept)
	for i, w := range s.asked.words {
		if ps.words[i].IsEmpty() || w.late {
			continue
		}
		ps.part.addUp(sums, ps.words[i], float32(w.weight), &s.steps[0])
		for level, field := range [...]string{analysis.Twice, analysis.Often} {
			set, err := ps.lookup.set(field, w.folded)
			if err != nil {
				return err
			}
			ps.part.addUp(sums, set, float32(w.weight), &s.steps[level+1])
		}
	}
	for i, w := range s.asked.pairs {
		ps.part.addUp(sums, ps.pairs[i], float32(w.weight), &s.steps[0])
	}
	if ps.allowed.GetCardinality() == ps.part.seg.Count() {
		for doc, score := range sums {
			top.offer(ps.part, uint32(doc), score)
		}
		return nil
	}
	for it := ps.allowed.Iterator(); it.HasNext(); {
		doc := it.Next()
		top.offer(ps.part, doc, sums[doc])
	}
	return nil
}

// keptSums keeps the memory of sums between searches: four bytes a document.
var keptSums = sync.Pool{New: func() any { return new([]float32) }}

func sumsOf(n int) (kept *[]float32, sums []float32) {
	kept = keptSums.Get().(*[]float32)
	if cap(*kept) < n {
		*kept = make([]float32, n)
	}
	sums = (*kept)[:n]
	clear(sums)
	return kept, sums
}

// addUp adds a weight to the sums of all documents of a set.
func (p *part) addUp(sums []float32, set *roaring.Bitmap, weight float32, step *[256]float32) {
	var buf [256]uint32
	it := set.ManyIterator()
	for n := it.NextMany(buf[:]); n > 0; n = it.NextMany(buf[:]) {
		for _, doc := range buf[:n] {
			sums[doc] += weight * step[p.class[doc]]
		}
	}
}

// topList keeps the best documents offered; of equal ones those offered first.
type topList struct {
	limit int
	heap  candidateHeap
}

func (t *topList) offer(p *part, doc uint32, score float32) {
	if score <= 0 || len(t.heap) == t.limit && score <= t.heap[0].score {
		return
	}
	if len(t.heap) == t.limit {
		t.heap[0] = candidate{p, doc, score}
		heap.Fix(&t.heap, 0)
		return
	}
	heap.Push(&t.heap, candidate{p, doc, score})
}

func (t *topList) sorted() []candidate {
	out := make([]candidate, len(t.heap))
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = heap.Pop(&t.heap).(candidate)
	}
	return out
}

// candidateHeap has the worst candidate at its top.
type candidateHeap []candidate

func (h candidateHeap) Len() int { return len(h) }
func (h candidateHeap) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].score, h[j].score), cmp.Compare(h[j].doc, h[i].doc)) < 0
}
func (h candidateHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *candidateHeap) Push(c any)   { *h = append(*h, c.(candidate)) }
func (h *candidateHeap) Pop() any {
	old := *h
	c := old[len(old)-1]
	*h = old[:len(old)-1]
	return c
}
