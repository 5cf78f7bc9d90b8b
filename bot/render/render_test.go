package render

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"thiduabot/bot/message"
	"thiduabot/corpus"
	"thiduabot/index"
)

func TestNumber(t *testing.T) {
	for want, n := range map[string]float64{
		"0": 0, "3.426": 3426, "3.688,977": 3688.977, "15,1": 15.1, "-0,8": -0.8, "1.234.567": 1234567, "999": 999,
		"0,0625": 0.0625, "-1.000": -1000, "226,8": 226.8, "0,3333": 1.0 / 3,
	} {
		if got := Number(n); got != want {
			t.Errorf("Number(%v) = %q, want %q", n, got, want)
		}
	}
}

func TestPeriodWords(t *testing.T) {
	for s, want := range map[string]string{
		"2021": "năm 2021", "2022-H1": "6 tháng đầu năm 2022", "2022-H2": "6 tháng cuối năm 2022", "2021-Q3": "quý III/2021",
		"2021-05": "tháng 5/2021", "2021-09M": "9 tháng đầu năm 2021", "2015/2020": "giai đoạn 2015-2020", "2021-12-31": "ngày 31/12/2021",
	} {
		p, err := corpus.ParsePeriod(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := Period(p); got != want {
			t.Errorf("Period(%s) = %q, want %q", s, got, want)
		}
	}
}

func TestInstantWords(t *testing.T) {
	at := time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)
	if got := Instant(at); got != "08:00 Thứ Hai 23/11/2026" {
		t.Error(got)
	}
}

func TestFigureIsPrintedAsInItsSource(t *testing.T) {
	v, of, low, high := 12.0, 13.0, 15.0, 20.0
	for want, q := range map[string]corpus.Quantity{
		"3.688.977 triệu đồng": {Value: &v, Unit: "tỷ đồng", Printed: "3.688.977 triệu đồng"},
		"12/13 chỉ tiêu":       {Value: &v, Of: &of, Unit: "chỉ tiêu"},
		"15-20%":               {Low: &low, High: &high, Unit: "%"},
		"từ 12%":               {Value: &v, Bound: ">=", Unit: "%"},
	} {
		if got := Figure(corpus.Record{Quantity: q}); got != want {
			t.Errorf("Figure = %q, want %q", got, want)
		}
	}
	down := corpus.Record{Change: &corpus.Change{Value: -0.8, Unit: "%", Basis: "so với cùng kỳ"}}
	if got := Figure(down); got != "giảm 0,8% so với cùng kỳ" {
		t.Error(got)
	}
}

func TestAnswerBoldsTheFigureAndLinksTheSource(t *testing.T) {
	r := corpus.Record{Source: corpus.Source{Title: "Tổng kết năm", URL: "https://dongkhe.example/1"}}
	a := index.Answer{
		Kind: index.Figure, Records: []corpus.Record{r}, Fallback: "x",
		Text: "Chưa có số của xã, đây là số của huyện.\nĐạt 5 tỷ đồng · Thu ngân sách\nNguồn: Tổng kết năm, 12/2021",
	}
	want := []message.Part{
		{Text: "Chưa có số của xã, đây là số của huyện.\n"}, {Text: "Đạt 5 tỷ đồng", Style: message.Bold},
		{Text: " · Thu ngân sách\nNguồn: "}, {Text: "Tổng kết năm", URL: "https://dongkhe.example/1"}, {Text: ", 12/2021"},
	}
	if diff := cmp.Diff(want, Answer(a)); diff != "" {
		t.Error(diff)
	}
}

func TestSuggestionsBecomeButtonsOnlyWhole(t *testing.T) {
	a := index.Answer{Kind: index.Unknown, Text: "Chưa có.\n• Thu ngân sách 2021", Suggestions: []string{"Thu ngân sách 2021"}}
	if got := message.PlainText(Answer(a)); strings.Contains(got, "•") {
		t.Errorf("listed twice: %q", got)
	}
	long := strings.Repeat("Thu ngân sách ", 6)
	a = index.Answer{Kind: index.Unknown, Text: "Chưa có.\n• " + long, Suggestions: []string{long}}
	if got := message.PlainText(Answer(a)); !strings.Contains(got, "•") {
		t.Errorf("a suggestion that no button holds is gone: %q", got)
	}
}

func TestOnlyWebPagesBecomeLinks(t *testing.T) {
	for _, bad := range []string{"", "javascript:alert(1)", "tg://user?id=1", "//x", "http://", "https://u:p@x.example/", "data:text/html,x", "http://x.example/" + strings.Repeat("a", 2000)} {
		if Web(bad) {
			t.Errorf("%q may be linked", bad)
		}
		parts := Source(corpus.Source{Title: "Bài", URL: bad})
		if parts[0].URL != "" {
			t.Errorf("%q was linked", bad)
		}
	}
	if !Web("http://dongkhe.example/bai?id=1") {
		t.Error("a web page may not be linked")
	}
}

func TestAroundQuotesTheSentence(t *testing.T) {
	text := "Mở đầu.\n\nHuyện họp. Thu đạt 5 tỷ đồng. Chi đạt 3 tỷ đồng."
	for _, row := range []struct {
		n       int
		printed string
		want    string
	}{{2, "5 tỷ đồng", "… Thu đạt 5 tỷ đồng. Chi đạt 3 tỷ đồng."}, {2, "9 tỷ", "Huyện họp. Thu đạt 5 tỷ đồng. Chi đạt 3 tỷ đồng."}, {1, "", "Mở đầu."}, {0, "5", ""}, {3, "5", ""}} {
		if got := Around(text, row.n, row.printed); got != row.want {
			t.Errorf("Around(%d, %q) = %q", row.n, row.printed, got)
		}
	}
}

