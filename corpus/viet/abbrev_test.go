package viet

import "testing"

func TestExpandAll(t *testing.T) {
	rows := []struct{ in, want string }{
		{"UBND tỉnh họp", "ủy ban nhân dân tỉnh họp"},
		{"thu nsnn 2021", "thu ngân sách nhà nước 2021"},
		{"hdnd tỉnh", "hội đồng nhân dân tỉnh"},
		{"KT-XH 6 tháng", "kinh tế - xã hội 6 tháng"},
		{"Sở GD&ĐT", "Sở giáo dục và đào tạo"},
		{"GRDP 2021", "GRDP 2021"},
		{"06-NQ/TU", "06-NQ/TU"},
		{"diện tích 5 ha", "diện tích 5 ha"},
		{"120 tr", "120 tr"},
		{"đạt ko", "đạt không"},
		{"thu đc bn", "thu được bao nhiêu"},
		{"TP Nam Định", "thành phố Nam Định"},
		{"Sở TP", "Sở tư pháp"},
		{"CT UBND tỉnh", "chủ tịch ủy ban nhân dân tỉnh"},
		{"Sở CT", "Sở công thương"},
		{"CT số 05", "chỉ thị số 05"},
		{"theo CT", "theo chỉ thị"},
		{"điểm TB", "điểm trung bình"},
		{"TB số 12", "thông báo số 12"},
		{"tư tưởng, ca hát", "tư tưởng, ca hát"},
		{"tu hu ca", "tu hu ca"},
		{"THU NGÂN SÁCH TU", "THU NGÂN SÁCH TU"},
		{"tỷ lệ HN", "tỷ lệ hộ nghèo"},
		{"vốn ĐT công", "vốn đầu tư công"},
		{"TT Y tế huyện", "trung tâm Y tế huyện"},
		{"100 k", "100 k"},
		{"TB&XH", "TB&XH"},
		{"UBND-HĐND", "ủy ban nhân dân - hội đồng nhân dân"},
		{"CV v/v nghỉ lễ", "công văn về việc nghỉ lễ"},
		{"đ/c CT UBND", "đồng chí chủ tịch ủy ban nhân dân"},
		{"PCTT&TKCN", "phòng chống thiên tai và tìm kiếm cứu nạn"},
		{"", ""},
	}
	for _, r := range rows {
		if got := ExpandAll(r.in); got != r.want {
			t.Errorf("ExpandAll(%q) = %q, want %q", r.in, got, r.want)
		}
	}
}

func TestExpandWeighsByNeighbours(t *testing.T) {
	rows := []struct{ token, left, right, want string }{
		{"BTC", "Trưởng", "Tỉnh ủy", "ban tổ chức"},
		{"BTC", "Thông tư của", "", "bộ tài chính"},
		{"BCH", "", "quân sự tỉnh", "ban chỉ huy"},
		{"BCH", "", "Đảng bộ", "ban chấp hành"},
		{"KH", "", "công nghệ", "khoa học"},
		{"kh", "đạt", "năm", "kế hoạch"},
		{"GRDP", "", "", "tổng sản phẩm trên địa bàn"},
		{"ĐV", "kết nạp", "", "đảng viên"},
	}
	for _, r := range rows {
		got := Expand(r.token, r.left, r.right)
		if len(got) == 0 || got[0].Text != r.want {
			t.Errorf("Expand(%q, %q, %q) = %v, want %q first", r.token, r.left, r.right, got, r.want)
		}
		sum := 0.0
		for _, g := range got {
			sum += g.Weight
		}
		if len(got) > 0 && (sum < 0.999 || sum > 1.001) {
			t.Errorf("%s: weights sum to %v", r.token, sum)
		}
	}
}

func FuzzExpandAll(f *testing.F) {
	for _, s := range []string{"UBND", "TP-CT&TT", "ko 5 k", "\xff", "Đ/C", "ſ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ExpandAll(s)
		Expand(s, s, s)
	})
}
