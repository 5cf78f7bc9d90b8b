package bot

import (
	"fmt"
	"strings"

	"thiduabot/bot/message"
)

// takePost hands a channel post to what takes announcements in. A channel must
// have been allowed, as anybody can make the bot administrator of theirs.
func (b *Bot) takePost(t *turn) error {
	if b.cfg.Posts == nil || t.u.Chat.Kind != message.Channel || !t.chat.Allowed {
		return nil
	}
	if strings.TrimSpace(t.u.Text) == "" && t.u.File == nil {
		return nil
	}
	id := fmt.Sprintf("kenh-%d-%d", t.u.Chat.ID, t.u.Message)
	err := b.cfg.Posts.Take(t.ctx, Post{
		ID: id, Channel: t.u.Chat.Title,
		Text: t.u.Text, File: t.u.File, At: t.u.At, Audiences: t.chat.Audiences,
	})
	if err != nil {
		return fmt.Errorf("take post: %w", err)
	}
	t.keepOriginal(id, t.u.File)
	return nil
}
