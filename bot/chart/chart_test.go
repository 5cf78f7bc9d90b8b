package chart

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/corpus/viet/bounded"
)

func ptr(v float64) *float64 { return &v }

// rec makes a record of the invented district Đông Khê.
func rec(period string, status corpus.Status, value float64, scope string) corpus.Record {
	p, err := corpus.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	r := corpus.Record{Indicator: "thu", Name: "Thu ngân sách", Area: "Huyện Đông Khê", Period: p, Status: status, Scope: scope}
	r.Value, r.Unit = &value, "tỷ đồng"
	r.Source = corpus.Source{ID: "X" + period, Publisher: "Báo Đông Khê", Date: fmt.Sprint(p.Year) + "-12-30"}
	return r
}

func years() []corpus.Record {
	return []corpus.Record{
		rec("2017", corpus.Actual, 1250.5, ""), rec("2018", corpus.Actual, 1410, ""), rec("2019", corpus.Actual, 1388, ""),
		rec("2020", corpus.Actual, 1820.25, ""), rec("2020", corpus.Estimate, 1790, ""), rec("2021", corpus.Estimate, 2126, ""),
		rec("2020", corpus.Target, 1700, ""), rec("2021", corpus.Target, 2300, ""), rec("2022", corpus.Target, 2500, ""),
	}
}

func scopes() []corpus.Record {
	return []corpus.Record{
		rec("2018", corpus.Actual, 29.3, "thành phố quản lý"), rec("2019", corpus.Actual, 33.7, "thành phố quản lý"),
		rec("2020", corpus.Estimate, 1144, "trên địa bàn"), rec("2021", corpus.Estimate, 1199, "trên địa bàn"),
	}
}

func months() (list []corpus.Record) {
	for y := 2019; y <= 2021; y++ {
		for m := 1; m <= 12; m++ {
			if y == 2020 && m == 6 {
				continue
			}
			list = append(list, rec(fmt.Sprintf("%d-%02d", y, m), corpus.Actual, 200+40*math.Sin(float64(m))+20*float64(y-2019), ""))
		}
	}
	return list
}

func growths() (list []corpus.Record) {
	for i, v := range []float64{7.1, 8.02, -3.4, 2.58, 12.5} {
		r := rec(fmt.Sprint(2018+i), corpus.Actual, 0, "")
		r.Value, r.Change = nil, &corpus.Change{Value: v, Unit: "%", Basis: "so với năm trước"}
		list = append(list, r)
	}
	return list
}

func progress() Progress {
	return Progress{
		Name: "Phong trào thi đua năm 2026", Area: "Huyện Đông Khê", Elapsed: 0.62, Sources: "UBND huyện Đông Khê 15/08/2026",
		Targets: []Target{
			{Name: "Thu ngân sách nhà nước trên địa bàn", Share: ptr(92.4), Value: "2.126 / 2.300 tỷ đồng"},
			{Name: "Giá trị sản xuất công nghiệp", Share: ptr(41), Value: "7.450 / 18.186 tỷ đồng", Late: true},
			{Name: "Tỷ lệ hộ tham gia bảo hiểm y tế toàn dân trên địa bàn huyện, tính cả người cao tuổi", Share: ptr(101.2), Value: "95,1 / 94%"},
			{Name: "Kết nạp đảng viên mới"},
			{Name: "Số xã đạt chuẩn nông thôn mới nâng cao", Share: ptr(148), Value: "37 / 25 xã"},
		},
	}
}

// TestPictures draws one of each kind; with CHART_DIR they are written there,
// to be looked at.
func TestPictures(t *testing.T) {
	d := New(10)
	for name, records := range map[string][]corpus.Record{"bars": years(), "scopes": scopes(), "line": months(), "growth": growths()} {
		p, err := d.Series(Title{Name: "Thu ngân sách nhà nước từ kinh tế trên địa bàn", Area: "Huyện Đông Khê"}, records)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		look(t, name, p)
	}
	p, err := d.Progress(progress())
	if err != nil {
		t.Fatal(err)
	}
	look(t, "progress", p)
}

