package index

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestTidied(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"Cánh đồng muối":               "Cánh đồng muối",
		" Cánh  đồng\tmuối\n":          "Cánh đồng muối",
		"Cánh đồng ":                   "Cánh đồng",
		"Cánh\u00a0đồng":               "Cánh đồng",
		"Ca\u0301nh \u200bđồng\ufeff":  "Cánh đồng",
		"“Cánh đồng” – muối…":          "“Cánh đồng” – muối…",
		"Cánh\x00 đồng\x7f\u0085 muối": "Cánh đồng muối",
		"Cánh \xffđồng":                "Cánh \ufffdđồng",
		"năm 2021: 3.426 tỷ (106,5%)":  "năm 2021: 3.426 tỷ (106,5%)",
		"\u200b":                       "",
		"a \u00ad b":                   "a b",
	} {
		if got := tidied(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// FuzzTidied holds that what is taken for tidy is, and that tidying once is
// enough.
func FuzzTidied(f *testing.F) {
	for _, s := range []string{"Cánh đồng muối", " a", "a ", "a  b", "\u0301", "\xff", "\u2028", "ÀɏẠỹ", "\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := tidied(s)
		if again := tidied(got); again != got {
			t.Fatalf("%q became %q, then %q", s, got, again)
		}
		if !norm.NFC.IsNormalString(got) || strings.Join(strings.Fields(got), " ") != got {
			t.Fatalf("%q became %q", s, got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%q kept %U", s, r)
			}
		}
	})
}
