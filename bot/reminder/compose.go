package reminder

import (
	"cmp"
	"context"
	"fmt"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// Said is one message that a reminder says.
type Said struct {
	Reply message.Reply
	Keys  bool   // with the buttons of a fired reminder
	Key   string // says it once and never again; empty: once each time it fires
	// Keep is run within the transaction that plans the message. Nil: nothing.
	Keep func(*store.Tx) error
}

// Composer says what a reminder of one kind says when it fires. Nothing: it is
// passed over this time.
type Composer func(ctx context.Context, o Occurrence) ([]Said, error)

// key returns the key of the i-th message of an occurrence.
func (o Occurrence) key(i int) string {
	return fmt.Sprintf("reminder/%d@%d/%d", o.Row.ID, o.Planned.Unix(), i)
}

// late returns the label of an occurrence that comes after an outage, with a
// space before it, or "".
func (o Occurrence) late() string {
	if by := o.Late(); by > 0 {
		return " " + phrase.Late(by, o.Missed)
	}
	return ""
}

// SayTask says what a person asked to be reminded of.
func SayTask(_ context.Context, o Occurrence) ([]Said, error) {
	parts := []message.Part{{Text: phrase.RemindHead + o.late() + "\n", Style: message.Bold}, {Text: render.Short(render.Clean(cmp.Or(o.Row.Task, phrase.TaskNow)), maxSaid)}}
	return []Said{{Reply: message.Reply{Chat: o.Row.Chat, Parts: parts}, Keys: true}}, nil
}

// SayDuty returns a composer of deadlines, which says who has confirmed.
func SayDuty(s *store.Store) Composer {
	return func(_ context.Context, o Occurrence) ([]Said, error) {
		var confirmed []Confirmed
		err := s.View(func(tx *store.Tx) error {
			confirmed = done(tx, o.Row.Chat.ID, o.Row.Task)
			return nil
		})
		if err != nil || complete(o.Row, confirmed) {
			return nil, err
		}
		parts, err := dutyParts(o.Row, confirmed, o.Now)
		if err != nil {
			return nil, err
		}
		said := Said{Reply: message.Reply{Chat: o.Row.Chat, Parts: parts}, Keys: true}
		if o.Row.Chat.Kind != message.Private {
			said.Key = o.key(0)
			said.Keep = func(tx *store.Tx) error { return supersede(tx, o.Row, said.Key) }
		}
		return []Said{said}, nil
	}
}
