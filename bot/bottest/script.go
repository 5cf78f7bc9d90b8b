package bottest

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Step is one thing that happens in a transcript. Its lines begin with ">":
//
//	> 7: text                      person 7 writes in private
//	> 7 in -50: text               in the group -50; -50#4 is its topic 4
//	> 7 in -50 to bot: text        as a reply to the bot
//	> 7 presses Nguồn              the newest button with that word in the chat of 7
//	> 7 in -50 presses Nguồn
//	> 7 takes 8 Ghi                presses the button of chat 8 as if it stood in the own
//	> 7 forges DATA                presses a button with data of its own making
//	> 7 queries text               an inline query
//	> 7 forwards: text
//	> 7 claims                     sends the claim code that was printed
//	> 7 sends NAME: caption        a file
//	> -90 posts: text, -90 edits 1: text, -90 posts NAME: text
//	> joined -50 by 7, left 3, migrate -50 to -1000
//	> fails METHOD CHAT 403 text   the next call fails; CHAT 0 is any
//	> cuts METHOD CHAT             the connection ends after the next call was done
//	> slows METHOD CHAT 1s         the next call takes so long
//	> moves METHOD CHAT to -1000   the next call is told that the group has moved
//	> crowd 30 by 7                the bot is let into the groups from Crowd downwards
//	> holds 16                     sending to the crowd hangs; so many calls can
//	> releases                     no longer
//	> later 31m                    time passes
//	> tick                         what is due is shown, though nobody wrote
//	> again                        the last update comes once more, or the last press
//	> restarts                     the bot ends and begins anew
//
// All other lines are what the bot says. Empty ones, and those that begin with
// "#", are kept for the reader.
type Step struct {
	Verb  string // the word above; "says" for a text
	From  int64
	Chat  int64 // where it happens; that of From where none is named
	Topic int
	ToBot bool
	What  string // button, file, query, method or data
	Text  string
	To    int64 // new id of the chat, or the chat whose button is taken
	N     int   // of the crowd, of the held calls, or the status of a failure
	For   time.Duration
}

// Crowd is the first of the groups that stand for many; a transcript counts
// what they get.
const Crowd = -3000

var said = regexp.MustCompile(`^(-?\d+)(?: in (-?\d+)(?:#(\d+))?)?( to bot)?(?: (presses|takes|forges|queries|forwards|sends|posts|edits|claims))?(?: ([^:]+?))?(?:: (.*))?$`)

// ReadStep reads a line without its ">".
func ReadStep(line string) (s Step, err error) {
	f := strings.Fields(line)
	if len(f) == 0 {
		return s, fmt.Errorf("empty step")
	}
	word := func(i int) string {
		if i >= len(f) {
			return ""
		}
		return f[i]
	}
	number := func(i int) int64 {
		n, _ := strconv.ParseInt(word(i), 10, 64)
		return n
	}
	s.Verb = f[0]
	switch f[0] {
	case "joined", "left":
		s.Chat, s.From = number(1), number(3)
	case "migrate":
		s.Chat, s.To = number(1), number(3)
	case "slows":
		s.What, s.Chat = word(1), number(2)
		s.For, err = time.ParseDuration(word(3))
	case "cuts", "moves":
		s.What, s.Chat, s.To = word(1), number(2), number(4)
	case "fails":
		s.What, s.Chat, s.N, s.Text = word(1), number(2), int(number(3)), strings.Join(f[min(4, len(f)):], " ")
	case "crowd":
		s.N, s.From = int(number(1)), number(3)
	case "holds":
		s.N = int(number(1))
	case "later":
		s.For, err = time.ParseDuration(strings.Join(f[1:], ""))
	case "tick", "again", "restarts", "releases":
	default:
		return readSaid(line)
	}
	return s, err
}

func readSaid(line string) (s Step, err error) {
	m := said.FindStringSubmatch(line)
	if m == nil {
		return s, fmt.Errorf("cannot read the step %q", line)
	}
	number := func(t string) int64 {
		n, _ := strconv.ParseInt(t, 10, 64)
		return n
	}
	s = Step{Verb: cmp.Or(m[5], "says"), From: number(m[1]), Chat: number(m[1]), Topic: int(number(m[3])), ToBot: m[4] != "", What: m[6], Text: m[7]}
	if m[2] != "" {
		s.Chat = number(m[2])
	}
	if s.Verb == "takes" {
		chat, what, _ := strings.Cut(s.What, " ")
		s.To, s.What = number(chat), what
	}
	if s.Verb == "queries" && s.Text != "" {
		s.What, s.Text = s.What+": "+s.Text, ""
	}
	return s, nil
}

// Player lets steps happen and tells what came of each, as whole lines.
type Player interface {
	Play(Step) string
	Close()
}

// Transcripts replays the dialogues in the txtar files that pattern names, each
// with a player of its own, and holds what is said against what stands there;
// with update it is written there instead.
func Transcripts(t *testing.T, pattern string, update bool, begin func(t *testing.T, name string) Player) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			replay(t, path, update, begin)
		})
	}
}

func replay(t *testing.T, path string, update bool, begin func(*testing.T, string) Player) {
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range ar.Files {
		t.Run(f.Name, func(t *testing.T) {
			p := begin(t, f.Name)
			got := play(t, p, string(f.Data))
			p.Close()
			if update {
				ar.Files[i].Data = []byte(got)
			} else if d := diff.Diff(string(f.Data), got); d != "" {
				t.Errorf("transcript differs (-want +got):\n%s", d)
			}
		})
	}
	if update && !t.Failed() {
		if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func play(t *testing.T, p Player, script string) string {
	var out strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		step, ok := strings.CutPrefix(line, "> ")
		if !ok {
			if line == "" || strings.HasPrefix(line, "#") {
				out.WriteString(line + "\n")
			}
			continue
		}
		s, err := ReadStep(step)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(line + "\n" + p.Play(s))
	}
	return out.String()
}
