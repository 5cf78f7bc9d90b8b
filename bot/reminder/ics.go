package reminder

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// maxICS is how many single events stand for a recurrence that RFC 5545 has no
// rule for.
const maxICS = 30

// Calendar returns the reminders of a chat as an iCalendar file (RFC 5545). A
// recurrence without a rule stands as its next instants.
func (b *Book) Calendar(tx *store.Tx, chat int64, now time.Time) ([]byte, error) {
	list, err := b.List(tx, chat)
	if err != nil {
		return nil, err
	}
	c := ics.NewCalendar()
	c.SetProductId("-//thiduabot//VN")
	c.SetMethod(ics.MethodPublish)
	std := ics.NewStandard()
	std.SetProperty(ics.ComponentPropertyDtStart, "19750613T000000")
	std.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), "+0700")
	std.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), "+0700")
	tz := c.AddTimezone(zone)
	tz.Components = append(tz.Components, std)
	for _, r := range list {
		row, _, err := rows.Lookup(tx, store.Int(r.ID))
		if err != nil {
			return nil, err
		}
		times, rule := b.events(row, now)
		for i, t := range times {
			e := c.AddEvent(fmt.Sprintf("%d-%d-%d@thiduabot", chat, r.ID, i))
			e.SetDtStampTime(now.UTC())
			e.SetProperty(ics.ComponentPropertyDtStart, local(t), ics.WithTZID(zone))
			e.SetProperty(ics.ComponentPropertyDtEnd, local(t.Add(15*time.Minute)), ics.WithTZID(zone))
			e.SetSummary(r.Plan.Task)
			if rule != "" {
				e.AddRrule(rule)
			}
		}
	}
	return []byte(c.Serialize()), nil
}

// zone is that of the times in the file: a rule such as "every Monday" means the
// Monday of that zone, so the times cannot be in UTC.
const zone = "Asia/Ho_Chi_Minh"

func local(t time.Time) string { return t.In(corpus.Zone).Format("20060102T150405") }

// events returns the first instant and the rule of a reminder, or its next
// instants where no rule says them.
func (b *Book) events(r Row, now time.Time) ([]time.Time, string) {
	when, err := r.schedule()
	rec, ok := when.(Recurrence)
	if err != nil || !ok || r.Next.IsZero() {
		return nil, ""
	}
	if rule := rec.Rule(); rule != "" && len(rec.Offsets) == 0 {
		return []time.Time{r.Next}, strings.TrimPrefix(rule, "RRULE:")
	}
	return rec.Upcoming(now, maxICS, b.Days()), ""
}

// Deadlines reads the events of an iCalendar file as deadlines: summary, end of
// the event, organizer.
func Deadlines(b []byte) ([]corpus.Deadline, error) {
	c, err := ics.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("not an iCalendar file: %w", err)
	}
	var list []corpus.Deadline
	for i, e := range c.Events() {
		summary := e.GetProperty(ics.ComponentPropertySummary)
		at, err := e.GetStartAt()
		if err != nil || summary == nil || strings.TrimSpace(summary.Value) == "" {
			return nil, fmt.Errorf("event %d: no summary or no time", i+1)
		}
		d := corpus.Deadline{ID: e.Id(), What: summary.Value, Due: at.In(corpus.Zone).Format(time.RFC3339)}
		if p := e.GetProperty(ics.ComponentPropertyOrganizer); p != nil {
			d.Who = strings.TrimPrefix(p.Value, "mailto:")
		}
		list = append(list, d)
	}
	return list, nil
}
