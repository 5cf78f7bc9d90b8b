package bot

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// card is the state behind the buttons of a message. Its key is the time and
// 64 random bits, so that it cannot be guessed and old ones can be dropped.
type card struct {
	Kind   string          `json:"kind"`
	Chat   int64           `json:"chat"`
	Person int64           `json:"person,omitempty"` // only this one may press; 0: all who may ask in the chat
	Need   Role            `json:"need,omitempty"`   // least role of the presser
	Once   bool            `json:"once,omitempty"`   // dropped after its first effect
	Body   json.RawMessage `json:"body"`
}

// keepCards is how long buttons work.
const keepCards = 400 * 24 * time.Hour

// dropOldCards forgets a few cards that no longer count; more than are dealt in
// a turn, so that the table does not grow for ever.
func dropOldCards(tx *store.Tx, now time.Time) error {
	for _, k := range cardTable.Keys(tx, nil, cardTime(now.Add(-keepCards)), 8) {
		if err := cardTable.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

// cardTime is the beginning of the keys of cards dealt at an instant.
func cardTime(at time.Time) []byte {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(max(at.UnixMilli(), 0)))
	return ms[2:]
}

// dataVersion begins the data of every button; a later layout takes the next
// letter, and the old one keeps being understood.
const dataVersion = "a"

// stack is a card being dealt with its key.
type stack struct {
	id   []byte
	card card
}

// deal makes a card of a kind that everybody in the chat may press.
func (t *turn) deal(kind string, body any) *stack {
	raw, err := json.Marshal(body)
	if err != nil {
		t.fail(fmt.Errorf("deal %s: %w", kind, err))
	}
	s := &stack{id: make([]byte, 14), card: card{Kind: kind, Chat: t.u.Chat.ID, Body: raw}}
	copy(s.id, cardTime(t.now))
	if _, err := io.ReadFull(t.b.cfg.Rand, s.id[6:]); err != nil {
		t.fail(fmt.Errorf("deal %s: %w", kind, err))
	}
	t.cards = append(t.cards, s)
	return s
}

// dealOwn makes a card that only the one who wrote may press.
func (t *turn) dealOwn(kind string, body any) *stack {
	s := t.deal(kind, body)
	s.card.Person = t.u.From.ID
	return s
}

// key returns a button of the card: text to show, action to come back with, at
// most 30 bytes of letters, digits and signs.
func (s *stack) key(text, action string) message.Key {
	return message.Key{Text: text, Data: dataVersion + base64.RawURLEncoding.EncodeToString(s.id) + "." + action}
}

// parseData reads the data of a button.
func parseData(data string) (id []byte, action string, ok bool) {
	rest, ok := strings.CutPrefix(data, dataVersion)
	if !ok || len(data) > 64 {
		return nil, "", false
	}
	head, action, ok := strings.Cut(rest, ".")
	if !ok {
		return nil, "", false
	}
	id, err := base64.RawURLEncoding.DecodeString(head)
	return id, action, err == nil && len(id) == 14
}

// pick returns the card that a button press speaks of. ok is false where the
// data is no card of this chat.
func (t *turn) pick() (s *stack, action string, ok bool) {
	s = &stack{}
	if s.id, action, ok = parseData(t.u.Data); !ok {
		return s, "", false
	}
	err := t.b.cfg.Store.View(func(tx *store.Tx) (err error) {
		s.card, ok, err = cardTable.Lookup(tx, s.id)
		return err
	})
	if err != nil {
		t.fail(err)
	}
	return s, action, ok && err == nil && s.card.Chat == t.u.Chat.ID
}

// body reads what a card holds.
func body[T any](t *turn, s *stack) T {
	var v T
	if err := json.Unmarshal(s.card.Body, &v); err != nil {
		t.fail(fmt.Errorf("read card %s: %w", s.card.Kind, err))
	}
	return v
}
