package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"thiduabot/bot/reminder"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

type parseCmd struct {
	JSON bool     `name:"json" help:"Print as JSON."`
	Text []string `arg:"" help:"The text; '-' reads one a line from standard input."`
}

// parsed is what the program understands of a text. Offsets are bytes of Text.
type parsed struct {
	Text       string     `json:"text"`
	Restored   string     `json:"restored"`
	Numbers    []numeral  `json:"numbers"`
	Quantities []quantity `json:"quantities"`
	Times      []moment   `json:"times"`
	reminder.Parsed
	Indicators []string `json:"indicators"`
	Areas      []string `json:"areas"`
}

type numeral struct {
	Text  string  `json:"text"`
	Start int     `json:"start"`
	End   int     `json:"end"`
	Value float64 `json:"value"`
}

type quantity struct {
	Text  string   `json:"text"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Value *float64 `json:"value"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Bound string   `json:"bound"`
	Of    *float64 `json:"of"`
	Unit  string   `json:"unit"`
}

type moment struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	From  string `json:"from"` // RFC 3339, "": no beginning
	To    string `json:"to"`
	Grain string `json:"grain"`
}

// Run prints what is understood of the text, or of one text a line.
func (c *parseCmd) Run(_ context.Context, sh *shared, s *streams) error {
	tables, err := sh.tables()
	if err != nil {
		return err
	}
	now, err := sh.now()
	if err != nil {
		return err
	}
	p := textParser{
		now: now, calendar: reminder.NewCalendar(tables.Holidays),
		options: query.Options{Terms: query.NewTerms(tables.Indicators, tables.Areas), Now: now, Home: tables.Home},
	}
	return eachText(c.Text, s.in, func(text string) error {
		out := p.parse(text)
		if c.JSON {
			return printJSON(s.out, out)
		}
		return out.print(s.out)
	})
}

type textParser struct {
	now      time.Time
	calendar reminder.Calendar
	options  query.Options
}

// parse reads the text as it is printed: a byte that is no UTF-8 is replaced
// first, so that offsets are into the text of the output.
func (p textParser) parse(text string) parsed {
	text = strings.ToValidUTF8(text, "\uFFFD")
	out := parsed{
		Text: text, Restored: restored(text), Parsed: reminder.Parse(text, p.now, p.calendar),
		Numbers: []numeral{}, Quantities: []quantity{}, Times: []moment{}, Indicators: []string{}, Areas: []string{},
	}
	for _, n := range viet.Numbers(text) {
		out.Numbers = append(out.Numbers, numeral{n.Text, n.Start, n.End, n.Value})
	}
	for _, q := range viet.Quantities(text) {
		out.Quantities = append(out.Quantities, quantity{q.Text, q.Start, q.End, q.Value, q.Low, q.High, q.Bound, q.Of, q.Unit})
	}
	for _, t := range viet.Times(text, p.now) {
		out.Times = append(out.Times, moment{t.Text, t.Start, t.End, instant(t.From), instant(t.To), t.Grain})
	}
	q := query.Parse(text, p.options)
	for _, i := range q.Indicators {
		out.Indicators = append(out.Indicators, i.IDs...)
	}
	for _, a := range q.Areas {
		out.Areas = append(out.Areas, a.Names...)
	}
	return out
}

// restored returns the text with its marks put back: decoded from raw keys, or
// restored where it has lost them, all or some.
func restored(text string) string {
	if decoded, ok := viet.Decode(text); ok {
		return decoded
	}
	marked, _ := viet.Restore(viet.Normalize(text))
	return marked
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(corpus.Zone).Format(time.RFC3339)
}

func (p parsed) print(w io.Writer) error {
	fmt.Fprintf(w, "restored: %s\n", p.Restored)
	for _, n := range p.Numbers {
		fmt.Fprintf(w, "number: %q = %s\n", n.Text, plain(n.Value))
	}
	for _, q := range p.Quantities {
		fmt.Fprintf(w, "quantity: %q = %s\n", q.Text, amount(corpus.Quantity{Value: q.Value, Low: q.Low, High: q.High, Of: q.Of, Bound: q.Bound, Unit: q.Unit}))
	}
	for _, t := range p.Times {
		fmt.Fprintf(w, "time: %q = %s .. %s (%s)\n", t.Text, t.From, t.To, t.Grain)
	}
	if p.Recurrence != nil {
		fmt.Fprintf(w, "recurrence: %q = %s (%s)\n", p.Recurrence.Text, p.Recurrence.Rule, p.Recurrence.Said)
	}
	if p.Reminder != nil {
		fmt.Fprintf(w, "reminder: %q %s %s %s\n", p.Reminder.Task, p.Reminder.First, p.Reminder.Said, p.Reminder.Clarify)
	}
	_, err := fmt.Fprintf(w, "indicators: %v\nareas: %v\n", p.Indicators, p.Areas)
	return err
}
