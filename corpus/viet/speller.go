package viet

import (
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// Speller finds the terms of a vocabulary that a mistyped word may mean, by
// looking up what is left of the word when letters are taken out. Terms and
// words are folded (see Fold), ASCII for the most part. A Speller is read-only
// and safe for concurrent use.
type Speller struct {
	terms   []string
	weights []float32
	exact   map[string]int32
	// Terms by the hash of what is left when one or two letters go: those of
	// bucket h are ids[starts[h]:starts[h+1]].
	starts []uint32
	ids    []int32
}

// Candidate is a term that a word may mean.
type Candidate struct {
	Term   string
	Cost   float64 // 0: the word itself; about 1 for each usual slip of a key
	Weight float64 // as given to NewSpeller, e.g. the number of documents
}

const (
	minSpelled = 3  // shorter words are not corrected
	longWord   = 8  // from this length on two slips are looked for
	maxSpelled = 24 // longer words are not corrected
)

// NewSpeller builds a speller from terms with their weights.
func NewSpeller(terms iter.Seq2[string, float64]) *Speller {
	s := &Speller{exact: map[string]int32{}}
	for term, weight := range terms {
		if i, ok := s.exact[term]; ok {
			s.weights[i] += float32(weight)
			continue
		}
		s.exact[term] = int32(len(s.terms))
		s.terms = append(s.terms, term)
		s.weights = append(s.weights, float32(weight))
	}
	s.index()
	return s
}

// index sorts the shortened forms of all terms into buckets, by counting.
func (s *Speller) index() {
	var hashes []uint32
	ends := make([]int, len(s.terms))
	for i, term := range s.terms {
		if spellable(term) {
			hashes = appendNeighbourhood(hashes, term)
		}
		ends[i] = len(hashes)
	}
	buckets := 1 << bits.Len(uint(len(hashes)))
	s.starts = make([]uint32, buckets+1)
	for _, h := range hashes {
		s.starts[h&uint32(buckets-1)+1]++
	}
	for b := range buckets {
		s.starts[b+1] += s.starts[b]
	}
	next := slices.Clone(s.starts)
	s.ids = make([]int32, len(hashes))
	from := 0
	for i, end := range ends {
		for _, h := range hashes[from:end] {
			b := h & uint32(buckets-1)
			s.ids[next[b]] = int32(i)
			next[b]++
		}
		from = end
	}
}

// bucket returns the terms that share a hash, and some others.
func (s *Speller) bucket(h uint32) []int32 {
	b := h & uint32(len(s.starts)-2)
	return s.ids[s.starts[b]:s.starts[b+1]]
}

// spellable reports whether a word is one that is corrected: of some length and
// without figures, where a slip would be another number.
func spellable(word string) bool {
	return len(word) >= minSpelled-1 && len(word) <= maxSpelled && !hasDigit(word)
}

// appendNeighbourhood appends the hashes of the word, of it less one letter
// and, for a long word, less two.
func appendNeighbourhood(hashes []uint32, word string) []uint32 {
	hashes = append(hashes, hash(word, -1, -1))
	for i := range len(word) {
		hashes = append(hashes, hash(word, i, -1))
		if len(word) < longWord {
			continue
		}
		for j := i + 1; j < len(word); j++ {
			hashes = append(hashes, hash(word, i, j))
		}
	}
	return hashes
}

// hash is FNV-1a over the word less the bytes at i and j.
func hash(word string, i, j int) uint32 {
	h := uint32(2166136261)
	for k := range len(word) {
		if k != i && k != j {
			h = (h ^ uint32(word[k])) * 16777619
		}
	}
	return h ^ h>>15
}

// Has reports whether the folded word is a term.
func (s *Speller) Has(word string) bool {
	_, ok := s.exact[word]
	return ok
}

// Weight returns the weight of a term, 0 if it is none.
func (s *Speller) Weight(term string) float64 {
	if i, ok := s.exact[term]; ok {
		return float64(s.weights[i])
	}
	return 0
}

// Len returns the number of terms.
func (s *Speller) Len() int { return len(s.terms) }

// maxCandidates bounds what Candidates returns.
const maxCandidates = 16

// Candidates returns the terms within one slip of the word, two for a word of
// eight letters or more, cheapest first and the weightier first among equals;
// the word itself, if it is a term, is among them at cost 0. Slips are a
// missing, doubled, strange or swapped letter; neighbours on the keyboard and
// sounds that Vietnamese writers confuse (l and n, s and x, ch and tr, d, gi
// and r, i and y) cost less. Words with figures and words of fewer than three
// letters have no other candidate than themselves.
func (s *Speller) Candidates(word string) []Candidate {
	var found []Candidate
	if i, ok := s.exact[word]; ok {
		found = append(found, Candidate{word, 0, float64(s.weights[i])})
	}
	if len(word) < minSpelled || !spellable(word) {
		return found
	}
	limit := maxCost
	if len(word) >= longWord {
		limit = 2 * maxCost
	}
	for _, i := range s.near(word) {
		if cost := slipCost(word, s.terms[i]); cost > 0 && cost <= limit {
			found = append(found, Candidate{s.terms[i], cost, float64(s.weights[i])})
		}
	}
	slices.SortFunc(found, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Term, b.Term))
	})
	return found[:min(len(found), maxCandidates)]
}

