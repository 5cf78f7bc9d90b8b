package outbox

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

// recorder is a Sender that notes what it is given.
type recorder struct {
	mu    sync.Mutex
	sent  []Row
	at    []time.Time
	fail  func(Row, int) error // by row and how often it was tried
	tries map[uint64]int
	takes time.Duration
}

func (s *recorder) Send(ctx context.Context, r Row) (int, error) {
	select {
	case <-time.After(s.takes):
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tries == nil {
		s.tries = map[uint64]int{}
	}
	s.tries[r.ID]++
	if s.fail != nil {
		if err := s.fail(r, s.tries[r.ID]); err != nil {
			return 0, err
		}
	}
	s.sent = append(s.sent, r)
	s.at = append(s.at, time.Now())
	return len(s.sent), nil
}

func (s *recorder) texts() (out []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.sent {
		t := message.PlainText(r.Reply.Parts)
		if r.Again {
			t += " (lại)"
		}
		out = append(out, t)
	}
	return out
}

var limits = Limits{Every: 34 * time.Millisecond, Most: 30, Within: time.Second, Private: Rate{time.Second, 3}, Group: Rate{3 * time.Second, 3}}

func temp(t *testing.T) *store.Store {
	t.Helper()
	st, err := store.OpenTemp()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

func say(chat int64, text string) message.Reply {
	kind := message.Private
	if chat < 0 {
		kind = message.Group
	}
	return message.Reply{Chat: message.Chat{ID: chat, Kind: kind}, Parts: []message.Part{{Text: text}}}
}

func add(t *testing.T, st *store.Store, rows ...Row) {
	t.Helper()
	err := st.Update(func(tx *store.Tx) error {
		for _, r := range rows {
			if r.Key == "" {
				r.Key = message.PlainText(r.Reply.Parts)
			}
			if r.Due.IsZero() {
				r.Due = time.Now()
			}
			if _, err := Add(tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// drainFor runs the outbox for a stretch of virtual time.
func drainFor(t *testing.T, st *store.Store, s Sender, d time.Duration) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	defer cancel()
	if err := Drain(ctx, Config{Store: st, Sender: s, Pace: NewPace(limits)}); err != nil {
		t.Error(err)
	}
}

func stateOf(t *testing.T, st *store.Store, key string) (r Row) {
	t.Helper()
	st.View(func(tx *store.Tx) (err error) {
		var ok bool
		if r, ok, err = Lookup(tx, key); err != nil || !ok {
			t.Errorf("row %q: %v %v", key, ok, err)
		}
		return nil
	})
	return r
}

func TestKeyIsAddedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{}
		add(t, st, Row{Reply: say(1, "a")}, Row{Reply: say(1, "a")})
		drainFor(t, st, s, time.Second)
		add(t, st, Row{Reply: say(1, "a")})
		drainFor(t, st, s, time.Second)
		if got := fmt.Sprint(s.texts()); got != "[a]" {
			t.Errorf("sent %s", got)
		}
		if r := stateOf(t, st, "a"); r.State != Sent || r.Message != 1 || len(r.Reply.Parts) != 0 {
			t.Errorf("row after sending: %+v", r)
		}
	})
}

func TestAddWithoutKeyIsRefused(t *testing.T) {
	temp(t).Update(func(tx *store.Tx) error {
		if _, err := Add(tx, Row{}); !errors.Is(err, ErrNoKey) {
			t.Errorf("add: %v", err)
		}
		return nil
	})
}

func TestOrderByClassThenDueThenArrival(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{}
		now := time.Now()
		add(t, st,
			Row{Class: Broadcast, Reply: say(1, "b1")},
			Row{Class: Reminder, Reply: say(2, "r1")},
			Row{Class: Answer, Reply: say(3, "a1")},
			Row{Class: Answer, Reply: say(4, "a2")},
			Row{Class: Answer, Reply: say(5, "a0"), Due: now.Add(-time.Second)},
			Row{Class: Answer, Reply: say(6, "later"), Due: now.Add(time.Minute)},
		)
		drainFor(t, st, s, 2*time.Minute)
		if got := fmt.Sprint(s.texts()); got != "[a0 a1 a2 r1 b1 later]" {
			t.Errorf("sent %s", got)
		}
		if d := s.at[5].Sub(now); d < time.Minute || d > time.Minute+50*time.Millisecond {
			t.Errorf("the later one left after %v", d)
		}
	})
}

func TestOneChatKeepsItsOrderAndItsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		s := &recorder{takes: 200 * time.Millisecond, fail: func(r Row, try int) error {
			if r.Key == "m2" && try == 1 {
				return &SendError{Fault: Busy, Err: errors.New("bận")}
			}
			return nil
		}}
		for i := range 8 {
			add(t, st, Row{Reply: say(7, fmt.Sprint("m", i))})
		}
		drainFor(t, st, s, time.Minute)
		if got := fmt.Sprint(s.texts()); got != "[m0 m1 m2 m3 m4 m5 m6 m7]" {
			t.Errorf("sent %s", got)
		}
		if d := s.at[7].Sub(s.at[3]); d < 3500*time.Millisecond {
			t.Errorf("four messages after the burst took %v", d)
		}
	})
}

