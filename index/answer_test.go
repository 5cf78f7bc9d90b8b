package index

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
)

// asOf is the instant of the tests: after the newest record of the corpus.
var asOf = time.Date(2026, 11, 22, 8, 0, 0, 0, corpus.Zone)

func builtinIndex(t testing.TB) *Index {
	t.Helper()
	x, err := Build(context.Background(), corpus.Default())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func ask(t testing.TB, x *Index, q Question) Answer {
	t.Helper()
	if q.Now.IsZero() {
		q.Now = asOf
	}
	q.Audiences = []string{Everything}
	a, err := x.Answer(context.Background(), q)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	return a
}

// TestCampaignsOwnFigureLeads: the figure of the announcement first, the other
// published values as variants, each with its source.
func TestCampaignsOwnFigureLeads(t *testing.T) {
	x := builtinIndex(t)
	for _, q := range []Question{
		{Text: "thu ngân sách 2021"}, {Text: "thu ngan sach 2021"}, {Text: "THU NSNN 2021"},
		{Text: "thu ngân sách năm ngoái", Now: time.Date(2022, 6, 1, 8, 0, 0, 0, corpus.Zone)},
	} {
		a := ask(t, x, q)
		if a.Kind != Figure || a.Records[0].Source.ID != "S001" || *a.Records[0].Value != 3426 {
			t.Errorf("%q: %s: %s", q.Text, a.Kind, a.Text)
			continue
		}
		if !strings.HasPrefix(a.Text, "Ước đạt 3.426 tỷ đồng · Thu ngân sách nhà nước từ kinh tế trên địa bàn · Thành phố Nam Định · 2021\n") {
			t.Errorf("%q: first line of %q", q.Text, a.Text)
		}
		for _, want := range []string{"S002", "S007"} {
			if !slices.ContainsFunc(a.Variants, func(r corpus.Record) bool { return r.Source.ID == want }) {
				t.Errorf("%q: no variant of %s", q.Text, want)
			}
		}
	}
}

// TestSourceWithoutTheFigureIsSaid: a figure of another source than the one named says so.
func TestSourceWithoutTheFigureIsSaid(t *testing.T) {
	x := builtinIndex(t)
	for _, text := range []string{"thu ngân sách năm 2021 theo nghị quyết", "GRDP tỉnh 2024 theo niên giám"} {
		if a := ask(t, x, Question{Text: text}); a.Kind != Figure || !strings.HasPrefix(a.Text, "Tôi chưa thấy số này ở nguồn anh/chị nêu") {
			t.Errorf("%q: %s: %s", text, a.Kind, a.Text)
		}
	}
}

// TestFollowUps: what a question leaves unsaid comes from the one before.
func TestFollowUps(t *testing.T) {
	x := builtinIndex(t)
	for _, c := range []struct {
		before, text string
		kind         Kind
		want         string // in the text of the answer
	}{
		{"xuất khẩu 2021", "còn 2020?", Figure, "33,7 triệu USD"},
		{"xuất khẩu 2021", "còn năm 2019 thì sao", Figure, "29,3 triệu USD"},
		{"thu ngân sách 2021", "thế xuất khẩu thì sao", Figure, "1.199 triệu USD"},
		{"hộ nghèo 2020", "của tỉnh?", Figure, "0,86"},
		{"thu ngân sách tỉnh Nam Định 2022", "so với kế hoạch?", Figure, "117,4%"},
		{"xuất khẩu 2021", "tăng bao nhiêu?", Figure, "4,8%"},
		{"thu ngân sách 2021", "nguồn ở đâu", Articles, "Thành ủy Nam Định phát động"},
		{"xuất khẩu 2021", "cảm ơn", Smalltalk, ""},
	} {
		first := ask(t, x, Question{Text: c.before})
		a := ask(t, x, Question{Text: c.text, Previous: &first.Understood})
		if a.Kind != c.kind || !strings.Contains(a.Text, c.want) {
			t.Errorf("%q after %q: %s: %s\n%s", c.text, c.before, a.Kind, a.Text, strings.Join(a.Explain, "\n"))
		}
	}
}

// TestKinds: each intent gives its kind of answer.
func TestKinds(t *testing.T) {
	x := builtinIndex(t)
	for _, c := range []struct {
		text string
		kind Kind
		want string
	}{
		{"so sánh xuất khẩu 2020 và 2021", Comparison, "Tôi không tính chênh lệch"},
		{"so sánh tổng mức bán lẻ của tỉnh 2020 và 2021", Comparison, "tính từ hai số đã công bố"},
		{"hộ nghèo của tỉnh từ 2015 đến 2020", Comparison, "0,86%"},
		{"năm nào hộ nghèo của tỉnh thấp nhất", Comparison, "Thấp nhất trong các kỳ có số liệu: 2020"},
		{"huyện nào công nghiệp tăng cao nhất 6 tháng đầu năm 2018", Comparison, "Cao nhất trong các nơi có số liệu: Huyện Vụ Bản"},
		{"có những chỉ tiêu nào", List, "Giá trị xuất khẩu"},
		{"tổng hợp kết quả KT-XH 2021", List, "12/13 chỉ tiêu"},
		{"những chỉ tiêu thi đua năm 2022", List, "11 chỉ tiêu"},
		{"hội nghị tổng kết thi đua 2021 họp khi nào", Passage, "30-12-2021"},
		{"ai trao giấy khen", Passage, "Nguyễn Anh Tuấn"},
		{"tìm bài phường Vị Hoàng kỷ niệm 35 năm", Articles, "35 năm"},
		{"thu ngân sách 2021 năm 2019", Clarify, ""},
		{"thu ngân sách năm 2020 và 2021", Comparison, "Chưa có số liệu: Thành phố Nam Định 2020."},
		{"so sánh thu ngân sách năm 2020 và 2021", Unknown, ""},
		{"“thu ngân sách”", Articles, ""},
		{"HĐND tp họp kỳ thứ tư ngày nào", Passage, "20-7-2022"},
		{"HĐND thành phố họp kỳ thứ sáu ngày nào", Articles, ""},
		{"hội nghị tuần sau", Unknown, ""},
		{"xuất khẩu 2019 2020 2021", Comparison, "29,3 triệu USD"},
		{"tỷ lệ hộ nghèo tỉnh giai đoạn 2016-2020", Comparison, "Số từng năm:"},
		{"thu ngân sách Hải Phòng 2021", Unknown, ""},
		{"tỷ lệ ly hôn", Unknown, ""},
		{"nhắc tôi nộp báo cáo 8h sáng thứ hai hàng tuần", Reminder, ""},
		{"xin chào", Smalltalk, ""},
		{"", Unknown, ""},
	} {
		a := ask(t, x, Question{Text: c.text})
		if a.Kind != c.kind || !strings.Contains(a.Text, c.want) {
			t.Errorf("%q: %s: %s\n%s", c.text, a.Kind, a.Text, strings.Join(a.Explain, "\n"))
		}
	}
}

// TestFallbackIsSaid: a figure of another area says so before anything else.
func TestFallbackIsSaid(t *testing.T) {
	a := ask(t, builtinIndex(t), Question{Text: "IIP năm 2023"})
	if a.Kind != Figure || a.Fallback == "" || !strings.HasPrefix(a.Text, a.Fallback) || a.Records[0].Area != "Tỉnh Nam Định" {
		t.Errorf("%s, fallback %q: %s", a.Kind, a.Fallback, a.Text)
	}
}

// TestReadBackIsQuoted: the words of the reminder engine are the answer.
func TestReadBackIsQuoted(t *testing.T) {
	a := ask(t, builtinIndex(t), Question{Text: "nhắc tôi họp lúc 9h mai", ReadBack: func(string, time.Time) (string, bool) { return "Tôi sẽ nhắc.", true }})
	if a.Kind != Reminder || a.Text != "Tôi sẽ nhắc." {
		t.Errorf("%s: %s", a.Kind, a.Text)
	}
}

// FuzzAnswer: any bytes get an answer in bounded time; without a figure none
// stands in the records.
func FuzzAnswer(f *testing.F) {
	x := builtinIndex(f)
	for _, s := range []string{"", "thu ngân sách 2021", "\x00\xff", "<b>&amp;</b> _*`", "field:value +a -b ^2 ~", "😀😀", strings.Repeat("ngân sách ", 400)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			s = s[:4096]
		}
		start := time.Now()
		a := ask(t, x, Question{Text: s})
		if took := time.Since(start); took > time.Second {
			t.Errorf("took %v", took)
		}
		if (a.Kind == Unknown || a.Kind == Clarify) && len(a.Records)+len(a.Variants) > 0 {
			t.Errorf("%s with %d records", a.Kind, len(a.Records))
		}
		if a.Records == nil || a.Variants == nil || a.Articles == nil || a.Suggestions == nil || a.Understood.Periods == nil {
			t.Error("a list is nil")
		}
	})
}

