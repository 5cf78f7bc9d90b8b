package telegram_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// hook is the public side of a bot with a webhook.
func hook(r *rig) *httptest.Server {
	var h atomic.Pointer[http.Handler]
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if mounted := h.Load(); mounted != nil {
			(*mounted).ServeHTTP(w, q)
			return
		}
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	r.cfg.Webhook = telegram.Webhook{URL: public.URL, Secret: "bí-mật-của-webhook", Mount: func(x http.Handler) { h.Store(&x) }}
	r.t.Cleanup(public.Close)
	return public
}

func TestWebhook(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	hook(r)
	r.start()
	r.waitFor("webhook set", func() bool { return len(r.srv.Calls("setWebhook")) == 1 })
	for i := range 5 {
		r.srv.Say(42, fmt.Sprint(i))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := r.srv.Deliver(ctx); err != nil {
		t.Fatal(err)
	}
	for i, m := range r.wait(42, 5) {
		if m.Text != fmt.Sprint("nghe: ", i) {
			t.Errorf("%q", m.Text)
		}
	}
}

func TestWebhookRefuses(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	public := hook(r)
	r.start()
	r.waitFor("webhook set", func() bool { return len(r.srv.Calls("setWebhook")) == 1 })
	good := `{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":42,"type":"private"},"text":"x"}}`
	rows := []struct {
		name, method, secret, body string
		status                     int
	}{
		{"no secret", "POST", "", good, 401},
		{"wrong secret", "POST", "bí-mật-của-webhooK", good, 401},
		{"secret and more", "POST", "bí-mật-của-webhook2", good, 401},
		{"no JSON", "POST", "bí-mật-của-webhook", "<html>", 400},
		{"no update", "POST", "bí-mật-của-webhook", `{"a":1}`, 400},
		{"too large", "POST", "bí-mật-của-webhook", good + strings.Repeat(" ", 1<<20), 413},
		{"not a POST", "GET", "bí-mật-của-webhook", "", 405},
		{"good", "POST", "bí-mật-của-webhook", good, 200},
	}
	for _, row := range rows {
		q, _ := http.NewRequestWithContext(t.Context(), row.method, public.URL, strings.NewReader(row.body))
		if row.secret != "" {
			q.Header.Set("X-Telegram-Bot-Api-Secret-Token", row.secret)
		}
		res, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != row.status {
			t.Errorf("%s: %d, want %d", row.name, res.StatusCode, row.status)
		}
	}
	r.wait(42, 1)
	if n := r.srv.Total(); n != 1 {
		t.Errorf("%d messages", n)
	}
}

func TestStopLetsHandlersFinish(t *testing.T) {
	begun := make(chan struct{}, 8)
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		begun <- struct{}{}
		select {
		case <-time.After(50 * time.Millisecond):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		return echo(ctx, u)
	})
	r.start()
	r.srv.Say(42, "đang dở")
	r.srv.Say(42, "còn chờ")
	<-begun
	r.end()
	r.st.View(func(tx *store.Tx) error {
		if row, ok, _ := outbox.Lookup(tx, "update/1/0"); !ok {
			t.Errorf("the update under way was dropped: %+v", row)
		}
		return nil
	})
	r.start()
	if m := r.wait(42, 2); m[0].Text != "nghe: đang dở" || m[1].Text != "nghe: còn chờ" {
		t.Errorf("%q %q", m[0].Text, m[1].Text)
	}
}

func TestEphemeralAnswerWhereTheServerKnowsIt(t *testing.T) {
	r := newRig(t, bottest.Options{}, func(_ context.Context, u message.Update) ([]message.Reply, error) {
		return []message.Reply{{Chat: u.Chat, Parts: text("riêng"), Ephemeral: u.From.ID}}, nil
	})
	r.srv.Script("sendMessage", 0, bottest.Fault{}, bottest.Fault{Status: 400, Description: "Bad Request: EPHEMERAL_NOT_ALLOWED"})
	r.start()
	for n := range 2 {
		r.srv.SayIn(-5, 42, "/hoi", nil)
		r.wait(-5, n+1)
	}
	calls := r.srv.Calls("sendMessage")
	for i, want := range []bool{true, true, false} {
		if _, has := calls[i].Params["ephemeral_message_parameters"]; has != want {
			t.Errorf("call %d: ephemeral %v", i, has)
		}
	}
}
