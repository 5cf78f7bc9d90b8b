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

func unknownNames(c *corpus.Corpus) []unknownName {
	met := map[string]unknownName{}
	meet := func(r corpus.Record) {
		if r.Indicator != "" || r.Name == "" {
			return
		}
		key := viet.Fold(viet.Normalize(r.Name))
		u := met[key]
		met[key] = unknownName{cmp.Or(u.name, r.Name), u.count + 1}
	}
	for _, r := range c.Records {
		meet(r)
	}
	x := extract.New(c)
	for _, a := range c.Articles {
		for _, r := range x.Records(a) {
			meet(r.Record)
		}
	}
	return slices.SortedFunc(maps.Values(met), func(a, b unknownName) int {
		return cmp.Or(cmp.Compare(b.count, a.count), viet.Compare(a.name, b.name))
	})
}
