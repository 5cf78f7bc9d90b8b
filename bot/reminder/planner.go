package reminder

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// Occurrence is one firing of a reminder: the key that makes planning
// idempotent is (Row.ID, Planned).
type Occurrence struct {
	Row     Row
	Planned time.Time // the instant it was planned for, the newest one missed
	Now     time.Time
	Missed  int // earlier instants that were missed, besides Planned
}

// Late returns by how much the occurrence is late, 0 if it is not to be told.
func (o Occurrence) Late() time.Duration {
	if late := o.Now.Sub(o.Planned); late >= tellLate {
		return late
	}
	return 0
}

// Times of planning.
const (
	tick     = time.Second // unless Planner.Every says otherwise
	tellLate = time.Minute
	batch    = 1000        // occurrences planned in one transaction
	maxMiss  = 100_000     // instants counted as missed
	rest     = time.Minute // after which a reminder that could not be said is tried again
)

// Planner turns due reminders into rows of the outbox. Only one may run on a
// store; the lock of the store sees to that.
type Planner struct {
	Store    *store.Store
	Calendar func() Calendar
	Compose  map[Kind]Composer
	Clock    func() time.Time
	Log      *slog.Logger
	Every    time.Duration // between two ticks of Run; 0: a second
	// Keys makes the buttons of a fired reminder. Nil: there are none.
	Keys func(tx *store.Tx, f bot.Fired) ([][]message.Key, error)
	// Deadlines are the duties of the campaigns as they are now. Nil: none.
	Deadlines func() []corpus.Deadline
	// Editors are the private chats of those who get the reports. Nil: nobody does.
	Editors func(tx *store.Tx) ([]message.Chat, error)
	// Quiet reports whether a chat wants no digests at an hour; they then come
	// when it ends. Nil: never.
	Quiet func(tx *store.Tx, chat int64, now time.Time) (until time.Time, quiet bool)
	// Planned is told how many rows a tick added. Nil: nobody is.
	Planned func(n int)

	synced  string              // what the duties were last brought in line with
	looked  time.Time           // when that was last looked at
	last    time.Time           // of the tick before
	resting map[int64]time.Time // reminders that could not be said, until when they rest
}

// Run ticks until ctx ends, and waits for the last tick.
func (p *Planner) Run(ctx context.Context) error {
	every := p.Every
	if every == 0 {
		every = tick
	}
	log := cron.PrintfLogger(slog.NewLogLogger(p.Log.Handler(), slog.LevelError))
	// The order matters: with Recover outside, one panic would make
	// SkipIfStillRunning skip for ever.
	c := cron.New(cron.WithLocation(corpus.Zone), cron.WithChain(cron.SkipIfStillRunning(cron.DiscardLogger), cron.Recover(log)))
	_, err := c.AddFunc(fmt.Sprintf("@every %s", every), func() {
		if _, err := p.Tick(ctx); err != nil && ctx.Err() == nil {
			p.Log.Error("plan reminders", "error", err)
		}
	})
	if err != nil {
		return fmt.Errorf("plan reminders: %w", err)
	}
	c.Start()
	<-ctx.Done()
	<-c.Stop().Done()
	return nil
}

// Tick plans everything that is due now and returns how many messages it added
// to the outbox. It must not run twice at a time.
func (p *Planner) Tick(ctx context.Context) (int, error) {
	now := p.Clock()
	if err := p.stepBack(now); err != nil {
		return 0, err
	}
	if err := p.syncDuties(now); err != nil { // what is planned already goes on
		p.Log.Error("plan deadlines", "error", err)
	}
	total := 0
	var from []byte
	for ctx.Err() == nil {
		ready, next, err := p.ready(from, now)
		if err != nil {
			return total, err
		}
		n, err := p.plan(ctx, ready)
		total += n
		if err != nil || next == nil {
			return total, err
		}
		from = next
	}
	return total, ctx.Err()
}

// ready returns the next reminders that are due, and the key to go on from; nil:
// there are no more.
func (p *Planner) ready(from []byte, now time.Time) (ready []Occurrence, next []byte, err error) {
	err = p.Store.View(func(tx *store.Tx) error {
		seen := 0
		for key := range due.Range(tx, from, store.Instant(now.Add(1))) {
			if seen++; seen > batch {
				next = append(next, key...)
				return nil
			}
			r, ok, err := rows.Lookup(tx, key[8:])
			if err != nil {
				return err
			}
			if ok && !now.Before(p.resting[r.ID]) {
				ready = append(ready, Occurrence{Row: r, Planned: r.Next, Now: now})
			}
		}
		return nil
	})
	return ready, next, err
}
