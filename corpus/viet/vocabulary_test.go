package viet

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Every word that a grammar of this package, or that of requests to be reminded,
// names must be in the vocabulary, or it never matches.
func TestGrammarWordsAreInVocabulary(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	requests, err := filepath.Glob("../../bot/reminder/request*.go")
	if err != nil || len(requests) == 0 {
		t.Fatalf("no grammar of requests: %v", err)
	}
	files = append(files, requests...)
	methods := map[string]int{"Is": 1, "Seq": 1, "SeqAny": 1, "gluedSign": 1, "endsAt": 1}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || methods[sel.Sel.Name] == 0 {
				return true
			}
			for _, arg := range call.Args[min(methods[sel.Sel.Name], len(call.Args)):] {
				if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					phrase, _ := strconv.Unquote(lit.Value)
					checkVocabulary(t, file, phrase)
				}
			}
			return true
		})
	}
	for _, list := range [][]string{untilPhrases} {
		for _, p := range list {
			checkVocabulary(t, "limit.go", p)
		}
	}
	for _, u := range strings.Fields(strings.ReplaceAll(unitNames, "|", " ")) {
		if isLower(u) && u != "2" && u != "3" {
			checkVocabulary(t, "unit.go", u)
		}
	}
}

func checkVocabulary(t *testing.T, where, phrase string) {
	t.Helper()
	for _, w := range strings.Fields(phrase) {
		var f wordForm
		word := true
		for _, r := range w {
			word = word && f.add(r)
		}
		f.finish()
		if word && len(vocabulary.exact[string(f.key)]) == 0 {
			t.Errorf("%s: %q of %q is not in the vocabulary", where, w, phrase)
		}
	}
}
