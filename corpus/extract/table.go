package extract

// table reads a paragraph that is a table; it reports false if it is none.
func (r *reader) table(n int, s span) bool { return false }
