package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"thiduabot/corpus/viet"
)

func TestModelRestoresWhatItWasMadeFrom(t *testing.T) {
	lexicon := filepath.Join(t.TempDir(), "lexicon.txt")
	if err := os.WriteFile(lexicon, []byte("# head\n= 9\nthu ngân sách, {chi|tổng chi} ngân sách\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := newCounts()
	if err := c.addLexicon(lexicon); err != nil {
		t.Fatal(err)
	}
	c.addText("Số hộ nghèo năm 2021 giảm.", textWeight)
	stored, err := c.encode()
	if err != nil {
		t.Fatal(err)
	}
	m, err := viet.ReadModel(bytes.NewReader(stored))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{"tong chi ngan sach": "tổng chi ngân sách", "so ho ngheo nam 2021": "số hộ nghèo năm 2021"} {
		if got, _ := m.Restore(in); got != want {
			t.Errorf("Restore(%q) = %q, want %q", in, got, want)
		}
	}
	again, _ := c.encode()
	if !bytes.Equal(again, stored) {
		t.Error("the same counts are stored in two ways")
	}
}

func TestExpand(t *testing.T) {
	got := expand("{a|b} c {d|e}")
	if want := []string{"a c d", "a c e", "b c d", "b c e"}; !slices.Equal(got, want) {
		t.Errorf("expand = %q, want %q", got, want)
	}
}
