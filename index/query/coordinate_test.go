package query

import (
	"strings"
	"testing"
)

func TestCoordinatedNames(t *testing.T) {
	for text, want := range map[string]string{
		"thu và chi ngân sách 2021":                            "thu-ngan-sach chi-ngan-sach",
		"thu chi ngan sach 2021":                               "thu-ngan-sach chi-ngan-sach",
		"diện tích, năng suất, sản lượng lúa Ý Yên 2021":       "dien-tich-gieo-cay-lua nang-suat-lua san-luong-lua",
		"tỷ lệ hộ nghèo và cận nghèo 2020":                     "ty-le-ho-ngheo ty-le-ho-can-ngheo",
		"số hộ nghèo và số hộ cận nghèo 2020":                  "so-ho-ngheo so-ho-can-ngheo",
		"thu ngân sách; chi ngân sách 2021":                    "thu-ngan-sach chi-ngan-sach",
		"giá trị sản xuất công nghiệp và xây dựng 2021":        "gia-tri-san-xuat-cong-nghiep-xay-dung",
		"tăng thu ngân sách 2021":                              "thu-ngan-sach",
		"diện tích lúa năm 2021 và thu ngân sách là bao nhiêu": "dien-tich-gieo-cay-lua thu-ngan-sach",
	} {
		var got []string
		for _, n := range Parse(text, options).Indicators {
			got = append(got, n.IDs[0])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q names %s, want %s", text, s, want)
		}
	}
}
