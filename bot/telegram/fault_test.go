package telegram_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

func TestFaultsOfSending(t *testing.T) {
	rows := []struct {
		name   string
		faults []bottest.Fault
		want   []string // what stands in the chat at the end
	}{
		{"server error", []bottest.Fault{{Status: 500, Description: "Internal Server Error"}}, []string{"nghe: x"}},
		{"proxy page", []bottest.Fault{{Status: 503, Body: "<html>503</html>"}}, []string{"nghe: x"}},
		{"gateway lost it", []bottest.Fault{{Status: 502, Body: "<html>502</html>"}}, []string{"(gửi lại) nghe: x"}},
		{"blocked page of a proxy", []bottest.Fault{{Status: 403, Body: "<html>cấm</html>"}}, []string{"nghe: x"}},
		{"cut before", []bottest.Fault{{CutBefore: true}}, []string{"(gửi lại) nghe: x"}},
		{"cut after", []bottest.Fault{{CutAfter: true}}, []string{"nghe: x", "(gửi lại) nghe: x"}},
		{"refused", []bottest.Fault{{Status: 400, Description: "Bad Request: something else"}}, nil},
		{"answer that is no message", []bottest.Fault{{Status: 200, Body: `{"ok":true,"result":null}`}}, nil},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := newRig(t, bottest.Options{}, echo)
			r.srv.Script("sendMessage", 42, row.faults...)
			r.start()
			r.srv.Say(42, "x")
			r.srv.Say(43, "y") // nobody else is delayed
			r.wait(43, 1)
			r.waitFor("settled", func() bool {
				return r.cfg.Stats.Outbox.Waiting[outbox.Answer].Load() == 0 && r.cfg.Stats.Handled.Load() == 2
			})
			var got []string
			for _, m := range r.srv.Messages(42) {
				got = append(got, m.Text)
			}
			if !slices.Equal(got, row.want) {
				t.Errorf("chat holds %q, want %q\n%s", got, row.want, r.log)
			}
		})
	}
}

func TestTooManyRequestsPausesAll(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.Script("sendMessage", 0, bottest.Fault{Status: 429, Description: "Too Many Requests: retry after 1", RetryAfter: 1})
	r.start()
	for c := range 5 {
		r.srv.Say(int64(c+1), "x")
	}
	for c := range 5 {
		r.wait(int64(c+1), 1)
	}
	calls := r.srv.Calls("sendMessage")
	for i, c := range calls[1:] {
		if d := c.At.Sub(calls[0].At); d < 900*time.Millisecond {
			t.Errorf("call %d came %v after the 429", i+1, d)
		}
	}
	if n := r.cfg.Stats.Outbox.Limited.Load(); n != 1 {
		t.Errorf("%d counted", n)
	}
}

func TestGroupMoves(t *testing.T) {
	var told atomic.Int64
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		if u.Kind == message.Migrate {
			told.Store(u.NewChat)
		}
		return echo(ctx, u)
	})
	r.srv.Script("sendMessage", -7, bottest.Fault{Status: 400, Description: "Bad Request: group chat was upgraded to a supergroup chat", MigrateTo: -1007})
	r.start()
	r.srv.SayIn(-7, 42, "/hoi x", nil)
	if m := r.wait(-1007, 1)[0]; m.Text != "nghe: /hoi x" {
		t.Errorf("%q", m.Text)
	}
	r.waitFor("told", func() bool { return told.Load() == -1007 })
}

func TestBlockedChatIsToldToTheConversation(t *testing.T) {
	var left atomic.Int64
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		if u.Kind == message.Left {
			left.Store(u.Chat.ID)
		}
		return echo(ctx, u)
	})
	r.srv.Script("sendMessage", 42, bottest.Fault{Status: 403, Description: "Forbidden: bot was blocked by the user"})
	r.start()
	r.srv.Say(42, "x")
	r.waitFor("told", func() bool { return left.Load() == 42 })
	r.st.View(func(tx *store.Tx) error {
		if !outbox.IsDead(tx, 42) {
			t.Error("the chat is not marked")
		}
		return nil
	})
	r.srv.Say(42, "y")
	r.wait(42, 1)
	r.st.View(func(tx *store.Tx) error {
		if outbox.IsDead(tx, 42) {
			t.Error("the chat is still marked")
		}
		return nil
	})
}

