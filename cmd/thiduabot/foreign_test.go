package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// foreign is a Bot API server of another make: it knows a few methods only,
// reads JSON bodies only, gives each update once whatever the offset, never
// holds a poll open, and answers what it does not know with 500 and no "ok".
type foreign struct {
	mu      sync.Mutex
	updates []map[string]any
	sent    []map[string]any // parameters of sendMessage
	calls   map[string]int
	kinds   map[string]bool // of bodies
}

// ServeHTTP answers one call.
func (f *foreign) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	method := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
	f.calls[method]++
	f.kinds[r.Header.Get("Content-Type")] = true
	var params map[string]any
	_ = json.NewDecoder(r.Body).Decode(&params) // an unreadable body counts as empty
	var result any
	switch method {
	case "getMe":
		result = map[string]any{"id": 123456, "is_bot": true, "first_name": "Thi đua", "username": "thidua_bot"}
	case "getUpdates":
		result, f.updates = f.updates, []map[string]any{}
	case "sendMessage":
		f.sent = append(f.sent, params)
		result = nil
	case "editMessageText", "editMessageReplyMarkup", "deleteMessage", "answerCallbackQuery", "setWebhook", "deleteWebhook":
		result = nil
	default:
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprint(w, `{"message":"Method not found"}`)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"ok": true, "result": result})
}

func (f *foreign) say(id int, text string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	person := map[string]any{"id": 5, "is_bot": false, "first_name": "An"}
	f.updates = append(f.updates, map[string]any{"update_id": id, "message": map[string]any{
		"message_id": id, "from": person, "chat": map[string]any{"id": 5, "type": "private", "first_name": "An"}, "date": time.Now().UnixMilli(), "text": text}})
}

func (f *foreign) press(id int, data string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	chat := map[string]any{"id": 5, "type": "private", "first_name": "An"}
	f.updates = append(f.updates, map[string]any{"update_id": id, "callback_query": map[string]any{
		"id": fmt.Sprint(id), "from": map[string]any{"id": 5, "first_name": "An"}, "data": data,
		"message": map[string]any{"message_id": 2, "date": 1, "chat": chat, "text": "x"}}})
}

// await returns how often a method was called, once that is n times.
func (f *foreign) await(t *testing.T, method string, n int) {
	t.Helper()
	for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		f.mu.Lock()
		got := f.calls[method]
		f.mu.Unlock()
		if got >= n {
			return
		}
	}
	t.Fatalf("%s was not called %d times: %v", method, n, f.calls)
}

// TestServeForeignServer talks to a server that knows only the plain methods.
func TestServeForeignServer(t *testing.T) {
	f := &foreign{calls: map[string]int{}, kinds: map[string]bool{}, updates: []map[string]any{}}
	srv := httptest.NewServer(f)
	defer srv.Close()
	s := &serving{t: t, dir: filepath.Join(t.TempDir(), "data")}
	s.begin("123456:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", srv.URL, "--open")
	began := time.Now()
	f.say(1, "thu ngân sách 2021")
	f.await(t, "sendMessage", 1)
	f.press(2, key(f.sent[0], "Nguồn"))
	f.await(t, "editMessageText", 1)
	f.press(3, key(f.sent[0], "Biểu đồ")) // sendPhoto is not there
	f.await(t, "sendMessage", 2)          // so its caption goes alone
	f.say(4, "giá trị xuất khẩu 2021")
	f.await(t, "sendMessage", 3)
	f.mu.Lock()
	defer f.mu.Unlock()
	if text := fmt.Sprint(f.sent[0]["text"]); !strings.Contains(text, "3.426 tỷ đồng") || f.sent[0]["chat_id"] == nil {
		t.Errorf("answer: %v", f.sent[0])
	}
	if n := f.calls["getUpdates"]; n > 10+int(8*time.Since(began).Seconds()) {
		t.Errorf("%d polls in %s", n, time.Since(began))
	}
	seen := map[string]int{}
	for _, m := range f.sent {
		seen[fmt.Sprint(m["text"])]++
	}
	for text, n := range seen {
		if n > 1 {
			t.Errorf("sent %d times: %s", n, text)
		}
	}
	for _, m := range []string{"sendPhoto", "setMyCommands", "sendChatAction", "sendRichMessage"} {
		if f.calls[m] > 1 {
			t.Errorf("%s was called %d times", m, f.calls[m])
		}
	}
}

func key(message map[string]any, word string) string {
	markup, _ := message["reply_markup"].(map[string]any)
	rows, _ := markup["inline_keyboard"].([]any)
	for _, row := range rows {
		for _, k := range row.([]any) {
			if m := k.(map[string]any); strings.Contains(fmt.Sprint(m["text"]), word) {
				return fmt.Sprint(m["callback_data"])
			}
		}
	}
	return ""
}
