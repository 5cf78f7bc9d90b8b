package extract

import (
	"strings"

	"thiduabot/corpus/viet"
)

// A time that is told in passing dates its own sentence and leads no other.

// aside reports whether the time at item at is told apart from that of the text: "Riêng
// tháng 9, …", "Tính riêng trong quý III, …". A paragraph that opens so may go on with it.
func (c *clause) aside(at int) bool {
	low := viet.Fold(strings.ToLower(c.words(0, min(at, len(c.items)))))
	for w := range strings.FieldsSeq(low) {
		if w == "rieng" {
			c.apart = c.apart || !c.figured
			return true
		}
	}
	return false
}
