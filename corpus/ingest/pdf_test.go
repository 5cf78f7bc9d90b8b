package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"thiduabot/corpus/viet/bounded"
)

// printedLines returns the drawing that shows lines in a standard font.
func printedLines(lines ...string) string {
	var content strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&content, "BT /F1 12 Tf 50 %d Td (%s) Tj ET\n", 750-16*i, line)
	}
	return content.String()
}

// pdf makes a one-page PDF of a drawing. With cipher it claims to be encrypted by
// an unknown password.
func pdf(content string, cipher bool) []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
		"<< /Filter /Standard /V 1 /R 2 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> /P -4 >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	encrypt := ""
	if cipher {
		encrypt = "/Encrypt 6 0 R /ID [<41><41>]"
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, encrypt, start)
	return b.Bytes()
}

func TestReadPDF(t *testing.T) {
	lines := []string{"Huyen Dong Khe tong ket phong trao thi dua nam 2021", "Thu ngan sach uoc dat 215 ty dong.", "12"}
	item := Bytes("a.pdf", pdf(printedLines(lines...), false), ReadOptions{Date: "2021-12"})[0]
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	if !strings.Contains(item.Article.Text, "215 ty dong.") || strings.HasSuffix(item.Article.Text, "12") {
		t.Errorf("text %q", item.Article.Text)
	}
	for _, tt := range []struct {
		name string
		b    []byte
		want error
	}{
		{"no text", pdf("", false), ErrNoTextLayer},
		{"password", pdf(printedLines(lines...), true), ErrProtected},
	} {
		if item := Bytes("a.pdf", tt.b, ReadOptions{Date: "2021"})[0]; !errors.Is(item.Err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, item.Err, tt.want)
		}
	}
	broken := Bytes("a.pdf", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("<<"), 50_000)...), ReadOptions{Date: "2021"})[0]
	if broken.Err == nil {
		t.Error("a broken file was read")
	}
}

// page lays lines out below one another, as (left, size, text); an empty text
// leaves a gap.
func page(lines ...line) []line {
	y := 800.0
	for i := range lines {
		l := &lines[i]
		y -= 1.3 * l.size
		l.box = box{l.left, y, l.left + float64(len(l.text))*l.size/2, y + l.size}
	}
	return lines
}

func at(left float64, text string) line { return line{box: box{left: left}, size: 10, text: text} }

func TestJoinLines(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []line
		want  string
	}{
		{"short and full lines", page(
			at(50, "Năm 2021, thu ngân sách trên địa bàn huyện ước đạt 215 tỷ đồng, tăng"), at(50, "8,1% so với cùng kỳ."),
			at(50, "- Chi ngân sách ước đạt 190 tỷ đồng, bằng 98% dự toán được giao đầu năm,"), at(50, "tăng 3%.")),
			"Năm 2021, thu ngân sách trên địa bàn huyện ước đạt 215 tỷ đồng, tăng 8,1% so với cùng kỳ.\n\n- Chi ngân sách ước đạt 190 tỷ đồng, bằng 98% dự toán được giao đầu năm, tăng 3%."},
		{"an indent opens a paragraph", page(
			at(80, "Thu ngân sách ước đạt 215 tỷ đồng, bằng 104% dự toán và tăng"), at(50, "8,1% so với cùng kỳ, đứng thứ ba trong các huyện của toàn tỉnh năm"),
			at(80, "Chi ngân sách ước đạt 190 tỷ đồng.")),
			"Thu ngân sách ước đạt 215 tỷ đồng, bằng 104% dự toán và tăng 8,1% so với cùng kỳ, đứng thứ ba trong các huyện của toàn tỉnh năm\n\nChi ngân sách ước đạt 190 tỷ đồng."},
		{"a heading in the middle", page(
			at(100, "Ket qua phong trao thi dua cua huyen"), at(130, "Nam 2021 va phuong huong")),
			"Ket qua phong trao thi dua cua huyen Nam 2021 va phuong huong"},
	} {
		if got := joinLines(tt.lines); got != tt.want {
			t.Errorf("%s: got %q", tt.name, got)
		}
	}
}

