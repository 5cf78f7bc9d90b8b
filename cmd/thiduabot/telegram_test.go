package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"html"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"thiduabot/bot/bottest"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// TestTelegram replays the dialogues of testdata/telegram/*.txtar with the whole
// of serve, over HTTP. Lines that begin with ">" are what comes in:
//
//	> 7 claims                     sends the claim code that serve printed
//	> 7: text                      person 7 writes in private
//	> 7 in -50: text               in the group -50; -50#4 is its topic 4
//	> 7 in -50 to bot: text        as a reply to the bot
//	> 7 presses Nguồn              the newest button with that word in the chat of 7
//	> 7 in -50 presses Nguồn
//	> 7 queries text               an inline query
//	> 7 forwards: text
//	> 7 sends NAME: caption        the file NAME made by made
//	> -90 posts: text, -90 edits 1: text, -90 posts NAME: text
//	> joined -50 by 7, left 3, migrate -50 to -1000
//	> fails sendMessage 3 403 text
//
// Lines that begin with "<" are what the bot sends to a chat, -update writes
// them. Parts of one message stand under each other.
func TestTelegram(t *testing.T) {
	files, err := filepath.Glob("testdata/telegram/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			replay(t, path)
		})
	}
}

func replay(t *testing.T, path string) {
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range ar.Files {
		d := newDialogue(t, bottest.Options{Absent: absentMethods(f.Name)}, strings.HasPrefix(f.Name, "open"))
		got := d.play(string(f.Data))
		d.stop()
		if *update {
			ar.Files[i].Data = []byte(got)
		} else if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s: transcript differs (-want +got):\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// absentMethods leaves rich messages out, whose form is none to read, unless the
// name of the dialogue speaks of them.
func absentMethods(name string) map[string]bool {
	return map[string]bool{"sendRichMessage": !strings.Contains(name, "rich")}
}

// dialogue is a running serve with the fake server it talks to.
type dialogue struct {
	t      *testing.T
	api    *bottest.Server
	h      *house
	out    output
	log    output
	pushed int64
	stop   func()
}

// transcriptTime is when every dialogue begins.
const transcriptTime = "2022-07-04T09:00:02+07:00"

func newDialogue(t *testing.T, o bottest.Options, open bool) *dialogue {
	t.Helper()
	d := &dialogue{t: t, api: bottest.New(o)}
	sh := &shared{Data: t.TempDir(), At: transcriptTime}
	st, err := store.Open(sh.statePath())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	x, err := sh.open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	d.h = sh.newHouse(x, st, sh.clock(), slog.New(slog.NewTextHandler(&d.log, nil)))
	fast := outbox.Rate{Every: time.Millisecond, Burst: 100}
	c := &serveCmd{APIURL: d.api.URL(), Open: open, limits: outbox.Limits{Every: time.Millisecond, Most: 1000, Within: time.Second, Private: fast, Group: fast}}
	done := make(chan error, 1)
	go func() { done <- c.serve(ctx, d.h, d.api.Token(), &streams{out: &d.out, err: &d.log}) }()
	d.stop = func() {
		cancel()
		if err := errors.Join(<-done, x.Close(), st.Close()); err != nil {
			t.Errorf("serve: %v", err)
		}
		d.api.Close()
	}
	return d
}

func (d *dialogue) play(script string) string {
	var out strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		step, ok := strings.CutPrefix(line, "> ")
		if !ok {
			if line == "" || strings.HasPrefix(line, "#") {
				out.WriteString(line + "\n")
			}
			continue
		}
		out.WriteString(line + "\n")
		before := len(d.api.Calls(""))
		d.step(step)
		d.settle(step)
		out.WriteString(said(d.api.Calls("")[before:]))
	}
	return out.String()
}

// calm is how long nothing may happen before a step is taken as done.
const calm = 80 * time.Millisecond

// settle waits until all that came in is handled and all that is to go out is
// out.
func (d *dialogue) settle(step string) {
	d.t.Helper()
	s := &d.h.stats
	done := func() bool {
		n := int64(s.Waiting()) + d.pushed - s.Received.Load()
		for i := range s.Outbox.Waiting {
			n += s.Outbox.Waiting[i].Load()
		}
		calls := d.api.Calls("")
		return n == 0 && s.Handled.Load()+s.Skipped.Load()+s.SetAside.Load() >= d.pushed &&
			(len(calls) == 0 || time.Since(calls[len(calls)-1].At) > calm)
	}
	since := time.Now()
	for deadline := since.Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if !done() {
			since = time.Now()
		} else if time.Since(since) > calm {
			return
		}
	}
	d.t.Fatalf("%q is not done\n%s", step, d.log.String())
}

