package index

import (
	"slices"

	"thiduabot/index/query"
)

// decide sends the question where its intent is answered.
func (d *deliberation) decide() error {
	if d.calendar() || d.turns() {
		return nil
	}
	d.unremind()
	d.whoIsAhead()
	if slices.Contains(figuresWanted, d.q.Intent) && d.excludes() {
		return nil
	}
	if done, err := d.opposed(); done || err != nil {
		return err
	}
	if done, err := d.structure(); done || err != nil {
		return err
	}
	if done, err := d.special(); done || err != nil {
		return err
	}
	switch d.q.Intent {
	case query.Greet, query.Help:
		return d.smalltalk()
	case query.Remind:
		return d.reminder()
	case query.Deadline:
		return d.deadlines()
	case query.SourceOf:
		return d.source()
	case query.Announce, query.Event, query.Rank, query.None:
		return d.read()
	case query.ListOf:
		if err := d.choosePlaces(nil); err != nil {
			return err
		}
		return d.list()
	case query.Compare, query.Trend, query.Extreme:
		if d.q.Measure == query.Ranking && len(d.q.Indicators) == 1 && len(d.q.MainPeriods()) < 2 {
			return d.rank() // "xếp thứ mấy cả nước": no two places are compared
		}
		return d.several()
	}
	return d.one()
}

// specials are the intents under which a question may want what no intent tells:
// something computed, or campaigns themselves.
var specials = []query.Intent{query.None, query.Event, query.ListOf, query.Target, query.Value, query.Growth, query.Compare, query.Trend}

// special answers such a question; it reports false for any other.
func (d *deliberation) special() (bool, error) {
	if !slices.Contains(specials, d.q.Intent) {
		return false, nil
	}
	for _, try := range []func() (bool, error){d.campaigning, d.fastest, d.shareOfWhole, d.sum, d.limited, d.multiple, d.yearly} {
		if done, err := try(); done || err != nil {
			return true, err
		}
	}
	return false, nil
}

// read answers by what articles say, or by themselves.
func (d *deliberation) read() error {
	switch {
	case d.q.Intent == query.Announce && !d.asksOfDocument():
		return d.announcements()
	case d.q.Intent == query.Rank, d.q.Intent == query.None && d.q.Measure == query.Ranking:
		return d.rank()
	case d.q.Intent == query.None:
		return d.unnamed()
	}
	return d.passage()
}

// one answers what one figure answers, or the year of something.
func (d *deliberation) one() error {
	if d.asksYear() {
		return d.passage()
	}
	if done, err := d.againstTarget(); done || err != nil {
		return err
	}
	if err := d.figure(); err != nil {
		return err
	}
	d.verdict()
	return nil
}
