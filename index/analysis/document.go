package analysis

import (
	index "github.com/blevesearch/bleve_index_api"
)

// The fields of a document. All but Key are made of a text's words.
const (
	Once  = "f"  // words
	Twice = "g"  // words that occur at least twice
	Often = "h"  // words that occur at least four times
	Pairs = "p"  // buckets of pairs of neighbouring words
	Key   = "k"  // exact keys: see the functions named after them
	Kept  = "_t" // stored
)

// PairBuckets is the number of sets that pairs of words are hashed into. At
// 100,000 articles of 300 words a set holds some fifty of them, of which the
// exact score then knows better; twice as many sets make the index a
// tenth larger.
const PairBuckets = 1 << 19

// Document is what scorch is given of one text or record.
type Document struct {
	id     string
	fields []index.Field
	size   int
}

// Content is what a document is made from.
type Content struct {
	ID   string
	Text string   // found by its words
	Keys []string // found exactly
	Kept []byte   // stored: see Packer
}

// present says that a term occurs; how often is not kept.
var present = &index.TokenFreq{}

// Document analyzes a text. It returns the number of its words as well.
func (r *Reader) Document(c Content) *Document {
	words := r.sets(c.Text)
	d := &Document{id: c.ID, size: len(c.Kept) + len(c.Text)}
	keys := make(index.TokenFrequencies, len(c.Keys)+1)
	for _, k := range c.Keys {
		keys[k] = present
	}
	keys[LengthKey(words.length)] = present
	d.fields = []index.Field{
		&field{name: Once, terms: words.once},
		&field{name: Twice, terms: words.twice},
		&field{name: Often, terms: words.often},
		&field{name: Pairs, terms: words.pairs},
		&field{name: Key, terms: keys},
		&field{name: Kept, value: c.Kept, stored: true},
	}
	return d
}

type sets struct {
	once, twice, often, pairs index.TokenFrequencies
	length                    int
}

func (r *Reader) sets(text string) sets {
	if r.counts == nil {
		r.counts = make(map[string]uint8, 256)
	}
	clear(r.counts)
	s := sets{pairs: make(index.TokenFrequencies, len(text)/bytesAWord)}
	last := ""
	r.Words(text, func(w Word) bool {
		s.length++
		r.counts[w.Folded] = min(r.counts[w.Folded], 100) + 1
		if w.Whole {
			return true
		}
		if last != "" {
			s.pairs[PairTerm(last, w.Folded)] = present
		}
		last = w.Folded
		return true
	})
	s.once = make(index.TokenFrequencies, len(r.counts))
	s.twice, s.often = index.TokenFrequencies{}, index.TokenFrequencies{}
	for word, n := range r.counts {
		s.once[word] = present
		if n >= 2 {
			s.twice[word] = present
		}
		if n >= 4 {
			s.often[word] = present
		}
	}
	return s
}

// bytesAWord is about how long a word is with what parts it from the next.
const bytesAWord = 6

// PairTerm returns the term of the set that a pair of folded words belongs to.
func PairTerm(a, b string) string {
	h := uint32(2166136261)
	for i := range len(a) {
		h = (h ^ uint32(a[i])) * 16777619
	}
	h = (h ^ ' ') * 16777619
	for i := range len(b) {
		h = (h ^ uint32(b[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	return bucketTerms(h % PairBuckets)
}

func bucketTerms(n uint32) string { return string([]byte{byte(n >> 16), byte(n >> 8), byte(n)}) }

// ID returns the identifier of the document.
func (d *Document) ID() string { return d.id }

// Size returns about how many bytes the document holds.
func (d *Document) Size() int { return d.size }

// VisitFields calls v for each field.
func (d *Document) VisitFields(v index.FieldVisitor) {
	for _, f := range d.fields {
		v(f)
	}
}

// VisitComposite does nothing: no field is made of others.
func (d *Document) VisitComposite(index.CompositeFieldVisitor) {}

// HasComposite reports false.
func (d *Document) HasComposite() bool { return false }

// NumPlainTextBytes returns the size of what was analyzed.
func (d *Document) NumPlainTextBytes() uint64 { return uint64(d.size) }

// StoredFieldsBytes returns the size of what is stored.
func (d *Document) StoredFieldsBytes() uint64 { return uint64(d.size) }

// Indexed reports true: every document has terms.
func (d *Document) Indexed() bool { return true }

// AddIDField adds the field that scorch finds a document by.
func (d *Document) AddIDField() {
	id := &field{name: "_id", value: []byte(d.id), stored: true}
	id.terms = index.TokenFrequencies{d.id: present}
	d.fields = append(d.fields, id)
}

// field is a set of terms, or a stored value, or both.
type field struct {
	name   string
	value  []byte
	terms  index.TokenFrequencies
	stored bool
}

func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return f.value }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Analyze()                                         {}
func (f *field) AnalyzedLength() int                              { return 1 }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return uint64(len(f.value)) }

func (f *field) Options() index.FieldIndexingOptions {
	var o index.FieldIndexingOptions = index.SkipFreqNorm
	if f.terms != nil {
		o |= index.IndexField
	}
	if f.stored {
		o |= index.StoreField
	}
	return o
}
