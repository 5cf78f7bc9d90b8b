package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const festival = `---
id: dong-khe-2031
title: 'Xã Đông Khê: mùa "trồng cây" đầu năm'
date: 2031-02-05
publisher: Báo Bình Sơn
areas:
- Xã Đông Khê
kind: announcement
audience: thường trực; văn phòng
---

Đoạn một.

Đoạn hai.
`

func TestParseArticle(t *testing.T) {
	a, problems := ParseArticle("x/y.md", []byte(festival))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := Article{
		ID: "dong-khe-2031", Title: `Xã Đông Khê: mùa "trồng cây" đầu năm`, Date: "2031-02-05", Publisher: "Báo Bình Sơn",
		Areas: []string{"Xã Đông Khê"}, Kind: "announcement", Audience: []string{"thường trực", "văn phòng"},
		Text: "Đoạn một.\n\nĐoạn hai.", At: Place{File: "x/y.md"},
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
}

func TestParseArticleTakesIDFromFile(t *testing.T) {
	a, problems := ParseArticle("corpus/articles/2031/A1.md", []byte("---\ntitle: Một tin\n---\nChữ."))
	if len(problems) > 0 || a.ID != "A1" || a.Kind != "news" {
		t.Errorf("id %q, kind %q, problems %v", a.ID, a.Kind, problems)
	}
}

func TestParseArticleProblems(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
	}{
		{"no front matter", "Chỉ có chữ.", "a.md:1: no front matter"},
		{"front matter not closed", "---\ntitle: A\n", "a.md:1: no front matter"},
		{"no title", "---\nid: a\ndate: 2031\n---\nChữ", "a.md:1: no title"},
		{"bad date", "---\ntitle: A\ndate: 5/2/2031\n---\nChữ", `a.md:3: date "5/2/2031"`},
		{"bad kind", "---\ntitle: A\ndate: 2031\nkind: poem\n---\nChữ", `a.md:4: kind "poem"`},
		{"broken YAML", "---\ntitle: A\nid: 'b\n---\nChữ", "a.md:3: front matter"},
		{"not UTF-8", "---\ntitle: A\n---\nCh\xff", "a.md:4: not UTF-8"},
	} {
		_, problems := ParseArticle("a.md", []byte(c.in))
		if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, problems, c.want)
		}
	}
}

func TestFormatArticleParsesBack(t *testing.T) {
	a := Article{
		ID: "a-1", Title: "- lạ: 'nháy' # và \"kép\"", Date: "2031", Publisher: "Báo: X", Author: "@ai", URL: "https://example.org/?a=1#b",
		Areas: []string{"Xã Đông Khê", "yes"}, Kind: "plan", Tags: []string{"1", "true"}, Text: "Một.\n\n---\n\nHai.",
	}
	got, problems := ParseArticle("a-1.md", FormatArticle(a))
	if diff := cmp.Diff(a, got, cmpopts.IgnoreFields(Article{}, "At")); diff != "" || len(problems) > 0 {
		t.Error(diff, problems)
	}
}

func FuzzParseArticle(f *testing.F) {
	f.Add([]byte(festival))
	f.Add([]byte("---\ntitle: x\n---\n"))
	f.Add([]byte("---\ntitle: [a, b\n---\n"))
	f.Add([]byte("---\n&a: *a\n---\n"))
	f.Add([]byte("\ufeff---\r\ntitle: 'A: b'\r\n---\r\nchữ"))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, problems := ParseArticle("f.md", b)
		if len(problems) > 0 {
			return
		}
		again, problems := ParseArticle("f.md", FormatArticle(a))
		if diff := cmp.Diff(a, again); diff != "" || len(problems) > 0 {
			t.Errorf("%s\n%v", diff, problems)
		}
	})
}

func TestParseArticleTitleWithColon(t *testing.T) {
	in := "---\nid: a\ntitle: Đông Khê: thu ngân sách 'vượt' 20%: kết quả\ndate: 2021-12-30\n---\n\nĐoạn.\n"
	a, problems := ParseArticle("a.md", []byte(in))
	if len(problems) > 0 || a.Title != "Đông Khê: thu ngân sách 'vượt' 20%: kết quả" {
		t.Errorf("%q %v", a.Title, problems)
	}
}
