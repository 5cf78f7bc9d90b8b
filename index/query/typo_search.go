package query

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// span is a phrase that the words from:to spell but for slips.
type span struct {
	from, to int
	phrase   phrase
	slipped  []bool // of each word
	slips    int
	points   float64
	rival    bool // not carried by what stands as typed: it only casts doubt on others
}

// path is a way into the trie.
type path struct {
	node  *node
	folds []string // the words of the vocabulary on it
	slips int
}

// search finds all phrases that the text spells, with and without slips.
func (m *mender) search() {
	m.spans = make([][]span, len(m.words))
	for i := range m.words {
		for _, root := range []*node{m.root, m.frames} {
			m.framed = root == m.frames
			m.searchFrom(root, i)
		}
	}
}

// open reports whether a word may be changed: in a frame also one that is trusted
// for its neighbours alone, and that nothing accounts for.
func (m *mender) open(w typedWord) bool {
	return len(w.near) > 0 && (w.trust < trustFull || m.framed && w.beside)
}

func (m *mender) searchFrom(root *node, i int) {
	paths := []path{{node: root}}
	for j := i; j < len(m.words) && len(paths) > 0 && m.budget > 0 && !(j > i && m.words[j].parted); j++ {
		paths = m.advance(paths, j)
		for _, p := range paths {
			for _, e := range p.node.ends {
				if s, ok := m.spanOf(p, e, i); ok {
					m.spans[i] = append(m.spans[i], s)
				}
			}
		}
	}
}

// advance goes on from each path with word j, as it stands and mended.
func (m *mender) advance(paths []path, j int) []path {
	var next []path
	w, typed := m.words[j], m.typed[j]
	for _, p := range paths {
		m.budget--
		if n := p.node.next[w.fold]; n != nil {
			next = append(next, p.with(n, w.fold, 0))
		}
		if n := p.node.next[anyNumber]; n != nil && (hasFigure(w.text) || roman(w.fold)) {
			next = append(next, p.with(n, anyNumber, 0))
		}
		if !m.open(typed) || p.slips >= min(maxSlips, 2+len(p.folds)/2) {
			continue
		}
		m.budget -= len(typed.near)
		for _, term := range typed.near {
			if n := p.node.next[term]; n != nil && term != w.fold {
				next = append(next, p.with(n, term, 1))
			}
		}
	}
	slices.SortStableFunc(next, func(a, b path) int { return cmp.Compare(a.slips, b.slips) })
	return next[:min(len(next), maxPaths)]
}

func (p path) with(n *node, fold string, slips int) path {
	return path{n, append(slices.Clone(p.folds), fold), p.slips + slips}
}

// The points that a slip takes from a reading.
const (
	pointsSlip  = 9 // for a slip of cost 1
	pointsTrust = 2 // for each step of trust in the word as it stands
)

// spanOf weighs a phrase against the words that it is read from. If the words that
// stand as typed do not carry it, it is none, or in a text without marks, where
// more words are near, a rival of others.
func (m *mender) spanOf(p path, e phrase, from int) (span, bool) {
	n := len(p.folds)
	s := span{from: from, to: from + n, phrase: e, slipped: make([]bool, n), points: float64(n*pointsWord + (n-1)*pointsJoin)}
	if e.sense == senseIndicator || e.sense == senseArea {
		s.points += pointsNamed
	}
	for k := range n {
		w, typed := m.words[from+k], m.typed[from+k]
		if p.folds[k] == anyNumber || w.text == e.words[k] || !m.marked && p.folds[k] == w.fold {
			continue
		}
		if w.bare() && p.folds[k] == w.fold && !e.sure && n > 1 {
			s.points -= costUnmarked
			continue
		}
		m.budget -= stepsSlip
		cost, ok := m.slipCost(w, e.words[k])
		if !ok || !m.open(typed) || e.sure {
			return span{}, false
		}
		s.slipped[k] = true
		s.slips++
		s.points -= cost*pointsSlip + float64(typed.trust)*pointsTrust
	}
	s.rival = s.slips > 0 && !m.carried(s)
	return s, !s.rival || !m.marked && s.slips < n
}

func (m *mender) slipCost(w word, meant string) (float64, bool) {
	if m.marked {
		return costBetween(m.spellingOf(w.text), m.spellingOf(meant))
	}
	return costBetween(m.spellingOf(w.fold), m.spellingOf(fold(meant)))
}

// spellingOf spells each word of one text once.
func (m *mender) spellingOf(word string) spelt {
	s, ok := m.spelt[word]
	if !ok {
		if m.spelt == nil {
			m.spelt = map[string]spelt{}
		}
		s = spell(word)
		m.spelt[word] = s
	}
	return s
}

// clearlyBetter is how many points a reading must have over any with another
// word in the same place.
const clearlyBetter = 3.5

// choose returns the words to be changed: those of the best reading of the text
// that no other reading with another word there comes close to.
func (m *mender) choose() map[int]string {
	ahead, behind := m.forward(), m.backward()
	best := map[int]map[string]float64{} // word, what it is read as: points of the text
	type reading struct {
		word int
		as   string
	}
	carried := map[reading]bool{}
	note := func(i int, as string, points float64) {
		if best[i] == nil {
			best[i] = map[string]float64{}
		}
		if old, ok := best[i][as]; !ok || points > old {
			best[i][as] = points
		}
	}
	for i, spans := range m.spans {
		note(i, m.words[i].text, ahead[i]+behind[i+1])
		for _, s := range spans {
			for k, slipped := range s.slipped {
				as := m.words[i+k].text
				if slipped {
					as = m.written(s.phrase.words[k])
				}
				note(i+k, as, ahead[s.from]+s.points+behind[s.to])
				carried[reading{i + k, as}] = carried[reading{i + k, as}] || !s.rival
			}
		}
	}
	chosen := map[int]string{}
	for i, readings := range best {
		if as, ok := m.clear(readings, i); ok && as != m.words[i].text && carried[reading{i, as}] {
			chosen[i] = as
		}
	}
	return chosen
}

