package outbox

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// Sender sends one row and returns the id that the transport gave the message.
// Its errors are *SendError; any other counts as Ambiguous.
type Sender interface {
	Send(ctx context.Context, r Row) (id int, err error)
}

// Config is what Drain needs. Store, Sender and Pace must be given.
type Config struct {
	Store  *store.Store
	Sender Sender
	Pace   *Pace
	Log    *slog.Logger
	Count  *Counters

	// OnGone is told of a chat that refuses messages, OnMoved of one that has
	// another id. They are called between sends and must not block.
	OnGone  func(chat message.Chat)
	OnMoved func(from message.Chat, to int64)

	Grace time.Duration // for sends under way when ctx ends; default 10 s
}

// Counters are totals since the start; all may be read at any time.
type Counters struct {
	Sent, Failed, Unsure, Repeated, Limited atomic.Int64
	Waiting                                 [3]atomic.Int64 // rows in memory by class
}

// Sends under way. Those that would be repeated after a crash are one at a time;
// one that hangs longer than patience holds up nobody. Where a crowd of chats
// waits and the server's answers take longer than the pace, distance alone would
// keep the last of them waiting for long: then the next goes out beside them,
// after a hiccup at the latest.
const (
	patience     = 1500 * time.Millisecond
	crowd        = 300 // chats
	hiccup       = 250 * time.Millisecond
	maxResent    = 12
	maxAnswers   = 16
	maxBroadcast = 16
)

// Drain sends what the outbox holds, and what comes in, until ctx ends. It then
// waits for the sends under way and returns nil; an error is one of the store.
// Only one Drain may run on a store.
func Drain(ctx context.Context, c Config) error {
	d := newDrain(c)
	if err := d.recover(); err != nil {
		return fmt.Errorf("recover outbox: %w", err)
	}
	woken, unwatch := c.Store.Watch(topic)
	defer unwatch()
	sendCtx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	err := d.run(ctx, sendCtx, woken)
	stop := time.AfterFunc(d.c.Grace, cancel)
	defer stop.Stop()
	for d.inFlight() > 0 {
		err = errors.Join(err, d.settle(<-d.results))
	}
	return err
}

// Wake makes a Drain look again, as after a Release of its pace.
func Wake(st *store.Store) { st.Signal(topic) }

type drain struct {
	c       Config
	q       *queue
	loaded  uint64            // rows up to this id are in memory
	held    map[string][]item // by broadcast, of those that are stopped
	results chan result
	flying  map[uint64]flight
	streak  int // failures since anything got through
	swept   time.Time
}

type flight struct {
	class Class
	since time.Time
	turn  *Turn
}

type result struct {
	it   item
	row  Row
	held bool // its broadcast was stopped meanwhile
	dead bool // its chat was dead already
	err  error
	fail error // of the store: nothing is known to be kept
	at   time.Time
}

func newDrain(c Config) *drain {
	if c.Grace == 0 {
		c.Grace = 10 * time.Second
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Count == nil {
		c.Count = &Counters{}
	}
	return &drain{c: c, q: newQueue(), results: make(chan result, maxAnswers+maxResent+maxBroadcast), flying: map[uint64]flight{}, held: map[string][]item{}}
}

// run picks and sends until ctx ends.
func (d *drain) run(ctx, sendCtx context.Context, woken <-chan struct{}) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	if err := d.load(); err != nil {
		return err
	}
	for {
		wait := d.launch(sendCtx, time.Now())
		timer.Reset(wait)
		var err error
		select {
		case <-ctx.Done():
			return nil
		case r := <-d.results:
			err = d.settle(r)
		case <-woken:
			err = d.load()
		case <-timer.C:
			err = d.sweep(time.Now())
		}
		if err != nil {
			return err
		}
	}
}

