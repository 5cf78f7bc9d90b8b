package main

import (
	"strconv"
	"strings"

	"thiduabot/corpus"
)

// describe says a record in one line for the operator: indicator, area, period,
// status, value, change and share of the plan.
func describe(r corpus.Record) string {
	name := r.Indicator
	if name == "" {
		name = "? " + r.Name
	}
	parts := []string{name, r.Area, r.Period.String(), string(r.Status), amount(r.Quantity)}
	if r.Change != nil {
		parts = append(parts, strings.TrimSpace("change "+signed(r.Change.Value)+" "+r.Change.Unit+" "+r.Change.Basis))
	}
	if r.PlanPct != nil {
		parts = append(parts, plain(*r.PlanPct)+"% of plan")
	}
	return strings.Join(parts, " | ")
}

func amount(q corpus.Quantity) string {
	switch {
	case q.Value != nil && q.Of != nil:
		return plain(*q.Value) + "/" + plain(*q.Of) + " " + q.Unit
	case q.Value != nil:
		return q.Bound + plain(*q.Value) + " " + q.Unit
	case q.Low != nil && q.High != nil:
		return plain(*q.Low) + " to " + plain(*q.High) + " " + q.Unit
	}
	return "no level"
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func signed(v float64) string {
	if v > 0 {
		return "+" + plain(v)
	}
	return plain(v)
}
