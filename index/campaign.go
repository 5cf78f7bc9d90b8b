package index

import (
	"fmt"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// Folded words of questions about campaigns: those that name one, and those that
// ask for all of them. Chosen by hand.
var (
	campaignWords = strings.Fields("phong trao thi dua dot phat dong yeu nuoc")
	campaignAsks  = strings.Fields("nao gi gom co ket qua the ra sao liet ke danh sach ke ra nhung cac tat ca toan bo bao nhieu may chi tieu muc")
)

// campaigning answers a question about the campaigns themselves and nothing
// else: which there were, how many targets one has, and which. It reports false
// for any other question.
func (d *deliberation) campaigning() (bool, error) {
	text := d.said()
	asks := func(s string) bool { return strings.Contains(text, " "+s+" ") }
	if asks("thi dua") && containsAny(text, campaignEnds) && d.campaignSpan() {
		return true, nil
	}
	if !asks("thi dua") || !d.speaksOnlyOf(campaignWords, campaignAsks) || len(d.q.Areas) > 1 || d.unsureOfPlace() {
		return false, nil
	}
	targets := asks("chi tieu") || asks("muc tieu")
	switch {
	case targets && (asks("bao nhieu") || asks("may")):
		return d.countTargets()
	case targets && d.q.Goal == query.AnyGoal:
		d.q.Goal = query.Goals
		return true, d.list()
	case targets:
		return false, nil
	case asks("cac") || asks("nhung") || asks("nao") || asks("gi") || asks("liet ke") || asks("danh sach") || asks("ket qua"), len(d.q.Periods) == 0, !d.hasCampaign():
		return d.listCampaigns()
	}
	return false, nil
}

// campaignEnds are folded words that ask for the days between which a campaign runs.
var campaignEnds = []string{" ket thuc ", " bat dau ", " keo dai ", " het han ", " den ngay nao ", " den het ngay ", " tu ngay nao "}

// campaignSpan answers with the days between which the campaign of the year asked about
// runs, and the day on which it was launched; false if none is known.
func (d *deliberation) campaignSpan() bool {
	periods := d.q.MainPeriods()
	if len(periods) != 1 || len(d.q.Indicators) > 1 || d.unsureOfPlace() {
		return false
	}
	c, ok := d.campaign(periods[0])
	if !ok || c.Start == "" || c.End == "" {
		return false
	}
	d.answer.Kind = List
	d.answer.Text = fmt.Sprintf("%s · %s: từ %s đến %s.", c.Name, c.Area, sayDate(c.Start), sayDate(c.End))
	if c.Launched != "" {
		d.answer.Text += " Phát động ngày " + sayDate(c.Launched) + "."
	}
	if a, ok, err := d.x.article(d.ctx, c.SourceID, d.asked.Audiences); err == nil && ok {
		d.answer.Text += "\nNguồn: " + saySource(a.Source())
	}
	d.step("find", "the campaign "+c.ID)
	return true
}

// hasCampaign reports whether a campaign of the area falls in the time asked about.
func (d *deliberation) hasCampaign() bool {
	return slices.ContainsFunc(d.tables.Campaigns, func(c corpus.Campaign) bool {
		p, err := corpus.ParsePeriod(c.Start)
		return err == nil && slices.Contains(d.areas(), c.Area) && d.inWindow(corpus.YearOf(p.Year))
	})
}

// speaksOnlyOf reports whether every word of the question that is no filler, time
// or place is one of the lists.
func (d *deliberation) speaksOnlyOf(lists ...[]string) bool {
	known := slices.Concat(lists...)
	for _, a := range d.q.Areas {
		known = append(known, query.Fold(a.Text)...)
	}
	return !slices.ContainsFunc(query.Fold(strings.Join(d.q.Words, " ")), func(w string) bool { return !slices.Contains(known, w) })
}

// unsureOfPlace reports whether a place that is named may be several or none.
func (d *deliberation) unsureOfPlace() bool {
	return slices.ContainsFunc(d.q.Areas, func(a query.Area) bool { return len(a.Names) != 1 })
}

// countTargets answers how many targets a campaign has: by the number launched,
// else by the score published.
func (d *deliberation) countTargets() (bool, error) {
	records, err := d.x.recordsOf(d.ctx, recordFilter{Areas: d.areas(), Audiences: d.asked.Audiences})
	if err != nil {
		return false, err
	}
	counts := filter(records, func(r corpus.Record) bool {
		return r.Value != nil && strings.HasPrefix(viet.Fold(r.Unit), "chi tieu") && d.inWindow(r.Period)
	})
	if len(counts) == 0 {
		return false, nil
	}
	counts = newest(counts)
	if launched := filter(counts, func(r corpus.Record) bool { return r.Status == corpus.Target }); len(launched) > 0 {
		counts = launched
	}
	d.step("judge", "the number of targets is asked for")
	d.show(d.lead(counts, want{}), "")
	return true, nil
}

// inWindow reports whether a period lies in the time asked about.
func (d *deliberation) inWindow(p corpus.Period) bool {
	if main := d.q.MainPeriods(); len(main) == 1 && main[0].Kind != corpus.Span {
		return p == main[0]
	}
	from, to := d.window()
	return p.Year >= from && p.Year <= to
}

// listCampaigns lists the campaigns of the area, each with its score where one
// was published, otherwise with what it was launched with.
func (d *deliberation) listCampaigns() (bool, error) {
	var lines []string
	var sources []corpus.Record // of the scores, and of the campaigns without one
	where := strings.Join(d.areas(), ", ")
	for _, c := range d.tables.Campaigns {
		p, err := corpus.ParsePeriod(c.Start)
		if err != nil || !slices.Contains(d.areas(), c.Area) || !d.inWindow(corpus.YearOf(p.Year)) {
			continue
		}
		score, err := d.scoreOf(c, p.Year)
		if err != nil {
			return false, err
		}
		lines = append(lines, "• "+sayCampaign(c, score))
		if score != nil {
			d.answer.Records, sources = append(d.answer.Records, *score), append(sources, *score)
			continue
		}
		a, ok, err := d.x.article(d.ctx, c.SourceID, d.asked.Audiences)
		if err != nil {
			return false, err
		}
		if ok {
			sources = append(sources, corpus.Record{Source: a.Source()})
		}
	}
	d.step("judge", "the campaigns themselves are asked for")
	if len(lines) == 0 {
		d.answer.Text = "Tôi chưa biết phong trào thi đua nào của " + where + strings.TrimPrefix(d.sayWhereAndWhen(), " của "+where) + "."
		return true, nil
	}
	d.answer.Kind = List
	lines = append([]string{"Các phong trào thi đua của " + where + " mà tôi biết:"}, lines...)
	d.answer.Text = strings.Join(append(lines, saySources(sources)...), "\n")
	return true, nil
}

// scoreOf returns the published number of targets that a campaign reached, nil
// if there is none.
func (d *deliberation) scoreOf(c corpus.Campaign, year int) (*corpus.Record, error) {
	records, err := d.x.recordsOf(d.ctx, recordFilter{Areas: []string{c.Area}, Audiences: d.asked.Audiences})
	if err != nil {
		return nil, err
	}
	scores := filter(records, func(r corpus.Record) bool {
		return r.Of != nil && r.Value != nil && r.Period == corpus.YearOf(year) && strings.HasPrefix(viet.Fold(r.Unit), "chi tieu")
	})
	if len(scores) == 0 {
		return nil, nil
	}
	return d.lead(scores, want{}).lead, nil
}
