package query

import (
	"slices"
	"strings"
)

// shareReadings say "X chiếm bao nhiêu % Y" as the catalogue names such figures:
// "tỷ trọng X trong Y", and where Y is an area around, "tỷ trọng X so với toàn
// tỉnh" first. There are none if the text asks for no share.
func (p *parser) shareReadings() []string {
	at := -1
	for i, s := range p.segs {
		if s.has(senseShare) {
			at = i
		}
	}
	if at < 1 {
		return nil
	}
	part, rest := p.namesIn(0, at)
	whole, more := p.namesIn(at+1, len(p.segs))
	part, whole = wholeFirst(part, whole)
	if len(part) == 0 {
		return nil
	}
	head, in, around := "tỷ trọng ", " trong ", " so với toàn tỉnh"
	if !p.q.Marked {
		head, in, around = "ty trong ", " trong ", " so voi toan tinh"
	}
	if strings.ToUpper(p.q.Text) == p.q.Text {
		head, in, around = strings.ToUpper(head), strings.ToUpper(in), strings.ToUpper(around)
	}
	name := head + strings.Join(part, " ")
	text := name
	if s := strings.Join(whole, " "); s != "" && !wholeEconomy[strings.ToLower(s)] {
		text += in + s
	}
	readings := []string{text + "; " + strings.Join(append(slices.Clone(rest), more...), " ") + "; %"}
	if others, found := p.withoutWhole(at + 1); found && len(whole) == 0 {
		readings = append([]string{name + around + "; " + strings.Join(append(rest, others...), " ") + "; %"}, readings...)
	}
	return readings
}

// wholeFirst tells the whole that is said before its part: "trong GRDP, phần dịch
// vụ chiếm mấy %".
func wholeFirst(part, whole []string) (parts, of []string) {
	if len(part) < 2 || len(whole) > 0 {
		return part, whole
	}
	first := strings.ToLower(part[0])
	for _, structure := range []string{"cơ cấu ", "co cau "} {
		first = strings.TrimPrefix(first, structure)
	}
	if first == "grdp" || wholeEconomy[first] || wholeEconomy[strings.ToLower(part[0])] {
		whole = []string{part[0][len(part[0])-len(first):]}
		part = part[1:]
	}
	if first := strings.ToLower(part[0]); len(part) > 1 && (first == "phần" || first == "phan") {
		part = part[1:]
	}
	return part, whole
}

// withoutWhole returns the texts of the segments from i on but for the area
// around ("của cả tỉnh"), and whether there is one.
func (p *parser) withoutWhole(i int) (others []string, found bool) {
	for ; i < len(p.segs); i++ {
		if p.moves(i, moveWholes) {
			found = true
			continue
		}
		if n := p.takenRun(i, len(p.segs)); n > 1 {
			others = append(others, p.q.Text[p.words[p.segs[i].from].start:p.words[p.segs[i+n-1].to-1].end])
			i += n - 1
			continue
		}
		others = append(others, p.text(p.segs[i]))
	}
	return others, found
}

// wholeEconomy are the wholes that a share is of where none is named.
var wholeEconomy = map[string]bool{
	"cơ cấu kinh tế": true, "nền kinh tế": true, "kinh tế": true, "cơ cấu": true, "trong cơ cấu kinh tế": true,
	"co cau kinh te": true, "nen kinh te": true, "kinh te": true, "co cau": true,
}

// namesIn returns the texts of the segments from:to that name what a share is of,
// and those that do not: times, places, words of asking.
func (p *parser) namesIn(from, to int) (names, others []string) {
	for i := from; i < to; i++ {
		if n := p.takenRun(i, to); n > 1 {
			others = append(others, p.q.Text[p.words[p.segs[i].from].start:p.words[p.segs[i+n-1].to-1].end])
			i += n - 1
			continue
		}
		if s := p.segs[i]; p.moves(i, moveTimes|moveAreas|moveWholes|moveAsking) || s.only(senseFiller) {
			others = append(others, p.text(s))
		} else {
			names = append(names, p.text(s))
		}
	}
	return names, others
}

// takenRun returns how many segments from i on, before to, times or quotations
// cover: their signs belong to them ("2015-2020").
func (p *parser) takenRun(i, to int) int {
	n := 0
	for i+n < to && p.taken[p.segs[i+n].from] {
		n++
	}
	return n
}

// isShare reports whether the question is one for a single share by name, with
// nothing left over.
func (q Query) isShare() bool {
	return len(q.Indicators) == 1 && q.leftWords() == 0 && strings.HasPrefix(q.Indicators[0].name, "tỉ trọng")
}
