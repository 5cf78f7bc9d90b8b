package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"thiduabot/bot/message"
)

var me = self{ID: 99, Username: "thidua_bot"}

// of returns an update with a message of a person in a chat; rest is more JSON.
func of(kind, chat, rest string) string {
	return fmt.Sprintf(`{"update_id":7,%q:{"message_id":5,"date":1700000000,"chat":%s,"from":{"id":3,"first_name":"An","last_name":"Lê","username":"an"}%s}}`, kind, chat, rest)
}

const (
	private = `{"id":3,"type":"private","first_name":"An"}`
	group   = `{"id":-100,"type":"supergroup","title":"Tổ 1"}`
	channel = `{"id":-200,"type":"channel","title":"Kênh"}`
)

func TestRead(t *testing.T) {
	rows := []struct {
		name, raw, want string
	}{
		{"private text", of("message", private, `,"text":"thu ngân sách"`), `text chat 3 private from 3 An Lê to bot "thu ngân sách"`},
		{"group text", of("message", group, `,"text":"chào"`), `text chat -100 group from 3 An Lê "chào"`},
		{"group command", of("message", group, `,"text":"/hoi thu","entities":[{"type":"bot_command","offset":0,"length":4}]`), `text chat -100 group from 3 An Lê to bot "/hoi thu"`},
		{"group command for us", of("message", group, `,"text":"/hoi@Thidua_Bot thu","entities":[{"type":"bot_command","offset":0,"length":15}]`), `text chat -100 group from 3 An Lê to bot "/hoi@Thidua_Bot thu"`},
		{"group command for another", of("message", group, `,"text":"/hoi@khac_bot thu","entities":[{"type":"bot_command","offset":0,"length":13}]`), `text chat -100 group from 3 An Lê "/hoi@khac_bot thu"`},
		{"command for another, no entities", of("message", group, `,"text":"/hoi@khac_bot"`), `text chat -100 group from 3 An Lê "/hoi@khac_bot"`},
		{"mention after Vietnamese", of("message", group, `,"text":"ơi 😀 @thidua_bot thu","entities":[{"type":"mention","offset":6,"length":11}]`), `text chat -100 group from 3 An Lê to bot "ơi 😀 @thidua_bot thu"`},
		{"mention of another", of("message", group, `,"text":"@khac thu","entities":[{"type":"mention","offset":0,"length":5}]`), `text chat -100 group from 3 An Lê "@khac thu"`},
		{"entity out of range", of("message", group, `,"text":"a","entities":[{"type":"mention","offset":-3,"length":900},{"type":"bot_command","offset":0,"length":0}]`), `text chat -100 group from 3 An Lê to bot "a"`},
		{"reply to the bot", of("message", group, `,"text":"còn 2020?","reply_to_message":{"message_id":4,"date":1,"chat":`+group+`,"from":{"id":99,"is_bot":true,"first_name":"B"}}`), `text chat -100 group from 3 An Lê reply 4 to bot "còn 2020?"`},
		{"reply to somebody", of("message", group, `,"text":"ừ","reply_to_message":{"message_id":4,"date":1,"chat":`+group+`,"from":{"id":4,"first_name":"C"}}`), `text chat -100 group from 3 An Lê reply 4 "ừ"`},
		{"topic", of("message", group, `,"text":"/hoi x","is_topic_message":true,"message_thread_id":8`), `text chat -100 group topic 8 from 3 An Lê to bot "/hoi x"`},
		{"forwarded", of("message", private, `,"text":"tin","forward_origin":{"type":"hidden_user","date":1,"sender_user_name":"X"}`), `text chat 3 private from 3 An Lê to bot forwarded "tin"`},
		{"document with caption", of("message", private, `,"caption":"số liệu","document":{"file_id":"F1","file_unique_id":"u","file_name":"a.xlsx","mime_type":"x/y","file_size":12}`), `text chat 3 private from 3 An Lê to bot "số liệu" file F1 a.xlsx x/y 12`},
		{"photo", of("message", private, `,"photo":[{"file_id":"P1","file_unique_id":"a","width":1,"height":1},{"file_id":"P2","file_unique_id":"b","width":9,"height":9,"file_size":3}]`), `text chat 3 private from 3 An Lê to bot "" file P2 photo.jpg image/jpeg 3`},
		{"edited", of("edited_message", private, `,"text":"sửa"`), `edited chat 3 private from 3 An Lê to bot "sửa"`},
		{"post", `{"update_id":7,"channel_post":{"message_id":5,"date":1,"chat":` + channel + `,"text":"thông báo"}}`, `post chat -200 channel from 0  "thông báo"`},
		{"edited post", `{"update_id":7,"edited_channel_post":{"message_id":5,"date":1,"chat":` + channel + `,"text":"thông báo"}}`, `post chat -200 channel from 0  "thông báo"`},
		{"button", `{"update_id":7,"callback_query":{"id":"q","from":{"id":3,"first_name":"An"},"message":{"message_id":5,"date":9,"chat":` + group + `},"data":"1:x"}}`, `button chat -100 group from 3 An to bot "" data 1:x callback q`},
		{"button under an old message", `{"update_id":7,"callback_query":{"id":"q","from":{"id":3,"first_name":"An"},"message":{"message_id":5,"date":0,"chat":` + group + `},"data":"1:x"}}`, `button chat -100 group from 3 An to bot "" data 1:x callback q`},
		{"inline", `{"update_id":7,"inline_query":{"id":"q","from":{"id":3,"first_name":"An"},"query":"thu","offset":"20"}}`, `inline chat 0  from 3 An to bot "thu" callback q offset 20`},
		{"blocked", `{"update_id":7,"my_chat_member":{"chat":` + private + `,"from":{"id":3,"first_name":"An"},"date":1,"old_chat_member":{"status":"member","user":{"id":99}},"new_chat_member":{"status":"kicked","user":{"id":99},"until_date":0}}}`, `left chat 3 private from 3 An ""`},
		{"added", `{"update_id":7,"my_chat_member":{"chat":` + group + `,"from":{"id":3,"first_name":"An"},"date":1,"old_chat_member":{"status":"left","user":{"id":99}},"new_chat_member":{"status":"member","user":{"id":99}}}}`, `joined chat -100 group from 3 An ""`},
		{"moved", of("message", `{"id":-5,"type":"group","title":"Tổ"}`, `,"migrate_to_chat_id":-1005`), `migrate chat -5 group from 3 An Lê "" new -1005`},
		{"service message", of("message", group, `,"new_chat_title":"Mới"`), "-"},
		{"sticker", of("message", private, `,"sticker":{"file_id":"S","file_unique_id":"s","type":"regular","width":1,"height":1}`), "-"},
		{"made an administrator", `{"update_id":7,"my_chat_member":{"chat":` + group + `,"from":{"id":3,"first_name":"An"},"date":1,"old_chat_member":{"status":"member","user":{"id":99}},"new_chat_member":{"status":"administrator","user":{"id":99}}}}`, "-"},
		{"unknown", `{"update_id":7,"of_the_future":{}}`, "-"},
	}
	for _, r := range rows {
		u, ok, err := read(json.RawMessage(r.raw), me)
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
		}
		got := "-"
		if ok {
			got = show(u)
		}
		if got != r.want {
			t.Errorf("%s:\ngot  %s\nwant %s", r.name, got, r.want)
		}
	}
}

