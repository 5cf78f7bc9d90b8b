package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
)

// absent remembers the optional methods that this server does not have, and
// those that one chat is done without. A server that has done a method once
// knows it: a refusal then speaks of the chat.
type absent struct {
	log  *slog.Logger
	mu   sync.Mutex
	not  map[gap]bool
	once map[string]bool // methods that came through
	told map[string]bool
}

// gap is a method that is done without in a chat; 0 is everywhere.
type gap struct {
	method string
	chat   int64
}

func newAbsent(log *slog.Logger) *absent {
	return &absent{log: log, not: map[gap]bool{}, once: map[string]bool{}, told: map[string]bool{}}
}

func (a *absent) has(method string, chat int64) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return !a.not[gap{method, 0}] && !a.not[gap{method, chat}]
}

// done notes that a method came through.
func (a *absent) done(method string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.once[method] = true
}

// drop remembers that a method is not there, for a chat or for all, and logs it
// the first time.
func (a *absent) drop(method string, chat int64, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.once[method] {
		chat = 0
	}
	a.not[gap{method, chat}] = true
	if !a.told[method] {
		a.told[method] = true
		a.log.Info("the server does not offer an optional method; doing without", "method", method, "error", err)
	}
}

// try calls an optional method once. Any answer but ok means that it is not
// there, but those that speak of one chat or of this moment. It reports whether
// the call came through. chat is 0 for what is of no chat.
func (s *service) try(ctx context.Context, method string, chat int64, params any) bool {
	if !s.remember.has(method, chat) {
		return false
	}
	err := s.client.call(ctx, method, params, nil)
	if err == nil {
		s.remember.done(method)
		return true
	}
	if ctx.Err() == nil && meansAbsent(err) {
		s.remember.drop(method, chat, err)
	}
	return false
}

// meansAbsent reports whether a failed call of an optional method says that the
// server does not know it. No answer at all says nothing of the method.
func meansAbsent(err error) bool {
	api, ok := errors.AsType[*APIError](err)
	if !ok {
		return answered(err)
	}
	return api.RetryAfter == 0 && api.MigrateTo == 0 && (api.Foreign || api.code() != 403 && !api.says("chat not found", "thread not found", "topic_"))
}

// answered reports whether the server answered, in whatever form.
func answered(err error) bool {
	if _, ok := errors.AsType[*unreadError](err); ok {
		return true
	}
	l, ok := errors.AsType[*lostError](err)
	return ok && l.err.Error() == unreadable
}

// learnName asks for the bot's own name. It returns ErrToken if the server
// refuses the token; any other failure is no reason not to serve.
func (s *service) learnName(ctx context.Context) (known bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	var me models.User
	err = s.client.call(ctx, "getMe", struct{}{}, &me)
	if api, ok := errors.AsType[*APIError](err); ok && !api.Foreign && api.code() == 401 {
		return false, fmt.Errorf("%w by the server: %s", ErrToken, api)
	}
	if err != nil {
		return false, nil
	}
	s.me.Store(&Self{me.ID, me.Username})
	s.stats.contact(time.Now())
	if s.cfg.Started != nil {
		s.cfg.Started(Self{me.ID, me.Username})
	}
	return true, nil
}

// introduce learns the bot's own name, again and again until the server tells
// it, and then sets the menu of commands.
func (s *service) introduce(ctx context.Context, known bool) (err error) {
	t := s.cfg.Timings
	for wait := t.Retry; !known && err == nil && ctx.Err() == nil; wait = min(2*wait, t.RetryMax) {
		rest(ctx, wait)
		known, err = s.learnName(ctx)
	}
	if known && len(s.cfg.Commands) > 0 {
		s.setCommands(ctx)
	}
	return err
}

// setCommands sets the menu without a language, which every phone falls back
// on, in private chats, in groups and elsewhere, and then those of single chats:
// an upgrade may have changed what they hold.
func (s *service) setCommands(ctx context.Context) {
	groups := s.cfg.InGroups
	if len(groups) == 0 {
		groups = s.cfg.Commands
	}
	s.setMenu(ctx, menuScope{Type: "default"}, s.cfg.Commands)
	s.setMenu(ctx, menuScope{Type: "all_private_chats"}, s.cfg.Commands)
	s.setMenu(ctx, menuScope{Type: "all_group_chats"}, groups)
	if s.cfg.Menus == nil {
		return
	}
	for _, m := range s.cfg.Menus() {
		s.setMenu(ctx, menuScope{"chat", m.Chat}, m.Commands)
	}
}

// setMenu are the parameters of setMyCommands: the library's own scopes lose
// their type in plain JSON.
type setMenu struct {
	Commands []models.BotCommand `json:"commands"`
	Scope    menuScope           `json:"scope"`
}

type menuScope struct {
	Type string `json:"type"`
	Chat int64  `json:"chat_id,omitempty"`
}

func (s *service) setMenu(ctx context.Context, scope menuScope, commands []Command) {
	var list []models.BotCommand
	for _, c := range commands {
		list = append(list, models.BotCommand{Command: c.Name, Description: c.Description})
	}
	s.try(ctx, "setMyCommands", scope.Chat, setMenu{list, scope})
}

// SetMenu gives one chat a menu of its own, beside everything else; a server
// that has no menus is none the wiser.
func (a *Adapter) SetMenu(chat int64, commands []Command) {
	a.s.background(func(ctx context.Context) {
		a.s.setMenu(ctx, menuScope{"chat", chat}, commands)
	})
}

// dropWebhook lets polling work; the updates that wait are kept.
func (s *service) dropWebhook(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	s.client.call(ctx, "deleteWebhook", &bot.DeleteWebhookParams{DropPendingUpdates: false}, nil)
}

// typingEvery is how often the sign of activity is renewed: clients show it for
// five seconds.
const typingEvery = 4500 * time.Millisecond

// showBusy shows a person whose message takes long that it is being handled,
// until ctx ends; a button is answered, for it would blink on.
func (s *service) showBusy(ctx context.Context, u message.Update) {
	rest(ctx, s.cfg.Timings.Typing)
	if u.Kind == message.Button && ctx.Err() == nil {
		s.answer(ctx, u, message.Reply{Callback: u.Callback})
	}
	if u.Kind != message.Text || u.Chat.ID == 0 || !u.ToBot {
		return
	}
	for ctx.Err() == nil {
		if s.showDraft(ctx, u) {
			rest(ctx, draftEvery)
			continue
		}
		params := &bot.SendChatActionParams{ChatID: u.Chat.ID, MessageThreadID: u.Chat.Topic, Action: models.ChatActionTyping}
		if !s.try(ctx, "sendChatAction", u.Chat.ID, params) {
			return
		}
		rest(ctx, typingEvery)
	}
}

// draftEvery is how often a draft is renewed: clients show it for half a minute,
// or until the message comes.
const draftEvery = 20 * time.Second

// messageDraft are the parameters of sendMessageDraft: the library's own carry
// the number of the draft as a text.
type messageDraft struct {
	Chat  int64  `json:"chat_id"`
	Topic int    `json:"message_thread_id,omitempty"`
	ID    int64  `json:"draft_id"` // not 0
	Text  string `json:"text"`
}

// showDraft shows that an answer is on its way as a draft of it; false says that
// the chat has none.
func (s *service) showDraft(ctx context.Context, u message.Update) bool {
	if s.cfg.Draft == "" || u.Chat.Kind != message.Private {
		return false
	}
	return s.try(ctx, "sendMessageDraft", u.Chat.ID, messageDraft{u.Chat.ID, u.Chat.Topic, u.ID, s.cfg.Draft})
}
