package extract

import (
	"slices"
	"strings"
)

// places returns the places that items a..b join: "phường A và phường B".
func (c *clause) places(a, b int) []string {
	var names []string
	for i := a; i < b; i++ {
		it := &c.items[i]
		switch {
		case it.kind == placeItem:
			names = append(names, it.place)
		case len(names) > 0 && (it.is(cAnd) || it.sign == ',' && it.kind == signItem):
		case len(names) > 1 && it.is(cAux):
		case len(names) > 1 && it.roles&verbs != 0:
			return names
		case len(names) > 1:
			return nil // what the places have in common is not what is measured
		default:
			names = names[:0]
		}
	}
	if len(names) < 2 || c.items[b-1].kind == signItem {
		return nil
	}
	return names
}

// spread gives the record from index n on to each of several places: a share or
// a score is of each of them, an amount may be of all together.
func (c *clause) spread(n int, places []string, f *figure) {
	if len(places) < 2 || len(c.out) != n+1 || !slices.Contains(places, c.out[n].Area) {
		return
	}
	if !f.unit.percent() && !f.isScore && !strings.Contains(f.unit.name, "/") {
		c.out[n].Doubt = doubts(c.out[n].Doubt, doubtArea)
		return
	}
	c.out[n].Area = places[0]
	for _, p := range places[1:] {
		more := c.out[n]
		more.Area = p
		c.out = append(c.out, more)
	}
	c.last = len(c.out) - 1
}
