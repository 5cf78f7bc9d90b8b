package corpus

import (
	"strings"
)

// record checks one record by itself.
func (k *checker) record(r *Record) {
	who := r.label()
	indicator, known := k.c.IndicatorByID(r.Indicator)
	if r.Indicator != "" && !known {
		k.report(r.At, "%s: the catalogue lacks the indicator %q", who, r.Indicator)
	}
	if r.Source.ID == "" {
		k.report(r.At, "%s: no source", who)
	}
	if r.Period.IsZero() {
		what := "no period"
		if r.Status == Target {
			what = "a target without a year"
		}
		k.report(r.At, "%s: %s", who, what)
	} else if end := r.Period.After().Year() - 1; r.Period.Year < 1945 || end > 2100 {
		k.report(r.At, "%s: a period outside 1945 to 2100", who)
	}
	k.unit(r, indicator)
	k.values(r, indicator)
}

// unit checks that the unit is known and of the kind that the indicator has.
func (k *checker) unit(r *Record, indicator Indicator) {
	levelled := r.Value != nil || r.Low != nil || r.High != nil
	if r.Unit == "" {
		if levelled {
			k.report(r.At, "%s: a value without a unit", r.label())
		}
		return
	}
	d, _, ok := UnitOf(r.Unit)
	if !ok {
		k.report(r.At, "%s: unknown unit %q", r.label(), r.Unit)
		return
	}
	want, _, _ := UnitOf(indicator.Unit)
	if r.Value != nil && r.Doubt == "" && (want == Percent) != (d == Percent) && want != "" {
		k.report(r.At, "%s: a value in %s, where the catalogue has %s", r.label(), r.Unit, indicator.Unit)
	}
	if r.Change != nil {
		if _, _, ok := UnitOf(r.Change.Unit); !ok {
			k.report(r.At, "%s: unknown unit of the change %q", r.label(), r.Change.Unit)
		}
	}
}

// values checks that every number of a record can be.
func (k *checker) values(r *Record, indicator Indicator) {
	if r.Doubt != "" {
		return
	}
	share := isShare(r.Name) || isShare(indicator.Name)
	for _, v := range []*float64{r.Value, r.Low, r.High} {
		if v == nil {
			continue
		}
		if why := implausible(*v, r.Unit, share && r.Scope == ""); why != "" {
			k.report(r.At, "%s: %s %s is %s", r.label(), numberCell(v), r.Unit, why)
		}
	}
	if r.Low != nil && r.High != nil && *r.Low > *r.High {
		k.report(r.At, "%s: the range begins above its end", r.label())
	}
	if r.Of != nil && r.Value != nil && *r.Value > *r.Of {
		k.report(r.At, "%s: %s of %s", r.label(), numberCell(r.Value), numberCell(r.Of))
	}
	if r.Change != nil {
		if why := implausible(r.Change.Value, r.Change.Unit, false); why != "" {
			k.report(r.At, "%s: a change of %s %s is %s", r.label(), numberCell(&r.Change.Value), r.Change.Unit, why)
		}
	}
	if r.PlanPct != nil && (*r.PlanPct < 0 || *r.PlanPct > 1000) {
		k.report(r.At, "%s: %s %% of a plan", r.label(), numberCell(r.PlanPct))
	}
}

// isShare reports whether an indicator is a part of a whole.
func isShare(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "tỷ trọng") || strings.HasPrefix(name, "tỷ lệ")
}

// label names a record in a problem.
func (r *Record) label() string {
	name := r.Name
	if name == "" {
		name = r.Indicator
	}
	return name + ", " + r.Area + ", " + r.Period.String()
}
