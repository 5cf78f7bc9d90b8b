package main

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/bottest"
)

// happen does what a person, a channel or Telegram does.
func (d *dialogue) happen(s bottest.Step) {
	more := map[string]any{}
	if s.Topic != 0 {
		more["message_thread_id"], more["is_topic_message"] = s.Topic, true
	}
	if s.ToBot {
		more["reply_to_message"] = map[string]any{"message_id": 1, "date": 1, "chat": map[string]any{"id": s.Chat, "type": "supergroup"}, "from": map[string]any{"id": 987654321, "is_bot": true, "first_name": "Thi đua"}}
	}
	switch s.Verb {
	case "again":
		d.again()
		return
	case "joined":
		if s.Chat <= -90 && s.Chat > -100 {
			d.api.Describe(s.Chat, channel(s.Chat))
		}
		d.api.Join(s.Chat, s.From)
		return
	case "left":
		d.api.Leave(s.Chat, s.Chat)
		return
	case "migrate":
		d.api.SayIn(s.Chat, 7, "", map[string]any{"migrate_to_chat_id": s.To})
		return
	case "presses", "takes", "forges":
		d.press(s)
		return
	case "queries":
		d.api.Ask(s.From, s.What, "")
		return
	case "posts", "edits":
		d.post(s)
		return
	case "claims":
		s.Text = d.claim()
	case "forwards":
		more["forward_origin"] = map[string]any{"type": "hidden_user", "sender_user_name": "Ai đó", "date": 1}
	case "sends":
		more["document"], more["caption"] = d.document(s.What), s.Text
		s.Text = ""
	}
	if at := strings.Index(s.Text, "@thidua_bot"); at >= 0 && !strings.HasPrefix(s.Text, "/") {
		more["entities"] = []any{map[string]any{"type": "mention", "offset": len([]rune(s.Text[:at])), "length": len("@thidua_bot")}}
	}
	d.api.SayIn(s.Chat, s.From, s.Text, more)
}

func (d *dialogue) claim() string {
	m := claim.FindString(d.out.String())
	if m == "" {
		d.t.Fatal("no claim code printed")
	}
	return m
}

// press presses the newest button with a word, one with data of its own making,
// or that of another chat as if it stood in the own.
func (d *dialogue) press(s bottest.Step) {
	from := s.Chat
	if s.Verb == "takes" {
		from = s.To
	}
	all := d.api.Messages(from)
	for _, m := range slices.Backward(all) {
		for _, row := range m.Keys {
			for _, k := range row {
				if s.Verb == "forges" {
					k.Data = s.What
				} else if !strings.Contains(k.Text, s.What) {
					continue
				}
				m.Chat = s.Chat
				d.again = func() { d.api.PressData(m, s.From, k.Data) }
				d.again()
				return
			}
		}
	}
	d.t.Errorf("no button %q in chat %d", s.What, from)
	d.pushed--
}

func channel(id int64) map[string]any {
	return map[string]any{"id": id, "type": "channel", "title": "Tin Đồng Khê"}
}

// post puts a post into a channel, with the file named, or edits the post of
// that number.
func (d *dialogue) post(s bottest.Step) {
	chat := channel(s.Chat)
	at, _ := time.Parse(time.RFC3339, transcriptTime)
	m := map[string]any{"message_id": d.pushed + 1, "date": at.Unix(), "chat": chat, "sender_chat": chat, "text": s.Text}
	kind := "channel_post"
	if s.Verb == "edits" {
		n, _ := strconv.Atoi(s.What)
		kind, m["message_id"], m["edit_date"] = "edited_channel_post", n, at.Unix()
	} else if s.What != "" {
		delete(m, "text")
		m["caption"], m["document"] = s.Text, d.document(s.What)
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
	case ".ics":
		return []byte(dueDates)
	}
	return []byte("không rõ là tệp gì\x00\x01")
}

// dueDates is a calendar of two deadlines, a day and an hour.
const dueDates = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//VN\r\n" +
	"BEGIN:VEVENT\r\nUID:han-1@example\r\nDTSTAMP:20220701T000000Z\r\nDTSTART;VALUE=DATE:20220707\r\nSUMMARY:Nộp báo cáo quý II\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:han-2@example\r\nDTSTAMP:20220701T000000Z\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20220720T080000\r\nSUMMARY:Họp sơ kết\r\nEND:VEVENT\r\n" +
	"END:VCALENDAR\r\n"

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
