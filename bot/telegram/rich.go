package telegram

import (
	"context"
	"errors"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
)

// richMethod sends a message with a native table. Servers and clients older
// than Bot API 10.1 do without.
const richMethod = "sendRichMessage"

// maxColumns is the limit of a native table (Bot API, rich messages).
const maxColumns = 20

// errPlainer says that a message is to be sent by the plain method instead.
var errPlainer = errors.New("rich messages are not offered")

// sendRich sends a draft with its table as a native one. It returns errPlainer
// if any answer but ok came; no answer at all is an unknown end like that of
// other sends.
func (s *service) sendRich(ctx context.Context, d *draft) (int, error) {
	blocks, ok := richBlocks(d)
	if !ok {
		return 0, errPlainer
	}
	m, err := s.callMessage(ctx, richMethod, &bot.SendRichMessageParams{
		ChatID: d.r.Chat.ID, MessageThreadID: d.r.Chat.Topic, DisableNotification: d.r.Silent,
		RichMessage: models.InputRichMessage{Blocks: blocks}, ReplyParameters: d.replyTo(), ReplyMarkup: d.markup(),
	})
	if err == nil {
		s.remember.done(richMethod)
		return m.ID, nil
	}
	if _, lost := errors.AsType[*lostError](err); lost && !answered(err) {
		return 0, err
	}
	if meansAbsent(err) {
		s.remember.drop(richMethod, d.r.Chat.ID, err)
		return 0, errPlainer
	}
	return 0, err
}

func richBlocks(d *draft) (blocks []models.InputRichBlock, ok bool) {
	t := d.r.Table
	paragraph := func(parts []message.Part) {
		if text := richText(parts); len(text.Array) > 0 {
			blocks = append(blocks, models.InputRichBlock{Type: models.RichBlockTypeParagraph,
				InputRichBlockParagraph: &models.InputRichBlockParagraph{Type: models.RichBlockTypeParagraph, Text: text}})
		}
	}
	paragraph(append(append([]message.Part(nil), d.label...), d.r.Parts...))
	table := &models.InputRichBlockTable{Type: models.RichBlockTypeTable, IsBordered: true, IsCompact: true}
	if len(t.Header) > 0 {
		table.Cells = append(table.Cells, richRow(t, t.Header, true))
	}
	for _, row := range t.Rows {
		if len(row) > maxColumns {
			return nil, false
		}
		table.Cells = append(table.Cells, richRow(t, row, false))
	}
	blocks = append(blocks, models.InputRichBlock{Type: models.RichBlockTypeTable, InputRichBlockTable: table})
	paragraph(d.r.Tail)
	return blocks, len(table.Cells) > 0
}

func richRow(t *message.Table, row []string, header bool) []models.RichBlockTableCell {
	var cells []models.RichBlockTableCell
	for i, text := range row {
		align := "left"
		if i < len(t.Right) && t.Right[i] {
			align = "right"
		}
		cells = append(cells, models.RichBlockTableCell{Text: &models.RichText{PlainText: clean(text)}, IsHeader: header, Align: align, Valign: "middle"})
	}
	return cells
}

func richText(parts []message.Part) (t models.RichText) {
	for _, p := range parts {
		text := models.RichText{PlainText: clean(p.Text)}
		if text.PlainText == "" {
			continue
		}
		if p.URL != "" && openable(p.URL) {
			text = models.RichText{Type: models.RichTextTypeURL, RichTextURL: &models.RichTextURL{Type: models.RichTextTypeURL, Text: text, URL: p.URL}}
		}
		switch p.Style {
		case message.Bold:
			text = models.RichText{Type: models.RichTextTypeBold, RichTextBold: &models.RichTextBold{Type: models.RichTextTypeBold, Text: text}}
		case message.Italic, message.Quote:
			text = models.RichText{Type: models.RichTextTypeItalic, RichTextItalic: &models.RichTextItalic{Type: models.RichTextTypeItalic, Text: text}}
		case message.Code, message.Pre:
			text = models.RichText{Type: models.RichTextTypeCode, RichTextCode: &models.RichTextCode{Type: models.RichTextTypeCode, Text: text}}
		}
		t.Array = append(t.Array, text)
	}
	return t
}
