package eval

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thiduabot/corpus"
	"thiduabot/index"
)

const questions = "../testdata/questions"

// TestScores holds the scores of every question file, clean and damaged, against
// the golden file: a change of reading or ranking shows as a diff. A wrong figure
// fails in any case.
func TestScores(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(questions, "*.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no question files: %v", err)
	}
	report, err := Run(context.Background(), builtin(t), files, Options{Now: now, Damaged: true})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := report.Write(&got); err != nil {
		t.Fatal(err)
	}
	for _, s := range report.Files {
		if s.Wrong > 0 {
			t.Errorf("%s, %q: %d wrong figures", s.File, s.Form, s.Wrong)
		}
	}
	compareGolden(t, filepath.Join(questions, "scores.golden"), got.Bytes())
}

func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("scores changed (-want +got); run with -update if that is meant:\n%s", diff)
	}
}

// TestRuleRows keeps records.tsv in step with the built-in corpus: a row for
// every indicator, area and period that has a figure.
func TestRuleRows(t *testing.T) {
	compareGolden(t, filepath.Join(questions, "records.tsv"), ruleRows(corpus.Default().Records))
}

func ruleRows(records []corpus.Record) []byte {
	var b bytes.Buffer
	b.WriteString("# Made by rule from the records of the built-in corpus (go test ./index/eval -update):\n")
	b.WriteString("# each indicator, area and period asked for by its name; any value published for it is right.\n")
	b.WriteString("# id\tquestion\tkind\texpected\tat\n")
	seen := map[string]bool{}
	n := 0
	for i, r := range records {
		key := fmt.Sprint(r.Indicator, r.Area, r.Period, r.Status == corpus.Target, measureOf(r), basisOf(r))
		if seen[key] {
			continue
		}
		seen[key] = true
		n++
		fmt.Fprintf(&b, "R%03d\t%s\tfigure\t%s\t\n", n, ruleQuestion(r, i), strings.Join(expectedOf(records, r), " // "))
	}
	return b.Bytes()
}

// measureOf tells which number of a record its question asks for.
func measureOf(r corpus.Record) string {
	switch {
	case r.Value != nil || r.Low != nil:
		return "level"
	case r.Change != nil:
		return "growth"
	}
	return "plan"
}

// basisOf tells what the growth that a record's question asks for is against,
// where that is another year than the one before.
func basisOf(r corpus.Record) string {
	if measureOf(r) != "growth" || !strings.ContainsAny(r.Change.Basis, "0123456789") {
		return ""
	}
	return r.Change.Basis
}

// expectedOf lists the numbers that any record of the same question has.
func expectedOf(records []corpus.Record, r corpus.Record) []string {
	var out []string
	for _, o := range records {
		if o.Area != r.Area || o.Period != r.Period || o.Indicator != r.Indicator || (o.Status == corpus.Target) != (r.Status == corpus.Target) {
			continue
		}
		value := ""
		switch {
		case measureOf(r) == "growth" && o.Change != nil:
			value = fmt.Sprint(o.Change.Value)
		case measureOf(r) == "plan" && o.PlanPct != nil:
			value = fmt.Sprint(*o.PlanPct)
		case measureOf(r) == "level" && o.Value != nil:
			value = fmt.Sprintf("%.10g", *o.Value)
		case measureOf(r) == "level" && o.Low != nil && o.High != nil:
			value = fmt.Sprintf("%v-%v", *o.Low, *o.High)
		default:
			continue
		}
		out = append(out, fmt.Sprintf("%s||%s|%s", value, o.Period, o.Area))
	}
	return out
}

// TestJudge tells the verdicts apart.
func TestJudge(t *testing.T) {
	value := func(v float64) *float64 { return &v }
	record := corpus.Record{Area: "Huyện A", Period: corpus.YearOf(2021), Quantity: corpus.Quantity{Value: value(12), Of: value(13), Unit: "chỉ tiêu"}, Change: &corpus.Change{Value: 3.5, Unit: "%"}}
	figure := index.Answer{Kind: index.Figure, Records: []corpus.Record{record}}
	growth := figure
	growth.Understood.Measure = "growth"
	for _, c := range []struct {
		name, row string
		answer    index.Answer
		want      Verdict
	}{
		{"the value", "1\tq\tfigure\t12|chỉ tiêu|2021|Huyện A", figure, Right},
		{"the score", "1\tq\tfigure\t12/13", figure, Right},
		{"another value", "1\tq\tfigure\t13", figure, Wrong},
		{"another year", "1\tq\tfigure\t12||2020", figure, Wrong},
		{"one of two", "1\tq\tfigure\t11 // 12", figure, Right},
		{"the growth", "1\tq\tfigure\t3.5|%", growth, Right},
		{"the level for the growth", "1\tq\tfigure\t12", growth, Wrong},
		{"silence instead", "1\tq\tfigure\t12", index.Answer{Kind: index.Unknown}, Missed},
		{"a figure where none is", "1\tq\tunknown", figure, Wrong},
		{"silence where none is", "1\tq\tunknown", index.Answer{Kind: index.Clarify}, Right},
		{"the article at third place", "1\tq\tarticles\tS3", index.Answer{Kind: index.Articles, Articles: []index.Found{{ID: "S1"}, {ID: "S2"}, {ID: "S3"}}}, Right},
		{"the article at fourth place", "1\tq\tarticles\tS4", index.Answer{Kind: index.Articles, Articles: []index.Found{{ID: "S1"}, {ID: "S2"}, {ID: "S3"}, {ID: "S4"}}}, Missed},
	} {
		rows, err := ReadRows(strings.NewReader(c.row), "rows")
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := Judge(rows[0], c.answer); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestReadRowsNamesTheLine tells a broken row by its line.
func TestReadRowsNamesTheLine(t *testing.T) {
	for _, row := range []string{"1", "1\tq\tfigures\t", "1\tq\tfigure\t\tyesterday"} {
		if _, err := ReadRows(strings.NewReader("# comment\n"+row+"\n"), "rows.tsv"); err == nil || !strings.HasPrefix(err.Error(), "rows.tsv:2: ") {
			t.Errorf("%q: got %v, want an error of rows.tsv:2", row, err)
		}
	}
}
