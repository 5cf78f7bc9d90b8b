package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

const (
	maxTries   = 2                // failures of the handler before an update is set aside
	maxCrashes = 5                // restarts in the middle of it before it is set aside
	handleTime = 60 * time.Second // for one update
)

// work handles one letter to its end. When ctx ends first, the letter stays in
// the inbox.
func (s *service) work(ctx context.Context, l letter) {
	u, ok, err := s.open(l)
	if err != nil || !ok {
		s.stats.Skipped.Add(1)
		s.finish(l, nil, nil)
		return
	}
	if l.Crashes > 0 {
		if done := s.afterCrash(l, u); done {
			return
		}
	}
	for ctx.Err() == nil {
		replies, err := s.handle(ctx, u)
		if err == nil {
			s.deliver(l, u, replies)
			return
		}
		if ctx.Err() != nil {
			return
		}
		l.Tries++
		s.log.Error("update failed", "update", l.ID, "number", l.Seq, "try", l.Tries, "error", err)
		if l.Tries >= maxTries {
			s.giveUp(l, u, replies, err)
			return
		}
		s.keep(l)
		rest(ctx, s.cfg.Timings.Retry/2)
	}
}

// open reads the update of a letter.
func (s *service) open(l letter) (u message.Update, ok bool, err error) {
	var n notice
	if json.Unmarshal(l.Raw, &n) == nil && n.Notice != nil {
		u, ok = *n.Notice, true
	} else {
		u, ok, err = read(l.Raw, self(*s.me.Load()))
	}
	u.ID = int64(l.Seq)
	return u, ok, err
}

// afterCrash notes that a letter is begun again. One that keeps ending the
// process is set aside; done reports that it was.
func (s *service) afterCrash(l letter, u message.Update) (done bool) {
	if l.Crashes > maxCrashes {
		s.giveUp(l, u, nil, errors.New("the process ended each time"))
		return true
	}
	s.keep(l)
	return false
}

func (s *service) keep(l letter) {
	err := s.cfg.Store.Batch(func(tx *store.Tx) error { return letters.Put(tx, seqKey(l.Seq), l) })
	if err != nil {
		s.log.Error("inbox not written", "error", err)
	}
}

// handle calls the conversation, shows the chat that something happens if it
// takes long, and turns a panic into an error.
func (s *service) handle(ctx context.Context, u message.Update) (replies []message.Reply, err error) {
	ctx, cancel := context.WithTimeout(ctx, handleTime)
	var busy sync.WaitGroup
	busy.Go(func() { s.showBusy(ctx, u) })
	defer busy.Wait()
	defer cancel()
	began := time.Now()
	defer func() { s.stats.Latency.observe(time.Since(began)) }()
	defer func() {
		if r := recover(); r != nil {
			s.stats.Panics.Add(1)
			err = fmt.Errorf("panic: %v\n%s", r, cut(string(debug.Stack()), 4000))
		}
	}()
	return s.cfg.Handler.Handle(ctx, u)
}

// deliver answers the button or inline query of an update and plans the rest
// of its replies, together with the end of its letter.
func (s *service) deliver(l letter, u message.Update, replies []message.Reply) {
	s.finish(l, &u, s.answerNow(u, replies))
	s.stats.Handled.Add(1)
	s.stats.Lag.observe(time.Since(l.At))
}

// giveUp sets a letter aside and tells its writer, once.
func (s *service) giveUp(l letter, u message.Update, replies []message.Reply, cause error) {
	s.stats.SetAside.Add(1)
	if len(replies) == 0 && s.cfg.Apology != nil && u.Chat.ID != 0 && (u.Kind == message.Text || u.Kind == message.Button) {
		replies = []message.Reply{{Chat: u.Chat, Callback: u.Callback, Parts: []message.Part{{Text: s.cfg.Apology(u.ID)}}}}
	}
	l.SetAside = cause.Error()
	s.finish(l, &u, s.answerNow(u, replies))
}

// finish ends a letter and plans replies in one transaction. If that cannot be
// written, the letter stays and is handled again after the next start.
func (s *service) finish(l letter, u *message.Update, replies []message.Reply) {
	err := s.cfg.Store.Batch(func(tx *store.Tx) error {
		if u != nil {
			if err := known(tx, *u); err != nil {
				return err
			}
		}
		if l.SetAside != "" {
			if err := setAside(tx, l, l.SetAside); err != nil {
				return err
			}
		} else if err := letters.Delete(tx, seqKey(l.Seq)); err != nil {
			return err
		}
		for i, r := range replies {
			key := "update/" + strconv.FormatUint(l.Seq, 10) + "/" + strconv.Itoa(i)
			if _, err := outbox.Add(tx, outbox.Row{Key: key, Class: outbox.Answer, Reply: r, Due: l.At}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.log.Error("update handled, but not written down", "update", l.ID, "error", err)
	}
}

// known books what an update tells of its chat: that it can be written to, or
// that it has another id.
func known(tx *store.Tx, u message.Update) error {
	switch u.Kind {
	case message.Left:
		return nil
	case message.Migrate:
		return outbox.Move(tx, u.Chat.ID, u.NewChat)
	}
	return outbox.Revive(tx, u.Chat.ID)
}
