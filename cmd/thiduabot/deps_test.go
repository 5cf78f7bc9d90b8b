package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rule says where an import may appear, and why. Paths below the named ones
// count too.
type rule struct {
	imported string   // path or prefix of what is imported
	only     []string // folders that may import it; empty: nobody
	except   []string // folders the rule does not speak of
	among    string   // folder the rule speaks of; empty: the whole tree
	reason   string
}

var rules = []rule{
	{imported: "github.com/blevesearch", only: []string{"index"}, reason: "the engine can be exchanged as long as one package knows it"},
	{imported: "github.com/blevesearch", among: "index/query", reason: "reading a question is pure"},
	{imported: "github.com/blevesearch", among: "index/eval", reason: "a score speaks of answers, not of the engine"},
	{imported: "github.com/go-telegram", only: []string{"bot/telegram", "bot/bottest"}, reason: "Telegram is one adapter of several"},
	{imported: "github.com/robfig/cron", only: []string{"bot/reminder"}, reason: "the store is the truth about what is due; cron only ticks"},
	{imported: "go.etcd.io/bbolt", only: []string{"bot/store"}, reason: "one file knows how state is kept, so that another engine can take its place"},
	{imported: "net/http", among: "corpus", except: []string{"corpus/ingest"}, reason: "knowledge is files; only intake may speak to the outside"},
	{imported: "net/http", among: "index", reason: "answers come from the corpus alone"},
	{imported: "thiduabot/index", among: "corpus", reason: "data flows cmd -> bot -> index -> corpus and never back"},
	{imported: "thiduabot/bot", among: "corpus", reason: "data flows cmd -> bot -> index -> corpus and never back"},
	{imported: "thiduabot/bot", among: "index", reason: "an answer does not know who asks"},
	{imported: "thiduabot/cmd", reason: "wiring is the top of the house"},
	{imported: "thiduabot", among: "corpus/viet", except: []string{"corpus/viet/damage", "corpus/viet/genmodel"}, reason: "the language is below everything else"},
	{imported: "thiduabot/bot/telegram", only: []string{"cmd", "bot/bottest"}, reason: "the conversation knows no transport"},
	{imported: "thiduabot/bot/terminal", only: []string{"cmd"}, reason: "the conversation knows no transport"},
}

// allowed are the imports of our own that a strict package may make.
var allowed = map[string][]string{
	"index/query": {"thiduabot/corpus", "thiduabot/corpus/viet"},
	"bot/message": {},
	"bot/store":   {},
	"bot/outbox":  {"thiduabot/bot/message", "thiduabot/bot/store"},
}

// TestImports holds the tree against the rules: it is a statement of policy.
func TestImports(t *testing.T) {
	for folder, imports := range importsOfTree(t) {
		for _, path := range imports {
			for _, r := range rules {
				if r.forbids(folder, path) {
					t.Errorf("%s imports %s: %s", folder, path, r.reason)
				}
			}
			if list, ok := allowed[folder]; ok && within(path, "thiduabot") && !slices.Contains(list, path) && !within(path, "thiduabot/"+folder) {
				t.Errorf("%s imports %s: it may import only %v of ours", folder, path, list)
			}
		}
	}
}

func (r rule) forbids(folder, path string) bool {
	if !within(path, r.imported) || r.among != "" && !within(folder, r.among) {
		return false
	}
	for _, ok := range append(slices.Clone(r.only), r.except...) {
		if within(folder, ok) {
			return false
		}
	}
	return !within("thiduabot/"+folder, path)
}

func within(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

// importsOfTree returns the imports of each folder's own code, tests left out.
func importsOfTree(t *testing.T) map[string][]string {
	t.Helper()
	root := "../.."
	tree := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), root+"/")
		for _, imp := range f.Imports {
			tree[folder] = append(tree[folder], strings.Trim(imp.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(tree) < 10 {
		t.Fatalf("read only %d folders", len(tree))
	}
	return tree
}
