package ingest

import "testing"

func TestUncapped(t *testing.T) {
	text := "Năm qua, UBND huyện Đông Khê đã làm tốt. Phong trào của xã Hải Lạc và Hội Nông dân được khen về xây dựng nông thôn mới, đưa nông sản ra chợ."
	for heading, want := range map[string]string{
		"BÁO CÁO":                               "Báo cáo",
		"UBND HUYỆN ĐÔNG KHÊ":                   "UBND huyện Đông Khê",
		"ỦY BAN NHÂN DÂN XÃ VÂN SƠN":            "Ủy ban nhân dân xã Vân Sơn",
		"KẾT QUẢ THI ĐUA NĂM 2021":              "Kết quả thi đua năm 2021",
		"XÃ HẢI LẠC TỔNG KẾT PHONG TRÀO":        "Xã Hải Lạc tổng kết phong trào",
		"HUYỆN ĐẠT CHUẨN NÔNG THÔN MỚI":         "Huyện đạt chuẩn nông thôn mới",
		"KẾT QUẢ QUÝ II/2022 CỦA HUYỆN NĂM QUA": "Kết quả quý II/2022 của huyện năm qua",
		"TÌNH HÌNH THỰC HIỆN CHỈ TIÊU":          "Tình hình thực hiện chỉ tiêu",
		"PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2022":        "Phương hướng nhiệm vụ năm 2022",
		"Kết quả của UBND":                      "Kết quả của UBND",
	} {
		if got := uncapped(heading, text); got != want {
			t.Errorf("uncapped(%q) = %q, want %q", heading, got, want)
		}
	}
}

func TestDateIn(t *testing.T) {
	for text, want := range map[string]string{
		"UBND HUYỆN\n\nĐông Khê, ngày 5 tháng 7 năm 2022\n": "2022-07-05",
		"Tổng kết\n\nNgày 20-12-2022\n\nSáng 20-12":         "2022-12-20",
		"Thứ ba, 20/12/2022 | 08:15":                        "2022-12-20",
		"(Cập nhật lúc: 08:15, 1/2/2022)":                   "2022-02-01",
		"Theo Kế hoạch số 15 ngày 12/01/2022 của UBND":      "",
		"Ngày 31/02/2022":                                   "",
	} {
		if got := dateIn(text); got != want {
			t.Errorf("dateIn(%q) = %q, want %q", text, got, want)
		}
	}
}
