package reminder

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet"
)

// Limits of what people may keep.
const (
	maxOfPerson = 200 // reminders of one person in a chat
	maxOfChat   = 1000
)

// Book keeps what chats asked to be reminded of; it implements bot.Reminders.
type Book struct {
	Days func() Calendar // the working calendar as it is now
	// Editors are the private chats of those who hear that all have confirmed a
	// deadline. Nil: nobody does.
	Editors func(tx *store.Tx) ([]message.Chat, error)
}

var _ bot.Reminders = (*Book)(nil)

// Read understands a request; ok is false where the text asks for no reminder.
func (b *Book) Read(text string, now time.Time) (bot.Plan, bool) {
	r, ok := ParseRequest(text, now, b.Days())
	if !ok {
		return bot.Plan{}, false
	}
	p := planOf(text, r)
	if decoded, ok := viet.Decode(text); ok && r.Intent == Change {
		p.Text = decoded
	}
	if p.Clarify != "" {
		p.Choices = b.choices(text, r, now)
	}
	return p, true
}

func planOf(text string, r Request) bot.Plan {
	p := bot.Plan{Intent: string(r.Intent), Text: text, Task: r.Task, Said: r.Said, Next: r.Next, Clarify: r.Clarify, Offsets: r.Offsets, Move: r.Move, Rename: r.Rename}
	if r.Recurrence != nil {
		p.Rule = r.Recurrence.Rule()
		p.Schedule, _ = json.Marshal(r.Recurrence)
	}
	return p
}

// dayParts are the words that make an hour clear, and days that make a time one
// to come.
var dayParts = []string{"sáng", "chiều", "tối", "sáng mai", "chiều mai"}

// choices returns answers to the question asked back: the request put more
// clearly, or with one word more, where that leaves nothing to ask.
func (b *Book) choices(text string, r Request, now time.Time) []bot.Choice {
	clearer := r.Answers
	if len(clearer) == 0 {
		for _, word := range dayParts {
			clearer = append(clearer, text+" "+word)
		}
	}
	var list []bot.Choice
	taken := map[string]bool{}
	for _, text := range clearer {
		r, ok := ParseRequest(text, now, b.Days())
		if !ok || r.Clarify != "" || len(r.Next) == 0 || taken[r.Said] || len(list) == 3 {
			continue
		}
		taken[r.Said] = true
		label := r.Said
		if !r.Recurs && len(r.Next) == 1 {
			label = phrase.Moment(r.Next[0])
		}
		list = append(list, bot.Choice{Label: label, Text: text})
	}
	return list
}

// Add keeps a plan whose Clarify is empty, read anew as of when it was asked for.
func (b *Book) Add(tx *store.Tx, r bot.Reminder) (int64, error) {
	if full, err := isFull(tx, r.Chat.ID, r.Person); err != nil || full {
		return 0, cmp.Or(err, bot.ErrTooMany)
	}
	row, err := b.row(r.Plan, r.At)
	if err != nil {
		return 0, err
	}
	row.Chat, row.Person, row.At = r.Chat, r.Person, r.At
	return create(tx, row)
}

// owners are the same rows as rows, of which only the owner is read.
var owners = store.NewTable[struct {
	Kind   Kind  `json:"kind"`
	Person int64 `json:"person"`
}]("reminders")

// isFull reports whether a person or a chat has as many reminders as may be.
func isFull(tx *store.Tx, chat, person int64) (bool, error) {
	mine, all := 0, 0
	for _, id := range byChat.Range(tx, store.Int(chat), after(chat)) {
		o, ok, err := owners.Lookup(tx, store.Int(id))
		if err != nil {
			return false, err
		}
		if all++; ok && o.Person == person && o.Kind == Task {
			mine++
		}
		if mine >= maxOfPerson || all >= maxOfChat {
			return true, nil
		}
	}
	return false, nil
}

// row takes a plan as it was understood, or reads it as of an instant.
func (b *Book) row(p bot.Plan, at time.Time) (Row, error) {
	if len(p.Schedule) > 0 {
		return b.rowOf(p, at)
	}
	req, ok := ParseRequest(p.Text, at, b.Days())
	if !ok || req.Clarify != "" || len(req.Next) == 0 || req.Recurrence == nil {
		return Row{}, fmt.Errorf("keep reminder: the request has no clear time")
	}
	when, err := json.Marshal(req.Recurrence)
	if err != nil {
		return Row{}, fmt.Errorf("keep reminder: %w", err)
	}
	if p.Task == "" {
		p.Task = req.Task
	}
	return Row{Kind: Task, Task: p.Task, Schedule: when, Plan: p, Next: req.Next[0]}, nil
}

