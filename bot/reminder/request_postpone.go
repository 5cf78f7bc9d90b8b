package reminder

import (
	"encoding/json"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// postponement is what a request wants a reminder moved by.
type postponement struct {
	by    length
	early bool // "sớm hơn 30 phút"
	pause bool // "tạm dừng 1 tuần": no instant until then
	text  string
}

// earlierWords and laterWords stand before the length that a reminder is moved by.
// The lists were chosen by hand.
var (
	earlierWords = []string{"sớm hơn", "sớm lên", "sớm", "lên trước", "lên sớm", "lên", "trước"}
	laterWords   = []string{"lại thêm", "lại sau", "lại", "thêm", "xuống", "sau", "chậm lại", "chậm", "muộn hơn", "muộn", "lui lại", "lui", "trong vòng", "trong"}
)

// movers are verbs that move a reminder by a length where no reminder is named:
// "lùi lại 2 tiếng", "hoãn thêm 1 ngày".
var movers = []string{"lùi lịch", "lùi giờ", "dời lịch", "dời giờ", "trì hoãn", "tạm hoãn", "lùi", "hoãn", "dời", "đẩy"}

// postponed reads the length at the end of an order about a reminder, from token
// i on, and takes its words out of the task.
func (b *builder) postponed(i int, pause bool) bool {
	end := b.Len()
	for end > i && (b.used[end-1] || b.politeEnd(end) < end) {
		end = min(end-1, max(b.politeEnd(end), i))
	}
	for ; i < end; i++ {
		j := b.SeqAny(i, earlierWords...)
		early := j > i
		if !early {
			j = b.SeqAny(i, laterWords...)
		}
		n, unit, k := b.Length(j)
		if b.Is(k, "sau", "nữa") && k > j && k == end-1 {
			k++
		}
		if k != end || k == j || n < 1 {
			continue
		}
		text, _, _ := b.Text(i, k)
		b.move = postponement{by: length{n, unit}, early: early, pause: pause, text: text}
		b.take(i, b.Len(), false)
		return true
	}
	return false
}

// said returns the words that Retime takes for the postponement.
func (m postponement) said() string {
	switch {
	case m.by.n == 0:
		return ""
	case m.pause:
		return likewise(m.text, "tạm dừng ") + m.text
	}
	return likewise(m.text, "lùi ") + m.text
}

// renamed reports whether a change gives a reminder another task and no time.
func (b *builder) renamed() bool {
	return b.renameAt > 0 && (b.renames || !b.hasTime())
}

// renaming returns the new task and takes it out of the old one.
func (b *builder) renaming() string {
	if b.renameAt == 0 {
		return ""
	}
	text, _, _ := b.Text(b.renameAt+1, b.Len())
	b.take(b.renameAt, b.Len(), false)
	return trimTask(text)
}

// movedAlone reads a text that is nothing but "lùi lại 2 tiếng".
func (b *builder) movedAlone() bool {
	i := b.politeAhead()
	j := b.SeqAny(i, movers...)
	if j == i {
		return false
	}
	if !b.postponed(j, false) {
		return false
	}
	for k := i; k < b.Len(); k++ {
		if k >= j && !b.used[k] {
			b.move = postponement{}
			clear(b.used)
			return false
		}
	}
	b.take(0, j, false)
	b.intent = Change
	return true
}

// postpone moves a plan by the length that a text is nothing but. What comes once
// is moved itself; of what comes round again only the next instant is, never to
// an earlier time, as its own would then fire as well.
func (b *Book) postpone(p bot.Plan, r Recurrence, text string, now time.Time) (bot.Plan, bool) {
	m, ok := b.lengthAlone(text, now)
	if !ok || len(p.Next) == 0 {
		return bot.Plan{}, false
	}
	from := p.Next[0].In(corpus.Zone)
	to := moved(from, m.by)
	if m.early {
		to = moved(from, length{-m.by.n, m.by.unit})
	}
	once := r.Unit == Once && len(r.More) == 0 && len(r.Offsets) == 0
	if m.early && !once {
		return bot.Plan{}, false
	}
	p.Clarify, p.Choices, p.Moved = "", nil, time.Time{}
	switch next, again := r.Next(moved(now, m.by), b.Days()); {
	case once:
		r.Start = to
		p.Said = r.Said()
	case m.pause && again:
		p.Moved = next
	default:
		p.Moved = to
	}
	if p.Next = []time.Time{to}; !p.Moved.IsZero() {
		p.Next[0] = p.Moved
	}
	if !p.Next[0].After(now) {
		p.Clarify = askPast(p.Next[0])
	}
	p.Schedule, _ = json.Marshal(r)
	p.Rule = r.Rule()
	return p, true
}

// lengthAlone reads "lùi 1 ngày", "tạm dừng 1 tuần", "thêm 30 phút".
func (b *Book) lengthAlone(text string, now time.Time) (postponement, bool) {
	if decoded, ok := viet.Decode(text); ok {
		text = decoded
	}
	c := newBuilder(text, now.In(corpus.Zone), b.Days())
	i := c.politeAhead()
	j := c.SeqAny(i, "tạm dừng", "tạm ngừng")
	pause := j > i
	if !pause {
		j = c.SeqAny(i, movers...)
	}
	if j == i && c.SeqAny(i, laterWords...) == i && c.SeqAny(i, earlierWords...) == i || !c.postponed(j, pause) {
		return postponement{}, false
	}
	for k := j; k < c.Len(); k++ {
		if !c.used[k] {
			return postponement{}, false
		}
	}
	return c.move, true
}

// Upcoming returns a kept plan with its next instants as of now.
func (b *Book) Upcoming(p bot.Plan, now time.Time) bot.Plan {
	var r Recurrence
	if len(p.Schedule) == 0 || json.Unmarshal(p.Schedule, &r) != nil {
		return p
	}
	p.Next = r.Upcoming(now, 5, b.Days())
	if p.Moved.After(now) {
		p.Next = append([]time.Time{p.Moved}, r.Upcoming(p.Moved, 4, b.Days())...)
	}
	return p
}

// ownHour returns the words for the times of day of a recurrence, empty where it
// has none of its own.
func (r Recurrence) ownHour() string {
	at := r.At
	if r.Unit == Once {
		at = []TimeOfDay{clockOf(r.Start)}
		for _, t := range r.More {
			if clockOf(t) != at[0] {
				return ""
			}
		}
	}
	if len(at) == 0 || len(r.Offsets) > 0 || r.Unit == Hourly || r.Unit == Minutely {
		return ""
	}
	var said []string
	for _, t := range at {
		said = append(said, saidClock(t))
	}
	return "lúc " + strings.Join(said, " và ")
}

func clockOf(t time.Time) TimeOfDay {
	t = t.In(corpus.Zone)
	return TimeOfDay{t.Hour(), t.Minute()}
}

// dayAlone reads a text that names days and no hour: the plan keeps its own.
func (b *Book) dayAlone(r Recurrence, text string, now time.Time) (bot.Plan, bool) {
	source := text
	if decoded, ok := viet.Decode(text); ok {
		source = decoded
	}
	hour := r.ownHour()
	c := newBuilder(likewise(source, "nhắc tôi ")+source, now.In(corpus.Zone), b.Days())
	c.recognize()
	c.scan()
	if hour == "" || !c.namesOnlyDays() || c.task() != "" {
		return bot.Plan{}, false
	}
	return b.Read(likewise(source, "nhắc tôi ")+source+" "+likewise(source, hour), now)
}

// likewise spells words as a text is typed: without marks where it has none.
func likewise(text, words string) string {
	if viet.HasMarks(text) {
		return words
	}
	return viet.Fold(words)
}

// namesOnlyDays reports whether what was read says on which days and not when in
// them.
func (b *builder) namesOnlyDays() bool {
	for _, d := range b.days {
		if d.Part != "" {
			return false
		}
	}
	hourless := len(b.clocks) == 0 && b.part == "" && b.edge == "" && b.after.n == 0 && len(b.offsets) == 0 && !b.before && !b.due
	shorter := b.unit == Hourly || b.unit == Minutely
	return hourless && !shorter && (len(b.days)+len(b.dates) > 0 || b.recurring)
}
