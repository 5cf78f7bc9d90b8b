package index

import (
	"regexp"
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// ways are the folded words that ask which way a figure went, not how far.
var ways = []string{" tang hay giam ", " giam hay tang ", " tang hay la giam ", " tang hoac giam ", " tang len hay giam ", " tang giam the nao ", " tang giam ra sao "}

// fromLevels answers which way a figure went, where no source published its
// growth, from two published levels of one scope, that of the period asked for and
// that of the same period a year before; the text says that it is computed. False
// where they do not compare, as an estimate and what was reached do not.
func (d *deliberation) fromLevels(w want, f finding) (bool, error) {
	switch w.period.Kind {
	case corpus.Year, corpus.Half, corpus.Quarter, corpus.Months:
	default:
		return false, nil
	}
	if !containsAny(d.said(), ways) || f.why != refuseMeasure || w.measure != query.Change || len(d.q.Periods) != 1 || len(d.q.Indicators) != 1 || len(d.q.Areas) > 1 {
		return false, nil
	}
	w.measure = query.Level
	found := make([]corpus.Record, 0, 2)
	for _, p := range []corpus.Period{w.period.YearBefore(), w.period} {
		w.period = p
		level, err := d.find(w)
		if err != nil || level.lead == nil {
			return false, err
		}
		found = append(found, *level.lead)
		d.answer.Variants = append(d.answer.Variants, level.variants...)
	}
	d.alignScopes(found)
	if comparable(found) != "" || found[0].Status != found[1].Status {
		d.answer.Variants = nil
		return false, nil
	}
	d.step("judge", "no growth was published; two levels of one scope tell it")
	d.q.Measure = query.Level
	d.compared(found, "")
	return true, nil
}

// dayHeld is the day on which or from which on, as the note of a record says, its
// figure holds: "từ 1-9-2024", "tính đến ngày 31/12/2020".
var dayHeld = regexp.MustCompile(`(?:^|[^\p{L}])(?:từ|tính đến)\s+(?:ngày\s+)?(\d{1,2})[-/](\d{1,2})[-/](\d{4})`)

// onDay finds the figure of a day: that of its year whose note says that it holds
// on or from that very day.
func (d *deliberation) onDay(w want) (finding, error) {
	p := w.period
	day := p.First()
	w.period = corpus.YearOf(day.Year())
	f, err := d.find(w)
	if err != nil || f.lead == nil || !saysDay(f.lead.Note, time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)) {
		return finding{}, err
	}
	d.step("judge", "the note of the record names "+p.String())
	return f, nil
}

// saysDay reports whether a note says that its figure holds on or from a day.
func saysDay(note string, day time.Time) bool {
	for _, m := range dayHeld.FindAllStringSubmatch(strings.ToLower(note), -1) {
		if said, err := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3]); err == nil && said.Equal(day) {
			return true
		}
	}
	return false
}
