package query

import (
	"strings"

	"thiduabot/corpus/viet"
)

// reasonForms are the places in which a question asks for the reason of something; the
// group "rest" is what the reason is asked of.
var reasonForms = []wording{
	worded(`^(?:dạ\s+|cho\s+hỏi\s+)?(?:vì\s+sao|tại\s+sao|do\s+đâu|nhờ\s+đâu|vì\s+đâu|(?:vì\s+)?lý\s+do\s+(?:gì|nào|vì\s+sao|để|mà)|nguyên\s+nhân(?:\s+(?:gì|nào|vì\s+sao|khiến|làm))?|nhờ\s+(?:gì|cái\s+gì)|do\s+(?:gì|nguyên\s+nhân\s+gì))\s+(?:mà\s+|thì\s+|lại\s+)?(?<rest>.{6,}?)(?:\s+(?:vậy|thế|ạ|hả))*\s*\??$`),
	worded(`^(?<rest>.{6,}?)\s*[,;]?\s+(?:và\s+|là\s+)?(?:vì\s+sao|tại\s+sao|do\s+đâu|nhờ\s+đâu|vì\s+đâu|lý\s+do(?:\s+(?:gì|vì\s+sao|là\s+gì))?|nguyên\s+nhân(?:\s+(?:do\s+đâu|là\s+gì|gì|vì\s+sao))?|nhờ\s+gì|do\s+gì)(?:\s+(?:mà\s+)?(?:tăng|giảm|có|được|thế|vậy|phải|như\s+vậy|như\s+thế|cao|thấp)(?:\s+[^\s]+){0,4}?)?(?:\s+(?:vậy|thế|ạ|hả))*\s*\??$`),
}

// ReasonOf returns what a question asks the reason of; false if it asks for none.
func ReasonOf(text string) (rest string, ok bool) {
	s := letters(text)
	marked := viet.HasMarks(s)
	for _, form := range reasonForms {
		re := form.of(marked)
		if m := re.FindStringSubmatch(s); m != nil {
			return strings.TrimSpace(m[re.SubexpIndex("rest")]), true
		}
	}
	return "", false
}

// letters returns the text normalized, and typed keys as the letters they stand for,
// those of abbreviations too.
func letters(text string) string {
	s, ok := viet.Decode(viet.Normalize(clip(text)))
	if ok {
		return barredD.Replace(s)
	}
	return s
}
