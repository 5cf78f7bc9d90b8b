package main

import (
	"context"

	"thiduabot/index/eval"
)

type evalCmd struct {
	JSON    bool     `name:"json" help:"Print the scores as JSON."`
	Damaged bool     `help:"Score each question in damaged forms as well: no marks, Telex, VNI, typos, NFD."`
	Files   []string `arg:"" help:"Question files: id, question, kind, expected, at; parted by tabs."`
}

// Run scores the question files and prints right, wrong figures and missed.
func (c *evalCmd) Run(ctx context.Context, sh *shared, s *streams) error {
	x, err := sh.open(ctx)
	if err != nil {
		return err
	}
	defer x.Close()
	now, err := sh.now()
	if err != nil {
		return err
	}
	report, err := eval.Run(ctx, x, c.Files, eval.Options{Now: now, Home: sh.Home, Damaged: c.Damaged})
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.out, report)
	}
	return report.Write(s.out)
}