func TestClosedTopicFallsBack(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.Script("sendMessage", -9, bottest.Fault{Status: 400, Description: "Bad Request: TOPIC_CLOSED"})
	r.start()
	more := map[string]any{"is_topic_message": true, "message_thread_id": 55}
	r.srv.SayIn(-9, 42, "/hoi x", more)
	if m := r.wait(-9, 1)[0]; m.Topic != 0 {
		t.Errorf("topic %d", m.Topic)
	}
	r.srv.SayIn(-9, 42, "/hoi y", more)
	if m := r.wait(-9, 2)[1]; m.Topic != 55 {
		t.Errorf("topic %d", m.Topic)
	}
}

func TestUnknownAndBrokenUpdatesAreSkipped(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.PushRaw(500, `{"update_id":500,"from_the_future":{"a":1}}`)
	r.srv.PushRaw(501, `{"update_id":501,"message":{"message_id":1,"chat":{"id":42,"type":"private"},"forward_origin":{"type":"of a kind to come"},"text":"x"}}`)
	r.srv.PushRaw(502, `{"update_id":502,"message":"không phải"}`)
	r.srv.PushRaw(503, `{"message":{}}`)
	r.srv.Push(map[string]any{"message_reaction": map[string]any{"chat": map[string]any{"id": 42, "type": "private"}}})
	r.srv.Say(42, "sau cùng")
	r.start()
	if m := r.wait(42, 1); m[0].Text != "nghe: sau cùng" {
		t.Errorf("%q", m[0].Text)
	}
	r.waitFor("confirmed", func() bool { return r.srv.Pending() == 0 })
}

func TestLowerNumbersAfterAWeekAreTaken(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.Number(900_000)
	r.srv.Say(42, "cũ")
	r.start()
	r.wait(42, 1)
	r.srv.Number(17)
	r.srv.Say(42, "mới")
	if m := r.wait(42, 2); m[1].Text != "nghe: mới" {
		t.Errorf("%q", m[1].Text)
	}
}

func TestRepeatedUpdateActsOnce(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	raw := `{"update_id":77,"message":{"message_id":1,"date":1,"chat":{"id":42,"type":"private"},"from":{"id":42,"first_name":"A"},"text":"x"}}`
	r.srv.PushRaw(77, raw)
	r.start()
	r.wait(42, 1)
	r.waitFor("confirmed", func() bool { return r.srv.Pending() == 0 })
	r.srv.PushRaw(77, raw)
	r.srv.Say(42, "y")
	if m := r.wait(42, 2); m[1].Text != "nghe: y" {
		t.Errorf("%q", m[1].Text)
	}
	if n := r.cfg.Stats.Repeated.Load(); n != 1 {
		t.Errorf("%d repeats counted", n)
	}
}

func TestPoisonIsSetAsideAndSaidOnce(t *testing.T) {
	var tries atomic.Int64
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		switch u.Text {
		case "độc":
			tries.Add(1)
			panic("hỏng " + u.Text)
		case "lỗi":
			return nil, errors.New("không được")
		}
		return echo(ctx, u)
	})
	r.start()
	r.srv.Say(42, "độc")
	r.srv.Say(42, "tiếp")
	r.srv.Say(43, "lỗi")
	m := r.wait(42, 2)
	if !strings.HasPrefix(m[0].Text, "Xin lỗi, mã ") || m[1].Text != "nghe: tiếp" {
		t.Errorf("%q %q", m[0].Text, m[1].Text)
	}
	r.wait(43, 1)
	r.end()
	r.start()
	r.srv.Say(44, "x")
	r.wait(44, 1)
	if n := tries.Load(); n != 2 {
		t.Errorf("tried %d times", n)
	}
	if n := len(r.srv.Messages(42)); n != 2 {
		t.Errorf("%d messages", n)
	}
}

