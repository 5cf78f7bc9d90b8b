package corpus

import (
	"fmt"
	"strings"
	"testing"
)

const growthHead = "area,indicator,period,kind,value,unit,change_pct,change_basis,scope,doubt\n"

func TestCheckFindsEachProblem(t *testing.T) {
	rows := func(lines ...string) []string {
		return []string{"corpus/records/a-1.csv", growthHead + strings.Join(lines, "\n") + "\n"}
	}
	for _, c := range []struct {
		name    string
		changes []string
		want    string // file:line and a part of the text
	}{
		{"record without source", []string{"corpus/records/x.csv", rowHead + "A,thu,2031,actual,2,tỷ đồng,,,\n"}, "records/x.csv:2: source"},
		{"unknown unit", rows("A,thu,2031,actual,2,tỷ đòng,,,,"), `a-1.csv:2: Thu ngân sách, A, 2031: unknown unit "tỷ đòng"`},
		{"unknown unit of a denominator", rows("A,thu,2031,actual,2,tỷ đồng/xyz,,,,"), "unknown unit"},
		{"value without a unit", rows("A,thu,2031,actual,2,,,,,"), "without a unit"},
		{"duplicate", rows("A,thu,2031,actual,2,tỷ đồng,,,,", "A,thu,2031,actual,2,tỷ đồng,,,,"), "a-1.csv:3: Thu ngân sách, A, 2031: the same as line 2"},
		{"two values in one source", rows("A,thu,2031,actual,2,tỷ đồng,,,,", "A,thu,2031,actual,3,tỷ đồng,,,,"), "a-1.csv:3: Thu ngân sách, A, 2031: another value"},
		{"period that does not parse", rows("A,thu,quý năm,actual,2,tỷ đồng,,,,"), `a-1.csv:2: period "quý năm"`},
		{"period far off", rows("A,thu,1031,actual,2,tỷ đồng,,,,"), "outside 1945 to 2100"},
		{"share above 100", rows("A,Tỷ lệ hộ nghèo,2031,actual,104,%,,,,"), "a share outside"},
		{"more than can be", rows("A,thu,2031,actual,3426000000,tỷ đồng,,,,"), "more than anything"},
		{"half a tree", rows("A,cây xanh,2031,actual,1.5,cây,,,,"), "not a whole number"},
		{"count below zero", rows("A,cây xanh,2031,actual,-4,cây,,,,"), "below zero"},
		{"percent for money", rows("A,thu,2031,actual,12,%,,,,"), "where the catalogue has tỷ đồng"},
		{"growth against levels", rows("A,thu,2030,actual,100,tỷ đồng,,,,", "A,thu,2031,actual,112.4,tỷ đồng,14.2,so với cùng kỳ,,"), "a-1.csv:3: Thu ngân sách, A, 2031: a change of 14.2 %, but the levels of this source give 12.40 %"},
		{"growth against a named year", rows("A,thu,2025,actual,50,tỷ đồng,,,,", "A,thu,2031,actual,100,tỷ đồng,50,so với năm 2025,,"), "give 100.00 %"},
		{"power of ten", rows("A,thu,2029,actual,98,tỷ đồng,,,,", "A,thu,2030,actual,105,tỷ đồng,,,,", "A,thu,2031,actual,1.12,tỷ đồng,,,,"), "a-1.csv:4: Thu ngân sách, A, 2031: 1.12 tỷ đồng is about 10^-2 times"},
		{"scope breaks", rows("A,thu,2030,actual,29.3,tỷ đồng,,,,", "A,thu,2031,actual,1199,tỷ đồng,,,,"), "a-1.csv:3: Thu ngân sách, A, 2031: 1199 tỷ đồng after 29.3"},
		{"target without a year", rows("A,thu,,target,29.3,tỷ đồng,,,,"), "a-1.csv:2: a target without a year"},
		{"orphaned source", []string{sourcesFile, "id,title\nbc-2,Báo cáo\nx-1,Nguồn bỏ quên\n"}, "sources.csv:3: source x-1 has no text"},
		{"front matter", []string{"corpus/articles/2031/f.md", "---\ntitle: A\ndate: hôm qua\n---\nChữ"}, `f.md:3: date "hôm qua"`},
		{"unknown indicator", rows("A,khong-co,2031,actual,2,tỷ đồng,,,,"), `lacks the indicator "khong-co"`},
		{"relation to nothing", []string{catalogueFile, "id,name,related\ncay-xanh,Cây,khong-co\n"}, `indicators.csv:2: indicator cay-xanh names "khong-co"`},
		{"alias of two", []string{catalogueFile, "id,name,aliases\na,Cây,trồng cây\nb,Rừng,Trồng cây\n"}, `is a name of b too`},
		{"area of nowhere", []string{areasFile, "name,level,parent\nXã Đông Khê,commune,Huyện Mơ\n"}, `areas.csv:2: area Xã Đông Khê names "Huyện Mơ"`},
		{"campaign of an unknown source", []string{campaignsFile, "id,name,source_id\nT,Thi đua,S9\n"}, `campaigns.csv:2: campaign T: there is no source "S9"`},
		{"campaign that ends first", []string{campaignsFile, "id,name,start,end\nT,Thi đua,2031-12-31,2031-01-01\n"}, "ends before it starts"},
		{"deadline of no campaign", []string{deadlinesFile, "id,campaign,what,due\nH,T9,Nộp báo cáo,2031-05-01\n"}, `there is no campaign "T9"`},
		{"day stands twice", []string{holidaysFile, "date,name\n2031-01-01,Tết\n2031-01-01,Tết nữa\n"}, "holidays.csv:3: 2031-01-01 stands at"},
		{"work on a Monday", []string{holidaysFile, "date,name,kind\n2031-01-06,Làm bù,work\n"}, "a working day anyway"},
	} {
		var all []string
		for _, p := range Check(open(t, office(c.changes...))) {
			all = append(all, p.String())
		}
		if !strings.Contains(strings.Join(all, "\n"), c.want) {
			t.Errorf("%s: %q, want %q", c.name, all, c.want)
		}
	}
}

