package index

import (
	"context"
	"slices"
	"time"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// Kind tells what sort of answer an Answer is.
type Kind string

// The kinds of answer.
const (
	Figure     Kind = "figure"     // one figure answers
	Comparison Kind = "comparison" // several figures side by side
	List       Kind = "list"
	Articles   Kind = "articles" // announcements found
	Passage    Kind = "passage"  // a sentence of an article answers
	Due        Kind = "deadline"
	Reminder   Kind = "reminder"
	Clarify    Kind = "clarify" // several readings; Suggestions offers them
	Smalltalk  Kind = "smalltalk"
	Unknown    Kind = "unknown"
)

// Question is one question with what it leans on.
type Question struct {
	Text      string
	Now       time.Time   // zero: the wall clock
	Home      string      // home area of the asker; empty: that of the corpus
	Audiences []string    // of the asker; Everything lifts the filter
	Previous  *Understood // of the question before, for follow-ups

	// ReadBack says in plain words when a request to be reminded fires, and false
	// if it is none. Nil: such a request is only recognised.
	ReadBack func(text string, now time.Time) (said string, ok bool)

	joined bool // a part of a message that goes on from the part before
}

// Everything as the only audience means: no article is hidden (command line).
const Everything = "*"

// Understood is what the program made of a question.
type Understood struct {
	Intent     string   `json:"intent"`
	Indicators []string `json:"indicators"` // ids
	Areas      []string `json:"areas"`
	Periods    []string `json:"periods"`
	Statuses   []string `json:"statuses"`
	Measure    string   `json:"measure"`               // level, growth, plan, rank ...
	Source     string   `json:"source,omitempty"`      // id of the source of the answer, for "nguồn ở đâu"
	Text       string   `json:"text,omitempty"`        // the question, normalized
	Subject    []string `json:"subject,omitempty"`     // words that named the indicator
	PlaceLevel string   `json:"place_level,omitempty"` // level of the places ranked: "huyện nào …"
	Range      bool     `json:"range,omitempty"`       // the only period is a stretch of years, each of which is shown
}

// Found is an article in an answer.
type Found struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Snippet   string `json:"snippet"`
	Paragraph int    `json:"paragraph"`
}

// Answer is what the bot knows to a question (contract: command ask).
type Answer struct {
	Question    string          `json:"question"`
	Kind        Kind            `json:"kind"`
	Text        string          `json:"text"`
	Records     []corpus.Record `json:"records"`
	Variants    []corpus.Record `json:"variants"`
	Articles    []Found         `json:"articles"`
	Suggestions []string        `json:"suggestions"`
	Fallback    string          `json:"fallback"`
	Understood  Understood      `json:"understood"`
	Explain     []string        `json:"explain,omitempty"` // the steps, for --explain
}

// Answer answers one question. It keeps no state. The error is about reading
// the corpus or about ctx; that nothing is known is an answer.
func (x *Index) Answer(ctx context.Context, q Question) (Answer, error) {
	if q.Now.IsZero() {
		q.Now = time.Now()
	}
	said := q.Text
	q.Text = query.WithoutTalk(said, x.vocabulary.termsOf(x.tables()))
	a, err := x.reply(ctx, q)
	if err == nil {
		a, err = x.fullSentence(ctx, q, a)
	}
	a.Question = said
	return a, err
}

// reply answers a question that stands without talk around it.
func (x *Index) reply(ctx context.Context, q Question) (Answer, error) {
	plain, err := x.deliberate(ctx, q)
	if err != nil || plain.Kind == Reminder {
		return plain, err
	}
	if c, ok := query.FigureIn(q.Text); ok {
		return x.ofNumber(ctx, q, c, plain)
	}
	if c, ok := query.SourceIn(q.Text); ok {
		return x.fromSource(ctx, q, c, plain)
	}
	if rest, ok := query.ReasonOf(q.Text); ok {
		return x.because(ctx, q, rest, plain)
	}
	return x.ofParts(ctx, q, plain)
}

// deliberate answers a question as it stands.
func (x *Index) deliberate(ctx context.Context, q Question) (Answer, error) {
	d := x.consider(ctx, q)
	d.answer.Question = q.Text
	if err := d.decide(); err != nil {
		return Answer{}, err
	}
	if d.answer.Kind == "" || d.answer.Kind == Unknown || d.answer.Kind == Articles {
		if _, err := d.byWords(); err != nil {
			return Answer{}, err
		}
	}
	return d.finish(), nil
}

