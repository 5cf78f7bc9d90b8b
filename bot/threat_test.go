package bot

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestThreatsHaveTheirTests finds every test that the package doc names for a
// threat.
func TestThreatsHaveTheirTests(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, threats, ok := strings.Cut(string(doc), "# Threats")
	if !ok {
		t.Fatal("the package doc names no threats")
	}
	have := map[string]bool{}
	for _, dir := range []string{".", "../cmd", "../corpus/ingest"} {
		testsBelow(t, dir, have)
	}
	names := regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`).FindAllString(threats, -1)
	if len(names) < 20 {
		t.Errorf("only %d tests are named", len(names))
	}
	for _, n := range names {
		if !have[n] {
			t.Errorf("%s is named for a threat, but is nowhere", n)
		}
	}
}

var testName = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)

func testsBelow(t *testing.T, dir string, have map[string]bool) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		for _, m := range testName.FindAllStringSubmatch(string(b), -1) {
			have[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWhispersAreForTheGroup asks as the owner in a group whose answers only the
// asker sees.
func TestWhispersAreForTheGroup(t *testing.T) {
	h := newHouse(t, true)
	h.bot.cfg.Whisper = true
	h.happens("joined -50 by 2")
	for _, line := range []string{"1 in -50: /hoi thu ngân sách 2018", "1 in -50: /tim thi đua", "1 in -50 presses Sau"} {
		replies := h.happens(line)
		if got, _ := json.Marshal(replies); strings.Contains(string(got), "1 tỷ đồng") || strings.Contains(string(got), "đợt 7") {
			t.Errorf("%s: private material stands in a group: %s", line, got)
		}
		if len(replies) == 0 || strings.Contains(line, ":") && replies[0].Ephemeral != 1 {
			t.Errorf("%s: %+v", line, replies)
		}
	}
	if r := h.private(1, "thu ngân sách 2021")[0]; r.Ephemeral != 0 {
		t.Errorf("whispered in private: %+v", r)
	}
}
