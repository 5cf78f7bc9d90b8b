package index

import (
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// accountsFor reports whether the record, its source or its indicator's names
// hold every run of words that the parse left over. A single word must stand in
// them; of a longer run, each pair of neighbours.
func (d *deliberation) accountsFor(r corpus.Record, left []query.Left) bool {
	if len(left) == 0 {
		return true
	}
	text := d.aboutRecord(r)
	for _, l := range left {
		if !holdsRun(text, l.Words()) {
			return false
		}
	}
	return true
}

// aboutRecord returns the folded words of everything that a record says of
// itself, parted by single spaces and with one at either end.
func (d *deliberation) aboutRecord(r corpus.Record) string {
	parts := []string{r.Name, r.Area, r.Scope, r.Note, r.Quantity.Unit, r.Source.Title, r.Source.Publisher, r.Source.ID, r.Source.Date, d.nameOf(r.Indicator)}
	if r.Change != nil {
		parts = append(parts, r.Change.Basis)
	}
	return foldedWords(strings.Join(parts, " . "))
}

func foldedWords(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range query.Fold(s) {
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

func holdsRun(text string, words []string) bool {
	if len(words) == 1 {
		return strings.Contains(text, " "+words[0]+" ")
	}
	for i := 1; i < len(words); i++ {
		if !strings.Contains(text, " "+words[i-1]+" "+words[i]+" ") {
			return false
		}
	}
	return true
}

// measures reports whether the record holds the number that is asked for.
func measures(r corpus.Record, m query.Measure) bool {
	switch m {
	case query.Change:
		return r.Change != nil || growthRange(r)
	case query.PlanPct:
		return r.PlanPct != nil
	case query.Ranking:
		return false
	}
	return (r.Value != nil || r.Low != nil || r.High != nil) && !growthRange(r)
}

// against reports whether the change of a record is against the period that the
// question names: the year before, where the source says no other, or one that
// its basis names.
func (d *deliberation) against(r corpus.Record) bool {
	base, ok := d.q.Base()
	if !ok || r.Change == nil {
		return !ok
	}
	basis := viet.Fold(r.Change.Basis)
	if strings.Contains(basis, strconv.Itoa(base.Year)) {
		return base.Kind == corpus.Year || base == r.Period.YearBefore()
	}
	return base == r.Period.YearBefore() && !strings.ContainsAny(basis, "0123456789")
}

// growthRange reports whether the value of a record is a growth itself: a range
// of per cent without a change of its own.
func growthRange(r corpus.Record) bool {
	return r.Change == nil && strings.HasPrefix(r.Unit, "%") && strings.Contains(viet.Fold(r.Name), "toc do tang")
}

// counts reports whether the unit of the record is what was asked for: "bao
// nhiêu hộ" is no percentage, and "bao nhiêu phần trăm" nothing else.
func (d *deliberation) counts(r corpus.Record) bool {
	if d.q.Measure != query.Level {
		return true
	}
	percent := strings.HasPrefix(r.Unit, "%")
	switch {
	case d.q.Unit == "%":
		return percent
	case d.q.Counted && percent:
		return strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "phan tram") || strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "ti le") || strings.HasPrefix(viet.Fold(d.q.Indicators[0].Text), "ty le")
	case d.q.Unit != "":
		return sameDimension(d.q.Unit, r.Unit)
	}
	return true
}

func sameDimension(asked, unit string) bool {
	money := func(s string) string {
		switch {
		case strings.Contains(s, "USD"):
			return "USD"
		case strings.Contains(s, "đồng"):
			return "đồng"
		}
		return s
	}
	return money(asked) == money(unit)
}

// stands reports whether a status answers: a question that names none takes
// what was reached, never a target.
func stands(s corpus.Status, asked []corpus.Status) bool {
	if len(asked) == 0 {
		return s != corpus.Target
	}
	for _, a := range asked {
		if s == a {
			return true
		}
	}
	return false
}
