package phrase

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thiduabot/corpus/viet"
)

// sentence is a string of this package with the constant it belongs to, empty
// within a function.
type sentence struct{ name, text string }

// sentences reads the sources of the package, so that no sentence can be
// forgotten here.
func sentences(t *testing.T) (all []sentence) {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		named := map[*ast.BasicLit]string{}
		ast.Inspect(f, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok {
				for i, x := range v.Values {
					if lit, ok := x.(*ast.BasicLit); ok {
						named[lit] = v.Names[i].Name
					}
				}
			}
			lit, ok := n.(*ast.BasicLit)
			if ok && lit.Kind == token.STRING {
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, sentence{named[lit], s})
			}
			_, isImport := n.(*ast.ImportSpec)
			return !isImport
		})
	}
	return all
}

func TestSentences(t *testing.T) {
	all := sentences(t)
	if len(all) < 150 {
		t.Fatalf("only %d sentences found", len(all))
	}
	for _, s := range all {
		if strings.TrimSpace(s.text) == "" && s.name != "" {
			t.Errorf("%s is empty", s.name)
		}
		if !utf8.ValidString(s.text) || s.text != norm.NFC.String(s.text) {
			t.Errorf("%s is not in NFC: %q", s.name, s.text)
		}
		if n := utf8.RuneCountInString(s.text); n > 200 {
			t.Errorf("%q has %d letters", s.text, n)
		}
		for _, w := range []string{"bạn ", "Bạn ", "mình ", "các bạn"} {
			if strings.Contains(s.text, w) {
				t.Errorf("%q does not call the person anh/chị", s.text)
			}
		}
		if s.name != "" {
			endsWell(t, s)
		}
	}
}

// endsWell checks the end of a constant: a button or a description is short and
// has no full stop, a sentence (it has a verb addressed to somebody, or is
// long) ends. Why names a cause within a sentence, Source heads a name.
func endsWell(t *testing.T, s sentence) {
	t.Helper()
	last, _ := utf8.DecodeLastRuneInString(s.text)
	switch {
	case strings.HasPrefix(s.name, "Key"):
		if n := utf8.RuneCountInString(s.text); n > 24 || last == '.' {
			t.Errorf("button %s: %q", s.name, s.text)
		}
	case strings.HasPrefix(s.name, "About"):
		if n := utf8.RuneCountInString(s.text); n > 100 || last == '.' {
			t.Errorf("description %s: %q", s.name, s.text)
		}
	default:
		long := utf8.RuneCountInString(s.text) > 30 || strings.Contains(strings.ToLower(s.text), "anh/chị ")
		if long && s.name != "Prompt" && !strings.HasPrefix(s.name, "Why") && !strings.HasPrefix(s.name, "Source") && !strings.ContainsRune(".?!:", last) {
			t.Errorf("%s does not end: %q", s.name, s.text)
		}
	}
}

// TestSentencesHaveMarks finds words typed without their marks: each sentence
// of three words and more has some.
func TestSentencesHaveMarks(t *testing.T) {
	for _, s := range sentences(t) {
		letters := strings.FieldsFunc(s.text, func(r rune) bool { return !unicode.IsLetter(r) })
		if len(letters) >= 3 && !viet.HasMarks(s.text) {
			t.Errorf("%q has no marks", s.text)
		}
	}
}

func TestKindsAndDeedsAreNamed(t *testing.T) {
	for _, k := range []string{"news", "announcement", "plan", "decision", "report"} {
		if ArticleKind(k) == "" {
			t.Errorf("kind %q has no name", k)
		}
	}
	for _, d := range []string{"write", "undo", "grant", "refuse", "role", "revoke", "broadcast", "stop", "claim", "audience", "open", "close", "clear"} {
		if Deed(d, false) == "" {
			t.Errorf("deed %q has no name", d)
		}
	}
}
