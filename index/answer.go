package index

import (
	"time"

	"thiduabot/corpus"
)

// Kind tells what sort of answer an Answer is.
type Kind string

// The kinds of answer.
const (
	Figure     Kind = "figure"     // one figure answers
	Comparison Kind = "comparison" // several figures side by side
	List       Kind = "list"
	Articles   Kind = "articles" // announcements found
	Passage    Kind = "passage"  // a sentence of an article answers
	Due        Kind = "deadline"
	Reminder   Kind = "reminder"
	Clarify    Kind = "clarify" // several readings; Suggestions offers them
	Smalltalk  Kind = "smalltalk"
	Unknown    Kind = "unknown"
)

// Question is one question with what it leans on.
type Question struct {
	Text      string
	Now       time.Time   // zero: the wall clock
	Home      string      // home area of the asker; empty: that of the corpus
	Audiences []string    // of the asker; Everything lifts the filter
	Previous  *Understood // of the question before, for follow-ups
}

// Everything as the only audience means: no article is hidden (command line).
const Everything = "*"

// Understood is what the program made of a question.
type Understood struct {
	Intent     string   `json:"intent"`
	Indicators []string `json:"indicators"` // ids
	Areas      []string `json:"areas"`
	Periods    []string `json:"periods"`
	Statuses   []string `json:"statuses"`
	Measure    string   `json:"measure"`           // level, growth, plan, rank ...
	Source     string   `json:"source,omitempty"`  // id of the source of the answer, for "nguồn ở đâu"
	Text       string   `json:"text,omitempty"`    // the question, normalized
	Subject    []string `json:"subject,omitempty"` // words that named the indicator
}

// Found is an article in an answer.
type Found struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Snippet   string `json:"snippet"`
	Paragraph int    `json:"paragraph"`
}

// Answer is what the bot knows to a question (contract: command ask).
type Answer struct {
	Question    string          `json:"question"`
	Kind        Kind            `json:"kind"`
	Text        string          `json:"text"`
	Records     []corpus.Record `json:"records"`
	Variants    []corpus.Record `json:"variants"`
	Articles    []Found         `json:"articles"`
	Suggestions []string        `json:"suggestions"`
	Fallback    string          `json:"fallback"`
	Understood  Understood      `json:"understood"`
	Explain     []string        `json:"explain,omitempty"` // the steps, for --explain
}
