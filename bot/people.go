package bot

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
)

const peoplePage = 8

// peopleCommand lists who has a role; in a group it opens the group to all its
// members, or closes it.
func (b *Bot) peopleCommand(t *turn, _ string) error {
	if t.u.Chat.Kind == message.Group {
		s := t.deal("group", 0)
		s.card.Need = Editor
		t.tell(phrase.GroupState(t.chat.Allowed), []message.Key{s.key(phrase.KeyOpenGroup, "open"), s.key(phrase.KeyCloseGroup, "close")},
			[]message.Key{s.key(phrase.KeyAudience, "audience")})
		return nil
	}
	return b.showPeople(t, nil, 0)
}

func (b *Bot) people() (list []Person, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) error {
		for _, p := range personTable.Range(tx, nil, nil) {
			list = append(list, p)
		}
		return nil
	})
	slices.SortStableFunc(list, func(a, b Person) int { return int(b.Role - a.Role) })
	return list, err
}

func (b *Bot) showPeople(t *turn, s *stack, from int) error {
	list, err := b.people()
	if err != nil {
		return err
	}
	edit := s != nil
	if !edit {
		s = t.deal("people", 0)
		s.card.Need = Editor
	}
	from = max(0, min(from, len(list)-1))
	parts := []message.Part{{Text: phrase.PeopleHead(len(list)), Style: message.Bold}}
	rows, err := b.waiting(t)
	if err != nil {
		return err
	}
	for _, p := range list[from:min(from+peoplePage, len(list))] {
		text := fmt.Sprintf("%s · %s", render.Short(render.Line(p.Name), 40), phrase.Role(int(p.Role)))
		rows = append(rows, []message.Key{s.key(text, "o"+strconv.FormatInt(p.ID, 36))})
	}
	rows = append(rows, pager(s, from, peoplePage, len(list)))
	if edit {
		t.edit(parts, rows...).Callback = t.u.Callback
		return nil
	}
	t.say(parts, rows...)
	return nil
}

// waiting returns a button for each of the oldest wishes to be let in.
func (b *Bot) waiting(t *turn) (rows [][]message.Key, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) error {
		for _, r := range requestTable.Range(tx, nil, nil) {
			if len(rows) == 5 {
				break
			}
			s := t.deal("grant", r)
			s.card.Need = Editor
			rows = append(rows, []message.Key{s.key("✅ "+render.Short(r.Name+" "+r.Title, 40), "yes"), s.key(phrase.KeyRefuse, "no")})
		}
		return nil
	})
	return rows, err
}