func TestRateOfAThousandChats(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{takes: 120 * time.Millisecond}
		var chats []message.Chat
		for i := range 1000 {
			chats = append(chats, message.Chat{ID: int64(i + 1), Kind: message.Private})
		}
		st.Update(func(tx *store.Tx) error { return Start(tx, "tb", say(0, "thông báo"), append(chats, chats[0])) })
		drainFor(t, st, s, time.Minute)
		if len(s.sent) != 1000 {
			t.Fatalf("%d sent", len(s.sent))
		}
		rate := 999 / s.at[999].Sub(s.at[0]).Seconds()
		if rate < 29 || rate > 30 {
			t.Errorf("%.2f messages a second", rate)
		}
		for i := 30; i < len(s.at); i++ {
			if s.at[i].Sub(s.at[i-30]) < time.Second {
				t.Fatalf("31 messages within %v", s.at[i].Sub(s.at[i-30]))
			}
		}
		st.View(func(tx *store.Tx) error {
			if g, _, _ := Progress(tx, "tb"); g.Sent != 1000 || g.Waiting() != 0 {
				t.Errorf("progress %+v", g)
			}
			return nil
		})
	})
}

func TestAnswerIsNotHeldUpByABroadcast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{takes: 400 * time.Millisecond}
		for i := range 300 {
			add(t, st, Row{Class: Broadcast, Reply: say(int64(i+1), fmt.Sprint("b", i))})
		}
		var asked time.Time
		time.AfterFunc(3*time.Second, func() {
			asked = time.Now()
			add(t, st, Row{Reply: say(999, "đáp")})
		})
		drainFor(t, st, s, 20*time.Second)
		for i, r := range s.sent {
			if r.Key == "đáp" {
				if d := s.at[i].Sub(asked) - s.takes; d > 70*time.Millisecond {
					t.Errorf("the answer waited %v", d)
				}
				return
			}
		}
		t.Error("no answer")
	})
}

func TestFaults(t *testing.T) {
	lost := errors.New("đứt")
	of := func(f Fault) func(int) error {
		return func(try int) error {
			if try == 1 {
				return &SendError{Fault: f, After: 5 * time.Second, Err: lost}
			}
			return nil
		}
	}
	always := func(f Fault) func(int) error {
		return func(int) error { return &SendError{Fault: f, Err: lost} }
	}
	rows := []struct {
		name  string
		class Class
		fail  func(int) error
		want  string
		state State
	}{
		{"answer, unknown end", Answer, of(Ambiguous), "[x (lại)]", Sent},
		{"answer, unknown end twice", Answer, always(Ambiguous), "[]", Unsure},
		{"reminder, unknown end", Reminder, of(Ambiguous), "[x (lại)]", Sent},
		{"broadcast, unknown end", Broadcast, of(Ambiguous), "[]", Unsure},
		{"an error nobody classified", Broadcast, func(int) error { return lost }, "[]", Unsure},
		{"answer, unreachable", Answer, of(Unreachable), "[x]", Sent},
		{"broadcast, unreachable", Broadcast, of(Unreachable), "[x]", Sent},
		{"busy", Broadcast, of(Busy), "[x]", Sent},
		{"gateway failed, reminder", Reminder, of(Murky), "[x (lại)]", Sent},
		{"gateway failed, broadcast", Broadcast, of(Murky), "[]", Unsure},
		{"limited", Broadcast, of(Limited), "[x]", Sent},
		{"refused", Reminder, of(Refused), "[]", Failed},
		{"gone", Reminder, of(Gone), "[]", Failed},
		{"unreachable for two days", Reminder, always(Unreachable), "[]", Failed},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				st := temp(t)
				s := &recorder{fail: func(_ Row, try int) error { return r.fail(try) }}
				add(t, st, Row{Class: r.class, Reply: say(1, "x")})
				drainFor(t, st, s, 48*time.Hour)
				if got := fmt.Sprint(s.texts()); got != r.want {
					t.Errorf("sent %s, want %s", got, r.want)
				}
				if got := stateOf(t, st, "x").State; got != r.state {
					t.Errorf("state %s, want %s", got, r.state)
				}
			})
		})
	}
}

