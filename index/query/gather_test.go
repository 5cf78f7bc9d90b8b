package query

import "testing"

// TestInterruptedNamesAreGathered reads names that times, places and "bao nhiêu"
// stand in the middle of.
func TestInterruptedNamesAreGathered(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"cử tri toàn tỉnh đi bầu 2021 đạt tỷ lệ bao nhiêu", "cử tri đi bầu tỉnh Nam Định 2021"},
		{"tỷ trọng dịch vụ 2020 so với toàn tỉnh", "tỷ trọng dịch vụ so với toàn tỉnh 2020"},
		{"GRDP tỉnh năm 2022 bình quân đầu người", "GRDP bình quân đầu người tỉnh Nam Định năm 2022"},
		{"nam 2020 gia tri san xuat thanh pho cong nghiep", "gia tri san xuat cong nghiep thanh pho nam 2020"},
	} {
		got, want := Parse(c.text, options), Parse(c.want, options)
		if len(got.Left) > 0 || len(got.Indicators) != 1 || got.Indicators[0].name != want.Indicators[0].name {
			t.Errorf("%q: got %s, want %s", c.text, got, want)
		}
		if got.Text != c.text {
			t.Errorf("%q: the text became %q", c.text, got.Text)
		}
	}
}

// TestGatheringKeepsWhatIsAsked brings no words together that would name another
// thing, and keeps doubted words where they stand.
func TestGatheringKeepsWhatIsAsked(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Số xã đạt chuẩn nông thôn mới Tỉnh Nam Định trong năm 2017", "xa-dat-chuan-ntm"},
		{"xuất khẩu năm 2021 so với năm 2020", "kim-ngach-xuat-khau"},
		{"ty le tai ngheo 2020", ""},
	} {
		q := Parse(c.text, options)
		got := ""
		if len(q.Indicators) == 1 {
			got = q.Indicators[0].IDs[0]
		}
		if got != c.want {
			t.Errorf("%q: got %s", c.text, q)
		}
	}
}

// TestPlacesTheTableLacks takes the whole name of an unknown place, and one of
// another level than the word before it says.
func TestPlacesTheTableLacks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"thu ngân sách huyện Bắc Hải 2021", "huyện Bắc Hải"},
		{"xã Hồng Quang hộ nghèo 2020", "xã Hồng Quang"},
		{"hộ nghèo xã Giao Thủy 2017", "xã Giao Thủy"},
	} {
		q := Parse(c.text, options)
		if len(q.Areas) != 1 || len(q.Areas[0].Names) > 0 || q.Areas[0].Text != c.want {
			t.Errorf("%q: got %s, want the unknown place %q", c.text, q, c.want)
		}
	}
}
