package query

import (
	"regexp"
	"strings"

	"thiduabot/corpus/viet"
)

// shorthands are ways to write periods that leave out a word, with the whole
// form. Only what a year follows is touched.
var shorthands = []struct {
	short *regexp.Regexp
	long  string
}{
	{regexp.MustCompile(`(?i)(^|\s)(\d{1,2})\s?(?:t|th)(?:\s+|\s?[/.-]\s?)(?:(?:đầu|dau)\s+(?:năm|nam)|(?:đầu|dau|năm|nam)|)\s*(\d{4})\b`), "$1$2 tháng đầu năm $3"},
	{regexp.MustCompile(`(?i)(tháng|thang|nửa|nua)\s+(đầu|dau|cuối|cuoi)\s+(\d{4})\b`), "$1 $2 năm $3"},
}

// spellOut writes the shorthands of periods in full, without marks in a text that
// has none.
func spellOut(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	marked := viet.HasMarks(s)
	for _, h := range shorthands {
		long := h.long
		if !marked {
			long = viet.Fold(long)
		}
		s = h.short.ReplaceAllString(s, long)
	}
	return s
}
