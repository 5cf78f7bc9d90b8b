package extract

// numeral reads a number said in words at toks[j:] where the words beside it
// leave no doubt: "gấp đôi", "gấp ba lần", "hai nghìn tỷ đồng". It returns the
// unit that the words imply, if any, and the tokens used.
func (x *lexicon) numeral(toks []token, from, j int) (v float64, u unit, n int) {
	if j >= len(toks) || toks[j].kind != wordToken {
		return 0, unit{}, 0
	}
	times := unit{name: "lần", scale: 1, n: 1}
	if from > 0 && toks[from-1].word == x.w.gap {
		switch toks[j].word {
		case x.w.doi:
			return 2, times, 1
		case x.w.ruoi:
			return 1.5, times, 1
		}
		if v := x.digit(&toks[j]); v > 1 {
			if wordIs(toks, j+1, x.w.lan) {
				return v, times, 2
			}
			return v, times, 1
		}
		return 0, unit{}, 0
	}
	v = x.digit(&toks[j])
	if v == 0 || v == 5 {
		return 0, unit{}, 0 // "năm" is a year far more often
	}
	if _, n := x.longest(toks, j+1, false, func(e entry) bool { return e.class == cScale }); n == 0 {
		return 0, unit{}, 0
	}
	u = x.unitAt(toks, j+1)
	if u.n == 0 {
		return 0, unit{}, 0
	}
	return v, u, 1 + u.n
}

// digit returns the number that a single word means, or 0.
func (x *lexicon) digit(t *token) float64 {
	node, ok := x.step(0, t)
	if !ok {
		return 0
	}
	for _, e := range x.entries[node] {
		if e.class == cNumber {
			v, _, _ := parseNumber(e.text)
			return v
		}
	}
	return 0
}
