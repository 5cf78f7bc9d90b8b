package index

import (
	"cmp"
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
	if prev == nil || d.askAgain(prev) {
		return
	}
	completed := d.completes(prev)
	if !completed && !d.leansOnPlan(prev) && !d.leans() {
		d.lendBare(prev)
		return
	}
	ofPlan := len(d.q.Indicators) == 0 && d.settlePlan()
	d.shiftYears(prev)
	d.lendYear(prev)
	if d.q.Measure == query.Ranking {
		d.dropWholes()
	}
	if d.q.Extremal && d.q.PlaceLevel == "" && len(d.q.Areas) == 0 {
		d.q.PlaceLevel = prev.PlaceLevel
	}
	if len(d.q.Indicators) == 0 && len(prev.Indicators) > 0 {
		d.q.Indicators = []query.Indicator{{IDs: prev.Indicators, Text: strings.Join(prev.Subject, " ")}}
	}
	named := len(d.q.Indicators) > 0 && !slices.Equal(d.q.Indicators[0].IDs, prev.Indicators)
	d.lendAreas(prev)
	d.lendPeriods(prev)
	if !ofPlan && (!named || completed || d.q.Leaning) {
		d.lendMeasure(prev)
	}
	if len(d.q.Indicators) > 0 {
		d.q.Intent = d.q.IntentOf()
	}
	d.step("follow", d.q.String())
}

// lendAreas takes the places of the question before, unless the question names
// its own; beside its own, where it asks to compare with that: "so với phường Vị
// Hoàng?".
func (d *deliberation) lendAreas(prev *Understood) {
	named := d.q.Areas
	beside := len(named) == 1 && len(d.q.Periods) == 0 && strings.Contains(d.said(), " so voi ")
	if len(named) > 0 && !beside {
		return
	}
	lent := prev.Areas
	if beside && len(lent) == 0 {
		lent = []string{d.asked.Home}
	}
	d.q.Areas = nil
	for _, name := range lent {
		if !beside || !slices.Contains(named[0].Names, name) {
			d.q.Areas = append(d.q.Areas, query.Area{Names: []string{name}, Text: name})
		}
	}
	d.q.Areas = append(d.q.Areas, named...)
}

// completes reports whether what the question says makes the name of an
// indicator only together with that of the one before, and takes that: "bình
// quân đầu người?" after "GRDP", "sản lượng?" after "năng suất lúa".
func (d *deliberation) completes(prev *Understood) bool {
	said := d.saidAlone()
	if said == "" || len(prev.Subject) != 1 || d.asked.joined && len(d.q.Indicators) > 0 {
		return false
	}
	before := strings.Fields(prev.Subject[0])
	names := []string{prev.Subject[0] + " " + said}
	for i := range before {
		names = append(names, said+" "+strings.Join(before[i:], " "))
	}
	for _, name := range names {
		q := query.Parse(name, query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home})
		if len(q.Indicators) == 1 && len(q.Areas)+len(q.Left) == 0 && foldedWords(q.Indicators[0].Text) == foldedWords(name) && !slices.Equal(q.Indicators[0].IDs, prev.Indicators) {
			d.q.Indicators, d.q.Left = q.Indicators, nil
			return true
		}
	}
	return false
}

// saidAlone returns the only words of content in a short question: what nothing
// accounts for, or the name of one indicator.
func (d *deliberation) saidAlone() string {
	switch {
	case !slices.Contains([]query.Intent{query.None, query.Value, query.Event}, d.q.Intent):
		return ""
	case d.asked.joined && len(d.q.Indicators) == 0 && len(d.q.Left) == 1:
		return d.q.Left[0].Text // "sản lượng bao nhiêu tấn"
	case len(d.q.Indicators) == 0 && len(d.q.Left) == 1:
		return strings.TrimRight(cmp.Or(d.q.About, d.q.Left[0].Text), "?!. ")
	case len(d.q.Indicators) == 1 && len(d.q.Left) == 0:
		return d.q.Indicators[0].Text
	}
	return ""
}

// leans reports whether the question cannot stand for itself, or says that it
// goes on from the one before.
func (d *deliberation) leans() bool {
	if (d.q.Leaning || d.asked.joined) && len(d.q.Indicators) > 0 {
		return true
	}
	if len(d.q.Indicators) > 0 || len(d.q.Left) > 0 {
		return false
	}
	if d.asked.joined && d.q.Measure == query.PlanPct {
		return true // "đạt chưa", of what the part before is about
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
	if own := d.q.MainPeriods(); d.q.Multiple && len(own) == 1 && len(d.q.Periods) == 1 {
		d.q.Periods = []query.Period{d.q.Periods[0]}
		d.q.Periods[0].Role = query.Base
		d.q.Periods = append(lent[:1], d.q.Periods...)
		return
	}
	if prev.Range && len(lent) == 1 && lent[0].Kind == corpus.Span && len(d.q.Periods) == 0 {
		d.q.Periods = []query.Period{{Period: corpus.YearOf(lent[0].Year), Role: query.From}, {Period: corpus.YearOf(lent[0].End), Role: query.To}}
		d.q.Range = true
		return
	}
	if len(d.q.MainPeriods()) == 0 {
		base := slices.IndexFunc(d.q.Periods, func(n query.Period) bool { return n.Role == query.Base })
		if base >= 0 && (strings.Contains(viet.Fold(d.q.Periods[base].Text), "nam truoc") || strings.Contains(viet.Fold(d.q.Periods[base].Text), "cung ky")) {
			d.q.Periods[base].Period = lent[0].YearBefore()
		}
		d.q.Periods = append(lent, d.q.Periods...)
	}
}

// lendMeasure keeps what was asked for before, where the question names no
// measure of its own.
func (d *deliberation) lendMeasure(prev *Understood) {
	if _, based := d.q.Base(); d.q.Measure != query.Level && !based {
		return
	}
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

// settleAge takes "mới" and "cũ" behind the name of a place from what is left
// over, where they tell which of its times is meant: "phường Nam Định mới" is the
// one that came to be, "huyện Mỹ Lộc cũ" one that has ended.
func (d *deliberation) settleAge() {
	text := d.said()
	d.q.Left = slices.DeleteFunc(slices.Clone(d.q.Left), func(l query.Left) bool {
		word := strings.Join(l.Words(), " ")
		if word != "moi" && word != "cu" {
			return false
		}
		return slices.ContainsFunc(d.q.Areas, func(a query.Area) bool {
			if len(a.Names) != 1 || !strings.Contains(text, foldedWords(a.Text)+word+" ") {
				return false
			}
			of, ok := d.tables.AreaNamed(a.Names[0])
			return ok && (word == "moi" && of.ValidFrom != "" || word == "cu" && of.ValidTo != "")
		})
	})
}

func foundOf(a corpus.Article, snippet string, paragraph int) Found {
	return Found{ID: a.ID, Title: a.Title, Date: a.Date, Publisher: a.Publisher, URL: a.URL, Snippet: snippet, Paragraph: paragraph}
}
