package query

import (
	"slices"
	"strings"
)

// spokenForms are words of written names with what is said or typed for them.
// Chosen from what officials type.
var spokenForms = []struct {
	written, said string
	least         int // words of the names that it is done to
}{
	{" và ", " ", 4},
	{"công nghiệp", "cn", 1},
	{"hộ nghèo", "hn", 1},
	{"sản xuất", "sx", 3},
	{"một ", "1 ", 2},
	{"doanh nghiệp", "dn", 2},
	{"học sinh", "hs", 2},
	{"sản phẩm", "sp", 2},
	{"dân số ", "dân ", 2},
	{"tỷ trọng ", "cơ cấu ", 3},
	{"bao nhiêu ", "mấy ", 2},
}

// spoken returns the ways to say a written name, and those to ask for the number
// of things that a name with their unit in front speaks of: "mấy xã nông thôn
// mới". The name itself is not among them.
func spoken(name, unit string) []string {
	low := strings.ToLower(name)
	out := []string{low}
	if unit != "" && !strings.HasPrefix(unit, "%") && strings.HasPrefix(low, unit+" ") {
		out = append(out, "bao nhiêu "+low, "mấy "+low)
	}
	if counted, ok := strings.CutPrefix(low, "số "); ok && len(strings.Fields(counted)) > 2 {
		out = append(out, "bao nhiêu "+counted, "mấy "+counted)
	}
	if strings.HasPrefix(low, "tỷ trọng ") && !strings.Contains(low, " trong ") && !strings.Contains(low, " so với ") {
		for _, whole := range []string{"cơ cấu kinh tế", "cơ cấu", "nền kinh tế", "GRDP"} {
			out = append(out, low+" trong "+whole)
		}
	}
	for _, f := range spokenForms {
		for _, base := range slices.Clone(out) {
			if len(strings.Fields(base)) >= f.least && strings.Contains(base, f.written) {
				out = append(out, strings.ReplaceAll(base, f.written, f.said))
			}
		}
	}
	return out[1:]
}
