package bot

import (
	"context"
	"encoding/base64"
	"errors"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// cast is a broadcast: behind its buttons before it starts, and while it runs
// with the message that shows how far it is.
type cast struct {
	ID      string       `json:"id"`
	Text    string       `json:"text"`
	Chat    message.Chat `json:"chat"` // of the sender
	Message int          `json:"message,omitempty"`
	Shown   string       `json:"shown,omitempty"` // progress said last
	At      time.Time    `json:"at"`
}

var castTable = store.NewTable[cast]("casts")

// maxCast keeps a broadcast in one message.
const maxCast = 3500

// castCommand handles /thongbao: a text to all chats.
func (b *Bot) castCommand(t *turn, rest string) error {
	if b.cfg.Broadcasts == nil {
		t.tell(phrase.NoCast)
		return nil
	}
	if rest == "" {
		t.wait("cast", 0)
		t.tell(phrase.CastWhat)
		return nil
	}
	return b.previewCast(t, rest)
}

func (b *Bot) talkCast(t *turn, text string) (bool, error) {
	if !t.may(Editor) || b.cfg.Broadcasts == nil || text == "" {
		return false, nil
	}
	t.settle()
	return true, b.previewCast(t, text)
}

// previewCast shows the message exactly as it will be sent, and to how many.
func (b *Bot) previewCast(t *turn, text string) error {
	text = render.Clean(text)
	if render.Units(text) > maxCast {
		t.tell(phrase.CastLong)
		return nil
	}
	var people, groups int
	err := b.cfg.Store.View(func(tx *store.Tx) error {
		chats, err := b.receivers(tx)
		for _, c := range chats {
			if c.Kind == message.Private {
				people++
			} else {
				groups++
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	if people+groups == 0 {
		t.tell(phrase.CastNobody)
		return nil
	}
	t.tell(text).ReplyTo = 0
	s := t.dealOwn("cast", cast{Text: text})
	s.card.Need = Editor
	t.tell(phrase.CastAsk(people, groups), []message.Key{s.key(phrase.KeySend, "send"), s.key(phrase.KeyCancel, "no")})
	return nil
}

// receivers are the chats that may be asked in and can be reached.
func (b *Bot) receivers(tx *store.Tx) ([]message.Chat, error) {
	var to []message.Chat
	for c := range Chats(tx) {
		if c.Inactive || c.ID == 0 || c.Kind == message.Channel || outbox.IsDead(tx, c.ID) {
			continue
		}
		if !b.cfg.Open {
			p, _, err := personTable.Lookup(tx, store.Int(c.ID))
			if err != nil {
				return nil, err
			}
			if c.Kind == message.Private && p.Role < Cadre || c.Kind == message.Group && !c.Allowed {
				continue
			}
		}
		to = append(to, message.Chat{ID: c.ID, Kind: c.Kind, Title: c.Title})
	}
	return to, nil
}

// pressCast starts, stops, goes on with or looks at a broadcast.
func (b *Bot) pressCast(t *turn, s *stack, action string) error {
	c := body[cast](t, s)
	if t.err != nil || b.cfg.Broadcasts == nil {
		return t.err
	}
	c.ID = base64.RawURLEncoding.EncodeToString(s.id)
	switch action {
	case "send":
		t.effect(func(tx *store.Tx) error { return b.startCast(t, tx, c) })
	case "stop", "go", "show":
		t.effect(func(tx *store.Tx) error { return b.steerCast(t, tx, c.ID, action) })
	case "no":
		t.drop(s)
		t.edit([]message.Part{{Text: phrase.CastDropped}}).Callback = t.u.Callback
		return nil
	default:
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	t.effect(func(tx *store.Tx) error {
		if !castTable.Has(tx, []byte(c.ID)) {
			t.notice(phrase.ButtonUnknown)
			return nil
		}
		g, err := b.cfg.Broadcasts.Progress(tx, c.ID)
		if err != nil {
			return err
		}
		line := castLine(tx, g)
		t.edit([]message.Part{{Text: line}}, castKeys(s, g)...).Callback = t.u.Callback
		return shownCast(tx, c.ID, line)
	})
	return nil
}

// shownCast notes the progress said last.
func shownCast(tx *store.Tx, id, line string) error {
	c, _, err := castTable.Lookup(tx, []byte(id))
	if err != nil {
		return err
	}
	c.Shown = line
	return castTable.Put(tx, []byte(id), c)
}

// startCast hands a broadcast to the outbox and keeps which message shows its
// progress.
func (b *Bot) startCast(t *turn, tx *store.Tx, c cast) error {
	if castTable.Has(tx, []byte(c.ID)) {
		return nil
	}
	to, err := b.receivers(tx)
	if err != nil {
		return err
	}
	c.Chat, c.Message, c.At = t.u.Chat, t.u.Message, t.now
	return errors.Join(
		b.cfg.Broadcasts.Start(tx, c.ID, message.Reply{Parts: []message.Part{{Text: c.Text}}}, to),
		castTable.Put(tx, []byte(c.ID), c),
		t.log(tx, Deed{What: "broadcast", About: render.Short(c.Text, 80)}),
	)
}

// steerCast stops a running broadcast or lets it go on.
func (b *Bot) steerCast(t *turn, tx *store.Tx, id, action string) error {
	if !castTable.Has(tx, []byte(id)) {
		return nil
	}
	switch action {
	case "stop":
		return errors.Join(b.cfg.Broadcasts.Stop(tx, id), t.log(tx, Deed{What: "stop"}))
	case "go":
		return b.cfg.Broadcasts.Resume(tx, id)
	}
	return nil
}

// maxMissed is how many of the chats that a broadcast missed are named.
const maxMissed = 20

// castLine tells how far a broadcast has come and, once it is done, which chats
// it did not reach.
func castLine(tx *store.Tx, p Progress) string {
	var refused, unsure []string
	for _, m := range p.Left {
		if m.Unsure {
			unsure = append(unsure, castName(tx, m.Chat))
		} else {
			refused = append(refused, castName(tx, m.Chat))
		}
	}
	return phrase.CastProgress(p.Total, p.Sent, p.Blocked, p.Unsure, p.Stopped) +
		phrase.CastRefused(firstOf(refused)) + phrase.CastUnsure(firstOf(unsure))
}

// firstOf returns the first names of a list and how many are left.
func firstOf(names []string) ([]string, int) {
	n := min(len(names), maxMissed)
	return names[:n], len(names) - n
}

// castName names a chat to the sender of a broadcast.
func castName(tx *store.Tx, c message.Chat) string {
	name := c.Title
	if p, ok, err := personTable.Lookup(tx, store.Int(c.ID)); name == "" && ok && err == nil {
		name = p.Name
	}
	if name = render.Short(render.Line(name), 60); name == "" {
		return phrase.CastNumber(c.ID)
	}
	return name
}

func castKeys(s *stack, p Progress) [][]message.Key {
	switch {
	case p.Done():
		return nil
	case p.Stopped:
		return [][]message.Key{{s.key(phrase.KeyGoOn, "go")}}
	}
	return [][]message.Key{{s.key(phrase.KeyStop, "stop"), s.key(phrase.KeyRefresh, "show")}}
}

// keepCast is how long a broadcast's progress is followed.
const keepCast = 7 * 24 * time.Hour

// Tick returns what is to be shown anew though nobody wrote: the progress of
// running broadcasts. It should be called every three to five seconds.
func (b *Bot) Tick(ctx context.Context) ([]message.Reply, error) {
	var out []message.Reply
	now := b.cfg.Clock()
	running := 0
	if b.cfg.Broadcasts == nil {
		return nil, nil
	}
	err := b.cfg.Store.View(func(tx *store.Tx) error {
		running = len(castTable.Keys(tx, nil, nil, 1))
		return ctx.Err()
	})
	if err != nil || running == 0 {
		return nil, err
	}
	err = b.cfg.Store.Update(func(tx *store.Tx) error {
		var all []cast
		for _, c := range castTable.Range(tx, nil, nil) {
			all = append(all, c)
		}
		for _, c := range all {
			r, err := b.tickCast(tx, c, now)
			if err != nil {
				return err
			}
			out = append(out, r...)
		}
		return nil
	})
	return out, err
}

// tickCast shows the progress of a broadcast where it changed, and forgets one
// that is done.
func (b *Bot) tickCast(tx *store.Tx, c cast, now time.Time) ([]message.Reply, error) {
	if now.Sub(c.At) > keepCast {
		return nil, castTable.Delete(tx, []byte(c.ID))
	}
	g, err := b.cfg.Broadcasts.Progress(tx, c.ID)
	if err != nil {
		return nil, err
	}
	line := castLine(tx, g)
	if line == c.Shown {
		return nil, nil
	}
	c.Shown = line
	if g.Done() {
		err = castTable.Delete(tx, []byte(c.ID))
	} else {
		err = castTable.Put(tx, []byte(c.ID), c)
	}
	id, _ := base64.RawURLEncoding.DecodeString(c.ID)
	keys := castKeys(&stack{id: id}, g)
	return []message.Reply{{Chat: c.Chat, Edit: c.Message, Parts: []message.Part{{Text: line}}, Keys: keys}}, err
}
