package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// The environment of the bot process.
const (
	childVar = "CRASH_CHILD" // its folder
	urlVar   = "CRASH_URL"
	tokenVar = "CRASH_TOKEN"
	everyVar = "CRASH_EVERY"
)

// child is the bot that gets killed.
func child(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	every, err := time.ParseDuration(os.Getenv(everyVar))
	if err != nil {
		return err
	}
	st, err := store.Open(filepath.Join(os.Getenv(childVar), "state.db"))
	if err != nil {
		return err
	}
	defer st.Close()
	limits := telegram.TelegramLimits()
	limits.Every = every
	return telegram.Serve(ctx, telegram.Config{
		Token: os.Getenv(tokenVar), APIURL: os.Getenv(urlVar), Store: st, Handler: echo{st}, Limits: limits,
		Timings: telegram.Timings{Conflict: 5 * time.Millisecond, Retry: 5 * time.Millisecond, RetryMax: 50 * time.Millisecond},
	})
}

// echo answers each question and plans a reminder about it.
type echo struct{ st *store.Store }

func (e echo) Handle(_ context.Context, u message.Update) ([]message.Reply, error) {
	err := e.st.Update(func(tx *store.Tx) error {
		_, err := outbox.Add(tx, outbox.Row{
			Key: fmt.Sprintf("reminder/%d", u.ID), Class: outbox.Reminder, Due: time.Now().Add(30 * time.Millisecond),
			Reply: message.Reply{Chat: u.Chat, Parts: []message.Part{{Text: "nhắc: " + u.Text}}},
		})
		return err
	})
	return []message.Reply{{Chat: u.Chat, Parts: []message.Part{{Text: "đáp: " + u.Text}}}}, err
}
