package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"thiduabot/corpus"
	"thiduabot/corpus/viet"
	"thiduabot/index/analysis"
)

// mostLike bounds the records that are held against the words of a question.
const mostLike = 512

// recordsLike returns the records that fit and have most of the folded words in their
// texts: all of them while they are few, else those of the highest counts, as many
// counts as fit. It reports false where even those of the highest are too many.
func (x *Index) recordsLike(ctx context.Context, f recordFilter, words []string) ([]corpus.Record, bool, error) {
	v, err := x.acquire()
	if err != nil {
		return nil, false, err
	}
	defer v.release()
	sets, n, err := v.recordSets(f)
	if err != nil {
		return nil, false, err
	}
	if n > mostLike {
		if sets, n, err = v.withMost(sets, words); err != nil {
			return nil, false, err
		}
	}
	if n > mostLike {
		return nil, false, nil
	}
	found, err := v.recordsIn(sets)
	if err != nil {
		return nil, false, err
	}
	return found, true, ctx.Err()
}

// withMost narrows the sets, one for each part, to the documents that have most of the
// words: those of the highest counts, going down while they are no more than mostLike.
func (v *view) withMost(sets []*roaring.Bitmap, words []string) ([]*roaring.Bitmap, uint64, error) {
	levels := make([][]*roaring.Bitmap, len(sets)) // by part: those with at least n+1 of the words
	for i, set := range sets {
		l := v.parts[i].lookup()
		at := make([]*roaring.Bitmap, len(words))
		for n := range at {
			at[n] = roaring.New()
		}
		for _, w := range words {
			with, err := l.set(analysis.Once, viet.SearchKey(w))
			if err != nil {
				return nil, 0, fmt.Errorf("records with %q: %w", w, err)
			}
			with = roaring.And(with, set)
			for n := len(at) - 1; n > 0; n-- {
				at[n].Or(roaring.And(at[n-1], with))
			}
			if len(at) > 0 {
				at[0].Or(with)
			}
		}
		levels[i] = at
	}
	var best []*roaring.Bitmap
	size := uint64(0)
	for n := len(words) - 1; n >= 0; n-- {
		var level []*roaring.Bitmap
		count := uint64(0)
		for i := range levels {
			level = append(level, levels[i][n])
			count += levels[i][n].GetCardinality()
		}
		if best != nil && size > 0 && count > mostLike {
			break
		}
		best, size = level, count
	}
	return best, size, nil
}
