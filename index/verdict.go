package index

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// yesNoAsked is how yes or no is asked for, folded; a question that asks how much
// as well wants the figure alone.
var (
	yesNoAsked = regexp.MustCompile(`\b(?:co|da|duoc)\b.*\b(?:khong|ko|hong|chua)\b|\b(?:phai khong|dung khong|co phai|chua)\b`)
	howMuch    = regexp.MustCompile(`\b(?:bao nhieu|may|bn|bao lau|hay khong biet)\b`)
)

func (d *deliberation) asksYesNo() bool {
	text := viet.Fold(d.q.Text)
	return yesNoAsked.MatchString(text) && !howMuch.MatchString(text) && !strings.Contains(text, " hay giam") && !strings.Contains(text, " hay tang")
}

// verdict opens the answer to a question for yes or no with what its figure
// proves; without a proof the figure stands alone.
func (d *deliberation) verdict() {
	d.verdictOfTwo()
	if d.answer.Kind != Figure || d.answer.Fallback != "" || !d.asksYesNo() {
		return
	}
	met, known := d.proven(d.answer.Records[0])
	for _, v := range d.answer.Variants {
		if other, told := d.proven(v); told && (!known || other != met) {
			return
		}
	}
	if !known {
		return
	}
	opening := sayYes
	switch {
	case met && d.q.Measure == query.PlanPct && plansDenied.MatchString(d.said()):
		opening = sayNo
	case met:
	case d.q.Limit == nil && d.q.Measure == query.PlanPct && *d.answer.Records[0].PlanPct == 100:
		opening = sayJustMet
	case strings.Contains(viet.Fold(d.q.Text), "chua") || d.q.Measure == query.PlanPct:
		opening = sayNotYet
	default:
		opening = sayNo
	}
	d.answer.Text = opening + viet.Uncapital(d.answer.Text)
	d.step("judge", "the figure proves "+strings.TrimSuffix(opening, ": "))
}

// verdictOfTwo opens a comparison of two figures of one thing with whether the
// later is higher, or lower, as is asked.
func (d *deliberation) verdictOfTwo() {
	r := d.answer.Records
	if d.answer.Kind != Comparison || len(r) != 2 || r[0].Area != r[1].Area || d.q.Limit != nil || !d.asksYesNo() || comparable(r) != "" || *r[0].Value == *r[1].Value {
		return
	}
	text := d.said()
	rising, falling := containsAny(text, risingWords), containsAny(text, fallingWords)
	main := d.q.MainPeriods()
	if rising == falling || len(main) == 0 {
		return
	}
	before, after := r[0], r[1]
	if main[0] == before.Period {
		before, after = after, before
	}
	opening := sayNo
	if (*after.Value > *before.Value) == rising {
		opening = sayYes
	}
	d.answer.Text = opening + sayDifference(before, after) + "\n" + d.answer.Text
}

// proven tells what a record says to a question for yes or no, and whether it
// says anything: against the limit named, the plan, or the movement asked after.
func (d *deliberation) proven(r corpus.Record) (met, known bool) {
	switch {
	case d.q.Limit != nil:
		return d.keepsLimit(r)
	case d.q.Measure == query.PlanPct && r.PlanPct != nil && r.Status != corpus.Target:
		return d.keepsPlan(r)
	case d.q.Measure == query.Change && r.Change != nil:
		return d.movedSo(r)
	}
	return false, false
}

func (d *deliberation) keepsLimit(r corpus.Record) (met, known bool) {
	value, unit := 0.0, ""
	switch {
	case d.q.Measure == query.Level && r.Value != nil && r.Bound == "" && r.Approx == "":
		value, unit = *r.Value, r.Unit
	case d.q.Measure == query.Change && r.Change != nil && r.Change.Unit == "%":
		value, unit = d.movedBy(*r.Change), "%"
	default:
		return false, false
	}
	met = d.q.Limit.Meets(value, unit)
	opposite := *d.q.Limit
	opposite.Bound = map[string]string{">": "<=", ">=": "<", "<": ">=", "<=": ">"}[opposite.Bound]
	return met, met || opposite.Meets(value, unit)
}

// keepsPlan tells whether the plan was reached, or passed where that is asked. Of
// what should be small, a share of the plan proves nothing.
func (d *deliberation) keepsPlan(r corpus.Record) (met, known bool) {
	if ind, _ := d.indicator(r.Indicator); ind.Better == "less" {
		return false, false
	}
	if strings.Contains(viet.Fold(d.q.Text), "vuot") && !strings.Contains(viet.Fold(d.q.Text), "dat") {
		return *r.PlanPct > 100, true
	}
	if *r.PlanPct < 100 && r.Period.Kind != corpus.Year && r.Period.Kind != corpus.Span {
		return false, false // the rest of the year is still to come
	}
	return *r.PlanPct >= 100, true
}

// Folded words of a question for a rise, and for a fall.
var (
	risingWords  = []string{" tang ", " cao hon ", " nhieu hon ", " lon hon ", " nhich "}
	fallingWords = []string{" giam ", " thap hon ", " it hon ", " sut ", " kem ", " tut "}
)

func (d *deliberation) movedSo(r corpus.Record) (met, known bool) {
	text := d.said()
	rising, falling := containsAny(text, risingWords), containsAny(text, fallingWords)
	if rising == falling || r.Change.Value == 0 {
		return false, rising != falling
	}
	return (r.Change.Value > 0) == rising, true
}