// near returns the terms that share a shortened form with the word, or sound
// alike with it.
func (s *Speller) near(word string) []int32 {
	var ids []int32
	for _, h := range appendNeighbourhood(nil, word) {
		ids = append(ids, s.bucket(h)...)
	}
	for _, twin := range soundTwins(word) {
		if i, ok := s.exact[twin]; ok {
			ids = append(ids, i)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// onsetTwins are onsets that writers confuse, both ways.
var onsetTwins = [...][2]string{{"ch", "tr"}, {"gi", "d"}, {"gi", "r"}, {"d", "r"}, {"s", "x"}, {"l", "n"}, {"ngh", "ng"}, {"gh", "g"}, {"d", "v"}, {"k", "c"}, {"ph", "f"}}

// soundTwins returns the word with its onset confused.
func soundTwins(word string) []string {
	var twins []string
	for _, t := range onsetTwins {
		for k := range t {
			if rest, ok := strings.CutPrefix(word, t[k]); ok {
				twins = append(twins, t[1-k]+rest)
			}
		}
	}
	return twins
}

// Costs of one slip.
const (
	soundCost   = 0.6 // a sound that writers confuse
	keyCost     = 0.8 // a neighbouring key, a doubled or swapped letter
	slipOfOne   = 1.0 // a letter missing, too many or another
	maxCost     = 1.0
	keyboardRow = "qwertyuiop asdfghjkl  zxcvbnm"
)

// slipCost returns the cost of typing word for term: a Damerau-Levenshtein
// distance with weights, or the cost of one confused onset.
func slipCost(word, term string) float64 {
	for _, twin := range soundTwins(word) {
		if twin == term {
			return soundCost
		}
	}
	n := len(term)
	var rows [3][maxSpelled + 2]float64
	if n > maxSpelled || len(word) > maxSpelled {
		return math.Inf(1)
	}
	for j := range n + 1 {
		rows[0][j] = float64(j) * slipOfOne
	}
	for i := 1; i <= len(word); i++ {
		before2, before, row := &rows[(i+1)%3], &rows[(i-1)%3], &rows[i%3]
		row[0] = float64(i) * slipOfOne
		for j := 1; j <= n; j++ {
			row[j] = min(before[j-1]+swapCost(word[i-1], term[j-1]),
				before[j]+extraCost(word, i-1), row[j-1]+extraCost(term, j-1))
			if i > 1 && j > 1 && word[i-1] == term[j-2] && word[i-2] == term[j-1] {
				row[j] = min(row[j], before2[j-2]+keyCost)
			}
		}
	}
	return rows[len(word)%3][n]
}

// extraCost is the cost of the letter at i being too many: less if it doubles
// the one before.
func extraCost(s string, i int) float64 {
	if i > 0 && s[i] == s[i-1] {
		return keyCost
	}
	return slipOfOne
}

// swapCost is the cost of one letter typed for another.
func swapCost(a, b byte) float64 {
	switch {
	case a == b:
		return 0
	case a == 'i' && b == 'y', a == 'y' && b == 'i', a == 'l' && b == 'n', a == 'n' && b == 'l',
		a == 's' && b == 'x', a == 'x' && b == 's':
		return soundCost
	case adjacent(a, b):
		return keyCost
	}
	return slipOfOne
}

// adjacent reports whether two letters are neighbours on the keyboard.
func adjacent(a, b byte) bool {
	i, j := strings.IndexByte(keyboardRow, a), strings.IndexByte(keyboardRow, b)
	if i < 0 || j < 0 {
		return false
	}
	const width = 11
	dx, dy := i%width-j%width, i/width-j/width
	return dx >= -1 && dx <= 1 && dy >= -1 && dy <= 1
}

// errSpeller is the error of reading what WriteTo did not write.
var errSpeller = errors.New("not a stored vocabulary")

const spellerMagic = "spell1\n"

// WriteTo stores the terms and weights; ReadSpeller builds the rest anew.
func (s *Speller) WriteTo(w io.Writer) (int64, error) {
	out := []byte(spellerMagic)
	out = binary.AppendUvarint(out, uint64(len(s.terms)))
	for i, term := range s.terms {
		out = binary.AppendUvarint(out, uint64(len(term)))
		out = append(out, term...)
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(s.weights[i]))
	}
	n, err := w.Write(out)
	return int64(n), err
}

// ReadSpeller reads what WriteTo stored. It returns an error for anything else
// and takes no more memory than the input accounts for.
func ReadSpeller(r io.Reader) (*Speller, error) {
	in, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	rest, ok := strings.CutPrefix(string(in), spellerMagic)
	if !ok {
		return nil, errSpeller
	}
	count, rest, ok := cutUvarint(rest)
	if !ok || count > uint64(len(rest)) {
		return nil, errSpeller
	}
	s := &Speller{exact: make(map[string]int32, count)}
	for range count {
		var size uint64
		if size, rest, ok = cutUvarint(rest); !ok || size > uint64(len(rest)) || uint64(len(rest))-size < 4 {
			return nil, errSpeller
		}
		term := rest[:size]
		s.exact[term] = int32(len(s.terms))
		s.terms = append(s.terms, term)
		s.weights = append(s.weights, math.Float32frombits(binary.LittleEndian.Uint32([]byte(rest[size:size+4]))))
		rest = rest[size+4:]
	}
	s.index()
	return s, nil
}

func cutUvarint(s string) (uint64, string, bool) {
	v, n := binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
	if n <= 0 {
		return 0, s, false
	}
	return v, s[n:], true
}
