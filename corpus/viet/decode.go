package viet

import (
	"strings"
	"unicode/utf8"
)

// DecodeToken returns what one token typed in raw Telex or VNI keys may mean,
// best first, with its case; nil if it is no key sequence of a syllable. It
// looks at the token alone: "has" is "há" here. Check the answers against a
// vocabulary.
func DecodeToken(s string) []string {
	var out []string
	for _, m := range [...]method{telex, vni} {
		for _, st := range decodeKeys(s, m) {
			out = append(out, st.text())
		}
	}
	return out
}

// Decode turns raw Telex or VNI keystrokes into letters where the whole message
// speaks for it; ok reports whether anything was decoded. Text that is already
// Vietnamese, with or without marks, English, abbreviations and numbers come
// back unchanged.
func Decode(s string) (text string, ok bool) {
	if !asciiKeys(s) {
		return s, false
	}
	m := readMessage(s)
	best := telex
	if m.score(vni) > m.score(telex) {
		best = vni
	}
	if !m.typedIn(best) {
		return s, false
	}
	return m.decode(s, best)
}

// asciiKeys reports whether the text has letters and no Vietnamese ones.
func asciiKeys(s string) bool {
	seen := false
	for i := range len(s) {
		c := s[i] | 0x20
		seen = seen || c >= 'a' && c <= 'z'
	}
	return seen && !HasMarks(s)
}

// keyToken is a run of letters and digits, and how it reads as keys.
type keyToken struct {
	start, end int
	kind       tokenKind
	read       [2]reading
}

type reading struct {
	text   string
	weight float64 // evidence for the method
	weak   bool    // decode only in a message that is surely typed so
	alone  bool    // no evidence by itself
}

type tokenKind uint8

const (
	neutral tokenKind = iota // number, abbreviation, sign
	plain                    // may be a syllable as it stands
	cut                      // a syllable only if it lost its marks: "sach", "viec"
	foreign                  // no syllable: English, a name
)

type message struct {
	tokens []keyToken
	upper  bool // written in capitals throughout
}

// maxKeyTokens bounds how much of a message is looked at for evidence.
const maxKeyTokens = 400

func readMessage(s string) *message {
	m := &message{upper: strings.ToUpper(s) == s}
	for i := 0; i < len(s); {
		if !wordByte(s[i]) {
			i++
			continue
		}
		j := i
		for j < len(s) && wordByte(s[j]) && s[j] < utf8.RuneSelf {
			j++
		}
		if j == i {
			i++
			continue
		}
		m.tokens = append(m.tokens, m.readToken(s, i, j))
		i = j
	}
	return m
}

func (m *message) readToken(s string, start, end int) keyToken {
	t := keyToken{start: start, end: end}
	token := s[start:end]
	t.kind = kindOf(token, m.upper)
	if t.kind == plain && !strings.Contains(strings.ToLower(token), "oo") {
		return t
	}
	if t.kind != neutral || !guarded(token, m.upper) {
		t.read[telex] = readTelex(token, s, start)
		t.read[vni] = readVNI(token, s, start, end)
	}
	return t
}

// kindOf classes a token as it stands.
func kindOf(token string, upper bool) tokenKind {
	w, ok := wordOf(token)
	switch {
	case hasDigit(token), romanNumeral(token):
		return neutral
	case ok && w.validBare():
		if w.valid(Ngang) {
			return plain
		}
		if w.stopped() {
			return cut
		}
		return plain
	case !upper && strings.ToUpper(token) == token && len(token) <= 6, abbreviated(token):
		return neutral
	}
	return foreign
}

