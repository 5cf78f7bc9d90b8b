package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/query"
)

// seeking are the intents that look for articles or what they tell, not for a figure.
var seeking = []query.Intent{query.Announce, query.Event}

// mendSought reads a question that looks for articles again, with the slips in words
// that nothing accounts for mended by the words of the articles. Only what no one
// writes is a slip here, and a question that would come to want a figure stays as it is.
func (d *deliberation) mendSought() {
	if !slices.Contains(seeking, d.q.Intent) || len(d.q.Left) == 0 {
		return
	}
	slips := d.slipsIn(d.leftWords())
	if len(slips) == 0 {
		return
	}
	mended := query.Parse(respelt(d.q.Text, slips), query.Options{Terms: d.terms, Now: d.asked.Now.In(corpus.Zone), Home: d.asked.Home})
	if slices.Contains(seeking, mended.Intent) {
		d.q = mended
		d.step("parse", d.q.String())
	}
}

// leftWords returns the folded words that nothing accounts for and no one writes.
func (d *deliberation) leftWords() []string {
	var words []string
	for _, l := range d.q.Left {
		words = append(words, query.Fold(l.Text)...)
	}
	return slices.DeleteFunc(words, func(w string) bool {
		return len(viet.Candidates(w)) > 0 || !letters(w) || strings.Trim(w, "ivx") == ""
	})
}

// slipsIn returns what the articles have in place of the words, read in the question.
func (d *deliberation) slipsIn(words []string) map[string]string {
	if len(words) == 0 {
		return nil
	}
	v, err := d.x.acquire()
	if err != nil {
		return nil
	}
	defer v.release()
	r, err := v.read(d.q.Text)
	if err != nil {
		return nil
	}
	slips := map[string]string{}
	for _, w := range words {
		if meant, ok := r.slips[w]; ok {
			slips[w] = meant
		}
	}
	return slips
}

// respelt writes the meant words into a text, with the marks that they take among the
// others if it has any.
func respelt(text string, slips map[string]string) string {
	words := strings.Fields(text)
	bare := make([]string, len(words))
	var at []int
	for i, w := range words {
		bare[i] = viet.Fold(w)
		if meant, ok := slips[strings.TrimSpace(foldedWords(w))]; ok {
			words[i], bare[i] = meant, meant
			at = append(at, i)
		}
	}
	restored, _ := viet.Restore(strings.Join(bare, " "))
	if fields := strings.Fields(restored); len(fields) == len(words) && viet.HasMarks(text) {
		for _, i := range at {
			words[i] = fields[i]
		}
	}
	return strings.Join(words, " ")
}
