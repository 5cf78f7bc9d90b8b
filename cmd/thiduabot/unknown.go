package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"thiduabot/corpus"
	"thiduabot/corpus/extract"
	"thiduabot/corpus/viet"
)

// unknownName is a name of a measured thing that the catalogue lacks.
type unknownName struct {
	name  string
	count int
}

// printUnknown prints "count<TAB>name<TAB>nearest known id (name)", most
// frequent first, for the names met in records and articles.
func printUnknown(w io.Writer, c *corpus.Corpus) error {
	for _, u := range unknownNames(c) {
		near, _, ok := c.Nearest(u.name)
		if !ok {
			fmt.Fprintf(w, "%d\t%s\t\n", u.count, u.name)
			continue
		}
		fmt.Fprintf(w, "%d\t%s\t%s (%s)\n", u.count, u.name, near.ID, near.Name)
	}
	return nil
}

// unknownNames returns the names met, each as often as the sources give it. What
// stands in a file of records and is found in the text of its article as well is
// counted once.
func unknownNames(c *corpus.Corpus) []unknownName {
	met := map[string]unknownName{}
	count := func(seen map[[2]string]int, source string, r corpus.Record) {
		if r.Indicator != "" || r.Name == "" {
			return
		}
		key := viet.Fold(viet.Normalize(r.Name))
		seen[[2]string{source, key}]++
		met[key] = unknownName{cmp.Or(met[key].name, r.Name), 0}
	}
	recorded, found := map[[2]string]int{}, map[[2]string]int{}
	for _, r := range c.Records {
		count(recorded, r.Source.ID, r)
	}
	x := extract.New(c)
	for _, a := range c.Articles {
		for _, r := range x.Records(a) {
			count(found, a.ID, r.Record)
		}
	}
	for at, n := range recorded {
		found[at] = max(found[at], n)
	}
	for at, n := range found {
		u := met[at[1]]
		met[at[1]] = unknownName{u.name, u.count + n}
	}
	return slices.SortedFunc(maps.Values(met), func(a, b unknownName) int {
		return cmp.Or(cmp.Compare(b.count, a.count), viet.Compare(a.name, b.name))
	})
}
