package reminder

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

// virtual runs f under virtual time with a desk that was opened at an instant.
func virtual(t *testing.T, start string, f func(t *testing.T, d *desk)) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(at(start)))
		f(t, newDesk(t, at(start)))
	})
}

// desk is a planner with its book over a real state file. Its clock may be
// stepped; the time around it is virtual.
type desk struct {
	*Planner
	book *Book
	now  time.Time
}

func newDesk(t testing.TB, now time.Time) *desk {
	t.Helper()
	st, err := store.OpenTemp()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	d := &desk{now: now}
	cal := NewCalendar(nil)
	d.book = &Book{Days: func() Calendar { return cal }}
	d.Planner = &Planner{
		Store: st, Calendar: d.book.Days, Clock: func() time.Time { return d.now },
		Log:     slog.New(slog.DiscardHandler),
		Compose: map[Kind]Composer{Task: SayTask, Duty: SayDuty(st)},
	}
	return d
}

func (d *desk) ask(t testing.TB, chat int64, text string) int64 {
	t.Helper()
	plan, ok := d.book.Read(text, d.now)
	if !ok || plan.Clarify != "" {
		t.Fatalf("%q: %v %+v", text, ok, plan)
	}
	var id int64
	d.update(t, func(tx *store.Tx) (err error) {
		id, err = d.book.Add(tx, bot.Reminder{Chat: message.Chat{ID: chat, Kind: message.Private}, Person: chat, Plan: plan, At: d.now})
		return err
	})
	return id
}

func (d *desk) update(t testing.TB, f func(*store.Tx) error) {
	t.Helper()
	if err := d.Store.Update(f); err != nil {
		t.Fatal(err)
	}
}

// tickAt plans at an instant and returns what was planned since the last time.
func (d *desk) tickAt(t testing.TB, at time.Time) []string {
	t.Helper()
	d.now = at
	time.Sleep(time.Until(at))
	if _, err := d.Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d.drain(t)
}

// drain sends what the outbox holds to nobody and returns the texts.
func (d *desk) drain(t testing.TB) []string { return d.sent(t).texts }

// sent is drain with the edits too.
func (d *desk) sent(t testing.TB) *recorder {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := &recorder{}
	done := make(chan error, 1)
	go func() {
		done <- outbox.Drain(ctx, outbox.Config{Store: d.Store, Sender: r, Pace: outbox.NewPace(outbox.Limits{})})
	}()
	for range 3 {
		synctest.Wait()
		time.Sleep(time.Second)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	return r
}

// recorder is a Sender that keeps what it is given.
type recorder struct{ texts, edits []string }

// Send keeps the text of a row.
func (r *recorder) Send(_ context.Context, row outbox.Row) (int, error) {
	if row.Reply.Edit != 0 {
		r.edits = append(r.edits, fmt.Sprintf("%d: %s", row.Reply.Edit, strings.ReplaceAll(row.Reply.Plain(), "\n", " / ")))
		return row.Reply.Edit, nil
	}
	r.texts = append(r.texts, fmt.Sprintf("%d: %s", row.Reply.Chat.ID, strings.ReplaceAll(row.Reply.Plain(), "\n", " / ")))
	return len(r.texts), nil
}

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, corpus.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

func TestWeeklyReminderFiresEachMonday(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 7, "nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần")
		for _, tt := range []struct {
			at   string
			want int
		}{
			{"2026-11-23 07:59", 0}, {"2026-11-23 08:00", 1}, {"2026-11-23 08:00", 0}, {"2026-11-24 08:00", 0}, {"2026-11-30 08:00", 1},
		} {
			got := d.tickAt(t, at(tt.at))
			if len(got) != tt.want || tt.want == 1 && !strings.Contains(got[0], "nộp báo cáo") {
				t.Errorf("%s: %q, want %d", tt.at, got, tt.want)
			}
		}
	})
}

func TestOutageFiresNewestOnceWithLabel(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 7, "nhắc tôi điểm danh 8h sáng hàng ngày")
		got := d.tickAt(t, at("2026-11-26 09:05"))
		if len(got) != 1 || !strings.Contains(got[0], "(trễ 01:05, bỏ lỡ 3 lần)") {
			t.Errorf("got %q", got)
		}
		if got := d.tickAt(t, at("2026-11-27 08:00")); len(got) != 1 || strings.Contains(got[0], "trễ") {
			t.Errorf("the day after: %q", got)
		}
	})
}

