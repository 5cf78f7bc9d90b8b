package main

import (
	"context"
	"io"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

// TestTwoThousandChatsAtOnce lets 2,000 people ask two questions each at the same
// moment. Sending is not slowed down as Telegram would have it: what is measured
// is intake, conversation and outbox with the built-in corpus. Times run from
// the moment all have asked.
func TestTwoThousandChatsAtOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	const chats, first = 2000, 1_000_000
	api := bottest.New(bottest.Options{})
	defer api.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	stop := serveFast(ctx, t, api)
	before := memory()
	began := time.Now()
	asked := []struct{ text, answer string }{{"thu ngân sách 2021", "3.426 tỷ đồng"}, {"giá trị xuất khẩu 2021", "1.199 triệu USD"}}
	for _, q := range asked {
		for c := range int64(chats) {
			api.Say(first+c, q.text)
		}
	}
	if err := api.WaitTotal(ctx, len(asked)*chats); err != nil {
		t.Fatalf("%d of %d answers: %v", api.Total(), len(asked)*chats, err)
	}
	after := memory()
	stop()
	var took []time.Duration
	for c := range int64(chats) {
		list := api.Messages(first + c)
		for i, m := range list {
			took = append(took, m.At.Sub(began))
			if len(list) != len(asked) || !strings.Contains(m.Text, asked[i].answer) {
				t.Errorf("chat %d: answer %d of %d is %.60q", c, i+1, len(list), m.Text)
			}
		}
	}
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[min(len(took)-1, int(share*float64(len(took))))].Round(time.Millisecond)
	}
	t.Logf("%d answers in order: p50 %v, p99 %v, last %v; heap %d MiB more than idle (%d MiB)",
		len(took), at(0.5), at(0.99), at(1), (int64(after)-int64(before))>>20, before>>20)
	if after > before+256<<20 {
		t.Errorf("%d MiB for %d questions", (after-before)>>20, len(took))
	}
}

// memory returns the bytes in use on the heap, those of the fake server among
// them.
func memory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// serveFast runs serve without the speed limits of Telegram until stop is called.
func serveFast(ctx context.Context, t *testing.T, api *bottest.Server) (stop func()) {
	t.Helper()
	sh := &shared{Data: t.TempDir()}
	st, err := store.Open(sh.statePath())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(ctx)
	x, err := sh.open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	fast := outbox.Rate{Every: time.Microsecond, Burst: 100}
	c := serveCmd{APIURL: api.URL(), Open: true, limits: outbox.Limits{Every: time.Microsecond, Private: fast, Group: fast}}
	h := sh.newHouse(x, st, sh.clock(), slog.New(slog.DiscardHandler))
	b, err := c.conversation(h, &streams{out: io.Discard, err: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- c.serve(ctx, h, b, api.Token()) }()
	return func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}
}
