package index

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// adding are the folded words that ask for a sum; a parse leaves them over.
var adding = []string{"cong", "cong giup", "cong giup e", "cong ho", "cong lai", "cong vao", "cong don", "gop lai", "cong ca lai", "cong het", "cong het lai"}

// asksForSum reports whether several figures are to be added up, and takes the
// words that say so from what is left over.
func (d *deliberation) asksForSum() bool {
	is := func(l query.Left) bool { return slices.Contains(adding, strings.Join(l.Words(), " ")) }
	n := len(d.q.Left)
	d.q.Left = slices.DeleteFunc(slices.Clone(d.q.Left), is)
	text := d.said()
	return len(d.q.Left) < n || strings.Contains(text, " tong cong ") || len(d.q.Indicators) == 2 && len(d.q.MainPeriods()) < 2 && strings.HasPrefix(foldedWords(d.q.Indicators[0].Text), " tong ") ||
		d.q.Range && strings.HasPrefix(text, " tong ") && len(d.q.Indicators) == 1 && !strings.HasPrefix(foldedWords(d.q.Indicators[0].Text), " tong ")
}

// sum answers a question for what the figures of several years add up to: with
// them, and with their sum where it means something. A period that a record
// speaks of as a whole is no sum. It reports false for any other question.
func (d *deliberation) sum() (bool, error) {
	if len(d.q.Indicators) == 0 || len(d.q.Indicators) > 2 || len(d.q.Areas) > 1 || !d.asksForSum() {
		return false, nil
	}
	d.adding = true
	if d.q.Range || len(d.q.MainPeriods()) == 1 && d.q.MainPeriods()[0].Kind == corpus.Span {
		if f, err := d.find(d.want()); err != nil || f.lead != nil {
			d.showIf(f)
			return true, err
		}
		if err := d.trend(); err != nil {
			return true, err
		}
	} else if err := d.compare(); err != nil {
		return true, err
	}
	d.addUp()
	return true, nil
}

// addUp appends to an answer with the figures of several years what they add up
// to, or why they are not added.
func (d *deliberation) addUp() {
	a := &d.answer
	if a.Kind != Comparison || len(a.Records) < 2 || d.q.Measure != query.Level {
		return
	}
	said := ""
	why := d.notAddable(a.Records)
	if len(d.q.Indicators) > 1 {
		why = d.notOneWhole(a.Records)
	}
	if why != "" {
		said = "Tôi không cộng các số: " + why + "."
	} else {
		sum := 0.0
		for _, r := range a.Records {
			sum += *r.Value
		}
		said = fmt.Sprintf("Cộng lại: %s %s (tôi tính từ %d số đã công bố).", sayNumber(round(sum, 4)), a.Records[0].Unit, len(a.Records))
	}
	a.Text = said + "\n" + a.Text
}

// flows begin the names of what accumulates over a year, so that years may be
// added; what is counted on a day may not. They tell of indicators whose kind the
// catalogue does not. Chosen by hand.
var flows = []string{"thu ", "tong thu", "chi ", "tong chi", "gia tri xuat khau", "gia tri nhap khau", "kim ngach", "tong kim ngach", "xuat khau", "nhap khau",
	"gia tri san xuat", "tong gia tri san xuat", "doanh thu", "tong muc ban le", "san luong", "von dau tu", "dau tu", "grdp theo gia", "so lao dong duoc giai quyet", "so doanh nghiep dang ky moi"}

// likeFlows begin names as flows do, of averages, indices and what is counted on
// a day.
var likeFlows = []string{"thu nhap", "chi so", "chi tieu", "chi bo", "chi hoi"}

// isFlow reports whether what a folded name stands for accumulates over a year.
func isFlow(name string) bool {
	begins := func(s string) bool { return strings.HasPrefix(name, s) }
	return slices.ContainsFunc(flows, begins) && !slices.ContainsFunc(likeFlows, begins) && !strings.Contains(name, "binh quan")
}

