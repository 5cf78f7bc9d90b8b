package corpus

import "testing"

func TestBuiltinLoads(t *testing.T) {
	c := Default()
	for _, p := range c.Problems {
		t.Error(p)
	}
	if len(c.Articles) != 95 || len(c.Records) < 430 {
		t.Errorf("%d articles, %d records", len(c.Articles), len(c.Records))
	}
}
