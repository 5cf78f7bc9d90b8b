package index

import (
	"encoding/json"
	"fmt"
	"strings"

	bleve "github.com/blevesearch/bleve_index_api"

	"thiduabot/index/analysis"
)

// A document keeps one line of JSON that says all about it, and an article's text
// after it. On disk that is packed with a dictionary made of the first articles
// that come, which scorch keeps beside its segments. An index of fewer articles
// has none.

// dictionaryKey is where a store keeps its dictionary.
var dictionaryKey = []byte("dictionary")

// recall makes the packer for the texts that a store holds.
func (s *store) recall() error {
	r, err := s.Reader()
	if err != nil {
		return err
	}
	defer r.Close()
	dictionary, err := r.GetInternal(dictionaryKey)
	if err == nil {
		s.texts = analysis.NewPacker(dictionary)
	}
	return err
}

// keep returns the stored form of what is said about a document and its text.
func (s *store) keep(head []byte, text string) []byte {
	if !s.onDisk {
		return analysis.Plain(head, lineEnd, []byte(text))
	}
	return s.texts.Pack(head, lineEnd, []byte(text))
}

var lineEnd = []byte("\n")

// kept returns what keep was given.
func (s *store) kept(stored []byte) (head []byte, text string, err error) {
	whole, err := s.texts.Unpack(stored)
	line, text, _ := strings.Cut(whole, "\n")
	return []byte(line), text, err
}

// sampleSize is the number of articles that a dictionary is made from.
const sampleSize = 256

// sampler holds back the first articles that come to make a dictionary of them.
type sampler struct {
	store    *store
	yield    func(piece) error
	held     []piece
	articles int
	done     bool
}

func (s *sampler) take(p piece) error {
	if s.done {
		return s.yield(p)
	}
	s.held = append(s.held, p)
	if p.article.ID != "" {
		s.articles++
	}
	if s.articles < sampleSize {
		return nil
	}
	if err := s.store.learn(s.held); err != nil {
		return err
	}
	return s.release()
}

// release yields what is held back.
func (s *sampler) release() error {
	for _, p := range s.held {
		if err := s.yield(p); err != nil {
			return err
		}
	}
	s.held, s.done = nil, true
	return nil
}

// learn gives an empty store a dictionary.
func (s *store) learn(pieces []piece) error {
	var samples []string
	for i := range pieces {
		a := &pieces[i].article
		for _, l := range leavesOf(a) {
			head, err := json.Marshal(l)
			if err != nil {
				return fmt.Errorf("article %s: %w", a.ID, err)
			}
			samples = append(samples, string(head)+"\n"+l.text)
		}
	}
	dictionary := analysis.Dictionary(samples)
	b := bleve.NewBatch()
	b.SetInternal(dictionaryKey, dictionary)
	if err := s.Batch(b); err != nil {
		return err
	}
	s.texts = analysis.NewPacker(dictionary)
	return nil
}
