package bot

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus/viet"
	"thiduabot/index"
)

// maxQuestion is the longest question looked at, in UTF-16 units; longer texts
// are cut, as nobody types them on purpose.
const maxQuestion = 1000

// asked is a question as it was put: enough to answer it again. It stands
// behind the buttons of its answer.
type asked struct {
	Text        string            `json:"text"`
	At          time.Time         `json:"at"`
	Home        string            `json:"home,omitempty"`
	Previous    *index.Understood `json:"previous,omitempty"`
	Suggestions []string          `json:"suggestions,omitempty"`
	Indicator   string            `json:"indicator,omitempty"`
	Area        string            `json:"area,omitempty"`
	Article     string            `json:"article,omitempty"` // id, of the passage or figure quoted
	First       string            `json:"first,omitempty"`   // line of the answer
}

func (b *Bot) askCommand(t *turn, rest string) error {
	if rest == "" {
		t.tell(phrase.AskWhat)
		return nil
	}
	return b.ask(t, rest)
}

// ask answers a question and keeps what it was about for the next one.
func (b *Bot) ask(t *turn, text string) error {
	text, _ = render.Cut(render.Clean(strings.TrimSpace(text)), maxQuestion)
	q := asked{Text: text, At: t.now, Home: t.home(), Previous: t.session.Previous}
	a, err := b.answer(t, q)
	if err != nil {
		return err
	}
	switch a.Kind {
	case index.Reminder:
		if b.cfg.Reminders != nil {
			return b.remind(t, text)
		}
	case index.Articles:
		return b.show(t, searched{Query: text, Title: a.Text}, a)
	case index.Smalltalk:
		return b.chatter(t, a)
	case index.Unknown:
		b.miss(t, text)
	}
	b.lean(t, a)
	return b.sayAnswer(t, q, a)
}

// answer asks the index on behalf of the turn's chat.
func (b *Bot) answer(t *turn, q asked) (index.Answer, error) {
	a, err := b.cfg.Answerer.Answer(t.ctx, index.Question{
		Text: q.Text, Now: q.At, Home: q.Home, Audiences: t.audiences(), Previous: q.Previous, ReadBack: b.readsBack,
	})
	if err != nil {
		return a, fmt.Errorf("answer: %w", err)
	}
	if strings.TrimSpace(a.Text) == "" {
		a.Text = phrase.NoFigure
	}
	return a, nil
}

// readsBack says a request for a reminder as it was understood; ok is false where
// a text asks for none.
func (b *Bot) readsBack(text string, now time.Time) (said string, ok bool) {
	if b.cfg.Reminders == nil {
		return "", true
	}
	p, ok := b.cfg.Reminders.Read(text, now)
	return p.Said, ok
}

// lean keeps what an answer was about, so that "còn năm 2020?" can lean on it. A
// question whose indicator was understood counts though no figure was found:
// the next one goes on from it, not from the one before.
func (b *Bot) lean(t *turn, a index.Answer) {
	if a.Kind == index.Unknown && len(a.Understood.Indicators) > 0 {
		u := a.Understood
		t.session.Previous, t.keep = &u, true
	}
	switch a.Kind {
	case index.Figure, index.Comparison, index.List, index.Passage, index.Clarify, index.Due, index.Articles:
		u := a.Understood
		t.session.Previous, t.keep = &u, true
	}
}

// sayAnswer says an answer with its buttons.
func (b *Bot) sayAnswer(t *turn, q asked, a index.Answer) error {
	q = q.with(a)
	s := t.deal("answer", q)
	t.aside(t.say(render.Answer(a), b.answerKeys(t, s, q, a)...))
	return nil
}

// with notes what the answer was about.
func (q asked) with(a index.Answer) asked {
	q.First, _, _ = strings.Cut(a.Text, "\n")
	q.First = render.Short(q.First, 200)
	for _, s := range a.Suggestions {
		if len(q.Suggestions) < render.MaxKeys && strings.TrimSpace(s) != "" {
			q.Suggestions = append(q.Suggestions, render.Short(s, 200))
		}
	}
	if a.Kind == index.Passage && len(a.Articles) > 0 {
		q.Article = a.Articles[0].ID
	}
	if len(a.Records) > 0 {
		q.Article = a.Records[0].Source.ID
		q.Indicator, q.Area = a.Records[0].Indicator, a.Records[0].Area
	}
	return q
}

