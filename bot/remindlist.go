package bot

import (
	"cmp"
	"fmt"
	"strconv"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

const remindersPage = 8

// listCommand lists the reminders of the chat.
func (b *Bot) listCommand(t *turn, _ string) error {
	if b.cfg.Reminders == nil {
		t.tell(phrase.NoReminders)
		return nil
	}
	return b.listReminders(t, nil, 0)
}

func (b *Bot) reminders(t *turn) (list []Reminder, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) (err error) {
		list, err = b.cfg.Reminders.List(tx, t.u.Chat.ID)
		return err
	})
	return list, err
}

// listReminders shows one page; s is the card of the list being turned, nil for
// a new list.
func (b *Bot) listReminders(t *turn, s *stack, from int) error {
	list, err := b.reminders(t)
	if err != nil {
		return err
	}
	edit := s != nil
	if !edit {
		s = t.deal("rem", 0)
	}
	parts, keys := listPage(s, list, from)
	if _, ok := b.cfg.Reminders.(Exporter); ok && len(list) > 0 {
		keys = append(keys, []message.Key{s.key(phrase.KeyCalendar, "ics")})
	}
	if edit {
		t.edit(parts, keys...).Callback = t.u.Callback
		return nil
	}
	t.say(parts, keys...)
	return nil
}

func listPage(s *stack, list []Reminder, from int) ([]message.Part, [][]message.Key) {
	if len(list) == 0 {
		return []message.Part{{Text: phrase.NoReminderYet}}, nil
	}
	from = max(0, min(from, len(list)-1))
	parts := []message.Part{{Text: phrase.RemindersHead(len(list)), Style: message.Bold}}
	var open []message.Key
	for i := from; i < min(from+remindersPage, len(list)); i++ {
		r := list[i]
		parts = append(parts, message.Part{Text: fmt.Sprintf("\n\n%d. %s", i+1, render.Short(taskOf(r.Plan), 120)), Style: message.Plain},
			message.Part{Text: "\n" + reminderLine(r)})
		open = append(open, s.key(phrase.KeyOpen(i+1), "o"+strconv.FormatInt(r.ID, 36)))
	}
	rows := [][]message.Key{}
	for len(open) > 4 {
		rows, open = append(rows, open[:4]), open[4:]
	}
	rows = append(rows, open, pager(s, from, remindersPage, len(list)))
	return parts, rows
}

// taskOf names what a plan reminds of, also where nothing was said.
func taskOf(p Plan) string { return cmp.Or(p.Task, phrase.TaskUnsaid) }

func reminderLine(r Reminder) string {
	said := saidOf(r.Plan)
	switch {
	case r.Paused:
		return "⏸ " + said + " · " + phrase.Paused
	case r.Next.IsZero():
		return "⏰ " + said + " · " + phrase.Over
	}
	return "⏰ " + said + "." + nextOf(said, r.Next)
}

