package corpus

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func ptr(v float64) *float64 { return &v }

// parse reads rows under the header that an office's table has.
func parse(t *testing.T, rows ...string) []Record {
	t.Helper()
	const head = "area,area_level,indicator,period,period_type,kind,value,unit,change_pct,change_basis,vs_plan_pct,source_id,note\n"
	records, problems := ParseRecords("corpus/records/B7.csv", strings.NewReader(head+strings.Join(rows, "\n")))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return records
}

func TestParseRecords(t *testing.T) {
	got := parse(t, `Xã Đông Khê,commune,Số cây xanh trồng mới,2031-H1,half,estimate,1250.5,cây,-8.1,so với cùng kỳ,62.5,,"trồng ở bãi, đê"`)
	want := []Record{{
		Name: "Số cây xanh trồng mới", Area: "Xã Đông Khê", Period: Period{Kind: Half, Year: 2031, N: 1}, Status: Estimate,
		Quantity: Quantity{Value: ptr(1250.5), Unit: "cây"}, Change: &Change{-8.1, "%", "so với cùng kỳ"}, PlanPct: ptr(62.5),
		Note: "trồng ở bãi, đê", Source: Source{ID: "B7"}, At: Place{"corpus/records/B7.csv", 2},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseRecordsReadsGrowthAsChange(t *testing.T) {
	for _, c := range []struct {
		name, row, indicator string
		want                 Change
	}{
		{"growth", "A,city,Tốc độ tăng giá trị sản xuất công nghiệp,2031,year,actual,9.5,%,9.5,so với năm 2030,,,", "Giá trị sản xuất công nghiệp", Change{9.5, "%", "so với năm 2030"}},
		{"fall without change", "A,city,Tốc độ tăng đàn lợn,2031,year,actual,-2,%,,,,,", "Đàn lợn", Change{-2, "%", ""}},
		{"yearly mean of a span", "A,city,Tốc độ tăng GRDP bình quân,2026-2030,span,actual,8.8,%/năm,,,,,", "GRDP", Change{8.8, "%/năm", ""}},
		{"multiple", "A,city,Số lần thu nhập bình quân so với năm 2025,2031,year,actual,1.3,lần,,,,,", "Thu nhập bình quân", Change{30, "%", "so với năm 2025"}},
		{"multiple below one", "A,city,Số lần đàn trâu so với năm 2025,2031,year,actual,0.4,lần,,,,,", "Đàn trâu", Change{-60, "%", "so với năm 2025"}},
	} {
		r := parse(t, c.row)[0]
		if r.Value != nil || r.Change == nil || *r.Change != c.want || r.Name != c.indicator {
			t.Errorf("%s: %q value %v change %+v", c.name, r.Name, r.Value, r.Change)
		}
	}
}

func TestParseRecordsKeepsChangeOfGrowth(t *testing.T) {
	r := parse(t, "A,city,Tốc độ tăng dân số,2031,year,actual,1.2,%,0.1,so với năm 2030,,,")[0]
	if r.Value == nil || *r.Value != 1.2 || r.Change.Value != 0.1 {
		t.Errorf("a rate with a change of its own became %+v, %+v", r.Value, r.Change)
	}
}

func TestParseRecordsReadsShareOfPlan(t *testing.T) {
	r := parse(t, "A,city,Tỷ lệ thực hiện dự toán thu ngân sách,2031-H1,half,actual,62,%,,,62,,")[0]
	if r.Value != nil || r.PlanPct == nil || *r.PlanPct != 62 || r.Name != "Thu ngân sách" {
		t.Errorf("%q value %v plan %v", r.Name, r.Value, r.PlanPct)
	}
}

func TestParseRecordsJoinsEndsOfRange(t *testing.T) {
	low := "A,city,Tỷ lệ đảng viên xuất sắc (mức thấp),2031,year,target,15,%,,,,,"
	high := "A,city,Tỷ lệ đảng viên xuất sắc (mức cao),2031,year,target,20,%,,,,,"
	for name, rows := range map[string][]string{"low first": {low, high}, "high first": {high, low}} {
		got := parse(t, rows...)
		if len(got) != 1 || got[0].Value != nil || *got[0].Low != 15 || *got[0].High != 20 || got[0].Name != "Tỷ lệ đảng viên xuất sắc" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestParseRecordsReportsLines(t *testing.T) {
	const in = `area,indicator,period,value,unit
# một dòng chú thích
A,X,2031,1.250,cây
A,X,2031,"1,5",cây
A,X,thế kỷ này,1,cây
A,X,2031,,
,X,2031,1,cây
A,X,2031,1,cây,thừa
A,X,2031,1,"cây
A,Y,2032,7,cây
A,X,2033,NaN,cây
`
	records, problems := ParseRecords("t.csv", strings.NewReader(in))
	var lines []int
	for _, p := range problems {
		lines = append(lines, p.Line)
	}
	if diff := cmp.Diff([]int{4, 5, 6, 7, 8, 9, 11}, lines); diff != "" {
		t.Errorf("%s\n%v", diff, problems)
	}
	if len(records) != 2 || *records[1].Value != 7 {
		t.Errorf("records %+v", records)
	}
}

// Every line opens a quote that nothing closes in its cell: the reader must give
// up in bounded time and say so.
func TestParseRecordsGivesUpOnBrokenFiles(t *testing.T) {
	in := "area,indicator,period,value\n" + strings.Repeat("A,\"x\"y,2031,1\n", 5000)
	records, problems := ParseRecords("t.csv", strings.NewReader(in))
	if len(records) > 0 || len(problems) > 2*maxBroken || !strings.Contains(problems[len(problems)-1].Text, "not read") {
		t.Errorf("%d records, %d problems, the last %v", len(records), len(problems), problems[len(problems)-1])
	}
}

func TestParseRecordsNeedsHeader(t *testing.T) {
	_, problems := ParseRecords("t.csv", strings.NewReader("area,value\nA,1\n"))
	if len(problems) == 0 || !strings.Contains(problems[0].Text, `lacks the column "indicator"`) {
		t.Errorf("%v", problems)
	}
}

func TestFormatRecordsParsesBack(t *testing.T) {
	records := []Record{
		{Indicator: "cay-xanh", Name: "Số cây", Area: "Xã Đông Khê", Period: YearOf(2031), Status: Target, Quantity: Quantity{Low: ptr(15), High: ptr(20), Bound: ">=", Unit: "%", Printed: "15-20%"},
			Scope: "a; b", Approx: "khoảng", Doubt: "ngờ", Note: "n", Evidence: "câu \"chứng\",\nhai dòng", Source: Source{ID: "S", Paragraph: 3}},
		{Name: "Tên chưa biết", Area: "B", Period: SpanOf(2026, 2030), Status: Actual, Quantity: Quantity{Value: ptr(12), Of: ptr(13), Unit: "chỉ tiêu"},
			Change: &Change{0.8, "điểm phần trăm", "so với năm 2025"}, PlanPct: ptr(110), Source: Source{ID: "S"}},
	}
	got, problems := ParseRecords("S.csv", bytes.NewReader(FormatRecords(records)))
	if diff := cmp.Diff(records, got, cmpopts.IgnoreFields(Record{}, "At")); diff != "" || len(problems) > 0 {
		t.Error(diff, problems)
	}
}

func FuzzParseRecords(f *testing.F) {
	f.Add("area,indicator,period,value,unit\nA,cay,2031,1,cây\n")
	f.Add("area,indicator,period,value,unit,change\nA,\"x\ny\",2031,1,cây,2\n")
	f.Add("area,indicator,period,kind,value,unit\nA,X (mức thấp),2031,target,1,%\nA,X (mức cao),2031,target,2,%\n")
	f.Add("area,indicator,period,value,unit\nA,Tốc độ tăng X,2026-2030,1e3,%/năm\n\"")
	f.Fuzz(func(t *testing.T, s string) {
		records, _ := ParseRecords("S.csv", strings.NewReader(s))
		again, problems := ParseRecords("S.csv", bytes.NewReader(FormatRecords(records)))
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, FormatRecords(records))
		}
		if diff := cmp.Diff(FormatRecords(records), FormatRecords(again)); diff != "" {
			t.Error(diff)
		}
	})
}
