package reminder

import (
	"context"
	"errors"
	"fmt"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

// planned is an occurrence with what it says and when it comes again.
type planned struct {
	Occurrence
	said []Said
	next Row
}

// plan composes a batch and writes it: messages and next instants together. It
// returns how many messages were added. What cannot be said rests for a while
// and holds nobody up.
func (p *Planner) plan(ctx context.Context, ready []Occurrence) (added int, err error) {
	if len(ready) == 0 {
		return 0, nil
	}
	cal := p.Calendar()
	all := make([]planned, 0, len(ready))
	for _, o := range ready {
		next, err := advance(&o, cal)
		if err != nil {
			p.Log.Error("reminder put aside: its schedule cannot be read", "reminder", o.Row.ID, "error", err)
			all = append(all, planned{o, nil, next})
			continue
		}
		said, err := p.compose(ctx, o)
		if err != nil {
			p.Log.Error("compose reminder", "reminder", o.Row.ID, "error", err)
			p.letRest(o)
			continue
		}
		delete(p.resting, o.Row.ID)
		all = append(all, planned{o, said, next})
	}
	if len(all) == 0 {
		return 0, nil
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
	if err != nil {
		return 0, err
	}
	if p.Planned != nil {
		p.Planned(added)
	}
	return added, nil
}

func (p *Planner) letRest(o Occurrence) {
	if p.resting == nil {
		p.resting = map[int64]time.Time{}
	}
	p.resting[o.Row.ID] = o.Now.Add(rest)
}

// advance sets o to the newest instant that has passed, counts the ones missed
// before it, and returns the row with its next instant. A schedule that cannot
// be read ends the reminder.
func advance(o *Occurrence, cal Calendar) (Row, error) {
	next := o.Row
	next.Fired++
	next.Next, next.Last = time.Time{}, o.Now
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

// composing is how long a message may take to be composed.
const composing = 10 * time.Second

// compose asks the composer of a kind; a panic of one is its error.
func (p *Planner) compose(ctx context.Context, o Occurrence) (said []Said, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("composer of %s: panic: %v", o.Row.Kind, r)
		}
	}()
	say, ok := p.Compose[o.Row.Kind]
	if !ok {
		return nil, errors.New("no composer for kind " + string(o.Row.Kind))
	}
	ctx, cancel := context.WithTimeout(ctx, composing)
	defer cancel()
	return say(ctx, o)
}

// write adds the messages of an occurrence and moves its reminder on, unless
// somebody changed the reminder meanwhile.
func (p *Planner) write(tx *store.Tx, o planned) (added int, err error) {
	if same, err := unchanged(tx, o.Row); err != nil || !same {
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
	return added, put(tx, o.next, &o.Row)
}

// say plans one message.
func (p *Planner) say(tx *store.Tx, o Occurrence, i int, said Said) (isNew bool, err error) {
	r := outbox.Row{Key: said.Key, Class: outbox.Reminder, Reply: said.Reply, Due: o.Now}
	if r.Key == "" {
		r.Key = o.key(i)
	}
	if p.Quiet != nil && o.Row.Kind != Task {
		if until, quiet := p.Quiet(tx, o.Row.Chat.ID, o.Now); quiet {
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
