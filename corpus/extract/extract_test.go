package extract

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/corpus/viet/bounded"
)

// TestSeed reads the article named by THIDUABOT_SEED: every figure of it and
// nothing else.
func TestSeed(t *testing.T) {
	file := os.Getenv("THIDUABOT_SEED")
	if file == "" {
		t.Skip("THIDUABOT_SEED names no article")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, text, _ := strings.Cut(strings.TrimLeft(string(b), " \n"), "\n")
	f := strings.SplitN(head, " ", 3)
	got := New(corpus.Default()).Records(corpus.Article{ID: "S001", Date: f[1], Title: f[2], Text: text})
	want := []struct {
		value, low, high, of, change, plan float64
		bound, unit, period                string
		status                             corpus.Status
	}{
		{value: 12, of: 13, unit: "chỉ tiêu", period: "2021", status: corpus.Actual},
		{value: 18186, unit: "tỷ đồng", change: 15.1, period: "2021", status: corpus.Estimate},
		{value: 226.8, unit: "tỷ đồng", change: 2.7, period: "2021", status: corpus.Estimate},
		{value: 1199, unit: "triệu USD", change: 4.8, period: "2021", status: corpus.Estimate},
		{value: 3426, unit: "tỷ đồng", period: "2021", status: corpus.Estimate},
		{value: 99.86, unit: "%", period: "2021", status: corpus.Actual},
		{plan: 100, unit: "%", period: "2021", status: corpus.Actual},
		{value: 80, unit: "%", period: "2022", status: corpus.Target},
		{low: 15, high: 20, unit: "%", period: "2022", status: corpus.Target},
		{value: 80, bound: ">=", unit: "%", period: "2022", status: corpus.Target},
		{value: 11, unit: "chỉ tiêu", period: "2022", status: corpus.Target},
		{value: 3, unit: "nhóm", period: "2022", status: corpus.Target},
	}
	if len(got) != len(want) {
		for _, c := range got {
			t.Log(show(c))
		}
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	for i, w := range want {
		c := got[i]
		change := 0.0
		if c.Change != nil {
			change = c.Change.Value
		}
		if !same(c.Value, w.value) || !same(c.Low, w.low) || !same(c.High, w.high) || !same(c.Of, w.of) || !same(c.PlanPct, w.plan) ||
			change != w.change || c.Bound != w.bound || c.Unit != w.unit || c.Period.String() != w.period || c.Status != w.status ||
			c.Area != "Thành phố Nam Định" || c.Doubt != "" || c.Name == "" {
			t.Errorf("record %d: %s\nwant %+v", i, show(c), w)
		}
	}
	checkEvidence(t, text, got)
}

func same(p *float64, want float64) bool {
	if p == nil {
		return want == 0
	}
	return *p == want
}

func checkEvidence(t *testing.T, text string, got []Candidate) {
	t.Helper()
	for _, c := range got {
		if c.Start < 0 || c.End > len(text) || c.Start >= c.End || text[c.Start:c.End] != c.Evidence {
			t.Fatalf("evidence %q is not at %d..%d", c.Evidence, c.Start, c.End)
		}
		if c.Printed == "" || !strings.Contains(viet.Normalize(c.Evidence), c.Printed) {
			t.Fatalf("printed %q is not in %q", c.Printed, c.Evidence)
		}
		for _, p := range []*float64{c.Value, c.Low, c.High, c.Of, c.PlanPct} {
			if p != nil && (math.IsNaN(*p) || math.IsInf(*p, 0)) {
				t.Fatalf("no number in %s", show(c))
			}
		}
	}
}

func goldTexts(t testing.TB) []goldArticle {
	var all []goldArticle
	for _, file := range []string{"tuned.txt", "first_reader.txt", "second_reader.txt", "third_reader.txt", "styles.txt", "blind.txt"} {
		all = append(all, readGold(t, "testdata/"+file)...)
	}
	return all
}

// TestForms says what other spellings of an article must not change.
func TestForms(t *testing.T) {
	x := New(corpus.Default())
	for _, g := range goldTexts(t) {
		want := x.Records(g.Article)
		checkEvidence(t, g.Text, want)
		for name, f := range map[string]func(string) string{
			"NFD":           norm.NFD.String,
			"CRLF":          func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
			"double spaces": func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		} {
			a := g.Article
			a.Text = f(a.Text)
			got := x.Records(a)
			checkEvidence(t, a.Text, got)
			if len(got) != len(want) {
				t.Errorf("%s: %d records in %s, want %d", g.Title, len(got), name, len(want))
				continue
			}
			for i := range got {
				if show(got[i]) != show(want[i]) {
					t.Errorf("%s in %s:\n%s\nwant\n%s", g.Title, name, show(got[i]), show(want[i]))
				}
			}
		}
	}
}

// TestHostileTextIsFast bounds the time of texts made to be slow.
func TestHostileTextIsFast(t *testing.T) {
	x := New(corpus.Default())
	for _, unit := range []string{
		"tăng 1% so với ", "(", "1", "1.", "1/", "12/13 ", "từ 1 đến ", "năm ", ", ", "thu ngân sách ", "huyện A ", "lần lượt 1%, ",
		"; đạt 5 tỷ đồng", "tổng thu ngân sách nhà nước trên địa bàn ", "\n- ", "trong đó ", "tỷ ", "ước ", "1-", "a\u0301", "\xff", "|1|", "\n\n",
		"đến hết cuối ", "2020-", "06-NQ/", "5 xã đạt (", "gấp 2 lần và ", "“", "GRDP đạt 5 tỷ đồng, tăng 3% (",
	} {
		short := corpus.Article{Date: "2022-12", Title: "Huyện A", Text: strings.Repeat(unit, 4096/len(unit))}
		bounded.Within(t, fmt.Sprintf("%q, 4,096 bytes,", unit), 50*time.Millisecond, func() { checkEvidence(t, short.Text, x.Records(short)) })
		long := corpus.Article{Date: "2022-12", Title: "Huyện A", Text: strings.Repeat(unit, 1<<18/len(unit))}
		bounded.Within(t, fmt.Sprintf("%q, 256 KiB,", unit), 3*time.Second, func() { x.Records(long) })
	}
}

func TestTables(t *testing.T) {
	x := New(corpus.Default())
	for name, text := range map[string]string{
		"pipes": "| TT | Chỉ tiêu | ĐVT | KH năm 2023 | Ước TH 2023 | So KH (%) | So cùng kỳ (%) |\n|---|---|---|---|---|---|---|\n" +
			"| 1 | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 1.150 | 1.250 | 108,7 | 112,4 |\n| 2 | Tỷ lệ hộ nghèo | % | 2,5 | 2,1 | | |",
		"tabs": "TT\tChỉ tiêu\tĐVT\tKH năm 2023\tƯớc TH 2023\tSo KH (%)\tSo cùng kỳ (%)\n" +
			"1\tThu ngân sách nhà nước trên địa bàn\tTỷ đồng\t1.150\t1.250\t108,7\t112,4\n2\tTỷ lệ hộ nghèo\t%\t2,5\t2,1\t-\t-",
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Huyện Ba Đồn Hạ"}, Text: text})
		checkEvidence(t, text, got)
		var lines []string
		for _, c := range got {
			lines = append(lines, strings.Join([]string{c.Name, c.Period.String(), string(c.Status), goldValue(c), c.Unit, goldChange(c), number(c.PlanPct)}, "|"))
		}
		want := "Thu ngân sách nhà nước trên địa bàn|2023|target|1150|tỷ đồng||\n" +
			"Thu ngân sách nhà nước trên địa bàn|2023|estimate|1250|tỷ đồng|12.4|108.7\n" +
			"Tỷ lệ hộ nghèo|2023|target|2.5|%||\nTỷ lệ hộ nghèo|2023|estimate|2.1|%||"
		if s := strings.Join(lines, "\n"); s != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, want)
		}
	}
}

