package bot

import (
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
)

// settings shows what can be chosen for a chat.
func (b *Bot) settings(t *turn, _ string) error {
	parts, keys := b.settingsPage(t, nil)
	t.say(parts, keys...)
	return nil
}

func (b *Bot) settingsPage(t *turn, s *stack) ([]message.Part, [][]message.Key) {
	if s == nil {
		s = t.deal("set", 0)
	}
	quiet := phrase.QuietNever
	if t.chat.QuietFrom != t.chat.QuietTo {
		quiet = phrase.Quiet(t.chat.QuietFrom, t.chat.QuietTo)
	}
	when := ""
	if t.chat.Digest {
		when = phrase.DigestWeekly
		if p, ok := b.digestTimes(t); ok {
			when = p.Said
		}
	}
	parts := []message.Part{
		{Text: phrase.SettingsHead, Style: message.Bold},
		{Text: "\n" + phrase.SettingsBody(b.homeOf(t), quiet, when)},
	}
	digest := phrase.KeyDigestOn
	if t.chat.Digest {
		digest = phrase.KeyDigestOff
	}
	keys := [][]message.Key{{t.deal("area", 0).key(phrase.KeyArea, "0")}, {s.key(phrase.KeyQuiet, "quiet")}}
	if b.cfg.Reminders != nil {
		keys = append(keys, []message.Key{s.key(digest, "digest")})
	}
	return parts, keys
}

