package corpus

// Check returns what is wrong with a corpus, problems found while loading first.
func Check(c *Corpus) []Problem { return c.Problems }
