package bot

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"testing"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// TestTranscripts replays the dialogues of testdata/*.txtar; package bottest says
// how they are written. A line that begins with a chat is what the bot says. In a
// group everybody writes in topic 5.
func TestTranscripts(t *testing.T) {
	bottest.Transcripts(t, "testdata/*.txtar", *update, func(t *testing.T, name string) bottest.Player {
		return newHouse(t, strings.HasPrefix(name, "open"))
	})
}

// Play and Close make a house a bottest.Player.
func (h *house) Play(s bottest.Step) string {
	var out strings.Builder
	for _, r := range h.step(s) {
		out.WriteString(show(r))
	}
	return out.String()
}

// Close does nothing: what a house holds ends with its test.
func (h *house) Close() {}

func (h *house) step(s bottest.Step) (replies []message.Reply) {
	var err error
	switch s.Verb {
	case "later":
		h.now = h.now.Add(s.For)
	case "again":
		replies, err = h.bot.Handle(context.Background(), h.last)
	case "tick":
		replies, err = h.bot.Tick(context.Background())
	case "joined", "left", "migrate":
		return h.send(event(s))
	default:
		return h.send(h.said(s))
	}
	if err != nil {
		h.t.Fatal(err)
	}
	return replies
}

// happens does a step written as in a transcript.
func (h *house) happens(line string) []message.Reply {
	h.t.Helper()
	s, err := bottest.ReadStep(line)
	if err != nil {
		h.t.Fatal(err)
	}
	return h.step(s)
}

func event(s bottest.Step) message.Update {
	u := message.Update{Kind: message.Kind(s.Verb), Chat: message.Chat{ID: s.Chat, Kind: message.Private}, From: message.Person{ID: s.From}, NewChat: s.To}
	if s.Chat < 0 {
		u.Chat.Kind, u.Chat.Title = message.Group, "Nhóm thi đua"
	}
	return u
}

func (h *house) said(s bottest.Step) message.Update {
	u := message.Update{Kind: message.Text, From: message.Person{ID: s.From, Name: fmt.Sprintf("Người %d", s.From)}, Chat: message.Chat{ID: s.Chat, Kind: message.Private}, Text: s.Text, ToBot: true}
	if s.Chat < 0 {
		u.Chat.Kind, u.Chat.Title, u.Chat.Topic, u.ToBot = message.Group, "Nhóm thi đua", 5, s.ToBot
	}
	switch s.Verb {
	case "says":
	case "forwards":
		u.Forwarded = true
	case "presses":
		u.Kind, u.Data, u.Callback, u.Message = message.Button, h.key(u.Chat.ID, s.What).Data, "cb", 77
	case "queries":
		u.Kind, u.Text, u.Callback, u.Chat = message.Inline, s.What, "cb", message.Chat{}
	default:
		h.t.Fatalf("no house can do %q", s.Verb)
	}
	return u
}

// show writes a reply as it stands in a transcript.
func show(r message.Reply) string {
	var b strings.Builder
	head := fmt.Sprint(r.Chat.ID)
	if r.Chat.Topic != 0 {
		head += fmt.Sprint("#", r.Chat.Topic)
	}
	if r.Edit != 0 {
		head += " (sửa tin)"
	}
	if r.Notice != "" {
		fmt.Fprintf(&b, "%s » %s\n", head, r.Notice)
	}
	for _, i := range r.Inlined {
		fmt.Fprintf(&b, "%s inline %s: %s | %s\n", head, i.ID, i.Title, i.Description)
	}
	if r.Empty() {
		return b.String()
	}
	fmt.Fprintf(&b, "%s |%s\n", head, strings.ReplaceAll(styled(r.Parts), "\n", "\n  |"))
	if r.Table != nil {
		fmt.Fprintf(&b, "  %s\n", strings.ReplaceAll(r.Table.Text(message.PhoneColumns), "\n", "\n  "))
	}
	if len(r.Tail) > 0 {
		fmt.Fprintf(&b, "  |%s\n", strings.ReplaceAll(styled(r.Tail), "\n", "\n  |"))
	}
	if r.Media != nil {
		fmt.Fprintf(&b, "  [%s]\n", r.Media.Type)
	}
	for _, row := range r.Keys {
		b.WriteString(" ")
		for _, k := range row {
			b.WriteString(" [" + k.Text + "]")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func styled(parts []message.Part) string {
	var b strings.Builder
	for _, p := range parts {
		mark := map[message.Style]string{message.Bold: "*", message.Italic: "_", message.Quote: "❝"}[p.Style]
		text := p.Text
		if mark != "" {
			text = mark + text + mark
		}
		if p.URL != "" {
			text = "{" + text + "}"
		}
		b.WriteString(text)
	}
	return b.String()
}
