package extract

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
)

// A gold file holds articles with the records a careful reader finds in them:
//
//	=== DATE | AREA | TITLE
//	text
//	---
//	name ~ other name | status | period | value | unit | change unit | plan | area
//
// Status is a, e or t. A value is 12, 12/13, 6..6.5, >=80, or empty where only a
// change or a share of the plan is given; a lone ">=" bounds a change. The area
// is left out where it is the article's. "~" parts what may stand instead, and
// "*" at the end of a word leaves the rest open.
type goldArticle struct {
	corpus.Article
	want []goldRecord
}

type goldRecord struct {
	line, names, status, period, value, unit, change, plan, area string
}

func readGold(t testing.TB, file string) []goldArticle {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []goldArticle
	for _, part := range strings.Split("\n"+string(b), "\n=== ")[1:] {
		head, rest, _ := strings.Cut(part, "\n")
		text, records, ok := strings.Cut(rest, "\n---\n")
		if !ok {
			text, records, ok = strings.Cut(rest, "\n---")
		}
		h := strings.SplitN(head, " | ", 3)
		if len(h) != 3 || !ok {
			t.Fatalf("%s: bad article %q", file, head)
		}
		g := goldArticle{Article: corpus.Article{Date: h[0], Areas: []string{h[1]}, Title: h[2], Text: text}}
		for _, line := range strings.Split(strings.TrimSpace(records), "\n") {
			if line != "" {
				g.want = append(g.want, goldLine(t, line, h[1]))
			}
		}
		out = append(out, g)
	}
	return out
}

func goldLine(t testing.TB, line, home string) goldRecord {
	f := strings.Split(line, "|")
	for len(f) < 8 {
		f = append(f, "")
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if f[7] == "" {
		f[7] = home
	}
	if len(f) > 8 {
		t.Fatalf("gold line %q has %d fields", line, len(f))
	}
	return goldRecord{line, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]}
}

// differs returns the first field in which a candidate is not the gold record.
func (g goldRecord) differs(c Candidate) string {
	switch {
	case !g.named(c):
		return "name " + c.Name
	case g.value != "" && g.value != ">=" && !oneOf(g.value, goldValue(c)):
		return "value " + goldValue(c)
	case g.value == ">=" && c.Bound != ">=":
		return "bound " + c.Bound
	case g.value == "" && c.Value != nil:
		return "value " + goldValue(c)
	case g.unit != "" && !oneOf(g.unit, c.Unit) && !sameNoun(g.unit, c.Unit):
		return "unit " + c.Unit
	case !oneOf(g.change, goldChange(c)) && !sameNoun(strings.TrimSuffix(g.change, "*"), goldChange(c)):
		return "change " + goldChange(c)
	case g.plan != number(c.PlanPct):
		return "plan " + number(c.PlanPct)
	case !oneOf(g.period, c.Period.String()):
		return "period " + c.Period.String()
	case !oneOf(g.status, string(c.Status[:1])):
		return "status " + string(c.Status)
	case g.area != c.Area:
		return "area " + c.Area
	}
	return ""
}

// sameNoun reports whether two units are but two spellings, "m2" and "m²", or nouns of
// which one is the other with a word that tells the kind: "hộ", "hộ kinh doanh".
func sameNoun(gold, unit string) bool {
	a, b := strings.ReplaceAll(gold, "m2", "m²"), strings.ReplaceAll(unit, "m2", "m²")
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || kindOfUnit(a) == "count" && a != "" && strings.HasPrefix(b, a+" ") && !strings.Contains(b, "/")
}

func (g goldRecord) named(c Candidate) bool { return oneOf(viet.Fold(g.names), viet.Fold(c.Name)) }

// oneOf reports whether s is one of the texts that "~" parts.
func oneOf(allowed, s string) bool {
	s = strings.TrimPrefix(s, "so ")
	for a := range strings.SplitSeq(allowed, "~") {
		a = strings.TrimPrefix(strings.TrimSpace(a), "so ")
		if open, ok := strings.CutSuffix(a, "*"); a == s || ok && strings.HasPrefix(s, open) {
			return true
		}
	}
	return false
}

