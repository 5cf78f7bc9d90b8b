package bottest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

type reply struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	ErrorCode   int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int `json:"retry_after"`
	} `json:"parameters"`
}

func call(t *testing.T, s *Server, method string, params map[string]any) (r reply) {
	t.Helper()
	body, _ := json.Marshal(params)
	res, err := http.Post(s.URL()+"/bot"+s.Token()+"/"+method, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if err := json.NewDecoder(res.Body).Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(t *testing.T, r reply) string {
	t.Helper()
	var list []struct {
		ID int64 `json:"update_id"`
	}
	if err := json.Unmarshal(r.Result, &list); err != nil {
		t.Fatalf("%v: %+v", err, r)
	}
	var out []string
	for _, u := range list {
		out = append(out, fmt.Sprint(u.ID))
	}
	return strings.Join(out, " ")
}

func TestUpdatesStayUntilAHigherOffset(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	for range 3 {
		s.Say(42, "x")
	}
	rows := []struct {
		offset int
		want   string
	}{{0, "1000 1001 1002"}, {1000, "1000 1001 1002"}, {1001, "1001 1002"}, {0, "1001 1002"}, {1003, ""}, {0, ""}}
	for _, r := range rows {
		if got := ids(t, call(t, s, "getUpdates", map[string]any{"offset": r.offset})); got != r.want {
			t.Errorf("offset %d: %q, want %q", r.offset, got, r.want)
		}
	}
}

func TestOnePollerAtATime(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	first := make(chan reply, 1)
	go func() { first <- call(t, s, "getUpdates", map[string]any{"timeout": 5}) }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := s.WaitFor(ctx, func() bool { return s.polling }); err != nil {
		t.Fatal(err)
	}
	if r := call(t, s, "getUpdates", nil); r.ErrorCode != 409 {
		t.Errorf("second poller: %+v", r)
	}
	s.Say(42, "x")
	if got := ids(t, <-first); got != "1000" {
		t.Errorf("first poller: %q", got)
	}
}

func TestChecksOfMessages(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	key := func(data string) map[string]any {
		return map[string]any{"inline_keyboard": [][]map[string]any{{{"text": "a", "callback_data": data}}}}
	}
	rows := []struct {
		name   string
		params map[string]any
		code   int
	}{
		{"plain", map[string]any{"text": "a < b"}, 0},
		{"html", map[string]any{"text": "<b>a</b> &lt; &#39;", "parse_mode": "HTML"}, 0},
		{"bare <", map[string]any{"text": "a < b", "parse_mode": "HTML"}, 400},
		{"unknown tag", map[string]any{"text": "<p>a</p>", "parse_mode": "HTML"}, 400},
		{"unclosed", map[string]any{"text": "<b>a", "parse_mode": "HTML"}, 400},
		{"crossed", map[string]any{"text": "<b><i>a</b></i>", "parse_mode": "HTML"}, 400},
		{"nested quotes", map[string]any{"text": "<blockquote><blockquote>a</blockquote></blockquote>", "parse_mode": "HTML"}, 400},
		{"empty", map[string]any{"text": " \n"}, 400},
		{"longest", map[string]any{"text": strings.Repeat("ế", 4096)}, 0},
		{"too long", map[string]any{"text": strings.Repeat("ế", 4097)}, 400},
		{"too long in pairs", map[string]any{"text": strings.Repeat("😀", 2049)}, 400},
		{"longest data", map[string]any{"text": "a", "reply_markup": key(strings.Repeat("x", 64))}, 0},
		{"data too long", map[string]any{"text": "a", "reply_markup": key(strings.Repeat("x", 65))}, 400},
	}
	for _, r := range rows {
		r.params["chat_id"] = 42
		if got := call(t, s, "sendMessage", r.params); got.ErrorCode != r.code {
			t.Errorf("%s: %+v", r.name, got)
		}
	}
}

func TestStrictLimits(t *testing.T) {
	s := New(Options{Strict: &Limits{Second: 5, Chat: time.Second, ChatBurst: 2, GroupMinute: 3}})
	defer s.Close()
	send := func(chat int) int {
		return call(t, s, "sendMessage", map[string]any{"chat_id": chat, "text": "x"}).ErrorCode
	}
	var got []int
	for _, chat := range []int{1, 1, 1, 2, 3, 4, 5} {
		got = append(got, send(chat))
	}
	if fmt.Sprint(got) != "[0 0 429 0 0 0 429]" {
		t.Errorf("%v", got)
	}
	if r := call(t, s, "sendMessage", map[string]any{"chat_id": 9, "text": "x"}); r.Parameters.RetryAfter < 1 {
		t.Errorf("%+v", r)
	}
}

func TestStrangersAreRefused(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	res, err := http.Post(s.URL()+"/bot1:x/getMe", "application/json", nil)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != 401 {
		t.Errorf("wrong token: %d", res.StatusCode)
	}
	if r := call(t, s, "noSuchMethod", nil); r.ErrorCode != 404 {
		t.Errorf("unknown method: %+v", r)
	}
}