// pressSettings changes one setting. In a group only editors may.
func (b *Bot) pressSettings(t *turn, s *stack, action string) error {
	if t.u.Chat.Kind != message.Private && !t.may(Editor) {
		t.notice(phrase.ButtonNotAllowed)
		return nil
	}
	switch action {
	case "digest":
		b.setDigest(t, !t.chat.Digest)
	case "quiet":
		t.edit([]message.Part{{Text: phrase.QuietAsk}}, quietKeys(s)...).Callback = t.u.Callback
		return nil
	case "q21", "q22", "q20":
		t.chat.QuietFrom, t.chat.QuietTo = int(action[1]-'0')*10+int(action[2]-'0'), 7
		t.saveChat()
	case "q0":
		t.chat.QuietFrom, t.chat.QuietTo = 0, 0
		t.saveChat()
	case "show":
	default:
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	parts, keys := b.settingsPage(t, s)
	t.edit(parts, keys...).Callback = t.u.Callback
	return nil
}

// setDigest turns the weekly digest of the chat on or off.
func (b *Bot) setDigest(t *turn, on bool) {
	t.chat.Digest = on
	t.saveChat()
	if r, chat := b.cfg.Reminders, t.u.Chat; r != nil {
		t.effect(func(tx *store.Tx) error { return r.Subscribe(tx, chat, on, t.now) })
	}
}

// subscribe turns the digest on, at the times said or weekly.
func (b *Bot) subscribe(t *turn, words string) error {
	if _, ok := b.cfg.Reminders.(Digests); ok && words != "" {
		return b.subscribeAt(t, words)
	}
	return b.subscription(t, true)
}

func (b *Bot) unsubscribe(t *turn, _ string) error { return b.subscription(t, false) }

// subscribeAt turns the digest on at the times said. Cron expressions are for
// editors.
func (b *Bot) subscribeAt(t *turn, words string) error {
	if t.u.Chat.Kind != message.Private && !t.may(Editor) {
		t.tell(phrase.NotAllowed)
		return nil
	}
	book := b.cfg.Reminders.(Digests)
	p, problem := book.ReadDigest(words, t.now)
	switch {
	case problem != "":
		t.tell(problem)
		return nil
	case p.Cron && !t.may(Editor):
		t.tell(phrase.NotAllowed)
		return nil
	}
	t.chat.Digest = true
	t.saveChat()
	chat := t.u.Chat
	t.effect(func(tx *store.Tx) error { return book.SubscribeAt(tx, chat, p, t.now) })
	said := phrase.SubscribedAt(p.Said, phrase.Moment(p.Next), p.OnlyNew)
	if t.chat.Quiet(p.Next) {
		said += phrase.DigestQuiet(t.chat.QuietFrom, t.chat.QuietTo)
	}
	t.tell(said)
	return nil
}

// digestTimes returns when the digests of the turn's chat come as it is kept; ok is
// false where there are none.
func (b *Bot) digestTimes(t *turn) (p DigestPlan, ok bool) {
	book, has := b.cfg.Reminders.(DigestTimes)
	if !has {
		return p, false
	}
	err := b.cfg.Store.View(func(tx *store.Tx) (err error) {
		p, ok, err = book.DigestOf(tx, t.u.Chat.ID)
		return err
	})
	return p, ok && err == nil
}

func (b *Bot) subscription(t *turn, on bool) error {
	switch {
	case b.cfg.Reminders == nil:
		t.tell(phrase.NoReminders)
	case t.u.Chat.Kind != message.Private && !t.may(Editor):
		t.tell(phrase.NotAllowed)
	default:
		p, had := b.digestTimes(t)
		b.setDigest(t, on)
		if on && had {
			t.tell(phrase.SubscribedAt(p.Said, phrase.Moment(p.Next), p.OnlyNew))
			return nil
		}
		t.tell(phrase.Subscribed(on))
	}
	return nil
}

// digest says the progress of the running campaigns now.
func (b *Bot) digest(t *turn, _ string) error {
	if b.cfg.Digest == nil {
		t.tell(phrase.NoDigest)
		return nil
	}
	parts, err := b.cfg.Digest(t.ctx, t.home(), t.now)
	if err != nil {
		return err
	}
	t.say(parts)
	return nil
}

func quietKeys(s *stack) [][]message.Key {
	return [][]message.Key{
		{s.key(phrase.Quiet(20, 7), "q20")},
		{s.key(phrase.Quiet(21, 7), "q21")},
		{s.key(phrase.Quiet(22, 7), "q22")},
		{s.key(phrase.QuietNever, "q0"), s.key(phrase.KeyBack, "show")},
	}
}

// status says how the bot is doing.
func (b *Bot) status(t *turn, _ string) error {
	lines := []string{phrase.StatusAlive}
	if b.cfg.Status != nil {
		lines = b.cfg.Status(t.ctx)
	}
	parts := []message.Part{{Text: phrase.StatusHead, Style: message.Bold}}
	for _, l := range lines {
		parts = append(parts, message.Part{Text: "\n" + l})
	}
	t.say(parts)
	return nil
}

// erase asks before it forgets everything about the person.
func (b *Bot) erase(t *turn, _ string) error {
	s := t.dealOwn("erase", 0)
	t.tell(phrase.EraseAsk, []message.Key{s.key(phrase.KeyErase, "yes"), s.key(phrase.KeyKeep, "no")})
	return nil
}

// pressErase forgets the person: chat, settings, context, reminders and the
// request to be let in. A role stays, as taking it away is for editors; the
// owner's must, or nobody could hand out roles.
func (b *Bot) pressErase(t *turn, _ *stack, action string) error {
	if action != "yes" {
		t.edit([]message.Part{{Text: phrase.EraseKept}}).Callback = t.u.Callback
		return nil
	}
	chat, person := t.u.Chat.ID, t.u.From.ID
	t.session, t.keep = session{}, false
	t.effect(func(tx *store.Tx) error {
		if err := chatTable.Delete(tx, store.Int(chat)); err != nil {
			return err
		}
		if err := requestTable.Delete(tx, store.Int(person)); err != nil {
			return err
		}
		if err := dropSessions(tx, person); err != nil {
			return err
		}
		if err := dropCards(tx, chat); err != nil {
			return err
		}
		if b.cfg.Reminders == nil {
			return nil
		}
		return b.cfg.Reminders.Forget(tx, chat, person)
	})
	t.edit([]message.Part{{Text: phrase.EraseDone}}).Callback = t.u.Callback
	return nil
}

func dropSessions(tx *store.Tx, person int64) error {
	var mine [][]byte
	for k := range sessionTable.Range(tx, nil, nil) {
		if len(k) == 16 && string(k[8:]) == string(store.Int(person)) {
			mine = append(mine, k)
		}
	}
	for _, k := range mine {
		if err := sessionTable.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}

func dropCards(tx *store.Tx, chat int64) error {
	var mine [][]byte
	for k, c := range cardTable.Range(tx, nil, nil) {
		if c.Chat == chat {
			mine = append(mine, k)
		}
	}
	for _, k := range mine {
		if err := cardTable.Delete(tx, k); err != nil {
			return err
		}
	}
	return nil
}
