package index

import (
	"slices"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// usualNames gives the things that an office's tables lack the names that the
// built-in catalogue has for them, so that "hộ nghèo" asks for what a report
// called "Tỷ lệ hộ nghèo" where the built-in corpus is left out. A name that the
// office uses itself is not lent. The families of such things come along: "thu
// ngân sách" then means whichever of its readings the office has.
func (v *view) usualNames(things []corpus.Indicator) []corpus.Indicator {
	usual := corpus.Default()
	same := map[string]string{} // what the usual thing is, by the id of the office's
	for _, thing := range things {
		if named := usualOf(usual, thing); named != nil {
			same[thing.ID] = named.ID
		}
	}
	own := v.ownNames(things, same)
	var families []corpus.Indicator
	out := slices.Clone(things)
	for i, thing := range things {
		named := usualOf(usual, thing)
		if named == nil {
			continue
		}
		out[i] = lend(thing, *named, own)
		for _, f := range usual.Indicators {
			if f.ID == named.ID || !slices.Contains(f.Readings, named.ID) {
				continue
			}
			at := slices.IndexFunc(families, func(o corpus.Indicator) bool { return o.ID == f.ID })
			if at < 0 {
				at = len(families)
				families = append(families, lend(corpus.Indicator{ID: f.ID, Name: f.Name, Unit: f.Unit}, f, own))
			}
			families[at].Readings = append(families[at].Readings, thing.ID)
		}
	}
	return append(out, slices.DeleteFunc(families, func(f corpus.Indicator) bool { _, known := v.tables.IndicatorByID(f.ID); return known })...)
}

// usualOf returns the one entry of the built-in catalogue that has the name of a
// thing, nil if there is none or several. The names of an entry that takes several
// things together ("thu thuế, phí, lệ phí") are not those of each.
func usualOf(usual *corpus.Corpus, thing corpus.Indicator) *corpus.Indicator {
	named := slices.DeleteFunc(usual.IndicatorsNamed(thing.Name), func(u corpus.Indicator) bool {
		return !sameKind(u, thing) || enumerates(u.Name) && nameKey(u.Name) != nameKey(thing.Name)
	})
	if len(named) != 1 {
		return nil
	}
	return &named[0]
}

// sameKind reports whether figures in the unit of a thing can be of the usual one.
func sameKind(usual, thing corpus.Indicator) bool {
	zero := 0.0
	return usual.Fits(&corpus.Record{Quantity: corpus.Quantity{Value: &zero, Unit: thing.Unit}})
}

// lend adds the names of the usual thing, but for those that the office uses for
// another.
func lend(thing, usual corpus.Indicator, own map[string]string) corpus.Indicator {
	for _, name := range append([]string{usual.Name}, usual.Aliases...) {
		if of, used := own[nameKey(name)]; !used || of == usual.ID {
			thing.Aliases = append(thing.Aliases, name)
		}
	}
	thing.Asked, thing.Better, thing.Kind = usual.Asked, usual.Better, usual.Kind
	return thing
}

// ownNames are the names in the tables and those of the things, each with the
// usual thing that it is the same as.
func (v *view) ownNames(things []corpus.Indicator, same map[string]string) map[string]string {
	own := map[string]string{}
	for _, i := range slices.Concat(v.tables.Indicators, things) {
		for _, name := range append([]string{i.Name}, i.Aliases...) {
			own[nameKey(name)] = same[i.ID]
		}
	}
	return own
}

func nameKey(name string) string {
	key := ""
	for _, w := range query.Marked(name) {
		key += " " + w
	}
	return key
}
