package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// A SourceClause is what a question says of where its figure was published, "theo bài
// gặp mặt báo chí tháng 1/2022", and the rest of the question.
type SourceClause struct {
	Said string   // as the question has it
	Tell []string // folded words of it that tell one source from another
	Date string   // year and month of the source as YYYY-MM, if they are named
	Rest string
}

// publishing are nouns and offices with which the words for a source begin.
const publishing = `(?:bài|tin|báo|đài|báo\s+cáo|số\s+liệu|nguồn|văn\s+bản|nghị\s+quyết|thông\s+báo|thông\s+cáo|công\s+bố|niên\s+giám|kỳ\s+họp|hội\s+nghị|họp\s+báo|cục|chi\s+cục|tổng\s+cục|sở|ubnd|hđnd|thành\s+ủy|tỉnh\s+ủy|cổng\s+thông\s+tin)`

// sourceForms are the places in which a source is named; the group "said" is what is
// said of it, the groups "rest" are the question without it.
var sourceForms = []wording{
	worded(`^(?:dạ\s+|cho\s+hỏi\s+)?(?:theo|trong|tại|căn\s+cứ|dựa\s+theo)\s+(?<said>` + publishing + `(?:\s[^,;?]{1,90}?)?)(?:\s+thì\s+|\s*[,:]\s*)(?<rest>.{6,})$`),
	worded(`^(?:dạ\s+|cho\s+hỏi\s+)?(?:theo|căn\s+cứ|dựa\s+theo)\s+(?<said>(?:cục|chi\s+cục|tổng\s+cục)\s+(?:thống\s+kê|thuế|hải\s+quan)|niên\s+giám(?:\s+thống\s+kê)?|sở\s+(?:tài\s+chính|công\s+thương|nông\s+nghiệp|y\s+tế|nội\s+vụ|xây\s+dựng|kế\s+hoạch|giáo\s+dục|lao\s+động|du\s+lịch|văn\s+hóa|tư\s+pháp|giao\s+thông|khoa\s+học))\s+(?<rest>.{6,})$`),
	worded(`^(?<rest>.{6,}?)\s*,?\s+(?:theo|trong|dựa\s+theo|căn\s+cứ)\s+(?<said>` + publishing + `\s[^,;?]{2,90})\s*\??$`),
	worded(`^(?<rest>.{6,}?)\s*,?\s+(?:theo|trong|dựa\s+theo|căn\s+cứ)\s+(?<said>nghị\s+quyết|niên\s+giám|thông\s+cáo)\s*\??$`),
	worded(`^(?:cho\s+(?:tôi\s+|em\s+|mình\s+)?(?:xin\s+|hỏi\s+)?)?(?:số|số\s+liệu|con\s+số)\s+của\s+(?<said>` + publishing + `[^,;?]{0,60}?)\s+(?:về|cho)\s+(?<rest>.{6,})$`),
	worded(`^(?<said>` + publishing + `\s[^,;?]{2,60}?)\s+(?:đưa|đưa\s+tin|nói|ghi|ghi\s+là|nêu|viết|công\s+bố|đăng|thông\s+tin)\s+(?:là\s+|rằng\s+)?(?<rest>.{6,})$`),
}

// SourceIn returns what a question says of where its figure was published; false if it
// says nothing, or asks for it: "theo báo nào".
func SourceIn(text string) (SourceClause, bool) {
	s := letters(text)
	marked := viet.HasMarks(s)
	for _, form := range sourceForms {
		re := form.of(marked)
		m := re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		c := SourceClause{Said: strings.TrimSpace(m[re.SubexpIndex("said")]), Rest: strings.TrimSpace(m[re.SubexpIndex("rest")])}
		folded := viet.Fold(c.Said)
		if asksWhich.MatchString(folded) {
			return SourceClause{}, false
		}
		c.Date, folded = dateOfSource(strings.ReplaceAll(folded, "bao cao", " "))
		for _, w := range Fold(folded) {
			if !sayNoSource[w] {
				c.Tell = append(c.Tell, w)
			}
		}
		return c, true
	}
	return SourceClause{}, false
}

// asksWhich are folded words that ask for a source instead of naming one.
var asksWhich = regexp.MustCompile(`\b(?:nao|gi|dau|ai|may|bao nhieu)\b`)

// monthOfSource is the month in which a source appeared, folded.
var monthOfSource = regexp.MustCompile(`(?:\bngay \d{1,2}\s?[-/]\s?|\bthang )(1[0-2]|0?[1-9])\s?(?:[-/]\s?|nam |\s)(20\d\d)\b`)

// dateOfSource takes the month out of the words for a source.
func dateOfSource(folded string) (date, rest string) {
	m := monthOfSource.FindStringSubmatchIndex(folded)
	if m == nil {
		return "", folded
	}
	month, year := folded[m[2]:m[3]], folded[m[4]:m[5]]
	if len(month) == 1 {
		month = "0" + month
	}
	return year + "-" + month, folded[:m[0]] + " " + folded[m[1]:]
}

// sayNoSource are folded words that tell no source from another.
var sayNoSource = NewWordSet(`bài tin số liệu nguồn văn bản viết đăng của về trên tại trong ngày tháng năm này đó các những thì công bố một mới nhất vừa rồi`).Bare
