package bot

import (
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/index"
)

// press handles the press of a button of a card.
type press func(b *Bot, t *turn, s *stack, action string) error

func pressTable() map[string]press {
	return map[string]press{
		"answer":    (*Bot).pressAnswer,
		"example":   (*Bot).pressExample,
		"area":      (*Bot).pressArea,
		"file":      (*Bot).pressOriginal,
		"set":       (*Bot).pressSettings,
		"search":    (*Bot).pressSearch,
		"erase":     (*Bot).pressErase,
		"ask-in":    (*Bot).pressAskIn,
		"grant":     (*Bot).pressGrant,
		"plan":      (*Bot).pressPlan,
		"rem":       (*Bot).pressReminder,
		"fired":     (*Bot).pressFired,
		"rem-all":   (*Bot).pressDeleteAll,
		"rem-undo":  (*Bot).pressUndelete,
		"draft":     (*Bot).pressDraft,
		"undo":      (*Bot).pressUndo,
		"deadlines": (*Bot).pressDeadlines,
		"cast":      (*Bot).pressCast,
		"people":    (*Bot).pressPeople,
		"group":     (*Bot).pressGroup,
		"notes":     (*Bot).pressNotes,
	}
}

// pressed handles a button. What the client sends is believed only as far as a
// card of this chat bears it out, and the presser's rights are looked up anew.
func (b *Bot) pressed(t *turn) error {
	if pass, _ := b.flood.pass(t.u.From.ID, t.now); !pass && !(b.cfg.Local && t.u.Chat.ID == 0) {
		t.notice(phrase.FloodNotice)
		return nil
	}
	s, action, ok := t.pick()
	if t.err != nil {
		return t.err
	}
	handle := b.presses[s.card.Kind]
	if !ok || handle == nil {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	if s.card.Person != 0 && s.card.Person != t.u.From.ID {
		t.notice(phrase.ButtonNotYours)
		return nil
	}
	if !t.may(s.card.Need) || s.card.Kind != "ask-in" && s.card.Kind != "erase" && !b.letIn(t) {
		t.notice(phrase.ButtonNotAllowed)
		return nil
	}
	return handle(b, t, s, action)
}

// pressAnswer handles the buttons under an answer.
func (b *Bot) pressAnswer(t *turn, s *stack, action string) error {
	q := body[asked](t, s)
	if t.err != nil {
		return t.err
	}
	switch action {
	case "good", "bad":
		return b.judge(t, q, action == "bad")
	case "chart":
		return b.sendChart(t, s, q)
	case "read":
		if q.Article == "" {
			break
		}
		return b.openHit(t, searched{Query: q.Text}, q.Article)
	case "table":
		return b.sendTable(t, q)
	case "source", "plan", "before", "back":
		return b.turnPage(t, s, q, action)
	}
	if n, ok := strings.CutPrefix(action, "s"); ok {
		i, err := strconv.Atoi(n)
		if err == nil && i >= 0 && i < len(q.Suggestions) {
			return b.ask(t, q.Suggestions[i])
		}
	}
	t.notice(phrase.ButtonUnknown)
	return nil
}

// judge keeps a disliked answer for the editors and thanks for any judgement.
func (b *Bot) judge(t *turn, q asked, bad bool) error {
	if bad {
		b.note(t, note{Question: q.Text, Answer: blot(q.First), Disliked: true})
		t.notice(phrase.ThanksBad)
		return nil
	}
	t.notice(phrase.ThanksGood)
	return nil
}

// turnPage shows another side of an answer in the same message. The question
// is asked again, so that the presser's audiences and the newest figures count.
func (b *Bot) turnPage(t *turn, s *stack, q asked, page string) error {
	a, err := b.answer(t, q)
	if err != nil {
		return err
	}
	q = q.with(a)
	q.Suggestions = nil
	parts := render.Answer(a)
	if page == "back" {
		page = ""
	}
	more, err := b.side(t, q, a, page)
	if err != nil {
		return err
	}
	if len(more) > 0 {
		parts = append(append(parts, message.Part{Text: "\n\n"}), more...)
	}
	keys := b.answerKeys(t, s, q, a)
	if page == "source" && q.Article != "" && a.Kind != index.Passage {
		keys = append(keys, []message.Key{s.key(phrase.KeyRead, "read")})
	}
	if page != "" {
		keys = append(keys, []message.Key{s.key(phrase.KeyBack, "back")})
	}
	t.edit(parts, keys...).Callback = t.u.Callback
	return nil
}
