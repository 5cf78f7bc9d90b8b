package viet

// boundWords are said before a number and make it a limit.
var boundWords = []struct{ phrase, bound string }{
	{"không thấp hơn", ">="}, {"không ít hơn", ">="}, {"không dưới", ">="}, {"không nhỏ hơn", ">="}, {"không kém", ">="},
	{"không vượt quá", "<="}, {"không quá", "<="}, {"không hơn", "<="}, {"không lớn hơn", "<="}, {"không cao hơn", "<="}, {"không trên", "<="},
	{"ít nhất là", ">="}, {"ít nhất", ">="}, {"tối thiểu là", ">="}, {"tối thiểu", ">="}, {"thấp nhất", ">="},
	{"bằng hoặc hơn", ">="}, {"bằng hoặc cao hơn", ">="}, {"bằng hoặc lớn hơn", ">="},
	{"nhiều nhất", "<="}, {"tối đa là", "<="}, {"tối đa", "<="}, {"cao nhất là", "<="},
	{"> =", ">="}, {"< =", "<="}, {"≥", ">="}, {"≤", "<="}, {">", ">"}, {"<", "<"},
}

// nearWords are said before a number and blur it; those with a bound also say
// on which side.
var nearWords = []struct{ phrase, bound string }{
	{"trên dưới", ""}, {"trên", ">"}, {"hơn", ">"}, {"dưới", "<"}, {"vượt quá", ">"}, {"gần", ""}, {"khoảng chừng", ""}, {"vào khoảng", ""}, {"khoảng", ""},
	{"xấp xỉ", ""}, {"chừng", ""}, {"tầm", ""}, {"ước", ""}, {"ngót", ""}, {"chạm mốc", ""}, {"quá", ">"},
}

// boundAround reads the words before and after a quantity at i..j.
func (sc *Scanner) boundAround(i, j int) (bound, approx string) {
	switch {
	case sc.SeqAny(j, "trở lên", "hoặc hơn", "hoặc cao hơn") > j:
		bound = ">="
	case sc.Seq(j, "trở xuống") > j:
		bound = "<="
	}
	k := i
	if sc.Is(k-1, "từ", "đến", "là") {
		k--
	}
	for _, b := range boundWords {
		if at, ok := sc.endsAt(k, b.phrase); ok {
			if bound == "" {
				bound = b.bound
			}
			_ = at
			return bound, ""
		}
	}
	for _, b := range nearWords {
		if at, ok := sc.endsAt(k, b.phrase); ok && !sc.notNear(at, k) {
			if bound == "" {
				bound = b.bound
			}
			approx, _, _ = sc.Text(at, k)
			return bound, approx
		}
	}
	return bound, ""
}

// notNear refuses "cao hơn 5%", "trên" of a place, and "sau hơn".
func (sc *Scanner) notNear(at, k int) bool {
	if sc.Is(at, "hơn") && sc.Is(at-1, "cao", "thấp", "nhiều", "ít", "lớn", "nhỏ", "kém") {
		return true
	}
	if sc.loose && sc.toks[at].bare && sc.Is(at, "quá", "tầm", "chừng", "ước", "gần") {
		return !sc.Is(at, "gần", "ước", "chừng")
	}
	return false
}

// endsAt reports whether the phrase stands just before token k, and where it
// begins.
func (sc *Scanner) endsAt(k int, phrase string) (int, bool) {
	n := 1
	for i := 0; i < len(phrase); i++ {
		if phrase[i] == ' ' {
			n++
		}
	}
	return k - n, k >= n && sc.Seq(k-n, phrase) == k
}
