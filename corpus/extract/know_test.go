package extract

import (
	"testing"

	"thiduabot/corpus"
)

// TestKnownNames says when a figure is one of an indicator of the catalogue: every
// word of its name must be one of the indicator's.
func TestKnownNames(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct{ text, indicator, name, area string }{
		{"Toàn tỉnh có 318 doanh nghiệp tạm ngừng hoạt động.", "doanh-nghiep-tam-ngung", "Doanh nghiệp tạm ngừng hoạt động", ""},
		{"Toàn tỉnh có 74 doanh nghiệp giải thể.", "doanh-nghiep-giai-the", "Doanh nghiệp giải thể", ""},
		{"Tổng giá trị sản xuất đạt 9.812 tỷ đồng, trong đó công nghiệp - xây dựng 5.120 tỷ đồng.", "gia-tri-san-xuat-cong-nghiep-xay-dung", "Công nghiệp - xây dựng", ""},
		{"Thu ngân sách năm 2023 của huyện Đông Khê tăng 9,2%.", "thu-ngan-sach", "Thu ngân sách", "Huyện Đông Khê"},
		{"Tổng thu nhập toàn xã đạt 412 tỷ đồng.", "", "Tổng thu nhập", ""},
		{"CPI bình quân quý I tăng 3,9%.", "", "CPI bình quân", ""},
		{"Tỷ lệ lao động qua đào tạo: 74%; trong đó có bằng cấp, chứng chỉ: 31%.", "ty-le-lao-dong-co-bang-cap", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", ""},
		{"Đàn bò 14.200 con.", "dan-bo", "Đàn bò", ""},
		{"Ngành văn hóa đạt doanh thu 42,5 tỷ đồng.", "", "Doanh thu", ""},
		{"Ngành thuế thu nội địa được 6.218 tỷ đồng.", "thu-noi-dia", "Thu nội địa", ""},
		{"Tổng số thu BHXH, BHYT, BHTN đạt 4.520 tỷ đồng.", "", "Tổng số thu BHXH, BHYT, BHTN", ""},
		{"Chủ tịch UBND tỉnh Vũ Đức Hòa An phát biểu: thu ngân sách đạt 5.200 tỷ đồng.", "thu-ngan-sach", "Thu ngân sách", ""},
		{"Chủ tịch UBND huyện Kim Sơn Trần Văn Lam cho biết thu ngân sách của huyện đạt 320 tỷ đồng.", "thu-ngan-sach", "Thu ngân sách", "Huyện Kim Sơn"},
		{"Tỷ lệ đô thị hóa được nâng từ 31% năm 2018 lên 38% năm 2023.", "ty-le-do-thi-hoa", "Tỷ lệ đô thị hóa", ""},
		{"Năm 2024, phấn đấu từ 80% thôn trở lên đạt danh hiệu văn hóa.", "", "Tỷ lệ thôn đạt danh hiệu văn hóa", ""},
		{"Kết quả cả năm\n🌟 Đàn trâu: 320 con\n🌟 Đàn bò: 640 con", "dan-bo", "Đàn bò", ""},
		{"Cây ngô 1.250 ha.", "", "Diện tích cây ngô", ""},
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Tỉnh Cẩm Lương"}, Text: row.text})
		if len(got) == 0 {
			t.Errorf("%q: no record", row.text)
			continue
		}
		c := got[len(got)-1]
		if row.area == "" {
			row.area = "Tỉnh Cẩm Lương"
		}
		if c.Indicator != row.indicator || c.Name != row.name || c.Area != row.area {
			t.Errorf("%q: %s\nwant [%s] %s | %s", row.text, show(c), row.indicator, row.name, row.area)
		}
	}
}

// TestDoubts says what a person is to look at, by the reason.
func TestDoubts(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct{ text, doubt string }{
		{"Năm 2023, thuế bảo vệ môi trường đạt 6,4 tỷ đồng (88%).", doubtEqual},
		{"Năm 2023, tổng thu bán lẻ hàng hóa đạt 18.640 tỷ đồng; tổng thu bán lẻ hàng hóa 14.200 tỷ đồng.", doubtTwice},
		{"Năm 2023, hộ khá, giàu tăng lên 58%.", doubtLanding},
		{"Năm 2023, đơn vị thu được 685,4 tỷ đồng.", doubtName},
		{"Năm 2023, thị trường châu Âu chiếm 18%.", doubtName},
		{"Năm 2023, tôi trồng được 2 tấn cam.", doubtPart},
		{"Chủ tịch UBND huyện Kim Sơn cho biết, năm 2023 tỷ lệ hộ nghèo còn 2,3%.", doubtArea},
		{"Năm 2023, chúng tôi có 4 sản phẩm OCOP.", doubtArea},
		{"Năm 2023, kim ngạch xuất khẩu đạt 2,4 tỷ USD.", ""},
		{"Năm 2023, phường An Hòa và phường Bến Sỏi đạt thu ngân sách 12 tỷ đồng.", doubtArea},
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Tỉnh Cẩm Lương"}, Text: row.text})
		if len(got) == 0 {
			t.Errorf("%q: no record", row.text)
			continue
		}
		if c := got[len(got)-1]; c.Doubt != row.doubt {
			t.Errorf("%q: doubt %q, want %q (%s)", row.text, c.Doubt, row.doubt, show(c))
		}
	}
}

// TestPlaces says of which place a figure is.
func TestPlaces(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct{ text, area, doubt string }{
		{"Tại huyện Kim Sơn, tỷ lệ hộ nghèo còn 5,2%.", "Huyện Kim Sơn", ""},
		{"Tại huyện Kim Sơn, tỷ lệ hộ nghèo còn 5,2%. Thu nhập bình quân đầu người đạt 48 triệu đồng.", "Huyện Kim Sơn", ""},
		{"Xã Tân Lập (huyện Kim Sơn) có thu nhập bình quân 62 triệu đồng/người/năm.", "Xã Tân Lập", ""},
		{"Xã Tân Lập, huyện Kim Sơn đạt thu nhập bình quân 62 triệu đồng/người/năm.", "Xã Tân Lập", ""},
		{"Huyện Kim Sơn dẫn đầu. Thu ngân sách của huyện đạt 320 tỷ đồng.", "Huyện Kim Sơn", ""},
		{"Huyện Kim Sơn có 12 xã. Thu nhập bình quân đầu người đạt 48 triệu đồng.", "Tỉnh Cẩm Lương", doubtArea},
		{"Tại thành phố Yên Mạc, UBND tỉnh tổ chức hội nghị; thu ngân sách quý I đạt 3.200 tỷ đồng.", "Tỉnh Cẩm Lương", ""},
		{"Giá trị sản xuất công nghiệp của thành phố tăng 12,3%.", "Tỉnh Cẩm Lương", doubtArea},
		{"Huyện Kim Sơn và huyện Yên Bình có nhiều đổi mới. Tỷ lệ hộ nghèo ở Kim Sơn là 5,2%, ở Yên Bình là 4,8%.", "Huyện Yên Bình", ""},
		{"Tỷ lệ hộ nghèo giảm mạnh như Kim Sơn giảm 2,1%, Yên Bình giảm 1,8%.", "Huyện Kim Sơn", doubtArea},
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Tỉnh Cẩm Lương"}, Text: row.text})
		if len(got) == 0 {
			t.Errorf("%q: no record", row.text)
			continue
		}
		if c := got[len(got)-1]; c.Area != row.area || c.Doubt != row.doubt {
			t.Errorf("%q: %s\nwant %s, doubt %q", row.text, show(c), row.area, row.doubt)
		}
	}
}

// TestOpenings says of which status and year a figure is below or behind the words that
// open its sentence: a chapter has a number, "Mục tiêu" and "Phần lớn" are none.
func TestOpenings(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct {
		text   string
		status corpus.Status
		period string
	}{
		{"Mục tiêu: Thu ngân sách năm 2023 đạt 500 tỷ đồng.", corpus.Target, "2023"},
		{"Muc tieu: thu ngan sach nam 2023 dat 500 ty dong.", corpus.Target, "2023"},
		{"Phần I: Thu ngân sách năm 2023 đạt 500 tỷ đồng.", corpus.Actual, "2023"},
		{"Mục tiêu năm 2023: thu ngân sách đạt 500 tỷ đồng.", corpus.Target, "2023"},
		{"Phần lớn: Năm 2023 thu ngân sách đạt 500 tỷ đồng.", corpus.Actual, "2023"},
		{"I. KẾT QUẢ NĂM 2023\n\nMục tiêu năm 2024\n\n- Thu ngân sách đạt 500 tỷ đồng.", corpus.Target, "2024"},
		{"Điều 2. Các chỉ tiêu chủ yếu năm 2024\n\n- Thu ngân sách đạt 500 tỷ đồng.", corpus.Target, "2024"},
		{"Chương II. Kết quả năm 2023\n\n- Thu ngân sách đạt 500 tỷ đồng.", corpus.Actual, "2023"},
		{"Phần thứ hai\nMỤC TIÊU NĂM 2024\n\n- Thu ngân sách đạt 500 tỷ đồng.", corpus.Target, "2024"},
		{"Mục 3: Kết quả năm 2023\n\n- Thu ngân sách đạt 500 tỷ đồng.", corpus.Actual, "2023"},
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Tỉnh Cẩm Lương"}, Text: row.text})
		if len(got) != 1 {
			t.Errorf("%q: %d records, want 1", row.text, len(got))
			continue
		}
		if r := got[0].Record; r.Status != row.status || r.Period.String() != row.period {
			t.Errorf("%q: %s, want %s of %s", row.text, show(got[0]), row.status, row.period)
		}
	}
}

// TestNames says how a figure is named by the words around it.
func TestNames(t *testing.T) {
	x := New(corpus.Default())
	for _, row := range []struct{ text, name string }{
		{"Tỷ lệ trường đạt chuẩn quốc gia bậc mầm non 68%, THCS 71%.", "Tỷ lệ trường đạt chuẩn quốc gia bậc THCS"},
		{"Tỷ lệ trường đạt chuẩn quốc gia: mầm non 68%, tiểu học 75%.", "Tỷ lệ trường đạt chuẩn quốc gia tiểu học"},
		{"Doanh thu vận tải hành khách đạt 450 tỷ đồng; vận tải hàng hóa đạt 1.100 tỷ đồng.", "Doanh thu vận tải hàng hóa"},
		{"Dư nợ cho vay hộ nghèo đạt 120 tỷ đồng, hộ cận nghèo đạt 85 tỷ đồng.", "Dư nợ cho vay hộ cận nghèo"},
		{"Một số sản phẩm chủ yếu: xi măng 1,24 triệu tấn, bia 42 triệu lít.", "Sản lượng bia"},
		{"Lực lượng chức năng bắt 96 vụ, 131 đối tượng phạm tội về ma túy.", "Bắt đối tượng phạm tội về ma túy"},
		{"Xây mới 486 căn nhà Đại đoàn kết và sửa chữa 215 căn.", "Sửa chữa căn nhà Đại đoàn kết"},
		{"Kiểm tra 24 tổ chức đảng và 65 đảng viên.", "Kiểm tra đảng viên"},
		{"Các cấp công đoàn tỉnh kết nạp mới 3.460 đoàn viên.", "Kết nạp mới đoàn viên"},
		{"Huyện hỗ trợ 1.250 con bò giống cho 620 hộ nghèo.", "Số hộ nghèo được hỗ trợ con bò giống"},
		{"Toàn tỉnh có thêm 12 xã đạt chuẩn nông thôn mới.", "Số xã đạt chuẩn nông thôn mới tăng thêm"},
		{"Xảy ra 57 vụ tai nạn giao thông, làm chết 22 người.", "Số người chết do tai nạn giao thông"},
		{"Giải quyết 98,5% hồ sơ đất đai đúng hạn.", "Giải quyết hồ sơ đất đai đúng hạn"},
		{"- Đảng viên hoàn thành tốt nhiệm vụ: 44 đảng viên", "Đảng viên hoàn thành tốt nhiệm vụ"},
		{"Y tế: 44/49 trạm y tế xã đạt chuẩn.", "Số trạm y tế xã đạt chuẩn"},
		{"Nâng tỷ lệ cán bộ, công chức đạt chuẩn lên 84,1%.", "Tỷ lệ cán bộ, công chức đạt chuẩn"},
		{"Thu kinh phí công đoàn 2% toàn tỉnh được 41,7 tỷ đồng.", "Thu kinh phí công đoàn 2%"},
		{"Đàn lợn phục hồi, đạt 412 nghìn con.", "Đàn lợn"},
		{"Tỷ lệ tiêm đủ 2 mũi vắc xin đạt 96,4%.", "Tỷ lệ tiêm đủ 2 mũi vắc xin"},
		{"Tỷ lệ hồ sơ mức độ 3 đạt 35%.", "Tỷ lệ hồ sơ mức độ 3"},
		{"Ở khu vực miền núi, tỷ lệ hộ nghèo còn 12,5%.", "Tỷ lệ hộ nghèo khu vực miền núi"},
		{"14 tập thể và 37 cá nhân được tặng giấy khen.", "Số cá nhân được tặng giấy khen"},
	} {
		got := x.Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Tỉnh Cẩm Lương"}, Text: "Năm 2023. " + row.text})
		if len(got) == 0 {
			t.Errorf("%q: no record", row.text)
			continue
		}
		if c := got[len(got)-1]; c.Name != row.name || c.Doubt != "" {
			t.Errorf("%q: %s\nwant %s", row.text, show(c), row.name)
		}
	}
}

// TestOfficeWithoutCatalogue says that the usual names are read as names where the
// catalogue has none, without lending their ids, and that its own names come first.
func TestOfficeWithoutCatalogue(t *testing.T) {
	text := "Năm 2023, thu ngân sách nhà nước trên địa bàn đạt 512 tỷ đồng; tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng đạt 18.640 tỷ đồng; tỷ lệ thất nghiệp thành thị 2,8%."
	for _, row := range []struct {
		own        []corpus.Indicator
		names, ids [3]string
	}{
		{nil, [3]string{"Thu ngân sách nhà nước", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "Tỷ lệ thất nghiệp thành thị"}, [3]string{}},
		{[]corpus.Indicator{{ID: "thu", Name: "Thu ngân sách nhà nước", Unit: "tỷ đồng"}}, [3]string{"Thu ngân sách nhà nước", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "Tỷ lệ thất nghiệp thành thị"}, [3]string{"thu"}},
	} {
		got := New(&corpus.Corpus{Indicators: row.own}).Records(corpus.Article{Date: "2023-12-20", Areas: []string{"Huyện Đông Khê"}, Text: text})
		if len(got) != 3 {
			t.Errorf("%d records, want 3", len(got))
			continue
		}
		for i, c := range got {
			if c.Name != row.names[i] || c.Indicator != row.ids[i] {
				t.Errorf("%s\nwant [%s] %s", show(c), row.ids[i], row.names[i])
			}
		}
	}
}
