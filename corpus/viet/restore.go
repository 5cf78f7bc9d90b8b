package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Restore puts marks back on text typed without them, by the built-in model.
// Confidence is 0..1, the chance of the weakest syllable restored; figures,
// abbreviations and foreign words stay, as do the marks that are there. Of text
// with marks only syllables that cannot stand without one ("sach"), or are never
// written so beside their neighbours ("nói gi"), are restored, unless fewer than
// half of its syllables are marked; if there is none it comes back unchanged with
// confidence 1.
func Restore(s string) (text string, confidence float64) {
	m := builtinModel()
	if m == nil {
		return s, 1
	}
	return m.Restore(s)
}

// LooksStripped reports whether the text has lost its marks: a syllable ends in
// a stop and has no tone, or five syllables or more carry no mark at all.
func LooksStripped(s string) bool {
	if HasMarks(s) {
		return false
	}
	syllables, foreign := 0, 0
	for _, t := range Tokens(s) {
		w, ok := wordOf(t.Text)
		switch {
		case !ok || capitals(t.Text) && w.n <= 5:
		case !w.validBare():
			foreign++
		case w.stopped() && !english[strings.ToLower(t.Text)]:
			syllables += 5
		default:
			syllables++
		}
	}
	return syllables >= 5 && syllables > 2*foreign
}

// step is one token of a clause with the syllables it may be.
type step struct {
	tok    Token
	ids    []int32
	free   bool // to be restored
	chance []float32
	best   int
}

// Bounds on the work for one text.
const (
	maxChoices     = 32 // readings of a syllable in a question
	maxLongChoices = 10 // and in a text longer than longText tokens
	longText       = 120
	maxRestored    = 2000 // tokens; what comes after stays
)

// Restore is the function Restore by this model.
func (m *Model) Restore(s string) (text string, confidence float64) {
	tokens := Tokens(s)
	tokens = tokens[:min(len(tokens), maxRestored)]
	choices := maxChoices
	if len(tokens) > longText {
		choices = maxLongChoices
	}
	r := restoration{model: m, marked: HasMarks(s) && !halfStripped(tokens), upper: strings.ToUpper(s) == s, choices: choices}
	confidence = 1
	var b strings.Builder
	last := 0
	for from := 0; from < len(tokens); {
		to := clauseEnd(s, tokens, from)
		clause := r.steps(s, tokens[from:to])
		from = to
		if !anyFree(clause) {
			continue
		}
		m.choose(clause)
		for _, st := range clause {
			if !st.free {
				continue
			}
			confidence = min(confidence, float64(st.chance[st.best]))
			b.WriteString(s[last:st.tok.Start])
			b.WriteString(withCase(m.text[st.ids[st.best]], st.tok.Text))
			last = st.tok.End
		}
	}
	if last == 0 {
		return s, confidence
	}
	b.WriteString(s[last:])
	return b.String(), confidence
}

// halfStripped reports whether a text with marks has lost most of them: it has
// a syllable that cannot stand as it is, and fewer than half are marked.
func halfStripped(tokens []Token) bool {
	syllables, marked, cutOff := 0, 0, false
	for _, t := range tokens {
		w, ok := wordOf(norm.NFC.String(t.Text))
		if !ok || !w.validBare() {
			continue
		}
		syllables++
		if HasMarks(t.Text) {
			marked++
		} else if w.stopped() {
			cutOff = true
		}
	}
	return cutOff && marked*2 < syllables
}

// clauseEnd returns the end of the run of tokens without a full stop, comma or
// the like between them.
func clauseEnd(s string, tokens []Token, from int) int {
	for i := from + 1; i < len(tokens); i++ {
		if strings.ContainsAny(s[tokens[i-1].End:tokens[i].Start], ".;?!()\n") {
			return i
		}
	}
	return len(tokens)
}

func anyFree(clause []step) bool {
	for i := range clause {
		if clause[i].free {
			return true
		}
	}
	return false
}

type restoration struct {
	model         *Model
	marked, upper bool
	choices       int
}