// TestTableWithoutHeader reads rows that can mean but one thing, and no others.
func TestTableWithoutHeader(t *testing.T) {
	x := New(corpus.Default())
	text := "Thu ngân sách trên địa bàn | Tỷ đồng | 412,5\n1 | Tỷ lệ hộ nghèo | % | 2,35\nSản lượng lúa | Tấn | 46.100 | 48.620\nDân số | 112.400 | 3,5"
	for title, doubt := range map[string]string{"Kết quả năm 2023 của huyện Đông Khê": "", "Chỉ tiêu năm 2023 của huyện Đông Khê": doubtHeader} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Huyện Đông Khê"}, Title: title, Text: text})
		checkEvidence(t, text, got)
		var lines []string
		for _, c := range got {
			lines = append(lines, strings.Join([]string{c.Name, c.Period.String(), goldValue(c), c.Unit, c.Doubt}, "|"))
		}
		want := []string{"Thu ngân sách trên địa bàn|2023|412.5|tỷ đồng|" + doubt, "Tỷ lệ hộ nghèo|2023|2.35|%|" + doubt}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", title, diff)
		}
	}
}

func FuzzRecords(f *testing.F) {
	for _, g := range goldTexts(f) {
		f.Add(g.Text)
	}
	f.Add("| Chỉ tiêu | ĐVT | TH 2022 |\n| Thu | tỷ đồng | 5 |")
	f.Add("- Thu ngân sách: từ 5% đến (12/13 chỉ tiêu), tăng")
	f.Add("Trong năm0%")
	x := New(corpus.Default())
	f.Fuzz(func(t *testing.T, text string) {
		checkEvidence(t, text, x.Records(corpus.Article{Date: "2022-07", Title: "Huyện Bình An sơ kết", Text: text}))
	})
}

func BenchmarkRecords(b *testing.B) {
	x := New(corpus.Default())
	g := goldTexts(b)
	words := 0
	for i := range g {
		words += len(strings.Fields(g[i].Text))
	}
	for b.Loop() {
		for i := range g {
			x.Records(g[i].Article)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds()/300, "articles/s")
}

// What an article says again is one record: the one that says the most.
func TestFigureSaidTwiceIsOneRecord(t *testing.T) {
	text := "Thu ngân sách năm 2024 đạt 120 tỷ đồng.\n\nNăm 2024, thu ngân sách đạt 120 tỷ đồng, tăng 5% so với năm 2023. Thu ngân sách năm 2024 đạt 120 tỷ đồng."
	got := New(corpus.Default()).Records(corpus.Article{Date: "2024-12-30", Areas: []string{"Huyện Đông Khê"}, Text: text})
	checkEvidence(t, text, got)
	if len(got) != 1 || goldChange(got[0]) != "5" {
		t.Errorf("%d records: %+v", len(got), got)
	}
}

// Lines may end with a carriage return alone; evidence is that of the file.
func TestLinesOfOldFiles(t *testing.T) {
	text := "Năm 2024, thu ngân sách đạt 120 tỷ đồng.\r\rTỷ lệ hộ nghèo\rcòn 3%.\r"
	got := New(corpus.Default()).Records(corpus.Article{Date: "2024-12-30", Areas: []string{"Huyện Đông Khê"}, Text: text})
	checkEvidence(t, text, got)
	if len(got) != 2 || got[1].Evidence != "Tỷ lệ hộ nghèo\rcòn 3%." {
		t.Errorf("%d records: %+v", len(got), got)
	}
}
