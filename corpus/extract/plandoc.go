package extract

import (
	"regexp"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A plan, a programme, a project, a budget or a resolution on the tasks of a year states
// goals below each of its headings, but for those that look back.

// planDocument opens the title of a document that sets goals, folded.
var planDocument = regexp.MustCompile(`^(?:du thao |v/v |ban hanh |phe duyet |giao )?(?:ke hoach|chuong trinh|de an|du toan|phat dong|(?:loi|thu) phat dong|nghi quyet(?: so \S+)? ve (?:viec )?(?:nhiem vu|phuong huong|ke hoach|muc tieu|du toan|phat trien|giao|phan bo))\b`)

// newsOfPlan are words of a title that tells of a programme and is none, folded.
var newsOfPlan = regexp.MustCompile(`[:!?–]| (?:o|tai|giup|mang|tao|gop phan|hieu qua|dau an|lan toa|buoc tien|khoi sac|but pha|dat|vuot|di vao|sau) `)

// setsGoals reports whether the title is that of a document whose figures are goals: its
// time lies ahead or has hardly begun, and the title does not tell of results.
func (r *reader) setsGoals() bool {
	title := viet.Fold(viet.Normalize(r.a.Title))
	if !planDocument.MatchString(title) || newsOfPlan.MatchString(title) || results(r.a.Title) || r.title.IsZero() || r.clock.month == 0 {
		return false
	}
	first := r.title.First()
	gone := (r.clock.year-first.Year())*12 + r.clock.month - int(first.Month())
	return r.clock.unfinished(r.title) && gone < hardlyBegun
}

// hardlyBegun is how many months into its time a document still sets goals for it.
const hardlyBegun = 4

// planned is what a document that sets goals says of figures below no heading of their
// own; the zero context for other articles.
func (r *reader) planned() context {
	if !r.document {
		return context{}
	}
	return context{period: r.title, target: true, aims: true}
}

// beforePlan is the year before that of the document: of it are the figures below a
// heading that looks back and names no time.
func (r *reader) beforePlan() corpus.Period {
	if y := r.title.First().Year(); y <= r.clock.year {
		return corpus.YearOf(y - 1)
	}
	return corpus.YearOf(r.clock.year)
}

// leavesPlan ends the goals of a document where a time is named that was over before
// that of the document: "Năm 2023, phường thu 13,8 tỷ đồng" in the plan for 2024.
func (c *clause) leavesPlan(ctx *found) {
	if !c.document || ctx.target || ctx.period.After().After(c.reader.title.First()) {
		return
	}
	c.target = false
	if ctx.leading {
		c.head.target, c.head.aims = false, false
	}
}

// standing marks a goal that only the title makes one where the sentence tells what there
// is: "Hiện Hội có 4.200 hội viên" is none, "toàn huyện có 812 hộ nghèo" may be none.
func (c *clause) standing(i int, r *corpus.Record, own bool) {
	if !c.document || own || r.Status != corpus.Target || len(c.sections) > 0 && c.sections[len(c.sections)-1].target {
		return
	}
	words := viet.Fold(c.words(c.start, i))
	switch {
	case byNow.MatchString(viet.Fold(c.words(0, i))):
		r.Status, r.Doubt = corpus.Actual, doubts(r.Doubt, doubtPeriod)
		r.Period = corpus.YearOf(c.clock.year)
	case thereIs.MatchString(words) && len(c.sections) == 0:
		r.Doubt = doubts(r.Doubt, doubtPeriod)
	}
}

// byNow are words of what there is when a document is written, folded.
var byNow = regexp.MustCompile(`(?:^|[,;:] )hien |\bhien (?:nay|tai)\b|\bden nay\b`)

// thereIs are the verbs of what there is, folded.
var thereIs = regexp.MustCompile(`\b(?:co|con|la)$`)
