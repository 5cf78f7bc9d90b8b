package reminder

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet"
)

// Confirmed says that a party has done its duty.
type Confirmed struct {
	Party string         `json:"party"` // as the table names it; empty: the person stands for themself
	By    message.Person `json:"by"`
	At    time.Time      `json:"at"`
}

func (c Confirmed) name() string {
	return render.Line(cmp.Or(c.Party, c.By.Name, c.By.Username, fmt.Sprint(c.By.ID)))
}

var (
	// dones keeps who has confirmed: chat, deadline, 0, party or person -> that.
	dones = store.NewTable[Confirmed]("duties_done")
	// stands keeps for whom a person confirms in a chat: chat, person -> party.
	stands = store.NewTable[string]("duties_stands")
)

func doneKey(chat int64, deadline, party string) []byte {
	return store.Key(store.Int(chat), []byte(deadline), []byte{0}, []byte(party))
}

// done returns who has confirmed a duty in a chat, in order of time.
func done(tx *store.Tx, chat int64, deadline string) []Confirmed {
	var list []Confirmed
	end := store.Key(store.Int(chat), []byte(deadline), []byte{1})
	for _, c := range dones.Range(tx, doneKey(chat, deadline, ""), end) {
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Confirmed) int { return a.At.Compare(b.At) })
	return list
}

