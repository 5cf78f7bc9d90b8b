package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// ofParts answers a message that asks several things, each part by itself and
// leaning on the one before. It returns plain, the answer to the message as a
// whole, where that tells as much or the parts do not stand for themselves.
func (x *Index) ofParts(ctx context.Context, q Question, plain Answer) (Answer, error) {
	texts := query.Parts(plain.Understood.Text)
	if len(texts) == 0 || !slices.Contains([]Kind{Unknown, Clarify, Articles, Figure, Comparison}, plain.Kind) {
		return plain, nil
	}
	answers, err := x.eachPart(ctx, q, texts)
	if err != nil || answers == nil {
		return plain, err
	}
	if joined, ok := join(plain, texts, answers); ok {
		return joined, nil
	}
	return plain, nil
}

// eachPart answers the parts in turn; nil if one of them wants no figure, or names
// what an earlier one may mean too.
func (x *Index) eachPart(ctx context.Context, q Question, texts []string) ([]Answer, error) {
	var answers []Answer
	before := ""
	for i, text := range texts {
		part := q
		if i > 0 {
			text, _ = query.Alike(text, before)
			part.Previous, part.joined = leanedOn(answers[i-1].Understood, text), true
		}
		part.Text, before = text, text
		a, err := x.deliberate(ctx, part)
		if err != nil || !slices.Contains([]Kind{Figure, Comparison, List, Unknown, Clarify}, a.Kind) {
			return nil, err
		}
		if u := a.Understood; len(u.Indicators) == 0 || i > 0 && namesLate(answers[i-1].Understood, u) {
			return nil, nil
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// namesLate reports whether a part names a period or a place where the one before
// named none, which it may have meant all the same.
func namesLate(before, u Understood) bool {
	return len(before.Periods) == 0 && len(u.Periods) > 0 || len(before.Areas) == 0 && len(u.Areas) > 0
}

// leanedOn is what a part takes from the one before. What was reached is no target.
func leanedOn(u Understood, part string) *Understood {
	u.Statuses = slices.Clone(u.Statuses)
	if containsAny(foldedWords(part), reachedWords) {
		u.Statuses, u.Measure = nil, string(query.Level)
	}
	return &u
}

// reachedWords are folded words of a part for what was reached.
var reachedWords = []string{" dat ", " thuc hien ", " thuc te ", " ket qua ", " duoc ", " thuc thu "}

// join puts the answers to the parts together. It reports false where they tell
// no more than the answer to the whole.
func join(plain Answer, texts []string, answers []Answer) (Answer, bool) {
	out := plain
	out.Kind, out.Records, out.Variants = List, []corpus.Record{}, []corpus.Record{}
	out.Articles, out.Suggestions, out.Fallback = []Found{}, []string{}, ""
	var lines, missing []string
	for i, a := range answers {
		if len(a.Records) == 0 {
			missing, out.Suggestions = append(missing, "“"+texts[i]+"”"), append(out.Suggestions, a.Suggestions...)
			continue
		}
		if a.Kind == Figure && told(out.Records, a.Records) && !opensVerdict(a.Text) {
			continue // the record before was shown with all its numbers
		}
		out.Understood, out.Fallback = a.Understood, cmp.Or(out.Fallback, a.Fallback)
		out.Records, out.Variants = addRecords(out.Records, a.Records), append(out.Variants, a.Variants...)
		lines = append(lines, withoutSources(a.Text)...)
	}
	same := told(plain.Records, out.Records)
	switch {
	case len(out.Records) == 0:
		return plain, false
	case plain.Kind == Figure && same && len(missing) > 0: // one part is answered: the other is named
	case (plain.Kind == Figure || plain.Kind == Comparison) && (same || len(missing) > 0):
		return plain, false
	}
	if len(missing) > 0 {
		lines = append(lines, "Tôi chưa có số liệu cho phần "+strings.Join(missing, ", ")+".")
	}
	if last := answers[len(answers)-1]; last.Kind == Comparison && told(last.Records, out.Records) {
		out.Kind, out.Records, lines = Comparison, last.Records, withoutSources(last.Text)
	} else if len(out.Records) == 1 && len(missing) == 0 {
		out.Kind, out.Understood.Measure = Figure, answers[0].Understood.Measure
	}
	out.Understood.Text = plain.Understood.Text
	out.Text = strings.Join(append(lines, saySources(out.Records)...), "\n")
	return out, true
}

// opensVerdict reports whether an answer begins with yes or no.
func opensVerdict(text string) bool {
	return slices.ContainsFunc([]string{sayYes, sayNo, sayNotYet, sayJustMet}, func(s string) bool { return strings.HasPrefix(text, s) })
}

// told reports whether all records of more are among those of list.
func told(list, more []corpus.Record) bool {
	return !slices.ContainsFunc(more, func(r corpus.Record) bool {
		return !slices.ContainsFunc(list, func(o corpus.Record) bool { return sameRecord(o, r) })
	})
}

func addRecords(list, more []corpus.Record) []corpus.Record {
	for _, r := range more {
		if !told(list, []corpus.Record{r}) {
			list = append(list, r)
		}
	}
	return list
}

// withoutSources returns the lines of an answer but for those of its sources, which
// the joined answer names once.
func withoutSources(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.HasPrefix(l, "Nguồn: ") })
}
