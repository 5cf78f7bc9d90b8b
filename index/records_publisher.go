package index

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/index/analysis"
	"thiduabot/index/query"
)

// publisherName is a publisher of articles and figures.
type publisherName struct {
	name   string   // its search key
	words  []string // folded
	open   bool     // some of what it published is for everybody
	closed []string // audiences of the rest
}

// readableBy reports whether the asker may see something of the publisher.
func (p *publisherName) readableBy(asker []string) bool {
	return p.open || len(p.closed) > 0 && mayRead(asker, p.closed)
}

// publisherList are the publishers of a view, found when they are first asked for.
type publisherList struct {
	once  sync.Once
	names []*publisherName
	err   error
}

// publishers returns who published the articles and figures.
func (x *Index) publishers(ctx context.Context) ([]*publisherName, error) {
	v, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer v.release()
	l := &v.publishers
	l.once.Do(func() { l.names, l.err = v.findPublishers() })
	return l.names, l.err
}

// findPublishers reads the publishers off the keys of the index, each with the
// audiences of what it published.
func (v *view) findPublishers() ([]*publisherName, error) {
	byName := map[string]*publisherName{}
	var names []*publisherName
	for _, p := range v.parts {
		l := p.lookup()
		audiences := map[string]*roaring.Bitmap{}
		err := l.each(analysis.Key, analysis.AudienceKey(""), func(term string, set *roaring.Bitmap) bool {
			audiences[strings.TrimPrefix(term, analysis.AudienceKey(""))] = set
			return true
		})
		if err != nil {
			return nil, err
		}
		err = l.each(analysis.Key, analysis.PublisherKey(""), func(term string, set *roaring.Bitmap) bool {
			name := strings.TrimPrefix(term, analysis.PublisherKey(""))
			if name == "" || set.IsEmpty() {
				return true
			}
			of := byName[name]
			if of == nil {
				of = &publisherName{name: name, words: query.Fold(name)}
				byName[name] = of
				names = append(names, of)
			}
			for audience, readable := range audiences {
				switch {
				case !set.Intersects(readable):
				case audience == "":
					of.open = true
				case !slices.Contains(of.closed, audience): // another part may have it too
					of.closed = append(of.closed, audience)
				}
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}
