package index

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// sayOtherArea opens an answer about an area around the one asked about.
func sayOtherArea(asked, given string) string {
	return fmt.Sprintf("%s chưa có số liệu này; dưới đây là số của %s", asked, given)
}

// sayOtherSource opens an answer from another source than the one asked about.
func sayOtherSource(asked string) string {
	return fmt.Sprintf("Tôi chưa thấy số này ở nguồn anh/chị nêu (“%s”); dưới đây là số ở nguồn khác", asked)
}

// sayRefusal says that there is no figure, for what, and what can be asked
// instead.
func (d *deliberation) sayRefusal(why refusal) string {
	said := "Tôi chưa có số liệu này."
	if about := d.indicatorText(); about != "" {
		if d.wantsTarget() && !strings.HasPrefix(foldedWords(about), " muc tieu ") {
			about = "mục tiêu " + viet.Uncapital(about)
		}
		said = "Tôi chưa có số liệu " + about + d.sayWhereAndWhen() + "."
		if why == refuseLeftovers {
			said = "Tôi chưa có số liệu đúng với câu hỏi về " + about + d.sayWhereAndWhen() + "."
		}
	}
	switch why {
	case refuseLeftovers:
		if left := d.leftText(); left != "" {
			said += " Phần chưa khớp: “" + left + "”."
		}
	case refuseMeasure:
		said += " Nguồn đã công bố không nêu con số được hỏi."
	case refuseStatus:
		said += d.sayOtherStatus()
	}
	return said + saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
}

// sayOtherStatus says what sort of figure there is instead of that asked for.
func (d *deliberation) sayOtherStatus() string {
	if d.wantsTarget() {
		return " Mới chỉ có số thực hiện hoặc số ước."
	}
	return " Mới chỉ có số thuộc loại khác (ước, chính thức hoặc mục tiêu)."
}

// wantsTarget reports whether nothing but a target is asked for.
func (d *deliberation) wantsTarget() bool {
	return slices.Equal(d.q.Statuses, []corpus.Status{corpus.Target})
}

// sayWhereAndWhen names the area and period that a refusal is about.
func (d *deliberation) sayWhereAndWhen() string {
	s := ""
	if d.namesArea() {
		s = " của " + d.areaText(d.q.Areas[0])
	}
	from, to := d.window()
	switch p := d.q.MainPeriods(); {
	case len(p) > 0:
		s += ", " + SayPeriod(p[0])
	case from > 0 && to < 9999:
		s += fmt.Sprintf(", từ %d đến %d", from, to)
	case from > 0:
		s += fmt.Sprintf(", từ %d", from)
	}
	return s
}

// areaText names an area as the table does, or as the question does where the
// table lacks it or it may be several.
func (d *deliberation) areaText(a query.Area) string {
	if len(a.Names) == 1 {
		return a.Names[0]
	}
	return a.Text
}

// leftText quotes the words that nothing accounts for, without the numbers among
// them: an answer that has no figure must not look as if it had one.
func (d *deliberation) leftText() string {
	var out []string
	for _, l := range d.q.Left {
		words := slices.DeleteFunc(strings.Fields(l.Text), func(w string) bool { return strings.ContainsAny(w, "0123456789") })
		if len(words) > 0 {
			out = append(out, strings.Trim(strings.Join(words, " "), ",.;:!?"))
		}
	}
	if d.q.Marked {
		return strings.Join(out, ", ")
	}
	return restored(strings.Join(out, ", "))
}

// aboutText quotes what a question is about, without periods and numbers.
func (d *deliberation) aboutText() string {
	words := strings.Fields(d.q.About)
	for _, p := range d.q.Periods {
		words = without(words, query.Fold(p.Text))
	}
	words = slices.DeleteFunc(words, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	if len(words) == 0 {
		return d.leftText()
	}
	return restored(strings.Trim(strings.Join(words, " "), ",.;:!?"))
}

// sureRestored is the confidence from which marks are put back on words that are
// quoted to the one who typed them without.
const sureRestored = 0.9

// restored puts the marks back on words of a question typed without, where there
// is hardly a doubt.
func restored(s string) string {
	if viet.HasMarks(s) {
		return s
	}
	if r, sure := viet.Restore(s); sure >= sureRestored {
		return r
	}
	return s
}

func saySuggestions(head string, list []string) string {
	if len(list) == 0 {
		return ""
	}
	return "\n" + head + "\n• " + strings.Join(list, "\n• ")
}

// sayClarify asks back with the readings.
func sayClarify(why string, list []string) string {
	return why + ", anh/chị muốn hỏi ý nào?\n• " + strings.Join(list, "\n• ")
}

// sayQuestion writes the question that a record answers.
func sayQuestion(name string, r corpus.Record) string {
	s := name + " " + r.Area + " " + SayPeriod(r.Period)
	switch {
	case r.Status == corpus.Target:
		return "Mục tiêu " + viet.Uncapital(s)
	case r.Value != nil || r.Low != nil:
		return s
	case r.Change != nil && namesYear(r.Change.Basis):
		return s + " tăng bao nhiêu " + r.Change.Basis
	case r.Change != nil:
		return s + " tăng bao nhiêu"
	case r.PlanPct != nil:
		return s + " đạt bao nhiêu % kế hoạch"
	}
	return s
}

// sayNoneDue says that nothing is due within a span, named as in the question.
func sayNoneDue(span string) string {
	return viet.Capital(strings.TrimSpace(span)) + " tôi chưa thấy hạn nào. Hạn mới do người biên tập nhập vào."
}
