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

// ranks order the kinds of places by what lies in what.
var ranks = map[string]int{"Xã": 1, "Phường": 1, "Thị trấn": 1, "Huyện": 2, "Quận": 2, "Thị xã": 2, "Thành phố": 2, "Tỉnh": 3}

// within reports whether the place at item i only says in which larger place the
// one before it lies: "xã Tân Lập (huyện Kim Sơn)".
func (c *clause) within(i int) bool {
	j := i - 1
	for j > 0 && i-j < 3 && (c.items[j].kind == signItem && (c.items[j].sign == '(' || c.items[j].sign == ',' || c.items[j].sign == '-') || c.items[j].any(cOf, cAt)) {
		j--
	}
	if j < 0 || j == i || c.items[j].kind != placeItem {
		return false
	}
	small, large := ranks[levelOf(c.items[j].place)], ranks[levelOf(c.items[i].place)]
	return small > 0 && small < large
}

// located reports whether the place at item i opens the sentence or its part and
// says where all that follows is: "Tại huyện Kim Sơn, tỷ lệ hộ nghèo còn 5,2%".
func (c *clause) located(i int) bool {
	if i == 0 || !c.items[i-1].is(cAt) && !c.items[i-1].is(cCont) {
		return false
	}
	for j := i - 1; j >= 0 && c.items[j].sign != ';'; j-- {
		if it := &c.items[j]; it.kind == wordItem && !it.any(cAt, cCont, cConn) || it.kind == figureItem || it.kind == placeItem {
			return false
		}
	}
	j := i + 1
	for j+1 < len(c.items) && c.items[j+1].kind == placeItem && c.within(j+1) {
		j += 2
	}
	if j < len(c.items) && c.items[j].sign == ')' {
		j++
	}
	return j < len(c.items) && c.items[j].kind == signItem && c.items[j].sign == ','
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
