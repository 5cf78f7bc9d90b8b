package bot

import (
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet"
)

// order is what words ask to be done with a reminder: the letter of the button
// that does it.
type order byte

const (
	orderDelete order = 'd'
	orderPause  order = 'p'
	orderResume order = 'r'
)

var orders = map[string]order{IntentDelete: orderDelete, IntentPause: orderPause, IntentResume: orderResume}

// deleteReminder handles "xóa nhắc ...".
func (b *Bot) deleteReminder(t *turn, words string) error {
	switch viet.Fold(strings.TrimSpace(words)) {
	case "het", "tat ca", "toan bo", "het di", "het nhe", "tat ca di":
		return b.askDeleteAll(t)
	}
	return b.orderByWords(t, words, orderDelete)
}

// pauseReminder handles "tạm dừng nhắc ...".
func (b *Bot) pauseReminder(t *turn, words string) error {
	if p, ok := b.changes(t, "tạm dừng nhắc "+words); ok {
		return b.changeByWords(t, p.Task, "", p)
	}
	return b.orderByWords(t, words, orderPause)
}

// changes reads an order that moves a reminder by a length or gives it another
// task.
func (b *Bot) changes(t *turn, text string) (Plan, bool) {
	if b.cfg.Reminders == nil || len(text) > maxOrder {
		return Plan{}, false
	}
	p, ok := b.cfg.Reminders.Read(text, t.now)
	return p, ok && p.Intent == IntentChange && (p.Move != "" || p.Rename != "")
}

// maxOrder is how long an order about a reminder may be, in bytes.
const maxOrder = 1000

// resumeReminder handles "tiếp tục nhắc ...".
func (b *Bot) resumeReminder(t *turn, words string) error {
	return b.orderByWords(t, words, orderResume)
}

// changeReminder handles "đổi nhắc họp sang 9h thứ tư".
func (b *Bot) changeReminder(t *turn, rest string) error {
	if p, ok := b.changes(t, "đổi nhắc "+rest); ok {
		return b.changeByWords(t, p.Task, "", p)
	}
	words, times := splitChange(rest)
	return b.changeByWords(t, words, times, Plan{})
}

// pointed finds the reminders that words or a number of the list point at; done
// reports that there is nothing to choose from, or nothing said to choose by, and
// that the person has been told.
func (b *Bot) pointed(t *turn, words string) (found []Reminder, done bool, err error) {
	if b.cfg.Reminders == nil {
		t.tell(phrase.NoReminders)
		return nil, true, nil
	}
	list, err := b.reminders(t)
	switch {
	case err != nil:
		return nil, true, err
	case len(list) == 0:
		t.tell(phrase.NoReminderYet)
		return nil, true, nil
	case strings.TrimSpace(words) == "":
		return nil, true, b.listReminders(t, nil, 0)
	}
	if n, ok := numberOf(words); ok && n <= len(list) {
		return list[n-1 : n], false, nil
	} else if ok {
		t.tell(phrase.NoReminderNumber(n, len(list)))
		return nil, true, b.listReminders(t, nil, 0)
	}
	if found = matching(list, words); len(found) == 0 {
		p, ok := b.cfg.Reminders.Read("xóa nhắc "+words, t.now) // without words of time
		if ok && p.Task != "" && strings.Contains(viet.Fold(words), viet.Fold(p.Task)) {
			found = matching(list, p.Task)
		}
	}
	if n, ok := numberOf(strings.TrimPrefix(viet.Fold(words), "thu ")); len(found) == 0 && ok && n <= len(list) {
		found = list[n-1 : n]
	}
	if len(found) != 1 {
		return found, true, b.chooseReminder(t, found, list)
	}
	return found, false, nil
}

// orderByWords deletes, pauses or resumes the reminder that words point at.
func (b *Bot) orderByWords(t *turn, words string, o order) error {
	found, done, err := b.pointed(t, words)
	if done || err != nil {
		return err
	}
	r := found[0]
	if !b.mayChange(t, r) {
		t.tell(phrase.ButtonNotAllowed)
		return nil
	}
	if o == orderDelete {
		t.effect(func(tx *store.Tx) error {
			_, err := b.cfg.Reminders.Delete(tx, t.u.Chat.ID, r.ID)
			return err
		})
		s := t.dealOwn("rem-undo", r)
		t.tell(phrase.ReminderDeleted(render.Line(taskOf(r.Plan))), []message.Key{s.key(phrase.KeyUndo, "undo")})
		return nil
	}
	return b.pause(t, r, o == orderPause)
}

