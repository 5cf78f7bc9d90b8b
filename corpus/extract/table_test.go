package extract

import (
	"os"
	"strings"
	"testing"

	"thiduabot/corpus"
)

// TestTableForms reads testdata/tables.txt: articles with a table, each followed by
// the records that it gives, one a line.
func TestTableForms(t *testing.T) {
	b, err := os.ReadFile("testdata/tables.txt")
	if err != nil {
		t.Fatal(err)
	}
	x := New(&corpus.Corpus{})
	for _, part := range strings.Split("\n"+string(b), "\n=== ")[1:] {
		head, rest, _ := strings.Cut(part, "\n")
		text, want, ok := strings.Cut(rest, "\n---")
		h := strings.SplitN(head, " | ", 3)
		if len(h) != 3 || !ok {
			t.Fatalf("bad table %q", head)
		}
		var got []string
		for _, r := range x.Records(corpus.Article{Date: h[0], Areas: []string{h[1]}, Title: h[2], Text: text}) {
			got = append(got, tableLine(r, h[1]))
		}
		if joined := strings.Join(got, "\n"); joined != strings.TrimSpace(want) {
			t.Errorf("%s: got\n%s", head, joined)
		}
	}
}

// tableLine writes a record on one line, with the area where it is not home.
func tableLine(r Candidate, home string) string {
	fields := []string{r.Name, string(r.Status), r.Period.String(), strings.TrimSpace(goldValue(r) + " " + r.Unit)}
	if r.Area != home {
		fields = append(fields, r.Area)
	}
	if ch := goldChange(r); ch != "" {
		fields = append(fields, "change "+ch)
	}
	if r.PlanPct != nil {
		fields = append(fields, "plan "+number(r.PlanPct))
	}
	if r.Doubt != "" {
		fields = append(fields, "DOUBT "+r.Doubt)
	}
	return strings.Join(fields, "; ")
}

// TestTableEvidenceIsTheRow checks that the evidence of a cell is its row, byte for
// byte.
func TestTableEvidenceIsTheRow(t *testing.T) {
	text := "Kết quả:\n| Chỉ tiêu | ĐVT | Năm 2022 |\n|---|---|---|\n| Sản lượng muối | Tấn | 525,5 |  \nHết."
	got := New(&corpus.Corpus{}).Records(corpus.Article{Title: "Tổng kết", Date: "2022-12-20", Areas: []string{"Huyện Đông Khê"}, Text: text})
	if len(got) != 1 || got[0].Evidence != "| Sản lượng muối | Tấn | 525,5 |" || text[got[0].Start:got[0].End] != got[0].Evidence {
		t.Errorf("got %+v", got)
	}
}
