package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/corpus/viet"
	"thiduabot/index/analysis"
)

// apply takes from a set what the filter does not let through.
func (f Filter) apply(set *roaring.Bitmap, l *lookup) error {
	narrow := func(name string, key func(string) string) error {
		if name == "" {
			return nil
		}
		return intersect(set, l, []string{name}, key)
	}
	err := cmp.Or(
		narrow(f.Area, analysis.AreaKey),
		narrow(f.Kind, analysis.GenreKey),
		narrow(viet.SearchKey(viet.Normalize(f.Publisher)), analysis.PublisherKey))
	if err != nil || f.From == "" && f.To == "" {
		return err
	}
	within := roaring.New()
	err = l.each(analysis.Key, analysis.DatePrefix, func(term string, with *roaring.Bitmap) bool {
		if f.dated(term[len(analysis.DatePrefix):]) {
			within.Or(with)
		}
		return true
	})
	set.And(within)
	return err
}

// dated reports whether a date of any precision may lie within From and To. To
// stands for the last day of its month or year where it names no day.
func (f Filter) dated(date string) bool {
	if date == "" {
		return false
	}
	return (f.From == "" || date >= f.From[:min(len(date), len(f.From))]) &&
		(f.To == "" || date[:min(len(date), len(f.To))] <= f.To)
}

func intersect(set *roaring.Bitmap, l *lookup, names []string, key func(string) string) error {
	union, err := l.union(names, key)
	if err == nil {
		set.And(union)
	}
	return err
}

// latest returns the newest n documents that narrow leaves.
func (s *searcher) latest(narrow func(*part, *lookup) (*roaring.Bitmap, error), n int) ([]candidate, error) {
	type dated struct {
		candidate
		date string
	}
	var found []dated
	for _, p := range s.v.parts {
		l, set := p.lookup(), p.kinds[s.kind]
		if narrow != nil {
			var err error
			if set, err = narrow(p, l); err != nil {
				return nil, err
			}
		}
		dates, err := l.terms(analysis.Key, analysis.DatePrefix)
		if err != nil {
			return nil, err
		}
		taken := 0
		for _, date := range slices.Backward(dates) {
			with, err := l.set(analysis.Key, date)
			if err != nil {
				return nil, err
			}
			for it := roaring.And(with, set).Iterator(); it.HasNext(); taken++ {
				found = append(found, dated{candidate{part: p, doc: it.Next()}, date})
			}
			if taken >= n {
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b dated) int { return strings.Compare(b.date, a.date) })
	out := make([]candidate, min(len(found), n))
	for i := range out {
		out[i] = found[i].candidate
	}
	return out, nil
}
