package corpus

import "strings"

// Fits reports whether a figure can be one of the indicator by its unit: a share
// is no sum of money and a sum is no count, whatever the name says. A figure
// without a unit of its own, a growth and a share of the plan fit any indicator,
// a score fits what is counted and what is a share. Currencies fit one another,
// and so do units that the program does not know and counted nouns.
func (i Indicator) Fits(r *Record) bool {
	if i.Unit == "" || r.Unit == "" || r.Value == nil {
		return true
	}
	usual, unit := kindOf(i.Unit), kindOf(r.Unit)
	if r.Of != nil && unit == Counted && usual == Percent {
		return true
	}
	return usual == unit
}

// kindOf returns what a unit measures, as far as figures of one name may differ:
// any money is Dong, whatever it is divided by, and any noun is Counted.
func kindOf(unit string) Dimension {
	d, _, ok := UnitOf(unit)
	if !ok {
		return Counted
	}
	whole, _, _ := strings.Cut(string(d), "/")
	switch w := Dimension(whole); w {
	case Dong, Dollar, "EUR":
		return Dong
	case Mass, AreaSize:
		return d // a yield is no harvest
	default:
		return w
	}
}
