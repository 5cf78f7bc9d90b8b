package eval

import (
	"fmt"
	"io"
	"text/tabwriter"

	"thiduabot/index"
)

// Report is the outcome of a run.
type Report struct {
	Files []Score `json:"files"`
	Total []Score `json:"total"` // one for each form of the questions
}

// Score counts the verdicts on one file in one form of its questions.
type Score struct {
	File    string  `json:"file"`
	Form    string  `json:"form"` // empty: as written
	Rows    int     `json:"rows"`
	Right   int     `json:"right"`
	Wrong   int     `json:"wrong_figure"`
	Missed  int     `json:"missed"`
	Ranked  int     `json:"ranked"` // rows that look for articles
	Recall1 float64 `json:"recall_at_1"`
	Recall5 float64 `json:"recall_at_5"`
	MRR     float64 `json:"mrr"`
	Faults  []Fault `json:"faults"`

	at1, at5 int
	inverse  float64 // sum of 1/rank
}

// Fault is a row that is not right.
type Fault struct {
	ID       string     `json:"id"`
	Question string     `json:"question"`
	Verdict  Verdict    `json:"verdict"`
	Want     index.Kind `json:"want"`
	Got      index.Kind `json:"got"`
	Said     string     `json:"said"` // first line of the answer
}

// add counts one answer.
func (s *Score) add(row Row, question string, a index.Answer) {
	s.Rows++
	v := Judge(row, a)
	switch v {
	case Right:
		s.Right++
	case Wrong:
		s.Wrong++
	default:
		s.Missed++
	}
	if v != Right {
		s.Faults = append(s.Faults, Fault{row.ID, question, v, row.Kind, a.Kind, firstLine(a.Text)})
	}
	if row.Kind == index.Articles && len(row.Expected) > 0 {
		s.addRank(rank(row, a))
	}
}

func (s *Score) addRank(n int) {
	s.Ranked++
	if n == 0 {
		return
	}
	s.inverse += 1 / float64(n)
	if n == 1 {
		s.at1++
	}
	if n <= 5 {
		s.at5++
	}
}

// rates turns the counts of ranks into shares of the ranked rows.
func (s *Score) rates() {
	if s.Faults == nil {
		s.Faults = []Fault{}
	}
	if s.Ranked == 0 {
		return
	}
	n := float64(s.Ranked)
	s.Recall1, s.Recall5, s.MRR = float64(s.at1)/n, float64(s.at5)/n, s.inverse/n
}

// sum adds the files up, form by form.
func (r *Report) sum() {
	at := map[string]int{}
	for _, f := range r.Files {
		i, ok := at[f.Form]
		if !ok {
			i = len(r.Total)
			at[f.Form] = i
			r.Total = append(r.Total, Score{File: "total", Form: f.Form})
		}
		t := &r.Total[i]
		t.Rows, t.Right, t.Wrong, t.Missed = t.Rows+f.Rows, t.Right+f.Right, t.Wrong+f.Wrong, t.Missed+f.Missed
		t.Ranked, t.at1, t.at5, t.inverse = t.Ranked+f.Ranked, t.at1+f.at1, t.at5+f.at5, t.inverse+f.inverse
	}
	for i := range r.Total {
		r.Total[i].rates()
	}
}

// Write prints the scores as a table, then every fault.
func (r Report) Write(w io.Writer) error {
	if err := r.writeTable(w); err != nil {
		return err
	}
	for _, s := range r.Files {
		for _, f := range s.Faults {
			if _, err := fmt.Fprintf(w, "%s %s %s: %q: want %s, got %s: %s\n", f.Verdict, s.File, f.ID, f.Question, f.Want, f.Got, f.Said); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r Report) writeTable(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "file\tform\trows\tright\twrong figure\tmissed\trecall@1\trecall@5\tMRR")
	for _, s := range append(append([]Score{}, r.Files...), r.Total...) {
		form := s.Form
		if form == "" {
			form = "as written"
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%d\t%d\t%s\n", s.File, form, s.Rows, s.Right, s.Wrong, s.Missed, s.ranks())
	}
	return t.Flush()
}

func (s Score) ranks() string {
	if s.Ranked == 0 {
		return "-\t-\t-"
	}
	return fmt.Sprintf("%.3f\t%.3f\t%.3f", s.Recall1, s.Recall5, s.MRR)
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}
