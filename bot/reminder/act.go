package reminder

import (
	"encoding/json"
	"fmt"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// acts remembers which buttons were pressed, so that pressing twice does
// nothing twice: reminder, instant, chat, action -> the one who pressed.
var acts = store.NewTable[message.Person]("reminders_acts")

func actKey(f bot.Fired, action string) []byte {
	return store.Key(store.Int(f.Reminder), store.Instant(f.Due), store.Int(f.Chat), []byte(action))
}

// Act does what the button of a fired reminder says: "done", "hour" (again in an
// hour), "morning" (again tomorrow morning) or "off".
func (b *Book) Act(tx *store.Tx, f bot.Fired, action string, by message.Person, now time.Time) (bot.Acted, error) {
	r, ok, err := rows.Lookup(tx, store.Int(f.Reminder))
	if err != nil {
		return bot.Acted{}, err
	}
	if !ok {
		return bot.Acted{Notice: phrase.ReminderGone}, nil
	}
	if r.Kind == Duty && action != "hour" && action != "morning" {
		return b.actDuty(tx, r, action, by, now)
	}
	if _, pressed, err := acts.Lookup(tx, actKey(f, action)); pressed || err != nil {
		return bot.Acted{Notice: phrase.PressedAlready}, err
	}
	if err := acts.Put(tx, actKey(f, action), message.Person{ID: by.ID}); err != nil {
		return bot.Acted{}, err
	}
	task := render.Line(r.Task)
	switch action {
	case "done":
		return bot.Acted{Notice: phrase.DoneNotice, Parts: parts(phrase.TaskDone(task))}, nil
	case "hour":
		return b.again(tx, r, now.Add(time.Hour), by, now)
	case "morning":
		return b.again(tx, r, morning(now), by, now)
	case "off":
		return bot.Acted{Notice: phrase.OffNotice, Parts: parts(phrase.TaskOff(task))}, remove(tx, r)
	}
	return bot.Acted{}, fmt.Errorf("act on reminder %d: unknown action %q", r.ID, action)
}

func parts(s string) []message.Part { return []message.Part{{Text: s}} }

// morning returns 08:00 of the next day.
func morning(now time.Time) time.Time {
	y, m, d := now.In(corpus.Zone).Date()
	return time.Date(y, m, d+1, 8, 0, 0, 0, corpus.Zone)
}

// again keeps one more reminder of the same task, for once.
func (b *Book) again(tx *store.Tx, r Row, at time.Time, by message.Person, now time.Time) (bot.Acted, error) {
	if r.Kind == Duty {
		return againDuty(tx, r, at, now)
	}
	raw, err := json.Marshal(Recurrence{Unit: Once, Start: at})
	if err != nil {
		return bot.Acted{}, fmt.Errorf("remind again: %w", err)
	}
	task := r.Task
	said := phrase.Moment(at)
	row := Row{Kind: Task, Chat: r.Chat, Person: by.ID, Task: task, Schedule: raw, Next: at, At: now,
		Plan: bot.Plan{Task: task, Said: said, Next: []time.Time{at}}}
	if _, err := create(tx, row); err != nil {
		return bot.Acted{}, err
	}
	return bot.Acted{Notice: phrase.AgainNotice(said), Parts: parts(phrase.TaskAgain(render.Line(task), said))}, nil
}
