package terminal

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
)

// screen is where replies are printed, with looks where ansi says so.
type screen struct {
	out   io.Writer
	ansi  bool
	width int // columns, 0: unknown
	page  strings.Builder
}

// println puts a line on the page that flush shows.
func (s *screen) println(text string) {
	s.page.WriteString(strings.ReplaceAll(text, "\r", "") + "\n")
}

// flush shows the page at once, as each write draws the prompt anew.
func (s *screen) flush() {
	if s.page.Len() > 0 {
		fmt.Fprint(s.out, s.page.String())
		s.page.Reset()
	}
}

// say shows one line.
func (s *screen) say(text string) {
	s.println(text)
	s.flush()
}

var looks = map[message.Style]string{message.Bold: "\x1b[1m", message.Italic: "\x1b[3m", message.Quote: "\x1b[2m"}

// text returns parts as they are printed: a link as its text with the address
// behind it, a quote with a bar before each line.
func (s *screen) text(parts []message.Part) string {
	var b strings.Builder
	for _, p := range parts {
		text := render.Clean(p.Text)
		if p.Style == message.Quote {
			text = "│ " + strings.ReplaceAll(text, "\n", "\n│ ")
		}
		if on, ok := looks[p.Style]; ok && s.ansi {
			text = on + text + "\x1b[0m"
		}
		if p.URL != "" {
			text += " <" + render.Line(p.URL) + ">"
		}
		b.WriteString(text)
	}
	return b.String()
}

// show prints replies; the buttons of the last message with any are numbered
// and wait to be pressed.
func (c *chat) show(replies []message.Reply) {
	for _, r := range replies {
		if r.Notice != "" {
			c.screen.println("» " + render.Line(r.Notice))
		}
		if !r.Empty() {
			c.print(r)
		}
	}
	c.screen.flush()
}

func (c *chat) print(r message.Reply) {
	c.message++
	id := c.message
	if r.Edit != 0 {
		id = r.Edit
	}
	text := c.screen.text(r.Parts)
	if r.Table != nil {
		text += "\n" + render.Clean(r.Table.Text(c.screen.width))
	}
	if tail := c.screen.text(r.Tail); tail != "" {
		text += "\n" + tail
	}
	if text = strings.Trim(text, "\n"); text != "" {
		c.screen.println(text)
	}
	if r.Media != nil {
		c.save(*r.Media)
	}
	if len(r.Keys) > 0 {
		c.number(r.Keys, id)
	}
	c.screen.println("")
}

// number prints buttons as numbered choices, row by row.
func (c *chat) number(rows [][]message.Key, id int) {
	c.buttons = c.buttons[:0]
	for _, row := range rows {
		var said []string
		for _, k := range row {
			c.buttons = append(c.buttons, button{k, id})
			text := fmt.Sprintf("[%d] %s", len(c.buttons), render.Line(k.Text))
			if k.URL != "" {
				text += " <" + render.Line(k.URL) + ">"
			}
			said = append(said, text)
		}
		c.screen.println("  " + strings.Join(said, "   "))
	}
}

func (c *chat) save(m message.Media) {
	path, err := c.files.save(m)
	if err != nil {
		c.screen.println(phrase.NotSaved(err.Error()))
		return
	}
	c.screen.println(phrase.Saved(path))
}

// folder is where pictures and files go.
type folder struct{ path string }

// save writes a file under its own name, or with a number behind where that is
// taken by another content.
func (f *folder) save(m message.Media) (string, error) {
	if f.path == "" {
		dir, err := os.MkdirTemp("", "thiduabot-")
		if err != nil {
			return "", err
		}
		f.path = dir
	}
	name := fileName(m.Name)
	ext := filepath.Ext(name)
	for n := 1; ; n++ {
		path := filepath.Join(f.path, name)
		if n > 1 {
			path = filepath.Join(f.path, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext))
		}
		old, err := os.ReadFile(path)
		switch {
		case err == nil && string(old) == string(m.Bytes):
			return path, nil
		case err == nil && n < 1000:
			continue
		case err != nil && !os.IsNotExist(err):
			return "", err
		}
		return path, os.WriteFile(path, m.Bytes, 0o600)
	}
}

// fileName keeps letters, digits, dots and dashes of a name.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == '-' || r == '.' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, filepath.Base(s))
	if s = strings.TrimLeft(s, ".-"); s == "" {
		return "tep"
	}
	return render.Short(s, 80)
}