func show(u message.Update) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s chat %d %s", u.Kind, u.Chat.ID, u.Chat.Kind)
	add := func(ok bool, format string, args ...any) {
		if ok {
			fmt.Fprintf(&b, format, args...)
		}
	}
	add(u.Chat.Topic != 0, " topic %d", u.Chat.Topic)
	add(true, " from %d %s", u.From.ID, u.From.Name)
	add(u.ReplyTo != 0, " reply %d", u.ReplyTo)
	add(u.ToBot, " to bot")
	add(u.Forwarded, " forwarded")
	add(true, " %q", u.Text)
	add(u.Data != "", " data %s", u.Data)
	add(u.Callback != "", " callback %s", u.Callback)
	add(u.Offset != "", " offset %s", u.Offset)
	add(u.NewChat != 0, " new %d", u.NewChat)
	if u.File != nil {
		fmt.Fprintf(&b, " file %s %s %s %d", u.File.Ref, u.File.Name, u.File.Type, u.File.Size)
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	f.Add(of("message", group, `,"text":"/hoi@x ờ","entities":[{"type":"bot_command","offset":0,"length":4}]`))
	f.Add(`{"update_id":1,"callback_query":{}}`)
	f.Add(`{"update_id":1,"my_chat_member":{}}`)
	f.Add(`{"update_id":1,"inline_query":{}}`)
	f.Fuzz(func(t *testing.T, raw string) {
		u, ok, err := read(json.RawMessage(raw), me)
		if ok && err != nil {
			t.Error("an update and an error")
		}
		lane(u)
		updateID(json.RawMessage(raw))
	})
}

