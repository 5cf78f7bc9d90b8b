package bot

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// start greets, or follows the deep link that opened the chat.
func (b *Bot) start(t *turn, rest string) error {
	kind, id, linked := strings.Cut(rest, "_")
	if kind == "claim" && linked {
		return b.claim(t, id)
	}
	if !b.letIn(t) {
		return b.refuse(t)
	}
	switch {
	case kind == "ind" && linked:
		return b.openIndicator(t, id)
	case kind == "art" && linked:
		return b.openArticle(t, id)
	case kind == "rem" && linked && b.cfg.Reminders != nil:
		return b.openReminder(t, id)
	}
	t.say(phrase.Start(b.homeOf(t)), b.exampleKeys(t)...)
	return nil
}

func (b *Bot) homeOf(t *turn) string {
	if h := t.home(); h != "" {
		return h
	}
	return phrase.NoArea
}

// exampleKeys are three questions to try and the choice of one's area.
func (b *Bot) exampleKeys(t *turn) [][]message.Key {
	s := t.deal("example", b.cfg.Examples)
	var rows [][]message.Key
	for i, e := range b.cfg.Examples {
		rows = append(rows, []message.Key{s.key(render.Short(e, 60), strconv.Itoa(i))})
	}
	if len(b.cfg.Library.Areas()) > 1 && t.u.Chat.Kind == message.Private {
		rows = append(rows, []message.Key{t.deal("area", 0).key(phrase.KeyArea, "0")})
	}
	return rows
}

func (b *Bot) pressExample(t *turn, s *stack, action string) error {
	examples := body[[]string](t, s)
	i, err := strconv.Atoi(action)
	if err != nil || i < 0 || i >= len(examples) {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	return b.listen(t, examples[i])
}

// places are the areas that one can choose as one's own: the home area and its
// kin first, then the rest by name.
func (b *Bot) places() []corpus.Area {
	areas := slices.Clone(b.cfg.Library.Areas())
	rank := func(a corpus.Area) int {
		switch {
		case a.Name == b.cfg.Home:
			return 0
		case a.Level == "province":
			return 1
		case a.Level == "city" || a.Level == "district":
			return 2
		}
		return 3
	}
	areas = slices.DeleteFunc(areas, func(a corpus.Area) bool { return a.Level == "country" })
	slices.SortStableFunc(areas, func(x, y corpus.Area) int {
		if c := rank(x) - rank(y); c != 0 {
			return c
		}
		return viet.Compare(x.Name, y.Name)
	})
	return areas
}

const areasPage = 8

// pressArea pages through the areas ("8") and chooses one ("=" and its mark).
func (b *Bot) pressArea(t *turn, s *stack, action string) error {
	places := b.places()
	if mark, ok := strings.CutPrefix(action, "="); ok {
		return b.chooseArea(t, places, mark)
	}
	from, err := strconv.Atoi(action)
	if err != nil || from < 0 || from >= len(places) {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	var rows [][]message.Key
	for _, a := range places[from:min(from+areasPage, len(places))] {
		rows = append(rows, []message.Key{s.key(render.Short(a.Name, 60), "="+nameMark(a.Name))})
	}
	rows = append(rows, pager(s, from, areasPage, len(places)))
	t.edit([]message.Part{{Text: phrase.ChooseArea}}, rows...).Callback = t.u.Callback
	return nil
}

func (b *Bot) chooseArea(t *turn, places []corpus.Area, mark string) error {
	if t.u.Chat.Kind != message.Private && !t.may(Editor) {
		t.notice(phrase.ButtonNotAllowed)
		return nil
	}
	i := slices.IndexFunc(places, func(a corpus.Area) bool { return nameMark(a.Name) == mark })
	if i < 0 {
		t.notice(phrase.ButtonUnknown)
		return nil
	}
	t.chat.Area = places[i].Name
	t.saveChat()
	t.edit([]message.Part{{Text: phrase.AreaChosen(places[i].Name)}}).Callback = t.u.Callback
	return nil
}

// nameMark stands for a name in the data of a button: it stays right when the
// list changes.
func nameMark(name string) string {
	h := fnv.New32a()
	h.Write([]byte(name))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// pager returns the buttons to the page before and after.
func pager(s *stack, from, size, total int) []message.Key { return pages(s, "", from, size, total) }

// pages is pager for a card with other buttons: what comes back is prefix and
// the number of the first line.
func pages(s *stack, prefix string, from, size, total int) []message.Key {
	var keys []message.Key
	if from > 0 {
		keys = append(keys, s.key(phrase.KeyEarlier, prefix+strconv.Itoa(max(0, from-size))))
	}
	if from+size < total {
		keys = append(keys, s.key(phrase.KeyLater, prefix+strconv.Itoa(from+size)))
	}
	return keys
}

func (b *Bot) help(t *turn, _ string) error {
	if !b.letIn(t) {
		return b.refuse(t)
	}
	t.say(phrase.Help(), b.exampleKeys(t)...)
	return nil
}

// openIndicator answers a deep link: the newest figure of an indicator.
func (b *Bot) openIndicator(t *turn, id string) error {
	i, ok := b.cfg.Library.Indicator(id)
	if !ok {
		t.tell(phrase.LinkUnknown, b.exampleKeys(t)...)
		return nil
	}
	return b.ask(t, i.Name)
}

func (b *Bot) openArticle(t *turn, id string) error {
	a, ok, err := b.cfg.Library.Article(t.ctx, id, t.audiences())
	if err != nil {
		return err
	}
	if !ok {
		t.tell(phrase.LinkUnknown, b.exampleKeys(t)...)
		return nil
	}
	t.say(render.Article(a), b.originalKeys(t, a)...)
	return nil
}

func (b *Bot) cancel(t *turn, _ string) error {
	t.settle()
	t.tell(phrase.Cancelled)
	return nil
}

func (b *Bot) id(t *turn, _ string) error {
	t.tell(phrase.IDs(t.u.From.ID, t.u.Chat.ID, t.u.Chat.Topic))
	return nil
}

// claim makes the first one who knows the code the owner.
func (b *Bot) claim(t *turn, code string) error {
	if t.u.Chat.Kind != message.Private || nobody[t.u.From.ID] {
		t.tell(phrase.OnlyPrivate)
		return nil
	}
	won := false
	err := b.cfg.Store.View(func(tx *store.Tx) (err error) {
		won, err = claims(tx, code)
		return err
	})
	if err != nil {
		return err
	}
	if !won {
		t.tell(phrase.ClaimWrong)
		return nil
	}
	t.effect(func(tx *store.Tx) error {
		if ok, err := claims(tx, code); err != nil || !ok {
			return err
		}
		if err := claimTable.Delete(tx, []byte("code")); err != nil {
			return err
		}
		return personTable.Put(tx, store.Int(t.u.From.ID), Person{ID: t.u.From.ID, Name: t.name(), Role: Owner, Chat: t.u.Chat.ID, At: t.now})
	})
	t.chat.Inactive, t.chat.Title = false, t.title()
	t.saveChat()
	t.promote(t.u.Chat.ID, Owner)
	t.record(Deed{What: "claim"})
	t.tell(phrase.ClaimDone)
	return nil
}
