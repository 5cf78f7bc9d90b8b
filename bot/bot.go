package bot

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"thiduabot/bot/chart"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Answerer answers a question; *index.Index is one.
type Answerer interface {
	Answer(ctx context.Context, q index.Question) (index.Answer, error)
}

// Searcher searches articles; *index.Index is one.
type Searcher interface {
	Search(ctx context.Context, q index.Query) ([]index.Hit, error)
}

// Config is what a bot is made of. Answerer, Searcher and Store are needed;
// what is left out of the rest is not offered to anybody.
type Config struct {
	Answerer Answerer
	Searcher Searcher
	Store    *store.Store
	Library  Library          // looked up by buttons and deep links
	Clock    func() time.Time // default: the wall clock, in corpus.Zone
	Rand     io.Reader        // default: crypto/rand
	Log      *slog.Logger     // default: discards; gets no personal text
	Home     string           // home area
	Open     bool             // anybody may ask
	Whisper  bool             // answers in groups are shown to the asker only, where the client can
	Local    bool             // the private chat 0 is the owner's, as in a terminal
	Examples []string         // questions shown to a newcomer; default: phrase.Examples
	Username string           // of the bot, without @; see also SetUsername
	Flood    int              // messages a minute and person; 0: 30, negative: no limit

	Reminders  Reminders
	Broadcasts Broadcasts
	Changes    Changes
	Duties     Duties
	Posts      Posts
	Menu       func(chat int64, role Role)    // told of a private chat whose person has another role
	Status     func(context.Context) []string // lines for /trangthai
	Digest     func(ctx context.Context, area string, now time.Time) ([]message.Part, error)
}

// Validate names all that is wrong with the configuration.
func (c Config) Validate() error {
	var errs []error
	if c.Answerer == nil {
		errs = append(errs, errors.New("no Answerer"))
	}
	if c.Searcher == nil {
		errs = append(errs, errors.New("no Searcher"))
	}
	if c.Store == nil {
		errs = append(errs, errors.New("no Store"))
	}
	return errors.Join(errs...)
}

// Bot is the conversation. It is safe for concurrent use; updates of one chat
// should come one after the other, in order.
type Bot struct {
	cfg      Config
	flood    *flood
	username name
	commands []command
	charts   *chart.Drawer
	missed   atomic.Int64 // questions without an answer
	presses  map[string]press
	talks    map[string]talk
}

// New returns a bot ready for use.
func New(c Config) (*Bot, error) {
	if err := c.Validate(); err != nil {
		return nil, fmt.Errorf("new bot: %w", err)
	}
	if c.Clock == nil {
		c.Clock = func() time.Time { return time.Now().In(corpus.Zone) }
	}
	if c.Rand == nil {
		c.Rand = rand.Reader
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Library == nil {
		c.Library = Shelf(func() *corpus.Corpus { return &corpus.Corpus{} })
	}
	if len(c.Examples) == 0 {
		c.Examples = phrase.Examples
	}
	if c.Flood == 0 {
		c.Flood = 30
	}
	b := &Bot{cfg: c, flood: newFlood(c.Flood), charts: chart.New(64)}
	b.username.set(c.Username)
	b.commands, b.presses, b.talks = commandTable(), pressTable(), talkTable()
	return b, nil
}

// Unanswered returns how many questions found no answer since the start.
func (b *Bot) Unanswered() int64 { return b.missed.Load() }

// SetUsername tells the bot its own name, without @, once the adapter knows it.
func (b *Bot) SetUsername(s string) { b.username.set(s) }

// Handle does what one update asks for and returns what to send, in order. An
// update that comes again gets the same replies and changes nothing twice. An
// error is one of the bot's own state; the replies then hold an apology with
// the number under which the adapter should log it.
func (b *Bot) Handle(ctx context.Context, u message.Update) ([]message.Reply, error) {
	if replies, ok, err := b.replayed(u); ok || err != nil {
		return replies, err
	}
	t, err := b.newTurn(ctx, u)
	if err != nil {
		return sorry(u), fmt.Errorf("load update %d: %w", u.ID, err)
	}
	if err := b.route(t); err != nil {
		return sorry(u), fmt.Errorf("update %d: %w", u.ID, err)
	}
	replies, err := t.commit()
	if err != nil {
		return sorry(u), fmt.Errorf("keep update %d: %w", u.ID, err)
	}
	for chat, role := range t.menus {
		if b.cfg.Menu != nil {
			b.cfg.Menu(chat, role)
		}
	}
	return replies, nil
}
