package extract

import (
	"strings"
	"testing"

	"thiduabot/corpus"
)

// A dated is a short article and what its figures are: the status, the period and the
// figure of each record in the order of the text.
type dated struct {
	date, title, text, want string
}

// tells writes a record as a dated has it: "t 2025 4300", "a 2024 Δ8.1", "a 2024 105kh".
func tells(c Candidate) string {
	s := string(c.Status[:1]) + " " + c.Period.String()
	if c.Value != nil || c.Low != nil {
		s += " " + goldValue(c)
	}
	if c.Change != nil {
		s += " Δ" + goldChange(c)
	}
	if c.PlanPct != nil {
		s += " " + number(c.PlanPct) + "kh"
	}
	return s
}

func testDated(t *testing.T, rows []dated) {
	t.Helper()
	x := New(corpus.Default())
	for _, row := range rows {
		var got []string
		for _, c := range x.Records(corpus.Article{Date: row.date, Areas: []string{"Huyện Sông Lạng"}, Title: row.title, Text: row.text}) {
			got = append(got, tells(c))
		}
		if s := strings.Join(got, ", "); s != row.want {
			t.Errorf("%s: %s\n got %s\nwant %s", row.title, row.text, s, row.want)
		}
	}
}

// What stands below a heading of goals is a goal; what stands below one that tells what
// became of goals is none.
func TestGoalHeads(t *testing.T) {
	testDated(t, []dated{
		{"2024-12-20", "Sông Lạng họp tổng kết", "Kết quả thực hiện các chỉ tiêu:\n\n- Thu ngân sách đạt 412 tỷ đồng.\n\n- Tỷ lệ hộ nghèo còn 2,1%.", "a 2024 412, a 2024 2.1"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "I. CÁC CHỈ TIÊU CHƯA HOÀN THÀNH\n\n- Thu ngân sách: 412 tỷ đồng.\n\n- Số lao động có việc làm mới: 1.850 người.", "a 2024 412, a 2024 1850"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "Các chỉ tiêu chưa đạt kế hoạch năm 2024:\n\n- Thu ngân sách đạt 412 tỷ đồng.\n\n- Trồng rừng đạt 215 ha.", "a 2024 412, a 2024 215"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "1. Đánh giá thực hiện mục tiêu năm 2024\n\nThu ngân sách 412 tỷ đồng.\n\n2. Mục tiêu, nhiệm vụ năm 2025\n\nThu ngân sách 450 tỷ đồng.", "a 2024 412, t 2025 450"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "II. CHỈ TIÊU CHỦ YẾU NĂM 2025\n\n1. Thu ngân sách: 450 tỷ đồng.\n\n2. Sản lượng lương thực: 52.000 tấn.", "t 2025 450, t 2025 52000"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "I. KẾT QUẢ NĂM 2024\n\nThu ngân sách đạt 412 tỷ đồng.\n\nII. PHƯƠNG HƯỚNG NĂM 2025\n\nThu ngân sách đạt 450 tỷ đồng.", "a 2024 412, t 2025 450"},
		{"2024-12-20", "Báo cáo của UBND huyện Sông Lạng năm 2024", "I. KẾT QUẢ NĂM 2024\n\nThu ngân sách đạt 412 tỷ đồng.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM\n\nThu ngân sách đạt 450 tỷ đồng.\n\nIII. TỔ CHỨC THỰC HIỆN", "a 2024 412, t 2025 450"},
		{"2024-12-20", "Hội Nông dân Sông Lạng tổng kết năm 2024", "Những chỉ tiêu đạt và vượt năm 2024:\n\n- Kết nạp 320 hội viên.\n\n- Vận động quỹ 640 triệu đồng.", "a 2024 320, a 2024 640"},
		{"2024-12-20", "Hội Nông dân Sông Lạng tổng kết năm 2024", "Các chỉ tiêu đã hoàn thành:\n\n- Kết nạp 320 hội viên.\n\nCác chỉ tiêu phấn đấu năm 2025:\n\n- Kết nạp 350 hội viên.", "a 2024 320, t 2025 350"},
		{"2024-12-20", "Hội Nông dân Sông Lạng tổng kết năm 2024", "Một số chỉ tiêu cơ bản đạt được năm 2024:\n\n- Kết nạp 320 hội viên.\n\nMục tiêu cần đạt được năm 2025:\n\n- Kết nạp 350 hội viên.", "a 2024 320, t 2025 350"},
		{"2024-12-20", "Hội Nông dân Sông Lạng tổng kết năm 2024", "Nhìn lại các mục tiêu năm 2024\n\n- Kết nạp 320 hội viên.\n\nĐịnh hướng năm 2025\n\n- Kết nạp 350 hội viên.", "a 2024 320, t 2025 350"},
	})
}

