package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/render"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index"
)

// The invented district of Đông Khê, its figures and its articles: all tests of
// this package speak of them.

func figure(indicator, name, period string, status corpus.Status, v float64, unit, printed string) corpus.Record {
	p, err := corpus.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	r := corpus.Record{Indicator: indicator, Name: name, Area: "Huyện Đông Khê", Period: p, Status: status}
	r.Value, r.Unit, r.Printed = &v, unit, printed
	r.Source = corpus.Source{ID: "D" + period[:4], Title: "Báo cáo năm " + period[:4], Publisher: "Báo Đông Khê", Date: period[:4] + "-12-30", URL: "https://dongkhe.example/" + period[:4]}
	r.Evidence = name + " đạt " + printed + "."
	return r
}

func village() *corpus.Corpus {
	thu := func(period string, status corpus.Status, v float64, printed string) corpus.Record {
		return figure("thu-ngan-sach", "Thu ngân sách", period, status, v, "tỷ đồng", printed)
	}
	c := &corpus.Corpus{
		Home:       "Huyện Đông Khê",
		Indicators: []corpus.Indicator{{ID: "thu-ngan-sach", Name: "Thu ngân sách"}},
		Areas: []corpus.Area{
			{Name: "Huyện Đông Khê", Level: "district", Parent: "Tỉnh Sơn Hà"}, {Name: "Tỉnh Sơn Hà", Level: "province"},
			{Name: "Xã Vân Lũng", Level: "commune", Parent: "Huyện Đông Khê"},
		},
		Records: []corpus.Record{
			thu("2019", corpus.Actual, 1388, "1.388 tỷ đồng"), thu("2020", corpus.Actual, 1820.25, "1.820,25 tỷ đồng"),
			thu("2021", corpus.Estimate, 2126, "2.126 tỷ đồng"), thu("2021", corpus.Target, 2000, "2.000 tỷ đồng"),
		},
	}
	secret := thu("2018", corpus.Actual, 1, "1 tỷ đồng")
	secret.Audience = []string{"Thường trực"}
	c.Records = append(c.Records, secret)
	for i := range 7 {
		c.Articles = append(c.Articles, corpus.Article{
			ID: fmt.Sprintf("A%d", i+1), Title: fmt.Sprintf("Phát động thi đua đợt %d", i+1), Date: fmt.Sprintf("20%d-05-1%d", 19+i/3, i),
			Publisher: "Báo Đông Khê", URL: fmt.Sprintf("https://dongkhe.example/a%d", i+1), Kind: []string{"news", "plan"}[i%2],
			Text: "Huyện mở đợt thi đua mới.\n\nCác xã ký giao ước thi đua, mỗi xã một việc cụ thể.",
		})
	}
	c.Articles[6].Audience = []string{"Thường trực"}
	return c
}

// oracle answers as the index would, from a short table.
type oracle struct{ c *corpus.Corpus }

func (o oracle) Answer(_ context.Context, q index.Question) (index.Answer, error) {
	if render.Units(q.Text) > maxQuestion {
		return index.Answer{}, errors.New("a huge question reached the index")
	}
	text := viet.Fold(q.Text)
	a := index.Answer{Question: q.Text, Kind: index.Unknown, Text: "Tôi chưa có số liệu đúng với câu hỏi.\nAnh/chị có thể hỏi:\n• Thu ngân sách 2021", Suggestions: []string{"Thu ngân sách 2021"}}
	year := "2021"
	for _, y := range []string{"2018", "2019", "2020"} {
		if strings.Contains(text, y) {
			year = y
		}
	}
	switch {
	case text == "loi":
		return a, errors.New("index broken at /srv/secret")
	case strings.Contains(text, "xin chao"):
		return index.Answer{Kind: index.Smalltalk, Text: "Chào anh/chị, tôi nghe đây."}, nil
	case strings.Contains(text, "nhac"):
		return index.Answer{Kind: index.Reminder, Text: "nhắc"}, nil
	case strings.Contains(text, "bai viet"):
		for _, art := range o.c.Articles[:3] {
			a.Articles = append(a.Articles, index.Found{ID: art.ID, Title: art.Title, Date: art.Date, URL: art.URL, Snippet: "Huyện mở đợt thi đua mới."})
		}
		a.Kind, a.Text = index.Articles, "Có các bài sau:"
		return a, nil
	case strings.Contains(text, "thu ngan sach"), q.Previous != nil && strings.HasPrefix(text, "con "):
		return o.thu(q, year), nil
	}
	return a, nil
}

