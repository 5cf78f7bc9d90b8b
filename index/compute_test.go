package index

import (
	"context"
	"strings"
	"testing"

	"thiduabot/corpus"
)

// teaCorpus is a corpus of invented places: three years of one indicator with the
// same scope, a gap, and figures that must not be reckoned with.
func teaCorpus() *corpus.Corpus {
	source := corpus.Source{ID: "D1", Title: "Huyện Đông Khê tổng kết năm", Publisher: "Báo Đông Khê", Date: "2023-12-20"}
	record := func(id, area string, y int, v float64, unit string, change func(*corpus.Record)) corpus.Record {
		r := corpus.Record{Indicator: id, Name: map[string]string{"che": "Sản lượng chè búp", "dan": "Dân số", "thu": "Thu hoạch sắn"}[id], Area: area,
			Period: corpus.YearOf(y), Status: corpus.Actual, Quantity: corpus.Quantity{Value: &v, Unit: unit}, Source: source}
		if change != nil {
			change(&r)
		}
		return r
	}
	grown := func(v float64) func(*corpus.Record) {
		return func(r *corpus.Record) {
			r.Change = &corpus.Change{Value: v, Unit: "%", Basis: "so với cùng kỳ"}
		}
	}
	return &corpus.Corpus{
		Home: "Huyện Đông Khê",
		Indicators: []corpus.Indicator{
			{ID: "che", Name: "Sản lượng chè búp", Aliases: []string{"chè búp", "sản lượng chè"}, Unit: "tấn"},
			{ID: "dan", Name: "Dân số", Unit: "người"},
			{ID: "thu", Name: "Thu hoạch sắn", Unit: "tấn", Related: []string{"che"}},
		},
		Areas: []corpus.Area{
			{Name: "Tỉnh Lâm Khê", Level: "province"},
			{Name: "Huyện Đông Khê", Level: "district", Parent: "Tỉnh Lâm Khê"},
			{Name: "Huyện Tây Khê", Level: "district", Parent: "Tỉnh Lâm Khê"},
		},
		Records: []corpus.Record{
			record("che", "Huyện Đông Khê", 2021, 400, "tấn", nil),
			record("che", "Huyện Đông Khê", 2022, 410, "tấn", grown(2.5)),
			record("che", "Huyện Đông Khê", 2023, 455, "tấn", grown(11)),
			record("che", "Tỉnh Lâm Khê", 2022, 1640, "tấn", nil),
			record("che", "Huyện Tây Khê", 2022, 90, "tấn", func(r *corpus.Record) { r.Approx = "gần" }),
			record("dan", "Huyện Đông Khê", 2021, 51000, "người", grown(0.5)),
			record("dan", "Huyện Đông Khê", 2022, 52000, "người", grown(1.9)),
			record("dan", "Tỉnh Lâm Khê", 2022, 900000, "người", func(r *corpus.Record) { r.Scope = "thường trú" }),
			record("thu", "Huyện Đông Khê", 2021, 10, "tấn", nil),
			record("thu", "Huyện Đông Khê", 2023, 12, "tấn", grown(-4)),
		},
	}
}