// The figures of a document that sets goals are goals, but for what it says of the years
// before.
func TestPlanDocuments(t *testing.T) {
	testDated(t, []dated{
		{"2025-01-08", "Kế hoạch phát triển kinh tế - xã hội huyện Sông Lạng năm 2025", "I. MỤC TIÊU\n\nGiữ vững ổn định chính trị.\n\nII. NHIỆM VỤ CỤ THỂ\n\n1. Về kinh tế\n\nThu ngân sách đạt 450 tỷ đồng. Sản lượng lương thực đạt 52.000 tấn.\n\n2. Về xã hội\n\nTỷ lệ hộ nghèo còn 1,6%.", "t 2025 450, t 2025 52000, t 2025 1.6"},
		{"2025-01-08", "Kế hoạch giảm nghèo năm 2025 của huyện Sông Lạng", "I. THỰC TRẠNG\n\nNăm 2024, tỷ lệ hộ nghèo còn 2,1%.\n\nII. NỘI DUNG\n\nTỷ lệ hộ nghèo còn 1,6%.", "a 2024 2.1, t 2025 1.6"},
		{"2025-01-08", "Kế hoạch giảm nghèo năm 2025 của huyện Sông Lạng", "I. ĐÁNH GIÁ TÌNH HÌNH NĂM 2024\n\nTỷ lệ hộ nghèo là 2,1%; giải quyết việc làm cho 1.850 lao động.\n\nII. KẾ HOẠCH THỰC HIỆN NĂM 2025\n\nTỷ lệ hộ nghèo là 1,6%; giải quyết việc làm cho 2.000 lao động.", "a 2024 2.1, a 2024 1850, t 2025 1.6, t 2025 2000"},
		{"2024-12-26", "Nghị quyết về nhiệm vụ phát triển kinh tế - xã hội năm 2025", "Điều 1. Các chỉ tiêu\n\nThu ngân sách 450 tỷ đồng.\n\nĐiều 2. Nhiệm vụ và giải pháp\n\nTrồng mới 260 ha rừng; giải quyết việc làm cho 2.000 lao động.", "t 2025 450, t 2025 260, t 2025 2000"},
		{"2024-12-26", "Dự toán ngân sách huyện Sông Lạng năm 2025", "Tổng thu ngân sách nhà nước trên địa bàn: 450 tỷ đồng.\n\nTổng chi ngân sách địa phương: 812 tỷ đồng.", "t 2025 450, t 2025 812"},
		{"2025-02-14", "Đề án phát triển cây chè huyện Sông Lạng đến năm 2030", "I. HIỆN TRẠNG\n\nDiện tích chè toàn huyện là 1.240 ha.\n\nII. QUY MÔ\n\nDiện tích chè đạt 1.800 ha, sản lượng đạt 14.500 tấn.", "a 2025 1240, t 2030 1800, t 2030 14500"},
		{"2025-01-20", "Sông Lạng phát động thi đua năm 2025", "Huyện phát động đợt thi đua đầu năm.\n\nNội dung thi đua:\n\n- Thu ngân sách 450 tỷ đồng.\n\n- Trồng mới 260 ha rừng.", "t 2025 450, t 2025 260"},
		{"2025-01-20", "Chương trình việc làm năm 2025 của huyện Sông Lạng", "Giải quyết việc làm cho 2.000 lao động; đào tạo nghề cho 1.150 người.\n\nNăm 2024, huyện đã giải quyết việc làm cho 1.850 lao động.", "t 2025 2000, t 2025 1150, a 2024 1850"},
		{"2024-12-27", "Kế hoạch năm 2025 của huyện Sông Lạng", "Năm 2025, thu ngân sách 450 tỷ đồng.\n\nNăm 2024, huyện thu 412 tỷ đồng; vận động 326 triệu đồng quỹ Đền ơn đáp nghĩa.\n\nTỷ lệ hộ nghèo còn 1,6%.", "t 2025 450, a 2024 412, a 2024 326, t 2025 1.6"},
		{"2025-01-10", "Kế hoạch thi đua năm 2025", "Hội kết nạp 320 hội viên; tổ chức thực hiện 42 mô hình. Hiện Hội có 4.200 hội viên.", "t 2025 320, t 2025 42, a 2025 4200"},
		{"2025-02-10", "Chương trình giảm nghèo năm 2025 ở Sông Lạng", "Toàn huyện còn 812 hộ nghèo.", "a 2025 812"},
		{"2025-09-18", "Chương trình OCOP năm 2025 của huyện Sông Lạng", "Toàn huyện có 42 sản phẩm OCOP.", "a 2025 42"},
		{"2025-12-18", "Kết quả thực hiện kế hoạch năm 2025 của huyện Sông Lạng", "Thu ngân sách đạt 455 tỷ đồng.", "a 2025 455"},
		{"2025-07-08", "Huyện Sông Lạng: thu ngân sách đạt 62% dự toán năm 2025", "Thu ngân sách 6 tháng đạt 279 tỷ đồng.", "a 2025-H1 279"},
	})
}

