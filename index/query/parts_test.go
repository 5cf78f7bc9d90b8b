package query

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for text, want := range map[string]string{
		"mục tiêu thu ngân sách 2021 là bao nhiêu, đạt chưa": "mục tiêu thu ngân sách 2021 là bao nhiêu|đạt chưa",
		"bán lẻ 2022 bao nhiêu còn 2023 bao nhiêu":           "bán lẻ 2022 bao nhiêu|còn 2023 bao nhiêu",
		"dân số bao nhiêu? diện tích thì sao?":               "dân số bao nhiêu|diện tích thì sao",
		"năm 2021, thu bao nhiêu, chi bao nhiêu, tỉnh ấy":    "năm 2021 thu bao nhiêu|chi bao nhiêu, tỉnh ấy",
		"thu và chi ngân sách 2021 bao nhiêu":                "",
		"thu 3,5 tỷ là của năm nào":                          "",
	} {
		if got := strings.Join(Parts(text), "|"); got != want {
			t.Errorf("Parts(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAlikeAsksForAShareToo(t *testing.T) {
	got, ok := Alike("còn dịch vụ thì sao", "công nghiệp chiếm mấy % GRDP 2024")
	if want := "dịch vụ chiếm mấy % GRDP 2024"; !ok || got != want {
		t.Errorf("Alike = %q, %t, want %q", got, ok, want)
	}
}
