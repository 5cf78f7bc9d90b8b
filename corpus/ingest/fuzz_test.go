package ingest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thiduabot/corpus"
	"thiduabot/corpus/viet/bounded"
)

// slowest is how long a small file may take; the fuzz targets fail beyond it.
const slowest = 5 * time.Second

// fuzzFormat checks that no bytes bring a parser down, and that what it takes in
// is an article that is written and read back.
func fuzzFormat(f *testing.F, ext string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var items []Item
		bounded.Within(t, fmt.Sprint(len(b), " bytes"), slowest, func() { items = Bytes("a"+ext, b, ReadOptions{Date: "2021-12-30", Area: "Huyện Đông Khê"}) })
		for _, item := range items {
			if item.Err == nil {
				checkTaken(t, item)
			}
		}
	})
}

func checkTaken(t *testing.T, item Item) {
	t.Helper()
	a := item.Article
	if a.Title == "" || a.Date == "" || checkID(a.ID) != nil || !utf8.ValidString(a.Title) || !utf8.ValidString(a.Text) {
		t.Fatalf("taken in: %+v", a)
	}
	if _, problems := corpus.ParseArticle(a.ID+".md", corpus.FormatArticle(a)); len(problems) > 0 {
		t.Errorf("written article is not read back: %v", problems)
	}
	for _, rec := range item.Table {
		if !utf8.ValidString(rec.Evidence + rec.Name) {
			t.Errorf("record %q is no text", rec.Evidence)
		}
	}
}

func FuzzPlain(f *testing.F) {
	fuzzFormat(f, ".txt", " date 2021-12 Tổng kết\n\nĐoạn một.\n", "Céng hßa x· héi\n\nchñ nghÜa", "\xff\xfeA\x00", "")
}

func FuzzMarkdown(f *testing.F) {
	fuzzFormat(f, ".md", "---\ntitle: A\ndate: 2021\n---\nB\n", "# A\n\nB", "---\n", "---\ntitle: [\n---\n", "---\ntitle: &a [*a]\n---\nB")
}

func FuzzJSONLines(f *testing.F) {
	fuzzFormat(f, ".jsonl", `{"title":"A","date":"2021","text":"B"}`+"\n{", `{"id":"../x","title":"A","date":"2021","text":"B"}`, "[]\nnull\n1")
}

func FuzzHTML(f *testing.F) {
	fuzzFormat(f, ".html", "<html><title>A - Báo B</title><p>đoạn 30/12/2021 08:15</p>", "<table><td>", "\xfe\xff\x00<", "<meta charset=utf-16><p>x")
}

func FuzzCSV(f *testing.F) {
	fuzzFormat(f, ".csv", "Chỉ tiêu;ĐVT;Năm 2021;;So sánh (%)\n;;Kế hoạch;Ước TH\nThu;tỷ đồng;1.234,5;12/13\n- Thuế;%;(5);x\n", "indicator,period,value,unit\nThu,2021,5,tỷ đồng\n", "Xã, phường;Thu (tỷ đồng)\nA;5\n", "\"")
}

func FuzzDocx(f *testing.F) {
	fuzzFormat(f, ".docx", string(docx(f, paragraphsXML("BÁO CÁO", "ngày 1 tháng 2 năm 2021"))), "PK\x03\x04", string(oleHeader))
}

// FuzzWordXML skips the zip, so that the XML itself is reached.
func FuzzWordXML(f *testing.F) {
	f.Add("<w:p><w:tbl><w:tr><w:tc><w:p><w:t>A</w:t></w:p></w:tc></w:tr></w:tbl>")
	f.Add("<tr><tc><p><t>UBND HUYỆN</t></p><tr></tr></tc></tr></tr>")
	f.Fuzz(func(t *testing.T, s string) {
		if text, err := wordText(strings.NewReader(s)); err == nil && utf8.ValidString(s) && !utf8.ValidString(text) {
			t.Errorf("%q", text)
		}
	})
}

func FuzzXLSX(f *testing.F) {
	fuzzFormat(f, ".xlsx", "PK\x03\x04", string(oleHeader), string(workbook(f)))
}

func FuzzPDF(f *testing.F) {
	fuzzFormat(f, ".pdf", "%PDF-1.7\n<<", string(pdf(printedLines("Huyen Dong Khe", "Thu 215 ty dong."), false)))
}

// FuzzPages lays any runs and lines out on a page.
func FuzzPages(f *testing.F) {
	f.Add("BÁO CÁO|Kết quả|12|- 3 -", []byte("\x00\x10\x20\x30\x40\x50\x60\x70"))
	f.Fuzz(func(t *testing.T, text string, at []byte) {
		var p pdfPage
		next := func(i int) float64 { return float64(at[i%len(at)]) }
		for i, s := range strings.Split(text, "|") {
			if len(at) == 0 || i > 200 {
				break
			}
			p.runs = append(p.runs, run{box{next(i), next(i + 1), next(i + 2), next(i + 3)}, next(i + 4), s})
			p.rules = append(p.rules, rule{i%2 == 0, next(i), next(i + 1), next(i + 2)}, rule{i%3 == 0, next(i + 2), next(i), next(i + 3)})
		}
		out := pagesText([]pdfPage{p, p})
		if utf8.ValidString(text) && !utf8.ValidString(out) {
			t.Errorf("%q", out)
		}
	})
}

func FuzzFromLegacyLetters(f *testing.F) {
	f.Add("Céng hßa x· héi chñ nghÜa")
	f.Add("Coäng hoøa xaõ hoäi")
	f.Fuzz(func(t *testing.T, s string) {
		once := fromLegacyLetters(s)
		if utf8.ValidString(s) && !utf8.ValidString(once) {
			t.Errorf("%q became %q", s, once)
		}
	})
}

// workbook returns a small .xlsx.
func workbook(t testing.TB) []byte {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	for i, row := range [][]any{{"Chỉ tiêu", "Đơn vị", "Năm 2021"}, {"Thu ngân sách", "tỷ đồng", 5}} {
		if err := x.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBrokenFilesAreRefusedQuickly cuts and bends real files at many places.
func TestBrokenFilesAreRefusedQuickly(t *testing.T) {
	for ext, whole := range map[string][]byte{".docx": docx(t, paragraphsXML("A", "B")), ".xlsx": workbook(t)} {
		for cut := 0; cut < len(whole); cut += 1 + len(whole)/40 {
			bent := append([]byte(nil), whole...)
			bent[cut] ^= 0x55
			for _, b := range [][]byte{whole[:cut], bent} {
				path := filepath.Join(t.TempDir(), "a"+ext)
				if err := os.WriteFile(path, b, 0o600); err != nil {
					t.Fatal(err)
				}
				bounded.Within(t, fmt.Sprintf("%s cut at %d", ext, cut), slowest, func() {
					for item := range Read([]string{path}, ReadOptions{Date: "2021"}) {
						if item.Err == nil {
							checkTaken(t, item)
						}
					}
				})
			}
		}
	}
}
