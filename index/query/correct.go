package query

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus/viet"
)

// Who types fast corrects himself in the same breath: "6 tháng… à không, cả năm
// 2020". What follows the words of correction replaces what was said of its kind
// right before them: a time a time, a place a place, a name a name.

// corrections are the words of a correction, with and without marks; corrected
// finds where one stands.
var (
	corrections = strings.Split("à không|à nhầm|à lộn|à quên|nhầm|xin lỗi|đính chính|ý tôi là|ý em là|ý mình là|sửa lại|a khong|a nham|a lon|a quen|nham|xin loi|dinh chinh|y toi la|y em la|y minh la|sua lai", "|")
	correction  = regexp.MustCompile(`[\s,.…;:(-]*\b(?:a khong(?: phai)?|a nham|a lon|a quen|nham|xin loi|dinh chinh|y toi la|y em la|y minh la|sua lai(?: la)?)\b[\s,.…:]*`)
)

// corrected returns the text without what it takes back; the text as it is where
// nothing tells what that was.
func corrected(text string, o Options) string {
	if !slices.ContainsFunc(corrections, func(s string) bool { return strings.Contains(text, s) }) {
		return text
	}
	folded := viet.FoldMapped(text)
	at := correction.FindStringIndex(folded.Text)
	if at == nil || at[0] == 0 || at[1] == len(folded.Text) {
		return text
	}
	start, end := folded.Span(at[0], at[1])
	before, after := read(reading{text: text[:start]}, o), read(reading{text: text[end:]}, o)
	kind := after.firstKind()
	if kind == kindNone {
		return text
	}
	from := before.lastOf(kind)
	if from < 0 {
		return text
	}
	last := before.segs[len(before.segs)-1]
	cut := before.words[before.segs[from].from].start
	return strings.TrimSpace(before.q.Text[:cut]+before.q.Text[before.words[last.to-1].end:]) + " " + text[end:]
}

// kind is what may be corrected.
type kind uint8

const (
	kindNone kind = iota
	kindTime
	kindPlace
	kindName
)

func (p *parser) kindOf(s segment) kind {
	switch {
	case p.taken[s.from], s.has(senseTimeWord), p.words[s.from].number():
		return kindTime
	case s.has(senseArea), s.has(senseWhole), s.has(senseKindOfArea):
		return kindPlace
	case s.has(senseIndicator):
		return kindName
	}
	return kindNone
}

// firstKind returns the kind of what the text begins with, past fillers.
func (p *parser) firstKind() kind {
	for _, s := range p.segs {
		if k := p.kindOf(s); k != kindNone || !s.only(senseFiller) {
			return k
		}
	}
	return kindNone
}

// lastOf returns the first of the segments of a kind that the text ends with; -1
// if it ends with something else.
func (p *parser) lastOf(k kind) int {
	from := -1
	for i := range slices.Backward(p.segs) {
		if p.kindOf(p.segs[i]) != k {
			break
		}
		from = i
	}
	return from
}
