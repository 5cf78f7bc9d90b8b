// Package extract reads the figures of an article: prose in, candidate records
// out, each with the words that prove it.
package extract

import "thiduabot/corpus"

// Candidate is a record found in a text. Start and End are byte offsets of its
// Evidence in the text as given, before any normalizing.
type Candidate struct {
	corpus.Record
	Start int `json:"start"`
	End   int `json:"end"`
}

// Extractor knows the names of indicators and areas. It is safe for concurrent
// use.
type Extractor struct{}

// New returns an extractor for the catalogue and areas of c.
func New(c *corpus.Corpus) *Extractor { return &Extractor{} }

// Records returns the candidates of one article, in order of the text. Article
// fields other than Text give title, date and areas; offsets are into a.Text.
func (x *Extractor) Records(a corpus.Article) []Candidate { return nil }
