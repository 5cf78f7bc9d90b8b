package index

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKilledWriter kills a process that is bringing the index up to date, at
// many points of its work. What it leaves must open, and know all articles.
func TestKilledWriter(t *testing.T) {
	if dir := os.Getenv("THIDUABOT_TEST_KILLED"); dir != "" {
		o := &office{t, dir}
		for i := 0; ; i++ {
			o.article(fmt.Sprintf("K%d", i%7), "2022-10-01", "Tin số", fmt.Sprintf("Đê Lạch Giang lần %d.", i))
			o.open().Close()
		}
	}
	kills := 12
	if testing.Short() {
		kills = 3
	}
	o := newOffice(t)
	for i := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWriter$")
		cmd.Env = append(os.Environ(), "THIDUABOT_TEST_KILLED="+o.dir)
		must(t, cmd.Start())
		must(t, pause(context.Background(), time.Duration(60+17*i)*time.Millisecond))
		must(t, cmd.Process.Kill())
		_ = cmd.Wait() // killed
		want, err := filepath.Glob(filepath.Join(o.dir, articlesDir, "2022", "K*.md"))
		must(t, err)
		got := ids(t, o.open(), Query{Text: "đê lạch giang", In: ArticlesOnly, Limit: 20})
		if n := strings.Count(got, "K"); n != len(want) {
			t.Fatalf("after kill %d the index knows %q of %d articles", i, got, len(want))
		}
		if left, _ := filepath.Glob(filepath.Join(o.dir, indexDir, "*", generationPrefix+"*")); len(left) > 2 {
			t.Errorf("after kill %d generations are left: %v", i, left)
		}
	}
}
