package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// numbering returns the tokens of the number of a heading or of an item of a
// list: "2. ", "b) ", "5/ ", "IV. ".
func numbering(toks []token) int {
	if len(toks) >= 3 && chapters[toks[0].word] && toks[0].upper && numbers(&toks[1]) && (toks[2].word == "." || toks[2].word == ":") {
		return 3 // "Điều 2. Các chỉ tiêu chủ yếu năm 2020"
	}
	if len(toks) < 3 || !strings.Contains(".)/", toks[1].word) || !toks[1].glued || toks[2].glued && !(toks[2].upper && toks[0].kind == numberToken) {
		return 0
	}
	if t := &toks[0]; t.kind == signToken || len(t.word) > 2 && strings.Trim(t.word, "ivx") != "" || t.kind == wordToken && len(t.word) > 1 && strings.Trim(t.word, "ivx") != "" {
		return 0
	}
	return 2
}

// chapter is a part of a resolution or a report with its number, "Điều 2", "Phần thứ hai":
// "Mục tiêu" and "Phần lớn" are none.
const chapter = `(?i:điều|phần|chương|mục)\s+(?:(?i:(?:thứ\s+)?(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))|[IVX]{1,5}|\d{1,3}|[A-EĐ])(?:[\s.:)-]|$)`

// chapters are the words for such parts, with marks and without.
var chapters = map[string]bool{"điều": true, "dieu": true, "phần": true, "phan": true, "chương": true, "chuong": true, "mục": true, "muc": true}

// numbers reports whether the token is a number, in digits, Roman or in words, or the
// letter of a part.
func numbers(t *token) bool {
	return t.kind == numberToken || t.kind == wordToken && (len(t.word) == 1 || strings.Trim(t.word, "ivx") == "" || ordinals[t.word])
}

// announces reports whether a sentence opens a point of a speech: "Hai là, về nhiệm vụ
// năm 2024."
func announces(toks []token) bool { return ordinal(toks) && toks[len(toks)-1].word == "." }

// entitled lets a heading of its own line, or the announcement of a point, which names a
// period, speak for the lines below it: "2. Chỉ tiêu năm 2022".
func (r *reader) entitled(c *clause) {
	last := &c.items[len(c.items)-1]
	if c.toks[0].start > 0 && !opensLine(r.a.Text, c.ev.from) || len(c.toks) > 24 || !announces(c.toks) && (!closesLine(r.a.Text, c.ev.to) || last.sign == '.' || last.sign == ';') || c.figures(0, len(c.items)) {
		return
	}
	var p corpus.Period
	until, target := false, false
	for i := range c.items {
		it := &c.items[i]
		switch {
		case it.kind == whenItem && !it.when.event && !it.when.term && p.IsZero():
			p, until = r.resolve(it.when, corpus.Period{}), it.when.until
		case (it.any(cGoal, cTarget) || c.tasks(i)) && p.IsZero() && (i == 0 || !c.items[i-1].any(cDone, cExceed)) && !results(c.words(0, i)) && !c.became(0, len(c.items)):
			target = true
		}
	}
	if words := c.words(0, len(c.items)); p.IsZero() && termTasks.MatchString(viet.Fold(words)) && !results(words) {
		p, target = r.schoolYear(r.running), true
	}
	if p.IsZero() && r.clock.unfinished(r.title) && goalHeading.MatchString(viet.Fold(c.words(0, len(c.items)))) && !c.became(0, len(c.items)) {
		p, target = r.title, true // of the plan for that year: "I. CHỈ TIÊU THI ĐUA"
	}
	if !p.IsZero() {
		target = target || r.head.target && !results(c.words(0, len(c.items)))
		r.head = context{period: p, until: until, area: r.head.area, target: target, aims: target}
	}
}

// goalHeading is a heading that names but goals, folded.
var goalHeading = regexp.MustCompile(`^(?:[ivx]{1,5} |\d |[a-d] )?(?:cac |mot so |nhung )?(?:chi tieu|muc tieu|noi dung thi dua|muc tieu, chi tieu|chi tieu, nhiem vu)(?: (?:thi dua|phan dau|chu yeu|cu the|co ban|chinh))*$`)

// termTasks is a heading of what is to be done up to the end of a school year, folded.
var termTasks = regexp.MustCompile(`nhiem vu.* hoc (?:ky|ki) `)

// lineNumber is the number with which a heading begins: "III.", "2.1.", "b)".
var lineNumber = regexp.MustCompile(`^[-+*#\s]*(?:` + chapter + `|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})?|[a-hđ])?\s*[.)/]?\s*$`)

// opensLine reports whether only blanks, list signs and a number stand before i on its
// line.
func opensLine(text string, i int) bool {
	from := strings.LastIndexByte(text[:i], '\n') + 1
	return i-from < 24 && lineNumber.MatchString(text[from:i])
}

// closesLine reports whether nothing stands behind i on its line.
func closesLine(text string, i int) bool {
	for ; i < len(text) && text[i] != '\n'; i++ {
		if !isBlank(text[i]) && text[i] != '*' {
			return false
		}
	}
	return true
}