func TestLimitPausesEverybody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		began := time.Now()
		s := &recorder{fail: func(r Row, try int) error {
			if r.Key == "m0" && try == 1 {
				return &SendError{Fault: Limited, After: 7 * time.Second, Err: errors.New("429")}
			}
			return nil
		}}
		for i := range 10 {
			add(t, st, Row{Reply: say(int64(i+1), fmt.Sprint("m", i))})
		}
		drainFor(t, st, s, time.Minute)
		early := 0
		for _, at := range s.at {
			if at.Sub(began) < 7*time.Second {
				early++
			}
		}
		if early > 0 || len(s.sent) != 10 {
			t.Errorf("%d sent, %d of them before the pause was over", len(s.sent), early)
		}
	})
}

func TestReleaseEndsAHoldButNotAPause(t *testing.T) {
	now := time.Now()
	p := NewPace(limits)
	p.Hold(now, time.Hour)
	p.Pause(now, time.Minute)
	p.Pause(now, time.Second)
	if got := p.Wait(now); got != time.Hour {
		t.Errorf("held for %v", got)
	}
	if !p.Release(now) || p.Release(now) {
		t.Error("a hold was not told from none")
	}
	if got := p.Wait(now); got != time.Minute {
		t.Errorf("paused for %v", got)
	}
}

func TestOutageOfAnHour(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, pace, began := temp(t), NewPace(limits), time.Now()
		s := &recorder{fail: func(Row, int) error {
			if time.Since(began) < time.Hour {
				return &SendError{Fault: Unreachable, Err: errors.New("không tới được")}
			}
			return nil
		}}
		for i := range 5 {
			add(t, st, Row{Class: Class(i % 3), Reply: say(int64(i+1), fmt.Sprint("m", i))})
		}
		time.AfterFunc(time.Hour+time.Millisecond, func() { pace.Release(time.Now()); Wake(st) })
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Hour)
		defer cancel()
		if err := Drain(ctx, Config{Store: st, Sender: s, Pace: pace}); err != nil {
			t.Error(err)
		}
		if got := fmt.Sprint(s.texts()); got != "[m0 m3 m1 m4 m2]" {
			t.Errorf("sent %s", got)
		}
		if d := s.at[0].Sub(began) - time.Hour; d > time.Second {
			t.Errorf("the first left %v after the outage", d)
		}
	})
}

// A server that takes longer than the pace: what a kill could repeat is one
// message, unless hundreds wait.
func TestOneReminderUnderWayAtASlowServer(t *testing.T) {
	for _, row := range []struct{ chats, most int }{{250, 1}, {900, maxResent}} {
		synctest.Test(t, func(t *testing.T) {
			st, s := temp(t), &counting{recorder: recorder{takes: 120 * time.Millisecond}}
			for i := range row.chats {
				add(t, st, Row{Class: Reminder, Reply: say(int64(i+1), fmt.Sprint("m", i))})
			}
			drainFor(t, st, s, 3*time.Minute)
			if len(s.sent) != row.chats {
				t.Fatalf("%d sent of %d", len(s.sent), row.chats)
			}
			if s.most > row.most || row.most > 1 && s.most < 2 {
				t.Errorf("%d chats: %d under way at once, want %d at most", row.chats, s.most, row.most)
			}
		})
	}
}

// counting notes how many sends are under way at once.
type counting struct {
	recorder
	guard     sync.Mutex
	now, most int
}

func (s *counting) Send(ctx context.Context, r Row) (int, error) {
	s.guard.Lock()
	s.now++
	s.most = max(s.most, s.now)
	s.guard.Unlock()
	defer func() {
		s.guard.Lock()
		s.now--
		s.guard.Unlock()
	}()
	return s.recorder.Send(ctx, r)
}

func TestStuckReminderDoesNotHoldUpOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		s := &stuck{recorder: recorder{}, chat: 1}
		for i := range 20 {
			add(t, st, Row{Class: Reminder, Reply: say(int64(i+1), fmt.Sprint("m", i))})
		}
		drainFor(t, st, s, 5*time.Second)
		if len(s.sent) != 19 {
			t.Errorf("%d of 19 sent beside the stuck one", len(s.sent))
		}
		if got := stateOf(t, st, "m0").State; got == Sent {
			t.Errorf("stuck one is %s", got)
		}
	})
}

// stuck never answers for one chat.
type stuck struct {
	recorder
	chat int64
}

func (s *stuck) Send(ctx context.Context, r Row) (int, error) {
	if r.Reply.Chat.ID == s.chat {
		<-ctx.Done()
		return 0, ctx.Err()
	}
	return s.recorder.Send(ctx, r)
}

