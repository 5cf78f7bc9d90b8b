package bot

import (
	"cmp"
	"errors"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// planned is a plan behind its buttons. ID is 0 until it is kept, or the
// reminder whose plan it is to replace.
type planned struct {
	Plan    Plan  `json:"plan"`
	Replace int64 `json:"replace,omitempty"`
}

// remindCommand handles "nhắc ...": a new reminder, or the list.
func (b *Bot) remindCommand(t *turn, rest string) error {
	if b.cfg.Reminders == nil {
		t.tell(phrase.NoReminders)
		return nil
	}
	if rest == "" {
		t.tell(phrase.RemindWhat)
		return nil
	}
	if _, ok := b.cfg.Reminders.Read("nhắc "+rest, t.now); !ok && !strings.HasPrefix(t.u.Text, "/") {
		return b.ask(t, t.u.Text) // "nhắc lại thu ngân sách 2021"
	}
	return b.remind(t, "nhắc "+rest)
}

// remind reads a request back before it is kept, or asks what is unclear.
func (b *Bot) remind(t *turn, text string) error {
	p, ok := b.cfg.Reminders.Read(text, t.now)
	if !ok {
		t.tell(phrase.RemindWhat)
		return nil
	}
	switch {
	case p.Intent == IntentList, p.Intent == "" && len(p.Next) == 0 && asksForList(text):
		return b.listReminders(t, nil, 0)
	}
	switch p.Intent {
	case IntentDelete, IntentPause, IntentResume:
		if p.Intent == IntentDelete && p.Task == "" && saysAll(text) {
			return b.askDeleteAll(t)
		}
		return b.orderByWords(t, p.Task, orders[p.Intent])
	case IntentChange:
		return b.changeByWords(t, p.Task, "", p)
	}
	return b.readBack(t, planned{Plan: p}, false)
}

// asksForList reports whether a text without a time asks to see reminders: "cho
// xem các lời nhắc".
func asksForList(text string) bool {
	f := " " + viet.Fold(text) + " "
	at := strings.LastIndex(f, " nhac ")
	for _, w := range []string{" xem ", " danh sach ", " liet ke ", " nhung loi ", " cac loi "} {
		if i := strings.Index(f, w); i >= 0 && i < at {
			return true
		}
	}
	return false
}

// readBack says how a plan was understood and asks whether that is right.
func (b *Bot) readBack(t *turn, p planned, edit bool) error {
	p.Plan.Task = render.Short(render.Line(p.Plan.Task), maxTask)
	if p.Plan.Clarify != "" || len(p.Plan.Next) == 0 {
		return b.clarify(t, p, edit)
	}
	s := t.dealOwn("plan", p)
	parts := planParts(p.Plan)
	keys := []message.Key{s.key(phrase.KeyRight, "yes"), s.key(phrase.KeyTimes, "times"), s.key(phrase.KeyCancel, "no")}
	t.wait("plan", keys[0].Data)
	if edit {
		t.edit(parts, keys).Callback = t.u.Callback
		return nil
	}
	t.say(parts, keys)
	return nil
}

// maxTask is how much of a task is kept, in UTF-16 units.
const maxTask = 500

func planParts(p Plan) []message.Part {
	said := saidOf(p)
	parts := []message.Part{{Text: "⏰ " + said, Style: message.Bold}, {Text: "."}}
	if len(p.Next) > 0 {
		parts = append(parts, message.Part{Text: nextOf(said, p.Next[0])})
	}
	if p.Task != "" {
		parts = append(parts, message.Part{Text: "\n" + phrase.Task(p.Task)})
	}
	return parts
}

func saidOf(p Plan) string { return strings.TrimRight(render.Line(p.Said), ".") }

// nextOf tells when a plan fires next, after a space; day and hour are left out
// where the plan says them already.
func nextOf(said string, next time.Time) string {
	hour := strings.Contains(said, next.In(corpus.Zone).Format("15:04"))
	switch {
	case !hour:
		return " " + phrase.NextTime(render.Instant(next))
	case strings.Contains(said, render.Day(next)):
		return ""
	}
	return " " + phrase.NextTime(render.Day(next))
}

// clarify asks back, with the answers as buttons where there are any; a typed
// answer is put to the request.
func (b *Bot) clarify(t *turn, p planned, edit bool) error {
	question := render.Line(p.Plan.Clarify)
	if question == "" {
		question = phrase.WhenAsk
	}
	s := t.dealOwn("plan", p)
	var rows [][]message.Key
	for i, c := range p.Plan.Choices {
		if i < 8 {
			rows = append(rows, []message.Key{s.key(render.Short(c.Label, 60), "c"+strconv.Itoa(i))})
		}
	}
	rows = append(rows, []message.Key{s.key(phrase.KeyCancel, "no")})
	t.wait("plan-clarify", p)
	if edit {
		t.edit([]message.Part{{Text: question}}, rows...).Callback = t.u.Callback
		return nil
	}
	t.tell(question, rows...)
	return nil
}

// talkClarify puts a typed answer to the request it was asked about.
func (b *Bot) talkClarify(t *turn, text string) (bool, error) {
	p := draft[planned](t)
	if b.cfg.Reminders == nil || t.err != nil || len(text) > 200 || b.opensAnother(t, text) {
		return false, t.err
	}
	plan, ok := Plan{}, false
	if len(p.Plan.Schedule) > 0 {
		plan, ok = b.newTimes(t, p.Plan, p.Plan.Text+" "+text)
	} else {
		plan, ok = b.cfg.Reminders.Read(p.Plan.Text+" "+text, t.now)
	}
	if !ok || plan.Clarify != "" && plan.Clarify == p.Plan.Clarify {
		return false, nil
	}
	plan.Task = cmp.Or(plan.Task, p.Plan.Task)
	return true, b.readBack(t, planned{Plan: plan, Replace: p.Replace}, false)
}

// opensAnother reports whether a text is a command in words or a request of its
// own rather than an answer.
func (b *Bot) opensAnother(t *turn, text string) bool {
	_, command := b.wordCommand(t, text)
	return command
}

// talkTimes reads new times for a plan that was read back or kept.
func (b *Bot) talkTimes(t *turn, text string) (bool, error) {
	p := draft[planned](t)
	if b.cfg.Reminders == nil || t.err != nil || len(text) > 200 {
		return false, t.err
	}
	plan, ok := b.newTimes(t, p.Plan, text)
	if !ok {
		return false, nil
	}
	return true, b.readBack(t, planned{Plan: plan, Replace: p.Replace}, false)
}

// newTimes reads other times for a plan: an hour alone leaves its days as they
// are.
func (b *Bot) newTimes(t *turn, p Plan, text string) (Plan, bool) {
	if r, ok := b.cfg.Reminders.(Retimer); ok {
		if plan, ok := r.Retime(p, text, t.now); ok {
			return plan, true
		}
	}
	plan, ok := b.cfg.Reminders.Read("nhắc tôi "+text, t.now)
	if !ok || len(plan.Next) == 0 && plan.Clarify == "" {
		return Plan{}, false
	}
	plan.Task, plan.Intent = p.Task, IntentCreate
	return plan, true
}

// pressPlan keeps, changes or drops a plan that was read back.
func (b *Bot) pressPlan(t *turn, s *stack, action string) error {
	p := body[planned](t, s)
	if t.err != nil || b.cfg.Reminders == nil {
		return t.err
	}
	switch {
	case action == "no":
		t.settle()
		t.drop(s)
		words := phrase.PlanDropped
		if p.Replace != 0 {
			words = phrase.ChangeDropped
		}
		t.edit([]message.Part{{Text: words}}).Callback = t.u.Callback
		return nil
	case action == "times":
		t.wait("plan-times", p)
		t.tell(phrase.TimesAsk(p.Plan.Task)).Callback = t.u.Callback
		return nil
	case action == "yes" && p.Plan.Clarify == "" && len(p.Plan.Next) > 0:
		return b.keepPlan(t, s, p)
	}
	if n, ok := strings.CutPrefix(action, "c"); ok {
		i, err := strconv.Atoi(n)
		if err == nil && i >= 0 && i < len(p.Plan.Choices) {
			return b.chosen(t, p, p.Plan.Choices[i])
		}
	}
	t.notice(phrase.ButtonUnknown)
	return nil
}

func (b *Bot) chosen(t *turn, p planned, c Choice) error {
	plan, ok := b.newTimes(t, p.Plan, c.Text)
	if len(p.Plan.Schedule) == 0 {
		plan, ok = b.cfg.Reminders.Read(c.Text, t.now)
		plan.Task = cmp.Or(plan.Task, p.Plan.Task)
	}
	if !ok {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	return b.readBack(t, planned{Plan: plan, Replace: p.Replace}, true)
}

// keepPlan keeps a plan once: the card is dropped with it. A plan whose first
// instant has passed meanwhile is read again.
func (b *Bot) keepPlan(t *turn, s *stack, p planned) error {
	if !p.Plan.Next[0].After(t.now) {
		plan, ok := b.cfg.Reminders.Read(p.Plan.Text, t.now)
		if !ok {
			t.notice(phrase.ButtonUnknown)
			return nil
		}
		return b.readBack(t, planned{Plan: plan, Replace: p.Replace}, true)
	}
	t.settle()
	r := Reminder{Chat: t.u.Chat, Person: t.u.From.ID, Plan: p.Plan, Next: p.Plan.Next[0], At: t.now}
	t.effect(func(tx *store.Tx) error {
		words := phrase.PlanKept
		if p.Replace != 0 {
			words = phrase.PlanChanged
		}
		said := append([]message.Part{{Text: words + "\n"}}, planParts(p.Plan)...)
		err := b.writePlan(t, tx, s, r, p.Replace)
		if errors.Is(err, ErrTooMany) {
			said, err = []message.Part{{Text: phrase.TooManyReminders}}, nil
		}
		t.edit(said).Callback = t.u.Callback
		return err
	})
	return nil
}

// writePlan adds or replaces a reminder, unless the card is gone: then it was
// done before.
func (b *Bot) writePlan(t *turn, tx *store.Tx, s *stack, r Reminder, replace int64) error {
	if !cardTable.Has(tx, s.id) {
		return nil
	}
	if err := cardTable.Delete(tx, s.id); err != nil {
		return err
	}
	if replace == 0 {
		_, err := b.cfg.Reminders.Add(tx, r)
		return err
	}
	_, err := b.cfg.Reminders.Replan(tx, t.u.Chat.ID, replace, r.Plan, t.now)
	return err
}

// drop forgets a card whose deed is done.
func (t *turn) drop(s *stack) {
	t.effect(func(tx *store.Tx) error { return cardTable.Delete(tx, s.id) })
}
