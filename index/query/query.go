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
	Official   bool     // asks for the official figure only
	Unit       string   // asked for after "bao nhiêu", may be empty
	Per        []string // what is counted for: "năm" of "một năm"
	Counted    bool     // "bao nhiêu hộ": asks for a number of things
	Listed     bool     // the indicators are listed, and nothing sets them against each other
	Newest     bool
	Wish       bool // "chỉ tiêu" before a name: the target itself, if there is one
	Leaning    bool // goes on from a question before: "còn …", "thế … thì sao"
	Extremal   bool // asks for the highest or lowest
	Lowest     bool // of these, the lowest
	BothEnds   bool // the highest and the lowest
	Top        int  // how many places are wanted: "top 5"; 0: one
	Falling    bool // of what fell only: the deepest fall if Lowest, else the slightest
	Range      bool // the periods are the ends of a stretch of years
	YesNo      bool
	Limit      *Limit // what figures are held against, nil: nothing
	Ordered    bool   // the places of PlaceLevel are to be put in order
	Multiple   bool   // "gấp mấy lần": how many times one figure is another
	WhichYear  bool   // "năm nào"
	Sourced    bool   // speaks of a source: "theo báo …"
	Goal       Goal   // of a list
	Document   string // kind of article asked for
	Quoted     []string
	Words      []string // words that are more than fillers
	Topic      []string // of these, those that name something, for a search
	About      string   // what a search is for, as the text has it
	Deeds      []string // what somebody did whom the question asks for
	Number     string   // of a document: 06-KH/TU
	PlaceLevel string   // level of "huyện nào": asks which place
	Left       []Left
	Ask        Ask // what a passage must tell
	strange    int // words left over that the vocabulary lacks

	Changed []string // words read otherwise than typed: "khảu → khẩu"
}

// maxText bounds the bytes of a text that are read.
const maxText = 4 << 10

// Parse reads a question. It never fails: what it cannot account for is left
// over.
func Parse(text string, o Options) Query {
	if o.Terms == nil {
		o.Terms = NewTerms(o.Catalogue, o.Areas)
	}
	plain := spellStretch(spellOut(withoutPurpose(viet.Normalize(clip(text)))))
	if said := corrected(plain, o); said != plain {
		plain = said
	}
	best := read(reading{text: plain}, o)
	best = best.orMended(false).orGrown()
	if best.doubtSlips() {
		best = best.orMended(true)
	}
	if coordinated := best.orCoordinated(); coordinated != best {
		return coordinated.q
	}
	return best.orGathered().orCored().q
}

// bareGrowth is growth of nothing that is named: that of the economy.
var bareGrowth = worded(`(^|\s)(tăng\s+trưởng)(\s|$)`)

// orGrown returns the parse, or where a growth is asked of nothing that it names, that
// of the text with "tốc độ tăng trưởng", as the growth of the economy is called.
func (p *parser) orGrown() *parser {
	if q := &p.q; q.Intent != None || q.Measure != Change || len(q.Indicators)+len(q.Left) > 0 {
		return p
	}
	said := "tốc độ tăng trưởng"
	if !p.q.Marked {
		said = viet.Fold(said)
	}
	text := bareGrowth.of(p.q.Marked).ReplaceAllString(p.q.Text, "${1}"+said+"${3}")
	if other := read(reading{text: text}, p.Options); len(other.q.Indicators) == 1 {
		return other
	}
	return p
}

// orMended returns the best of the parse and those of the other readings of its
// text; if doubting, slips in words that are passed over count against these.
func (p *parser) orMended(doubting bool) *parser {
	best := p
	for _, r := range otherReadings(p.q, p.Options) {
		other := read(r, p.Options)
		if !other.q.better(best.q) {
			continue
		}
		if doubting && other.doubtSlips() && !other.q.better(best.q) {
			continue
		}
		best = other
	}
	return best
}

// orGathered returns the parse, or that of the text with its interrupted names
// brought together where it tells more.
func (p *parser) orGathered() *parser {
	best := p
	if len(p.words) <= maxGathered {
		for _, text := range p.shareReadings() {
			if other := read(reading{text, p.q.Changed}, p.Options); other.q.isShare() {
				other.q.Text = p.q.Text
				return other
			}
		}
	}
	if !p.gathers() {
		return best
	}
	for _, g := range p.gather() {
		other := read(reading{g.text, p.q.Changed}, p.Options)
		if other.q.tellsMore(best.q) && !other.doubtSlips() && len(other.q.Periods) <= len(p.q.Periods) {
			other.q.Text, other.q.Counted = p.q.Text, other.q.Counted || g.counted
			best = other
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

// read reads one reading of the text.
func read(r reading, o Options) *parser {
	p := &parser{Options: o, q: Query{Text: r.text, Changed: r.changed, Marked: viet.HasMarks(r.text)}}
	p.words = split(r.text)
	p.takeQuotes()
	p.takeTimes()
	p.takePhrases()
	p.takeAreas()
	p.takeLimit()
	p.doubt()
	p.conclude()
	return p
}

// conclude tells what is left over and decides what is asked for.
func (p *parser) conclude() {
	q := &p.q
	q.Left, q.Words, q.Topic, q.Deeds, q.strange = nil, nil, nil, nil, 0
	q.Goal, q.Ask, q.Document, q.Unit, q.Per, q.Counted = AnyGoal, AskNothing, "", "", nil, false
	p.takeLeft()
	p.tellTopic()
	p.settle()
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

// leftWords returns how many words nothing accounts for, names of unknown places
// among them.
func (q Query) leftWords() int {
	n := 0
	for _, l := range q.Left {
		n += len(l.words)
	}
	for _, a := range q.Areas {
		n += a.unread
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

	doubts bool // a word is left over for what it may be
	each   bool // the figures of every place of a kind are asked for: "từng huyện"
}
