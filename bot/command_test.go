package bot

import (
	"strings"
	"testing"
	"time"

	"thiduabot/bot/message"
)

func TestParseCommand(t *testing.T) {
	h := newHouse(t, true)
	for _, row := range []struct {
		text, name, rest string
		forMe            bool
	}{
		{"/hoi thu ngân sách", "/hoi", "thu ngân sách", true},
		{"/HOI@dongkhebot\nthu", "/hoi", "thu", true},
		{"/hoi@KhacBot thu", "", "", false},
		{"/hoidap thu", "", "hoidap thu", true},
		{"/xoa_du_lieu", "/xoadulieu", "", true},
		{"/xoadulieu", "/xoadulieu", "", true},
		{"/", "", "", true},
		{"@DongKheBot /hoi thu", "/hoi", "thu", true},
		{"thu của @DongKheBot?", "", "thu của", true},
		{"😀/hoi thu", "", "😀/hoi thu", true},
		{"email a@dongkhebot.example", "", "email a@dongkhebot.example", true},
	} {
		c, forMe := h.bot.parseCommand(row.text)
		name := ""
		if c.command != nil {
			name = c.command.names[0]
		}
		if name != row.name || c.rest != row.rest || forMe != row.forMe {
			t.Errorf("parseCommand(%q) = %q, %q, %v", row.text, name, c.rest, forMe)
		}
	}
}

func TestWordsAsCommands(t *testing.T) {
	for _, row := range []struct {
		text, words, rest string
		ok                bool
	}{
		{"tìm quy hoạch", "tim", "quy hoạch", true},
		{"TIM: quy hoach", "tim", "quy hoach", true},
		{"tím hoa sim", "tim", "", false},
		{"nhạc đỏ", "nhac", "", false},
		{"nhac hop", "nhac", "hop", true},
		{"nhắc, họp", "nhac", "họp", true},
		{"xoá nhắc báo cáo", "xoa nhac", "báo cáo", true},
		{"huỷ", "huy", "", true},
		{"timbuktu", "tim", "", false},
		{"nha\u0306\u0301c họp", "nhac", "họp", true},
	} {
		rest, ok := cutWords(row.text, row.words)
		if rest != row.rest || ok != row.ok {
			t.Errorf("cutWords(%q, %q) = %q, %v", row.text, row.words, rest, ok)
		}
	}
}

func FuzzHear(f *testing.F) {
	for _, s := range []string{"", "/", "@", "thu ngân sách 2021", "/hoi\x00", "nhắc \xff", "tìm \u202e", strings.Repeat("nhắc ", 50)} {
		f.Add(s)
	}
	h := newHouse(f, false)
	h.bot.flood = newFlood(-1)
	f.Fuzz(func(t *testing.T, s string) {
		h.t = t
		for _, r := range h.private(1, s) {
			if r.Empty() && r.Callback == "" {
				t.Errorf("an empty message in answer to %q", s)
			}
		}
	})
}

// TestCommandsAreListable holds the list against the rules of the Bot API: at
// most 100, names of 1 to 32 letters, descriptions of at most 256.
func TestCommandsAreListable(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Commands(message.Private, Owner) {
		if c.Name == "" || len(c.Name) > 32 || strings.Trim(c.Name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || c.About == "" || len(c.About) > 256 || seen[c.Name] {
			t.Errorf("command %+v", c)
		}
		seen[c.Name] = true
	}
	if len(seen) < 10 || len(Commands(message.Group, Cadre)) >= len(Commands(message.Private, Owner)) {
		t.Errorf("%d commands", len(seen))
	}
	for _, must := range []string{"start", "help", "hoi", "tim", "nhac", "caidat", "xoadulieu", "trangthai", "id", "chuatraloi", "thongbao"} {
		if !seen[must] {
			t.Errorf("no /%s", must)
		}
	}
}

func TestQuietHours(t *testing.T) {
	at := func(h int) time.Time { return time.Date(2026, 11, 22, h, 30, 0, 0, time.UTC) }
	for _, row := range []struct {
		from, to, hour int
		quiet          bool
	}{{21, 7, 20, false}, {21, 7, 21, true}, {21, 7, 3, true}, {21, 7, 7, false}, {0, 0, 3, false}, {1, 5, 3, true}, {1, 5, 6, false}} {
		if got := (Chat{QuietFrom: row.from, QuietTo: row.to}).Quiet(at(row.hour)); got != row.quiet {
			t.Errorf("%+v: %v", row, got)
		}
	}
}
