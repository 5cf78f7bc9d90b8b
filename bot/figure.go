package bot

import (
	"strings"

	"thiduabot/bot/chart"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
	"thiduabot/index"
)

// side returns what a page adds below an answer.
func (b *Bot) side(t *turn, q asked, a index.Answer, page string) ([]message.Part, error) {
	if page == "" || len(a.Records) == 0 && len(a.Articles) == 0 {
		return nil, nil
	}
	if page == "source" {
		return b.sourceSide(t, a)
	}
	if len(a.Records) == 0 {
		return nil, nil
	}
	series, err := b.series(t, q)
	if err != nil {
		return nil, err
	}
	r := a.Records[0]
	if page == "plan" {
		return planSide(r, series), nil
	}
	return beforeSide(r, series), nil
}

func (b *Bot) series(t *turn, q asked) ([]corpus.Record, error) {
	if q.Indicator == "" {
		return nil, nil
	}
	return b.cfg.Library.Series(t.ctx, q.Indicator, q.Area, t.audiences())
}

// sourceSide quotes where each figure of an answer stands: the words that prove
// it, or the paragraph they stand in.
func (b *Bot) sourceSide(t *turn, a index.Answer) ([]message.Part, error) {
	parts := []message.Part{{Text: phrase.SourceHead, Style: message.Bold}}
	seen := map[string]bool{}
	for _, r := range append(append([]corpus.Record(nil), a.Records...), a.Variants...) {
		if seen[r.Source.ID+r.Evidence] || len(seen) == 6 {
			continue
		}
		seen[r.Source.ID+r.Evidence] = true
		parts = append(parts, message.Part{Text: "\n"})
		parts = append(parts, render.Source(r.Source)...)
		words, err := b.evidence(t, r)
		if err != nil {
			return nil, err
		}
		if words != "" {
			parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: words, Style: message.Quote})
		}
	}
	return parts, nil
}

// maxEvidence is how much of a paragraph is quoted, in UTF-16 units.
const maxEvidence = 500

func (b *Bot) evidence(t *turn, r corpus.Record) (string, error) {
	if words := render.Line(r.Evidence); words != "" {
		return render.Short(words, maxEvidence), nil
	}
	a, ok, err := b.cfg.Library.Article(t.ctx, r.Source.ID, t.audiences())
	if err != nil || !ok {
		return "", err
	}
	return render.Short(render.Around(a.Text, r.Source.Paragraph, r.Printed), maxEvidence), nil
}

// beforeSide sets the figures of the same period a year earlier beside r. Only
// records of the same scope and unit are set beside each other.
func beforeSide(r corpus.Record, series []corpus.Record) []message.Part {
	before := r.Period.YearBefore()
	var lines []message.Part
	if r.Change != nil {
		lines = append(lines, message.Part{Text: "\n• " + phrase.Printed(render.Period(r.Period), render.Change(*r.Change))})
	}
	for _, s := range series {
		if s.Period == before && s.Status != corpus.Target && comparable(r, s) {
			lines = append(lines, recordLine(s)...)
		}
	}
	head := message.Part{Text: phrase.BeforeHead(render.Period(before)), Style: message.Bold}
	if len(lines) > 0 {
		return append([]message.Part{head}, lines...)
	}
	return append([]message.Part{head, {Text: "\n" + phrase.NoFigureBefore}}, had(r, series)...)
}

// had names the periods there are figures of, for one who asked in vain.
func had(r corpus.Record, series []corpus.Record) []message.Part {
	var names []string
	seen := map[corpus.Period]bool{r.Period: true}
	for _, s := range series {
		if !seen[s.Period] && s.Status != corpus.Target && comparable(r, s) {
			seen[s.Period] = true
			names = append(names, render.Period(s.Period))
		}
	}
	if len(names) == 0 {
		return nil
	}
	if len(names) > 8 {
		names = names[len(names)-8:]
	}
	return []message.Part{{Text: "\n" + phrase.OtherPeriods(strings.Join(names, ", "))}}
}

