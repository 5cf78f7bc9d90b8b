// Package query reads a question: text in, a tree of small typed nodes out.
//
//	q := query.Parse("thu ngân sách 2021 tăng bao nhiêu", query.Options{Terms: terms, Now: now})
//	q.String() // (growth (indicator thu-ngan-sach "thu ngân sách") (period 2021 "2021"))
//
// # Design
//
// A question is cut into segments by the phrases of a vocabulary (Terms): names
// of indicators and areas, and the words that officials ask with. What no phrase
// accounts for is left over, and kept: the judge of package index gives no
// figure while a word of content is left. Text without marks, raw keystrokes and
// typos are read in several ways; the reading that leaves the least over wins,
// and the text as typed wins a tie.
//
// Parsing is pure: it depends on the text and the options alone.
package query

import (
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Options are what a text is read with.
type Options struct {
	Terms     *Terms             // nil: built from Catalogue and Table
	Catalogue []corpus.Indicator // only read if Terms is nil
	Areas     []corpus.Area      // only read if Terms is nil
	Now       time.Time          // for "năm ngoái" and the like
	Home      string             // name of the home area
}

// Query is what a question asks for.
type Query struct {
	Text       string // normalized, decoded, and with the typos mended that were
	Marked     bool   // the text has marks
	Intent     Intent
	Measure    Measure
	Indicators []Indicator
	Areas      []Area
	Periods    []Period
	Statuses   []corpus.Status
	Official   bool   // asks for the official figure only
	Unit       string // asked for after "bao nhiêu", may be empty
	Counted    bool   // "bao nhiêu hộ": asks for a number of things
	Newest     bool
	Wish       bool // "chỉ tiêu" before a name: the target itself, if there is one
	Leaning    bool // goes on from a question before: "còn …", "thế … thì sao"
	Lowest     bool // of an extreme: the lowest, not the highest
	Range      bool // the periods are the ends of a stretch of years
	YesNo      bool
	Sourced    bool   // speaks of a source: "theo báo …"
	Goal       Goal   // of a list
	Document   string // kind of article asked for
	Quoted     []string
	Words      []string // words that are more than fillers
	Topic      []string // of these, those that name something, for a search
	Deeds      []string // what somebody did whom the question asks for
	Number     string   // of a document: 06-KH/TU
	PlaceLevel string   // level of "huyện nào": asks which place
	Left       []Left
	Ask        Ask      // what a passage must tell
	strange    int      // words left over that the vocabulary lacks
	Changed    []string // words read otherwise than typed: "khảu → khẩu"
}

// maxText bounds the bytes of a text that are read.
const maxText = 4 << 10

// Parse reads a question. It never fails: what it cannot account for is left
// over.
func Parse(text string, o Options) Query {
	if o.Terms == nil {
		o.Terms = NewTerms(o.Catalogue, o.Areas)
	}
	best := parseReading(reading{text: spellOut(viet.Normalize(clip(text)))}, o)
	for _, r := range otherReadings(best, o) {
		if q := parseReading(r, o); q.better(best) {
			best = q
		}
	}
	return best
}

func clip(s string) string {
	if len(s) <= maxText {
		return s
	}
	return s[:maxText]
}

// parseReading reads one reading of the text.
func parseReading(r reading, o Options) Query {
	p := &parser{Options: o, q: Query{Text: r.text, Changed: r.changed, Marked: viet.HasMarks(r.text)}}
	p.words = split(r.text)
	p.takeQuotes()
	p.takeTimes()
	p.takePhrases()
	p.takeAreas()
	p.doubt()
	p.takeLeft()
	p.settle()
	return p.q
}

// better reports whether q leaves less of the text over than r, or fewer words
// that nobody knows.
func (q Query) better(r Query) bool {
	if a, b := q.leftWords(), r.leftWords(); a != b {
		return a < b
	}
	if q.strange != r.strange {
		return q.strange < r.strange
	}
	return len(q.Indicators) > len(r.Indicators) && len(q.Left) <= len(r.Left)
}

func (q Query) leftWords() int {
	n := 0
	for _, l := range q.Left {
		n += len(l.words)
	}
	return n
}

// parser holds one reading while it is taken apart.
type parser struct {
	Options
	q     Query
	words []word
	taken []bool // words that a time or a quotation covers
	segs  []segment
}
