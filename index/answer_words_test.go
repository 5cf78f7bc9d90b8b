package index

import (
	"context"
	"testing"

	"thiduabot/corpus"
)

// reported is a corpus as ingest leaves it for an office that has but its reports: no
// catalogue, the records under the names that the reports gave them.
func reported() *corpus.Corpus {
	value := func(v float64) *float64 { return &v }
	source := corpus.Source{ID: "B1", Title: "Hội Liên hiệp Phụ nữ huyện Đông Khê sơ kết 6 tháng đầu năm 2023", Date: "2023-07-05"}
	text := "Trong 6 tháng, các cấp Hội kết nạp mới 326 hội viên, nâng tổng số lên 14.208 hội viên, trong đó 118 hội viên nữ dân tộc. " +
		"Dư nợ ủy thác qua Hội đạt 187 tỷ đồng. Về an toàn giao thông, huyện xảy ra 11 vụ tai nạn. Hội giới thiệu 25 hội viên ưu tú cho Đảng."
	record := func(name string, v float64, unit, evidence string) corpus.Record {
		s := source
		s.Paragraph = 1
		return corpus.Record{
			Indicator: corpus.ImpliedID(name), Name: name, Area: "Huyện Đông Khê", Period: corpus.Period{Kind: corpus.Half, Year: 2023, N: 1},
			Status: corpus.Actual, Quantity: corpus.Quantity{Value: value(v), Unit: unit}, Evidence: evidence, Source: s,
		}
	}
	first, second, third := text[:len("Trong 6 tháng, các cấp Hội kết nạp mới 326 hội viên, nâng tổng số lên 14.208 hội viên, trong đó 118 hội viên nữ dân tộc.")],
		"Dư nợ ủy thác qua Hội đạt 187 tỷ đồng.", "Về an toàn giao thông, huyện xảy ra 11 vụ tai nạn."
	return &corpus.Corpus{
		Home:  "Huyện Đông Khê",
		Areas: []corpus.Area{{Name: "Huyện Đông Khê", Level: "district"}},
		Records: []corpus.Record{
			record("Kết nạp mới hội viên", 326, "hội viên", first),
			record("Dư nợ ủy thác qua Hội", 187, "tỷ đồng", second),
			record("Số vụ tai nạn", 11, "vụ", third),
			record("Giới thiệu hội viên ưu tú cho Đảng", 25, "hội viên", "Hội giới thiệu 25 hội viên ưu tú cho Đảng."),
		},
		Articles: []corpus.Article{{ID: "B1", Title: source.Title, Date: source.Date, Areas: []string{"Huyện Đông Khê"}, Text: text}},
	}
}

// TestWordsOfRecords: a question is held against the names that records bear, and gets
// no figure where a word of either is left over.
func TestWordsOfRecords(t *testing.T) {
	x, err := Build(context.Background(), reported())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, c := range []struct {
		text  string
		value float64 // 0: no figure
	}{
		{"6 tháng đầu năm 2023 hội phụ nữ huyện Đông Khê kết nạp được bao nhiêu hội viên mới?", 326},
		{"hoi lhpn huyen dong khe 6 thang dau nam 2023 ket nap may hoi vien moi", 326},
		{"nửa đầu 2023 dư nợ ủy thác của hội phụ nữ Đông Khê bao nhiêu tỷ", 187},
		{"6 tháng đầu năm 2023 huyện xảy ra bao nhiêu vụ tai nạn giao thông", 11},
		{"hội phụ nữ giới thiệu được mấy hội viên ưu tú cho Đảng", 25},
		{"kết nạp được bao nhiêu đảng viên", 0},
		{"6 tháng đầu năm 2023 có bao nhiêu hội viên", 0},
		{"6 tháng đầu năm 2023 kết nạp bao nhiêu hội viên nam", 0},
		{"năm 2022 kết nạp mới bao nhiêu hội viên", 0},
		{"huyện xảy ra bao nhiêu vụ tai nạn lao động", 0},
		{"dư nợ ủy thác của hội nông dân bao nhiêu tỷ", 0},
		{"dư nợ ủy thác bao nhiêu phần trăm", 0},
	} {
		a := ask(t, x, Question{Text: c.text})
		switch {
		case c.value == 0 && a.Kind == Figure:
			t.Errorf("%q got a figure: %s", c.text, a.Text)
		case c.value != 0 && (a.Kind != Figure || *a.Records[0].Value != c.value):
			t.Errorf("%q: want %v, got %s: %s", c.text, c.value, a.Kind, a.Text)
		}
	}
}

// TestNamedSource: the figure of the source that a question names leads; where it has
// none, the answer says so.
func TestNamedSource(t *testing.T) {
	x := builtinIndex(t)
	for _, c := range []struct {
		text, source string
		fallback     bool
	}{
		{"theo bài gặp mặt báo chí tháng 1/2022 thì thu từ kinh tế trên địa bàn tp năm 2021 là bao nhiêu", "S007", false},
		{"kỳ họp thứ ba HĐND nêu thu ngân sách 2021 là mấy", "S002", false},
		{"trong bài phát động thi đua năm 2022 thì thu ngân sách 2021 là bao nhiêu", "S001", false},
		{"theo nghị quyết HĐND thì thu ngân sách 2021 được bao nhiêu", "S001", true},
		{"theo bài thi đua tháng 3/2019 thì thu ngân sách 2021 được bao nhiêu", "S001", true},
	} {
		a := ask(t, x, Question{Text: c.text})
		if a.Kind != Figure || a.Records[0].Source.ID != c.source || (a.Fallback != "") != c.fallback {
			t.Errorf("%q: %s, fallback %q, %s", c.text, a.Kind, a.Fallback, a.Text)
		}
	}
}

// TestReasons: a reason is the sentence that gives it, for that thing and time; without
// one the figure asked for says so, and a reason alone is not known.
func TestReasons(t *testing.T) {
	x := builtinIndex(t)
	for _, c := range []struct {
		text string
		kind Kind
	}{
		{"vì sao chỉ số sản xuất công nghiệp quý I 2025 tăng cao", Passage},
		{"bao nhiêu đơn vị phải bầu thêm năm 2021, vì sao", Passage},
		{"xuất khẩu thành phố năm 2021 tăng bao nhiêu, do đâu mà tăng", Figure},
		{"vì sao xuất khẩu năm 2021 giảm", Unknown},
		{"vì sao chỉ số sản xuất công nghiệp năm 2019 giảm", Unknown},
	} {
		if a := ask(t, x, Question{Text: c.text}); a.Kind != c.kind {
			t.Errorf("%q: %s: %s", c.text, a.Kind, a.Text)
		}
	}
}