// parties returns the units or people that a deadline names, each once.
func parties(who string) []string {
	var list []string
	for _, p := range strings.FieldsFunc(who, func(r rune) bool { return r == ';' || r == ',' }) {
		if p = strings.Join(strings.Fields(p), " "); p != "" && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// owing returns the parties of a deadline told in a chat, if it is for each of
// them to confirm: none if it names one party or nobody.
func owing(r Row) []string {
	if list := parties(r.Plan.Text); len(list) > 1 && r.Chat.Kind != message.Private {
		return list
	}
	return nil
}

// missing returns the parties that have not confirmed.
func missing(all []string, confirmed []Confirmed) []string {
	return slices.DeleteFunc(slices.Clone(all), func(p string) bool {
		return slices.ContainsFunc(confirmed, func(c Confirmed) bool { return c.Party == p })
	})
}

// complete reports whether nobody owes the duty of a chat any more.
func complete(r Row, confirmed []Confirmed) bool {
	if all := owing(r); len(all) > 0 {
		return len(missing(all, confirmed)) == 0
	}
	single := r.Chat.Kind == message.Private || len(parties(r.Plan.Text)) == 1
	return single && len(confirmed) > 0
}

// partyKey names a party in the data of a button.
func partyKey(party string) string {
	h := fnv.New32a()
	h.Write([]byte(party))
	return "u" + strconv.FormatUint(uint64(h.Sum32()), 36)
}

// standsFor returns the party that a person confirms for; ok is false if that
// is to be asked.
func standsFor(tx *store.Tx, r Row, by message.Person) (party string, ok bool, err error) {
	all := owing(r)
	if len(all) == 0 {
		if list := parties(r.Plan.Text); len(list) == 1 {
			return list[0], true, nil
		}
		return "", true, nil
	}
	known, _, err := stands.Lookup(tx, store.Key(store.Int(r.Chat.ID), store.Int(by.ID)))
	if err != nil || slices.Contains(all, known) {
		return known, err == nil, err
	}
	name := " " + strings.Join(strings.Fields(viet.Fold(by.Name)), " ") + " "
	for _, p := range all {
		if strings.Contains(name, " "+viet.Fold(p)+" ") {
			return p, true, nil
		}
	}
	return "", false, nil
}

// actDuty books a confirmation, or turns a duty off. In a private chat a
// confirmed duty is over; in a group the message counts who has confirmed.
func (b *Book) actDuty(tx *store.Tx, r Row, action string, by message.Person, now time.Time) (bot.Acted, error) {
	switch {
	case action == "off":
		acted := bot.Acted{Notice: phrase.OffNotice, Parts: parts(phrase.TaskOff(render.Line(r.Plan.Task)))}
		return acted, endDuty(tx, r, true)
	case action != "done":
		return b.confirmAs(tx, r, action, by, now)
	}
	party, ok, err := standsFor(tx, r, by)
	if err != nil {
		return bot.Acted{}, err
	}
	if !ok {
		return askParty(tx, r, now)
	}
	return b.confirm(tx, r, party, by, now)
}

// askParty asks for whom somebody confirms, with a button for each party that
// has not.
func askParty(tx *store.Tx, r Row, now time.Time) (bot.Acted, error) {
	confirmed := done(tx, r.Chat.ID, r.Task)
	said, err := dutyParts(r, confirmed, now)
	if err != nil {
		return bot.Acted{}, err
	}
	acted := bot.Acted{Notice: phrase.WhichParty, Parts: said, Keep: true}
	for _, p := range missing(owing(r), confirmed) {
		acted.More = append(acted.More, bot.More{Label: phrase.PartyDone(render.Short(p, 40)), Action: partyKey(p)})
	}
	return acted, nil
}

// confirmAs books a confirmation for the party of a button, and remembers that
// the person stands for it.
func (b *Book) confirmAs(tx *store.Tx, r Row, action string, by message.Person, now time.Time) (bot.Acted, error) {
	all := owing(r)
	i := slices.IndexFunc(all, func(p string) bool { return partyKey(p) == action })
	if i < 0 {
		return bot.Acted{Notice: phrase.ReminderGone}, nil
	}
	if err := stands.Put(tx, store.Key(store.Int(r.Chat.ID), store.Int(by.ID)), all[i]); err != nil {
		return bot.Acted{}, err
	}
	return b.confirm(tx, r, all[i], by, now)
}

func (b *Book) confirm(tx *store.Tx, r Row, party string, by message.Person, now time.Time) (bot.Acted, error) {
	who := cmp.Or(party, fmt.Sprint("#", by.ID))
	if !dones.Has(tx, doneKey(r.Chat.ID, r.Task, who)) {
		c := Confirmed{Party: party, By: message.Person{ID: by.ID, Name: by.Name}, At: now}
		if err := dones.Put(tx, doneKey(r.Chat.ID, r.Task, who), c); err != nil {
			return bot.Acted{}, err
		}
	}
	confirmed := done(tx, r.Chat.ID, r.Task)
	over := complete(r, confirmed)
	if over {
		if err := errors.Join(endDuty(tx, r, false), b.tellEditors(tx, r, confirmed)); err != nil {
			return bot.Acted{}, err
		}
	}
	if r.Chat.Kind == message.Private {
		return bot.Acted{Notice: phrase.DoneNotice, Parts: parts(phrase.TaskDone(render.Line(r.Plan.Task)))}, nil
	}
	said, err := dutyParts(r, confirmed, now)
	return bot.Acted{Notice: phrase.DoneNotice, Parts: said, Keep: !over}, err
}

// endDuty ends a duty in its chat, and what was put off of it.
func endDuty(tx *store.Tx, r Row, paused bool) error {
	all, err := ofChat(tx, r.Chat.ID)
	if err != nil {
		return err
	}
	for _, was := range all {
		if was.Kind != Duty || was.Task != r.Task {
			continue
		}
		over := was
		over.Paused, over.Next = over.Paused || paused, time.Time{}
		if err := put(tx, over, &was); err != nil {
			return err
		}
	}
	return nil
}

// tellEditors says once that everybody has confirmed.
func (b *Book) tellEditors(tx *store.Tx, r Row, confirmed []Confirmed) error {
	if b.Editors == nil || r.Chat.Kind == message.Private {
		return nil
	}
	editors, err := b.Editors(tx)
	if err != nil {
		return err
	}
	for _, chat := range editors {
		row := outbox.Row{
			Key: fmt.Sprintf("confirmed/%s/%d/%d", r.Task, r.Chat.ID, chat.ID), Class: outbox.Reminder, Due: confirmed[len(confirmed)-1].At,
			Reply: message.Reply{Chat: chat, Parts: parts(phrase.AllConfirmed(render.Line(r.Plan.Task), render.Line(r.Chat.Title), names(confirmed)))},
		}
		if _, err := outbox.Add(tx, row); err != nil {
			return err
		}
	}
	return nil
}

func names(confirmed []Confirmed) []string {
	var list []string
	for _, c := range confirmed {
		list = append(list, c.name())
	}
	return list
}

// againDuty tells a duty once more at an instant, with its count as it is then.
func againDuty(tx *store.Tx, r Row, at, now time.Time) (bot.Acted, error) {
	var c Countdown
	if err := json.Unmarshal(r.Schedule, &c); err != nil {
		return bot.Acted{}, fmt.Errorf("deadline %s: %w", r.Task, err)
	}
	c.Again = at
	raw, err := json.Marshal(c)
	if err != nil {
		return bot.Acted{}, fmt.Errorf("deadline %s: %w", r.Task, err)
	}
	row := Row{Kind: Duty, Again: true, Chat: r.Chat, Task: r.Task, Plan: r.Plan, Schedule: raw, Next: at, At: now}
	if _, err := create(tx, row); err != nil {
		return bot.Acted{}, err
	}
	said := phrase.Moment(at)
	acted := bot.Acted{Notice: phrase.AgainNotice(said), Parts: parts(phrase.TaskAgain(render.Line(r.Plan.Task), said))}
	if r.Chat.Kind != message.Private {
		acted.Keep = true
		acted.Parts, err = dutyParts(r, done(tx, r.Chat.ID, r.Task), now)
	}
	return acted, err
}

// dutyParts says a duty with its deadline, who has confirmed and who has not.
func dutyParts(r Row, confirmed []Confirmed, now time.Time) ([]message.Part, error) {
	var c Countdown
	if err := json.Unmarshal(r.Schedule, &c); err != nil {
		return nil, fmt.Errorf("deadline %s: %w", r.Task, err)
	}
	all := owing(r)
	who := ""
	if len(all) == 0 {
		who = render.Line(r.Plan.Text)
	}
	said := []message.Part{
		{Text: phrase.DutyHead(c.daysLeft(now)) + "\n", Style: message.Bold},
		{Text: phrase.DutyBody(render.Short(render.Clean(r.Plan.Task), maxSaid), phrase.Moment(c.Due), who)},
	}
	if len(confirmed) > 0 || len(all) > 0 {
		said = append(said, message.Part{Text: "\n" + phrase.DutyDone(len(confirmed), len(all), shortNames(names(confirmed)))})
	}
	if left := missing(all, confirmed); len(left) > 0 {
		said = append(said, message.Part{Text: "\n" + phrase.DutyLeft(shortNames(left))})
	}
	return said, nil
}

// maxSaid is how much of a task is said, in UTF-16 units.
const maxSaid = 1500

// maxNames is how many names are said.
const maxNames = 30

func shortNames(list []string) []string {
	short := make([]string, 0, min(len(list), maxNames+1))
	for _, n := range list[:min(len(list), maxNames)] {
		short = append(short, render.Short(render.Line(n), 60))
	}
	if more := len(list) - maxNames; more > 0 {
		short = append(short, phrase.AndMore(more))
	}
	return short
}
