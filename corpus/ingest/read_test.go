package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/xuri/excelize/v2"
)

const sample = "Huyện Đông Khê tổng kết phong trào thi đua\n\nNăm 2021, thu ngân sách trên địa bàn huyện ước đạt 215 tỷ đồng, tăng 8,1% so với cùng kỳ.\n"

func TestBytesPlainForms(t *testing.T) {
	for _, tt := range []struct{ name, in, date, title string }{
		{"dated line", " date 2021-12 Huyện Đông Khê họp\n\nĐoạn một.\n", "2021-12", "Huyện Đông Khê họp"},
		{"dated day", "date 2021-12-30 Tổng kết\n\nĐoạn một.", "2021-12-30", "Tổng kết"},
		{"title only", "Tổng kết\nĐoạn một.", "2022-01", "Tổng kết"},
		{"windows ends", "Tổng kết\r\n\r\nĐoạn một.\r\n", "2022-01", "Tổng kết"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			item := Bytes("a.txt", []byte(tt.in), ReadOptions{Date: "2022-01"})[0]
			if item.Err != nil || item.Article.Date != tt.date || item.Article.Title != tt.title || item.Article.Text != "Đoạn một." {
				t.Errorf("got %+v", item)
			}
		})
	}
}

// TestDecodeTextEncodings writes one text in each encoding and reads it back.
func TestDecodeTextEncodings(t *testing.T) {
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	encodings := map[string]func(string) []byte{
		"UTF-8":          func(s string) []byte { return []byte(s) },
		"UTF-8 with BOM": func(s string) []byte { return []byte("\ufeff" + s) },
		"NFD":            func(s string) []byte { return []byte(norm.NFD.String(s)) },
		"UTF-16LE": func(s string) []byte {
			b, _ := utf16.NewEncoder().Bytes([]byte(s))
			return b
		},
		"UTF-16BE without BOM": func(s string) []byte {
			b, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(s))
			return b
		},
		"windows-1258":      windows1258,
		"TCVN3":             func(s string) []byte { return latin1(unreplace(s, tcvnTo, tcvnFrom)) },
		"TCVN3 as UTF-8":    func(s string) []byte { return []byte(unreplace(s, tcvnTo, tcvnFrom)) },
		"VNI-Windows":       func(s string) []byte { return cp1252(toVNI(s)) },
		"VNI letters UTF-8": func(s string) []byte { return []byte(toVNI(s)) },
	}
	for name, encode := range encodings {
		t.Run(name, func(t *testing.T) {
			got, err := decodeText(encode(sample))
			if err != nil || !strings.EqualFold(got, sample) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestDecodeTextRefusesNoise(t *testing.T) {
	noise := bytes.Repeat([]byte{0xff, 0x81, 0x9d, 0x20}, 200)
	if _, err := decodeText(noise[2:]); err == nil {
		t.Error("noise was read as text")
	}
}

// windows1258 writes letters as the code page has them: base letter with shape,
// then the tone.
func windows1258(s string) []byte {
	var b bytes.Buffer
	for _, r := range s {
		e, err := charmap.Windows1258.NewEncoder().String(string(r))
		if err == nil {
			b.WriteString(e)
			continue
		}
		d := []rune(norm.NFD.String(string(r)))
		shape, tone := []rune{d[0]}, []rune{}
		for _, m := range d[1:] {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
				tone = append(tone, m)
			} else {
				shape = append(shape, m)
			}
		}
		e, _ = charmap.Windows1258.NewEncoder().String(norm.NFC.String(string(shape)) + string(tone))
		b.WriteString(e)
	}
	return b.Bytes()
}

func unreplace(s, from, to string) string {
	a, b := []rune(from), []rune(to)
	table := map[rune]rune{}
	for i := range a {
		table[a[i]] = b[i]
	}
	return strings.Map(func(r rune) rune {
		if q, ok := table[r]; ok {
			return q
		}
		return r
	}, s)
}

func latin1(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return b
}

func cp1252(s string) []byte {
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// toVNI types text in a VNI font, by the table of that font's makers.
func toVNI(s string) string {
	letters := map[rune]string{
		'á': "aù", 'à': "aø", 'ả': "aû", 'ã': "aõ", 'ạ': "aï", 'ă': "aê", 'ắ': "aé", 'ằ': "aè", 'ẳ': "aú", 'ẵ': "aü", 'ặ': "aë",
		'â': "aâ", 'ấ': "aá", 'ầ': "aà", 'ẩ': "aå", 'ẫ': "aã", 'ậ': "aä", 'é': "eù", 'è': "eø", 'ẻ': "eû", 'ẽ': "eõ", 'ẹ': "eï",
		'ê': "eâ", 'ế': "eá", 'ề': "eà", 'ể': "eå", 'ễ': "eã", 'ệ': "eä", 'ỉ': "æ", 'ĩ': "ó", 'ị': "ò", 'ó': "où", 'ò': "oø",
		'ỏ': "oû", 'õ': "oõ", 'ọ': "oï", 'ô': "oâ", 'ố': "oá", 'ồ': "oà", 'ổ': "oå", 'ỗ': "oã", 'ộ': "oä", 'ơ': "ô", 'ớ': "ôù",
		'ờ': "ôø", 'ở': "ôû", 'ỡ': "ôõ", 'ợ': "ôï", 'ú': "uù", 'ù': "uø", 'ủ': "uû", 'ũ': "uõ", 'ụ': "uï", 'ư': "ö", 'ứ': "öù",
		'ừ': "öø", 'ử': "öû", 'ữ': "öõ", 'ự': "öï", 'ý': "yù", 'ỳ': "yø", 'ỷ': "yû", 'ỹ': "yõ", 'ỵ': "î", 'đ': "ñ", 'Đ': "Ñ",
	}
	var b strings.Builder
	for _, r := range s {
		if v, ok := letters[r]; ok {
			b.WriteString(v)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestSecrecyStamps(t *testing.T) {
	for _, tt := range []struct{ text, level string }{
		{"UBND HUYỆN ĐÔNG KHÊ\nMẬT\nBáo cáo", "MẬT"},
		{"TUYỆT MẬT", "TUYỆT MẬT"},
		{"Độ mật: Tối mật\nnội dung", "TỐI MẬT"},
		{"M Ậ T\nnội dung", "MẬT"},
		{norm.NFD.String("Số 5\nTỐI MẬT\n"), "TỐI MẬT"},
		{"UBND HUYỆN | MẬT | CỘNG HÒA", "MẬT"},
		{"Sở đóng dấu TỐI MẬT vào công văn", "TỐI MẬT"},
		{"NGHỀ NUÔI ONG LẤY MẬT Ở ĐÔNG KHÊ", ""},
		{"Sản lượng mật ong đạt 12 tấn, mật độ dân số 1.067 người/km2", ""},
		{"Bảo vệ bí mật nhà nước", ""},
	} {
		if got := secrecy(tt.text); got != tt.level {
			t.Errorf("secrecy(%q) = %q, want %q", tt.text, got, tt.level)
		}
	}
}

func TestCompleteRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, in, reason string }{
		{"secret", "a.txt", "Tổng kết\n\nMẬT\n\nNội dung", "stamped MẬT"},
		{"no text", "a.txt", "Tổng kết", "no text"},
		{"bad id", "a.jsonl", `{"id":"../x","title":"t","date":"2021","text":"v"}`, "letters, digits"},
		{"hidden id", "a.jsonl", `{"id":".x","title":"t","date":"2021","text":"v"}`, "not beginning with"},
		{"bad date", "a.jsonl", `{"id":"x","title":"t","date":"31/12/2021","text":"v"}`, "date"},
		{"bad JSON", "a.jsonl", `{"id":"x",`, "not a JSON object"},
		{"unknown format", "a.odt", "x", "unknown format; known are .csv"},
		{"old format", "a.doc", "x", "before 2007"},
		{"old format renamed", "a.docx", string(oleHeader) + "W\x00o\x00r\x00d\x00", "before 2007"},
		{"password", "a.xlsx", string(oleHeader) + "...." + string(encryptedPart), "password"},
		{"not a PDF", "a.pdf", "hello", "not a PDF"},
		{"not a document", "a.docx", "hello", "not a zipped office file"},
		{"broken quote", "a.csv", "area,indicator,period,value\nHuyện A,\"Thu ngân sách,2021,5\nHuyện A,Chi,2021,\"x\"y\n", "line"},
		{"no headings", "a.csv", "a,b\n1,2\n", "headings"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			item := Bytes(tt.file, []byte(tt.in), ReadOptions{Date: "2021"})[0]
			if item.Err == nil || !strings.Contains(item.Err.Error(), tt.reason) {
				t.Errorf("err = %v, want one that says %q", item.Err, tt.reason)
			}
		})
	}
}

func TestReadFolderKeepsGoodFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("good.txt", " date 2021-12 Đông Khê\n\n"+sample)
	write("bad.pdf", "nothing")
	write("empty.md", "")
	write(".hidden.txt", "x")
	if err := os.Symlink("/etc/hostname", filepath.Join(dir, "link.txt")); err != nil {
		t.Fatal(err)
	}
	var got []string
	for item := range Read([]string{dir, filepath.Join(dir, "absent.txt")}, ReadOptions{}) {
		got = append(got, fmt.Sprintf("%s %v", filepath.Base(item.File), item.Err == nil))
	}
	want := "bad.pdf false,empty.md false,good.txt true,link.txt false,absent.txt false"
	if strings.Join(got, ",") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func docx(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<w:document xmlns:w="x"><w:body>%s</w:body></w:document>`, body)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadDocxParagraphsTablesFonts(t *testing.T) {
	p := func(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }
	body := p("UBND HUYỆN ĐÔNG KHÊ") + p("Đông Khê, ngày 5 tháng 1 năm 2022") + p("BÁO CÁO") + p("Tình hình kinh tế năm 2021") +
		`<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Céng hßa x· héi</w:t></w:r></w:p>` +
		"<w:tbl><w:tr><w:tc>" + p("Thu ngân sách") + "</w:tc><w:tc>" + p("215") + "</w:tc></w:tr></w:tbl>"
	item := Bytes("a.docx", docx(t, body), ReadOptions{})[0]
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	a := item.Article
	if a.Title != "Báo cáo tình hình kinh tế năm 2021" || a.Date != "2022-01-05" || a.Kind != "report" {
		t.Errorf("heading: %q %q %q", a.Title, a.Date, a.Kind)
	}
	for _, want := range []string{"Cộng hòa xã hội", "Thu ngân sách | 215"} {
		if !strings.Contains(a.Text, want) {
			t.Errorf("text lacks %q:\n%s", want, a.Text)
		}
	}
}

func TestReadDocxZipBomb(t *testing.T) {
	b := docx(t, "<w:p><w:r><w:t>"+strings.Repeat("a", maxUnzipped)+"</w:t></w:r></w:p>")
	if len(b) > 1<<20 {
		t.Fatalf("the bomb weighs %d bytes", len(b))
	}
	item := Bytes("a.docx", b, ReadOptions{Date: "2021"})[0]
	if item.Err == nil || !strings.Contains(item.Err.Error(), "unzips to more") {
		t.Errorf("err = %v", item.Err)
	}
}

func TestReadHTMLMainText(t *testing.T) {
	para := "<p>" + strings.Repeat("Năm 2021, huyện Đông Khê thu ngân sách ước đạt 215 tỷ đồng, tăng 8,1% so với cùng kỳ. ", 6) + "</p>"
	page := `<html><head><title>Đông Khê tổng kết</title><meta property="article:published_time" content="2021-12-30T08:00:00+07:00">
<link rel="canonical" href="https://bao.example/dong-khe"></head><body><nav><a href="/">Trang chủ</a><a href="/x">Liên hệ quảng cáo</a></nav><article><h1>Đông Khê tổng kết</h1>` + strings.Repeat(para, 3) + `</article><script>alert(1)</script></body></html>`
	item := Bytes("a.html", []byte(page), ReadOptions{})[0]
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	a := item.Article
	if a.Date != "2021-12-30" || a.URL != "https://bao.example/dong-khe" || a.Title != "Đông Khê tổng kết" {
		t.Errorf("heading: %+v", a)
	}
	if !strings.Contains(a.Text, "215 tỷ đồng") || strings.Contains(a.Text, "quảng cáo") || strings.Contains(a.Text, "alert") {
		t.Errorf("text: %s", a.Text)
	}
}

func TestReadXLSXOfficeTable(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	rows := [][]any{
		{"KẾT QUẢ THỰC HIỆN CHỈ TIÊU HUYỆN ĐÔNG KHÊ"},
		{"Đơn vị: tỷ đồng"},
		{"STT", "Chỉ tiêu", "Kế hoạch năm 2022", "Ước thực hiện 6 tháng đầu năm 2022", "Ghi chú"},
		{1, "Thu ngân sách trên địa bàn", 250, 131.5, ""},
		{2, "Chi ngân sách", "1.234,5", 3.426, "số liệu sơ bộ"},
		{3, "Thu nội địa", "-", "", ""},
	}
	for i, row := range rows {
		if err := x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.MergeCell("Sheet1", "A1", "E1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	item := Bytes("bang.xlsx", b.Bytes(), ReadOptions{Date: "2022-07", Area: "Huyện Đông Khê"})[0]
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	var got []string
	for _, r := range item.Table {
		got = append(got, fmt.Sprintf("%s %s %s %v %s", r.Name, r.Period, r.Status, *r.Value, r.Unit))
	}
	want := []string{
		"Thu ngân sách trên địa bàn 2022 target 250 tỷ đồng", "Thu ngân sách trên địa bàn 2022-H1 estimate 131.5 tỷ đồng",
		"Chi ngân sách 2022 target 1234.5 tỷ đồng", "Chi ngân sách 2022-H1 estimate 3.426 tỷ đồng",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if item.Article.Title != "Kết quả thực hiện chỉ tiêu huyện Đông Khê" {
		t.Errorf("title %q", item.Article.Title)
	}
}

func TestReadCSVMachineForm(t *testing.T) {
	in := "area,indicator,period,kind,value,unit,note\nHuyện Đông Khê,Thu ngân sách,2021,estimate,46811.173,tỷ đồng,\n"
	item := Bytes("a.csv", []byte(in), ReadOptions{Date: "2022"})[0]
	if item.Err != nil || len(item.Table) != 1 || *item.Table[0].Value != 46811.173 {
		t.Errorf("got %+v", item)
	}
}

func TestReadDocumentOffsets(t *testing.T) {
	for name, in := range map[string]string{
		"a.txt": "\ufeff date 2021-12 Tiêu đề\r\n\r\n" + norm.NFD.String(sample),
		"a.md":  "---\nid: x1\ntitle: Tiêu đề\ndate: 2021-12\n---\n\n" + sample,
		"-":     "Tiêu đề\n" + sample,
	} {
		d, err := ReadDocument(name, []byte(in), ReadOptions{})
		if err != nil || !d.InFile {
			t.Errorf("%s: %v, in file %v", name, err, d.InFile)
			continue
		}
		if in[d.Offset:d.Offset+len(d.Article.Text)] != d.Article.Text || !strings.Contains(norm.NFC.String(d.Article.Text), "215 tỷ") || strings.Contains(d.Article.Text, "Tiêu đề") {
			t.Errorf("%s: offset %d, text %q", name, d.Offset, d.Article.Text)
		}
	}
}
