package viet

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Reading is what an abbreviation may stand for. The weights of its readings
// sum to 1.
type Reading struct {
	Text   string
	Weight float64
}

// Expand returns what an abbreviation may stand for, likeliest first; nil if
// the token is none, or is a unit after a number ("5 ha", "120 tr"). left and
// right are the words beside it, nearest nearest, in any form; they may be
// empty. Case and marks of the token do not count ("ubnd", "hdnd"), but a
// token that is a word in lower case ("tu", "ca") must be in capitals.
func Expand(token, left, right string) []Reading {
	e := findAbbreviation(token)
	if e == nil || unitAfterNumber(token, left) {
		return nil
	}
	readings := make([]Reading, len(e.readings))
	sum := 0.0
	for i, r := range e.readings {
		readings[i] = Reading{r.text, r.weightBeside(left, right)}
		sum += readings[i].Weight
	}
	for i := range readings {
		readings[i].Weight /= sum
	}
	slices.SortStableFunc(readings, func(a, b Reading) int { return cmp.Compare(b.Weight, a.Weight) })
	return readings
}

// ExpandAll gives the text with every abbreviation spelled out that has one
// reading or one that its neighbours decide for. International ones (GRDP,
// FDI) and document numbers ("06-NQ/TU") stay. Restore text without marks
// before it is expanded.
func ExpandAll(s string) string {
	ts := Tokens(s)
	shouting := strings.ToUpper(s) == s
	var b strings.Builder
	last := 0
	for i, t := range ts {
		text := t.Text
		if shouting {
			text = strings.ToLower(text)
		}
		full := expandSure(text, besides(ts, i, -1), besides(ts, i, 1))
		if full == "" {
			continue
		}
		b.WriteString(s[last:t.Start])
		b.WriteString(full)
		last = t.End
	}
	if last == 0 {
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

// sureShare is the weight a reading must have to be taken without asking.
const sureShare = 0.7

// expandSure returns the reading that is sure, "" if none is.
func expandSure(token, left, right string) string {
	if e := findAbbreviation(token); e != nil {
		if e.kept {
			return ""
		}
		if rs := Expand(token, left, right); len(rs) > 0 && rs[0].Weight >= sureShare {
			return rs[0].Text
		}
		return ""
	}
	parts := Parts(token)
	if len(parts) == 0 || hasDigit(token) || strings.Contains(token, "/") {
		return ""
	}
	full := make([]string, len(parts))
	for i, p := range parts {
		e := findAbbreviation(p)
		if e == nil || e.kept || len(e.readings) > 1 {
			return ""
		}
		full[i] = e.readings[0].text
	}
	if strings.Contains(token, "&") {
		return strings.Join(full, " và ")
	}
	return strings.Join(full, " - ")
}

// besides returns the one or two words on one side of token i.
func besides(ts []Token, i, step int) string {
	var words []string
	for j := i + step; j >= 0 && j < len(ts) && len(words) < 2; j += step {
		words = append(words, ts[j].Text)
	}
	if step < 0 {
		slices.Reverse(words)
	}
	return strings.Join(words, " ")
}

// units are abbreviations of measure that a number turns into a unit.
var units = wordSet("k tr trd t ty ha km kg m cm mm l g kw kwh mw d dong pt ng p h gd")

func unitAfterNumber(token, left string) bool {
	if !units[Fold(token)] {
		return false
	}
	left = strings.TrimRight(left, " ")
	if left == "" {
		return false
	}
	c := left[len(left)-1]
	return c >= '0' && c <= '9'
}

// abbreviation is one line of the table.
type abbreviation struct {
	kept     bool // never expanded unasked
	chat     bool // read in lower case only
	word     bool // its folded form is a syllable
	readings []abbreviationReading
}

type abbreviationReading struct {
	text        string
	usual       bool
	left, right []string // folded words that speak for it
}

// weightBeside weighs a reading by the words around it.
func (r *abbreviationReading) weightBeside(left, right string) float64 {
	weight := 1.0
	if r.usual {
		weight = 6
	}
	left, right = " "+Fold(strings.TrimSpace(left)), Fold(strings.TrimSpace(right))+" "
	for _, cue := range r.left {
		if strings.HasSuffix(left, cue) {
			weight *= 20
			break
		}
	}
	for _, cue := range r.right {
		if strings.HasPrefix(right, cue) {
			weight *= 20
			break
		}
	}
	return weight
}

var abbreviationTable = sync.OnceValue(func() map[string]*abbreviation {
	table := map[string]*abbreviation{}
	for line := range strings.Lines(abbreviations) {
		addAbbreviation(table, strings.TrimSpace(line), false)
	}
	for line := range strings.Lines(chatAbbreviations) {
		addAbbreviation(table, strings.TrimSpace(line), true)
	}
	return table
})

// addAbbreviation files a line under its lower-case and its folded name; a
// folded name that two share keeps the first.
func addAbbreviation(table map[string]*abbreviation, line string, chat bool) {
	name, rest, ok := strings.Cut(line, " ")
	if !ok {
		return
	}
	e := &abbreviation{chat: chat}
	name, e.kept = strings.CutPrefix(name, "~")
	w, isWord := wordOf(Fold(name))
	e.word = isWord && w.validBare()
	for part := range strings.SplitSeq(rest, "|") {
		e.readings = append(e.readings, newAbbreviationReading(part))
	}
	name = strings.ToLower(name)
	if chat {
		name = chatPrefix + name
	}
	for _, key := range []string{name, Fold(name)} {
		if table[key] == nil {
			table[key] = e
		}
	}
}

// chatPrefix parts chat shorthand from office abbreviations of the same letters.
const chatPrefix = "\x00"

func newAbbreviationReading(part string) (r abbreviationReading) {
	text, right, _ := strings.Cut(part, ">")
	text, left, _ := strings.Cut(text, "<")
	text, r.usual = strings.CutPrefix(strings.TrimSpace(text), "!")
	r.text = text
	for cue := range strings.FieldsSeq(left) {
		r.left = append(r.left, " "+strings.ReplaceAll(cue, "_", " "))
	}
	for cue := range strings.FieldsSeq(right) {
		r.right = append(r.right, strings.ReplaceAll(cue, "_", " ")+" ")
	}
	return r
}

// findAbbreviation returns the entry of a token, nil if it is none in its case.
func findAbbreviation(token string) *abbreviation {
	if len(token) > 24 {
		return nil
	}
	token = norm.NFC.String(token)
	table := abbreviationTable()
	lower := strings.ToLower(token)
	upper := lower != token
	if !upper {
		if e := table[chatPrefix+lower]; e != nil {
			return e
		}
	}
	e := table[lower]
	if e == nil && !HasMarks(token) {
		e = table[Fold(lower)]
	}
	switch {
	case e == nil, e.word && !capitals(token), upper && titled(token) && e.word:
		return nil
	}
	return e
}

// capitals reports whether every letter is a capital.
func capitals(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsLower)
}

// titled reports whether only the first letter is a capital: a name.
func titled(s string) bool {
	for i, r := range s {
		if i > 0 && unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