// planSide shows what was planned for the period of r, or for the year that it
// lies in, and the share reached as printed.
func planSide(r corpus.Record, series []corpus.Record) []message.Part {
	parts := []message.Part{{Text: phrase.PlanHead, Style: message.Bold}}
	if r.PlanPct != nil {
		parts = append(parts, message.Part{Text: "\n• " + phrase.PlanShare(render.Number(*r.PlanPct))})
	}
	for _, s := range series {
		if s.Status == corpus.Target && (s.Period == r.Period || s.Period.Contains(r.Period)) {
			parts = append(parts, recordLine(s)...)
		}
	}
	if len(parts) == 1 {
		parts = append(parts, message.Part{Text: "\n" + phrase.NoPlan(render.Period(r.Period))})
	}
	return parts
}

func recordLine(r corpus.Record) []message.Part {
	parts := []message.Part{{Text: "\n• "}, {Text: render.Figure(r), Style: message.Bold}, {Text: " · " + render.Period(r.Period)}}
	if r.Scope != "" {
		parts = append(parts, message.Part{Text: " · " + render.Line(r.Scope)})
	}
	return append(append(parts, message.Part{Text: " · "}), render.Source(r.Source)...)
}

// comparable reports whether two figures may stand in one row.
func comparable(a, b corpus.Record) bool {
	return a.Unit == b.Unit && a.Scope == b.Scope && a.Indicator == b.Indicator && a.Area == b.Area
}

// drawable reports whether a chart of what was answered would show a movement.
func (b *Bot) drawable(t *turn, q asked, a index.Answer) bool {
	series, err := b.series(t, q)
	return err == nil && len(a.Records) > 0 && chart.Enough(chart.Title{Like: a.Records[0]}, series)
}

// sendChart draws the series of an answer's figure.
func (b *Bot) sendChart(t *turn, s *stack, q asked) error {
	a, err := b.answer(t, q)
	if err != nil {
		return err
	}
	series, err := b.series(t, q)
	if err != nil {
		return err
	}
	title := chart.Title{Name: q.Indicator, Area: q.Area}
	if i, ok := b.cfg.Library.Indicator(q.Indicator); ok {
		title.Name = i.Name
	}
	if len(a.Records) > 0 {
		title.Like = a.Records[0]
	}
	picture, err := b.charts.Series(title, series)
	if err != nil {
		b.cfg.Log.Warn("no chart", "indicator", q.Indicator, "err", err)
		t.notice(phrase.NoChart)
		return nil
	}
	r := t.say([]message.Part{{Text: picture.Alt}}, []message.Key{s.key(phrase.KeyTable, "table")})
	r.Media = &message.Media{Name: picture.Name, Type: "image/png", Bytes: picture.PNG, Cache: picture.Key}
	r.ReplyTo, r.Callback = t.u.Message, t.u.Callback
	t.aside(r)
	return nil
}

// tableRows is how many figures one table shows, the newest ones.
const tableRows = 40

// sendTable lists every published figure behind a chart, with its status: what
// the picture leaves out stands here.
func (b *Bot) sendTable(t *turn, q asked) error {
	series, err := b.series(t, q)
	if err != nil {
		return err
	}
	if len(series) == 0 {
		t.notice(phrase.NoChart)
		return nil
	}
	table := &message.Table{Header: phrase.TableHeader, Right: []bool{false, true, false}}
	series = series[max(0, len(series)-tableRows):]
	for _, r := range series {
		value := render.Figure(r)
		if r.Scope != "" {
			value += " (" + render.Line(r.Scope) + ")"
		}
		table.Rows = append(table.Rows, []string{render.ShortPeriod(r.Period), value, phrase.StatusShort(string(r.Status))})
	}
	last := series[len(series)-1]
	name := render.Line(last.Name)
	if i, ok := b.cfg.Library.Indicator(q.Indicator); ok {
		name = i.Name
	}
	r := t.say([]message.Part{{Text: name, Style: message.Bold}, {Text: " · " + q.Area}})
	r.Table, r.Callback, r.ReplyTo = table, t.u.Callback, t.u.Message
	r.Tail = append([]message.Part{{Text: phrase.TableHow + "\n" + phrase.SourceNewest}}, render.Source(last.Source)...)
	t.aside(r)
	return nil
}
