package extract

import (
	"regexp"
	"strings"
)

// A report is parted by headings in lines of their own: "I. KẾT QUẢ …", "1. Về kinh
// tế", "II. CHỈ TIÊU NĂM 2023". What a heading says of time and goals holds for all
// paragraphs up to the next heading of its level or above.

// A section is what a heading says, down to its level.
type section struct {
	level int
	context
}

// headingForms open headings, with the level that each has.
var headingForms = []struct {
	form  *regexp.Regexp
	level int
}{
	{regexp.MustCompile(`^(?i:phần)\s+(thứ\s+)?\S+`), 0},
	{regexp.MustCompile(`^[IVX]{1,5}\s*[./)-]`), 1},
	{regexp.MustCompile(`^[A-EĐ]\s*[./)-]\s`), 1},
	{regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.?\s`), 3},
	{regexp.MustCompile(`^\d{1,2}\s*[./)]`), 2},
	{regexp.MustCompile(`^[a-hđ]\s*[.)]\s`), 4},
}

// headingLevel returns the level of a heading; one without a number stands at the
// top.
func headingLevel(text string) int {
	text = strings.TrimLeft(text, "#*_ ")
	for _, h := range headingForms {
		if h.form.MatchString(text) {
			return h.level
		}
	}
	return 1
}

// longestHeading is how many characters the heading of a section has at most.
const longestHeading = 160

// opensSection notes the heading of a section that ended in head, what it said.
func (r *reader) opensSection(s span, said context) {
	text := r.a.Text[s.from:s.to]
	if len(text) > longestHeading || strings.Contains(text, "\n") || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") || strings.HasPrefix(text, "•") {
		return
	}
	level := headingLevel(text)
	for len(r.sections) > 0 && r.sections[len(r.sections)-1].level >= level {
		r.sections = r.sections[:len(r.sections)-1]
	}
	above := r.aim()
	switch {
	case results(text):
		said.target = false
	case said.period.IsZero() && !said.target && level > 1:
		said = above
	case said.target && said.period.IsZero():
		said.period, said.aims = above.period, above.aims
	}
	r.sections = append(r.sections, section{level, said})
}

// aim returns what the headings above a paragraph say of goals; the zero context if
// they speak of none.
func (r *reader) aim() context {
	if len(r.sections) == 0 {
		return context{}
	}
	c := r.sections[len(r.sections)-1].context
	if !c.target {
		return context{}
	}
	return context{period: c.period, target: true, aims: !c.period.IsZero()}
}
