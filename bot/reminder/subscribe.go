package reminder

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

var (
	_ bot.Digests     = (*Book)(nil)
	_ bot.DigestTimes = (*Book)(nil)
)

// usual are the schedules that one word names.
var usual = map[string]Recurrence{
	"ngay":  {Unit: Daily, At: []TimeOfDay{{Hour: 8}}},
	"tuan":  weekly,
	"thang": {Unit: Monthly, MonthDays: []int{1}, At: []TimeOfDay{{Hour: 8}}},
	"quy":   {Unit: Monthly, MonthDays: []int{1}, Months: []int{1, 4, 7, 10}, Quarter: true, At: []TimeOfDay{{Hour: 8}}},
}

// onlyNew are words that ask for digests only where something is new.
var onlyNew = []string{"khi có số mới", "nếu có số mới", "khi có gì mới", "chỉ khi có mới", "khi có mới", "bỏ qua khi không có gì mới"}

// ReadDigest understands when digests are to come: "hằng tháng", "8h thứ sáu hằng
// tuần khi có số mới", "0 8 1 * *".
func (b *Book) ReadDigest(words string, now time.Time) (p bot.DigestPlan, problem string) {
	r, p, problem := b.digestTimes(words, now)
	if problem != "" {
		return p, problem
	}
	next, ok := r.Next(now, b.Days())
	if !ok {
		return p, phrase.CronNever
	}
	p.Said, p.Next = r.Said(), next
	return p, ""
}

// maxDigestWords is how long the words may be, in bytes.
const maxDigestWords = 300

func (b *Book) digestTimes(words string, now time.Time) (r Recurrence, p bot.DigestPlan, problem string) {
	p.Words = strings.TrimSpace(words)
	if len(p.Words) > maxDigestWords {
		return r, p, phrase.DigestWhen
	}
	words, p.OnlyNew = cutOnlyNew(p.Words)
	if looksLikeCron(words) {
		p.Cron = true
		r, problem = ParseCron(words, now)
		return r, p, problem
	}
	folded := strings.Fields(viet.Fold(words))
	if len(folded) == 2 && (folded[0] == "hang" || folded[0] == "moi") {
		if r, ok := usual[folded[1]]; ok {
			r.Start = now.In(corpus.Zone)
			return r, p, ""
		}
	}
	req, ok := b.digestRequest(words, now)
	switch {
	case req.Clarify == askOften:
		return r, p, phrase.DigestOften
	case req.Clarify == askWhichDays, req.Clarify == askWeekly:
		return r, p, phrase.DigestDays
	case !ok || req.Recurrence == nil && req.Clarify == "":
		return r, p, phrase.DigestWhen
	case req.Clarify != "":
		return r, p, req.Clarify
	case !req.Recurs || len(req.Recurrence.Offsets) > 0:
		return r, p, phrase.DigestOnce
	case req.Recurrence.Unit == Hourly || req.Recurrence.Unit == Minutely || len(req.Recurrence.At) > maxTimes:
		return r, p, phrase.DigestOften
	}
	return *req.Recurrence, p, ""
}

// digestRequest reads the words of a digest's times as a request to be reminded.
// What that would ask back goes without saying here: it comes round again, and on
// Mondays where the words leave the weekday open ("hai tuần một lần").
func (b *Book) digestRequest(words string, now time.Time) (Request, bool) {
	const lead = "nhắc tôi xem bản tin "
	req, ok := ParseRequest(lead+words, now, b.Days())
	more := map[string]string{askWhichDays: " vào thứ hai", askWeekly: " hằng tuần"}[req.Clarify]
	if more == "" {
		return req, ok
	}
	if r, ok := ParseRequest(lead+words+more, now, b.Days()); ok && r.Clarify == "" && r.Recurs && r.Recurrence.Unit == Weekly {
		return r, true
	}
	return req, ok
}

// DigestOf returns when the digests of a chat come.
func (b *Book) DigestOf(tx *store.Tx, chat int64) (p bot.DigestPlan, ok bool, err error) {
	all, err := ofChat(tx, chat)
	for _, r := range all {
		if r.Kind != Digest {
			continue
		}
		when, err := r.schedule()
		if err != nil {
			return p, false, fmt.Errorf("digest of chat %d: %w", chat, err)
		}
		rec, _ := when.(Recurrence)
		return bot.DigestPlan{Said: rec.Said(), Next: r.Next.In(corpus.Zone), OnlyNew: r.OnlyNew}, true, nil
	}
	return p, false, err
}

func cutOnlyNew(words string) (rest string, found bool) {
	folded := viet.Fold(words)
	for _, w := range onlyNew {
		i := strings.Index(folded, viet.Fold(w))
		if i < 0 {
			continue
		}
		n := len([]rune(folded[:i]))
		text := []rune(viet.Normalize(words))
		end := n + len([]rune(viet.Fold(w)))
		if end <= len(text) {
			return strings.TrimSpace(string(text[:n]) + " " + string(text[end:])), true
		}
	}
	return words, false
}

// SubscribeAt has digests come as planned, besides the daily look for warnings.
// It replaces what was there.
func (b *Book) SubscribeAt(tx *store.Tx, chat message.Chat, p bot.DigestPlan, now time.Time) error {
	r, _, problem := b.digestTimes(p.Words, now)
	if problem != "" {
		return errors.New("subscribe: " + problem)
	}
	if err := b.Subscribe(tx, chat, true, now); err != nil {
		return err
	}
	all, err := ofChat(tx, chat.ID)
	if err != nil {
		return err
	}
	raw, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("subscribe: %w", err)
	}
	for _, was := range all {
		if was.Kind != Digest {
			continue
		}
		row := was
		row.Schedule, row.OnlyNew, row.Chat = raw, p.OnlyNew, chat
		row.Next, _ = r.Next(now, b.Days())
		if err := put(tx, row, &was); err != nil {
			return err
		}
	}
	return nil
}
