package bot

import (
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus"
)

// fileTable keeps the file that an article was made from, as the adapter knows
// it: what was sent once is sent again without being stored here.
var fileTable = store.NewTable[message.File]("article_files")

// keepOriginal remembers the file of an article; nil is none.
func (t *turn) keepOriginal(article string, f *message.File) {
	if f == nil || f.Ref == "" || article == "" {
		return
	}
	t.effect(func(tx *store.Tx) error { return fileTable.Put(tx, []byte(article), *f) })
}

// original returns the file of an article; ok is false if it has none.
func (b *Bot) original(article string) (f message.File, ok bool, err error) {
	err = b.cfg.Store.View(func(tx *store.Tx) (err error) {
		f, ok, err = fileTable.Lookup(tx, []byte(article))
		return err
	})
	return f, ok, err
}

// originalKeys is the button that sends the file of an article, if it has one.
func (b *Bot) originalKeys(t *turn, a corpus.Article) [][]message.Key {
	if a.ID == "" {
		return nil
	}
	_, ok, err := b.original(a.ID)
	if err != nil {
		t.fail(err)
	}
	if !ok {
		return nil
	}
	return [][]message.Key{{t.deal("file", a.ID).key(phrase.KeyOriginal, "send")}}
}

// pressOriginal sends the file of an article to whom may read the article now.
func (b *Bot) pressOriginal(t *turn, s *stack, _ string) error {
	id := body[string](t, s)
	if t.err != nil {
		return t.err
	}
	a, ok, err := b.cfg.Library.Article(t.ctx, id, t.audiences())
	if err != nil {
		return err
	}
	f, has, err := b.original(id)
	if err != nil {
		return err
	}
	if !ok || !has {
		t.notice(phrase.ArticleGone)
		return nil
	}
	r := t.tell(a.Title)
	r.Callback, r.Media = t.u.Callback, &message.Media{Name: f.Name, Type: f.Type, Ref: f.Ref}
	return nil
}
