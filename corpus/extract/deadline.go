package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A deadline tells by when something is still to be reached: "trước ngày 25/12", "chậm
// nhất 30/10", "xong trong quý III".

// dueWhen reads a deadline at toks[i:] that was ahead when the article appeared.
func (x *lexicon) dueWhen(toks []token, i int, c clock) when {
	j := i
	switch w := toks[i].word; {
	case w == x.w.truoc:
		j++
	case w == x.w.trong && i > 0 && overWith[toks[i-1].word]:
		j++
	case w != x.w.trong && (wordIs(toks, i+1, "nhất") || wordIs(toks, i+1, "nhat")):
		j += 2 // "chậm nhất", "muộn nhất"
	default:
		return when{}
	}
	for j < len(toks) && j < i+5 && (toks[j].word == "là" || toks[j].word == "la" || toks[j].word == x.w.vao || toks[j].word == x.w.den || toks[j].word == x.w.trong || toks[j].word == x.w.het) {
		j++
	}
	if j >= len(toks) {
		return when{}
	}
	w := x.dueAt(toks, j)
	if w.n == 0 || w.period.Kind == corpus.Day && toks[i].word == x.w.trong {
		return when{}
	}
	if w.lacksYear {
		w.period.Year = c.year
	}
	if !c.due(w.period) {
		return when{}
	}
	return when{period: w.period, event: w.period.Kind == corpus.Day, due: true, n: w.n + j - i}
}

// dueAt reads the day, month or quarter at toks[j:].
func (x *lexicon) dueAt(toks []token, j int) when {
	switch toks[j].word {
	case x.w.ngay:
		return x.dayWhen(toks, j+1, 1)
	case x.w.thang:
		return x.monthWhen(toks, j)
	case x.w.quy:
		return x.quarterWhen(toks, j)
	}
	return x.dayWhen(toks, j, 0)
}

// overWith end words for finishing: "xong", "hoàn thành", "dứt điểm".
var overWith = map[string]bool{"xong": true, "thành": true, "thanh": true, "điểm": true, "diem": true}

// due reports whether a day, or the end of a period, lay ahead when the article appeared.
func (c clock) due(p corpus.Period) bool {
	if c.year == 0 || c.month == 0 {
		return false
	}
	if p.Kind == corpus.Day {
		return !c.past(p)
	}
	end := p.After()
	return end.Year()*12+int(end.Month()) > c.year*12+c.month
}

// deadline makes a goal of figure i where a deadline in its part of the sentence says by
// when it is to be reached.
func (c *clause) deadline(i int, r *corpus.Record, l *lead, own bool) {
	if own || r.Status == corpus.Estimate || c.already(l) {
		return
	}
	if p := c.dueOf(i); !p.IsZero() {
		r.Status, r.Period = corpus.Target, p
	}
}

// dueOf returns the deadline of figure i, the zero period if it has none: one that stands
// right before or behind it, or that a word of duty ties to it.
func (c *clause) dueOf(i int) corpus.Period {
	from, to := i, i
	for from > 0 && c.items[from-1].sign != ';' {
		from--
	}
	for to < len(c.items) && c.items[to].sign != ';' {
		to++
	}
	for k := from; k < to; k++ {
		it := &c.items[k]
		if it.kind != whenItem || !it.when.due {
			continue
		}
		if !c.figures(min(i+1, k), max(i, k)) || duty.MatchString(viet.Fold(strings.ToLower(c.words(from, i)))) {
			return it.when.period
		}
	}
	return corpus.Period{}
}

// duty are words of what has to be done, folded.
var duty = regexp.MustCompile(`\b(?:phai|can|se|yeu cau|de nghi|chi dao|phan dau|quyet tam|dam bao|bao dam|giao|tap trung|dut diem|hoan thanh)\b`)
