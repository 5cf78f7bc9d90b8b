package telegram

import (
	"sync"
)

// workers handle letters: those of one chat in order, one at a time, those of
// different chats side by side, so that none waits for another's.
type workers struct {
	handle func(letter)

	mu      sync.Mutex
	waiting map[int64][]letter // by chat; a chat with an entry stands in turn or is at work
	turn    []int64            // chats whose first letter nobody works on, longest waiting first
	idle    sync.Cond
	closed  bool
	done    sync.WaitGroup
	depth   int
}

// newWorkers starts n workers.
func newWorkers(n int, handle func(letter)) *workers {
	w := &workers{handle: handle, waiting: map[int64][]letter{}}
	w.idle.L = &w.mu
	for range n {
		w.done.Go(w.work)
	}
	return w
}

// add hands a letter to the workers; it never waits.
func (w *workers) add(chat int64, l letter) {
	w.mu.Lock()
	defer w.mu.Unlock()
	queue, busy := w.waiting[chat]
	w.waiting[chat] = append(queue, l)
	w.depth++
	if !busy {
		w.turn = append(w.turn, chat)
		w.idle.Signal()
	}
}

// close lets the workers end after the letters they hold now, and waits for
// them. The letters still waiting stay in the inbox for the next start.
func (w *workers) close() {
	w.mu.Lock()
	w.closed = true
	w.idle.Broadcast()
	w.mu.Unlock()
	w.done.Wait()
}

// Depth returns how many letters wait or are at work.
func (w *workers) Depth() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.depth
}

func (w *workers) work() {
	for {
		chat, l, ok := w.next()
		if !ok {
			return
		}
		w.handle(l)
		w.finish(chat)
	}
}

// next waits for a chat in turn and takes its first letter.
func (w *workers) next() (chat int64, l letter, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.turn) == 0 && !w.closed {
		w.idle.Wait()
	}
	if w.closed {
		return 0, letter{}, false
	}
	chat = w.turn[0]
	w.turn = w.turn[1:]
	return chat, w.waiting[chat][0], true
}

func (w *workers) finish(chat int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.depth--
	queue := w.waiting[chat][1:]
	if len(queue) == 0 {
		delete(w.waiting, chat)
		return
	}
	w.waiting[chat] = queue
	w.turn = append(w.turn, chat)
	w.idle.Signal()
}
