package query

import "strconv"

// mostTop bounds how many places may be asked for.
const mostTop = 20

// takeTop takes a number before the word for a kind of area as how many places are
// wanted: "top 5 huyện", "3 huyện ... cao nhất". It reports false where no extreme
// is asked for.
func (p *parser) takeTop(i int, levels []string) bool {
	if i == 0 || p.properNames(i+1) > 0 {
		return false
	}
	number, top := i-1, i > 1 && p.foldOf(p.segs[i-2]) == "top"
	n, err := strconv.Atoi(p.foldOf(p.segs[number]))
	if err != nil || n < 1 || n > mostTop || p.taken[p.segs[number].from] || !top && !p.any(senseHighest, senseLowest) {
		return false
	}
	p.segs[number].senses = []phrase{{sense: senseFiller}}
	if top {
		p.segs[i-2].senses = []phrase{{sense: senseFiller}}
		if !p.any(senseHighest, senseLowest) {
			p.segs[i-2].senses = []phrase{{sense: senseHighest}}
		}
	}
	p.q.Top, p.q.PlaceLevel = n, levels[0]
	return true
}
