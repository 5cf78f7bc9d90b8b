package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"thiduabot/bot/outbox"
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
	h := sh.newHouse(x, st, clock, slog.New(slog.NewTextHandler(s.err, nil)))
	b, err := h.newBot(h.config(true))
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	shown := &screen{}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return h.planner.Run(ctx) })
	g.Go(func() error {
		return outbox.Drain(ctx, outbox.Config{Store: st, Sender: shown, Pace: outbox.NewPace(outbox.Limits{})})
	})
	g.Go(func() error {
		defer stop()
		return terminal.Run(ctx, terminal.Options{
			Bot: b, In: s.in, Out: s.out, Dir: c.Pictures, Now: clock, Due: shown.take,
		})
	})
	return g.Wait()
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
