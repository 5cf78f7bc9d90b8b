package terminal

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thiduabot/bot"
	"thiduabot/bot/store"
	"thiduabot/corpus"
	"thiduabot/index"
)

func TestDemo(t *testing.T) {
	script := os.Getenv("DEMO")
	if script == "" {
		t.Skip("no DEMO")
	}
	st, err := store.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	c := corpus.Default()
	x, err := index.Build(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(bot.Config{Answerer: x, Searcher: x, Store: st, Library: bot.Shelf(func() *corpus.Corpus { return c }), Home: c.Home, Local: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := Run(context.Background(), Options{Bot: b, In: strings.NewReader(strings.ReplaceAll(script, "|", "\n")), Out: os.Stdout, Dir: os.Getenv("DEMODIR")}); err != nil {
		t.Fatal(err)
	}
}
