package telegram

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
)

// Limits of texts in UTF-16 units, after entities are read (Bot API,
// sendMessage and sendPhoto).
const (
	textUnits    = 4096
	captionUnits = 1024
)

// dataBytes is the limit of what a button carries (InlineKeyboardButton).
const dataBytes = 64

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// clean returns a text that any server takes: valid UTF-8 without NUL.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

var tags = map[message.Style][2]string{
	message.Plain:  {"", ""},
	message.Bold:   {"<b>", "</b>"},
	message.Italic: {"<i>", "</i>"},
	message.Code:   {"<code>", "</code>"},
	message.Pre:    {"<pre>", "</pre>"},
	message.Quote:  {"<blockquote expandable>", "</blockquote>"},
}

// html returns parts in the HTML of Telegram. Text is escaped here, at the
// leaf, and nowhere else.
func html(parts []message.Part) string {
	var b strings.Builder
	for _, p := range parts {
		text := clean(p.Text)
		if text == "" {
			continue
		}
		tag := tags[p.Style]
		b.WriteString(tag[0])
		link := p.URL != "" && openable(p.URL)
		if link {
			b.WriteString(`<a href="` + escaper.Replace(clean(p.URL)) + `">`)
		}
		b.WriteString(escaper.Replace(text))
		if link {
			b.WriteString("</a>")
		}
		b.WriteString(tag[1])
	}
	return b.String()
}

// openable reports whether Telegram takes an address as that of a link.
func openable(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "tg") && (u.Host != "" || u.Opaque != "")
}

// units counts the UTF-16 units of a text, the measure of Telegram's limits.
func units(s string) (n int) {
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// cutUnits returns s, or as much of it as fits with a sign that it was cut.
func cutUnits(s string, limit int) string {
	if units(s) <= limit {
		return s
	}
	return prefix(s, limit-1) + "…"
}

// prefix returns the beginning of s, at most limit units of whole letters.
func prefix(s string, limit int) string {
	n := 0
	for i, r := range s {
		if n += unitsOf(r); n > limit {
			return s[:lastMark(s, i)]
		}
	}
	return s
}

// lastMark moves a cut before a combining mark back before its letter.
func lastMark(s string, i int) int {
	for i > 0 && i < len(s) {
		r, _ := utf8.DecodeRuneInString(s[i:])
		if r < 0x300 || r > 0x36F {
			break
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

// cutParts returns the parts, or as much of them as fits with a sign that they
// were cut.
func cutParts(parts []message.Part, limit int) []message.Part {
	total := 0
	for _, p := range parts {
		total += units(p.Text)
	}
	if total <= limit {
		return parts
	}
	var kept []message.Part
	left := limit - 1
	for _, p := range parts {
		size := units(p.Text)
		if size > left {
			p.Text = prefix(p.Text, left) + "…"
			return append(kept, p)
		}
		kept, left = append(kept, p), left-size
	}
	return kept
}

// keyboard returns the buttons, without those that the server would refuse the
// whole message for; nil if none is left.
func keyboard(keys [][]message.Key) *models.InlineKeyboardMarkup {
	var k models.InlineKeyboardMarkup
	for _, row := range keys {
		var line []models.InlineKeyboardButton
		for _, key := range row {
			b := models.InlineKeyboardButton{Text: clean(key.Text), CallbackData: clean(key.Data)}
			if key.URL != "" {
				b.CallbackData, b.URL = "", key.URL
			}
			if strings.TrimSpace(b.Text) == "" || len(b.CallbackData) > dataBytes || b.CallbackData == "" && !openable(b.URL) {
				continue
			}
			line = append(line, b)
		}
		if len(line) > 0 {
			k.InlineKeyboard = append(k.InlineKeyboard, line)
		}
	}
	if len(k.InlineKeyboard) == 0 {
		return nil
	}
	return &k
}

func noPreview() *models.LinkPreviewOptions {
	off := true
	return &models.LinkPreviewOptions{IsDisabled: &off}
}