func number(p *float64) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(math.Round(*p*1e6)/1e6, 'f', -1, 64)
}

func goldValue(c Candidate) string {
	switch {
	case c.Low != nil:
		return number(c.Low) + ".." + number(c.High)
	case c.Of != nil:
		return number(c.Value) + "/" + number(c.Of)
	}
	return c.Bound + number(c.Value)
}

func goldChange(c Candidate) string {
	if c.Change == nil {
		return ""
	}
	s := number(&c.Change.Value)
	if c.Change.Unit != "%" {
		s += " " + c.Change.Unit
	}
	return s
}

// score pairs candidates with gold records and reports what is missed and
// what is wrong.
func score(g goldArticle, got []Candidate) (right int, report []string) {
	used := make([]bool, len(got))
	for _, w := range g.want {
		best, why := -1, ""
		for i, c := range got {
			if used[i] {
				continue
			}
			d := w.differs(c)
			if d == "" {
				best, why = i, ""
				break
			}
			if !strings.HasPrefix(d, "name") && !strings.HasPrefix(d, "value") {
				why = " (" + d + ")"
			} else if w.value != "" && w.value == goldValue(c) {
				why = " (" + d + ")"
			}
		}
		if best < 0 {
			report = append(report, "missed: "+w.line+why)
			continue
		}
		used[best] = true
		right++
	}
	for i, c := range got {
		if !used[i] {
			report = append(report, "wrong:  "+show(c))
		}
	}
	return right, report
}

func TestGold(t *testing.T) {
	x := New(corpus.Default())
	for _, set := range []struct {
		file              string
		precision, recall float64
		sure              float64 // precision of the records without doubt
	}{{"tuned.txt", 0.98, 0.98, 0.98}, {"first_reader.txt", 0.97, 0.96, 0.97}, {"second_reader.txt", 0.99, 0.99, 0.99}, {"third_reader.txt", 0.94, 0.92, 0.98}, {"styles.txt", 0.85, 0.98, 0.98}, {"periods.txt", 0.87, 0.99, 0.99}, {"blind.txt", 0.95, 0.96, 0.95}, {"unread.txt", 0.97, 0.97, 0.99}, {"outside.txt", 0.96, 0.92, 0.98}, {"outside2.txt", 0.97, 0.95, 0.99}, {"outside_unread.txt", 0.94, 0.93, 0.97}, {"outside3b.txt", 0.91, 0.91, 0.93}, {"outside3c.txt", 0.93, 0.92, 0.94}, {"outside4.txt", 0.82, 0.81, 0.87}, {"outside5.txt", 0.88, 0.78, 0.89}, {"deeds.txt", 0.95, 0.96, 0.99}, {"outside6.txt", 0.75, 0.65, 0.83}, {"hard.txt", 1, 1, 1}} {
		t.Run(strings.TrimSuffix(set.file, ".txt"), func(t *testing.T) {
			var right, got, want, sure, plain int
			articles := readGold(t, filepath.Join("testdata", set.file))
			for _, g := range articles {
				found := x.Records(g.Article)
				n, report := score(g, found)
				undoubted := slices.DeleteFunc(slices.Clone(found), func(c Candidate) bool { return c.Doubt != "" })
				m, _ := score(g, undoubted)
				sure, plain = sure+m, plain+len(undoubted)
				right, got, want = right+n, got+len(found), want+len(g.want)
				if len(report) > 0 && testing.Verbose() {
					fmt.Printf("## %s\n  %s\n", g.Title, strings.Join(report, "\n  "))
				}
			}
			p, r, s := float64(right)/float64(got), float64(right)/float64(want), float64(sure)/float64(plain)
			t.Logf("%d articles, %d records: precision %.3f, recall %.3f; without doubt %.3f, %.3f", len(articles), want, p, r, s, float64(sure)/float64(want))
			if p < set.precision || r < set.recall || s < set.sure {
				t.Errorf("precision %.3f, recall %.3f, without doubt %.3f; want at least %.2f, %.2f and %.2f", p, r, s, set.precision, set.recall, set.sure)
			}
		})
	}
}

// show prints a candidate on one line.
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
