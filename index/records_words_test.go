package index

import (
	"context"
	"fmt"
	"testing"

	"thiduabot/corpus"
)

// TestAnswerAmongManyRecords asks for one of more records of a place than are held
// against a question, by words that many of the others have too.
func TestAnswerAmongManyRecords(t *testing.T) {
	crops := []string{"lạc", "vừng", "ngô nếp", "khoai sọ", "sắn dây", "đậu tương", "nghệ vàng"}
	period, err := corpus.ParsePeriod("2024")
	must(t, err)
	own := corpus.Corpus{Home: "Xã Trung Quán", Areas: []corpus.Area{{Name: "Xã Trung Quán", Level: "commune"}}}
	for i := range 3 * mostLike {
		value := float64(1000 + i)
		name := fmt.Sprintf("Diện tích trồng %s đợt %d", crops[i%len(crops)], i/len(crops))
		if i == 700 {
			name = "Diện tích trồng sen lấy hạt"
		}
		own.Records = append(own.Records, corpus.Record{
			Name: name, Area: own.Home, Period: period, Status: corpus.Actual, Quantity: corpus.Quantity{Value: &value, Unit: "ha"},
			Evidence: name, Source: corpus.Source{ID: fmt.Sprintf("K%d", i/20), Title: "Báo cáo mùa vụ", Date: "2024-12"},
		})
	}
	x, err := Build(context.Background(), &own)
	must(t, err)
	defer x.Close()
	for text, want := range map[string]float64{
		"diện tích trồng sen lấy hạt năm 2024 bao nhiêu ha": 1700,
		"dien tich trong sen lay hat nam 2024 bao nhieu":    1700,
	} {
		a := ask(t, x, Question{Text: text})
		if a.Kind != Figure || len(a.Records) != 1 || *a.Records[0].Value != want {
			t.Errorf("%q: %s %q, want %v", text, a.Kind, a.Text, want)
		}
	}
	if a := ask(t, x, Question{Text: "diện tích trồng năm 2024 bao nhiêu ha"}); a.Kind == Figure {
		t.Errorf("a question that any of them may answer: %q", a.Text)
	}
}
