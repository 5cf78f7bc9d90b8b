package reminder

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"thiduabot/bot"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/phrase"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

var update = flag.Bool("update", false, "write the golden files anew")

// board is a campaign of an invented commune: a goal whose figures come in each
// quarter, and one that nobody reports.
type board struct{}

// Running returns the campaign while it runs.
func (board) Running(_ context.Context, area string, now time.Time) ([]index.Progress, error) {
	start, end := at("2027-01-01 00:00"), at("2028-01-01 00:00")
	if now.Before(start) || !now.Before(end) {
		return nil, nil
	}
	target := number(1000)
	trees := index.Goal{Indicator: corpus.Indicator{ID: "cay-xanh", Name: "Cây xanh trồng mới"}, Target: &target}
	for _, q := range []struct {
		date, period string
		value        float64
	}{{"2027-04-10", "2027-03M", 180}, {"2027-07-09", "2027-06M", 420}, {"2027-10-12", "2027-09M", 640}, {"2027-12-20", "2027-11M", 1010}} {
		if q.date > now.Format(time.DateOnly) {
			break
		}
		r := number(q.value)
		r.Period, _ = corpus.ParsePeriod(q.period)
		r.Source = corpus.Source{ID: "bc-" + q.date, Publisher: "UBND Xã Đông Khê", Date: q.date}
		share := q.value / 10
		trees.Newest, trees.Share, trees.Met = &r, &share, q.value >= 1000
	}
	jobs := index.Goal{Indicator: corpus.Indicator{ID: "viec-lam", Name: "Việc làm mới"}}
	return []index.Progress{{
		Campaign: corpus.Campaign{ID: "TD2027", Name: "Phong trào thi đua năm 2027", Area: area},
		DaysLeft: int(end.Sub(now).Hours() / 24), Elapsed: now.Sub(start).Seconds() / end.Sub(start).Seconds(),
		Goals: []index.Goal{trees, jobs},
	}}, nil
}

func number(v float64) corpus.Record {
	p, _ := corpus.ParsePeriod("2027")
	return corpus.Record{Quantity: corpus.Quantity{Value: &v, Unit: "cây"}, Period: p}
}

// transcript is a Sender that writes down what leaves, and when. Chats do not
// wait for each other: within a minute they stand in order of their names.
type transcript struct{ lines []line }

type line struct{ at, who, text string }

// Send writes a row down.
func (s *transcript) Send(_ context.Context, row outbox.Row) (int, error) {
	keys := ""
	for _, line := range row.Reply.Keys {
		for _, k := range line {
			keys += " [" + k.Text + "]"
		}
	}
	who := "→ " + row.Reply.Chat.Title
	if row.Reply.Edit != 0 {
		who += " (sửa tin trước)"
	}
	s.write(time.Now(), who, row.Reply.Plain()+keys)
	return len(s.lines), nil
}

func (s *transcript) write(at time.Time, who, text string) {
	s.lines = append(s.lines, line{at.In(corpus.Zone).Format("2006-01-02 15:04"), who, strings.ReplaceAll(text, "\n", "\n    ")})
}

func (s *transcript) String() string {
	slices.SortStableFunc(s.lines, func(a, b line) int { return cmp.Or(strings.Compare(a.at, b.at), strings.Compare(a.who, b.who)) })
	var out strings.Builder
	for _, l := range s.lines {
		fmt.Fprintf(&out, "%s %s\n    %s\n", l.at, l.who, l.text)
	}
	return out.String()
}

// TestYearOfACampaign runs planner and outbox for a year of virtual time and
// compares every message that leaves.
func TestYearOfACampaign(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(at("2026-12-31 09:00")))
		d := newDesk(t, time.Now())
		d.Clock = func() time.Time { return time.Now().In(corpus.Zone) }
		d.now = d.Clock()
		d.Every = 15 * time.Minute
		wireCampaign(d)
		subscribe(t, d)
		out := &transcript{}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 2)
		go func() { done <- d.Run(ctx) }()
		go func() {
			done <- outbox.Drain(ctx, outbox.Config{Store: d.Store, Sender: out, Pace: outbox.NewPace(outbox.Limits{})})
		}()
		time.Sleep(time.Until(at("2027-03-24 09:10")))
		press(t, d, out, "done", message.Person{ID: 11, Name: "Lê An - Tổ 1"})
		time.Sleep(time.Until(at("2027-03-31 10:00")))
		press(t, d, out, "done", message.Person{ID: 12, Name: "Bình"})
		press(t, d, out, partyKey("Tổ 2"), message.Person{ID: 12, Name: "Bình"})
		time.Sleep(time.Until(at("2027-12-31 23:00")))
		cancel()
		for range 2 {
			if err := <-done; err != nil {
				t.Fatal(err)
			}
		}
		compareGolden(t, "testdata/year.golden", out.String())
	})
}

