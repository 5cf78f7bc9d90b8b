package telegram

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
)

// sendTime and uploadTime bound one call.
const (
	sendTime   = 30 * time.Second
	uploadTime = 2 * time.Minute
)

// Send sends one row of the outbox and returns the id of the message. It is
// called by outbox.Drain.
func (s *service) Send(ctx context.Context, row outbox.Row) (int, error) {
	limit := sendTime
	if row.Reply.Media != nil {
		limit = uploadTime
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	d := s.draft(row)
	for range maxAmends {
		whispered := d.only != nil
		id, err := s.sendDraft(ctx, &d)
		if err == nil {
			if whispered {
				s.remember.done(whispering)
			}
			return id, nil
		}
		api, ok := errors.AsType[*APIError](err)
		if !ok || api.Foreign || api.code() != 400 || !d.amend(api) {
			return 0, classify(err)
		}
		if whispered && d.only == nil {
			s.remember.drop(whispering, d.r.Chat.ID, api)
		}
		s.log.Warn("message amended after it was refused", "row", row.ID, "error", api)
	}
	return 0, &outbox.SendError{Fault: outbox.Refused, Err: errors.New("refused in every form")}
}

// whispering is the parameter by which only one person of a group sees a
// message (Bot API 10.3). It is remembered like a method where it is refused.
const whispering = "ephemeral_message_parameters"

// maxAmends bounds the forms in which one message is tried.
const maxAmends = 6

// draft is a message in the form in which it is tried next.
type draft struct {
	r     message.Reply
	parts []message.Part // label, parts, table and tail as one text
	label []message.Part
	plain bool // without entities
	rich  bool // the table as a table
	keys  *models.InlineKeyboardMarkup
	asDoc bool // the picture as a document
	fresh bool // the file uploaded, though it is known
	only  *models.EphemeralMessageParameters
}

// draft lays out a row in the form that is tried first.
func (s *service) draft(row outbox.Row) draft {
	d := draft{r: row.Reply, keys: keyboard(row.Reply.Keys)}
	if row.Again && row.Reply.Edit == 0 {
		d.label = []message.Part{{Text: s.cfg.Again + " ", Style: message.Italic}}
	}
	if row.Reply.Ephemeral != 0 && row.Reply.Chat.Kind == message.Group && s.remember.has(whispering, row.Reply.Chat.ID) {
		d.only = &models.EphemeralMessageParameters{ReceiverUserID: row.Reply.Ephemeral,
			CallbackQueryID: row.Reply.Replaces, ReplaceCallbackQueryMessage: row.Reply.Replaces != ""}
	}
	d.parts = append(d.parts, d.label...)
	d.parts = append(d.parts, row.Reply.Parts...)
	if row.Reply.Table != nil {
		d.parts = separate(d.parts)
		d.parts = append(d.parts, message.Part{Text: row.Reply.Table.Text(message.PhoneColumns), Style: message.Pre})
	}
	if len(row.Reply.Tail) > 0 {
		d.parts = separate(d.parts)
		d.parts = append(d.parts, row.Reply.Tail...)
	}
	d.rich = d.only == nil && row.Reply.Table != nil && row.Reply.Media == nil && row.Reply.Edit == 0 && s.remember.has(richMethod, row.Reply.Chat.ID)
	return d
}

// separate ends the last of the parts with a line break.
func separate(parts []message.Part) []message.Part {
	if n := len(parts); n > 0 && !strings.HasSuffix(parts[n-1].Text, "\n") {
		return append(parts, message.Part{Text: "\n"})
	}
	return parts
}

func (s *service) sendDraft(ctx context.Context, d *draft) (int, error) {
	switch {
	case d.r.Edit != 0:
		return s.edit(ctx, d)
	case d.r.Media != nil:
		return s.sendMedia(ctx, d)
	case d.rich:
		if id, err := s.sendRich(ctx, d); !errors.Is(err, errPlainer) {
			return id, err
		}
		d.rich = false
	}
	return s.sendText(ctx, d)
}

func (s *service) sendText(ctx context.Context, d *draft) (int, error) {
	p := &bot.SendMessageParams{
		ChatID: d.r.Chat.ID, MessageThreadID: d.r.Chat.Topic, DisableNotification: d.r.Silent,
		LinkPreviewOptions: noPreview(), ReplyParameters: d.replyTo(), ReplyMarkup: d.markup(), EphemeralMessageParameters: d.only,
	}
	p.Text, p.ParseMode = d.text(textUnits)
	if strings.TrimSpace(p.Text) == "" {
		return 0, &APIError{Method: "sendMessage", Code: 400, Text: "message text is empty"}
	}
	return s.sent(s.callMessage(ctx, "sendMessage", p))
}

// text returns the whole text of the draft in its present form.
func (d *draft) text(limit int) (string, models.ParseMode) {
	parts := cutParts(d.parts, limit)
	if d.plain {
		return clean(message.PlainText(parts)), ""
	}
	return html(parts), models.ParseModeHTML
}

// markup returns the buttons, or nil without a type around it.
func (d *draft) markup() models.ReplyMarkup {
	if d.keys == nil {
		return nil
	}
	return d.keys
}

func (d *draft) replyTo() *models.ReplyParameters {
	if d.r.ReplyTo == 0 {
		return nil
	}
	return &models.ReplyParameters{MessageID: d.r.ReplyTo, AllowSendingWithoutReply: true}
}

// edit replaces the text of a message. A message that is gone, or that has no
// text, is sent anew.
func (s *service) edit(ctx context.Context, d *draft) (int, error) {
	if d.r.Media != nil {
		d.r.Edit = 0
		return s.sendMedia(ctx, d)
	}
	p := &bot.EditMessageTextParams{ChatID: d.r.Chat.ID, MessageID: d.r.Edit, LinkPreviewOptions: noPreview(), ReplyMarkup: d.markup()}
	p.Text, p.ParseMode = d.text(textUnits)
	id, err := s.sent(s.callMessage(ctx, "editMessageText", p))
	if api, ok := errors.AsType[*APIError](err); ok && api.code() == 400 {
		switch {
		case api.says("message is not modified"):
			return d.r.Edit, nil
		case api.says("message to edit not found", "message can't be edited", "no text in the message", "MESSAGE_ID_INVALID"):
			d.r.Edit = 0
			return s.sendText(ctx, d)
		}
	}
	if err == nil {
		id = d.r.Edit
	}
	return id, err
}

// amend changes the form of a draft after a refusal that says what was wrong
// with it; it reports whether there is something to change.
func (d *draft) amend(e *APIError) bool {
	switch {
	case e.says("can't parse entities", "entity") && !d.plain:
		d.plain = true
	case e.says("thread not found", "TOPIC_CLOSED", "TOPIC_DELETED", "topic") && d.r.Chat.Topic != 0:
		d.r.Chat.Topic = 0
	case e.says("repl") && e.says("not found") && d.r.ReplyTo != 0:
		d.r.ReplyTo = 0
	case e.says("button", "keyboard", "reply markup", "url") && d.keys != nil:
		d.keys = nil
	case e.says("photo_invalid", "dimensions", "image_process", "too big for a photo") && d.r.Media != nil && !d.asDoc:
		d.asDoc = true
	case e.says("file identifier", "file_id", "file reference", "FILE_REFERENCE") && d.r.Media != nil && !d.fresh:
		d.fresh = true
	case d.only != nil && d.only.ReplaceCallbackQueryMessage: // the button was pressed too long ago
		d.only = &models.EphemeralMessageParameters{ReceiverUserID: d.only.ReceiverUserID}
	case d.only != nil: // whatever it was: the plain form is the one that works everywhere
		d.only = nil
	default:
		return false
	}
	return true
}

// callMessage calls a method whose result is a message. Some servers answer an
// edit with nothing: the call has come through all the same.
func (s *service) callMessage(ctx context.Context, method string, params any) (sentMessage, error) {
	var m sentMessage
	err := s.client.call(ctx, method, params, &m)
	if _, ok := errors.AsType[*unreadError](err); ok {
		err = nil
	}
	return m, err
}

// sentMessage is what is kept of a message that was sent.
type sentMessage struct {
	ID       int `json:"message_id"`
	Document *struct {
		FileID string `json:"file_id"`
	} `json:"document"`
	Photo []struct {
		FileID string `json:"file_id"`
	} `json:"photo"`
}

func (s *service) sent(m sentMessage, err error) (int, error) { return m.ID, err }

// classify tells the outbox what is known of a failed send.
func classify(err error) error {
	e := &outbox.SendError{Err: err}
	if lost, ok := errors.AsType[*lostError](err); ok {
		if !lost.left {
			e.Fault = outbox.Unreachable
		}
		return e
	}
	api, ok := errors.AsType[*APIError](err)
	if !ok {
		return &outbox.SendError{Fault: outbox.Refused, Err: fmt.Errorf("send: %w", err)}
	}
	e.Fault, e.After, e.To = faultOf(api), api.RetryAfter, api.MigrateTo
	return e
}

func faultOf(api *APIError) outbox.Fault {
	switch code := api.code(); {
	case code == 429:
		if api.RetryAfter == 0 {
			api.RetryAfter = time.Second
		}
		return outbox.Limited
	case api.Foreign && (code == 502 || code == 504):
		return outbox.Murky
	case api.Foreign, code >= 500, code == 401, code == 404, code == 409:
		return outbox.Busy
	case api.MigrateTo != 0:
		return outbox.Moved
	case code == 403, api.says("chat not found", "user is deactivated", "bot was kicked", "PEER_ID_INVALID", "group chat was deactivated", "not enough rights to send", "have no rights to send", "CHAT_WRITE_FORBIDDEN"):
		return outbox.Gone
	}
	return outbox.Refused
}
