package reminder

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

var requestNow = time.Date(2026, 11, 25, 9, 30, 0, 0, corpus.Zone)

type requestRow struct{ text, task, want string }

func requestRows(t testing.TB, path string) []requestRow {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []requestRow
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if p := strings.Split(sc.Text(), "\t"); len(p) == 3 {
			rows = append(rows, requestRow{p[0], p[1], p[2]})
		}
	}
	return rows
}

// outcome writes a request as a row does.
func outcome(text string) (next, task string) {
	r, ok := ParseRequest(text, requestNow, Calendar{})
	if !ok {
		return "no request", ""
	}
	if r.Clarify != "" {
		return "?", r.Task
	}
	var out []string
	for _, n := range r.Next {
		out = append(out, n.Format("2006-01-02T15:04"))
	}
	return strings.Join(out, " "), r.Task
}

func TestRequests(t *testing.T) {
	for _, row := range requestRows(t, "testdata/requests.tsv") {
		next, task := outcome(row.text)
		if next != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.text, next, row.want)
		}
		if viet.Fold(task) != viet.Fold(row.task) {
			t.Errorf("%s\n task %q, want %q", row.text, task, row.task)
		}
	}
}

// The rows of held_out.tsv were written before the parser had run on any of
// them; a wrong time is worse than a question back.
func TestHeldOutRequests(t *testing.T) {
	right, asked, wrong := 0, 0, 0
	rows := requestRows(t, "testdata/held_out.tsv")
	for _, row := range rows {
		switch next, _ := outcome(row.text); {
		case next == row.want:
			right++
		case next == "?":
			asked++
			t.Logf("asked: %s", row.text)
		default:
			wrong++
			t.Logf("wrong: %s\n got %s\nwant %s", row.text, next, row.want)
		}
	}
	t.Logf("held out: %d right, %d asked back, %d wrong of %d", right, asked, wrong, len(rows))
	if wrong > 0 || right*100 < 97*len(rows) {
		t.Fail()
	}
}
