package reminder

import (
	"context"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
)

// SayTask says what a person asked to be reminded of.
func SayTask(_ context.Context, o Occurrence) ([]message.Reply, error) {
	head := phrase.RemindHead
	if late := o.Late(); late > 0 {
		head += " " + phrase.Late(late, o.Missed)
	}
	parts := []message.Part{{Text: head + "\n", Style: message.Bold}, {Text: render.Clean(o.Row.Task)}}
	return []message.Reply{{Chat: o.Row.Chat, Parts: parts}}, nil
}

// SayDigest returns a composer of progress digests. Area tells the area of a
// chat.
func SayDigest(b Board, area func(chat int64) string) Composer {
	return func(ctx context.Context, o Occurrence) ([]message.Reply, error) {
		parts, err := DigestText(ctx, b, area(o.Row.Chat.ID), o.Now)
		if err != nil {
			return nil, err
		}
		if late := o.Late(); late > 0 {
			parts = append([]message.Part{{Text: phrase.Late(late, o.Missed) + "\n"}}, parts...)
		}
		return []message.Reply{{Chat: o.Row.Chat, Parts: parts}}, nil
	}
}