var (
	clock   = regexp.MustCompile(`\d\d:\d\d:\d\d \d\d/\d\d/\d{4}`)
	tags    = regexp.MustCompile(`<[^>]*>`)
	saidBy  = regexp.MustCompile(`^(-?\d+)(?: in (-?\d+)(?:#(\d+))?)?( to bot)?(?: (presses|queries|forwards|sends|posts|edits|claims))?(?: ([^:]+?))?(?:: (.*))?$`)
	visible = map[string]string{
		"sendMessage": "", "sendRichMessage": " [bảng]", "sendPhoto": " [ảnh]", "sendDocument": " [tệp]",
		"editMessageText": " (sửa tin)", "answerCallbackQuery": " »", "answerInlineQuery": " [tại chỗ]",
	}
)

// said writes what the bot sent, ordered by chat.
func said(calls []bottest.Call) string {
	slices.SortStableFunc(calls, func(a, b bottest.Call) int { return int(b.Chat - a.Chat) })
	var out strings.Builder
	for _, c := range calls {
		mark, shown := visible[c.Method]
		out.WriteString(menuOf(c))
		if !shown || c.Method == "sendRichMessage" && c.Status >= 400 {
			continue
		}
		text := wording(c)
		if text == "" && c.Method == "answerCallbackQuery" {
			continue
		}
		head := "<"
		if c.Chat != 0 {
			head += " " + strconv.FormatInt(c.Chat, 10)
		}
		if topic := c.Params["message_thread_id"]; topic != nil {
			head += fmt.Sprint("#", topic)
		}
		head += mark
		if c.Status >= 400 {
			head += fmt.Sprintf(" (bị từ chối, %d)", c.Status)
		}
		out.WriteString(head + " " + strings.ReplaceAll(text, "\n", "\n<   ") + "\n" + buttons(c))
	}
	return clock.ReplaceAllString(strings.ReplaceAll(out.String(), "<   \n", "<\n"), "GIỜ:PHÚT NGÀY/THÁNG/NĂM")
}

// menuOf tells of a menu that one chat gets.
func menuOf(c bottest.Call) string {
	scope, _ := c.Params["scope"].(map[string]any)
	commands, _ := c.Params["commands"].([]any)
	if c.Method != "setMyCommands" || scope["type"] != "chat" {
		return ""
	}
	var names []string
	for _, x := range commands {
		m, _ := x.(map[string]any)
		names = append(names, fmt.Sprint("/", m["command"]))
	}
	return fmt.Sprintf("< [danh mục lệnh của %v] %s\n", scope["chat_id"], strings.Join(names, " "))
}

// wording returns the text of a call without its tags.
func wording(c bottest.Call) string {
	text := func(v any) string { s, _ := v.(string); return html.UnescapeString(tags.ReplaceAllString(s, "")) }
	switch c.Method {
	case "sendPhoto", "sendDocument":
		return text(c.Params["caption"])
	case "answerInlineQuery":
		var lines []string
		results, _ := c.Params["results"].([]any)
		for _, r := range results {
			m, _ := r.(map[string]any)
			lines = append(lines, fmt.Sprintf("%v | %v", m["title"], m["description"]))
		}
		return strings.Join(lines, "\n")
	case "sendRichMessage":
		s, _ := c.Params["rich_text"].(string)
		return s
	}
	return text(c.Params["text"])
}

func buttons(c bottest.Call) string {
	markup, _ := c.Params["reply_markup"].(map[string]any)
	rows, _ := markup["inline_keyboard"].([]any)
	var out strings.Builder
	for _, row := range rows {
		keys, _ := row.([]any)
		out.WriteString("<  ")
		for _, k := range keys {
			m, _ := k.(map[string]any)
			fmt.Fprintf(&out, " [%v]", m["text"])
		}
		out.WriteString("\n")
	}
	return out.String()
}

// step lets happen what a line says.
func (d *dialogue) step(line string) {
	word, rest, _ := strings.Cut(line, " ")
	f := strings.Fields(rest)
	switch word {
	case "joined":
		if chat := number(f[0]); chat <= -90 {
			d.api.Describe(chat, channel(chat))
		}
		d.api.Join(number(f[0]), number(f[2]))
	case "left":
		d.api.Leave(number(f[0]), number(f[0]))
	case "migrate":
		d.api.SayIn(number(f[0]), 7, "", map[string]any{"migrate_to_chat_id": number(f[2])})
	case "fails":
		d.api.Script(f[0], number(f[1]), bottest.Fault{Status: int(number(f[2])), Description: strings.Join(f[3:], " ")})
		return
	default:
		d.speak(line)
	}
	d.pushed++
}

