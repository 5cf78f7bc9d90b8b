package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// turn is one update on its way through the bot: who and where, what is
// replied, and what is to be kept. Nothing is written before commit, and then
// all in one transaction, so that a crash leaves an update either undone or
// done.
type turn struct {
	b       *Bot
	ctx     context.Context
	u       message.Update
	now     time.Time
	chat    Chat
	known   bool // the chat has a row
	person  Person
	session session

	replies []message.Reply
	cards   []*stack
	effects []func(*store.Tx) error
	keep    bool           // the session was changed
	menus   map[int64]Role // of private chats, for those whose role changed
	err     error
}

func (b *Bot) newTurn(ctx context.Context, u message.Update) (*turn, error) {
	t := &turn{b: b, ctx: ctx, u: u, now: b.cfg.Clock()}
	err := b.cfg.Store.View(func(tx *store.Tx) error { return t.load(tx) })
	return t, err
}

func (t *turn) load(tx *store.Tx) (err error) {
	if t.chat, t.known, err = LookupChat(tx, t.u.Chat.ID); err != nil {
		return err
	}
	if !t.known {
		t.chat = Chat{ID: t.u.Chat.ID, Kind: t.u.Chat.Kind, Title: t.u.Chat.Title, QuietFrom: 21, QuietTo: 7, Since: t.now}
	}
	if t.person, err = t.b.roleOf(tx, t.u.Chat.ID, t.u.From.ID); err != nil {
		return err
	}
	t.session, _, err = sessionTable.Lookup(tx, sessionKey(t.u.Chat.ID, t.u.From.ID))
	if t.now.Sub(t.session.At) > forget {
		t.session = session{}
	}
	return err
}

// home returns the area that a question without one is about.
func (t *turn) home() string {
	if t.chat.Area != "" {
		return t.chat.Area
	}
	return t.b.cfg.Home
}

// say adds a message to the chat; in a group it answers the message written.
func (t *turn) say(parts []message.Part, keys ...[]message.Key) *message.Reply {
	r := message.Reply{Chat: t.u.Chat, Parts: parts, Keys: keys}
	if t.u.Chat.Kind != message.Private {
		r.ReplyTo = t.u.Message
	}
	t.replies = append(t.replies, r)
	return &t.replies[len(t.replies)-1]
}

// tell is say with plain words.
func (t *turn) tell(words string, keys ...[]message.Key) *message.Reply {
	return t.say([]message.Part{{Text: words}}, keys...)
}

// edit replaces the message whose button was pressed; what was typed instead of a
// button is answered anew.
func (t *turn) edit(parts []message.Part, keys ...[]message.Key) *message.Reply {
	r := t.say(parts, keys...)
	if t.u.Kind != message.Button {
		return r
	}
	r.Edit, r.ReplyTo = t.u.Message, 0
	if t.u.Whispered {
		r.Edit, r.Ephemeral, r.Replaces = 0, t.u.From.ID, t.u.Callback
	}
	return r
}

// aside makes a reply one that only the asker sees, where groups are answered
// so. What a whispered button brings is whispered too.
func (t *turn) aside(r *message.Reply) *message.Reply {
	if t.u.Chat.Kind == message.Group && (t.b.cfg.Whisper || t.u.Whispered) && !nobody[t.u.From.ID] {
		r.Ephemeral = t.u.From.ID
	}
	return r
}

// notice answers the button pressed with a few words over the chat.
func (t *turn) notice(words string) {
	t.replies = append(t.replies, message.Reply{Chat: t.u.Chat, Callback: t.u.Callback, Notice: words})
}

// sendTo adds a message to another chat.
func (t *turn) sendTo(chat int64, words string, keys ...[]message.Key) {
	kind := message.Private
	if chat < 0 {
		kind = message.Group
	}
	t.replies = append(t.replies, message.Reply{Chat: message.Chat{ID: chat, Kind: kind}, Parts: []message.Part{{Text: words}}, Keys: keys})
}

// effect keeps a change for commit.
func (t *turn) effect(f func(*store.Tx) error) { t.effects = append(t.effects, f) }

// saveChat keeps the chat as it is now.
func (t *turn) saveChat() {
	t.effect(func(tx *store.Tx) error { return chatTable.Put(tx, store.Int(t.chat.ID), t.chat) })
}

