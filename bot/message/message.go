// Package message holds what comes into the bot and what goes out of it, without
// any transport: an Update in, Replies out. Adapters map them to Telegram or to
// a terminal; the outbox keeps Replies as JSON.
//
// It stands apart from package bot so that reminders, the outbox and the
// adapters can speak of messages without importing the conversation.
package message

import "time"

// ChatKind tells where a message was written.
type ChatKind string

// The kinds of chat.
const (
	Private ChatKind = "private"
	Group   ChatKind = "group" // supergroups too
	Channel ChatKind = "channel"
)

// Chat is a place that messages come from and go to.
type Chat struct {
	ID    int64    `json:"id"`
	Kind  ChatKind `json:"kind"`
	Title string   `json:"title,omitempty"`
	Topic int      `json:"topic,omitempty"` // thread of a forum, 0: none
}

// Person is the one who wrote or pressed.
type Person struct {
	ID       int64  `json:"id"`
	Name     string `json:"name,omitempty"`
	Username string `json:"username,omitempty"`
	Language string `json:"language,omitempty"`
}

// Kind tells what an Update is.
type Kind string

// The kinds of update.
const (
	Text    Kind = "text"    // a message, perhaps with a file
	Button  Kind = "button"  // a button was pressed: Data
	Edited  Kind = "edited"  // a message was edited
	Post    Kind = "post"    // a channel post, new or edited
	Joined  Kind = "joined"  // the bot was added or unblocked
	Left    Kind = "left"    // the bot was removed or blocked
	Migrate Kind = "migrate" // the group became NewChat
	Inline  Kind = "inline"  // an inline query: Text, Offset
)

// File is an attachment. Ref is the adapter's reference to fetch it by.
type File struct {
	Ref  string `json:"ref"`
	Name string `json:"name"`
	Type string `json:"type,omitempty"` // media type
	Size int64  `json:"size"`
}

// Update is one thing that happened in a chat.
type Update struct {
	ID        int64     `json:"id"` // unique within the adapter
	Kind      Kind      `json:"kind"`
	Chat      Chat      `json:"chat"`
	From      Person    `json:"from"`
	Message   int       `json:"message"` // id of the message written or pressed on
	Text      string    `json:"text,omitempty"`
	Data      string    `json:"data,omitempty"`      // of the button
	Callback  string    `json:"callback,omitempty"`  // to be answered, of the button or inline query
	Offset    string    `json:"offset,omitempty"`    // page of an inline query
	Whispered bool      `json:"whispered,omitempty"` // the button stands under a message that only the presser sees
	ReplyTo   int       `json:"reply_to,omitempty"`
	ToBot     bool      `json:"to_bot,omitempty"`    // private, a reply to the bot, a mention or a command for it
	Forwarded bool      `json:"forwarded,omitempty"` // a forwarded message or post
	File      *File     `json:"file,omitempty"`
	NewChat   int64     `json:"new_chat,omitempty"`
	At        time.Time `json:"at"`
}

// Style is how a part of a text looks.
type Style string

// The styles of a part; Plain is the zero value.
const (
	Plain  Style = ""
	Bold   Style = "bold"
	Italic Style = "italic"
	Code   Style = "code"
	Pre    Style = "pre"
	Quote  Style = "quote" // expandable where the client can
)

// Part is a stretch of text with one style; with a URL it is a link.
type Part struct {
	Text  string `json:"text"`
	Style Style  `json:"style,omitempty"`
	URL   string `json:"url,omitempty"`
}

// Table is a small table; the first row may be a header.
type Table struct {
	Header []string   `json:"header,omitempty"`
	Rows   [][]string `json:"rows"`
	Right  []bool     `json:"right,omitempty"` // columns to align right
}

// Key is a button. Data comes back in an Update of kind Button, at most 64
// bytes; with a URL it opens a page instead.
type Key struct {
	Text string `json:"text"`
	Data string `json:"data,omitempty"`
	URL  string `json:"url,omitempty"`
}

// Media is a picture or file that goes out. Cache is a stable key under which
// the adapter may remember the transport's own reference.
type Media struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // image/png, text/calendar ...
	Bytes []byte `json:"bytes,omitempty"`
	Ref   string `json:"ref,omitempty"` // the adapter's reference, instead of Bytes
	Cache string `json:"cache,omitempty"`
}

// Inlined is one result of an inline query.
type Inlined struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Parts       []Part `json:"parts"`
}

// Reply is one thing the bot does in answer: a message, an edit of one, a
// notice on a button, or the results of an inline query. A reply with a
// Callback answers that button press first; where it has neither text nor
// Media nor Inlined, that is all it does. With Edit and no Keys the buttons of
// the message go.
type Reply struct {
	Chat      Chat      `json:"chat"`
	Parts     []Part    `json:"parts,omitempty"`
	Table     *Table    `json:"table,omitempty"` // after Parts
	Tail      []Part    `json:"tail,omitempty"`  // after Table
	Keys      [][]Key   `json:"keys,omitempty"`
	Media     *Media    `json:"media,omitempty"`     // Parts become its caption
	Edit      int       `json:"edit,omitempty"`      // id of the message to replace
	ReplyTo   int       `json:"reply_to,omitempty"`  // id of the message answered
	Callback  string    `json:"callback,omitempty"`  // answer this callback ...
	Notice    string    `json:"notice,omitempty"`    // ... with this short notice
	Inlined   []Inlined `json:"inlined,omitempty"`   // answer this inline query (Callback)
	Next      string    `json:"next,omitempty"`      // next page of an inline query
	Ephemeral int64     `json:"ephemeral,omitempty"` // shown to this person only, where the client can
	Replaces  string    `json:"replaces,omitempty"`  // callback of the button whose Ephemeral message it takes the place of
	Silent    bool      `json:"silent,omitempty"`
}
