package viet

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus/viet/bounded"
)

func TestNumbers(t *testing.T) {
	for _, row := range []struct {
		text string
		want []float64
	}{
		{"5 nghìn đồng, 2 tỷ 3, 100k", []float64{5000, 2.3e9, 1e5}},
		{"1tr2, 2t3, 3 tỷ 321 triệu", []float64{1.2e6, 2.3e9, 3.321e9}},
		{"một trăm linh năm, ba mốt, hăm lăm", []float64{105, 31, 25}},
		{"hai nghìn không trăm hai mươi mốt", []float64{2021}},
		{"hai không hai mốt", []float64{2021}},
		{"tám trăm rưỡi, một tỷ rưỡi", []float64{850, 1.5e9}},
		{"ba phẩy hai năm, ba phẩy hai mươi lăm", []float64{3.25, 3.25}},
		{"3.426 tỷ; 106,5%; 6.5%; 3,426.5", []float64{3.426e12, 106.5, 6.5, 3426.5}},
		{"1,765 tỷ USD; 3 426 tỷ; 1.234.567,89", []float64{1.765e9, 3.426e12, 1234567.89}},
		{"quý III/2021, khóa XII, kỳ họp thứ X", []float64{3, 2021, 12, 10}},
		{"năm 2021 đạt năm xã, tháng năm, năm năm qua", []float64{2021, 5, 5, 5}},
		{"một trăm hai, hai nghìn mốt, ba triệu tư", []float64{120, 2100, 3.4e6}},
		{"1 triệu 200, 2 nghìn tỷ, 15 vạn", []float64{1.2e6, 2e12, 150000}},
		{"thứ tư, quý tư, thứ tự, đầu tư", []float64{4, 4}},
		{"0,65km2; tăng15%; 30.12.2021", []float64{0.65, 15, 30, 12, 2021}},
		{"hai phần tư; một số xã; tăng trưởng -2,5%", []float64{0.5, -2.5}},
		{"3 tỷ 2 dự án; vay 2 tỷ 3 năm", []float64{3e9, 2, 2e9, 3}},
		{"thứ 2,4,6 và ngày 5,15", []float64{2, 4, 6, 5, 15}},
		{"hai ty ba tram trieu, muoi lam phan tram", []float64{2.3e9, 15}},
	} {
		for form, text := range formsOf(row.text) {
			var got []float64
			for _, n := range Numbers(text) {
				got = append(got, n.Value)
				if text[n.Start:n.End] != n.Text {
					t.Errorf("%s: offsets of %q", form, n.Text)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(row.want) {
				t.Errorf("%s %s: %v, want %v", form, row.text, got, row.want)
			}
		}
	}
}

// formsOf returns a text as it is, in NFD and in capitals.
func formsOf(s string) map[string]string {
	return map[string]string{"NFC": s, "NFD": norm.NFD.String(s), "capitals": strings.ToUpper(s)}
}

func sayQuantity(q Quantity) string {
	n := func(p *float64) string {
		if p == nil {
			return ""
		}
		return fmt.Sprint(*p)
	}
	s := n(q.Value)
	if q.Low != nil {
		s = n(q.Low) + ".." + n(q.High)
	}
	if q.Of != nil {
		s += "/" + n(q.Of)
	}
	return strings.TrimSpace(q.Bound + s + " " + q.Unit)
}

func TestQuantities(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"Thu 3.426 tỷ đồng, tăng 15,1%", "3426 tỷ đồng|15.1 %"},
		{"2.629 tỷ 321 triệu đồng; 3 tỷ 79 triệu", "2629.321 tỷ đồng|3.079 tỷ đồng"},
		{"1tr2; 100k; 50 nghìn; 150 trđ; 20.000đ", "1.2 triệu đồng|100 nghìn đồng|50 nghìn đồng|150 triệu đồng|20000 đồng"},
		{"1,765 tỷ USD; 3.300 triệu USD", "1.765 tỷ USD|3300 triệu USD"},
		{"6-6,5%; từ 15% đến 20%; 3 đến 5 tỷ đồng", "6..6.5 %|15..20 %|3..5 tỷ đồng"},
		{"800 triệu đến 2 tỷ đồng", "0.8..2 tỷ đồng"},
		{"80% trở lên; không quá 2%; dưới 1%; trên 5 triệu đồng/người/năm", ">=80 %|<=2 %|<1 %|>5 triệu đồng/người/năm"},
		{"7tr5/tháng; 15 m3/giây; 5/2021; lúc 7 giờ kém 10; 3 giờ chiều; hai ba ngày", "7.5 triệu đồng/tháng|15 m³/giây|2..3 ngày"},
		{"12/13 chỉ tiêu; 10/12 chỉ tiêu; ngày 10/12; 182/204 xã", "12/13 chỉ tiêu|10/12 chỉ tiêu|182/204 xã"},
		{"5,3 điểm phần trăm; gấp 1,5 lần; năm xã; 60 tạ/ha", "5.3 điểm phần trăm|1.5 lần|5 xã|60 tạ/ha"},
		{"146ha; 0,65km2; 10,5 bác sĩ/vạn dân; 219 nghìn lượt khách", "146 ha|0.65 km²|10.5 bác sĩ/vạn dân|219 nghìn lượt khách"},
		{"8h30 ngày 30/12; tháng 9 năm 2021; giai đoạn 2021-2025", ""},
		{"hai nghìn không trăm hai mươi mốt hộ; 3 nghìn 200 hộ", "2021 hộ|3200 hộ"},
		{"2021 tỉnh thu 5 tỷ lệ phí; 204 xã; 63 tỉnh", "204 xã|63 tỉnh"},
		{"thu 2 ty 3 dong, 15 phan tram, 300 ho", "2.3 tỷ đồng|15 %|300 hộ"},
	} {
		for form, text := range formsOf(row.text) {
			var got []string
			for _, q := range Quantities(text) {
				got = append(got, sayQuantity(q))
			}
			if s := strings.Join(got, "|"); s != row.want {
				t.Errorf("%s %s:\n got %s\nwant %s", form, row.text, s, row.want)
			}
		}
	}
}

