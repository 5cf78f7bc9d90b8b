package corpus

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"time"
)

// The columns of the small tables.
var (
	SourceColumns    = []string{"id", "title", "publisher", "date", "url"}
	IndicatorColumns = []string{"id", "name", "aliases", "unit", "better", "broader", "related", "opposite", "scope", "readings", "growth", "asked", "kind"}
	AreaColumns      = []string{"name", "level", "parent", "aliases", "valid_from", "valid_to", "successor"}
	CampaignColumns  = []string{"id", "name", "area", "launched", "start", "end", "targets_count", "reached", "of", "source_id", "note", "indicators"}
	DeadlineColumns  = []string{"id", "campaign", "what", "who", "due", "indicator", "days_before"}
	HolidayColumns   = []string{"date", "name", "kind"}
)

// readTables reads what the folder has of the small tables.
func (c *Corpus) readTables(fsys fs.FS) {
	table := func(file string, need []string, each func(*row)) {
		b, err := fs.ReadFile(fsys, file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			c.broken = append(c.broken, Problem{file, 0, err.Error()})
		default:
			c.broken = append(c.broken, readTable(file, b, need, each)...)
		}
	}
	table(sourcesFile, SourceColumns[:2], c.addSource)
	table(catalogueFile, IndicatorColumns[:2], c.addIndicator)
	table(areasFile, AreaColumns[:2], c.addArea)
	table(campaignsFile, CampaignColumns[:2], c.addCampaign)
	table(deadlinesFile, []string{"id", "what", "due"}, c.addDeadline)
	table(holidaysFile, HolidayColumns[:2], c.addHoliday)
}

// keyed returns the text of the column that identifies a row; "" is a problem.
func (r *row) keyed(column string) string {
	s := r.cell(column)
	if s == "" {
		r.problem("no %s", column)
	}
	return s
}

// dated returns the date of a column, which may be empty.
func (r *row) dated(column string) string {
	s := r.cell(column)
	if !validDate(s) {
		r.problem("%s %q: want 2021, 2021-12 or 2021-12-30", column, s)
	}
	return s
}

func (c *Corpus) addSource(r *row) {
	s := Source{
		ID: r.keyed("id"), Title: r.keyed("title"), Publisher: r.cell("publisher"),
		Date: r.dated("date"), URL: r.cell("url"), At: r.place(),
	}
	if len(r.bad) == 0 {
		c.Sources = append(c.Sources, s)
	}
}

func (c *Corpus) addIndicator(r *row) {
	i := Indicator{
		ID: r.keyed("id"), Name: r.cell("name"), Aliases: r.list("aliases"), Unit: r.cell("unit"),
		Better: r.cell("better"), Broader: r.cell("broader"), Related: r.list("related"),
		Opposite: r.list("opposite"), Scope: r.cell("scope"),
		Readings: r.list("readings"), Growth: r.list("growth"),
		Asked: r.list("asked"), Kind: IndicatorKind(r.cell("kind")), At: r.place(),
	}
	if i.ID != "" && !idShape.MatchString(i.ID) {
		r.problem("id %q: want small letters and digits, words joined by -", i.ID)
	}
	if i.Better != "" && i.Better != "more" && i.Better != "less" {
		r.problem("better %q: want more, less or nothing", i.Better)
	}
	if i.Kind != "" && i.Kind != Flow && i.Kind != Stock && i.Kind != Rate {
		r.problem("kind %q: want flow, stock, rate or nothing", i.Kind)
	}
	if len(r.bad) == 0 {
		c.Indicators = append(c.Indicators, i)
	}
}

// levels are the levels of areas.
var levels = []string{"country", "region", "province", "city", "district", "ward", "commune"}

func (c *Corpus) addArea(r *row) {
	a := Area{
		Name: r.keyed("name"), Level: r.cell("level"), Parent: r.cell("parent"), Aliases: r.list("aliases"),
		ValidFrom: r.dated("valid_from"), ValidTo: r.dated("valid_to"), Successor: r.cell("successor"), At: r.place(),
	}
	if !contains(levels, a.Level) {
		r.problem("level %q: want one of %s", a.Level, strings.Join(levels, ", "))
	}
	if len(r.bad) == 0 {
		c.Areas = append(c.Areas, a)
	}
}

func (c *Corpus) addCampaign(r *row) {
	p := Campaign{
		ID: r.keyed("id"), Name: r.keyed("name"), Area: r.cell("area"), Launched: r.dated("launched"),
		Start: r.dated("start"), End: r.dated("end"), TargetsCount: r.count("targets_count"),
		Reached: r.count("reached"), Of: r.count("of"), SourceID: r.cell("source_id"), Note: r.cell("note"),
		Indicators: r.list("indicators"), At: r.place(),
	}
	if len(r.bad) == 0 {
		c.Campaigns = append(c.Campaigns, p)
	}
}

func (c *Corpus) addDeadline(r *row) {
	d := Deadline{
		ID: r.keyed("id"), Campaign: r.cell("campaign"), What: r.keyed("what"), Who: r.cell("who"),
		Due: r.keyed("due"), Indicator: r.cell("indicator"), At: r.place(),
	}
	if d.Due != "" && !validInstant(d.Due) {
		r.problem("due %q: want a day such as 2026-11-25, or an instant such as 2026-11-25T16:30:00+07:00", d.Due)
	}
	for _, s := range r.list("days_before") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 || n > 365 {
			r.problem("days_before %q: want whole numbers of days parted by ;", s)
			continue
		}
		d.DaysBefore = append(d.DaysBefore, n)
	}
	if len(r.bad) == 0 {
		c.Deadlines = append(c.Deadlines, d)
	}
}

func (c *Corpus) addHoliday(r *row) {
	h := Holiday{Date: r.keyed("date"), Name: r.cell("name"), Kind: r.cell("kind"), At: r.place()}
	if p, err := ParsePeriod(h.Date); h.Date != "" && (err != nil || p.Kind != Day) {
		r.problem("date %q: want a day such as 2026-09-02", h.Date)
	}
	if h.Kind == "" {
		h.Kind = "off"
	}
	if h.Kind != "off" && h.Kind != "work" {
		r.problem("kind %q: want off or work", h.Kind)
	}
	if len(r.bad) == 0 {
		c.Holidays = append(c.Holidays, h)
	}
}

// validInstant reports whether s is a day or an RFC 3339 instant.
func validInstant(s string) bool {
	if p, err := ParsePeriod(s); err == nil {
		return p.Kind == Day
	}
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}