// BenchmarkAnswer asks a warm index of the built-in corpus for whole answers.
func BenchmarkAnswer(b *testing.B) {
	x := builtinIndex(b)
	for _, c := range []struct{ name, text string }{
		{"figure", "thu ngân sách 2021"},
		{"no marks", "gia tri san xuat cong nghiep thanh pho nam dinh nam 2021"},
		{"typos", "giá trị sản xuât công nghip năm 2021"},
		{"telex", "gias trij sanr xuaats coong nghieepj thanfh phoos nam ddinhj nawm 2021"},
		{"refusal", "xuất khẩu gạo 2021"},
		{"comparison", "so sánh tổng mức bán lẻ của tỉnh 2020 và 2021"},
		{"passage", "hội nghị tổng kết thi đua 2021 họp khi nào"},
		{"articles", "tìm bài về nông thôn mới"},
		{"long", "cho tôi hỏi thu ngân sách nhà nước từ kinh tế trên địa bàn thành phố Nam Định năm 2021 đạt bao nhiêu tỷ đồng và bằng bao nhiêu phần trăm dự toán được giao"},
	} {
		b.Run(c.name, func(b *testing.B) {
			t := startTiming()
			for b.Loop() {
				t.begin()
				ask(b, x, Question{Text: c.text})
				t.end()
			}
			t.report(b)
		})
	}
}

// BenchmarkAnswerAll asks everything that the hand-made question files ask, each
// in a form of its own, on all processors.
func BenchmarkAnswerAll(b *testing.B) {
	x := builtinIndex(b)
	var texts []string
	files, err := filepath.Glob("testdata/questions/*.tsv")
	if err != nil || len(files) == 0 {
		b.Fatal("no questions", err)
	}
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(file)) {
			if cells := strings.Split(line, "\t"); len(cells) > 2 && line[0] != '#' {
				texts = append(texts, typedForms[len(texts)%len(typedForms)].damage(cells[1], len(texts)))
			}
		}
	}
	parallel(b, func(i int) error {
		_, err := x.Answer(context.Background(), Question{Text: texts[i%len(texts)], Now: asOf})
		return err
	})
}
