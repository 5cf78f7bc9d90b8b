package main

import (
	"context"
	"fmt"

	"thiduabot/index"
)

type askCmd struct {
	JSON     bool     `name:"json" help:"Print the answer as JSON."`
	Explain  bool     `help:"Show how the answer came about."`
	Question []string `arg:"" help:"The question; '-' reads one a line from standard input."`
}

// Run answers the question, or one a line.
func (c *askCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	x, err := sh.open(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	return eachText(c.Question, s.in, func(text string) error {
		a, err := sh.answer(ctx, x, text)
		if err != nil {
			return err
		}
		return c.print(s, a)
	})
}

func (sh *shared) answer(ctx context.Context, x *index.Index, text string) (index.Answer, error) {
	now, err := sh.now()
	if err != nil {
		return index.Answer{}, err
	}
	return x.Answer(ctx, index.Question{
		Text: text, Now: now, Home: sh.Home, Audiences: []string{index.Everything},
		ReadBack: readBack(x.Holidays()),
	})
}

func (c *askCmd) print(s *streams, a index.Answer) error {
	if c.Explain && !c.JSON {
		for _, step := range a.Explain {
			fmt.Fprintln(s.err, step)
		}
	}
	if !c.Explain {
		a.Explain = nil
	}
	if c.JSON {
		return printJSON(s.out, a)
	}
	_, err := fmt.Fprintln(s.out, a.Text)
	return err
}