var sunday = time.Date(2026, 11, 22, 22, 46, 0, 0, zone)

func sayTime(x Time) string {
	f := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return strings.TrimSuffix(t.Format("2006-01-02T15:04"), "T00:00")
	}
	return f(x.From) + ".." + f(x.To) + " " + x.Grain
}

func TestTimes(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"quý III/2021 so với cùng kỳ", "2021-07-01..2021-10-01 quarter|2020-07-01..2020-10-01 quarter"},
		{"năm 2021 so với năm trước", "2021-01-01..2022-01-01 year|2020-01-01..2021-01-01 year"},
		{"9 tháng 2022 so với cùng kỳ năm trước", "2022-01-01..2022-10-01 month|2021-01-01..2021-10-01 month"},
		{"thu ngan sach 6 thang dau nam 2022, nam ngoai", "2022-01-01..2022-07-01 month|2025-01-01..2026-01-01 year"},
		{"thu nam 2021; thu hai tuan sau; sau thang dau nam", "2021-01-01..2022-01-01 year|2026-11-23..2026-11-24 day|2026-01-01..2026-07-01 month"},
		{"giai đoạn 2016 2021; giai đoạn 2016, 2021", "2016-01-01..2022-01-01 year|2016-01-01..2017-01-01 year|2021-01-01..2022-01-01 year"},
		{"giai đoạn 2021-2025; năm học 2021-2022; 5 năm qua", "2021-01-01..2026-01-01 year|2021-09-01..2022-09-01 year|2021-01-01..2026-01-01 year"},
		{"30/12/2021; 30.12.2021; 30/12; 31/4; 12/13 chỉ tiêu", "2021-12-30..2021-12-31 day|2021-12-30..2021-12-31 day|2026-12-30..2026-12-31 day"},
		{"trước ngày 15/12; đến hết ngày 20/12; kể từ ngày 5/12", "..2026-12-15 day|..2026-12-21 day|2026-12-05.. day"},
		{"ngày 5-7/12; 28/12-2/1; từ 5/12 đến 7/12", "2026-12-05..2026-12-08 day|2026-12-28..2027-01-03 day|2026-12-05..2026-12-08 day"},
		{"ngày mai lúc 14h30; 8h sáng thứ hai; 9 giờ kém 15", "2026-11-23T14:30..2026-11-23T14:31 minute|2026-11-23T08:00..2026-11-23T09:00 hour|2026-11-23T08:45..2026-11-23T08:46 minute"},
		{"chiều thứ sáu tuần sau lúc 3 giờ", "2026-11-27T15:00..2026-11-27T16:00 hour"},
		{"tuần sau; cuối tuần; tháng trước; quý này; hôm kia", "2026-11-23..2026-11-30 week|2026-11-21..2026-11-23 day|2026-10-01..2026-11-01 month|2026-10-01..2027-01-01 quarter|2026-11-20..2026-11-21 day"},
		{"tháng 9/2021; 9/2021; tháng chín năm 2021", "2021-09-01..2021-10-01 month|2021-09-01..2021-10-01 month|2021-09-01..2021-10-01 month"},
		{"từ 2018 đến nay; từ tháng 1 đến tháng 9 năm 2021", "2018-01-01..2026-11-23 year|2021-01-01..2021-10-01 month"},
		{"đến năm 2025; hộ nghèo cuối năm 2022", "..2026-01-01 year|2022-10-01..2023-01-01 month"},
		{"3 ngày nữa; sau 2 tuần; 30 phút nữa", "2026-11-25..2026-11-26 day|2026-12-06..2026-12-07 day|2026-11-22T23:16..2026-11-22T23:17 minute"},
		{"tháng trước; tháng sau, tháng này", "2026-10-01..2026-11-01 month|2026-12-01..2027-01-01 month|2026-11-01..2026-12-01 month"},
		{"từ 8h đến 10h; từ 21h đến 23h30", "2026-11-23T08:00..2026-11-23T10:00 hour|2026-11-23T21:00..2026-11-23T23:30 hour"},
		{"từ 8h đến 10h ngày 5/12; từ 2h đến 4h chiều mai", "2026-12-05T08:00..2026-12-05T10:00 hour|2026-11-23T14:00..2026-11-23T16:00 hour"},
		{"2 tháng một lần vào ngày 10; 3 tháng 1 lần", "2026-12-10..2026-12-11 day"},
		{"sau 3 ngày nữa; sau 2 tiếng nữa", "2026-11-25..2026-11-26 day|2026-11-23T00:46..2026-11-23T01:46 hour"},
		{"rằm tháng Giêng; mùng 3 Tết; Giỗ Tổ; 10/3 âm lịch", "2027-02-20..2027-02-21 day|2027-02-08..2027-02-09 day|2027-04-16..2027-04-17 day|2027-04-16..2027-04-17 day"},
		{"số 2021/QĐ-UBND; 30/2020/NĐ-CP; 3.426 tỷ; 2021 hộ; kỳ họp thứ 3; lần thứ hai", ""},
		{"năm rồi tỉnh thu; hộ nghèo năm qua; mấy năm rồi; 5 năm qua", "2025-01-01..2026-01-01 year|2025-01-01..2026-01-01 year|2021-01-01..2026-01-01 year"},
		{"năm 21; năm hai mốt; năm hai không hai mốt", "2021-01-01..2022-01-01 year|2021-01-01..2022-01-01 year|2021-01-01..2022-01-01 year"},
		{"2021 tỉnh thu ngân sách; xuất khẩu 2022 thành phố; 2020 xã Hồng Quang", "2021-01-01..2022-01-01 year|2022-01-01..2023-01-01 year|2020-01-01..2021-01-01 year"},
		{"GTSX CN 2021; CN tp năm 2022; CN này họp; 8h CN", "2021-01-01..2022-01-01 year|2022-01-01..2023-01-01 year|2026-11-22..2026-11-23 day|2026-11-22T08:00..2026-11-22T09:00 hour"},
		{"cuối 2021; đầu 2022; giữa năm 2020; 2024 tỷ lệ hộ nghèo", "2021-10-01..2022-01-01 month|2022-01-01..2022-04-01 month|2020-04-01..2020-10-01 month|2024-01-01..2025-01-01 year"},
		{"T2-T4-T6; T2-T4; tuần sau thứ tư; tuần này, vào chiều thứ 5", "2026-11-23..2026-11-24 day|2026-11-25..2026-11-26 day|2026-11-27..2026-11-28 day|2026-11-23..2026-11-26 day|2026-11-25..2026-11-26 day|2026-11-19T13:00..2026-11-19T18:00 hour"},
		{"sáng mùng 1 Tết; tết đoan ngọ; tết tây", "2027-02-06T06:00..2027-02-06T11:00 hour|2027-06-09..2027-06-10 day|2027-01-01..2027-01-02 day"},
		{"quý 2 năm trước", "2025-04-01..2025-07-01 quarter"},
		{"2 năm trước; cách đây 2 tuần; 3 ngày trước", "2024-01-01..2025-01-01 year|2026-11-08..2026-11-09 day|2026-11-19..2026-11-20 day"},
		{"năm trước nữa", "2024-01-01..2025-01-01 year"},
		{"chủ nhật vừa rồi; thứ tư vừa qua; tuần trước nữa; tháng sau, ngày 10", "2026-11-15..2026-11-16 day|2026-11-18..2026-11-19 day|2026-11-02..2026-11-09 week|2026-12-10..2026-12-11 day"},
		{"8h-10h sáng mai; 2h-4h chiều mai; 14h - 16h30 ngày 5/12; 2:30 PM", "2026-11-23T08:00..2026-11-23T10:00 hour|2026-11-23T14:00..2026-11-23T16:00 hour|2026-12-05T14:00..2026-12-05T16:30 hour|2026-11-23T14:30..2026-11-23T14:31 minute"},
		{"tính đến 30/9; tính đến 15/12; đến hết tháng; nửa tháng nữa", "..2026-10-01 day|..2026-12-16 day|..2026-12-01 month|2026-12-07..2026-12-08 day"},
		{"ngày 30 tháng 2; 29/2/2023; 8h61", ""},
		{"quý I, quý II năm 2022; 6 tháng cuối năm 2022", "2026-01-01..2026-04-01 quarter|2022-04-01..2022-07-01 quarter|2022-07-01..2023-01-01 month"},
	} {
		for form, text := range formsOf(row.text) {
			if form == "capitals" {
				continue
			}
			var got []string
			for _, x := range Times(text, sunday) {
				got = append(got, sayTime(x))
			}
			if s := strings.Join(got, "|"); s != row.want {
				t.Errorf("%s %s:\n got %s\nwant %s", form, row.text, s, row.want)
			}
		}
	}
}

