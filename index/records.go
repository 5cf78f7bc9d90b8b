package index

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/corpus"
	"thiduabot/index/analysis"
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

// maxKnownRecords bounds the decoded records that a view keeps.
const maxKnownRecords = 8192

// mayRead reports whether somebody of the given audiences may see a text of the
// given ones.
func mayRead(asker, text []string) bool {
	if len(text) == 0 || slices.Contains(asker, Everything) {
		return true
	}
	return slices.ContainsFunc(asker, func(a string) bool { return slices.Contains(text, a) })
}

// recordsOf returns every record that fits, ordered by indicator, area, period,
// source and identity; at most maxRecords. Where a filter of no indicator leaves
// more, it is those of the catalogue's indicators.
func (x *Index) recordsOf(ctx context.Context, f recordFilter) ([]corpus.Record, error) {
	v, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer v.release()
	return v.recordsOf(ctx, f)
}

func (v *view) recordsOf(ctx context.Context, f recordFilter) ([]corpus.Record, error) {
	sets, n, err := v.recordSets(f)
	if err == nil && n > maxRecords && len(f.Indicators) == 0 {
		f.Indicators = catalogued(v.tables)
		sets, _, err = v.recordSets(f)
	}
	if err != nil {
		return nil, err
	}
	found, err := v.recordsIn(sets)
	if err != nil {
		return nil, err
	}
	return found, ctx.Err()
}

// recordsIn returns the records of the sets, one for each part, in the order of
// recordsOf; at most maxRecords.
func (v *view) recordsIn(sets []*roaring.Bitmap) ([]corpus.Record, error) {
	var found []*keyedRecord
	for i, set := range sets {
		for it := set.Iterator(); it.HasNext() && len(found) < maxRecords; {
			r, err := v.record(v.parts[i], it.Next())
			if err != nil {
				return nil, err
			}
			found = append(found, r)
		}
	}
	return sortedRecords(found), nil
}

// recordSets returns the records that fit, part by part, and how many they are.
func (v *view) recordSets(f recordFilter) (sets []*roaring.Bitmap, n uint64, err error) {
	for _, p := range v.parts {
		set, err := p.records(f)
		if err != nil {
			return nil, 0, err
		}
		sets, n = append(sets, set), n+set.GetCardinality()
	}
	return sets, n, nil
}

// catalogued returns the ids of the indicators that a catalogue lists.
func catalogued(t *corpus.Corpus) []string {
	ids := []string{"-"} // of no record: a filter that lets nothing through where there are none
	for i := range t.Indicators {
		if ind := &t.Indicators[i]; ind.At != (corpus.Place{}) {
			ids = append(ids, ind.ID)
		}
	}
	return ids
}

func sortedRecords(found []*keyedRecord) []corpus.Record {
	slices.SortFunc(found, compareRecords)
	records := make([]corpus.Record, len(found))
	for i, r := range found {
		records[i] = r.Record
	}
	return records
}

// keyedRecord is a record with the identifier of its document.
type keyedRecord struct {
	corpus.Record
	id string
}

func compareRecords(a, b *keyedRecord) int {
	return cmp.Or(
		cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Area, b.Area), a.Period.Compare(b.Period),
		cmp.Compare(a.Source.ID, b.Source.ID), cmp.Compare(a.id, b.id))
}

// records returns the records of a part that fit.
func (p *part) records(f recordFilter) (*roaring.Bitmap, error) {
	set := p.kinds[recordKind].Clone()
	l := p.lookup()
	narrow := func(names []string, key func(string) string) error {
		if len(names) == 0 || set.IsEmpty() {
			return nil
		}
		union, err := l.union(names, key)
		if err == nil {
			set.And(union)
		}
		return err
	}
	err := cmp.Or(
		narrow(f.Indicators, analysis.IndicatorKey),
		narrow(f.Sources, analysis.SourceKey),
		narrow(f.Areas, analysis.AreaKey),
		narrow(readable(f.Audiences), analysis.AudienceKey))
	return set, err
}

// union returns the documents with any of the keys.
func (l *lookup) union(names []string, key func(string) string) (*roaring.Bitmap, error) {
	union := roaring.New()
	for _, n := range names {
		set, err := l.set(analysis.Key, key(n))
		if err != nil {
			return nil, err
		}
		union.Or(set)
	}
	return union, nil
}

// readable returns the audiences whose texts an asker may see, that of everybody
// among them; none if nothing is hidden from the asker.
func readable(asker []string) []string {
	if slices.Contains(asker, Everything) {
		return nil
	}
	return append(slices.Clone(asker), "")
}

// record returns a record of a part, decoded once.
func (v *view) record(p *part, doc uint32) (*keyedRecord, error) {
	at := p.base + uint64(doc)
	if r, ok := v.known.Load(at); ok {
		return r.(*keyedRecord), nil
	}
	id, err := p.seg.DocID(uint64(doc))
	if err != nil {
		return nil, fmt.Errorf("stored record: %w", err)
	}
	head, _, err := v.kept(p, doc)
	if err != nil {
		return nil, err
	}
	r := &keyedRecord{id: string(id)}
	if err := json.Unmarshal(head, &r.Record); err != nil {
		return nil, fmt.Errorf("stored record %s: %w", id, err)
	}
	if v.nknown.Add(1) > maxKnownRecords {
		v.known.Clear()
		v.nknown.Store(1)
	}
	v.known.Store(at, r)
	return r, nil
}
