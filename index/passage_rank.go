package index

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// placing is a place among others: "xếp thứ 4", "đứng đầu các huyện", "thứ 14 cả
// nước". What only counts meetings ("kỳ họp thứ ba") is none.
var placing = regexp.MustCompile(`(?i)(?:xếp|đứng|hạng|vị trí|giữ)[^.;]{0,24}?(?:thứ|hạng) (?:\d+|nhất|nhì|hai|ba|tư|năm)|xếp hạng \d+|, (?:thứ )?hạng \d+|(?:và|,) (?:thứ|hạng) (?:\d+|nhất|nhì|ba|tư)[^.;]{0,12} (?:cả nước|toàn quốc|vùng|khu vực|đồng bằng|toàn tỉnh|trong tỉnh)|đứng đầu|dẫn đầu`)

// among are the wholes in which something is placed: the folded words that ask
// for one, and those of a sentence that speaks of it.
var among = []struct{ asked, said []string }{
	{[]string{" ca nuoc ", " toan quoc ", " 63 tinh "}, []string{" ca nuoc ", " toan quoc ", " 63 tinh "}},
	{[]string{" vung ", " khu vuc ", " dong bang song hong ", " db song hong ", " dbsh "}, []string{" vung ", " khu vuc ", " dong bang song hong "}},
	{[]string{" toan tinh ", " trong tinh ", " cac huyen ", " ca tinh "}, []string{" toan tinh ", " trong tinh ", " cac huyen ", " ca tinh ", " dau tinh "}},
}

// Folded words of a question for a place among others that say nothing of what is
// placed, and those for the growth of an economy, any of which will do.
var (
	rankAsks    = strings.Fields("db dbsh xep dung thu hang may trong so cac va tinh thanh pho huyen nuoc ca toan quoc vung khu vuc dong bang song hong cua ta minh dat duoc o nam qui thang dau cuoi nua 6 9 63 vi tri bao nhieu la")
	growthWords = strings.Fields("tang truong toc do kinh te grdp")
)

// rank answers where a place stands among others with the sentence that tells
// it; records hold no ranks.
func (d *deliberation) rank() error {
	d.dropWholes()
	if d.unknownPlace() || d.contradictory() {
		return nil
	}
	d.q.Ask = query.AskRank
	in := d.inquire()
	text := d.q.Text
	if len(d.q.Indicators) > 0 && !strings.Contains(foldedWords(text), foldedWords(d.indicatorText())) { // lent by the question before
		text = d.subject() + " xếp thứ mấy " + d.periodText()
		in.text = spelled(text)
		if prev := d.asked.Previous; prev != nil && prev.Measure == string(query.Ranking) {
			in.text += spelled(wholeIn(prev.Text))
		}
	}
	hits, err := d.x.Search(d.ctx, Query{Text: text, In: PassagesOnly, Limit: passagesLooked, Audiences: d.asked.Audiences})
	if err != nil {
		return err
	}
	for _, h := range hits {
		a, ok, err := d.x.article(d.ctx, h.ID, d.asked.Audiences)
		if err != nil {
			return err
		}
		if !ok || !d.ofPlace(a) {
			continue
		}
		for _, s := range d.sentencesOf(a, h.Paragraph, in) {
			if d.places(&s, in) {
				d.quote(&s)
				return nil
			}
		}
	}
	d.step("judge", "no sentence tells the place")
	return d.noRank(in)
}

// wholeIn returns the words of a question for what others are placed in.
func wholeIn(text string) string {
	for _, a := range among {
		for _, words := range a.asked {
			if strings.Contains(foldedWords(text), words) {
				return words
			}
		}
	}
	return ""
}

// dropWholes takes from the places asked about those in which others are placed.
func (d *deliberation) dropWholes() {
	d.q.Areas = slices.DeleteFunc(slices.Clone(d.q.Areas), func(a query.Area) bool { return isWhole(a.Text) })
}

// isWhole reports whether a place in the question is one in which others are
// placed: "cả nước", "đồng bằng sông Hồng".
func isWhole(text string) bool {
	return containsAny(foldedWords(text), among[0].asked) || containsAny(foldedWords(text), among[1].asked)
}

// noRank says that no place is known; of what is named, the figure stands in.
func (d *deliberation) noRank(in *inquiry) error {
	d.answer.Text = "Tôi chưa tìm thấy thông tin xếp hạng" + d.sayWhereAndWhen() + "."
	if len(d.q.Indicators) > 0 {
		for _, r := range d.knownNear() {
			d.suggest(sayQuestion(d.displayName(r), r))
		}
	}
	d.answer.Text += saySuggestions("Anh/chị có thể hỏi:", d.answer.Suggestions)
	return d.offerArticles(nearHeld)
}

