package index

import (
	"context"
	"regexp"
	"slices"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// because answers a question for a reason: by the sentence that gives it. Of a figure
// that is asked for as well, the figure comes first; where no source gives a reason,
// that is said. The plain answer stands where neither is known.
func (x *Index) because(ctx context.Context, q Question, rest string, plain Answer) (Answer, error) {
	of := q
	of.Text = rest
	figure, err := x.deliberate(ctx, of)
	if err != nil {
		return plain, err
	}
	d := x.consider(ctx, of)
	d.q.Intent, d.q.Ask = query.Event, query.AskWhy
	d.answer.Question = q.Text
	in := d.inquire()
	if len(in.words) == 0 {
		return plain, nil
	}
	best, err := d.bestSentence(in)
	if err != nil {
		return plain, err
	}
	told := best != nil && best.proves && d.convinces(best, in) && d.toldOfPeriod(best) && d.speaksOf(best)
	asksFigure := howMuch.MatchString(foldedWords(rest)) && (figure.Kind == Figure || figure.Kind == Comparison)
	switch {
	case told && !asksFigure:
		d.quote(best)
		return d.finish(), nil
	case !asksFigure && (plain.Kind == Unknown && figure.Kind == Figure || tellsElse(plain)):
		return noReason(q, plain), nil
	case !asksFigure:
		return plain, nil
	case told:
		figure.Text += "\n" + sayReason(best.text, best.article.Source())
	default:
		figure.Text += "\n" + sayNoReason
	}
	figure.Question = q.Text
	return figure, nil
}

// tellsElse reports whether an answer quotes a sentence that gives no reason: "do đâu" is
// read as asking for a place as well.
func tellsElse(a Answer) bool {
	return a.Kind == Passage && len(a.Articles) > 0 && !givesReason.MatchString(a.Articles[0].Snippet)
}

// noReason is the answer where no source gives the reason asked for.
func noReason(q Question, plain Answer) Answer {
	plain.Kind, plain.Question, plain.Articles = Unknown, q.Text, []Found{}
	plain.Text = sayNoReasonKnown + saySuggestions("Anh/chị có thể hỏi:", plain.Suggestions)
	return plain
}

// toldOfPeriod reports whether a sentence, or what stands before it and its title, names
// a period asked about; one that names another does not.
func (d *deliberation) toldOfPeriod(s *sentence) bool {
	asked := d.q.MainPeriods()
	if len(asked) == 0 {
		return true
	}
	own := d.periodsIn(s.text, s.article)
	if len(own) == 0 {
		own = append(d.periodsIn(s.before, s.article), d.periodsIn(s.article.Title, s.article)...)
	}
	if len(own) == 0 && asked[0].Kind == corpus.Year {
		return yearOf(s.article.Date) == asked[0].String()
	}
	return slices.Contains(own, asked[0])
}

// speaksOf reports whether a sentence names an indicator that the question names, if it
// names any.
func (d *deliberation) speaksOf(s *sentence) bool {
	if len(d.q.Indicators) == 0 {
		return true
	}
	ids := append(d.want().ids, d.kin()...)
	for _, n := range query.Parse(s.text, query.Options{Terms: d.terms, Now: d.asked.Now, Home: d.asked.Home}).Indicators {
		if slices.ContainsFunc(n.IDs, func(id string) bool { return slices.Contains(ids, id) }) {
			return true
		}
	}
	return false
}

// givesReason are the words of a sentence that tells why.
var givesReason = regexp.MustCompile(`(?i)(?:^|[\s,;(–-])(?:do|vì|nhờ|bởi|nguyên nhân|xuất phát từ|bắt nguồn từ)\s`)
