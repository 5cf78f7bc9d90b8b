package reminder

import (
	"strings"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// Intent is what a request about reminders wants.
type Intent string

// The intents.
const (
	Create Intent = "create"
	List   Intent = "list"
	Delete Intent = "delete"
	Change Intent = "change"
	Pause  Intent = "pause"
	Resume Intent = "resume"
)

// Request is a request as it was understood. With a Clarify there is no usable
// time yet: Next is empty and Recurrence is nil unless it is only in doubt.
type Request struct {
	Intent     Intent
	Task       string // what to do, as typed
	Group      bool   // for the whole group, not for oneself
	Recurrence *Recurrence
	Recurs     bool        // comes round again; otherwise once, or offsets before one deadline
	Deadline   time.Time   // for offsets before one deadline
	Next       []time.Time // the first five instants
	Said       string
	Offsets    []string
	Clarify    string
	Answers    []string // the request put more clearly, each one way
	Move       string   // Change: "lùi 1 ngày", the length to move the reminder by
	Rename     string   // Change: what the reminder is to be of
}

// maxRequest bounds the characters of a request that are read for a time.
const maxRequest = 4096

// ParseRequest reads a request to be reminded, or one about reminders; ok is
// false if the text is neither. Text without marks and raw Telex or VNI keys are
// read too; what is ambiguous is asked back in Clarify, never guessed.
func ParseRequest(text string, now time.Time, cal Calendar) (Request, bool) {
	text = cut(text)
	now = now.In(corpus.Zone)
	if decoded, ok := viet.Decode(text); ok {
		text = decoded
	}
	b, ok := read(text, now, cal)
	if ok && b.wantsList() {
		return Request{Intent: List, Next: []time.Time{}, Offsets: []string{}}, true
	}
	if !ok || b.intent == Create && b.isQuestion() {
		return Request{}, false
	}
	return b.request(), true
}

func cut(text string) string {
	if len(text) <= maxRequest {
		return text
	}
	n := 0
	for i := range text {
		if n++; n > maxRequest {
			return text[:i]
		}
	}
	return text
}

// Parsed is the part of a parsed text that speaks of reminders.
type Parsed struct {
	Recurrence *ParsedRecurrence `json:"recurrence"`
	Reminder   *ParsedReminder   `json:"reminder"`
}

// ParsedRecurrence is a recurrence named in a text. Rule is empty where RFC 5545
// has no words for it.
type ParsedRecurrence struct {
	Text string      `json:"text"`
	Rule string      `json:"rule"`
	Said string      `json:"said"`
	Next []time.Time `json:"next"`
}

// ParsedReminder is a request to be reminded. First is nil without a usable
// time.
type ParsedReminder struct {
	Task    string      `json:"task"`
	First   *time.Time  `json:"first"`
	Said    string      `json:"said"`
	Next    []time.Time `json:"next"`
	Offsets []string    `json:"offsets"`
	Clarify string      `json:"clarify"`
}

// Parse reads the recurrence and the request to be reminded of a text; each is
// nil if the text has none.
func Parse(text string, now time.Time, cal Calendar) Parsed {
	text = cut(text)
	now = now.In(corpus.Zone)
	var p Parsed
	source := text
	if decoded, ok := viet.Decode(text); ok {
		source = decoded
	}
	b, asked := read(source, now, cal)
	if rec, ok := b.recurs(); ok {
		p.Recurrence = &ParsedRecurrence{b.recurrenceText(), rec.Rule(), rec.Said(), rec.Upcoming(now, 5, cal)}
	}
	if asked && b.intent == Create && !b.isQuestion() {
		req := b.request()
		r := ParsedReminder{Task: req.Task, Said: req.Said, Next: req.Next, Offsets: req.Offsets, Clarify: req.Clarify}
		if len(req.Next) > 0 {
			r.First = &req.Next[0]
		}
		p.Reminder = &r
	}
	return p
}

// recurrenceText returns the words of the recurrence.
func (b *builder) recurrenceText() string {
	first, last := -1, -1
	for i, t := range b.timed {
		if t {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return ""
	}
	text, _, _ := b.Text(first, last+1)
	return strings.TrimSpace(text)
}
