package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
)

// status tells whether the clause states a result, an estimate or a target.
func (c *clause) status(ctx found, l *lead) corpus.Status {
	switch {
	case ctx.target, c.goalOpens():
		return corpus.Target
	case c.target && c.head.target && !l.target && c.already(l):
		return corpus.Actual // amid targets: "hội nghị đã khen thưởng 12 tập thể"
	case c.target && !c.head.target && !l.target && (c.already(l) || c.reachedBy(ctx)):
		return corpus.Actual // "kế hoạch năm là 120 đảng viên; 9 tháng kết nạp 96 đảng viên"
	case c.target && !(ctx.est || l.settle && c.past(ctx)):
		return corpus.Target
	case ctx.est || c.est:
		return corpus.Estimate
	}
	return corpus.Actual
}

// goalOpens reports whether the clause opens with the word for a goal, whose figure
// nothing tells to have been reached: "Mục tiêu năm 2022 tạo việc làm cho 2.500 lao động".
func (c *clause) goalOpens() bool {
	k := c.start
	for k < len(c.items) && (c.items[k].kind == whenItem || c.items[k].kind == placeItem || c.items[k].sign == ',' || c.items[k].any(cConn, cCont, cWhole) && !c.items[k].is(cGoal)) {
		k++
	}
	if k >= len(c.items) || !c.items[k].is(cGoal) || c.items[k].any(cName, cHead) {
		return false
	}
	what := false
	for k++; k < len(c.items) && c.items[k].kind != figureItem; k++ {
		it := &c.items[k]
		what = what || it.any(cDeed, cName, cHead)
		if it.kind == signItem && it.sign != ',' || it.any(cDone, cExceed, cEqual, cBasis) || it.is(cLevel) && c.wordsOf(it) != "là" || strings.HasPrefix(strings.ToLower(c.wordsOf(it)), "đã") {
			return false
		}
	}
	return what && k < len(c.items)
}

// reachedBy reports whether behind a target of this sentence a clause names a part of
// its year, or a day, that was over when the article appeared.
func (c *clause) reachedBy(ctx found) bool {
	p := ctx.period
	if p.IsZero() || p.Kind == corpus.Year || p.Kind == corpus.Span || c.last < c.first || c.clock.year == 0 {
		return false
	}
	before := &c.out[c.last].Record
	return before.Status == corpus.Target && before.Period != p && !c.clock.running(p) && !c.clock.ahead(p) && c.clock.past(p)
}

// already reports whether "đã" stands before the verb of the next figure.
func (c *clause) already(l *lead) bool {
	for k := c.start; k <= max(l.verb, l.deed) && k < len(c.items); k++ {
		if w := strings.ToLower(c.wordsOf(&c.items[k])); c.items[k].kind == wordItem && (w == "đã" || strings.HasPrefix(w, "đã ")) {
			return true
		}
	}
	return false
}

// urged reports whether the sentence says what somebody wants of others.
func (c *clause) urged() bool {
	k := c.start
	for k < len(c.items) && c.items[k].kind != figureItem {
		k++
	}
	low := strings.ToLower(c.words(0, k))
	return urges.MatchString(low) && !strings.Contains(low, "đến nay") // "(đến nay đã tặng 182 thẻ)"
}

// urges are verbs of wanting something of others.
var urges = regexp.MustCompile(`(?:^|\s)(?:đề nghị|yêu cầu|chỉ đạo|đề xuất)\s`)
