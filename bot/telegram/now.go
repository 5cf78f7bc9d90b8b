package telegram

import (
	"context"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
)

// Limits of answers that do not go through the outbox (Bot API,
// answerCallbackQuery and answerInlineQuery).
const (
	noticeUnits   = 200
	inlineResults = 50
	inlineBytes   = 64 // of a result id and of a page
	inlineCache   = 30 // seconds; figures may be corrected
)

// nowTime bounds the answer to a button or inline query: later ones are
// refused anyway.
const nowTime = 15 * time.Second

// answerNow answers the buttons and inline queries among the replies at once,
// beside the outbox: they cannot wait and are worth nothing after a restart. It
// returns the replies that are messages.
func (s *service) answerNow(u message.Update, replies []message.Reply) (rest []message.Reply) {
	answered := false
	for _, r := range replies {
		if r.Callback != "" {
			answered = answered || r.Callback == u.Callback
			now := r
			s.background(func(ctx context.Context) { s.answer(ctx, u, now) })
		}
		if r.Chat.ID == 0 {
			r.Chat = u.Chat
		}
		if r.Callback, r.Notice, r.Inlined = "", "", nil; !r.Empty() && r.Chat.ID != 0 {
			rest = append(rest, r)
		}
	}
	if u.Kind == message.Button && !answered && u.Callback != "" {
		s.background(func(ctx context.Context) { s.answer(ctx, u, message.Reply{Callback: u.Callback}) })
	}
	return rest
}

// background runs a call that nobody waits for but the end of the service.
func (s *service) background(f func(context.Context)) {
	s.stats.Beside.Add(1)
	s.calls.Go(func() {
		defer s.stats.Beside.Add(-1)
		ctx, cancel := context.WithTimeout(s.callCtx, nowTime)
		defer cancel()
		f(ctx)
	})
}

// answer answers a button or an inline query. A late answer is refused, which
// harms nobody: the message itself goes its own way.
func (s *service) answer(ctx context.Context, u message.Update, r message.Reply) {
	var err error
	if u.Kind == message.Inline || len(r.Inlined) > 0 {
		err = s.client.call(ctx, "answerInlineQuery", inlineParams(r), nil)
	} else if err = s.pace.Slot(ctx); err == nil {
		err = s.client.call(ctx, "answerCallbackQuery", &bot.AnswerCallbackQueryParams{
			CallbackQueryID: r.Callback, Text: cutUnits(clean(r.Notice), noticeUnits),
		}, nil)
	}
	if err != nil {
		s.log.Debug("button or inline query not answered", "error", err)
	}
}

// inlineAnswer are the parameters of answerInlineQuery: the library's own
// results lose their type in plain JSON.
type inlineAnswer struct {
	ID         string    `json:"inline_query_id"`
	Results    []article `json:"results"`
	CacheTime  int       `json:"cache_time"`
	NextOffset string    `json:"next_offset,omitempty"`
}

// article is an inline result.
type article struct {
	Type        string                          `json:"type"`
	ID          string                          `json:"id"`
	Title       string                          `json:"title"`
	Description string                          `json:"description,omitempty"`
	Content     *models.InputTextMessageContent `json:"input_message_content"`
}

func inlineParams(r message.Reply) inlineAnswer {
	p := inlineAnswer{ID: r.Callback, Results: []article{}, CacheTime: inlineCache}
	if len(r.Next) <= inlineBytes {
		p.NextOffset = r.Next
	}
	for _, in := range r.Inlined {
		text := html(cutParts(in.Parts, textUnits))
		if len(p.Results) == inlineResults || in.ID == "" || len(in.ID) > inlineBytes || text == "" {
			continue
		}
		p.Results = append(p.Results, article{
			Type: "article", ID: in.ID, Title: clean(in.Title), Description: clean(in.Description),
			Content: &models.InputTextMessageContent{
				MessageText: text, ParseMode: models.ParseModeHTML, LinkPreviewOptions: noPreview(),
			},
		})
	}
	return p
}