// Goals told for a year hold for the fields that are taken up after them.
func TestGoalFields(t *testing.T) {
	testDated(t, []dated{
		{"2024-12-24", "Sông Lạng bàn nhiệm vụ", "Năm 2025, huyện đặt mục tiêu:\n\nVề kinh tế: thu ngân sách 450 tỷ đồng, thu nhập bình quân đầu người 62 triệu đồng.\n\nVề xã hội: tỷ lệ hộ nghèo còn 1,6%.\n\nNăm 2024, thu ngân sách đạt 412 tỷ đồng.", "t 2025 450, t 2025 62, t 2025 1.6, a 2024 412"},
		{"2024-12-24", "Sông Lạng bàn nhiệm vụ", "Năm 2025, huyện phấn đấu hoàn thành các mục tiêu sau:\n\nVề kinh tế, thu ngân sách đạt 450 tỷ đồng.\n\nVề văn hóa - xã hội, tỷ lệ hộ nghèo còn 1,6%.\n\nTrước đó, năm 2024 tỷ lệ hộ nghèo là 2,1%.\n\nVề môi trường, tỷ lệ che phủ rừng là 52,4%.", "t 2025 450, t 2025 1.6, a 2024 2.1, a 2024 52.4"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Bước sang năm 2025, huyện đề ra các chỉ tiêu chủ yếu:\n\nVề kinh tế: thu ngân sách 450 tỷ đồng.\n\nVề quốc phòng - an ninh: giao quân đạt 100%.\n\nPhát biểu tại hội nghị, Bí thư Huyện ủy đánh giá cao kết quả đạt được: thu ngân sách 412 tỷ đồng.", "t 2025 450, t 2025 100, a 2024 412"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Năm 2025, huyện đặt mục tiêu:\n\nVề kinh tế:\n\n- Thu ngân sách 450 tỷ đồng.\n\nVề xã hội:\n\n- Tỷ lệ hộ nghèo còn 1,6%.\n\nVề kết quả năm 2024, thu ngân sách 412 tỷ đồng.\n\nVề giáo dục, huyện có 42 trường học.", "t 2025 450, t 2025 1.6, a 2024 412, a 2024 42"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Năm 2025, huyện đặt mục tiêu:\n\nVề kinh tế: thu ngân sách 450 tỷ đồng.\n\nVề đích nông thôn mới sớm, huyện có 12 xã nông thôn mới.", "t 2025 450, a 2024 12"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "I. MỤC TIÊU NĂM 2025\n\nThu ngân sách 450 tỷ đồng.\n\nII. KẾT QUẢ NĂM 2024\n\nVề kinh tế, thu ngân sách 412 tỷ đồng.", "t 2025 450, a 2024 412"},
	})
}

// A deadline tells by when something is to be reached.
func TestDeadlines(t *testing.T) {
	testDated(t, []dated{
		{"2024-11-06", "Sông Lạng đôn đốc thu ngân sách", "Chi cục Thuế phải thu 86 tỷ đồng trước ngày 25/12.", "t 2024-12-25 86"},
		{"2024-08-06", "Sông Lạng đôn đốc giải ngân", "Các xã giải ngân vốn đầu tư công đạt 95% kế hoạch, chậm nhất ngày 30/10.", "t 2024-10-30 95kh"},
		{"2024-08-06", "Sông Lạng làm đường", "Huyện phải cứng hóa 42 km đường, xong trong quý IV.", "t 2024-Q4 42"},
		{"2024-08-06", "Sông Lạng làm đường", "Đã bàn giao mặt bằng 28 ha; diện tích còn lại 12 ha phải bàn giao trước ngày 30/9.", "a 2024 28, t 2024-09-30 12"},
		{"2024-08-06", "Sông Lạng làm nhà", "Nhà xây trước ngày 1/7/2014 có 320 nhà.", "a 2024 320"},
		{"2024-08-06", "Sông Lạng làm nhà", "Trước ngày 30/9, các xã phải trồng 42 ha rừng và 15.000 cây phân tán.", "t 2024-09-30 42, t 2024-09-30 15000"},
		{"2024-08-06", "Sông Lạng làm nhà", "Trước ngày 30/6, huyện đã bàn giao 42 nhà.", "a 2024 42"},
		{"2024-08-06", "Sông Lạng làm nhà", "Huyện xóa xong 120 nhà tạm trước ngày 31/12/2024.", "t 2024-12-31 120"},
	})
}

// The period that a sentence tells holds as far as the text means it.
func TestArticlePeriods(t *testing.T) {
	testDated(t, []dated{
		{"2024-10-05", "Kinh tế Sông Lạng 9 tháng năm 2024", "Thu ngân sách đạt 310 tỷ đồng. Riêng tháng 9, thu ngân sách đạt 36 tỷ đồng. Chi ngân sách đạt 540 tỷ đồng.", "a 2024-09M 310, a 2024-09 36, a 2024-09M 540"},
		{"2024-10-05", "Kinh tế Sông Lạng", "9 tháng năm 2024, thu ngân sách đạt 310 tỷ đồng. Riêng trong tháng 9, thu được 36 tỷ đồng.\n\nChi ngân sách đạt 540 tỷ đồng.", "a 2024-09M 310, a 2024-09 36, a 2024-09M 540"},
		{"2024-12-24", "Công an Sông Lạng tổng kết năm 2024", "Ngày 12/8, huyện ra mắt mô hình camera an ninh.\n\nToàn huyện xảy ra 38 vụ tai nạn giao thông.", "a 2024 38"},
		{"2024-12-24", "Sông Lạng năm 2024", "Tháng 5/2024, huyện tổ chức lễ khởi công cụm công nghiệp.\n\nThu ngân sách đạt 412 tỷ đồng.", "a 2024 412"},
		{"2024-12-24", "Sông Lạng thu hút đầu tư", "Tháng 5/2023, huyện ký kết biên bản ghi nhớ với hai doanh nghiệp. Đến nay, tổng vốn đầu tư đăng ký đạt 1.240 tỷ đồng.", "a 2024 1240"},
		{"2023-10-12", "Mô hình nuôi cá ở Sông Lạng", "Năm 2021, hợp tác xã có 12 hộ tham gia. Nay hợp tác xã có 38 hộ tham gia.", "a 2021 12, a 2023 38"},
		{"2023-10-12", "Sông Lạng giảm nghèo", "Năm 2020, tỷ lệ hộ nghèo của huyện là 6,5% thì nay còn 2,4%.", "a 2020 6.5, a 2023 2.4"},
		{"2024-01-09", "Hội Phụ nữ Sông Lạng tổng kết", "Trong năm, Hội kết nạp 320 hội viên.", "a 2023 320"},
		{"2024-01-09", "Hội Phụ nữ Sông Lạng họp", "Trong năm, Hội phấn đấu kết nạp 340 hội viên.", "t 2024 340"},
		{"2024-07-09", "Hội Phụ nữ Sông Lạng họp", "Sáng 8/7, Hội tổ chức hội nghị sơ kết 6 tháng đầu năm 2024. Hội kết nạp 320 hội viên.\n\nVận động quỹ 640 triệu đồng.", "a 2024-H1 320, a 2024-H1 640"},
		{"2025-02-11", "Hội Phụ nữ Sông Lạng họp", "Hội Phụ nữ huyện vừa tổng kết phong trào thi đua năm 2024.\n\nHội kết nạp 320 hội viên.", "a 2024 320"},
		{"2024-08-20", "Sông Lạng sau 6 tháng thực hiện phong trào xóa nhà tạm", "Toàn huyện xóa được 120 nhà tạm.", "a 2024 120"},
		{"2024-07-02", "Kinh tế Sông Lạng quý II và 6 tháng đầu năm 2024", "Thu ngân sách đạt 206 tỷ đồng.", "a 2024-H1 206"},
		{"2025-01-06", "Kinh tế Sông Lạng năm 2024", "Giá trị sản xuất theo giá so sánh năm 2010 đạt 6.240 tỷ đồng.", "a 2024 6240"},
		{"2024-09-16", "Hội Nông dân Sông Lạng sau phong trào giai đoạn 2019 - 2024", "- Dư nợ ủy thác đến 31/8/2024 là 118,6 tỷ đồng.\n\n- Nông dân hiến 38.700 m2 đất.", "a 2024-08-31 118.6, a 2019/2024 38700"},
		{"2023-08-14", "Bảo hiểm xã hội Sông Lạng giao ban", "Đề nghị các xã cả năm tặng 500 thẻ bảo hiểm y tế (đến nay đã tặng 182 thẻ).", "t 2023 500, a 2023 182"},
		{"2025-01-06", "Kinh tế Sông Lạng", "Giá trị sản xuất theo giá so sánh năm 2024 đạt 6.240 tỷ đồng.", "a 2024 6240"},
		{"2020-08-14", "Đại hội Đảng bộ huyện Sông Lạng nhiệm kỳ 2020 - 2025", "Trong nhiệm kỳ, Đảng bộ kết nạp 640 đảng viên.", "a 2015/2020 640"},
		{"2020-08-14", "Đại hội Đảng bộ huyện Sông Lạng nhiệm kỳ 2020 - 2025", "Trong nhiệm kỳ, Đảng bộ phấn đấu kết nạp 700 đảng viên.", "t 2020/2025 700"},
		{"2023-10-12", "Sông Lạng giảm nghèo", "Năm 2019, tỷ lệ hộ nghèo của huyện là 6,5%. Hai năm sau, tỷ lệ hộ nghèo còn 4,2%. Nay tỷ lệ hộ nghèo còn 2,4%.", "a 2019 6.5, a 2021 4.2, a 2023 2.4"},
		{"2024-05-11", "Nhà máy nước Sông Lạng", "Ba tháng đầu vận hành, nhà máy sản xuất 42.000 m3 nước.", "a 2024 42000"},
		{"2024-07-05", "Sông Lạng 6 tháng đầu năm 2024", "Sau 6 tháng, huyện thu ngân sách 206 tỷ đồng.", "a 2024-H1 206"},
		{"2024-03-11", "Hợp tác xã Sông Lạng", "Chỉ trong 3 tháng, hợp tác xã bán được 120 tấn cam.", "a 2024 120"},
		{"2024-12-24", "Sông Lạng năm 2024", "Tháng 5/2024, huyện tổ chức lễ khởi công cụm công nghiệp Đồng Vân. Toàn huyện giải quyết việc làm cho 1.850 lao động.", "a 2024 1850"},
		{"2024-12-24", "Sông Lạng trồng chè", "Tháng 3/2021, Huyện ủy ban hành nghị quyết về phát triển cây chè. Diện tích chè toàn huyện là 1.240 ha.", "a 2024 1240"},
		{"2024-12-24", "Sông Lạng trồng chè", "Năm 2021, Huyện ủy ban hành Nghị quyết số 12 về phát triển cây chè. Diện tích chè hiện có 1.240 ha.\n\nSản lượng chè đạt 9.800 tấn.", "a 2024 1240, a 2024 9800"},
		{"2024-12-24", "Sông Lạng năm 2024", "Tháng 5/2024, huyện ra quân làm thủy lợi. Các xã nạo vét 42 km kênh mương.", "a 2024-05 42"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Đến ngày 30/11, tổng dư nợ đạt 1.240 tỷ đồng. Hội kết nạp 320 hội viên.\n\nVận động quỹ 640 triệu đồng.", "a 2024-11-30 1240, a 2024 320, a 2024 640"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Tính đến 30/11, thu ngân sách đạt 390 tỷ đồng. Chi ngân sách đạt 712 tỷ đồng.", "a 2024-11-30 390, a 2024-11-30 712"},
		{"2024-12-24", "Sông Lạng tổng kết năm 2024", "Năm 2024, Hội kết nạp 320 hội viên. Đến ngày 30/11, tổng dư nợ đạt 1.240 tỷ đồng. Tỷ lệ hộ nghèo là 2,1%.", "a 2024 320, a 2024-11-30 1240, a 2024 2.1"},
	})
}

// A sum that is told as one of a year of which months lie ahead may be what came in so far
// or what is planned: a person should look.
func TestYearSoFar(t *testing.T) {
	x := New(corpus.Default())
	for text, want := range map[string]bool{
		"Năm 2024, thu ngân sách đạt 206 tỷ đồng.":           true,
		"Từ đầu năm đến nay, thu ngân sách đạt 206 tỷ đồng.": true,
		"5 tháng đầu năm, thu ngân sách đạt 206 tỷ đồng.":    false,
		"Năm 2023, thu ngân sách đạt 412 tỷ đồng.":           false,
	} {
		for _, c := range x.Records(corpus.Article{Date: "2024-06-10", Areas: []string{"Huyện Sông Lạng"}, Title: "Sông Lạng thu ngân sách", Text: text}) {
			if got := c.Doubt != ""; got != want {
				t.Errorf("%s doubted %t (%s), want %t", text, got, c.Doubt, want)
			}
		}
	}
}

// A level may stand behind its share of the plan, other places are no time before, and
// the parts of an estimate are estimates.
func TestPlanShares(t *testing.T) {
	testDated(t, []dated{
		{"2024-06-10", "Sông Lạng thu ngân sách", "Thu ngân sách đạt 61% dự toán, bằng 214,7 tỷ đồng.", "a 2024 214.7 61kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Thu ngân sách trên địa bàn đạt 58,2% dự toán năm với 206,4 tỷ đồng, tăng 7% so với cùng kỳ.", "a 2024-05M 206.4 Δ7 58.2kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Giải ngân vốn đầu tư công đạt 41% kế hoạch, tương đương 96 tỷ đồng.", "a 2024-05M 96 41kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Giải ngân vốn đầu tư công đạt 41% kế hoạch (234 tỷ đồng).", "a 2024-05M 41kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "5 tháng, toàn huyện thu 214,7 tỷ đồng (đạt 61% KH), trong đó thu thuế 120 tỷ đồng (đạt 58% KH).", "a 2024-05M 214.7 61kh, a 2024-05M 120 58kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Tỷ lệ hộ dân dùng nước sạch đạt 95,4%, cao hơn mức chung của tỉnh 90,6%.", "a 2024-05M 95.4"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Tỷ lệ hộ dân dùng nước sạch đạt 95,4%, cao hơn bình quân chung (90,6%).", "a 2024-05M 95.4"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Tỷ lệ hộ dân dùng nước sạch đạt 95,4%, cao hơn mức chung 90,6%.", "a 2024-05M 95.4"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Thu ngân sách 5 tháng ước đạt 214,7 tỷ đồng, trong đó thu nội địa 180 tỷ đồng, thu hải quan 34,7 tỷ đồng.", "e 2024-05M 214.7, e 2024-05M 180, e 2024-05M 34.7"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Thu ngân sách 5 tháng ước đạt 214,7 tỷ đồng, trong đó thu nội địa đạt 180 tỷ đồng, thu hải quan đạt 34,7 tỷ đồng.", "e 2024-05M 214.7, e 2024-05M 180, e 2024-05M 34.7"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Tổng giá trị sản xuất ước đạt 1.240 tỷ đồng, tăng 8,1%. Trong đó: công nghiệp 828 tỷ đồng, tăng 9%; nông nghiệp 412 tỷ đồng, tăng 3%.", "e 2024-05M 1240 Δ8.1, e 2024-05M 828 Δ9, e 2024-05M 412 Δ3"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Huyện thu 214,7 tỷ đồng, đạt 61% dự toán.", "a 2024-05M 214.7 61kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Hội vận động quỹ 86 triệu đồng (107,5% chỉ tiêu); kết nạp 42 hội viên, đạt 105% KH năm.", "a 2024-05M 86 107.5kh, a 2024-05M 42 105kh"},
		{"2024-06-10", "Sông Lạng thu ngân sách 5 tháng", "Trồng rừng đạt 61% kế hoạch, tương đương 215 ha; tuyển quân đạt 100% chỉ tiêu.", "a 2024-05M 215 61kh, a 2024-05M 100kh"},
	})
}

// What is called but "thu" or "chi" is the budget's where its estimate measures it.
func TestBudgeted(t *testing.T) {
	x := New(corpus.Default())
	for text, want := range map[string]string{
		"Huyện thu 214,7 tỷ đồng, đạt 61% dự toán.":                             "Thu ngân sách",
		"Quý I, huyện thu trên địa bàn 214,7 tỷ đồng, đạt 61% dự toán.":         "Thu ngân sách trên địa bàn",
		"Toàn huyện chi 320 tỷ đồng, bằng 44% dự toán năm.":                     "Chi ngân sách",
		"Hội thu 214 triệu đồng, đạt 61% kế hoạch.":                             "Thu",
		"Hội thu 214 triệu đồng quỹ; huyện thu 214,7 tỷ đồng, đạt 61% dự toán.": "",
	} {
		for _, c := range x.Records(corpus.Article{Date: "2024-06-10", Areas: []string{"Huyện Sông Lạng"}, Title: "Huyện Sông Lạng 5 tháng đầu năm 2024", Text: text}) {
			if want != "" && c.Name != want || want == "" && *c.Value == 214 && c.Name == "Thu ngân sách" {
				t.Errorf("%s: %s, want %s", text, c.Name, want)
			}
		}
	}
	for _, c := range x.Records(corpus.Article{Date: "2024-06-10", Areas: []string{"Huyện Sông Lạng"}, Text: "Tổng thu ngân sách ước 512 tỷ đồng; song thu trên địa bàn mới 214,7 tỷ đồng, bằng 61% dự toán."}) {
		if *c.Value < 500 && c.Doubt == "" && c.Name != "Thu ngân sách trên địa bàn" {
			t.Errorf("%s is not doubted", c.Name)
		}
	}
}