// rowOf is row for a plan that holds what was understood.
func (b *Book) rowOf(p bot.Plan, at time.Time) (Row, error) {
	var r Recurrence
	if err := json.Unmarshal(p.Schedule, &r); err != nil {
		return Row{}, fmt.Errorf("keep reminder: %w", err)
	}
	next, ok := r.Next(at, b.Days())
	if !ok && !p.Moved.After(at) || p.Clarify != "" {
		return Row{}, fmt.Errorf("keep reminder: the request has no clear time")
	}
	if p.Moved.After(at) {
		next = p.Moved
	}
	row := Row{Kind: Task, Task: p.Task, Schedule: p.Schedule, Plan: p, Next: next}
	row.Plan.Schedule, row.Plan.Move, row.Plan.Rename = nil, "", ""
	return row, nil
}

// List returns what people asked a chat to be reminded of, oldest first.
func (b *Book) List(tx *store.Tx, chat int64) ([]bot.Reminder, error) {
	all, err := ofChat(tx, chat)
	if err != nil {
		return nil, err
	}
	var list []bot.Reminder
	for _, r := range all {
		if r.Kind == Task && (r.Paused || !r.Next.IsZero()) {
			plan := r.Plan
			plan.Schedule = r.Schedule
			list = append(list, bot.Reminder{ID: r.ID, Chat: r.Chat, Person: r.Person, Plan: plan, Paused: r.Paused, Next: r.Next, At: r.At})
		}
	}
	return list, nil
}

// Delete takes a reminder away.
func (b *Book) Delete(tx *store.Tx, chat, id int64) (bool, error) {
	r, ok, err := find(tx, chat, id)
	if err != nil || !ok {
		return false, err
	}
	return true, remove(tx, r)
}

// Pause stops a reminder, or lets it go on with its next instant after now.
func (b *Book) Pause(tx *store.Tx, chat, id int64, paused bool, now time.Time) (bool, error) {
	was, ok, err := find(tx, chat, id)
	if err != nil || !ok {
		return false, err
	}
	r := was
	r.Paused, r.Next = paused, time.Time{}
	if !paused {
		when, err := r.schedule()
		if err != nil {
			return false, fmt.Errorf("resume reminder %d: %w", id, err)
		}
		if next, ok := when.Next(now, b.Days()); ok {
			r.Next = next
		}
	}
	return true, put(tx, r, &was)
}

// Replan gives a reminder another plan and task.
func (b *Book) Replan(tx *store.Tx, chat, id int64, p bot.Plan, now time.Time) (bool, error) {
	was, ok, err := find(tx, chat, id)
	if err != nil || !ok {
		return false, err
	}
	r, err := b.row(p, now)
	if err != nil {
		return false, err
	}
	r.ID, r.Chat, r.Person, r.At, r.Fired = was.ID, was.Chat, was.Person, now, was.Fired
	return true, put(tx, r, &was)
}

// weekly is when digests come: Monday 08:00.
var weekly = Recurrence{Unit: Weekly, Weekdays: []int{1}, At: []TimeOfDay{{Hour: 8}}}

// daily is when targets that fall behind are looked for: 08:00.
var daily = Recurrence{Unit: Daily, At: []TimeOfDay{{Hour: 8}}}

// Subscribe turns the weekly progress digest of a chat, and the warnings of
// targets that fall behind, on or off. Doing it twice changes nothing.
func (b *Book) Subscribe(tx *store.Tx, chat message.Chat, on bool, now time.Time) error {
	all, err := ofChat(tx, chat.ID)
	if err != nil {
		return err
	}
	if err := touch(tx); err != nil {
		return err
	}
	has := map[Kind]bool{}
	for _, r := range all {
		switch {
		case r.Kind == Task || r.Kind == Report:
		case on:
			has[r.Kind] = true
		default:
			if err := remove(tx, r); err != nil {
				return err
			}
		}
	}
	if !on {
		return nil
	}
	for _, kind := range []Kind{Digest, Alert} {
		when := weekly
		if kind == Alert {
			when = daily
		}
		if has[kind] {
			continue
		}
		when.Start = now
		raw, err := json.Marshal(when)
		if err != nil {
			return fmt.Errorf("subscribe: %w", err)
		}
		next, _ := when.Next(now, b.Days())
		if _, err := create(tx, Row{Kind: kind, Chat: chat, Schedule: raw, Next: next, At: now}); err != nil {
			return err
		}
	}
	return nil
}

// Move gives all of a chat to another id.
func (b *Book) Move(tx *store.Tx, from, to int64) error {
	all, err := ofChat(tx, from)
	if err != nil {
		return err
	}
	for _, r := range all {
		if err := byChat.Delete(tx, chatKey(r)); err != nil {
			return err
		}
		moved := r
		moved.Chat.ID = to
		if err := put(tx, moved, &r); err != nil {
			return err
		}
	}
	return errors.Join(moveDuties(tx, from, to), touch(tx))
}

// Forget drops what a person asked for in a chat and, in private, the chat's
// subscriptions.
func (b *Book) Forget(tx *store.Tx, chat, person int64) error {
	all, err := ofChat(tx, chat)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.Person != person && chat != person {
			continue
		}
		if err := remove(tx, r); err != nil {
			return err
		}
	}
	return errors.Join(forgetDuties(tx, chat, person), touch(tx))
}
