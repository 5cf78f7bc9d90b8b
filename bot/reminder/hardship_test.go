package reminder

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/chart"
	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

func TestOneThatCannotBeSaidHoldsNobodyUp(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 6, "ngày mai lúc 14h30 nhắc tôi việc hỏng")
		d.ask(t, 8, "ngày mai lúc 14h30 nhắc tôi việc lỗi")
		d.ask(t, 7, "ngày mai lúc 14h30 nhắc tôi họp giao ban")
		broken := true
		d.Compose[Task] = func(ctx context.Context, o Occurrence) ([]Said, error) {
			switch {
			case broken && o.Row.Chat.ID == 6:
				panic("composer")
			case broken && o.Row.Chat.ID == 8:
				return nil, errors.New("no index")
			}
			return SayTask(ctx, o)
		}
		if got := d.tickAt(t, at("2026-11-23 14:30")); len(got) != 1 || !strings.HasPrefix(got[0], "7: ") {
			t.Errorf("got %q", got)
		}
		broken = false
		if got := d.tickAt(t, at("2026-11-23 14:35")); len(got) != 2 || !strings.Contains(got[0], "(trễ 00:05)") {
			t.Errorf("once it can be said: %q", got)
		}
	})
}

// TestClockFarAheadAndBack has the clock show a day next month for a moment.
func TestClockFarAheadAndBack(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 7, "nhắc tôi điểm danh 8h sáng hàng ngày")
		d.ask(t, 7, "nhắc tôi họp 9h ngày 25/11/2026")
		d.tickAt(t, d.now)
		if _, err := tickOnly(t, d, at("2026-12-20 12:00")); err != nil {
			t.Fatal(err)
		}
		fired := map[string]int{}
		for h := at("2026-11-22 10:01"); h.Before(at("2026-12-24 00:00")); h = h.Add(time.Hour) {
			if _, err := tickOnly(t, d, h); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(time.Until(at("2026-12-24 01:00")))
		for _, text := range d.drain(t) {
			fired[text[strings.LastIndex(text, "/")+2:]]++
		}
		if fired["điểm danh"] != 31 || fired["họp"] != 1 { // 23/11 to 23/12
			t.Errorf("fired %v", fired)
		}
	})
}

// tickOnly plans at an instant and sends nothing.
func tickOnly(t *testing.T, d *desk, at time.Time) (int, error) {
	d.now = at
	return d.Tick(t.Context())
}

func TestRestartLosesAndDoublesNothing(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		d.ask(t, 7, "nhắc tôi điểm danh 8h sáng hàng ngày")
		total := 0
		for day := 23; day <= 27; day++ {
			old := d.Planner
			d.Planner = &Planner{Store: old.Store, Calendar: old.Calendar, Clock: old.Clock, Log: old.Log, Compose: old.Compose}
			total += len(d.tickAt(t, time.Date(2026, 11, day, 8, 0, 0, 0, at("2026-11-22 10:00").Location())))
			total += len(d.tickAt(t, d.now))
		}
		if total != 5 {
			t.Errorf("fired %d times in five days", total)
		}
	})
}

func TestHostileTasksAreSaidPlainly(t *testing.T) {
	virtual(t, "2026-11-22 10:00", func(t *testing.T, d *desk) {
		long := strings.Repeat("báo cáo ", 500)
		d.ask(t, 7, "ngày mai lúc 14h30 nhắc tôi <b>họp</b> & <a href=\"x\">xem</a>")
		d.ask(t, 8, "ngày mai lúc 14h30 nhắc tôi nộp "+long)
		got := d.tickAt(t, at("2026-11-23 14:30"))
		if len(got) != 2 {
			t.Fatalf("got %.300q", got)
		}
		slices.Sort(got)
		if !strings.Contains(got[0], "<b>họp</b>") {
			t.Errorf("HTML is not said as typed: %.200q", got[0])
		}
		if n := len([]rune(got[1])); n > maxSaid+100 {
			t.Errorf("a long task is said with %d characters", n)
		}
	})
}

