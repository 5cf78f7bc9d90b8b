package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

// Handler is the conversation. Update.ID is a number of this adapter's, the
// same when the update comes again after a crash: effects are keyed by it. The
// replies to an error are sent once the update is given up.
type Handler interface {
	Handle(ctx context.Context, u message.Update) ([]message.Reply, error)
}

// Config is what Serve needs. Token, Store and Handler must be given.
type Config struct {
	Token   string
	APIURL  string // default https://api.telegram.org
	Store   *store.Store
	Handler Handler
	Log     *slog.Logger // default: discards; the token is redacted in it

	Commands []Command             // of the menu, where no scope has another
	InGroups []Command             // of the menu in groups; none: Commands
	Menus    func() []Menu         // of chats with one of their own, set anew at every start
	Webhook  Webhook               // zero: polling
	Started  func(me Self)         // told once the bot knows its own name
	Stats    *Stats                // filled in while serving, if given
	Ready    func(*Adapter)        // told before anything else, to Download by
	Limits   outbox.Limits         // default: those of Telegram
	Timings  Timings               // defaults where zero
	Workers  int                   // chats handled at a time; default 32
	Apology  func(id int64) string // to the writer of an update given up; default: none
	Again    string                // label of a message that may be a repeat; default "(gửi lại)"
	Draft    string                // shown in private while an answer takes long, instead of the sign of typing; default: none
}

// Command is an entry of the command menu.
type Command struct{ Name, Description string }

// Menu is the command menu of one chat.
type Menu struct {
	Chat     int64
	Commands []Command
}

// Self is the bot as Telegram knows it.
type Self struct {
	ID       int64
	Username string
}

// TelegramLimits are the speeds that Telegram allows: 30 messages a second in
// all, one a second to a person and 20 a minute to a group, with short bursts
// (Bots FAQ, "My bot is hitting limits").
func TelegramLimits() outbox.Limits {
	return outbox.Limits{
		Every:   34 * time.Millisecond,
		Most:    30,
		Within:  time.Second,
		Private: outbox.Rate{Every: time.Second, Burst: 3},
		Group:   outbox.Rate{Every: 3 * time.Second, Burst: 3},
	}
}

func (c Config) withDefaults() Config {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Limits == (outbox.Limits{}) {
		c.Limits = TelegramLimits()
	}
	if c.Workers == 0 {
		c.Workers = 32
	}
	if c.Stats == nil {
		c.Stats = new(Stats)
	}
	if c.Again == "" {
		c.Again = "(gửi lại)"
	}
	c.Timings = c.Timings.withDefaults()
	return c
}

// service is a running adapter.
type service struct {
	cfg      Config
	log      *slog.Logger
	client   *client
	stats    *Stats
	pace     *outbox.Pace
	me       atomic.Pointer[Self]
	workers  *workers
	remember *absent
	taking   sync.Mutex     // so that updates are dispatched in the order they were written
	calls    sync.WaitGroup // answers to buttons and inline queries under way
	callCtx  context.Context
}

// Serve runs the bot until ctx ends, then lets what is under way finish and
// returns nil. It returns ErrToken or an error of the store at once.
func Serve(ctx context.Context, c Config) error {
	s, err := newService(c)
	if err != nil {
		return err
	}
	defer s.client.close()
	callCtx, endCalls := context.WithCancel(context.WithoutCancel(ctx))
	defer endCalls()
	s.callCtx = callCtx
	if s.cfg.Ready != nil {
		s.cfg.Ready(&Adapter{s})
	}
	return s.run(ctx, endCalls)
}

func newService(c Config) (*service, error) {
	c = c.withDefaults()
	token, err := CleanToken(c.Token)
	if err != nil {
		return nil, err
	}
	if c.Store == nil || c.Handler == nil {
		return nil, errors.New("telegram: Store and Handler are needed")
	}
	api, err := newClient(c.APIURL, token)
	if err != nil {
		return nil, err
	}
	log := slog.New(Redact(c.Log.Handler(), token, c.Webhook.Secret))
	s := &service{cfg: c, log: log, client: api, stats: c.Stats, pace: outbox.NewPace(c.Limits), remember: newAbsent(log)}
	id, _, _ := strings.Cut(token, ":")
	number, _ := strconv.ParseInt(id, 10, 64)
	s.me.Store(&Self{ID: number})
	return s, nil
}

