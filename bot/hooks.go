package bot

import (
	"context"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// Reminders keeps what chats asked to be reminded of. All calls but Read stand
// within the transaction of the turn, so that a replayed update adds nothing
// twice. An id that is not of the chat is not found.
type Reminders interface {
	// Read understands a request; ok is false where the text asks for no reminder.
	Read(text string, now time.Time) (p Plan, ok bool)
	// Add keeps a plan whose Clarify is empty. It returns ErrTooMany at the limit
	// of reminders a chat or person may have.
	Add(tx *store.Tx, r Reminder) (id int64, err error)
	List(tx *store.Tx, chat int64) ([]Reminder, error)
	Delete(tx *store.Tx, chat, id int64) (found bool, err error)
	Pause(tx *store.Tx, chat, id int64, paused bool) (found bool, err error)
	// Replan gives a reminder another plan; its task stays.
	Replan(tx *store.Tx, chat, id int64, p Plan) (found bool, err error)
	// Subscribe turns the weekly progress digest of a chat on or off.
	Subscribe(tx *store.Tx, chat message.Chat, on bool, now time.Time) error
	// Move gives all of a chat to another id; Forget drops what a person asked for
	// in a chat and, in private, the chat's subscriptions.
	Move(tx *store.Tx, from, to int64) error
	Forget(tx *store.Tx, chat, person int64) error
}

// Plan is a request as understood. Text is the whole request, from which the
// plan can be made again.
type Plan struct {
	Text    string      `json:"text"`
	Task    string      `json:"task"`
	Said    string      `json:"said"`    // the times in plain Vietnamese
	Next    []time.Time `json:"next"`    // the first instants, soonest first
	Clarify string      `json:"clarify"` // question to ask back; then Next may be empty
	Choices []string    `json:"choices"` // answers to Clarify, as words to put to Text
	Rule    string      `json:"rule,omitempty"`
	Offsets []string    `json:"offsets,omitempty"`
}

// Reminder is a kept plan.
type Reminder struct {
	ID     int64        `json:"id"`
	Chat   message.Chat `json:"chat"`
	Person int64        `json:"person"`
	Plan   Plan         `json:"plan"`
	Paused bool         `json:"paused,omitempty"`
	Next   time.Time    `json:"next"` // zero: over
	At     time.Time    `json:"at"`   // when it was asked for
}

// Changes turns what an editor sends into changes of the corpus.
type Changes interface {
	// Preview reads a typed figure, a link, an article or a file and shows what
	// would change. Problems for the person are in Draft.Problem, not the error.
	Preview(ctx context.Context, s Submission) (Draft, error)
	// Commit writes a draft and returns what Undo takes. Writing the same draft
	// twice changes nothing.
	Commit(ctx context.Context, d Draft) (undo string, err error)
	Undo(ctx context.Context, undo string) error
}

// Submission is what an editor sent.
type Submission struct {
	Text  string
	URL   string
	File  *message.File
	Title string    // of a forwarded post
	Now   time.Time // for relative dates
	Home  string
}

// Draft is a change before it is confirmed.
type Draft struct {
	Article *corpus.Article `json:"article,omitempty"` // nil: a figure without an article
	Records []corpus.Record `json:"records"`           // those with Doubt are left out unless kept by hand
	Problem string          `json:"problem,omitempty"` // why nothing can be taken in, for the person
	Token   string          `json:"token"`             // the editor's own key to the whole of it
}

// Broadcasts sends one message to many chats. All calls are quick; the sending
// goes on behind them.
type Broadcasts interface {
	Start(tx *store.Tx, id string, r message.Reply, chats []message.Chat) error
	Stop(tx *store.Tx, id string) error
	Resume(tx *store.Tx, id string) error
	Progress(tx *store.Tx, id string) (Progress, error)
}

// Progress counts the messages of a broadcast.
type Progress struct {
	Total, Sent, Blocked, Unsure int
	Stopped                      bool
}

// Done reports whether nothing is left to send.
func (p Progress) Done() bool { return p.Sent+p.Blocked+p.Unsure >= p.Total }

// Posts takes in channel posts as announcements.
type Posts interface {
	// Take stores a new or edited post under a stable id, for the audiences given.
	Take(ctx context.Context, p Post) error
}

// Post is a channel post.
type Post struct {
	ID        string // stable over edits: "channel-message"
	Channel   string // its title
	Text      string
	URL       string
	File      *message.File
	At        time.Time
	Audiences []string
}
