package bot

import (
	"errors"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

// refuse tells a stranger that the bot is not open, and how to be let in. In a
// group the whole group can be let in.
func (b *Bot) refuse(t *turn) error {
	words := phrase.Stranger
	if t.u.Chat.Kind == message.Group {
		words = phrase.StrangerGroup
	}
	if nobody[t.u.From.ID] && t.u.Chat.Kind == message.Private {
		t.tell(words)
		return nil
	}
	t.aside(t.tell(words, []message.Key{t.deal("ask-in", 0).key(phrase.KeyAskIn, "ask")}))
	return nil
}

// pressAskIn sends a stranger's wish to the editors, once a day and asker.
func (b *Bot) pressAskIn(t *turn, _ *stack, _ string) error {
	if b.letIn(t) {
		t.notice(phrase.AlreadyIn)
		return nil
	}
	r := request{Person: t.u.From.ID, Name: t.name(), Chat: t.u.Chat.ID, At: t.now}
	key := store.Int(r.Person)
	if t.u.Chat.Kind == message.Group {
		r.Group, r.Title, key = true, t.title(), store.Int(t.u.Chat.ID)
	}
	var editors []Person
	var recent bool
	err := b.cfg.Store.View(func(tx *store.Tx) error {
		old, ok, err := requestTable.Lookup(tx, key)
		recent = ok && t.now.Sub(old.At).Hours() < 24
		for _, p := range personTable.Range(tx, nil, nil) {
			if p.Role >= Editor && p.Chat != 0 {
				editors = append(editors, p)
			}
		}
		return err
	})
	if err != nil || recent {
		t.notice(phrase.AskedAlready)
		return err
	}
	t.effect(func(tx *store.Tx) error { return requestTable.Put(tx, key, r) })
	for _, e := range editors {
		s := t.deal("grant", r)
		s.card.Chat, s.card.Need = e.Chat, Editor
		t.sendTo(e.Chat, phrase.AsksIn(r.Name, r.Person, t.u.From.Username, r.Title),
			[]message.Key{s.key(phrase.KeyLetIn, "yes"), s.key(phrase.KeyRefuse, "no")})
	}
	t.notice(phrase.AskedIn)
	return nil
}

// pressGrant lets somebody in, or not. Whoever of the editors presses first
// decides.
func (b *Bot) pressGrant(t *turn, s *stack, action string) error {
	r := body[request](t, s)
	if t.err != nil {
		return t.err
	}
	group := r.Group
	key := store.Int(r.Person)
	if group {
		key = store.Int(r.Chat)
	}
	open := false
	err := b.cfg.Store.View(func(tx *store.Tx) (err error) {
		_, open, err = requestTable.Lookup(tx, key)
		return err
	})
	if err != nil {
		return err
	}
	if !open {
		t.edit([]message.Part{{Text: phrase.GrantDecided(r.Name, r.Title)}}).Callback = t.u.Callback
		return nil
	}
	t.effect(func(tx *store.Tx) error { return requestTable.Delete(tx, key) })
	if action != "yes" {
		t.record(Deed{What: "refuse", About: r.Name})
		t.edit([]message.Part{{Text: phrase.GrantRefused(r.Name, r.Title)}}).Callback = t.u.Callback
		return nil
	}
	t.effect(func(tx *store.Tx) error { return t.letInNow(tx, r, group) })
	t.record(Deed{What: "grant", About: r.Name + r.Title})
	t.edit([]message.Part{{Text: phrase.GrantDone(r.Name, r.Title)}}).Callback = t.u.Callback
	t.sendTo(r.Chat, phrase.Welcome)
	return nil
}

func (t *turn) letInNow(tx *store.Tx, r request, group bool) error {
	if group {
		c, ok, err := chatTable.Lookup(tx, store.Int(r.Chat))
		if err != nil {
			return err
		}
		if !ok {
			c = Chat{ID: r.Chat, Kind: message.Group, Title: r.Title, QuietFrom: 21, QuietTo: 7, Since: t.now}
		}
		c.Allowed = true
		return chatTable.Put(tx, store.Int(r.Chat), c)
	}
	p, ok, err := personTable.Lookup(tx, store.Int(r.Person))
	if err != nil || ok && p.Role >= Cadre {
		return err
	}
	p = Person{ID: r.Person, Name: r.Name, Role: Cadre, Chat: r.Chat, By: t.u.From.ID, At: t.now}
	return errors.Join(personTable.Put(tx, store.Int(r.Person), p), t.openChat(tx, r.Chat))
}

// openChat keeps a private chat whose person was let in, so that broadcasts
// reach it at once.
func (t *turn) openChat(tx *store.Tx, id int64) error {
	if id <= 0 || chatTable.Has(tx, store.Int(id)) {
		return nil
	}
	c := Chat{ID: id, Kind: message.Private, QuietFrom: 21, QuietTo: 7, Since: t.now}
	return chatTable.Put(tx, store.Int(id), c)
}

// record writes a deed of the turn's person into the audit log.
func (t *turn) record(d Deed) {
	t.effect(func(tx *store.Tx) error { return t.log(tx, d) })
}

func (t *turn) log(tx *store.Tx, d Deed) error {
	d.At, d.Person, d.Name = t.now, t.u.From.ID, t.name()
	id, err := deedTable.Next(tx)
	if err != nil {
		return err
	}
	d.ID = id
	return deedTable.Put(tx, store.Int(int64(id)), d)
}

// name is what the person of the turn calls themselves, in one short line.
func (t *turn) name() string { return render.Short(render.Line(t.u.From.Name), 60) }

// title is that of the chat of the turn.
func (t *turn) title() string { return render.Short(render.Line(t.u.Chat.Title), 80) }
