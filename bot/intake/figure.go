package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"thiduabot/bot"
	"thiduabot/bot/phrase"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// command is the word that opens a typed figure, folded.
var command = regexp.MustCompile(`^(?i)\s*(cập nhật|cap nhat|thêm|them|ghi|sửa|sua|bổ sung|bo sung)\s+(số liệu\s+|so lieu\s+)?`)

// previewFigure reads one typed figure: "cập nhật thu ngân sách 6 tháng 2022
// 1.900 tỷ". All of indicator, period and value must be there and clear.
func (d *Desk) previewFigure(s bot.Submission) bot.Draft {
	text := viet.Normalize(command.ReplaceAllString(s.Text, ""))
	tables := d.Tables()
	written, words, readable := writtenPeriod(text)
	q := query.Parse(words, query.Options{Catalogue: tables.Indicators, Areas: tables.Areas, Now: s.Now, Home: s.Home})
	amounts := amountsOf(words, s)
	periods := periodsOf(written, q)
	switch {
	case len(q.Indicators) != 1:
		return bot.Draft{Problem: phrase.WhichIndicator}
	case len(q.Indicators[0].IDs) != 1:
		return bot.Draft{Problem: phrase.IndicatorReadings(names(tables, q.Indicators[0].IDs))}
	case len(periods) != 1 || !readable:
		return bot.Draft{Problem: phrase.WhichPeriod}
	case len(amounts) != 1 || amounts[0].Unit == "" || denied(words, amounts[0]):
		return bot.Draft{Problem: phrase.WhichValue}
	}
	ind, ok := tables.IndicatorByID(q.Indicators[0].IDs[0])
	if !ok {
		return bot.Draft{Problem: phrase.WhichIndicator}
	}
	if readings := tables.Readings(ind.ID); len(readings) > 1 && !strings.Contains(viet.Fold(text), viet.Fold(ind.Name)) {
		var ids []string
		for _, r := range readings {
			ids = append(ids, r.ID)
		}
		return bot.Draft{Problem: phrase.IndicatorReadings(names(tables, ids))}
	}
	if !fits(amounts[0].Unit, ind.Unit) {
		return bot.Draft{Problem: phrase.OtherUnit(ind.Name, ind.Unit)}
	}
	area := s.Home
	if len(q.Areas) == 1 && len(q.Areas[0].Names) == 1 {
		area = q.Areas[0].Names[0]
	} else if len(q.Areas) > 0 {
		return bot.Draft{Problem: phrase.WhichArea}
	}
	a := noteOf(s, text)
	rec := figure(ind, area, periods[0], amounts[0])
	rec.Status = statusOf(q.Statuses)
	rec.Source, rec.Evidence = a.Source(), text
	return bot.Draft{Article: &a, Records: []corpus.Record{rec}, Token: a.Text}
}

// periodsOf returns the periods that are named, in the notation of the data or in
// words.
func periodsOf(written corpus.Period, q query.Query) (all []corpus.Period) {
	if !written.IsZero() {
		all = append(all, written)
	}
	for _, p := range q.Periods {
		all = append(all, p.Period)
	}
	return all
}

// amountsOf returns the quantities of a text that are no part of a time.
func amountsOf(text string, s bot.Submission) []viet.Quantity {
	times := viet.Times(text, s.Now)
	var amounts []viet.Quantity
	for _, q := range viet.Quantities(text) {
		inTime := false
		for _, t := range times {
			inTime = inTime || q.Start < t.End && t.Start < q.End
		}
		if !inTime {
			amounts = append(amounts, q)
		}
	}
	return amounts
}

// fits reports whether a value in a unit may be one of an indicator that is
// measured in another: money is no share, and a growth is no level. Units that
// nothing is known of fit if they are the same.
func fits(unit, of string) bool {
	have, _, known := corpus.UnitOf(unit)
	want, _, wanted := corpus.UnitOf(of)
	if !known || !wanted {
		return of == "" || viet.Fold(unit) == viet.Fold(of)
	}
	return have == want
}

func figure(ind corpus.Indicator, area string, p corpus.Period, q viet.Quantity) corpus.Record {
	return corpus.Record{
		Indicator: ind.ID, Name: ind.Name, Area: area, Period: p, Approx: q.Approx,
		Quantity: corpus.Quantity{Value: q.Value, Low: q.Low, High: q.High, Of: q.Of, Unit: q.Unit, Printed: q.Text},
	}
}

func statusOf(asked []corpus.Status) corpus.Status {
	if len(asked) == 1 {
		return asked[0]
	}
	return corpus.Actual
}

func names(c *corpus.Corpus, ids []string) []string {
	var list []string
	for _, id := range ids {
		if ind, ok := c.IndicatorByID(id); ok {
			list = append(list, ind.Name)
		}
	}
	return list
}

// noteOf makes the article that stands as the source of a typed figure. The
// same words on the same day make the same article.
func noteOf(s bot.Submission, text string) corpus.Article {
	day := s.Now.In(corpus.Zone).Format("2006-01-02")
	sum := sha256.Sum256([]byte(day + "\x00" + viet.Fold(text)))
	return corpus.Article{
		ID: "nhap-" + day + "-" + hex.EncodeToString(sum[:4]), Title: phrase.NoteTitle(text), Date: day,
		Publisher: phrase.NotePublisher, Kind: "report", Text: strings.TrimSpace(text) + ".",
	}
}
