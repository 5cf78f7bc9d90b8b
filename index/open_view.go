package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"thiduabot/corpus"
	"thiduabot/index/analysis"
)

// ErrClosed says that the index was closed.
var ErrClosed = errors.New("index is closed")

// view is one state of a store, with what searching needs at hand. It does not
// change, and is closed when nobody holds it.
type view struct {
	store      *store
	snap       *scorch.IndexSnapshot
	parts      []*part
	tables     *corpus.Corpus
	stats      map[string]stats // by kind of document
	words      wordList
	generation int      // of a data folder; 0: in memory
	known      sync.Map // decoded records by global document number
	nknown     atomic.Int64
	leaves     sync.Map // decoded leaves by global document number, of small corpora
	publishers publisherList
	refs       atomic.Int64

	frequent float64 // the constant, but for tests
}

// stats are the totals of one kind of document.
type stats struct {
	count   float64
	average float32 // length in words
}

// part is one segment of the store.
type part struct {
	seg     segment.Segment
	deleted *roaring.Bitmap
	base    uint64                     // of its document numbers among all
	kinds   map[string]*roaring.Bitmap // the documents of each kind
	class   []uint8                    // length class of each document
}

// newView takes over s, which it closes on failure.
func newView(s *store, tables *corpus.Corpus) (*view, error) {
	r, err := s.Reader()
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	snap, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(fmt.Errorf("no snapshot but %T", r), s.Close())
	}
	v := &view{store: s, snap: snap, tables: tables, stats: map[string]stats{}, frequent: frequent}
	v.refs.Store(1)
	base := uint64(0)
	for _, ss := range snap.Segments() {
		p := &part{seg: ss.Segment(), deleted: ss.Deleted(), base: base}
		base += ss.Segment().Count()
		if err := p.load(); err != nil {
			return nil, errors.Join(err, v.release())
		}
		v.parts = append(v.parts, p)
	}
	v.measure()
	if err := v.imply(); err != nil {
		return nil, errors.Join(err, v.release())
	}
	return v, nil
}

// load reads the kinds and length classes of the documents.
func (p *part) load() error {
	p.kinds = map[string]*roaring.Bitmap{}
	l := p.lookup()
	for _, kind := range [...]string{articleKind, recordKind} {
		set, err := l.set(analysis.Key, analysis.KindKey(kind))
		if err != nil {
			return err
		}
		p.kinds[kind] = set
	}
	p.class = make([]uint8, p.seg.Count())
	return l.each(analysis.Key, analysis.LengthPrefix, func(term string, set *roaring.Bitmap) bool {
		class, ok := analysis.Class(term)
		if ok {
			for it := set.Iterator(); it.HasNext(); {
				p.class[it.Next()] = class
			}
		}
		return true
	})
}

// measure counts the documents of each kind and their lengths.
func (v *view) measure() {
	for _, kind := range [...]string{articleKind, recordKind} {
		var n, words float64
		for _, p := range v.parts {
			for it := p.kinds[kind].Iterator(); it.HasNext(); {
				n++
				words += float64(analysis.ClassLength(p.class[it.Next()]))
			}
		}
		v.stats[kind] = stats{n, float32(words / max(n, 1))}
	}
}

// hold reports whether the view could be kept open; then it must be released.
func (v *view) hold() bool {
	for {
		n := v.refs.Load()
		if n == 0 {
			return false
		}
		if v.refs.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (v *view) release() error {
	if v.refs.Add(-1) > 0 {
		return nil
	}
	return errors.Join(v.snap.Close(), v.store.Close())
}

// lookup reads the dictionaries of a part. It is not safe for concurrent use.
type lookup struct {
	part  *part
	dicts map[string]segment.TermDictionary
	last  segment.PostingsList // of count, for its memory
}

func (p *part) lookup() *lookup {
	return &lookup{part: p, dicts: map[string]segment.TermDictionary{}}
}

func (l *lookup) dict(field string) (segment.TermDictionary, error) {
	if d, ok := l.dicts[field]; ok {
		return d, nil
	}
	d, err := l.part.seg.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("dictionary of %q: %w", field, err)
	}
	l.dicts[field] = d
	return d, nil
}

// set returns the live documents with a term; it may be empty, never nil, and
// must not be changed.
func (l *lookup) set(field, term string) (*roaring.Bitmap, error) {
	d, err := l.dict(field)
	if err != nil {
		return nil, err
	}
	list, err := d.PostingsList([]byte(term), l.part.deleted, nil)
	if err != nil {
		return nil, fmt.Errorf("documents with %q: %w", term, err)
	}
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("documents with %q: postings are no bitmap", term)
	}
	if n, ok := it.DocNum1Hit(); ok {
		return roaring.BitmapOf(uint32(n)), nil
	}
	if set := it.ActualBitmap(); set != nil {
		return set, nil
	}
	return roaring.New(), nil
}

