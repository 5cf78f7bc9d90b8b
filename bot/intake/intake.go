// Package intake turns what an editor sends in the chat into changes of the data
// folder: a typed figure, an article, a link, a file, a channel post. What it
// shows first is exactly what it writes after the editor agrees.
//
// # Design
//
// A draft holds the article and its records; the conversation keeps it between
// preview and confirmation. Writing goes through corpus/ingest, so that it is
// durable and the index hears of it. What was there before comes back as the
// undo of the change. A typed figure has no article of its own, so one is made
// that holds the words as typed, or what they were corrected to: no record is
// without a source.
package intake

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
	"thiduabot/corpus"
	"thiduabot/corpus/extract"
	"thiduabot/corpus/ingest"
)

// Desk implements bot.Changes and bot.Posts over a data folder. It is safe for
// concurrent use.
type Desk struct {
	Folder  string                // the data folder
	Tables  func() *corpus.Corpus // catalogue and areas as they are now
	Fetcher *ingest.Fetcher       // for links; nil: links are not read
	// Download gets a file that somebody sent. Nil: files are not read.
	Download func(ctx context.Context, f message.File) ([]byte, error)
	// Wrote is told which articles changed. Nil: nobody is.
	Wrote func(ids []string) error

	mu sync.Mutex // one writer at a time
}

var (
	_ bot.Changes = (*Desk)(nil)
	_ bot.Posts   = (*Desk)(nil)
)

// Preview reads what an editor sent and shows what it would change.
func (d *Desk) Preview(ctx context.Context, s bot.Submission) (bot.Draft, error) {
	switch {
	case s.File != nil:
		return d.previewFile(ctx, s)
	case s.URL != "":
		return d.previewLink(ctx, s)
	case s.Title != "" || s.Forwarded || isProse(s.Text):
		return d.previewText(s), nil
	}
	return d.previewFigure(s), nil
}

// proseLength is from how many bytes on a text is an article, not a figure.
const proseLength = 240

func isProse(text string) bool {
	return len(text) > proseLength || strings.Contains(strings.TrimSpace(text), "\n")
}

func (d *Desk) previewFile(ctx context.Context, s bot.Submission) (bot.Draft, error) {
	if d.Download == nil {
		return bot.Draft{Problem: phrase.FilesNotRead}, nil
	}
	b, err := d.Download(ctx, *s.File)
	if err != nil {
		return bot.Draft{}, fmt.Errorf("download file: %w", err)
	}
	name := s.File.Name
	if name == "" {
		name = "tep.txt"
	}
	items := ingest.Bytes(name, b, d.readOptions(s))
	if len(items) != 1 {
		return bot.Draft{Problem: phrase.OneArticleOnly(len(items))}, nil
	}
	return d.draft(items[0]), nil
}

func (d *Desk) previewLink(ctx context.Context, s bot.Submission) (bot.Draft, error) {
	if d.Fetcher == nil {
		return bot.Draft{Problem: phrase.LinksNotRead}, nil
	}
	item, err := d.Fetcher.Page(ctx, s.URL, d.readOptions(s))
	if err != nil {
		return bot.Draft{Problem: phrase.LinkFailed(errors.Is(err, ingest.ErrAddress))}, nil
	}
	return d.draft(item), nil
}

// previewText reads prose: a forwarded post, or an article pasted as it is.
func (d *Desk) previewText(s bot.Submission) bot.Draft {
	text, title := strings.TrimSpace(s.Text), s.Title
	if title == "" && !strings.Contains(text, "\n") {
		title = short(text)
	}
	if title != "" {
		text = title + "\n\n" + text
	}
	return d.draft(ingest.Bytes("tin.txt", []byte(text), d.readOptions(s))[0])
}

func (d *Desk) readOptions(s bot.Submission) ingest.ReadOptions {
	return ingest.ReadOptions{Date: s.Now.In(corpus.Zone).Format("2006-01-02"), Area: s.Home, Areas: d.Tables().AreasIn}
}

// draft extracts the records of an item.
func (d *Desk) draft(item ingest.Item) bot.Draft {
	if item.Err != nil {
		return bot.Draft{Problem: phrase.NotTaken(reason(item.Err))}
	}
	records := item.Table
	if records == nil {
		for _, c := range extract.New(d.Tables()).Records(item.Article) {
			records = append(records, c.Record)
		}
	}
	return bot.Draft{Article: &item.Article, Records: records, Token: item.Article.Text}
}

