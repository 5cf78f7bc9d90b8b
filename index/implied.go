package index

import (
	"cmp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/analysis"
)

// maxImplied is how many names of records, not of the tables, can be asked for:
// the most frequent ones.
const maxImplied = 2000

// imply adds to the tables the places and measured things that records speak of
// and the tables lack, so that a record taken in a second ago can be asked for
// by the names it bears.
func (v *view) imply() error {
	areas, err := v.unlisted(analysis.AreaKey(""), func(name string) bool {
		_, ok := v.tables.AreaNamed(name)
		return ok
	})
	if err != nil {
		return err
	}
	things, err := v.unlisted(analysis.IndicatorKey(""), func(id string) bool {
		_, ok := v.tables.IndicatorByID(id)
		return ok
	})
	if err != nil || len(areas)+len(things) == 0 {
		return err
	}
	more := &corpus.Corpus{}
	for _, u := range areas {
		more.Areas = append(more.Areas, v.impliedArea(u.name))
	}
	for _, u := range things {
		r, err := v.record(u.part, u.doc)
		if err != nil {
			return err
		}
		if len(v.tables.IndicatorsNamed(r.Name)) == 0 {
			more.Indicators = append(more.Indicators, corpus.Indicator{ID: u.name, Name: r.Name, Unit: r.Unit})
		}
	}
	if len(more.Indicators) > 0 {
		more.Indicators = v.usualNames(more.Indicators)
	}
	v.tables = tablesOf(corpus.Overlay(v.tables, more))
	return nil
}

// impliedArea leaves out an alias that is the name of a place in the table.
func (v *view) impliedArea(name string) corpus.Area {
	a := corpus.ImpliedArea(name)
	a.Aliases = slices.DeleteFunc(a.Aliases, func(alias string) bool { return len(v.tables.AreasNamed(alias)) > 0 })
	return a
}

// unlistedName is a name in the keys of records that a table lacks.
type unlistedName struct {
	name  string
	count uint64
	part  *part
	doc   uint32 // one record that bears it
}

// unlisted returns the names behind a prefix of the keys of records that are not
// known, most frequent first.
func (v *view) unlisted(prefix string, known func(string) bool) ([]unlistedName, error) {
	found := map[string]*unlistedName{}
	for _, p := range v.parts {
		l := p.lookup()
		terms, err := l.terms(analysis.Key, prefix)
		if err != nil {
			return nil, err
		}
		for _, term := range terms {
			name := strings.TrimPrefix(term, prefix)
			if name == "" || known(name) {
				continue
			}
			set, err := l.set(analysis.Key, term)
			if err != nil {
				return nil, err
			}
			set = set.Clone()
			set.And(p.kinds[recordKind])
			if set.IsEmpty() {
				continue
			}
			u := found[name]
			if u == nil {
				u = &unlistedName{name: name, part: p, doc: set.Minimum()}
				found[name] = u
			}
			u.count += set.GetCardinality()
		}
	}
	list := make([]unlistedName, 0, len(found))
	for _, u := range found {
		list = append(list, *u)
	}
	slices.SortFunc(list, func(a, b unlistedName) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.name, b.name))
	})
	return list[:min(len(list), maxImplied)], nil
}
