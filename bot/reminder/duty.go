package reminder

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// overdueDays is for how many days after a deadline it is still told daily.
const overdueDays = 7

// usualDays are the days before a deadline on which it is told, where its table
// names none.
var usualDays = []int{7, 3, 1, 0}

// Countdown is the schedule of a deadline: at 08:00 on the given days before it,
// then on each day after it, for a while.
type Countdown struct {
	Due  time.Time `json:"due"`
	Days []int     `json:"days"`
}

// countdown returns the schedule of a deadline; ok is false if its date cannot
// be read.
func countdown(d corpus.Deadline) (Countdown, bool) {
	at, err := time.Parse(time.RFC3339, d.Due)
	if err != nil {
		p, err := corpus.ParsePeriod(d.Due)
		if err != nil || p.Kind != corpus.Day {
			return Countdown{}, false
		}
		at = p.First().Add(17 * time.Hour) // a day without an hour ends with its working hours
	}
	days := d.DaysBefore
	if len(days) == 0 {
		days = usualDays
	}
	return Countdown{Due: at.In(corpus.Zone), Days: days}, true
}

// Next returns the next morning on which the deadline is told.
func (c Countdown) Next(after time.Time, _ Calendar) (time.Time, bool) {
	var all []time.Time
	for _, n := range c.Days {
		all = append(all, eightOn(c.Due, -n))
	}
	for n := 1; n <= overdueDays; n++ {
		all = append(all, eightOn(c.Due, n))
	}
	slices.SortFunc(all, time.Time.Compare)
	i := slices.IndexFunc(all, func(t time.Time) bool { return t.After(after) })
	if i < 0 {
		return time.Time{}, false
	}
	return all[i], true
}

// eightOn returns 08:00 of the day that lies some days from t.
func eightOn(t time.Time, days int) time.Time {
	y, m, d := t.In(corpus.Zone).Date()
	return time.Date(y, m, d+days, 8, 0, 0, 0, corpus.Zone)
}

// SyncDuties brings the duties of every subscribed chat in line with the table
// of deadlines: new ones are added, changed dates moved, dropped ones taken away.
// A deadline whose Who names a chat, by title or number, goes to that chat alone.
func SyncDuties(tx *store.Tx, deadlines []corpus.Deadline, now time.Time, cal Calendar) error {
	chats, had, err := subscribers(tx)
	if err != nil {
		return err
	}
	for _, chat := range chats {
		for _, d := range deadlines {
			if !concerns(d, chat, chats) {
				continue
			}
			key := dutyKey(chat.ID, d.ID)
			if err := syncDuty(tx, chat, d, had[key], now, cal); err != nil {
				return fmt.Errorf("deadline %s: %w", d.ID, err)
			}
			delete(had, key)
		}
	}
	for _, r := range had {
		if err := remove(tx, r); err != nil {
			return err
		}
	}
	return nil
}

func dutyKey(chat int64, deadline string) string { return fmt.Sprintf("%d/%s", chat, deadline) }

// subscribers returns the chats with a digest and the duties that there are.
func subscribers(tx *store.Tx) ([]message.Chat, map[string]Row, error) {
	var chats []message.Chat
	duties := map[string]Row{}
	for _, r := range rows.Range(tx, nil, nil) {
		switch r.Kind {
		case Digest:
			chats = append(chats, r.Chat)
		case Duty:
			duties[dutyKey(r.Chat.ID, r.Task)] = r
		}
	}
	slices.SortFunc(chats, func(a, b message.Chat) int { return cmp.Compare(a.ID, b.ID) })
	return chats, duties, nil
}

// concerns reports whether a deadline is told in a chat.
func concerns(d corpus.Deadline, chat message.Chat, all []message.Chat) bool {
	named := func(c message.Chat) bool {
		return c.Title != "" && viet.Fold(c.Title) == viet.Fold(strings.TrimSpace(d.Who)) || fmt.Sprint(c.ID) == strings.TrimSpace(d.Who)
	}
	return named(chat) || !slices.ContainsFunc(all, named)
}

