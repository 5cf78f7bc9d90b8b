package extract

import (
	"slices"
	"testing"

	"thiduabot/corpus"
)

// TestPlaceLists reads lists of places of which some stand without their kind and some
// figures without their unit.
func TestPlaceLists(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct {
		text string
		want []string // "name | area | value | unit", "?" behind where the area is doubted
	}{
		{"Tỷ lệ hộ nghèo toàn huyện còn 3,2%. Các xã có tỷ lệ hộ nghèo cao là Phú Sơn 7,4%, Đồng Tâm 6,8%.", []string{"Tỷ lệ hộ nghèo | Huyện Lương Khê | 3.2 | %", "Tỷ lệ hộ nghèo | Xã Phú Sơn | 7.4 | %", "Tỷ lệ hộ nghèo | Xã Đồng Tâm | 6.8 | %"}},
		{"Toàn huyện có 214 mô hình dân vận khéo, nhiều nhất là xã Phú Sơn 31 mô hình, tiếp đến là Đồng Tâm 24.", []string{"Số mô hình dân vận khéo | Huyện Lương Khê | 214 | mô hình", "Số mô hình dân vận khéo | Xã Phú Sơn | 31 | mô hình", "Số mô hình dân vận khéo | Xã Đồng Tâm | 24 | mô hình"}},
		{"Huyện đã trồng 12.500 cây xanh (Phú Sơn 4.200, Đồng Tâm 3.100).", []string{"Trồng cây xanh | Huyện Lương Khê | 12500 | cây xanh", "Trồng cây xanh | Xã Phú Sơn | 4200 | cây xanh?", "Trồng cây xanh | Xã Đồng Tâm | 3100 | cây xanh?"}},
		{"Thu ngân sách ở các xã: Phú Sơn 2,4 tỷ đồng; Đồng Tâm 1,8 tỷ đồng.", []string{"Thu ngân sách | Xã Phú Sơn | 2.4 | tỷ đồng", "Thu ngân sách | Xã Đồng Tâm | 1.8 | tỷ đồng"}},
		{"Một số xã giải ngân tốt như Phú Sơn (81,2%), Đồng Tâm (77%).", []string{"Tỷ lệ giải ngân | Xã Phú Sơn | 81.2 | %", "Tỷ lệ giải ngân | Xã Đồng Tâm | 77 | %"}},
		{"Các xã Phú Sơn, Đồng Tâm lần lượt đạt 19 và 17 tiêu chí.", []string{"Số tiêu chí | Xã Phú Sơn | 19 | tiêu chí", "Số tiêu chí | Xã Đồng Tâm | 17 | tiêu chí"}},
		{"Hai xã Phú Sơn, Đồng Tâm dẫn đầu với năng suất lúa lần lượt là 71,2 tạ/ha và 69 tạ/ha.", []string{"Năng suất lúa | Xã Phú Sơn | 71.2 | tạ/ha", "Năng suất lúa | Xã Đồng Tâm | 69 | tạ/ha"}},
		{"Bí thư Huyện ủy Lê Văn Tám trao 10 suất quà, Chủ tịch Nguyễn Hữu Nghĩa trao 12 suất quà.", nil},
		{"Hội Phụ nữ 15 mô hình, Đoàn Thanh niên 12 mô hình, Hội Nông dân 9 mô hình.", nil},
	} {
		var got []string
		for _, c := range x.Records(corpus.Article{Date: "2024-07-19", Areas: []string{"Huyện Lương Khê"}, Title: "Tình hình 6 tháng đầu năm 2024", Text: row.text}) {
			s := c.Name + " | " + c.Area + " | " + goldValue(c) + " | " + c.Unit
			if c.Doubt == doubtArea {
				s += "?"
			}
			got = append(got, s)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%q:\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}