// pause stops a reminder or lets it go on, and shows it as it is then.
func (b *Bot) pause(t *turn, r Reminder, paused bool) error {
	t.effect(func(tx *store.Tx) error {
		_, err := b.cfg.Reminders.Pause(tx, t.u.Chat.ID, r.ID, paused, t.now)
		if err != nil {
			return err
		}
		list, err := b.cfg.Reminders.List(tx, t.u.Chat.ID)
		for _, kept := range list {
			if kept.ID == r.ID {
				r = kept
			}
		}
		parts, keys := onePage(t.deal("rem", 0), r)
		t.say(parts, keys...)
		return err
	})
	return nil
}

// changeByWords gives the reminder that words point at other times, typed or
// already read; without any it is shown.
func (b *Bot) changeByWords(t *turn, words, times string, to Plan) error {
	if to.Move != "" && words == "" {
		return b.moveOnly(t, to)
	}
	found, done, err := b.pointed(t, words)
	if done || err != nil {
		return err
	}
	r := found[0]
	if to.Rename != "" || to.Move != "" {
		return b.changePart(t, r, to)
	}
	ok := len(to.Next) > 0 || to.Clarify != ""
	if times == "" && to.Text != "" {
		_, times = splitChange(to.Text)
	}
	if times != "" {
		to, ok = b.newTimes(t, r.Plan, times)
	}
	if !ok {
		parts, keys := onePage(t.deal("rem", 0), r)
		t.say(parts, keys...)
		return nil
	}
	return b.rePlan(t, r, to)
}

// moveOnly moves the one reminder there is, or asks which one is meant.
func (b *Bot) moveOnly(t *turn, to Plan) error {
	mine, err := b.changeable(t)
	switch {
	case err != nil:
		return err
	case len(mine) == 0:
		t.tell(phrase.NoReminderYet)
		return nil
	case len(mine) > 1:
		return b.chooseReminder(t, mine, mine)
	}
	return b.changePart(t, mine[0], to)
}

// changePart moves a reminder by a length, or gives it another task, and leaves
// the rest of it.
func (b *Bot) changePart(t *turn, r Reminder, to Plan) error {
	if !b.mayChange(t, r) {
		t.tell(phrase.ButtonNotAllowed)
		return nil
	}
	p, ok := r.Plan, false
	if known, can := b.cfg.Reminders.(Retimer); can {
		p = known.Upcoming(p, t.now)
		ok = len(p.Next) > 0
		if to.Move != "" {
			p, ok = known.Retime(p, to.Move, t.now)
		}
	}
	if !ok {
		parts, keys := onePage(t.deal("rem", 0), r)
		t.say(parts, keys...)
		return nil
	}
	if to.Rename != "" {
		p.Task = to.Rename
	}
	p.Intent = IntentCreate
	return b.readBack(t, planned{Plan: p, Replace: r.ID}, false)
}

// mayChange reports whether the person may change a reminder: in a group only the
// one who asked for it and editors.
func (b *Bot) mayChange(t *turn, r Reminder) bool {
	return t.u.Chat.Kind == message.Private || r.Person == t.u.From.ID || t.may(Editor)
}