func TestCrashWhileSending(t *testing.T) {
	rows := []struct {
		class Class
		edit  int
		want  string
		state State
	}{
		{Answer, 0, "[x (lại)]", Sent},
		{Answer, 5, "[x]", Sent},
		{Reminder, 0, "[x (lại)]", Sent},
		{Broadcast, 0, "[]", Unsure},
	}
	for _, r := range rows {
		t.Run(fmt.Sprint("class ", r.class, " edit ", r.edit), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				st, s := temp(t), &recorder{}
				reply := say(1, "x")
				reply.Edit = r.edit
				add(t, st, Row{Class: r.class, Reply: reply})
				d := newDrain(Config{Store: st, Sender: s, Pace: NewPace(limits)})
				if d.load(); d.q.size != 1 {
					t.Fatal("not loaded")
				}
				it, _ := d.q.pop(func(Class) bool { return true })
				res := result{it: it}
				res.it.attempts++
				d.mark(&res) // and the process is gone
				drainFor(t, st, s, time.Minute)
				if got := fmt.Sprint(s.texts()); got != r.want {
					t.Errorf("sent %s, want %s", got, r.want)
				}
				if got := stateOf(t, st, "x").State; got != r.state {
					t.Errorf("state %s, want %s", got, r.state)
				}
			})
		})
	}
}

func TestDeadChatGetsAnswersOnly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		blocked := true
		s := &recorder{fail: func(Row, int) error {
			if blocked {
				return &SendError{Fault: Gone, Err: errors.New("403")}
			}
			return nil
		}}
		var told []int64
		run := func() {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			Drain(ctx, Config{Store: st, Sender: s, Pace: NewPace(limits), OnGone: func(c message.Chat) { told = append(told, c.ID) }})
		}
		add(t, st, Row{Class: Reminder, Reply: say(5, "r1")})
		run()
		blocked = false
		add(t, st, Row{Class: Reminder, Reply: say(5, "r2")}, Row{Reply: say(5, "a")})
		run()
		st.Update(func(tx *store.Tx) error { return Revive(tx, 5) })
		add(t, st, Row{Class: Reminder, Reply: say(5, "r3")})
		run()
		if got := fmt.Sprint(s.texts(), told); got != "[a r3] [5]" {
			t.Errorf("sent and told: %s", got)
		}
	})
}

func TestMovedChatTakesItsRowsAlong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		s := &recorder{fail: func(r Row, _ int) error {
			if r.Reply.Chat.ID == -5 {
				return &SendError{Fault: Moved, To: -1005, Err: errors.New("400")}
			}
			return nil
		}}
		add(t, st, Row{Reply: say(-5, "một")}, Row{Reply: say(-5, "hai")}, Row{Reply: say(-5, "ba"), Due: time.Now().Add(time.Minute)})
		drainFor(t, st, s, 5*time.Minute)
		if got := fmt.Sprint(s.texts()); got != "[một hai ba]" {
			t.Errorf("sent %s", got)
		}
	})
}

func TestFileIsKeptOnceForAllRows(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{}
		r := say(1, "ảnh")
		r.Media = &message.Media{Name: "a.png", Cache: "c", Bytes: make([]byte, 100_000)}
		for i := range 50 {
			r.Chat.ID = int64(i + 1)
			add(t, st, Row{Key: fmt.Sprint(i), Class: Reminder, Reply: r})
		}
		st.Update(func(tx *store.Tx) error {
			return Start(tx, "tb", message.Reply{Media: &message.Media{Name: "b.png", Bytes: []byte("b")}}, []message.Chat{{ID: 90}})
		})
		var size countWriter
		if err := st.Backup(&size); err != nil || size > 1_000_000 {
			t.Errorf("state of %d bytes, %v", size, err)
		}
		drainFor(t, st, s, time.Minute)
		for i, r := range s.sent {
			if want := 100_000; i < 50 && len(r.Reply.Media.Bytes) != want || i == 50 && string(r.Reply.Media.Bytes) != "b" {
				t.Errorf("row %d: file of %d bytes", i, len(r.Reply.Media.Bytes))
			}
		}
		if len(s.sent) != 51 || len(r.Media.Bytes) != 100_000 {
			t.Errorf("%d sent; the caller's file has %d bytes", len(s.sent), len(r.Media.Bytes))
		}
		if err := forgetFiles(st, time.Now().Add(2*remembered)); err != nil {
			t.Error(err)
		}
	})
}

// countWriter counts bytes.
type countWriter int

func (c *countWriter) Write(p []byte) (int, error) {
	*c += countWriter(len(p))
	return len(p), nil
}

func TestDoneRowsAreForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st, s := temp(t), &recorder{}
		add(t, st, Row{Reply: say(1, "a")})
		drainFor(t, st, s, time.Second)
		for _, d := range []time.Duration{remembered / 2, remembered} {
			more, err := forget(st, time.Now().Add(d), 10)
			if more || err != nil {
				t.Error(more, err)
			}
			st.View(func(tx *store.Tx) error {
				if _, ok, _ := Lookup(tx, "a"); ok != (d < remembered) {
					t.Errorf("after %v: known %v", d, ok)
				}
				return nil
			})
		}
	})
}
