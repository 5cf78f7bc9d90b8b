package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"thiduabot/corpus"
)

func show(c Candidate) string {
	n := func(p *float64) string {
		if p == nil {
			return "-"
		}
		return fmt.Sprint(*p)
	}
	s := fmt.Sprintf("[%s] %s | %s | %s | %s | v=%s", c.Indicator, c.Name, c.Area, c.Period, c.Status, n(c.Value))
	if c.Low != nil {
		s += fmt.Sprintf(" %s..%s", n(c.Low), n(c.High))
	}
	if c.Of != nil {
		s += "/" + n(c.Of)
	}
	s += " " + c.Bound + " " + c.Unit + " (" + c.Printed + ")"
	if c.Approx != "" {
		s += " ~" + c.Approx
	}
	if c.Change != nil {
		s += fmt.Sprintf(" Δ%v %s {%s}", c.Change.Value, c.Change.Unit, c.Change.Basis)
	}
	if c.PlanPct != nil {
		s += fmt.Sprintf(" plan=%v", *c.PlanPct)
	}
	if c.Scope != "" {
		s += " scope=" + c.Scope
	}
	if c.Note != "" {
		s += " note=" + c.Note
	}
	if c.Doubt != "" {
		s += " ?? " + c.Doubt
	}
	return s
}

func TestShow(t *testing.T) {
	file := os.Getenv("SHOW")
	if file == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(file)
	x := New(corpus.Default())
	for _, part := range strings.Split(string(b), "\n=====\n") {
		head, body, _ := strings.Cut(strings.TrimSpace(part), "\n")
		a := corpus.Article{Text: body}
		f := strings.SplitN(strings.TrimPrefix(strings.TrimSpace(head), "date "), " ", 2)
		a.Date, a.Title = f[0], f[1]
		fmt.Println("##", head)
		prev := ""
		for _, c := range x.Records(a) {
			if c.Evidence != prev {
				fmt.Println("  >>", c.Evidence)
				prev = c.Evidence
			}
			fmt.Println("    ", show(c))
		}
	}
}

func TestItems(t *testing.T) {
	s := os.Getenv("ITEMS")
	if s == "" {
		t.Skip()
	}
	x := New(corpus.Default())
	toks := newLexer(x.marked, s).tokens(nil, 0, len(s))
	for _, it := range x.items(x.marked, s, toks, clockOf("2022-12")) {
		var cs []int
		for c := range 64 {
			if it.roles&(1<<c) != 0 {
				cs = append(cs, c)
			}
		}
		fmt.Printf("%d %q %v place=%s when=%v\n", it.kind, s[toks[it.from].start:toks[it.to-1].end], cs, it.place, it.when.period)
	}
}
