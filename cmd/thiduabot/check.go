package main

import (
	"fmt"

	"thiduabot/corpus"
)

type checkCmd struct {
	Unknown bool `help:"List names that the catalogue of indicators lacks, by frequency, with the nearest known one."`
}

// Run prints the problems of the data; exit status 1 if there are any.
func (c *checkCmd) Run(sh *shared, s *streams) error {
	all, err := sh.load()
	if err != nil {
		return err
	}
	if c.Unknown {
		return printUnknown(s.out, all)
	}
	problems := corpus.Check(all)
	for _, p := range problems {
		fmt.Fprintln(s.out, p)
	}
	if len(problems) > 0 {
		return exitCode(1)
	}
	return nil
}