func TestClockStepsLoseAndDoubleNothing(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 7, "nhắc tôi uống nước 8h sáng hàng ngày")
		total := 0
		for _, s := range []string{"2026-11-23 08:00", "2026-11-22 20:00", "2026-11-23 08:00", "2026-11-23 07:00", "2026-11-24 08:00", "2026-11-24 08:01"} {
			total += len(d.tickAt(t, at(s)))
		}
		if total != 2 {
			t.Errorf("fired %d times, want 2", total)
		}
	})
}

func TestButtonsOfFiredReminder(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		id := d.ask(t, 7, "ngày mai lúc 14h30 nhắc tôi họp giao ban")
		due := at("2026-11-23 14:30")
		if got := d.tickAt(t, due); len(got) != 1 {
			t.Fatalf("got %q", got)
		}
		fired := bot.Fired{Reminder: id, Due: due, Chat: 7}
		for range 2 {
			d.update(t, func(tx *store.Tx) error {
				_, err := d.book.Act(tx, fired, "hour", message.Person{ID: 7}, due)
				return err
			})
		}
		if got := d.tickAt(t, at("2026-11-23 15:30")); len(got) != 1 || !strings.Contains(got[0], "họp giao ban") {
			t.Errorf("an hour later: %q", got)
		}
	})
}

func TestPauseReplanDeleteMoveForget(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		id := d.ask(t, 7, "nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần")
		step := func(name string, want bool, f func(*store.Tx) (bool, error)) {
			t.Helper()
			d.update(t, func(tx *store.Tx) error {
				got, err := f(tx)
				if got != want {
					t.Errorf("%s: found %v", name, got)
				}
				return err
			})
		}
		step("pause of another chat", false, func(tx *store.Tx) (bool, error) { return d.book.Pause(tx, 8, id, true, d.now) })
		step("pause", true, func(tx *store.Tx) (bool, error) { return d.book.Pause(tx, 7, id, true, d.now) })
		if got := d.tickAt(t, at("2026-11-23 08:00")); len(got) != 0 {
			t.Errorf("paused, yet %q", got)
		}
		step("resume", true, func(tx *store.Tx) (bool, error) { return d.book.Pause(tx, 7, id, false, d.now) })
		plan, _ := d.book.Read("nhắc tôi nộp báo cáo 9h thứ tư hàng tuần", d.now)
		step("replan", true, func(tx *store.Tx) (bool, error) { return d.book.Replan(tx, 7, id, plan, d.now) })
		d.update(t, func(tx *store.Tx) error { return d.book.Move(tx, 7, -100) })
		if got := d.tickAt(t, at("2026-11-25 09:00")); len(got) != 1 || !strings.HasPrefix(got[0], "-100: ") {
			t.Errorf("moved: %q", got)
		}
		d.update(t, func(tx *store.Tx) error { return d.book.Forget(tx, -100, 7) })
		if got := d.tickAt(t, at("2026-12-02 09:00")); len(got) != 0 {
			t.Errorf("forgotten, yet %q", got)
		}
	})
}

func TestTooManyReminders(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		plan, _ := d.book.Read("nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần", d.now)
		d.update(t, func(tx *store.Tx) error {
			for i := range maxOfPerson + 1 {
				_, err := d.book.Add(tx, bot.Reminder{Chat: message.Chat{ID: 7}, Person: 7, Plan: plan, At: d.now})
				if (err == bot.ErrTooMany) != (i == maxOfPerson) {
					t.Fatalf("reminder %d: %v", i, err)
				}
			}
			return nil
		})
	})
}

