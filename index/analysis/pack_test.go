package analysis

import (
	"fmt"
	"strings"
	"testing"
)

// reports are texts that have phrases in common.
func reports(n int) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("Ủy ban nhân dân huyện Đông Khê báo cáo kết quả phong trào thi đua số %d: "+
			"sản lượng muối đạt %d tấn, hoàn thành kế hoạch đề ra từ đầu năm. ", i, 997*i%8191)
	}
	return texts
}

func TestPackKeepsText(t *testing.T) {
	samples := reports(200)
	for name, p := range map[string]*Packer{"no dictionary": NewPacker(nil), "dictionary": NewPacker(Dictionary(samples))} {
		for _, s := range []string{"", "muối", samples[7], strings.Repeat("Cánh đồng muối Bạch Sa. ", 500)} {
			if got, err := p.Unpack(p.Pack([]byte(s))); err != nil || got != s {
				t.Errorf("%s: %d bytes came back as %d (%v)", name, len(s), len(got), err)
			}
			if got, err := p.Unpack(Plain([]byte(s))); err != nil || got != s {
				t.Errorf("%s: %d plain bytes came back as %d (%v)", name, len(s), len(got), err)
			}
		}
		for _, broken := range []string{"", "\x01no such thing"} {
			if _, err := p.Unpack([]byte(broken)); err == nil {
				t.Errorf("%s: %q was unpacked", name, broken)
			}
		}
	}
}

func TestDictionaryHalvesShortTexts(t *testing.T) {
	samples := reports(400)
	dictionary := Dictionary(samples[:200])
	if len(dictionary) == 0 || len(dictionary) > dictionarySize {
		t.Fatalf("the dictionary has %d bytes", len(dictionary))
	}
	with, without := 0, 0
	for _, s := range samples[200:] {
		with += len(NewPacker(dictionary).Pack([]byte(s)))
		without += len(NewPacker(nil).Pack([]byte(s)))
	}
	if 2*with > without {
		t.Errorf("packed into %d bytes with the dictionary, %d without", with, without)
	}
}

func TestDictionaryOfLittle(t *testing.T) {
	for _, samples := range [][]string{nil, {""}, {"muối"}, {strings.Repeat("a", 100)}} {
		p := NewPacker(Dictionary(samples))
		if got, err := p.Unpack(p.Pack([]byte("muối"))); err != nil || got != "muối" {
			t.Errorf("%q: %q came back (%v)", samples, got, err)
		}
	}
}
