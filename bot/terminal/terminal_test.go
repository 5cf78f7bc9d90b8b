package terminal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/bot/message"
	"thiduabot/bot/phrase"
)

// echo says what came in and offers two buttons.
type echo struct{ seen []message.Update }

func (e *echo) Handle(_ context.Context, u message.Update) ([]message.Reply, error) {
	e.seen = append(e.seen, u)
	switch {
	case u.Text == "hỏng":
		return nil, errors.New("state is gone")
	case u.Data == "pic":
		return []message.Reply{{Callback: u.Callback, Notice: "đang vẽ"}, {Parts: []message.Part{{Text: "Ảnh"}}, Media: &message.Media{Name: "../a b.png", Bytes: []byte("PNG")}}}, nil
	case u.Data != "":
		return []message.Reply{{Edit: u.Message, Parts: []message.Part{{Text: "bấm " + u.Data}}}}, nil
	}
	return []message.Reply{{
		Parts: []message.Part{{Text: "nghe "}, {Text: u.Text, Style: message.Bold}, {Text: " \x1b[2J", URL: "https://dongkhe.example/1"}},
		Keys:  [][]message.Key{{{Text: "Một", Data: "one"}, {Text: "Ảnh", Data: "pic"}}, {{Text: "Trang", URL: "https://dongkhe.example/2"}}},
	}}, nil
}

func talk(t *testing.T, e *echo, in string, due func(context.Context, time.Time) ([]message.Reply, error)) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := Run(context.Background(), Options{Bot: e, In: strings.NewReader(in), Out: &out, Dir: t.TempDir(), Due: due, Tick: time.Hour})
	return out.String(), err
}

func TestLinesAreAnsweredInOrder(t *testing.T) {
	e := &echo{}
	out, err := talk(t, e, "một\r\nhai\n\nba", nil)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, u := range e.seen {
		said = append(said, u.Text)
		if u.Chat.ID != 0 || u.Chat.Kind != message.Private || !u.ToBot || u.From.ID != Person {
			t.Errorf("update %+v", u)
		}
	}
	if got := strings.Join(said, " "); got != "/start một hai ba" {
		t.Errorf("asked %q", got)
	}
	for i := 1; i < len(e.seen); i++ {
		if e.seen[i].ID <= e.seen[i-1].ID {
			t.Error("update ids do not grow")
		}
	}
	if !strings.Contains(out, phrase.TerminalHint) || strings.Contains(out, "\x1b") {
		t.Errorf("screen: %q", out)
	}
	if !strings.Contains(out, "[1] Một   [2] Ảnh\n  [3] Trang <https://dongkhe.example/2>") {
		t.Errorf("buttons: %q", out)
	}
}

func TestNumbersPressButtons(t *testing.T) {
	e := &echo{}
	out, err := talk(t, e, "một\n1\n#2\n3\n4\n0\n", nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range e.seen[2:] {
		got = append(got, string(u.Kind)+":"+u.Data+u.Text)
	}
	if want := "button:one button:pic text:3 text:4 text:0"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if !strings.Contains(out, "» đang vẽ") {
		t.Errorf("no notice: %q", out)
	}
}

func TestPicturesAreSavedOnce(t *testing.T) {
	dir := t.TempDir()
	f := folder{path: dir}
	first, err := f.save(message.Media{Name: "../a b.png", Bytes: []byte("1")})
	if err != nil {
		t.Fatal(err)
	}
	same, _ := f.save(message.Media{Name: "a-b.png", Bytes: []byte("1")})
	other, _ := f.save(message.Media{Name: "a-b.png", Bytes: []byte("2")})
	if first != filepath.Join(dir, "a-b.png") || same != first || other != filepath.Join(dir, "a-b-2.png") {
		t.Errorf("saved as %s, %s, %s", first, same, other)
	}
	for _, name := range []string{"", "..", "/", "/etc/passwd", ".bashrc", "a\x00b", "\u202egnp.exe"} {
		if path, err := f.save(message.Media{Name: name, Bytes: []byte(name)}); err != nil || filepath.Dir(path) != dir || strings.HasPrefix(filepath.Base(path), ".") {
			t.Errorf("%q saved as %q, %v", name, path, err)
		}
	}
	if b, err := os.ReadFile(other); err != nil || string(b) != "2" {
		t.Error(err)
	}
}

func TestGoodbyeEndsTheChat(t *testing.T) {
	for _, bye := range []string{"thoát", "THOÁT", "exit", "/exit"} {
		e := &echo{}
		out, err := talk(t, e, bye+"\nsau\n", nil)
		if err != nil || len(e.seen) != 1 || !strings.Contains(out, phrase.Bye) {
			t.Errorf("%s: %d updates, %v", bye, len(e.seen), err)
		}
	}
}

func TestDueIsPrintedAfterALine(t *testing.T) {
	n := 0
	out, err := talk(t, &echo{}, "một\nhai\n", func(context.Context, time.Time) ([]message.Reply, error) {
		n++
		if n != 2 {
			return nil, nil
		}
		return []message.Reply{{Parts: []message.Part{{Text: "⏰ đến giờ họp"}}}}, nil
	})
	if err != nil || strings.Count(out, "⏰ đến giờ họp") != 1 {
		t.Errorf("%v: %q", err, out)
	}
}

func TestBrokenStateEndsWithItsError(t *testing.T) {
	if _, err := talk(t, &echo{}, "hỏng\n", nil); err == nil || !strings.Contains(err.Error(), "state is gone") {
		t.Errorf("err = %v", err)
	}
}

func TestLongLineIsCut(t *testing.T) {
	e := &echo{}
	if _, err := talk(t, e, strings.Repeat("a", 3<<20)+"\nsau\n", nil); err != nil {
		t.Fatal(err)
	}
	if len(e.seen) != 3 || len(e.seen[1].Text) != maxLine || e.seen[2].Text != "sau" {
		t.Errorf("%d updates", len(e.seen))
	}
}

// stuck never gives a line.
type stuck struct{ until <-chan struct{} }

func (s stuck) Read([]byte) (int, error) { <-s.until; return 0, io.EOF }

func TestEndOfContextEndsTheChat(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if err := Run(ctx, Options{Bot: &echo{}, In: stuck{t.Context().Done()}, Out: &out}); err != nil {
		t.Errorf("err = %v", err)
	}
}

func TestReadErrorIsReported(t *testing.T) {
	bad := fmt.Errorf("disk on fire")
	var out bytes.Buffer
	err := Run(context.Background(), Options{Bot: &echo{}, In: io.MultiReader(strings.NewReader("một\n"), broken{bad}), Out: &out})
	if !errors.Is(err, bad) {
		t.Errorf("err = %v", err)
	}
}

type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }
