package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
	"thiduabot/index"
)

type serveCmd struct {
	TokenFile string `help:"File that holds the token; otherwise TELEGRAM_BOT_TOKEN." type:"path" placeholder:"FILE"`
	APIURL    string `name:"api-url" help:"Another Bot API server." env:"THIDUABOT_API_URL" placeholder:"URL"`
	Open      bool   `help:"Anybody may ask, without a role."`
	Listen    string `help:"Address for /healthz, /readyz, /metrics and the webhook." placeholder:"ADDR"`
	Webhook   string `help:"Public https URL that leads to --listen; without it the bot polls." placeholder:"URL"`
	Drafts    bool   `help:"Show a draft while an answer takes long (Bot API 9.5)."`
	Whisper   bool   `help:"Show answers in groups to the asker only, where Telegram can (Bot API 10.3)."`
	Verbose   bool   `help:"Log more."`

	limits   outbox.Limits // of sending; zero: those of Telegram
	progress time.Duration // how often that of broadcasts is shown; zero: progressEvery
}

// tokenVariable is the environment variable that holds the token.
const tokenVariable = "TELEGRAM_BOT_TOKEN"

// Run serves until ctx ends.
func (c *serveCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	token, err := c.validate(sh)
	if err != nil {
		return err
	}
	log := slog.New(telegram.Redact(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: c.level()}), strings.TrimSpace(token)))
	if err := os.MkdirAll(sh.Data, 0o700); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	st, err := store.Open(sh.statePath())
	if errors.Is(err, store.ErrLocked) {
		return fmt.Errorf("another serve runs on %s", sh.Data)
	}
	if err != nil {
		return err
	}
	defer st.Close()
	x, err := sh.open(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	h := sh.newHouse(x, st, sh.clock(), log)
	b, err := c.conversation(h, s)
	if err != nil {
		return err
	}
	return c.serve(ctx, h, b, token)
}

