package main

import (
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/outbox"
)

// TestFloodFiveTimesFaster runs the program with all limits tightened alike, so
// that it takes seconds.
func TestFloodFiveTimesFaster(t *testing.T) {
	const faster = 5
	r, err := run(t.Context(), plan{
		Recipients: 300, Burst: 30,
		Limits: outbox.Limits{Every: 34250 * time.Microsecond / faster, Private: outbox.Rate{Every: time.Second / faster, Burst: 3}},
		Strict: &bottest.Limits{Second: 30 * faster, Chat: time.Second / faster, ChatBurst: 3, GroupMinute: 20},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", r)
	if r.Disorder > 0 || r.Rate < 15*faster {
		t.Errorf("%d out of order, %.1f messages a second", r.Disorder, r.Rate)
	}
}