// TestComputed: what is reckoned from published figures says so, and is refused
// with the reason where it would mean nothing.
func TestComputed(t *testing.T) {
	x, err := Build(context.Background(), teaCorpus())
	must(t, err)
	defer x.Close()
	for _, c := range []struct {
		text string
		kind Kind
		want string
	}{
		{"sản lượng chè từ 2021 đến 2023 tăng bao nhiêu", Comparison, "2023 so với 2021: cao hơn 55 tấn, tức 13,75% (tính từ hai số đã công bố)"},
		{"sản lượng chè 2021 2023 tăng bao nhiêu", Comparison, "cao hơn 55 tấn"},
		{"sản lượng chè 2021 2022 2023 cộng lại", Comparison, "Cộng lại: 1.265 tấn (tôi tính từ 3 số đã công bố)"},
		{"tong san luong che 2021 va 2022 cong lai", Comparison, "Cộng lại: 810 tấn"},
		{"dân số 2021 và 2022 cộng lại", Comparison, "Tôi không cộng các số: chỉ tiêu này không cộng dồn theo năm được."},
		{"sản lượng chè 2021 và 2023 cộng lại", Comparison, "Cộng lại: 855 tấn (tôi tính từ 2 số đã công bố)"},
		{"năm nào sản lượng chè giảm mạnh nhất", Comparison, "Không kỳ nào giảm"},
		{"sản lượng chè của huyện chiếm bao nhiêu phần trăm toàn tỉnh năm 2022", Comparison, "Huyện Đông Khê bằng 25% của Tỉnh Lâm Khê, 2022 (tôi tính từ hai số đã công bố)."},
		{"tỷ trọng sản lượng chè so với toàn tỉnh", Comparison, "bằng 25% của Tỉnh Lâm Khê, 2022"},
		{"dân số của huyện chiếm bao nhiêu phần trăm toàn tỉnh năm 2022", Unknown, "Tôi không tính tỷ trọng được: hai số khác phạm vi"},
		{"so sánh sản lượng chè huyện Đông Khê và huyện Tây Khê 2022", Comparison, "Tôi không tính chênh lệch: có số chỉ nêu gần đúng"},
		{"sản lượng chè huyện Đông Khê 2021 so với tỉnh Lâm Khê 2022", Comparison, "Tôi không tính chênh lệch: hai số thuộc hai thời gian khác nhau."},
		{"sản lượng chè huyện Đông Khê và tỉnh Lâm Khê", Comparison, "1.640 tấn"},
		{"2 chỉ tiêu tăng mạnh nhất năm 2022", List, "1. Sản lượng chè búp: tăng 2,5% so với cùng kỳ\n2. Dân số: tăng 1,9%"},
		{"chỉ tiêu nào tăng thấp nhất năm 2022", List, "1. Dân số: tăng 1,9%"},
		{"chỉ tiêu nào giảm mạnh nhất năm 2023", List, "1. Thu hoạch sắn: giảm 4%"},
		{"chỉ tiêu nào giảm mạnh nhất năm 2022", Unknown, "Tôi chưa có chỉ tiêu nào được công bố mức giảm"},
	} {
		a := ask(t, x, Question{Text: c.text})
		if a.Kind != c.kind || !strings.Contains(a.Text, c.want) {
			t.Errorf("%q: %s: %s\n%s", c.text, a.Kind, a.Text, strings.Join(a.Explain, "\n"))
		}
	}
}

// TestSuggestionsAnswer: what a refusal offers is near, and asked again it gives
// a figure; of what nothing is near, nothing is offered.
func TestSuggestionsAnswer(t *testing.T) {
	x := builtinIndex(t)
	for _, text := range []string{"thu ngân sách 2020", "nhập khẩu 2021", "hộ nghèo phường Vị Hoàng 2021", "con so ve gia tri san xuat nong nghiep 2022", "So sánh thu ngân sách 2020 và 2021", "thu nội địa 6 tháng đầu năm 2022"} {
		a := ask(t, x, Question{Text: text})
		if a.Kind != Unknown || len(a.Suggestions) == 0 {
			t.Errorf("%q: %s with %q", text, a.Kind, a.Suggestions)
		}
		for _, s := range a.Suggestions {
			if again := ask(t, x, Question{Text: s}); again.Kind != Figure {
				t.Errorf("%q offers %q: %s: %s", text, s, again.Kind, again.Text)
			}
		}
	}
	for _, text := range []string{"tai nan giao thong 2021 giam bao nhieu", "lạm phát 2022"} {
		if a := ask(t, x, Question{Text: text}); a.Kind != Unknown || len(a.Suggestions) > 0 {
			t.Errorf("%q: %s with %q", text, a.Kind, a.Suggestions)
		}
	}
	if a := ask(t, x, Question{Text: "tai nan giao thong 2021"}); !strings.Contains(a.Text, "tai nạn giao thông") {
		t.Errorf("the marks are not put back: %s", a.Text)
	}
}

