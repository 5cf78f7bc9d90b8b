package extract

import (
	"slices"
	"testing"

	"thiduabot/corpus"
)

// TestLabelParts reads the parts of a count, each behind its label.
func TestLabelParts(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct {
		text string
		want []string // "name | value | unit"
	}{
		{"Toàn huyện có 46 trường, gồm: mầm non 18 trường, tiểu học 16 trường, THCS 12 trường.", []string{"Số trường | 46 | trường", "Số trường mầm non | 18 | trường", "Số trường tiểu học | 16 | trường", "Số trường THCS | 12 | trường"}},
		{"Toàn xã ghi nhận 14 ca F0 (khỏi bệnh 13 ca, tử vong 01 ca).", []string{"Số ca F0 | 14 | ca", "Số ca khỏi bệnh | 13 | ca", "Số ca tử vong | 1 | ca"}},
		{"Trong 6 tháng xảy ra 12 vụ tai nạn (nghiêm trọng 3 vụ, ít nghiêm trọng 9 vụ).", []string{"Số vụ tai nạn | 12 | vụ", "Số vụ nghiêm trọng | 3 | vụ", "Số vụ ít nghiêm trọng | 9 | vụ"}},
		{"Tiếp nhận 1.250 hồ sơ (trực tuyến: 980; trực tiếp: 270), giải quyết 1.230 hồ sơ.", []string{"Tiếp nhận hồ sơ | 1250 | hồ sơ", "Tiếp nhận hồ sơ trực tuyến | 980 | hồ sơ", "Tiếp nhận hồ sơ trực tiếp | 270 | hồ sơ", "Giải quyết hồ sơ | 1230 | hồ sơ"}},
		{"Toàn huyện có 243 tổ hợp tác, xếp loại: tốt 221 tổ hợp tác, khá 22 tổ hợp tác.", []string{"Số tổ hợp tác | 243 | tổ hợp tác", "Số tổ hợp tác xếp loại tốt | 221 | tổ hợp tác", "Số tổ hợp tác xếp loại khá | 22 | tổ hợp tác"}},
	} {
		var got []string
		for _, c := range x.Records(corpus.Article{Date: "2024-07-19", Areas: []string{"Huyện Lương Khê"}, Title: "Tình hình 6 tháng đầu năm 2024", Text: row.text}) {
			got = append(got, c.Name+" | "+goldValue(c)+" | "+c.Unit)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%q:\n got %q\nwant %q", row.text, got, row.want)
		}
	}
}
