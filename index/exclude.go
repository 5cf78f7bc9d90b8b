package index

import (
	"regexp"
	"strings"

	"thiduabot/index/query"
)

// excluding are the folded words before a place whose part is to be left out.
var excluding = []string{"chua tinh", "khong tinh", "khong ke", "chua ke", "khong gom", "khong bao gom", "chua bao gom", "loai tru", "tru", "ngoai", "tru di", "bo qua", "khong co"}

// levelWords are the folded words for the level of a place, before its name.
var levelWords = regexp.MustCompile(`^ (?:tinh|thanh pho|tp|thi xa|quan|huyen|thi tran|phuong|xa) `)

// excludes refuses a figure of a place without another place that is named: no
// record is known to leave it out. It reports false for any other question.
func (d *deliberation) excludes() bool {
	text := strings.ReplaceAll(d.said(), " nam ngoai ", " nam qua ")
	for _, a := range d.q.Areas {
		name := foldedWords(a.Text)
		bare := " " + strings.TrimSpace(levelWords.ReplaceAllString(name, "")) + " "
		for _, words := range excluding {
			if containsAny(text, []string{" " + words + name, " " + words + " phan" + name, " " + words + bare}) {
				d.answer.Kind, d.answer.Text = Unknown, sayNotApart(d.areaText(a))
				d.step("judge", "a part is to be left out")
				return true
			}
		}
	}
	return false
}

// figuresWanted are the intents that a figure may answer.
var figuresWanted = []query.Intent{query.None, query.Value, query.Growth, query.Plan, query.Target, query.Compare, query.Trend, query.Extreme}