// TestFollowUpsComplete: what is said makes a name only with the question before,
// or leans on it for place, time and kind of answer.
func TestFollowUpsComplete(t *testing.T) {
	x := builtinIndex(t)
	for _, c := range []struct {
		before, text string
		kind         Kind
		want         string
	}{
		{"năng suất lúa Ý Yên 2021", "sản lượng?", Figure, "147.513 tấn"},
		{"GRDP tỉnh 2024", "bình quân đầu người?", Figure, "59,83"},
		{"thu ngân sách tỉnh 6 tháng đầu năm 2022", "thế chi thì sao", Figure, "7.198 tỷ đồng"},
		{"huyện nào công nghiệp tăng cao nhất 6 tháng đầu năm 2018", "thấp nhất?", Comparison, "Thấp nhất trong các nơi có số liệu: Huyện Xuân Trường"},
		{"hộ nghèo của tỉnh 2020", "so với thành phố?", Comparison, "1,5%"},
		{"thu ngân sách quý I/2024 của tỉnh", "cùng kỳ?", Figure, "14,2%"},
		{"mục tiêu thu nhập bình quân huyện Hải Hậu 2025", "so với 2020?", Comparison, "70 triệu đồng"},
	} {
		first := ask(t, x, Question{Text: c.before})
		a := ask(t, x, Question{Text: c.text, Previous: &first.Understood})
		if a.Kind != c.kind || !strings.Contains(a.Text, c.want) {
			t.Errorf("%q after %q: %s: %s\n%s", c.text, c.before, a.Kind, a.Text, strings.Join(a.Explain, "\n"))
		}
	}
}

// TestFlows: only what accumulates over a year is added up.
func TestFlows(t *testing.T) {
	for name, want := range map[string]bool{
		"thu noi dia": true, "chi thuong xuyen": true, "san luong lua": true,
		"thu nhap binh quan dau nguoi": false, "chi so nang luc canh tranh cap tinh": false, "san luong luong thuc binh quan dau nguoi": false, "dan so": false,
	} {
		if got := isFlow(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestRound: sums in đồng have more digits than a whole number of 64 bits with
// four decimals, and movements may be negative.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		v    float64
		n    int
		want float64
	}{{1.23456, 2, 1.23}, {-1.236, 2, -1.24}, {2_100_000_000_000_000, 4, 2_100_000_000_000_000}} {
		if got := round(c.v, c.n); got != c.want {
			t.Errorf("round(%v, %d) = %v", c.v, c.n, got)
		}
	}
}

// TestVerdictOfPartOfAYear: a share of the plan that part of a year reached proves no
// failure; the year's own does.
func TestVerdictOfPartOfAYear(t *testing.T) {
	x := builtinIndex(t)
	for text, opening := range map[string]string{
		"thu ngân sách 6 tháng đầu năm 2022 có đạt kế hoạch không":        "Bằng 62% dự toán",
		"thu ngân sách tỉnh năm 2022 có đạt kế hoạch không":               sayYes,
		"tỉnh nam định thu ngân sách quý I năm 2024 đã đạt kế hoạch chưa": "Ước bằng 17,2% kế hoạch",
	} {
		if a := ask(t, x, Question{Text: text}); !strings.HasPrefix(a.Text, opening) {
			t.Errorf("%q: %q, want it to begin %q", text, a.Text, opening)
		}
	}
}

// TestExtremeOfAFall: what falls most is not what is highest, and of what only rose
// nothing fell.
func TestExtremeOfAFall(t *testing.T) {
	x := builtinIndex(t)
	for text, opening := range map[string]string{
		"năm nào chỉ số thuốc hóa dược của tỉnh sụt mạnh nhất":      "Giảm mạnh nhất trong các kỳ có số liệu: 2022 (giảm 9,43%",
		"năm nào chỉ số thuốc hóa dược của tỉnh giảm nhiều nhất":    "Giảm mạnh nhất trong các kỳ có số liệu: 2022 (giảm 9,43%",
		"năm nào chỉ số thuốc hóa dược của tỉnh giảm ít nhất":       "Giảm ít nhất trong các kỳ có số liệu: 2020 (giảm 3,94%",
		"huyện nào giảm công nghiệp mạnh nhất 6 tháng đầu 2018":     "Không nơi nào giảm",
		"huyện nào công nghiệp tăng chậm nhất 6 tháng đầu năm 2018": "Thấp nhất trong các nơi có số liệu: Huyện Xuân Trường (tăng 11,4%",
		"năm nào tỷ lệ hộ nghèo tỉnh giảm còn thấp nhất":            "Thấp nhất trong các kỳ có số liệu: 2020 (0,86%)",
		"vốn đầu tư toàn xã hội tp 2015-2020 bằng mấy % toàn tỉnh":  "30% · Tỷ trọng vốn đầu tư toàn xã hội so với toàn tỉnh",
		"năm 2024 tốc độ tăng GRDP của tỉnh xếp thứ mấy cả nước":    "“GRDP giá so sánh năm 2024",
	} {
		if a := ask(t, x, Question{Text: text}); !strings.HasPrefix(a.Text, opening) {
			t.Errorf("%q: %q, want it to begin %q", text, a.Text, opening)
		}
	}
}