// run owns the goroutines of the service: intake, workers and outbox.
func (s *service) run(ctx context.Context, endCalls func()) error {
	left, err := leftOver(s.cfg.Store)
	if err != nil {
		return fmt.Errorf("read inbox: %w", err)
	}
	workCtx, endWork := context.WithCancel(context.WithoutCancel(ctx))
	defer endWork()
	s.workers = newWorkers(s.cfg.Workers, func(l letter) { s.work(workCtx, l) })
	s.stats.bind(s)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	drainCtx, endDrain := context.WithCancel(context.WithoutCancel(ctx))
	defer endDrain()
	drained := make(chan error, 1)
	go func() {
		err := s.drain(drainCtx)
		if err != nil {
			cancel(err)
		}
		drained <- err
	}()
	for i := range left {
		left[i].Crashes++
		s.dispatch(left[i])
	}
	err = s.intake(ctx)
	// Intake has ended; handlers and sends under way get a little longer.
	stop := time.AfterFunc(s.cfg.Timings.Drain, func() { endWork(); endCalls() })
	defer stop.Stop()
	s.workers.close()
	s.calls.Wait()
	endDrain()
	return errors.Join(err, <-drained)
}

// intake introduces the bot and takes updates in until ctx ends.
func (s *service) intake(ctx context.Context) error {
	var background sync.WaitGroup
	defer background.Wait()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	known, err := s.learnName(ctx)
	if err != nil {
		return err
	}
	s.stats.Beside.Add(1)
	background.Go(func() {
		defer s.stats.Beside.Add(-1)
		if err := s.introduce(ctx, known); err != nil {
			cancel(err)
		}
	})
	if s.cfg.Webhook.URL != "" {
		err = s.serveWebhook(ctx)
	} else {
		s.dropWebhook(ctx)
		err = (&poller{s: s}).run(ctx)
	}
	if cause := context.Cause(ctx); err == nil && errors.Is(cause, ErrToken) {
		return cause
	}
	return err
}

func (s *service) drain(ctx context.Context) error {
	return outbox.Drain(ctx, outbox.Config{
		Store: s.cfg.Store, Sender: s, Pace: s.pace, Log: s.log, Count: &s.stats.Outbox, Grace: s.cfg.Timings.Drain,
		OnGone: func(chat message.Chat) {
			s.tell(message.Update{Kind: message.Left, Chat: chat, At: time.Now()})
		},
		OnMoved: func(from message.Chat, to int64) {
			s.tell(message.Update{Kind: message.Migrate, Chat: from, NewChat: to, At: time.Now()})
		},
	})
}

// receive makes a batch of raw updates durable and hands it to the workers.
func (s *service) receive(raws []json.RawMessage) error {
	s.taking.Lock()
	defer s.taking.Unlock()
	fresh, err := take(s.cfg.Store, raws, time.Now())
	if err != nil {
		return err
	}
	s.stats.Received.Add(int64(len(fresh)))
	s.stats.Repeated.Add(int64(len(raws) - len(fresh)))
	for _, l := range fresh {
		s.dispatch(l)
	}
	return nil
}

// dispatch hands a letter to the worker of its chat.
func (s *service) dispatch(l letter) {
	u, _, err := read(l.Raw, self(*s.me.Load()))
	if err != nil {
		s.log.Warn("update skipped: it cannot be decoded", "update", l.ID, "error", err)
	}
	s.workers.add(lane(u), l)
}

// tell hands the conversation something that happened without an update.
func (s *service) tell(u message.Update) {
	raw, err := json.Marshal(notice{Notice: &u})
	if err != nil {
		s.log.Error("notice not kept", "error", err)
		return
	}
	l := letter{Raw: raw, At: time.Now()}
	err = s.cfg.Store.Update(func(tx *store.Tx) error {
		seq, err := letters.Next(tx)
		if err != nil {
			return err
		}
		l.Seq = seq
		return letters.Put(tx, seqKey(seq), l)
	})
	if err != nil {
		s.log.Error("notice not kept", "error", err)
		return
	}
	s.workers.add(u.Chat.ID, l)
}

// notice is a letter of our own making.
type notice struct {
	Notice *message.Update `json:"thiduabot_notice"`
}
