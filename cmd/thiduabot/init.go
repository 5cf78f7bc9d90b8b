package main

import (
	"fmt"

	"thiduabot/corpus"
)

type initCmd struct {
	Dir string `arg:"" type:"path" help:"Folder to make."`
}

// Run makes a data folder with every table, its header and an example.
func (c *initCmd) Run(s *streams) error {
	if err := corpus.WriteSkeleton(c.Dir); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.out, "made %s; fill in the tables under %s/corpus, then try: thiduabot --data %s --no-builtin check\n", c.Dir, c.Dir, c.Dir)
	return err
}
