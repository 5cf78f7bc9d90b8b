package extract

import "strings"

// goalCount names "12/13 chỉ tiêu đạt và vượt kế hoạch" and "11 chỉ tiêu thi
// đua".
func (c *clause) goalCount(i int, f *figure, t *tail) subject {
	s := subject{ref: -1, strong: true}
	end, text := c.nounEnd(i, t)
	done := false
	for k := c.start; k < end; k++ {
		it := &c.items[k]
		if w := c.wordsOf(it); k > i && (w == "chưa" || w == "không" || w == "đang" || w == "thấp" || w == "đạt thấp" || w == "chậm" || w == "phấn đấu" || w == "khó" || w == "gần" || w == "cơ bản") {
			return s
		}
		done = done || f.unit.name == "chỉ tiêu" && (it.any(cExceed, cDone) || c.toks[it.from].word == c.lex.w.dat || c.toks[it.to-1].word == c.lex.w.dat)
	}
	switch {
	case done && end < len(c.items) && c.items[end].kind == figureItem && c.items[end].fig.unit.percent():
		return s // "5 chỉ tiêu đạt từ 80% trở lên"
	case done:
		s.name = c.goalsDone(i, end)
	case c.rallied(i) && f.unit.name == "chỉ tiêu":
		s.name = "Số chỉ tiêu phát động thi đua"
	case c.rallied(i):
		s.name = "Số " + text
	default:
		return s
	}
	if c.total != nil && !f.isScore && t.of == nil && c.total.unit.name == f.unit.name && c.total.value >= f.value {
		t.of = c.total
	}
	if refs := c.lookup(s.name); len(refs) > 0 && (!done || s.name == goalsReached) {
		s.ref, s.refs = int(refs[0].ref), refs
	}
	if !done {
		s.goals = true
	}
	t.next = max(t.next, end)
	return s
}

// goalsReached is the usual name of how many targets were reached.
const goalsReached = "Số chỉ tiêu đạt và vượt kế hoạch"

// goalsDone names the targets that were reached, or only exceeded where the
// sentence tells the two apart: "12 chỉ tiêu vượt, 2 chỉ tiêu đạt".
func (c *clause) goalsDone(i, end int) string {
	again := false
	for k := range c.items {
		again = again || k != i && c.items[k].kind == figureItem && c.items[k].fig.unit.name == "chỉ tiêu" && k > 0 && !c.items[k-1].is(cTotal)
	}
	exceeded, reached := false, false
	for k := i + 1; k < end; k++ {
		exceeded = exceeded || c.items[k].is(cExceed)
		reached = reached || c.items[k].is(cDone) || c.toks[c.items[k].from].word == c.lex.w.dat || c.toks[c.items[k].to-1].word == c.lex.w.dat
	}
	switch {
	case !again || exceeded && reached:
		return goalsReached
	case exceeded:
		return "Số chỉ tiêu vượt kế hoạch"
	case reached:
		return "Số chỉ tiêu đạt kế hoạch"
	}
	return goalsReached
}

// rallied reports whether the sentence tells of the launch of a campaign.
func (c *clause) rallied(i int) bool {
	words := strings.ToLower(c.words(0, i))
	return strings.Contains(words, "thi đua") || strings.Contains(words, "phát động") || strings.HasSuffix(words, "đề ra")
}
