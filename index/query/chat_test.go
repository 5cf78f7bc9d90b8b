package query

import (
	"testing"

	"thiduabot/corpus"
)

// TestWithoutTalk takes talk off, and nothing else.
func TestWithoutTalk(t *testing.T) {
	c := corpus.Default()
	terms := NewTerms(c.Indicators, c.Areas)
	for _, row := range []struct{ said, want string }{
		{"Dạ em chào sếp, sếp cho em xin số hộ nghèo 2020 với ạ em cảm ơn", "số hộ nghèo 2020"},
		{"Kính thưa đồng chí, xin đồng chí vui lòng cho biết xuất khẩu 2021", "xuất khẩu 2021"},
		{"em đang làm báo cáo cần gấp, xuất khẩu 2021", "xuất khẩu 2021"},
		{"em là sinh viên năm cuối, xuất khẩu 2021", "em là sinh viên năm cuối, xuất khẩu 2021"}, // names a time
		{"em la sinh vien, xuat khau 2021", "xuat khau 2021"},
		{"xuat khau 2021 sep oi", "xuat khau 2021"},

		// What may narrow a figure stays.
		{"em hỏi phần thành phố quản lý, công nghiệp 2020", "em hỏi phần thành phố quản lý, công nghiệp 2020"},
		{"thu ngân sách 2021, không tính tiền đất", "thu ngân sách 2021, không tính tiền đất"},
		{"tôi là công nhân dệt, thu nhập bình quân 2020", "tôi là công nhân dệt, thu nhập bình quân 2020"},
		{"tôi ở huyện Kim Bảng, dân số bao nhiêu", "tôi ở huyện Kim Bảng, dân số bao nhiêu"},
		{"em đang cần số của nữ, việc làm 2020", "em đang cần số của nữ, việc làm 2020"},
		{"em làm ở sở y tế, có bao nhiêu người", "em làm ở sở y tế, có bao nhiêu người"},
		{"đề nghị cung cấp nước sạch 2020 bao nhiêu hộ", "đề nghị cung cấp nước sạch 2020 bao nhiêu hộ"},

		// Nothing but talk, and what asks to be reminded, is left whole.
		{"Dạ em cảm ơn anh nhiều ạ", "Dạ em cảm ơn anh nhiều ạ"},
		{"chào buổi sáng bot", "chào buổi sáng bot"},
		{"anh ơi nhắc em nộp báo cáo 8h sáng mai nhé", "anh ơi nhắc em nộp báo cáo 8h sáng mai nhé"},
	} {
		if got := WithoutTalk(row.said, terms); got != row.want {
			t.Errorf("WithoutTalk(%q) = %q, want %q", row.said, got, row.want)
		}
	}
}
