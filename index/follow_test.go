package index

import (
	"strings"
	"testing"
)

// TestDialogues: each question leans on the one before where it cannot stand for
// itself; what it names itself counts.
func TestDialogues(t *testing.T) {
	x := builtinIndex(t)
	tests := [][]struct{ text, first string }{
		{{"bán lẻ tỉnh 2022", "60.300.468"}, {"năm trước nữa", "· 2021"}, {"năm trước nữa", "· 2020"}, {"so với 2015?", "· 2015"}},
		{{"hộ nghèo tỉnh 2020", "0,86%"}, {"từ 2015 đến nay", "5,7%"}, {"vẽ biểu đồ", "5,7%"}},
		{{"thu ngân sách tỉnh 2024", "14.828"}, {"có vượt dự toán không", "Có: bằng 123% dự toán"}, {"tăng bao nhiêu", "Tăng 42%"}},
		{{"GRDP tỉnh 2023 tăng bao nhiêu", "10,19%"}, {"xếp thứ mấy cả nước", "xếp thứ 6 toàn quốc"}, {"còn 2024?", "thứ 9 cả nước"}},
		{{"tổng mức bán lẻ tỉnh 2023", "68.597.645"}, {"gấp mấy lần 2015", "2023 gấp 2,4 lần 2015"}},
		{{"xuất khẩu tp 2021", "1.199"}, {"kế hoạch bao nhiêu", "Tôi chưa có số liệu mục tiêu"}, {"tăng bao nhiêu", "4,8%"}},
		{{"phường vị hoàng có bao nhiêu đảng viên", "526"}, {"hộ nghèo", "1,6%"}, {"dân số", "Tôi chưa có số liệu dân số của Phường Vị Hoàng"}},
		{{"bài về thi đua 2022", "năm 2022"}, {"còn 2021", "9/2021"}},
	}
	for _, dialogue := range tests {
		var before *Understood
		for _, turn := range dialogue {
			a := ask(t, x, Question{Text: turn.text, Previous: before})
			if first, _, _ := strings.Cut(a.Text, "\n"); !strings.Contains(first, turn.first) {
				t.Errorf("%q after %q: %q, want %q in the first line", turn.text, dialogue[0].text, a.Text, turn.first)
			}
			before = &a.Understood
		}
	}
}
