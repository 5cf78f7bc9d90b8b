package extract

import (
	"regexp"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A time that is told in passing dates its own sentence and leads no other.

// aside reports whether the time at item at is told apart from that of the text: "Riêng
// tháng 9, …", "Tính riêng trong quý III, …". A paragraph that opens so may go on with it.
func (c *clause) aside(at int) bool {
	low := viet.Fold(strings.ToLower(c.words(0, min(at, len(c.items)))))
	for w := range strings.FieldsSeq(low) {
		if w == "rieng" {
			c.apart = c.apart || !c.figured
			return true
		}
	}
	return false
}

// occasion reports whether a time is but that of an event of which the sentence tells
// without a figure: "Tháng 5/2023, huyện ký kết biên bản ghi nhớ với hai doanh nghiệp".
func (c *clause) occasion(p corpus.Period) bool {
	if p == c.reader.title || p == c.running || c.measured() {
		return false
	}
	if p.Kind != corpus.Month && !(p.Kind == corpus.Year && c.bygone(p)) {
		return false
	}
	return occasions.MatchString(viet.Fold(strings.ToLower(c.words(0, len(c.items)))))
}

// dayAmid reports whether a day is named amid the figures of a longer time: it dates but
// its own sentence.
func (c *clause) dayAmid(p corpus.Period) bool {
	return p.Kind == corpus.Day && c.first > 0 && c.figured && c.out[c.first-1].Source.Paragraph == c.number && !c.head.period.IsZero() && c.head.period.Kind != corpus.Day && !c.clock.unfinished(c.head.period)
}

// doneBy gives what was done, told behind a day up to which other things were counted,
// the time of the article, which a person should confirm.
func (c *clause) doneBy(r *corpus.Record, sub subject, own bool) {
	title := c.reader.title
	if own || c.dated || !sub.deed || r.Status != corpus.Actual || r.Period.Kind != corpus.Day || r.Period != c.head.period || c.first == 0 || c.out[c.first-1].Source.Paragraph != c.number {
		return
	}
	if !title.IsZero() && title.Kind != corpus.Day && !c.clock.unfinished(title) {
		r.Period, r.Doubt = title, doubts(r.Doubt, doubtPeriod)
	}
}

// occasions are words for what takes place on one day, folded.
var occasions = regexp.MustCompile(`\b(?:khoi cong|khanh thanh|dong tho|ky ket|ban hanh|ra mat|hoi nghi|hoi thao|dai hoi|ky hop|le|buoi|thanh lap|ra doi)\b`)

// measured reports whether the sentence holds a figure with a unit.
func (c *clause) measured() bool {
	for i := range c.items {
		if c.items[i].kind == figureItem && c.items[i].fig.unit.n > 0 {
			return true
		}
	}
	return false
}
