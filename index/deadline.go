package index

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// deadlines answers what is due: those that the words of the question name, or
// all that are still to come.
func (d *deliberation) deadlines() error {
	d.answer.Kind = Due
	list := d.dueList()
	d.step("find", fmt.Sprintf("%d deadlines", len(list)))
	if len(list) == 0 {
		d.answer.Text = "Tôi chưa có hạn nào khớp với câu hỏi. Hạn mới do người biên tập nhập vào."
		return nil
	}
	var lines []string
	for _, x := range list[:min(len(list), 8)] {
		lines = append(lines, sayDeadline(x, d.asked.Now))
	}
	d.answer.Text = strings.Join(lines, "\n")
	return nil
}

// dueList returns the deadlines asked about, the next one first.
func (d *deliberation) dueList() []corpus.Deadline {
	overdue := strings.Contains(viet.Fold(d.q.Text), "qua han")
	list := slices.Clone(d.tables.Deadlines)
	slices.SortStableFunc(list, func(a, b corpus.Deadline) int { return strings.Compare(a.Due, b.Due) })
	today := d.asked.Now.In(corpus.Zone).Format(time.DateOnly)
	if named := d.namedDeadlines(list); len(named) > 0 {
		return named
	}
	if len(d.q.Left) > 0 {
		return nil
	}
	return slices.DeleteFunc(list, func(x corpus.Deadline) bool { return len(x.Due) < 10 || overdue != (x.Due[:10] < today) })
}

// namedDeadlines returns those that hold every word left over.
func (d *deliberation) namedDeadlines(list []corpus.Deadline) []corpus.Deadline {
	if len(d.q.Left) == 0 && d.q.Document == "" {
		return nil
	}
	var out []corpus.Deadline
	for _, x := range list {
		text := foldedWords(x.What + " " + x.Who + " " + x.Campaign)
		fits := true
		for _, l := range d.q.Left {
			fits = fits && holdsRun(text, l.Words())
		}
		if fits {
			out = append(out, x)
		}
	}
	return out
}

func sayDeadline(x corpus.Deadline, now time.Time) string {
	s := "Hạn " + sayDate(x.Due[:min(10, len(x.Due))]) + " · " + x.What
	if x.Who != "" {
		s += " · " + x.Who
	}
	due, err := time.ParseInLocation(time.DateOnly, x.Due[:min(10, len(x.Due))], corpus.Zone)
	if err != nil {
		return s
	}
	today := now.In(corpus.Zone)
	days := int(due.Sub(time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, corpus.Zone)).Hours() / 24)
	switch {
	case days < 0:
		return s + fmt.Sprintf(" · đã quá %d ngày", -days)
	case days == 0:
		return s + " · hôm nay"
	}
	return s + fmt.Sprintf(" · còn %d ngày", days)
}
