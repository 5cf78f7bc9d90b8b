// Command genmodel builds the language model of corpus/viet, which puts marks
// back on text typed without them, out of the texts of a corpus and a lexicon:
//
//	go run ./genmodel -corpus ../data -lexicon genmodel/lexicon.txt -out model.bin
//
// With -eval it writes nothing, but leaves each tenth text out, builds a model
// of the rest and says how many syllables of those texts it restores right.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thiduabot/corpus/viet"
)

func main() {
	corpus := flag.String("corpus", "", "folder of texts (.md, .txt, .csv)")
	lexicon := flag.String("lexicon", "", "file of terms")
	out := flag.String("out", "", "model to write")
	eval := flag.Bool("eval", false, "measure on each tenth text instead of writing")
	flag.Parse()
	if err := run(*corpus, *lexicon, *out, *eval); err != nil {
		fmt.Fprintln(os.Stderr, "genmodel:", err)
		os.Exit(1)
	}
}

func run(corpus, lexicon, out string, eval bool) error {
	c := newCounts()
	if err := c.addLexicon(lexicon); err != nil {
		return err
	}
	texts, err := readTexts(corpus)
	if err != nil {
		return err
	}
	var held []string
	for i, text := range texts {
		if eval && i%10 == 9 {
			held = append(held, text)
			continue
		}
		c.addText(text, textWeight)
	}
	stored, err := c.encode()
	if err != nil {
		return err
	}
	if eval {
		return measure(stored, held)
	}
	return os.WriteFile(out, stored, 0o644)
}

// readTexts returns the texts of the folder in the order of their names.
func readTexts(dir string) ([]string, error) {
	var texts []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".md", ".txt", ".csv":
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			texts = append(texts, string(b))
		}
		return nil
	})
	return texts, err
}

// measure restores the stripped sentences of texts and prints the share of
// syllables that come back right.
func measure(stored []byte, texts []string) error {
	m, err := viet.ReadModel(bytes.NewReader(stored))
	if err != nil {
		return err
	}
	right, all, whole, sentences := 0, 0, 0, 0
	for _, text := range texts {
		for _, s := range clauses(text) {
			if !viet.HasMarks(s) || len(viet.Tokens(s)) < 5 {
				continue
			}
			got, _ := m.Restore(strip(s))
			a, b := viet.Tokens(got), viet.Tokens(s)
			same := 0
			for i := range min(len(a), len(b)) {
				if !viet.ValidSyllable(b[i].Text) {
					same++
				} else {
					all++
					if a[i].Text == b[i].Text {
						right++
						same++
					}
				}
			}
			sentences++
			if same == len(b) {
				whole++
			}
		}
	}
	fmt.Printf("%d texts held out, %d clauses: %.2f %% of %d syllables, %.1f %% of clauses right; model %d bytes\n",
		len(texts), sentences, 100*float64(right)/float64(max(all, 1)), all, 100*float64(whole)/float64(max(sentences, 1)), len(stored))
	return nil
}

// strip takes the marks off and keeps the case.
func strip(s string) string {
	var b strings.Builder
	for _, r := range s {
		f := viet.Fold(string(r))
		if strings.ToLower(string(r)) != string(r) {
			f = strings.ToUpper(f)
		}
		b.WriteString(f)
	}
	return b.String()
}
