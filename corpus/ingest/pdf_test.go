package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pdf makes a one-page PDF that shows the lines in a standard font. With cipher
// it claims to be encrypted by an unknown password.
func pdf(lines []string, cipher bool) []byte {
	var content strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&content, "BT /F1 12 Tf 50 %d Td (%s) Tj ET\n", 750-16*i, line)
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()),
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
	item := Bytes("a.pdf", pdf(lines, false), ReadOptions{Date: "2021-12"})[0]
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
		{"no text", pdf(nil, false), ErrNoTextLayer},
		{"password", pdf(lines, true), ErrProtected},
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

func TestJoinLines(t *testing.T) {
	lines := []string{
		"Năm 2021, thu ngân sách trên địa bàn huyện ước đạt 215 tỷ đồng, tăng", "8,1% so với cùng kỳ.",
		"- Chi ngân sách ước đạt 190 tỷ đồng, bằng 98% dự toán được giao đầu năm,", "tăng 3%.",
	}
	want := "Năm 2021, thu ngân sách trên địa bàn huyện ước đạt 215 tỷ đồng, tăng 8,1% so với cùng kỳ.\n\n- Chi ngân sách ước đạt 190 tỷ đồng, bằng 98% dự toán được giao đầu năm, tăng 3%."
	if got := joinLines(lines); got != want {
		t.Errorf("got %q", got)
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
		start := time.Now()
		for _, item := range Bytes(names[kind%len(names)], b, ReadOptions{Date: "2021"}) {
			if item.Err == nil && (item.Article.Title == "" || checkID(item.Article.ID) != nil || item.Article.Date == "") {
				t.Errorf("taken in: %+v", item.Article)
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %s", took)
		}
	})
}
