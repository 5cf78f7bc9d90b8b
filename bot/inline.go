package bot

import (
	"fmt"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/index"
)

const (
	inlinePage = 10
	inlineMax  = 50
)

// inline answers an inline query with what is for everybody: Telegram does not
// say in which chat the result will be shown.
func (b *Bot) inline(t *turn) error {
	r := message.Reply{Chat: t.u.Chat, Callback: t.u.Callback, Inlined: []message.Inlined{}}
	text, _ := render.Cut(render.Clean(strings.TrimSpace(t.u.Text)), maxQuestion)
	pass, _ := b.flood.pass(t.u.From.ID, t.now)
	if text == "" || !pass || !b.cfg.Open && !t.may(Cadre) {
		t.replies = append(t.replies, r)
		return nil
	}
	from, _ := strconv.Atoi(t.u.Offset)
	from = max(0, min(from, inlineMax))
	if from == 0 {
		first, err := b.inlineAnswer(t, text)
		if err != nil {
			return err
		}
		r.Inlined = append(r.Inlined, first...)
	}
	hits, err := b.cfg.Searcher.Search(t.ctx, index.Query{Text: text, In: index.ArticlesOnly, Limit: inlinePage + 1, Offset: from})
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	if len(hits) > inlinePage && from+inlinePage < inlineMax {
		r.Next = strconv.Itoa(from + inlinePage)
	}
	for i, h := range hits[:min(len(hits), inlinePage)] {
		r.Inlined = append(r.Inlined, inlineHit(h, text, from+i))
	}
	t.replies = append(t.replies, r)
	return nil
}

func (b *Bot) inlineAnswer(t *turn, text string) ([]message.Inlined, error) {
	a, err := b.cfg.Answerer.Answer(t.ctx, index.Question{Text: text, Now: t.now, Home: b.cfg.Home})
	if err != nil {
		return nil, fmt.Errorf("answer: %w", err)
	}
	if a.Kind != index.Figure && a.Kind != index.Comparison && a.Kind != index.Passage || a.Text == "" {
		return nil, nil
	}
	first, rest, _ := strings.Cut(a.Text, "\n")
	return []message.Inlined{{
		ID: "answer", Title: render.Short(render.Line(first), 100),
		Description: render.Short(render.Line(rest), 200), Parts: fit(render.Answer(a)),
	}}, nil
}

func inlineHit(h index.Hit, query string, n int) message.Inlined {
	title := render.Line(h.Title)
	parts := append([]message.Part{{Text: title, Style: message.Bold}, {Text: " · " + render.Date(h.Date) + "\n"}}, render.Mark(render.Short(render.Line(h.Snippet), 600), query)...)
	return message.Inlined{
		ID: "hit" + strconv.Itoa(n), Title: phrase.Announcement(render.Short(title, 100)),
		Description: render.Short(render.Line(h.Snippet), 200), Parts: parts,
	}
}

// fit returns the part of a text that one message holds.
func fit(parts []message.Part) []message.Part {
	return render.Split(message.Reply{Parts: parts})[0].Parts
}
