package reminder

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// syncEvery is how often the duties are held against the deadlines.
const syncEvery = time.Minute

// changes counts how often the subscribers changed, under one key.
var changes = store.NewTable[uint64]("reminders_changes")

var changesKey = []byte("subscribers")

// touch notes that the subscribers changed, so that their duties are looked at.
func touch(tx *store.Tx) error {
	n, _, err := changes.Lookup(tx, changesKey)
	if err != nil {
		return err
	}
	return changes.Put(tx, changesKey, n+1)
}

// syncDuties brings the duties in line with the deadlines, at most once a
// minute and only where deadlines, subscribers, editors or the day changed.
func (p *Planner) syncDuties(now time.Time) error {
	if p.Deadlines == nil || now.Sub(p.looked) < syncEvery && !now.Before(p.looked) && p.synced != "" {
		return nil
	}
	deadlines := p.Deadlines()
	var editors []message.Chat
	var mark string
	err := p.Store.View(func(tx *store.Tx) (err error) {
		if p.Editors != nil {
			if editors, err = p.Editors(tx); err != nil {
				return err
			}
		}
		n, _, err := changes.Lookup(tx, changesKey)
		mark = fingerprint(deadlines, editors, n, now)
		return err
	})
	if err != nil {
		return err
	}
	p.looked = now
	if mark == p.synced {
		return nil
	}
	err = p.Store.Update(func(tx *store.Tx) error { return SyncDuties(tx, deadlines, editors, now, p.Calendar()) })
	if err == nil {
		p.synced = mark
	}
	return err
}

func fingerprint(deadlines []corpus.Deadline, editors []message.Chat, changes uint64, now time.Time) string {
	h := sha256.New()
	for _, d := range deadlines {
		fmt.Fprintf(h, "%q %q %q %q %q %v\n", d.ID, d.What, d.Who, d.Due, d.Indicator, d.DaysBefore)
	}
	for _, c := range editors {
		fmt.Fprintln(h, c.ID)
	}
	return fmt.Sprintf("%x/%d/%d", h.Sum(nil), changes, dayNumber(now.In(corpus.Zone)))
}

// SyncDuties brings the duties of every subscribed chat, and the reports to the
// editors, in line with the table of deadlines: new ones are added, changed
// dates moved, dropped ones taken away. A deadline all of whose parties are
// chats, by title or number, goes to those alone.
func SyncDuties(tx *store.Tx, deadlines []corpus.Deadline, editors []message.Chat, now time.Time, cal Calendar) error {
	chats, had, err := subscribers(tx)
	if err != nil {
		return err
	}
	for _, d := range deadlines {
		c, ok := countdown(d)
		if !ok || c.over(now) {
			continue
		}
		for _, r := range owed(d, chats, editors) {
			key := dutyKey(r.Kind, r.Chat.ID, d.ID)
			if err := syncDuty(tx, r, d, c, had[key], now, cal); err != nil {
				return fmt.Errorf("deadline %s: %w", d.ID, err)
			}
			delete(had, key)
		}
	}
	for _, r := range had {
		if err := remove(tx, r); err != nil {
			return err
		}
	}
	return nil
}

// owed returns what there is to be of a deadline: a duty for each chat that it
// concerns, a report for each editor.
func owed(d corpus.Deadline, chats, editors []message.Chat) (list []Row) {
	for _, chat := range concerned(d, chats) {
		list = append(list, Row{Kind: Duty, Chat: chat})
	}
	for _, chat := range editors {
		list = append(list, Row{Kind: Report, Chat: chat})
	}
	return list
}

func dutyKey(kind Kind, chat int64, deadline string) string {
	return fmt.Sprintf("%s/%d/%s", kind, chat, deadline)
}

// subscribers returns the chats with a digest, and the duties and reports that
// there are.
func subscribers(tx *store.Tx) ([]message.Chat, map[string]Row, error) {
	var chats []message.Chat
	duties := map[string]Row{}
	for _, id := range standing.Range(tx, nil, nil) {
		r, ok, err := rows.Lookup(tx, store.Int(id))
		if err != nil {
			return nil, nil, err
		}
		switch {
		case !ok || r.Again:
		case r.Kind == Digest:
			chats = append(chats, r.Chat)
		case r.Kind == Duty || r.Kind == Report:
			duties[dutyKey(r.Kind, r.Chat.ID, r.Task)] = r
		}
	}
	slices.SortFunc(chats, func(a, b message.Chat) int { return cmp.Compare(a.ID, b.ID) })
	return chats, duties, nil
}

// concerned returns the chats that a deadline is told in: those that its parties
// name if there is one for each, otherwise all.
func concerned(d corpus.Deadline, all []message.Chat) []message.Chat {
	who := parties(d.Who)
	var named []message.Chat
	met := map[string]bool{}
	for _, chat := range all {
		for _, party := range who {
			if isParty(chat, party) {
				met[party] = true
				named = append(named, chat)
				break
			}
		}
	}
	if len(who) > 0 && len(met) == len(who) {
		return named
	}
	return all
}

func isParty(chat message.Chat, party string) bool {
	return fmt.Sprint(chat.ID) == party || chat.Title != "" && viet.Fold(strings.TrimSpace(chat.Title)) == viet.Fold(party)
}

func syncDuty(tx *store.Tx, r Row, d corpus.Deadline, c Countdown, was Row, now time.Time, cal Calendar) error {
	if r.Kind == Report {
		c.Days, c.After = nil, reportDays
	}
	raw, err := json.Marshal(c)
	if err != nil {
		return err
	}
	plan := bot.Plan{Task: d.What, Text: d.Who}
	if was.ID != 0 && string(was.Schedule) == string(raw) && was.Plan.Task == d.What && was.Plan.Text == d.Who {
		return nil
	}
	kind, chat := r.Kind, r.Chat
	r = was
	r.Kind, r.Chat, r.Task, r.Schedule, r.Plan, r.Next = kind, chat, d.ID, raw, plan, time.Time{}
	if next, ok := c.Next(now, cal); ok && !r.Paused {
		r.Next = next
	}
	if was.ID != 0 {
		return put(tx, r, &was)
	}
	r.At = now
	_, err = create(tx, r)
	return err
}
