package chart

import (
	"thiduabot/corpus"
)

// Title says what a picture is of.
type Title struct {
	Name string // of the indicator
	Area string
}

// Picture is a drawn chart. Key is the same for the same records, Alt says in
// words what the picture shows.
type Picture struct {
	PNG  []byte
	Name string // of the file
	Key  string
	Alt  string
}

// Enough reports whether records show a movement: figures of two periods.
func Enough(records []corpus.Record) bool { return false }

// Series draws the records of one indicator and area in order of time.
func Series(t Title, records []corpus.Record) (Picture, error) { return Picture{}, nil }
