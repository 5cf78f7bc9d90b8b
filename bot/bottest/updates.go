package bottest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Describe sets what the server says of a chat, as fields of a Chat object.
func (s *Server) Describe(chat int64, fields map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fields["id"] = chat
	s.chats[chat] = fields
}

func (s *Server) chat(id int64) map[string]any {
	if c := s.chats[id]; c != nil {
		return c
	}
	if id > 0 {
		return map[string]any{"id": id, "type": "private", "first_name": fmt.Sprintf("Người %d", id)}
	}
	return map[string]any{"id": id, "type": "supergroup", "title": fmt.Sprintf("Nhóm %d", -id)}
}

func person(id int64) map[string]any {
	return map[string]any{"id": id, "is_bot": false, "first_name": fmt.Sprintf("Người %d", id), "language_code": "vi"}
}

// message returns a new message object of a person in a chat.
func (s *Server) message(chat, from int64) map[string]any {
	s.lastID[chat]++
	return map[string]any{"message_id": s.lastID[chat], "date": time.Now().Unix(), "chat": s.chat(chat), "from": person(from)}
}

// Say lets a person write to the bot in private; it returns the update's id.
func (s *Server) Say(chat int64, text string) int64 { return s.SayIn(chat, chat, text, nil) }

// SayIn lets a person write in a chat. more adds or replaces fields of the
// message object.
func (s *Server) SayIn(chat, from int64, text string, more map[string]any) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message(chat, from)
	if text != "" {
		m["text"] = text
	}
	for k, v := range more {
		m[k] = v
	}
	return s.push(map[string]any{"message": m})
}

// Post puts a post into a channel.
func (s *Server) Post(channel int64, text string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastID[channel]++
	chat := map[string]any{"id": channel, "type": "channel", "title": fmt.Sprintf("Kênh %d", -channel)}
	return s.push(map[string]any{"channel_post": map[string]any{"message_id": s.lastID[channel], "date": time.Now().Unix(), "chat": chat, "sender_chat": chat, "text": text}})
}

// Press lets a person press the button with a text under a message.
func (s *Server) Press(m Message, from int64, text string) error {
	for _, row := range m.Keys {
		for _, b := range row {
			if b.Text == text {
				s.PressData(m, from, b.Data)
				return nil
			}
		}
	}
	return fmt.Errorf("message %d has no button %q", m.ID, text)
}

// PressData sends callback data as a client would, genuine or forged.
func (s *Server) PressData(m Message, from int64, data string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	of := map[string]any{"message_id": m.ID, "date": time.Now().Unix(), "chat": s.chat(m.Chat), "text": m.Text}
	if m.Topic != 0 {
		of["message_thread_id"], of["is_topic_message"] = m.Topic, true
	}
	if m.Only != 0 {
		of["ephemeral_message_id"] = m.ID
	}
	query := fmt.Sprintf("press-%d", s.nextID)
	s.pressed[query] = m.ID
	return s.push(map[string]any{"callback_query": map[string]any{
		"id": query, "from": person(from), "message": of, "chat_instance": "1", "data": data}})
}

// Ask sends an inline query.
func (s *Server) Ask(from int64, query, offset string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.push(map[string]any{"inline_query": map[string]any{"id": fmt.Sprintf("inline-%d", s.nextID), "from": person(from), "query": query, "offset": offset}})
}

// Join adds the bot to a chat, or unblocks it; Leave is the opposite.
func (s *Server) Join(chat, by int64) int64 { return s.standing(chat, by, "left", "member") }

// Leave removes the bot from a chat, or blocks it.
func (s *Server) Leave(chat, by int64) int64 { return s.standing(chat, by, "member", "kicked") }

func (s *Server) standing(chat, by int64, was, is string) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	member := func(status string) map[string]any {
		return map[string]any{"status": status, "user": map[string]any{"id": s.botID(), "is_bot": true, "first_name": s.o.Name}, "until_date": 0}
	}
	return s.push(map[string]any{"my_chat_member": map[string]any{"chat": s.chat(chat), "from": person(by), "date": time.Now().Unix(),
		"old_chat_member": member(was), "new_chat_member": member(is)}})
}

