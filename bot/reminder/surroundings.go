package reminder

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
	"unicode/utf16"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Surroundings are what digests and warnings ask of the rest of the bot.
type Surroundings struct {
	Board Board
	Store *store.Store
	// Area returns the area of a chat.
	Area func(chat int64) string
	// Picture draws the progress of a campaign; nil pictures are left out. Nil:
	// none are drawn.
	Picture func(area string, p index.Progress, now time.Time) *message.Media
	// Deadlines are the duties of the campaigns as they are now. Nil: none.
	Deadlines func() []corpus.Deadline

	known *known
}

// known is the progress of the areas as of one instant: at 08:00 many chats ask
// for the same.
type known struct {
	mu    sync.Mutex
	at    time.Time
	areas map[string][]index.Progress
	drawn map[string]*message.Media
}

// remembering returns s with room to remember what was reckoned for a tick.
func (s Surroundings) remembering() Surroundings {
	s.known = &known{}
	return s
}

// running returns the progress of the campaigns in the area of a chat.
func (s Surroundings) running(ctx context.Context, o Occurrence) ([]index.Progress, error) {
	area := s.Area(o.Row.Chat.ID)
	k := s.known
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.at.Equal(o.Now) || k.areas == nil {
		k.at, k.areas, k.drawn = o.Now, map[string][]index.Progress{}, map[string]*message.Media{}
	}
	if running, ok := k.areas[area]; ok {
		return running, nil
	}
	running, err := s.Board.Running(ctx, area, o.Now)
	if err != nil {
		return nil, fmt.Errorf("progress of %s: %w", area, err)
	}
	k.areas[area] = running
	return running, nil
}

// picture draws the first campaign of an area that has anything to draw, once an
// instant.
func (s Surroundings) picture(area string, running []index.Progress, now time.Time) *message.Media {
	if s.Picture == nil {
		return nil
	}
	k := s.known
	k.mu.Lock()
	defer k.mu.Unlock()
	m, ok := k.drawn[area]
	for i := 0; !ok && m == nil && i < len(running); i++ {
		m = s.Picture(area, running[i], now)
	}
	k.drawn[area] = m
	return m
}

// maxCaption is how much text stands below a picture, in UTF-16 units; a longer
// digest comes before its picture.
const maxCaption = 1024

// SayDigest returns a composer of progress digests: one message that says what
// is new since the last one, with a picture where there is one.
func SayDigest(s Surroundings) Composer {
	s = s.remembering()
	return func(ctx context.Context, o Occurrence) ([]Said, error) {
		running, err := s.running(ctx, o)
		if err != nil {
			return nil, err
		}
		before, err := s.seen(o.Row.Chat.ID)
		if err != nil {
			return nil, err
		}
		area := s.Area(o.Row.Chat.ID)
		soon, err := s.soon(o.Row.Chat, o.Now)
		if err != nil {
			return nil, err
		}
		if o.Row.OnlyNew && len(soon) == 0 && before != nil && maps.Equal(before, figures(running)) {
			return nil, nil
		}
		parts := append(digestParts(area, running, before), soon...)
		if late := o.late(); late != "" {
			parts = append([]message.Part{{Text: late[1:] + "\n"}}, parts...)
		}
		said := Said{Reply: message.Reply{Chat: o.Row.Chat, Parts: parts}}
		said.Keep = func(tx *store.Tx) error { return seens.Put(tx, store.Int(o.Row.Chat.ID), figures(running)) }
		m := s.picture(area, running, o.Now)
		if m == nil {
			return []Said{said}, nil
		}
		if len(utf16.Encode([]rune(said.Reply.Plain()))) <= maxCaption {
			said.Reply.Media = m
			return []Said{said}, nil
		}
		return []Said{said, {Reply: message.Reply{Chat: o.Row.Chat, Media: m, Silent: true}}}, nil
	}
}

// soonDays is how far ahead a digest tells of deadlines.
const soonDays = 7

// soon says which duties of a chat, not yet confirmed, come within the next
// days.
func (s Surroundings) soon(chat message.Chat, now time.Time) (parts []message.Part, err error) {
	type near struct {
		due  time.Time
		what string
	}
	var list []near
	err = s.Store.View(func(tx *store.Tx) error {
		all, err := ofChat(tx, chat.ID)
		for _, r := range all {
			if c, ok := r.countdown(); ok && c.Due.After(now) && c.daysLeft(now) <= soonDays && !complete(r, done(tx, chat.ID, r.Task)) {
				list = append(list, near{c.Due, r.Plan.Task})
			}
		}
		return err
	})
	slices.SortStableFunc(list, func(a, b near) int { return a.due.Compare(b.due) })
	for i, n := range list {
		if i == 0 {
			parts = append(parts, message.Part{Text: "\n\n" + phrase.SoonHead, Style: message.Bold})
		}
		parts = append(parts, message.Part{Text: "\n" + phrase.SoonLine(render.Short(render.Line(n.what), 120), phrase.Moment(n.due))})
	}
	return parts, err
}
