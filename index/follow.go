package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// follow lends a question that leans on the one before what it leaves unsaid:
// the indicator, and the area and period unless it names its own.
func (d *deliberation) follow() {
	prev := d.asked.Previous
	if prev == nil || !d.leans() {
		return
	}
	if len(d.q.Indicators) == 0 && len(prev.Indicators) > 0 {
		d.q.Indicators = []query.Indicator{{IDs: prev.Indicators, Text: strings.Join(prev.Subject, " ")}}
	}
	if len(d.q.Areas) == 0 {
		for _, name := range prev.Areas {
			d.q.Areas = append(d.q.Areas, query.Area{Names: []string{name}, Text: name})
		}
	}
	d.lendPeriods(prev)
	d.lendMeasure(prev)
	if len(d.q.Indicators) > 0 {
		d.q.Intent = d.q.IntentOf()
	}
	d.step("follow", d.q.String())
}

// leans reports whether the question cannot stand for itself, or says that it
// goes on from the one before.
func (d *deliberation) leans() bool {
	if d.q.Leaning && len(d.q.Indicators) > 0 {
		return true
	}
	if len(d.q.Indicators) > 0 || len(d.q.Left) > 0 {
		return false
	}
	switch d.q.Intent {
	case query.Greet, query.Help, query.Remind, query.Deadline, query.Announce, query.Event, query.SourceOf, query.ListOf:
		return false
	}
	return true
}

// lendPeriods takes the periods of the question before, unless the question
// names its own. "Năm trước" after a period is the year before that one.
func (d *deliberation) lendPeriods(prev *Understood) {
	var lent []query.Period
	for _, s := range prev.Periods {
		if p, err := corpus.ParsePeriod(s); err == nil {
			lent = append(lent, query.Period{Period: p, Text: SayPeriod(p)})
		}
	}
	if len(lent) == 0 {
		return
	}
	if len(d.q.MainPeriods()) == 0 {
		base := slices.IndexFunc(d.q.Periods, func(n query.Period) bool { return n.Role == query.Base })
		if base >= 0 && strings.Contains(viet.Fold(d.q.Periods[base].Text), "nam truoc") {
			d.q.Periods[base].Period = lent[0].YearBefore()
		}
		d.q.Periods = append(lent, d.q.Periods...)
	}
}

// lendMeasure keeps what was asked for before, where the question names no
// measure of its own.
func (d *deliberation) lendMeasure(prev *Understood) {
	if d.q.Measure == query.Level && prev.Measure != "" {
		d.q.Measure = query.Measure(prev.Measure)
	}
	if len(d.q.Statuses) == 0 && !slices.Contains([]query.Intent{query.Growth, query.Plan}, d.q.Intent) {
		for _, s := range prev.Statuses {
			d.q.Statuses = append(d.q.Statuses, corpus.Status(s))
		}
	}
}

// source tells where the answer before came from.
func (d *deliberation) source() error {
	prev := d.asked.Previous
	if len(d.q.Indicators) > 0 && (prev == nil || !d.q.Leaning) {
		return d.figure()
	}
	if prev == nil || prev.Source == "" {
		d.answer.Kind = Unknown
		d.answer.Text = "Anh/chị muốn biết nguồn của số liệu nào? Hãy hỏi số liệu trước, tôi luôn nêu nguồn kèm theo."
		return nil
	}
	a, ok, err := d.x.article(d.ctx, prev.Source, d.asked.Audiences)
	if err != nil {
		return err
	}
	if !ok {
		d.answer.Text = "Tôi không còn bài nguồn của câu trả lời trước."
		return nil
	}
	d.answer.Kind = Articles
	d.answer.Articles = []Found{foundOf(a, "", 0)}
	d.answer.Text = "Nguồn: " + saySource(a.Source())
	if a.URL != "" {
		d.answer.Text += "\n" + a.URL
	}
	return nil
}

func foundOf(a corpus.Article, snippet string, paragraph int) Found {
	return Found{ID: a.ID, Title: a.Title, Date: a.Date, Publisher: a.Publisher, URL: a.URL, Snippet: snippet, Paragraph: paragraph}
}
