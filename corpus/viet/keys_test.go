package viet

import (
	"testing"
)

func TestDecodeExamples(t *testing.T) {
	rows := []struct{ in, want string }{
		{"thu ngaan sachs nawm 2021 ddatj bao nhieeu", "thu ngân sách năm 2021 đạt bao nhiêu"},
		{"thu nga6n sa1ch na8m 2021 d9a5t bao nhie6u", "thu ngân sách năm 2021 đạt bao nhiêu"},
		{"duocwdj vietej", "được việt"},
		{"chaof", "chào"},
		{"THU NGAAN SACHS NAWM 2021", "THU NGÂN SÁCH NĂM 2021"},
		{"UBND tinhr hopj khi naof", "UBND tỉnh họp khi nào"},
		{"kim ngach65 xua61t kha63u quy1 III", "kim ngậch xuất khẩu quy1 III"},
	}
	for _, r := range rows {
		got, ok := Decode(r.in)
		t.Logf("%q -> %q %v (want %q)", r.in, got, ok, r.want)
	}
	for _, s := range []string{"thu ngan sach 2021", "tong muc ban le hang hoa", "this is the report of tax", "14h30 hop covid19 m2 quy1/2021", "thu ngân sách", "kinh te xa hoi", "has this test", "Tax box", "hop luc 8h", "bao cao quy1"} {
		if got, ok := Decode(s); ok {
			t.Errorf("%q -> %q", s, got)
		}
	}
	t.Log(len(spelled().all))
}
