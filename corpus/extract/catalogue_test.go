package extract

import "thiduabot/corpus"

// testCorpus is a small catalogue of common indicators and invented places.
func testCorpus() *corpus.Corpus {
	ind := func(id, name, unit string, aliases ...string) corpus.Indicator {
		return corpus.Indicator{ID: id, Name: name, Unit: unit, Aliases: aliases}
	}
	return &corpus.Corpus{
		Indicators: []corpus.Indicator{
			ind("grdp", "GRDP", "tỷ đồng", "Tổng sản phẩm trên địa bàn", "tổng sản phẩm trên địa bàn tỉnh", "tổng sản phẩm trong tỉnh", "kinh tế"),
			ind("grdp-nguoi", "GRDP bình quân đầu người", "triệu đồng"),
			ind("thu-nhap-binh-quan-dau-nguoi", "Thu nhập bình quân đầu người", "triệu đồng/người"),
			ind("gtsx-cong-nghiep", "Giá trị sản xuất công nghiệp", "tỷ đồng", "GTSX công nghiệp", "sản xuất công nghiệp"),
			ind("gtsx-nong-nghiep", "Giá trị sản xuất nông nghiệp", "tỷ đồng", "GTSX nông nghiệp"),
			ind("gtsx-nlts", "Giá trị sản xuất nông, lâm nghiệp và thủy sản", "tỷ đồng", "giá trị sản xuất nông, lâm, thủy sản"),
			ind("gtsx-dich-vu", "Giá trị sản xuất ngành dịch vụ", "tỷ đồng", "giá trị sản xuất dịch vụ"),
			ind("xuat-khau", "Giá trị xuất khẩu", "triệu USD", "Kim ngạch xuất khẩu", "xuất khẩu", "giá trị xuất khẩu trên địa bàn", "kim ngạch xuất khẩu hàng hóa"),
			ind("nhap-khau", "Kim ngạch nhập khẩu", "triệu USD", "nhập khẩu", "kim ngạch nhập khẩu hàng hóa"),
			ind("thu-ngan-sach", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "thu ngân sách", "tổng thu ngân sách nhà nước trên địa bàn", "thu NSNN trên địa bàn", "thu ngân sách trên địa bàn", "thu NSNN"),
			ind("thu-noi-dia", "Thu nội địa", "tỷ đồng"),
			ind("thu-kinh-te", "Thu ngân sách nhà nước từ kinh tế trên địa bàn", "tỷ đồng"),
			ind("chi-ngan-sach", "Tổng chi ngân sách địa phương", "tỷ đồng", "chi ngân sách địa phương", "chi ngân sách"),
			ind("iip", "Chỉ số sản xuất công nghiệp", "%", "IIP", "chỉ số sản xuất công nghiệp IIP"),
			ind("cpi", "Chỉ số giá tiêu dùng", "%", "CPI"),
			ind("ban-le", "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng", "tỷ đồng", "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", "tổng mức bán lẻ hàng hóa"),
			ind("von-dau-tu", "Vốn đầu tư toàn xã hội", "tỷ đồng", "tổng vốn đầu tư toàn xã hội", "vốn đầu tư phát triển toàn xã hội"),
			ind("giai-ngan", "Giải ngân vốn đầu tư công", "%", "tỷ lệ giải ngân vốn đầu tư công"),
			ind("ho-ngheo", "Tỷ lệ hộ nghèo", "%", "hộ nghèo", "tỷ lệ hộ nghèo đa chiều"),
			ind("so-ho-ngheo", "Số hộ nghèo", "hộ"),
			ind("viec-lam", "Số lao động được giải quyết việc làm", "lao động", "giải quyết việc làm", "giải quyết việc làm mới", "tạo việc làm mới"),
			ind("bhyt", "Tỷ lệ bao phủ bảo hiểm y tế", "%", "tỷ lệ tham gia bảo hiểm y tế", "tỷ lệ bao phủ BHYT"),
			ind("ntm", "Số xã đạt chuẩn nông thôn mới", "xã", "xã đạt chuẩn nông thôn mới"),
			ind("ntm-nc", "Số xã đạt chuẩn nông thôn mới nâng cao", "xã", "xã đạt chuẩn nông thôn mới nâng cao"),
			ind("dn-moi", "Số doanh nghiệp đăng ký mới", "doanh nghiệp", "doanh nghiệp thành lập mới", "doanh nghiệp đăng ký thành lập mới"),
			ind("che-phu-rung", "Tỷ lệ che phủ rừng", "%", "độ che phủ rừng"),
			ind("chi-tieu-dat", "Số chỉ tiêu đạt và vượt kế hoạch", "chỉ tiêu"),
			ind("chi-tieu-thi-dua", "Số chỉ tiêu phát động thi đua", "chỉ tiêu"),
			ind("giao-quan", "Tỷ lệ hoàn thành chỉ tiêu giao quân", "%", "chỉ tiêu giao quân"),
			ind("cu-tri", "Tỷ lệ cử tri đi bỏ phiếu", "%", "cử tri đi bỏ phiếu"),
			ind("ty-trong-cn", "Tỷ trọng công nghiệp và xây dựng trong GRDP", "%", "tỷ trọng công nghiệp - xây dựng"),
			ind("ty-trong-dv", "Tỷ trọng dịch vụ trong GRDP", "%"),
			ind("khach-du-lich", "Lượt khách du lịch", "lượt khách", "khách du lịch", "tổng lượt khách du lịch"),
			ind("doanh-thu-du-lich", "Doanh thu du lịch", "tỷ đồng"),
			ind("hoan-thanh-xuat-sac", "Tỷ lệ hoàn thành xuất sắc nhiệm vụ", "%", "hoàn thành xuất sắc nhiệm vụ"),
		},
		Areas: []corpus.Area{
			{Name: "Việt Nam", Level: "country"},
			{Name: "Tỉnh Sơn Khê", Level: "province", Parent: "Việt Nam", Aliases: []string{"Sơn Khê"}},
			{Name: "Thành phố Sơn Khê", Level: "city", Parent: "Tỉnh Sơn Khê", Aliases: []string{"TP Sơn Khê"}},
			{Name: "Huyện Bình Lạc", Level: "district", Parent: "Tỉnh Sơn Khê", Aliases: []string{"Bình Lạc"}},
			{Name: "Huyện Thanh Hà Đông", Level: "district", Parent: "Tỉnh Sơn Khê"},
			{Name: "Tỉnh Nam Định", Level: "province", Parent: "Việt Nam", Aliases: []string{"Nam Định"}},
			{Name: "Thành phố Nam Định", Level: "city", Parent: "Tỉnh Nam Định"},
		},
	}
}
