package bot

import (
	"strings"
	"sync/atomic"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
)

// name is the bot's own name, which may become known while it runs.
type name struct{ v atomic.Value }

func (n *name) set(s string) { n.v.Store(strings.TrimPrefix(s, "@")) }

func (n *name) String() string {
	s, _ := n.v.Load().(string)
	return s
}

// route hands an update to what handles its kind.
func (b *Bot) route(t *turn) error {
	switch t.u.Kind {
	case message.Text:
		return b.hear(t)
	case message.Button:
		return b.pressed(t)
	case message.Post:
		return b.takePost(t)
	case message.Joined, message.Left:
		return b.membership(t)
	case message.Migrate:
		return b.migrate(t)
	case message.Inline:
		return b.inline(t)
	}
	return nil
}

// hear handles a message written.
func (b *Bot) hear(t *turn) error {
	private := t.u.Chat.Kind == message.Private
	if t.u.Chat.Kind == message.Channel {
		return nil
	}
	call, forMe := b.parseCommand(t.u.Text)
	if !forMe || !private && call.command == nil && !t.u.ToBot {
		return nil
	}
	if t.u.Chat.ID != 0 || !b.cfg.Local {
		if pass, warn := b.flood.pass(t.u.From.ID, t.now); !pass {
			if warn {
				t.tell(phrase.Flood)
			}
			return nil
		}
	}
	b.greetChat(t)
	if call.command != nil {
		return b.runCommand(t, call)
	}
	if !b.letIn(t) {
		return b.refuse(t)
	}
	return b.listen(t, call.rest)
}

// greetChat keeps a private chat that is new or was away, so that reminders and
// broadcasts can reach it.
func (b *Bot) greetChat(t *turn) {
	if t.known && !t.chat.Inactive && t.chat.Title == t.title() {
		return
	}
	if !b.letIn(t) {
		return
	}
	t.chat.Inactive, t.chat.Title, t.chat.Kind = false, t.title(), t.u.Chat.Kind
	t.saveChat()
	t.effect(func(tx *store.Tx) error { return outbox.Revive(tx, t.u.Chat.ID) })
}

// listen handles free text: an answer to what a dialogue asked for, a command
// in words, or a question.
func (b *Bot) listen(t *turn, text string) error {
	if strings.TrimSpace(text) == "" && t.u.File == nil {
		t.tell(phrase.Empty)
		return nil
	}
	if talk, ok := b.talks[t.session.Waiting]; ok {
		if handled, err := talk(b, t, text); handled || err != nil {
			return err
		}
		t.settle()
	}
	if t.may(Editor) && b.cfg.Changes != nil && t.u.Chat.Kind == message.Private && (t.u.File != nil || t.u.Forwarded || isLink(strings.TrimSpace(text))) {
		return b.propose(t, text)
	}
	if call, ok := b.wordCommand(t, text); ok {
		return b.runCommand(t, call)
	}
	if p, ok := b.changes(t, text); ok {
		return b.changeByWords(t, p.Task, "", p)
	}
	return b.ask(t, text)
}

// membership handles that the bot was let into a chat or put out of it.
func (b *Bot) membership(t *turn) error {
	fresh := !t.known || t.chat.Inactive
	t.chat.Kind, t.chat.Title = t.u.Chat.Kind, t.title()
	t.chat.Inactive = t.u.Kind == message.Left
	if t.u.Kind == message.Joined && t.u.Chat.Kind != message.Private && t.may(Editor) {
		t.chat.Allowed = true
	}
	t.saveChat()
	if t.u.Kind == message.Joined {
		t.effect(func(tx *store.Tx) error { return outbox.Revive(tx, t.u.Chat.ID) })
	}
	if fresh && t.u.Kind == message.Joined && t.u.Chat.Kind == message.Group {
		t.say(phrase.HelloGroup()).ReplyTo = 0
	}
	return nil
}

// migrate moves all that is kept of a group to its new id.
func (b *Bot) migrate(t *turn) error {
	from, to := t.u.Chat.ID, t.u.NewChat
	if to == 0 || to == from {
		return nil
	}
	t.effect(func(tx *store.Tx) error { return b.MoveChat(tx, from, to) })
	return nil
}

// MoveChat gives all that is kept of a chat to another id, as when a group
// becomes a supergroup. Doing it twice changes nothing.
func (b *Bot) MoveChat(tx *store.Tx, from, to int64) error {
	c, ok, err := chatTable.Lookup(tx, store.Int(from))
	if err != nil || !ok {
		return err
	}
	c.ID = to
	if err := chatTable.Put(tx, store.Int(to), c); err != nil {
		return err
	}
	if err := chatTable.Delete(tx, store.Int(from)); err != nil {
		return err
	}
	if err := moveCards(tx, from, to); err != nil {
		return err
	}
	if b.cfg.Reminders == nil {
		return nil
	}
	return b.cfg.Reminders.Move(tx, from, to)
}

func moveCards(tx *store.Tx, from, to int64) error {
	moved := map[string]card{}
	for k, c := range cardTable.Range(tx, nil, nil) {
		if c.Chat == from {
			c.Chat = to
			moved[string(k)] = c
		}
	}
	for k, c := range moved {
		if err := cardTable.Put(tx, []byte(k), c); err != nil {
			return err
		}
	}
	return nil
}