// reason says in plain Vietnamese why something was not taken in.
func reason(err error) string {
	switch {
	case errors.Is(err, ingest.ErrProtected):
		return phrase.WhyProtected
	case errors.Is(err, ingest.ErrOldOffice):
		return phrase.WhyOldOffice
	case errors.Is(err, ingest.ErrNoTextLayer):
		return phrase.WhyNoText
	case errors.Is(err, ingest.ErrEncoding):
		return phrase.WhyEncoding
	case errors.Is(err, ingest.ErrSecret):
		return phrase.WhySecret
	case errors.Is(err, ingest.ErrNoDate):
		return phrase.WhyNoDate
	}
	return phrase.WhyUnread
}

// Commit writes a draft and returns what Undo takes. The conversation keeps a
// draft without the text of its article, which is therefore its Token as well.
func (d *Desk) Commit(_ context.Context, draft bot.Draft) (string, error) {
	if draft.Article == nil {
		return "", errors.New("commit: the draft has no article")
	}
	var sure []corpus.Record
	for _, r := range draft.Records {
		if r.Doubt == "" {
			sure = append(sure, r)
		}
	}
	a := *draft.Article
	a.Text = cmp.Or(a.Text, draft.Token)
	return d.write(a, sure)
}

// write puts an article with its records into the folder and returns what was
// there before.
func (d *Desk) write(a corpus.Article, records []corpus.Record) (string, error) {
	var saved ingest.Saved
	err := d.withFolder(func(f *ingest.Folder) (err error) {
		if saved, err = f.Saved(a.ID); err != nil {
			return err
		}
		if records == nil {
			records = []corpus.Record{}
		}
		c, err := f.Compare(ingest.Item{Article: a, Table: records}, records)
		if err != nil {
			return err
		}
		return f.Write([]ingest.Change{c})
	}, a.ID)
	if err != nil {
		return "", fmt.Errorf("write article %s: %w", a.ID, err)
	}
	b, err := json.Marshal(saved)
	return string(b), err
}

// Undo puts back what was there before a Commit.
func (d *Desk) Undo(_ context.Context, undo string) error {
	if ok, err := d.undoDeadlines(undo); ok {
		return err
	}
	var saved ingest.Saved
	if err := json.Unmarshal([]byte(undo), &saved); err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	err := d.withFolder(func(f *ingest.Folder) error { return f.Restore(saved) }, saved.ID)
	if err != nil {
		return fmt.Errorf("undo change of %s: %w", saved.ID, err)
	}
	return nil
}

// withFolder runs f on the folder and tells of the article that changed.
func (d *Desk) withFolder(f func(*ingest.Folder) error, id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	folder, err := ingest.OpenFolder(d.Folder)
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := f(folder); err != nil || d.Wrote == nil {
		return err
	}
	return d.Wrote([]string{id})
}

// titleLength is the longest title made of a post, in bytes.
const titleLength = 160

func short(title string) string {
	return strings.ToValidUTF8(title[:min(len(title), titleLength)], "")
}

// Take stores a channel post as an announcement.
func (d *Desk) Take(ctx context.Context, p bot.Post) error {
	title, _, _ := strings.Cut(strings.TrimSpace(p.Text), "\n")
	title = short(title)
	a := corpus.Article{
		ID: p.ID, Title: phrase.PostTitle(title, p.Channel), Date: p.At.In(corpus.Zone).Format("2006-01-02"),
		Publisher: p.Channel, URL: p.URL, Kind: "announcement", Audience: p.Audiences, Text: p.Text,
	}
	if p.File != nil && d.Download != nil {
		if text := d.fileText(ctx, *p.File, a.Date); text != "" {
			a.Text = strings.TrimSpace(a.Text + "\n\n" + text)
		}
	}
	item := ingest.Article(a)
	if item.Err != nil {
		return fmt.Errorf("take post %s: %w", p.ID, item.Err)
	}
	var sure []corpus.Record
	for _, c := range extract.New(d.Tables()).Records(item.Article) {
		if c.Doubt == "" {
			sure = append(sure, c.Record)
		}
	}
	_, err := d.write(item.Article, sure)
	return err
}

// fileText returns the text of an attached file, or "" where it has none that
// can be read: the post itself is taken in all the same.
func (d *Desk) fileText(ctx context.Context, f message.File, date string) string {
	b, err := d.Download(ctx, f)
	if err != nil {
		return ""
	}
	items := ingest.Bytes(f.Name, b, ingest.ReadOptions{Date: date})
	if len(items) != 1 || items[0].Err != nil {
		return ""
	}
	return items[0].Article.Text
}
