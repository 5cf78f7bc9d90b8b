package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/corpus"
)

// Conversation is what the terminal talks with; *bot.Bot is one.
type Conversation interface {
	Handle(ctx context.Context, u message.Update) ([]message.Reply, error)
}

var _ Conversation = (*bot.Bot)(nil)

// Options are what a chat needs. Bot, In and Out must be given.
type Options struct {
	Bot  Conversation
	In   io.Reader
	Out  io.Writer
	Dir  string           // where pictures and files are saved; empty: a new temporary folder
	Now  func() time.Time // default: the wall clock
	Name string           // of the one who types

	// Due returns what has fallen due by now: reminders, digests. It is asked
	// every Tick (default 5 s) while the chat waits for a line. Nil: never.
	Due  func(ctx context.Context, now time.Time) ([]message.Reply, error)
	Tick time.Duration
}

// Person is the id of the one at the terminal; the chat has the id 0.
const Person = 1

// maxLine bounds a line, in bytes; longer ones are cut.
const maxLine = 1 << 20

// Run talks until the input ends, the person says goodbye or ctx ends, which
// is no error.
func Run(ctx context.Context, o Options) error {
	if o.Now == nil {
		o.Now = func() time.Time { return time.Now().In(corpus.Zone) }
	}
	if o.Tick <= 0 {
		o.Tick = 5 * time.Second
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	c := &chat{o: o, id: time.Now().UnixMicro(), files: folder{path: o.Dir}}
	lines, restore, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer restore()
	if err := c.greet(ctx); err != nil {
		return err
	}
	return c.loop(ctx, lines)
}

// chat is a running conversation.
type chat struct {
	o       Options
	id      int64 // of the last update
	message int   // id of the last message printed
	buttons []button
	screen  screen
	files   folder
}

// button is a numbered choice on the screen.
type button struct {
	key     message.Key
	message int
}

// line is one line of the input, or its end.
type line struct {
	text string
	err  error
	next chan<- struct{} // closed when the line was dealt with
}

// loop answers lines and prints what falls due meanwhile.
func (c *chat) loop(ctx context.Context, lines <-chan line) error {
	tick := time.NewTicker(c.o.Tick)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := c.due(ctx); err != nil {
				return err
			}
		case l := <-lines:
			bye, err := c.line(ctx, l)
			if l.next != nil {
				close(l.next)
			}
			if bye || err != nil {
				return err
			}
		}
	}
}

// line deals with one line; bye reports that it was the last.
func (c *chat) line(ctx context.Context, l line) (bye bool, err error) {
	if l.err != nil {
		if errors.Is(l.err, io.EOF) {
			return true, c.due(ctx)
		}
		return true, fmt.Errorf("read input: %w", l.err)
	}
	text := strings.TrimSpace(l.text)
	switch strings.ToLower(text) {
	case "":
		return false, nil
	case "thoát", "thoat", "exit", "quit", "/exit", "/quit", "/thoat":
		c.screen.say(phrase.Bye)
		return true, nil
	}
	if err := c.handle(ctx, c.update(text)); err != nil {
		return true, err
	}
	return false, c.due(ctx)
}

// update makes an update of a line: the press of a numbered button, or a text.
func (c *chat) update(text string) message.Update {
	c.id++
	u := message.Update{
		ID: c.id, Kind: message.Text, Chat: message.Chat{Kind: message.Private},
		From: message.Person{ID: Person, Name: c.o.Name}, Message: int(c.id), Text: text, ToBot: true, At: c.o.Now(),
	}
	n, err := strconv.Atoi(strings.TrimPrefix(text, "#"))
	if err != nil || n < 1 || n > len(c.buttons) {
		return u
	}
	b := c.buttons[n-1]
	if b.key.URL != "" {
		return u
	}
	u.Kind, u.Text, u.Data, u.Message, u.Callback = message.Button, "", b.key.Data, b.message, strconv.FormatInt(c.id, 10)
	return u
}

func (c *chat) handle(ctx context.Context, u message.Update) error {
	replies, err := c.o.Bot.Handle(ctx, u)
	c.show(replies)
	if err != nil && len(replies) == 0 {
		return err
	}
	if err != nil {
		c.screen.say("(" + err.Error() + ")")
	}
	return nil
}

// due prints what has fallen due.
func (c *chat) due(ctx context.Context) error {
	if c.o.Due == nil {
		return nil
	}
	replies, err := c.o.Due(ctx, c.o.Now())
	if err != nil {
		return fmt.Errorf("look for what is due: %w", err)
	}
	c.show(replies)
	return nil
}

// greet shows the welcome with its three questions.
func (c *chat) greet(ctx context.Context) error {
	if err := c.handle(ctx, c.update("/start")); err != nil {
		return err
	}
	c.screen.say(phrase.TerminalHint)
	return nil
}
