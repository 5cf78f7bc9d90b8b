package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"thiduabot/bot/bottest"
)

// plan is what a run does.
type plan struct {
	Kills   int
	Life    time.Duration // longest life of a bot after it first polls
	Every   time.Duration // between two messages of the bot
	Latency time.Duration
	Seed    uint64
	Chats   int
}

func defaults() plan {
	return plan{Kills: 1000, Life: 300 * time.Millisecond, Every: 34250 * time.Microsecond, Seed: 1, Chats: 500}
}

// report counts what became of the messages that were due.
type report struct {
	Kills, Updates, Due int
	Lost                int // never arrived
	Repeats             int // second and later copies
	Unlabelled          int // of the repeats
	Labelled            int // messages with the label, repeats or not
	MostPerKill         int // repeats of what one life of the bot had sent
	Disorder            int // answers that overtook one of the same chat
}

// good reports whether delivery kept its promise.
func (r report) good() bool {
	return r.Lost == 0 && r.Unlabelled == 0 && r.Disorder == 0 && r.MostPerKill <= 1
}

func (r report) String() string {
	return fmt.Sprintf("kills     %d\nupdates   %d\nmessages  %d\nlost      %d\nrepeats   %d (%d without a label, at most %d a kill)\nlabelled  %d\ndisorder  %d",
		r.Kills, r.Updates, r.Due, r.Lost, r.Repeats, r.Unlabelled, r.MostPerKill, r.Labelled, r.Disorder)
}

// run kills the bot as planned, lets the last one finish and counts.
func run(ctx context.Context, p plan) (report, error) {
	dir, err := os.MkdirTemp("", "crash")
	if err != nil {
		return report{}, err
	}
	defer os.RemoveAll(dir)
	k := &killer{p: p, dir: dir, srv: bottest.New(bottest.Options{Latency: p.Latency}), rand: rand.New(rand.NewPCG(p.Seed, 0)), said: map[int64]int{}}
	defer k.srv.Close()
	for range p.Kills {
		if err := k.life(ctx); err != nil {
			return report{}, err
		}
	}
	if err := k.finish(ctx); err != nil {
		return k.count(), fmt.Errorf("%w\n%s", err, k.count())
	}
	return k.count(), nil
}

type killer struct {
	p     plan
	dir   string
	srv   *bottest.Server
	rand  *rand.Rand
	said  map[int64]int // questions by chat
	total int
	kills int
	lives []time.Time // starts: what a killed bot had sent may arrive a little after its end
}

func (k *killer) start() (*exec.Cmd, error) {
	k.lives = append(k.lives, time.Now())
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+k.dir, urlVar+"="+k.srv.URL(), tokenVar+"="+k.srv.Token(), everyVar+"="+k.p.Every.String())
	cmd.Stderr = os.Stderr
	return cmd, cmd.Start()
}

// life runs the bot once and kills it at a random point.
func (k *killer) life(ctx context.Context) error {
	polls := len(k.srv.Calls("getUpdates"))
	cmd, err := k.start()
	if err != nil {
		return err
	}
	wait, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	if k.rand.IntN(10) > 0 { // one in ten is killed while it starts
		err = k.srv.WaitCalls(wait, "getUpdates", polls+1)
	}
	end := time.After(time.Duration(k.rand.Int64N(int64(k.p.Life))))
	for err == nil {
		select {
		case <-end:
			k.kills++
			return errors.Join(cmd.Process.Signal(syscall.SIGKILL), ignoreExit(cmd.Wait()))
		case <-time.After(time.Duration(k.rand.Int64N(int64(4*k.p.Every) + 1))):
			k.say()
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	return errors.Join(err, cmd.Process.Kill(), ignoreExit(cmd.Wait()))
}

func ignoreExit(err error) error {
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		return nil
	}
	return err
}

func (k *killer) say() {
	chat := int64(1 + k.rand.IntN(k.p.Chats))
	k.said[chat]++
	k.total++
	k.srv.Say(chat, fmt.Sprintf("%d", k.said[chat]))
}

// finish lets a last bot end its work unharmed.
func (k *killer) finish(ctx context.Context) error {
	cmd, err := k.start()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute+time.Duration(3*k.total)*k.p.Every)
	defer cancel()
	for err == nil && !k.complete() {
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return errors.Join(err, cmd.Process.Signal(syscall.SIGTERM), ignoreExit(cmd.Wait()))
}

func (k *killer) complete() bool {
	r := k.count()
	return r.Lost == 0
}

const label = "(gửi lại) "

// count compares what arrived with what was due.
func (k *killer) count() (r report) {
	r.Kills, r.Updates = k.kills, k.total
	perLife := map[int]int{}
	for chat, n := range k.said {
		copies := map[string]int{}
		before := map[string]time.Time{} // arrival of the copy before, Latency after it left
		last := 0
		for _, m := range k.srv.Messages(chat) {
			text, labelled := strings.CutPrefix(m.Text, label)
			if labelled {
				r.Labelled++
			}
			copies[text]++
			var at int
			if fmt.Sscanf(text, "đáp: %d", &at); at != 0 && copies[text] == 1 {
				if at < last {
					r.Disorder++
				}
				last = at
			}
			if copies[text] > 1 {
				r.Repeats++
				perLife[k.lifeOf(before[text].Add(-k.p.Latency))]++ // when it left
				if !labelled {
					r.Unlabelled++
				}
			}
			before[text] = m.At
		}
		for i := range n {
			for _, what := range []string{"đáp", "nhắc"} {
				r.Due++
				if copies[fmt.Sprintf("%s: %d", what, i+1)] == 0 {
					r.Lost++
				}
			}
		}
	}
	for _, n := range perLife {
		r.MostPerKill = max(r.MostPerKill, n)
	}
	return r
}

// lifeOf returns the number of the bot that ran at an instant.
func (k *killer) lifeOf(t time.Time) (n int) {
	for _, at := range k.lives {
		if at.Before(t) {
			n++
		}
	}
	return n
}