// accumulates reports whether what a record measures accumulates over a year: as
// the catalogue says, else by its name.
func (d *deliberation) accumulates(r corpus.Record) bool {
	if ind, _ := d.indicator(r.Indicator); ind.Kind != "" {
		return ind.Kind == corpus.Flow
	}
	return isFlow(strings.TrimSpace(foldedWords(d.nameOf(r.Indicator))))
}

// notAddable tells why figures may not be added; empty: they may.
func (d *deliberation) notAddable(list []corpus.Record) string {
	if why := comparable(list); why != "" {
		return strings.Replace(why, "hai ", "các ", 1)
	}
	if strings.HasPrefix(list[0].Unit, "%") || !d.accumulates(list[0]) {
		return "chỉ tiêu này không cộng dồn theo năm được"
	}
	listed := !d.q.Range && len(d.q.MainPeriods()) == len(list) // "2019 và 2021": no stretch of years
	for i, r := range list {
		if !oneSeries(list) || i > 0 && !listed && (r.Period.Kind != corpus.Year || r.Period.Year != list[i-1].Period.Year+1) {
			return "thiếu số của năm ở giữa"
		}
	}
	if from, to := d.window(); from > 0 && to < 9999 && (list[0].Period.Year != from || list[len(list)-1].Period.Year != to) {
		return "chưa đủ số của mọi năm được hỏi"
	}
	return ""
}

// notOneWhole tells why the figures of two things may not be added; empty: they are of
// one place and time, in one unit, and neither is part of the other.
func (d *deliberation) notOneWhole(list []corpus.Record) string {
	a, b := list[0], list[len(list)-1]
	first, _ := d.indicator(a.Indicator)
	second, _ := d.indicator(b.Indicator)
	switch {
	case len(list) != 2 || a.Area != b.Area || a.Period != b.Period || a.Value == nil || b.Value == nil:
		return "hai số không cùng nơi hoặc không cùng kỳ"
	case a.Unit != b.Unit || strings.HasPrefix(a.Unit, "%") || strings.Contains(a.Unit, "/"):
		return "hai số không cùng đơn vị cộng được"
	case a.Scope != b.Scope:
		return "hai số khác phạm vi"
	case slices.Contains(first.Opposite, second.ID) && strings.Contains(foldedWords(first.Name+" "+second.Name), " thu ") && strings.Contains(foldedWords(first.Name+" "+second.Name), " chi "):
		return "thu và chi là hai chiều ngược nhau"
	case first.ID == second.ID || first.Broader == second.ID || second.Broader == first.ID || slices.Contains(first.Readings, second.ID) || slices.Contains(second.Readings, first.ID),
		slices.Contains(first.Related, second.ID) && first.Kind != second.Kind:
		return "số này có thể là một phần của số kia"
	}
	return ""
}

// shareOfWhole answers what share of the area around it an area has of
// something, from the two levels of one period and scope, where no source tells
// the share itself. It reports false for any other question.
func (d *deliberation) shareOfWhole() (bool, error) {
	whole, ids := d.wholeAsked()
	if whole == "" {
		return false, nil
	}
	base := d.want()
	base.ids, base.measure, base.several = ids, query.Level, true
	part := base.areas[0]
	if part == whole {
		part = d.asked.Home
	}
	if published, err := d.publishedShare(part, ids, base.period); published != nil || err != nil {
		if published != nil {
			d.q.Measure = query.Level
			d.show(finding{lead: published}, "")
		}
		return true, err
	}
	d.q.Areas = []query.Area{{Names: []string{part}, Text: part}, {Names: []string{whole}, Text: whole}}
	d.q.Measure, d.q.Unit, d.q.Counted = query.Level, "", false
	if base.period.IsZero() {
		base.period = d.newestOfAll(base)
	}
	wants := []want{base, base}
	wants[0].areas, wants[1].areas = []string{part}, []string{whole}
	found, near, missing, err := d.findEach(wants)
	if err != nil {
		return true, err
	}
	if len(found) < 2 || d.q.Measure != query.Level {
		d.notEnough(nil, near, missing)
		return true, nil
	}
	d.alignScopes(found)
	if why := comparable(found); why != "" || *found[1].Value <= 0 || *found[0].Value > *found[1].Value {
		d.answer.Variants = nil
		for _, r := range found {
			d.suggest(sayQuestion(d.displayName(r), r))
		}
		d.answer.Text = "Tôi không tính tỷ trọng được: " + cmp.Or(why, "hai số không cùng phạm vi") + "." + saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
		d.step("judge", "no share: "+why)
		return true, nil
	}
	d.compared(found, "")
	share := round(*found[0].Value / *found[1].Value * 100, 2)
	d.answer.Text = fmt.Sprintf("%s bằng %s%% của %s, %s (tôi tính từ hai số đã công bố).\n%s", part, sayNumber(share), whole, SayPeriod(found[0].Period), d.answer.Text)
	return true, nil
}

