package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// correction is a number of a record with what is to be put right.
var correction = regexp.MustCompile(`^\s*(?:số|so|dòng|dong)?\s*(\d{1,3})\s*[:.)]?\s+(\S.*)$`)

// drop are the words that take a record out, folded.
var drop = []string{"bo", "xoa", "huy", "bo di", "khong lay"}

// Correct puts one record of a draft right: "2 1.900 tỷ đồng" gives the second
// another value, "2 6 tháng 2022" another period, "2 huyện Ý Yên" another area,
// "2 bỏ" takes it out. What was put right by hand is no longer doubted.
func (d *Desk) Correct(draft bot.Draft, text string, now time.Time) (bot.Draft, bool) {
	m := correction.FindStringSubmatch(text)
	if m == nil {
		return draft, false
	}
	n, _ := strconv.Atoi(m[1])
	if n < 1 || n > len(draft.Records) {
		return draft, false
	}
	draft.Records = slices.Clone(draft.Records)
	if slices.Contains(drop, viet.Fold(strings.TrimSpace(m[2]))) {
		draft.Records = slices.Delete(draft.Records, n-1, n)
		return draft, true
	}
	rec, ok := d.corrected(draft.Records[n-1], viet.Normalize(m[2]), now)
	if !ok {
		return draft, false
	}
	draft.Records[n-1] = rec
	return retold(draft, now), true
}

// retold returns a draft of a typed figure with the note that is its source made
// anew, for the words as typed no longer say what is written.
func retold(draft bot.Draft, now time.Time) bot.Draft {
	if draft.Article == nil || draft.Article.Publisher != phrase.NotePublisher || len(draft.Records) != 1 {
		return draft
	}
	r := draft.Records[0]
	words := phrase.NoteWords(r.Name, r.Area, render.Period(r.Period), phrase.Status(string(r.Status)), render.Figure(r))
	a := noteOf(bot.Submission{Now: now}, words)
	r.Source, r.Evidence = a.Source(), words
	draft.Article, draft.Token = &a, a.Text
	draft.Records[0] = r
	return draft
}

// notation is a period as the data write it.
var notation = regexp.MustCompile(`(?i)\b\d{4}[-/]\w{2,5}(?:-\d{2})?\b`)

// writtenPeriod takes a period in the notation of the data out of the words; ok
// is false where they hold one that cannot be.
func writtenPeriod(words string) (p corpus.Period, rest string, ok bool) {
	at := notation.FindStringIndex(words)
	if at == nil {
		return p, words, true
	}
	p, err := corpus.ParsePeriod(strings.ToUpper(words[at[0]:at[1]]))
	if err != nil && years.MatchString(words[at[0]:at[1]]) { // "2021-2025" is said so, too
		return p, words, true
	}
	return p, words[:at[0]] + words[at[1]:], err == nil
}

var years = regexp.MustCompile(`^\d{4}[-/]\d{4}$`)

// planned are the words that make a value one of the plan, folded.
var planned = regexp.MustCompile(`\b(?:ke hoach|muc tieu|du toan|phan dau)\b`)

// denied reports whether the words before a value take it back, or its sign
// stands apart from it: "không phải 220 tỷ", "-5 tỷ".
func denied(words string, v viet.Quantity) bool {
	before := strings.TrimRight(words[:v.Start], " ")
	return strings.HasSuffix(before, "-") || strings.HasSuffix(before, "−") || strings.Contains(viet.Fold(before), "khong")
}

// corrected applies every part of a record that the words name; ok is false
// where they name none, or one in two ways, or a value of another measure.
func (d *Desk) corrected(rec corpus.Record, words string, now time.Time) (corpus.Record, bool) {
	tables := d.Tables()
	written, words, readable := writtenPeriod(words)
	q := query.Parse(words, query.Options{Catalogue: tables.Indicators, Areas: tables.Areas, Now: now, Home: tables.Home})
	amounts := amountsOf(words, bot.Submission{Now: now})
	if !readable || len(q.Indicators) > 1 || len(q.Areas) > 1 || len(q.Periods) > 1 || len(q.Statuses) > 1 || len(amounts) > 1 || !written.IsZero() && len(q.Periods) > 0 {
		return rec, false
	}
	ok := !written.IsZero()
	if ok {
		rec.Period = written
	}
	for _, i := range q.Indicators {
		ind, known := tables.IndicatorByID(i.IDs[0])
		if len(i.IDs) != 1 || !known {
			return rec, false
		}
		rec.Indicator, rec.Name, ok = ind.ID, ind.Name, true
	}
	for _, a := range q.Areas {
		if len(a.Names) != 1 {
			return rec, false
		}
		rec.Area, ok = a.Names[0], true
	}
	for _, p := range q.Periods {
		rec.Period, ok = p.Period, !p.Period.IsZero()
	}
	for _, s := range q.Statuses {
		rec.Status, ok = s, true
	}
	if len(q.Statuses) == 0 && planned.MatchString(viet.Fold(words)) {
		rec.Status, ok = corpus.Target, true
	}
	for _, v := range amounts {
		if rec, ok = revalued(rec, v); !ok || denied(words, v) {
			return rec, false
		}
	}
	if ok {
		rec.Doubt = ""
	}
	return rec, ok
}

// revalued returns the record with another value of the same measure. The words
// that proved the old one are kept as such.
func revalued(rec corpus.Record, v viet.Quantity) (corpus.Record, bool) {
	if v.Unit == "" || !fits(v.Unit, rec.Unit) {
		return rec, false
	}
	rec.Quantity = corpus.Quantity{Value: v.Value, Low: v.Low, High: v.High, Of: v.Of, Bound: rec.Bound, Unit: v.Unit, Printed: v.Text}
	rec.Approx = v.Approx
	if words, ok := strings.CutPrefix(rec.Evidence, phrase.Corrected("")); ok || words != "" {
		rec.Evidence = phrase.Corrected(words)
	}
	return rec, true
}
