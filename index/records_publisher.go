package index

import (
	"context"
	"slices"
	"sync"

	"thiduabot/index/query"
)

// publisherName is a publisher of figures.
type publisherName struct {
	name   string
	words  []string   // folded
	open   bool       // some of its records are for everybody
	closed [][]string // audiences of the others
}

// readableBy reports whether the asker may see a record of the publisher.
func (p *publisherName) readableBy(asker []string) bool {
	return p.open || slices.ContainsFunc(p.closed, func(a []string) bool { return mayRead(asker, a) })
}

// publisherList are the publishers of a view's records, found when they are first
// asked for.
type publisherList struct {
	once  sync.Once
	names []*publisherName
	err   error
}

// publishers returns who published the figures.
func (x *Index) publishers(ctx context.Context) ([]*publisherName, error) {
	v, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer v.release()
	l := &v.publishers
	l.once.Do(func() { l.names, l.err = v.findPublishers(context.WithoutCancel(ctx)) })
	return l.names, l.err
}

func (v *view) findPublishers(ctx context.Context) ([]*publisherName, error) {
	records, err := v.recordsOf(ctx, recordFilter{Audiences: []string{Everything}})
	if err != nil {
		return nil, err
	}
	byName := map[string]*publisherName{}
	var names []*publisherName
	for i := range records {
		r := &records[i]
		p := byName[r.Source.Publisher]
		if p == nil {
			p = &publisherName{name: r.Source.Publisher, words: query.Fold(r.Source.Publisher)}
			byName[p.name] = p
			names = append(names, p)
		}
		if len(r.Audience) == 0 {
			p.open = true
		} else if !slices.ContainsFunc(p.closed, func(a []string) bool { return slices.Equal(a, r.Audience) }) {
			p.closed = append(p.closed, r.Audience)
		}
	}
	return names, nil
}
