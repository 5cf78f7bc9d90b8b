package viet

// HasMarks reports whether any letter carries a Vietnamese mark.
func HasMarks(s string) bool {
	for _, r := range s {
		if l := letterOf(r); l.base != 0 {
			if l.marked() {
				return true
			}
			continue
		}
		if _, _, ok := combining(r); ok || r == 'ð' || r == 'Ð' {
			return true
		}
	}
	return false
}
