package eval

import (
	"math"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index"
)

// Verdict is what became of one question.
type Verdict string

// The verdicts.
const (
	Right  Verdict = "right"
	Wrong  Verdict = "wrong figure"
	Missed Verdict = "missed"
)

// Judge holds an answer against what its row expects.
func Judge(row Row, a index.Answer) Verdict {
	gave := a.Kind == index.Figure || a.Kind == index.Comparison
	switch row.Kind {
	case index.Figure:
		return judgeFigure(row, a, gave)
	case index.Comparison:
		return judgeComparison(row, a, gave)
	case index.Articles, index.Passage:
		return judgeArticles(row, a, gave)
	case index.Unknown, index.Clarify:
		return judgeSilence(row, a, gave)
	}
	return either(a.Kind == row.Kind && holdsAll(row, a.Records), gave)
}

func either(right, gave bool) Verdict {
	switch {
	case right:
		return Right
	case gave:
		return Wrong
	}
	return Missed
}

func judgeFigure(row Row, a index.Answer, gave bool) Verdict {
	if !gave || len(a.Records) == 0 {
		return Missed
	}
	fits := func(e Expected) bool { return e.fits(a.Records[0], a.Understood.Measure) }
	return either(a.Kind == index.Figure && (len(row.Expected) == 0 || slices.ContainsFunc(row.Expected, fits)), true)
}

// judgeComparison wants every expected figure among the records.
func judgeComparison(row Row, a index.Answer, gave bool) Verdict {
	return either(a.Kind == index.Comparison && holdsAll(row, a.Records), gave)
}

func holdsAll(row Row, records []corpus.Record) bool {
	for _, e := range row.Expected {
		if !slices.ContainsFunc(records, func(r corpus.Record) bool { return e.fits(r, "") }) {
			return false
		}
	}
	return true
}

// judgeArticles wants an expected article among the first three.
func judgeArticles(row Row, a index.Answer, gave bool) Verdict {
	n := rank(row, a)
	return either(a.Kind == row.Kind && (len(row.Expected) == 0 || n > 0 && n <= 3), gave)
}

// rank returns the place of the first expected article, 0 if there is none.
func rank(row Row, a index.Answer) int {
	for i, f := range a.Articles {
		for _, e := range row.Expected {
			if slices.Contains(strings.FieldsFunc(e.Value, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }), f.ID) {
				return i + 1
			}
		}
	}
	return 0
}

// judgeSilence wants no figure. Asked back, or shown articles instead, is as
// honest as a plain "unknown".
func judgeSilence(row Row, a index.Answer, gave bool) Verdict {
	silent := a.Kind == index.Unknown || a.Kind == index.Clarify || row.Kind == index.Unknown && a.Kind == index.Articles
	return either(silent, gave)
}

// fits reports whether a record is the expected figure. Measure tells which of
// its numbers counts; with none any will do.
func (e Expected) fits(r corpus.Record, measure string) bool {
	return e.fitsNumber(r, measure) &&
		(e.Period == "" || r.Period.String() == e.Period) &&
		(e.Area == "" || r.Area == e.Area) &&
		(e.Source == "" || r.Source.ID == e.Source)
}

func (e Expected) fitsNumber(r corpus.Record, measure string) bool {
	if e.Value == "" {
		return e.Unit == "" || e.Unit == r.Unit
	}
	var change, plan bool
	if r.Change != nil {
		change = same(e.Value, &r.Change.Value) && (e.Unit == "" || e.Unit == r.Change.Unit)
	}
	plan = same(e.Value, r.PlanPct) && (e.Unit == "" || e.Unit == "%")
	level := e.fitsLevel(r)
	switch {
	case measure == "growth" && r.Change != nil:
		return change
	case measure == "plan" && r.PlanPct != nil:
		return plan
	case r.Value != nil || r.Low != nil || r.High != nil:
		return level || measure == "" && (change || plan)
	}
	return change || plan
}

func (e Expected) fitsLevel(r corpus.Record) bool {
	if e.Unit != "" && e.Unit != r.Unit {
		return false
	}
	if low, high, ok := strings.Cut(e.Value, "-"); ok && low != "" {
		return same(low, r.Low) && same(high, r.High)
	}
	if n, of, ok := strings.Cut(e.Value, "/"); ok {
		return same(n, r.Value) && same(of, r.Of)
	}
	return same(e.Value, r.Value)
}

func same(s string, v *float64) bool {
	want, ok := number(s)
	return ok && v != nil && math.Abs(want-*v) <= 1e-9*max(1, math.Abs(want))
}
