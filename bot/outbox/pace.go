package outbox

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Rate is a steady rate with room for a burst.
type Rate struct {
	Every time.Duration // between two messages
	Burst int           // messages that may go at once after a rest
}

// Limits are the speeds that the other side allows.
type Limits struct {
	Every   time.Duration // between any two messages
	Most    int           // in any sliding Within; 0: Every is all that is watched
	Within  time.Duration
	Private Rate // to one person
	Group   Rate // to one group or channel
}

// Catching up: messages that leave late, because timers wake late or the machine
// was busy, let the next ones follow a little more closely until the rate is
// what it should have been. Only a little: after a burst the limit would make
// everything wait, an answer to a person too.
const (
	behind  = 200 // messages that may be caught up
	closely = 40  // the time between two is shorter by this part of it
)

// margin is added to Within for what cannot be measured from here.
const margin = 5 * time.Millisecond

// Pace keeps messages within Limits. It is safe for concurrent use.
//
// The other side counts arrivals, and knows nothing of when a message left. A
// message that took longer than is usual may have arrived later by as much, so
// it is counted for as much longer.
type Pace struct {
	limits Limits

	mu     sync.Mutex
	next   time.Time // when the next message should leave
	last   time.Time // when the last one left
	paused time.Time // nothing leaves before, as the other side asked
	held   time.Time // nothing leaves before, for the other side cannot be reached
	turns  []*Turn   // those that the other side still counts
	usual  time.Duration
	timed  int // messages timed so far
	chats  map[int64]*bucket
}

// Turn is a message under the eyes of a Pace.
type Turn struct {
	at   time.Time
	late time.Duration // it may have arrived so much later than is usual
	done bool
}

// bucket holds what one chat may still get.
type bucket struct{ full time.Time }

// NewPace returns a pace at rest.
func NewPace(l Limits) *Pace {
	return &Pace{limits: l, next: time.Now(), chats: map[int64]*bucket{}}
}

// Pause lets nothing leave for d from now. A pause never shortens another.
func (p *Pace) Pause(now time.Time, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := now.Add(d); until.After(p.paused) {
		p.paused = until
	}
}

// Hold lets nothing leave for d from now, or until Release.
func (p *Pace) Hold(now time.Time, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held = now.Add(d)
}

// Release ends a Hold: the other side was heard of. It reports whether there was
// one; a Pause goes on.
func (p *Pace) Release(now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	was := p.held.After(now)
	p.held = time.Time{}
	return was
}

// Wait returns how long it is until any message may leave.
func (p *Pace) Wait(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.at(now).Sub(now)
}

func (p *Pace) at(now time.Time) time.Time {
	at := now
	for _, t := range []time.Time{p.next, p.last.Add(p.limits.Every - p.limits.Every/closely), p.paused, p.held, p.room(now)} {
		if t.After(at) {
			at = t
		}
	}
	return at
}

// room returns when one more message fits into Within.
func (p *Pace) room(now time.Time) time.Time {
	most := p.limits.Most
	if most == 0 || len(p.turns) < most {
		return time.Time{}
	}
	var ends []time.Time
	for _, t := range p.turns {
		if end := p.end(t, now); end.After(now) {
			ends = append(ends, end)
		}
	}
	if len(ends) < most {
		return time.Time{}
	}
	slices.SortFunc(ends, time.Time.Compare)
	return ends[len(ends)-most]
}

// end returns when the other side no longer counts a message.
func (p *Pace) end(t *Turn, now time.Time) time.Time {
	late := t.late
	if !t.done {
		late = max(0, now.Sub(t.at)-p.usual)
	}
	return t.at.Add(late + p.limits.Within + margin)
}

// Idle says that nothing waits to be sent: what follows is not late.
func (p *Pace) Idle(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.next.Before(now) {
		p.next = now
	}
}

// Take uses up the next turn, also before it has come: then whoever takes it has
// to wait for it.
func (p *Pace) Take(now time.Time) *Turn {
	p.mu.Lock()
	defer p.mu.Unlock()
	t := &Turn{at: p.at(now)}
	if early := t.at.Add(-behind * p.limits.Every); p.next.Before(early) {
		p.next = early
	}
	p.forget(now)
	p.next, p.last = p.next.Add(p.limits.Every), t.at
	if p.limits.Most > 0 {
		p.turns = append(p.turns, t)
	}
	return t
}

// forget drops the turns that the other side no longer counts.
func (p *Pace) forget(now time.Time) {
	p.turns = slices.DeleteFunc(p.turns, func(t *Turn) bool { return !p.end(t, now).After(now) })
}

// Start notes that the message of a turn leaves only now.
func (p *Pace) Start(t *Turn, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	t.at = now
}

// enough is how many messages must have been timed before a distance to the
// other side is believed: the first ones open connections.
const enough = 8

// Usual returns how long a message takes when nothing is in its way; 0 before
// that is known.
func (p *Pace) Usual() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timed < enough {
		return 0
	}
	return p.usual
}

// Done notes that the answer to the message of a turn came, or will not come.
func (p *Pace) Done(t *Turn, now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := now.Sub(t.at)
	if p.timed++; p.timed == 1 {
		p.usual = took
	}
	p.usual = min(took, p.usual+p.usual/64+time.Millisecond/8)
	t.late, t.done = max(0, took-p.usual), true
}

// Slot takes the next turn and waits for it, for calls that do not go through
// the outbox.
func (p *Pace) Slot(ctx context.Context) error {
	now := time.Now()
	turn := p.Take(now)
	defer p.forgo(turn)
	t := time.NewTimer(turn.at.Sub(now))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-t.C:
		return nil
	}
}

// forgo ends a turn whose arrival nobody times.
func (p *Pace) forgo(t *Turn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	t.done = true
}

// Spend books a message to a chat and returns when the next may go there.
func (p *Pace) Spend(chat int64, private bool, now time.Time) time.Time {
	r := p.limits.Group
	if private {
		r = p.limits.Private
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.chats[chat]
	if b == nil {
		p.prune(now)
		b = &bucket{now}
		p.chats[chat] = b
	}
	if b.full.Before(now) {
		b.full = now
	}
	b.full = b.full.Add(r.Every)
	return b.full.Add(-time.Duration(r.Burst-1) * r.Every)
}

// prune forgets the chats that are at rest, once there are many.
func (p *Pace) prune(now time.Time) {
	if len(p.chats)&0xfff != 0xfff {
		return
	}
	for id, b := range p.chats {
		if b.full.Before(now) {
			delete(p.chats, id)
		}
	}
}
