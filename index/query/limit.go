package query

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Limit is a number that a question holds figures against: "năm nào vượt 3.000
// tỷ", "những chỉ tiêu nào tăng trên 10%".
type Limit struct {
	Bound string // ">", ">=", "<" or "<="
	Value float64
	Unit  string // as viet.Quantities tells it: "nghìn tỷ đồng"
	Text  string // with the words of the bound
}

func (l Limit) String() string { return fmt.Sprintf("(limit %s %g %q)", l.Bound, l.Value, l.Unit) }

// Meets reports whether a value lies within the limit; false for a value whose
// unit is of another dimension.
func (l Limit) Meets(value float64, unit string) bool {
	a, factor, known := corpus.UnitOf(l.Unit)
	b, scale, found := corpus.UnitOf(unit)
	if l.Unit == unit {
		factor, scale = 1, 1
	} else if !known || !found || a != b {
		return false
	}
	limit, value := l.Value*factor, value*scale
	switch l.Bound {
	case ">":
		return value > limit
	case ">=":
		return value >= limit
	case "<":
		return value < limit
	}
	return value <= limit
}

// bounds are the words before a number that make it a limit.
var bounds = map[string]string{
	"vượt": ">", "vượt qua": ">", "vượt mốc": ">", "vượt quá": ">", "vượt ngưỡng": ">", "vượt mức": ">", "quá": ">", "trên": ">", "hơn": ">", "cao hơn": ">", "lớn hơn": ">", "nhiều hơn": ">",
	"đạt": ">=", "cán mốc": ">=", "chạm mốc": ">=", "đạt mốc": ">=", "ít nhất": ">=", "tối thiểu": ">=", "đạt trên": ">", "đạt hơn": ">", "tăng trên": ">", "tăng hơn": ">",
	"dưới": "<", "thấp hơn": "<", "ít hơn": "<", "kém": "<", "chưa đến": "<", "chưa tới": "<", "chưa đạt": "<", "còn dưới": "<", "đạt dưới": "<", "tăng dưới": "<",
	"không quá": "<=", "tối đa": "<=", "nhiều nhất": "<=",
}

// bareBounds are the bounds without marks.
var bareBounds = func() map[string]string {
	bare := map[string]string{}
	for words, bound := range bounds {
		bare[viet.Fold(words)] = bound
	}
	return bare
}()

// takeLimit takes a number with a bound as a limit, where the question asks which
// years, places or indicators keep it, or whether one does, and the number is of
// what is asked about.
func (p *parser) takeLimit() {
	if !p.any(senseWhich, senseYesNo, senseList) && p.q.PlaceLevel == "" {
		return
	}
	for _, quantity := range viet.Quantities(p.q.Text) {
		from, to := p.wordsIn(quantity.Start, quantity.End)
		lead, bound := p.boundBefore(from)
		if quantity.Value == nil || from == to || p.takenIn(from, to) || bound == "" && quantity.Bound == "" || !p.limits(quantity.Unit) {
			continue
		}
		if bound == "" {
			bound = quantity.Bound
		}
		for to < len(p.words) && (p.words[to].fold == "tro" || p.words[to-1].fold == "tro" && (p.words[to].fold == "len" || p.words[to].fold == "xuong")) {
			to++
		}
		if p.joinSegments(lead, to, phrase{sense: senseLimit}) {
			p.q.Limit = &Limit{Bound: bound, Value: *quantity.Value, Unit: quantity.Unit, Text: p.q.Text[p.words[lead].start:p.words[to-1].end]}
			return
		}
	}
}

// limits reports whether a unit is one of what the question asks about, or of how
// much it moved.
func (p *parser) limits(unit string) bool {
	if strings.HasPrefix(unit, "%") && p.any(senseGrowth, senseFall) {
		return true
	}
	return !slices.ContainsFunc(p.q.Indicators, func(n Indicator) bool { return !p.anyFits(n.IDs, unit) })
}

// boundBefore returns the first of the words before words[at] that make a bound,
// the longest such, and which it is.
func (p *parser) boundBefore(at int) (from int, bound string) {
	from = at
	said := ""
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		said = strings.TrimSpace(p.words[i].text + " " + said)
		b, found := bounds[said]
		if !found && !p.q.Marked {
			b, found = bareBounds[said]
		}
		if found {
			from, bound = i, b
		}
	}
	return from, bound
}

func (p *parser) takenIn(from, to int) bool { return slices.Contains(p.taken[from:to], true) }

// joinSegments makes one segment of words[from:to], read as the phrase; false if
// they are no whole segments.
func (p *parser) joinSegments(from, to int, e phrase) bool {
	first := slices.IndexFunc(p.segs, func(s segment) bool { return s.from == from })
	last := slices.IndexFunc(p.segs, func(s segment) bool { return s.to == to })
	if first < 0 || last < first || slices.ContainsFunc(p.segs[first:last+1], func(s segment) bool { return s.has(senseIndicator) || s.has(senseArea) }) {
		return false
	}
	p.segs[first] = segment{from: from, to: to, senses: []phrase{e}}
	p.segs = slices.Delete(p.segs, first+1, last+1)
	return true
}
