package eval

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"thiduabot/corpus"
	"thiduabot/index"
)

var update = flag.Bool("update", false, "write the golden files anew")

// now is the instant of every test: after the newest record.
var now = time.Date(2026, 11, 22, 8, 0, 0, 0, corpus.Zone)

func builtin(t testing.TB) *index.Index {
	t.Helper()
	x, err := index.Build(context.Background(), corpus.Default())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// periodWords writes a period as an official types it, in one of several ways.
func periodWords(p corpus.Period, way int) string {
	switch p.Kind {
	case corpus.Year:
		return fmt.Sprintf([]string{"năm %d", "%d", "trong năm %d"}[way%3], p.Year)
	case corpus.Half:
		return fmt.Sprintf([]string{"6 tháng đầu năm %d", "nửa đầu năm %d"}[way%2], p.Year)
	case corpus.Months:
		return fmt.Sprintf("%d tháng đầu năm %d", p.N, p.Year)
	case corpus.Quarter:
		return fmt.Sprintf([]string{"quý %s/%d", "quý %s năm %d"}[way%2], []string{"", "I", "II", "III", "IV"}[p.N], p.Year)
	case corpus.Span:
		return fmt.Sprintf("giai đoạn %d-%d", p.Year, p.End)
	}
	return p.String()
}

// ruleQuestion asks for a record by its own name, area and period.
func ruleQuestion(r corpus.Record, way int) string {
	area := r.Area
	if area == "Thành phố Nam Định" && way%3 == 0 {
		area = ""
	}
	tail := ""
	switch {
	case r.Status == corpus.Target:
		return strings.Join(strings.Fields("mục tiêu "+lower(r.Name)+" "+area+" "+periodWords(r.Period, way)), " ")
	case r.Value == nil && r.Low == nil && r.Change != nil:
		tail = "tăng bao nhiêu"
		if strings.ContainsAny(r.Change.Basis, "0123456789") {
			tail += " " + r.Change.Basis
		}
	case r.Value == nil && r.Low == nil && r.PlanPct != nil:
		tail = "đạt bao nhiêu % kế hoạch"
	case way%4 == 1:
		tail = "là bao nhiêu?"
	}
	if way%2 == 0 {
		return strings.Join(strings.Fields(r.Name+" "+area+" "+periodWords(r.Period, way)+" "+tail), " ")
	}
	return strings.Join(strings.Fields(periodWords(r.Period, way)+" "+lower(r.Name)+" "+area+" "+tail), " ")
}

func lower(s string) string {
	if strings.HasPrefix(s, "GRDP") || strings.HasPrefix(s, "IIP") {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// TestEveryRecordIsFound asks for every record by its name, area and period: its
// number must lead or stand among the variants.
func TestEveryRecordIsFound(t *testing.T) {
	x := builtin(t)
	missed := 0
	for i, r := range corpus.Default().Records {
		q := ruleQuestion(r, i)
		a, err := x.Answer(context.Background(), index.Question{Text: q, Now: now, Audiences: []string{index.Everything}})
		if err != nil {
			t.Fatal(err)
		}
		if a.Kind != index.Figure || !slices.ContainsFunc(append(a.Records, a.Variants...), func(o corpus.Record) bool { return sameRecord(o, r) }) {
			missed++
			t.Logf("%q (%s of %s): %s: %s", q, numbers(r), r.Source.ID, a.Kind, firstLine(a.Text))
		}
	}
	if missed > 0 {
		t.Errorf("%d of %d records not found by their own names", missed, len(corpus.Default().Records))
	}
}

func sameRecord(a, b corpus.Record) bool {
	return a.Area == b.Area && a.Period == b.Period && numbers(a) == numbers(b) && a.Source.ID == b.Source.ID
}

// numbers writes the numbers of a record.
func numbers(r corpus.Record) string {
	f := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	s := f(r.Value) + "|" + f(r.Low) + "|" + f(r.High) + "|" + f(r.PlanPct)
	if r.Change != nil {
		s += "|" + f(&r.Change.Value)
	}
	return s
}