func TestSlowChatDelaysNobody(t *testing.T) {
	hold := make(chan struct{})
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		if u.Chat.ID == 1 {
			<-hold
		}
		return echo(ctx, u)
	})
	r.start()
	r.srv.Say(1, "chậm")
	r.srv.Say(1, "chậm nữa")
	for c := range 20 {
		r.srv.Say(int64(c+2), "nhanh")
	}
	for c := range 20 {
		r.wait(int64(c+2), 1)
	}
	r.waitFor("typing", func() bool { return len(r.srv.Calls("sendChatAction")) > 0 })
	close(hold)
	if m := r.wait(1, 2); m[0].Text != "nghe: chậm" {
		t.Errorf("%q", m[0].Text)
	}
}

func TestSlowButtonIsAnsweredMeanwhile(t *testing.T) {
	hold := make(chan struct{})
	r := newRig(t, bottest.Options{}, func(ctx context.Context, u message.Update) ([]message.Reply, error) {
		<-hold
		return echo(ctx, u)
	})
	r.start()
	r.srv.PressData(bottest.Message{ID: 1, Chat: 42}, 42, "1:x")
	r.waitFor("answered", func() bool { return len(r.srv.Calls("answerCallbackQuery")) == 1 })
	close(hold)
	r.wait(42, 1)
}

func TestSecondPollerWaits(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.Script("getUpdates", 0, bottest.Fault{Status: 409, Description: "Conflict: terminated by other getUpdates request"})
	r.start()
	r.srv.Say(42, "x")
	r.wait(42, 1)
	if !strings.Contains(r.log.String(), "another program polls") {
		t.Error("the log does not say so")
	}
}

func TestUnreachableAtFirst(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	var me telegram.Self
	known := make(chan struct{})
	r.cfg.Started = func(s telegram.Self) { me = s; close(known) }
	for _, m := range []string{"getMe", "getUpdates"} {
		r.srv.Script(m, 0, bottest.Fault{CutBefore: true}, bottest.Fault{Status: 502, Body: "<html>"}, bottest.Fault{CutBefore: true})
	}
	r.srv.Script("deleteWebhook", 0, bottest.Fault{CutBefore: true})
	r.start()
	r.srv.Say(42, "x")
	r.wait(42, 1)
	<-known
	if me.Username != "thidua_bot" {
		t.Errorf("name %q", me.Username)
	}
	if r.cfg.Stats.LastContact().IsZero() {
		t.Error("no contact noted")
	}
}

func TestWebhookThatIsSetIsTakenAway(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.srv.SetWebhook("https://example.com/x", "s")
	r.start()
	r.srv.Say(42, "x")
	r.wait(42, 1)
	if calls := r.srv.Calls("deleteWebhook"); len(calls) == 0 || fmt.Sprint(calls[0].Params["drop_pending_updates"]) == "true" {
		t.Errorf("%v", calls)
	}
}

// plainServer knows two methods, answers all others with an error of its own
// form, does not hold polls open and hands each update out once.
func plainServer(updates []string) (srv *httptest.Server, sent func() []string) {
	var mu sync.Mutex
	var texts []string
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		switch path.Base(r.URL.Path) {
		case "getUpdates":
			fmt.Fprintf(w, `{"ok":true,"result":[%s]}`, strings.Join(updates, ","))
			updates = nil
		case "sendMessage":
			var m struct{ Text string }
			json.NewDecoder(r.Body).Decode(&m)
			texts = append(texts, m.Text)
			fmt.Fprint(w, `{"ok":true}`)
		default:
			w.WriteHeader(http.StatusInternalServerError)
			fmt.Fprint(w, `{"message":"Route not found"}`)
		}
	}))
	return srv, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(texts)
	}
}

func TestServerThatKnowsOnlyTheNeedful(t *testing.T) {
	srv, sent := plainServer([]string{`{"update_id":1,"message":{"message_id":1,"date":1700000000000,"chat":{"id":42,"type":"private"},"from":{"id":42,"first_name":"A"},"text":"x"}}`})
	defer srv.Close()
	r := newRig(t, bottest.Options{}, say(message.Reply{Parts: text("Bảng"), Table: &message.Table{Rows: [][]string{{"a", "1"}}}}))
	r.cfg.APIURL = srv.URL
	r.cfg.Commands = []telegram.Command{{Name: "hoi", Description: "Hỏi"}}
	r.start()
	r.waitFor("answered", func() bool { return len(sent()) == 1 })
	if got := sent()[0]; got != "Bảng\n<pre>a  1</pre>" {
		t.Errorf("%q", got)
	}
}