// written returns a word as the text would have it: without marks where it has
// none, so that readings which differ in marks alone do not compete.
func (m *mender) written(word string) string {
	if m.marked {
		return word
	}
	return fold(word)
}

// clear returns what word i is read as with clearly more points than any other
// word would have in its place. The word as it stands has had its due for trust.
func (m *mender) clear(readings map[string]float64, i int) (string, bool) {
	first, points, second := "", math.Inf(-1), math.Inf(-1)
	for as, p := range readings {
		if as == m.words[i].text {
			p -= clearlyBetter
		}
		switch {
		case p > points:
			first, points, second = as, p, points
		case p > second:
			second = p
		}
	}
	return first, points >= second+clearlyBetter
}

// forward returns the points of the best reading of the words before each.
func (m *mender) forward() []float64 {
	best := make([]float64, len(m.words)+1)
	for i := range m.words {
		best[i+1] = max(best[i+1], best[i])
		for _, s := range m.spans[i] {
			if !s.rival {
				best[s.to] = max(best[s.to], best[i]+s.points)
			}
		}
	}
	return best
}

// backward returns the points of the best reading from each word on.
func (m *mender) backward() []float64 {
	best := make([]float64, len(m.words)+1)
	for i := len(m.words) - 1; i >= 0; i-- {
		best[i] = best[i+1]
		for _, s := range m.spans[i] {
			if !s.rival {
				best[i] = max(best[i], s.points+best[s.to])
			}
		}
	}
	return best
}

// anyNumber stands for a number in a frame.
const anyNumber = "#"

// frames are what mistyped words of time and asking are recognised by: the words
// that commonly stand around them. # is a number.
const frames = `năm #, trong năm #, cả năm #, của năm #, đầu năm #, cuối năm #, tháng đầu năm #, # tháng đầu năm, # tháng đầu năm #,
	# tháng cuối năm #, # tháng năm #, # tháng #, tháng #, tháng # năm #, quý #, quý # #, quý # năm #, nửa đầu năm #, nửa cuối năm #, giai đoạn # #,
	giai đoạn # đến #, giai đoạn từ # đến #, nhiệm kỳ # #, từ # đến #, từ năm # đến năm #, từ năm # đến #, từ năm # đến nay, từ # đến nay,
	so với năm #, so năm #, so với #, so với cùng kỳ năm #, ngày # tháng # năm #, ngày #, đến năm #, trước năm #, sau năm #, và năm #, với năm #, hay năm #,
	là bao nhiêu, tăng bao nhiêu, giảm bao nhiêu, tăng bao nhiêu so với, giảm bao nhiêu so với, tăng bao nhiêu phần trăm, tăng bao nhiêu %,
	đạt bao nhiêu, đạt bao nhiêu %, đạt bao nhiêu % kế hoạch, bao nhiêu % kế hoạch, bao nhiêu % dự toán, đạt bao nhiêu phần trăm kế hoạch,
	so với năm trước, so với năm ngoái, so với kế hoạch, so với cùng kỳ, so với cùng kỳ năm trước, tăng bao nhiêu so với năm #, giảm bao nhiêu so với năm #,
	có bao nhiêu, là thế nào, ra sao, như thế nào, thì sao, năm nay, năm ngoái, năm trước, quý này, tháng này, tháng trước, quý trước,
	trên địa bàn tỉnh, trên địa bàn thành phố, trên địa bàn huyện, của toàn tỉnh, của thành phố, tỷ đồng, triệu đồng, triệu usd, bao nhiêu tỷ, bao nhiêu tỷ đồng, bao nhiêu triệu đồng, bao nhiêu triệu usd,
	đưa tin gì, đưa tin gì về, đăng tin gì về, nói gì về, viết gì về, tìm bài về, tìm tin về, có bài nào về, bài viết về, bài báo về, tin tức về,
	bài về, tin về, bài nói về, bài báo nói về, tìm bài, xin bài, xin tin, gửi bài, gửi lại bài, bài mới nhất, tin mới nhất, tìm báo cáo, tìm bài năm #, tìm bài tháng #, bài của, tin của,
	đăng trên báo, bài của báo, tin của báo, bài trên báo, tin trên báo, thông báo về, văn bản về, báo cáo về, theo báo`

// addFrames learns the frames apart from the phrases that a text is read with.
func (t *Terms) addFrames() {
	t.frames = &node{}
	for text := range strings.SplitSeq(frames, ",") {
		n, p := t.frames, phrase{sense: senseTimeWord}
		for _, s := range strings.Fields(text) {
			w := word{text: anyNumber, fold: anyNumber}
			if s != anyNumber {
				w = newWord(s, 0)
				t.learn(w)
			}
			n = n.step(w.fold)
			p.words = append(p.words, w.text)
		}
		n.ends = append(n.ends, p)
	}
}
