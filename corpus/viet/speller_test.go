package viet

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

func testSpeller() *Speller {
	return NewSpeller(maps.All(map[string]float64{
		"sach": 40, "ngan": 50, "xuat": 30, "khau": 28, "nghiep": 25, "truong": 20, "chuong": 3, "nong": 15, "long": 4,
		"kim": 9, "ngach": 9, "ky": 5, "ki": 1, "gia": 30, "da": 31, "xuatkhau": 2, "cong": 60, "doanhnghiep": 8, "2021": 100,
	}))
}

func TestSpellerCandidates(t *testing.T) {
	rows := []struct{ name, word, want string }{
		{"missing letter", "nghip", "nghiep"},
		{"doubled letter", "ngaan", "ngan"},
		{"swapped letters", "xaut", "xuat"},
		{"neighbouring key", "sacj", "sach"},
		{"strange letter", "khaz", "khau"},
		{"confused onset", "chuong", "chuong"},
		{"s for x", "suat", "xuat"},
		{"two slips in a long word", "doanhngiepp", "doanhnghiep"},
		{"swapped first letters", "gnach", "ngach"},
	}
	s := testSpeller()
	for _, r := range rows {
		got := s.Candidates(r.word)
		if len(got) == 0 || got[0].Term != r.want {
			t.Errorf("%s: Candidates(%q) = %v, want %q first", r.name, r.word, got, r.want)
		}
	}
}

func TestSpellerSoundsAndNumbers(t *testing.T) {
	s := testSpeller()
	has := func(word, term string) bool {
		return slices.ContainsFunc(s.Candidates(word), func(c Candidate) bool { return c.Term == term })
	}
	if !has("chuong", "truong") || !has("nong", "long") {
		t.Error("confused onsets are not offered")
	}
	if got := s.Candidates("2022"); len(got) != 0 {
		t.Errorf("a number was corrected: %v", got)
	}
	if got := s.Candidates("2021"); len(got) != 1 || got[0].Cost != 0 {
		t.Errorf("Candidates(2021) = %v", got)
	}
}

func TestSpellerFindsWhatAScanFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	s := testSpeller()
	for range 2000 {
		word := s.terms[rng.IntN(len(s.terms))]
		b := []byte(word)
		b[rng.IntN(len(b))] = byte('a' + rng.IntN(26))
		if len(b) < minSpelled || hasDigit(string(b)) {
			continue
		}
		want := 0
		for _, term := range s.terms {
			if !hasDigit(term) && slipCost(string(b), term) <= maxCost {
				want++
			}
		}
		got := 0
		for _, c := range s.Candidates(string(b)) {
			if c.Cost <= maxCost {
				got++
			}
		}
		if got != want {
			t.Fatalf("%s: %d candidates, a scan finds %d", b, got, want)
		}
	}
}

func TestSpellerStored(t *testing.T) {
	s := testSpeller()
	var buf bytes.Buffer
	if _, err := s.WriteTo(&buf); err != nil {
		t.Fatal(err)
	}
	stored := bytes.Clone(buf.Bytes())
	back, err := ReadSpeller(&buf)
	if err != nil || back.Len() != s.Len() {
		t.Fatalf("read back %d terms, %v", back.Len(), err)
	}
	if !slices.Equal(back.Candidates("nghip"), s.Candidates("nghip")) {
		t.Error("candidates differ after reading back")
	}
	for cut := range stored {
		if _, err := ReadSpeller(bytes.NewReader(stored[:cut])); err == nil {
			t.Fatalf("no error for the first %d of %d bytes", cut, len(stored))
		}
	}
}

func FuzzSpeller(f *testing.F) {
	f.Add("nghip", []byte(spellerMagic+"\x01\x03abc\x00\x00\x00\x00"))
	f.Add("\xff\xfe\xfd", []byte(spellerMagic+"\xff\xff\xff\xff\x0f"))
	s := testSpeller()
	f.Fuzz(func(t *testing.T, word string, stored []byte) {
		s.Candidates(word)
		if sp, err := ReadSpeller(bytes.NewReader(stored)); err == nil {
			sp.Candidates(word)
		}
	})
}

// vocabulary20k is 20,000 made-up terms of the shape of folded syllables and
// compounds.
func vocabulary20k(yield func(string, float64) bool) {
	all := spelled().all
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 20000 {
		term := Fold(all[i%len(all)])
		if i >= len(all) {
			term += Fold(all[rng.IntN(len(all))])
		}
		if !yield(term, float64(1+rng.IntN(1000))) {
			return
		}
	}
}

func BenchmarkNewSpeller20k(b *testing.B) {
	for b.Loop() {
		NewSpeller(vocabulary20k)
	}
}

func BenchmarkSpellerCandidates(b *testing.B) {
	s := NewSpeller(vocabulary20k)
	for b.Loop() {
		s.Candidates("nghip")
		s.Candidates("truogn")
	}
}
