package index

import (
	"testing"

	"thiduabot/corpus"
)

// TestSamePart asks an office that printed one part of what the catalogue takes
// together for the others, with and without the catalogue's own tables.
func TestSamePart(t *testing.T) {
	v := 22.6
	source := corpus.Source{ID: "x1", Title: "Đông Khê sơ kết", Publisher: "Báo Đông Khê", Date: "2021-12-30"}
	for _, tables := range [][]corpus.Indicator{nil, corpus.Default().Indicators} {
		c := &corpus.Corpus{
			Home: "Huyện Đông Khê", Indicators: tables,
			Areas:    []corpus.Area{{Name: "Huyện Đông Khê", Level: "district"}},
			Articles: []corpus.Article{{ID: "x1", Title: source.Title, Date: source.Date, Text: "Năm 2021 thu khá."}},
			Records: []corpus.Record{{
				Name: "Thu thuế", Area: "Huyện Đông Khê", Period: corpus.YearOf(2021), Status: corpus.Actual,
				Quantity: corpus.Quantity{Value: &v, Unit: "tỷ đồng", Printed: "22,6 tỷ đồng"}, Source: source,
			}},
		}
		if tables != nil {
			c.Records[0].Indicator = "thu-thue-phi"
		}
		x, err := Build(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		for question, want := range map[string]bool{
			"thu thuế 2021": true, "thu thue 2021": true, "số thu thuế năm 2021": true,
			"thu phí 2021": false, "thu phi 2021": false, "thu lệ phí năm 2021": false,
		} {
			a, err := x.Answer(t.Context(), Question{Text: question, Audiences: []string{Everything}})
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Kind == Figure; got != want {
				t.Errorf("%d tables, %q: %s: %s", len(tables), question, a.Kind, a.Text)
			}
		}
	}
}