// hostileTexts are 4,096 characters of what makes a grammar look far.
func hostileTexts() []string {
	var out []string
	for _, unit := range []string{"1.", "1,", "năm ", "nam nam ", "từ ", "từ 1 đến ", "hai nghìn ", "rằm ", "1/1", "thứ hai, ", "1 000 ", "tỷ 3 ", "8h", "cùng kỳ ", "đến ", "-", "III ",
		"một trăm ", "trước 3 ngày ", "mùng 3 tết ", "0", "ngày 1, ", "quý ", "hàng tháng ", "tháng 1-", "1-", "2021-", "2 tỷ 3 triệu ", "sau ", "tính đến hết "} {
		out = append(out, string([]rune(strings.Repeat(unit, 4096))[:4096]))
	}
	return out
}

func TestHostileValuesAreFast(t *testing.T) {
	for _, s := range hostileTexts() {
		bounded.Within(t, fmt.Sprintf("%.12q...", s), 50*time.Millisecond, func() {
			Numbers(s)
			Quantities(s)
			Times(s, sunday)
		})
	}
}

func seeds(f *testing.F) {
	for _, s := range []string{"2.629 tỷ 321 triệu đồng", "quý III/2021 so với cùng kỳ", "từ 15% đến 20%", "chiều thứ sáu tuần sau lúc 3 giờ", "mùng 3 Tết", "12/13 chỉ tiêu", "1tr2", "\xff1.\u0301"} {
		f.Add(s)
	}
}

