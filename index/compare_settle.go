package index

import (
	"slices"
	"strings"

	"thiduabot/corpus"
	"thiduabot/index/query"
)

// comparing are the folded words of a comparison that a parse may leave over: the
// quality before "hơn".
var comparing = strings.Fields("lon nho cao thap nhieu it nhanh cham manh yeu kha tot")

// settleCompared takes from a comparison what only says how things compare, the
// whole that shares are of, and a period that no other stands against.
func (d *deliberation) settleCompared() {
	d.dropLeft(comparing)
	if strings.HasPrefix(d.q.Unit, "điểm phần trăm") {
		d.q.Unit = "%" // that the difference of two shares is told in
	}
	d.q.Indicators = d.withoutBranches(d.q.Indicators)
	if text := d.said(); len(d.q.Indicators) > 2 && strings.Contains(text, " ti trong ") {
		d.q.Indicators = slices.DeleteFunc(slices.Clone(d.q.Indicators), func(n query.Indicator) bool {
			return len(d.q.Indicators) > 2 && strings.Contains(text, " trong"+foldedWords(n.Text)) && !strings.HasPrefix(foldedWords(n.Text), " ti trong ")
		})
	}
	if len(d.q.Areas) > 1 && len(d.q.Periods) == 1 && d.q.Periods[0].Role == query.Base {
		d.q.Periods = slices.Clone(d.q.Periods)
		d.q.Periods[0].Role = query.Main
	}
}

// withoutBranches drops the branches that "cơ cấu" goes on to list: they are its parts,
// no measures of their own.
func (d *deliberation) withoutBranches(list []query.Indicator) []query.Indicator {
	if len(list) < 2 || !strings.HasPrefix(foldedWords(list[0].Text), " co cau ") {
		return list
	}
	for _, n := range list[1:] {
		if words := query.Fold(n.Text); len(words) > 4 || !slices.Contains(branches, words[0]) {
			return list
		}
	}
	return list[:1]
}

// branches open the folded names of branches of an economy.
var branches = []string{"nong", "cong", "dich", "lam", "thuy", "xay", "khu", "thuong"}

// aiming are the folded words before a period for which a target is meant.
var aiming = []string{" muc tieu ", " chi tieu ", " ke hoach ", " phan dau ", " du kien "}

// statusesAt returns the statuses wanted for one of several periods: where words
// for a target stand right before some of them, only those are targets, "năm 2020
// và mục tiêu 2025".
func (d *deliberation) statusesAt(p corpus.Period, asked []corpus.Status) []corpus.Status {
	if !slices.Equal(asked, []corpus.Status{corpus.Target}) || len(d.q.Periods) < 2 {
		return asked
	}
	aimed := 0
	this := false
	for _, n := range d.q.Periods {
		if !d.aimedAt(n) {
			continue
		}
		aimed++
		this = this || n.Period == p
	}
	if aimed == 0 || aimed == len(d.q.Periods) || this {
		return asked
	}
	return nil
}

// wordsToAim is how many words before a period those for a target may stand.
const wordsToAim = 4

// aimedAt reports whether words for a target stand right before a period, behind
// any other.
func (d *deliberation) aimedAt(n query.Period) bool {
	before, _, ok := strings.Cut(d.q.Text, n.Text)
	if !ok {
		return false
	}
	for _, other := range d.q.Periods {
		if i := strings.LastIndex(before, other.Text); i >= 0 && other.Text != "" {
			before = before[i+len(other.Text):]
		}
	}
	return containsAny(lastWords(foldedWords(before), wordsToAim), aiming)
}

// whoIsAhead takes a question for who, of several places named, is ahead as one
// that compares them: "Giao Thủy và Nam Trực ai tăng hơn".
func (d *deliberation) whoIsAhead() {
	ahead := d.q.Intent == query.Event && (d.q.Ask == query.AskWho || d.q.Ask == query.AskWhere)
	if ahead && len(d.q.Indicators) == 1 && len(d.q.Areas) > 1 && strings.Contains(d.said(), " hon ") {
		d.q.Intent, d.q.Ask = query.Compare, query.AskNothing
	}
}
