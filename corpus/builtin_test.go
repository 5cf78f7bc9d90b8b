package corpus

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestBuiltinHasNoProblems(t *testing.T) {
	for _, p := range Check(Default()) {
		t.Error(p)
	}
}

func TestBuiltinRecordsAreWhole(t *testing.T) {
	c := Default()
	for _, r := range c.Records {
		if _, ok := c.IndicatorByID(r.Indicator); !ok {
			t.Errorf("%s:%d: indicator %q", r.At.File, r.At.Line, r.Indicator)
		}
		if _, ok := c.AreaNamed(r.Area); !ok {
			t.Errorf("%s:%d: area %q", r.At.File, r.At.Line, r.Area)
		}
		if a, ok := c.SourceOf(r.Source.ID); !ok || a.Text == "" || r.Source.Title == "" || r.Source.URL == "" {
			t.Errorf("%s:%d: source %+v", r.At.File, r.At.Line, r.Source)
		}
		if r.Name == "" || r.Printed == "" {
			t.Errorf("%s:%d: name %q, printed %q", r.At.File, r.At.Line, r.Name, r.Printed)
		}
	}
	if len(c.Articles) != 95 || len(c.Records) < 438 {
		t.Errorf("%d articles, %d records", len(c.Articles), len(c.Records))
	}
}

// The article on the conference of 30-12-2021 states these figures.
func TestBuiltinHoldsTheAnnouncement(t *testing.T) {
	for _, c := range []struct {
		indicator, period string
		status            Status
		value             float64
		unit              string
		change            float64
	}{
		{"chi-tieu-dat-va-vuot", "2021", Actual, 12, "chỉ tiêu", 0},
		{"gia-tri-san-xuat-cong-nghiep", "2021", Estimate, 18186, "tỷ đồng", 15.1},
		{"gia-tri-san-xuat-nong-nghiep", "2021", Estimate, 226.8, "tỷ đồng", 2.7},
		{"kim-ngach-xuat-khau", "2021", Estimate, 1199, "triệu USD", 4.8},
		{"thu-ngan-sach-tu-kinh-te-dia-ban", "2021", Estimate, 3426, "tỷ đồng", 0},
		{"ty-le-cu-tri-di-bo-phieu", "2021", Actual, 99.86, "%", 0},
		{"to-chuc-dang-dang-vien-hoan-thanh-tot", "2022", Target, 80, "%", 0},
		{"chinh-quyen-co-so-vung-manh", "2022", Target, 80, "%", 0},
		{"chi-tieu-thi-dua", "2022", Target, 11, "chỉ tiêu", 0},
		{"nhom-nhiem-vu-thi-dua", "2022", Target, 3, "nhóm", 0},
	} {
		r := one(t, "S001", c.indicator)
		if r.Period.String() != c.period || r.Status != c.status || r.Value == nil || *r.Value != c.value || r.Unit != c.unit {
			t.Errorf("%s: %+v", c.indicator, r)
		}
		if c.change != 0 && (r.Change == nil || r.Change.Value != c.change || r.Change.Unit != "%") {
			t.Errorf("%s: change %+v", c.indicator, r.Change)
		}
	}
	if r := one(t, "S001", "chi-tieu-dat-va-vuot"); r.Of == nil || *r.Of != 13 {
		t.Errorf("score %+v", r.Quantity)
	}
	if r := one(t, "S001", "to-chuc-dang-dang-vien-hoan-thanh-xuat-sac"); r.Value != nil || *r.Low != 15 || *r.High != 20 || r.Status != Target {
		t.Errorf("range %+v", r.Quantity)
	}
	if r := one(t, "S001", "giao-quan"); r.Value != nil || r.PlanPct == nil || *r.PlanPct != 100 {
		t.Errorf("share of the plan %+v", r)
	}
	if r := one(t, "S001", "chinh-quyen-co-so-vung-manh"); r.Bound != ">=" {
		t.Errorf("bound %q", r.Bound)
	}
	n := 0
	for _, r := range Default().Records {
		if r.Source.ID == "S001" {
			n++
		}
	}
	if n != 12 {
		t.Errorf("%d records of the announcement, want 12", n)
	}
}

