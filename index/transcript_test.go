package index

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTranscripts holds the answers to the conversations of testdata/intents.txt
// against testdata/intents.golden, so that every change of a sentence shows. Go
// test with -update writes them anew.
func TestTranscripts(t *testing.T) {
	x := builtinIndex(t)
	b, err := os.ReadFile("testdata/intents.txt")
	must(t, err)
	var out strings.Builder
	var before *Understood
	for line := range strings.Lines(string(b)) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "## "):
			fmt.Fprintf(&out, "%s\n\n", line)
		case line == "" || strings.HasPrefix(line, "#"):
			before = nil
		default:
			a := ask(t, x, Question{Text: line, Previous: before})
			before = remembered(a, before)
			fmt.Fprintf(&out, "> %s\n%s\n\n", line, said(a))
		}
	}
	const name = "testdata/intents.golden"
	if *update {
		must(t, os.WriteFile(name, []byte(out.String()), 0o600))
		return
	}
	want, err := os.ReadFile(name)
	must(t, err)
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got); run with -update if that is meant:\n%s", name, diff)
	}
}

// remembered is what a chat keeps of an answer for the next question.
func remembered(a Answer, before *Understood) *Understood {
	if a.Kind == Smalltalk || a.Kind == Reminder || a.Kind == Unknown && len(a.Understood.Indicators) == 0 {
		return before
	}
	return &a.Understood
}

// said returns the kind and text of an answer, without the addresses of pages.
func said(a Answer) string {
	lines := []string{"[" + string(a.Kind) + "]"}
	for line := range strings.SplitSeq(a.Text, "\n") {
		if !strings.HasPrefix(strings.TrimSpace(line), "http") {
			lines = append(lines, strings.TrimRight(line, " "))
		}
	}
	return strings.Join(lines, "\n")
}
