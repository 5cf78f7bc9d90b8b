package query

import "testing"

// TestSourceIn takes what a question says of its source from what it asks.
func TestSourceIn(t *testing.T) {
	for _, row := range []struct{ text, said, rest, date string }{
		{"thu ngân sách năm 2021 theo nghị quyết", "nghị quyết", "thu ngân sách năm 2021", ""},
		{"GRDP tinh 2024 theo nien giam?", "nien giam", "GRDP tinh 2024", ""},
		{"theo bài họp báo tháng 3/2022 thì xuất khẩu bao nhiêu", "bài họp báo tháng 3/2022", "xuất khẩu bao nhiêu", "2022-03"},
		{"theo baif hopj baos thangs 3/2022 thif xuaats khaaur bao nhieeu", "bài họp báo tháng 3/2022", "xuất khẩu bao nhiêu", "2022-03"},
		{"số của cục thống kê về GRDP tỉnh 2024", "cục thống kê", "GRDP tỉnh 2024", ""},
		{"theo sở công thương xuất khẩu bao nhiêu", "sở công thương", "xuất khẩu bao nhiêu", ""},
		{"theo so cong thuong xuat khau bao nhieu", "so cong thuong", "xuat khau bao nhieu", ""},
		{"theo so lieu thong ke GRDP tinh 2024", "", "", ""},
		{"GRDP tỉnh 2024 theo báo nào", "", "", ""},
		{"GRDP tỉnh 2024 theo giá hiện hành", "", "", ""},
		{"nghị quyết về thu ngân sách", "", "", ""},
	} {
		got, ok := SourceIn(row.text)
		if ok != (row.said != "") || got.Said != row.said || got.Rest != row.rest || got.Date != row.date {
			t.Errorf("%q: %+v, %v", row.text, got, ok)
		}
	}
}
