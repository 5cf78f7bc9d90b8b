package viet

import "testing"

func TestCapital(t *testing.T) {
	for _, row := range []struct{ text, capital, uncapital string }{
		{"đất", "Đất", "đất"},
		{"Ấp Bắc", "Ấp Bắc", "ấp Bắc"},
		{"UBND huyện", "UBND huyện", "UBND huyện"},
		{"e\u0302m", "E\u0302m", "e\u0302m"},
		{"I", "I", "I"},
		{"2 xã", "2 xã", "2 xã"},
		{"", "", ""},
		{"\xff", "\xff", "\xff"},
	} {
		if got := Capital(row.text); got != row.capital {
			t.Errorf("Capital(%q) = %q, want %q", row.text, got, row.capital)
		}
		if got := Uncapital(row.text); got != row.uncapital {
			t.Errorf("Uncapital(%q) = %q, want %q", row.text, got, row.uncapital)
		}
	}
}
