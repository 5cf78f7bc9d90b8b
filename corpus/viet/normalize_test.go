package viet

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus/viet/bounded"
)

func TestNormalize(t *testing.T) {
	rows := []struct{ name, in, want string }{
		{"nfd", norm.NFD.String("ngân sách được"), "ngân sách được"},
		{"mixed forms", "viê\u0323t", "việt"},
		{"tone typed before the shape", "vie\u0301\u0302t", "viết"},
		{"new style", "hoà thuỷ khoẻ uỷ ban Hoà Bình", "hòa thủy khỏe ủy ban Hòa Bình"},
		{"old style stays", "hòa thủy toàn quỳnh quý già", "hòa thủy toàn quỳnh quý già"},
		{"misplaced", "lựơng baỏ nghịêm đaị qúy gìa", "lượng bảo nghiệm đại quý già"},
		{"capitals", "UỶ BAN HOÀ NGHỊÊM", "ỦY BAN HÒA NGHIỆM"},
		{"foreign words stay", "résumé Đắk Lắk Krông", "résumé Đắk Lắk Krông"},
		{"look-alikes", "Ðảng ðược Ɖảng", "Đảng được Đảng"},
		{"spaces", "  thu\u00a0ngân \t\n sách\u200b ", "thu ngân sách"},
		{"soft hyphen", "ngân\u00ad sách a\u200d\u0301", "ngân sách á"},
		{"dashes between figures", "2021–2025, 6 − 7%, 6%–7%", "2021-2025, 6 - 7%, 6%-7%"},
		{"dash between words stays", "kinh tế – xã hội", "kinh tế – xã hội"},
		{"quotes", "“năm” ‘mới’", "\"năm\" 'mới'"},
		{"full width", "２０２１ ％", "2021 %"},
		{"controls", "a\x00b\x1bc\x7f", "abc"},
		{"currency", "3.000₫", "3.000đ"},
		{"broken bytes", "a\xffb", "a\uFFFDb"},
		{"i and y stay", "kỹ kĩ tỷ tỉ", "kỹ kĩ tỷ tỉ"},
		{"empty", "", ""},
	}
	for _, r := range rows {
		if got := Normalize(r.in); got != r.want {
			t.Errorf("%s: Normalize(%q) = %q, want %q", r.name, r.in, got, r.want)
		}
		if got := NormalizeMapped(r.in).Text; got != r.want {
			t.Errorf("%s: NormalizeMapped(%q) = %q, want %q", r.name, r.in, got, r.want)
		}
	}
}

func TestNormalizeMappedSpan(t *testing.T) {
	source := "  Hoà\u00a0Bình: " + norm.NFD.String("được") + "\u200b 3\u2013\u20094"
	m := NormalizeMapped(source)
	for _, r := range []struct{ find, want string }{
		{"Hòa", "Hoà"}, {"Bình", "Bình"}, {"được", norm.NFD.String("được")}, {"3- 4", "3\u2013\u20094"},
	} {
		at := strings.Index(m.Text, r.find)
		if at < 0 {
			t.Fatalf("%q not in %q", r.find, m.Text)
		}
		from, to := m.Span(at, at+len(r.find))
		if got := strings.TrimRight(source[from:to], "\u200b"); got != r.want {
			t.Errorf("span of %q is %q, want %q", r.find, got, r.want)
		}
	}
}

func TestFold(t *testing.T) {
	rows := []struct{ in, want string }{
		{"Đường Ðiện ₫", "duong dien ₫"},
		{"ÀẢÃÁẠ ẰẲẴẮẶ ỰỮỬỪỨ", "aaaaa aaaaa uuuuu"},
		{norm.NFD.String("Ủy ban nhân dân"), "uy ban nhan dan"},
		{"Čeština Ω İ ẞ", "cestina ω i ß"},
		{"đã – “rõ” 5‰ m²", "da – “ro” 5‰ m²"},
	}
	for _, r := range rows {
		if got := Fold(r.in); got != r.want {
			t.Errorf("Fold(%q) = %q, want %q", r.in, got, r.want)
		}
	}
}

