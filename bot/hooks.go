package bot

import (
	"context"
	"encoding/json"
	"errors"
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
	Pause(tx *store.Tx, chat, id int64, paused bool, now time.Time) (found bool, err error)
	// Replan gives a reminder another plan and task.
	Replan(tx *store.Tx, chat, id int64, p Plan, now time.Time) (found bool, err error)
	// Subscribe turns the weekly progress digest of a chat on or off.
	Subscribe(tx *store.Tx, chat message.Chat, on bool, now time.Time) error
	// Move gives all of a chat to another id; Forget drops what a person asked for
	// in a chat and, in private, the chat's subscriptions.
	Move(tx *store.Tx, from, to int64) error
	Forget(tx *store.Tx, chat, person int64) error
	// Act does what the button of a fired reminder says: "done", "hour" (again in
	// an hour), "morning" (again tomorrow morning) or "off". Doing it twice changes
	// nothing.
	Act(tx *store.Tx, f Fired, action string, by message.Person, now time.Time) (Acted, error)
}

// Digests is what Reminders may also be: digests then come when a chat wants
// them, not only weekly.
type Digests interface {
	// ReadDigest understands when digests are to come, in words or as a cron
	// expression. A problem is a sentence for the person.
	ReadDigest(words string, now time.Time) (p DigestPlan, problem string)
	SubscribeAt(tx *store.Tx, chat message.Chat, p DigestPlan, now time.Time) error
}

// DigestTimes is what Reminders may also be: it tells when the digests of a chat
// come; ok is false where it gets none.
type DigestTimes interface {
	DigestOf(tx *store.Tx, chat int64) (p DigestPlan, ok bool, err error)
}

// DigestPlan is when digests come.
type DigestPlan struct {
	Words   string    `json:"words"`
	Said    string    `json:"said"`
	Next    time.Time `json:"next"`
	OnlyNew bool      `json:"only_new,omitempty"` // only where a figure is new or a deadline near
	Cron    bool      `json:"cron,omitempty"`
}

// Duties keeps the deadlines of the campaigns.
type Duties interface {
	// ReadDeadlines understands deadlines: typed, or an iCalendar file. A problem
	// is a sentence for the person.
	ReadDeadlines(ctx context.Context, s Submission) (list []corpus.Deadline, problem string, err error)
	// AddDeadlines writes them into the table; those with a known id replace it.
	// Undo takes what it returns.
	AddDeadlines(ctx context.Context, list []corpus.Deadline) (undo string, err error)
	Deadlines() []corpus.Deadline
}

// Exporter is what Reminders may also be: the reminders of a chat as an
// iCalendar file are then offered.
type Exporter interface {
	Calendar(tx *store.Tx, chat int64, now time.Time) ([]byte, error)
}

// Retimer is what Reminders may also be: a text that names nothing but an hour,
// nothing but days or a length to move by then changes no more of a plan.
type Retimer interface {
	// Retime returns the plan as the text changes it, or with a question in
	// Clarify; ok is false where the text names more, or none of them.
	Retime(p Plan, text string, now time.Time) (changed Plan, ok bool)
	// Upcoming returns a kept plan with its next instants as of now.
	Upcoming(p Plan, now time.Time) Plan
}

// ErrTooMany says that a chat or person has as many reminders as they may.
var ErrTooMany = errors.New("too many reminders")

// What a request about reminders wants; a Plan's Intent. The empty one is a new
// reminder too.
const (
	IntentCreate = "create"
	IntentList   = "list"
	IntentDelete = "delete"
	IntentChange = "change" // Task names the reminder, the rest its new times
	IntentPause  = "pause"
	IntentResume = "resume"
)

// Plan is a request as understood.
type Plan struct {
	Intent  string      `json:"intent,omitempty"`
	Text    string      `json:"text"` // the whole request, with the answers to Clarify
	Task    string      `json:"task"`
	Said    string      `json:"said"`    // the times in plain Vietnamese
	Next    []time.Time `json:"next"`    // the first instants, soonest first
	Clarify string      `json:"clarify"` // question to ask back; then Next may be empty
	Choices []Choice    `json:"choices"` // answers to Clarify
	Rule    string      `json:"rule,omitempty"`
	Offsets []string    `json:"offsets,omitempty"`
	Move    string      `json:"move,omitempty"`   // to change: the words of a length that the reminder is moved by
	Rename  string      `json:"rename,omitempty"` // to change: its new task
	Moved   time.Time   `json:"moved,omitzero"`   // the next instant, put off once

	// Schedule is what Reminders understood; the bot only hands it back.
	Schedule json.RawMessage `json:"schedule,omitempty"`
}

// Choice is one answer to a question asked back: what the button says, and the
// whole request that it makes.
type Choice struct {
	Label string `json:"label"`
	Text  string `json:"text"`
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

// Fired names one message of a reminder that fired.
type Fired struct {
	Reminder int64     `json:"reminder"`
	Due      time.Time `json:"due"`
	Chat     int64     `json:"chat"`
}

// Acted is what came of a button of a fired reminder. Parts, if any, replace
// the message; Keep leaves its buttons.
type Acted struct {
	Notice string
	Parts  []message.Part
	Keep   bool
	More   []More // further buttons, above those that are kept
}

// More is a further button of a fired reminder: what it shows and the action
// that Act gets, at most 30 letters, digits and signs.
type More struct{ Label, Action string }

// Changes turns what an editor sends into changes of the corpus.
type Changes interface {
	// Preview reads a typed figure, a link, an article or a file and shows what
	// would change. Problems for the person are in Draft.Problem, not the error.
	Preview(ctx context.Context, s Submission) (Draft, error)
	// Commit writes a draft and returns what Undo takes. Writing the same draft
	// twice changes nothing.
	Commit(ctx context.Context, d Draft) (undo string, err error)
	Undo(ctx context.Context, undo string) error
	// Correct reads "2 1.900 tỷ đồng" or "2 kỳ 2022-H1": a correction of one
	// record. ok is false where the text is none.
	Correct(d Draft, text string, now time.Time) (corrected Draft, ok bool)
}

// Submission is what an editor sent.
type Submission struct {
	Text      string
	URL       string
	File      *message.File
	Title     string    // of a post
	Forwarded bool      // a post of somebody else: an article, never a typed figure
	Now       time.Time // for relative dates
	Home      string
}

// Draft is a change before it is confirmed.
type Draft struct {
	Article *corpus.Article `json:"article,omitempty"` // nil: a figure without an article; its Text is not kept
	Records []corpus.Record `json:"records"`           // those with Doubt are left out unless kept by hand
	Problem string          `json:"problem,omitempty"` // why nothing can be taken in, for the person
	Token   string          `json:"token"`             // the editor's own key to the whole of it
}

// Broadcasts sends one message to many chats, behind the calls. All stand within
// the transaction of the turn; to start a known broadcast does nothing.
type Broadcasts interface {
	Start(tx *store.Tx, id string, r message.Reply, chats []message.Chat) error
	Stop(tx *store.Tx, id string) error
	Resume(tx *store.Tx, id string) error
	Progress(tx *store.Tx, id string) (Progress, error)
}

// Progress counts the messages of a broadcast. Blocked are all that could not
// be delivered, Unsure those of which nobody knows.
type Progress struct {
	Total, Sent, Blocked, Unsure int
	Stopped                      bool
	Left                         []Missed // those of Blocked and Unsure, once all is done
}

// Missed is a chat that a broadcast did not reach, or may not have.
type Missed struct {
	Chat   message.Chat
	Unsure bool
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
