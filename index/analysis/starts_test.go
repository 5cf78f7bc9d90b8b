package analysis

import "testing"

func TestStarts(t *testing.T) {
	var s Starts
	for _, w := range []string{"muoi", "ti", "12", "a"} {
		s.Add(w)
	}
	for word, want := range map[string]bool{
		"muối": true, "MUỐI": true, "muo\u0302\u0301i": true, "mùa": true, "tỷ": true, "ty": true, "12": true, "12,5": true, "a": true, "á": true,
		"a\u0301": true, "đồng": true, // begin with letters of which nothing is known
		"nam": false, "thi": false, "TO": false, "13": false, "an": false,
	} {
		if got := s.may(word); got != want {
			t.Errorf("%q may be one of the words: %v, want %v", word, got, want)
		}
	}
	if (&Starts{}).may("muối") {
		t.Error("a word may be one of none")
	}
}

// FuzzStarts holds that no word is missed which folds to one looked for.
func FuzzStarts(f *testing.F) {
	for _, s := range []string{"Tỷ lệ", "kỹ thuật", "Quý III/2021", "a\u0301", "đ Đ", "ＡＢ", "I\u0307", "аб", "06-NQ/TU", "\u0301a", "ﬁ", "ǅ"} {
		f.Add(s)
	}
	var r Reader
	f.Fuzz(func(t *testing.T, s string) {
		r.Words(s, func(w Word) bool {
			var starts Starts
			if w.Folded != "" {
				starts.Add(w.Folded)
				if !starts.may(s[w.Start:min(w.End, w.Start+maxWord)]) {
					t.Fatalf("%q is told from %q, which it folds to", s[w.Start:w.End], w.Folded)
				}
			}
			return true
		})
	})
}
