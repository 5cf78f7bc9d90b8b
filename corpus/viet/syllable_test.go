package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestValidSyllable(t *testing.T) {
	yes := "nghiêng quyết khuỷu ngoéo giếng gì gìn già quốc quýt quỳnh yêu ý ỷ uỷ ủy hoà hòa xoong thuở khuya rượu " +
		"ươm oanh ngoằn kỹ kĩ sỹ nghịêm Ủy ĐƯỢC huỵch huých loét gì ốc ếch"
	for s := range strings.FieldsSeq(yes) {
		if !ValidSyllable(s) || !ValidSyllable(norm.NFD.String(s)) {
			t.Errorf("%q is a syllable", s)
		}
	}
	no := "sach viec việcc ghà ngê kà cê gía2 tivi email this sàch màt hóà q ng gh thành_phố 2021 iên tyên nghoa coa quu bkac wan fa"
	for s := range strings.FieldsSeq(no) {
		if ValidSyllable(s) {
			t.Errorf("%q is no syllable", s)
		}
	}
}

func TestSplitSyllable(t *testing.T) {
	rows := []struct {
		in   string
		want Syllable
	}{
		{"Nghiệm", Syllable{"ngh", "iêm", Nang}},
		{"quý", Syllable{"qu", "y", Sac}},
		{"già", Syllable{"gi", "a", Huyen}},
		{"giếng", Syllable{"gi", "êng", Sac}},
		{"gìn", Syllable{"g", "in", Huyen}},
		{"ĐƯỢC", Syllable{"đ", "ươc", Nang}},
		{"ủy", Syllable{"", "uy", Hoi}},
		{"thương", Syllable{"th", "ương", Ngang}},
	}
	for _, r := range rows {
		got, ok := SplitSyllable(r.in)
		if !ok || got != r.want {
			t.Errorf("SplitSyllable(%q) = %+v, %v, want %+v", r.in, got, ok, r.want)
		}
		if got.String() != Normalize(strings.ToLower(r.in)) {
			t.Errorf("%q put together is %q", r.in, got)
		}
	}
}

func TestPlaceTone(t *testing.T) {
	rows := []struct {
		in   string
		tone Tone
		want string
	}{
		{"luong", Sac, "luóng"}, {"lương", Nang, "lượng"}, {"hoa", Huyen, "hòa"}, {"thuy", Hoi, "thủy"},
		{"toan", Huyen, "toàn"}, {"quynh", Huyen, "quỳnh"}, {"khuyu", Hoi, "khuỷu"}, {"cua", Hoi, "của"},
		{"gi", Huyen, "gì"}, {"gia", Huyen, "già"}, {"quy", Sac, "quý"}, {"hoà", Sac, "hóa"}, {"HOA", Huyen, "HÒA"},
		{"xyz", Sac, "xyz"}, {"mia", Sac, "mía"}, {"ngoeo", Sac, "ngoéo"},
	}
	for _, r := range rows {
		if got := PlaceTone(r.in, r.tone); got != r.want && ValidSyllable(r.in) {
			t.Errorf("PlaceTone(%q, %d) = %q, want %q", r.in, r.tone, got, r.want)
		}
	}
}

func TestEverySpellingPartsAndJoins(t *testing.T) {
	for _, s := range spelled().all {
		for tone := Ngang; tone <= Nang; tone++ {
			toned := PlaceTone(s, tone)
			syl, ok := SplitSyllable(toned)
			if !ok {
				continue
			}
			if syl.String() != toned || syl.Tone != tone {
				t.Fatalf("%q parts into %+v and joins to %q", toned, syl, syl.String())
			}
			if Normalize(toned) != toned {
				t.Fatalf("Normalize(%q) = %q", toned, Normalize(toned))
			}
		}
	}
}

func FuzzSyllable(f *testing.F) {
	for _, s := range []string{"nghiêng", "a\u0301", "\xff", "qu", "gi", strings.Repeat("a", 20)} {
		f.Add(s, byte(4))
	}
	f.Fuzz(func(t *testing.T, s string, tone byte) {
		if syl, ok := SplitSyllable(s); ok && !ValidSyllable(syl.String()) {
			t.Fatalf("%q parts into %+v", s, syl)
		}
		PlaceTone(s, Tone(tone))
		HasMarks(s)
	})
}