func syncDuty(tx *store.Tx, chat message.Chat, d corpus.Deadline, was Row, now time.Time, cal Calendar) error {
	c, ok := countdown(d)
	if !ok {
		if was.ID != 0 {
			return remove(tx, was)
		}
		return nil
	}
	raw, err := json.Marshal(c)
	if err != nil {
		return err
	}
	r := was
	r.Kind, r.Chat, r.Task, r.Schedule = Duty, chat, d.ID, raw
	r.Plan = bot.Plan{Task: d.What, Text: d.Who}
	if was.ID != 0 && string(was.Schedule) == string(raw) && was.Plan.Task == d.What && was.Plan.Text == d.Who {
		return nil
	}
	r.Next = time.Time{}
	if next, ok := c.Next(now, cal); ok && !r.Paused {
		r.Next = next
	}
	if was.ID != 0 {
		return put(tx, r, &was)
	}
	r.At = now
	_, err = create(tx, r)
	return err
}

// dones keeps who has confirmed a duty: chat, person, deadline -> person.
var dones = store.NewTable[message.Person]("duties_done")

func doneKey(chat, person int64, deadline string) []byte {
	return store.Key(store.Int(chat), store.Int(person), []byte(deadline))
}

// done returns who has confirmed a duty in a chat, in order of their ids.
func done(tx *store.Tx, chat int64, deadline string) []message.Person {
	var people []message.Person
	for key, p := range dones.Range(tx, store.Int(chat), after(chat)) {
		if string(key[16:]) == deadline {
			people = append(people, p)
		}
	}
	return people
}

// owing returns the units or people that a duty names; none if it names one
// party or nobody.
func owing(who string) []string {
	list := strings.FieldsFunc(who, func(r rune) bool { return r == ';' || r == ',' })
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// actDuty books a confirmation, or turns a duty off. In a private chat a
// confirmed duty is over; in a group the message counts who has confirmed.
func (b *Book) actDuty(tx *store.Tx, r Row, action string, by message.Person, now time.Time) (bot.Acted, error) {
	if action == "off" {
		was := r
		r.Paused, r.Next = true, time.Time{}
		return bot.Acted{Notice: phrase.OffNotice, Parts: parts(phrase.TaskOff(render.Line(r.Plan.Task)))}, put(tx, r, &was)
	}
	if err := dones.Put(tx, doneKey(r.Chat.ID, by.ID, r.Task), message.Person{ID: by.ID, Name: by.Name}); err != nil {
		return bot.Acted{}, err
	}
	if r.Chat.Kind == message.Private {
		was := r
		r.Next = time.Time{}
		return bot.Acted{Notice: phrase.DoneNotice, Parts: parts(phrase.TaskDone(render.Line(r.Plan.Task)))}, put(tx, r, &was)
	}
	people := done(tx, r.Chat.ID, r.Task)
	said, err := dutyParts(r, people, now)
	if err != nil {
		return bot.Acted{}, err
	}
	keep := true
	if all := owing(r.Plan.Text); len(all) > 0 && len(people) >= len(all) {
		was := r
		r.Next, keep = time.Time{}, false
		if err := put(tx, r, &was); err != nil {
			return bot.Acted{}, err
		}
	}
	return bot.Acted{Notice: phrase.DoneNotice, Parts: said, Keep: keep}, nil
}

// dutyParts says a duty with its deadline, who owes it and who has confirmed.
func dutyParts(r Row, people []message.Person, now time.Time) ([]message.Part, error) {
	var c Countdown
	if err := json.Unmarshal(r.Schedule, &c); err != nil {
		return nil, fmt.Errorf("deadline %s: %w", r.Task, err)
	}
	days := int(eightOn(c.Due, 0).Sub(eightOn(now, 0)).Hours() / 24)
	said := []message.Part{
		{Text: phrase.DutyHead(days) + "\n", Style: message.Bold},
		{Text: phrase.DutyBody(render.Clean(r.Plan.Task), phrase.Moment(c.Due), render.Line(r.Plan.Text))},
	}
	if len(people) > 0 {
		var names []string
		for _, p := range people {
			names = append(names, render.Line(cmp.Or(p.Name, p.Username, fmt.Sprint(p.ID))))
		}
		said = append(said, message.Part{Text: "\n" + phrase.DutyDone(len(people), len(owing(r.Plan.Text)), names)})
	}
	return said, nil
}
