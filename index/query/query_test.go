package query

import (
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"thiduabot/corpus"
	"thiduabot/corpus/viet/damage"
)

var update = flag.Bool("update", false, "write the golden files anew")

var options = Options{
	Terms: NewTerms(corpus.Default().Indicators, corpus.Default().Areas),
	Now:   time.Date(2022, 6, 1, 8, 0, 0, 0, corpus.Zone),
	Home:  "Thành phố Nam Định",
}

// TestTrees holds the tree of each question against the golden file: a line with
// the question, a line with its tree.
func TestTrees(t *testing.T) {
	const name = "testdata/trees.txt"
	golden, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(golden)) {
		switch text := strings.TrimSpace(line); {
		case text == "" || strings.HasPrefix(text, "#"):
			got.WriteString(line)
		case !strings.HasPrefix(line, "\t"):
			got.WriteString(text + "\n\t" + Parse(text, options).String() + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(golden), got.String()); diff != "" && !*update {
		t.Errorf("trees changed (-want +got):\n%s", diff)
	}
}

// TestDamagedFormsReadAlike parses each question in the forms that keyboards
// give: what is asked for stays the same.
func TestDamagedFormsReadAlike(t *testing.T) {
	for _, text := range []string{
		"thu ngân sách năm 2021 của thành phố Nam Định",
		"xuất khẩu tỉnh Nam Định quý I năm 2025 tăng bao nhiêu",
		"mục tiêu thu ngân sách của tỉnh năm 2023",
		"so sánh tổng mức bán lẻ 2020 và 2021",
	} {
		want := Parse(text, options)
		for name, form := range map[string]func(string) string{
			"no marks": damage.Strip, "NFD": damage.NFD, "Telex": damage.Telex, "VNI": damage.VNI,
			"new tone style": damage.NewTone, "capitals": strings.ToUpper,
		} {
			got := Parse(form(text), options)
			if a, b := summary(want), summary(got); a != b {
				t.Errorf("%s of %q:\n got %s\nwant %s", name, text, b, a)
			}
		}
	}
}

// summary writes what is asked for without the words that said it.
func summary(q Query) string {
	s := string(q.Intent) + " " + string(q.Measure)
	for _, n := range q.Indicators {
		s += " " + strings.Join(n.IDs, "|")
	}
	for _, n := range q.Areas {
		s += " " + strings.Join(n.Names, "|")
	}
	for _, n := range q.Periods {
		s += " " + n.Period.String()
	}
	for _, l := range q.Left {
		s += " left:" + l.Text
	}
	return s
}

// TestOtherWordsAreNotMended keeps words that are something else.
func TestOtherWordsAreNotMended(t *testing.T) {
	for _, text := range []string{
		"sản lượng lụa 2021", "chi ngân sách 2021", "dân số già 2020", "công nghiệp không khói", "xuất khẩu dệt may",
		"xuat khau det may", "xuất khẩu cám 2021", "hộ nghèo đói", "thu ngân hàng 2021",
	} {
		q := Parse(text, options)
		if len(q.Changed) > 0 {
			t.Errorf("%q: read %q", text, q.Changed)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "thu ngân sách 2021", "thu ngaan sachs", "\xff\xfe", "“”\"«»", strings.Repeat("tỉnh ", 50), "12/13 3.426,5 %",
		"từ 2018 đến nay", "a\u0301\u0302\u0323", strings.Repeat("z", 5000),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		start := time.Now()
		q := Parse(s, options)
		if took := time.Since(start); len(s) <= 4096 && took > time.Second {
			t.Errorf("took %v", took)
		}
		if q.String() == "" {
			t.Error("no tree")
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"clean", "thu ngân sách nhà nước trên địa bàn tỉnh Nam Định năm 2022 đạt bao nhiêu"},
		{"no marks", "thu ngan sach nha nuoc tren dia ban tinh nam dinh nam 2022 dat bao nhieu"},
		{"typos", "thu ngâ sách nhà nươc trên địa bna tỉnh Nam Định năm 2022 đạt bao nhiu"},
		{"4096 characters", strings.Repeat("thu ngân sahc xã ", 300)[:4096]},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				Parse(c.text, options)
			}
		})
	}
}

func TestFallsThatSayWhereTheyEnded(t *testing.T) {
	for text, want := range map[string]Measure{
		"hộ nghèo 2020 giảm còn bao nhiêu":       Level,
		"ho ngheo 2020 giam xuong con bao nhieu": Level,
		"hộ nghèo 2020 giảm bao nhiêu":           Change,
		"hộ nghèo 2020 còn bao nhiêu":            Level,
	} {
		if got := Parse(text, options).Measure; got != want {
			t.Errorf("%q asks for the %s, want the %s", text, got, want)
		}
	}
}

func TestSharesOfTheAreaAround(t *testing.T) {
	q := Parse("dịch vụ thành phố chiếm bao nhiêu % của cả tỉnh năm 2020", options)
	if len(q.Indicators) != 1 || q.Indicators[0].IDs[0] != "ty-trong-dich-vu-so-voi-toan-tinh" {
		t.Errorf("names %v", q.Indicators)
	}
}
