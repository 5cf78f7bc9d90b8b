package viet

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	rows := []struct{ in, want string }{
		{"Thu ngân sách đạt 3.426,5 tỷ đồng, tăng 6,5%.", "Thu|ngân|sách|đạt|3.426,5|tỷ|đồng|tăng|6,5|%"},
		{"12/13 chỉ tiêu (30-12-2021)", "12/13|chỉ|tiêu|30-12-2021"},
		{"Nghị quyết 06-NQ/TU, 30/2020/NĐ-CP", "Nghị|quyết|06-NQ/TU|30/2020/NĐ-CP"},
		{"14h30 ngày 5/9", "14h30|ngày|5/9"},
		{"KT-XH, GD&ĐT", "KT-XH|GD&ĐT"},
		{"xanh-sạch-đẹp và/hoặc", "xanh|sạch|đẹp|và|hoặc"},
		{"8:30, ghi chú:mới", "8:30|ghi|chú|mới"},
		{"giai đoạn 2021-2025", "giai|đoạn|2021-2025"},
		{"5 km²", "5|km²"},
		{"...---,,, ", ""},
		{"", ""},
	}
	for _, r := range rows {
		var got []string
		for _, tok := range Tokens(r.in) {
			if r.in[tok.Start:tok.End] != tok.Text {
				t.Errorf("%q: offsets of %q are wrong", r.in, tok.Text)
			}
			got = append(got, tok.Text)
		}
		if strings.Join(got, "|") != r.want {
			t.Errorf("Tokens(%q) = %s, want %s", r.in, strings.Join(got, "|"), r.want)
		}
	}
}

func TestParts(t *testing.T) {
	rows := []struct {
		in   string
		want []string
	}{
		{"06-NQ/TU", []string{"06", "NQ", "TU"}}, {"KT-XH", []string{"KT", "XH"}}, {"12/13", []string{"12", "13"}},
		{"3.426,5", nil}, {"ngân", nil}, {"", nil}, {"-", nil},
	}
	for _, r := range rows {
		if got := Parts(r.in); !slices.Equal(got, r.want) {
			t.Errorf("Parts(%q) = %q, want %q", r.in, got, r.want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"06-NQ/TU", "3.426,5%", "\xff-a", "a\u0301-1", "----1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, tok := range Tokens(s) {
			if tok.Start < last || tok.End <= tok.Start || s[tok.Start:tok.End] != tok.Text {
				t.Fatalf("%q: token %+v after %d", s, tok, last)
			}
			last = tok.End
			if utf8.ValidString(s) && !utf8.ValidString(tok.Text) {
				t.Fatalf("%q: token %q is cut inside a character", s, tok.Text)
			}
			Parts(tok.Text)
		}
	})
}
