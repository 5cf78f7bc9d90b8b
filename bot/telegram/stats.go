package telegram

import (
	"sync"
	"sync/atomic"
	"time"

	"thiduabot/bot/outbox"
)

// Stats are totals since the start and the state of a running adapter. The
// zero value is ready; all of it may be read at any time.
type Stats struct {
	Received, Repeated, Skipped, Handled, SetAside, Panics atomic.Int64 // updates
	PollFailures, Forged                                   atomic.Int64
	Beside                                                 atomic.Int64 // calls under way beside the outbox: answers to buttons, menus
	Latency                                                Times        // of the conversation
	Lag                                                    Times        // from arrival to planned replies
	Outbox                                                 outbox.Counters

	last    atomic.Int64 // of contact, Unix nanoseconds
	running atomic.Pointer[service]
}

func (s *Stats) bind(v *service)     { s.running.Store(v) }
func (s *Stats) contact(t time.Time) { s.last.Store(t.UnixNano()) }

// LastContact returns when Telegram last answered a poll or called the
// webhook; it is zero if never.
func (s *Stats) LastContact() time.Time {
	if n := s.last.Load(); n != 0 {
		return time.Unix(0, n)
	}
	return time.Time{}
}

// Waiting returns how many updates are taken in but not handled.
func (s *Stats) Waiting() int {
	if v := s.running.Load(); v != nil {
		return v.workers.Depth()
	}
	return 0
}

// Times counts durations in buckets of doubling width, from a millisecond.
type Times struct {
	mu      sync.Mutex
	buckets [20]int64
	n       int64
	sum     time.Duration
}

func (t *Times) observe(d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.n, t.sum = t.n+1, t.sum+d
	i := 0
	for limit := time.Millisecond; d > limit && i < len(t.buckets)-1; limit *= 2 {
		i++
	}
	t.buckets[i]++
}

// Bucket holds how many durations were not longer than Upto.
type Bucket struct {
	Upto  time.Duration
	Count int64
}

// Snapshot returns the number and the sum of the durations, and cumulative
// counts; the last bucket has no limit but its number is n.
func (t *Times) Snapshot() (n int64, sum time.Duration, buckets []Bucket) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var total int64
	for i, c := range t.buckets {
		total += c
		buckets = append(buckets, Bucket{time.Millisecond << i, total})
	}
	return t.n, t.sum, buckets
}