func TestDutyCountsDownAndOverdueIsBounded(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.Deadlines = func() []corpus.Deadline {
			return []corpus.Deadline{{ID: "d1", What: "Nộp báo cáo quý IV", Who: "Phòng A; Phòng B", Due: "2026-12-15"}}
		}
		group := message.Chat{ID: -5, Kind: message.Group, Title: "Khối thi đua"}
		d.update(t, func(tx *store.Tx) error { return d.book.Subscribe(tx, group, true, d.now) })
		d.Compose[Digest] = func(context.Context, Occurrence) ([]Said, error) { return nil, nil }
		d.Compose[Alert] = d.Compose[Digest]
		var days []string
		for day := at("2026-11-23 08:00"); day.Before(at("2027-01-10 00:00")); day = day.AddDate(0, 0, 1) {
			for _, text := range d.tickAt(t, day) {
				days = append(days, day.Format("2/1")+" "+strings.SplitN(text, " / ", 2)[0])
			}
		}
		want := "8/12 -5: 📌 Còn 7 ngày đến hạn|12/12 -5: 📌 Còn 3 ngày đến hạn|14/12 -5: 📌 Còn 1 ngày đến hạn|15/12 -5: 📌 Hôm nay đến hạn|" +
			"16/12 -5: ❗ Quá hạn 1 ngày|17/12 -5: ❗ Quá hạn 2 ngày|18/12 -5: ❗ Quá hạn 3 ngày|19/12 -5: ❗ Quá hạn 4 ngày|20/12 -5: ❗ Quá hạn 5 ngày|21/12 -5: ❗ Quá hạn 6 ngày|22/12 -5: ❗ Quá hạn 7 ngày"
		if got := strings.Join(days, "|"); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

func TestDutyLiveCountInGroup(t *testing.T) {
	virtual(t, "2026-12-07 10:00", func(t *testing.T, d *desk) {
		d.Deadlines = func() []corpus.Deadline {
			return []corpus.Deadline{{ID: "d1", What: "Nộp báo cáo", Who: "Phòng A; Phòng B", Due: "2026-12-15"}}
		}
		d.update(t, func(tx *store.Tx) error {
			return d.book.Subscribe(tx, message.Chat{ID: -5, Kind: message.Group}, true, d.now)
		})
		d.tickAt(t, d.now)
		got := d.tickAt(t, at("2026-12-08 08:00"))
		if len(got) != 1 {
			t.Fatalf("got %q", got)
		}
		var id int64
		d.update(t, func(tx *store.Tx) error {
			all, err := ofChat(tx, -5)
			for _, r := range all {
				if r.Kind == Duty {
					id = r.ID
				}
			}
			return err
		})
		for i, want := range []struct {
			text string
			keep bool
		}{{"Đã xong 1/2: Phòng A\nChưa xác nhận: Phòng B", true}, {"Đã xong 2/2: Phòng A, Phòng B", false}} {
			d.update(t, func(tx *store.Tx) error {
				acted, err := d.book.Act(tx, bot.Fired{Reminder: id, Chat: -5}, "done", message.Person{ID: int64(i + 1), Name: []string{"An phòng A", "Bình - Phòng B"}[i]}, d.now)
				text := message.Reply{Parts: acted.Parts}.Plain()
				if !strings.HasSuffix(text, want.text) || acted.Keep != want.keep {
					t.Errorf("press %d: %q, keep %v", i+1, text, acted.Keep)
				}
				return err
			})
		}
		if got := d.tickAt(t, at("2026-12-12 08:00")); len(got) != 0 {
			t.Errorf("all have confirmed, yet %q", got)
		}
	})
}

// TestRunTicksUnderVirtualTime runs the real cron for two days.
func TestRunTicksUnderVirtualTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, time.Now())
		d.Clock = func() time.Time { return time.Now().In(corpus.Zone) }
		d.now = d.Clock()
		d.ask(t, 7, "nhắc tôi điểm danh 8h sáng hàng ngày")
		fired := 0
		d.Planned = func(n int) { fired += n }
		ctx, cancel := context.WithTimeout(t.Context(), 48*time.Hour)
		defer cancel()
		if err := d.Run(ctx); err != nil {
			t.Fatal(err)
		}
		if fired != 2 {
			t.Errorf("fired %d times in two days", fired)
		}
	})
}

// silent answers nothing.
type silent struct{}

// Answer finds nothing.
func (silent) Answer(context.Context, index.Question) (index.Answer, error) {
	return index.Answer{}, nil
}

// Search finds nothing.
func (silent) Search(context.Context, index.Query) ([]index.Hit, error) { return nil, nil }

// BenchmarkPlanSameMinute plans 100,000 reminders that are due at once; one
// operation is all of them, with the buttons of each.
func BenchmarkPlanSameMinute(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		d := newDesk(b, at("2026-11-22 10:00"))
		talk, err := bot.New(bot.Config{Answerer: silent{}, Searcher: silent{}, Store: d.Store})
		if err != nil {
			b.Fatal(err)
		}
		d.Keys = talk.FiredKeys
		plan, _ := d.book.Read("nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần", d.now)
		row, err := d.book.row(plan, d.now)
		if err != nil {
			b.Fatal(err)
		}
		for chat := range 100 {
			d.update(b, func(tx *store.Tx) error {
				for i := range 1000 {
					r := row
					r.Chat = message.Chat{ID: int64(chat*1000 + i), Kind: message.Private}
					if _, err := create(tx, r); err != nil {
						return err
					}
				}
				return nil
			})
		}
		d.now = at("2026-11-23 08:00")
		d.last = d.now // the look at the start is not part of a tick
		b.StartTimer()
		if n, err := d.Tick(b.Context()); err != nil || n != 100_000 {
			b.Fatalf("planned %d, %v", n, err)
		}
	}
}