// wait makes the next text of this person in this chat belong to a dialogue.
func (t *turn) wait(dialogue string, draft any) {
	raw, err := json.Marshal(draft)
	if err != nil {
		t.fail(fmt.Errorf("keep draft of %s: %w", dialogue, err))
	}
	t.session.Waiting, t.session.Draft, t.keep = dialogue, raw, true
}

// settle ends the dialogue that was waiting.
func (t *turn) settle() {
	if t.session.Waiting != "" {
		t.session.Waiting, t.session.Draft, t.keep = "", nil, true
	}
}

// promote notes that the person of a private chat has another role.
func (t *turn) promote(chat int64, r Role) {
	if t.menus == nil {
		t.menus = map[int64]Role{}
	}
	if chat > 0 {
		t.menus[chat] = r
	}
}

// fail keeps the first error of the turn.
func (t *turn) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

// commit keeps what the turn changed and returns what it says. Effects may say
// more; they may be run twice, from the same beginning.
func (t *turn) commit() ([]message.Reply, error) {
	if t.err != nil {
		return nil, t.err
	}
	if len(t.effects)+len(t.cards) == 0 && !t.keep {
		return t.finish(), nil
	}
	var out []message.Reply
	replies, cards := t.replies, t.cards
	err := t.b.cfg.Store.Batch(func(tx *store.Tx) (err error) {
		t.replies, t.cards = slices.Clone(replies), slices.Clone(cards)
		out, err = t.write(tx)
		return err
	})
	return out, err
}

func (t *turn) write(tx *store.Tx) ([]message.Reply, error) {
	for _, f := range t.effects {
		if err := f(tx); err != nil {
			return nil, err
		}
	}
	if t.err != nil {
		return nil, t.err
	}
	for _, s := range t.cards {
		if err := cardTable.Put(tx, s.id, s.card); err != nil {
			return nil, err
		}
	}
	if len(t.cards) > 0 {
		if err := dropOldCards(tx, t.now); err != nil {
			return nil, err
		}
	}
	if t.keep {
		t.session.At = t.now
		if err := sessionTable.Put(tx, sessionKey(t.u.Chat.ID, t.u.From.ID), t.session); err != nil {
			return nil, err
		}
	}
	out := t.finish()
	if len(t.effects) == 0 {
		return out, nil
	}
	return out, remember(tx, t.u.ID, done{t.now, out})
}

// finish cleans and splits the replies and sees to it that a button press is
// answered, once.
func (t *turn) finish() []message.Reply {
	var out []message.Reply
	for _, r := range t.replies {
		for i := range r.Parts {
			r.Parts[i].Text = render.Clean(r.Parts[i].Text)
		}
		r.Keys = slices.DeleteFunc(r.Keys, func(row []message.Key) bool { return len(row) == 0 })
		out = append(out, render.Split(r)...)
	}
	if t.u.Kind != message.Button || t.u.Callback == "" {
		return out
	}
	for _, r := range out {
		if r.Callback == t.u.Callback {
			return out
		}
	}
	return append([]message.Reply{{Chat: t.u.Chat, Callback: t.u.Callback}}, out...)
}

// remember marks an update as done and drops marks that are too old.
func remember(tx *store.Tx, update int64, d done) error {
	if err := doneTable.Put(tx, store.Int(update), d); err != nil {
		return err
	}
	if err := doneOrder.Put(tx, store.Key(store.Instant(d.At), store.Int(update)), update); err != nil {
		return err
	}
	var stale [][]byte
	for k, id := range doneOrder.Range(tx, nil, store.Instant(d.At.Add(-keepDone))) {
		if stale = append(stale, k); len(stale) == 50 {
			break
		}
		if err := doneTable.Delete(tx, store.Int(id)); err != nil {
			return err
		}
	}
	for _, k := range stale {
		if err := doneOrder.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

// replayed returns the replies of an update whose effects were already kept.
func (b *Bot) replayed(u message.Update) (replies []message.Reply, ok bool, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) error {
		d, found, err := doneTable.Lookup(tx, store.Int(u.ID))
		replies, ok = d.Replies, found
		return err
	})
	return replies, ok, err
}

// sorry is what is said when the bot itself failed; the cause is in the log
// under the number.
func sorry(u message.Update) []message.Reply {
	return []message.Reply{{Chat: u.Chat, Callback: u.Callback, Parts: []message.Part{{Text: phrase.Sorry(u.ID)}}}}
}