// answerKeys returns the buttons under an answer: what can be had about its
// figure, its suggestions, and whether it was any good.
func (b *Bot) answerKeys(t *turn, s *stack, q asked, a index.Answer) [][]message.Key {
	var rows [][]message.Key
	switch a.Kind {
	case index.Figure:
		rows = b.figureKeys(t, s, q, a)
	case index.Passage:
		if q.Article != "" {
			rows = append(rows, []message.Key{s.key(phrase.KeyRead, "read")})
		}
	case index.Comparison:
		if b.drawable(t, q, a) {
			rows = append(rows, []message.Key{s.key(phrase.KeyChart, "chart"), s.key(phrase.KeySource, "source")})
		}
	}
	for i, text := range q.Suggestions {
		rows = append(rows, []message.Key{s.key(render.Short(text, render.MaxKey), "s"+strconv.Itoa(i))})
	}
	return append(rows, []message.Key{s.key(phrase.KeyGood, "good"), s.key(phrase.KeyBad, "bad")})
}

// figureKeys returns the buttons of a figure; a chart that would show nothing is
// left out.
func (b *Bot) figureKeys(t *turn, s *stack, q asked, a index.Answer) [][]message.Key {
	if len(a.Records) == 0 {
		return nil
	}
	var first []message.Key
	if b.drawable(t, q, a) {
		first = append(first, s.key(phrase.KeyChart, "chart"))
	}
	if q.Indicator != "" {
		first = append(first, s.key(phrase.KeyYearBefore, "before"))
	}
	second := []message.Key{s.key(phrase.KeySource, "source")}
	if q.Indicator != "" {
		second = append([]message.Key{s.key(phrase.KeyPlan, "plan")}, second...)
	}
	if len(first) == 0 {
		return [][]message.Key{second}
	}
	return [][]message.Key{first, second}
}

// chatter answers a greeting or a cry for help.
func (b *Bot) chatter(t *turn, a index.Answer) error {
	t.aside(t.say(render.Answer(a), b.exampleKeys(t)...))
	return nil
}

// miss keeps a question that found no answer for the editors, without the
// asker and with long numbers blotted out.
func (b *Bot) miss(t *turn, question string) {
	b.missed.Add(1)
	b.note(t, note{Question: question})
}

func (b *Bot) note(t *turn, n note) {
	n.Question, n.At, n.Times = blot(render.Short(n.Question, 300)), t.now, 1
	key := []byte(viet.Fold(n.Question))
	if len(key) == 0 {
		return
	}
	t.effect(func(tx *store.Tx) error {
		n := n
		old, ok, err := noteTable.Lookup(tx, key)
		if err != nil {
			return err
		}
		if ok {
			n.Times += old.Times
			n.Disliked = n.Disliked || old.Disliked
		}
		if err := noteTable.Put(tx, key, n); err != nil {
			return err
		}
		turn, err := noteTable.Next(tx)
		if err != nil || turn%64 != 0 {
			return err
		}
		return dropNotes(tx, t.now)
	})
}

// blot hides runs of eight digits and more: telephone and identity numbers.
func blot(s string) string {
	r := []rune(s)
	for i := 0; i < len(r); {
		j := i
		for j < len(r) && r[j] >= '0' && r[j] <= '9' {
			j++
		}
		if j-i >= 8 {
			for k := i; k < j; k++ {
				r[k] = '*'
			}
		}
		i = max(j, i+1)
	}
	return string(r)
}

func dropNotes(tx *store.Tx, now time.Time) error {
	var stale [][]byte
	count := 0
	for k, n := range noteTable.Range(tx, nil, nil) {
		count++
		if now.Sub(n.At) > keepNotes || count > maxNotes {
			stale = append(stale, k)
		}
	}
	for _, k := range stale {
		if err := noteTable.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

// maxNotes bounds the list that editors look through.
const maxNotes = 2000