func (o oracle) thu(q index.Question, year string) index.Answer {
	for _, r := range o.c.Records {
		if r.Period.String() == year && r.Status != corpus.Target && readable(q.Audiences, r.Audience) {
			return index.Answer{
				Question: q.Text, Kind: index.Figure, Records: []corpus.Record{r},
				Text:       "Đạt " + r.Printed + " · Thu ngân sách · Huyện Đông Khê · " + year + "\nNguồn: " + r.Source.Title,
				Understood: index.Understood{Indicators: []string{"thu-ngan-sach"}},
			}
		}
	}
	return index.Answer{Kind: index.Unknown, Text: "Chưa có số liệu thu ngân sách " + year + "."}
}

func (o oracle) Search(_ context.Context, q index.Query) ([]index.Hit, error) {
	if render.Units(q.Text) > maxQuestion {
		return nil, errors.New("a huge query reached the index")
	}
	var hits []index.Hit
	for _, a := range o.c.Articles {
		in := strings.Contains(viet.Fold(a.Title+a.Text), viet.Fold(q.Text)) && readable(q.Audiences, a.Audience)
		if in && (q.Filter.Kind == "" || q.Filter.Kind == a.Kind) && (q.Filter.From == "" || a.Date >= q.Filter.From && a.Date <= q.Filter.To) {
			hits = append(hits, index.Hit{ID: a.ID, Title: a.Title, Date: a.Date, Snippet: "Các xã ký giao ước thi đua.", Kind: "article"})
		}
	}
	from := min(q.Offset, len(hits))
	return hits[from:min(from+q.Limit, len(hits))], nil
}

// diary keeps reminders in the store and understands three requests.
type diary struct{ limit int }

var diaryTable = store.NewTable[Reminder]("test_reminders")

func (d diary) Read(text string, now time.Time) (Plan, bool) {
	p := Plan{Text: text, Task: "nộp báo cáo"}
	f := viet.Fold(text)
	if strings.Contains(f, "cho xem nhac") {
		return Plan{Intent: IntentList}, true
	}
	switch {
	case strings.Contains(f, "hop"):
		p.Task = "họp giao ban"
	case !strings.Contains(f, "nhac"):
		return p, false
	}
	switch {
	case strings.Contains(f, "3 gio") && !strings.Contains(f, "chieu") && !strings.Contains(f, "sang"):
		p.Clarify = "3 giờ sáng hay 3 giờ chiều?"
		p.Choices = []Choice{{"3 giờ sáng", text + " sáng"}, {"3 giờ chiều", text + " chiều"}}
	case strings.Contains(f, "3 gio chieu"):
		p.Said, p.Next = "Một lần, 15:00.", []time.Time{now.Truncate(24 * time.Hour).Add(32 * time.Hour)}
	case strings.Contains(f, "thu hai"):
		p.Said, p.Next, p.Rule = "Thứ Hai hằng tuần, 08:00.", []time.Time{time.Date(2026, 11, 23, 8, 0, 0, 0, corpus.Zone)}, "FREQ=WEEKLY;BYDAY=MO"
	case strings.Contains(f, "thu tu"):
		p.Said, p.Next = "Thứ Tư hằng tuần, 09:00.", []time.Time{time.Date(2026, 11, 25, 9, 0, 0, 0, corpus.Zone)}
	default:
		p.Clarify = "Anh/chị muốn tôi nhắc lúc nào?"
	}
	return p, true
}

func (d diary) Add(tx *store.Tx, r Reminder) (int64, error) {
	list, _ := d.List(tx, r.Chat.ID)
	if len(list) >= d.limit {
		return 0, ErrTooMany
	}
	n, err := diaryTable.Next(tx)
	if err != nil {
		return 0, err
	}
	r.ID = int64(n)
	return r.ID, diaryTable.Put(tx, store.Key(store.Int(r.Chat.ID), store.Int(r.ID)), r)
}

func (d diary) List(tx *store.Tx, chat int64) (list []Reminder, err error) {
	for _, r := range diaryTable.Range(tx, store.Int(chat), store.Int(chat+1)) {
		list = append(list, r)
	}
	return list, nil
}

