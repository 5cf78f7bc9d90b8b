package main

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

// TestMain is the bot where the killer starts this very program again.
func TestMain(m *testing.M) {
	if os.Getenv(childVar) != "" {
		if err := child(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func TestKilledBotLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts twenty processes")
	}
	p := defaults()
	p.Kills, p.Life, p.Chats, p.Every = 20, 150*time.Millisecond, 20, 10*time.Millisecond
	r, err := run(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", r)
	if !r.good() {
		t.Error("delivery broke its promise")
	}
}
