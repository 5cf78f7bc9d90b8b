package eval

import (
	"context"
	"path/filepath"
	"testing"

	"thiduabot/corpus/viet/damage"
	"thiduabot/index"
)

// manySlips is how often each question is mistyped anew.
const manySlips = 12

// TestArticlesUnderManySlips asks every question that looks for articles with many
// draws of slips: what is found must hardly be less than as written, over draws that
// nothing was tuned by.
func TestArticlesUnderManySlips(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(questions, "*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no question files: %v", err)
	}
	slip := func(draw uint64) form {
		return form{"typos", func(s string) string { return damage.Typos(s, seed(s)+draw*7919, typoShare) }}
	}
	x, written, slipped := builtin(t), Score{}, Score{}
	for _, file := range files {
		rows, err := readFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if row.Kind != index.Articles {
				continue
			}
			ask := func(s *Score, f form) {
				if err := s.ask(context.Background(), x, row, f, Options{Now: now}); err != nil {
					t.Fatal(err)
				}
			}
			ask(&written, form{"", func(s string) string { return s }})
			for draw := range uint64(manySlips) {
				ask(&slipped, slip(draw+1))
			}
		}
	}
	written.rates()
	slipped.rates()
	t.Logf("mrr %.3f as written, %.3f with slips in a quarter of the words (%d askings)", written.MRR, slipped.MRR, slipped.Ranked)
	for _, f := range slipped.Faults {
		t.Logf("%s %s: %q: %s", f.Verdict, f.ID, f.Question, f.Said)
	}
	if slipped.MRR < leastKept*written.MRR {
		t.Errorf("mrr %.3f with slips, want at least %.2f of the %.3f as written", slipped.MRR, leastKept, written.MRR)
	}
	if slipped.Wrong > 0 {
		t.Errorf("%d wrong figures", slipped.Wrong)
	}
}

// leastKept is how much of the mean reciprocal rank as written questions with slips must
// keep, whichever files there are.
const leastKept = 0.94
