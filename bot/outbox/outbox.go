// Package outbox keeps what is to leave the bot until it has left: a row for
// each message to each chat, planned, then sending, then sent or failed.
//
// Whoever has something to say adds rows within its own transaction; Drain
// sends them through an adapter, in order within a chat, answers first:
//
//	added, err := outbox.Add(tx, outbox.Row{Key: "update/7", Reply: r})
//	...
//	err := outbox.Drain(ctx, outbox.Config{Store: st, Sender: adapter, ...})
//
// # Design
//
// No transport knows an idempotency key, so a send without an answer may or may
// not have arrived. A row is therefore marked sending, durably, before its
// first byte leaves, and sent after the answer; what is found in sending after
// a crash is treated by its class as any other send with an unknown end. A
// send that may repeat an earlier one carries Again, and the adapter labels it.
//
// What would be sent again after a crash, reminders and answers to one chat, goes
// out one at a time, so that a kill repeats one message at most. Only where the
// server takes longer to answer than the pace allows and hundreds of chats wait
// (crowd) do the next ones go out beside it (maxResent): there a kill may repeat
// as many as were under way, each with its label.
//
// There is one row of turns for everybody (Pace), and the class decides who gets
// the next: so a broadcast, however long, delays an answer by one turn at most.
//
// What Drain may send now stands in memory (queue.go), read once at the start
// and then row by row as they are added; nothing scans the table.
//
// A row loses its contents once it is done: what remains is its key, its chat
// and its end, for 30 days.
package outbox

