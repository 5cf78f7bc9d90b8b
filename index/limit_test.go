package index

import (
	"context"
	"strings"
	"testing"

	"thiduabot/corpus"
)

// plannedTea is a corpus of invented places with a series, plans and growths.
func plannedTea() *corpus.Corpus {
	c := ownCorpus()
	c.Indicators[0].Better = "more"

	for y, v := range map[int]float64{2018: 300, 2019: 330, 2020: 363, 2021: 399.3} {
		r := c.Records[0]
		r.Period, r.Value = corpus.YearOf(y), &v
		c.Records = append(c.Records, r)
	}
	planned := c.Records[0]
	planned.Status, planned.Value = corpus.Target, new(400.0)
	c.Records = append(c.Records, planned)
	grown := func(area string, perCent float64) corpus.Record {
		r := c.Records[3]
		r.Area, r.Period, r.Value, r.Unit = area, corpus.YearOf(2021), nil, ""
		r.Change = &corpus.Change{Value: perCent, Unit: "%", Basis: "so với cùng kỳ"}
		return r
	}
	c.Records = append(c.Records, grown("Huyện Đông Khê", 12.5), grown("Huyện Tây Khê", 9))
	return c
}

// TestComputedAnswers: what is reckoned from published figures says so, and only
// figures of one thing, place and scope are set against each other.
func TestComputedAnswers(t *testing.T) {
	x, err := Build(context.Background(), plannedTea())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	tests := []struct {
		text  string
		kind  Kind
		first string // what the first line holds
		count int    // of records
	}{
		{"năm nào sản lượng chè búp vượt 350 tấn", Comparison, "Vượt 350 tấn từ năm 2020 (363 tấn)", 4},
		{"năm nào sản lượng chè búp dưới 320 tấn", Comparison, "Dưới 320 tấn: 2018 (300 tấn)", 1},
		{"năm nào sản lượng chè búp vượt 900 tấn", Comparison, "Chưa có năm nào vượt 900 tấn", 6},
		{"sản lượng chè búp năm 2020 gấp mấy lần năm 2018", Comparison, "2020 gấp 1,21 lần 2018", 2},
		{"sản lượng chè búp tăng bình quân mỗi năm bao nhiêu giai đoạn 2018-2021", Comparison, "Bình quân mỗi năm tăng 10% (tôi tính", 2},
		{"sản lượng chè búp 2022 có đạt kế hoạch không", Comparison, "Có: 410 tấn, so với mục tiêu 400 tấn", 2},
		{"sản lượng chè búp 2021 có đạt 500 tấn không", Figure, "Không: 399,3 tấn", 1},
		{"sản lượng chè búp 2021 có tăng không", Figure, "Có: tăng 12,5%", 1},
		{"đông khê và tây khê năm 2021 chè búp ai tăng hơn", Comparison, "12,5%", 2},
		{"xuất khẩu chè năm 2023 gấp mấy lần năm 2022", Unknown, "chưa", 0},
	}
	for _, tt := range tests {
		a := ask(t, x, Question{Text: tt.text})
		first, _, _ := strings.Cut(a.Text, "\n")
		if a.Kind != tt.kind || !strings.Contains(first, tt.first) || len(a.Records) != tt.count {
			t.Errorf("%q: %s with %d records, %q; want %s with %d, %q", tt.text, a.Kind, len(a.Records), a.Text, tt.kind, tt.count, tt.first)
		}
	}
}

func TestYesNoAsked(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{"thu ngân sách 2021 có vượt kế hoạch không", true},
		{"đã đạt kế hoạch chưa", true},
		{"thu ngân sách 2021 đạt bao nhiêu, có vượt không", false},
		{"thu ngân sách không kể tiền đất", false},
		{"tăng hay giảm không", false},
	}
	for _, tt := range tests {
		d := &deliberation{}
		d.q.Text = tt.text
		if got := d.asksYesNo(); got != tt.want {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestPartsLeftOut(t *testing.T) {
	x := builtinIndex(t)
	for _, text := range []string{
		"công nghiệp tỉnh 6 tháng 2018 trừ thành phố Nam Định",
		"giá trị sản xuất công nghiệp huyện Mỹ Lộc 6 tháng đầu năm 2018 chưa tính Mỹ Lộc",
		"thu ngan sach tinh 2023 khong ke thanh pho nam dinh",
	} {
		if a := ask(t, x, Question{Text: text}); a.Kind != Unknown {
			t.Errorf("%q: %s %q, want no figure", text, a.Kind, a.Text)
		}
	}
}
