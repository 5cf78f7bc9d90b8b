package reminder

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// lives keeps which message of a deadline counts who has confirmed in a group:
// chat, deadline -> key in the outbox.
var lives = store.NewTable[string]("duties_live")

// supersede makes the message with the key the one that counts. The one before it
// loses its buttons and its count, which would grow old.
func supersede(tx *store.Tx, r Row, key string) error {
	at := store.Key(store.Int(r.Chat.ID), []byte(r.Task))
	before, ok, err := lives.Lookup(tx, at)
	if err != nil {
		return err
	}
	if ok && before != key {
		now, _, err := outbox.Lookup(tx, key)
		if err := errors.Join(err, retire(tx, r, before, now.Due)); err != nil {
			return err
		}
	}
	return lives.Put(tx, at, key)
}

// retire edits a message that has been sent, if that is still known, no earlier
// than the next one comes.
func retire(tx *store.Tx, r Row, key string, due time.Time) error {
	sent, ok, err := outbox.Lookup(tx, key)
	if err != nil || !ok || sent.Message == 0 {
		return err
	}
	var c Countdown
	if err := json.Unmarshal(r.Schedule, &c); err != nil {
		return fmt.Errorf("deadline %s: %w", r.Task, err)
	}
	said := phrase.DutyRetired(render.Short(render.Clean(r.Plan.Task), maxSaid), phrase.Moment(c.Due))
	_, err = outbox.Add(tx, outbox.Row{
		Key: "retired/" + key, Class: outbox.Reminder, Due: due,
		Reply: message.Reply{Chat: r.Chat, Edit: sent.Message, Parts: parts(said)},
	})
	return err
}
