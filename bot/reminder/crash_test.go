package reminder

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/outbox"
	"thiduabot/bot/store"
)

var (
	kills = flag.Int("kills", 25, "how often TestKilledPlannerLosesNothing kills")
	seed  = flag.Uint64("seed", 1, "of its random points")
)

// crashDir names the folder of the process that gets killed.
const crashDir = "REMINDER_CRASH_DIR"

// TestMain is the planner where the killer starts this very program again.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		if err := plannerChild(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// plannerChild plans and sends until it is killed. What it sends, it writes into
// a file that outlives it, as a server outlives the bot.
func plannerChild(dir string) error {
	st, err := store.Open(filepath.Join(dir, "state.db"))
	if err != nil {
		return err
	}
	server, err := os.OpenFile(filepath.Join(dir, "server"), os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	fmt.Fprintf(server, "up %d\n", time.Now().UnixNano())
	p := &Planner{
		Store: st, Calendar: func() Calendar { return Calendar{} }, Clock: time.Now,
		Log: slog.New(slog.DiscardHandler), Compose: map[Kind]Composer{Task: SayTask},
	}
	errs := make(chan error, 1)
	go func() {
		errs <- outbox.Drain(context.Background(), outbox.Config{
			Store: st, Sender: serverFile{server}, Pace: outbox.NewPace(outbox.Limits{Every: 5 * time.Millisecond}),
		})
	}()
	tick := time.NewTicker(20 * time.Millisecond)
	for {
		select {
		case err := <-errs:
			return err
		case <-tick.C:
			if _, err := p.Tick(context.Background()); err != nil {
				return err
			}
		}
	}
}

type serverFile struct{ f *os.File }

// Send takes its time on both ways.
func (s serverFile) Send(_ context.Context, row outbox.Row) (int, error) {
	_, task, _ := strings.Cut(row.Reply.Plain(), "\n")
	time.Sleep(time.Millisecond)
	_, err := fmt.Fprintf(s.f, "sent %d %v %s\n", time.Now().UnixNano(), row.Again, task)
	time.Sleep(time.Millisecond)
	return 1, err
}

const (
	apart = 40 * time.Millisecond // between two reminders
	life  = 250 * time.Millisecond
)

func TestKilledPlannerLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	dir := t.TempDir()
	n := 20 + int(time.Duration(*kills)*(life/2+60*time.Millisecond)/apart)
	first := time.Now().Add(300 * time.Millisecond)
	keepReminders(t, dir, first, n)
	r := rand.New(rand.NewPCG(*seed, 0))
	for range *kills {
		cmd := startPlanner(t, dir)
		time.Sleep(time.Duration(r.Int64N(int64(life))))
		if err := cmd.Process.Signal(syscall.SIGKILL); err != nil {
			t.Fatal("the planner ended by itself: ", err)
		}
		_ = cmd.Wait()
	}
	cmd := startPlanner(t, dir)
	defer func() { _, _ = cmd.Process.Kill(), cmd.Wait() }()
	end := time.Now().Add(30*time.Second + time.Until(first.Add(time.Duration(n)*apart)))
	got := readServer(t, dir, first)
	for len(got.copies) < n && time.Now().Before(end) {
		time.Sleep(50 * time.Millisecond)
		got = readServer(t, dir, first)
	}
	got.report(t, n)
}

// report holds what arrived against the promise: nothing lost; a kill repeats at
// most the one message that was under way, with a label; without a kill nothing
// is repeated.
func (a *arrived) report(t *testing.T, n int) {
	perKill := map[int]int{}
	for life, repeats := range a.repeats {
		perKill[repeats]++
		if repeats > 1 {
			t.Errorf("kill %d made %d repeats", life, repeats)
		}
	}
	t.Logf("kills %d, of which %d repeated one message and %d more; repeats without a label %d, without a kill %d", *kills, perKill[1], len(a.repeats)-perKill[1], a.bare, a.unkilled)
	t.Logf("reminders %d, lost %d; lateness while up p50 %v p99 %v max %v", n, n-len(a.copies), a.late(0.5), a.late(0.99), a.late(1))
	if len(a.copies) != n || a.bare > 0 || a.unkilled > 0 {
		t.Error("reminders broke their promise")
	}
	if p99 := a.late(0.99); p99 > 2*time.Second {
		t.Errorf("p99 of lateness is %v", p99)
	}
}

