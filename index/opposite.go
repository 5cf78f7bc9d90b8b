package index

import (
	"slices"
	"strings"

	"thiduabot/index/query"
)

// opposed settles a name that stands for a thing and its opposite as well, "ngân sách"
// for what comes in and what goes out: the one that was published of the place and
// time answers; of two it asks back which is meant. It reports whether it did.
func (d *deliberation) opposed() (bool, error) {
	at := slices.IndexFunc(d.q.Indicators, d.namesOpposites)
	if at < 0 || slices.Contains(seeking, d.q.Intent) {
		return false, nil
	}
	n := &d.q.Indicators[at]
	var able []string
	for _, id := range n.IDs {
		w := d.want()
		w.ids, w.left = d.expand([]string{id}, w.measure), nil
		f, err := d.find(w)
		if err != nil {
			return false, err
		}
		if f.lead != nil {
			able = append(able, id)
		}
	}
	if len(able) < 2 {
		n.IDs = append(able, n.IDs...)[:1]
		return false, nil
	}
	d.answer.Kind = Clarify
	for _, id := range able {
		d.suggest(strings.Join(strings.Fields(d.nameOf(id)+" "+d.areas()[0]+" "+d.periodText()), " "))
	}
	d.answer.Text = sayClarify("“"+n.Text+"” có thể là nhiều chỉ tiêu", d.answer.Suggestions)
	d.step("judge", "the name stands for opposites")
	return true, nil
}

// namesOpposites reports whether a name stands for an indicator and its opposite.
func (d *deliberation) namesOpposites(n query.Indicator) bool {
	return slices.ContainsFunc(n.IDs, func(id string) bool {
		ind, _ := d.indicator(id)
		return slices.ContainsFunc(ind.Opposite, func(o string) bool { return slices.Contains(n.IDs, o) })
	})
}