func TestCheckLeavesAloneWhatIsSound(t *testing.T) {
	for name, lines := range map[string]string{
		"rounded growth":            "A,thu,2030,actual,100,tỷ đồng,,,,\nA,thu,2031,actual,112,tỷ đồng,12.4,so với cùng kỳ,,\n",
		"growth in another scope":   "A,thu,2030,actual,100,tỷ đồng,,,hẹp,\nA,thu,2031,actual,200,tỷ đồng,12,so với cùng kỳ,rộng,\n",
		"break that scopes explain": "A,thu,2030,actual,29.3,tỷ đồng,,,hẹp,\nA,thu,2031,actual,1199,tỷ đồng,,,rộng,\n",
		"doubt recorded":            "A,thu,2029,actual,98,tỷ đồng,,,,\nA,thu,2030,actual,105,tỷ đồng,,,,\nA,thu,2031,actual,1.12,tỷ đồng,,,,đơn vị?\n",
		"units of one money":        "A,thu,2029,actual,98,tỷ đồng,,,,\nA,thu,2030,actual,105000,triệu đồng,,,,\nA,thu,2031,actual,112,tỷ đồng,,,,\n",
		"estimate beside actual":    "A,thu,2031,estimate,98,tỷ đồng,,,,\nA,thu,2031,actual,105,tỷ đồng,,,,\n",
		"yearly mean":               "A,thu,2025,actual,100,tỷ đồng,,,,\nA,thu,2030,actual,161,tỷ đồng,,,,\nA,Tốc độ tăng thu ngân sách,2025-2030,actual,10,%/năm,,,,\n",
		"growth since the new year": "A,thu,2030,actual,100,tỷ đồng,,,,\nA,thu,2031,actual,200,tỷ đồng,3,so với đầu năm,,\n",
	} {
		if problems := Check(open(t, office("corpus/records/a-1.csv", growthHead+lines))); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestCheckOtherSourcesAreVariants(t *testing.T) {
	c := open(t, office(
		"corpus/records/a-1.csv", rowHead+"A,thu,2031,estimate,3426,tỷ đồng,,,\n",
		"corpus/records/bc-2.csv", rowHead+"A,thu,2031,actual,2578,tỷ đồng,,,\n"))
	if problems := Check(c); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

func TestUnitOf(t *testing.T) {
	for _, c := range []struct {
		unit   string
		want   Dimension
		factor float64
	}{
		{"tỷ đồng", Dong, 1e9}, {"nghìn tỷ đồng", Dong, 1e12}, {"triệu USD", Dollar, 1e6}, {"%/năm", Percent, 1},
		{"nghìn lao động", Counted, 1e3}, {"triệu đồng/người/năm", "đồng/người/năm", 1e6}, {"tạ/ha", "kg/m²", 100},
		{"Km²", AreaSize, 1e6}, {"bác sĩ/vạn dân", "số/vạn dân", 1},
	} {
		if d, f, ok := UnitOf(c.unit); !ok || d != c.want || f != c.factor {
			t.Errorf("UnitOf(%q) = %q, %g, %t; want %q, %g", c.unit, d, f, ok, c.want, c.factor)
		}
	}
	for _, unit := range []string{"", "tỷ", "đòng", "tỷ đồng/", "/người", "12"} {
		if d, _, ok := UnitOf(unit); ok {
			t.Errorf("UnitOf(%q) = %q, want unknown", unit, d)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	c := Default()
	for b.Loop() {
		if n := len(Check(c)); n > 0 {
			b.Fatal(fmt.Sprint(n, " problems"))
		}
	}
}
