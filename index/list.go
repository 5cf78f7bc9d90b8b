package index

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// maxListed bounds the figures of one list, so that it stays readable on a
// phone.
const maxListed = 20

// list answers with several figures of one area and period: targets of a
// campaign, those reached or missed, or whatever is known.
func (d *deliberation) list() error {
	if d.unknownPlace() {
		return nil
	}
	score := d.takeScore()
	if len(d.q.Left) > 0 {
		d.answer.Text = "Tôi chưa có danh sách đúng với “" + clipText(d.leftText(), 80) + "”."
		return d.offerArticles(nearHeld)
	}
	records, err := d.x.recordsOf(d.ctx, recordFilter{Areas: d.areas(), Audiences: d.asked.Audiences})
	if err != nil {
		return err
	}
	if d.q.Unit != "" && d.q.Goal == "" { // "có tất cả bao nhiêu học sinh"
		records = filter(records, func(r corpus.Record) bool {
			return d.q.CountedIn(r.Unit, query.Marked(aboutRecord(r, d.nameOf(r.Indicator))))
		})
	}
	period := d.listPeriod(records)
	if at := slices.IndexFunc(records, func(r corpus.Record) bool { return isScore(r, score) }); at >= 0 && len(d.q.MainPeriods()) == 0 {
		period = records[at].Period
	}
	if period.IsZero() {
		return d.listIndicators(records)
	}
	switch d.q.Goal {
	case query.Goals:
		return d.listGoals(records, period)
	case query.Reached, query.Missed:
		return d.listOutcome(records, period)
	}
	return d.listKnown(filter(records, func(r corpus.Record) bool { return r.Period == period && statusFits(r, d.q.Statuses) }), period, "Số liệu")
}

// takeScore takes a score from the words left over: "12/13 chỉ tiêu đạt, còn chỉ
// tiêu nào chưa đạt" is about the period with that score.
func (d *deliberation) takeScore() string {
	at := slices.IndexFunc(d.q.Left, func(l query.Left) bool { return scoreText.MatchString(l.Text) })
	if at < 0 {
		return ""
	}
	score := scoreText.FindString(d.q.Left[at].Text)
	d.q.Left = slices.Delete(slices.Clone(d.q.Left), at, at+1)
	return score
}

var scoreText = regexp.MustCompile(`^\d{1,3}/\d{1,3}$`)

func isScore(r corpus.Record, score string) bool {
	return score != "" && r.Value != nil && r.Of != nil && sayNumber(*r.Value)+"/"+sayNumber(*r.Of) == score
}

func statusFits(r corpus.Record, asked []corpus.Status) bool {
	return len(asked) == 0 || slices.Contains(asked, r.Status)
}

// listPeriod returns the period named; of targets and outcomes, the newest that
// a campaign or record has one for.
func (d *deliberation) listPeriod(records []corpus.Record) corpus.Period {
	if p := d.q.MainPeriods(); len(p) > 0 {
		return p[0]
	}
	var kept []corpus.Record
	switch d.q.Goal {
	case query.Goals:
		kept = filter(records, func(r corpus.Record) bool { return r.Status == corpus.Target })
	case query.Reached, query.Missed:
		kept = filter(records, func(r corpus.Record) bool { return r.PlanPct != nil || r.Of != nil })
	}
	if len(kept) == 0 {
		return corpus.Period{}
	}
	return newest(kept)[0].Period
}

// listIndicators names what there are figures of.
func (d *deliberation) listIndicators(records []corpus.Record) error {
	var names []string
	for _, r := range records {
		n := d.nameOf(r.Indicator)
		if n == "" {
			n = r.Name
		}
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		d.answer.Text = "Tôi chưa có số liệu nào của " + strings.Join(d.areas(), ", ") + "."
		return nil
	}
	if len(names) <= fewIndicators {
		d.listNewest(records)
		return nil
	}
	slices.SortFunc(names, viet.Compare)
	d.answer.Kind = List
	head := fmt.Sprintf("Tôi có số liệu của %d chỉ tiêu, %s:", len(names), strings.Join(d.areas(), ", "))
	d.answer.Text = head + "\n• " + strings.Join(names[:min(len(names), 2*maxListed)], "\n• ") + sayRest(len(names)-2*maxListed)
	return nil
}

// fewIndicators is of how many indicators all that is known fits an answer.
const fewIndicators = 8

// listNewest lists the newest figure of each indicator of a place of which little is
// known.
func (d *deliberation) listNewest(records []corpus.Record) {
	byThing := map[string][]corpus.Record{}
	for _, r := range records {
		key := cmp.Or(r.Indicator, r.Name)
		byThing[key] = append(byThing[key], r)
	}
	var last []corpus.Record
	for _, key := range slices.Sorted(maps.Keys(byThing)) {
		of := filter(byThing[key], func(r corpus.Record) bool { return r.Status != corpus.Target })
		if len(of) == 0 {
			of = byThing[key]
		}
		last = append(last, newest(of)...)
	}
	leads := d.leads(last)
	d.answer.Kind, d.answer.Records = List, leads
	lines := []string{"Số liệu mới nhất · " + strings.Join(d.areas(), ", ") + ":"}
	for _, r := range leads {
		lines = append(lines, "• "+sayListed(r)+" · "+SayPeriod(r.Period))
	}
	d.answer.Text = strings.Join(append(lines, saySources(leads)...), "\n")
}