// consider reads a question, completed from the one before.
func (x *Index) consider(ctx context.Context, q Question) *deliberation {
	tables := x.tables()
	if q.Home == "" {
		q.Home = tables.Home
	}
	d := &deliberation{ctx: ctx, x: x, asked: q, tables: tables, terms: x.vocabulary.termsOf(tables)}
	d.q = query.Parse(q.Text, query.Options{Terms: d.terms, Now: q.Now.In(corpus.Zone), Home: q.Home})
	d.step("parse", d.q.String())
	d.readLocalProduct()
	d.mendSought()
	d.follow()
	d.settleAge()
	d.nameOnce()
	d.countToo()
	return d
}

// deliberation is one question on its way to an answer.
type deliberation struct {
	ctx    context.Context
	x      *Index
	asked  Question
	tables *corpus.Corpus
	terms  *query.Terms
	q      query.Query
	search *sought // what a search for articles looks for, once it is read
	adding bool    // what several years add up to is asked for, not their difference
	answer Answer

	localProduct bool // GDP was asked of a place, and read as GRDP

	nearYear string // the year asked for that no article found is of

	saidOf, saidWords string // the last text of q and its folded words
}

// said returns the folded words of the question, parted by single spaces and with
// one at either end.
func (d *deliberation) said() string {
	if d.saidOf != d.q.Text || d.saidWords == "" {
		d.saidOf, d.saidWords = d.q.Text, foldedWords(d.q.Text)
	}
	return d.saidWords
}

// step notes what was found out, for --explain.
func (d *deliberation) step(name, said string) {
	d.answer.Explain = append(d.answer.Explain, name+": "+said)
}

// several answers what wants several figures side by side.
func (d *deliberation) several() error {
	if err := d.choosePlaces(d.want().ids); err != nil {
		return err
	}
	switch d.q.Intent {
	case query.Trend:
		return d.trend()
	case query.Extreme:
		return d.extreme()
	}
	return d.compare()
}

// choosePlaces takes one meaning of each name that stands for several places:
// the home area if it has figures of the indicators, else the first that has.
func (d *deliberation) choosePlaces(ids []string) error {
	for i, a := range d.q.Areas {
		if len(a.Names) < 2 {
			continue
		}
		names := slices.Clone(a.Names)
		slices.SortStableFunc(names, func(x, y string) int { return prefer(x == d.asked.Home, y == d.asked.Home) })
		chosen := names[0]
		for _, name := range names {
			records, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: ids, Areas: []string{name}, Audiences: d.asked.Audiences})
			if err != nil {
				return err
			}
			if len(records) > 0 {
				chosen = name
				break
			}
		}
		d.q.Areas[i].Names = []string{chosen}
		d.step("judge", "“"+a.Text+"” is taken as "+chosen)
	}
	return nil
}

// finish fills what every answer has: lists that are empty, not null, and what
// was understood.
func (d *deliberation) finish() Answer {
	a := &d.answer
	if a.Kind == "" {
		a.Kind = Unknown
	}
	if slices.Contains([]Kind{Unknown, Clarify, Articles, Passage}, a.Kind) {
		a.Records, a.Variants = nil, nil
	}
	a.Records = append([]corpus.Record{}, a.Records...)
	a.Variants = append([]corpus.Record{}, a.Variants...)
	a.Articles = append([]Found{}, a.Articles...)
	a.Suggestions = append([]string{}, a.Suggestions...)
	a.Understood = d.understood()
	d.noteLocalProduct()
	d.step("say", string(a.Kind))
	return *a
}

func (d *deliberation) understood() Understood {
	if prev := d.asked.Previous; d.q.Intent == query.SourceOf && prev != nil && len(d.q.Indicators) == 0 {
		return *prev
	}
	u := Understood{
		Intent: string(d.q.Intent), Measure: string(d.q.Measure), Text: d.q.Text,
		Indicators: []string{}, Areas: []string{}, Periods: []string{}, Statuses: []string{},
	}
	u.PlaceLevel = d.q.PlaceLevel
	for _, n := range d.q.Indicators {
		u.Indicators = append(u.Indicators, n.IDs...)
		u.Subject = append(u.Subject, marked(n.Text, n.Said()))
	}
	for _, n := range d.q.Areas {
		u.Areas = append(u.Areas, n.Names...)
	}
	main := len(d.q.MainPeriods()) > 0
	for _, n := range d.q.Periods {
		if !n.IsZero() && !(main && n.Role == query.Base) {
			u.Periods = append(u.Periods, n.Period.String())
		}
	}
	if from, to := d.window(); d.q.Range && from > 0 && to < 9999 && from < to {
		u.Periods, u.Range = []string{corpus.Period{Kind: corpus.Span, Year: from, End: to}.String()}, true
	}
	for _, s := range d.q.Statuses {
		u.Statuses = append(u.Statuses, string(s))
	}
	switch {
	case len(d.answer.Records) > 0:
		u.Source = d.answer.Records[0].Source.ID
	case len(d.answer.Articles) > 0:
		u.Source = d.answer.Articles[0].ID
	}
	return u
}
