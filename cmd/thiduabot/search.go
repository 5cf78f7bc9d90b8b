package main

import (
	"context"
	"fmt"
	"time"

	"thiduabot/index"
)

type searchCmd struct {
	JSON    bool     `name:"json" help:"Print the hits as JSON."`
	Limit   int      `default:"10" help:"Most hits to print."`
	In      string   `default:"all" enum:"articles,records,all" help:"What to search: articles, records or all."`
	Explain bool     `help:"Show how each score came about."`
	Query   []string `arg:"" help:"The words to look for; '-' reads one query a line from standard input."`
}

// found is one line of output for a query of standard input.
type found struct {
	Query string      `json:"query"`
	Hits  []index.Hit `json:"hits"`
	Took  int64       `json:"took_us"` // microseconds
}

// Run prints the hits of the query, or of one query a line.
func (c *searchCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	if c.Limit < 1 || c.Limit > 1000 {
		return usageError{fmt.Errorf("--limit %d: want 1 to 1000", c.Limit)}
	}
	x, err := sh.open(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	return eachText(c.Query, s.in, func(text string) error {
		start := time.Now()
		hits, err := x.Search(ctx, index.Query{
			Text: text, In: index.In(c.In), Limit: c.Limit, Explain: c.Explain,
			Audiences: []string{index.Everything},
		})
		if err != nil {
			return err
		}
		if hits == nil {
			hits = []index.Hit{}
		}
		return c.print(s, found{text, hits, time.Since(start).Microseconds()})
	})
}

func (c *searchCmd) print(s *streams, f found) error {
	switch {
	case c.JSON && c.isStream():
		return printJSON(s.out, f)
	case c.JSON:
		return printJSON(s.out, f.Hits)
	}
	for i, h := range f.Hits {
		fmt.Fprintf(s.out, "%d. %s · %s · %s\n   %s\n", i+1, h.Title, h.Date, h.ID, h.Snippet)
		if h.Explain != "" {
			fmt.Fprintf(s.out, "   %s\n", h.Explain)
		}
	}
	if len(f.Hits) == 0 {
		fmt.Fprintln(s.out, "Không tìm thấy bài hoặc số liệu nào.")
	}
	return nil
}

func (c *searchCmd) isStream() bool { return len(c.Query) == 1 && c.Query[0] == "-" }
