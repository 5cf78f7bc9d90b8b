package corpus

// Place is where in the files something stands: for problems only.
type Place struct {
	File string
	Line int // 1-based; 0: the file as a whole
}

func (p Place) problem(text string) Problem { return Problem{p.File, p.Line, text} }