// Push adds an update as it stands; the server sets its id.
func (s *Server) Push(update map[string]any) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.push(update)
}

// PushRaw adds an update with an id of its own, well-formed or not.
func (s *Server) PushRaw(id int64, raw string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.updates = append(s.updates, pending{id, json.RawMessage(raw)})
	s.change()
}

// Number makes the next update carry this id.
func (s *Server) Number(next int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.nextID = next
}

func (s *Server) push(update map[string]any) int64 {
	id := s.nextID
	s.nextID++
	update["update_id"] = id
	raw, err := json.Marshal(update)
	if err != nil {
		panic(err)
	}
	s.updates = append(s.updates, pending{id, raw})
	s.change()
	return id
}

// Pending returns how many updates the bot has not confirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.updates)
}

// getUpdates waits for updates. Those below the offset are dropped, and no
// others; a second poller ends the first with 409.
func getUpdates(s *Server, r *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	deadline := time.NewTimer(time.Duration(p.int64("timeout")) * time.Second)
	defer deadline.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.webhook.url != "" {
		return nil, &Fault{Status: 409, Description: "Conflict: can't use getUpdates method while webhook is active"}
	}
	if s.polling {
		return nil, &Fault{Status: 409, Description: "Conflict: terminated by other getUpdates request"}
	}
	s.polling = true
	s.change()
	defer func() { s.polling = false }()
	if offset := p.int64("offset"); offset > 0 {
		s.confirm(offset)
	}
	for {
		if n := len(s.updates); n > 0 {
			return batch(s.updates[:min(n, 100)]), nil
		}
		changed := s.changed
		s.mu.Unlock()
		select {
		case <-changed:
			s.mu.Lock()
		case <-deadline.C:
			s.mu.Lock()
			return []any{}, nil
		case <-r.Context().Done():
			s.mu.Lock()
			return []any{}, nil
		}
	}
}

// confirm drops what stands before the update that the offset names. Numbers
// may begin anew, lower: then they stand later in the queue.
func (s *Server) confirm(offset int64) {
	for i := len(s.updates) - 1; i >= 0; i-- {
		if s.updates[i].id == offset-1 {
			s.updates = append([]pending(nil), s.updates[i+1:]...)
			return
		}
	}
}

func batch(updates []pending) (raws []json.RawMessage) {
	for _, u := range updates {
		raws = append(raws, u.raw)
	}
	return raws
}

type webhook struct{ url, secret string }

func setWebhook(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhook = webhook{p.text("url"), p.text("secret_token")}
	return true, nil
}

// SetWebhook registers a webhook, as an earlier program would have.
func (s *Server) SetWebhook(url, secret string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhook = webhook{url, secret}
}

func deleteWebhook(s *Server, _ *http.Request, p params, _ map[string][]byte) (any, *Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.webhook = webhook{}
	if drop, _ := p["drop_pending_updates"].(bool); drop {
		s.updates = nil
	}
	return true, nil
}

// Deliver calls the webhook with each update that waits, and again until it is
// answered with 2xx, as long as ctx lasts.
func (s *Server) Deliver(ctx context.Context) error {
	for ctx.Err() == nil {
		s.mu.Lock()
		hook := s.webhook
		var next *pending
		if len(s.updates) > 0 {
			next = &s.updates[0]
		}
		s.mu.Unlock()
		if next == nil {
			return nil
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.url, bytes.NewReader(next.raw))
		if err != nil {
			return err
		}
		req.Header.Set("X-Telegram-Bot-Api-Secret-Token", hook.secret)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		res.Body.Close()
		if res.StatusCode/100 == 2 {
			s.mu.Lock()
			s.updates = s.updates[1:]
			s.mu.Unlock()
		}
	}
	return ctx.Err()
}
