package index

import (
	"regexp"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// Records taken in from articles bear names that no catalogue has. A question for a
// number that nothing else answers is held against those names word by word: each word
// of it must be told by the record, its source or the sentence that proves it, and the
// name must say nothing that the question does not.

// byWords answers with the only record of the place and time asked about whose words
// are those of the question; it reports false where there is none, or several.
func (d *deliberation) byWords() (bool, error) {
	named := !asksNumber.MatchString(d.said())
	if named && (d.q.Ask != query.AskNothing || d.q.Document != "" || d.q.Intent == query.Announce) || len(d.q.MainPeriods()) > 1 || len(d.q.Areas) > 1 || d.q.Extremal || d.q.Range || d.q.Vague() || d.unsureOfPlace() {
		return false, nil
	}
	if len(d.areas()) == 0 {
		return false, nil
	}
	asked := d.contentWords()
	if len(asked) < leastWords {
		return false, nil
	}
	all, few, err := d.x.recordsLike(d.ctx, recordFilter{Areas: d.areas(), Audiences: d.asked.Audiences}, asked)
	if err != nil || !few {
		return false, err
	}
	var kept []heldWords
	for _, r := range all {
		if ind, ok := d.tables.IndicatorByID(r.Indicator); ok && ind.At != (corpus.Place{}) {
			continue // the names of a catalogue were tried
		}
		if h := (heldWords{record: r}); d.fitsQuestion(r) && d.holdsWords(&h, asked, all) && (!named || h.told == 0 && h.matched >= leastNamed) {
			kept = append(kept, h)
		}
	}
	lead := onlyOne(kept)
	if lead == nil {
		return false, nil
	}
	d.step("judge", "the words are those of “"+lead.Name+"”")
	d.show(finding{lead: lead}, "")
	return true, nil
}

// leastWords is how many words a question must say of what it asks.
const leastWords = 2

// leastNamed is how many words of a name a text must say that asks for no number.
const leastNamed = 3

// asksNumber is how a number is asked for, folded.
var asksNumber = regexp.MustCompile(`\b(?:bao nhieu|may|bn|bnh|bao nhiu)\b`)

// heldWords is a record that accounts for all words of a question, with how many of
// them but its sentence has.
type heldWords struct {
	record        corpus.Record
	told, matched int
}

// onlyOne returns the record of the newest period whose name accounts for most; nil if
// none or several do.
func onlyOne(kept []heldWords) *corpus.Record {
	if len(kept) == 0 {
		return nil
	}
	least := slices.MinFunc(kept, func(a, b heldWords) int { return a.told - b.told }).told
	var best []corpus.Record
	for _, h := range kept {
		if h.told == least {
			best = append(best, h.record)
		}
	}
	best = newest(best)
	for _, r := range best[1:] {
		if !sameNumber(r.Value, best[0].Value) || r.Unit != best[0].Unit || !sameNumber(r.PlanPct, best[0].PlanPct) || !sameChange(r.Change, best[0].Change) {
			return nil
		}
	}
	return &best[0]
}

// contentWords returns the folded words of the question that say what it asks, without
// its place and time.
func (d *deliberation) contentWords() []string {
	text := d.q.Text
	for _, a := range d.q.Areas {
		text = strings.ReplaceAll(text, a.Text, " ")
	}
	for _, p := range d.q.Periods {
		text = strings.ReplaceAll(text, p.Text, " ")
	}
	text = viet.ExpandAll(text)
	if !d.q.Marked {
		text, _ = viet.Restore(text) // "đang" says nothing, "đảng" does
	}
	var out []string
	for _, w := range query.Marked(text) {
		if folded := viet.Fold(w); !sayNothing.Marked[w] && !slices.Contains(out, folded) {
			out = append(out, folded)
		}
	}
	return out
}

// fitsQuestion reports whether a record is of the time, status and measure asked for,
// and counted in what is asked.
func (d *deliberation) fitsQuestion(r corpus.Record) bool {
	if p := d.q.MainPeriods(); len(p) == 1 && r.Period != p[0] && !(r.Period.After().Equal(p[0].After()) && (r.Period.Kind == corpus.Day || r.Period.Kind == corpus.Month)) {
		return false
	}
	measure := d.q.Measure
	if measure == "" {
		measure = query.Level
	}
	return stands(r.Status, d.q.Statuses) && measures(r, measure) && (measure != query.Change || d.against(r)) && d.inUnit(r)
}

// inUnit reports whether the unit of a record is what a number is asked of: "mấy phần
// trăm", "bao nhiêu tỷ", "mấy vụ".
func (d *deliberation) inUnit(r corpus.Record) bool {
	m := askedOf.FindStringSubmatch(d.said())
	if m == nil {
		return true
	}
	unit := foldedWords(r.Unit)
	switch noun := m[1]; {
	case noun == "phan" || noun == "pt" || strings.Contains(d.q.Text, "%"):
		return strings.HasPrefix(r.Unit, "%")
	case moneyNouns[noun]:
		return strings.Contains(unit, " dong ") || strings.Contains(unit, " usd ")
	case sayNothing.Bare[noun]:
		return !strings.HasPrefix(r.Unit, "%") || strings.Contains(d.said(), " ty le ")
	default:
		return strings.Contains(unit+foldedWords(r.Name), " "+noun+" ")
	}
}

// askedOf is the word behind that for a number, folded.
var askedOf = regexp.MustCompile(`\b(?:bao nhieu|may|bn|bnh)(?: luot)? ([^ ]+)`)

// moneyNouns are folded words for money.
var moneyNouns = map[string]bool{"ty": true, "trieu": true, "nghin": true, "dong": true, "tien": true, "usd": true, "do": true}

// holdsWords reports whether a record accounts for the words of a question, and its name
// for nothing else.
func (d *deliberation) holdsWords(h *heldWords, asked []string, all []corpus.Record) bool {
	r := &h.record
	if plain := foldedWords(r.Name); !slices.ContainsFunc(asked, func(w string) bool { return strings.Contains(plain, " "+w+" ") }) {
		return false
	}
	name := query.Fold(viet.ExpandAll(r.Name))
	own := " " + strings.Join(append(query.Fold(viet.ExpandAll(r.Unit+" "+r.Scope)), name...), " ") + " "
	about := foldedWords(viet.ExpandAll(r.Source.Title+" "+r.Source.Publisher)) + foldedWords(r.Area)
	matched := 0
	var told []string
	for _, w := range asked {
		switch {
		case strings.Contains(own, " "+w+" "):
			matched++
		case d.standsIn(about, w, own) || offices[w] && d.tellsOfOffice(*r, w, own):
		default:
			told = append(told, w)
		}
	}
	if h.told, h.matched = len(told), matched; matched == 0 || len(told) > mostTold || !d.sentenceTells(*r, told, own, all) {
		return false
	}
	return saysNoMore(name, d.spelledWords(), about)
}

// standsIn reports whether a text holds a word of the question with a neighbour that it
// has in the question and that the name of the record lacks: "nữ" is not told by "phụ
// nữ", and "đảng" of "kết nạp đảng viên" by nothing of "kết nạp hội viên".
func (d *deliberation) standsIn(text, word, own string) bool {
	said := d.spelledWords()
	pair := func(a, b, other string) bool {
		return strings.Contains(text, " "+a+" "+b+" ") && !strings.Contains(own, " "+other+" ")
	}
	for i, w := range said {
		if w == word && (i > 0 && pair(said[i-1], w, said[i-1]) || i+1 < len(said) && pair(w, said[i+1], said[i+1])) {
			return true
		}
	}
	return false
}

// spelledWords are the folded words of the question, abbreviations spelled out.
func (d *deliberation) spelledWords() []string { return query.Fold(viet.ExpandAll(d.q.Text)) }

// mostTold is how many words of a question the sentence of a record may account for.
const mostTold = 3

// sentenceTells reports whether the words stand in the sentence that proves a record, and
// in the name of no other record that it proves.
func (d *deliberation) sentenceTells(r corpus.Record, told []string, own string, all []corpus.Record) bool {
	evidence := foldedWords(viet.ExpandAll(r.Evidence))
	for _, w := range told {
		if !d.standsIn(evidence, w, own) {
			return false
		}
		for _, o := range all {
			if o.Evidence == r.Evidence && o.Name != r.Name && strings.Contains(foldedWords(o.Name+" "+o.Unit), " "+w+" ") {
				return false
			}
		}
	}
	return true
}

// saysNoMore reports whether a name has no word that the question lacks, but for those
// that tell nothing apart; a long beginning of it stands for the whole.
func saysNoMore(name, asked []string, about string) bool {
	said := 0
	for _, w := range name {
		switch {
		case slices.Contains(asked, w):
			said++
		case soft[w] || offices[w] && strings.Contains(about, " "+w+" "):
		default:
			return said >= longBeginning
		}
	}
	return true
}

// longBeginning is from how many words on a beginning tells a name from others.
const longBeginning = 5

// tellsOfOffice reports whether the article of a record has the word for an office.
func (d *deliberation) tellsOfOffice(r corpus.Record, word, own string) bool {
	a, ok, err := d.x.article(d.ctx, r.Source.ID, d.asked.Audiences)
	if err != nil || !ok {
		return false
	}
	text := foldedWords(viet.ExpandAll(a.Text))
	return !narrowing[word] && strings.Contains(text, " "+word+" ") || d.standsIn(text, word, own)
}

// sayNothing are words of a question that say nothing of what it asks; soft are folded words
// of a name that tell it from no other; offices those of the names of offices; narrowing
// words tell a part of something, which its name alone can bear out.
var (
	sayNothing = query.NewWordSet(`bao nhiêu mấy bn bnh là được dc có hiện còn đã đang rồi vậy ạ à tính đến hết trong của ở tại năm quý tháng nửa đầu cuối ngày cả toàn tổng cộng số lượng với cho thì mà ra xảy đạt thực kết quả theo
		báo cáo kỳ này qua vừa mới nhỉ nhé em anh chị tôi mình xin biết muốn hỏi giúp h tp tx p x phường xã huyện tỉnh thị trấn thành phố quận q6t 6t 9t lũy kế phần trăm % tỷ triệu nghìn đồng tiền ha hơn các và thế nào nhiều so như do đi lên nay`)
	narrowing = query.NewWordSet(`nữ nam nghèo chưa không ngoài mới cũ hơn kém dưới trên trẻ già nặng nhẹ`).Bare
	soft      = query.NewWordSet(`sử dụng quản lý việc lệ tỷ người lượt được về số lượng tổng của các và cho do trên trong ở tại theo là có đã địa bàn toàn hiện cả với từ đến xã huyện tỉnh phường còn qua`).Bare
	offices   = query.NewWordSet(`hội liên hiệp lhpn phụ nữ nông dân cựu chiến binh chữ thập đỏ đoàn thanh niên công đoàn lao động an chi cục thuế trung tâm y tế trường ubnd hđnd phòng ban khối thi đua hợp tác htx bệnh viện quân sự trạm thcs thpt tiểu học mầm non`).Bare
)
