package query

import (
	"strings"
	"testing"
)

// TestPassedOverWordsAreDoubted leaves over the words of asking that may be what
// the question is about.
func TestPassedOverWordsAreDoubted(t *testing.T) {
	for _, c := range []struct{ name, text, left string }{
		{"a capital inside", "hộ nghèo Anh năm 2020", "Anh"},
		{"a capital inside, without marks", "xuat khau Anh nam 2020", "Anh"},
		{"a slipped capital", "san luong lua o aLo nam 2023", "aLo"},
		{"a verb behind a preposition", "hộ nghèo của là 2020 là bao nhiêu", "là"},
		{"a greeting in the middle", "nam 2024 GRDP tinh hi dat bao nhieu", "hi"},
		{"a unit of nothing", "nam 2020 ty nong nghiep la bao nhieu", "ty"},
		{"a slip within a name", "grdp gi so anh 2024 cua tinh", "gi, anh"},
		{"what is denied", "tỷ lệ không thất nghiệp tỉnh 2020", "tỷ lệ không"},
		{"what is not yet so", "so dai bieu hdnd tinh chua bau duoc 2021", "chua bau"},
		{"a day that is none", "30/2/2021 thu ngân sách", "30/2/2021"},
		{"a final account", "quyết toán thu ngân sách 2021", "quyết toán"},
		{"a verb before a place", "nang suat lua la Y Yen 2021", "la"},
		{"a call to nobody", "thanh pho Nam Dinh oi thu ngan sach 2021", "oi"},
		{"a search asked for late", "thanh pho Nam Dinh mo thu ngan sach 2021", "mo"},
		{"a share of people where households count", "hộ nghèo chiếm bao nhiêu % dân số 2020", "% dân số"},
		{"a unit that is no courtesy", "xuat khau 2021 bao nhieu ta", "ta"},
		{"a source that slipped", "thu ngan sach tu di 2021", "tu di"},
		{"a slip that asks for less", "thu ngan sach huyen Hai Hau nam 2025 da bao nhieu", "da"},
	} {
		q := Parse(c.text, options)
		var left []string
		for _, l := range q.Left {
			left = append(left, l.Text)
		}
		if got := strings.Join(left, ", "); got != c.left {
			t.Errorf("%s: %q: left over %q, want %q", c.name, c.text, got, c.left)
		}
	}
}

// TestWordsOfCourtesyArePassedOver doubts nothing that people wrap questions in.
func TestWordsOfCourtesyArePassedOver(t *testing.T) {
	for _, text := range []string{
		"Anh cho hỏi thu ngân sách năm 2021 với Em", "THU NGÂN SÁCH CỦA TỈNH NĂM 2021 LÀ BAO NHIÊU", "Dạ thưa Anh, hộ nghèo năm 2020 là bao nhiêu ạ?",
		"Thu Ngân Sách Của Thành Phố Năm 2021 Là Bao Nhiêu", "hi bot, xuất khẩu 2021", "cho em xin số liệu. Của năm 2021 nhé: xuất khẩu",
		"xuất khẩu 2021 có tăng không em", "bhyt đạt kế hoạch chưa, năm 2020 nhé", "xuất khẩu 2021 có tăng ko, bao nhiêu %", "xuất khẩu 2021 bao nhiêu tỷ", "alo, thu ngan sach cua tinh nam 2022 la bao nhieu ty", "số liệu (tỷ đồng) thu ngân sách 2021",
	} {
		if q := Parse(text, options); len(q.Left) > 0 {
			t.Errorf("%q: left over %v", text, q.Left)
		}
	}
}