// publishedShare returns the share of the whole that a source tells itself, which goes
// before any that is computed; nil if none does.
func (d *deliberation) publishedShare(part string, ids []string, p corpus.Period) (*corpus.Record, error) {
	all, err := d.x.recordsOf(d.ctx, recordFilter{Areas: []string{part}, Audiences: d.asked.Audiences})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	what := foldedWords(d.nameOf(ids[0]))
	shares := filter(all, func(r corpus.Record) bool {
		name := foldedWords(r.Name)
		return r.Unit == "%" && r.Value != nil && r.Status != corpus.Target && (p.IsZero() || r.Period == p) && strings.HasPrefix(name, " ti trong ") &&
			strings.Contains(name, what) && strings.Contains(name, " so voi toan ")
	})
	if len(shares) == 0 {
		return nil, nil
	}
	return d.lead(newest(shares), want{}).lead, nil
}

// wholeAsked returns the area around that a share is asked of, and the
// indicators whose levels tell it: "tỷ trọng bán lẻ của thành phố so với toàn
// tỉnh", "chiếm bao nhiêu phần trăm của tỉnh". It is empty for other questions,
// and where the name of the indicator itself speaks of the whole.
func (d *deliberation) wholeAsked() (whole string, ids []string) {
	if len(d.q.Indicators) != 1 || len(d.q.Areas) > 2 || d.unsureOfPlace() {
		return "", nil
	}
	text, name := viet.Fold(d.q.Text), viet.Fold(d.q.Indicators[0].Text)
	for _, area := range d.around() {
		level := shareOf.FindStringSubmatch(text)
		if level == nil || !strings.HasPrefix(viet.Fold(area), level[1]+" ") || strings.Contains(name, level[1]) {
			continue
		}
		if ids := d.sharedIndicator(); ids != nil {
			return area, ids
		}
	}
	return "", nil
}

// shareOf is how a share of a whole is asked for, folded, with the level of the
// whole.
var shareOf = regexp.MustCompile(`\b(?:t[yi] trong|chiem|dong gop|bang bao nhieu (?:%|phan tram|phan)).*\b(?:toan|ca|cua|so voi|trong) (tinh|thanh pho|huyen|quan|thi xa)\b`)

// sharing are the folded words that ask for a share; a parse may leave them over.
var sharing = []string{"chiem", "dong gop", "trong", "ty trong", "ti trong"}

// sharedIndicator returns the indicators of the thing shared: those named, or
// what is left of the name behind "tỷ trọng". Nil where words are left over.
func (d *deliberation) sharedIndicator() []string {
	left := slices.DeleteFunc(slices.Clone(d.q.Left), func(l query.Left) bool { return slices.Contains(sharing, strings.Join(l.Words(), " ")) })
	if len(left) > 0 {
		return nil
	}
	named := d.q.Indicators[0]
	if words := strings.Fields(named.Text); len(words) > 2 && strings.HasSuffix(viet.Fold(strings.Join(words[:2], " ")), " trong") {
		rest := query.Parse(strings.Join(words[2:], " "), query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home})
		if len(rest.Indicators) != 1 || len(rest.Left) > 0 {
			return nil
		}
		named = rest.Indicators[0]
	}
	d.q.Left, d.q.Indicators = left, []query.Indicator{named}
	return d.expand(named.IDs, query.Level)
}