func FuzzNumbers(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, n := range Numbers(s) {
			if n.Start < end || n.End <= n.Start || s[n.Start:n.End] != n.Text {
				t.Fatalf("%q: %+v after %d", s, n, end)
			}
			end = n.End
		}
	})
}

func FuzzQuantities(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, q := range Quantities(s) {
			if q.Start < end || s[q.Start:q.End] != q.Text || (q.Value == nil) == (q.Low == nil) || q.Low != nil && *q.Low >= *q.High {
				t.Fatalf("%q: %+v", s, q)
			}
			end = q.End
		}
	})
}

func FuzzTimes(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, x := range Times(s, sunday) {
			if x.Start < end || s[x.Start:x.End] != x.Text || x.From.IsZero() && x.To.IsZero() || !x.From.IsZero() && !x.To.IsZero() && !x.To.After(x.From) {
				t.Fatalf("%q: %+v", s, x)
			}
			if x.From.Year() > 2400 || x.To.Year() > 2400 {
				t.Fatalf("%q: out of bounds %+v", s, x)
			}
			end = x.End
		}
	})
}

func BenchmarkValuesOfArticle(b *testing.B) {
	s := strings.Repeat("Năm 2021, thu ngân sách ước đạt 3.426 tỷ đồng, tăng 15,1% so với cùng kỳ, bằng 117% dự toán; có 12/13 chỉ tiêu đạt kế hoạch đến ngày 30/12. ", 10)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Numbers(s)
		Quantities(s)
		Times(s, sunday)
	}
}
