package viet_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus/viet"
	"thiduabot/corpus/viet/damage"
)

// sentences returns the sentences of the test files.
func sentences(t testing.TB) []string {
	var out []string
	for _, name := range []string{"testdata/tuned.txt", "testdata/second.txt"} {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			if line := lines.Text(); !strings.HasPrefix(line, "#") {
				out = append(out, viet.Normalize(line))
			}
		}
	}
	return out
}

func TestDecodeUndoesTyping(t *testing.T) {
	forms := map[string]func(string) string{"telex": damage.Telex, "vni": damage.VNI}
	for seed := range uint64(4) {
		forms["telex by habit"+string('0'+rune(seed))] = func(s string) string { return damage.TelexVariant(s, seed) }
		forms["vni by habit"+string('0'+rune(seed))] = func(s string) string { return damage.VNIVariant(s, seed) }
	}
	wrong, all := 0, 0
	for name, typed := range forms {
		for _, s := range sentences(t) {
			all++
			if got, _ := viet.Decode(typed(s)); got != s {
				wrong++
				t.Logf("%s: %q reads %q", name, typed(s), got)
			}
		}
	}
	if wrong*100 > all {
		t.Errorf("%d of %d sentences misread", wrong, all)
	}
}

func TestDecodeLeavesReadableTextAlone(t *testing.T) {
	for _, s := range sentences(t) {
		for _, form := range []string{s, damage.Strip(s), damage.NewTone(s), damage.NFD(s), strings.ToUpper(damage.Strip(s)), damage.Typos(damage.Strip(s), 1, 0.25)} {
			if got, ok := viet.Decode(form); ok {
				t.Errorf("Decode(%q) = %q", form, got)
			}
		}
	}
}

func TestFormsAgree(t *testing.T) {
	texts := append(sentences(t), "UBND tỉnh, BCĐ PCTT, TP Nam Định: NSĐP 2021", "thu ngân sach 2021, TƯ Đảng")
	for _, s := range texts {
		nfd := norm.NFD.String(s)
		for name, f := range map[string]func(string) string{
			"Fold": viet.Fold, "SearchKey": viet.SearchKey, "Normalize": viet.Normalize, "ExpandAll": viet.ExpandAll,
			"Restore": func(s string) string { r, _ := viet.Restore(s); return r },
		} {
			if a, b := viet.Normalize(f(s)), viet.Normalize(f(nfd)); a != b {
				t.Errorf("%s(%q): NFC %q, NFD %q", name, s, a, b)
			}
		}
		if viet.HasMarks(s) != viet.HasMarks(nfd) || len(viet.Tokens(s)) != len(viet.Tokens(nfd)) {
			t.Errorf("%q: marks or tokens differ in NFD", s)
		}
		if viet.Normalize(damage.NewTone(s)) != s || viet.Normalize(damage.OldTone(damage.NewTone(s))) != s {
			t.Errorf("%q: styles of tone placement do not agree", s)
		}
	}
}

// article is a text of the length of a long newspaper article.
func article(b *testing.B) string {
	return strings.Join(sentences(b), ". ")
}

func BenchmarkFoldArticle(b *testing.B) {
	s := article(b)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		viet.Fold(s)
	}
}

func BenchmarkFoldTokens(b *testing.B) {
	tokens := viet.Tokens(article(b))
	b.ReportMetric(float64(len(tokens)), "tokens")
	for b.Loop() {
		for _, t := range tokens {
			viet.Fold(t.Text)
		}
	}
}

func BenchmarkNormalizeCleanArticle(b *testing.B) {
	s := article(b)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		viet.Normalize(s)
	}
}

func BenchmarkNormalizeNFDArticle(b *testing.B) {
	s := norm.NFD.String(article(b))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		viet.Normalize(s)
	}
}

func BenchmarkNormalizeDirtyArticle(b *testing.B) {
	s := "“" + strings.ReplaceAll(article(b), " ", "\u00a0") + "”"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		viet.Normalize(s)
	}
}

func BenchmarkTokensArticle(b *testing.B) {
	s := article(b)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		viet.Tokens(s)
	}
}
