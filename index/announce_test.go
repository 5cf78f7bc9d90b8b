package index

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestAnnouncementStats holds what "tìm bài về …" finds against the golden
// statistics: the questions of testdata/retrieval, as they are and damaged, and
// topics of which there is nothing. Go test with -update writes them anew.
func TestAnnouncementStats(t *testing.T) {
	x := builtinIndex(t)
	asked := handAsked(t)
	nothing := topicsOfNothing(t)
	var out strings.Builder
	for _, form := range typedForms[:4] { // raw keys and NFD are read as they were meant before anything else
		for _, set := range []string{"asked", "heldout"} {
			n, first, shown, silent := 0, 0, 0, 0
			for i, a := range asked {
				if a.set != set {
					continue
				}
				n++
				got := ask(t, x, Question{Text: form.damage("tìm bài về "+a.text, i+1)})
				at := slices.IndexFunc(got.Articles, func(f Found) bool { return slices.Contains(strings.Split(a.id, ","), f.ID) })
				switch {
				case at == 0:
					first++
					shown++
				case at > 0:
					shown++
				case len(got.Articles) == 0:
					silent++
				}
			}
			fmt.Fprintf(&out, "%-14s %-8s n %d first %d shown %d nothing %d\n", form.name, set, n, first, shown, silent)
		}
		wrong := 0
		for i, topic := range nothing {
			if got := ask(t, x, Question{Text: form.damage("tìm bài về "+topic, i+1)}); len(got.Articles) > 0 {
				wrong++
				t.Logf("%s: %q: %s", form.name, topic, got.Text)
			}
		}
		fmt.Fprintf(&out, "%-14s %-8s n %d found all the same %d\n", form.name, "nothing", len(nothing), wrong)
	}
	compareStats(t, "testdata/announcement_stats.golden", corpusLine(rankCorpus()), out.String())
}

func topicsOfNothing(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/retrieval/nothing.tsv")
	must(t, err)
	var topics []string
	for line := range strings.Lines(string(b)) {
		if topic := strings.TrimSpace(line); topic != "" && !strings.HasPrefix(topic, "#") {
			topics = append(topics, topic)
		}
	}
	return topics
}
