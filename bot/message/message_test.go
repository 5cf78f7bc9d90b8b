package message

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTableText(t *testing.T) {
	tab := &Table{Header: []string{"Kỳ", "Giá trị"}, Rows: [][]string{{"2020", "1.820,25"}, {"2021", "5"}}, Right: []bool{false, true}}
	want := "Kỳ     Giá trị\n2020  1.820,25\n2021         5"
	if got := tab.Text(0); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	r := Reply{Parts: []Part{{Text: "Đầu"}}, Table: tab, Tail: []Part{{Text: "Cuối"}}}
	if got := r.Plain(); got != "Đầu\n"+want+"\nCuối" {
		t.Errorf("Plain = %q", got)
	}
	if r.Empty() || !(Reply{Callback: "c", Notice: "n"}).Empty() {
		t.Error("Empty")
	}
}

func FuzzTableKeepsToItsWidth(f *testing.F) {
	f.Add("thu ngân sách", "3.426 tỷ đồng", 35)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		if width < 12 || width > 100 || !utf8.ValidString(a+b) {
			t.Skip("outside of what the function is given")
		}
		tab := &Table{Rows: [][]string{{a, b}, {b}}}
		for _, line := range strings.Split(tab.Text(width), "\n") {
			if n := utf8.RuneCountInString(line); n > width {
				t.Errorf("%d columns of %d: %q", n, width, line)
			}
		}
	})
}
