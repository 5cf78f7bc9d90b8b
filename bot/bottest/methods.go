package bottest

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf16"
)

// Message is what stands in a chat.
type Message struct {
	ID       int
	Chat     int64
	Topic    int
	Text     string // without tags
	HTML     string // as it was sent
	Keys     [][]Button
	ReplyTo  int
	File     string // id of its photo or document
	FileName string
	Silent   bool
	Rich     bool
	Edited   int   // times
	Only     int64 // person who alone sees it; 0: everybody
	At       time.Time
}

// Button is a button under a message.
type Button struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
	URL  string `json:"url"`
}

type method func(*Server, *http.Request, params, map[string][]byte) (any, *Fault)

// methodOf returns a method by its name, nil if the server has none of that name.
func methodOf(name string) method {
	return map[string]method{
		"getMe": getMe, "getUpdates": getUpdates, "setWebhook": setWebhook, "deleteWebhook": deleteWebhook,
		"sendMessage": sendMessage, "sendRichMessage": sendRich, "sendPhoto": sendPhoto, "sendDocument": sendDocument,
		"editMessageText": editText, "answerCallbackQuery": answerQuery, "answerInlineQuery": answerQuery,
		"setMyCommands": setCommands, "sendChatAction": done, "getFile": getFile, "sendMessageDraft": sendDraft,
	}[name]
}

// setCommands checks the scope as the server does.
func setCommands(_ *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	var scope struct {
		Type string `json:"type"`
	}
	p.object("scope", &scope)
	if p["scope"] != nil && scope.Type == "" {
		return nil, bad("can't parse BotCommandScope: field \"type\" must be of type String")
	}
	return true, nil
}

func done(*Server, *http.Request, params, map[string][]byte) (any, *Fault) { return true, nil }

// sendDraft takes drafts in private only, with a number that is not 0.
func sendDraft(_ *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	if p.int64("chat_id") <= 0 || p.int64("draft_id") == 0 || p.text("text") == "" {
		return nil, bad("DRAFT_INVALID")
	}
	return true, nil
}

func getMe(s *Server, _ *http.Request, _ params, _ map[string][]byte) (any, *Fault) {
	return map[string]any{"id": s.botID(), "is_bot": true, "first_name": "Thi đua", "username": s.o.Name}, nil
}

func sendMessage(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	return s.keep(p, "text", 4096, Message{})
}

func sendRich(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	var rich struct {
		Blocks []map[string]any `json:"blocks"`
		HTML   string           `json:"html"`
	}
	p.object("rich_message", &rich)
	if len(rich.Blocks) == 0 && rich.HTML == "" {
		return nil, bad("message text is empty")
	}
	p["rich_text"] = richPlain(rich.Blocks)
	return s.keep(p, "rich_text", 32768, Message{Rich: true})
}

// richPlain returns the text of blocks: a line for a paragraph or a row, with
// bars between cells.
func richPlain(blocks []map[string]any) string {
	var lines []string
	for _, b := range blocks {
		if b["type"] != "table" {
			lines = append(lines, richText(b["text"]))
			continue
		}
		rows, _ := b["cells"].([]any)
		for _, r := range rows {
			cells, _ := r.([]any)
			var row []string
			for _, c := range cells {
				row = append(row, richText(c))
			}
			lines = append(lines, "| "+strings.Join(row, " | ")+" |")
		}
	}
	return strings.Join(lines, "\n")
}

// richText returns the words of a rich text: a string, a list of them, or an
// object around one.
func richText(v any) string {
	switch t := v.(type) {
	case string:
		return t
	case []any:
		var b strings.Builder
		for _, x := range t {
			b.WriteString(richText(x))
		}
		return b.String()
	case map[string]any:
		return richText(t["text"])
	}
	return ""
}

func sendPhoto(s *Server, _ *http.Request, p params, files map[string][]byte) (any, *Fault) {
	return s.keepFile(p, "photo", files)
}

func sendDocument(s *Server, _ *http.Request, p params, files map[string][]byte) (any, *Fault) {
	return s.keepFile(p, "document", files)
}

