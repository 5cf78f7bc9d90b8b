package viet

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A Collator keeps buffers and must not be shared between goroutines.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese) }}

// Compare orders text as a Vietnamese dictionary does: by letter (a ă â b ... d
// đ ...), then by tone (ngang, huyền, hỏi, ngã, sắc, nặng), then lower case
// first. It returns 0 only for text that is equal in NFC.
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	return c.CompareString(a, b)
}