func number(s string) int64 {
	n, _ := strconv.ParseInt(s, 10, 64)
	return n
}

func (d *dialogue) speak(line string) {
	m := saidBy.FindStringSubmatch(line)
	if m == nil {
		d.t.Fatalf("cannot read %q", line)
	}
	from, chat, verb, what, text := number(m[1]), number(m[1]), m[5], m[6], m[7]
	more := map[string]any{}
	if m[2] != "" {
		chat = number(m[2])
	}
	if m[3] != "" {
		more["message_thread_id"], more["is_topic_message"] = number(m[3]), true
	}
	if m[4] != "" {
		more["reply_to_message"] = map[string]any{"message_id": 1, "date": 1, "chat": map[string]any{"id": chat, "type": "supergroup"}, "from": map[string]any{"id": 987654321, "is_bot": true, "first_name": "Thi đua"}}
	}
	switch verb {
	case "claims":
		text = d.claim()
	case "presses":
		d.press(from, chat, what)
		return
	case "queries":
		d.api.Ask(from, what, "")
		return
	case "forwards":
		more["forward_origin"] = map[string]any{"type": "hidden_user", "sender_user_name": "Ai đó", "date": 1}
	case "sends":
		more["document"], more["caption"] = d.document(what), text
		text = ""
	case "posts", "edits":
		d.post(chat, verb, what, text)
		return
	}
	if at := strings.Index(text, "@thidua_bot"); at >= 0 && !strings.HasPrefix(text, "/") {
		more["entities"] = []any{map[string]any{"type": "mention", "offset": len([]rune(text[:at])), "length": len("@thidua_bot")}}
	}
	d.api.SayIn(chat, from, text, more)
}

func (d *dialogue) claim() string {
	for range 1000 {
		if m := claim.FindString(d.out.String()); m != "" {
			return m
		}
		time.Sleep(10 * time.Millisecond)
	}
	d.t.Fatal("no claim code printed")
	return ""
}

func (d *dialogue) press(from, chat int64, word string) {
	all := d.api.Messages(chat)
	for _, m := range slices.Backward(all) {
		for _, row := range m.Keys {
			for _, k := range row {
				if strings.Contains(k.Text, word) {
					d.api.PressData(m, from, k.Data)
					return
				}
			}
		}
	}
	d.t.Errorf("no button %q in chat %d", word, chat)
	d.pushed--
}

func channel(id int64) map[string]any {
	return map[string]any{"id": id, "type": "channel", "title": "Tin Đồng Khê"}
}

// post puts a post into a channel, with the file named, or edits the post of
// that number.
func (d *dialogue) post(id int64, verb, what, text string) {
	chat := channel(id)
	at, _ := time.Parse(time.RFC3339, transcriptTime)
	m := map[string]any{"message_id": d.pushed + 1, "date": at.Unix(), "chat": chat, "sender_chat": chat, "text": text}
	kind := "channel_post"
	if verb == "edits" {
		kind, m["message_id"], m["edit_date"] = "edited_channel_post", number(what), at.Unix()
	} else if what != "" {
		delete(m, "text")
		m["caption"], m["document"] = text, d.document(what)
	}
	d.api.Push(map[string]any{kind: m})
}

func (d *dialogue) document(name string) map[string]any {
	content := made(d.t, name)
	return map[string]any{"file_id": d.api.AddFile(content), "file_unique_id": name, "file_name": name, "file_size": len(content)}
}

// made returns the contents of a file to send; the places are invented.
func made(t *testing.T, name string) []byte {
	switch filepath.Ext(name) {
	case ".docx":
		return docx(t, "Báo cáo thi đua quý II năm 2022 của huyện Đông Khê", "Thu ngân sách 6 tháng đầu năm 2022 của huyện Đông Khê đạt 812 tỷ đồng, bằng 54% dự toán.")
	case ".csv":
		return []byte("area,area_level,indicator,period,period_type,kind,value,unit\nHuyện Đông Khê,district,Thu ngân sách,2020,year,actual,655,tỷ đồng\n")
	}
	return []byte("không rõ là tệp gì\x00\x01")
}

// docx returns a small document of Word with these paragraphs.
func docx(t *testing.T, paragraphs ...string) []byte {
	var body strings.Builder
	for _, p := range paragraphs {
		body.WriteString("<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []struct{ name, text string }{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
