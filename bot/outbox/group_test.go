package outbox

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/store"
)

func TestBroadcastStopsAndGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		st := temp(t)
		s := &recorder{fail: func(r Row, _ int) error {
			switch r.Reply.Chat.ID {
			case 3:
				return &SendError{Fault: Gone, Err: errors.New("403 bot was blocked")}
			case 4:
				return errors.New("đứt")
			}
			return nil
		}}
		var chats []message.Chat
		for i := range 100 {
			chats = append(chats, message.Chat{ID: int64(i + 1), Kind: message.Private})
		}
		progress := func() (g Group) {
			st.View(func(tx *store.Tx) error { g, _, _ = Progress(tx, "tb"); return nil })
			return g
		}
		st.Update(func(tx *store.Tx) error { return Start(tx, "tb", say(0, "thông báo"), chats) })
		time.AfterFunc(time.Second, func() { st.Update(func(tx *store.Tx) error { return Stop(tx, "tb") }) })
		drainFor(t, st, s, time.Minute)
		g := progress()
		if g.Sent < 25 || g.Sent > 32 || !g.Stopped {
			t.Errorf("stopped at %+v", g)
		}
		time.AfterFunc(time.Second, func() { st.Update(func(tx *store.Tx) error { return Resume(tx, "tb") }) })
		drainFor(t, st, s, time.Minute)
		if g = progress(); g.Sent != 98 || g.Blocked != 1 || g.Unsure != 1 || g.Waiting() != 0 {
			t.Errorf("ended at %+v", g)
		}
		var report []string
		st.View(func(tx *store.Tx) error {
			for u := range Report(tx, "tb") {
				report = append(report, fmt.Sprint(u.Chat.ID, " ", u.State))
			}
			return nil
		})
		if fmt.Sprint(report) != "[3 failed 4 unsure]" {
			t.Errorf("report %v", report)
		}
	})
}

func BenchmarkStartTenThousand(b *testing.B) {
	st, err := store.OpenTemp()
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	var chats []message.Chat
	for i := range 10_000 {
		chats = append(chats, message.Chat{ID: int64(i + 1), Kind: message.Private})
	}
	n := 0
	for b.Loop() {
		n++
		err := st.Update(func(tx *store.Tx) error { return Start(tx, fmt.Sprint(n), say(0, "thông báo"), chats) })
		if err != nil {
			b.Fatal(err)
		}
	}
}
