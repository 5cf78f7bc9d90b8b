package terminal

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"thiduabot/bot/phrase"
)

// open prepares the input: edited lines where it is a terminal, else plain
// ones. restore gives the terminal back as it was.
func (c *chat) open(ctx context.Context) (lines <-chan line, restore func(), err error) {
	in, inOK := c.o.In.(*os.File)
	out, outOK := c.o.Out.(*os.File)
	if !inOK || !outOK || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		c.screen.out = c.o.Out
		return feed(ctx, reader{bufio.NewReader(c.o.In)}.readLine), func() {}, nil
	}
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return nil, nil, fmt.Errorf("prepare terminal: %w", err)
	}
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, out}, phrase.Prompt)
	if w, h, err := term.GetSize(int(out.Fd())); err == nil && w > 0 {
		_ = t.SetSize(w, h) // a wrong size only wraps lines badly
		c.screen.width = w
	}
	c.screen.out, c.screen.ansi = t, true
	return feed(ctx, t.ReadLine), func() { _ = term.Restore(int(in.Fd()), before) }, nil
}

// feed hands on one line after the other, the next being read when the one
// before was dealt with. It ends with the first error, or after ctx with the
// line being read.
func feed(ctx context.Context, read func() (string, error)) <-chan line {
	out := make(chan line)
	go func() {
		for {
			text, err := read()
			done := make(chan struct{})
			l := line{text: text, next: done}
			if err != nil {
				l = line{err: err}
			}
			select {
			case out <- l:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
			select {
			case <-done:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// reader reads lines of a file or pipe.
type reader struct{ r *bufio.Reader }

// readLine reads a line of at most maxLine bytes; the rest of it is skipped. A
// last line without an end counts.
func (r reader) readLine() (string, error) {
	var b strings.Builder
	for {
		piece, more, err := r.r.ReadLine()
		if room := maxLine - b.Len(); room > 0 {
			b.Write(piece[:min(len(piece), room)])
		}
		if err == io.EOF && b.Len() > 0 {
			return b.String(), nil
		}
		if err != nil || !more {
			return b.String(), err
		}
	}
}