// count returns the number of live documents with a term.
func (l *lookup) count(field, term string) (uint64, error) {
	d, err := l.dict(field)
	if err != nil {
		return 0, err
	}
	l.last, err = d.PostingsList([]byte(term), l.part.deleted, l.last)
	if err != nil {
		return 0, fmt.Errorf("documents with %q: %w", term, err)
	}
	return l.last.Count(), nil
}

// each calls f for every term with a prefix, in order, until it returns false.
func (l *lookup) each(field, prefix string, f func(term string, set *roaring.Bitmap) bool) error {
	terms, err := l.terms(field, prefix)
	if err != nil {
		return err
	}
	for _, t := range terms {
		set, err := l.set(field, t)
		if err != nil {
			return err
		}
		if !f(t, set) {
			return nil
		}
	}
	return nil
}

func (l *lookup) terms(field, prefix string) ([]string, error) {
	d, err := l.dict(field)
	if err != nil {
		return nil, err
	}
	it := d.AutomatonIterator(nil, []byte(prefix), []byte(prefix+"\xff"))
	var terms []string
	for {
		e, err := it.Next()
		if err != nil {
			return nil, fmt.Errorf("terms of %q: %w", field, err)
		}
		if e == nil {
			return terms, nil
		}
		terms = append(terms, e.Term)
	}
}

// kept returns what is stored of a document.
func (v *view) kept(p *part, doc uint32) (head []byte, text string, err error) {
	broken := errors.New("nothing is stored")
	err = p.seg.VisitStoredFields(uint64(doc), func(field string, _ byte, b []byte, _ []uint64) bool {
		if field == analysis.Kept {
			head, text, broken = v.store.kept(b)
			return false
		}
		return true
	})
	if err = errors.Join(err, broken); err != nil {
		return nil, "", fmt.Errorf("stored document: %w", err)
	}
	return head, text, nil
}

// maxKnownLeaves is the number of documents up to which a corpus is kept decoded
// once it is read: some 4 MiB.
const maxKnownLeaves = 1000

// leaf returns the leaf stored as a document. It is shared, and must not be
// changed.
func (v *view) leaf(p *part, doc uint32) (*leaf, error) {
	at := p.base + uint64(doc)
	if l, ok := v.leaves.Load(at); ok {
		return l.(*leaf), nil
	}
	l := &leaf{}
	head, text, err := v.kept(p, doc)
	if err == nil {
		err = json.Unmarshal(head, l)
	}
	if err != nil {
		return nil, fmt.Errorf("stored article: %w", err)
	}
	l.text = text
	if v.stats[articleKind].count <= maxKnownLeaves {
		v.leaves.Store(at, l)
	}
	return l, nil
}

// article puts an article together from its leaves.
func (v *view) article(id string) (corpus.Article, bool, error) {
	var leaves []*leaf
	for _, p := range v.parts {
		set, err := p.lookup().set(analysis.Key, analysis.SourceKey(id))
		if err != nil {
			return corpus.Article{}, false, err
		}
		for it := roaring.And(set, p.kinds[articleKind]).Iterator(); it.HasNext(); {
			l, err := v.leaf(p, it.Next())
			if err != nil {
				return corpus.Article{}, false, err
			}
			leaves = append(leaves, l)
		}
	}
	if len(leaves) == 0 {
		return corpus.Article{}, false, nil
	}
	slices.SortFunc(leaves, func(a, b *leaf) int { return a.N - b.N })
	a := leaves[0].Article
	var texts []string
	for _, l := range leaves {
		if _, rest, ok := strings.Cut(l.text, paragraphBreak); ok {
			texts = append(texts, rest)
		}
	}
	a.Text = strings.Join(texts, paragraphBreak)
	return a, true, nil
}
