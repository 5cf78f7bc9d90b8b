package index

import (
	"context"
	"slices"
	"strings"

	"thiduabot/corpus"
)

// recordFilter narrows a look-up of records. An empty list does not narrow.
type recordFilter struct {
	Indicators []string // ids of the catalogue
	Areas      []string // names as records bear them
	Sources    []string // ids
	Audiences  []string // of the asker; Everything lifts the filter
}

// maxRecords bounds one look-up: more than any question can be about.
const maxRecords = 4096

func (f recordFilter) fits(r *corpus.Record) bool {
	return holds(f.Indicators, r.Indicator) && holds(f.Areas, r.Area) &&
		holds(f.Sources, r.Source.ID) && mayRead(f.Audiences, r.Audience)
}

func holds(list []string, s string) bool { return len(list) == 0 || slices.Contains(list, s) }

// mayRead reports whether somebody of the given audiences may see a text of the
// given ones.
func mayRead(asker, text []string) bool {
	if len(text) == 0 || slices.Contains(asker, Everything) {
		return true
	}
	return slices.ContainsFunc(asker, func(a string) bool { return slices.Contains(text, a) })
}

// recordsOf returns every record that fits, ordered by indicator, area, period
// and source; at most maxRecords.
func (x *Index) recordsOf(ctx context.Context, f recordFilter) ([]corpus.Record, error) {
	var found []corpus.Record
	for i := range x.corpus.Records {
		if r := &x.corpus.Records[i]; f.fits(r) {
			found = append(found, *r)
		}
	}
	slices.SortStableFunc(found, compareRecords)
	return found[:min(len(found), maxRecords)], ctx.Err()
}

func compareRecords(a, b corpus.Record) int {
	if c := strings.Compare(a.Indicator, b.Indicator); c != 0 {
		return c
	}
	if c := strings.Compare(a.Area, b.Area); c != 0 {
		return c
	}
	if c := a.Period.Compare(b.Period); c != 0 {
		return c
	}
	return strings.Compare(a.Source.ID, b.Source.ID)
}
