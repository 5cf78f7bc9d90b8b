package index

import (
	"context"
	"slices"

	"thiduabot/corpus"
)

// Series returns all records of an indicator and area that the audiences may
// see, in order of time.
func (x *Index) Series(ctx context.Context, indicator, area string, audiences []string) ([]corpus.Record, error) {
	records, err := x.recordsOf(ctx, recordFilter{Indicators: []string{indicator}, Areas: []string{area}, Audiences: audiences})
	slices.SortStableFunc(records, func(a, b corpus.Record) int { return a.Period.Compare(b.Period) })
	return records, err
}

// Article returns the article of an id, and false if there is none that the
// audiences may read.
func (x *Index) Article(ctx context.Context, id string, audiences []string) (corpus.Article, bool, error) {
	return x.article(ctx, id, audiences)
}

// Indicator returns the entry of the catalogue with that id.
func (x *Index) Indicator(id string) (corpus.Indicator, bool) { return x.tables().IndicatorByID(id) }

// Areas returns the table of areas.
func (x *Index) Areas() []corpus.Area { return x.tables().Areas }

// Deadlines returns the duties of the campaigns.
func (x *Index) Deadlines() []corpus.Deadline { return x.tables().Deadlines }

// Campaigns returns the campaigns of every area.
func (x *Index) Campaigns() []corpus.Campaign { return x.tables().Campaigns }

// Home returns the name of the home area.
func (x *Index) Home() string { return x.tables().Home }

// Tables returns the catalogue, areas, campaigns, deadlines, holidays and home
// area as they are now, without articles and records. It must not be changed.
func (x *Index) Tables() *corpus.Corpus { return x.tables() }

// Holidays returns the table of holidays.
func (x *Index) Holidays() []corpus.Holiday { return x.tables().Holidays }
