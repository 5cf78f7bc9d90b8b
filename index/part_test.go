package index

import (
	"testing"

	"thiduabot/corpus"
)

func TestSamePart(t *testing.T) {
	d := &deliberation{tables: &corpus.Corpus{Indicators: []corpus.Indicator{
		{ID: "thu-thue-phi", Name: "Thu thuế, phí, lệ phí"}, {ID: "ho-ngheo", Name: "Tỷ lệ hộ nghèo"},
	}}}
	for _, row := range []struct {
		id, printed, asked string
		want               bool
	}{
		{"thu-thue-phi", "Thu thuế", "thu phí", false},
		{"thu-thue-phi", "Thu phí", "thu thuế", false},
		{"thu-thue-phi", "Thu thuế", "thu thuế", true},
		{"thu-thue-phi", "Thu thuế, phí, lệ phí", "thu phí", true},
		{"thu-thue-phi", "Thu thuế", "thu thuế và phí", true},
		{"ho-ngheo", "Hộ nghèo", "tỷ lệ nghèo", true},
	} {
		if got := d.samePart(corpus.Record{Indicator: row.id, Name: row.printed}, row.asked); got != row.want {
			t.Errorf("printed %q, asked %q: %v", row.printed, row.asked, got)
		}
	}
}
