package extract

import (
	"regexp"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A report is parted by headings in lines of their own: "I. KẾT QUẢ …", "1. Về kinh
// tế", "II. CHỈ TIÊU NĂM 2023". What a heading says of time and goals holds for all
// paragraphs up to the next heading of its level or above.

// A section is what a heading says, down to its level.
type section struct {
	level int
	back  bool // it looks back: what stands below is no goal
	context
}

// headingForms open headings, with the level that each has.
var headingForms = []struct {
	form  *regexp.Regexp
	level int
}{
	{regexp.MustCompile(`^` + chapter), 0},
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
	if before := r.aim(); !before.target && said.period == before.period {
		said.period = corpus.Period{} // its own only from the heading before
	}
	level := headingLevel(text)
	for len(r.sections) > 0 && r.sections[len(r.sections)-1].level >= level {
		r.sections = r.sections[:len(r.sections)-1]
	}
	above, back := r.aim(), results(text)
	switch {
	case back:
		said.target = false
	case said.period.IsZero() && !said.target && level > 1:
		said = above
	case said.target && said.period.IsZero():
		said.period, said.aims = above.period, above.aims
	}
	if said.period.IsZero() && !said.target {
		said.period = asOf(text)
	}
	if n := len(r.sections); n > 0 && level > 1 && !said.target {
		back = back || r.sections[n-1].back
	}
	r.sections = append(r.sections, section{level, back, said})
}

// stockDay is the day up to which the figures below a heading are counted.
var stockDay = regexp.MustCompile(`(?i)đến\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`)

// stretch is the first day of a stretch: what a heading says of it is no stock.
var stretch = regexp.MustCompile(`(?i)từ\s+(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\s+đến`)

// asOf returns the day named by a heading such as "Quy mô (đến ngày 31/12/2021)", the
// zero period if it names none.
func asOf(heading string) corpus.Period {
	m := stockDay.FindStringSubmatch(viet.Normalize(heading))
	if m == nil || stretch.MatchString(viet.Normalize(heading)) {
		return corpus.Period{}
	}
	d, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	y, _ := strconv.Atoi(m[3])
	if d < 1 || d > 31 || month < 1 || month > 12 {
		return corpus.Period{}
	}
	return corpus.Period{Kind: corpus.Day, Year: y, N: month, End: d}
}

// aim returns what the headings above a paragraph say of goals or of the day of its
// figures; the zero context if they speak of neither.
func (r *reader) aim() context {
	if len(r.sections) == 0 {
		return r.planned()
	}
	last := r.sections[len(r.sections)-1]
	c := last.context
	switch {
	case r.document && last.back && c.period.IsZero():
		return context{period: r.beforePlan()}
	case r.document && !last.back && !c.target:
		return r.planned()
	case !c.target && c.period.Kind == corpus.Day:
		return context{period: c.period}
	case !c.target && r.title.Kind == corpus.Month: // of the meeting
		return context{period: c.period, until: c.until}
	case !c.target:
		return context{}
	}
	return context{period: c.period, target: true, aims: !c.period.IsZero()}
}

// goalAsked are folded words of a question for goals.
var goalAsked = regexp.MustCompile(`\b(?:dang ky thi dua|muc tieu|ke hoach|phan dau|du dinh|dinh huong|phuong huong|dat ra|chi tieu)\b`)

// ask notes what the question of an interview, which fills a paragraph, says of time
// and goals; the next paragraph answers it.
func (r *reader) ask(s span) {
	if r.figured {
		return
	}
	for i := range r.toks {
		w := r.lex.whenAt(r.toks, i, r.clock)
		if w.n == 0 || w.event {
			continue
		}
		if p := r.resolve(w, corpus.Period{}); !p.IsZero() {
			r.asked.period = p
			break
		}
	}
	r.asked.target = goalAsked.MatchString(viet.Fold(r.a.Text[s.from:s.to])) && (r.asked.period.IsZero() || r.clock.unfinished(r.asked.period))
	r.asked.aims = r.asked.target && !r.asked.period.IsZero()
}
