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
	own := v.ownNames(things)
	var families []corpus.Indicator
	out := slices.Clone(things)
	for i, thing := range things {
		named := slices.DeleteFunc(usual.IndicatorsNamed(thing.Name), func(u corpus.Indicator) bool { return !sameKind(u, thing) })
		if len(named) != 1 {
			continue
		}
		out[i] = lend(thing, named[0], own)
		for _, f := range usual.Indicators {
			if f.ID == named[0].ID || !slices.Contains(f.Readings, named[0].ID) {
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

// sameKind reports whether figures in the unit of a thing can be of the usual one.
func sameKind(usual, thing corpus.Indicator) bool {
	zero := 0.0
	return usual.Fits(&corpus.Record{Quantity: corpus.Quantity{Value: &zero, Unit: thing.Unit}})
}

// lend adds the names of the usual thing, but for those that the office uses.
func lend(thing, usual corpus.Indicator, own map[string]bool) corpus.Indicator {
	for _, name := range append([]string{usual.Name}, usual.Aliases...) {
		if !own[nameKey(name)] {
			thing.Aliases = append(thing.Aliases, name)
		}
	}
	thing.Asked, thing.Better, thing.Kind = usual.Asked, usual.Better, usual.Kind
	return thing
}

// ownNames are the names in the tables and those of the things.
func (v *view) ownNames(things []corpus.Indicator) map[string]bool {
	own := map[string]bool{}
	for _, i := range slices.Concat(v.tables.Indicators, things) {
		for _, name := range append([]string{i.Name}, i.Aliases...) {
			own[nameKey(name)] = true
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
