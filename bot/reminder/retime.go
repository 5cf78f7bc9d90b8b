package reminder

import (
	"encoding/json"
	"time"

	"thiduabot/bot"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

var _ bot.Retimer = (*Book)(nil)

// Retime changes the hour of a plan and leaves its days, gives it other days at
// its own hour, or moves it by a length; ok is false where the text names a day
// and an hour, or none of them.
func (b *Book) Retime(p bot.Plan, text string, now time.Time) (bot.Plan, bool) {
	var r Recurrence
	if len(p.Schedule) == 0 || json.Unmarshal(p.Schedule, &r) != nil || r.Unit == Hourly || r.Unit == Minutely {
		return bot.Plan{}, false
	}
	if moved, ok := b.postpone(p, r, text, now); ok {
		return moved, true
	}
	at, doubt, ok := hourAlone(text, now, b.Days())
	if !ok {
		q, ok := b.dayAlone(r, text, now)
		q.Task, q.Intent = p.Task, bot.IntentCreate
		return q, ok
	}
	if r.Unit == Once && len(r.More) > 0 && len(at) > 1 {
		return bot.Plan{}, false
	}
	p.Moved = time.Time{}
	if doubt != "" {
		return b.retimeDoubt(p, text, doubt, now), true
	}
	if !r.at(at) {
		return bot.Plan{}, false
	}
	p.Clarify, p.Choices, p.Said = "", nil, r.Said()
	if p.Next = r.Upcoming(now, 5, b.Days()); len(p.Next) == 0 {
		p.Clarify = askPast(r.Start)
	}
	p.Schedule, _ = json.Marshal(r)
	p.Rule = r.Rule()
	return p, true
}

// retimeDoubt asks which half of the day an hour is of; either answer is an hour
// alone again.
func (b *Book) retimeDoubt(p bot.Plan, text, doubt string, now time.Time) bot.Plan {
	p.Clarify, p.Choices, p.Next, p.Text = doubt, nil, nil, text
	for _, part := range []string{"sáng", "chiều", "tối"} {
		at, doubt, ok := hourAlone(text+" "+part, now, b.Days())
		if ok && doubt == "" && len(p.Choices) < 2 {
			p.Choices = append(p.Choices, bot.Choice{Label: saidClock(at[0]), Text: text + " " + part})
		}
	}
	return p
}

// hourAlone reads a text that names times of day and nothing else.
func hourAlone(text string, now time.Time, cal Calendar) (at []TimeOfDay, doubt string, ok bool) {
	if decoded, ok := viet.Decode(text); ok {
		text = decoded
	}
	b := newBuilder("nhắc lúc "+text, now.In(corpus.Zone), cal)
	b.recognize()
	b.scan()
	if len(b.clocks) == 0 && b.part == "" || len(b.days)+len(b.dates)+len(b.offsets) > 0 || b.recurring || b.after.n > 0 || b.task() != "" {
		return nil, "", false
	}
	at = b.hours()
	return at, b.doubt, true
}

// at gives the recurrence other times of day; days, phase and bounds stay. It
// reports false where all its times are lengths before a deadline.
func (r *Recurrence) at(at []TimeOfDay) bool {
	if len(r.Offsets) > 0 {
		changed := false
		for i := range r.Offsets {
			if r.Offsets[i].Exact == 0 {
				r.Offsets[i].At, changed = at[0], true
			}
		}
		return changed && len(at) == 1
	}
	r.Start = at[0].on(r.Start)
	if r.Unit != Once {
		r.At = at
		return true
	}
	for i := range r.More {
		r.More[i] = at[0].on(r.More[i])
	}
	for _, t := range at[1:] {
		r.More = append(r.More, t.on(r.Start))
	}
	return true
}
