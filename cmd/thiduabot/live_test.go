package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/index"
)

const liveArticle = `---
title: Huyện Đông Khê được mùa vải thiều
date: 2021-12-30
audience: [noi-bo]
---

Năm 2021, sản lượng vải thiều của huyện Đông Khê đạt 12.500 tấn.
`

// TestIngestReachesTheWatchedIndex takes an article in beside an open index, as
// the command line does beside serve: within a second it is found, by those whom
// it is for and by nobody else.
func TestIngestReachesTheWatchedIndex(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "bai.md")
	if err := os.WriteFile(file, []byte(liveArticle), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	x, err := index.Open(ctx, index.OpenOptions{Data: dir, Builtin: &corpus.Corpus{}, Home: "Huyện Đông Khê"})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	watched := make(chan error, 1)
	go func() { watched <- x.Watch(ctx, nil) }()
	defer func() { stop(); <-watched }()
	if code := run(ctx, []string{"--data", dir, "--no-builtin", "ingest", "--write", file}, os.Stdin, t.Output(), t.Output()); code != 0 {
		t.Fatalf("ingest: status %d", code)
	}
	found := func(audiences ...string) int {
		hits, err := x.Search(ctx, index.Query{Text: "vải thiều", In: index.ArticlesOnly, Audiences: audiences})
		if err != nil {
			t.Fatal(err)
		}
		return len(hits)
	}
	for deadline := time.Now().Add(time.Second); found("noi-bo") == 0; {
		if time.Now().After(deadline) {
			t.Fatal("not found within a second")
		}
	}
	if n := found(); n != 0 {
		t.Errorf("%d hits for those whom it is not for", n)
	}
	for _, c := range []struct {
		audiences []string
		shown     bool
	}{{[]string{"noi-bo"}, true}, {[]string{index.Everything}, true}, {nil, false}, {[]string{"khac"}, false}} {
		a, err := x.Answer(ctx, index.Question{Text: "sản lượng vải thiều năm 2021", Audiences: c.audiences})
		if err != nil || len(a.Records)+len(a.Articles) > 0 != c.shown {
			t.Errorf("audiences %v: %s (%v), want shown: %v", c.audiences, a.Kind, err, c.shown)
		}
	}
}