func (s *Server) keepFile(p params, field string, files map[string][]byte) (any, *Fault) {
	id := p.text(field)
	s.mu.Lock()
	if b, ok := files[field]; ok {
		id = fmt.Sprintf("file-%s-%d", field, len(s.files)+1)
		s.files[id] = b
	} else if _, known := s.files[id]; !known {
		s.mu.Unlock()
		return nil, bad("wrong file identifier/HTTP URL specified")
	}
	s.mu.Unlock()
	return s.keep(p, "caption", 1024, Message{File: id, FileName: field})
}

// AddFile puts a file where getFile finds it, and returns its id.
func (s *Server) AddFile(content []byte) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := fmt.Sprintf("file-added-%d", len(s.files)+1)
	s.files[id] = content
	return id
}

// AddLyingFile is AddFile for one whose size getFile tells wrongly.
func (s *Server) AddLyingFile(content []byte, size int) string {
	id := s.AddFile(content)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sizes[id] = size
	return id
}

// Fetched returns how many files were asked for.
func (s *Server) Fetched() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fetched
}

// keep checks a message as the server does and puts it into its chat.
func (s *Server) keep(p params, field string, limit int, m Message) (any, *Fault) {
	chat := p.int64("chat_id")
	if chat == 0 {
		return nil, bad("chat_id is empty")
	}
	if f := s.content(p, field, limit, &m); f != nil {
		return nil, f
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if retry := s.meter.count(s.o.Strict, chat, time.Now()); retry > 0 {
		return nil, &Fault{Status: 429, Description: fmt.Sprintf("Too Many Requests: retry after %d", retry), RetryAfter: retry}
	}
	var reply struct {
		ID int `json:"message_id"`
	}
	p.object("reply_parameters", &reply)
	s.lastID[chat]++
	m.ID, m.Chat, m.Topic, m.ReplyTo, m.At = s.lastID[chat], chat, int(p.int64("message_thread_id")), reply.ID, time.Now()
	m.Silent, _ = p["disable_notification"].(bool)
	only, f := s.whispered(p, chat)
	if f != nil {
		return nil, f
	}
	m.Only = only
	s.messages[chat] = append(s.messages[chat], &m)
	s.change()
	return s.object(&m), nil
}

// whispered reads for whom alone a message is, and takes away the one that it
// stands in the place of.
func (s *Server) whispered(p params, chat int64) (only int64, f *Fault) {
	var w struct {
		Only    int64  `json:"receiver_user_id"`
		Query   string `json:"callback_query_id"`
		Replace bool   `json:"replace_callback_query_message"`
	}
	p.object("ephemeral_message_parameters", &w)
	if w.Only != 0 && chat > 0 {
		return 0, bad("EPHEMERAL_NOT_ALLOWED")
	}
	if !w.Replace {
		return w.Only, nil
	}
	of, known := s.pressed[w.Query]
	if !known {
		return 0, bad("query is too old and response timeout expired or query ID is invalid")
	}
	s.messages[chat] = slices.DeleteFunc(s.messages[chat], func(m *Message) bool { return m.ID == of })
	return w.Only, nil
}

func (s *Server) object(m *Message) map[string]any {
	o := map[string]any{"message_id": m.ID, "date": m.At.Unix(), "chat": s.chat(m.Chat), "text": m.Text}
	switch m.FileName {
	case "photo":
		o["photo"] = []any{map[string]any{"file_id": m.File, "file_unique_id": m.File, "width": 90, "height": 90}}
	case "document":
		o["document"] = map[string]any{"file_id": m.File, "file_unique_id": m.File}
	}
	return o
}

// content reads and checks the text and the buttons of a message.
func (s *Server) content(p params, field string, limit int, m *Message) *Fault {
	m.HTML = p.text(field)
	m.Text = m.HTML
	if p.text("parse_mode") == "HTML" {
		text, err := plainOf(m.HTML)
		if err != nil {
			return bad("can't parse entities: " + err.Error())
		}
		m.Text = text
	}
	if strings.TrimSpace(m.Text) == "" && field == "text" {
		return bad("message text is empty")
	}
	if len(utf16.Encode([]rune(m.Text))) > limit {
		return bad("message is too long")
	}
	var markup struct {
		Keys [][]Button `json:"inline_keyboard"`
	}
	p.object("reply_markup", &markup)
	for _, row := range markup.Keys {
		for _, b := range row {
			switch {
			case len(b.Data) > 64:
				return bad("BUTTON_DATA_INVALID")
			case b.Text == "" || b.Data == "" && b.URL == "":
				return bad("can't parse inline keyboard button")
			}
		}
	}
	m.Keys = markup.Keys
	return nil
}

func editText(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	fresh := Message{}
	if f := s.content(p, "text", 4096, &fresh); f != nil {
		return nil, f
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.messages[p.int64("chat_id")] {
		if int64(m.ID) != p.int64("message_id") {
			continue
		}
		if m.File != "" {
			return nil, bad("there is no text in the message to edit")
		}
		if m.HTML == fresh.HTML && fmt.Sprint(m.Keys) == fmt.Sprint(fresh.Keys) {
			return nil, bad("message is not modified")
		}
		m.Text, m.HTML, m.Keys = fresh.Text, fresh.HTML, fresh.Keys
		m.Edited++
		s.change()
		return s.object(m), nil
	}
	return nil, bad("message to edit not found")
}

func answerQuery(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	if p.text("callback_query_id")+p.text("inline_query_id") == "" {
		return nil, bad("query is too old and response timeout expired or query ID is invalid")
	}
	var results []struct {
		Type    string `json:"type"`
		Content struct {
			Text string `json:"message_text"`
		} `json:"input_message_content"`
	}
	p.object("results", &results)
	for _, r := range results {
		if r.Type == "" {
			return nil, bad("inline query result type is empty")
		}
		if _, err := plainOf(r.Content.Text); err != nil {
			return nil, bad("can't parse entities: " + err.Error())
		}
	}
	return true, nil
}

func getFile(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := p.text("file_id")
	b, ok := s.files[id]
	if !ok {
		return nil, bad("invalid file_id")
	}
	if len(b) > 20<<20 {
		return nil, bad("file is too big")
	}
	size := len(b)
	if told, ok := s.sizes[id]; ok {
		size = told
	}
	return map[string]any{"file_id": id, "file_unique_id": id, "file_size": size, "file_path": "documents/" + id}, nil
}

func (s *Server) serveFile(w http.ResponseWriter, path string) {
	s.mu.Lock()
	s.fetched++
	b, ok := s.files[strings.TrimPrefix(path, "documents/")]
	s.mu.Unlock()
	if !ok {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Write(b)
}

// Messages returns what the bot has sent to a chat, as it stands there now.
func (s *Server) Messages(chat int64) (list []Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.messages[chat] {
		list = append(list, *m)
	}
	return list
}

// Total returns how many messages the bot has sent to all chats.
func (s *Server) Total() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, list := range s.messages {
		n += len(list)
	}
	return n
}

// Wait returns the messages of a chat once there are n of them.
func (s *Server) Wait(ctx context.Context, chat int64, n int) ([]Message, error) {
	err := s.WaitFor(ctx, func() bool { return len(s.messages[chat]) >= n })
	list := s.Messages(chat)
	if err != nil {
		return list, fmt.Errorf("%d messages of %d in chat %d: %w", len(list), n, chat, err)
	}
	return list, nil
}

// WaitCalls waits until a method was called n times.
func (s *Server) WaitCalls(ctx context.Context, name string, n int) error {
	return s.WaitFor(ctx, func() bool {
		got := 0
		for _, c := range s.calls {
			if c.Method == name {
				got++
			}
		}
		return got >= n
	})
}

// WaitTotal waits until the bot has sent n messages in all.
func (s *Server) WaitTotal(ctx context.Context, n int) error {
	return s.WaitFor(ctx, func() bool {
		got := 0
		for _, list := range s.messages {
			got += len(list)
		}
		return got >= n
	})
}

// WaitFor waits until ok, which is called with the server locked, is true.
func (s *Server) WaitFor(ctx context.Context, ok func() bool) error {
	for {
		s.mu.Lock()
		if ok() {
			s.mu.Unlock()
			return nil
		}
		changed := s.changed
		s.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