// saysAll reports whether words ask for all reminders: "hết", "tất cả", "toàn bộ".
func saysAll(words string) bool {
	f := " " + viet.Fold(words) + " "
	for _, w := range []string{" het ", " tat ca ", " toan bo "} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// askDeleteAll asks before every reminder that the person may delete goes.
func (b *Bot) askDeleteAll(t *turn) error {
	mine, err := b.changeable(t)
	if err != nil {
		return err
	}
	if len(mine) == 0 {
		t.tell(phrase.NoReminderYet)
		return nil
	}
	s := t.dealOwn("rem-all", len(mine))
	t.tell(phrase.DeleteAllAsk(len(mine)), []message.Key{s.key(phrase.KeyErase, "yes"), s.key(phrase.KeyKeep, "no")})
	return nil
}

func (b *Bot) changeable(t *turn) (mine []Reminder, err error) {
	if b.cfg.Reminders == nil {
		return nil, nil
	}
	list, err := b.reminders(t)
	for _, r := range list {
		if b.mayChange(t, r) {
			mine = append(mine, r)
		}
	}
	return mine, err
}

// pressDeleteAll deletes the reminders, or keeps them.
func (b *Bot) pressDeleteAll(t *turn, s *stack, action string) error {
	t.drop(s)
	words := phrase.AllKept
	if action == "yes" {
		mine, err := b.changeable(t)
		if err != nil {
			return err
		}
		t.effect(func(tx *store.Tx) error {
			for _, r := range mine {
				if _, err := b.cfg.Reminders.Delete(tx, t.u.Chat.ID, r.ID); err != nil {
					return err
				}
			}
			return nil
		})
		words = phrase.AllDeleted(len(mine))
	}
	t.edit([]message.Part{{Text: words}}).Callback = t.u.Callback
	return nil
}

// pressUndelete keeps a deleted reminder again, once: the card is dropped with it.
func (b *Bot) pressUndelete(t *turn, s *stack, _ string) error {
	r := body[Reminder](t, s)
	if t.err != nil || b.cfg.Reminders == nil {
		return t.err
	}
	t.effect(func(tx *store.Tx) error {
		if !cardTable.Has(tx, s.id) {
			return nil
		}
		if err := cardTable.Delete(tx, s.id); err != nil {
			return err
		}
		id, err := b.cfg.Reminders.Add(tx, r)
		if err != nil {
			t.notice(phrase.ReminderGone)
			return nil
		}
		_, err = b.cfg.Reminders.Pause(tx, t.u.Chat.ID, id, r.Paused, t.now)
		t.edit([]message.Part{{Text: phrase.Undeleted + "\n"}, {Text: reminderLine(r)}, {Text: "\n" + phrase.Task(render.Line(taskOf(r.Plan)))}}).Callback = t.u.Callback
		return err
	})
	return nil
}

// numberOf reads "số 2" or "2" as the number of a reminder in the list.
func numberOf(words string) (n int, ok bool) {
	f := strings.TrimSpace(viet.Fold(words))
	for _, w := range []string{"loi nhac ", "viec ", "so ", "#"} {
		f = strings.TrimSpace(strings.TrimPrefix(f, w))
	}
	n, err := strconv.Atoi(f)
	return n, err == nil && n > 0 && n < 1000
}

// splitChange parts "họp sang 9h thứ tư" into the task and the new times.
func splitChange(s string) (task, times string) {
	fields := strings.Fields(s)
	for i, w := range fields {
		if viet.HasMarks(w) && !markedAs(w, viet.Fold(w)) {
			continue // "sáng"
		}
		switch viet.Fold(w) {
		case "sang", "thanh", "qua", "vao":
			return strings.Join(fields[:i], " "), strings.Join(fields[i+1:], " ")
		}
	}
	return s, ""
}

// matching returns the reminders whose task has all the words.
func matching(list []Reminder, words string) (found []Reminder) {
	want := strings.Fields(viet.Fold(words))
	for _, r := range list {
		task := " " + strings.Join(strings.Fields(viet.Fold(r.Plan.Task)), " ") + " "
		all := len(want) > 0
		for _, w := range want {
			all = all && strings.Contains(task, " "+w+" ")
		}
		if all {
			found = append(found, r)
		}
	}
	return found
}
func (b *Bot) chooseReminder(t *turn, found, list []Reminder) error {
	words := phrase.WhichReminder
	if len(found) == 0 {
		found, words = list, phrase.NoSuchReminder
	}
	s := t.deal("rem", 0)
	var rows [][]message.Key
	for _, r := range found[:min(len(found), remindersPage)] {
		rows = append(rows, []message.Key{s.key(render.Short(render.Line(taskOf(r.Plan)), 60), "o"+strconv.FormatInt(r.ID, 36))})
	}
	t.tell(words, rows...)
	return nil
}

func (b *Bot) rePlan(t *turn, r Reminder, p Plan) error {
	if !b.mayChange(t, r) {
		t.tell(phrase.ButtonNotAllowed)
		return nil
	}
	p.Task, p.Intent = r.Plan.Task, IntentCreate
	return b.readBack(t, planned{Plan: p, Replace: r.ID}, false)
}
