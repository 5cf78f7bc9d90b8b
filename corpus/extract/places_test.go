package extract

import (
	"slices"
	"testing"

	"thiduabot/corpus"
)

// TestPlacesOfSentences says of which place the figures of a sentence are that names it only
// at its head, or by its kind.
func TestPlacesOfSentences(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct {
		text string
		want []string // "name | area | value", "?" behind where a person should look
	}{
		{"Xã Phú Sơn là xã đầu tiên của huyện đạt chuẩn, tỷ lệ hộ nghèo còn 0,8%.", []string{"Tỷ lệ hộ nghèo | Xã Phú Sơn | 0.8"}},
		{"Thôn Thượng có 312 hộ. Bà con trong thôn đóng góp 486 triệu đồng và 640 ngày công.", []string{"Số hộ | Thôn Thượng | 312", "Bà con trong thôn đóng góp | Thôn Thượng | 486", "Đóng góp ngày công | Thôn Thượng | 640"}},
		{"Thôn Thượng có 312 hộ. Đến nay 96,5% đường thôn xóm được bê tông hóa.", []string{"Số hộ | Thôn Thượng | 312", "Tỷ lệ đường thôn xóm được bê tông hóa | Huyện Lương Khê | 96.5?"}},
		{"Tỷ lệ giải ngân vốn đầu tư công của huyện đạt 38%, trong khi bình quân chung của tỉnh Vĩnh Giang là 43%.", []string{"Tỷ lệ giải ngân vốn đầu tư công | Huyện Lương Khê | 38", "Tỷ lệ giải ngân vốn đầu tư công | Tỉnh Vĩnh Giang | 43"}},
		{"Tại xã vùng cao Nậm Sỏi, tỷ lệ hộ nghèo còn 12,4%.", []string{"Tỷ lệ hộ nghèo | Xã Nậm Sỏi | 12.4"}},
	} {
		var got []string
		for _, c := range x.Records(corpus.Article{Date: "2024-07-19", Areas: []string{"Huyện Lương Khê"}, Title: "Tình hình 6 tháng đầu năm 2024", Text: row.text}) {
			s := c.Name + " | " + c.Area + " | " + goldValue(c)
			if c.Doubt != "" {
				s += "?"
			}
			got = append(got, s)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%q:\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}

// TestMovesOfOwn tells what moved apart from what was told before it.
func TestMovesOfOwn(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct {
		text string
		want []string // "name | value | change"
	}{
		{"Phấn đấu thu ngân sách 1.250 tỷ đồng, giảm 0,3% hộ nghèo.", []string{"Thu ngân sách | 1250 | ", "Hộ nghèo |  | -0.3"}},
		{"Năm 2023, toàn huyện giảm 14 hộ nghèo, 8 hộ cận nghèo.", []string{"Hộ nghèo |  | -14 hộ", "Hộ cận nghèo |  | -8 hộ"}},
		{"Thành phố đoạt 86 giải, gồm 14 giải Nhất, 72 giải Nhì, tăng 22 giải.", []string{"Giải | 86 | 22 giải", "Số giải Nhất | 14 | ", "Số giải Nhì | 72 | "}},
		{"Tai nạn giao thông giảm trên cả 3 tiêu chí: xảy ra 12 vụ, giảm 4 vụ.", []string{"Tai nạn giao thông | 12 | -4 vụ"}},
		{"Riêng năm 2023, 214 hộ hiến 5.680 m2 đất.", []string{"Hiến đất | 5680 | "}},
		{"Hợp tác xã hiện có 45 thành viên.", []string{"Số thành viên hợp tác xã | 45 | "}},
	} {
		var got []string
		for _, c := range x.Records(corpus.Article{Date: "2024-07-19", Areas: []string{"Huyện Lương Khê"}, Title: "Tình hình 6 tháng đầu năm 2024", Text: row.text}) {
			got = append(got, c.Name+" | "+goldValue(c)+" | "+goldChange(c))
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%q:\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}
