package reminder

import (
	"context"
	"fmt"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/index"
)

// Said is one message that a reminder says.
type Said struct {
	Reply message.Reply
	Keys  bool   // with the buttons of a fired reminder
	Key   string // says it once and never again; empty: once each time it fires
	// Keep is run within the transaction that plans the message. Nil: nothing.
	Keep func(*store.Tx) error
}

// Composer says what a reminder of one kind says when it fires. Nothing: it is
// passed over this time.
type Composer func(ctx context.Context, o Occurrence) ([]Said, error)

// late returns the label of an occurrence that comes after an outage, with a
// space before it, or "".
func (o Occurrence) late() string {
	if by := o.Late(); by > 0 {
		return " " + phrase.Late(by, o.Missed)
	}
	return ""
}

// SayTask says what a person asked to be reminded of.
func SayTask(_ context.Context, o Occurrence) ([]Said, error) {
	parts := []message.Part{{Text: phrase.RemindHead + o.late() + "\n", Style: message.Bold}, {Text: render.Clean(o.Row.Task)}}
	return []Said{{Reply: message.Reply{Chat: o.Row.Chat, Parts: parts}, Keys: true}}, nil
}

// SayDuty returns a composer of deadlines, which says who has confirmed.
func SayDuty(s *store.Store) Composer {
	return func(_ context.Context, o Occurrence) ([]Said, error) {
		var people []message.Person
		err := s.View(func(tx *store.Tx) error {
			people = done(tx, o.Row.Chat.ID, o.Row.Task)
			return nil
		})
		if err != nil {
			return nil, err
		}
		parts, err := dutyParts(o.Row, people, o.Now)
		if err != nil {
			return nil, err
		}
		return []Said{{Reply: message.Reply{Chat: o.Row.Chat, Parts: parts}, Keys: true}}, nil
	}
}

// Surroundings are what digests and warnings ask of the rest of the bot.
type Surroundings struct {
	Board Board
	Store *store.Store
	// Area returns the area of a chat.
	Area func(chat int64) string
	// Picture draws the progress of a campaign; nil pictures are left out. Nil:
	// none are drawn.
	Picture func(area string, p index.Progress, now time.Time) *message.Media
}

// SayDigest returns a composer of progress digests: one message that says what
// is new since the last one, with a picture where there is one.
func SayDigest(s Surroundings) Composer {
	return func(ctx context.Context, o Occurrence) ([]Said, error) {
		area := s.Area(o.Row.Chat.ID)
		running, err := s.Board.Running(ctx, area, o.Now)
		if err != nil {
			return nil, fmt.Errorf("digest of %s: %w", area, err)
		}
		before, err := s.seen(o.Row.Chat.ID)
		if err != nil {
			return nil, err
		}
		said := Said{Reply: message.Reply{Chat: o.Row.Chat, Parts: digestParts(area, running, before)}}
		if late := o.late(); late != "" {
			said.Reply.Parts = append([]message.Part{{Text: late[1:] + "\n"}}, said.Reply.Parts...)
		}
		said.Keep = func(tx *store.Tx) error { return seens.Put(tx, store.Int(o.Row.Chat.ID), figures(running)) }
		all := []Said{said}
		for _, p := range running {
			if s.Picture == nil {
				break
			}
			if m := s.Picture(area, p, o.Now); m != nil {
				all = append(all, Said{Reply: message.Reply{Chat: o.Row.Chat, Media: m, Silent: true}})
			}
		}
		return all, nil
	}
}

// Bounds of a warning: a share below this, in %, with no more days left.
const (
	warnShare = 80
	warnDays  = 30
)

// SayAlert returns a composer of warnings: a target of which less than 80 % is
// reached, or nothing is published, when 30 days or less are left. Each is said
// once.
func SayAlert(s Surroundings) Composer {
	return func(ctx context.Context, o Occurrence) ([]Said, error) {
		area := s.Area(o.Row.Chat.ID)
		running, err := s.Board.Running(ctx, area, o.Now)
		if err != nil {
			return nil, fmt.Errorf("warnings of %s: %w", area, err)
		}
		var all []Said
		for _, p := range running {
			if p.DaysLeft > warnDays {
				continue
			}
			for _, g := range p.Goals {
				if text := warning(g, p); text != "" {
					all = append(all, Said{
						Reply: message.Reply{Chat: o.Row.Chat, Parts: []message.Part{{Text: text}}},
						Key:   fmt.Sprintf("warning/%s/%s/%d", p.Campaign.ID, g.Indicator.ID, o.Row.Chat.ID),
					})
				}
			}
		}
		return all, nil
	}
}

func warning(g index.Goal, p index.Progress) string {
	switch {
	case g.Met:
		return ""
	case g.Share != nil && *g.Share < warnShare && g.Indicator.Better != "less":
		return phrase.Behind(g.Indicator.Name, render.Number(*g.Share), p.DaysLeft)
	case g.Newest == nil:
		return phrase.NothingIn(g.Indicator.Name, p.DaysLeft)
	}
	return ""
}
