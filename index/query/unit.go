package query

import (
	"slices"
	"strings"

	"thiduabot/corpus"
)

// A number is asked for in a unit: behind "bao nhiêu" stand a word of scale, a
// unit, or both ("mấy nghìn lao động"), and what it is counted for ("một năm",
// "trên ha") stands anywhere. A word read so is accounted for by the unit of the
// record (Query.CountedIn, Query.CountedPer), never by its name.

// wordsOfScale multiply a unit, and stand for any unit alone: "bao nhiêu triệu".
var wordsOfScale = []string{"nghìn", "ngàn", "triệu", "tỷ", "vạn", "nghìn tỷ", "ngàn tỷ", "triệu tỷ"}

// spokenUnits are what people say for a unit, with the unit.
var spokenUnits = map[string]string{
	"héc": "ha", "hécta": "ha", "hec ta": "ha", "hec": "ha", "cân": "kg", "ký": "kg", "ki lô gam": "kg", "kí lô": "kg", "ki lô mét vuông": "km²", "cây số vuông": "km²", "km vuông": "km²", "mét vuông": "m²",
	"đồng tiền": "đồng", "đ": "đồng", "củ": "triệu đồng", "đô": "USD", "đô la": "USD", "đô mỹ": "USD", "dn": "doanh nghiệp", "htx": "hợp tác xã", "lđ": "lao động", "hs": "học sinh", "ng": "người",
	"nhân khẩu": "người", "khẩu": "người", "mạng người": "người", "cái": "đơn vị", "tiền": "tiền", "sp": "sản phẩm", "đv": "đơn vị",
}

// wordsPer lead what each one of is counted: "một năm", "trên ha".
var wordsPer = []string{"một", "1", "mỗi", "mỗi một", "hằng", "hàng", "từng", "trên", "trên một", "trên 1", "trên mỗi", "bình quân mỗi", "bình quân một", "bình quân 1", "tính trên"}

// bareUnits are units that without marks read like other words of questions, which
// do not stand behind "bao nhiêu".
var bareUnits = map[string]bool{"con": true, "ca": true}

// perWords are those of wordsPer that are words of questions by themselves.
var perWords = map[string]bool{"một": true, "hằng": true, "hàng": true, "từng": true, "trên": true, "năm": true}

// countedFor are what is counted for each one of, with what people say for it.
var countedFor = map[string]string{
	"năm": "năm", "tháng": "tháng", "người": "người", "đầu người": "người", "ha": "ha", "héc ta": "ha", "hecta": "ha", "héc": "ha", "hec": "ha", "mẫu tây": "ha", "đầu dân": "người", "người dân": "người", "km vuông": "km²", "hộ": "hộ", "sào": "sào", "km²": "km²", "km2": "km²", "cây số vuông": "km²", "vạn dân": "vạn dân",
}

// addUnits adds what numbers are asked in, apart from the words that stand
// anywhere: what follows "bao nhiêu" in one tree, what is counted for in another.
func (t *Terms) addUnits() {
	t.counters, t.pers = &node{}, &node{}
	add := func(root *node, said, unit string, s sense) { root.add(said, phrase{sense: s, value: unit}) }
	scaled := func(said, unit string) {
		add(t.counters, said, unit, senseUnit)
		for _, scale := range wordsOfScale {
			add(t.counters, scale+" "+said, unit, senseUnit)
		}
	}
	for _, name := range slices.Sorted(corpus.UnitNames()) {
		scaled(name, name)
	}
	for said, unit := range spokenUnits {
		scaled(said, unit)
	}
	for _, scale := range wordsOfScale {
		unit := anyUnit
		if strings.HasSuffix(scale, "tỷ") {
			unit = "tiền" // nothing else is counted in thousands of millions here
		}
		add(t.counters, scale, unit, senseUnit)
	}
	for said, unit := range countedFor {
		for _, word := range wordsPer {
			add(t.pers, word+" "+said, unit, sensePer)
		}
	}
}

// anyUnit is the unit of a number that only a word of scale is asked for in.
const anyUnit = "số"

// asksAmount reports whether a segment is or ends with "bao nhiêu" ("rộng bao
// nhiêu").
func (p *parser) asksAmount(s segment) bool {
	last := p.words[s.to-1].fold
	return s.has(senseHowMuch) || s.to-s.from > 1 && (last == "nhieu" || last == "may")
}

// takeUnits reads what stands behind each "bao nhiêu" as a unit, unless a name
// begins there, and what is counted for wherever it stands.
func (p *parser) takeUnits() {
	for i := 0; i+1 < len(p.segs); i++ {
		if p.asksAmount(p.segs[i]) && !p.taken[p.segs[i].from] && p.adjoin(i) {
			p.takeUnder(p.Terms.counters, i+1)
		}
	}
	for i := 0; i < len(p.segs); i++ {
		p.takeUnder(p.Terms.pers, i)
	}
}