// withDeadlineTold hands f a desk whose group was told of a deadline, a week
// before it, at 08:00 of 24/3/2027.
func withDeadlineTold(t *testing.T, f func(t *testing.T, d *desk)) {
	virtual(t, "2027-03-23 10:00", func(t *testing.T, d *desk) {
		wireCampaign(d)
		d.Keys, d.Quiet = nil, nil
		d.update(t, func(tx *store.Tx) error { return d.book.Subscribe(tx, khoi, true, d.now) })
		d.tickAt(t, d.now)
		d.tickAt(t, at("2027-03-24 08:00"))
		f(t, d)
	})
}

func wireCampaign(d *desk) {
	editors := func(*store.Tx) ([]message.Chat, error) {
		return []message.Chat{{ID: 3, Kind: message.Private, Title: "Biên tập"}}, nil
	}
	d.book.Editors, d.Editors = editors, editors
	d.Deadlines = func() []corpus.Deadline {
		return []corpus.Deadline{
			{ID: "Q1", What: "Nộp báo cáo quý I", Who: "Tổ 1; Tổ 2; Tổ 3", Due: "2027-03-31"},
			{ID: "CX", What: "Báo cáo số cây trồng mới", Who: "Tổ 1; Tổ 2; Tổ 3", Due: "2027-12-03T10:00:00+07:00", Indicator: "cay-xanh", DaysBefore: []int{2, 0}},
		}
	}
	d.Quiet = func(_ *store.Tx, chat int64, now time.Time) (time.Time, bool) {
		return bot.Chat{QuietFrom: 21, QuietTo: 9}.QuietUntil(now.In(corpus.Zone))
	}
	around := Surroundings{Board: board{}, Store: d.Store, Area: func(int64) string { return "Xã Đông Khê" }, Deadlines: d.Deadlines}
	d.Compose = map[Kind]Composer{Task: SayTask, Duty: SayDuty(d.Store), Report: SayReport(d.Store), Digest: SayDigest(around), Alert: SayAlert(around)}
	d.Keys = func(*store.Tx, bot.Fired) ([][]message.Key, error) {
		return [][]message.Key{{{Text: phrase.KeyDone}, {Text: phrase.KeyHour}}, {{Text: phrase.KeyMorning}, {Text: phrase.KeyOff}}}, nil
	}
}

var khoi = message.Chat{ID: -5, Kind: message.Group, Title: "Khối thi đua"}

// subscribe has a group take the digest of each month where something is new, and
// a person ask for three reminders.
func subscribe(t *testing.T, d *desk) {
	plan, problem := d.book.ReadDigest("hằng tháng khi có số mới", d.now)
	if problem != "" {
		t.Fatal(problem)
	}
	d.update(t, func(tx *store.Tx) error { return d.book.SubscribeAt(tx, khoi, plan, d.now) })
	for _, text := range []string{
		"nhắc tôi chốt số liệu 16h ngày làm việc cuối cùng của quý",
		"nhắc tôi họp tổng kết 8h ngày 20/12/2027",
		"nhắc tôi dâng hương ngày Giỗ Tổ 7h sáng",
	} {
		plan, ok := d.book.Read(text, d.now)
		if !ok || plan.Clarify != "" {
			t.Fatalf("%q: %+v", text, plan)
		}
		d.update(t, func(tx *store.Tx) error {
			_, err := d.book.Add(tx, bot.Reminder{Chat: message.Chat{ID: 7, Kind: message.Private, Title: "An"}, Person: 7, Plan: plan, At: d.now})
			return err
		})
	}
}

// press presses a button of the first duty of the group and writes down what the
// message becomes.
func press(t *testing.T, d *desk, out *transcript, action string, by message.Person) {
	t.Helper()
	d.update(t, func(tx *store.Tx) error {
		all, err := ofChat(tx, khoi.ID)
		for _, r := range all {
			if r.Kind != Duty || r.Task != "Q1" {
				continue
			}
			acted, err := d.book.Act(tx, bot.Fired{Reminder: r.ID, Chat: khoi.ID}, action, by, d.Clock())
			if err != nil {
				return err
			}
			text := acted.Notice + "\n" + message.Reply{Parts: acted.Parts}.Plain()
			for _, m := range acted.More {
				text += "\n[" + m.Label + "]"
			}
			out.write(d.Clock(), by.Name+" bấm "+action, text)
		}
		return err
	})
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(want), got); diff != "" {
		t.Errorf("transcript differs (-want +got):\n%s", diff)
	}
}
