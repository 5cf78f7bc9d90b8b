package telegram_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// handler is a conversation made of one function.
type handler func(context.Context, message.Update) ([]message.Reply, error)

func (h handler) Handle(ctx context.Context, u message.Update) ([]message.Reply, error) {
	return h(ctx, u)
}

func text(s string) []message.Part { return []message.Part{{Text: s}} }

// echo answers with what was said, and a button.
func echo(_ context.Context, u message.Update) ([]message.Reply, error) {
	switch u.Kind {
	case message.Text:
		return []message.Reply{{Chat: u.Chat, Parts: text("nghe: " + u.Text), ReplyTo: u.Message,
			Keys: [][]message.Key{{{Text: "Nữa", Data: "1:" + u.Text}}}}}, nil
	case message.Button:
		return []message.Reply{{Chat: u.Chat, Callback: u.Callback, Notice: "vâng", Edit: u.Message, Parts: text("nút: " + u.Data)}}, nil
	}
	return nil, nil
}

// rig is a bot on a fake server, both of the test.
type rig struct {
	t    *testing.T
	srv  *bottest.Server
	st   *store.Store
	log  *logBook
	cfg  telegram.Config
	stop func() error
}

// logBook keeps what is logged.
type logBook struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// fast are limits that do not slow a test down.
var fast = outbox.Limits{Every: time.Millisecond, Private: outbox.Rate{Every: time.Millisecond, Burst: 3}, Group: outbox.Rate{Every: time.Millisecond, Burst: 3}}

func newRig(t *testing.T, o bottest.Options, h handler) *rig {
	t.Helper()
	st, err := store.OpenTemp()
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, srv: bottest.New(o), st: st, log: &logBook{}}
	r.cfg = telegram.Config{
		Token: r.srv.Token(), APIURL: r.srv.URL(), Store: st, Handler: h, Limits: fast, Stats: new(telegram.Stats),
		Log:     slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		Apology: func(id int64) string { return fmt.Sprintf("Xin lỗi, mã %d", id) },
		Timings: telegram.Timings{Poll: time.Second, Conflict: 5 * time.Millisecond, Retry: 2 * time.Millisecond, RetryMax: 20 * time.Millisecond, Typing: 20 * time.Millisecond},
	}
	t.Cleanup(func() {
		r.end()
		r.srv.Close()
		st.Close()
		if _, tail, _ := strings.Cut(r.srv.Token(), ":"); strings.Contains(r.log.String(), tail) {
			t.Error("the log shows the token")
		}
	})
	return r
}

func (r *rig) start() {
	r.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- telegram.Serve(ctx, r.cfg) }()
	r.stop = func() error { cancel(); return <-ended }
}

// end stops the bot and waits for it.
func (r *rig) end() {
	if r.stop == nil {
		return
	}
	if err := r.stop(); err != nil {
		r.t.Errorf("serve: %v", err)
	}
	r.stop = nil
}

func (r *rig) wait(chat int64, n int) []bottest.Message {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), time.Minute)
	defer cancel()
	list, err := r.srv.Wait(ctx, chat, n)
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.log)
	}
	return list
}

func (r *rig) waitFor(what string, ok func() bool) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), time.Minute)
	defer cancel()
	for !ok() {
		select {
		case <-ctx.Done():
			r.t.Fatalf("never: %s\n%s", what, r.log)
		case <-time.After(time.Millisecond):
		}
	}
}

func TestConversation(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.start()
	r.srv.Say(42, "thu <ngân> sách & 2021")
	m := r.wait(42, 1)[0]
	if m.Text != "nghe: thu <ngân> sách & 2021" || m.ReplyTo == 0 {
		t.Errorf("answer: %+v", m)
	}
	if err := r.srv.Press(m, 42, "Nữa"); err != nil {
		t.Fatal(err)
	}
	r.waitFor("edited", func() bool { return r.srv.Messages(42)[0].Edited == 1 })
	r.waitFor("button answered", func() bool { return len(r.srv.Calls("answerCallbackQuery")) == 1 })
	if p := r.srv.Calls("answerCallbackQuery")[0].Params; p["text"] != "vâng" || p["callback_query_id"] == "" {
		t.Errorf("button answered with %v", p)
	}
	for _, c := range r.srv.Calls("sendMessage") {
		if c.Length <= 0 || c.Kind != "application/json" {
			t.Errorf("body of %d bytes, %s", c.Length, c.Kind)
		}
	}
}

func TestRestartInTheMiddleLosesNothing(t *testing.T) {
	const chats, each = 20, 10
	r := newRig(t, bottest.Options{}, echo)
	for n := range each {
		for c := range chats {
			r.srv.Say(int64(c+1), fmt.Sprint("câu ", n))
		}
	}
	for r.srv.Total() < chats*each {
		before := r.srv.Total()
		r.start()
		r.waitFor("progress", func() bool { return r.srv.Total() > before })
		r.end()
	}
	for c := range chats {
		for n, m := range r.srv.Messages(int64(c + 1)) {
			if want := fmt.Sprint("nghe: câu ", n); m.Text != want {
				t.Errorf("chat %d message %d: %q, want %q", c+1, n, m.Text, want)
			}
		}
	}
	if r.srv.Total() != chats*each {
		t.Errorf("%d messages for %d updates", r.srv.Total(), chats*each)
	}
}

func TestTokenRefusedEnds(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	cfg := r.cfg
	cfg.Token = "1234567:not-the-token-that-this-server-knows"
	err := telegram.Serve(t.Context(), cfg)
	if !errors.Is(err, telegram.ErrToken) || strings.Contains(err.Error(), "not-the-token") {
		t.Errorf("serve: %v", err)
	}
	cfg.Token = "không phải token"
	if err := telegram.Serve(t.Context(), cfg); !errors.Is(err, telegram.ErrToken) || strings.Contains(err.Error(), "phải") {
		t.Errorf("serve: %v", err)
	}
}
