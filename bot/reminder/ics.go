package reminder

import (
	"bytes"
	"fmt"
	"hash/fnv"
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
		first := r.Next
		if rec.Count > 0 { // the rule counts from its first instant
			first, _ = rec.Next(rec.Start.Add(-time.Nanosecond), b.Days())
		}
		return []time.Time{first}, rule
	}
	return rec.Upcoming(now, maxICS, b.Days()), ""
}

// Deadlines reads the events of an iCalendar file as deadlines: summary, start of
// the event, organizer.
func Deadlines(b []byte) (list []corpus.Deadline, err error) {
	defer func() { // the file may come from anywhere
		if r := recover(); r != nil {
			list, err = nil, fmt.Errorf("not an iCalendar file: %v", r)
		}
	}()
	c, err := ics.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("not an iCalendar file: %w", err)
	}
	for i, e := range c.Events() {
		summary := e.GetProperty(ics.ComponentPropertySummary)
		at, err := startOf(e)
		if err != nil || at.Year() < 1990 || at.Year() > 2200 || summary == nil || strings.TrimSpace(summary.Value) == "" {
			return nil, fmt.Errorf("event %d: no summary or no time", i+1)
		}
		d := corpus.Deadline{ID: eventID(e), What: strings.Join(strings.Fields(summary.Value), " "), Due: dueAt(e, at)}
		if p := e.GetProperty(ics.ComponentPropertyOrganizer); p != nil {
			d.Who = strings.TrimPrefix(p.Value, "mailto:")
		}
		list = append(list, d)
	}
	return list, nil
}

// maxEventID is how long the id of an event may be to be kept, in bytes.
const maxEventID = 100

// eventID returns the id of an event; one that is missing or overlong gets one
// that is the same each time.
func eventID(e *ics.VEvent) string {
	id := strings.TrimSpace(e.Id())
	if id != "" && len(id) <= maxEventID && !strings.ContainsAny(id, "\r\n") {
		return id
	}
	h := fnv.New64a()
	h.Write([]byte(e.Serialize(&ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: "\n"})))
	return fmt.Sprintf("ics-%x", h.Sum64())
}

// isDay reports whether an event begins on a day rather than at an instant.
func isDay(e *ics.VEvent) (string, bool) {
	p := e.GetProperty(ics.ComponentPropertyDtStart)
	if p == nil || len(p.Value) != len("20060102") {
		return "", false
	}
	return p.Value, true
}

// startOf returns when an event begins. Times without a zone are ours.
func startOf(e *ics.VEvent) (time.Time, error) {
	if day, ok := isDay(e); ok {
		return time.ParseInLocation("20060102", day, corpus.Zone)
	}
	if p := e.GetProperty(ics.ComponentPropertyDtStart); p != nil && len(p.ICalParameters["TZID"]) == 0 && !strings.HasSuffix(p.Value, "Z") {
		return time.ParseInLocation("20060102T150405", p.Value, corpus.Zone)
	}
	return e.GetStartAt()
}

// dueAt writes the start of an event as the table does.
func dueAt(e *ics.VEvent, at time.Time) string {
	if _, ok := isDay(e); ok {
		return at.Format(time.DateOnly)
	}
	return at.In(corpus.Zone).Format(time.RFC3339)
}
