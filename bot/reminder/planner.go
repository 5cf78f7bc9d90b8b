package reminder

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/robfig/cron/v3"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
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
	tick     = time.Second
	tellLate = time.Minute
	batch    = 2000    // occurrences planned in one transaction
	maxMiss  = 100_000 // instants counted as missed
)

// Planner turns due reminders into rows of the outbox. Only one may run on a
// store; the lock of the store sees to that.
type Planner struct {
	Store    *store.Store
	Calendar func() Calendar
	Compose  map[Kind]Composer
	Clock    func() time.Time
	Log      *slog.Logger
	// Keys makes the buttons of a fired reminder. Nil: there are none.
	Keys func(tx *store.Tx, f bot.Fired) ([][]message.Key, error)
	// Deadlines are the duties of the campaigns as they are now. Nil: none.
	Deadlines func() []corpus.Deadline
	// Quiet reports whether a chat wants no digests at an hour; they then come
	// when it ends. Nil: never.
	Quiet func(chat int64, now time.Time) (until time.Time, quiet bool)
	// Planned is told how many rows a tick added. Nil: nobody is.
	Planned func(n int)

	synced time.Time // when the duties were last brought in line
}

// Run ticks every second until ctx ends, and waits for the last tick.
func (p *Planner) Run(ctx context.Context) error {
	log := cron.PrintfLogger(slog.NewLogLogger(p.Log.Handler(), slog.LevelError))
	// The order matters: with Recover outside, one panic would make
	// SkipIfStillRunning skip for ever.
	c := cron.New(cron.WithLocation(corpus.Zone), cron.WithChain(cron.SkipIfStillRunning(cron.DiscardLogger), cron.Recover(log)))
	_, err := c.AddFunc(fmt.Sprintf("@every %s", tick), func() {
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

// syncEvery is how often the duties are brought in line with the deadlines.
const syncEvery = time.Minute

// syncDuties brings the duties in line with the table of deadlines, at most once
// a minute.
func (p *Planner) syncDuties(now time.Time) error {
	if p.Deadlines == nil || now.Sub(p.synced) < syncEvery && !now.Before(p.synced) {
		return nil
	}
	err := p.Store.Update(func(tx *store.Tx) error { return SyncDuties(tx, p.Deadlines(), now, p.Calendar()) })
	if err != nil {
		return fmt.Errorf("plan deadlines: %w", err)
	}
	p.synced = now
	return nil
}

// Tick plans everything that is due now and returns how many messages it added
// to the outbox.
func (p *Planner) Tick(ctx context.Context) (int, error) {
	now := p.Clock()
	if err := p.syncDuties(now); err != nil {
		return 0, err
	}
	total := 0
	for ctx.Err() == nil {
		ready, err := p.ready(now)
		if err != nil || len(ready) == 0 {
			return total, err
		}
		moved, n, err := p.plan(ctx, ready)
		total += n
		if err != nil || moved == 0 {
			return total, err
		}
	}
	return total, ctx.Err()
}

// ready returns the next batch of reminders that are due.
func (p *Planner) ready(now time.Time) ([]Occurrence, error) {
	var ready []Occurrence
	err := p.Store.View(func(tx *store.Tx) error {
		for _, id := range due.Range(tx, nil, store.Instant(now.Add(1))) {
			r, ok, err := rows.Lookup(tx, store.Int(id))
			if err != nil {
				return err
			}
			if ok {
				ready = append(ready, Occurrence{Row: r, Planned: r.Next, Now: now})
			}
			if len(ready) == batch {
				break
			}
		}
		return nil
	})
	return ready, err
}

// planned is an occurrence with what it says and when it comes again.
type planned struct {
	Occurrence
	said []Said
	next Row
}

// plan composes a batch and writes it: messages and next instants together. It
// returns how many reminders moved on and how many messages were added.
func (p *Planner) plan(ctx context.Context, ready []Occurrence) (moved, added int, err error) {
	cal := p.Calendar()
	all := make([]planned, 0, len(ready))
	for _, o := range ready {
		next, err := advance(&o, cal)
		if err != nil {
			p.Log.Error("reminder put aside: its schedule cannot be read", "reminder", o.Row.ID, "error", err)
		}
		said, err := p.compose(ctx, o)
		if err != nil { // it stays due and is tried again with the next tick
			p.Log.Error("compose reminder", "reminder", o.Row.ID, "error", err)
			continue
		}
		all = append(all, planned{o, said, next})
	}
	err = p.Store.Update(func(tx *store.Tx) error {
		added = 0
		for _, o := range all {
			n, err := p.write(tx, o)
			if err != nil {
				return fmt.Errorf("plan reminder %d: %w", o.Row.ID, err)
			}
			added += n
		}
		return nil
	})
	if err == nil && p.Planned != nil {
		p.Planned(added)
	}
	return len(all), added, err
}

// advance sets o to the newest instant that has passed, counts the ones missed
// before it, and returns the row with its next instant. A schedule that cannot
// be read ends the reminder.
func advance(o *Occurrence, cal Calendar) (Row, error) {
	next := o.Row
	next.Fired++
	next.Next = time.Time{}
	when, err := o.Row.schedule()
	if err != nil {
		return next, err
	}
	at, ok := when.Next(o.Planned, cal)
	for ; ok && !at.After(o.Now) && o.Missed < maxMiss; o.Missed++ {
		o.Planned = at
		at, ok = when.Next(at, cal)
	}
	if ok {
		next.Next = at
	}
	return next, nil
}

func (p *Planner) compose(ctx context.Context, o Occurrence) ([]Said, error) {
	say, ok := p.Compose[o.Row.Kind]
	if !ok {
		return nil, errors.New("no composer for kind " + string(o.Row.Kind))
	}
	return say(ctx, o)
}

// write adds the messages of an occurrence and moves its reminder on, unless
// somebody changed the reminder meanwhile.
func (p *Planner) write(tx *store.Tx, o planned) (added int, err error) {
	was, ok, err := rows.Lookup(tx, store.Int(o.Row.ID))
	if err != nil || !ok || !was.Next.Equal(o.Row.Next) {
		return 0, err
	}
	for i, said := range o.said {
		isNew, err := p.say(tx, o.Occurrence, i, said)
		if err != nil {
			return 0, err
		}
		if isNew {
			added++
		}
	}
	next := was
	next.Next, next.Fired = o.next.Next, o.next.Fired
	return added, put(tx, next, &was)
}

// say plans one message.
func (p *Planner) say(tx *store.Tx, o Occurrence, i int, said Said) (isNew bool, err error) {
	r := outbox.Row{Key: said.Key, Class: outbox.Reminder, Reply: said.Reply, Due: o.Now}
	if r.Key == "" {
		r.Key = fmt.Sprintf("reminder/%d@%d/%d", o.Row.ID, o.Planned.Unix(), i)
	}
	if p.Quiet != nil && o.Row.Kind != Task {
		if until, quiet := p.Quiet(o.Row.Chat.ID, o.Now); quiet {
			r.Due = until
		}
	}
	if said.Keys && p.Keys != nil {
		fired := bot.Fired{Reminder: o.Row.ID, Due: o.Planned, Chat: o.Row.Chat.ID}
		if r.Reply.Keys, err = p.Keys(tx, fired); err != nil {
			return false, err
		}
	}
	if isNew, err = outbox.Add(tx, r); err != nil || !isNew || said.Keep == nil {
		return isNew, err
	}
	return true, said.Keep(tx)
}
