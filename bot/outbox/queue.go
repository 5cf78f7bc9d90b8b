package outbox

import (
	"cmp"
	"container/heap"
	"time"
)

// item is an open row in memory.
type item struct {
	id       uint64
	class    Class
	due      time.Time
	chat     int64
	private  bool
	group    string
	attempts int
	again    bool
}

// before orders the items of a chat, and the chats by their first items.
func (a item) before(b item) bool {
	return cmp.Or(cmp.Compare(a.class, b.class), a.due.Compare(b.due), cmp.Compare(a.id, b.id)) < 0
}

// lane holds the due items of one chat. One of them is under way at a time, so
// that they arrive in order.
type lane struct {
	items items
	at    time.Time // nothing may go to the chat before
	busy  bool
	in    *lanes // the heap it stands in, if any
	pos   int
}

// queue tells which item may be sent next. An item that is not due stands in
// future; a chat whose first item may go now stands in ready under the class of
// that item, one that has to rest in resting.
type queue struct {
	chats   map[int64]*lane
	ready   [classes]lanes
	resting lanes
	future  futures
	size    int
}

func newQueue() *queue {
	q := &queue{chats: map[int64]*lane{}}
	q.resting.byTime = true
	return q
}

// push puts an item in.
func (q *queue) push(it item, now time.Time) {
	q.size++
	if it.due.After(now) {
		heap.Push(&q.future, it)
		return
	}
	q.enter(it, now)
}

func (q *queue) enter(it item, now time.Time) {
	l := q.chats[it.chat]
	if l == nil {
		l = &lane{}
		q.chats[it.chat] = l
	}
	heap.Push(&l.items, it)
	q.place(l, now)
}

// place puts a lane into the heap where it belongs now.
func (q *queue) place(l *lane, now time.Time) {
	if l.in != nil {
		heap.Remove(l.in, l.pos)
	}
	switch {
	case l.busy || len(l.items) == 0:
	case l.at.After(now):
		heap.Push(&q.resting, l)
	default:
		heap.Push(&q.ready[l.items[0].class], l)
	}
}

// advance moves up what has become due by now.
func (q *queue) advance(now time.Time) {
	for len(q.future) > 0 && !q.future[0].due.After(now) {
		q.enter(heap.Pop(&q.future).(item), now)
	}
	for len(q.resting.list) > 0 && !q.resting.list[0].at.After(now) {
		q.place(q.resting.list[0], now)
	}
}

// pop takes the first item of a class that may go; its chat is busy until done.
func (q *queue) pop(may func(Class) bool) (it item, ok bool) {
	for c := range classes {
		if len(q.ready[c].list) == 0 || !may(c) {
			continue
		}
		l := q.ready[c].list[0]
		heap.Remove(l.in, l.pos)
		l.busy = true
		q.size--
		return heap.Pop(&l.items).(item), true
	}
	return item{}, false
}

// idle reports whether nothing could go now, were it not for the pace.
func (q *queue) idle() bool {
	for c := range classes {
		if len(q.ready[c].list) > 0 {
			return false
		}
	}
	return true
}

// done frees a chat, which may get its next message at the instant given.
func (q *queue) done(chat int64, at, now time.Time) {
	l := q.chats[chat]
	l.busy, l.at = false, at
	q.place(l, now)
	if len(l.items) == 0 && !at.After(now) {
		delete(q.chats, chat)
	}
}

// move gives the items of a chat to another.
func (q *queue) move(from, to int64, now time.Time) {
	l := q.chats[from]
	if l == nil || from == to {
		return
	}
	waiting := l.items
	l.items = nil
	q.place(l, now)
	for _, it := range waiting {
		it.chat = to
		q.enter(it, now)
	}
}

// next returns when something changes by itself; ok is false if never.
func (q *queue) next() (at time.Time, ok bool) {
	if len(q.future) > 0 {
		at, ok = q.future[0].due, true
	}
	if len(q.resting.list) > 0 && (!ok || q.resting.list[0].at.Before(at)) {
		at, ok = q.resting.list[0].at, true
	}
	return at, ok
}

// items is a heap of the items of a chat.
type items []item

func (h items) Len() int           { return len(h) }
func (h items) Less(i, j int) bool { return h[i].before(h[j]) }
func (h items) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *items) Push(x any)        { *h = append(*h, x.(item)) }
func (h *items) Pop() any {
	last := len(*h) - 1
	it := (*h)[last]
	(*h)[last] = item{}
	*h = (*h)[:last]
	return it
}

// futures is a heap of items by their due instants.
type futures []item

func (h futures) Len() int           { return len(h) }
func (h futures) Less(i, j int) bool { return h[i].due.Before(h[j].due) }
func (h futures) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *futures) Push(x any)        { *h = append(*h, x.(item)) }
func (h *futures) Pop() any {
	last := len(*h) - 1
	it := (*h)[last]
	*h = (*h)[:last]
	return it
}

// lanes is a heap of chats, by their first items or by the end of their rest.
type lanes struct {
	list   []*lane
	byTime bool
}

func (h *lanes) Len() int { return len(h.list) }
func (h *lanes) Less(i, j int) bool {
	a, b := h.list[i], h.list[j]
	if h.byTime {
		return a.at.Before(b.at)
	}
	return a.items[0].before(b.items[0])
}
func (h *lanes) Swap(i, j int) {
	h.list[i], h.list[j] = h.list[j], h.list[i]
	h.list[i].pos, h.list[j].pos = i, j
}
func (h *lanes) Push(x any) {
	l := x.(*lane)
	l.in, l.pos = h, len(h.list)
	h.list = append(h.list, l)
}
func (h *lanes) Pop() any {
	last := len(h.list) - 1
	l := h.list[last]
	h.list[last] = nil
	h.list = h.list[:last]
	l.in = nil
	return l
}