func look(t *testing.T, name string, p *Picture) {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if b := img.Bounds(); b.Dx() != width || b.Dy() < 300 {
		t.Errorf("%s: %v", name, b)
	}
	if !strings.Contains(p.Alt, "Huyện Đông Khê") {
		t.Errorf("%s: alt text names no area: %q", name, p.Alt)
	}
	if dir := os.Getenv("CHART_DIR"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".png"), p.PNG, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestArrangeKeepsApartWhatDiffers(t *testing.T) {
	list := append(years(), rec("2021-H1", corpus.Actual, 900, ""))
	other := rec("2019", corpus.Actual, 5, "")
	other.Unit = "%"
	doubted := rec("2016", corpus.Actual, 9e9, "")
	doubted.Doubt = "đơn vị?"
	s, ok := arrange(Title{}, append(list, other, doubted))
	if !ok {
		t.Fatal("nothing to draw")
	}
	var got []string
	for _, p := range s.Points {
		got = append(got, p.Period.String()+"="+p.Label)
	}
	want := "2017=1.250,5 2018=1.410 2019=1.388 2020=1.820,25 2021=2.126 2022="
	if strings.Join(got, " ") != want {
		t.Errorf("points %v, want %s", got, want)
	}
	if p := s.Points[3]; len(p.Others) != 1 || p.Others[0] != 1790 || p.Plan == nil || *p.Plan != 1700 {
		t.Errorf("2020: %+v", p)
	}
}

func TestArrangeBreaksAtScopes(t *testing.T) {
	s, _ := arrange(Title{}, scopes())
	if len(s.Scopes) != 2 || s.Points[1].Scope == s.Points[2].Scope {
		t.Errorf("scopes %v: %+v", s.Scopes, s.Points)
	}
}

func TestAskedRecordLeadsItsPeriod(t *testing.T) {
	estimate := rec("2021", corpus.Estimate, 2126, "")
	later := rec("2021", corpus.Actual, 2578, "")
	later.Source.ID, later.Source.Date = "Y", "2022-01"
	narrow := rec("2020", corpus.Actual, 12, "xã quản lý")
	s, _ := arrange(Title{Like: estimate}, []corpus.Record{later, narrow, rec("2020", corpus.Estimate, 1790, ""), estimate})
	if len(s.Points) != 2 || s.Points[0].Value != 1790 || s.Points[1].Value != 2126 || len(s.Points[1].Others) != 1 || len(s.Scopes) != 1 {
		t.Errorf("%+v", s)
	}
}

func TestGrowthSinceAnEarlierYearIsNoPoint(t *testing.T) {
	since := growths()[4]
	since.Change = &corpus.Change{Value: 30, Unit: "%", Basis: "so với năm 2020"}
	before := growths()[3]
	before.Change = &corpus.Change{Value: 2.6, Unit: "%", Basis: "so với năm 2020"}
	s, _ := arrange(Title{}, append(growths()[:4], since, before))
	if last := s.Points[len(s.Points)-1]; last.Period.Year != 2021 || len(last.Others) != 1 || last.Others[0] != 2.6 {
		t.Errorf("%+v", last)
	}
}

func TestLabelsOfALineAreShort(t *testing.T) {
	for _, r := range []struct {
		v     float64
		whole bool
		want  float64
	}{{178.5371, false, 178.54}, {12345.6789, false, 12345.68}, {12345.6789, true, 12346}, {0.06254, false, 0.063}, {0.00004, false, 0}, {0, false, 0}, {-3.456, true, -3.46}} {
		if got := rounded(r.v, r.whole); got != r.want {
			t.Errorf("rounded(%v, %v) = %v, want %v", r.v, r.whole, got, r.want)
		}
	}
}

func TestTooFew(t *testing.T) {
	_, err := New(1).Series(Title{}, []corpus.Record{rec("2020", corpus.Actual, 1, ""), rec("2021", corpus.Target, 1, "")})
	if !errors.Is(err, ErrTooFew) {
		t.Errorf("err = %v", err)
	}
}

func TestStepsHoldZero(t *testing.T) {
	for _, r := range [][2]float64{{0, 3426}, {-3.4, 12.5}, {0, 0}, {0, 0.07}, {-9, -1}, {0, math.Inf(1)}, {99.1, 99.9}} {
		s := steps(r[0], r[1])
		zero := false
		for _, v := range s {
			zero = zero || v == 0
		}
		if !zero || len(s) < 2 || len(s) > 8 {
			t.Errorf("steps(%v) = %v", r, s)
		}
	}
}

func TestSamePictureIsRemembered(t *testing.T) {
	d := New(1)
	a, _ := d.Series(Title{Name: "A"}, years())
	b, _ := d.Series(Title{Name: "A"}, years())
	c, _ := d.Series(Title{Name: "C"}, years())
	again, _ := d.Series(Title{Name: "A"}, years())
	if a != b || a == again || a.Key != again.Key || a.Key == c.Key {
		t.Error("pictures are not remembered by what they show")
	}
}

func FuzzSeries(f *testing.F) {
	f.Add("Thu ngân sách", 3426.0, -5.0, "tỷ đồng")
	f.Add("", math.MaxFloat64, -math.MaxFloat64, "\x00\u202e%")
	f.Add("x", 1e-320, 0.0, "")
	f.Add("x", 1e14, 1e-9, "người")
	f.Fuzz(func(t *testing.T, name string, a, b float64, unit string) {
		if math.IsNaN(a) || math.IsInf(a, 0) || math.IsNaN(b) || math.IsInf(b, 0) || len(name) > 500 || len(unit) > 500 {
			t.Skip("outside of what the function is given")
		}
		x, y := rec("2020", corpus.Actual, a, name), rec("2021", corpus.Actual, b, unit)
		x.Unit, y.Unit = unit, unit
		bounded.Within(t, "the chart", 2*time.Second, func() {
			if _, err := New(1).Series(Title{Name: name, Area: unit}, []corpus.Record{x, y}); err != nil && !errors.Is(err, ErrTooFew) {
				t.Fatal(err)
			}
		})
	})
}

func BenchmarkBars(b *testing.B) {
	s, _ := arrange(Title{Name: "Thu ngân sách nhà nước", Area: "Huyện Đông Khê"}, years())
	for b.Loop() {
		if _, err := drawSeries(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	s, _ := arrange(Title{Name: "Thu ngân sách nhà nước", Area: "Huyện Đông Khê"}, months())
	for b.Loop() {
		if _, err := drawSeries(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProgress(b *testing.B) {
	p := progress()
	for b.Loop() {
		if _, err := drawProgress(p); err != nil {
			b.Fatal(err)
		}
	}
}
