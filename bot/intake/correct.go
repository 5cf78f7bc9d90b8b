package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot"
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
	draft.Records[n-1] = rec
	return draft, ok
}

// corrected applies every part of a record that the words name; ok is false
// where they name none, or one in two ways.
func (d *Desk) corrected(rec corpus.Record, words string, now time.Time) (corpus.Record, bool) {
	tables := d.Tables()
	q := query.Parse(words, query.Options{Catalogue: tables.Indicators, Areas: tables.Areas, Now: now, Home: tables.Home})
	amounts := amountsOf(words, bot.Submission{Now: now})
	if len(q.Indicators) > 1 || len(q.Areas) > 1 || len(q.Periods) > 1 || len(q.Statuses) > 1 || len(amounts) > 1 {
		return rec, false
	}
	ok := false
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
	for _, v := range amounts {
		rec.Quantity, ok = corpus.Quantity{Value: v.Value, Low: v.Low, High: v.High, Of: v.Of, Bound: rec.Bound, Unit: v.Unit, Printed: v.Text}, true
		rec.Approx = v.Approx
	}
	if ok {
		rec.Doubt = ""
	}
	return rec, ok
}
