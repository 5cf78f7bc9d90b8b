package bot

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// proposal is a draft behind its buttons, with the records to leave out.
type proposal struct {
	Draft Draft         `json:"draft"`
	Out   []int         `json:"out,omitempty"`
	File  *message.File `json:"file,omitempty"` // that it was read from
}

// updateCommand handles "cập nhật ...": a figure typed by an editor.
func (b *Bot) updateCommand(t *turn, rest string) error {
	if b.cfg.Changes == nil {
		t.tell(phrase.NoChanges)
		return nil
	}
	if rest == "" && t.u.File == nil {
		t.tell(phrase.UpdateHow)
		return nil
	}
	return b.propose(t, rest)
}

// propose shows what an editor's text, link, file or forwarded post would
// change.
func (b *Bot) propose(t *turn, text string) error {
	if b.cfg.Duties != nil && isCalendar(t.u.File) {
		return b.proposeDeadlines(t, text)
	}
	s := Submission{Text: text, File: t.u.File, Forwarded: t.u.Forwarded, Now: t.now, Home: t.home()}
	if u := strings.TrimSpace(text); isLink(u) {
		s.URL, s.Text = u, ""
	}
	d, err := b.cfg.Changes.Preview(t.ctx, s)
	if err != nil {
		return fmt.Errorf("preview: %w", err)
	}
	if d.Problem != "" || len(d.Records) == 0 && d.Article == nil {
		t.tell(phrase.CannotTakeIn(render.Line(d.Problem)))
		return nil
	}
	if d.Article != nil {
		short := *d.Article
		short.Text, d.Article = "", &short
	}
	p := proposal{Draft: d, File: t.u.File}
	for i, r := range d.Records {
		if r.Doubt != "" {
			p.Out = append(p.Out, i)
		}
	}
	return b.showDraft(t, p, nil)
}

func isLink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \n")
}

// showDraft says a draft anew, or in place of the pressed message.
func (b *Bot) showDraft(t *turn, p proposal, s *stack) error {
	edit := s != nil
	s = t.dealOwn("draft", p)
	s.card.Need = Editor
	parts, keys := draftPage(s, p)
	t.wait("draft", p)
	if edit {
		t.edit(parts, keys...).Callback = t.u.Callback
		return nil
	}
	t.say(parts, keys...)
	return nil
}

// draftShown is how many records of a draft are shown and can be chosen.
const draftShown = 20

func draftPage(s *stack, p proposal) ([]message.Part, [][]message.Key) {
	parts := []message.Part{{Text: phrase.DraftHead(len(p.Draft.Records), len(p.Out)), Style: message.Bold}}
	if a := p.Draft.Article; a != nil {
		parts = append(parts, message.Part{Text: "\n" + phrase.DraftArticle(render.Line(a.Title), render.Date(a.Date))})
	}
	var choose []message.Key
	for i, r := range p.Draft.Records[:min(len(p.Draft.Records), draftShown)] {
		mark := "✅"
		if slices.Contains(p.Out, i) {
			mark = "▫️"
		}
		parts = append(parts, draftLine(i, mark, r)...)
		choose = append(choose, s.key(mark+" "+strconv.Itoa(i+1), "x"+strconv.Itoa(i)))
	}
	if len(p.Draft.Records) > 0 {
		parts = append(parts, message.Part{Text: "\n\n" + phrase.DraftHow})
	}
	var rows [][]message.Key
	for len(choose) > 0 {
		n := min(5, len(choose))
		rows, choose = append(rows, choose[:n]), choose[n:]
	}
	return parts, append(rows, []message.Key{s.key(phrase.KeyWrite, "write"), s.key(phrase.KeyCancel, "no")})
}

// draftLine shows a record with the words that prove it.
func draftLine(i int, mark string, r corpus.Record) []message.Part {
	name := render.Line(r.Name)
	parts := []message.Part{
		{Text: fmt.Sprintf("\n\n%s %d. ", mark, i+1)}, {Text: render.Figure(r), Style: message.Bold},
		{Text: " · " + name + " · " + render.Line(r.Area) + " · " + render.Period(r.Period) + " · " + phrase.Status(string(r.Status))},
	}
	if r.Value != nil && r.Change != nil {
		parts = append(parts, message.Part{Text: " · " + render.Change(*r.Change)})
	}
	if r.Doubt != "" {
		parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: "⚠️ " + render.Line(r.Doubt), Style: message.Italic})
	}
	if words := render.Line(r.Evidence); words != "" {
		parts = append(parts, message.Part{Text: "\n"}, message.Part{Text: render.Short(words, 160), Style: message.Quote})
	}
	return parts
}

// pressDraft leaves a record out or takes it in, writes the draft or drops it.
func (b *Bot) pressDraft(t *turn, s *stack, action string) error {
	p := body[proposal](t, s)
	if t.err != nil || b.cfg.Changes == nil {
		return t.err
	}
	n, err := strconv.Atoi(strings.TrimPrefix(action, "x"))
	switch {
	case action == "write":
		return b.writeDraft(t, s, p)
	case action == "no":
		t.settle()
		t.drop(s)
		t.edit([]message.Part{{Text: phrase.DraftDropped}}).Callback = t.u.Callback
		return nil
	case err == nil && n >= 0 && n < len(p.Draft.Records):
		if i := slices.Index(p.Out, n); i >= 0 {
			p.Out = slices.Delete(p.Out, i, i+1)
		} else {
			p.Out = append(p.Out, n)
		}
		t.drop(s)
		return b.showDraft(t, p, s)
	}
	t.notice(phrase.ButtonUnknown)
	return nil
}

