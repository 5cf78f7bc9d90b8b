package index

import (
	"context"
	"testing"

	"thiduabot/corpus"
)

// ownCorpus is a corpus of invented places, with nothing of the built-in one.
func ownCorpus() *corpus.Corpus {
	value := func(v float64) *float64 { return &v }
	source := corpus.Source{ID: "D1", Title: "Huyện Đông Khê tổng kết năm", Publisher: "Báo Đông Khê", Date: "2023-12-20"}
	record := func(id, name, area string, y int, v float64, unit string, s corpus.Status) corpus.Record {
		return corpus.Record{Indicator: id, Name: name, Area: area, Period: corpus.YearOf(y), Status: s, Quantity: corpus.Quantity{Value: value(v), Unit: unit}, Source: source}
	}
	return &corpus.Corpus{
		Home: "Huyện Đông Khê",
		Indicators: []corpus.Indicator{
			{ID: "san-luong-che", Name: "Sản lượng chè búp", Aliases: []string{"chè búp", "sản lượng chè"}, Unit: "tấn"},
			{ID: "xuat-khau-che", Name: "Xuất khẩu chè", Unit: "tấn"},
		},
		Areas: []corpus.Area{
			{Name: "Tỉnh Lâm Khê", Level: "province"},
			{Name: "Huyện Đông Khê", Level: "district", Parent: "Tỉnh Lâm Khê"},
			{Name: "Huyện Tây Khê", Level: "district", Parent: "Tỉnh Lâm Khê"},
		},
		Records: []corpus.Record{
			record("san-luong-che", "Sản lượng chè búp", "Huyện Đông Khê", 2022, 410, "tấn", corpus.Actual),
			record("san-luong-che", "Sản lượng chè búp", "Huyện Đông Khê", 2023, 455, "tấn", corpus.Estimate),
			record("san-luong-che", "Sản lượng chè búp", "Huyện Đông Khê", 2024, 500, "tấn", corpus.Target),
			record("san-luong-che", "Sản lượng chè búp", "Huyện Tây Khê", 2023, 90, "tấn", corpus.Actual),
			record("xuat-khau-che", "Xuất khẩu chè", "Tỉnh Lâm Khê", 2023, 1200, "tấn", corpus.Actual),
		},
		Articles: []corpus.Article{{ID: "D1", Title: source.Title, Publisher: source.Publisher, Date: source.Date, Text: "Chiều 20-12-2023, huyện Đông Khê họp tổng kết."}},
	}
}

// TestOwnCorpus: everything works from the tables alone, wherever the office is.
func TestOwnCorpus(t *testing.T) {
	x, err := Build(context.Background(), ownCorpus())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, c := range []struct {
		text     string
		kind     Kind
		value    float64
		fallback bool
	}{
		{"sản lượng chè 2022", Figure, 410, false},
		{"san luong che nam 2022", Figure, 410, false},
		{"chè búp", Figure, 455, false}, // the newest that was reached, not the target
		{"mục tiêu sản lượng chè 2024", Figure, 500, false},
		{"sản lượng chè 2024 đạt bao nhiêu", Unknown, 0, false},
		{"sản lượng chè huyện Tây Khê 2023", Figure, 90, false},
		{"sản lượng chè huyện Nam Khê 2023", Unknown, 0, false},
		{"xuất khẩu chè 2023", Figure, 1200, true},
		{"xuất khẩu chè huyện Đông Khê 2023", Unknown, 0, false},
		{"sản lượng chè xanh hữu cơ 2022", Unknown, 0, false},
		{"thu ngân sách 2022", Unknown, 0, false},
		{"so sánh sản lượng chè 2022 và 2023", Comparison, 410, false},
	} {
		a := ask(t, x, Question{Text: c.text})
		if a.Kind != c.kind || (a.Fallback != "") != c.fallback || c.value != 0 && (len(a.Records) == 0 || *a.Records[0].Value != c.value) {
			t.Errorf("%q: %s, fallback %q: %s", c.text, a.Kind, a.Fallback, a.Text)
		}
	}
}