func (d diary) change(tx *store.Tx, chat, id int64, f func(*Reminder)) (bool, error) {
	key := store.Key(store.Int(chat), store.Int(id))
	r, ok, err := diaryTable.Lookup(tx, key)
	if err != nil || !ok {
		return false, err
	}
	f(&r)
	return true, diaryTable.Put(tx, key, r)
}

func (d diary) Delete(tx *store.Tx, chat, id int64) (bool, error) {
	return true, diaryTable.Delete(tx, store.Key(store.Int(chat), store.Int(id)))
}

func (d diary) Pause(tx *store.Tx, chat, id int64, paused bool, _ time.Time) (bool, error) {
	return d.change(tx, chat, id, func(r *Reminder) { r.Paused = paused })
}

func (d diary) Replan(tx *store.Tx, chat, id int64, p Plan, _ time.Time) (bool, error) {
	return d.change(tx, chat, id, func(r *Reminder) { r.Plan, r.Next = p, p.Next[0] })
}

func (d diary) Subscribe(*store.Tx, message.Chat, bool, time.Time) error { return nil }
func (d diary) Move(*store.Tx, int64, int64) error                       { return nil }
func (d diary) Forget(*store.Tx, int64, int64) error                     { return nil }

func (d diary) Act(_ *store.Tx, f Fired, action string, by message.Person, _ time.Time) (Acted, error) {
	if action == "done" {
		return Acted{Parts: []message.Part{{Text: "✅ " + by.Name + " đã xong."}}}, nil
	}
	return Acted{Notice: "Sẽ nhắc lại."}, nil
}

func (d diary) Calendar(*store.Tx, int64, time.Time) ([]byte, error) {
	return []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), nil
}

// desk takes every text for one figure, and remembers what was written.
type desk struct{ written, undone []string }

func (d *desk) Preview(_ context.Context, s Submission) (Draft, error) {
	if strings.Contains(s.Text, "rỗng") {
		return Draft{Problem: "không thấy số liệu nào."}, nil
	}
	r := figure("thu-ngan-sach", "Thu ngân sách", "2022-H1", corpus.Actual, 1900, "tỷ đồng", "1.900 tỷ đồng")
	r.Evidence = s.Text
	doubted := figure("", "Thu khác", "2022", corpus.Estimate, 7, "tỷ đồng", "7 tỷ đồng")
	doubted.Doubt = "chưa rõ chỉ tiêu"
	return Draft{Records: []corpus.Record{r, doubted}, Token: "t1"}, nil
}

func (d *desk) Commit(_ context.Context, draft Draft) (string, error) {
	var said []string
	for _, r := range draft.Records {
		said = append(said, r.Printed)
	}
	if w := strings.Join(said, "+"); !slices.Contains(d.written, w) {
		d.written = append(d.written, w)
	}
	return "undo-1", nil
}

func (d *desk) Undo(_ context.Context, undo string) error {
	d.undone = append(d.undone, undo)
	return nil
}

func (d *desk) Correct(draft Draft, text string, _ time.Time) (Draft, bool) {
	if !strings.HasPrefix(text, "1 ") {
		return draft, false
	}
	draft.Records = slices.Clone(draft.Records)
	draft.Records[0].Printed = strings.TrimPrefix(text, "1 ")
	return draft, true
}

// mail hands broadcasts to the outbox, which nobody drains here.
type mail struct{}

func (mail) Start(tx *store.Tx, id string, r message.Reply, chats []message.Chat) error {
	return outbox.Start(tx, id, r, chats)
}
func (mail) Stop(tx *store.Tx, id string) error   { return outbox.Stop(tx, id) }
func (mail) Resume(tx *store.Tx, id string) error { return outbox.Resume(tx, id) }

func (mail) Progress(tx *store.Tx, id string) (Progress, error) {
	g, _, err := outbox.Progress(tx, id)
	return Progress{Total: g.Total, Sent: g.Sent, Blocked: g.Blocked + g.Failed, Unsure: g.Unsure, Stopped: g.Stopped}, err
}

// shelfman keeps the posts it is handed.
type shelfman struct{ posts []Post }

func (p *shelfman) Take(_ context.Context, post Post) error {
	p.posts = append(p.posts, post)
	return nil
}

// house is a bot with all that is around it.
type house struct {
	t     testing.TB
	bot   *Bot
	store *store.Store
	now   time.Time
	desk  *desk
	posts *shelfman
	id    int64
	last  message.Update
	seen  map[int64][]message.Reply // replies by chat, for their buttons
}

