package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"thiduabot/bot/bottest"
)

// load are people who keep setting reminders, and what they were told is kept.
type load struct {
	s  *serving
	mu sync.Mutex
	ok map[int64][]string // tasks confirmed, by chat
	n  int
}

// confirmed returns what was confirmed so far.
func (l *load) confirmed() (map[int64][]string, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := map[int64][]string{}
	for chat, tasks := range l.ok {
		all[chat] = append([]string(nil), tasks...)
	}
	return all, l.n
}

// person sets up to five reminders, each after the one before was confirmed.
func (l *load) person(ctx context.Context, chat int64) error {
	for i := range 5 {
		task := fmt.Sprintf("nộp biểu %c%d", 'a'+rune(i), chat)
		said := len(l.s.api.Messages(chat))
		l.s.api.Say(chat, "nhắc tôi "+task+" 15h chiều mai")
		all, err := l.s.api.Wait(ctx, chat, said+1)
		if err != nil {
			return err
		}
		m := all[len(all)-1]
		if err := l.s.api.Press(m, chat, "✅ Đúng"); err != nil {
			return err
		}
		for !l.kept(chat, m.ID) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			time.Sleep(5 * time.Millisecond)
		}
		l.mu.Lock()
		l.ok[chat] = append(l.ok[chat], task)
		l.n++
		l.mu.Unlock()
	}
	return nil
}

// kept reports whether a message says that its reminder was kept.
func (l *load) kept(chat int64, id int) bool {
	for _, m := range l.s.api.Messages(chat) {
		if m.ID == id {
			return strings.Contains(m.Text, "Đã đặt lời nhắc")
		}
	}
	return false
}

// until waits until so many reminders were confirmed.
func (l *load) until(ctx context.Context, want int) {
	l.s.t.Helper()
	for {
		_, n := l.confirmed()
		if n >= want {
			return
		}
		if ctx.Err() != nil {
			l.s.t.Fatalf("only %d reminders were confirmed: %s", n, l.s.err.String())
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// command runs a command on a folder, which must succeed.
func command(t *testing.T, dir string, args ...string) {
	t.Helper()
	var stderr strings.Builder
	if code := run(t.Context(), append([]string{"--data", dir}, args...), strings.NewReader(""), t.Output(), &stderr); code != 0 {
		t.Fatalf("%v: %d %s", args, code, stderr.String())
	}
}

// announce takes an article about something in.
func announce(t *testing.T, dir, what string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "bai.txt")
	text := fmt.Sprintf(" date 2022-05 Huyện Đông Khê mở %s\n\nHuyện Đông Khê mở %s cho công nhân.\n", what, what)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	command(t, dir, "ingest", "--write", file)
}

// TestBackupUnderLoad saves the folder of a running serve again and again while
// twenty people set reminders and articles are taken in, loses the folder, and
// goes on from the last copy: all that was confirmed before the copy was begun
// is there.
func TestBackupUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	api := bottest.New(bottest.Options{})
	defer api.Close()
	tmp := t.TempDir()
	s := startServe(t, api, filepath.Join(tmp, "data"), "--open")
	s.say(1, "/start")
	l := &load{s: s, ok: map[int64][]string{}}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	var people sync.WaitGroup
	for chat := range int64(20) {
		people.Go(func() {
			if err := l.person(ctx, chat+10); err != nil && ctx.Err() == nil {
				t.Errorf("chat %d: %v", chat+10, err)
			}
		})
	}
	copied := filepath.Join(tmp, "copy.tar.gz")
	var before map[int64][]string
	var articles []string
	for round, want := range []int{10, 30, 60} {
		l.until(ctx, want)
		articles = append(articles, fmt.Sprintf("hội thi thợ giỏi lần %d", round+1))
		announce(t, s.dir, articles[round])
		began := time.Now()
		var n int
		before, n = l.confirmed()
		command(t, s.dir, "backup", copied)
		t.Logf("copy %d of %d confirmed reminders took %v", round+1, n, time.Since(began).Round(time.Millisecond))
	}
	stop()
	people.Wait()
	s.stop()
	if err := os.RemoveAll(s.dir); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(tmp, "fresh")
	command(t, fresh, "restore", copied)
	again := startServe(t, api, fresh, "--open")
	for chat, tasks := range before {
		again.expect(chat, "/loinhac", tasks...)
	}
	for _, name := range articles {
		again.expect(5, "tìm "+name, name)
	}
	again.expect(6, "thu ngân sách 2021", "3.426 tỷ đồng")
}

// expect sends a text and waits for a message that holds all of the words; what
// was under way before may come first.
func (s *serving) expect(chat int64, text string, words ...string) {
	s.t.Helper()
	before := len(s.api.Messages(chat))
	s.api.Say(chat, text)
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	for n := before + 1; ; n++ {
		all, err := s.api.Wait(ctx, chat, n)
		if err != nil {
			s.t.Errorf("chat %d: %q is answered without %q: %+v", chat, text, words, all[before:])
			return
		}
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all[n-1].Text, w) }) {
			return
		}
	}
}
