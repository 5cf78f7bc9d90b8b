package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// flood limits what one person may ask: a burst of fifteen, then so many a minute.
// It remembers at most floodPeople, the longest silent forgotten first.
type flood struct {
	mu     sync.Mutex
	each   rate.Limit
	people map[int64]*flow
}

type flow struct {
	limiter *rate.Limiter
	seen    time.Time
	warned  time.Time
}

const (
	floodPeople = 20_000
	floodBurst  = 15
	warnEvery   = time.Minute
)

func newFlood(perMinute int) *flood {
	f := &flood{people: map[int64]*flow{}, each: rate.Inf}
	if perMinute > 0 {
		f.each = rate.Limit(float64(perMinute) / 60)
	}
	return f
}

// pass reports whether the person may go on; warn, whether to tell them why
// not: once a minute.
func (f *flood) pass(person int64, now time.Time) (pass, warn bool) {
	if f.each == rate.Inf {
		return true, false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	p := f.people[person]
	if p == nil {
		f.makeRoom(now)
		p = &flow{limiter: rate.NewLimiter(f.each, floodBurst)}
		f.people[person] = p
	}
	p.seen = now
	if p.limiter.AllowN(now, 1) {
		return true, false
	}
	warn = now.Sub(p.warned) >= warnEvery
	if warn {
		p.warned = now
	}
	return false, warn
}

func (f *flood) makeRoom(now time.Time) {
	if len(f.people) < floodPeople {
		return
	}
	for id, p := range f.people {
		if now.Sub(p.seen) > 10*time.Minute {
			delete(f.people, id)
		}
	}
	for id := range f.people {
		if len(f.people) < floodPeople {
			return
		}
		delete(f.people, id)
	}
}