func TestSearchKeyUnifiesIAndY(t *testing.T) {
	for _, pair := range [][2]string{
		{"kỹ thuật", "kĩ thuật"}, {"tỷ đồng", "tỉ đồng"}, {"quý III", "quí III"}, {"công ty", "công ti"},
		{"bác sỹ", "bác sĩ"}, {"Mỹ Lộc", "Mĩ Lộc"}, {"hoà", "hòa"}, {"lý do", "lí do"},
	} {
		if a, b := SearchKey(pair[0]), SearchKey(pair[1]); a != b {
			t.Errorf("keys of %q and %q differ: %q, %q", pair[0], pair[1], a, b)
		}
	}
	for _, pair := range [][2]string{{"tay", "tai"}, {"thuý", "thúi"}, {"may", "mai"}, {"thủy", "thui"}} {
		if a, b := SearchKey(pair[0]), SearchKey(pair[1]); a == b {
			t.Errorf("keys of %q and %q are both %q", pair[0], pair[1], a)
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	marked, folded := "Thu ngân sách năm 2021 đạt 3.426 tỷ đồng.", "thu ngan sach nam 2021"
	if n := testing.AllocsPerRun(50, func() { Normalize(marked); Fold(folded); SearchKey(folded) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestHostileTextIsFast takes the best of three runs: a busy machine is no
// fault of the code, a slow function is slow each time.
func TestHostileTextIsFast(t *testing.T) {
	functions := map[string]func(string){
		"Normalize":       func(s string) { Normalize(s) },
		"NormalizeMapped": func(s string) { NormalizeMapped(s) },
		"Fold":            func(s string) { Fold(s) },
		"FoldMapped":      func(s string) { FoldMapped(s) },
		"SearchKey":       func(s string) { SearchKey(s) },
		"Tokens":          func(s string) { Tokens(s) },
		"Decode":          func(s string) { Decode(s) },
		"DecodeToken":     func(s string) { DecodeToken(s) },
		"Compare":         func(s string) { Compare(s, s+"a") },
		"Restore":         func(s string) { Restore(s) },
		"LooksStripped":   func(s string) { LooksStripped(s) },
		"ExpandAll":       func(s string) { ExpandAll(s) },
		"ValidSyllable":   func(s string) { ValidSyllable(s) },
		"PlaceTone":       func(s string) { PlaceTone(s, Sac) },
	}
	for name, f := range functions {
		for _, s := range hostile() {
			bounded.Within(t, fmt.Sprintf("%s of %.20q...", name, s), 50*time.Millisecond, func() { f(s) })
		}
	}
}

// hostile returns long inputs made to be slow.
func hostile() []string {
	const n = 4096
	var texts []string
	for _, unit := range []string{"w", "a\u0301", "\u0301", "aw", "uow ", "duocwdj ", "a1", "ngan6 ", "1.", "1/", "-", "\xff", "ưo", "\u200b", "ủy ", "thu ngan sach ", "UBND ", "TP ", "ko ", "do ", "dan doi ", "\u1100", "😀"} {
		texts = append(texts, strings.Repeat(unit, n/utf8.RuneCountInString(unit)))
	}
	return append(texts, "a"+strings.Repeat("\u0323", n))
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"hoà thuỷ lựơng", "a\u0301\u0302", "\u200bđ – 3", "３　４", "e\u0323\u0302\u0301", "\xff\u0301", "가", "a\u034f\u0301", "H\x7f\u0302", "oa\u0301\u0303"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Normalize(s)
		if again := Normalize(n); again != n {
			t.Fatalf("Normalize(%q) = %q, again %q", s, n, again)
		}
		if utf8.ValidString(s) && !longMarks(s) {
			if other := Normalize(norm.NFD.String(s)); other != n {
				t.Fatalf("NFD of %q: %q, NFC %q", s, other, n)
			}
		}
		m := NormalizeMapped(s)
		if m.Text != n {
			t.Fatalf("mapped %q, plain %q", m.Text, n)
		}
		for i := range len(m.Text) {
			if a, b := m.Span(i, i+1); a < 0 || b > len(s) || a > b {
				t.Fatalf("span %d: %d %d of %d", i, a, b, len(s))
			}
		}
	})
}

// longMarks reports whether a run of marks is so long that x/text breaks it up.
func longMarks(s string) bool {
	run := 0
	for _, r := range norm.NFD.String(s) {
		if clings(r) {
			if run++; run >= maxMarks {
				return true
			}
		} else {
			run = 0
		}
	}
	return false
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Đường", "İ", "ẞ", "ǅ", "각", "K", "\xff", "ð", "a\u0345"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Fatalf("Fold(%q) = %q, again %q", s, folded, again)
		}
		if utf8.ValidString(s) && !longMarks(s) && Fold(norm.NFD.String(s)) != Fold(norm.NFC.String(s)) {
			t.Fatalf("NFC and NFD of %q fold to %q and %q", s, Fold(norm.NFC.String(s)), Fold(norm.NFD.String(s)))
		}
		m := FoldMapped(s)
		for i := range len(m.Text) {
			if a, b := m.Span(i, i+1); a < 0 || b > len(s) || a > b {
				t.Fatalf("span %d: %d %d of %d", i, a, b, len(s))
			}
		}
		SearchKey(s)
	})
}
