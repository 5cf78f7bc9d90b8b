package index

import (
	"sync"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// vocabulary keeps the words that questions are read with until the tables they
// were made of are replaced. The zero value is ready for use.
type vocabulary struct {
	mu         sync.Mutex
	indicators *corpus.Indicator // first entry of the catalogue that terms was made of
	areas      *corpus.Area
	size       [2]int
	terms      *query.Terms
}

func (v *vocabulary) termsOf(t *corpus.Corpus) *query.Terms {
	v.mu.Lock()
	defer v.mu.Unlock()
	ind, area := first(t.Indicators), first(t.Areas)
	size := [2]int{len(t.Indicators), len(t.Areas)}
	if v.terms == nil || v.indicators != ind || v.areas != area || v.size != size {
		v.terms = query.NewTerms(t.Indicators, t.Areas)
		v.indicators, v.areas, v.size = ind, area, size
	}
	return v.terms
}

func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}
