package main

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"thiduabot/corpus/viet"
)

// textWeight is what one occurrence in a text counts, where a term of the
// lexicon counts its own weight.
const textWeight = 6

// counts of syllables and of pairs of neighbours.
type counts struct {
	single map[string]int
	pair   map[[2]string]int
}

// The names of what is no syllable, in the order of the model's constants.
var special = []string{viet.ModelEdge: "<edge>", viet.ModelNumber: "<number>", viet.ModelYear: "<year>", viet.ModelOther: "<other>"}

func newCounts() *counts {
	return &counts{single: map[string]int{}, pair: map[[2]string]int{}}
}

// addLexicon counts the terms of a lexicon file (see its head for the form).
func (c *counts) addLexicon(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	weight := 1
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if w, ok := strings.CutPrefix(line, "="); ok {
			if weight, err = strconv.Atoi(strings.TrimSpace(w)); err != nil {
				return err
			}
			continue
		}
		for term := range strings.SplitSeq(line, ",") {
			for _, phrase := range expand(strings.TrimSpace(term)) {
				c.addTerm(phrase, weight)
			}
		}
	}
	return nil
}

// expand spells out the {a|b} of a phrase.
func expand(phrase string) []string {
	open := strings.IndexByte(phrase, '{')
	end := strings.IndexByte(phrase, '}')
	if open < 0 || end < open {
		return []string{phrase}
	}
	var out []string
	for choice := range strings.SplitSeq(phrase[open+1:end], "|") {
		out = append(out, expand(phrase[:open]+choice+phrase[end+1:])...)
	}
	return out
}

// addTerm counts a term by itself: what stands before and after it is unknown,
// but any clause may begin with it.
func (c *counts) addTerm(term string, weight int) {
	prev := ""
	for i, t := range viet.Tokens(viet.Normalize(term)) {
		word := classify(t.Text)
		c.single[word] += weight
		if i > 0 {
			c.pair[[2]string{prev, word}] += weight
		} else {
			c.pair[[2]string{special[viet.ModelEdge], word}] += (weight + 9) / 10
		}
		prev = word
	}
	if prev != "" {
		c.pair[[2]string{prev, special[viet.ModelEdge]}] += (weight + 9) / 10
	}
}

// addText counts the clauses of a text that carry marks.
func (c *counts) addText(text string, weight int) {
	for _, clause := range clauses(text) {
		if !viet.HasMarks(clause) || viet.LooksStripped(clause) {
			continue
		}
		prev := special[viet.ModelEdge]
		for _, t := range viet.Tokens(clause) {
			word := classify(t.Text)
			c.single[word] += weight
			c.pair[[2]string{prev, word}] += weight
			prev = word
		}
		c.pair[[2]string{prev, special[viet.ModelEdge]}] += weight
		c.single[special[viet.ModelEdge]] += weight
	}
}

// clauses cuts a text where a reader pauses, and normalizes the pieces.
func clauses(text string) []string {
	var out []string
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n;?!()", r) }) {
		piece = viet.Normalize(piece)
		for sentence := range strings.SplitSeq(piece, ". ") {
			out = append(out, sentence)
		}
	}
	return out
}

// classify returns the syllable in lower case, or what it is instead.
func classify(token string) string {
	switch class := viet.ModelClass(token); {
	case class >= 0:
		return special[class]
	case !viet.ValidSyllable(token), len(token) > 1 && strings.ToUpper(token) == token && !viet.HasMarks(token):
		return special[viet.ModelOther] // also an abbreviation such as TU
	}
	return strings.ToLower(token)
}

// encode stores the counts in the form of viet.Model.
func (c *counts) encode() ([]byte, error) {
	words := slices.Clone(special)
	for _, w := range slices.Sorted(maps.Keys(c.single)) {
		if !slices.Contains(special, w) {
			words = append(words, w)
		}
	}
	ids := map[string]int{}
	out := append([]byte(viet.ModelMagic), binary.AppendUvarint(nil, uint64(len(words)))...)
	for i, w := range words {
		ids[w] = i
		out = binary.AppendUvarint(out, uint64(len(w)))
		out = append(out, w...)
		out = binary.AppendUvarint(out, uint64(c.single[w]))
	}
	return deflate(c.appendFollowers(out, ids, len(words)))
}

type follower struct{ id, count int }

func (c *counts) appendFollowers(out []byte, ids map[string]int, n int) []byte {
	rows := make([][]follower, n)
	for pair, count := range c.pair {
		a := ids[pair[0]]
		rows[a] = append(rows[a], follower{ids[pair[1]], count})
	}
	for _, row := range rows {
		slices.SortFunc(row, func(a, b follower) int { return cmp.Compare(a.id, b.id) })
		out = binary.AppendUvarint(out, uint64(len(row)))
		last := 0
		for _, f := range row {
			out = binary.AppendUvarint(out, uint64(f.id-last))
			out = binary.AppendUvarint(out, uint64(f.count))
			last = f.id
		}
	}
	return out
}

func deflate(raw []byte) ([]byte, error) {
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	err = w.Close()
	return buf.Bytes(), err
}