// stopped reports whether the word ends in a stop, so that it must carry a tone.
func (w *word) stopped() bool {
	last := w.l[w.n-1]
	return last.base == 'p' || last.base == 't' || last.base == 'c' ||
		last.base == 'h' && w.n > 1 && w.l[w.n-2].base == 'c'
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// guarded reports whether a token is an abbreviation that must not be decoded.
func guarded(token string, upper bool) bool {
	return !upper && strings.ToUpper(token) == token
}

func readTelex(token, s string, start int) reading {
	if hasDigit(token) {
		return reading{}
	}
	lower := strings.ToLower(token)
	states := decodeKeys(token, telex)
	if len(states) == 0 {
		return readLoose(token, lower)
	}
	best := states[0]
	text := best.text()
	switch {
	case strings.HasSuffix(lower, "oong") || strings.HasSuffix(lower, "oon") && kindOf(token, true) == plain:
		return reading{text: text, weight: 0.5, weak: true}
	case englishToo[lower]:
		return reading{text: text, weight: 0.2, weak: true}
	case english[lower]:
		return reading{}
	case best.tone == Ngang && !strings.ContainsAny(lower, "w") && !doubled(lower), abbreviated(lower), len(token) == 2 && best.cost > 0:
		return reading{text: text, weight: 0.3, weak: true}
	}
	if best.tone != Ngang && (doubled(lower) || strings.Contains(lower, "w")) {
		return reading{text: text, weight: 1.6}
	}
	return reading{text: text, weight: 1, alone: best.late}
}

// readLoose reads a token whose tone was typed and whose shape was not, if the
// model knows one such syllable: "bieur" is "biểu".
func readLoose(token, lower string) reading {
	tone, ok := telexTones[lower[len(lower)-1]]
	rest := token[:len(token)-1]
	if w, isWord := wordOf(rest); !ok || !isWord || !w.validBare() || english[lower] {
		return reading{}
	}
	for _, c := range Candidates(rest) {
		if syl, _ := SplitSyllable(c); syl.Tone == tone {
			return reading{text: withCase(c, rest), weight: 0.4, weak: true}
		}
	}
	return reading{}
}

// doubled reports whether a key stands twice in a row, as most shapes are typed.
func doubled(s string) bool {
	for _, d := range []string{"aa", "ee", "oo", "dd"} {
		if strings.Contains(s, d) {
			return true
		}
	}
	return false
}

func readVNI(token, s string, start, end int) reading {
	if !hasDigit(token) || strings.IndexByte("0123456789", token[0]) >= 0 {
		return reading{}
	}
	states := decodeKeys(token, vni)
	if len(states) == 0 {
		return reading{}
	}
	text := states[0].text()
	rest := strings.TrimRight(token, "0123456789")
	digits := token[len(rest):]
	switch {
	case partOfNumber(s, start, end), len(rest) == 1 && token == strings.ToUpper(token):
		return reading{}
	case len(rest) == 1 && len(digits) == 1:
		return reading{text: text, weight: 0.1, weak: true}
	case digits != "" && !hasDigit(rest) && len(digits) == 1 && digits < "6" && numbered[strings.ToLower(rest)]:
		return reading{text: text, weight: 0.3, weak: true}
	}
	return reading{text: text, weight: 1}
}

// partOfNumber reports whether the token is tied to a figure or code: "06-NQ/TU3".
func partOfNumber(s string, start, end int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	sign := func(i int) bool { return i >= 0 && i < len(s) && strings.IndexByte("/-.&_", s[i]) >= 0 }
	return sign(start-1) && digit(start-2) || sign(end) && digit(end+1)
}

// score sums the evidence for a method.
func (m *message) score(me method) float64 {
	sum := 0.0
	for i := range m.tokens[:min(len(m.tokens), maxKeyTokens)] {
		sum += m.tokens[i].read[me].weight
	}
	return sum
}

// typedIn reports whether the message speaks for the method: what can be
// decoded must outweigh what no typist of that method would leave.
func (m *message) typedIn(me method) bool {
	strong, against, words, count, odd := 0.0, 0.0, 0, 0, false
	for i := range m.tokens[:min(len(m.tokens), maxKeyTokens)] {
		t := &m.tokens[i]
		switch r := t.read[me]; {
		case r.text != "" && !r.weak:
			strong += r.weight
			odd = odd || r.alone
			count++
			words++
			continue
		case r.text != "":
		case t.kind == foreign:
			against++
		case t.kind == cut:
			against += 0.7
		}
		if t.kind != neutral {
			words++
		}
	}
	switch {
	case count == 0:
		return false
	case count == 1:
		return words <= 8 && against < 0.6*strong && !odd
	}
	return strong > 1.2*against && count*8 >= words
}

func (m *message) decode(s string, me method) (string, bool) {
	var b strings.Builder
	last, done := 0, false
	strong := 0
	for i := range m.tokens {
		if r := m.tokens[i].read[me]; !r.weak && r.text != "" {
			strong++
		}
	}
	for i := range m.tokens {
		t := &m.tokens[i]
		r := t.read[me]
		if r.text == "" || r.weak && strong < 2 && !m.beside(i, me) {
			continue
		}
		if englishToo[strings.ToLower(s[t.start:t.end])] && !m.beside(i, me) {
			continue
		}
		b.WriteString(s[last:t.start])
		b.WriteString(r.text)
		last, done = t.end, true
	}
	if !done {
		return s, false
	}
	b.WriteString(s[last:])
	return b.String(), true
}

// beside reports whether a neighbour of token i is surely typed in the method.
func (m *message) beside(i int, me method) bool {
	sure := func(j int) bool {
		return j >= 0 && j < len(m.tokens) && m.tokens[j].read[me].text != "" && !m.tokens[j].read[me].weak
	}
	return sure(i-1) || sure(i+1)
}
