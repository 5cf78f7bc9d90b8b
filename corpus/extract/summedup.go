package extract

import "thiduabot/corpus"

// An article that says at its beginning what time is summed up, "sơ kết 6 tháng đầu năm",
// "tổng kết phong trào thi đua năm 2024", speaks of that time.

// summedUp gives an article whose title names no time the one that the paragraph at hand,
// its first, says to be summed up.
func (r *reader) summedUp() {
	if !r.title.IsZero() {
		return
	}
	for i := 0; i+1 < len(r.toks); i++ {
		if w := r.toks[i+1].word; w != "kết" && w != "ket" {
			continue
		}
		switch r.toks[i].word {
		case "sơ", "so", "tổng", "tong":
			if p := r.timeBehind(r.toks, i+2); !p.IsZero() {
				r.title = p
				return
			}
		}
	}
}

// nearBehind is how many words may stand between "tổng kết" and its time.
const nearBehind = 14

// timeBehind returns the first time in the words from toks[i] on, before a sign or what is
// to be done next, if it has begun; the zero period if there is none.
func (r *reader) timeBehind(toks []token, i int) corpus.Period {
	for end := i + nearBehind; i < len(toks) && i < end; {
		w := r.lex.whenAt(toks, i, r.clock)
		if w.n > 0 && !w.event && !w.some {
			p := r.resolve(w, corpus.Period{})
			if w.term || p.Kind == corpus.Span && !r.schools || r.clock.ahead(p) {
				return corpus.Period{}
			}
			return p
		}
		if toks[i].word == "." || toks[i].word == ";" || toks[i].word == ":" || toks[i].word == "triển" || toks[i].word == "trien" {
			return corpus.Period{}
		}
		i += max(w.n, 1)
	}
	return corpus.Period{}
}