// recover treats what a crash left in sending as sent with an unknown end.
func (d *drain) recover() error {
	now := time.Now()
	return d.c.Store.Update(func(tx *store.Tx) error {
		var left []Row
		for k, o := range opens.Range(tx, nil, nil) {
			if o.Sending {
				r, ok, err := rows.Lookup(tx, k)
				if err != nil || !ok {
					return errors.Join(err, opens.Delete(tx, k))
				}
				r.Attempts, r.Again = o.Attempts, o.Again
				left = append(left, r)
			}
		}
		for _, r := range left {
			if err := d.afterCrash(tx, r, now); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *drain) afterCrash(tx *store.Tx, r Row, now time.Time) error {
	v := unsure(itemOf(r), r.Reply.Edit != 0)
	if v.State != "" {
		r.State, r.Error = v.State, "the process ended while it was sent"
		d.c.Count.Unsure.Add(1)
		return finish(tx, r, now)
	}
	o := openOf(r)
	o.Again = v.Again
	return opens.Put(tx, idKey(r.ID), o)
}

func itemOf(r Row) item {
	return item{id: r.ID, class: r.Class, due: r.Due, chat: r.Reply.Chat.ID, private: private(r.Reply.Chat.ID, r.Reply.Chat.Kind),
		group: r.Group, attempts: r.Attempts, again: r.Again}
}

func openOf(r Row) open {
	return open{Class: r.Class, Due: r.Due, Chat: r.Reply.Chat.ID, Kind: string(r.Reply.Chat.Kind),
		Group: r.Group, Again: r.Again, Attempts: r.Attempts}
}

// private reports whether a chat is with one person; where its kind was not
// said, a positive id is taken as a person's.
func private(id int64, kind message.ChatKind) bool {
	return kind == message.Private || kind == "" && id > 0
}

// load takes in the rows added since the last load, and those of broadcasts
// that go on again.
func (d *drain) load() error {
	now := time.Now()
	return d.c.Store.View(func(tx *store.Tx) error {
		for k, o := range opens.Range(tx, idKey(d.loaded+1), nil) {
			id := uint64(store.IntOf(k))
			d.loaded = id
			class := min(max(o.Class, 0), classes-1)
			d.put(item{id: id, class: class, due: o.Due, chat: o.Chat, private: private(o.Chat, message.ChatKind(o.Kind)),
				group: o.Group, attempts: o.Attempts, again: o.Again}, now)
		}
		for group, held := range d.held {
			if isStopped(tx, group) {
				continue
			}
			delete(d.held, group)
			for _, it := range held {
				d.put(it, now)
			}
		}
		return nil
	})
}

func (d *drain) put(it item, now time.Time) {
	d.c.Count.Waiting[it.class].Add(1)
	d.q.push(it, now)
}

// launch sends what may go now and returns how long nothing else will.
func (d *drain) launch(ctx context.Context, now time.Time) time.Duration {
	const idle = time.Minute
	d.q.advance(now)
	wait := idle
	if at, ok := d.q.next(); ok {
		wait = min(wait, max(0, at.Sub(now)))
	}
	if d.q.idle() {
		d.c.Pace.Idle(now)
	}
	if pace := d.c.Pace.Wait(now); pace > 0 {
		if d.q.idle() {
			return max(wait, pace)
		}
		return pace
	}
	it, ok := d.pick(now)
	if !ok {
		if len(d.flying) > 0 {
			wait = min(wait, max(d.stalled(), 10*time.Millisecond)) // one of them may hang by then
		}
		return wait
	}
	turn := d.c.Pace.Take(now)
	d.flying[it.id] = flight{it.class, now, turn}
	go func() { d.results <- d.send(ctx, it, turn) }()
	return d.c.Pace.Wait(now)
}

// pick takes the next item that may go, past those of stopped broadcasts.
func (d *drain) pick(now time.Time) (item, bool) {
	for {
		it, ok := d.q.pop(func(c Class) bool { return d.may(c, now) })
		if _, stopped := d.held[it.group]; !ok || !stopped {
			return it, ok
		}
		d.hold(it, now)
	}
}

// hold puts an item of a stopped broadcast aside; it does not wait for a turn.
func (d *drain) hold(it item, now time.Time) {
	d.c.Count.Waiting[it.class].Add(-1)
	d.held[it.group] = append(d.held[it.group], it)
	d.q.done(it.chat, now, now)
}

func (d *drain) inFlight() int { return len(d.flying) }

// may reports whether one more of a class may be under way.
func (d *drain) may(c Class, now time.Time) bool {
	var n [classes]int
	fresh, stalled := 0, d.stalled()
	for _, f := range d.flying {
		n[f.class]++
		if f.class != Broadcast && now.Sub(f.since) < stalled {
			fresh++
		}
	}
	switch c {
	case Answer:
		return fresh == 0 && n[c] < maxAnswers
	case Reminder:
		return fresh == 0 && n[c] < maxResent
	default:
		return n[c] < maxBroadcast
	}
}

// stalled returns after how long a send no longer holds up the next.
func (d *drain) stalled() time.Duration {
	every := d.c.Pace.limits.Every
	switch {
	case len(d.q.ready[Answer].list)+len(d.q.ready[Reminder].list) <= crowd:
		return max(every, patience)
	case d.c.Pace.Usual() >= every:
		return every
	}
	return max(every, hiccup)
}

// send marks a row, sends it and books its end.
func (d *drain) send(ctx context.Context, it item, turn *Turn) result {
	r := result{it: it}
	r.it.attempts++
	if d.mark(&r); r.fail != nil || r.held || r.row.ID == 0 {
		return r
	}
	if r.dead {
		r.err = &SendError{Fault: Refused, Err: errors.New("the chat refused earlier messages")}
	} else {
		d.c.Pace.Start(turn, time.Now())
		r.row.Message, r.err = d.c.Sender.Send(ctx, r.row)
	}
	r.at = time.Now()
	d.c.Pace.Done(turn, r.at)
	if r.err == nil {
		r.row.State = Sent
		r.fail = d.c.Store.Batch(func(tx *store.Tx) error { return finish(tx, r.row, r.at) })
	}
	return r
}

// mark writes down, before the first byte leaves, that the row is being sent.
func (d *drain) mark(r *result) {
	r.fail = d.c.Store.Batch(func(tx *store.Tx) error {
		*r = result{it: r.it}
		row, ok, err := rows.Lookup(tx, idKey(r.it.id))
		if err != nil || !ok {
			return errors.Join(err, opens.Delete(tx, idKey(r.it.id)))
		}
		if r.held = row.Group != "" && isStopped(tx, row.Group); r.held {
			return nil
		}
		if err := errors.Join(body(tx, &row), attach(tx, &row)); err != nil {
			return err
		}
		row.Attempts, row.Again = r.it.attempts, r.it.again
		r.row = row
		r.dead = row.Class != Answer && IsDead(tx, row.Reply.Chat.ID)
		o := openOf(row)
		o.Sending = true
		return opens.Put(tx, idKey(row.ID), o)
	})
}
