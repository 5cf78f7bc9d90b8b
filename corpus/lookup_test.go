package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestIndicatorsNamed(t *testing.T) {
	c := Default()
	for _, row := range []struct{ name, want string }{
		{"KNXK", "kim-ngach-xuat-khau"}, {"kim ngach xuat khau", "kim-ngach-xuat-khau"}, {"Xuất Khẩu", "kim-ngach-xuat-khau"},
		{"GTSXCN", "gia-tri-san-xuat-cong-nghiep"}, {"tỉ lệ hộ nghèo", "ty-le-ho-ngheo"}, {"TNBQ", "thu-nhap-binh-quan-dau-nguoi"},
	} {
		if got := ids(c.IndicatorsNamed(row.name)); !slices.Equal(got, []string{row.want}) {
			t.Errorf("%s: %v, want %s", row.name, got, row.want)
		}
	}
	for _, name := range []string{"", "thụ ngân sách", "số ao cá"} {
		if got := ids(c.IndicatorsNamed(name)); len(got) > 0 {
			t.Errorf("%q is taken for %v", name, got)
		}
	}
}

func TestAreasNamed(t *testing.T) {
	c := Default()
	for _, row := range []struct {
		name string
		want []string
	}{
		{"TP.HCM", []string{"Thành phố Hồ Chí Minh"}},
		{"hai phong", []string{"Thành phố Hải Phòng"}},
		{"Nam Định", []string{"Thành phố Nam Định", "Tỉnh Nam Định"}},
		{"phường Nam Định", []string{"Phường Nam Định (tỉnh Ninh Bình từ 7-2025)"}},
		{"Thái Bình", []string{"Tỉnh Thái Bình"}},
		{"thành phố thái bình", []string{"Thành phố Thái Bình"}},
		{"cả nước", []string{"Việt Nam"}},
		{"Phường Vị Hoàng", []string{"Phường Vị Hoàng (thành phố Nam Định)"}},
		{"Đông Khê", nil},
	} {
		var got []string
		for _, a := range c.AreasNamed(row.name) {
			got = append(got, a.Name)
		}
		if !slices.Equal(got, row.want) {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

func TestProvincesBeforeAndAfterTheMerger(t *testing.T) {
	count := func(day string) (n int) {
		at, err := time.ParseInLocation(time.DateOnly, day, Zone)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range Default().Areas {
			if a.Level == "province" && a.ValidOn(at) {
				n++
			}
		}
		return n
	}
	for day, want := range map[string]int{"2021-12-30": 63, "2025-06-30": 63, "2025-07-01": 34} {
		if got := count(day); got != want {
			t.Errorf("%d provinces on %s, want %d", got, day, want)
		}
	}
}

func TestSuccessors(t *testing.T) {
	c := Default()
	for name, want := range map[string][]string{
		"Tỉnh Nam Định":       {"Tỉnh Ninh Bình"},
		"Huyện Mỹ Lộc":        {"Thành phố Nam Định"},
		"Tỉnh Thừa Thiên Huế": {"Thành phố Huế"},
		"Thành phố Hà Nội":    nil,
	} {
		var got []string
		for _, a := range c.Successors(name) {
			got = append(got, a.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	ring := &Corpus{Areas: []Area{{Name: "A", Successor: "B"}, {Name: "B", Successor: "A"}}}
	if got := ring.Successors("A"); len(got) != 1 {
		t.Errorf("a ring of successors gives %v", got)
	}
}

func TestChildren(t *testing.T) {
	var names []string
	for _, a := range Default().Children("Tỉnh Nam Định") {
		names = append(names, a.Name)
	}
	if len(names) != 10 || !slices.Contains(names, "Huyện Hải Hậu") || !slices.Contains(names, "Thành phố Nam Định") {
		t.Errorf("%v", names)
	}
}

func TestNearest(t *testing.T) {
	c := Default()
	for name, want := range map[string]string{
		"tổng thu ngân sách nhà nước trên địa bàn xã":       "thu-ngan-sach-tren-dia-ban",
		"tỷ lệ người dân tham gia bảo hiểm y tế toàn huyện": "ty-le-bao-phu-bhyt",
		"giá trị sản xuất ngành công nghiệp và TTCN":        "gia-tri-san-xuat-cong-nghiep",
	} {
		if got, likeness, ok := c.Nearest(name); !ok || got.ID != want || likeness <= 0 || likeness > 1 {
			t.Errorf("%s: %s (%.2f), want %s", name, got.ID, likeness, want)
		}
	}
	if got, _, ok := c.Nearest("zzz"); ok {
		t.Errorf("zzz is near %s", got.ID)
	}
}

func TestWriteSkeletonLoadsClean(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "moi")
	own := filepath.Join(dir, "corpus", "areas.csv")
	if err := WriteSkeleton(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, []byte("name,level\nXã Đông Khê,commune\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteSkeleton(dir); err != nil {
		t.Fatal(err)
	}
	c, err := Open(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if problems := Check(c); len(problems) > 0 || len(c.Records) > 0 {
		t.Errorf("%v, %d records", problems, len(c.Records))
	}
	if len(c.Areas) != 1 {
		t.Error("a table that was there is lost")
	}
}

// The examples must be rows that load once the comment sign is taken away.
func TestSkeletonExamplesAreRows(t *testing.T) {
	for _, f := range skeleton {
		table := strings.Join(f.columns, ",") + "\n" + f.example[len(f.example)-1] + "\n"
		cells := 0
		problems := readTable(f.name, []byte(table), nil, func(r *row) { cells = len(r.cells) })
		if len(problems) > 0 || cells != len(f.columns) {
			t.Errorf("%s: %v, %d cells under %d columns", f.name, problems, cells, len(f.columns))
		}
	}
}

// TestResolveByUnit says when a name leads to an indicator: its unit must measure
// the same kind of thing.
func TestResolveByUnit(t *testing.T) {
	c := &Corpus{Indicators: []Indicator{
		{ID: "ho-ngheo", Name: "Hộ nghèo", Unit: "hộ"},
		{ID: "thu", Name: "Thu ngân sách", Unit: "tỷ đồng"},
		{ID: "xuat-khau", Name: "Xuất khẩu", Unit: "triệu USD"},
		{ID: "nang-suat", Name: "Năng suất lúa", Unit: "tạ/ha"},
		{ID: "chi-so", Name: "Chỉ số"},
	}}
	level, of := 12.0, 30.0
	for _, row := range []struct {
		name string
		q    Quantity
		want string
	}{
		{"Hộ nghèo", Quantity{Value: &level, Unit: "nghìn hộ"}, "ho-ngheo"},
		{"Hộ nghèo", Quantity{Value: &level, Unit: "%"}, ""},
		{"Hộ nghèo", Quantity{Value: &level, Of: &of, Unit: "hộ"}, "ho-ngheo"},
		{"Hộ nghèo", Quantity{Unit: "%"}, "ho-ngheo"},
		{"Thu ngân sách", Quantity{Value: &level, Unit: "đồng"}, "thu"},
		{"Thu ngân sách", Quantity{Value: &level, Unit: "xã"}, ""},
		{"Thu ngân sách", Quantity{Value: &level, Unit: "%"}, ""},
		{"Xuất khẩu", Quantity{Value: &level, Unit: "tỷ đồng"}, "xuat-khau"},
		{"Xuất khẩu", Quantity{Value: &level, Unit: "tấn"}, ""},
		{"Năng suất lúa", Quantity{Value: &level, Unit: "tấn/ha"}, "nang-suat"},
		{"Năng suất lúa", Quantity{Value: &level, Unit: "tấn"}, ""},
		{"Chỉ số", Quantity{Value: &level, Unit: "cái gì đó"}, "chi-so"},
	} {
		r := Record{Name: row.name, Quantity: row.q}
		if c.Resolve(&r); r.Indicator != row.want {
			t.Errorf("%s in %s: %q, want %q", row.name, row.q.Unit, r.Indicator, row.want)
		}
	}
}
