package bot

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/corpus"
)

// deadlineCommand handles /han: a deadline typed by an editor, or the list of
// those to come.
func (b *Bot) deadlineCommand(t *turn, rest string) error {
	switch {
	case b.cfg.Duties == nil:
		t.tell(phrase.NoDeadlines)
		return nil
	case rest == "" && t.u.File == nil:
		return b.listDeadlines(t)
	}
	return b.proposeDeadlines(t, rest)
}

// maxDeadlines is how many deadlines are shown.
const maxDeadlines = 15

func (b *Bot) listDeadlines(t *turn) error {
	list := slices.DeleteFunc(slices.Clone(b.cfg.Duties.Deadlines()), func(d corpus.Deadline) bool {
		return len(d.Due) < 10 || d.Due[:10] < t.now.Format(time.DateOnly)
	})
	slices.SortStableFunc(list, func(a, b corpus.Deadline) int { return strings.Compare(a.Due, b.Due) })
	parts := []message.Part{{Text: phrase.DeadlinesHead(len(list)), Style: message.Bold}}
	for _, d := range list[:min(len(list), maxDeadlines)] {
		parts = append(parts, message.Part{Text: "\n• " + deadlineLine(d)})
	}
	t.wait("deadline", 0)
	t.say(append(parts, message.Part{Text: "\n\n" + phrase.DeadlineHow}))
	return nil
}

// talkDeadline takes a deadline typed after the list was shown.
func (b *Bot) talkDeadline(t *turn, text string) (bool, error) {
	if !t.may(Editor) || b.cfg.Duties == nil || t.u.File != nil || b.opensAnother(t, text) {
		return false, nil
	}
	list, problem, err := b.cfg.Duties.ReadDeadlines(t.ctx, Submission{Text: text, Now: t.now, Home: t.home()})
	if err != nil || problem != "" || len(list) == 0 {
		return false, err
	}
	t.settle()
	return true, b.proposeDeadlines(t, text)
}

func deadlineLine(d corpus.Deadline) string {
	return phrase.DeadlineLine(render.Short(render.Line(d.What), 200), dueOf(d), render.Short(render.Line(d.Who), 200))
}

func dueOf(d corpus.Deadline) string {
	if at, err := time.Parse(time.RFC3339, d.Due); err == nil {
		return phrase.Moment(at.In(corpus.Zone))
	}
	return render.Date(d.Due)
}

// proposeDeadlines reads deadlines back before they are written.
func (b *Bot) proposeDeadlines(t *turn, text string) error {
	list, problem, err := b.cfg.Duties.ReadDeadlines(t.ctx, Submission{Text: text, File: t.u.File, Now: t.now, Home: t.home()})
	if err != nil {
		return fmt.Errorf("read deadlines: %w", err)
	}
	if problem != "" || len(list) == 0 {
		t.tell(problem + "\n" + phrase.DeadlineHow)
		return nil
	}
	parts := []message.Part{{Text: phrase.DeadlineAsk(len(list)), Style: message.Bold}}
	for _, d := range list[:min(len(list), maxDeadlines)] {
		parts = append(parts, message.Part{Text: "\n• " + deadlineLine(d) + "\n  " + phrase.DeadlineDays(d.DaysBefore)})
	}
	if more := len(list) - maxDeadlines; more > 0 {
		parts = append(parts, message.Part{Text: "\n" + phrase.MoreDeadlines(more)})
	}
	s := t.dealOwn("deadlines", list)
	s.card.Need = Editor
	t.say(parts, []message.Key{s.key(phrase.KeyRight, "yes"), s.key(phrase.KeyCancel, "no")})
	return nil
}

// pressDeadlines writes the deadlines that were read back. Writing twice changes
// nothing, so it may go before the commit of the turn.
func (b *Bot) pressDeadlines(t *turn, s *stack, action string) error {
	list := body[[]corpus.Deadline](t, s)
	if t.err != nil || b.cfg.Duties == nil {
		return t.err
	}
	t.drop(s)
	if action != "yes" {
		t.edit([]message.Part{{Text: phrase.DraftDropped}}).Callback = t.u.Callback
		return nil
	}
	undo, err := b.cfg.Duties.AddDeadlines(t.ctx, list)
	if err != nil {
		return fmt.Errorf("write deadlines: %w", err)
	}
	about := phrase.DeadlinesAbout(len(list), render.Short(render.Line(list[0].What), 80))
	t.record(Deed{What: "write", About: about, Undo: undo})
	u := t.deal("undo", undo)
	u.card.Need = Editor
	t.edit([]message.Part{{Text: phrase.DeadlinesKept(about)}}, []message.Key{u.key(phrase.KeyUndo, "undo")}).Callback = t.u.Callback
	return nil
}

// isCalendar reports whether a file is a list of deadlines.
func isCalendar(f *message.File) bool {
	return f != nil && strings.EqualFold(path.Ext(f.Name), ".ics")
}
