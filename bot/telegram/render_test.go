package telegram_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// say answers every text with one reply.
func say(reply message.Reply) handler {
	return func(_ context.Context, u message.Update) ([]message.Reply, error) {
		reply.Chat = u.Chat
		return []message.Reply{reply}, nil
	}
}

func TestRepliesAsTelegramShowsThem(t *testing.T) {
	long := strings.Repeat("ế", 5000)
	rows := []struct {
		name  string
		reply message.Reply
		html  string
	}{
		{"styles", message.Reply{Parts: []message.Part{{Text: "a<b>", Style: message.Bold}, {Text: "&\"", Style: message.Code}, {Text: "q", Style: message.Quote}}},
			"<b>a&lt;b&gt;</b><code>&amp;&quot;</code><blockquote expandable>q</blockquote>"},
		{"link", message.Reply{Parts: []message.Part{{Text: "nguồn", URL: `https://vidu.vn/?a=1&b="`}}},
			`<a href="https://vidu.vn/?a=1&amp;b=&quot;">nguồn</a>`},
		{"link that is none", message.Reply{Parts: []message.Part{{Text: "nguồn", URL: "javascript:alert(1)"}}}, "nguồn"},
		{"broken bytes", message.Reply{Parts: text("a\xffb\x00c")}, "a\uFFFDbc"},
		{"too long", message.Reply{Parts: text(long)}, strings.Repeat("ế", 4095) + "…"},
		{"table", message.Reply{Parts: text("Bảng"), Table: &message.Table{Rows: [][]string{{"a", "1"}, {"b", "22"}}}, Tail: text("hết")},
			"Bảng\n<pre>a  1\nb  22</pre>\nhết"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := newRig(t, bottest.Options{Absent: map[string]bool{"sendRichMessage": true}}, say(row.reply))
			r.start()
			r.srv.Say(42, "x")
			if m := r.wait(42, 1)[0]; m.HTML != row.html {
				t.Errorf("got  %q\nwant %q", m.HTML, row.html)
			}
		})
	}
}

func TestKeysThatTelegramRefusesAreLeftOut(t *testing.T) {
	r := newRig(t, bottest.Options{}, say(message.Reply{Parts: text("x"), Keys: [][]message.Key{
		{{Text: "dài", Data: strings.Repeat("á", 33)}, {Text: "tốt", Data: "1"}, {Text: " ", Data: "2"}},
		{{Text: "không đi đâu"}, {Text: "xấu", URL: "javascript:x"}},
		{{Text: "trang", URL: "https://vidu.vn"}},
	}}))
	r.start()
	r.srv.Say(42, "x")
	if got := fmt.Sprint(r.wait(42, 1)[0].Keys); got != "[[{tốt 1 }] [{trang  https://vidu.vn}]]" {
		t.Errorf("%s", got)
	}
}

func TestParseErrorIsSentAgainAsPlainText(t *testing.T) {
	r := newRig(t, bottest.Options{}, say(message.Reply{Parts: []message.Part{{Text: "a<b", Style: message.Bold}}}))
	r.srv.Script("sendMessage", 0, bottest.Fault{Status: 400, Description: "Bad Request: can't parse entities: made up"})
	r.start()
	r.srv.Say(42, "x")
	if m := r.wait(42, 1)[0]; m.HTML != "a<b" {
		t.Errorf("%q", m.HTML)
	}
	if !strings.Contains(r.log.String(), "amended") {
		t.Error("not logged")
	}
}

func TestNativeTableWhereTheServerKnowsIt(t *testing.T) {
	r := newRig(t, bottest.Options{}, say(message.Reply{Parts: []message.Part{{Text: "Bảng", Style: message.Bold}}, Table: &message.Table{Header: []string{"Chỉ tiêu", "Số"}, Rows: [][]string{{"Thu", "12"}}, Right: []bool{false, true}}}))
	r.start()
	r.srv.Say(42, "x")
	if m := r.wait(42, 1)[0]; !m.Rich || !strings.Contains(m.Text, "Chỉ tiêu") {
		t.Errorf("%+v", m)
	}
}

func TestOptionalMethodsThatFailAreRemembered(t *testing.T) {
	faults := map[string]bottest.Fault{
		"not found":    {Status: 404, Description: "Not Found"},
		"server error": {Status: 500, Description: "x"},
		"no JSON":      {Status: 500, Body: `{"message":"none"}`},
		"html":         {Status: 200, Body: "<html>"},
	}
	for name, f := range faults {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, bottest.Options{}, say(message.Reply{Parts: text("B"), Table: &message.Table{Rows: [][]string{{"a", "1"}}}}))
			r.cfg.Commands = []telegram.Command{{Name: "hoi", Description: "Hỏi"}}
			for _, m := range []string{"sendRichMessage", "setMyCommands"} {
				r.srv.Script(m, 0, f, f, f, f)
			}
			r.start()
			for n := range 3 {
				r.srv.Say(42, "x")
				r.wait(42, n+1)
			}
			r.waitFor("menu", func() bool { return len(r.srv.Calls("setMyCommands")) > 0 })
			r.end()
			for _, m := range []string{"sendRichMessage", "setMyCommands"} {
				if n := len(r.srv.Calls(m)); n != 1 {
					t.Errorf("%s called %d times", m, n)
				}
				if n := strings.Count(r.log.String(), "method="+m); n != 1 {
					t.Errorf("%s logged %d times", m, n)
				}
			}
			if n := len(r.srv.Messages(42)); n != 3 {
				t.Errorf("%d messages", n)
			}
		})
	}
}

