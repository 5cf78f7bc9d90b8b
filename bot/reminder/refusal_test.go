package reminder

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
)

// TestRefusingChatsDelayNobody has reminders fall due for a chat that blocked the
// bot, for a topic that is closed and for others, all at once.
func TestRefusingChatsDelayNobody(t *testing.T) {
	st, err := store.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	due := time.Now()
	chats := []message.Chat{{ID: 1, Kind: message.Private}, {ID: -9, Kind: message.Group, Topic: 55}}
	for id := range int64(8) {
		chats = append(chats, message.Chat{ID: 10 + id, Kind: message.Private})
	}
	keepDaily(t, st, chats, due)
	srv := bottest.New(bottest.Options{})
	defer srv.Close()
	srv.Script("sendMessage", 1, bottest.Fault{Status: 403, Description: "Forbidden: bot was blocked by the user"})
	srv.Script("sendMessage", -9, bottest.Fault{Status: 400, Description: "Bad Request: TOPIC_CLOSED"})
	p := &Planner{Store: st, Calendar: func() Calendar { return Calendar{} }, Clock: time.Now, Log: slog.New(slog.DiscardHandler), Compose: map[Kind]Composer{Task: SayTask}}
	if n, err := p.Tick(t.Context()); n != len(chats) || err != nil {
		t.Fatalf("planned %d: %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- telegram.Serve(ctx, telegram.Config{Token: srv.Token(), APIURL: srv.URL(), Store: st, Handler: answering{}, Limits: telegram.TelegramLimits()})
	}()
	wait, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	for _, chat := range chats[1:] {
		if m, err := srv.Wait(wait, chat.ID, 1); err != nil || m[0].Topic != 0 {
			t.Errorf("chat %d: %+v, %v", chat.ID, m, err)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	err = st.View(func(tx *store.Tx) error {
		list, err := (&Book{}).List(tx, 1)
		if !outbox.IsDead(tx, 1) || len(list) != 1 || list[0].Next.IsZero() {
			t.Errorf("the chat that blocked the bot: dead %v, keeps %+v", outbox.IsDead(tx, 1), list)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func keepDaily(t *testing.T, st *store.Store, chats []message.Chat, due time.Time) {
	t.Helper()
	raw, err := json.Marshal(Recurrence{Unit: Daily, Start: due, At: []TimeOfDay{{due.Hour(), due.Minute()}}})
	if err != nil {
		t.Fatal(err)
	}
	err = st.Update(func(tx *store.Tx) error {
		for _, chat := range chats {
			if _, err := create(tx, Row{Kind: Task, Chat: chat, Task: "điểm danh", Schedule: raw, Next: due}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// One person asks for 10,000 reminders: what is beyond the limit is refused, in
// time, and delays nobody else's.
func TestTenThousandRemindersOfOnePerson(t *testing.T) {
	if testing.Short() {
		t.Skip("keeps and refuses for seconds")
	}
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 8, "ngày mai lúc 14h30 nhắc tôi họp giao ban")
		kept := 0
		for i := range 10_000 {
			plan, ok := d.book.Read(fmt.Sprintf("ngày mai lúc 14h30 nhắc tôi việc số %d", i), d.now)
			if !ok || plan.Clarify != "" {
				t.Fatalf("%d: %+v", i, plan)
			}
			d.update(t, func(tx *store.Tx) error {
				_, err := d.book.Add(tx, bot.Reminder{Chat: message.Chat{ID: 7, Kind: message.Private}, Person: 7, Plan: plan, At: d.now})
				switch err {
				case nil:
					kept++
				case bot.ErrTooMany:
				default:
					return err
				}
				return nil
			})
		}
		if kept != maxOfPerson {
			t.Errorf("kept %d, want %d", kept, maxOfPerson)
		}
		d.now = at("2026-11-23 14:30")
		if n, err := d.Tick(t.Context()); n != maxOfPerson+1 || err != nil {
			t.Errorf("planned %d: %v", n, err)
		}
	})
}

func TestBadTimesAreAskedBackAndKeepNothing(t *testing.T) {
	b := &Book{Days: func() Calendar { return Calendar{} }}
	for text, want := range map[string]string{
		"nhắc tôi họp 8h sáng nay":                        "đã qua",
		"nhắc tôi họp 9h ngày 20/11/2026":                 "đã qua",
		"nhắc tôi họp hôm qua":                            "đã qua",
		"nhắc tôi nộp báo cáo ngày 31/4":                  "Không có ngày",
		"nhắc tôi nộp báo cáo 30/2":                       "Không có ngày",
		"nhắc tôi họp thứ hai 24/11/2026":                 "không phải Thứ Hai",
		"nhắc tôi uống nước mỗi giây":                     "15 phút",
		"nhắc tôi hàng ngày đến hết ngày 20/11/2026":      "không còn lần nhắc nào",
		"nhắc tôi họp 25h mai":                            "mấy giờ",
		"nhắc tôi " + strings.Repeat("nộp báo cáo ", 333): "lúc nào",
	} {
		p, ok := b.Read(text, at("2026-11-22 10:00"))
		if !ok || !strings.Contains(p.Clarify, want) || len(p.Next) > 0 || len(p.Task) > 0 && p.Said != "" {
			t.Errorf("%.60q: %v %q %v", text, ok, p.Clarify, p.Next)
		}
		if _, err := b.row(p, at("2026-11-22 10:00")); err == nil {
			t.Errorf("%.60q is kept", text)
		}
	}
}

func TestOneLiveMessageOfADeadline(t *testing.T) {
	withDeadlineTold(t, func(t *testing.T, d *desk) {
		d.now = at("2027-03-28 08:00")
		time.Sleep(time.Until(d.now))
		if _, err := d.Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		r := d.sent(t)
		if len(r.texts) != 1 || len(r.edits) != 1 || !strings.Contains(r.edits[0], "ở tin nhắc bên dưới") {
			t.Errorf("said %q, edited %q", r.texts, r.edits)
		}
	})
}

func TestDigestTimesAreToldAsTheyAre(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		chat := message.Chat{ID: 7, Kind: message.Private}
		plan, problem := d.book.ReadDigest("16h thứ sáu hằng tuần khi có số mới", d.now)
		if problem != "" {
			t.Fatal(problem)
		}
		d.update(t, func(tx *store.Tx) error {
			if _, ok, err := d.book.DigestOf(tx, 7); ok || err != nil {
				t.Errorf("before: %v %v", ok, err)
			}
			if err := d.book.SubscribeAt(tx, chat, plan, d.now); err != nil {
				return err
			}
			if err := d.book.Subscribe(tx, chat, true, d.now); err != nil { // a plain /dangky
				return err
			}
			p, ok, err := d.book.DigestOf(tx, 7)
			if !ok || p.Said != "Thứ Sáu hằng tuần, 16:00" || !p.OnlyNew || !p.Next.Equal(at("2026-11-27 16:00")) {
				t.Errorf("after: %v %+v", ok, p)
			}
			return err
		})
	})
}
