package query

import (
	"strings"
	"testing"

	"thiduabot/corpus"
)

func TestLimits(t *testing.T) {
	for text, want := range map[string]string{
		"GRDP của tỉnh năm nào thì vượt 70 nghìn tỷ":      "(limit > 70 \"nghìn tỷ đồng\")",
		"nam nao ty le ho ngheo cua tinh duoi 2%":         "(limit < 2 \"%\")",
		"huyện nào có hộ nghèo không quá 3%":              "(limit <= 3 \"%\")",
		"những chỉ tiêu nào tăng trên 10% trong năm 2022": "(limit > 10 \"%\")",
		"thu ngân sách 2021 có vượt 3000 tỷ không":        "(limit > 3000 \"tỷ đồng\")",
		"thu ngân sách 2021 trên 3000 tỷ là của nơi khác": "",
		"số doanh nghiệp trên 100 lao động có tăng không": "",
		"doanh nghiệp vốn trên 10 tỷ đồng năm 2020":       "",
		"năm nào thu ngân sách từ 5000 tỷ trở lên":        "(limit >= 5000 \"tỷ đồng\")",
		"năm nào hộ nghèo cao nhất từ 2015 đến 2020":      "",
		"hộ nghèo năm 2020 có giảm dưới 1,5 điểm không":   "",
		"huyện nào xuất khẩu trên 100 tỷ đồng":            "",
		"xã nào đạt 19 tiêu chí nông thôn mới":            "",
		"tỉnh có bao nhiêu xã trên 19 tiêu chí nông thôn": "",
	} {
		got := ""
		if l := Parse(text, options).Limit; l != nil {
			got = l.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLimitMeets(t *testing.T) {
	for _, c := range []struct {
		limit Limit
		value float64
		unit  string
		want  bool
	}{
		{Limit{Bound: ">", Value: 70, Unit: "nghìn tỷ đồng"}, 70208, "tỷ đồng", true},
		{Limit{Bound: ">", Value: 70, Unit: "nghìn tỷ đồng"}, 69999, "tỷ đồng", false},
		{Limit{Bound: "<", Value: 2, Unit: "%"}, 1.53, "%", true},
		{Limit{Bound: "<=", Value: 3, Unit: "%"}, 3, "%", true},
		{Limit{Bound: ">", Value: 1, Unit: "tỷ đồng"}, 3000, "triệu USD", false},
	} {
		if got := c.limit.Meets(c.value, c.unit); got != c.want {
			t.Errorf("%s of %g %s: %v", c.limit, c.value, c.unit, got)
		}
	}
}

func TestUnitsAsked(t *testing.T) {
	for text, want := range map[string]struct{ unit, id string }{
		"ý yên thu hoạch bao nhiêu tấn lúa năm 2021": {"tấn", "san-luong-lua"},
		"ý yên cấy bao nhiêu ha lúa năm 2021":        {"", "dien-tich-gieo-cay-lua"},
		"lúa ý yên 2021 được mấy tạ trên ha":         {"tạ", "nang-suat-lua"},
		"cận nghèo phường Thống Nhất còn mấy hộ":     {"hộ", "so-ho-can-ngheo"},
	} {
		q := Parse(text, options)
		if len(q.Indicators) != 1 || q.Indicators[0].IDs[0] != want.id || q.Unit != want.unit || len(q.Left) > 0 {
			t.Errorf("%q: %s", text, q)
		}
	}
}

// TestNamesByTheirCores asks for a thing without the words that its unit tells.
func TestNamesByTheirCores(t *testing.T) {
	terms := NewTerms([]corpus.Indicator{
		{ID: "a", Name: "Tiếp nhận hồ sơ", Unit: "hồ sơ"},
		{ID: "b", Name: "Số ca mắc sốt xuất huyết", Unit: "ca"},
		{ID: "c", Name: "Xi măng", Unit: "nghìn tấn"},
		{ID: "d", Name: "Tỷ lệ thanh toán trực tuyến", Unit: "%"},
	}, nil)
	for text, want := range map[string]string{
		"năm 2018 tiếp nhận bao nhiêu hồ sơ":            "a",
		"so ca sot xuat huyet nam 2018":                 "b",
		"sản lượng xi măng 2023":                        "c",
		"thanh toán trực tuyến 2023":                    "d",
		"số công nhân mắc sốt xuất huyết năm 2018":      "",
		"diện tích xi măng 2023":                        "",
		"năm 2018 tiếp nhận bao nhiêu người":            "",
		"thanh toán trực tuyến 2023 bao nhiêu tỷ đồng":  "",
		"tỷ lệ hồ sơ tiếp nhận sai":                     "",
		"doanh thu thanh toán trực tuyến":               "",
		"năm 2018 tiếp nhận bao nhiêu hồ sơ của phụ nữ": "",
	} {
		q := Parse(text, Options{Terms: terms, Now: options.Now})
		got := ""
		if len(q.Indicators) == 1 && len(q.Left) == 0 {
			got = q.Indicators[0].IDs[0]
		}
		if got != want {
			t.Errorf("%q names %q, want %q: %s", text, got, want, q)
		}
	}
}

// TestCorrections takes back what the asker takes back.
func TestCorrections(t *testing.T) {
	for text, want := range map[string]string{
		"xuất khẩu 2020 à nhầm 2021":                          "xuất khẩu 2021",
		"tp có 5 tháng... à không, cả năm 2020 thu bao nhiêu": "tp có cả năm 2020 thu bao nhiêu",
		"xuat khau tinh a nham thanh pho nam 2021":            "xuat khau thanh pho nam 2021",
		"nhập khẩu à nhầm xuất khẩu 2021":                     "xuất khẩu 2021",
		"thu ngân sách nhầm 2021":                             "thu ngân sách nhầm 2021",
		"hộ nghèo có giảm không năm 2020":                     "hộ nghèo có giảm không năm 2020",
		"nhầm 2021": "nhầm 2021",
		"à không":   "à không",
	} {
		if got := strings.TrimSpace(corrected(text, options)); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}
