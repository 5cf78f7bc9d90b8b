package outbox

import (
	"context"
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
	Private Rate          // to one person
	Group   Rate          // to one group or channel
}

// slack is how late a message may leave without the next ones leaving later
// too, as a part of the time between two: timers wake late, and without it the
// rate stays behind the limit.
const slack = 3

// Pace keeps messages within Limits. It is safe for concurrent use.
type Pace struct {
	limits Limits

	mu     sync.Mutex
	next   time.Time // when the next message may leave
	paused time.Time // nothing leaves before
	chats  map[int64]*bucket
}

// bucket holds what one chat may still get: it is full again at Full.
type bucket struct{ full time.Time }

// NewPace returns a pace at rest.
func NewPace(l Limits) *Pace { return &Pace{limits: l, chats: map[int64]*bucket{}} }

// Pause lets nothing leave for d from now. A pause never shortens another.
func (p *Pace) Pause(now time.Time, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if until := now.Add(d); until.After(p.paused) {
		p.paused = until
	}
}

// Wait returns how long it is until any message may leave.
func (p *Pace) Wait(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.at(now).Sub(now)
}

func (p *Pace) at(now time.Time) time.Time {
	at := now
	if p.next.After(at) {
		at = p.next
	}
	if p.paused.After(at) {
		at = p.paused
	}
	return at
}

// Take uses up the next slot and returns when it is: the caller waits for it.
func (p *Pace) Take(now time.Time) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.at(now)
	if late := at.Add(-p.limits.Every / slack); p.next.Before(late) {
		p.next = late
	}
	p.next = p.next.Add(p.limits.Every)
	return at
}

// Slot takes the next slot and waits for it, for calls that do not go through
// the outbox.
func (p *Pace) Slot(ctx context.Context) error {
	now := time.Now()
	t := time.NewTimer(p.Take(now).Sub(now))
	defer t.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-t.C:
		return nil
	}
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
