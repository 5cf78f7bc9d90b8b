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