func FuzzCutKeepsTheLimit(f *testing.F) {
	f.Add("một hai", 4)
	f.Add("e\u0302\u0301e\u0302\u0301", 5)
	f.Add("😀😀", 3)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < 1 || limit > 1<<20 {
			return
		}
		if got := cutUnits(s, limit); units(got) > limit {
			t.Errorf("%d units of %d", units(got), limit)
		}
		n := 0
		for _, p := range cutParts([]message.Part{{Text: s}, {Text: s}, {Text: s}}, limit) {
			n += units(p.Text)
		}
		if n > limit {
			t.Errorf("parts of %d units, limit %d", n, limit)
		}
	})
}

func TestRedactedEverywhere(t *testing.T) {
	const token = "123456:AA-secret-secret-secret"
	var b strings.Builder
	log := slog.New(Redact(slog.NewJSONHandler(&b, nil), token))
	log = log.With("url", "https://api/bot"+token+"/getMe").WithGroup("g")
	log.Info("call "+token, "err", errors.New("parse \""+token+"\\n\""), "tail", "AA-secret-secret-secret",
		slog.Group("deep", "x", []string{token}), "bytes", fmt.Sprintf("%x", 1))
	if strings.Contains(b.String(), "secret") {
		t.Error(b.String())
	}
}

func TestCleanToken(t *testing.T) {
	rows := []struct {
		in string
		ok bool
	}{
		{" 123:abc-DEF_9\n", true}, {"", false}, {"abc", false}, {"123:", false}, {"123:a b", false}, {"123:a/../x", false}, {"https://x/bot1:a", false},
	}
	for _, r := range rows {
		if got, err := CleanToken(r.in); (err == nil) != r.ok || r.ok && got != strings.TrimSpace(r.in) {
			t.Errorf("%q: %q %v", r.in, got, err)
		}
	}
}

// TestErrorsHideTheToken lets calls fail in every way, also by servers that echo
// what they were asked.
func TestErrorsHideTheToken(t *testing.T) {
	const token = "123456:AA-secret-secret-secret"
	echo := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, `{"ok":false,"error_code":400,"description":"Bad Request: %s is unknown"}`, r.URL.Path)
	}))
	defer echo.Close()
	broken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer broken.Close()
	go func() {
		for {
			c, err := broken.Accept()
			if err != nil {
				return
			}
			fmt.Fprintf(c, "HTTP/1.1 /bot%s/getMe\r\n\r\n", token)
			c.Close()
		}
	}()
	for _, base := range []string{"http://127.0.0.1:1", "http://ten-mien.invalid", "http://[::1]:1/" + token, echo.URL, "http://" + broken.Addr().String()} {
		c, err := newClient(base, token)
		if err != nil {
			t.Fatal(err)
		}
		err = c.call(t.Context(), "getMe", nil, nil)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", base, err)
		}
		if _, ok := errors.AsType[*lostError](err); ok && strings.Contains(err.Error(), "Post ") {
			t.Errorf("%s: the address stands in %v", base, err)
		}
	}
	if _, err := newClient("ftp://x/"+token, token); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("%v", err)
	}
}