// adjoin reports whether no sign parts segment i from the next.
func (p *parser) adjoin(i int) bool {
	next := p.words[p.segs[i+1].from]
	return !next.parted && strings.TrimSpace(p.q.Text[p.words[p.segs[i].to-1].end:next.start]) == ""
}

// takeUnder reads the longest phrase under a root that begins with segment i and
// ends where a segment does, each of them without weight of its own.
func (p *parser) takeUnder(root *node, i int) {
	found, last := segment{}, i
	for _, s := range p.Terms.segmentsUnder(root, p.words, p.segs[i].from, p.q.Marked) {
		end := i
		for end < len(p.segs) && p.segs[end].to < s.to && p.light(end) {
			end++
		}
		if end < len(p.segs) && p.segs[end].to == s.to && p.light(end) {
			found, last = s, end
		}
	}
	if found.to == 0 {
		return
	}
	p.segs[i] = found
	p.segs = slices.Delete(p.segs, i+1, last+1)
}

// light reports whether segment i may be read as a part of a unit: no time,
// nothing that is named and, in a text without marks, no other word of questions
// ("bao nhieu so cung ky" counts no "sổ").
func (p *parser) light(i int) bool {
	s := p.segs[i]
	if !p.q.Marked && s.to == s.from+1 && !bareUnits[p.words[s.from].fold] && slices.ContainsFunc(s.senses, func(e phrase) bool {
		return e.sense != senseUnit && e.sense != senseKindOfArea && e.sense != senseTimeWord && !perWords[e.words[0]]
	}) {
		return false
	}
	return !p.taken[s.from] && !s.has(senseIndicator) && !s.has(senseArea) && !s.has(senseHowMuch) && (s.to == s.from+1 || s.only(senseUnit) || s.only(senseFiller))
}

// CountedIn reports whether a number in the unit is of what the question asks
// for; one that names no unit takes any. About are the words of what is measured,
// which may name what is counted ("bao nhiêu lao động" of so many people).
func (q Query) CountedIn(unit string, about []string) bool {
	if q.Unit == "" {
		return true
	}
	return unitFits(q.Unit, unit, about)
}

func unitFits(asked, unit string, about []string) bool {
	a, _, knownA := corpus.UnitOf(asked)
	if !strings.Contains(asked, "/") {
		unit, _, _ = strings.Cut(unit, "/")
	}
	b, _, knownB := corpus.UnitOf(unit)
	switch {
	case strings.HasPrefix(unit, "%") || b == corpus.Percent:
		return a == corpus.Percent
	case asked == anyUnit:
		return true
	case asked == "tiền":
		return b == corpus.Dong || b == corpus.Dollar
	case knownA && knownB && a != corpus.Counted:
		return a == b
	case knownA && knownB && b != corpus.Counted:
		return false
	}
	base := unscaled(unit)
	return asked == base || slices.Contains(countsOf[asked], base) || holdsWord(about, Marked(asked))
}

// countsOf are what is counted under a more general word.
var countsOf = map[string][]string{
	"người":  {"lao động", "cử tri", "đảng viên", "tân binh", "đại biểu", "học sinh", "giáo viên", "bác sĩ", "ca", "hội viên", "đoàn viên", "thanh niên", "cán bộ", "công chức", "viên chức", "công nhân", "công dân", "nhân khẩu", "người dân", "lượt người", "lượt khách", "khách"},
	"đơn vị": {"xã", "phường", "huyện", "thị trấn", "thôn", "xóm", "tổ dân phố", "tổ chức", "doanh nghiệp"},
	"dân":    {"người"}, "người dân": {"người"}, "thanh niên": {"tân binh"}, "lượt": {"lượt khách", "lượt người"}, "khách": {"lượt khách"}, "lượt khách": {"khách"},
	"hộ dân": {"hộ"}, "gia đình": {"hộ"}, "tổ chức": {"tổ chức đảng", "đơn vị"}, "sổ": {"sổ tiết kiệm"}, "sổ tiết kiệm": {"sổ"}, "đồng chí": {"đảng viên", "đại biểu"}, "thôn": {"xóm"}, "xóm": {"thôn"},
}

// unscaled returns a unit without the word of scale before it.
func unscaled(unit string) string {
	for _, scale := range wordsOfScale {
		if rest, ok := strings.CutPrefix(unit, scale+" "); ok {
			unit = rest
		}
	}
	return unit
}

func holdsWord(about, words []string) bool {
	for i := 0; i+len(words) <= len(about); i++ {
		if slices.Equal(about[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
