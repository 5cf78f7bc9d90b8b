package ingest

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestSpellTables(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"spans", `<table><tr><th rowspan=2>TT<th rowspan=2>Chỉ tiêu<th rowspan=2>ĐVT<th colspan=2>Năm 2022</tr><tr><th>Kế hoạch<th>Thực hiện</tr>
			<tr><td>1<td>Thu <b>ngân sách</b><td>Tỷ đồng<td>200<td></tr></table>`,
			"TT | Chỉ tiêu | ĐVT | Năm 2022 Kế hoạch | Năm 2022 Thực hiện; | 1 | Thu ngân sách | Tỷ đồng | 200 |  |"},
		{"a title across the table", `<table><tr><td colspan=3>Biểu 1</tr><tr><td>Chỉ tiêu<td>ĐVT<td>2022</tr><tr><td>Dân số<td>người<td>5</tr></table>`,
			"Biểu 1; Chỉ tiêu | ĐVT | 2022; Dân số | người | 5"},
		{"layout", `<table><tr><td><table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table><td>e</tr></table>`, "a | b; c | d; e"},
		{"hostile spans", `<table><tr><td colspan=99999999 rowspan=-1>a<td>b</tr><tr><td>c<td>d</tr></table>`, strings.Repeat("a | ", maxSpan) + "b; c | d"},
	} {
		doc, err := html.Parse(strings.NewReader(tt.page))
		if err != nil {
			t.Fatal(err)
		}
		spellTables(doc)
		var got []string
		for n := range doc.Descendants() {
			if s := strings.TrimSpace(n.Data); n.Type == html.TextNode && s != "" {
				got = append(got, s)
			}
		}
		if joined := strings.Join(got, "; "); joined != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, joined, tt.want)
		}
	}
}
