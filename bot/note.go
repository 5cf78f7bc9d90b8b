package bot

import (
	"fmt"
	"slices"
	"strconv"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
)

const notesPage = 10

// notesCommand lists what was asked in vain and what was disliked.
func (b *Bot) notesCommand(t *turn, _ string) error { return b.showNotes(t, nil, 0) }

func (b *Bot) showNotes(t *turn, s *stack, from int) error {
	var list []note
	err := b.cfg.Store.View(func(tx *store.Tx) error {
		for _, n := range noteTable.Range(tx, nil, nil) {
			if t.now.Sub(n.At) <= keepNotes {
				list = append(list, n)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b note) int {
		if a.Times != b.Times {
			return b.Times - a.Times
		}
		return b.At.Compare(a.At)
	})
	edit := s != nil
	if !edit {
		s = t.deal("notes", 0)
		s.card.Need = Editor
	}
	parts, keys := notesView(s, list, from)
	if edit {
		t.edit(parts, keys...).Callback = t.u.Callback
		return nil
	}
	t.say(parts, keys...)
	return nil
}

func notesView(s *stack, list []note, from int) ([]message.Part, [][]message.Key) {
	if len(list) == 0 {
		return []message.Part{{Text: phrase.NoNotes}}, nil
	}
	from = max(0, min(from, len(list)-1))
	parts := []message.Part{{Text: phrase.NotesHead(len(list)), Style: message.Bold}}
	for i, n := range list[from:min(from+notesPage, len(list))] {
		mark := "❔"
		if n.Disliked {
			mark = "👎"
		}
		parts = append(parts, message.Part{Text: fmt.Sprintf("\n%d. %s %s (%d)", from+i+1, mark, n.Question, n.Times)})
		if n.Disliked && n.Answer != "" {
			parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: n.Answer, Style: message.Italic})
		}
	}
	return parts, [][]message.Key{pager(s, from, notesPage, len(list)), {s.key(phrase.KeyClear, "clear")}}
}

// pressNotes turns the list or empties it.
func (b *Bot) pressNotes(t *turn, s *stack, action string) error {
	if from, err := strconv.Atoi(action); err == nil {
		return b.showNotes(t, s, from)
	}
	if action != "clear" {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	t.effect(func(tx *store.Tx) error {
		var all [][]byte
		for k := range noteTable.Range(tx, nil, nil) {
			all = append(all, k)
		}
		for _, k := range all {
			if err := noteTable.Delete(tx, k); err != nil {
				return err
			}
		}
		return nil
	})
	t.record(Deed{What: "clear"})
	t.edit([]message.Part{{Text: phrase.NoNotes}}).Callback = t.u.Callback
	return nil
}
