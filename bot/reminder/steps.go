package reminder

import (
	"fmt"
	"time"

	"thiduabot/bot/store"
)

// slack is by how much a clock may go back without notice.
const slack = time.Minute

// stepBack puts right what was planned while the clock was ahead. A reminder
// that fired then has its next instant too far off; it is reckoned again from
// now. What was said already is not said again: the outbox knows its key. It
// looks at the start and whenever the clock went back.
func (p *Planner) stepBack(now time.Time) error {
	last := p.last
	p.last = now
	if !last.IsZero() && !now.Add(slack).Before(last) {
		return nil
	}
	p.synced, p.resting = "", nil
	early, err := p.early(now)
	if err != nil || len(early) == 0 {
		return err
	}
	cal := p.Calendar()
	return p.Store.Update(func(tx *store.Tx) error {
		for _, id := range early {
			was, ok, err := rows.Lookup(tx, store.Int(id))
			if err != nil {
				return err
			}
			if !ok || was.Paused {
				continue
			}
			r := was
			r.Last = now
			if when, err := r.schedule(); err == nil {
				r.Next, _ = when.Next(now, cal)
			}
			if err := put(tx, r, &was); err != nil {
				return fmt.Errorf("reckon reminder %d again: %w", id, err)
			}
		}
		return nil
	})
}

// early returns the reminders that fired later than now.
func (p *Planner) early(now time.Time) (ids []int64, err error) {
	err = p.Store.View(func(tx *store.Tx) error {
		for _, r := range rows.Range(tx, nil, nil) {
			if r.Last.After(now.Add(slack)) {
				ids = append(ids, r.ID)
			}
		}
		return nil
	})
	return ids, err
}
