package bot

import (
	"encoding/json"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
	"thiduabot/index"
)

// Chat is what is remembered of a chat.
type Chat struct {
	ID        int64            `json:"id"`
	Kind      message.ChatKind `json:"kind"`
	Title     string           `json:"title,omitempty"`
	Area      string           `json:"area,omitempty"`      // home area of the chat; empty: that of the bot
	Allowed   bool             `json:"allowed,omitempty"`   // a group whose members may all ask
	Audiences []string         `json:"audiences,omitempty"` // what a group may read, what a channel is for
	Digest    bool             `json:"digest,omitempty"`    // weekly progress digest
	QuietFrom int              `json:"quiet_from"`          // hour at which quiet begins; equal to QuietTo: never quiet
	QuietTo   int              `json:"quiet_to"`
	Inactive  bool             `json:"inactive,omitempty"` // blocked or removed; subscriptions stay
	Since     time.Time        `json:"since"`
}

// Person is somebody with a role. A stranger has no row.
type Person struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name,omitempty"`
	Role      Role      `json:"role"`
	Chat      int64     `json:"chat,omitempty"` // private chat, to be written to
	Audiences []string  `json:"audiences,omitempty"`
	By        int64     `json:"by,omitempty"` // who granted the role
	At        time.Time `json:"at"`
}

// session is what a person last spoke of in a chat.
type session struct {
	Previous *index.Understood `json:"previous,omitempty"`
	At       time.Time         `json:"at"`
	Waiting  string            `json:"waiting,omitempty"` // dialogue that the next text belongs to
	Draft    json.RawMessage   `json:"draft,omitempty"`   // of that dialogue
}

// forget is how long a session is leaned on.
const forget = 30 * time.Minute

// request is a stranger's wish to be let in, or that of a group.
type request struct {
	Person int64     `json:"person"`
	Name   string    `json:"name"`
	Chat   int64     `json:"chat"`
	Group  bool      `json:"group,omitempty"` // for the whole group
	Title  string    `json:"title,omitempty"` // of the group
	At     time.Time `json:"at"`
}

// note is a question that found no answer or was disliked, without the asker.
type note struct {
	Question string    `json:"question"`
	Answer   string    `json:"answer,omitempty"` // first line of what was said
	Disliked bool      `json:"disliked,omitempty"`
	Times    int       `json:"times"`
	At       time.Time `json:"at"` // the last time
}

// keepNotes is how long unanswered and disliked questions are kept.
const keepNotes = 90 * 24 * time.Hour

// Deed is a line of the audit log.
type Deed struct {
	ID     uint64    `json:"id"`
	At     time.Time `json:"at"`
	Person int64     `json:"person"`
	Name   string    `json:"name,omitempty"`
	What   string    `json:"what"` // grant, revoke, figure, article, broadcast, undo
	About  string    `json:"about,omitempty"`
	Undo   string    `json:"undo,omitempty"` // what Changes.Undo takes; empty: cannot be undone
	Undone bool      `json:"undone,omitempty"`
}

// done is an update whose effects were kept, with what was replied.
type done struct {
	At      time.Time       `json:"at"`
	Replies []message.Reply `json:"replies"`
}

// keepDone is how long a replayed update is known; Telegram keeps undelivered
// updates for a day.
const keepDone = 48 * time.Hour

var (
	chatTable    = store.NewTable[Chat]("chats")
	personTable  = store.NewTable[Person]("people")
	sessionTable = store.NewTable[session]("sessions")
	cardTable    = store.NewTable[card]("cards")
	requestTable = store.NewTable[request]("requests")
	noteTable    = store.NewTable[note]("notes")
	deedTable    = store.NewTable[Deed]("deeds")
	doneTable    = store.NewTable[done]("done")
	doneOrder    = store.NewTable[int64]("done_order") // by instant: update ids
	claimTable   = store.NewTable[string]("claim")
)

func sessionKey(chat, person int64) []byte { return store.Key(store.Int(chat), store.Int(person)) }

// Chats yields every chat the bot knows, within tx.
func Chats(tx *store.Tx) func(yield func(Chat) bool) {
	return func(yield func(Chat) bool) {
		for _, c := range chatTable.Range(tx, nil, nil) {
			if !yield(c) {
				return
			}
		}
	}
}

// LookupChat returns what is remembered of a chat; ok is false if nothing is.
func LookupChat(tx *store.Tx, id int64) (c Chat, ok bool, err error) {
	return chatTable.Lookup(tx, store.Int(id))
}

// AreaOf returns the area that a chat has chosen; empty: none.
func AreaOf(s *store.Store, chat int64) (area string, err error) {
	err = s.View(func(tx *store.Tx) error {
		c, _, err := LookupChat(tx, chat)
		area = c.Area
		return err
	})
	return area, err
}

// Quiet reports whether the instant falls into the chat's quiet hours.
func (c Chat) Quiet(t time.Time) bool {
	h := t.Hour()
	switch {
	case c.QuietFrom == c.QuietTo:
		return false
	case c.QuietFrom < c.QuietTo:
		return h >= c.QuietFrom && h < c.QuietTo
	}
	return h >= c.QuietFrom || h < c.QuietTo
}

// QuietUntil reports whether the chat is quiet at an instant, and until when.
func (c Chat) QuietUntil(t time.Time) (until time.Time, quiet bool) {
	if !c.Quiet(t) {
		return t, false
	}
	y, m, d := t.Date()
	until = time.Date(y, m, d, c.QuietTo, 0, 0, 0, t.Location())
	if !until.After(t) {
		until = until.AddDate(0, 0, 1)
	}
	return until, true
}

// Editors returns the private chats of editors and owners, within tx.
func Editors(tx *store.Tx) []message.Chat {
	var chats []message.Chat
	for _, p := range personTable.Range(tx, nil, nil) {
		if p.Role >= Editor && p.Chat != 0 {
			chats = append(chats, message.Chat{ID: p.Chat, Kind: message.Private, Title: p.Name})
		}
	}
	return chats
}

// Menus returns the role that goes with the menu of each private chat that has
// one of its own.
func (b *Bot) Menus() (roles map[int64]Role, err error) {
	roles = map[int64]Role{}
	err = b.cfg.Store.View(func(tx *store.Tx) error {
		for _, p := range personTable.Range(tx, nil, nil) {
			if p.Role >= Editor && p.Chat > 0 {
				roles[p.Chat] = p.Role
			}
		}
		return nil
	})
	return roles, err
}
