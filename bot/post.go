package bot

import (
	"errors"
	"fmt"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
)

// ErrTooMany says that a chat or person has as many reminders as they may.
var ErrTooMany = errors.New("too many reminders")

// takePost hands a channel post to what takes announcements in. A channel must
// have been allowed, as anybody can make the bot administrator of theirs.
func (b *Bot) takePost(t *turn) error {
	if b.cfg.Posts == nil || t.u.Chat.Kind != message.Channel || !t.chat.Allowed {
		return nil
	}
	if strings.TrimSpace(t.u.Text) == "" && t.u.File == nil {
		return nil
	}
	err := b.cfg.Posts.Take(t.ctx, Post{
		ID: fmt.Sprintf("kenh-%d-%d", t.u.Chat.ID, t.u.Message), Channel: t.u.Chat.Title,
		Text: t.u.Text, File: t.u.File, At: t.u.At, Audiences: t.chat.Audiences,
	})
	if err != nil {
		return fmt.Errorf("take post: %w", err)
	}
	return nil
}

// talk handles a text that a dialogue asked for; handled is false where the
// text is something else, and the dialogue then ends.
type talk func(b *Bot, t *turn, text string) (handled bool, err error)

func talkTable() map[string]talk { return map[string]talk{} }

func (b *Bot) remind(t *turn, text string) error {
	t.tell(phrase.NoFigure)
	return nil
}

func (b *Bot) openReminder(t *turn, id string) error {
	t.tell(phrase.LinkUnknown)
	return nil
}

func (b *Bot) propose(t *turn, text string) error {
	t.tell(phrase.NoFigure)
	return nil
}
