package index

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// usualTop and mostTop are how many indicators are ranked where the question
// names no number, and at most.
const (
	usualTop = 3
	mostTop  = 20
)

// Folded words of a question for the indicators that rose or fell most.
var fastestWords = strings.Fields("chi tieu chi so linh vuc nganh nao gi tang giam truong toc do manh nhanh cao nhat thap cham it lon nhieu liet ke danh sach top nhung cac muc")

// fastest answers which indicators of an area and year rose or fell most, by the
// growths published. It reports false for any other question.
func (d *deliberation) fastest() (bool, error) {
	text := d.said()
	if len(d.q.Indicators) > 0 || d.q.Measure != query.Change || !strings.Contains(text, " nhat ") || !strings.Contains(text, " chi tieu ") ||
		!d.speaksOnlyOf(fastestWords, numberWords(d.q.Text)) || len(d.q.Areas) > 1 || d.unsureOfPlace() {
		return false, nil
	}
	falling := strings.Contains(text, " giam ")
	if falling && (strings.Contains(text, " it nhat ") || strings.Contains(text, " cham nhat ") || strings.Contains(text, " thap nhat ")) {
		return false, nil
	}
	records, err := d.x.recordsOf(d.ctx, recordFilter{Areas: d.areas(), Audiences: d.asked.Audiences})
	if err != nil {
		return false, err
	}
	grown := filter(records, func(r corpus.Record) bool {
		return r.Status != corpus.Target && r.Change != nil && r.Change.Unit == "%" && r.Period.Kind != corpus.Span && d.against(r)
	})
	p := d.growthPeriod(grown)
	if p.IsZero() {
		return false, nil
	}
	d.rankGrowths(d.leads(filter(grown, func(r corpus.Record) bool { return r.Period == p })), p, falling)
	return true, nil
}

// growthPeriod returns the period asked about; without one, the latest year for
// which several growths were published.
func (d *deliberation) growthPeriod(grown []corpus.Record) corpus.Period {
	if p := d.q.MainPeriods(); len(p) > 0 {
		return p[0]
	}
	count := map[corpus.Period]int{}
	var latest corpus.Period
	for _, r := range grown {
		if count[r.Period]++; r.Period.Kind == corpus.Year && count[r.Period] >= usualTop && r.Period.Compare(latest) > 0 {
			latest = r.Period
		}
	}
	return latest
}

// rankGrowths lists the indicators that moved most, and says among how many.
func (d *deliberation) rankGrowths(leads []corpus.Record, p corpus.Period, falling bool) {
	where := strings.Join(d.areas(), ", ") + ", " + SayPeriod(p)
	if falling {
		leads = filter(leads, func(r corpus.Record) bool { return r.Change.Value < 0 })
	}
	if len(leads) == 0 {
		moved := "tăng"
		if falling {
			moved = "giảm"
		}
		d.answer.Text = "Tôi chưa có chỉ tiêu nào được công bố mức " + moved + " của " + where + "."
		return
	}
	ascending := falling || d.q.Lowest
	slices.SortStableFunc(leads, func(a, b corpus.Record) int {
		if ascending {
			a, b = b, a
		}
		return cmp.Compare(b.Change.Value, a.Change.Value)
	})
	all := len(leads)
	leads = leads[:min(all, d.topAsked())]
	d.answer.Kind, d.answer.Records = List, leads
	word := "tăng mạnh nhất"
	switch {
	case falling:
		word = "giảm mạnh nhất"
	case d.q.Lowest:
		word = "tăng thấp nhất"
	}
	lines := []string{fmt.Sprintf("%d chỉ tiêu %s trong %d chỉ tiêu có công bố mức tăng, giảm · %s:", len(leads), word, all, where)}
	for i, r := range leads {
		lines = append(lines, fmt.Sprintf("%d. %s: %s", i+1, r.Name, sayMeasure(r, query.Change)))
	}
	d.answer.Text = strings.Join(append(lines, saySources(leads)...), "\n")
}

// topAsked returns how many are asked for: "3 chỉ tiêu", "ba chỉ tiêu".
func (d *deliberation) topAsked() int {
	for _, n := range viet.Numbers(d.q.Text) {
		v := int(n.Value)
		if strings.HasPrefix(foldedWords(d.q.Text[n.End:]), " chi tieu ") && v >= 1 && v <= mostTop && float64(v) == n.Value {
			return v
		}
	}
	return usualTop
}

// numberWords returns the folded words of the numerals in a text.
func numberWords(s string) []string {
	var out []string
	for _, n := range viet.Numbers(s) {
		out = append(append(out, query.Fold(n.Text)...), strconv.FormatFloat(n.Value, 'f', -1, 64))
	}
	return out
}
