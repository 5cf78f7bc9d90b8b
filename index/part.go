package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// enumerates reports whether a name takes several things together: "thu thuế,
// phí, lệ phí", "đàn trâu và bò".
func enumerates(name string) bool {
	return strings.Contains(name, ", ") || strings.Contains(name, " và ")
}

// samePart reports whether a record can be of what the question calls so, where
// the catalogue takes several things together under one name and a source speaks
// of one of them: "thu phí" is not what is printed as "thu thuế", though both are
// names of "thu thuế, phí, lệ phí". A record printed in words that all stand in
// the question's is a shorthand of it.
func (d *deliberation) samePart(r corpus.Record, asked string) bool {
	whole := d.nameOf(r.Indicator)
	if !enumerates(whole) || r.Name == "" {
		return true
	}
	printed, named, together := query.Fold(r.Name), query.Fold(asked), query.Fold(whole)
	foreign := func(words []string, w string) bool { return slices.Contains(together, w) && !slices.Contains(words, w) }
	return !slices.ContainsFunc(named, func(w string) bool { return foreign(printed, w) }) ||
		!slices.ContainsFunc(printed, func(w string) bool { return foreign(named, w) })
}