// pressPeople turns the list, shows a person ("o"), gives a role ("1".."3" as
// its first letter) or takes it away ("0"), or asks for audiences ("a").
func (b *Bot) pressPeople(t *turn, s *stack, action string) error {
	if n, ok := strings.CutPrefix(action, "p"); ok {
		action = n
		if from, err := strconv.Atoi(action); err == nil {
			return b.showPeople(t, s, from)
		}
	}
	if from, err := strconv.Atoi(action); err == nil && len(action) < 4 {
		return b.showPeople(t, s, from)
	}
	if len(action) < 2 {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	id, err := strconv.ParseInt(action[1:], 36, 64)
	if err != nil {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	list, err := b.people()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(p Person) bool { return p.ID == id })
	if i < 0 {
		t.notice(phrase.PersonGone)
		return nil
	}
	return b.doPerson(t, s, list[i], action[0])
}

func (b *Bot) doPerson(t *turn, s *stack, p Person, deed byte) error {
	if deed == 'o' {
		t.edit(personPage(s, p, t.person.Role)).Callback = t.u.Callback
		r := &t.replies[len(t.replies)-1]
		r.Keys = personKeys(s, p, t.person.Role)
		return nil
	}
	if !mayChange(t.person, p, deed) {
		t.notice(phrase.ButtonNotAllowed)
		return nil
	}
	switch deed {
	case 'a':
		t.wait("audience", p.ID)
		t.tell(phrase.AudienceAsk(render.Line(p.Name))).Callback = t.u.Callback
		return nil
	case 'n':
		return b.takeRole(t, s, p)
	case 'c':
		p.Role = Cadre
	case 'e':
		p.Role = Editor
	case 'w':
		p.Role = Owner
	default:
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	p.By, p.At = t.u.From.ID, t.now
	t.promote(p.Chat, p.Role)
	t.effect(func(tx *store.Tx) error { return personTable.Put(tx, store.Int(p.ID), p) })
	t.record(Deed{What: "role", About: p.Name + ": " + phrase.Role(int(p.Role))})
	t.edit(personPage(s, p, t.person.Role), personKeys(s, p, t.person.Role)...).Callback = t.u.Callback
	return nil
}

func (b *Bot) takeRole(t *turn, s *stack, p Person) error {
	t.effect(func(tx *store.Tx) error {
		err := personTable.Delete(tx, store.Int(p.ID))
		if r := b.cfg.Reminders; r != nil && err == nil {
			err = r.Subscribe(tx, message.Chat{ID: p.Chat, Kind: message.Private}, false, t.now)
		}
		return err
	})
	t.promote(p.Chat, Stranger)
	t.record(Deed{What: "revoke", About: p.Name})
	t.edit([]message.Part{{Text: phrase.RoleTaken(render.Line(p.Name))}}, []message.Key{s.key(phrase.KeyBack, "p0")}).Callback = t.u.Callback
	return nil
}

// mayChange reports whether by may do a deed to p: nobody to themselves, editors
// to cadres only, the owner to everybody else.
func mayChange(by, p Person, deed byte) bool {
	switch {
	case by.ID == p.ID || by.Role < Editor:
		return false
	case by.Role == Owner:
		return true
	}
	return p.Role <= Cadre && (deed == 'n' || deed == 'c' || deed == 'a')
}

func personPage(_ *stack, p Person, _ Role) []message.Part {
	said := phrase.AudienceAll
	if len(p.Audiences) > 0 {
		said = strings.Join(p.Audiences, "; ")
	}
	if p.Role >= Editor {
		said = phrase.AudienceEverything
	}
	return []message.Part{
		{Text: render.Line(p.Name), Style: message.Bold},
		{Text: "\n" + phrase.PersonBody(p.ID, int(p.Role), said)},
	}
}

func personKeys(s *stack, p Person, by Role) [][]message.Key {
	id := strconv.FormatInt(p.ID, 36)
	roles := []message.Key{s.key(phrase.Role(int(Cadre)), "c"+id)}
	if by == Owner {
		roles = append(roles, s.key(phrase.Role(int(Editor)), "e"+id), s.key(phrase.Role(int(Owner)), "w"+id))
	}
	return [][]message.Key{roles, {s.key(phrase.KeyAudience, "a"+id), s.key(phrase.KeyTakeRole, "n"+id)}, {s.key(phrase.KeyBack, "p0")}}
}

// pressGroup opens a group to its members or closes it.
func (b *Bot) pressGroup(t *turn, s *stack, action string) error {
	switch action {
	case "open", "close":
		t.chat.Allowed = action == "open"
		t.chat.Kind, t.chat.Title = t.u.Chat.Kind, t.title()
		t.saveChat()
		t.record(Deed{What: action, About: t.chat.Title})
		t.edit([]message.Part{{Text: phrase.GroupState(t.chat.Allowed)}}).Callback = t.u.Callback
	case "audience":
		t.wait("audience", int64(0))
		t.tell(phrase.AudienceAsk(t.title())).Callback = t.u.Callback
	default:
		t.notice(phrase.ButtonUnknown)
	}
	return nil
}

// talkAudience sets the audiences of a person, or of the group for the id 0:
// names parted by semicolons, "-" for none.
func (b *Bot) talkAudience(t *turn, text string) (bool, error) {
	id := draft[int64](t)
	if t.err != nil || !t.may(Editor) {
		return false, t.err
	}
	var names []string
	for _, n := range strings.Split(text, ";") {
		if n = render.Short(render.Line(n), 80); n != "" && n != "-" && n != "*" && len(names) < 20 {
			names = append(names, n)
		}
	}
	t.settle()
	if id == 0 {
		t.chat.Audiences = names
		t.saveChat()
	} else {
		t.effect(func(tx *store.Tx) error {
			p, ok, err := personTable.Lookup(tx, store.Int(id))
			if err != nil || !ok || !mayChange(t.person, p, 'a') {
				return err
			}
			p.Audiences = names
			return personTable.Put(tx, store.Int(id), p)
		})
	}
	t.record(Deed{What: "audience", About: strings.Join(names, "; ")})
	t.tell(phrase.AudienceSet(strings.Join(names, "; ")))
	return true, nil
}
