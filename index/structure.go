package index

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// Folded words with which a whole is asked for part by part, and those for the
// largest part.
var (
	dividing    = regexp.MustCompile(` (?:theo|tung|moi|cac|nhung) (?:khu vuc|nganh|linh vuc) `)
	whichSector = regexp.MustCompile(` (?:khu vuc|nganh|linh vuc)(?: kinh te)? nao `)
	sectorWords = strings.Fields("chia phan ra theo tung moi cac nhung khu vuc nganh linh kinh te ty ti le trong phan tram")
)

// structure answers what a whole is made up of, or which part is the largest, by
// the shares that one source gives for one period. It reports false for any other
// question; what parts contribute to a growth is another matter.
func (d *deliberation) structure() (bool, error) {
	text := d.said()
	largest := d.q.Extremal && whichSector.MatchString(text)
	if !largest && !dividing.MatchString(text) || d.q.Measure != query.Level || len(d.q.Areas) > 1 || len(d.q.MainPeriods()) > 1 || containsAny(text, []string{" dong gop ", " tang ", " giam "}) || !d.leavesOnlySectors() {
		return false, nil
	}
	whole, ok := d.structureAsked()
	if !ok {
		return false, nil
	}
	plain, unit := d.q.Indicators, d.q.Unit
	d.q.Indicators, d.q.Left, d.q.Unit = []query.Indicator{whole}, nil, ""
	f, err := d.find(d.want())
	if err != nil || f.lead == nil {
		d.q.Indicators, d.q.Unit = plain, unit
		return false, err
	}
	of, others := parts(f)
	if of == nil || !complete(of) {
		d.q.Indicators, d.q.Unit = plain, unit
		return false, nil
	}
	d.answer.Kind, d.answer.Records, d.answer.Variants = List, of, others
	d.answer.Text = sayParts(of, others, "")
	if largest {
		d.answer.Text = sayLargest(of, d.q.Lowest) + "\n" + d.answer.Text
	}
	d.step("judge", "the shares of one source and period")
	return true, nil
}

// leavesOnlySectors reports whether what nothing accounts for only speaks of parts.
func (d *deliberation) leavesOnlySectors() bool {
	return !slices.ContainsFunc(d.q.Left, func(l query.Left) bool {
		return slices.ContainsFunc(l.Words(), func(w string) bool { return !slices.Contains(sectorWords, w) })
	})
}

// structureAsked returns the structure that the question names, or that of the
// whole it names a share of.
func (d *deliberation) structureAsked() (query.Indicator, bool) {
	if len(d.q.Indicators) != 1 {
		return query.Indicator{}, false
	}
	n := d.q.Indicators[0]
	if strings.HasPrefix(foldedWords(d.nameOf(n.IDs[0])), " co cau ") {
		return n, true
	}
	if !containsAny(d.said(), []string{" chiem ", " ty trong ", " ti trong ", " co cau "}) {
		return query.Indicator{}, false
	}
	q := query.Parse("cơ cấu "+n.Text, query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home})
	if len(q.Indicators) != 1 || len(q.Left)+len(q.Areas) > 0 || !strings.HasPrefix(foldedWords(d.nameOf(q.Indicators[0].IDs[0])), " co cau ") {
		return query.Indicator{}, false
	}
	return q.Indicators[0], true
}

// complete reports whether shares make up a whole, or nearly so.
func complete(shares []corpus.Record) bool {
	sum := 0.0
	for _, r := range shares {
		if r.Value == nil {
			return false
		}
		sum += *r.Value
	}
	return sum > 97 && sum < 103
}

// sayLargest names the largest share, or the smallest.
func sayLargest(shares []corpus.Record, lowest bool) string {
	by := func(a, b corpus.Record) int { return cmp.Compare(*a.Value, *b.Value) }
	r, word := slices.MaxFunc(shares, by), "Lớn nhất"
	if lowest {
		r, word = slices.MinFunc(shares, by), "Nhỏ nhất"
	}
	return fmt.Sprintf("%s: %s (%s).", word, r.Name, sayMeasure(r, query.Level))
}
