package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"thiduabot/bot"
	"thiduabot/bot/bottest"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// TestTelegram replays the dialogues of testdata/telegram/*.txtar with the whole
// of serve, over HTTP; package bottest says how they are written. Lines that
// begin with "<" are what the bot sends to a chat. Parts of one message stand
// under each other.
//
// The name of a dialogue says what is special about it: "open" bots answer
// anybody, "whispering" ones answer only the asker in groups, "drafts" are shown
// while an answer takes long, the server of "rich" ones knows native tables.
func TestTelegram(t *testing.T) {
	bottest.Transcripts(t, "testdata/telegram/*.txtar", *update, newDialogue)
}

// dialogue is a running serve with the fake server it talks to.
type dialogue struct {
	t             *testing.T
	api           *bottest.Server
	sh            *shared
	c             serveCmd
	h             *house
	bot           *bot.Bot
	out           output
	log           output
	later         atomic.Int64 // nanoseconds that were let pass
	pushed        int64
	crowd         int
	let           func() // ends the hanging of calls
	mayHang, held int    // calls that can hang, and that must before a step is done
	stop          func()
	again         func() // presses the button pressed last
}

// transcriptTime is when every dialogue begins.
const transcriptTime = "2022-07-04T09:00:02+07:00"

func newDialogue(t *testing.T, name string) bottest.Player {
	t.Helper()
	word := func(w string) bool { return strings.Contains(" "+name+" ", " "+w+" ") }
	d := &dialogue{t: t, api: bottest.New(bottest.Options{Absent: map[string]bool{"sendRichMessage": !word("rich")}})}
	d.sh = &shared{Data: t.TempDir(), At: transcriptTime}
	fast := outbox.Rate{Every: time.Millisecond, Burst: 100}
	d.c = serveCmd{APIURL: d.api.URL(), Open: word("open"), Drafts: word("drafts"), Whisper: word("whispering"), limits: outbox.Limits{Every: time.Millisecond, Most: 1000, Within: time.Second, Private: fast, Group: fast}, progress: time.Hour}
	d.begin()
	if err := d.api.WaitCalls(t.Context(), "setMyCommands", 3); err != nil {
		t.Fatal(err)
	}
	d.settle(bottest.Step{Verb: "begins"})
	return d
}

// begin starts serve, the first time or again.
func (d *dialogue) begin() {
	d.t.Helper()
	st, err := store.Open(d.sh.statePath())
	if err != nil {
		d.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(d.t.Context())
	x, err := d.sh.open(ctx)
	if err != nil {
		d.t.Fatal(err)
	}
	wall := d.sh.clock()
	now := func() time.Time { return wall().Add(time.Duration(d.later.Load())) }
	d.h = d.sh.newHouse(x, st, now, slog.New(slog.NewTextHandler(&d.log, nil)))
	if d.bot, err = d.c.conversation(d.h, &streams{out: &d.out, err: &d.log}); err != nil {
		d.t.Fatal(err)
	}
	d.pushed = 0
	done := make(chan error, 1)
	go func() { done <- d.c.serve(ctx, d.h, d.bot, d.api.Token()) }()
	d.stop = func() {
		cancel()
		if err := errors.Join(<-done, x.Close(), st.Close()); err != nil {
			d.t.Errorf("serve: %v", err)
		}
	}
}

// Close ends serve and the server.
func (d *dialogue) Close() {
	if d.let != nil {
		d.let()
	}
	d.stop()
	d.api.Close()
}

// Play lets a step happen and tells what the bot sent.
func (d *dialogue) Play(s bottest.Step) string {
	before, crowd := len(d.api.Calls("")), d.inCrowd()
	d.step(s)
	d.settle(s)
	return said(d.api.Calls("")[before:]) + d.toCrowd(crowd)
}

// calm is how long nothing may happen before a step is taken as done.
const calm = 80 * time.Millisecond

// settle waits until all that came in is handled and all that is to go out is
// out, but for what hangs.
func (d *dialogue) settle(step bottest.Step) {
	d.t.Helper()
	since := time.Now()
	for deadline := since.Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if !d.settled() {
			since = time.Now()
		} else if time.Since(since) > calm {
			return
		}
	}
	d.t.Fatalf("%+v is not done\n%s", step, d.log.String())
}

func (d *dialogue) settled() bool {
	s := &d.h.stats
	n := int64(s.Waiting()) + d.pushed - s.Received.Load() + s.Beside.Load()
	for class := range s.Outbox.Waiting {
		if d.let == nil || outbox.Class(class) != outbox.Broadcast {
			n += s.Outbox.Waiting[class].Load()
		}
	}
	calls := d.api.Calls("")
	return n == 0 && s.Handled.Load()+s.Skipped.Load()+s.SetAside.Load() >= d.pushed && d.api.Held() >= d.held &&
		(len(calls) == 0 || time.Since(calls[len(calls)-1].At) > calm)
}

// step lets happen what a line says.
func (d *dialogue) step(s bottest.Step) {
	switch s.Verb {
	case "fails", "cuts", "slows", "moves":
		d.api.Script(s.What, s.Chat, fault(s))
	case "later", "tick":
		d.later.Add(int64(s.For))
		d.tick()
	case "holds":
		d.mayHang = s.N
		d.let = d.api.Hold(func(c bottest.Call) bool { return c.Method == "sendMessage" && c.Chat <= bottest.Crowd })
	case "releases":
		d.let()
		d.let, d.held = nil, 0
	case "restarts":
		d.stop()
		d.begin()
	case "crowd":
		for i := range s.N {
			d.api.Join(bottest.Crowd-int64(i), s.From)
		}
		d.crowd, d.pushed = s.N, d.pushed+int64(s.N)
	default:
		d.happen(s)
		d.pushed++
		if d.let != nil {
			d.held = d.mayHang
		}
	}
}

// fault is how the next call of a method goes wrong.
func fault(s bottest.Step) bottest.Fault {
	switch s.Verb {
	case "cuts":
		return bottest.Fault{CutAfter: true}
	case "slows":
		return bottest.Fault{Delay: s.For}
	case "moves":
		return bottest.Fault{Status: 400, Description: "Bad Request: group chat was upgraded to a supergroup chat", MigrateTo: s.To}
	}
	return bottest.Fault{Status: s.N, Description: s.Text}
}

// tick lets the planner and the progress of broadcasts look, as they do by
// themselves every few seconds.
func (d *dialogue) tick() {
	_, err := d.h.planner.Tick(d.t.Context())
	if err := errors.Join(err, planProgress(d.t.Context(), d.bot, d.h.store, time.Now())); err != nil {
		d.t.Error(err)
	}
}
