package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/chart"
	"thiduabot/bot/intake"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/reminder"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
	"thiduabot/corpus"
	"thiduabot/corpus/ingest"
	"thiduabot/index"
)

// house holds the parts that chat and serve share.
type house struct {
	*shared
	index   *index.Index
	store   *store.Store
	clock   func() time.Time
	log     *slog.Logger
	book    *reminder.Book
	planner *reminder.Planner
	desk    *intake.Desk // nil without a data folder
	stats   telegram.Stats
	adapter atomic.Pointer[telegram.Adapter] // while serving
}

func (s *shared) newHouse(x *index.Index, st *store.Store, clock func() time.Time, log *slog.Logger) *house {
	h := &house{shared: s, index: x, store: st, clock: clock, log: log}
	editors := func(tx *store.Tx) ([]message.Chat, error) { return bot.Editors(tx), nil }
	h.book = &reminder.Book{Days: h.calendar, Editors: editors}
	around := reminder.Surroundings{Board: x, Store: st, Area: h.areaOf, Picture: h.picture(), Deadlines: x.Deadlines}
	h.planner = &reminder.Planner{
		Store: st, Clock: clock, Log: log, Calendar: h.calendar, Deadlines: x.Deadlines,
		Editors: editors, Quiet: quiet,
		Compose: map[reminder.Kind]reminder.Composer{
			reminder.Task: reminder.SayTask, reminder.Duty: reminder.SayDuty(st),
			reminder.Report: reminder.SayReport(st),
			reminder.Digest: reminder.SayDigest(around), reminder.Alert: reminder.SayAlert(around),
		},
	}
	if s.Data != "" {
		h.desk = &intake.Desk{Folder: s.Data, Tables: x.Tables, Fetcher: ingest.NewFetcher(nil), Wrote: h.wrote}
	}
	return h
}

// quiet reports whether a chat is not to be disturbed, and until when.
func quiet(tx *store.Tx, chat int64, now time.Time) (time.Time, bool) {
	c, ok, err := bot.LookupChat(tx, chat)
	if err != nil || !ok {
		return now, false
	}
	return c.QuietUntil(now.In(corpus.Zone))
}

// picture draws the progress of a campaign; a picture that cannot be drawn is
// left out of the digest.
func (h *house) picture() func(string, index.Progress, time.Time) *message.Media {
	drawer := chart.New(16)
	return func(area string, p index.Progress, now time.Time) *message.Media {
		pic, err := drawer.Progress(reminder.Chart(area, p))
		if errors.Is(err, chart.ErrTooFew) {
			return nil
		}
		if err != nil {
			h.log.Error("draw progress", "area", area, "error", err)
			return nil
		}
		return &message.Media{Name: pic.Name, Type: "image/png", Bytes: pic.PNG, Cache: pic.Key}
	}
}

// wrote tells the index of articles that changed.
func (h *house) wrote(ids []string) error {
	return errors.Join(index.Touch(h.Data, ids), h.index.Refresh(context.Background()))
}

// newBot makes the conversation and gives its buttons to the planner.
func (h *house) newBot(c bot.Config) (*bot.Bot, error) {
	b, err := bot.New(c)
	if err != nil {
		return nil, err
	}
	h.planner.Keys = b.FiredKeys
	return b, nil
}

// calendar returns the working calendar of the corpus as it is now.
func (h *house) calendar() reminder.Calendar { return reminder.NewCalendar(h.index.Holidays()) }

// areaOf returns the area that a chat has chosen, or the home area.
func (h *house) areaOf(chat int64) string {
	area, err := bot.AreaOf(h.store, chat)
	if err != nil || area == "" {
		return h.index.Home()
	}
	return area
}

// config is what the conversation is made of. Local: it is that of a terminal.
func (h *house) config(local bool) bot.Config {
	c := bot.Config{
		Answerer: h.index, Searcher: h.index, Library: h.index, Store: h.store,
		Clock: h.clock, Log: h.log, Home: h.index.Home(), Local: local,
		Reminders: h.book, Broadcasts: broadcasts{},
		Digest: func(ctx context.Context, area string, now time.Time) ([]message.Part, error) {
			return reminder.DigestText(ctx, h.index, area, now)
		},
	}
	if h.NoBuiltin {
		c.Examples = h.examples()
	}
	if local {
		c.Flood = -1
	}
	if h.desk != nil {
		c.Changes, c.Posts, c.Duties = h.desk, h.desk, h.desk
	}
	return c
}

// examples are questions about the office's own indicators, for newcomers.
func (h *house) examples() []string {
	var list []string
	for _, ind := range h.index.Tables().Indicators {
		if len(list) < 3 {
			list = append(list, phrase.Example(ind.Name, h.clock().Year()-1))
		}
	}
	return list
}

// statePath returns the path of the state of the data folder.
func (s *shared) statePath() string { return filepath.Join(s.Data, stateFile) }

// readBack says when a request to be reminded would fire, for answers.
func readBack(holidays []corpus.Holiday) func(string, time.Time) (string, bool) {
	cal := reminder.NewCalendar(holidays)
	return func(text string, now time.Time) (string, bool) {
		r, ok := reminder.ParseRequest(text, now, cal)
		if !ok {
			return "", false
		}
		if r.Clarify != "" {
			return r.Clarify, true
		}
		return r.Said, true
	}
}

// broadcasts sends one message to many chats through the outbox.
type broadcasts struct{}

func (broadcasts) Start(tx *store.Tx, id string, r message.Reply, chats []message.Chat) error {
	return outbox.Start(tx, id, r, chats)
}

func (broadcasts) Stop(tx *store.Tx, id string) error   { return outbox.Stop(tx, id) }
func (broadcasts) Resume(tx *store.Tx, id string) error { return outbox.Resume(tx, id) }

func (broadcasts) Progress(tx *store.Tx, id string) (bot.Progress, error) {
	g, ok, err := outbox.Progress(tx, id)
	if err == nil && !ok {
		err = fmt.Errorf("broadcast %q is not known", id)
	}
	p := bot.Progress{Total: g.Total, Sent: g.Sent, Blocked: g.Blocked + g.Failed, Unsure: g.Unsure, Stopped: g.Stopped}
	if ok && p.Done() {
		for u := range outbox.Report(tx, id) {
			p.Left = append(p.Left, bot.Missed{Chat: u.Chat, Unsure: u.State == outbox.Unsure})
		}
	}
	return p, err
}

// screen is a Sender that keeps what leaves the outbox until the terminal shows
// it.
type screen struct {
	mu      sync.Mutex
	replies []message.Reply
	sent    int
}

// Send keeps a reply for take.
func (s *screen) Send(_ context.Context, r outbox.Row) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent++
	s.replies = append(s.replies, r.Reply)
	return s.sent, nil
}

// take returns what was kept, and forgets it.
func (s *screen) take(context.Context, time.Time) ([]message.Reply, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	taken := s.replies
	s.replies = nil
	return taken, nil
}
