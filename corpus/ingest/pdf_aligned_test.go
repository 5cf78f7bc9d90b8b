package ingest

import (
	"strings"
	"testing"
)

// laidOut lays cells out: each line is a row, "x:text" a cell that begins at x.
func laidOut(rows ...string) pdfPage {
	var p pdfPage
	for i, row := range rows {
		y := 800 - 20*float64(i)
		for cell := range strings.SplitSeq(row, "; ") {
			at, text, _ := strings.Cut(cell, ":")
			x := 0.0
			for _, d := range at {
				x = 10*x + float64(d-'0')
			}
			p.runs = append(p.runs, run{box: box{x, y - 10, x + 6*float64(len([]rune(text))), y}, size: 10, text: text})
		}
	}
	return p
}

func TestTablesWithoutBorders(t *testing.T) {
	for _, c := range []struct {
		name string
		page pdfPage
		want string
	}{
		{"columns below each other", laidOut(
			"50:TT; 80:Chỉ tiêu; 250:ĐVT; 330:KH 2024; 420:TH 2024",
			"50:1; 80:Thu ngân sách; 250:tỷ đồng; 335:450; 425:465,8",
			"50:2; 80:Tỷ lệ hộ nghèo; 250:%; 430:2,9"),
			"TT | Chỉ tiêu | ĐVT | KH 2024 | TH 2024\n\n1 | Thu ngân sách | tỷ đồng | 450 | 465,8\n\n2 | Tỷ lệ hộ nghèo | % |  | 2,9"},
		{"a name of two lines", laidOut(
			"80:Chỉ tiêu; 250:ĐVT; 420:TH 2024",
			"80:Sản lượng lương thực; 250:tấn; 425:465",
			"80:có hạt",
			"80:Thu ngân sách; 250:tỷ đồng; 430:2,9"),
			"Chỉ tiêu | ĐVT | TH 2024\n\nSản lượng lương thực có hạt | tấn | 465\n\nThu ngân sách | tỷ đồng | 2,9"},
	} {
		if got := pagesText([]pdfPage{c.page}); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// A heading across two columns, or none, leaves open what stands below it.
func TestUnclearTablesWithoutBordersAreNone(t *testing.T) {
	for name, p := range map[string]pdfPage{
		"heading across columns": laidOut("80:Chỉ tiêu; 250:ĐVT; 370:Năm 2024 và 2025", "80:Thu ngân sách; 250:tỷ đồng; 335:450; 425:465", "80:Chi ngân sách; 250:tỷ đồng; 335:50; 425:65"),
		"no heading":             laidOut("80:Thu ngân sách; 250:tỷ đồng; 335:450", "80:Chi ngân sách; 250:tỷ đồng; 335:50"),
		"columns that cross":     laidOut("80:Chỉ tiêu; 250:ĐVT; 370:TH", "80:Thu ngân sách; 250:tỷ đồng; 335:450", "80:Chi ngân sách của các đơn vị sự nghiệp; 330:tỷ đồng; 425:50"),
	} {
		if tables := alignedTables(p.runs, func(int) bool { return true }); len(tables) > 0 {
			t.Errorf("%s: read as\n%s", name, tables[0].text)
		}
	}
}