func TestTooOftenIsAskedBack(t *testing.T) {
	b := &Book{Days: func() Calendar { return Calendar{} }}
	for _, text := range []string{"nhắc tôi uống nước mỗi giây", "nhắc tôi uống nước mỗi phút", "nhac toi uong nuoc moi giay"} {
		if p, ok := b.Read(text, at("2026-11-22 10:00")); !ok || p.Clarify == "" || len(p.Next) > 0 {
			t.Errorf("%q: %v %+v", text, ok, p)
		}
	}
}

func TestQuietHoursHoldDigestsNotTasks(t *testing.T) {
	virtual(t, "2027-05-02 10:00", func(t *testing.T, d *desk) {
		wireCampaign(d)
		d.Deadlines, d.Keys = nil, nil
		plan, problem := d.book.ReadDigest("22h thứ hai hằng tuần", d.now)
		if problem != "" {
			t.Fatal(problem)
		}
		d.update(t, func(tx *store.Tx) error { return d.book.SubscribeAt(tx, khoi, plan, d.now) })
		d.ask(t, 7, "22h ngày mai nhắc tôi tắt đèn")
		if got := d.tickAt(t, at("2027-05-03 22:00")); len(got) != 1 || !strings.Contains(got[0], "tắt đèn") {
			t.Errorf("at night: %q", got)
		}
		if got := d.tickAt(t, at("2027-05-04 09:00")); len(got) != 1 || !strings.Contains(got[0], "Tiến độ thi đua") {
			t.Errorf("in the morning: %q", got)
		}
	})
}

// TestDigestPicture draws the campaign; with -update the picture is kept to be
// looked at.
func TestDigestPicture(t *testing.T) {
	running, err := board{}.Running(t.Context(), "Xã Đông Khê", at("2027-08-01 08:00"))
	if err != nil {
		t.Fatal(err)
	}
	pic, err := chart.New(1).Progress(Chart("Xã Đông Khê", running[0]))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(pic.PNG))
	if err != nil || img.Bounds().Dx() < 600 {
		t.Fatalf("no picture: %v", err)
	}
	if path := os.Getenv("DIGEST_PICTURE"); path != "" {
		if err := os.WriteFile(path, pic.PNG, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	running, _ = board{}.Running(t.Context(), "Xã Đông Khê", at("2027-02-01 08:00"))
	if _, err := chart.New(1).Progress(Chart("Xã Đông Khê", running[0])); !errors.Is(err, chart.ErrTooFew) {
		t.Errorf("a picture without any figure: %v", err)
	}
}

func TestPutOffInGroupKeepsTheCount(t *testing.T) {
	withDeadlineTold(t, func(t *testing.T, d *desk) {
		var id int64
		d.update(t, func(tx *store.Tx) error {
			all, err := ofChat(tx, khoi.ID)
			for _, r := range all {
				if r.Kind == Duty && r.Task == "Q1" {
					id = r.ID
				}
			}
			if err != nil {
				return err
			}
			acted, err := d.book.Act(tx, bot.Fired{Reminder: id, Due: d.now, Chat: khoi.ID}, "hour", message.Person{ID: 5}, d.now)
			if text := (message.Reply{Parts: acted.Parts}).Plain(); !acted.Keep || !strings.Contains(text, "Đã xong 0/3") {
				t.Errorf("the message becomes %q, buttons kept: %v", text, acted.Keep)
			}
			return err
		})
		if got := d.tickAt(t, at("2027-03-24 09:00")); len(got) != 1 || !strings.Contains(got[0], "Đã xong 0/3") {
			t.Errorf("an hour later: %q", got)
		}
		d.update(t, func(tx *store.Tx) error {
			for i, p := range []string{"Tổ 1", "Tổ 2", "Tổ 3"} {
				if _, err := d.book.Act(tx, bot.Fired{Reminder: id, Chat: khoi.ID}, partyKey(p), message.Person{ID: int64(20 + i)}, d.now); err != nil {
					return err
				}
			}
			return nil
		})
		if got := d.drain(t); len(got) != 1 || !strings.HasPrefix(got[0], "3: ✅ Tất cả đã xong: Nộp báo cáo quý I") {
			t.Errorf("the editor hears %q", got)
		}
		if got := d.tickAt(t, at("2027-03-28 08:00")); len(got) != 0 {
			t.Errorf("all have confirmed, yet %q", got)
		}
	})
}
