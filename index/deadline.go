package index

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// deadlines answers what is due: those that the words of the question name, or
// all that are still to come.
func (d *deliberation) deadlines() error {
	d.answer.Kind = Due
	list := d.dueList()
	d.step("find", fmt.Sprintf("%d deadlines", len(list)))
	if span, spanned := d.dueSpan(); spanned && len(list) == 0 {
		d.answer.Text = sayNoneDue(span.said)
		return nil
	}
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
	span, spanned := d.dueSpan()
	if named := d.namedDeadlines(list); len(named) > 0 {
		if within := dueWithin(named, span); spanned {
			return within
		}
		return named
	}
	if len(d.leftOfDue()) > 0 {
		return nil
	}
	if !overdue && span != (dueSpan{}) {
		return dueWithin(list, span)
	}
	return slices.DeleteFunc(list, func(x corpus.Deadline) bool { return len(x.Due) < 10 || overdue != (x.Due[:10] < today) })
}

// dueSpan is the stretch of time that a question for deadlines names; to is
// exclusive, and a zero end is open.
type dueSpan struct {
	from, to time.Time
	said     string // as the question names it
}

// dueSpan returns the first stretch of time that the question names; ok reports
// whether it leans on now ("tuần này"): a month or quarter by name may be part of
// what is due.
func (d *deliberation) dueSpan() (span dueSpan, ok bool) {
	for _, p := range d.q.Periods {
		if from, to, relative := p.Days(); !from.IsZero() || !to.IsZero() {
			return dueSpan{from, to, p.Text}, relative
		}
	}
	return dueSpan{}, false
}

// dueWithin returns the deadlines of which the day lies within a span.
func dueWithin(list []corpus.Deadline, span dueSpan) []corpus.Deadline {
	return slices.DeleteFunc(slices.Clone(list), func(x corpus.Deadline) bool {
		due, err := time.ParseInLocation(time.DateOnly, x.Due[:min(10, len(x.Due))], corpus.Zone)
		return err != nil || due.Before(span.from) || !span.to.IsZero() && !due.Before(span.to)
	})
}

// namedDeadlines returns those that hold every word left over.
func (d *deliberation) namedDeadlines(list []corpus.Deadline) []corpus.Deadline {
	left := d.leftOfDue()
	if len(left) == 0 && d.q.Document == "" {
		return nil
	}
	var out []corpus.Deadline
	for _, x := range list {
		text := foldedWords(x.What + " " + x.Who + " " + x.Campaign)
		fits := true
		for _, l := range left {
			fits = fits && holdsRun(text, l.Words())
		}
		if fits {
			out = append(out, x)
		}
	}
	return d.ofPeriodNamed(out)
}

// ofPeriodNamed keeps, where there are any, those that hold a period as the
// question names it: "hạn nộp báo cáo quý III".
func (d *deliberation) ofPeriodNamed(list []corpus.Deadline) []corpus.Deadline {
	for _, p := range d.q.Periods {
		if _, _, relative := p.Days(); relative {
			continue
		}
		named := slices.DeleteFunc(slices.Clone(list), func(x corpus.Deadline) bool {
			return !strings.Contains(foldedWords(x.What), foldedWords(p.Text))
		})
		if len(named) > 0 {
			return named
		}
	}
	return list
}

// dueWords are words of a question for deadlines that name none, folded. The list
// was chosen by hand.
var dueWords = []string{"viec", "nhung", "sap", "toi", "phai", "can", "lam", "cong", "den", "con", "nao", "gi", "dang"}

// leftOfDue returns the words left over that may name a deadline.
func (d *deliberation) leftOfDue() []query.Left {
	return slices.DeleteFunc(slices.Clone(d.q.Left), func(l query.Left) bool {
		return !slices.ContainsFunc(l.Words(), func(w string) bool { return !slices.Contains(dueWords, w) })
	})
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
