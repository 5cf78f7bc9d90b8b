// Package reminder knows when something is to be said: what a person asked to be
// reminded of, what a campaign owes, and progress digests. It knows no
// transport; what is due goes into the outbox.
//
//	book := &reminder.Book{…}             // what the conversation adds and changes
//	planner := &reminder.Planner{…}       // what turns it into messages
//	go planner.Run(ctx)
//
// # Design
//
// The store is the truth and cron only ticks. A reminder keeps its next instant;
// a table ordered by instant says what is due. A tick plans everything due: the
// row for the outbox under a key made of reminder and instant, and the next
// instant reckoned from the planned one, in one transaction. So a kill, a clock
// that steps or a second tick neither loses nor doubles an occurrence. After an
// outage a reminder comes once, for its newest missed instant, with a label.
//
// What is said is composed before the transaction, since it may ask the index;
// a row that somebody changed meanwhile is left to the next tick.
package reminder

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// Kind tells what is said when a reminder fires.
type Kind string

// The kinds of reminder.
const (
	Task   Kind = "task"   // what a person asked to be reminded of
	Digest Kind = "digest" // progress of the running campaigns
	Alert  Kind = "alert"  // targets that fall behind near the end of a campaign
	Duty   Kind = "duty"   // a deadline of a campaign
	Report Kind = "report" // to an editor: who has confirmed a deadline
)

// Row is a kept reminder.
type Row struct {
	ID       int64           `json:"id"`
	Rev      int64           `json:"rev,omitempty"` // counts the changes of the row
	Kind     Kind            `json:"kind"`
	Chat     message.Chat    `json:"chat"`
	Person   int64           `json:"person"`
	Task     string          `json:"task"`     // of a Duty: the id of the deadline
	Schedule json.RawMessage `json:"schedule"` // a Recurrence, or the Countdown of a Duty
	Plan     bot.Plan        `json:"plan"`     // the request as read
	Next     time.Time       `json:"next"`     // zero: over or paused
	Paused   bool            `json:"paused"`
	At       time.Time       `json:"at"` // when it was asked for
	Fired    int             `json:"fired"`
	Last     time.Time       `json:"last,omitzero"`      // when it last fired
	Again    bool            `json:"again,omitempty"`    // a Duty that somebody put off, besides its own row
	OnlyNew  bool            `json:"only_new,omitempty"` // a Digest: passed over where nothing is new or due
}

// schedule says when a row fires.
type schedule interface {
	Next(after time.Time, cal Calendar) (time.Time, bool)
}

func (r Row) schedule() (schedule, error) {
	if r.Kind == Duty || r.Kind == Report {
		var c Countdown
		err := json.Unmarshal(r.Schedule, &c)
		return c, err
	}
	var when Recurrence
	err := json.Unmarshal(r.Schedule, &when)
	return when, err
}

// countdown returns the schedule of a Duty that nobody put off.
func (r Row) countdown() (c Countdown, ok bool) {
	if r.Kind != Duty || r.Again {
		return c, false
	}
	return c, json.Unmarshal(r.Schedule, &c) == nil
}

var (
	rows   = store.NewTable[Row]("reminders")
	due    = store.NewTable[int64]("reminders_due")     // instant, id -> Rev
	byChat = store.NewTable[int64]("reminders_by_chat") // chat, id -> id
	// standing are the ids of all that nobody typed: digests, warnings, duties,
	// reports. There are few of them beside the tasks.
	standing = store.NewTable[int64]("reminders_standing")
)

func dueKey(r Row) []byte { return store.Key(store.Instant(r.Next), store.Int(r.ID)) }

func chatKey(r Row) []byte { return store.Key(store.Int(r.Chat.ID), store.Int(r.ID)) }

// put writes a row and its place among what is due, was being the row before.
func put(tx *store.Tx, r Row, was *Row) error {
	var err error
	if was != nil {
		r.Rev = was.Rev + 1
		if !was.Next.IsZero() && !was.Next.Equal(r.Next) {
			err = due.Delete(tx, dueKey(*was))
		}
	}
	if !r.Next.IsZero() {
		err = errors.Join(err, due.Put(tx, dueKey(r), r.Rev))
	}
	err = errors.Join(err, rows.Put(tx, store.Int(r.ID), r))
	if was == nil || was.Chat.ID != r.Chat.ID {
		err = errors.Join(err, byChat.Put(tx, chatKey(r), r.ID))
	}
	if r.Kind != Task {
		err = errors.Join(err, standing.Put(tx, store.Int(r.ID), r.ID))
	}
	return err
}

// unchanged reports whether a row that is due stands as it was read.
func unchanged(tx *store.Tx, r Row) (bool, error) {
	rev, ok, err := due.Lookup(tx, dueKey(r))
	return ok && rev == r.Rev, err
}

// remove takes a row away.
func remove(tx *store.Tx, r Row) error {
	err := errors.Join(rows.Delete(tx, store.Int(r.ID)), byChat.Delete(tx, chatKey(r)), standing.Delete(tx, store.Int(r.ID)))
	if !r.Next.IsZero() {
		err = errors.Join(err, due.Delete(tx, dueKey(r)))
	}
	return err
}

// ofChat returns the reminders of a chat, oldest first.
func ofChat(tx *store.Tx, chat int64) ([]Row, error) {
	var found []Row
	for _, id := range byChat.Range(tx, store.Int(chat), after(chat)) {
		r, ok, err := rows.Lookup(tx, store.Int(id))
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, r)
		}
	}
	return found, nil
}

// after returns the first key behind those of a chat; nil: no bound.
func after(chat int64) []byte {
	if chat == 1<<63-1 {
		return nil
	}
	return store.Int(chat + 1)
}

// find returns the row of an id, if it is of the chat.
func find(tx *store.Tx, chat, id int64) (Row, bool, error) {
	r, ok, err := rows.Lookup(tx, store.Int(id))
	return r, ok && r.Chat.ID == chat, err
}

// create keeps a new row and returns its id.
func create(tx *store.Tx, r Row) (int64, error) {
	n, err := rows.Next(tx)
	if err != nil {
		return 0, fmt.Errorf("number a reminder: %w", err)
	}
	r.ID = int64(n)
	return r.ID, put(tx, r, nil)
}
