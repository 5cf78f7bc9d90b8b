package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// A FigureClause is a figure that a question names in order to ask where it comes
// from, "con số 17.023 tỷ lấy từ đâu", and the rest of the question.
type FigureClause struct {
	Said     string // as the question has it
	Quantity viet.Quantity
	Rest     string
}

// figureAsked are words for the origin of a figure, folded.
var figureAsked = regexp.MustCompile(`\b(?:nguon(?: nao| dau| o dau| cua)?|o dau ra|o dau day|(?:lay|trich|tu) (?:o |tu )?(?:dau|nguon nao|bai nao|bao nao|bao cao nao|van ban nao)|(?:do )?(?:ai|bao nao|bai nao|co quan nao|don vi nao) (?:dua(?: ra| tin)?|noi|cong bo|neu|dang)|xuat xu|bai nao|bao nao|van ban nao|bao cao nao)\b`)

// published are folded words that can but ask who published a figure.
var published = regexp.MustCompile(`\b(?:bao|bai|van ban|bao cao|co quan) nao (?:dua|noi|neu|dang|cong bo|viet)\b`)

// lasting are units of time, whose amounts are no figures.
var lasting = map[string]bool{"năm": true, "tháng": true, "ngày": true, "giờ": true, "phút": true, "tuần": true, "tuổi": true}

// figureSaid is how a figure is pointed at, before its number.
var figureSaid = worded(`(?:^|\s)(?:con\s+)?số\s+(?:liệu\s+)?$`)

// originWords are words of such a question that tell nothing of the figure.
var originWords = worded(`(?:^|\s)(?:(?:lấy|trích|dẫn|được\s+lấy)\s+)?(?:từ\s+|ở\s+|do\s+|là\s+)?(?:nguồn(?:\s+nào|\s+đâu|\s+ở\s+đâu|\s+của)?|đâu\s+ra|đâu|ai|báo\s+nào|bài\s+nào|văn\s+bản\s+nào|báo\s+cáo\s+nào|cơ\s+quan\s+nào|đơn\s+vị\s+nào)(?:\s+(?:đưa\s+tin|đưa\s+ra|đưa|nói|công\s+bố|nêu|đăng))?(?:\s+(?:vậy|thế|đấy|ạ|à|ra))*(?:[?.,]|\s|$)`)

// FigureIn returns the figure whose origin a question asks for; false if it asks for
// none.
func FigureIn(text string) (FigureClause, bool) {
	s := letters(text)
	if !figureAsked.MatchString(viet.Fold(s)) {
		return FigureClause{}, false
	}
	marked := viet.HasMarks(s)
	for _, q := range quantitiesIn(s) {
		before := figureSaid.of(marked).FindStringIndex(s[:q.Start])
		if before == nil && q.Unit != "" && !lasting[q.Unit] && published.MatchString(viet.Fold(s)) {
			before = []int{q.Start, q.Start} // "14.828 tỷ là báo nào đưa tin"
		}
		if q.Value == nil || before == nil || q.Unit == "" && *q.Value >= 1900 && *q.Value < 2100 {
			continue
		}
		rest := s[:before[0]] + " " + s[q.End:]
		rest = originWords.of(marked).ReplaceAllString(rest, " ")
		rest, _, _ = strings.Cut(strings.TrimSpace(rest), ",")
		return FigureClause{Said: q.Text, Quantity: q, Rest: strings.TrimSpace(rest)}, true
	}
	return FigureClause{}, false
}

// quantitiesIn returns the amounts of a text, behind them the bare numbers.
func quantitiesIn(s string) []viet.Quantity {
	all := viet.Quantities(s)
	for _, n := range viet.Numbers(s) {
		all = append(all, viet.Quantity{Text: n.Text, Start: n.Start, End: n.End, Value: &n.Value})
	}
	return all
}
