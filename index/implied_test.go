package index

import (
	"strings"
	"testing"

	"thiduabot/corpus"
)

// TestAnswerNamesOfRecordsAlone asks for a place and a thing that no table lists.
func TestAnswerNamesOfRecordsAlone(t *testing.T) {
	v := 215.0
	source := corpus.Source{ID: "x1", Title: "Đông Khê tổng kết", Publisher: "Báo Đông Khê", Date: "2021-12-30"}
	c := &corpus.Corpus{
		Home:     "Tỉnh Trường Sơn",
		Articles: []corpus.Article{{ID: "x1", Title: source.Title, Date: source.Date, Text: "Năm 2021 được mùa."}},
		Records: []corpus.Record{{
			Name: "Sản lượng vải thiều loại một", Area: "Huyện Đông Khê", Period: corpus.YearOf(2021), Status: corpus.Actual,
			Quantity: corpus.Quantity{Value: &v, Unit: "tấn", Printed: "215 tấn"}, Source: source,
		}},
	}
	x, err := Build(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for question, want := range map[string]bool{
		"sản lượng vải thiều loại một huyện Đông Khê 2021": true,
		"san luong vai thieu loai mot dong khe nam 2021":   true,
		"sản lượng vải thiều loại hai huyện Đông Khê 2021": false,
		"sản lượng vải thiều loại một huyện Bắc Khê 2021":  false,
		"sản lượng vải thiều loại một huyện Đông Khê 2020": false,
	} {
		a, err := x.Answer(t.Context(), Question{Text: question, Audiences: []string{Everything}})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Kind == Figure && strings.Contains(a.Text, "215 tấn"); got != want {
			t.Errorf("%q: %s: %s", question, a.Kind, a.Text)
		}
	}
}

func TestImpliedNamesGiveWayToTables(t *testing.T) {
	a := corpus.ImpliedArea("Huyện Đông Khê")
	if a.Level != "district" || len(a.Aliases) != 1 || a.Aliases[0] != "Đông Khê" {
		t.Errorf("area %+v", a)
	}
	for name, want := range map[string]string{
		"Sản lượng  vải thiều": "san-luong-vai-thieu", "Số hộ": "so-ho", "hộ": "", "12": "", "": "",
	} {
		if got := corpus.ImpliedID(name); got != want {
			t.Errorf("ImpliedID(%q) = %q, want %q", name, got, want)
		}
	}
}
