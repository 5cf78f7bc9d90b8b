package index

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// againstTarget answers whether a target was reached where no source tells the
// share of the plan, from the target and what was reached. It reports false for
// any other question.
func (d *deliberation) againstTarget() (bool, error) {
	both := bothAsked.MatchString(d.said())
	if d.q.Limit != nil || len(d.q.Indicators) != 1 || len(d.q.Areas) > 1 || d.unsureOfPlace() || len(d.q.MainPeriods()) != 1 || !both && !d.asksIfReached() {
		return false, nil
	}
	named := d.namedTarget()
	w := d.want()
	w.measure, w.status = query.PlanPct, nil
	if f, err := d.find(w); err != nil || !both && named == nil && f.lead != nil {
		if d.q.Intent == query.Target { // the share of the plan tells it
			d.q.Intent, d.q.Measure, d.q.Statuses = query.Plan, query.PlanPct, nil
		}
		return false, err
	}
	target, reached, err := d.targetAndReached(w)
	if err != nil || reached == nil {
		return false, err
	}
	if named != nil && (target == nil || target.Value == nil || !sameAmount(*target.Value, target.Unit, *named.Value, named.Unit)) {
		d.unknownTarget(*named, target, *reached)
		return true, nil
	}
	if target == nil {
		return false, nil
	}
	return d.holdAgainst(*target, *reached, both), nil
}

// asksIfReached reports whether the question is one for yes or no about a plan or
// target that was to be reached.
func (d *deliberation) asksIfReached() bool {
	return d.asksYesNo() && (d.q.Intent == query.Plan && d.q.Measure == query.PlanPct ||
		d.q.Intent == query.Target && d.q.Measure == query.Level && containsAny(d.said(), metWords))
}

// metWords are folded words for reaching a target.
var metWords = []string{" dat ", " hoan thanh ", " can dich ", " ve dich ", " can moc "}

// targetAndReached finds what was reached and the target for it: that of the very
// period, else that of the year it is a part of. Either may be nil.
func (d *deliberation) targetAndReached(w want) (target, reached *corpus.Record, err error) {
	level := d.q.Measure
	d.q.Measure = query.Level
	defer func() { d.q.Measure = level }()
	w.measure, w.status = query.Level, nil
	got, err := d.find(w)
	if err != nil || got.lead == nil {
		return nil, nil, err
	}
	w.status = []corpus.Status{corpus.Target}
	aim, err := d.find(w)
	if err == nil && aim.lead == nil && partOfYear(w.period) {
		w.period = corpus.YearOf(w.period.Year)
		aim, err = d.find(w)
	}
	return aim.lead, got.lead, err
}

// partOfYear reports whether a period is what has gone by of a year, or a piece of it.
func partOfYear(p corpus.Period) bool {
	return slices.Contains([]corpus.PeriodKind{corpus.Half, corpus.Months, corpus.Quarter, corpus.Month}, p.Kind)
}

// holdAgainst answers with a target and what was reached. It reports false where
// that proves nothing and the question wants no more than a proof.
func (d *deliberation) holdAgainst(target, r corpus.Record, both bool) bool {
	met, known := d.reaches(target, r)
	part := target.Period != r.Period
	if part && !met {
		known = false // the rest of the year is still to come
	}
	if !known && !both && !part {
		return false
	}
	d.answer.Variants = nil
	pair := []corpus.Record{target, r}
	d.answer.Kind, d.answer.Records = Comparison, pair
	lines := []string{sayLead(target, query.Level), sayLead(r, query.Level)}
	if known {
		lines = []string{sayAgainstTarget(target, r, met, d.asksYesNo())}
	}
	if part {
		lines = append(lines, fmt.Sprintf("Mục tiêu là của cả %s, số thực hiện là của %s.", sayYear(target.Period), SayPeriod(r.Period)))
	}
	d.answer.Text = strings.Join(append(lines, saySources(pair)...), "\n")
	return true
}

func sayYear(p corpus.Period) string { return "năm " + SayPeriod(p) }

// targetAhead is what stands before an amount that the asker names as the target, folded.
var targetAhead = regexp.MustCompile(`\b(?:muc tieu|ke hoach|chi tieu|du toan|phan dau)(?: (?:la|de ra|dat ra|duoc giao|giao|dat|thu|khoang))*\s*$`)

// namedTarget returns the amount that the asker names as the target: "mục tiêu 10
// nghìn tỷ"; nil if there is none.
func (d *deliberation) namedTarget() *viet.Quantity {
	for _, n := range viet.Quantities(d.q.Text) {
		if n.Value != nil && n.Unit != "" && !strings.HasPrefix(n.Unit, "%") && targetAhead.MatchString(viet.Fold(d.q.Text[:n.Start])) {
			return &n
		}
	}
	return nil
}

// unknownTarget answers where no source has the target that the asker names: with
// what was reached, and the target that was published, but no verdict.
func (d *deliberation) unknownTarget(named viet.Quantity, target *corpus.Record, r corpus.Record) {
	d.answer.Variants = nil
	d.answer.Kind, d.answer.Records = Figure, []corpus.Record{r}
	lines := []string{"Tôi chưa thấy nguồn nào nêu mục tiêu " + strings.TrimSpace(named.Text) + ", nên chưa kết luận."}
	if target != nil {
		d.answer.Kind, d.answer.Records = Comparison, []corpus.Record{*target, r}
		lines = append(lines, sayLead(*target, query.Level))
	}
	lines = append(lines, sayLead(r, query.Level))
	d.q.Measure = query.Level
	d.answer.Text = strings.Join(append(lines, saySources(d.answer.Records)...), "\n")
	d.step("judge", "no source has the target named")
}

// bothAsked is how a target and what was reached are asked for in one question, folded.
var bothAsked = regexp.MustCompile(` (?:muc tieu|phan dau|chi tieu|ke hoach|du toan|thuc te|thuc hien|ket qua)(?: [^ ]+){0,4}? (?:bao nhieu|may|va|voi|so voi|con)(?: [^ ]+){0,3}? (?:(?:thuc te|thuc hien|ket qua|da dat|dat duoc|lam duoc|thuc thu|thu duoc)(?: [^ ]+){0,3}? (?:bao nhieu|may|ra sao|the nao)|(?:thuc te|thuc hien|ket qua|muc tieu|ke hoach|phan dau) $)`)

// reaches tells whether a figure keeps a target of the same thing, and whether
// that can be told.
func (d *deliberation) reaches(target, r corpus.Record) (met, known bool) {
	if target.Indicator != r.Indicator || target.Scope != r.Scope || target.Value == nil || r.Value == nil || r.Bound != "" || target.Unit != r.Unit {
		return false, false
	}
	ind, _ := d.indicator(r.Indicator)
	switch {
	case target.Bound == "<" || target.Bound == "<=":
		return *r.Value <= *target.Value, true
	case ind.Better == "less":
		return *r.Value <= *target.Value, true
	case ind.Better == "more" || target.Bound == ">" || target.Bound == ">=":
		return *r.Value >= *target.Value, true
	}
	return false, false
}