import (
	"errors"
	"fmt"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// Class orders rows: an answer to a person goes before a reminder, a reminder
// before a broadcast. It also decides what happens after an unsure send.
type Class int

// The classes, first to be sent first.
const (
	Answer    Class = iota // resent once if unsure
	Reminder               // resent if unsure, labelled "(gửi lại)"
	Broadcast              // not resent if unsure, listed for the sender
	classes                // how many there are
)

// State is how far a row has come.
type State string

// The states of a row.
const (
	Planned State = "planned"
	Sending State = "sending"
	Sent    State = "sent"
	Failed  State = "failed"
	Unsure  State = "unsure" // its send had no known end, and it is not resent
)

// Row is one message to one chat.
type Row struct {
	ID       uint64        `json:"id"`
	Key      string        `json:"key"` // unique: "occurrence/chat", "update/n"; adding a known key does nothing
	Class    Class         `json:"class"`
	Reply    message.Reply `json:"reply"`
	State    State         `json:"state"`
	Due      time.Time     `json:"due"` // not before
	Attempts int           `json:"attempts"`
	Message  int           `json:"message"` // id given by the transport once sent
	Error    string        `json:"error,omitempty"`
	Group    string        `json:"group,omitempty"` // the broadcast it belongs to
	Again    bool          `json:"again,omitempty"` // an earlier send of it had no known end
	Done     time.Time     `json:"done,omitzero"`
}

// open is what the queue needs of a row that is not done.
type open struct {
	Class    Class     `json:"c"`
	Due      time.Time `json:"d"`
	Chat     int64     `json:"h"`
	Kind     string    `json:"k,omitempty"`
	Group    string    `json:"g,omitempty"`
	Sending  bool      `json:"s,omitempty"`
	Again    bool      `json:"a,omitempty"`
	Attempts int       `json:"n,omitempty"`
}

var (
	rows  = store.NewTable[Row]("outbox")
	keys  = store.NewTable[uint64]("outbox_key")
	opens = store.NewTable[open]("outbox_open")
	dones = store.NewTable[uint64]("outbox_done") // by the instant a row was done
	deads = store.NewTable[Dead]("outbox_dead")
)

// topic is signalled when a row is added or a broadcast goes on.
const topic = "outbox"

// ErrNoKey says that a row was added without a key.
var ErrNoKey = errors.New("outbox row without a key")

func idKey(id uint64) []byte { return store.Int(int64(id)) }

// Add plans a row within tx. It does nothing if a row with the same Key was
// ever added and is still remembered; added reports whether it is new. A zero
// Due is now.
func Add(tx *store.Tx, r Row) (added bool, err error) {
	if r.Key == "" {
		return false, ErrNoKey
	}
	if keys.Has(tx, []byte(r.Key)) {
		return false, nil
	}
	if r.ID, err = rows.Next(tx); err != nil {
		return false, err
	}
	if r.Due.IsZero() {
		r.Due = time.Now()
	}
	if err := detach(tx, &r.Reply); err != nil {
		return false, err
	}
	r.State, r.Attempts = Planned, 0
	o := open{Class: r.Class, Due: r.Due, Chat: r.Reply.Chat.ID, Kind: string(r.Reply.Chat.Kind), Group: r.Group}
	err = errors.Join(
		rows.Put(tx, idKey(r.ID), r),
		keys.Put(tx, []byte(r.Key), r.ID),
		opens.Put(tx, idKey(r.ID), o),
	)
	if err != nil {
		return false, fmt.Errorf("add to outbox: %w", err)
	}
	tx.Signal(topic)
	return true, nil
}

// Lookup returns the row with a key, as far as it has come.
func Lookup(tx *store.Tx, key string) (r Row, ok bool, err error) {
	id, ok, err := keys.Lookup(tx, []byte(key))
	if !ok || err != nil {
		return r, false, err
	}
	r, ok, err = rows.Lookup(tx, idKey(id))
	if o, isOpen, _ := opens.Lookup(tx, idKey(id)); isOpen {
		r.Attempts, r.Again = o.Attempts, o.Again
		if o.Sending {
			r.State = Sending
		}
	}
	return r, ok, err
}

// Waiting returns how many rows are not done, by class.
func Waiting(tx *store.Tx) (n [3]int) {
	for _, o := range opens.Range(tx, nil, nil) {
		if o.Class >= 0 && o.Class < classes {
			n[o.Class]++
		}
	}
	return n
}

// finish ends a row within tx: it leaves the queue and loses its contents.
func finish(tx *store.Tx, r Row, at time.Time) error {
	r.Done = at
	r.Reply = message.Reply{Chat: r.Reply.Chat}
	err := errors.Join(
		rows.Put(tx, idKey(r.ID), r),
		opens.Delete(tx, idKey(r.ID)),
		dones.Put(tx, store.Key(store.Instant(at), idKey(r.ID)), r.ID),
	)
	if r.Group != "" {
		err = errors.Join(err, countDone(tx, r))
	}
	return err
}

// Dead is a chat that refuses messages: the bot was blocked or removed, or the
// chat is gone.
type Dead struct {
	At  time.Time `json:"at"`
	Why string    `json:"why"`
}

// IsDead reports whether a chat refused an earlier message. Reminders and
// broadcasts to it fail at once, answers are tried.
func IsDead(tx *store.Tx, chat int64) bool { return deads.Has(tx, store.Int(chat)) }

// Revive takes a chat as reachable again, as after a message from it.
func Revive(tx *store.Tx, chat int64) error {
	if !deads.Has(tx, store.Int(chat)) {
		return nil
	}
	return deads.Delete(tx, store.Int(chat))
}

// Move gives the open rows of a chat to another id.
func Move(tx *store.Tx, from, to int64) error {
	var ids [][]byte
	for k, o := range opens.Range(tx, nil, nil) {
		if o.Chat == from {
			ids = append(ids, k)
		}
	}
	for _, k := range ids {
		o, _, err := opens.Lookup(tx, k)
		if err != nil {
			return err
		}
		r, _, err := rows.Lookup(tx, k)
		if err != nil {
			return err
		}
		o.Chat, r.Reply.Chat.ID = to, to
		if err := errors.Join(opens.Put(tx, k, o), rows.Put(tx, k, r)); err != nil {
			return fmt.Errorf("move chat: %w", err)
		}
	}
	return nil
}
