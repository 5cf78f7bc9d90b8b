package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thiduabot/corpus"
)

// readCSVTable returns each record of a table in one line.
func readCSVTable(t *testing.T, csv string, o ReadOptions) []string {
	t.Helper()
	item := Bytes("bang.csv", []byte(csv), o)[0]
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	return recordLines(item.Table)
}

func recordLines(records []corpus.Record) []string {
	var lines []string
	for _, r := range records {
		value := "?"
		if r.Value != nil {
			value = numeral(*r.Value)
		}
		if r.Of != nil {
			value += "/" + numeral(*r.Of)
		}
		line := fmt.Sprintf("%s; %s; %s; %s; %s %s", r.Area, r.Name, r.Period, r.Status, value, r.Unit)
		if r.Change != nil {
			line += "; change " + numeral(r.Change.Value)
		}
		if r.PlanPct != nil {
			line += "; plan " + numeral(*r.PlanPct)
		}
		if r.Doubt != "" {
			line += "; DOUBT " + r.Doubt
		}
		lines = append(lines, line)
	}
	return lines
}

func TestOfficeTables(t *testing.T) {
	home := "Huyện Đông Khê"
	known := func(title string) []string {
		if strings.Contains(strings.ToLower(title), "huyện hải sơn") {
			return []string{"Huyện Hải Sơn"}
		}
		return nil
	}
	for _, c := range []struct{ name, csv, want string }{
		{"two rows of headings",
			"STT;Chỉ tiêu;ĐVT;Năm 2021;;Năm 2022\n;;;Kế hoạch;Ước TH;Kế hoạch\nA;B;C;1;2;3\nI;KINH TẾ\n1;Thu ngân sách;Tỷ đồng;200;\"215,4\";1.230\n",
			home + "; Thu ngân sách; 2021; target; 200 tỷ đồng\n" + home + "; Thu ngân sách; 2021; estimate; 215,4 tỷ đồng\n" + home + "; Thu ngân sách; 2022; target; 1230 tỷ đồng"},
		{"units in brackets, of the heading and of the name",
			"Chỉ tiêu;Năm 2021 (tỷ đồng)\nThu ngân sách;5\n",
			home + "; Thu ngân sách; 2021; actual; 5 tỷ đồng"},
		{"unit of the name",
			"Chỉ tiêu;Năm 2021\n1. Xuất khẩu (triệu USD);12,5\n2. Nhập khẩu;3\n",
			home + "; Xuất khẩu; 2021; actual; 12,5 triệu USD\n" + home + "; Nhập khẩu; 2021; actual; 3 ; DOUBT bảng không ghi đơn vị"},
		{"a row without a unit doubted, a strange one too",
			"Chỉ tiêu;Đơn vị;Năm 2021\nThu ngân sách;;5\nGiải;lô tô xì;7\n",
			home + "; Thu ngân sách; 2021; actual; 5 ; DOUBT bảng không ghi đơn vị\n" + home + "; Giải; 2021; actual; 7 lô tô xì; DOUBT dòng 3: đơn vị lạ “lô tô xì”"},
		{"shares in merged headings go to the latest result",
			"STT;Nội dung;Đơn vị tính;Kế hoạch 2022;Thực hiện;;So sánh (%);\n;;;;Năm 2021;Năm 2022;TH/KH;2022/2021\n1;Thu ngân sách;tỷ đồng;110;100;121;110;121\n",
			home + "; Thu ngân sách; 2022; target; 110 tỷ đồng\n" + home + "; Thu ngân sách; 2021; actual; 100 tỷ đồng\n" + home + "; Thu ngân sách; 2022; actual; 121 tỷ đồng; change 21; plan 110"},
		{"unit behind the title",
			"THU NGÂN SÁCH QUA CÁC NĂM (Đơn vị tính: tỷ đồng)\nChỉ tiêu;2020;2021\nThu nội địa;190;200\n",
			home + "; Thu nội địa; 2020; actual; 190 tỷ đồng\n" + home + "; Thu nội địa; 2021; actual; 200 tỷ đồng"},
		{"columns of comparison are not values, growth goes to the result",
			"Chỉ tiêu;ĐVT;Kế hoạch năm 2021;Thực hiện năm 2021;Tăng/giảm (%);Đạt kế hoạch (%);2021/2020;Cùng kỳ năm 2020\nThu ngân sách;tỷ đồng;200;215;8,1;107,5;108,1;199\n",
			home + "; Thu ngân sách; 2021; target; 200 tỷ đồng\n" + home + "; Thu ngân sách; 2021; actual; 215 tỷ đồng; change 8,1; plan 107,5"},
		{"parts and sums are doubted",
			"Chỉ tiêu;ĐVT;Năm 2021\nGiá trị sản xuất;tỷ đồng;9\n- Công nghiệp;tỷ đồng;5\nTổng cộng;tỷ đồng;14\n",
			home + "; Giá trị sản xuất; 2021; actual; 9 tỷ đồng\n" + home + "; Công nghiệp; 2021; actual; 5 tỷ đồng; DOUBT là một phần của “Giá trị sản xuất”\n" + home + "; Tổng cộng; 2021; actual; 14 tỷ đồng; DOUBT dòng tổng, chưa rõ chỉ tiêu"},
		{"areas down, indicators across, period of the title",
			"BÁO CÁO 6 THÁNG ĐẦU NĂM 2022\nTT;Xã, phường;Thu ngân sách (triệu đồng);Tỷ lệ hộ nghèo (%)\n1;Xã Yên Thọ;1.234,5;2,5\n;Tổng số;9;\n",
			"Xã Yên Thọ; Thu ngân sách; 2022-H1; actual; 1234,5 triệu đồng\nXã Yên Thọ; Tỷ lệ hộ nghèo; 2022-H1; actual; 2,5 %\nTổng số; Thu ngân sách; 2022-H1; actual; 9 triệu đồng; DOUBT chưa rõ địa bàn"},
		{"area of the title", "CHỈ TIÊU HUYỆN HẢI SƠN\nChỉ tiêu;ĐVT;Năm 2021\nThu ngân sách;tỷ đồng;5\n", "Huyện Hải Sơn; Thu ngân sách; 2021; actual; 5 tỷ đồng"},
		{"area of the title that is not known", "CHỈ TIÊU HUYỆN YÊN HÀ\nChỉ tiêu;ĐVT;Năm 2021\nThu ngân sách;tỷ đồng;5\n", home + "; Thu ngân sách; 2021; actual; 5 tỷ đồng; DOUBT tiêu đề bảng nêu địa bàn khác"},
		{"title in plain words", "TÌNH HÌNH KINH TẾ - XÃ HỘI\nChỉ tiêu;ĐVT;Năm 2021\nThu ngân sách;tỷ đồng;5\n", home + "; Thu ngân sách; 2021; actual; 5 tỷ đồng"},
		{"title of half a year above a column of a year", "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022\nChỉ tiêu;ĐVT;Năm 2022\nThu ngân sách;tỷ đồng;5\n", home + "; Thu ngân sách; 2022; actual; 5 tỷ đồng; DOUBT tiêu đề bảng nói kỳ 2022-H1, cột nói 2022"},
		{"title of a plan", "KẾ HOẠCH NĂM 2022\nChỉ tiêu;ĐVT;Giá trị\nThu ngân sách;tỷ đồng;5\n", home + "; Thu ngân sách; 2022; target; 5 tỷ đồng"},
		{"cells of words", "Chỉ tiêu;ĐVT;Năm 2021\nThu ngân sách;tỷ đồng;Đạt\nXã đạt chuẩn;xã;12/13\n", home + "; Thu ngân sách; 2021; actual; ? tỷ đồng; DOUBT dòng 2, cột “Năm 2021”: “Đạt” không phải một con số\n" + home + "; Xã đạt chuẩn; 2021; actual; 12/13 xã"},
		{"no column of areas in the machine form", "indicator,period,kind,value,unit\nThu ngân sách,2021,actual,5,tỷ đồng\n", home + "; Thu ngân sách; 2021; actual; 5 tỷ đồng"},
	} {
		got := strings.Join(readCSVTable(t, c.csv, ReadOptions{Date: "2022", Area: home, Areas: known}), "\n")
		if got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestXLSXShareCellsAreTimesHundred(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	style, err := x.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]any{{"Chỉ tiêu", "Đơn vị", "Năm 2021"}, {"Tỷ lệ hộ nghèo", "%", 0.015}, {"Thu ngân sách", "tỷ đồng", 0.1 + 0.2}} {
		if err := x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.SetCellStyle("Sheet1", "C2", "C2", style); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	item := Bytes("bang.xlsx", b.Bytes(), ReadOptions{Date: "2022", Area: "Huyện Đông Khê"})[0]
	got := strings.Join(recordLines(item.Table), "\n")
	want := "Huyện Đông Khê; Tỷ lệ hộ nghèo; 2021; actual; 1,5 %\nHuyện Đông Khê; Thu ngân sách; 2021; actual; 0,3 tỷ đồng"
	if item.Err != nil || got != want {
		t.Errorf("got\n%s (%v)\nwant\n%s", got, item.Err, want)
	}
}

func TestStampsOutsideTheText(t *testing.T) {
	csv := "Chỉ tiêu;Đơn vị;Năm 2021;Ghi chú\nThu ngân sách;tỷ đồng;5;TUYỆT MẬT\n"
	if item := Bytes("a.csv", []byte(csv), ReadOptions{Date: "2022"})[0]; item.Err == nil || !strings.Contains(item.Err.Error(), "stamped TUYỆT MẬT") {
		t.Errorf("stamp in a cell: %v", item.Err)
	}
	for _, honey := range []string{"Chỉ tiêu;Đơn vị;Năm 2021\nMật;tấn;5\n", "MẬT ONG NĂM 2021\nChỉ tiêu;Đơn vị;Năm 2021\nMật độ dân số;người;5\n"} {
		if item := Bytes("a.csv", []byte(honey), ReadOptions{Date: "2022"})[0]; item.Err != nil {
			t.Errorf("%q: %v", honey, item.Err)
		}
	}
}

func TestDocxLetterheadTextBoxAndHeader(t *testing.T) {
	cell := func(lines ...string) string { return "<w:tc>" + paragraphsXML(lines...) + "</w:tc>" }
	body := "<w:tbl><w:tr>" + cell("ỦY BAN NHÂN DÂN", "HUYỆN ĐÔNG KHÊ", "Số: 125/BC-UBND") +
		cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Đông Khê, ngày 15 tháng 12 năm 2021") + "</w:tr></w:tbl>" +
		paragraphsXML("BÁO CÁO", "Kết quả thi đua năm 2021") +
		"<w:p><w:r><w:t>Đoạn một.</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" + paragraphsXML("Trong khung.") +
		"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + paragraphsXML("Trong khung.") + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
	item := Bytes("a.docx", docx(t, body), ReadOptions{})[0]
	a := item.Article
	if item.Err != nil || a.Title != "Báo cáo kết quả thi đua năm 2021" || a.Date != "2021-12-15" || a.Publisher != "Ủy ban nhân dân huyện Đông Khê" || a.Kind != "report" {
		t.Errorf("%+v, %v", a, item.Err)
	}
	if strings.Count(a.Text, "Trong khung.") != 1 || !strings.Contains(a.Text, "Đoạn một.\n\n") {
		t.Errorf("text box: %q", a.Text)
	}
}

func paragraphsXML(lines ...string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString("<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
	}
	return b.String()
}

func TestTextsThatAreNoLegacyFonts(t *testing.T) {
	for _, s := range []string{
		"Copyright © 2020 Foo. The café for naïve users costs 5 µg of résumé.",
		`for (i = 0; i < n; i++) { x[i] = "à"; } // «ok» § 5 ± 1`,
		"thu ngan sach nam 2021 dat 215 ty dong – “Đông Khê” ® © µ",
		"Müller, Jäger, Größe und Übung für Straße",
		"Hồ Chí Minh", "m² · ½ · °C",
	} {
		if got := fromLegacyLetters(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestSavedPageWithoutMetadata(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Huyện Hải Sơn tổng kết - Báo Hải Sơn</title></head><body>` +
		strings.Repeat(" ", 2000) + `<h1>Huyện Hải Sơn tổng kết</h1><div>Thứ năm, 30/12/2021, 08:15 (GMT+7)</div><div><p>` +
		strings.Repeat("Các cấp, các ngành đã nỗ lực thi đua, hoàn thành các chỉ tiêu đề ra. ", 8) + `</p></div></body></html>`
	item := Bytes("a.html", []byte(page), ReadOptions{Date: "2022-05"})[0]
	a := item.Article
	if item.Err != nil || a.Date != "2021-12-30" || a.Publisher != "Báo Hải Sơn" || !strings.Contains(a.Text, "hoàn thành các chỉ tiêu") {
		t.Errorf("%+v, %v", a, item.Err)
	}
}

// A sheet whose headings are not those of records goes in as the rows it has, to be
// read as a table in an article is.
func TestSheetOfUnknownFormIsAnArticleOfRows(t *testing.T) {
	csv := "UBND HUYỆN ĐÔNG KHÊ,,\nKẾT QUẢ 9 THÁNG NĂM 2024,,\nTháng,Thu ngân sách (tỷ đồng),Khách du lịch (lượt)\n1,20,1200\n2,25,\n"
	item := Bytes("bang.csv", []byte(csv), ReadOptions{Date: "2024-10"})[0]
	want := "UBND HUYỆN ĐÔNG KHÊ\n\nKẾT QUẢ 9 THÁNG NĂM 2024\n\nTháng | Thu ngân sách (tỷ đồng) | Khách du lịch (lượt)\n\n1 | 20 | 1200\n\n| 2 | 25 |  |"
	if item.Err != nil || item.Table != nil || item.Article.Text != want {
		t.Errorf("%v, %d records, text\n%s", item.Err, len(item.Table), item.Article.Text)
	}
}

// All sheets that can be seen are read, and each record proves itself by its row.
func TestWorkbookOfSeveralSheets(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	for i, sheet := range []string{"Sheet1", "Biểu 2", "Ẩn"} {
		if i > 0 {
			if _, err := x.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
		}
		for j, row := range [][]any{{"Chỉ tiêu", "Đơn vị", fmt.Sprint("Năm ", 2021+i)}, {"Thu ngân sách", "tỷ đồng", 5 + i}} {
			if err := x.SetSheetRow(sheet, fmt.Sprintf("A%d", j+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := x.SetSheetVisible("Ẩn", false); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	item := Bytes("bang.xlsx", b.Bytes(), ReadOptions{Date: "2024", Area: "Huyện Đông Khê"})[0]
	got := strings.Join(recordLines(item.Table), "\n")
	want := "Huyện Đông Khê; Thu ngân sách; 2021; actual; 5 tỷ đồng\nHuyện Đông Khê; Thu ngân sách; 2022; actual; 6 tỷ đồng"
	if item.Err != nil || got != want {
		t.Errorf("got\n%s (%v)\nwant\n%s", got, item.Err, want)
	}
	for _, r := range item.Table {
		if !strings.Contains(item.Article.Text, r.Evidence) || r.Evidence == "" {
			t.Errorf("evidence %q is not in the text %q", r.Evidence, item.Article.Text)
		}
	}
}