// newHouse has an owner 1, an editor 2, cadres 3 and 4; everybody else is a
// stranger. It is 10:00 on Sunday 22/11/2026.
func newHouse(t testing.TB, open bool) *house {
	t.Helper()
	h := &house{t: t, now: time.Date(2026, 11, 22, 10, 0, 0, 0, corpus.Zone), seen: map[int64][]message.Reply{}, desk: &desk{}, posts: &shelfman{}}
	var err error
	if h.store, err = store.Open(filepath.Join(t.TempDir(), "state.db")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.store.Close() })
	c := village()
	h.bot, err = New(Config{
		Answerer: oracle{c}, Searcher: oracle{c}, Store: h.store, Library: Shelf(func() *corpus.Corpus { return c }),
		Clock: func() time.Time { return h.now }, Home: c.Home, Open: open, Username: "DongKheBot",
		Reminders: diary{limit: 3}, Changes: h.desk, Posts: h.posts, Broadcasts: mail{},
		Examples: []string{"thu ngân sách 2021", "tìm thi đua", "xin chào"},
	})
	if err != nil {
		t.Fatal(err)
	}
	err = h.store.Update(func(tx *store.Tx) error {
		var errs []error
		for id, role := range map[int64]Role{1: Owner, 2: Editor, 3: Cadre, 4: Cadre} {
			name := []string{"", "Chị Mai", "Anh Bình", "Anh An", "Chị Cúc"}[id]
			errs = append(errs, personTable.Put(tx, store.Int(id), Person{ID: id, Name: name, Role: role, Chat: id}))
		}
		return errors.Join(errs...)
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// send hands an update in and keeps what is replied.
func (h *house) send(u message.Update) []message.Reply {
	h.t.Helper()
	h.id++
	h.now = h.now.Add(5 * time.Second)
	u.ID, u.At = h.id, h.now
	if u.Message == 0 {
		u.Message = 1000 + int(h.id)
	}
	h.last = u
	replies, err := h.bot.Handle(context.Background(), u)
	if err != nil {
		h.t.Logf("update %d: %v", u.ID, err)
	}
	h.check(replies)
	for _, r := range replies {
		if len(r.Keys) > 0 {
			h.seen[r.Chat.ID] = append(h.seen[r.Chat.ID], r)
		}
	}
	return replies
}

// check holds every reply against the limits of a message.
func (h *house) check(replies []message.Reply) {
	h.t.Helper()
	for _, r := range replies {
		raw, err := json.Marshal(r)
		if err != nil {
			h.t.Fatal(err)
		}
		for _, row := range r.Keys {
			if len(row) == 0 {
				h.t.Errorf("empty row of buttons: %s", raw)
			}
			for _, k := range row {
				if len(k.Data) > 64 || len(k.Data) == 0 && k.URL == "" || strings.TrimSpace(k.Text) == "" {
					h.t.Errorf("bad button %+v", k)
				}
			}
		}
		if strings.Contains(string(raw), "/srv/secret") {
			h.t.Errorf("an internal error reached the chat: %s", raw)
		}
	}
}

func (h *house) private(person int64, text string) []message.Reply {
	h.t.Helper()
	return h.send(message.Update{Kind: message.Text, Chat: message.Chat{ID: person, Kind: message.Private}, From: message.Person{ID: person, Name: fmt.Sprintf("Người %d", person)}, Text: text, ToBot: true})
}

// key finds the button of a chat whose text contains words, the newest first.
func (h *house) key(chat int64, words string) message.Key {
	h.t.Helper()
	list := h.seen[chat]
	for i := len(list) - 1; i >= 0; i-- {
		for _, row := range list[i].Keys {
			for _, k := range row {
				if strings.Contains(k.Text, words) {
					return k
				}
			}
		}
	}
	h.t.Fatalf("chat %d has no button %q", chat, words)
	return message.Key{}
}

func (h *house) press(chat, person int64, data string) []message.Reply {
	h.t.Helper()
	kind := message.Private
	if chat < 0 {
		kind = message.Group
	}
	return h.send(message.Update{Kind: message.Button, Chat: message.Chat{ID: chat, Kind: kind}, From: message.Person{ID: person, Name: fmt.Sprintf("Người %d", person)}, Message: 77, Data: data, Callback: "cb"})
}

// text is all that replies say.
func text(replies []message.Reply) string {
	var b strings.Builder
	for _, r := range replies {
		b.WriteString(r.Plain() + r.Notice + "\n")
	}
	return b.String()
}
