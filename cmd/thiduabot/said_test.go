package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/bottest"
)

var (
	clock   = regexp.MustCompile(`\d\d:\d\d:\d\d \d\d/\d\d/\d{4}`)
	tags    = regexp.MustCompile(`<[^>]*>`)
	visible = map[string]string{
		"sendMessage": "", "sendRichMessage": " [bảng]", "sendPhoto": " [ảnh]", "sendDocument": " [tệp]", "sendMessageDraft": " [nháp]",
		"editMessageText": " (sửa tin)", "answerCallbackQuery": " »", "answerInlineQuery": " [tại chỗ]",
	}
)

// said writes what the bot sent, ordered by chat, in each the messages before
// the edits: a broadcast and the message that shows its progress go out side by
// side.
func said(calls []bottest.Call) string {
	edits := func(c bottest.Call) int { return strings.Count(c.Method, "editMessageText") }
	slices.SortStableFunc(calls, func(a, b bottest.Call) int { return cmp.Or(cmp.Compare(b.Chat, a.Chat), edits(a)-edits(b)) })
	var out strings.Builder
	for _, c := range calls {
		mark, shown := visible[c.Method]
		out.WriteString(menuOf(c))
		if !shown || c.Chat <= bottest.Crowd {
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
		if only := object(c, "ephemeral_message_parameters"); only != nil {
			head += fmt.Sprintf(" (riêng %v)", only["receiver_user_id"])
			if only["replace_callback_query_message"] == true {
				head += " (thay tin)"
			}
		}
		head += mark
		if c.Status >= 400 {
			head += fmt.Sprintf(" (bị từ chối, %d)", c.Status)
		}
		out.WriteString(strings.TrimRight(head+" "+strings.ReplaceAll(text, "\n", "\n<   "), " ") + "\n" + buttons(c))
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

// object returns a parameter that is JSON, which beside an upload is a text; nil
// if there is none.
func object(c bottest.Call, name string) map[string]any {
	o, _ := c.Params[name].(map[string]any)
	if text, ok := c.Params[name].(string); ok && json.Unmarshal([]byte(text), &o) != nil {
		return map[string]any{"broken": text}
	}
	return o
}

func buttons(c bottest.Call) string {
	markup := object(c, "reply_markup")
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

// inCrowd counts the messages in the groups that stand for many.
func (d *dialogue) inCrowd() (n int) {
	for i := range d.crowd {
		n += len(d.api.Messages(bottest.Crowd - int64(i)))
	}
	return n
}

// toCrowd tells how many messages the many groups got.
func (d *dialogue) toCrowd(before int) string {
	if n := d.inCrowd() - before; n > 0 {
		return fmt.Sprintf("< [%d nhóm] %d tin\n", d.crowd, n)
	}
	return ""
}
