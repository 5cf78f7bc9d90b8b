package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// plan is what a run does.
type plan struct {
	Recipients int
	Burst      int
	Latency    time.Duration
	Limits     outbox.Limits   // of the bot; zero: those of Telegram
	Strict     *bottest.Limits // of the server; nil: those of Telegram
}

// report is what was measured. Answer times run from the question's reaching
// the server to the answer's.
type report struct {
	Rate       float64 // messages a second while the broadcast lasted, answers among them
	Refused    int     // answers of 429
	Idle, Busy times   // of answers before and during the broadcast
	Burst      times   // of answers when many ask at once
	Disorder   int
	Heap       uint64 // bytes at the end
}

type times []time.Duration

func (t times) at(share float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(t))
	return s[min(len(s)-1, int(share*float64(len(s))))].Round(100 * time.Microsecond)
}

func (t times) String() string {
	return fmt.Sprintf("p50 %v  p99 %v  max %v  (%d)", t.at(0.5), t.at(0.99), t.at(1), len(t))
}

func (r report) String() string {
	return fmt.Sprintf("rate      %.2f/s\n429       %d\nidle      %v\nmeanwhile %v\nburst     %v\ndisorder  %d\nheap      %d MiB",
		r.Rate, r.Refused, r.Idle, r.Busy, r.Burst, r.Disorder, r.Heap>>20)
}

// asker is the first chat that asks; those that get the broadcast are below.
const asker = 1_000_000

type flood struct {
	p     plan
	srv   *bottest.Server
	st    *store.Store
	asked int64 // chats that have asked one question each
}

func run(ctx context.Context, p plan) (r report, err error) {
	dir, err := os.MkdirTemp("", "flood")
	if err != nil {
		return r, err
	}
	defer os.RemoveAll(dir)
	st, err := store.Open(filepath.Join(dir, "state.db"))
	if err != nil {
		return r, err
	}
	defer st.Close()
	if p.Strict == nil {
		p.Strict = bottest.TelegramLimits()
	}
	f := &flood{p: p, st: st, srv: bottest.New(bottest.Options{Strict: p.Strict, Latency: p.Latency})}
	defer f.srv.Close()
	serveCtx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		ended <- telegram.Serve(serveCtx, telegram.Config{Token: f.srv.Token(), APIURL: f.srv.URL(), Store: st, Handler: echo{}, Limits: p.Limits})
	}()
	err = f.measure(ctx, &r)
	stop()
	return r, errors.Join(err, <-ended)
}

// echo answers with the question.
type echo struct{}

func (echo) Handle(_ context.Context, u message.Update) ([]message.Reply, error) {
	return []message.Reply{{Chat: u.Chat, Parts: []message.Part{{Text: "đáp: " + u.Text}}}}, nil
}

func (f *flood) measure(ctx context.Context, r *report) (err error) {
	for range 20 {
		time.Sleep(100 * time.Millisecond) // so that the pace is at rest
		if err := f.ask(ctx, &r.Idle); err != nil {
			return err
		}
	}
	if err := f.broadcast(ctx, r); err != nil {
		return err
	}
	if err := f.burst(ctx, r); err != nil {
		return err
	}
	for _, c := range f.srv.Calls("sendMessage") {
		if c.Status == 429 {
			r.Refused++
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	r.Heap = m.HeapAlloc
	return nil
}

// ask lets a new chat ask once and waits for the answer.
func (f *flood) ask(ctx context.Context, t *times) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	chat := asker + f.asked
	f.asked++
	began := time.Now()
	f.srv.Say(chat, "x")
	list, err := f.srv.Wait(ctx, chat, 1)
	if err == nil {
		*t = append(*t, list[0].At.Sub(began))
	}
	return err
}

// broadcast sends to all and asks a question twice a second meanwhile.
func (f *flood) broadcast(ctx context.Context, r *report) error {
	var chats []message.Chat
	for i := range f.p.Recipients {
		chats = append(chats, message.Chat{ID: int64(i + 1), Kind: message.Private})
	}
	body := message.Reply{Parts: []message.Part{{Text: "Thông báo cho mọi người"}}}
	err := f.st.Update(func(tx *store.Tx) error { return outbox.Start(tx, "b", body, chats) })
	if err != nil {
		return err
	}
	first := time.Now()
	for done := false; !done; {
		time.Sleep(500 * time.Millisecond)
		if err := f.ask(ctx, &r.Busy); err != nil {
			return err
		}
		f.st.View(func(tx *store.Tx) error {
			g, _, _ := outbox.Progress(tx, "b")
			done = g.Waiting() == 0
			return nil
		})
	}
	var last time.Time
	for i := range f.p.Recipients {
		if m := f.srv.Messages(int64(i + 1)); len(m) != 1 {
			r.Disorder++
		} else if m[0].At.After(last) {
			last = m[0].At
		}
	}
	r.Rate = float64(f.p.Recipients+len(r.Busy)-1) / last.Sub(first).Seconds()
	return nil
}

// burst lets many chats ask five questions each at the same moment.
func (f *flood) burst(ctx context.Context, r *report) error {
	const each = 5
	before := f.srv.Total()
	began := time.Now()
	for n := range each {
		for c := range f.p.Burst {
			f.srv.Say(int64(2*asker+c), fmt.Sprint(n))
		}
	}
	wait, cancel := context.WithTimeout(ctx, time.Minute+time.Duration(f.p.Burst*each)*50*time.Millisecond)
	defer cancel()
	if err := f.srv.WaitTotal(wait, before+f.p.Burst*each); err != nil {
		return err
	}
	for c := range f.p.Burst {
		for n, m := range f.srv.Messages(int64(2*asker + c)) {
			if m.Text != fmt.Sprint("đáp: ", n) {
				r.Disorder++
			}
			r.Burst = append(r.Burst, m.At.Sub(began))
		}
	}
	return nil
}