// ruledPDF makes a PDF of a table whose borders are drawn, its heading in two rows
// and one name in two lines.
func ruledPDF() []byte {
	var d strings.Builder
	d.WriteString(printedLines("Ket qua nam 2021 nhu sau:"))
	xs := []int{50, 80, 260, 330, 400, 470}
	ys := []int{700, 680, 660, 620, 600}
	for i, y := range ys {
		from := xs[0]
		if i == 1 {
			from = xs[3] // the first three headings span two rows
		}
		fmt.Fprintf(&d, "%d %d m %d %d l S\n", from, y, xs[5], y)
	}
	for i, x := range xs {
		top := ys[0]
		if i == 4 {
			top = ys[1] // "Nam 2021" spans two columns
		}
		fmt.Fprintf(&d, "%d %d 1 %d re f\n", x, ys[4], top-ys[4])
	}
	show := func(x, y int, s string) { fmt.Fprintf(&d, "BT /F1 10 Tf %d %d Td (%s) Tj ET\n", x+4, y, s) }
	show(50, 676, "TT")
	show(80, 676, "Chi tieu")
	show(260, 676, "Don vi")
	show(330, 686, "Nam 2021")
	show(330, 666, "Ke hoach")
	show(400, 666, "Thuc hien")
	show(50, 636, "1")
	show(80, 644, "Thu ngan sach")
	show(80, 630, "tren dia ban")
	show(260, 636, "Ty dong")
	show(330, 636, "200")
	show(400, 636, "215")
	show(50, 606, "2")
	show(80, 606, "Ty le ho ngheo")
	show(260, 606, "%")
	show(400, 606, "2,15")
	return pdf(d.String(), false)
}

func TestReadPDFTable(t *testing.T) {
	item := Bytes("a.pdf", ruledPDF(), ReadOptions{Date: "2021-12"})[0]
	want := "Ket qua nam 2021 nhu sau:\n\nTT | Chi tieu | Don vi | Nam 2021 Ke hoach | Nam 2021 Thuc hien\n\n" +
		"1 | Thu ngan sach tren dia ban | Ty dong | 200 | 215\n\n2 | Ty le ho ngheo | % |  | 2,15"
	if item.Err != nil || item.Article.Text != want {
		t.Errorf("got %q, %v", item.Article.Text, item.Err)
	}
}

// FuzzBytes feeds every reader any bytes: it must end in time, and what it takes
// in must be whole.
func FuzzBytes(f *testing.F) {
	f.Add(0, []byte(sample))
	f.Add(1, []byte(" date 2021-12 T\n\nĐoạn"))
	f.Add(2, []byte(`{"id":"a","title":"t","date":"2021","text":"v"}`))
	f.Add(3, []byte("<html><body><p>Đoạn</p></body></html>"))
	f.Add(4, docx(f, "<w:p><w:r><w:t>Đoạn</w:t></w:r></w:p>"))
	f.Add(5, []byte("Chỉ tiêu;Đơn vị tính;Năm 2021\nThu;tỷ đồng;1.234,5\n"))
	f.Add(6, []byte("PK\x03\x04"))
	names := []string{"a.md", "a.txt", "a.jsonl", "a.html", "a.docx", "a.csv", "a.xlsx"}
	f.Fuzz(func(t *testing.T, kind int, b []byte) {
		if kind < 0 || len(b) > 1<<16 {
			return
		}
		var items []Item
		bounded.Within(t, names[kind%len(names)], slowest, func() { items = Bytes(names[kind%len(names)], b, ReadOptions{Date: "2021"}) })
		for _, item := range items {
			if item.Err == nil && (item.Article.Title == "" || checkID(item.Article.ID) != nil || item.Article.Date == "") {
				t.Errorf("taken in: %+v", item.Article)
			}
		}
	})
}
