package reminder

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// reportDays are the days after a deadline on which the editors hear who has
// confirmed it.
var reportDays = []int{1, overdueDays}

// SayReport returns a composer of reports to editors: how many have confirmed a
// deadline over all chats, and who has not.
func SayReport(s *store.Store) Composer {
	return func(_ context.Context, o Occurrence) ([]Said, error) {
		var said []message.Part
		err := s.View(func(tx *store.Tx) (err error) {
			said, err = reportParts(tx, o)
			return err
		})
		if err != nil || len(said) == 0 {
			return nil, err
		}
		return []Said{{Reply: message.Reply{Chat: o.Row.Chat, Parts: said}}}, nil
	}
}

// tally is who has confirmed a deadline, by party or chat, and who has not.
type tally struct{ done, left []string }

func reportParts(tx *store.Tx, o Occurrence) ([]message.Part, error) {
	var c Countdown
	if err := json.Unmarshal(o.Row.Schedule, &c); err != nil {
		return nil, fmt.Errorf("deadline %s: %w", o.Row.Task, err)
	}
	t, err := count(tx, o.Row)
	if err != nil || len(t.done)+len(t.left) == 0 {
		return nil, err
	}
	said := []message.Part{
		{Text: phrase.ReportHead(c.daysLeft(o.Now)) + "\n", Style: message.Bold},
		{Text: render.Short(render.Clean(o.Row.Plan.Task), maxSaid) + "\n" + phrase.DutyDone(len(t.done), len(t.done)+len(t.left), shortNames(t.done))},
	}
	if len(t.left) > 0 {
		said = append(said, message.Part{Text: "\n" + phrase.DutyLeft(shortNames(t.left))})
	}
	return said, nil
}

// count adds up the confirmations of a deadline. Where it names its parties they
// count, wherever they confirmed; otherwise the chats do that it was told in.
func count(tx *store.Tx, report Row) (t tally, err error) {
	who := parties(report.Plan.Text)
	met := map[string]bool{}
	for _, id := range standing.Range(tx, nil, nil) {
		r, ok, err := rows.Lookup(tx, store.Int(id))
		if err != nil {
			return t, err
		}
		if !ok || r.Kind != Duty || r.Again || r.Task != report.Task {
			continue
		}
		confirmed := done(tx, r.Chat.ID, r.Task)
		for _, c := range confirmed {
			met[c.Party] = true
		}
		for _, p := range who {
			met[p] = met[p] || isParty(r.Chat, p) && len(confirmed) > 0
		}
		switch name := chatName(r.Chat); {
		case len(who) > 0:
		case len(confirmed) > 0:
			t.done = append(t.done, name)
		default:
			t.left = append(t.left, name)
		}
	}
	for _, p := range who {
		if met[p] {
			t.done = append(t.done, p)
		} else {
			t.left = append(t.left, p)
		}
	}
	slices.Sort(t.left)
	return t, nil
}

func chatName(c message.Chat) string {
	if c.Title != "" {
		return c.Title
	}
	return fmt.Sprint(c.ID)
}