func TestMark(t *testing.T) {
	want := []message.Part{{Text: "Phát động "}, {Text: "thi đua", Style: message.Bold}, {Text: " yêu nước; "}, {Text: "Thi", Style: message.Bold}, {Text: " cử"}}
	if diff := cmp.Diff(want, Mark("Phát động thi đua yêu nước; Thi cử", "thi dua")); diff != "" {
		t.Error(diff)
	}
}

func TestTableFitsAPhone(t *testing.T) {
	tab := &message.Table{
		Header: []string{"Chỉ tiêu", "Đạt"}, Right: []bool{false, true},
		Rows: [][]string{{"Thu ngân sách nhà nước từ kinh tế trên địa bàn huyện", "1.820,25 tỷ đồng"}, {strings.Repeat("x", 80), "5"}, {"một ô"}},
	}
	for _, line := range strings.Split(tab.Text(message.PhoneColumns), "\n") {
		if n := utf8.RuneCountInString(line); n > message.PhoneColumns {
			t.Errorf("%d columns: %q", n, line)
		}
	}
	if !strings.Contains(tab.Text(message.PhoneColumns), "1.820,25") {
		t.Error("a figure was broken")
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\u202eb", "e\u0301\u0301\u0301\u0301\u0301\u0301", "\xff\xfe", "👨‍👩‍👧\u200d", "\x1b[31m", "thu\tngân\r\nsách"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("Clean(%q) = %q is not UTF-8", s, got)
		}
		if again := Clean(got); again != got {
			t.Errorf("Clean(%q) = %q, then %q", s, got, again)
		}
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("Clean(%q) keeps %U", s, r)
			}
		}
	})
}

func FuzzCut(f *testing.F) {
	f.Add("thu ngân sách nhà nước", 7)
	f.Add("👨‍👩‍👧👍🏽🇻🇳e\u0301", 3)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if !utf8.ValidString(s) || limit < 1 || limit > 5000 {
			t.Skip("outside of what the function is given")
		}
		head, rest := Cut(s, limit)
		if head+rest != s && len(head)+1+len(rest) != len(s) {
			t.Errorf("Cut(%q, %d) = %q, %q loses text", s, limit, head, rest)
		}
		if s != "" && head == "" && rest == s {
			t.Errorf("Cut(%q, %d) makes no progress", s, limit)
		}
		if first, _ := utf8.DecodeRuneInString(rest); rest != "" && unicode.Is(unicode.Mn, first) {
			t.Errorf("Cut(%q, %d) parts a letter from its mark", s, limit)
		}
	})
}

func FuzzSplit(f *testing.F) {
	f.Add(strings.Repeat("số liệu ", 2000), "đuôi", true)
	f.Add(strings.Repeat("ệ", 9000), "", false)
	f.Fuzz(func(t *testing.T, text, tail string, media bool) {
		if !utf8.ValidString(text) || !utf8.ValidString(tail) || strings.ContainsFunc(text+tail, func(r rune) bool { return unicode.Is(unicode.M, r) || r == '\u200d' || r >= 0x1f000 }) {
			t.Skip("outside of what the function is given")
		}
		r := message.Reply{Parts: []message.Part{{Text: text, Style: message.Quote}}, Edit: 4, Callback: "c", Keys: [][]message.Key{{{Text: "x", Data: "y"}}}}
		if tail != "" {
			r.Tail = []message.Part{{Text: tail}}
		}
		limit := MaxText
		if media {
			r.Media, limit = &message.Media{Name: "x"}, MaxCaption
		}
		out := Split(r)
		got := 0
		for i, p := range out {
			said := message.PlainText(p.Parts) + message.PlainText(p.Tail)
			got += len(said)
			bound := MaxText
			if i == 0 {
				bound = limit
			}
			if n := len(utf16.Encode([]rune(said))); n > bound {
				t.Errorf("message %d has %d units", i, n)
			}
			if (p.Edit != 0) != (i == 0) || (len(p.Keys) > 0) != (i == len(out)-1) {
				t.Errorf("message %d of %d: edit %d, keys %v", i, len(out), p.Edit, p.Keys)
			}
		}
		if lost := len(text) + len(tail) - got; lost < 0 || lost > len(out) {
			t.Errorf("%d bytes lost over %d messages", lost, len(out))
		}
	})
}

func FuzzAnswer(f *testing.F) {
	f.Add("Đạt 5 tỷ · A\nNguồn: B", "B", "http://b.example")
	f.Fuzz(func(t *testing.T, text, title, address string) {
		a := index.Answer{Kind: index.Figure, Text: text, Records: []corpus.Record{{Source: corpus.Source{Title: title, URL: address}}}}
		if got, want := message.PlainText(Answer(a)), strings.TrimSpace(Clean(text)); got != want {
			t.Errorf("the words changed: %q, want %q", got, want)
		}
	})
}

func BenchmarkAnswer(b *testing.B) {
	r := corpus.Record{Source: corpus.Source{Title: "Tổng kết năm", URL: "https://dongkhe.example/1"}}
	a := index.Answer{Kind: index.Figure, Records: []corpus.Record{r}, Text: "Đạt 5 tỷ đồng · Thu ngân sách · Huyện Đông Khê · 2021\nTăng 5% so với cùng kỳ\nNguồn: Tổng kết năm, 12/2021"}
	for b.Loop() {
		Answer(a)
	}
}
