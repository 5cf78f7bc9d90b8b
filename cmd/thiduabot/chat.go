package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/store"
	"thiduabot/bot/terminal"
	"thiduabot/corpus"
)

type chatCmd struct {
	Pictures string `help:"Folder for charts and files; default: a new temporary one." type:"path" placeholder:"DIR"`
}

// Run talks in the terminal through the same conversation as Telegram does.
func (c *chatCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	st, err := sh.chatStore()
	if err != nil {
		return err
	}
	defer st.Close()
	if sh.Data == "" {
		fmt.Fprintln(s.err, "no --data: reminders and settings are kept until this chat ends")
	}
	x, err := sh.open(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	clock := sh.clock()
	h, err := sh.newHouse(x, st, clock)
	if err != nil {
		return err
	}
	b, err := bot.New(h.config(true))
	if err != nil {
		return err
	}
	return terminal.Run(ctx, terminal.Options{
		Bot: b, In: s.in, Out: s.out, Dir: c.Pictures, Now: clock, Due: h.due,
	})
}

// chatStore opens the state of the data folder, or one that is thrown away.
func (s *shared) chatStore() (*store.Store, error) {
	if s.Data == "" {
		return store.OpenTemp()
	}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return nil, fmt.Errorf("data folder: %w", err)
	}
	return store.Open(filepath.Join(s.Data, stateFile))
}

// clock returns the wall clock, or one that starts at --at and goes on.
func (s *shared) clock() func() time.Time {
	start := time.Now()
	first, err := s.now()
	if err != nil || s.At == "" {
		return func() time.Time { return time.Now().In(corpus.Zone) }
	}
	return func() time.Time { return first.Add(time.Since(start)) }
}
