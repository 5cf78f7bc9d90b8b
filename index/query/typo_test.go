package query

import (
	"strings"
	"testing"
	"time"

	"thiduabot/corpus/viet"
	"thiduabot/corpus/viet/damage"
)

// TestTyposAreMended mends slips that no word beside them explains otherwise.
func TestTyposAreMended(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a real word for a part of a name", "thu ngân sách hành phố Nam Định 2021", "thu ngân sách thành phố Nam Định 2021"},
		{"the word before a year", "xuất khẩu quý I ăm 2023", "xuất khẩu quí I năm 2023"},
		{"a quarter", "qýu I năm 2024 thu ngân sách", "quí I năm 2024 thu ngân sách"},
		{"two slips in one phrase", "giá trị xyất kgẩu 2021", "giá trị xuất khẩu 2021"},
		{"the kind of a place", "dân số uyện Ý Yên", "dân số huyện Ý Yên"},
		{"a province", "thu ngân sách tỉnh Nan Đnh", "thu ngân sách tỉnh Nam Định"},
		{"a question", "xuất khẩu 2021 tăng abo nhiêu", "xuất khẩu 2021 tăng bao nhiêu"},
		{"a word trusted for its neighbours, in a frame", "4 thang du nam 2025 xuat khau", "4 thang dau nam 2025 xuat khau"},
		{"Roman letters that are no number", "xuat khau tang bao nhieu so vi nam 2019", "xuat khau tang bao nhieu so voi nam 2019"},
		{"a slip that looks like keys", "2024 so xa Thanh pho Nam DDinh", "2024 so xa Thanh pho Nam dinh"},
		{"without marks", "thu ngan sahc tinh nma dinh 2021", "thu ngan sach tinh nam dinh 2021"},
	} {
		got, _ := options.Terms.mend(c.text)
		if a, b := strings.Join(Marked(got), " "), strings.Join(Marked(c.want), " "); a != b {
			t.Errorf("%s: %q: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// TestNeighboursAreKept changes no word into that of another question.
func TestNeighboursAreKept(t *testing.T) {
	for _, text := range []string{
		"nhân khẩu năm 2020", "số hộ nghề 2020", "thu ngân sách huyện Hải Hà 2020", "thu ngân sách tỉnh Hà Nam 2021",
		"gdp 2021", "công nghiệp dt năm 2021", "cong nghiep der nam 2021", "xuat khau cam 2021", "tỷ trng xuất khẩu 2021",
		"xuất khẩu năm 2012", "du ton thu noi dia 2019", "chỉ tiêu xuất khẩu 2021 gia bao nhiêu", "thu ngân sách quý II năm 2021", "diện tích lúa mừa 2020",
	} {
		got, changed := options.Terms.mend(text)
		for _, c := range changed {
			if _, to, _ := strings.Cut(c, " → "); to != "năm" && to != "nam" {
				t.Errorf("%q: read as %q", text, got)
			}
		}
	}
}

// TestMendingIsBounded mends long texts of slips alone within their time.
func TestMendingIsBounded(t *testing.T) {
	for _, unit := range []string{"tổgn thu ngâ sácg nhà nưc ", "tong thu ngna sahc ", "bna nhieu ", "xuấ xuấ "} {
		text := strings.Repeat(unit, 1000)[:4096]
		start := time.Now()
		Parse(strings.ToValidUTF8(text, ""), options)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%q: took %v", unit, took)
		}
	}
}

// FuzzMend keeps every figure of a text and the number of its words.
func FuzzMend(f *testing.F) {
	f.Add("thu ngân sahc 2021", uint64(1))
	f.Add("quý I ăm 2023, 3.426,5 tỷ", uint64(2))
	f.Add("\xff tỉhn \u0301", uint64(3))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		text := damage.Typos(clip(s), seed, 0.5)
		before := split(viet.Normalize(text))
		got, _ := options.Terms.mend(text)
		after := split(viet.Normalize(got))
		if len(before) != len(after) {
			t.Fatalf("%q: %d words became %d", text, len(before), len(after))
		}
		for i := range before {
			if hasFigure(before[i].text) && before[i].text != after[i].text {
				t.Errorf("%q: %q became %q", text, before[i].text, after[i].text)
			}
		}
	})
}