func (r *restoration) steps(s string, tokens []Token) []step {
	steps := make([]step, len(tokens))
	for i, t := range tokens {
		if inAddress(s, t) {
			steps[i] = step{tok: t, ids: []int32{ModelOther}}
			continue
		}
		steps[i] = r.step(t)
		if i >= 2 && steps[i].ids[0] == ModelYear {
			r.revenueOfYear(steps[i-2 : i])
		}
	}
	if r.marked {
		for i := range steps {
			r.freeLost(steps, i)
		}
	}
	return steps
}

// freeLost frees a syllable without marks in a text that has some, where no one
// writes it beside either neighbour but would with marks: "ngan sách", "nói gi".
// A name may be anything.
func (r *restoration) freeLost(steps []step, i int) {
	st := &steps[i]
	text := norm.NFC.String(st.tok.Text)
	if st.free || HasMarks(text) || text != strings.ToLower(text) || ModelClass(text) >= 0 || st.ids[0] == ModelOther || r.beside(steps, i, st.ids[0]) {
		return
	}
	var ids []int32
	for _, id := range r.model.folded[Fold(text)] {
		if id != st.ids[0] && r.beside(steps, i, id) && len(ids) < r.choices {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		st.ids, st.free = ids, true
	}
}

// beside reports whether the model has met a syllable beside a neighbour of token
// i as that stands, or as one of what it may be.
func (r *restoration) beside(steps []step, i int, id int32) bool {
	if i > 0 {
		for _, before := range steps[i-1].ids {
			if r.model.met(before, id) {
				return true
			}
		}
	}
	if i+1 < len(steps) {
		for _, after := range steps[i+1].ids {
			if r.model.met(id, after) {
				return true
			}
		}
	}
	return false
}

// inAddress reports whether a token is part of a web or mail address.
func inAddress(s string, t Token) bool {
	const reach = 80 // bytes looked at on either side
	from, to := max(0, t.Start-reach), min(len(s), t.End+reach)
	if i := strings.LastIndexAny(s[from:t.Start], " \t\n"); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexAny(s[t.End:to], " \t\n"); i >= 0 {
		to = t.End + i
	}
	around := s[from:to]
	return strings.Contains(around, "://") || strings.Contains(around, "www.") || strings.IndexByte(around, '@') >= 0
}

// revenueOfYear settles "thu nam 2021": revenue, for no Thursday has a year.
func (r *restoration) revenueOfYear(pair []step) {
	if !pair[0].free || !pair[1].free || Fold(pair[0].tok.Text) != "thu" || Fold(pair[1].tok.Text) != "nam" {
		return
	}
	if thu, ok := r.model.ids["thu"]; ok {
		pair[0].ids = []int32{thu}
	}
}

// ModelClass returns what the model takes a token for that is no syllable
// (ModelYear, ModelNumber, ModelOther), -1 for a syllable, marked or not.
func ModelClass(token string) int {
	switch {
	case len(token) == 4 && (token[:2] == "19" || token[:2] == "20") && strings.Trim(token[2:], "0123456789") == "":
		return ModelYear
	case hasDigit(token), romanNumeral(token):
		return ModelNumber
	}
	if w, ok := wordOf(token); !ok || !w.validBare() {
		return ModelOther
	}
	return -1
}

// romanNumeral reports whether a token is a Roman numeral: in capitals, or in
// lower case if it is no syllable ("iii", but not "vi").
func romanNumeral(s string) bool {
	if len(s) == 0 || len(s) > 6 || strings.Trim(strings.ToUpper(s), "IVX") != "" {
		return false
	}
	w, ok := wordOf(s)
	return capitals(s) || len(s) > 1 && ok && !w.validBare()
}

// step decides what a token may be.
func (r *restoration) step(t Token) step {
	fixed := func(id int32) step { return step{tok: t, ids: []int32{id}} }
	text := norm.NFC.String(t.Text)
	if class := ModelClass(text); class >= 0 {
		return fixed(int32(class))
	}
	w, _ := wordOf(text)
	abbreviation := !r.upper && w.n > 1 && w.n <= 3 && capitals(text)
	kept := r.marked && (!w.stopped() || w.valid(Ngang))
	if HasMarks(text) || abbreviation || kept {
		return fixed(r.known(text))
	}
	ids := r.model.folded[Fold(text)]
	if len(ids) == 0 {
		return fixed(ModelOther)
	}
	return step{tok: t, ids: ids[:min(len(ids), r.choices)], free: true}
}

// known returns the syllable as it stands, or ModelOther.
func (r *restoration) known(token string) int32 {
	if id, ok := r.model.ids[strings.ToLower(Normalize(token))]; ok {
		return id
	}
	return ModelOther
}

// choose finds the likeliest path through the clause (Viterbi) and the chance
// of each syllable on it (forward and backward sums).
func (m *Model) choose(clause []step) {
	edge := []int32{ModelEdge}
	links := make([][]float32, len(clause)+1) // links[i]: clause[i-1] x clause[i]
	before := edge
	for i := range clause {
		links[i] = m.link(before, clause[i].ids)
		before = clause[i].ids
	}
	links[len(clause)] = m.link(before, edge)
	viterbi(clause, links)
	posterior(clause, links)
}

// link returns the chance of every pair, row by row.
func (m *Model) link(from, to []int32) []float32 {
	out := make([]float32, 0, len(from)*len(to))
	for _, a := range from {
		for _, b := range to {
			out = append(out, m.chance(a, b))
		}
	}
	return out
}

func viterbi(clause []step, links [][]float32) {
	score := []float32{1}
	came := make([][]int, len(clause))
	for i := range clause {
		n := len(clause[i].ids)
		next := make([]float32, n)
		came[i] = make([]int, n)
		for a, p := range score {
			for b, q := range links[i][a*n : (a+1)*n] {
				if v := p * q; v > next[b] {
					next[b], came[i][b] = v, a
				}
			}
		}
		scale(next)
		score = next
	}
	best := 0
	for a, p := range score {
		if p*links[len(clause)][a] > score[best]*links[len(clause)][best] {
			best = a
		}
	}
	for i := len(clause) - 1; i >= 0; i-- {
		clause[i].best = best
		best = came[i][best]
	}
}

// posterior sets the chance of every syllable given the whole clause.
func posterior(clause []step, links [][]float32) {
	score := []float32{1}
	for i := range clause {
		n := len(clause[i].ids)
		next := make([]float32, n)
		for a, p := range score {
			for b, q := range links[i][a*n : (a+1)*n] {
				next[b] += p * q
			}
		}
		scale(next)
		clause[i].chance, score = next, next
	}
	after := links[len(clause)]
	for i := len(clause) - 1; i >= 0; i-- {
		st := &clause[i]
		n := len(st.ids)
		rows := len(links[i]) / n
		before := make([]float32, rows)
		for a := range before {
			for b, q := range links[i][a*n : (a+1)*n] {
				before[a] += q * after[b]
			}
		}
		chance := make([]float32, n)
		for b := range chance {
			chance[b] = st.chance[b] * after[b]
		}
		scale(chance)
		st.chance = chance
		scale(before)
		after = before
	}
}

// scale makes the values sum to 1.
func scale(v []float32) {
	sum := float32(0)
	for _, x := range v {
		sum += x
	}
	if sum <= 0 {
		for i := range v {
			v[i] = 1 / float32(len(v))
		}
		return
	}
	for i := range v {
		v[i] /= sum
	}
}

// withCase gives the syllable the case of what was typed, letter by letter.
func withCase(syllable, typed string) string {
	if strings.ToLower(typed) == typed {
		return syllable
	}
	cases := []rune(typed)
	out := []rune(syllable)
	for i := range out {
		if i < len(cases) && unicode.IsUpper(cases[i]) {
			out[i] = unicode.ToUpper(out[i])
		}
	}
	return string(out)
}
