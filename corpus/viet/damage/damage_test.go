package damage

import "testing"

func TestForms(t *testing.T) {
	const s = "Được ngân sách Thủy 2021"
	rows := []struct{ name, got, want string }{
		{"strip", Strip(s), "Duoc ngan sach Thuy 2021"},
		{"telex", Telex(s), "Dduwowcj ngaan sachs Thuyr 2021"},
		{"vni", VNI(s), "D9u7o75c nga6n sa1ch Thu3y 2021"},
		{"new style", NewTone("hòa Thủy quý KHỎE toàn"), "hoà Thuỷ quý KHOẺ toàn"},
		{"old style", OldTone("hoà Thuỷ quý KHOẺ toàn"), "hòa Thủy quý KHỎE toàn"},
		{"no typo", Typos(s, 1, 0), s},
		{"late", telex.word("được", late), "duocdwj"},
	}
	for _, r := range rows {
		if r.got != r.want {
			t.Errorf("%s: %q, want %q", r.name, r.got, r.want)
		}
	}
}

func TestSeedDecides(t *testing.T) {
	const s = "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng"
	forms := func(seed uint64) [3]string {
		return [3]string{Typos(s, seed, 1), TelexVariant(s, seed), VNIVariant(s, seed)}
	}
	first := forms(7)
	if again := forms(7); again != first {
		t.Errorf("one seed gave %q and %q", first, again)
	}
	for i, other := range forms(8) {
		if other == first[i] || first[i] == s {
			t.Errorf("the seed has no effect on %q", first[i])
		}
	}
}

func FuzzDamage(f *testing.F) {
	f.Add("Được ngân sách", uint64(1))
	f.Add("\xffoà", uint64(2))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		Strip(s)
		TelexVariant(s, seed)
		VNIVariant(s, seed)
		Typos(s, seed, 0.5)
		OldTone(s)
		NewTone(s)
	})
}
