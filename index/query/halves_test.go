package query

import "testing"

// TestShortForms spells short forms out, and leaves alone what may be another word.
func TestShortForms(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{"tlệ hộ nghèo", "tỷ lệ hộ nghèo"},
		{"vốn đtư toàn xh tp", "vốn đầu tư toàn xã hội tp"},
		{"von dtu toan xh tp", "von dau tu toan xa hoi tp"},
		{"tn bq/ng huyện Hải Hậu", "thu nhập bình quân đầu người huyện Hải Hậu"},
		{"tổng mức bl hh tp", "tổng mức bán lẻ hàng hóa tp"},
		{"kq giao quân tỉnh", "kết quả giao quân tỉnh"},
		{"xk tp trg năm 2019", "xk tp trong năm 2019"},
		{"giá trị cn tp ql", "giá trị cn tp quản lý"},
		{"ds phg Nam Định", "dân số phường Nam Định"},
		{"bao nhiêu xã kiểu mẫu", "bao nhiêu xã nông thôn mới kiểu mẫu"},
		{"mấy xã về đích NTM", "mấy xã đạt chuẩn nông thôn mới"},
		{"MẤY XÃ KIỂU MẪU", "MẤY XÃ NÔNG THÔN MỚI KIỂU MẪU"},
		{"công nnghiệp", "công nnghiệp"},

		{"đb sông Hồng", "đb sông Hồng"},
		{"ds các chỉ tiêu", "ds các chỉ tiêu"},
		{"kq này ở đâu", "kq này ở đâu"},
		{"thu, chi, đi, lê", "thu, chi, đi, lê"},
	} {
		if got := spellOut(row.said); got != row.want {
			t.Errorf("spellOut(%q) = %q, want %q", row.said, got, row.want)
		}
	}
}