// pressReminder handles the list and the buttons of one reminder: a letter and
// the id of the reminder in base 36, or the page to turn to.
func (b *Bot) pressReminder(t *turn, s *stack, action string) error {
	if b.cfg.Reminders == nil {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	if action == "ics" {
		return b.sendCalendar(t)
	}
	if from, err := strconv.Atoi(action); err == nil {
		return b.listReminders(t, s, from)
	}
	if action == "" {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	id, err := strconv.ParseInt(action[1:], 36, 64)
	if err != nil {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	r, ok, err := b.reminder(t, id)
	if err != nil {
		return err
	}
	if !ok {
		t.notice(phrase.ReminderGone)
		return b.listReminders(t, s, 0)
	}
	return b.doReminder(t, s, r, action[0])
}

func (b *Bot) reminder(t *turn, id int64) (Reminder, bool, error) {
	list, err := b.reminders(t)
	for _, r := range list {
		if r.ID == id {
			return r, true, err
		}
	}
	return Reminder{}, false, err
}

// doReminder shows, pauses, changes or deletes a reminder. In a group only the
// one who asked for it and editors may change it.
func (b *Bot) doReminder(t *turn, s *stack, r Reminder, deed byte) error {
	if deed != 'o' && t.u.Chat.Kind != message.Private && r.Person != t.u.From.ID && !t.may(Editor) {
		t.notice(phrase.ButtonNotAllowed)
		return nil
	}
	chat := t.u.Chat.ID
	switch deed {
	case 'o':
	case 'p', 'r':
		r.Paused = deed == 'p'
		t.effect(func(tx *store.Tx) error {
			_, err := b.cfg.Reminders.Pause(tx, chat, r.ID, r.Paused, t.now)
			return err
		})
	case 'd':
		t.effect(func(tx *store.Tx) error {
			_, err := b.cfg.Reminders.Delete(tx, chat, r.ID)
			return err
		})
		t.edit([]message.Part{{Text: phrase.ReminderDeleted(taskOf(r.Plan))}}, []message.Key{s.key(phrase.KeyList, "0")}).Callback = t.u.Callback
		return nil
	case 't':
		t.wait("plan-times", planned{Plan: r.Plan, Replace: r.ID})
		t.tell(phrase.TimesAsk(r.Plan.Task)).Callback = t.u.Callback
		return nil
	default:
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	parts, keys := onePage(s, r)
	t.edit(parts, keys...).Callback = t.u.Callback
	return nil
}

func onePage(s *stack, r Reminder) ([]message.Part, [][]message.Key) {
	id := strconv.FormatInt(r.ID, 36)
	pause := s.key(phrase.KeyPause, "p"+id)
	if r.Paused {
		pause = s.key(phrase.KeyResume, "r"+id)
	}
	parts := []message.Part{{Text: render.Line(taskOf(r.Plan)), Style: message.Bold}, {Text: "\n" + reminderLine(r)}}
	return parts, [][]message.Key{
		{s.key(phrase.KeyTimes, "t"+id), pause},
		{s.key(phrase.KeyDelete, "d"+id), s.key(phrase.KeyList, "0")},
	}
}

// openReminder shows one reminder of the chat, from a deep link.
func (b *Bot) openReminder(t *turn, link string) error {
	id, err := strconv.ParseInt(link, 36, 64)
	if err != nil {
		t.tell(phrase.LinkUnknown)
		return nil
	}
	r, ok, err := b.reminder(t, id)
	if err != nil {
		return err
	}
	if !ok {
		t.tell(phrase.ReminderGone)
		return nil
	}
	parts, keys := onePage(t.deal("rem", 0), r)
	t.say(parts, keys...)
	return nil
}

func (b *Bot) sendCalendar(t *turn) error {
	var file []byte
	err := b.cfg.Store.View(func(tx *store.Tx) (err error) {
		if x, ok := b.cfg.Reminders.(Exporter); ok {
			file, err = x.Calendar(tx, t.u.Chat.ID, t.now)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(file) == 0 {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	r := t.tell(phrase.CalendarSent)
	r.Media = &message.Media{Name: "loi-nhac.ics", Type: "text/calendar", Bytes: file}
	r.Callback = t.u.Callback
	return nil
}

// FiredKeys returns the buttons under a message of a reminder that fired, and
// keeps within tx what they need.
func (b *Bot) FiredKeys(tx *store.Tx, f Fired) ([][]message.Key, error) {
	t := &turn{b: b, now: b.cfg.Clock()}
	t.u.Chat.ID = f.Chat
	s := t.deal("fired", f)
	if t.err != nil {
		return nil, t.err
	}
	return firedKeys(s), cardTable.Put(tx, s.id, s.card)
}

// pressFired handles the buttons under a reminder that fired.
func (b *Bot) pressFired(t *turn, s *stack, action string) error {
	f := body[Fired](t, s)
	if t.err != nil || b.cfg.Reminders == nil {
		return t.err
	}
	f.Chat = t.u.Chat.ID
	if ok, err := b.mayTurnOff(t, f, action); err != nil || !ok {
		t.notice(phrase.ButtonNotAllowed)
		return err
	}
	t.effect(func(tx *store.Tx) error {
		acted, err := b.cfg.Reminders.Act(tx, f, action, t.u.From, t.now)
		if err != nil {
			return err
		}
		if len(acted.Parts) == 0 {
			t.notice(acted.Notice)
			return nil
		}
		var keys [][]message.Key
		if acted.Keep {
			keys = append(moreKeys(s, acted.More), firedKeys(s)...)
		}
		r := t.edit(acted.Parts, keys...)
		r.Callback, r.Notice = t.u.Callback, acted.Notice
		return nil
	})
	return nil
}

// mayTurnOff reports whether the person may press a button: in a group only the
// one who asked for a reminder and editors turn it off.
func (b *Bot) mayTurnOff(t *turn, f Fired, action string) (bool, error) {
	if action != "off" || t.u.Chat.Kind == message.Private || t.may(Editor) {
		return true, nil
	}
	r, ok, err := b.reminder(t, f.Reminder)
	return ok && r.Person == t.u.From.ID, err
}

// moreKeys puts further buttons two in a row.
func moreKeys(s *stack, more []More) [][]message.Key {
	var rows [][]message.Key
	for i, m := range more {
		if i%2 == 0 {
			rows = append(rows, nil)
		}
		rows[i/2] = append(rows[i/2], s.key(m.Label, m.Action))
	}
	return rows
}

func firedKeys(s *stack) [][]message.Key {
	return [][]message.Key{
		{s.key(phrase.KeyDone, "done"), s.key(phrase.KeyHour, "hour")},
		{s.key(phrase.KeyMorning, "morning"), s.key(phrase.KeyOff, "off")},
	}
}
