package reminder

import (
	"context"
	"encoding/json"
	"flag"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"thiduabot/bot/bottest"
	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
	"thiduabot/bot/telegram"
	"thiduabot/index"
)

var subscribersFlag = flag.Int("subscribers", 0, "chats of TestMorningOfManySubscribers, at the limits of Telegram; 0: 150 at five times their speed")

// laterBoard is a board at another time of the year.
type laterBoard struct{ by time.Duration }

// Running returns the campaigns as they stand then.
func (m laterBoard) Running(ctx context.Context, area string, now time.Time) ([]index.Progress, error) {
	return board{}.Running(ctx, area, now.Add(m.by))
}

// answering answers with the question.
type answering struct{}

// Handle answers one question.
func (answering) Handle(_ context.Context, u message.Update) ([]message.Reply, error) {
	return []message.Reply{{Chat: u.Chat, Parts: []message.Part{{Text: "đáp: " + u.Text}}}}, nil
}

// TestMorningOfManySubscribers has all subscribers' digests fall due at the same
// instant and sends them to a server with strict limits, while people ask.
func TestMorningOfManySubscribers(t *testing.T) {
	if testing.Short() {
		t.Skip("sends for seconds")
	}
	n, limits, strict := 150, telegram.TelegramLimits(), bottest.TelegramLimits()
	least := 29.0
	if *subscribersFlag > 0 {
		n = *subscribersFlag
	} else {
		const faster = 5
		limits = outbox.Limits{Every: 34250 * time.Microsecond / faster, Private: outbox.Rate{Every: time.Second / faster, Burst: 3}}
		strict = &bottest.Limits{Second: 30 * faster, Chat: time.Second / faster, ChatBurst: 3, GroupMinute: 20}
		least = 40 // one under way at a time, on a machine at work on other things
	}
	st, err := store.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	due := time.Now().Add(1500 * time.Millisecond)
	manySubscribers(t, st, due, n)
	srv := bottest.New(bottest.Options{Strict: strict})
	defer srv.Close()
	around := Surroundings{Board: laterBoard{at("2027-05-03 08:00").Sub(due)}, Store: st, Area: func(int64) string { return "Xã Đông Khê" }}
	p := &Planner{Store: st, Calendar: func() Calendar { return Calendar{} }, Clock: time.Now, Log: slog.New(slog.DiscardHandler), Compose: map[Kind]Composer{Digest: SayDigest(around)}}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 2)
	go func() { ended <- p.Run(ctx) }()
	go func() {
		ended <- telegram.Serve(ctx, telegram.Config{Token: srv.Token(), APIURL: srv.URL(), Store: st, Handler: answering{}, Limits: limits})
	}()
	measureMorning(t, srv, n, due, least)
	cancel()
	for range 2 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

// measureMorning measures the first half of the digests alone, and the second
// while people ask twice a second.
func measureMorning(t *testing.T, srv *bottest.Server, n int, due time.Time, least float64) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute+time.Duration(n)*50*time.Millisecond)
	defer cancel()
	time.Sleep(time.Until(due))
	first := awaitTotal(ctx, t, srv, 1)
	begin := awaitTotal(ctx, t, srv, n/2)
	alone := srv.Total()
	quiet := float64(alone) / begin.Sub(first).Seconds()
	var answers []time.Duration
	const asker = 1_000_000
	for chat := int64(asker); srv.Total() < n+len(answers); chat++ {
		began := time.Now()
		srv.Say(chat, "x")
		list, err := srv.Wait(ctx, chat, 1)
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, list[0].At.Sub(began))
		time.Sleep(500 * time.Millisecond)
	}
	took := lastDigest(t, srv, n).Sub(begin).Seconds()
	refused := refusals(srv)
	slices.Sort(answers)
	total := float64(n-alone+len(answers)) / took
	t.Logf("%d digests alone at %.2f/s; %d at %.2f/s with %d answers, together %.2f/s; 429: %d", alone, quiet, n-alone, float64(n-alone)/took, len(answers), total, refused)
	t.Logf("answers meanwhile: p50 %v p99 %v max %v", answers[len(answers)/2], answers[len(answers)*99/100], answers[len(answers)-1])
	if quiet < least || total < least || refused > 0 {
		t.Errorf("less than %v messages a second, or refusals", least)
	}
}

// awaitTotal returns when n messages had come, to 20 ms.
func awaitTotal(ctx context.Context, t *testing.T, srv *bottest.Server, n int) time.Time {
	t.Helper()
	for srv.Total() < n {
		if ctx.Err() != nil {
			t.Fatal("the digests do not leave")
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Now()
}

// lastDigest returns when the last of n chats got its digest, each just one.
func lastDigest(t *testing.T, srv *bottest.Server, n int) (last time.Time) {
	t.Helper()
	for i := range n {
		m := srv.Messages(int64(i + 1))
		if len(m) != 1 {
			t.Errorf("chat %d got %d messages", i+1, len(m))
			continue
		}
		if m[0].At.After(last) {
			last = m[0].At
		}
	}
	return last
}

func refusals(srv *bottest.Server) (n int) {
	for _, c := range srv.Calls("sendMessage") {
		if c.Status == 429 {
			n++
		}
	}
	return n
}

func manySubscribers(t *testing.T, st *store.Store, due time.Time, n int) {
	t.Helper()
	raw, err := json.Marshal(weekly)
	if err != nil {
		t.Fatal(err)
	}
	err = st.Update(func(tx *store.Tx) error {
		for i := range n {
			chat := message.Chat{ID: int64(i + 1), Kind: message.Private}
			if _, err := create(tx, Row{Kind: Digest, Chat: chat, Schedule: raw, Next: due}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
