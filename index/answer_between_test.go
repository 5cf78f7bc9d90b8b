package index

import (
	"context"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
)

// TestWayBetweenLevels asks which way figures went whose growth nobody published.
func TestWayBetweenLevels(t *testing.T) {
	c := teaCorpus()
	last, estimated := 13.5, 99.0
	source := c.Records[0].Source
	c.Records = append(c.Records,
		corpus.Record{Indicator: "thu", Name: "Thu hoạch sắn", Area: "Huyện Đông Khê", Period: corpus.YearOf(2022), Status: corpus.Actual, Quantity: corpus.Quantity{Value: &last, Unit: "tấn"}, Source: source},
		corpus.Record{Indicator: "thu", Name: "Thu hoạch sắn", Area: "Huyện Đông Khê", Period: corpus.YearOf(2024), Status: corpus.Estimate, Quantity: corpus.Quantity{Value: &estimated, Unit: "tấn"}, Source: source},
	)
	x, err := Build(context.Background(), c)
	must(t, err)
	defer x.Close()
	for _, row := range []struct {
		question string
		kind     Kind
		says     string
	}{
		{"thu hoạch sắn 2022 tăng hay giảm", Comparison, "2022 so với 2021: cao hơn 3,5 tấn, tức 35% (tính từ hai số đã công bố)"},
		{"thu hoach san 2022 tang hay giam", Comparison, "cao hơn 3,5 tấn"},
		{"thu hoạch sắn 2023 tăng hay giảm", Figure, "Giảm 4%"},
		{"thu hoạch sắn 2022 tăng bao nhiêu", Unknown, ""},
		{"thu hoạch sắn 2021 tăng hay giảm", Unknown, ""},
		{"thu hoạch sắn 2024 tăng hay giảm", Unknown, ""},
	} {
		a, err := x.Answer(t.Context(), Question{Text: row.question, Audiences: []string{Everything}})
		must(t, err)
		if a.Kind != row.kind || !strings.Contains(a.Text, row.says) {
			t.Errorf("%q: %s: %s", row.question, a.Kind, a.Text)
		}
	}
}

// TestSaysDay: a note tells the day from which on its figure holds, no other.
func TestSaysDay(t *testing.T) {
	for note, want := range map[string]bool{
		"sau sắp xếp, từ 1-9-2024":   true,
		"Từ ngày 01/9/2024":          true,
		"tính đến 01/09/2024":        true,
		"từ 11-9-2024":               false,
		"trước 1-9-2024":             false,
		"so với 1-9-2024 và năm sau": false,
		"trước ngày 1-9-2024":        false,
		"":                           false,
	} {
		if got := saysDay(note, time.Date(2024, 9, 1, 0, 0, 0, 0, time.UTC)); got != want {
			t.Errorf("%q: %v", note, got)
		}
	}
}
