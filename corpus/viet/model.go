package viet

import (
	"bytes"
	"cmp"
	"compress/flate"
	_ "embed"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./genmodel -corpus ../data -lexicon genmodel/lexicon.txt -out model.bin

// modelBytes is the built-in language model, made by genmodel out of the
// corpus's own words and a lexicon of office terms.
//
//go:embed model.bin
var modelBytes []byte

// Model is a bigram model of syllables that puts marks back. It is read-only
// and safe for concurrent use.
//
// # Stored form
//
// Deflated: the magic, the number of syllables, then each as length, bytes,
// count; then for each syllable in turn the number of its followers, each as
// the step from the follower before and a count. All numbers are uvarints. The
// first four syllables are the ones below.
type Model struct {
	text    []string
	folded  map[string][]int32 // folded form -> syllables, the most frequent first
	ids     map[string]int32
	single  []float32 // probability of each syllable alone
	back    []float32 // share of probability left to single after each syllable
	starts  []int32   // followers of syllable i: next[starts[i]:starts[i+1]]
	next    []int32
	chained []float32 // discounted probability of each follower
}

// Syllables of the model that are no syllables of text.
const (
	ModelEdge    = iota // start and end of a clause
	ModelNumber         // any token with a figure
	ModelYear           // a year, 1900 to 2099
	ModelOther          // any word that is no syllable
	modelSpecial        // number of the above
)

// ModelMagic begins a stored model, before deflation.
const ModelMagic = "vietbigram2\n"

var errModel = errors.New("not a stored language model")

// builtinModel loads the embedded model once; nil if it is damaged.
var builtinModel = sync.OnceValue(func() *Model {
	m, err := ReadModel(bytes.NewReader(modelBytes))
	if err != nil {
		return nil
	}
	return m
})

// maxModel bounds the inflated size of a model, in bytes.
const maxModel = 16 << 20

// ReadModel reads a stored model.
func ReadModel(r io.Reader) (*Model, error) {
	raw, err := io.ReadAll(io.LimitReader(flate.NewReader(r), maxModel))
	if err != nil {
		return nil, errModel
	}
	in, ok := strings.CutPrefix(string(raw), ModelMagic)
	if !ok {
		return nil, errModel
	}
	d := &numbers{in: in}
	m := &Model{folded: map[string][]int32{}, ids: map[string]int32{}}
	counts := m.readSyllables(d)
	m.readFollowers(d, counts)
	if d.bad || len(m.text) < modelSpecial {
		return nil, errModel
	}
	m.weigh(counts)
	return m, nil
}

// numbers reads uvarints and strings; bad is set at the first that is missing.
type numbers struct {
	in  string
	bad bool
}

func (d *numbers) next() uint64 {
	v, rest, ok := cutUvarint(d.in)
	if !ok {
		d.bad = true
		return 0
	}
	d.in = rest
	return v
}

// size reads a count of things that take a byte at least.
func (d *numbers) size() int {
	n := d.next()
	if n > uint64(len(d.in)) {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *numbers) string() string {
	n := d.size()
	s := d.in[:n]
	d.in = d.in[n:]
	return s
}

func (m *Model) readSyllables(d *numbers) []float32 {
	n := d.size()
	counts := make([]float32, n)
	for i := range n {
		s := d.string()
		counts[i] = float32(d.next())
		m.text = append(m.text, s)
		if i >= modelSpecial {
			m.ids[s] = int32(i)
			f := Fold(s)
			m.folded[f] = append(m.folded[f], int32(i))
		}
	}
	return counts
}

// readFollowers leaves raw counts in chained.
func (m *Model) readFollowers(d *numbers, counts []float32) {
	m.starts = make([]int32, 1, len(counts)+1)
	for range counts {
		id := int32(0)
		for range d.size() {
			id += int32(min(d.next(), uint64(len(counts))))
			if int(id) >= len(counts) {
				d.bad = true
				id = 0
			}
			m.next = append(m.next, id)
			m.chained = append(m.chained, float32(d.next()))
		}
		m.starts = append(m.starts, int32(len(m.next)))
	}
}

// discount is taken from every count of a pair and given to unseen ones.
const discount = 0.5

// weigh turns counts into probabilities: absolute discounting, interpolated
// with the syllables alone.
func (m *Model) weigh(counts []float32) {
	m.single, m.back = m.alone(counts), make([]float32, len(counts))
	for i := range counts {
		row := m.chained[m.starts[i]:m.starts[i+1]]
		sum := float32(0)
		for _, n := range row {
			sum += n
		}
		m.back[i] = 1
		if sum > 0 {
			m.back[i] = discount * float32(len(row)) / (sum + 1)
			m.back[i] = min(max(m.back[i], 0.05), 1)
		}
		for j, n := range row {
			row[j] = max(n-discount, 0.05) / (sum + 1)
		}
	}
	for _, list := range m.folded {
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(counts[b], counts[a]) })
	}
}

// alone returns the probability of each syllable after one that it was never
// seen after. That depends on how many different ones it follows (Kneser and
// Ney) more than on how frequent it is: "nhiêu" follows little but "bao".
func (m *Model) alone(counts []float32) []float32 {
	weights := make([]float32, len(counts))
	for _, id := range m.next {
		weights[id]++
	}
	total := float32(0)
	for i, c := range counts {
		weights[i] += frequencyShare*float32(math.Sqrt(float64(c))) + 0.05
		total += weights[i]
	}
	for i := range weights {
		weights[i] /= total
	}
	return weights
}

// frequencyShare weighs the root of a syllable's count against the number of
// syllables it follows; chosen on sentences held out.
const frequencyShare = 0.05

// chance returns the probability that b follows a.
func (m *Model) chance(a, b int32) float32 {
	p := m.back[a] * m.single[b]
	row := m.next[m.starts[a]:m.starts[a+1]]
	if i, ok := slices.BinarySearch(row, b); ok {
		p += m.chained[int(m.starts[a])+i]
	}
	return p
}

// Candidates returns the syllables that a syllable without marks may be, the
// most frequent first; marks it has are ignored. Unknown ones have none.
func (m *Model) Candidates(syllable string) []string {
	ids := m.folded[Fold(syllable)]
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = m.text[id]
	}
	return out
}

// Candidates returns the syllables that a syllable without marks may be, by the
// built-in model, the most frequent first.
func Candidates(syllable string) []string {
	m := builtinModel()
	if m == nil {
		return nil
	}
	return m.Candidates(syllable)
}
