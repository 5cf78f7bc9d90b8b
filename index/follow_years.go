package index

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// askAgain asks the question before anew for another year, where that was one for
// articles or for a sentence: "bài về thi đua 2022", then "còn 2021?". It reports
// false for any other question.
func (d *deliberation) askAgain(prev *Understood) bool {
	if !slices.Contains([]string{string(query.Announce), string(query.Event)}, prev.Intent) || len(d.q.Indicators)+len(d.q.Areas)+len(d.q.Left) > 0 {
		return false
	}
	own, before := year.FindAllString(d.q.Text, -1), year.FindAllString(prev.Text, -1)
	if len(own) != 1 || len(before) != 1 || len(query.Fold(d.q.Text)) > mostFollowing {
		return false
	}
	d.q = query.Parse(strings.Replace(prev.Text, before[0], own[0], 1), query.Options{Terms: d.terms, Now: d.asked.Now.In(corpus.Zone), Home: d.asked.Home})
	d.step("follow", d.q.String())
	return true
}

// mostFollowing is the number of words up to which a question may go on from the
// one before without a word that says so.
const mostFollowing = 5

// shifting tells by how many years folded words move on from the period asked
// about before.
var shifting = []struct {
	words *regexp.Regexp
	by    int
}{
	{regexp.MustCompile(`\bnam (?:lien )?truoc(?: (?:nua|do|day))?\b`), -1},
	{regexp.MustCompile(`\bnam (?:lien |tiep )?(?:sau|ke tiep|tiep theo)(?: (?:nua|do))?\b`), 1},
}

// shiftYears reads "năm trước nữa" and "năm sau" as counted from the period asked
// about before, not from now, where nothing is compared with it.
func (d *deliberation) shiftYears(prev *Understood) {
	p := d.q.MainPeriods()
	if len(p) > 1 || len(prev.Periods) != 1 || len(d.q.Periods) != len(p) || len(d.q.Indicators) > 0 {
		return
	}
	before, err := corpus.ParsePeriod(prev.Periods[0])
	if err != nil || before.IsZero() || before.Kind == corpus.Span {
		return
	}
	for _, s := range shifting {
		if !s.words.MatchString(viet.Fold(d.q.Text)) {
			continue
		}
		before.Year += s.by
		d.q.Periods = []query.Period{{Period: before, Text: SayPeriod(before)}}
		d.q.Left = nil
		return
	}
}

// leansOnPlan reports whether a question for the plan leans on the one before:
// "có vượt dự toán không", "mục tiêu 2025?".
func (d *deliberation) leansOnPlan(prev *Understood) bool {
	if d.q.Intent != query.ListOf || len(prev.Indicators) == 0 || len(d.q.Indicators)+len(d.q.Left)+len(d.q.Areas) > 0 || len(query.Fold(d.q.Text)) > 2+mostFollowing {
		return false
	}
	text := d.said()
	return containsAny(text, planWords) && !containsAny(text, []string{" cac ", " nhung ", " nao ", " gi ", " chi tieu ", " danh sach ", " liet ke "})
}

// Folded words for the plan, and those with which its share is meant.
var (
	planWords    = []string{" ke hoach ", " du toan ", " muc tieu ", " nghi quyet ", " chi tieu giao "}
	sharingWords = []string{" so voi ", " dat ", " vuot ", " hoan thanh ", " phan tram ", " % ", " so ", " bang "}
)

// settlePlan reads what a question that names no indicator asks of the plan: the
// share of it that was reached, or the plan itself. It reports false for any
// other question.
func (d *deliberation) settlePlan() bool {
	text := d.said()
	if !containsAny(text, planWords) {
		return false
	}
	if containsAny(text, sharingWords) {
		d.q.Intent, d.q.Measure, d.q.Statuses = query.Plan, query.PlanPct, nil
		return true
	}
	d.q.Intent, d.q.Measure, d.q.Statuses = query.Target, query.Level, []corpus.Status{corpus.Target}
	return true
}

// lendBare takes the place and the period of the question before for the bare name
// of an indicator, where a figure is known there: "dân số" after a question about a
// ward is about that ward.
func (d *deliberation) lendBare(prev *Understood) {
	if len(d.q.Indicators) != 1 || len(prev.Indicators) == 0 || len(d.q.Areas)+len(d.q.Periods)+len(d.q.Left)+len(d.q.Statuses) > 0 ||
		d.q.Intent != query.Value || d.q.Measure != query.Level || len(query.Fold(d.q.Text)) > len(query.Fold(d.q.Indicators[0].Text)) {
		return
	}
	plain := d.q
	d.lendAreas(prev)
	d.lendPeriods(prev)
	for _, periods := range [][]query.Period{d.q.Periods, nil} {
		d.q.Periods = periods
		if f, err := d.find(d.want()); err == nil && f.lead != nil && len(d.q.MainPeriods()) < 2 {
			d.step("follow", d.q.String())
			return
		}
	}
	if len(prev.Areas) > 0 && !slices.Equal(prev.Areas, []string{d.asked.Home}) {
		return // of that place nothing is known, which is the answer
	}
	d.q = plain
}

// Words of a part of a message for a time whose year the part before has said.
var (
	yearSaid  = regexp.MustCompile(`(?:19|20)\d\d|/\d\d|\b(?:nay|ngoai|truoc|qua|toi)\b`)
	wholeYear = regexp.MustCompile(`\bca nam\b`)
)

// lendYear takes the year of the part before for a time that is said without one:
// "6 tháng 2019 …, cả năm …", "mục tiêu năm 2024 …, 5 tháng …".
func (d *deliberation) lendYear(prev *Understood) {
	if !d.asked.joined || len(prev.Periods) != 1 || yearSaid.MatchString(viet.Fold(d.q.Text)) {
		return
	}
	before, err := corpus.ParsePeriod(prev.Periods[0])
	if err != nil || before.IsZero() || before.Kind == corpus.Span {
		return
	}
	if wholeYear.MatchString(viet.Fold(d.q.Text)) {
		d.q.Periods = []query.Period{{Period: corpus.YearOf(before.Year), Text: "cả năm"}}
		return
	}
	for i := range d.q.Periods {
		if p := &d.q.Periods[i]; !p.IsZero() && p.Kind != corpus.Span {
			p.Period.Year = before.Year
		}
	}
}
