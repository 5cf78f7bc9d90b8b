package outbox

import (
	"errors"
	"fmt"
	"iter"
	"strconv"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// Group is a broadcast: one message to many chats.
type Group struct {
	ID      string        `json:"id"`
	Body    message.Reply `json:"body"`
	Stopped bool          `json:"stopped,omitempty"`
	Total   int           `json:"total"`
	Sent    int           `json:"sent"`
	Blocked int           `json:"blocked"` // the chat refused it
	Failed  int           `json:"failed"`  // any other definite failure
	Unsure  int           `json:"unsure"`
}

// Waiting returns how many messages have not come to an end.
func (g Group) Waiting() int { return g.Total - g.Sent - g.Blocked - g.Failed - g.Unsure }

// Undelivered is a message of a broadcast that did not arrive, or may not have.
type Undelivered struct {
	Chat  message.Chat `json:"chat"`
	State State        `json:"state"` // Failed or Unsure
	Error string       `json:"error"`
}

var (
	groups = store.NewTable[Group]("outbox_group")
	lefts  = store.NewTable[Undelivered]("outbox_undelivered")
)

// Start plans a broadcast of r to the chats; a chat named twice gets it once.
// It does nothing if the id is known.
func Start(tx *store.Tx, id string, r message.Reply, chats []message.Chat) error {
	if groups.Has(tx, []byte(id)) {
		return nil
	}
	if r.Media != nil && r.Media.Cache == "" {
		m := *r.Media
		m.Cache = "broadcast/" + id
		r.Media = &m
	}
	if err := detach(tx, &r); err != nil {
		return err
	}
	g := Group{ID: id, Body: r}
	for _, c := range chats {
		key := "broadcast/" + id + "/" + strconv.FormatInt(c.ID, 10)
		added, err := Add(tx, Row{Key: key, Class: Broadcast, Group: id, Reply: message.Reply{Chat: c}})
		if err != nil {
			return err
		}
		if added {
			g.Total++
		}
	}
	return groups.Put(tx, []byte(id), g)
}

// Stop holds back what has not been sent of a broadcast.
func Stop(tx *store.Tx, id string) error { return setStopped(tx, id, true) }

// Resume lets a stopped broadcast go on.
func Resume(tx *store.Tx, id string) error { return setStopped(tx, id, false) }

func setStopped(tx *store.Tx, id string, stopped bool) error {
	g, ok, err := groups.Lookup(tx, []byte(id))
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("broadcast %q is not known", id)
	}
	g.Stopped = stopped
	tx.Signal(topic)
	return groups.Put(tx, []byte(id), g)
}

// Progress returns how far a broadcast has come; ok is false if there is none
// of that id.
func Progress(tx *store.Tx, id string) (g Group, ok bool, err error) {
	return groups.Lookup(tx, []byte(id))
}

// Report yields the messages of a broadcast that did not arrive or may not have.
func Report(tx *store.Tx, id string) iter.Seq[Undelivered] {
	return func(yield func(Undelivered) bool) {
		for _, u := range lefts.Range(tx, leftKey(id, 0), leftKey(id, 1<<62)) {
			if !yield(u) {
				return
			}
		}
	}
}

func leftKey(group string, id uint64) []byte {
	return store.Key([]byte(group), []byte{0}, idKey(id))
}

// countDone books the end of a row in its broadcast.
func countDone(tx *store.Tx, r Row) error {
	g, ok, err := groups.Lookup(tx, []byte(r.Group))
	if err != nil || !ok {
		return err
	}
	switch {
	case r.State == Sent:
		g.Sent++
	case r.State == Unsure:
		g.Unsure++
	case IsDead(tx, r.Reply.Chat.ID):
		g.Blocked++
	default:
		g.Failed++
	}
	err = groups.Put(tx, []byte(r.Group), g)
	if r.State != Sent {
		u := Undelivered{Chat: r.Reply.Chat, State: r.State, Error: r.Error}
		err = errors.Join(err, lefts.Put(tx, leftKey(r.Group, r.ID), u))
	}
	return err
}

// body fills in what the rows of a broadcast share.
func body(tx *store.Tx, r *Row) error {
	if r.Group == "" {
		return nil
	}
	g, ok, err := groups.Lookup(tx, []byte(r.Group))
	if err != nil || !ok {
		return err
	}
	chat := r.Reply.Chat
	r.Reply = g.Body
	r.Reply.Chat = chat
	return nil
}

// isStopped reports whether a broadcast is held back.
func isStopped(tx *store.Tx, id string) bool {
	g, ok, _ := groups.Lookup(tx, []byte(id))
	return ok && g.Stopped
}
