package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// Offsets are into the text as printed, whatever bytes came in.
func TestParseOffsetsAreIntoThePrintedText(t *testing.T) {
	for _, in := range []string{
		"\xff\xfe thu 5 t\u1ef7 8h s\u00e1ng mai",
		"\xc3( thu nga\u0302n sa\u0301ch 12,5% qu\u00fd III/2021",
		"\ufeff\U0001F600 100k 30/12",
		"\xe1\xbb 3 tri\u1ec7u \xc3",
	} {
		var out, stderr strings.Builder
		if code := run(t.Context(), []string{"parse", "--json", "-"}, strings.NewReader(in+"\n"), &out, &stderr); code != 0 {
			t.Fatalf("parse of %q: exit status %d: %s", in, code, stderr.String())
		}
		type span struct {
			Text       string
			Start, End int
		}
		var got struct {
			Text                       string
			Numbers, Quantities, Times []span
		}
		if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Numbers) == 0 {
			t.Errorf("%q: no number found", in)
		}
		for _, spans := range [][]span{got.Numbers, got.Quantities, got.Times} {
			for _, s := range spans {
				if s.End > len(got.Text) || got.Text[s.Start:s.End] != s.Text {
					t.Errorf("%q: %q at %d-%d of %q", in, s.Text, s.Start, s.End, got.Text)
				}
			}
		}
	}
}
