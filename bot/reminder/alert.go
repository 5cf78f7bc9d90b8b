package reminder

import (
	"context"
	"fmt"
	"slices"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// Bounds of a warning: a share below this, in %, with no more days left.
const (
	warnShare = 80
	warnDays  = 30
)

// SayAlert returns a composer of warnings: a target of which less than 80 % is
// reached, or nothing is published, when 30 days or less are left; and a figure
// that was due and is not yet in. Each is said once, all of a day in one message.
func SayAlert(s Surroundings) Composer {
	s = s.remembering()
	return func(ctx context.Context, o Occurrence) ([]Said, error) {
		running, err := s.running(ctx, o)
		if err != nil {
			return nil, fmt.Errorf("warnings: %w", err)
		}
		told, err := s.warned(o.Row.Chat.ID)
		if err != nil {
			return nil, err
		}
		all := s.warnings(running, o.Now)
		fresh := slices.DeleteFunc(slices.Clone(all), func(w alarm) bool { return slices.Contains(told, w.id) })
		closing, err := s.closing(running, o)
		if len(fresh) == 0 || err != nil {
			return closing, err
		}
		parts := []message.Part{{Text: phrase.AlertHead + o.late(), Style: message.Bold}}
		var ids []string
		for _, w := range fresh {
			parts = append(parts, message.Part{Text: "\n" + w.text})
		}
		for _, w := range all {
			ids = append(ids, w.id)
		}
		return append(closing, Said{
			Reply: message.Reply{Chat: o.Row.Chat, Parts: parts},
			Keep:  func(tx *store.Tx) error { return warned.Put(tx, store.Int(o.Row.Chat.ID), ids) },
		}), nil
	}
}

// closing says how a campaign stands on its last day, where no digest of that day
// does.
func (s Surroundings) closing(running []index.Progress, o Occurrence) ([]Said, error) {
	ending := slices.DeleteFunc(slices.Clone(running), func(p index.Progress) bool { return p.DaysLeft > 0 })
	if len(ending) == 0 {
		return nil, nil
	}
	digest := false
	err := s.Store.View(func(tx *store.Tx) error {
		all, err := ofChat(tx, o.Row.Chat.ID)
		for _, r := range all {
			digest = digest || r.Kind == Digest && (sameDay(r.Next, o.Now) || sameDay(r.Last, o.Now))
		}
		return err
	})
	if err != nil || digest {
		return nil, err
	}
	before, err := s.seen(o.Row.Chat.ID)
	return []Said{{
		Key:   fmt.Sprintf("closing/%s/%d", ending[0].Campaign.ID, o.Row.Chat.ID),
		Reply: message.Reply{Chat: o.Row.Chat, Parts: digestParts(s.Area(o.Row.Chat.ID), ending, before)},
	}}, err
}

func sameDay(a, b time.Time) bool {
	return dayNumber(a.In(corpus.Zone)) == dayNumber(b.In(corpus.Zone))
}

// warned keeps which warnings a chat has been told: chat -> ids of those that
// stood then. One that passes and comes back is told again.
var warned = store.NewTable[[]string]("warnings_told")

func (s Surroundings) warned(chat int64) (ids []string, err error) {
	err = s.Store.View(func(tx *store.Tx) error {
		ids, _, err = warned.Lookup(tx, store.Int(chat))
		return err
	})
	return ids, err
}

// alarm is a warning under the id by which it is told once.
type alarm struct{ id, text string }

// warnings returns all that is to be warned of now.
func (s Surroundings) warnings(running []index.Progress, now time.Time) (all []alarm) {
	goals := map[string]index.Goal{}
	for _, p := range running {
		for _, g := range p.Goals {
			goals[g.Indicator.ID] = g
			if text := warning(g, p); text != "" && p.DaysLeft <= warnDays {
				all = append(all, alarm{p.Campaign.ID + "/" + g.Indicator.ID, text})
			}
		}
	}
	if s.Deadlines == nil {
		return all
	}
	for _, d := range s.Deadlines() {
		g, known := goals[d.Indicator]
		c, ok := countdown(d)
		if d.Indicator == "" || !known || !ok || !now.After(c.Due) || c.over(now) || published(g, c.Due) {
			continue
		}
		all = append(all, alarm{"due/" + d.ID + "/" + c.Due.Format(time.DateOnly), phrase.FigureDue(g.Indicator.Name, c.Due.Format("02/01/2006"))})
	}
	return all
}

// fresh is how long before its deadline a figure may be published to count.
const fresh = 31 * 24 * time.Hour

// published reports whether a figure came in that a deadline asked for.
func published(g index.Goal, due time.Time) bool {
	if g.Newest == nil {
		return false
	}
	at, err := time.ParseInLocation(time.DateOnly, g.Newest.Source.Date, corpus.Zone)
	return err == nil && at.After(due.Add(-fresh))
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