func sayRest(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf("\n… và %d mục khác.", n)
}

// listGoals lists the targets of a period, with what the campaign says of them.
func (d *deliberation) listGoals(records []corpus.Record, p corpus.Period) error {
	targets := filter(records, func(r corpus.Record) bool {
		return r.Status == corpus.Target && (r.Period == p || p.Kind == corpus.Year && r.Period.Kind == corpus.Span && r.Period.End == p.Year)
	})
	if c, ok := d.campaign(p); ok && c.TargetsCount > 0 && len(targets) > 0 {
		head := fmt.Sprintf("%s (%d chỉ tiêu, dưới đây là những chỉ tiêu nguồn nêu con số)", c.Name, c.TargetsCount)
		return d.listKnown(targets, p, head)
	}
	return d.listKnown(targets, p, "Mục tiêu")
}

// campaign returns the campaign of the area asked about that runs in a period.
func (d *deliberation) campaign(p corpus.Period) (corpus.Campaign, bool) {
	areas := d.areas()
	i := slices.IndexFunc(d.tables.Campaigns, func(c corpus.Campaign) bool {
		return slices.Contains(areas, c.Area) && strings.HasPrefix(c.Start, fmt.Sprintf("%04d-", p.Year))
	})
	if i < 0 {
		return corpus.Campaign{}, false
	}
	return d.tables.Campaigns[i], true
}

// listOutcome lists what reached its plan, or fell short of it, as far as the
// share of the plan was published; the score of the campaign stands with it.
func (d *deliberation) listOutcome(records []corpus.Record, p corpus.Period) error {
	missed := d.q.Goal == query.Missed
	of := filter(records, func(r corpus.Record) bool { return r.Period == p && r.Status != corpus.Target })
	scores := filter(of, func(r corpus.Record) bool { return r.Of != nil && strings.HasPrefix(viet.Fold(r.Unit), "chi tieu") })
	outcome := filter(of, func(r corpus.Record) bool { return r.PlanPct != nil && (*r.PlanPct < 100) == missed })
	if len(scores)+len(outcome) == 0 {
		d.answer.Kind = Unknown
		d.answer.Text = fmt.Sprintf("Tôi chưa có số liệu về chỉ tiêu %s của %s, %s.", goalWord(missed), strings.Join(d.areas(), ", "), SayPeriod(p))
		return nil
	}
	head := "Chỉ tiêu " + goalWord(missed)
	if missed && len(outcome) == 0 {
		head = "Nguồn chỉ công bố số chỉ tiêu đạt, không nêu tên chỉ tiêu chưa đạt"
	}
	return d.listKnown(append(scores, outcome...), p, head)
}

func goalWord(missed bool) string {
	if missed {
		return "chưa đạt kế hoạch"
	}
	return "đạt và vượt kế hoạch"
}

// listKnown lists the leading figure of each indicator.
func (d *deliberation) listKnown(records []corpus.Record, p corpus.Period, head string) error {
	leads := d.leads(records)
	if len(leads) == 0 {
		d.answer.Kind = Unknown
		d.answer.Text = fmt.Sprintf("Tôi chưa có số liệu loại này của %s, %s.", strings.Join(d.areas(), ", "), SayPeriod(p))
		return nil
	}
	d.answer.Kind, d.answer.Records = List, leads
	lines := []string{fmt.Sprintf("%s · %s · %s:", head, strings.Join(d.areas(), ", "), SayPeriod(p))}
	for _, r := range leads[:min(len(leads), maxListed)] {
		line := "• " + sayListed(r)
		if r.Period != p {
			line += " · " + SayPeriod(r.Period)
		}
		lines = append(lines, line)
	}
	d.answer.Text = strings.Join(lines, "\n") + sayRest(len(leads)-maxListed) + "\n" + strings.Join(saySources(leads), "\n")
	return nil
}

func sayListed(r corpus.Record) string {
	shown := query.Level
	switch {
	case r.Value == nil && r.Low == nil && r.Change != nil:
		shown = query.Change
	case r.Value == nil && r.Low == nil && r.PlanPct != nil:
		shown = query.PlanPct
	}
	s := r.Name + ": " + sayMeasure(r, shown)
	if m := sayMoves(r, shown); m != "" {
		s += " (" + strings.ToLower(m[:1]) + m[1:] + ")"
	}
	return s
}

// leads keeps for each indicator the record that leads, in the order found.
func (d *deliberation) leads(records []corpus.Record) []corpus.Record {
	groups := map[string][]corpus.Record{}
	var order []string
	for _, r := range records {
		key := fmt.Sprint(r.Indicator, r.Status == corpus.Target)
		if r.Indicator == "" {
			key = r.Name
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], r)
	}
	var out []corpus.Record
	for _, key := range order {
		f := d.lead(groups[key], want{})
		out = append(out, *f.lead)
	}
	return out
}
