package extract

import (
	"strings"
	"testing"

	"thiduabot/corpus"
)

// TestTableSections reads a table with titles of sections between its rows and a
// row that is a part of the one above it.
func TestTableSections(t *testing.T) {
	text := strings.Join([]string{
		"TT | Chỉ tiêu | ĐVT | Năm 2022 Kế hoạch | Năm 2022 Thực hiện",
		"I | Kinh tế | Kinh tế | Kinh tế | Kinh tế",
		"1 | Sản lượng muối | Tấn | 500 | 525,5",
		"| II | Xã hội | | | |",
		"| 1 | Tỷ lệ hộ nghèo | % | 2,5 |  |",
		"|  | Trong đó: vùng bãi ngang | % |  | 3,1 |",
	}, "\n\n")
	var got []string
	for _, r := range New(&corpus.Corpus{}).Records(corpus.Article{Title: "Huyện Đông Khê tổng kết năm 2022", Date: "2022-12-20", Text: text}) {
		got = append(got, strings.TrimSpace(r.Name+" "+string(r.Status)+" "+r.Printed+" "+r.Unit+" "+r.Doubt))
	}
	want := "Sản lượng muối target 500 tấn; Sản lượng muối actual 525,5 tấn; Tỷ lệ hộ nghèo target 2,5 %; " +
		"Trong đó: vùng bãi ngang actual 3,1 % " + doubtRow
	if joined := strings.Join(got, "; "); joined != want {
		t.Errorf("got %q", joined)
	}
}
