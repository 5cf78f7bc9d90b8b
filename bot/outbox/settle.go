package outbox

import (
	"errors"
	"time"

	"thiduabot/bot/store"
)

// settle books the end of a send and frees its chat.
func (d *drain) settle(r result) error {
	now := time.Now()
	d.c.Pace.forgo(d.flying[r.it.id].turn)
	delete(d.flying, r.it.id)
	if r.fail != nil {
		d.q.done(r.it.chat, now, now)
		return r.fail
	}
	if r.held {
		r.it.attempts--
		d.hold(r.it, now)
		return d.load() // it may have been resumed since
	}
	if r.row.ID == 0 { // the row was removed
		d.q.done(r.it.chat, now, now)
		return nil
	}
	rest := d.c.Pace.Spend(r.it.chat, r.it.private, now)
	if r.err == nil {
		d.streak = 0
		d.c.Count.Sent.Add(1)
		if r.it.again {
			d.c.Count.Repeated.Add(1)
		}
		d.c.Count.Waiting[r.it.class].Add(-1)
		d.q.done(r.it.chat, rest, now)
		return nil
	}
	return d.settleFailure(r, rest, now)
}

// settleFailure acts on what is known of the send.
func (d *drain) settleFailure(r result, rest, now time.Time) error {
	f := fault(r.err)
	d.note(r, f, now)
	v := judge(r.it, f, r.row.Reply.Edit != 0, d.streak, now)
	if v.State != "" {
		r.row.State, r.row.Error = v.State, describe(r.err)
		if v.State == Unsure {
			d.c.Count.Unsure.Add(1)
		} else {
			d.c.Count.Failed.Add(1)
		}
		return d.end(r, f, rest, now)
	}
	if f.Fault != Busy && f.Fault != Ambiguous {
		r.it.attempts--
	}
	r.it.again = v.Again
	return d.retry(r, f, now.Add(v.Wait), now)
}

// note counts and logs a failed send, and slows everything down where the
// fault is not that of one chat.
func (d *drain) note(r result, f SendError, now time.Time) {
	switch f.Fault {
	case Refused, Gone, Moved:
		d.streak = 0 // an answer came
	case Limited:
		d.c.Count.Limited.Add(1)
		d.c.Pace.Pause(now, f.After)
	case Unreachable:
		d.streak++
		d.c.Pace.Hold(now, backoff(d.streak))
	default:
		if d.streak++; d.streak >= 3 {
			d.c.Pace.Hold(now, min(backoff(d.streak-2), 5*time.Second))
		}
	}
	d.c.Log.Warn("message not sent", "row", r.it.id, "class", int(r.it.class), "fault", int(f.Fault), "attempt", r.it.attempts, "error", r.err)
}

// end writes down that a row failed; a chat that is gone is marked.
func (d *drain) end(r result, f SendError, rest, now time.Time) error {
	chat := r.row.Reply.Chat
	err := d.c.Store.Update(func(tx *store.Tx) error {
		if f.Fault == Gone {
			if err := deads.Put(tx, store.Int(chat.ID), Dead{At: now, Why: describe(r.err)}); err != nil {
				return err
			}
		}
		return finish(tx, r.row, now)
	})
	d.c.Count.Waiting[r.it.class].Add(-1)
	d.q.done(r.it.chat, rest, now)
	if f.Fault == Gone && err == nil && d.c.OnGone != nil {
		d.c.OnGone(chat)
	}
	return err
}

// retry plans a row again, its chat resting until at.
func (d *drain) retry(r result, f SendError, at, now time.Time) error {
	to := r.it.chat
	if f.Fault == Moved {
		to = f.To
	}
	r.row.Again, r.row.Attempts = r.it.again, r.it.attempts
	err := d.c.Store.Update(func(tx *store.Tx) error {
		err := opens.Put(tx, idKey(r.row.ID), openOf(r.row))
		if to != r.it.chat {
			err = errors.Join(err, Move(tx, r.it.chat, to))
		}
		return err
	})
	from := r.it.chat
	r.it.chat = to
	d.q.push(r.it, now)
	d.q.done(from, at, now)
	if to != from {
		d.q.move(from, to, now)
		if d.c.OnMoved != nil {
			d.c.OnMoved(r.row.Reply.Chat, to)
		}
	}
	return err
}

// sweep forgets old rows, once an hour.
func (d *drain) sweep(now time.Time) error {
	if now.Sub(d.swept) < time.Hour {
		return nil
	}
	more, err := forget(d.c.Store, now, 500)
	if err == nil && !more {
		d.swept = now
		err = forgetFiles(d.c.Store, now)
	}
	return err
}
