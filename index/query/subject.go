package query

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Several indicators may measure one subject: of rice, the hectares, the tons and
// the tons a hectare. A name that says the subject alone ("lúa") stands for one of
// them; the unit that a number is asked in, or a verb of production ("thu hoạch"),
// tells which is meant. The name is then read with the head that says so: "sản
// lượng lúa".

// head is what is said of what is measured in units of one dimension.
type head struct {
	dimension corpus.Dimension
	words     []string
}

// heads are the words that say what is measured of a subject, with the dimension
// of their units.
var heads = []head{
	{corpus.Mass, []string{"sản lượng", "tổng sản lượng", "khối lượng"}},
	{corpus.AreaSize, []string{"diện tích", "diện tích gieo trồng", "diện tích trồng", "tổng diện tích"}},
	{corpus.Mass + "/" + corpus.AreaSize, []string{"năng suất"}},
	{corpus.Energy, []string{"sản lượng"}},
	{corpus.Percent, []string{"tỷ lệ"}},
	{corpus.Dong, []string{"giá trị", "trị giá", "vốn", "tổng vốn", "doanh thu", "số tiền", "tổng số tiền", "tiền", "kim ngạch"}},
	{corpus.Dollar, []string{"kim ngạch", "giá trị", "trị giá", "vốn", "tổng vốn"}},
	{corpus.Counted, []string{"số", "tổng số", "số lượng", "tổng đàn"}},
}

// producing are verbs that tell what is measured of what they are done to, with
// the head that says the same.
var producing = map[string]string{
	"sản lượng": "thu hoạch, thu hoạch được, gặt, gặt được, gặt hái, gặt hái được, đánh bắt được, nuôi được, khai thác được, làm ra, sản xuất, sản xuất được, sản xuất ra",
	"diện tích": "cấy, gieo, gieo cấy, trồng, gieo trồng, xuống giống, cấy được, gieo được, trồng được, gieo cấy được, gieo trồng được, đã cấy, đã gieo cấy",
	"giải ngân": "!tiêu, tiêu được, tiêu hết, đã tiêu, giải ngân được, đã giải ngân, chi được",
	"tổng đàn":  "nuôi, chăn nuôi, nuôi được",
}

// fitNames reads the names of indicators with the head that the unit asked for or
// a verb of production speaks of. A verb that goes with no name is left over.
func (p *parser) fitNames() {
	unit := p.askedUnit()
	fitted := false
	verb, producing := p.sense(senseProducing)
	for i := range p.segs {
		s := &p.segs[i]
		switch {
		case !s.has(senseIndicator) || p.taken[s.from]:
		case producing:
			fitted = p.fitHead(s, verb.values(senseProducing), unit) || fitted
		case unit != "" && unit != anyUnit && !p.anyFits(s.values(senseIndicator), unit):
			p.fitHead(s, headsFor(unit), unit)
		}
	}
	if fitted {
		return
	}
	for i := range p.segs {
		p.segs[i].drop(senseProducing)
	}
}

// askedUnit returns the unit that the first number is asked in; empty if none is,
// or the number may be a movement or a share of what is named.
func (p *parser) askedUnit() string {
	moving := p.any(senseGrowth, senseFall, sensePlan, senseAgainst, senseReached, senseMissed, senseShare, senseTrend, senseHighest, senseLowest)
	for i, s := range p.segs {
		if s.has(senseUnit) && (i > 0 && p.segs[i-1].has(senseHowMuch) || s.values(senseUnit)[0] == "%") && !(moving && s.values(senseUnit)[0] == "%") {
			return p.perArea(s.values(senseUnit)[0])
		}
	}
	return ""
}

// perArea returns a unit of mass with the unit of area that it is asked for: "tạ"
// of "mấy tạ một ha" is "tạ/ha".
func (p *parser) perArea(unit string) string {
	if d, _, _ := corpus.UnitOf(unit); d != corpus.Mass {
		return unit
	}
	for _, s := range p.segs {
		for _, per := range s.values(sensePer) {
			if d, _, _ := corpus.UnitOf(per); d == corpus.AreaSize {
				return unit + "/" + per
			}
		}
	}
	return unit
}