// writeDraft writes what was kept of a draft. Writing twice changes nothing,
// so it may go before the commit of the turn.
func (b *Bot) writeDraft(t *turn, s *stack, p proposal) error {
	d := p.Draft
	d.Records = nil
	for i, r := range p.Draft.Records {
		if !slices.Contains(p.Out, i) {
			d.Records = append(d.Records, r)
		}
	}
	if len(d.Records) == 0 && d.Article == nil {
		t.notice(phrase.DraftEmpty)
		return nil
	}
	undo, err := b.cfg.Changes.Commit(t.ctx, d)
	if err != nil {
		return fmt.Errorf("write draft: %w", err)
	}
	if d.Article != nil {
		t.keepOriginal(d.Article.ID, p.File)
	}
	t.settle()
	t.drop(s)
	about := phrase.DraftAbout(len(d.Records), titleOf(d))
	t.record(Deed{What: "write", About: about, Undo: undo})
	var keys []message.Key
	if undo != "" {
		u := t.deal("undo", undo)
		u.card.Need = Editor
		keys = []message.Key{u.key(phrase.KeyUndo, "undo")}
	}
	t.edit([]message.Part{{Text: phrase.DraftWritten(about)}}, keys).Callback = t.u.Callback
	return nil
}

func titleOf(d Draft) string {
	switch {
	case d.Article != nil:
		return render.Line(d.Article.Title)
	case len(d.Records) > 0:
		return render.Line(d.Records[0].Name)
	}
	return ""
}

// talkDraft takes a typed correction of a draft.
func (b *Bot) talkDraft(t *turn, text string) (bool, error) {
	p := draft[proposal](t)
	if t.err != nil || b.cfg.Changes == nil || !t.may(Editor) || t.u.File != nil || t.u.Forwarded || len(text) > 500 {
		return false, t.err
	}
	d, ok := b.cfg.Changes.Correct(p.Draft, text, t.now)
	if !ok {
		n, rest := lineOf(text)
		if lines := len(p.Draft.Records); rest && n > lines && n <= 99 {
			t.tell(phrase.NoSuchLine(n, lines))
			return true, nil
		}
		return false, nil
	}
	p.Draft = d
	return true, b.showDraft(t, p, nil)
}

// lineOf returns the number that a text begins with; rest reports whether words
// follow it.
func lineOf(text string) (n int, rest bool) {
	first, words, _ := strings.Cut(strings.TrimSpace(text), " ")
	n, err := strconv.Atoi(first)
	return n, err == nil && strings.TrimSpace(words) != ""
}

// pressUndo takes a written change back, once.
func (b *Bot) pressUndo(t *turn, s *stack, _ string) error {
	undo := body[string](t, s)
	if t.err != nil || b.cfg.Changes == nil {
		return t.err
	}
	id, d, err := b.deedOf(undo)
	if err != nil {
		return err
	}
	if d.Undone || len(id) == 0 {
		t.edit([]message.Part{{Text: phrase.UndoneAlready}}).Callback = t.u.Callback
		return nil
	}
	if err := b.cfg.Changes.Undo(t.ctx, undo); err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	d.Undone = true
	t.effect(func(tx *store.Tx) error { return deedTable.Put(tx, id, d) })
	t.record(Deed{What: "undo", About: d.About})
	t.edit([]message.Part{{Text: phrase.Undone(d.About)}}).Callback = t.u.Callback
	return nil
}

func (b *Bot) deedOf(undo string) (id []byte, d Deed, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) error {
		for k, row := range deedTable.Range(tx, nil, nil) {
			if row.Undo == undo {
				id, d = k, row
			}
		}
		return nil
	})
	return id, d, err
}

// logCommand shows the newest deeds of the audit log.
func (b *Bot) logCommand(t *turn, _ string) error {
	var last []Deed
	err := b.cfg.Store.View(func(tx *store.Tx) error {
		for _, d := range deedTable.Range(tx, nil, nil) {
			if last = append(last, d); len(last) > 10 {
				last = last[1:]
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(last) == 0 {
		t.tell(phrase.NoDeeds)
		return nil
	}
	slices.Reverse(last)
	parts := []message.Part{{Text: phrase.DeedsHead, Style: message.Bold}}
	var rows [][]message.Key
	for i, d := range last {
		parts = append(parts, message.Part{Text: fmt.Sprintf("\n%d. %s · %s · %s", i+1, render.Instant(d.At), phrase.Deed(d.What, d.Undone), render.Line(d.About+byName(d)))})
		if d.Undo != "" && !d.Undone && b.cfg.Changes != nil {
			u := t.deal("undo", d.Undo)
			u.card.Need = Editor
			rows = append(rows, []message.Key{u.key(phrase.KeyUndoOf(i+1), "undo")})
		}
	}
	t.say(parts, rows...)
	return nil
}

func byName(d Deed) string {
	if d.Name == "" {
		return ""
	}
	return " (" + d.Name + ")"
}
