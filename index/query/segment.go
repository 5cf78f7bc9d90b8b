package query

// segment is a stretch of words read as one thing: words[from:to].
type segment struct {
	from, to int
	senses   []phrase // all meanings of the same words, best first
	cost     int      // of marks that had to be overlooked
	apart    bool     // what is left over before it is another matter
}

// The points of a reading. A longer phrase is worth more than its parts, and a
// phrase whose marks had to be overlooked less than one that stands as typed.
const (
	pointsWord   = 10
	pointsJoin   = 6
	pointsNamed  = 3 // for an indicator or area: before a mere question word
	costUnmarked = 4
	costTyped    = 8 // of a word that is one of the vocabulary as it was typed
)

// read cuts the words into the segments that account for most of them.
func (t *Terms) read(words []word, marked bool) []segment {
	type step struct {
		points int
		seg    segment
	}
	best := make([]step, len(words)+1)
	for i := len(words) - 1; i >= 0; i-- {
		best[i] = step{best[i+1].points, segment{from: i, to: i + 1}}
		for _, seg := range t.segmentsAt(words, i, marked) {
			if p := seg.points() + best[seg.to].points; p > best[i].points {
				best[i] = step{p, seg}
			}
		}
	}
	var out []segment
	for i := 0; i < len(words); i = best[i].seg.to {
		out = append(out, best[i].seg)
	}
	return out
}

func (s segment) points() int {
	n := s.to - s.from
	p := n*pointsWord + (n-1)*pointsJoin - s.cost
	if s.has(senseIndicator) || s.has(senseArea) {
		p += max(pointsNamed, n)
	}
	return p
}

func (s segment) has(x sense) bool {
	for _, p := range s.senses {
		if p.sense == x {
			return true
		}
	}
	return false
}

// segmentsAt returns the phrases that begin with words[i].
func (t *Terms) segmentsAt(words []word, i int, marked bool) []segment {
	return t.segmentsUnder(t.root, words, i, marked)
}

// segmentsUnder returns the phrases under the root of a trie that begin with
// words[i].
func (t *Terms) segmentsUnder(root *node, words []word, i int, marked bool) []segment {
	var out []segment
	n := root
	for j := i; j < len(words) && !(j > i && words[j].parted); j++ {
		if n = n.next[words[j].fold]; n == nil {
			break
		}
		if seg, ok := t.match(n.ends, words[i:j+1], marked); ok {
			seg.from, seg.to = i, j+1
			out = append(out, seg)
		}
	}
	return out
}

// match returns the phrases that the words spell, those with the fewest
// overlooked marks only.
func (t *Terms) match(ends []phrase, words []word, marked bool) (segment, bool) {
	seg := segment{cost: -1}
	for _, p := range ends {
		cost, ok := t.cost(p, words, marked)
		switch {
		case !ok || seg.cost >= 0 && cost > seg.cost:
		case seg.cost < 0 || cost < seg.cost:
			seg.cost, seg.senses = cost, []phrase{p}
		default:
			seg.senses = append(seg.senses, p)
		}
	}
	return seg, seg.cost >= 0
}

// cost tells how many marks must be overlooked for the words to spell p. A word
// with marks must have the right ones; a word without stands for any of its
// readings where the whole text has none, and inside a longer phrase otherwise.
func (t *Terms) cost(p phrase, words []word, marked bool) (int, bool) {
	cost := 0
	for k, w := range words {
		if w.text == p.words[k] {
			continue
		}
		if !w.bare() || p.sure || marked && len(words) == 1 {
			return 0, false
		}
		switch {
		case marked && t.vocabulary[w.text]:
			cost += costTyped
		case marked:
			cost += costUnmarked
		}
	}
	return cost, true
}