func TestEdits(t *testing.T) {
	rows := []struct {
		name, data string
		fault      bottest.Fault
		messages   int
	}{
		{"changed", "1", bottest.Fault{}, 1},
		{"not modified", "1", bottest.Fault{Status: 400, Description: "Bad Request: message is not modified"}, 1},
		{"gone", "1", bottest.Fault{Status: 400, Description: "Bad Request: message to edit not found"}, 2},
		{"cut after", "1", bottest.Fault{CutAfter: true}, 1},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			r := newRig(t, bottest.Options{}, echo)
			r.start()
			r.srv.Say(42, "x")
			m := r.wait(42, 1)[0]
			r.srv.Script("editMessageText", 0, row.fault)
			r.srv.Script("answerCallbackQuery", 0, bottest.Fault{Status: 400, Description: "Bad Request: query is too old"})
			r.srv.PressData(m, 42, row.data)
			r.waitFor("settled", func() bool {
				return r.cfg.Stats.Handled.Load() == 2 && r.cfg.Stats.Outbox.Waiting[outbox.Answer].Load() == 0 && len(r.srv.Messages(42)) >= row.messages
			})
			if n := len(r.srv.Messages(42)); n != row.messages {
				t.Errorf("%d messages, want %d", n, row.messages)
			}
			if n := r.cfg.Stats.Outbox.Failed.Load(); n != 0 {
				t.Errorf("%d failed", n)
			}
		})
	}
}

func TestPictureIsUploadedOnce(t *testing.T) {
	reply := message.Reply{Parts: text("Biểu đồ"), Media: &message.Media{Name: "biểu đồ.png", Type: "image/png", Bytes: []byte("\x89PNG made up"), Cache: "c1"}}
	r := newRig(t, bottest.Options{}, say(reply))
	r.start()
	for n := range 3 {
		r.srv.Say(42, "x")
		r.wait(42, n+1)
	}
	uploads := 0
	for _, c := range r.srv.Calls("sendPhoto") {
		if c.Kind == "multipart/form-data" {
			uploads++
		}
		if c.Length <= 0 {
			t.Error("a body without a length")
		}
	}
	if uploads != 1 {
		t.Errorf("%d uploads", uploads)
	}
	r.srv.Script("sendPhoto", 0, bottest.Fault{Status: 400, Description: "Bad Request: wrong file identifier/HTTP URL specified"})
	r.srv.Say(42, "x")
	if m := r.wait(42, 4)[3]; m.File == "" || m.Text != "Biểu đồ" {
		t.Errorf("%+v", m)
	}
}

func TestPictureThatIsNoneGoesAsDocument(t *testing.T) {
	reply := message.Reply{Parts: text(strings.Repeat("dài ", 500)), Media: &message.Media{Name: "a.png", Type: "image/png", Bytes: []byte("x")}}
	r := newRig(t, bottest.Options{}, say(reply))
	r.srv.Script("sendPhoto", 0, bottest.Fault{Status: 400, Description: "Bad Request: PHOTO_INVALID_DIMENSIONS"})
	r.start()
	r.srv.Say(42, "x")
	m := r.wait(42, 1)[0]
	if n := len(utf16.Encode([]rune(m.Text))); m.FileName != "document" || n > 1024 {
		t.Errorf("%s with a caption of %d", m.FileName, n)
	}
}

func TestInlineQueryIsAnsweredBesideTheOutbox(t *testing.T) {
	r := newRig(t, bottest.Options{}, func(_ context.Context, u message.Update) ([]message.Reply, error) {
		in := []message.Inlined{{ID: "1", Title: "<Thu>", Parts: text("a<b")}, {ID: strings.Repeat("x", 65), Title: "dài", Parts: text("x")}}
		return []message.Reply{{Callback: u.Callback, Inlined: in, Next: "20"}}, nil
	})
	r.start()
	r.srv.Ask(42, "thu", "")
	r.waitFor("answered", func() bool { return len(r.srv.Calls("answerInlineQuery")) == 1 })
	p := r.srv.Calls("answerInlineQuery")[0].Params
	if list, _ := p["results"].([]any); len(list) != 1 || p["next_offset"] != "20" {
		t.Errorf("%v", p)
	}
	if r.srv.Total() != 0 {
		t.Error("a message went out")
	}
}

func TestReminderAddedWhileServing(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	r.start()
	err := r.st.Update(func(tx *store.Tx) error {
		_, err := outbox.Add(tx, outbox.Row{Key: "r1/42", Class: outbox.Reminder, Due: time.Now().Add(50 * time.Millisecond),
			Reply: message.Reply{Chat: message.Chat{ID: 42, Kind: message.Private}, Parts: text("nhắc")}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if m := r.wait(42, 1)[0]; m.Text != "nhắc" {
		t.Errorf("%q", m.Text)
	}
}

func TestDownload(t *testing.T) {
	r := newRig(t, bottest.Options{}, echo)
	got := make(chan *telegram.Adapter, 1)
	r.cfg.Ready = func(a *telegram.Adapter) { got <- a }
	r.start()
	a := <-got
	ref := r.srv.AddFile([]byte("nội dung"))
	b, err := a.Download(t.Context(), ref, 100)
	if err != nil || string(b) != "nội dung" {
		t.Errorf("%q %v", b, err)
	}
	before := r.srv.Fetched()
	if _, err := a.Download(t.Context(), ref, 3); err != telegram.ErrTooLarge || r.srv.Fetched() > before {
		t.Errorf("over the limit: %v", err)
	}
	if _, err := a.Download(t.Context(), r.srv.AddLyingFile([]byte("nội dung"), 1), 3); err != telegram.ErrTooLarge {
		t.Errorf("over the limit without saying so: %v", err)
	}
	if _, err := a.Download(t.Context(), "none", 0); err == nil || strings.Contains(err.Error(), r.srv.Token()) {
		t.Errorf("unknown file: %v", err)
	}
}
