package intake

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"thiduabot/bot/reminder"
	"thiduabot/corpus"
)

// DueChange is what taking a deadline into the table would change.
type DueChange struct {
	corpus.Deadline
	State string // "new", "changed" or "equal"
}

// maxCalendar is how large a calendar file may be, in bytes.
const maxCalendar = 4 << 20

// TakeCalendar takes the deadlines of an iCalendar file into the table of a data
// folder, those with a known id in the place of the old; without write it only
// says what would change. Taking a file in twice changes nothing.
func TakeCalendar(dir, file string, write bool) ([]DueChange, error) {
	list, err := readCalendarFile(file)
	if err != nil {
		return nil, err
	}
	var changes []DueChange
	if !write {
		t, err := dueTableOf(dir)
		if err != nil {
			return nil, err
		}
		return t.changes(list), nil
	}
	err = editDueTable(dir, func(t *dueTable) error {
		changes = t.changes(list)
		var ids []string
		var fresh []corpus.Deadline
		for _, c := range changes {
			if c.State != "equal" {
				ids, fresh = append(ids, c.ID), append(fresh, c.Deadline)
			}
		}
		t.take(ids)
		return t.add(fresh)
	})
	return changes, err
}

func readCalendarFile(file string) ([]corpus.Deadline, error) {
	switch s, err := os.Stat(file); {
	case err != nil:
		return nil, err
	case s.Size() > maxCalendar:
		return nil, errors.New("the calendar file is too large")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	list, err := reminder.Deadlines(b)
	switch {
	case err != nil:
		return nil, err
	case len(list) == 0:
		return nil, errors.New("no events")
	case len(list) > maxDeadlines:
		return nil, errors.New("too many events")
	}
	return list, nil
}

// dueTableOf reads the table of a folder; "" is none, and no table an empty one.
func dueTableOf(dir string) (*dueTable, error) {
	if dir == "" {
		return readDueTable(nil)
	}
	b, err := os.ReadFile(filepath.Join(dir, dueFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return readDueTable(b)
}

// changes holds deadlines against the table; of two with one id the last counts.
// Columns that a calendar does not know stay as they are.
func (t *dueTable) changes(list []corpus.Deadline) []DueChange {
	var out []DueChange
	for _, d := range list {
		c := DueChange{d, "new"}
		for _, r := range t.rows {
			if t.cell(r, "id") != d.ID || r.raw == nil {
				continue
			}
			was := t.deadline(r)
			c.Campaign, c.Indicator, c.DaysBefore = was.Campaign, was.Indicator, was.DaysBefore
			if c.Who == "" {
				c.Who = was.Who
			}
			c.State = "changed"
			if was.What == c.What && was.Who == c.Who && was.Due == c.Due {
				c.State = "equal"
			}
		}
		if i := slices.IndexFunc(out, func(o DueChange) bool { return o.ID == c.ID }); i >= 0 {
			out[i] = c
			continue
		}
		out = append(out, c)
	}
	return out
}
