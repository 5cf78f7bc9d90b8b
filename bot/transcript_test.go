package bot

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"thiduabot/bot/message"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// TestTranscripts replays the dialogues of testdata/*.txtar. Lines that begin
// with ">" are what comes in:
//
//	> 3: text                 person 3 writes in private
//	> 3 in -50: text          person 3 writes in the group -50
//	> 3 in -50 to bot: text   as a reply to the bot
//	> 3 presses Nguồn         the newest button with that word in the chat of 3
//	> 3 in -50 presses Nguồn
//	> 3 queries text          an inline query
//	> 2 forwards: text
//	> joined -50 by 2, left 3, migrate -50 to -1000
//	> later 31m               time passes
//	> again                   the last update comes once more
//	> tick                    what is shown though nobody wrote
//
// All other lines are what the bot says, -update writes them.
func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i, f := range ar.Files {
				t.Run(f.Name, func(t *testing.T) {
					got := newHouse(t, strings.HasPrefix(f.Name, "open")).play(string(f.Data))
					if *update {
						ar.Files[i].Data = []byte(got)
						return
					}
					if diff := cmp.Diff(string(f.Data), got); diff != "" {
						t.Errorf("transcript differs (-want +got):\n%s", diff)
					}
				})
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func (h *house) play(script string) string {
	var out strings.Builder
	for _, line := range strings.Split(script, "\n") {
		cmd, ok := strings.CutPrefix(line, "> ")
		if !ok {
			continue
		}
		out.WriteString(line + "\n")
		for _, r := range h.step(cmd) {
			out.WriteString(show(r))
		}
	}
	return out.String()
}

func (h *house) step(cmd string) []message.Reply {
	word, rest, _ := strings.Cut(cmd, " ")
	switch word {
	case "later":
		d, err := time.ParseDuration(rest)
		if err != nil {
			h.t.Fatal(err)
		}
		h.now = h.now.Add(d)
		return nil
	case "again":
		replies, err := h.bot.Handle(context.Background(), h.last)
		if err != nil {
			h.t.Fatal(err)
		}
		return replies
	case "tick":
		replies, err := h.bot.Tick(context.Background())
		if err != nil {
			h.t.Fatal(err)
		}
		return replies
	case "joined", "left", "migrate":
		return h.send(h.event(word, rest))
	}
	return h.send(h.said(cmd))
}

func (h *house) event(word, rest string) message.Update {
	var chat, by int64
	f := strings.Fields(rest)
	chat, _ = strconv.ParseInt(f[0], 10, 64)
	if len(f) > 2 {
		by, _ = strconv.ParseInt(f[2], 10, 64)
	}
	u := message.Update{Kind: message.Kind(word), Chat: message.Chat{ID: chat, Kind: message.Private}, From: message.Person{ID: by}}
	if chat < 0 {
		u.Chat.Kind, u.Chat.Title = message.Group, "Nhóm thi đua"
	}
	if word == "migrate" {
		u.NewChat = by
	}
	return u
}

// said reads "3 in -50 to bot: text" and its kin.
func (h *house) said(cmd string) message.Update {
	first, rest, _ := strings.Cut(cmd, " ")
	person, err := strconv.ParseInt(strings.TrimSuffix(first, ":"), 10, 64)
	if err != nil {
		h.t.Fatalf("cannot read %q", cmd)
	}
	u := message.Update{Kind: message.Text, From: message.Person{ID: person, Name: fmt.Sprintf("Người %d", person)}, Chat: message.Chat{ID: person, Kind: message.Private}, ToBot: true}
	if strings.HasSuffix(first, ":") {
		u.Text = rest
		return u
	}
	if after, ok := strings.CutPrefix(rest, "in "); ok {
		chat, more, _ := strings.Cut(after, " ")
		u.Chat.ID, _ = strconv.ParseInt(strings.TrimSuffix(chat, ":"), 10, 64)
		u.Chat.Kind, u.Chat.Title, u.Chat.Topic, u.ToBot = message.Group, "Nhóm thi đua", 5, false
		if rest = more; strings.HasSuffix(chat, ":") {
			u.Text = more
			return u
		}
	}
	switch {
	case strings.HasPrefix(rest, "to bot: "):
		u.Text, u.ToBot = strings.TrimPrefix(rest, "to bot: "), true
	case strings.HasPrefix(rest, "forwards: "):
		u.Text, u.Forwarded = strings.TrimPrefix(rest, "forwards: "), true
	case strings.HasPrefix(rest, "presses "):
		u.Kind, u.Data, u.Callback, u.Message = message.Button, h.key(u.Chat.ID, strings.TrimPrefix(rest, "presses ")).Data, "cb", 77
	case strings.HasPrefix(rest, "queries "):
		u.Kind, u.Text, u.Callback, u.Chat = message.Inline, strings.TrimPrefix(rest, "queries "), "cb", message.Chat{}
	default:
		h.t.Fatalf("cannot read %q", cmd)
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
