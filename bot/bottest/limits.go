package bottest

import "time"

// Limits are what the server allows; a call beyond is refused with 429.
type Limits struct {
	Second      int           // messages in any sliding second
	Chat        time.Duration // between two messages to a person ...
	ChatBurst   int           // ... after this many at once
	GroupMinute int           // messages to a group in any sliding minute
}

// TelegramLimits are the limits that the public notes speak of.
func TelegramLimits() *Limits {
	return &Limits{Second: 30, Chat: time.Second, ChatBurst: 3, GroupMinute: 20}
}

// meter remembers when messages were taken.
type meter struct {
	all   []time.Time
	chats map[int64][]time.Time
}

// count books a message, or returns how many seconds to wait for it.
func (m *meter) count(l *Limits, chat int64, now time.Time) (retry int) {
	if l == nil {
		return 0
	}
	if m.chats == nil {
		m.chats = map[int64][]time.Time{}
	}
	m.all = since(m.all, now.Add(-time.Second))
	window := time.Minute
	allowed := l.GroupMinute
	if chat > 0 {
		window, allowed = time.Duration(l.ChatBurst)*l.Chat, l.ChatBurst
	}
	mine := since(m.chats[chat], now.Add(-window))
	if len(m.all) >= l.Second {
		return 1
	}
	if len(mine) >= allowed {
		return max(1, int(mine[0].Add(window).Sub(now).Seconds())+1)
	}
	m.all = append(m.all, now)
	m.chats[chat] = append(mine, now)
	return 0
}

func since(times []time.Time, from time.Time) []time.Time {
	for len(times) > 0 && times[0].Before(from) {
		times = times[1:]
	}
	return times
}
