// Package eval scores answers against question files, so that a change of
// reading or ranking shows as a number.
//
// A question file is a table with tabs between its cells, "#" before comments:
//
//	id  question  kind  expected  at
//
// # Scores
//
// Each row is right, missed, or a wrong figure: a figure was given that is not
// the expected one, which is the worst that can happen and is counted apart. Of
// rows that look for articles the rank of the first expected one is kept too.
package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"thiduabot/index"
)

// Answerer is what is scored.
type Answerer interface {
	Answer(context.Context, index.Question) (index.Answer, error)
}

// Options are what the questions are asked with.
type Options struct {
	Now     time.Time // for rows without an instant of their own
	Home    string
	Damaged bool // score each question in damaged forms as well
}

// Run asks every question of the files. The error is about reading a file or
// about the answerer; a wrong answer is none.
func Run(ctx context.Context, x Answerer, files []string, o Options) (Report, error) {
	var report Report
	for _, file := range files {
		rows, err := readFile(file)
		if err != nil {
			return Report{}, err
		}
		scores, err := runRows(ctx, x, filepath.Base(file), rows, o)
		if err != nil {
			return Report{}, fmt.Errorf("%s: %w", file, err)
		}
		report.Files = append(report.Files, scores...)
	}
	report.sum()
	return report, nil
}

func readFile(name string) ([]Row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ReadRows(f, name)
}

// runRows scores the rows as they stand and, if asked for, in damaged forms.
func runRows(ctx context.Context, x Answerer, file string, rows []Row, o Options) ([]Score, error) {
	forms := []form{{"", func(s string) string { return s }}}
	if o.Damaged {
		forms = append(forms, damagedForms()...)
	}
	var scores []Score
	for _, f := range forms {
		s := Score{File: file, Form: f.name}
		for _, row := range rows {
			if err := s.ask(ctx, x, row, f, o); err != nil {
				return nil, err
			}
		}
		s.rates()
		scores = append(scores, s)
	}
	return scores, nil
}

// ask scores one row.
func (s *Score) ask(ctx context.Context, x Answerer, row Row, f form, o Options) error {
	q := index.Question{Text: f.damage(row.Question), Now: o.Now, Home: o.Home, Audiences: []string{index.Everything}}
	if !row.At.IsZero() {
		q.Now = row.At
	}
	a, err := x.Answer(ctx, q)
	if err != nil {
		return fmt.Errorf("%s: %w", row.ID, err)
	}
	s.add(row, q.Text, a)
	return nil
}
