package index

import (
	"regexp"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// eachYearGrows are folded words that ask for the growth of each of several years, not
// for what lies between the first and the last.
var eachYearGrows = regexp.MustCompile(` (?:tang truong|toc do tang|toc do|nhip tang|muc tang|tung nam|moi nam|cac nam|hang nam|phan tram|bao nhieu pt) | (?:may|bao nhieu) %`)

// growthOfEach answers with the published growth of each of several years where the
// question asks for that and all were published. It reports false where not.
func (d *deliberation) growthOfEach() (bool, error) {
	periods := d.q.MainPeriods()
	if _, based := d.q.Base(); based || d.q.Measure != query.Change || d.q.Range || len(periods) < 2 || len(d.q.Areas) > 1 || len(d.q.Indicators) != 1 {
		return false, nil
	}
	if len(periods) < 3 && !eachYearGrows.MatchString(d.said()+" ") {
		return false, nil
	}
	w := d.want()
	w.several = true
	var found, variants []corpus.Record
	for _, p := range periods {
		w.period = p
		f, err := d.find(w)
		if err != nil || f.lead == nil {
			return false, err
		}
		found, variants = append(found, *f.lead), append(variants, f.variants...)
	}
	d.step("judge", "the growth of each year was published")
	d.answer.Variants = variants
	d.compared(found, "")
	return true, nil
}
