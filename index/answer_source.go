package index

import (
	"context"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// fromSource answers a question that names where its figure was published: among the
// figures that answer the rest of it, the one of that source leads. Where the source
// has none, the figure of another one is given and said to be that. The plain answer
// stands where the rest asks for no figure.
func (x *Index) fromSource(ctx context.Context, q Question, c query.SourceClause, plain Answer) (Answer, error) {
	rest := q
	rest.Text = c.Rest
	a, err := x.deliberate(ctx, rest)
	if err != nil || a.Kind != Figure || a.Fallback != "" {
		return plain, err
	}
	a.Question = q.Text
	if len(c.Tell) == 0 && c.Date == "" {
		return a, nil
	}
	m := query.Measure(a.Understood.Measure)
	all := append([]corpus.Record{a.Records[0]}, a.Variants...)
	at := slices.IndexFunc(all, func(r corpus.Record) bool { return measures(r, m) && tellsOf(c, r.Source) })
	if at < 0 {
		a.Fallback = sayOtherSource(c.Said)
		at = 0
	}
	lead := all[at]
	a.Records, a.Variants = []corpus.Record{lead}, slices.Delete(all, at, at+1)
	a.Text = sayFigure(lead, a.Variants, m, a.Fallback)
	a.Understood.Source = lead.Source.ID
	a.Explain = append(a.Explain, "judge: the source named is "+c.Said)
	return a, nil
}

// tellsOf reports whether a source is one that the clause names: its title and publisher
// hold all the words, and it appeared in the month.
func tellsOf(c query.SourceClause, s corpus.Source) bool {
	if !strings.HasPrefix(s.Date, c.Date) {
		return false
	}
	own := foldedWords(s.Title + " " + s.Publisher)
	return !slices.ContainsFunc(c.Tell, func(w string) bool { return !strings.Contains(own, " "+w+" ") })
}
