package outbox

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// slowQueue is the queue as one would write it without heaps.
type slowQueue struct {
	items []item
	busy  map[int64]bool
	rest  map[int64]time.Time
}

// pop takes the first item among the first due ones of the chats that may get
// one.
func (q *slowQueue) pop(now time.Time, may func(Class) bool) (item, bool) {
	first := map[int64]item{}
	for _, it := range q.items {
		if head, ok := first[it.chat]; !it.due.After(now) && (!ok || it.before(head)) {
			first[it.chat] = it
		}
	}
	var best *item
	for chat, it := range first {
		if q.busy[chat] || q.rest[chat].After(now) || !may(it.class) {
			continue
		}
		if best == nil || it.before(*best) {
			best = &it
		}
	}
	if best == nil {
		return item{}, false
	}
	q.items = slices.DeleteFunc(q.items, func(it item) bool { return it.id == best.id })
	q.busy[best.chat] = true
	return *best, true
}

func TestQueueAgreesWithTheSlowOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(1_700_000_000, 0)
		fast, slow := newQueue(), &slowQueue{busy: map[int64]bool{}, rest: map[int64]time.Time{}}
		var flying []int64
		id := uint64(0)
		seconds := func(name string, least int) time.Time {
			return now.Add(time.Duration(rapid.IntRange(least, 5).Draw(t, name)) * time.Second)
		}
		t.Repeat(map[string]func(*rapid.T){
			"push": func(t *rapid.T) {
				id++
				it := item{id: id, class: Class(rapid.IntRange(0, 2).Draw(t, "class")), chat: int64(rapid.IntRange(1, 4).Draw(t, "chat")), due: seconds("due", -3)}
				fast.push(it, now)
				slow.items = append(slow.items, it)
			},
			"pop": func(t *rapid.T) {
				least := Class(rapid.IntRange(0, 2).Draw(t, "least"))
				may := func(c Class) bool { return c >= least }
				fast.advance(now)
				got, ok := fast.pop(may)
				want, wantOK := slow.pop(now, may)
				if ok != wantOK || got.id != want.id {
					t.Fatalf("popped %v %v, want %v %v", got.id, ok, want.id, wantOK)
				}
				if ok {
					flying = append(flying, got.chat)
				}
			},
			"done": func(t *rapid.T) {
				if len(flying) == 0 {
					t.Skip("nothing is under way")
				}
				chat := flying[0]
				flying = flying[1:]
				at := seconds("rest", 0)
				fast.done(chat, at, now)
				slow.busy[chat], slow.rest[chat] = false, at
			},
			"wait": func(t *rapid.T) { now = seconds("wait", 0) },
			"": func(t *rapid.T) {
				if fast.size != len(slow.items) {
					t.Fatalf("%d items, want %d", fast.size, len(slow.items))
				}
			},
		})
	})
}