// headsFor returns the heads of what is counted in a unit; of what is counted one
// by one the noun as well: "số hộ", "hộ".
func headsFor(unit string) []string {
	dimension, _, known := corpus.UnitOf(unit)
	if !known {
		return nil
	}
	var out []string
	if dimension == corpus.Counted {
		out = []string{"số " + unit, unit}
	}
	for _, h := range heads {
		if h.dimension == dimension || h.dimension == corpus.Mass+"/"+corpus.AreaSize && dimension == corpus.Mass {
			out = append(out, h.words...)
		}
	}
	return out
}

// anyFits reports whether the unit is one of those of the indicators; without a
// unit in the catalogue any is.
func (p *parser) anyFits(ids []string, unit string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		ind, _ := p.Terms.Indicator(id)
		return ind.Unit == "" || unitFits(unit, ind.Unit, Marked(ind.Name))
	})
}

// fitHead reads a segment that names a subject with the first of the heads that
// makes a known name with it, in the unit if there is one. It reports whether the
// segment is such a name now or was before.
func (p *parser) fitHead(s *segment, heads []string, unit string) bool {
	words := p.words[s.from:s.to]
	for _, head := range heads {
		lead := split(viet.Normalize(head))
		named := startsWith(words, lead)
		found := p.Terms.named(append(lead, words...), p.q.Marked)
		if named {
			found = *s
		}
		ids := found.values(senseIndicator)
		if len(ids) == 0 || unit != "" && !p.anyFits(ids, unit) {
			continue
		}
		s.senses = found.senses
		return true
	}
	return false
}

func startsWith(words, lead []word) bool {
	return len(words) >= len(lead) && slices.EqualFunc(words[:len(lead)], lead, func(a, b word) bool { return a.fold == b.fold })
}

// named returns the segment that all of the words make as the name of an
// indicator; one without senses if they make none. The marks of the words count
// if the text has any.
func (t *Terms) named(words []word, marked bool) segment {
	whole := slices.Clone(words)
	for i := range whole {
		whole[i].parted = false
		if !marked {
			whole[i].text = whole[i].fold
		}
	}
	for _, s := range t.segmentsAt(whole, 0, marked) {
		if s.to == len(whole) && s.has(senseIndicator) {
			return s
		}
	}
	return segment{}
}

// compositions return the text with a run of words that is left over said with
// the name that it makes a longer one with, before or behind it: "đầu người GRDP"
// is "GRDP đầu người".
func (p *parser) compositions() []string {
	if len(p.q.Indicators) != 1 {
		return nil
	}
	var out []string
	for _, n := range p.q.Indicators {
		name, ok := p.segmentOf(n)
		if !ok {
			continue
		}
		words := p.words[name.from:name.to]
		for _, l := range p.q.Left {
			for _, whole := range [][]word{append(slices.Clone(words), l.words...), append(slices.Clone(l.words), words...)} {
				if len(whole) <= longestComposed && len(p.Terms.named(whole, p.q.Marked).senses) > 0 {
					out = append(out, p.composed(name, l, whole))
				}
			}
		}
	}
	return out
}

// longestComposed is the number of words of a name that is put together.
const longestComposed = 12

func (p *parser) segmentOf(n Indicator) (segment, bool) {
	for _, s := range p.segs {
		if s.from == n.at && s.has(senseIndicator) {
			return s, true
		}
	}
	return segment{}, false
}

// composed returns the text with the whole name in place of the segment, without
// the words that were left over.
func (p *parser) composed(name segment, l Left, whole []word) string {
	var said []string
	for _, w := range whole {
		said = append(said, p.q.Text[w.start:w.end])
	}
	type cut struct {
		from, to int
		text     string
	}
	cuts := []cut{
		{p.words[name.from].start, p.words[name.to-1].end, strings.Join(said, " ")},
		{l.words[0].start, l.words[len(l.words)-1].end, ""},
	}
	if cuts[0].from > cuts[1].from {
		cuts[0], cuts[1] = cuts[1], cuts[0]
	}
	text := p.q.Text
	return text[:cuts[0].from] + cuts[0].text + text[cuts[0].to:cuts[1].from] + cuts[1].text + text[cuts[1].to:]
}