func (c *serveCmd) level() slog.Level {
	if c.Verbose {
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// serve runs the adapter beside what keeps state, index and reminders going;
// the first to fail ends the others.
func (c *serveCmd) serve(ctx context.Context, h *house, b *bot.Bot, token string) error {
	g, ctx := errgroup.WithContext(ctx)
	hook := &mount{}
	g.Go(func() error { return telegram.Serve(ctx, c.adapter(h, b, token, hook)) })
	g.Go(func() error { return h.planner.Run(ctx) })
	g.Go(func() error { return showProgress(ctx, cmp.Or(c.progress, progressEvery), b, h.store, h.log) })
	g.Go(func() error { return h.store.ServeSnapshots(ctx) })
	g.Go(func() error { return watchIndex(ctx, h.index, h.log) })
	if c.Listen != "" {
		g.Go(func() error { return listen(ctx, c.Listen, registry(&h.stats, b), &h.stats, hook) })
	}
	h.log.Info("serving", "data", h.Data, "version", version)
	return g.Wait()
}

// conversation makes the bot and prints its claim code while it has no owner.
func (c *serveCmd) conversation(h *house, s *streams) (*bot.Bot, error) {
	config := h.config(false)
	config.Open, config.Whisper = c.Open, c.Whisper
	config.Status = h.status
	config.Menu = h.setMenu
	b, err := h.newBot(config)
	if err != nil {
		return nil, err
	}
	code, err := b.ClaimCode()
	if err != nil {
		return nil, err
	}
	if code != "" {
		fmt.Fprintf(s.out, "This bot has no owner yet. Send it: /chubot %s\n", code)
	}
	return b, nil
}

func (c *serveCmd) adapter(h *house, b *bot.Bot, token string, hook *mount) telegram.Config {
	config := telegram.Config{
		Token: token, APIURL: c.APIURL, Store: h.store, Handler: b, Log: h.log, Stats: &h.stats, Limits: c.limits,
		Started: func(me telegram.Self) { b.SetUsername(me.Username) },
		Apology: phrase.Sorry,
		Ready: func(a *telegram.Adapter) {
			h.adapter.Store(a)
			if h.desk != nil {
				h.desk.Download = func(ctx context.Context, f message.File) ([]byte, error) {
					return a.Download(ctx, f.Ref, telegram.MaxDownload)
				}
			}
		},
	}
	if c.Drafts {
		config.Draft = phrase.Looking
	}
	config.Commands = menu(message.Private, bot.Cadre)
	config.InGroups = menu(message.Group, bot.Cadre)
	config.Menus = func() []telegram.Menu { return h.menus(b) }
	if c.Webhook != "" {
		config.Webhook = telegram.Webhook{URL: c.Webhook, Mount: hook.set}
	}
	return config
}

// menu lists the commands for people of a role in a kind of chat.
func menu(kind message.ChatKind, role bot.Role) (list []telegram.Command) {
	for _, l := range bot.Commands(kind, role) {
		list = append(list, telegram.Command{Name: l.Name, Description: l.About})
	}
	return list
}

// setMenu shows a person whose role changed the commands that go with it.
func (h *house) setMenu(chat int64, role bot.Role) {
	if a := h.adapter.Load(); a != nil {
		a.SetMenu(chat, menu(message.Private, role))
	}
}

// menus are the menus of all whose role has one of its own.
func (h *house) menus(b *bot.Bot) (list []telegram.Menu) {
	roles, err := b.Menus()
	if err != nil {
		h.log.Error("menus of editors not set", "error", err)
	}
	for _, chat := range slices.Sorted(maps.Keys(roles)) {
		list = append(list, telegram.Menu{Chat: chat, Commands: menu(message.Private, roles[chat])})
	}
	return list
}

// progressEvery is how often the progress of a broadcast is shown anew.
const progressEvery = 4 * time.Second

// showProgress keeps the progress of running broadcasts up to date in the chats
// of those who sent them.
func showProgress(ctx context.Context, every time.Duration, b *bot.Bot, st *store.Store, log *slog.Logger) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case now := <-tick.C:
			if err := planProgress(ctx, b, st, now); err != nil && ctx.Err() == nil {
				log.Error("show the progress of broadcasts", "error", err)
			}
		}
	}
}

func planProgress(ctx context.Context, b *bot.Bot, st *store.Store, now time.Time) error {
	replies, err := b.Tick(ctx)
	if err != nil || len(replies) == 0 {
		return err
	}
	return st.Update(func(tx *store.Tx) error {
		for i, r := range replies {
			row := outbox.Row{Key: fmt.Sprintf("progress/%d/%d", now.UnixNano(), i), Class: outbox.Answer, Reply: r}
			if _, err := outbox.Add(tx, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// watchIndex keeps the index up to date with the data folder.
func watchIndex(ctx context.Context, x *index.Index, log *slog.Logger) error {
	err := x.Watch(ctx, func(err error) { log.Error("update the index", "error", err) })
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// status are the lines of /trangthai.
func (h *house) status(context.Context) []string {
	contact := phrase.NeverHeard
	if last := h.stats.LastContact(); !last.IsZero() {
		contact = last.In(h.clock().Location()).Format("15:04:05 02/01/2006")
	}
	return []string{
		phrase.StatusContact(contact),
		phrase.StatusQueue(max(0, h.stats.Waiting()-1), // the question itself waits no longer
			int(h.stats.Outbox.Waiting[0].Load()+h.stats.Outbox.Waiting[1].Load()+h.stats.Outbox.Waiting[2].Load())),
		phrase.StatusCorpus(len(h.index.Tables().Indicators), len(h.index.Tables().Campaigns)),
	}
}

// mount is a handler that is set later.
type mount struct {
	handler atomic.Pointer[http.Handler]
}

func (m *mount) set(h http.Handler) { m.handler.Store(&h) }

// ServeHTTP passes on to the handler, once there is one.
func (m *mount) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h := m.handler.Load(); h != nil {
		(*h).ServeHTTP(w, r)
		return
	}
	http.NotFound(w, r)
}
