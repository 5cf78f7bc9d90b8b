package eval

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thiduabot/corpus/viet"
	"thiduabot/index"
)

// TestTalkChangesNoAnswer wraps questions of the question files in talk, each in another
// one: the answer must be that to the bare question.
func TestTalkChangesNoAnswer(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(questions, "*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no question files: %v", err)
	}
	x, talk := builtin(t), wrappings(t)
	asked, same := 0, 0
	for _, file := range files {
		rows, err := readFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if i%2 > 0 || row.Kind == index.Smalltalk || row.Kind == index.Reminder {
				continue
			}
			wrapped := wrap(talk[asked%len(talk)], row.Question)
			bare, spoken := askAt(t, x, row, row.Question), askAt(t, x, row, wrapped)
			asked++
			if sameAnswer(bare, spoken) {
				same++
			} else {
				t.Logf("%s: %q: %s, not %s: %.120q", row.ID, wrapped, spoken.Kind, bare.Kind, spoken.Text)
			}
		}
	}
	if share := float64(same) / float64(asked); share < leastUnmoved {
		t.Errorf("%.1f %% of %d questions are answered the same in talk, want %.1f", 100*share, asked, 100*leastUnmoved)
	}
}

// leastUnmoved is the share of the questions whose answer talk must not change.
const leastUnmoved = 0.99

func wrappings(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../testdata/talk.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "#") })
}

// wrap puts a question into talk, which has no marks if the question has none.
func wrap(talk, question string) string {
	if !viet.HasMarks(question) {
		talk = viet.Fold(talk)
	}
	before, behind, _ := strings.Cut(talk, "{q}")
	if behind != "" {
		question = strings.TrimRight(question, " ?.!")
	}
	return before + question + behind
}

func askAt(t *testing.T, x *index.Index, row Row, text string) index.Answer {
	t.Helper()
	q := index.Question{Text: text, Now: now, Audiences: []string{index.Everything}}
	if !row.At.IsZero() {
		q.Now = row.At
	}
	a, err := x.Answer(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// sameAnswer reports whether two answers give the same figures, or of passages and
// announcements the same article first.
func sameAnswer(a, b index.Answer) bool {
	if a.Kind != b.Kind || len(a.Records) != len(b.Records) || len(a.Variants) != len(b.Variants) {
		return false
	}
	for i, r := range a.Records {
		if o := b.Records[i]; r.Printed != o.Printed || r.Indicator != o.Indicator || r.Area != o.Area || r.Period != o.Period || r.Source.ID != o.Source.ID {
			return false
		}
	}
	if a.Kind == index.Passage || a.Kind == index.Articles {
		return len(a.Articles) > 0 == (len(b.Articles) > 0) && (len(a.Articles) == 0 || a.Articles[0].ID == b.Articles[0].ID)
	}
	return true
}
