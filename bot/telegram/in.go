package telegram

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/go-telegram/bot/models"

	"thiduabot/bot/message"
)

// self is the bot as Telegram knows it; the zero value is not known yet.
type self struct {
	ID       int64
	Username string
}

// read turns an update of Telegram into one of ours. ok is false for what the
// bot has no use for, and for what cannot be decoded.
func read(raw json.RawMessage, me self) (u message.Update, ok bool, err error) {
	defer func() {
		if r := recover(); r != nil { // the types decode themselves, and grow with each release
			u, ok, err = message.Update{}, false, fmt.Errorf("decode update: %v", r)
		}
	}()
	var t models.Update
	if err := json.Unmarshal(raw, &t); err != nil {
		return u, false, err
	}
	switch {
	case t.Message != nil:
		u, ok = readMessage(t.Message, me)
	case t.EditedMessage != nil:
		u, ok = readMessage(t.EditedMessage, me)
		u.Kind = message.Edited
	case t.ChannelPost != nil:
		u, ok = readPost(t.ChannelPost)
	case t.EditedChannelPost != nil:
		u, ok = readPost(t.EditedChannelPost)
	case t.CallbackQuery != nil:
		u, ok = readPress(t.CallbackQuery), true
	case t.InlineQuery != nil && t.InlineQuery.From != nil:
		u, ok = readInline(t.InlineQuery), true
	case t.MyChatMember != nil:
		u, ok = readMember(t.MyChatMember)
	}
	return u, ok, nil
}

// lane returns what orders an update among others: its chat, or its person.
func lane(u message.Update) int64 {
	if u.Chat.ID != 0 {
		return u.Chat.ID
	}
	return u.From.ID
}

func readMessage(m *models.Message, me self) (u message.Update, ok bool) {
	u = message.Update{Kind: message.Text, Chat: readChat(m.Chat), Message: m.ID, At: unix(m.Date)}
	if m.From != nil {
		u.From = readPerson(*m.From)
		if m.From.IsBot && m.From.ID == me.ID {
			return u, false
		}
	}
	if m.MigrateToChatID != 0 {
		u.Kind, u.NewChat = message.Migrate, m.MigrateToChatID
		return u, true
	}
	if m.IsTopicMessage {
		u.Chat.Topic = m.MessageThreadID
	}
	entities := m.Entities
	u.Text, u.File = m.Text, readFile(m)
	if m.Text == "" {
		u.Text, entities = m.Caption, m.CaptionEntities
	}
	u.Forwarded = m.ForwardOrigin != nil || m.IsAutomaticForward
	toMe := false
	if r := m.ReplyToMessage; r != nil {
		u.ReplyTo = r.ID
		toMe = r.From != nil && r.From.ID == me.ID && me.ID != 0
	}
	u.ToBot = addressed(u, m.Text+m.Caption, entities, me, toMe)
	return u, u.Text != "" || u.File != nil
}

// addressed reports whether a message is meant for the bot: in private all are,
// in a group a command, unless it names another bot, a reply and a mention.
func addressed(u message.Update, text string, entities []models.MessageEntity, me self, reply bool) bool {
	named := false
	for _, e := range entities {
		switch word := span(text, e); e.Type {
		case models.MessageEntityTypeBotCommand:
			if e.Offset != 0 {
				continue
			}
			if _, to, ok := strings.Cut(word, "@"); ok && !strings.EqualFold(to, me.Username) {
				return false
			}
			named = true
		case models.MessageEntityTypeMention:
			named = named || me.Username != "" && strings.EqualFold(word, "@"+me.Username)
		case models.MessageEntityTypeTextMention:
			named = named || e.User != nil && e.User.ID == me.ID
		}
	}
	if command, _, _ := strings.Cut(text, " "); strings.HasPrefix(command, "/") {
		if _, to, ok := strings.Cut(command, "@"); ok {
			return strings.EqualFold(strings.TrimSpace(to), me.Username)
		}
		named = true
	}
	return named || reply || u.Chat.Kind == message.Private
}

// span returns the text of an entity, whose offset and length count UTF-16
// units and may be anything.
func span(text string, e models.MessageEntity) string {
	units := utf16.Encode([]rune(text))
	if e.Offset < 0 || e.Length < 0 || e.Offset > len(units) || e.Length > len(units)-e.Offset {
		return ""
	}
	return string(utf16.Decode(units[e.Offset : e.Offset+e.Length]))
}

func readPost(m *models.Message) (u message.Update, ok bool) {
	u, ok = readMessage(m, self{})
	if u.Kind == message.Migrate {
		return u, true
	}
	u.Kind = message.Post
	if m.SenderChat != nil && u.From.ID == 0 {
		u.From = message.Person{Name: m.SenderChat.Title}
	}
	return u, ok
}

func readPress(q *models.CallbackQuery) message.Update {
	u := message.Update{Kind: message.Button, From: readPerson(q.From), Data: q.Data, Callback: q.ID, At: time.Now(), ToBot: true}
	switch {
	case q.Message.Message != nil:
		m := q.Message.Message
		u.Chat, u.Message, u.Whispered = readChat(m.Chat), m.ID, m.EphemeralMessageID != 0
		if m.IsTopicMessage {
			u.Chat.Topic = m.MessageThreadID
		}
	case q.Message.InaccessibleMessage != nil:
		u.Chat, u.Message = readChat(q.Message.InaccessibleMessage.Chat), q.Message.InaccessibleMessage.MessageID
	}
	return u
}

func readInline(q *models.InlineQuery) message.Update {
	return message.Update{Kind: message.Inline, From: readPerson(*q.From), Text: q.Query, Offset: q.Offset, Callback: q.ID, At: time.Now(), ToBot: true}
}

// readMember reads a change of the bot's own standing in a chat.
func readMember(c *models.ChatMemberUpdated) (u message.Update, ok bool) {
	in := func(m models.ChatMember) bool {
		return m.Type != models.ChatMemberTypeLeft && m.Type != models.ChatMemberTypeBanned
	}
	was, is := in(c.OldChatMember), in(c.NewChatMember)
	u = message.Update{Kind: message.Joined, Chat: readChat(c.Chat), From: readPerson(c.From), At: unix(c.Date)}
	if !is {
		u.Kind = message.Left
	}
	return u, was != is
}

func readChat(c models.Chat) message.Chat {
	chat := message.Chat{ID: c.ID, Title: c.Title, Kind: message.Group}
	switch c.Type {
	case models.ChatTypePrivate:
		chat.Kind = message.Private
	case models.ChatTypeChannel:
		chat.Kind = message.Channel
	}
	return chat
}

func readPerson(u models.User) message.Person {
	return message.Person{ID: u.ID, Name: strings.TrimSpace(u.FirstName + " " + u.LastName), Username: u.Username, Language: u.LanguageCode}
}

// readFile returns the document or the largest size of the photo of a message.
func readFile(m *models.Message) *message.File {
	if d := m.Document; d != nil {
		return &message.File{Ref: d.FileID, Name: d.FileName, Type: d.MimeType, Size: d.FileSize}
	}
	if n := len(m.Photo); n > 0 {
		return &message.File{Ref: m.Photo[n-1].FileID, Name: "photo.jpg", Type: "image/jpeg", Size: int64(m.Photo[n-1].FileSize)}
	}
	return nil
}

func unix(seconds int) time.Time { return time.Unix(int64(seconds), 0) }
