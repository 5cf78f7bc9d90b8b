package ingest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
)

// killEnv makes the test binary a writer that never stops by itself: it takes
// articles into the folder that the variable names, each time with other texts.
const killEnv = "THIDUABOT_TEST_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killEnv); dir != "" {
		writeForEver(dir)
	}
	os.Exit(m.Run())
}

func writeForEver(dir string) {
	round, _ := strconv.Atoi(os.Getenv(killEnv + "_ROUND"))
	f, err := OpenFolder(dir)
	if err != nil {
		panic(err)
	}
	for ; ; round++ {
		text := fmt.Sprintf("Lần thứ %d.%s", round, strings.Repeat(" Đoạn.", round%7))
		fmt.Println(round)
		if err := Run(context.Background(), f, numbered(round*10%60, 30, text), Options{Write: true, Records: revenue}, func(Change) {}); err != nil {
			panic(err)
		}
	}
}

// TestKilledWriterLeavesWholeArticles kills a writer at random points, at least
// 100 times, and looks at the folder each time: every article has its records,
// and they are those of its text.
func TestKilledWriterLeavesWholeArticles(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 10
	}
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(1, 2))
	articles := 0
	for i := range kills {
		killWriter(t, dir, i*3, time.Duration(rng.IntN(60))*time.Millisecond)
		if err := Recover(dir); err != nil {
			t.Fatal(err)
		}
		articles = wholeArticles(t, dir)
	}
	if articles == 0 {
		t.Error("no article was ever written")
	}
	t.Logf("%d kills, %d articles", kills, articles)
}

func killWriter(t *testing.T, dir string, round int, after time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killEnv+"="+dir, fmt.Sprintf("%s_ROUND=%d", killEnv, round))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	one := make([]byte, 1)
	if _, err := out.Read(one); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
}

// wholeArticles counts the articles of a folder and fails if one is half in.
func wholeArticles(t *testing.T, dir string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "corpus/articles/*/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	records, _ := filepath.Glob(filepath.Join(dir, "corpus/records/*.csv"))
	if len(records) != len(files) {
		t.Fatalf("%d articles, %d files of records", len(files), len(records))
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, problems := corpus.ParseArticle(file, b)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		want, _ := revenue(a)
		rb, err := os.ReadFile(filepath.Join(dir, recordsPath(a.ID)))
		if err != nil {
			t.Fatal(err)
		}
		got, problems := corpus.ParseRecords(a.ID+".csv", strings.NewReader(string(rb)))
		if len(problems) > 0 || len(got) != 1 || *got[0].Value != *want[0].Value {
			t.Fatalf("%s: records %v do not belong to its text (%v)", file, got, problems)
		}
	}
	return len(files)
}
