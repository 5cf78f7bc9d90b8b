// Package extract reads the figures of an article: prose in, candidate records
// out, each with the words that prove it.
//
//	x := extract.New(c)
//	for _, r := range x.Records(article) {
//		fmt.Println(r.Name, r.Printed, r.Evidence)
//	}
//
// # Design
//
// A text is cut into tokens with their byte offsets, sentences, and items:
// figures with units, times, places, names of indicators, verbs of status and
// movement, separators. The grammar then reads each figure by the verb before
// it and the words behind it: a level, a change, a share of the plan. Subject,
// verb, status, period and area carry over to later clauses that leave them
// out. Nothing is tied to one article or province; what the grammar is not
// sure of it keeps with its reason in Doubt, and what is no figure of an
// indicator (dates, document numbers, gifts, ranks) it leaves out.
//
// Tables are read by the words of their header; of one without a header only the
// rows with a name, a unit and a single number are read.
//
// # Measured
//
// TestGold scores invented articles by precision, recall and the precision of
// the records without doubt. All sets have been tuned to by now; what counts is what
// each scored at first sight: a third reader 0.84, 0.77 and 0.87, a fourth 0.90, 0.89
// and 0.93, a fifth 0.90, 0.82 and 0.91, three writers of other trades 0.81, 0.67 and
// 0.88, a writer of office reports 0.77, 0.73 and 0.85, and on the other half of his
// 0.65, 0.58 and 0.69. Since mended they stand at 0.91, 0.90 and 0.93 or better, the
// last three sets at 0.76 to 0.89, 0.66 to 0.82 and 0.84 to 0.90. In styles.txt and
// periods.txt, whose gold was written from what was read and put right by hand, what
// is doubted counts as wrong. TestTableForms holds tables with the records they give.
// BenchmarkRecords reads more than 1,400 articles of 300 words a second on two
// busy cores; time is linear in the text, also for text made to be slow.
//
// # Sources
//
// The word lists were chosen by hand for reports of local governments.
package extract

import (
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Candidate is a record found in a text. Start and End are byte offsets of its
// Evidence in the text as given, before any normalizing.
type Candidate struct {
	corpus.Record
	Start int `json:"start"`
	End   int `json:"end"`
}

// Extractor knows the names of indicators and areas. It is safe for concurrent
// use.
type Extractor struct {
	marked, bare *lexicon           // for text with marks, and for text typed without
	indicators   []corpus.Indicator // of the catalogue, then the usual ones
	own          map[string]bool    // ids of the catalogue
	areas        []corpus.Area
	areaNames    map[string]string // folded name or alias -> name
}

// New returns an extractor for the catalogue and areas of c. Names that reports
// commonly use are read as names also where c lacks them, but no record takes an
// id that is not of c.
func New(c *corpus.Corpus) *Extractor {
	x := &Extractor{
		marked:     newLexicon(spellMarked),
		bare:       newLexicon(spellBare),
		indicators: withUsual(c.Indicators),
		own:        map[string]bool{"": true},
		areas:      c.Areas,
		areaNames:  map[string]string{},
	}
	for i := range c.Indicators {
		x.own[c.Indicators[i].ID] = true
	}
	x.marked.build(x.indicators, len(c.Indicators), c.Areas)
	x.bare.build(x.indicators, len(c.Indicators), c.Areas)
	for _, a := range c.Areas {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if _, taken := x.areaNames[viet.Fold(name)]; !taken || name == a.Name {
				x.areaNames[viet.Fold(name)] = a.Name
			}
		}
	}
	return x
}

// withUsual returns the indicators of a catalogue and those of the built-in one
// that it lacks.
func withUsual(own []corpus.Indicator) []corpus.Indicator {
	have := map[string]bool{}
	all := make([]corpus.Indicator, 0, len(own)+len(corpus.Default().Indicators))
	for _, i := range own {
		have[i.ID] = true
		all = append(all, i)
	}
	for _, i := range corpus.Default().Indicators {
		if !have[i.ID] {
			all = append(all, i)
		}
	}
	return all
}

// disown gives a record of an indicator that is only a usual one the name that the
// catalogue may know, without "trên địa bàn" behind it.
func (x *Extractor) disown(r *corpus.Record, lex *lexicon) {
	r.Indicator = ""
	for _, within := range [...]string{"", " tỉnh", " thành phố", " huyện", " quận", " thị xã", " xã", " phường"} {
		r.Name = strings.TrimSuffix(r.Name, " trên địa bàn"+within)
	}
	c := clause{reader: &reader{x: x, lex: lex}}
	for _, e := range c.exact(r.Name) {
		if ind := &x.indicators[e.ref]; x.own[ind.ID] && ind.Fits(r) {
			r.Indicator = ind.ID
			return
		}
	}
}

// Records returns the candidates of one article, in order of the text. Article
// fields other than Text give title, date and areas; offsets are into a.Text.
func (x *Extractor) Records(a corpus.Article) []Candidate {
	printed := a.Text
	a.Text = strings.ReplaceAll(strings.ReplaceAll(printed, "\r\n", " \n"), "\r", "\n") // byte for byte as long
	p := x.reader(a)
	for i, s := range paragraphs(a.Text) {
		p.paragraph(i+1, s)
	}
	for i := range p.out {
		if r := &p.out[i].Record; r.Indicator != "" && !x.own[r.Indicator] {
			x.disown(r, p.lex)
		}
	}
	if a.Text != printed {
		for i := range p.out {
			p.out[i].Evidence = printed[p.out[i].Start:p.out[i].End]
		}
	}
	return once(p.out)
}