// one returns the only record of a source and an indicator.
func one(t *testing.T, source, indicator string) Record {
	t.Helper()
	var found []Record
	for _, r := range Default().Records {
		if r.Source.ID == source && r.Indicator == indicator {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d records of %s in %s", len(found), indicator, source)
	}
	return found[0]
}

func TestBuiltinKeepsPrintedForms(t *testing.T) {
	for _, c := range []struct{ source, indicator, printed string }{
		{"S001", "thu-ngan-sach-tu-kinh-te-dia-ban", "3.426 tỷ đồng"},
		{"S002", "thu-ngan-sach-tren-dia-ban", "3.688.977 triệu đồng"},
		{"S005", "thu-noi-dia", "2.629 tỷ 321 triệu đồng"},
		{"S012", "thu-ngan-sach-phuong", "trên 4,799 tỷ đồng"},
		{"S016", "chi-so-san-xuat-cong-nghiep", "tăng 13,3%"},
		{"S054", "xa-dat-chuan-ntm-nang-cao", "182/204 xã"},
	} {
		if r := one(t, c.source, c.indicator); r.Printed != c.printed {
			t.Errorf("%s in %s: %q, want %q", c.indicator, c.source, r.Printed, c.printed)
		}
	}
}

// Names that are related but another figure must lead to different entries.
func TestCatalogueNeverMerges(t *testing.T) {
	c := Default()
	for _, pair := range [][2]string{
		{"thu ngân sách", "thu nội địa"}, {"thu ngân sách", "chi ngân sách"}, {"GRDP", "GRDP bình quân đầu người"}, {"GRDP", "GDP"},
		{"GRDP giá hiện hành", "GRDP giá so sánh"}, {"hộ nghèo", "hộ cận nghèo"}, {"vốn đăng ký", "vốn thực hiện"}, {"xã NTM", "xã NTM nâng cao"},
		{"NTM nâng cao", "NTM kiểu mẫu"}, {"BHYT", "BHXH"}, {"xuất khẩu", "nhập khẩu"}, {"xuất khẩu", "XNK"}, {"IIP", "GTSX công nghiệp"},
		{"CPI", "lạm phát"}, {"SDD thấp còi", "SDD nhẹ cân"}, {"PCI", "PAPI"}, {"chi thường xuyên", "chi đầu tư"}, {"doanh nghiệp mới", "doanh nghiệp đang hoạt động"},
		{"sản lượng lúa", "năng suất lúa"}, {"LĐQĐT", "lao động có bằng cấp, chứng chỉ"}, {"FDI thực hiện", "FDI đăng ký"}, {"nước sạch", "nước hợp vệ sinh"},
		{"thu nhập bình quân đầu người", "GRDP/người"}, {"đảng viên hoàn thành tốt nhiệm vụ", "đảng viên hoàn thành xuất sắc nhiệm vụ"},
	} {
		a, b := c.IndicatorsNamed(pair[0]), c.IndicatorsNamed(pair[1])
		if len(a) != 1 || len(b) != 1 || a[0].ID == b[0].ID {
			t.Errorf("%s: %v; %s: %v", pair[0], ids(a), pair[1], ids(b))
		}
	}
}

func ids(all []Indicator) []string {
	var s []string
	for _, i := range all {
		s = append(s, i.ID)
	}
	return s
}

func TestCatalogueFamilies(t *testing.T) {
	c := Default()
	if got, want := ids(c.Readings("thu-ngan-sach")), []string{"thu-ngan-sach-phuong", "thu-ngan-sach-tren-dia-ban", "thu-ngan-sach-tu-kinh-te-dia-ban", "tong-thu-ngan-sach", "thu-ngan-sach"}; !slices.Equal(got, want) {
		t.Errorf("thu ngân sách may be %v, want %v", got, want)
	}
	if got, want := ids(c.GrowthReadings("grdp")), []string{"grdp", "grdp-gia-so-sanh-2010"}; !slices.Equal(got, want) {
		t.Errorf("growth of GRDP is that of %v, want %v", got, want)
	}
	if got := ids(c.Readings("kim-ngach-xuat-khau")); !slices.Equal(got, []string{"kim-ngach-xuat-khau"}) {
		t.Errorf("exports are read as %v", got)
	}
	if got := ids(c.Readings("gia-tri-san-xuat-cong-nghiep")); got[0] != "gia-tri-san-xuat-cong-nghiep" || len(got) != 2 {
		t.Errorf("industry is read as %v", got)
	}
	if slices.Contains(ids(c.Readings("thu-ngan-sach")), "thu-noi-dia") {
		t.Error("thu nội địa is taken for thu ngân sách")
	}
}

// The built-in text of S001 must carry every figure and name of the article; the
// article itself is not ours to keep and is read where the variable says.
func TestAnnouncementIsCarriedWhole(t *testing.T) {
	name := os.Getenv("THIDUABOT_SEED")
	if name == "" {
		t.Skip("THIDUABOT_SEED names no article")
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := Default().SourceOf("S001")
	_, body, _ := strings.Cut(string(b), "\n")
	body = regexp.MustCompile(`“[^”]*”`).ReplaceAllString(body, "") // slogans are quoted as such
	for _, figure := range regexp.MustCompile(`\d[\d.,/-]*\d|\d`).FindAllString(body, -1) {
		if !strings.Contains(a.Text, figure) {
			t.Errorf("%s is not in the built-in text", figure)
		}
	}
	for _, sentence := range regexp.MustCompile(`[^.;“”]{60,}`).FindAllString(body, -1) {
		if strings.Contains(a.Text, strings.TrimSpace(sentence)) {
			t.Errorf("copied: %s", sentence)
		}
	}
}