// knownNear returns the figures nearest to the question that its place is asked of.
func (d *deliberation) knownNear() []corpus.Record {
	list, err := d.x.recordsOf(d.ctx, recordFilter{Indicators: d.want().ids, Areas: d.areas(), Audiences: d.asked.Audiences})
	if err != nil || len(d.want().ids) == 0 {
		return nil // a suggestion less
	}
	return d.nearest(list)
}

// places reports whether a sentence tells the place asked for: of that thing, in
// that whole, at that time.
func (d *deliberation) places(s *sentence, in *inquiry) bool {
	at := placing.FindStringIndex(s.text)
	if at == nil {
		return false
	}
	for _, a := range among {
		if containsAny(in.text, a.asked) && !containsAny(s.own, a.said) {
			return false
		}
	}
	return d.isPlaced(s.text[:at[0]], s, in) && d.ofPeriodAsked(s)
}

// isPlaced reports whether what is asked after is what a sentence places: its
// words stand before the place, and no other indicator between.
func (d *deliberation) isPlaced(head string, s *sentence, in *inquiry) bool {
	said := spelled(head)
	thing := d.thingPlaced(in)
	growth := !slices.ContainsFunc(thing, func(w string) bool { return !slices.Contains(growthWords, w) })
	if growth && !containsAny(said, []string{" grdp ", " kinh te ", " tang truong "}) {
		return false
	}
	if !growth && slices.ContainsFunc(thing, func(w string) bool { return !strings.Contains(said, " "+w+" ") }) {
		return false
	}
	named := query.Parse(head, query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home}).Indicators
	if len(named) == 0 || len(d.q.Indicators) == 0 && growth && strings.Contains(said, " grdp ") {
		return true
	}
	ids := append(d.want().ids, d.kin()...)
	return len(d.q.Indicators) == 0 || slices.ContainsFunc(named[len(named)-1].IDs, func(id string) bool { return slices.Contains(ids, id) })
}

// thingPlaced returns the folded words of what the question asks the place of.
func (d *deliberation) thingPlaced(in *inquiry) []string {
	known := slices.Clone(rankAsks)
	for _, a := range d.q.Areas {
		known = append(known, strings.Fields(spelled(a.Text))...)
	}
	for _, n := range d.q.Periods {
		known = append(known, strings.Fields(spelled(n.Text))...)
		known = append(known, n.Period.String())
	}
	return slices.DeleteFunc(slices.Clone(strings.Fields(in.text)), func(w string) bool {
		return slices.Contains(known, w) || slices.Contains(asking, w)
	})
}

// ofPeriodAsked reports whether a sentence speaks of the period asked about: by
// its first period, else by the last one named before it, else by the year in
// which its article came out. What follows the first is what it is compared with.
func (d *deliberation) ofPeriodAsked(s *sentence) bool {
	asked := d.q.MainPeriods()
	if len(asked) == 0 {
		return true
	}
	own := d.periodsIn(s.text, s.article)
	if len(own) == 0 {
		before := d.periodsIn(s.before, s.article)
		own = before[max(0, len(before)-1):]
	}
	if len(own) == 0 {
		p, err := corpus.ParsePeriod(yearOf(s.article.Date))
		return err == nil && !p.IsZero() && p == asked[0]
	}
	return own[0] == asked[0]
}

// periodsIn returns the periods that a text speaks of, but for days, as read when
// its article came out.
func (d *deliberation) periodsIn(text string, a corpus.Article) []corpus.Period {
	at := d.asked.Now
	if p, err := corpus.ParsePeriod(a.Date); err == nil && !p.IsZero() {
		at = p.First()
	}
	said := query.Parse(text, query.Options{Terms: d.terms, Now: at, Home: d.asked.Home}).MainPeriods()
	return slices.DeleteFunc(said, func(p corpus.Period) bool { return p.Kind == corpus.Day })
}

// ofPlace reports whether an article is about a place asked about; without one
// named, about the home area or those around it.
func (d *deliberation) ofPlace(a corpus.Article) bool {
	places := d.areas()
	if !d.namesArea() {
		places = append(places, d.around()...)
	}
	return slices.ContainsFunc(a.Areas, func(s string) bool { return slices.Contains(places, s) })
}