func startPlanner(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashDir+"="+dir)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// keepReminders keeps n reminders, each due a moment after the one before.
func keepReminders(t *testing.T, dir string, first time.Time, n int) {
	t.Helper()
	st, err := store.Open(filepath.Join(dir, "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	err = st.Update(func(tx *store.Tx) error {
		for i := range n {
			at := first.Add(time.Duration(i) * apart)
			raw, err := json.Marshal(Recurrence{Unit: Once, Start: at})
			if err != nil {
				return err
			}
			chat := message.Chat{ID: int64(1 + i%50), Kind: message.Private}
			if _, err := create(tx, Row{Kind: Task, Chat: chat, Task: fmt.Sprint(i), Schedule: raw, Next: at}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// arrived is what the server got. The lives of the planner are numbered from 1;
// kill n ends life n.
type arrived struct {
	copies   map[int]int // how many of a reminder
	lastLife map[int]int // in which its newest copy came
	repeats  map[int]int // by the kill that caused them
	bare     int         // repeats without a label
	unkilled int         // repeats within one life
	lateness []time.Duration
}

// add takes one message in.
func (a *arrived) add(reminder, life int, again bool) {
	a.copies[reminder]++
	before := a.lastLife[reminder]
	a.lastLife[reminder] = life
	switch {
	case a.copies[reminder] == 1:
		return
	case before == life:
		a.unkilled++
	default:
		a.repeats[before]++
	}
	if !again {
		a.bare++
	}
}

func (a *arrived) late(share float64) time.Duration {
	if len(a.lateness) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(a.lateness))
	return s[min(len(s)-1, int(share*float64(len(s))))].Round(time.Millisecond)
}

// readServer reads what arrived. Lateness runs from the instant planned or, where
// the planner was down then, from its start.
func readServer(t *testing.T, dir string, first time.Time) *arrived {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "server"))
	if err != nil {
		t.Fatal(err)
	}
	got := &arrived{copies: map[int]int{}, lastLife: map[int]int{}, repeats: map[int]int{}}
	var up time.Time
	life := 0
	for line := range bytes.Lines(b) {
		var ns int64
		var again bool
		var i int
		if k, _ := fmt.Sscanf(string(line), "up %d", &ns); k == 1 {
			up = time.Unix(0, ns)
			life++
			continue
		}
		if k, _ := fmt.Sscanf(string(line), "sent %d %t %d\n", &ns, &again, &i); k != 3 {
			continue
		}
		if got.add(i, life, again); got.copies[i] > 1 {
			continue
		}
		from := first.Add(time.Duration(i) * apart)
		if up.After(from) {
			from = up
		}
		got.lateness = append(got.lateness, time.Unix(0, ns).Sub(from))
	}
	return got
}

// The reckoning itself tells broken promises from kept ones.
func TestRepeatsAreChargedToTheirKill(t *testing.T) {
	a := &arrived{copies: map[int]int{}, lastLife: map[int]int{}, repeats: map[int]int{}}
	a.add(1, 1, false)
	a.add(2, 1, false)
	a.add(1, 2, true) // both were under way at the first kill
	a.add(2, 3, true)
	a.add(3, 3, false)
	a.add(3, 3, false) // nobody killed anything
	a.add(4, 3, false)
	a.add(4, 4, false) // without a label
	if a.repeats[1] != 2 || a.repeats[3] != 1 || a.unkilled != 1 || a.bare != 2 {
		t.Errorf("%+v", a)
	}
}
