package index

import (
	"fmt"

	"thiduabot/corpus"
)

// topPlaces answers with as many places as are asked for, and those level with the
// last of them.
func (d *deliberation) topPlaces(ranked []corpus.Record) {
	n := min(d.q.Top, len(ranked))
	for n < len(ranked) && numberOf(ranked[n], d.q.Measure) == numberOf(ranked[n-1], d.q.Measure) {
		n++
	}
	d.compared(ranked[:n], "")
	word := "cao nhất"
	if d.q.Lowest {
		word = "thấp nhất"
	}
	d.answer.Text = fmt.Sprintf("%d nơi %s trong %d nơi có số liệu:\n%s", n, word, len(ranked), d.answer.Text)
}

// sayPlaceOf tells which place in the order a place named takes, and that it is
// computed; empty where none is named or its figure is unknown.
func (d *deliberation) sayPlaceOf(ranked []corpus.Record) string {
	if len(d.q.Areas) != 1 || len(d.q.Areas[0].Names) != 1 {
		return ""
	}
	for _, r := range ranked {
		if r.Area != d.q.Areas[0].Names[0] {
			continue
		}
		place := 1
		for _, o := range ranked {
			if x, y := numberOf(o, d.q.Measure), numberOf(r, d.q.Measure); x != y && x > y != d.q.Lowest {
				place++
			}
		}
		return fmt.Sprintf("%s đứng thứ %d trong %d nơi có số liệu (tôi xếp từ các số đã công bố).\n", r.Area, place, len(ranked))
	}
	return ""
}
